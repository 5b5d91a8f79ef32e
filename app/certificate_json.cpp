#include "app/certificate_json.h"

#include "model/certificates/thumbprint.h"
#include "model/text/error_text.h"

namespace sealport {

namespace {

/// ISO 8601 in UTC; empty for a date that the certificate holds in no readable form.
QString utc(const QDateTime &time)
{
    return time.toUTC().toString(Qt::ISODate);
}

} // namespace

JsonLine certificateJson(const Certificate &certificate, const CertificateOrigin &origin)
{
    JsonLine line;
    line.text("subject", certificate.subject())
        .text("issuer", certificate.issuer())
        .text("serial", certificate.serial())
        .textOrNull("notBefore", utc(certificate.notBefore()))
        .textOrNull("notAfter", utc(certificate.notAfter()))
        .text("sha1", formatThumbprint(certificate.sha1(), ThumbprintFormat::Plain))
        .text("sha256", formatThumbprint(certificate.sha256(), ThumbprintFormat::Plain))
        .text("keyType", certificate.keyType())
        .number("keyBits", certificate.keyBits())
        .text("signature", certificate.signatureAlgorithm())
        .texts("subjectAltNames", certificate.subjectAltNames())
        .boolean("isCa", certificate.isCa())
        .boolean("hasKey", origin.hasKey);
    if (!origin.source.isEmpty())
        line.text("source", origin.source);
    if (!origin.file.isEmpty())
        line.text("file", origin.file);
    return line;
}

JsonLine errorJson(const QString &file, const Error &error)
{
    JsonLine detail;
    detail.text("code", errorName(error.code)).text("sentence", describe(error));
    JsonLine line;
    return line.text("file", file).object("error", detail);
}

} // namespace sealport
