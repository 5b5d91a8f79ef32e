#include "model/sockets/preparation.h"

#include "model/sockets/reply_preparation.h"
#include "model/sockets/settings_without_effect.h"
#include "model/sockets/tls_preparation.h"
#include "model/tls/listening_socket.h"

#include <openssl/x509v3.h>

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <utility>

#include <unistd.h>

namespace sealport {

namespace {

constexpr int expiresSoonDays = 30;
constexpr qint64 secondsADay = 86'400; ///< full days: QDateTime::daysTo counts midnights

/// Only binding tells for sure whether an address belongs to this machine.
bool isLocal(const QHostAddress &address)
{
    const Result<int> probe = openListeningSocket({.address = address, .port = 0}, false);
    if (probe)
        ::close(*probe);
    return probe || probe.error().code != ErrorCode::AddressNotLocal;
}

Result<QHostAddress> addressFor(const QString &text, const std::stop_token &stop, const Resolver &resolver,
                                PreparedServer &prepared)
{
    QString host = text.trimmed();
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.mid(1, host.size() - 2); // as it stands in front of a port
    QHostAddress literal;
    if (literal.setAddress(host)) {
        if (literal.isMulticast() || literal.isBroadcast() || !isLocal(literal))
            return std::unexpected(
                Error{.code = ErrorCode::AddressNotLocal, .subject = host, .values = {}, .causes = {}});
        return literal;
    }
    const Result<QList<QHostAddress>> addresses = lookUpHost(host, resolver, stop);
    if (!addresses)
        return std::unexpected(addresses.error());
    for (const QHostAddress &address : *addresses)
        prepared.resolved.append(address.toString());
    const auto chosen = std::ranges::find_if(*addresses, isLocal);
    if (chosen == addresses->end())
        return std::unexpected(
            Error{.code = ErrorCode::AddressNotLocal, .subject = host, .values = prepared.resolved, .causes = {}});
    if (addresses->size() > 1) {
        QStringList names = prepared.resolved;
        names.move(chosen - addresses->begin(), 0);
        prepared.warnings.push_back({.code = WarningCode::AddressChosen, .values = names});
    }
    return *chosen;
}

ProtocolSet shutOutByUsage(const ServerOffer &offer)
{
    ProtocolSet shutOut;
    for (const Protocol protocol : offer.unreachable.toVector())
        if (offer.usageForbids(protocol))
            shutOut.insert(protocol);
    return shutOut;
}

void warnAboutProtocols(ProtocolSet protocols, const ServerOffer &offer, std::vector<Warning> &warnings)
{
    QStringList outdated;
    for (const Protocol protocol : protocols.toVector())
        if (protocol < Protocol::Tls1_2)
            outdated.append(protocolLabel(protocol));
    if (!outdated.isEmpty())
        warnings.push_back({.code = WarningCode::OutdatedProtocols, .values = outdated});
    const ProtocolSet byLevel = offer.shutOutByLevel();
    if (!byLevel.isEmpty())
        warnings.push_back({.code = WarningCode::LevelShutsOut,
                            .values = QStringList{QString::number(offer.securityLevel)} + protocolLabels(byLevel)});
    const ProtocolSet byKey = offer.unreachable.without(shutOutByUsage(offer)).without(byLevel);
    if (const QStringList labels = protocolLabels(byKey); !labels.isEmpty())
        warnings.push_back(
            {.code = WarningCode::ProtocolsUnreachable, .values = QStringList{offer.keyName()} + labels});
    if (offer.securityLevel < 2)
        warnings.push_back(
            {.code = WarningCode::SecurityLevelLowered, .values = {QString::number(offer.securityLevel)}});
}

/// What clients of today demand beyond what OpenSSL's lowest security level does (its level 2,
/// SSL_CTX_set_security_level).
bool isWeak(const Certificate &certificate)
{
    const bool isElliptic = certificate.keyType() == u"EC";
    const bool isEdwards = certificate.keyType().startsWith(u"ED");
    return !isEdwards && certificate.keyBits() < (isElliptic ? 224 : 2048);
}

void warnAboutPurpose(const Certificate &certificate, const ServerOffer &offer, std::vector<Warning> &warnings)
{
    if (!offer.keyMaySign)
        warnings.push_back({.code = WarningCode::KeyMayNotSign, .values = protocolLabels(shutOutByUsage(offer))});
    if ((X509_get_extended_key_usage(certificate.handle()) & (XKU_SSL_SERVER | XKU_ANYEKU)) == 0)
        warnings.push_back({.code = WarningCode::NotForServers, .values = {}});
    if (isWeak(certificate))
        warnings.push_back(
            {.code = WarningCode::WeakKey, .values = {certificate.keyType(), QString::number(certificate.keyBits())}});
}

void warnAboutValidity(const Certificate &certificate, std::vector<Warning> &warnings)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (certificate.notAfter() < now)
        warnings.push_back(
            {.code = WarningCode::CertificateExpired, .values = {certificate.notAfter().toString(Qt::ISODate)}});
    else if (certificate.notBefore() > now)
        warnings.push_back(
            {.code = WarningCode::CertificateNotYetValid, .values = {certificate.notBefore().toString(Qt::ISODate)}});
    else if (const qint64 days = now.secsTo(certificate.notAfter()) / secondsADay; days <= expiresSoonDays)
        warnings.push_back({.code = WarningCode::CertificateExpiresSoon, .values = {QString::number(days)}});
}

/// Whether it says that somebody may read what passes.
bool isAboutReaders(const Warning &warning)
{
    return warning.code == WarningCode::KeysLogged || warning.code == WarningCode::TrafficCaptured;
}

void warnAboutAddress(const QHostAddress &address, std::vector<Warning> &warnings)
{
    const bool isAny =
        address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
    if (isAny)
        warnings.push_back({.code = WarningCode::ListensOnAllAddresses, .values = {}});
    else if (!address.isLoopback())
        warnings.push_back({.code = WarningCode::ReachableFromOutside, .values = {address.toString()}});
}

/// Whether the capture, if there is one, may hold what decrypts it.
bool holdsSecrets(const TlsSettings &settings)
{
    return settings.capturesSecrets || !settings.keyLog.isEmpty();
}

/// Everything that only TLS needs.
std::optional<Error> prepareTls(PreparedServer &prepared, const CertificateStore &store,
                                const ApplicationStore &applications, const std::stop_token &stop,
                                const SecretBytes *passphrase)
{
    Result<Presented> presented = presentedBy(prepared.profile, store, applications, passphrase);
    if (!presented)
        return presented.error();
    Result<TlsPolicy> policy = policyOf(prepared.profile, presented->application);
    if (!policy)
        return policy.error();
    if (holdsSecrets(prepared.profile.tls))
        policy->secretsInto = prepared.capture;
    if (stop.stop_requested()) // nobody waits for the answer any more
        return Error{.code = ErrorCode::Internal, .subject = QStringLiteral("given up"), .values = {}, .causes = {}};
    Result<std::shared_ptr<const ServerContext>> context = ServerContext::make(*policy, presented->identities);
    if (!context)
        return context.error();
    prepared.contents = contentsOf(*presented, *policy, prepared.profile.tls);
    prepared.context = std::move(*context);
    prepared.application = std::move(presented->application);
    return std::nullopt;
}

} // namespace

