#include "model/certificates/certificate_store.h"
#include "model/certificates/display_text.h"

#include <QUrl>

#include <algorithm>
#include <functional>

namespace sealport {

namespace {

using Candidates = std::vector<StoredCertificate>;

/// Each certificate once, the copy that has its key if there is one.
Candidates select(const Candidates &certificates, const std::function<bool(const Certificate &)> &fits)
{
    Candidates found;
    for (const StoredCertificate &stored : certificates) {
        if (!fits(stored.certificate))
            continue;
        const auto same = std::ranges::find(found, stored.certificate, &StoredCertificate::certificate);
        if (same == found.end())
            found.push_back(stored);
        else if (stored.hasKey && !same->hasKey)
            *same = stored;
    }
    return found;
}

Candidates byThumbprint(const Candidates &certificates, const Thumbprint &thumbprint)
{
    Candidates found = select(certificates, [&](const Certificate &certificate) {
        return certificate.thumbprint(thumbprint.algorithm) == thumbprint.octets;
    });
    if (found.empty() && thumbprint.algorithm == ThumbprintAlgorithm::Sha256)
        found = select(certificates, [&](const Certificate &certificate) {
            return certificate.publicKeySha256() == thumbprint.octets;
        });
    return found;
}

bool hasName(const Certificate &certificate, const QString &name)
{
    const auto isSame = [&name](const QString &other) { return other.compare(name, Qt::CaseInsensitive) == 0; };
    return isSame(certificate.name())
           || std::ranges::any_of(certificate.subjectAltNames(), [&](const QString &prefixed) {
                  return isSame(prefixed.mid(prefixed.indexOf(u':') + 1));
              });
}

Candidates byName(const Candidates &certificates, const QString &name)
{
    // Alternative names hold international host names in their ASCII form (RFC 5280 section 7.2).
    const QString ascii = QString::fromLatin1(QUrl::toAce(name));
    return select(certificates, [&](const Certificate &certificate) {
        return hasName(certificate, name) || (!ascii.isEmpty() && hasName(certificate, ascii));
    });
}

Error notFound(const QString &id)
{
    return Error{
        .code = ErrorCode::CertificateNotFound, .subject = displayText(id.left(200)), .values = {}, .causes = {}};
}

QString candidateLine(const StoredCertificate &stored)
{
    return stored.certificate.name() % QStringLiteral(", ")
           % formatThumbprint(stored.certificate.sha1(), ThumbprintFormat::Windows) % QStringLiteral(", ")
           % stored.certificate.notAfter().date().toString(Qt::ISODate);
}

Result<StoredCertificate> onlyOne(const Candidates &found, const QString &id)
{
    if (found.empty())
        return std::unexpected(
            Error{.code = ErrorCode::CertificateNotFound, .subject = id, .values = {}, .causes = {}});
    if (found.size() > 1) {
        Error error{.code = ErrorCode::CertificateAmbiguous, .subject = id, .values = {}, .causes = {}};
        for (const StoredCertificate &stored : found)
            error.values.append(candidateLine(stored));
        return std::unexpected(std::move(error));
    }
    return found.front();
}

} // namespace

Result<StoredCertificate> findCertificate(const std::vector<StoredCertificate> &certificates, IdentifyBy by,
                                          const QString &id)
{
    const QString shown = displayText(id.trimmed().left(200));
    if (shown.isEmpty())
        return std::unexpected(Error{.code = ErrorCode::NoCertificate, .subject = {}, .values = {}, .causes = {}});
    if (by == IdentifyBy::Application)
        return std::unexpected(
            Error{.code = ErrorCode::ApplicationNotRegistered, .subject = shown, .values = {}, .causes = {}});
    if (by == IdentifyBy::Thumbprint) {
        const auto thumbprint = parseThumbprint(id); // not trimmed: positions in its errors count from what was typed
        if (!thumbprint)
            return std::unexpected(thumbprint.error());
        return onlyOne(byThumbprint(certificates, *thumbprint), shown);
    }
    auto found = certificatesKnownAs(certificates, id);
    if (!found)
        return std::unexpected(found.error());
    // A server cannot use one without its key: it is no candidate where another has one.
    if (std::ranges::any_of(*found, &StoredCertificate::hasKey))
        std::erase_if(*found, [](const StoredCertificate &stored) { return !stored.hasKey; });
    return onlyOne(*found, shown);
}

Result<std::vector<StoredCertificate>> certificatesKnownAs(const std::vector<StoredCertificate> &certificates,
                                                           const QString &id)
{
    const auto thumbprint = parseThumbprint(id);
    Candidates found;
    if (thumbprint)
        found = byThumbprint(certificates, *thumbprint);
    if (found.empty())
        found = byName(certificates, id.trimmed());
    if (!found.empty())
        return found;
    return std::unexpected(!thumbprint && looksLikeThumbprint(id) ? thumbprint.error() : notFound(id));
}

} // namespace sealport
