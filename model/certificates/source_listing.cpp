#include "model/certificates/source_listing.h"

#include "model/certificates/thumbprint.h"

#include <QStringBuilder>

#include <openssl/x509v3.h>

#include <array>
#include <utility>

namespace sealport {

namespace {

QByteArray searchText(const QStringList &parts)
{
    return parts.join(u'\n').toLower().toUtf8();
}

/// As the standards name them.
QString purposeNames(const Certificate &certificate)
{
    static constexpr std::array names{
        std::pair{XKU_SSL_SERVER, "serverAuth"},  std::pair{XKU_SSL_CLIENT, "clientAuth"},
        std::pair{XKU_CODE_SIGN, "codeSigning"},  std::pair{XKU_SMIME, "emailProtection"},
        std::pair{XKU_TIMESTAMP, "timeStamping"}, std::pair{XKU_OCSP_SIGN, "OCSPSigning"}};
    QString text;
    for (const auto &[flag, name] : names)
        if (certificate.extendedKeyUsage() != UINT32_MAX && (certificate.extendedKeyUsage() & flag) != 0)
            text += QLatin1String(name) % u' ';
    return text;
}

QStringList searchParts(const Certificate &certificate)
{
    return {certificate.name(),
            certificate.subject(),
            certificate.issuer(),
            certificate.subjectAltNames().join(u'\n'),
            certificate.keyType() % u' ' % QString::number(certificate.keyBits()),
            certificate.signatureAlgorithm(),
            certificate.serial(),
            purposeNames(certificate),
            certificate.notAfter().toString(Qt::ISODate),
            formatThumbprint(certificate.sha1(), ThumbprintFormat::Plain),
            formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain)};
}

QStringList searchParts(const CertificateRequest &request)
{
    return {request.name(),
            request.subject(),
            request.subjectAltNames().join(u'\n'),
            request.keyType() % u' ' % QString::number(request.keyBits()),
            request.signatureAlgorithm(),
            formatThumbprint(request.sha256(), ThumbprintFormat::Plain)};
}

QStringList searchParts(const RevocationList &list)
{
    return {list.issuer(), list.number(), list.signatureAlgorithm(), list.nextUpdate().toString(Qt::ISODate),
            formatThumbprint(list.sha256(), ThumbprintFormat::Plain)};
}

template <class Object>
ListedItem itemOf(Object &&object, QString file, bool hasKey = false)
{
    QByteArray text = searchText(searchParts(object) + QStringList(file));
    return {.object = std::forward<Object>(object),
            .hasKey = hasKey,
            .file = std::move(file),
            .searchText = std::move(text)};
}

} // namespace

SourceListing listingOf(FoundCertificates found, const CertificateSource &source)
{
    SourceListing listing;
    listing.watchedPaths = source.watchedPaths(found);
    listing.items.reserve(found.certificates.size() + found.problems.size());
    for (StoredCertificate &stored : found.certificates) {
        listing.items.push_back(itemOf(std::move(stored.certificate), std::move(stored.file), stored.hasKey));
        listing.items.back().isKeyLocked = stored.isKeyLocked;
    }
    for (FoundRequest &request : found.requests)
        listing.items.push_back(itemOf(std::move(request.request), std::move(request.file)));
    for (FoundRevocationList &list : found.revocationLists)
        listing.items.push_back(itemOf(std::move(list.list), std::move(list.file)));
    for (Error &problem : found.problems) {
        QString file = problem.subject;
        QByteArray text = searchText({file});
        listing.items.push_back({.object = std::move(problem), .file = std::move(file), .searchText = std::move(text)});
    }
    return listing;
}

} // namespace sealport
