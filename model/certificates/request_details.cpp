// What a request asks for (RFC 2986), with the extensions of RFC 2985 section 5.4.2.

#include "model/certificates/certificate_details.h"

#include "model/certificates/certificate_extensions.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/detail_rows.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/thumbprint.h"
#include "model/certificates/x509_values.h"

namespace sealport {

namespace {

QString valueText(ASN1_TYPE &value)
{
    switch (value.type) {
    case V_ASN1_UTF8STRING:
    case V_ASN1_PRINTABLESTRING:
    case V_ASN1_IA5STRING:
    case V_ASN1_T61STRING:
    case V_ASN1_BMPSTRING:
        return stringText(value.value.asn1_string);
    default: {
        const QByteArray der = encodedDer(i2d_ASN1_TYPE, &value);
        return hexOf(QByteArrayView(der));
    }
    }
}

/// What is no extension, such as a challenge password, which stands there for everybody to read.
Detail attributeDetail(X509_ATTRIBUTE &attribute)
{
    Detail row = detail(DetailField::Attribute, X509_ATTRIBUTE_get0_object(&attribute));
    const int count = X509_ATTRIBUTE_count(&attribute);
    if (count == 1)
        row.value = valueText(*X509_ATTRIBUTE_get0_type(&attribute, 0));
    else
        addRows(row.parts, count, [&attribute](int i) {
            return detail(DetailField::RawContent, valueText(*X509_ATTRIBUTE_get0_type(&attribute, i)));
        });
    return row;
}

} // namespace

std::vector<Detail> detailsOf(const CertificateRequest &request)
{
    const IgnoreOpenSslErrors ignore; // what cannot be decoded says so in its row
    X509_REQ *handle = request.handle();
    std::vector<Detail> rows;
    rows.push_back(detail(DetailField::Version, QString::number(X509_REQ_get_version(handle) + 1)));
    rows.push_back(nameDetail(DetailField::Subject, X509_REQ_get_subject_name(handle)));
    rows.push_back(publicKeyDetail(*X509_REQ_get_X509_PUBKEY(handle)));
    const ExtensionsPtr extensions(X509_REQ_get_extensions(handle));
    addRows(rows, extensions ? sk_X509_EXTENSION_num(extensions.get()) : 0,
            [&](int i) { return extensionDetail(*sk_X509_EXTENSION_value(extensions.get(), i)); });
    const int shown = extensions ? extensionsAttribute(*handle) : -1;
    std::vector<X509_ATTRIBUTE *> attributes;
    for (int i = 0; i < X509_REQ_get_attr_count(handle); ++i) {
        X509_ATTRIBUTE *attribute = X509_REQ_get_attr(handle, i);
        if (i != shown || X509_ATTRIBUTE_count(attribute) != 1)
            attributes.push_back(attribute);
    }
    addRows(rows, static_cast<int>(attributes.size()),
            [&](int i) { return attributeDetail(*attributes[static_cast<std::size_t>(i)]); });

    const X509_ALGOR *algorithm = nullptr;
    const ASN1_BIT_STRING *signature = nullptr;
    X509_REQ_get0_signature(handle, &signature, &algorithm);
    rows.push_back(algorithmDetail(DetailField::SignatureAlgorithm, *algorithm));
    rows.push_back(detail(DetailField::SignatureValue, hexOf(signature)));
    rows.push_back(
        detail(DetailField::Sha256Thumbprint, formatThumbprint(request.sha256(), ThumbprintFormat::OpenSsl)));
    rows.push_back(
        detail(DetailField::PublicKeyPin,
               QStringLiteral("sha256//") % formatThumbprint(request.publicKeySha256(), ThumbprintFormat::Base64)));
    return rows;
}

} // namespace sealport