QString warningName(WarningCode code)
{
    switch (code) {
    case WarningCode::SecurityLevelLowered:
        return QStringLiteral("security-level-lowered");
    case WarningCode::OutdatedProtocols:
        return QStringLiteral("outdated-protocols");
    case WarningCode::ProtocolsUnreachable:
        return QStringLiteral("protocols-unreachable");
    case WarningCode::LevelShutsOut:
        return QStringLiteral("level-shuts-out");
    case WarningCode::KeyMayNotSign:
        return QStringLiteral("key-may-not-sign");
    case WarningCode::NotForServers:
        return QStringLiteral("not-for-servers");
    case WarningCode::WeakKey:
        return QStringLiteral("weak-key");
    case WarningCode::CertificateExpired:
        return QStringLiteral("certificate-expired");
    case WarningCode::CertificateNotYetValid:
        return QStringLiteral("certificate-not-yet-valid");
    case WarningCode::CertificateExpiresSoon:
        return QStringLiteral("certificate-expires-soon");
    case WarningCode::ListensOnAllAddresses:
        return QStringLiteral("listens-on-all-addresses");
    case WarningCode::ReachableFromOutside:
        return QStringLiteral("reachable-from-outside");
    case WarningCode::AddressChosen:
        return QStringLiteral("address-chosen");
    case WarningCode::KeysLogged:
        return QStringLiteral("keys-logged");
    case WarningCode::TrafficCaptured:
        return QStringLiteral("traffic-captured");
    case WarningCode::CaptureIncomplete:
        return QStringLiteral("capture-incomplete");
    case WarningCode::KeyLogIncomplete:
        return QStringLiteral("key-log-incomplete");
    case WarningCode::NotEncrypted:
        return QStringLiteral("not-encrypted");
    case WarningCode::PortShared:
        return QStringLiteral("port-shared");
    case WarningCode::NameNotCovered:
        return QStringLiteral("name-not-covered");
    case WarningCode::ChainIncomplete:
        return QStringLiteral("chain-incomplete");
    case WarningCode::ChainDisordered:
        return QStringLiteral("chain-disordered");
    case WarningCode::WithoutEffect:
        return QStringLiteral("without-effect");
    case WarningCode::NobodyTrusted:
        return QStringLiteral("nobody-trusted");
    }
    Q_UNREACHABLE();
}

