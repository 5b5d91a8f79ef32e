#include "model/sockets/settings_without_effect.h"

#include "model/tls/algorithm_lists.h"

#include <array>

namespace sealport {

namespace {

bool hasNew(const ServerProfile &profile)
{
    return profile.protocols.contains(Protocol::Tls1_3);
}

bool hasOld(const ServerProfile &profile)
{
    return !profile.protocols.without({Protocol::Tls1_3}).isEmpty();
}

struct Dependence {
    const char *setting;
    const char *needed;
    bool (*isSet)(const TlsSettings &);
    bool (*isMet)(const ServerProfile &);
};

constexpr std::array dependences{
    Dependence{"earlyData", "tls1.3", [](const TlsSettings &tls) { return tls.earlyData > 0; }, hasNew},
    Dependence{"earlyData", "tickets", [](const TlsSettings &tls) { return tls.earlyData > 0; },
               [](const ServerProfile &profile) { return profile.tls.resumption.tickets > 0 || !hasNew(profile); }},
    Dependence{"earlyData", "maxHeldBytes", [](const TlsSettings &tls) { return tls.earlyData > 0; },
               [](const ServerProfile &profile) {
                   return profile.tls.earlyData <= profile.limits.maxHeldBytes || !hasNew(profile)
                          || profile.tls.resumption.tickets == 0;
               }},
    Dependence{"cipherSuites", "tls1.3", [](const TlsSettings &tls) { return !tls.algorithms.cipherSuites.isEmpty(); },
               hasNew},
    Dependence{"ciphers", "tls1.2",
               [](const TlsSettings &tls) { // a security level in the list is one for TLS 1.3, too
                   return !tls.algorithms.ciphers.isEmpty() && !securityLevelIn(tls.algorithms.ciphers);
               },
               hasOld},
    Dependence{"dhParameters", "tls1.2", [](const TlsSettings &tls) { return !tls.dhParameters.isEmpty(); }, hasOld},
    Dependence{"renegotiation", "tls1.2",
               [](const TlsSettings &tls) { return tls.renegotiation != Renegotiation::Refused; }, hasOld},
    Dependence{"requiresAlpn", "alpn", [](const TlsSettings &tls) { return tls.requiresAlpn; },
               [](const ServerProfile &profile) { return !profile.tls.alpn.isEmpty(); }},
    Dependence{
        "clientAuthorities", "clientCertificates",
        [](const TlsSettings &tls) { return !tls.clientAuthorities.isEmpty(); },
        [](const ServerProfile &profile) { return profile.tls.clientCertificates != ClientCertificateMode::DoNotAsk; }},
};

} // namespace

std::vector<Warning> settingsWithoutEffect(const ServerProfile &profile)
{
    std::vector<Warning> warnings;
    if (!profile.opening.mayBecomeTls() || profile.protocols.isEmpty())
        return warnings;
    for (const Dependence &dependence : dependences)
        if (dependence.isSet(profile.tls) && !dependence.isMet(profile))
            warnings.push_back({.code = WarningCode::WithoutEffect,
                                .values = {QLatin1String(dependence.setting), QLatin1String(dependence.needed)}});
    return warnings;
}

} // namespace sealport
