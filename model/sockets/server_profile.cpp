#include "model/sockets/server_profile.h"

#include <algorithm>
#include <iterator>
#include <span>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t mostFurtherCertificates = 3; ///< DCM: one to four for an application

Error fieldError(ErrorCode code, const QString &subject, const QStringList &values = {})
{
    return Error{.code = code, .subject = subject, .values = values, .causes = {}};
}

Error rangeError(const char *field, const QString &lowest, const QString &highest)
{
    return fieldError(ErrorCode::InvalidProfile, QLatin1String(field), {QLatin1String(field), lowest, highest});
}

bool isTimeInRange(std::chrono::milliseconds time, std::chrono::milliseconds longest)
{
    return time == 0ms || (time >= 100ms && time <= longest);
}

} // namespace

PortRange portRange(bool anyPort)
{
    return anyPort ? PortRange{.lowest = 1, .highest = 65535} : PortRange{.lowest = 5000, .highest = 65000};
}

void followOpening(ServerProfile &profile)
{
    if (profile.reply.mode == ReplyMode::Echo || profile.reply.mode == ReplyMode::Protocol)
        profile.reply = {.mode = usualReply(profile.opening)};
}

std::vector<Error> validate(const ServerProfile &profile)
{
    std::vector<Error> refused;
    if (profile.name.trimmed().isEmpty() || profile.name.size() > 100)
        refused.push_back(fieldError(ErrorCode::InvalidName, profile.name));
    if (const PortRange ports = portRange(profile.anyPort);
        profile.port != 0 && (profile.port < ports.lowest || profile.port > ports.highest))
        refused.push_back(fieldError(ErrorCode::InvalidPort, QString::number(profile.port),
                                     {QString::number(ports.lowest), QString::number(ports.highest)}));
    const bool needsTls = profile.opening.mayBecomeTls();
    if (needsTls && profile.certificate.isEmpty())
        refused.push_back(fieldError(ErrorCode::NoCertificate, profile.name));
    std::vector<CertificateReference> references{profile.certificate};
    references.insert(references.end(), profile.furtherCertificates.begin(), profile.furtherCertificates.end());
    for (const NamedCertificate &named : profile.namedCertificates)
        references.push_back(named.certificate);
    for (const CertificateReference &reference : profile.furtherCertificates)
        if (needsTls && reference.isEmpty())
            refused.push_back(fieldError(ErrorCode::NoCertificate, profile.name, {QStringLiteral("key")}));
    for (const NamedCertificate &named : profile.namedCertificates)
        if (needsTls && named.certificate.isEmpty())
            refused.push_back(fieldError(ErrorCode::NoCertificate, profile.name,
                                         {QStringLiteral("names"), named.names.join(QStringLiteral(", "))}));
    for (const CertificateReference &reference : references)
        std::ranges::move(validate(reference), std::back_inserter(refused));
    if (profile.furtherCertificates.size() > mostFurtherCertificates)
        refused.push_back(
            rangeError("furtherCertificates", QStringLiteral("0"), QString::number(mostFurtherCertificates)));
    if (needsTls)
        std::ranges::move(validate(profile.tls), std::back_inserter(refused));
    const bool isVerifying = needsTls
                             && (profile.tls.clientCertificates == ClientCertificateMode::Ask
                                 || profile.tls.clientCertificates == ClientCertificateMode::Require);
    const bool hasOwnTrust = profile.certificate.by == IdentifyBy::Application; // an application says whom it trusts
    if (isVerifying && profile.tls.clientAuthorities.trimmed().isEmpty() && !hasOwnTrust)
        refused.push_back(fieldError(ErrorCode::NoClientAuthority, {}));
    if (needsTls && profile.protocols.isEmpty())
        refused.push_back(fieldError(ErrorCode::NoProtocol, profile.name));
    if (profile.address.trimmed().isEmpty())
        refused.push_back(fieldError(ErrorCode::AddressNotFound, profile.address));
    if (!isTimeInRange(profile.limits.handshakeTimeout, 1h))
        refused.push_back(rangeError("handshakeTimeout", QStringLiteral("0.1 s"), QStringLiteral("3600 s")));
    if (!isTimeInRange(profile.limits.idleTimeout, 24h))
        refused.push_back(rangeError("idleTimeout", QStringLiteral("0.1 s"), QStringLiteral("86400 s")));
    if (profile.limits.maxConnections < 1 || profile.limits.maxConnections > 100'000)
        refused.push_back(rangeError("maxConnections", QStringLiteral("1"), QStringLiteral("100000")));
    if (profile.limits.maxHeldBytes < (64 << 10) || profile.limits.maxHeldBytes > (64 << 20))
        refused.push_back(rangeError("maxHeldBytes", QStringLiteral("65536"), QStringLiteral("67108864")));
    std::ranges::copy(validateReply(profile.reply), std::back_inserter(refused));
    if (profile.reply.mode == ReplyMode::Protocol && profile.opening.mode != Opening::Mode::StartTls)
        refused.push_back(
            fieldError(ErrorCode::InvalidProfile, QStringLiteral("reply"), {QStringLiteral("replyProtocol")}));
    return refused;
}

} // namespace sealport
