#include "model/certificates/asn1_values.h"

#include "model/certificates/display_text.h"
#include "model/certificates/object_names.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <QByteArray>

#include <array>
#include <utility>

namespace sealport {

namespace {

constexpr qsizetype mostOctetsShown = 64;
constexpr qsizetype longestTextShown = 200;

using ObjectPtr = Handle<ASN1_OBJECT, ASN1_OBJECT_free>;
using StringPtr = Handle<ASN1_STRING, ASN1_STRING_free>;

QString cut(const QString &text)
{
    return text.size() <= longestTextShown ? text : QString(text.left(longestTextShown) % u'…');
}

StringPtr asString(QByteArrayView content, int type)
{
    StringPtr string(ASN1_STRING_type_new(type));
    if (string)
        ASN1_STRING_set(string.get(), content.data(), static_cast<int>(content.size()));
    return string;
}

QString objectValue(QByteArrayView whole)
{
    const IgnoreOpenSslErrors ignore;
    const auto *in = reinterpret_cast<const unsigned char *>(whole.data());
    const ObjectPtr object(d2i_ASN1_OBJECT(nullptr, &in, static_cast<long>(whole.size())));
    return object ? objectText(object.get()) : QString();
}

QString textValue(QByteArrayView content, int type)
{
    const IgnoreOpenSslErrors ignore;
    // A string is cut before it is converted: what nobody sees need not be made.
    const QByteArrayView seen = content.first(std::min(content.size(), 4 * longestTextShown));
    const StringPtr string = asString(seen, type);
    return string ? cut(stringText(string.get())) : QString();
}

QString timeValue(QByteArrayView content, int type)
{
    const IgnoreOpenSslErrors ignore;
    const StringPtr string = asString(content.first(std::min(content.size(), mostOctetsShown)), type);
    const QDateTime time = string ? utcTime(string.get()) : QDateTime();
    if (!time.isValid())
        return textValue(content, V_ASN1_VISIBLESTRING);
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) % QStringLiteral(" UTC");
}

QString integerValue(QByteArrayView content)
{
    constexpr qsizetype shownAsNumber = 8;
    if (content.isEmpty() || content.size() > shownAsNumber)
        return hexDump(content, mostOctetsShown);
    quint64 number = content.front() < 0 ? ~quint64{0} : 0;
    for (const char octet : content)
        number = number << 8 | static_cast<unsigned char>(octet);
    return QString::number(static_cast<qint64>(number));
}

QString bitsValue(QByteArrayView content)
{
    if (content.isEmpty())
        return {};
    const QString hex = hexDump(content.sliced(1), mostOctetsShown);
    const int unused = content.front();
    return unused == 0 ? hex : QString(hex % QStringLiteral(" (-") % QString::number(unused) % u')');
}

} // namespace

QString hexDump(QByteArrayView octets, qsizetype most)
{
    const QByteArray shown = octets.first(std::min(octets.size(), most)).toByteArray().toHex(' ');
    if (octets.size() <= most)
        return QString::fromLatin1(shown);
    return QString::fromLatin1(shown) % QStringLiteral(" … (") % QString::number(octets.size()) % u')';
}

QString asn1TagName(const DerElement &element)
{
    static constexpr std::array<std::pair<std::uint32_t, const char *>, 20> names{
        {{DerBoolean, "BOOLEAN"},
         {DerInteger, "INTEGER"},
         {DerBitString, "BIT STRING"},
         {DerOctetString, "OCTET STRING"},
         {DerNull, "NULL"},
         {DerObjectIdentifier, "OBJECT IDENTIFIER"},
         {DerEnumerated, "ENUMERATED"},
         {DerUtf8String, "UTF8String"},
         {DerSequence, "SEQUENCE"},
         {DerSet, "SET"},
         {DerNumericString, "NumericString"},
         {DerPrintableString, "PrintableString"},
         {DerT61String, "TeletexString"},
         {DerIa5String, "IA5String"},
         {DerUtcTime, "UTCTime"},
         {DerGeneralizedTime, "GeneralizedTime"},
         {DerVisibleString, "VisibleString"},
         {DerGeneralString, "GeneralString"},
         {DerUniversalString, "UniversalString"},
         {DerBmpString, "BMPString"}}};
    const QString number = QString::number(element.tag);
    switch (element.tagClass) {
    case DerElement::Class::Universal:
        for (const auto &[tag, name] : names)
            if (tag == element.tag)
                return QString::fromLatin1(name);
        return QStringLiteral("[UNIVERSAL ") % number % u']';
    case DerElement::Class::Application:
        return QStringLiteral("[APPLICATION ") % number % u']';
    case DerElement::Class::Context:
        return u'[' % number % u']';
    case DerElement::Class::Private:
        return QStringLiteral("[PRIVATE ") % number % u']';
    }
    Q_UNREACHABLE();
}

QString asn1Value(const DerElement &element, QByteArrayView whole)
{
    const QByteArrayView content = element.content;
    if (element.tagClass != DerElement::Class::Universal) {
        // An implicit tag hides the type: text where all of it looks like text, as names of hosts do.
        const bool isText = !content.isEmpty() && std::all_of(content.begin(), content.end(), [](char c) {
            return c >= 0x20 && c < 0x7F;
        });
        return isText ? textValue(content, V_ASN1_IA5STRING) : hexDump(content, mostOctetsShown);
    }
    switch (element.tag) {
    case DerBoolean:
        if (content.size() != 1)
            return hexDump(content, mostOctetsShown);
        return content.front() == 0 ? QStringLiteral("FALSE") : QStringLiteral("TRUE");
    case DerInteger:
    case DerEnumerated:
        return integerValue(content);
    case DerBitString:
        return bitsValue(content);
    case DerObjectIdentifier:
        return objectValue(whole);
    case DerUtf8String:
        return textValue(content, V_ASN1_UTF8STRING);
    case DerBmpString:
        return textValue(content.first(std::min(content.size(), longestTextShown * 4) & ~qsizetype{1}),
                         V_ASN1_BMPSTRING);
    case DerUniversalString:
        return textValue(content.first(content.size() & ~qsizetype{3}), V_ASN1_UNIVERSALSTRING);
    case DerNumericString:
    case DerPrintableString:
    case DerT61String:
    case DerIa5String:
    case DerVisibleString:
    case DerGeneralString:
        return textValue(content, V_ASN1_IA5STRING);
    case DerUtcTime:
        return timeValue(content, V_ASN1_UTCTIME);
    case DerGeneralizedTime:
        return timeValue(content, V_ASN1_GENERALIZEDTIME);
    default:
        return hexDump(content, mostOctetsShown);
    }
}

} // namespace sealport
