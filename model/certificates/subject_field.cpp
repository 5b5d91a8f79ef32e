#include "model/certificates/subject_field.h"

#include "model/certificates/alternative_name.h"
#include "model/certificates/display_text.h"

#include <openssl/objects.h>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

struct FieldType {
    const char *name;
    int nid;
    int stringType;
    qsizetype longest; ///< in characters: RFC 5280 appendix A.1
};
constexpr std::array<FieldType, 6> fieldTypes{{{"C", NID_countryName, V_ASN1_PRINTABLESTRING, 2},
                                               {"ST", NID_stateOrProvinceName, V_ASN1_UTF8STRING, 128},
                                               {"L", NID_localityName, V_ASN1_UTF8STRING, 128},
                                               {"O", NID_organizationName, V_ASN1_UTF8STRING, 64},
                                               {"OU", NID_organizationalUnitName, V_ASN1_UTF8STRING, 64},
                                               {"emailAddress", NID_pkcs9_emailAddress, V_ASN1_IA5STRING, 255}}};

const FieldType *typeOf(const SubjectField &field)
{
    const auto *type = std::ranges::find_if(fieldTypes, [&field](const FieldType &known) {
        return field.type.compare(QLatin1String(known.name), Qt::CaseInsensitive) == 0;
    });
    return type == fieldTypes.end() ? nullptr : type;
}

bool isCountry(const QString &value)
{
    return value.size() == 2
           && std::ranges::all_of(value, [](QChar c) { return (c >= u'A' && c <= u'Z') || (c >= u'a' && c <= u'z'); });
}

/// At commas, but not at those that a backslash stands before; backslashes are kept.
QStringList splitAtCommas(const QString &text)
{
    QStringList parts(QString{});
    bool isEscaped = false;
    for (const QChar c : text) {
        if (c == u',' && !isEscaped)
            parts.append(QString());
        else
            parts.last().append(c);
        isEscaped = c == u'\\' && !isEscaped;
    }
    return parts;
}

QString withoutBackslashes(const QString &text)
{
    QString plain;
    bool isEscaped = false;
    for (const QChar c : text) {
        isEscaped = c == u'\\' && !isEscaped;
        if (!isEscaped)
            plain.append(c);
    }
    return plain;
}

} // namespace

QStringList subjectFieldTypes()
{
    QStringList names;
    for (const FieldType &type : fieldTypes)
        names.append(QString::fromLatin1(type.name));
    return names;
}

bool isValid(const SubjectField &field)
{
    const FieldType *type = typeOf(field);
    if (!type || field.value.trimmed().isEmpty() || !field.value.isValidUtf16()
        || field.value.toUcs4().size() > type->longest || displayText(field.value) != field.value)
        return false;
    if (type->nid == NID_countryName)
        return isCountry(field.value);
    if (type->nid == NID_pkcs9_emailAddress)
        return parseAlternativeName(QStringLiteral("email:") % field.value).has_value();
    return true;
}

Result<std::vector<SubjectField>> parseSubjectFields(const QString &text)
{
    std::vector<SubjectField> fields;
    for (const QString &part : splitAtCommas(text)) {
        if (part.trimmed().isEmpty())
            continue;
        const qsizetype equals = part.indexOf(u'=');
        const SubjectField field{.type = part.left(std::max<qsizetype>(0, equals)).trimmed(),
                                 .value = withoutBackslashes(part.mid(equals + 1).trimmed())};
        if (equals < 0 || !isValid(field))
            return std::unexpected(Error{.code = ErrorCode::InvalidSubjectField,
                                         .subject = displayText(part.trimmed().left(300)),
                                         .values = {},
                                         .causes = {}});
        fields.push_back(field);
    }
    return fields;
}

bool addSubjectField(X509_NAME &name, const SubjectField &field)
{
    const FieldType *type = typeOf(field);
    if (!type)
        return false;
    // An address is written as an alternative name is, international hosts as A-labels.
    QByteArray value = type->nid == NID_countryName ? field.value.toUpper().toLatin1() : field.value.toUtf8();
    if (type->nid == NID_pkcs9_emailAddress)
        if (const auto mailbox = parseAlternativeName(QStringLiteral("email:") % field.value))
            value = mailbox->value;
    return X509_NAME_add_entry_by_NID(&name, type->nid, type->stringType,
                                      reinterpret_cast<const unsigned char *>(value.constData()),
                                      static_cast<int>(value.size()), -1, 0)
           == 1;
}

} // namespace sealport
