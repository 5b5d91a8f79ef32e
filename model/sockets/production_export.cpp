#include "model/sockets/production_export.h"

#include "model/certificates/pkcs11_uri.h"
#include "model/sockets/production_parts.h"
#include "model/sockets/production_targets.h"
#include "model/tls/available_algorithms.h"

#include <algorithm>

namespace sealport {

namespace {

Error notFound(const QString &subject)
{
    return {.code = ErrorCode::NoCertificate, .subject = subject, .values = {}, .causes = {}};
}

/// Each certificate of the profile has its files, and no key's URI holds a PIN.
Result<void> mustBeComplete(const ServerProfile &profile, const ExportFiles &files)
{
    if (files.furtherCertificates.size() != profile.furtherCertificates.size()
        || files.namedCertificates.size() != profile.namedCertificates.size())
        return std::unexpected(notFound(profile.name));
    std::vector<ExportedIdentity> all{files.certificate};
    all.insert(all.end(), files.furtherCertificates.begin(), files.furtherCertificates.end());
    all.insert(all.end(), files.namedCertificates.begin(), files.namedCertificates.end());
    for (const ExportedIdentity &identity : all) {
        if (identity.certificate.isEmpty())
            return std::unexpected(notFound(profile.name));
        if (!isPkcs11Uri(identity.key))
            continue;
        if (const auto uri = Pkcs11Uri::parse(identity.key); !uri)
            return std::unexpected(uri.error());
    }
    return {};
}

Result<ExpandedAlgorithms> listsOf(const ServerProfile &profile)
{
    TlsPolicy policy;
    policy.protocols = profile.protocols;
    policy.algorithms = profile.tls.algorithms;
    auto lists = expandedAlgorithms(policy);
    if (lists && profile.tls.dhParameters.trimmed() == u"none")
        std::erase_if(lists->ciphers, [](std::uint16_t number) {
            const auto suite = std::ranges::find(availableSuites(), number, &AvailableSuite::number);
            return suite != availableSuites().end() && suite->keyExchange == u"DHE";
        });
    return lists;
}

bool staples(ExportTarget target)
{
    return target == ExportTarget::Nginx || target == ExportTarget::OpenSslServer
           || target == ExportTarget::GnuTlsServer;
}

void noteOpening(ExportDraft &draft)
{
    const Opening &opening = draft.profile().opening;
    if (opening.mode == Opening::Mode::OnRequest)
        draft.note(ExportNote::OnRequestLeftOut);
    if (opening.mode == Opening::Mode::StartTls)
        draft.note(ExportNote::StartTlsLeftOut,
                   {plainProtocolLabel(opening.protocol), tlsRequestName(opening.protocol)});
}

void noteFiles(ExportTarget target, ExportDraft &draft)
{
    const TlsSettings &tls = draft.profile().tls;
    if (!tls.ocsp.isEmpty() && (ocspFile(draft).isEmpty() || !staples(target)))
        draft.note(ExportNote::OcspLeftOut, {shownValue(tls.ocsp)});
    if (!dhParametersFile(draft).isEmpty() && target == ExportTarget::Stunnel)
        draft.note(ExportNote::DhParametersLeftOut, {shownValue(tls.dhParameters)});
    if (!tls.sharedSecrets.isEmpty())
        draft.note(ExportNote::SharedSecretsLeftOut, {shownValue(tls.sharedSecrets)});
    if (!tls.keyLog.isEmpty())
        draft.note(ExportNote::KeyLogLeftOut, {shownValue(tls.keyLog)});
}

void noteWhatNoTargetHas(ExportTarget target, ExportDraft &draft)
{
    const ServerProfile &profile = draft.profile();
    noteOpening(draft);
    noteFiles(target, draft);
    noteProtectedKeys(draft);
    if (profile.limits.maxHeldBytes != ServerLimits().maxHeldBytes)
        draft.note(ExportNote::HeldBytes, {QString::number(profile.limits.maxHeldBytes)});
    const QStringList later = profile.ofLaterVersions.keys() + profile.tls.ofLaterVersions.keys();
    if (!later.isEmpty())
        draft.note(ExportNote::LaterSettings, later);
}

ProductionConfig written(ExportTarget target, ExportDraft &draft)
{
    switch (target) {
    case ExportTarget::Nginx:
        return nginxConfig(draft);
    case ExportTarget::Apache:
        return apacheConfig(draft);
    case ExportTarget::HAProxy:
        return haproxyConfig(draft);
    case ExportTarget::Caddy:
        return caddyConfig(draft);
    case ExportTarget::Stunnel:
        return stunnelConfig(draft);
    case ExportTarget::OpenSslServer:
        return openSslServerScript(draft);
    case ExportTarget::GnuTlsServer:
        return gnuTlsServerScript(draft);
    }
    Q_UNREACHABLE();
}

} // namespace

QString exportTargetWord(ExportTarget target)
{
    switch (target) {
    case ExportTarget::Nginx:
        return QStringLiteral("nginx");
    case ExportTarget::Apache:
        return QStringLiteral("apache");
    case ExportTarget::HAProxy:
        return QStringLiteral("haproxy");
    case ExportTarget::Caddy:
        return QStringLiteral("caddy");
    case ExportTarget::Stunnel:
        return QStringLiteral("stunnel");
    case ExportTarget::OpenSslServer:
        return QStringLiteral("openssl");
    case ExportTarget::GnuTlsServer:
        return QStringLiteral("gnutls");
    }
    Q_UNREACHABLE();
}

QString exportTargetName(ExportTarget target)
{
    switch (target) {
    case ExportTarget::Nginx:
        return QStringLiteral("nginx");
    case ExportTarget::Apache:
        return QStringLiteral("Apache");
    case ExportTarget::HAProxy:
        return QStringLiteral("HAProxy");
    case ExportTarget::Caddy:
        return QStringLiteral("Caddy");
    case ExportTarget::Stunnel:
        return QStringLiteral("stunnel");
    case ExportTarget::OpenSslServer:
        return QStringLiteral("openssl s_server");
    case ExportTarget::GnuTlsServer:
        return QStringLiteral("gnutls-serv");
    }
    Q_UNREACHABLE();
}

Result<ProductionConfig> productionConfig(ExportTarget target, const ServerProfile &profile, const ExportFiles &files)
{
    if (const std::vector<Error> refused = validate(profile); !refused.empty())
        return std::unexpected(refused.front());
    if (!profile.opening.mayBecomeTls())
        return ProductionConfig{
            .text = {}, .notExpressed = {{ExportNote::PlainServer, {}}}, .files = {}, .filesToMake = {}};
    if (const auto complete = mustBeComplete(profile, files); !complete)
        return std::unexpected(complete.error());
    const ProtocolSet gone = profile.protocols.without(availableProtocols());
    ServerProfile known = profile;
    known.protocols = profile.protocols.without(gone);
    const auto lists = listsOf(known.protocols.isEmpty() ? profile : known);
    if (!lists)
        return std::unexpected(lists.error());
    ExportDraft draft(known, files, *lists);
    if (!gone.isEmpty())
        draft.note(ExportNote::ProtocolsMissing, protocolLabels(gone));
    if (verifiesClients(draft) && clientAuthorities(draft).isEmpty()) {
        draft.note(ExportNote::AuthoritiesMissing); // without them, some targets would let everybody in
        return draft.asNothing();
    }
    noteWhatNoTargetHas(target, draft);
    ProductionConfig config = written(target, draft);
    if (!config.text.isEmpty() && verifiesClients(draft) && !config.files.contains(clientAuthorities(draft))) {
        draft.note(ExportNote::AuthoritiesMissing); // their path could not be written: the same as none
        return draft.asNothing();
    }
    return config;
}

} // namespace sealport
