#include "app/certificate_json.h"

#include "app/error_json.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/thumbprint.h"

namespace sealport {

namespace {

/// ISO 8601 in UTC; empty for a date that the certificate holds in no readable form.
QString utc(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

void addOrigin(JsonLine &line, const CertificateOrigin &origin)
{
    if (!origin.source.isEmpty())
        line.text("source", origin.source);
    if (!origin.file.isEmpty())
        line.text("file", origin.file);
}

} // namespace

JsonLine certificateJson(const Certificate &certificate, const CertificateOrigin &origin)
{
    const auto hash = [&certificate](ThumbprintAlgorithm algorithm) {
        return formatThumbprint(certificate.thumbprint(algorithm), ThumbprintFormat::Plain);
    };
    JsonLine line;
    line.text("subject", certificate.subject())
        .text("issuer", certificate.issuer())
        .text("serial", certificate.serial())
        .textOrNull("notBefore", utc(certificate.notBefore()))
        .textOrNull("notAfter", utc(certificate.notAfter()))
        .text("sha1", formatThumbprint(certificate.sha1(), ThumbprintFormat::Plain))
        .text("sha256", formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain))
        .text("sha384", hash(ThumbprintAlgorithm::Sha384))
        .text("sha512", hash(ThumbprintAlgorithm::Sha512))
        .textOrNull("md5", hash(ThumbprintAlgorithm::Md5)) // not computed where only approved algorithms are
        .text("publicKeySha256", formatThumbprint(certificate.publicKeySha256(), ThumbprintFormat::Plain))
        .text("keyType", certificate.keyType())
        .number("keyBits", certificate.keyBits())
        .textOrNull("curve", curveOf(certificate))
        .text("signature", certificate.signatureAlgorithm())
        .texts("subjectAltNames", certificate.subjectAltNames())
        .texts("purposes", purposeNames(certificate))
        .boolean("isCa", certificate.isCa())
        .boolean("hasKey", origin.hasKey)
        .boolean("keyLocked", origin.isKeyLocked);
    addOrigin(line, origin);
    return line;
}

JsonLine requestJson(const CertificateRequest &request, const CertificateOrigin &origin)
{
    JsonLine line;
    line.text("type", u"request")
        .text("subject", request.subject())
        .text("keyType", request.keyType())
        .number("keyBits", request.keyBits())
        .textOrNull("curve", curveOf(request))
        .text("signature", request.signatureAlgorithm())
        .boolean("signatureValid", request.isSignatureValid())
        .texts("subjectAltNames", request.subjectAltNames())
        .text("sha256", formatThumbprint(request.sha256(), ThumbprintFormat::Plain))
        .text("publicKeySha256", formatThumbprint(request.publicKeySha256(), ThumbprintFormat::Plain));
    addOrigin(line, origin);
    return line;
}

JsonLine revocationListJson(const RevocationList &list, const CertificateOrigin &origin, std::size_t mostEntries)
{
    std::vector<JsonLine> entries;
    for (const RevokedCertificate &revoked : list.entries(0, mostEntries)) {
        JsonLine entry;
        entries.push_back(entry.text("serial", revoked.serial)
                              .textOrNull("date", utc(revoked.date))
                              .textOrNull("reason", revoked.reason));
    }
    JsonLine line;
    line.text("type", u"revocation-list")
        .text("issuer", list.issuer())
        .textOrNull("thisUpdate", utc(list.thisUpdate()))
        .textOrNull("nextUpdate", utc(list.nextUpdate()))
        .textOrNull("number", list.number())
        .text("signature", list.signatureAlgorithm())
        .text("sha256", formatThumbprint(list.sha256(), ThumbprintFormat::Plain))
        .number("count", static_cast<std::int64_t>(list.count()))
        .objects("entries", entries);
    addOrigin(line, origin);
    return line;
}

JsonLine errorJson(const QString &file, const Error &error)
{
    JsonLine line;
    return line.text("file", file).object("error", errorObject(error));
}

} // namespace sealport
