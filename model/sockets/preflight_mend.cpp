#include "model/sockets/preflight_mend.h"

#include "model/certificates/chain.h"
#include "model/certificates/thumbprint.h"
#include "model/tls/certificate_selection.h"
#include "model/tls/list_meaning.h"

#include <openssl/x509v3.h>

#include <QDateTime>
#include <QHostAddress>
#include <QStringBuilder>

#include <algorithm>

namespace sealport {

namespace {

bool mayServe(const StoredCertificate &stored, const QDateTime &now)
{
    const Certificate &certificate = stored.certificate;
    return stored.hasKey && !certificate.isCa() && certificate.notBefore() <= now && certificate.notAfter() > now
           && (certificate.extendedKeyUsage() & (XKU_SSL_SERVER | XKU_ANYEKU)) != 0
           && (X509_get_key_usage(certificate.handle()) & KU_DIGITAL_SIGNATURE) != 0;
}

/// A level that the list of ciphers commands goes before the other one, and the last command counts.
void setLevel(AlgorithmChoice &algorithms, int level)
{
    algorithms.securityLevel = level;
    if (securityLevelIn(algorithms.ciphers))
        algorithms.ciphers = algorithms.ciphers % QStringLiteral(":@SECLEVEL=") % QString::number(level);
}

void forget(TlsSettings &settings, const QString &file)
{
    for (QString *member : {&settings.clientAuthorities, &settings.dhParameters, &settings.ocsp,
                            &settings.sharedSecrets, &settings.keyLog, &settings.capture})
        if (*member == file)
            member->clear();
}

} // namespace

ServerProfile mended(ServerProfile profile, const Mend &mend)
{
    switch (mend.kind) {
    case Mend::Kind::UsePort:
        profile.port = mend.value.toUShort();
        break;
    case Mend::Kind::AllowAnyPort:
        profile.anyPort = true;
        break;
    case Mend::Kind::UseAddress:
        profile.address = mend.value;
        break;
    case Mend::Kind::LowerLevel:
        setLevel(profile.tls.algorithms, mend.value.toInt());
        break;
    case Mend::Kind::UseCertificate:
        profile.certificate = {.by = IdentifyBy::Thumbprint, .id = mend.value};
        break;
    case Mend::Kind::TrustAuthority:
        profile.tls.clientAuthorities = mend.value;
        break;
    case Mend::Kind::SendUsualChain:
        profile.tls.chain = ChainForm::Automatic;
        break;
    case Mend::Kind::UseProtocols:
        profile.protocols = parseProtocols(mend.value).value_or(profile.protocols);
        break;
    case Mend::Kind::UseList:
        setTextOf(mend.list, profile.tls.algorithms, mend.value);
        break;
    case Mend::Kind::ForgetFile:
        forget(profile.tls, mend.value);
        break;
    case Mend::Kind::ChooseFurther:
        break; // nobody but the user knows it
    }
    return profile;
}

std::optional<Mend> otherCertificate(const std::vector<StoredCertificate> &stored, const QString &host,
                                     const QByteArray &sha256)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const StoredCertificate *best = nullptr;
    const auto isBetter = [&host](const Certificate &a, const Certificate &b) {
        const bool forHost = isForHost(a, host);
        return forHost != isForHost(b, host) ? forHost : a.notAfter() > b.notAfter();
    };
    for (const StoredCertificate &one : stored) {
        if (mayServe(one, now) && one.certificate.sha256() != sha256
            && (!best || isBetter(one.certificate, best->certificate)))
            best = &one;
    }
    if (!best)
        return std::nullopt;
    return Mend{.kind = Mend::Kind::UseCertificate,
                .value = formatThumbprint(best->certificate.sha1(), ThumbprintFormat::Windows),
                .shown = best->certificate.name()};
}

std::optional<Mend> ownAuthority(const std::vector<StoredCertificate> &stored)
{
    const auto isIssuer = [&stored](const StoredCertificate &one) {
        return std::ranges::any_of(stored, [&one](const StoredCertificate &other) {
            return !other.certificate.isCa() && hasIssued(one.certificate, other.certificate);
        });
    };
    const StoredCertificate *best = nullptr;
    for (const StoredCertificate &one : stored)
        if (one.certificate.isCa() && (!best || (isIssuer(one) && !isIssuer(*best))))
            best = &one;
    if (!best)
        return std::nullopt;
    return Mend{.kind = Mend::Kind::TrustAuthority, .value = best->file, .shown = best->certificate.name()};
}

bool isForHost(const Certificate &certificate, const QString &host)
{
    QHostAddress address;
    if (!address.setAddress(host))
        return isFor(certificate, host.toUtf8(), NameMatch::Pattern);
    if (address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6)
        return true;
    if (address.isLoopback() && isFor(certificate, QByteArrayLiteral("localhost"), NameMatch::Pattern))
        return true;
    address.setScopeId({}); // of this machine alone
    return X509_check_ip_asc(certificate.handle(), address.toString().toLatin1().constData(), 0) == 1;
}

} // namespace sealport
