#include "model/certificates/source_listing.h"

#include "model/certificates/thumbprint.h"

#include <QStringBuilder>

#include <utility>

namespace sealport {

namespace {

QByteArray searchText(const Certificate &certificate, const QString &file)
{
    const QStringList parts{certificate.name(),
                            certificate.subject(),
                            certificate.issuer(),
                            certificate.subjectAltNames().join(u'\n'),
                            certificate.keyType() % u' ' % QString::number(certificate.keyBits()),
                            certificate.signatureAlgorithm(),
                            certificate.serial(),
                            certificate.notAfter().toString(Qt::ISODate),
                            formatThumbprint(certificate.sha1(), ThumbprintFormat::Plain),
                            formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain),
                            file};
    return parts.join(u'\n').toLower().toUtf8();
}

} // namespace

SourceListing listingOf(FoundCertificates found, const CertificateSource &source)
{
    SourceListing listing;
    listing.watchedPaths = source.watchedPaths(found);
    listing.items.reserve(found.certificates.size() + found.problems.size());
    for (StoredCertificate &stored : found.certificates) {
        QByteArray text = searchText(stored.certificate, stored.file);
        listing.items.push_back({.object = std::move(stored.certificate),
                                 .hasKey = stored.hasKey,
                                 .file = std::move(stored.file),
                                 .searchText = std::move(text)});
    }
    for (Error &problem : found.problems) {
        QString file = problem.subject;
        QByteArray text = file.toLower().toUtf8();
        listing.items.push_back({.object = std::move(problem), .file = std::move(file), .searchText = std::move(text)});
    }
    return listing;
}

} // namespace sealport
