#include "model/certificates/source_listing.h"

#include "model/certificates/certificate_details.h"
#include "model/certificates/thumbprint.h"

#include <QStringBuilder>

#include <array>
#include <utility>

namespace sealport {

namespace {

QByteArray searchText(const QStringList &parts)
{
    return parts.join(u'\n').toLower().toUtf8();
}

/// The common ones as the standards name them: nothing is decoded for a hundred thousand.
QString purposeWords(const Certificate &certificate)
{
    static constexpr std::array names{
        std::pair{DetailTerm::TlsServer, "serverAuth"},      std::pair{DetailTerm::TlsClient, "clientAuth"},
        std::pair{DetailTerm::CodeSigning, "codeSigning"},   std::pair{DetailTerm::EmailProtection, "emailProtection"},
        std::pair{DetailTerm::TimeStamping, "timeStamping"}, std::pair{DetailTerm::OcspSigning, "OCSPSigning"}};
    QString text;
    for (const auto &[purpose, name] : names)
        if (hasPurpose(certificate, purpose))
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
            purposeWords(certificate),
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
    for (FoundRequest &request : found.requests) {
        listing.items.push_back(itemOf(std::move(request.request), std::move(request.file), request.hasKey));
        listing.items.back().isKeyLocked = request.isKeyLocked;
    }
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