Result<PreparedServer> prepareServer(const ServerProfile &profile, const CertificateStore &store,
                                     const std::stop_token &stop, const Resolver &resolver,
                                     const SecretBytes *passphrase, const ApplicationStore &applications)
{
    if (const std::vector<Error> refused = validate(profile); !refused.empty())
        return std::unexpected(refused.front());
    const SourceFiles files = sourceFilesOf(profile, store); // before they are read: later changes count as news
    const auto dialogue = prepareReply(profile.reply);
    if (!dialogue)
        return std::unexpected(dialogue.error());
    PreparedServer prepared{
        .profile = profile, .context = {}, .dialogue = *dialogue, .address = {}, .resolved = {}, .warnings = {}};
    prepared.files = files;
    if (!profile.tls.capture.isEmpty())
        prepared.capture = std::make_shared<Capture>(profile.tls.capture);
    if (profile.opening.mayBecomeTls()) {
        if (const std::optional<Error> error = prepareTls(prepared, store, applications, stop, passphrase))
            return std::unexpected(*error);
    }
    if (profile.reply.mode == ReplyMode::Dialogue && !profile.reply.path.isEmpty())
        prepared.contents += stampOf({profile.reply.path});
    const Result<QHostAddress> address = addressFor(profile.address, stop, resolver, prepared);
    if (!address)
        return std::unexpected(address.error());

    prepared.address = *address;
    if (prepared.context) {
        warnAboutProtocols(profile.protocols, prepared.context->offer(), prepared.warnings);
        warnAboutPurpose(prepared.context->certificate(), prepared.context->offer(), prepared.warnings);
        warnAboutValidity(prepared.context->certificate(), prepared.warnings);
    }
    if (profile.opening.mode == Opening::Mode::Plain || profile.opening.mode == Opening::Mode::OnRequest)
        prepared.warnings.push_back({.code = WarningCode::NotEncrypted, .values = {}});
    std::ranges::move(settingsWithoutEffect(profile), std::back_inserter(prepared.warnings));
    warnAboutAddress(*address, prepared.warnings);
    if (prepared.context && !profile.tls.keyLog.isEmpty())
        prepared.warnings.push_back({.code = WarningCode::KeysLogged, .values = {profile.tls.keyLog}});
    if (prepared.capture)
        prepared.warnings.push_back(
            {.code = WarningCode::TrafficCaptured,
             .values = {prepared.capture->path(), QString::number(prepared.capture->limit()),
                        prepared.context && holdsSecrets(profile.tls) ? QStringLiteral("secrets") : QString()}});
    std::ranges::stable_partition(prepared.warnings, isAboutReaders); // what nobody may overlook comes first
    return prepared;
}

QStringList writtenFiles(const ServerProfile &profile)
{
    QStringList files;
    if (profile.opening.mayBecomeTls() && !profile.tls.keyLog.isEmpty())
        files.append(profile.tls.keyLog);
    if (!profile.tls.capture.isEmpty())
        files.append(profile.tls.capture);
    return files;
}

std::vector<Error> wrongWithFiles(const ServerProfile &profile, CaptureWriter *captures)
{
    std::vector<Error> wrong;
    for (const QString &file : writtenFiles(profile)) {
        const bool isCapture = file == profile.tls.capture;
        if (const auto may = isCapture ? Capture(file).mayOpen(captures) : KeyLog(file).mayOpen(); !may)
            wrong.push_back(may.error());
    }
    return wrong;
}

Result<void> openFiles(const PreparedServer &prepared, CaptureWriter &captures, const OpenFiles &before)
{
    const std::shared_ptr<KeyLog> keyLog = prepared.context ? prepared.context->policy().keyLog : nullptr;
    if (const Result<void> opened = keyLog ? keyLog->open(before.keyLog.get()) : Result<void>(); !opened)
        return opened;
    return prepared.capture ? prepared.capture->open(captures, before.capture.get()) : Result<void>();
}

} // namespace sealport
