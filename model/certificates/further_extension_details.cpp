// Extensions that are not of RFC 5280: timestamps of logs, must-staple, Netscape's, Microsoft's, ETSI's.

#include "model/certificates/detail_rows.h"

#include "model/certificates/asn1_values.h"
#include "model/certificates/der_reader.h"
#include "model/certificates/object_names.h"
#include "model/certificates/x509_values.h"

#include <openssl/ct.h>

#include <array>

namespace sealport {

namespace {

using Reading = ExtensionReading;
using ObjectPtr = Handle<ASN1_OBJECT, ASN1_OBJECT_free>;
using IntegerPtr = Handle<ASN1_INTEGER, ASN1_INTEGER_free>;
using AnyPtr = Handle<ASN1_TYPE, ASN1_TYPE_free>;

QByteArrayView contentOf(X509_EXTENSION &extension)
{
    return octetsOf(X509_EXTENSION_get_data(&extension));
}

/// The elements of what must be one SEQUENCE and nothing behind it.
std::optional<std::vector<DerElement>> elementsOf(QByteArrayView bytes)
{
    const auto sequence = readDerElement(bytes);
    if (!sequence || !sequence->isUniversal(DerSequence) || sequence->length() != bytes.size())
        return std::nullopt;
    std::vector<DerElement> elements;
    for (QByteArrayView rest = sequence->content; !rest.isEmpty();) {
        const auto element = readDerElement(rest);
        if (!element)
            return std::nullopt;
        elements.push_back(*element);
        rest = rest.sliced(element->length());
    }
    return elements;
}

QByteArrayView whole(const DerElement &element)
{
    return QByteArrayView(element.content.data() - element.headerLength, element.length());
}

ObjectPtr objectOf(const DerElement &element)
{
    const QByteArrayView bytes = whole(element);
    const auto *in = reinterpret_cast<const unsigned char *>(bytes.data());
    return ObjectPtr(d2i_ASN1_OBJECT(nullptr, &in, static_cast<long>(bytes.size())));
}

Detail timestampDetail(const SCT &timestamp)
{
    unsigned char *log = nullptr;
    const std::size_t logSize = SCT_get0_log_id(&timestamp, &log);
    const QDateTime moment =
        QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(SCT_get_timestamp(&timestamp)), Qt::UTC);
    std::vector<Detail> parts;
    parts.push_back(detail(DetailField::Version, QString::number(SCT_get_version(&timestamp) + 1)));
    parts.push_back(detail(DetailField::LogIdentifier, hexOf(QByteArrayView(log, static_cast<qsizetype>(logSize)))));
    parts.push_back(detail(DetailField::Timestamp,
                           moment.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss.zzz")) % QStringLiteral(" UTC")));
    if (const int algorithm = SCT_get_signature_nid(&timestamp); algorithm != NID_undef)
        parts.push_back(detail(DetailField::SignatureAlgorithm, QString::fromLatin1(OBJ_nid2ln(algorithm))));
    return detail(DetailField::SignedTimestamp, std::move(parts));
}

/// RFC 6962 section 3.3.
Reading readTimestamps(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const QByteArrayView content = contentOf(extension);
    const auto *in = reinterpret_cast<const unsigned char *>(content.data());
    const Handle<STACK_OF(SCT), SCT_LIST_free> list(d2i_SCT_LIST(nullptr, &in, static_cast<long>(content.size())));
    addRows(rows, list ? sk_SCT_num(list.get()) : 0,
            [&](int i) { return timestampDetail(*sk_SCT_value(list.get(), i)); });
    return list ? Reading::Done : Reading::Damaged;
}

/// RFC 7633.
Reading readFeatures(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    constexpr long statusRequest = 5;
    constexpr long statusRequestV2 = 17;
    const auto features = decoded<TLS_FEATURE, TLS_FEATURE_free>(extension, NID_tlsfeature);
    addRows(rows, features ? sk_ASN1_INTEGER_num(features.get()) : 0, [&](int i) {
        const ASN1_INTEGER *number = sk_ASN1_INTEGER_value(features.get(), i);
        switch (ASN1_INTEGER_get(number)) {
        case statusRequest:
            return detail(DetailField::Feature, DetailTerm::MustStaple);
        case statusRequestV2:
            return detail(DetailField::Feature, DetailTerm::MustStapleAll);
        default:
            return detail(DetailField::Feature, numberText(number));
        }
    });
    return features ? Reading::Done : Reading::Damaged;
}

Reading readNetscapeType(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    static constexpr std::array words{DetailTerm::SslClient,      DetailTerm::SslServer,
                                      DetailTerm::Smime,          DetailTerm::ObjectSigning,
                                      DetailTerm::Reserved,       DetailTerm::SslAuthority,
                                      DetailTerm::SmimeAuthority, DetailTerm::ObjectSigningAuthority};
    const auto bits = decoded<ASN1_BIT_STRING, ASN1_BIT_STRING_free>(extension, NID_netscape_cert_type);
    if (!bits)
        return Reading::Damaged;
    Detail row{.field = DetailField::NetscapeType, .terms = {}, .parts = {}};
    for (std::size_t bit = 0; bit < words.size(); ++bit)
        if (ASN1_BIT_STRING_get_bit(bits.get(), static_cast<int>(bit)) != 0)
            row.terms.push_back(words[bit]);
    rows.push_back(row);
    return Reading::Done;
}

/// One element of any type, shown as the tree of ASN.1 shows it.
Reading readOneValue(DetailField field, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const QByteArrayView content = contentOf(extension);
    const auto element = readDerElement(content);
    if (!element || element->isConstructed || element->length() != content.size())
        return Reading::Damaged;
    rows.push_back(detail(field, asn1Value(*element, content)));
    return Reading::Done;
}

/// [MS-WCCE] section 2.2.2.7.7.2: the template and its versions.
Reading readTemplate(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto elements = elementsOf(contentOf(extension));
    if (!elements || elements->empty() || elements->size() > 3 || !elements->front().isUniversal(DerObjectIdentifier))
        return Reading::Damaged;
    const ObjectPtr object = objectOf(elements->front());
    rows.push_back(detail(DetailField::Template, object.get(), objectText(object.get())));
    for (std::size_t i = 1; i < elements->size(); ++i)
        rows.push_back(detail(i == 1 ? DetailField::MajorVersion : DetailField::MinorVersion,
                              asn1Value((*elements)[i], whole((*elements)[i]))));
    return Reading::Done;
}

/// What stands in a statement: objects by name, text and numbers as they are.
void addStatementValues(QStringList &values, QByteArrayView bytes, int depth)
{
    constexpr int deepest = 8;
    constexpr qsizetype most = 20;
    while (!bytes.isEmpty() && depth < deepest && values.size() < most) {
        const auto element = readDerElement(bytes);
        if (!element)
            return;
        if (element->isConstructed)
            addStatementValues(values, element->content, depth + 1);
        else
            values.append(asn1Value(*element, whole(*element)));
        bytes = bytes.sliced(element->length());
    }
}

/// RFC 3739 section 3.2.6.
Reading readStatements(X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    const auto statements = elementsOf(contentOf(extension));
    if (!statements)
        return Reading::Damaged;
    for (const DerElement &statement : *statements) {
        const auto parts = elementsOf(whole(statement));
        if (!parts || parts->empty() || !parts->front().isUniversal(DerObjectIdentifier))
            return Reading::Damaged;
        if (rows.size() == mostDetailRows)
            break;
        QStringList values;
        for (std::size_t i = 1; i < parts->size(); ++i)
            addStatementValues(values, whole((*parts)[i]), 0);
        const ObjectPtr object = objectOf(parts->front());
        rows.push_back(detail(DetailField::Statement, object.get(), values.join(QStringLiteral(", "))));
    }
    return Reading::Done;
}

Reading readByNumber(const QString &number, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    if (number == QLatin1String("1.3.6.1.4.1.311.20.2"))
        return readOneValue(DetailField::Template, extension, rows);
    if (number == QLatin1String("1.3.6.1.4.1.311.21.1"))
        return readOneValue(DetailField::AuthorityVersion, extension, rows);
    if (number == QLatin1String("1.3.6.1.4.1.311.21.7"))
        return readTemplate(extension, rows);
    if (number == QLatin1String("1.3.6.1.4.1.311.21.10"))
        return readPolicies(extension, rows);
    return Reading::NotMine;
}

} // namespace

ExtensionReading readOtherExtension(int nid, X509_EXTENSION &extension, std::vector<Detail> &rows)
{
    switch (nid) {
    case NID_ct_precert_scts:
        return readTimestamps(extension, rows);
    case NID_tlsfeature:
        return readFeatures(extension, rows);
    case NID_id_pkix_OCSP_noCheck:
    case NID_ct_precert_poison:
        rows.push_back({.field = DetailField::Present, .terms = {}, .parts = {}});
        return Reading::Done;
    case NID_netscape_cert_type:
        return readNetscapeType(extension, rows);
    case NID_netscape_comment:
    case NID_netscape_base_url:
    case NID_netscape_revocation_url:
    case NID_netscape_ca_revocation_url:
    case NID_netscape_renewal_url:
    case NID_netscape_ca_policy_url:
    case NID_netscape_ssl_server_name:
        return readOneValue(DetailField::Text, extension, rows);
    case NID_qcStatements:
        return readStatements(extension, rows);
    default:
        return readByNumber(dottedNumber(X509_EXTENSION_get_object(&extension)), extension, rows);
    }
}

} // namespace sealport
