#include "model/certificates/detail_rows.h"

#include "model/certificates/asn1_values.h"
#include "model/certificates/display_text.h"
#include "model/certificates/object_names.h"
#include "model/certificates/x509_values.h"

#include <openssl/bn.h>

#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr qsizetype mostOctetsShown = 2048; // a key or signature of 16,384 bits

} // namespace

Detail detail(DetailField field, const QString &value)
{
    return {.field = field, .value = value, .terms = {}, .parts = {}};
}

Detail detail(DetailField field, DetailTerm term)
{
    return {.field = field, .terms = {term}, .parts = {}};
}

Detail detail(DetailField field, std::vector<Detail> parts)
{
    return {.field = field, .terms = {}, .parts = std::move(parts)};
}

Detail detail(DetailField field, const ASN1_OBJECT *object, const QString &value)
{
    return {.field = field,
            .object = dottedNumber(object),
            .name = knownObjectName(object),
            .value = value,
            .terms = {},
            .parts = {}};
}

QByteArrayView octetsOf(const ASN1_STRING *string)
{
    return QByteArrayView(ASN1_STRING_get0_data(string), ASN1_STRING_length(string));
}

QString hexOf(const ASN1_STRING *string)
{
    return string ? hexOf(octetsOf(string)) : QString();
}

QString hexOf(QByteArrayView octets)
{
    return hexDump(octets, mostOctetsShown);
}

QString momentText(const ASN1_TIME *time)
{
    const QDateTime moment = utcTime(time);
    if (!moment.isValid())
        return stringText(time);
    return moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) % QStringLiteral(" UTC");
}

QString numberText(const ASN1_INTEGER *number)
{
    std::int64_t value = 0;
    if (ASN1_INTEGER_get_int64(&value, number) == 1)
        return QString::number(value);
    return serialHex(number);
}

Detail nameDetail(DetailField field, const X509_NAME *name)
{
    Detail row = detail(field, nameText(name));
    addRows(row.parts, X509_NAME_entry_count(name), [name](int i) {
        const X509_NAME_ENTRY *entry = X509_NAME_get_entry(name, i);
        return detail(DetailField::NameEntry, X509_NAME_ENTRY_get_object(entry),
                      stringText(X509_NAME_ENTRY_get_data(entry)));
    });
    return row;
}

void *decodedContent(X509_EXTENSION &extension, int nid)
{
    const X509V3_EXT_METHOD *method = X509V3_EXT_get_nid(nid);
    const ASN1_OCTET_STRING *data = X509_EXTENSION_get_data(&extension);
    if (!method || !method->it)
        return nullptr;
    const unsigned char *in = ASN1_STRING_get0_data(data);
    const unsigned char *const end = in + ASN1_STRING_length(data);
    ASN1_VALUE *value = ASN1_item_d2i(nullptr, &in, ASN1_STRING_length(data), ASN1_ITEM_ptr(method->it));
    if (!value || in == end)
        return value;
    ASN1_item_free(value, ASN1_ITEM_ptr(method->it));
    return nullptr;
}

std::optional<DetailTerm> purposeTerm(const ASN1_OBJECT *purpose)
{
    switch (OBJ_obj2nid(purpose)) {
    case NID_server_auth:
        return DetailTerm::TlsServer;
    case NID_client_auth:
        return DetailTerm::TlsClient;
    case NID_code_sign:
        return DetailTerm::CodeSigning;
    case NID_email_protect:
        return DetailTerm::EmailProtection;
    case NID_time_stamp:
        return DetailTerm::TimeStamping;
    case NID_OCSP_sign:
        return DetailTerm::OcspSigning;
    case NID_anyExtendedKeyUsage:
        return DetailTerm::AnyPurpose;
    case NID_ipsec_IKE:
    case NID_ipsecEndSystem:
        return DetailTerm::IpsecEndSystem;
    case NID_ms_smartcard_login:
        return DetailTerm::SmartCardLogon;
    default:
        break;
    }
    const QString number = dottedNumber(purpose);
    if (number == QLatin1String("1.3.6.1.4.1.11129.2.4.4"))
        return DetailTerm::PrecertificateSigning; // RFC 6962 section 3.1
    if (number == QLatin1String("1.3.6.1.5.5.7.3.36") || number == QLatin1String("1.3.6.1.4.1.311.10.3.12"))
        return DetailTerm::DocumentSigning; // RFC 9336, and Microsoft's
    return std::nullopt;
}

Detail purposeDetail(const ASN1_OBJECT *purpose)
{
    Detail row = detail(DetailField::Purpose, purpose);
    if (const auto term = purposeTerm(purpose))
        row.terms = {*term};
    return row;
}

} // namespace sealport
