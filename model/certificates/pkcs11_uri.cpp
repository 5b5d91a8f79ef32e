#include "model/certificates/pkcs11_uri.h"

#include <QStringList>
#include <QUrl>

#include <array>

namespace sealport {

namespace {

constexpr QLatin1String scheme("pkcs11:");
constexpr qsizetype longest = 8192; // far beyond what the fields of a token hold (CK_TOKEN_INFO)

struct TextAttribute {
    const char *name;
    QString Pkcs11Uri::*field;
};
constexpr std::array pathAttributes{
    TextAttribute{"model", &Pkcs11Uri::model},   TextAttribute{"manufacturer", &Pkcs11Uri::manufacturer},
    TextAttribute{"serial", &Pkcs11Uri::serial}, TextAttribute{"token", &Pkcs11Uri::token},
    TextAttribute{"object", &Pkcs11Uri::object}, TextAttribute{"type", &Pkcs11Uri::type},
};
constexpr std::array queryAttributes{
    TextAttribute{"module-path", &Pkcs11Uri::modulePath},
    TextAttribute{"x-nss-database", &Pkcs11Uri::nssDatabase},
};

/// The octets behind the percent signs; nothing where a percent sign is followed by anything but two hex digits.
std::optional<QByteArray> decoded(const QString &text)
{
    const QByteArray encoded = text.toUtf8();
    QByteArray octets;
    for (qsizetype i = 0; i < encoded.size(); ++i) {
        if (encoded.at(i) != '%') {
            octets.append(encoded.at(i));
            continue;
        }
        const QByteArray digits = encoded.mid(i + 1, 2);
        bool isHex = false;
        const auto octet = digits.toUInt(&isHex, 16);
        if (!isHex || digits.size() != 2 || digits.at(0) == '+' || digits.at(0) == '-')
            return std::nullopt;
        octets.append(static_cast<char>(octet));
        i += 2;
    }
    return octets;
}

template <std::size_t Count>
bool readText(const std::array<TextAttribute, Count> &known, const QString &name, const QString &value, Pkcs11Uri &uri)
{
    for (const TextAttribute &attribute : known) {
        if (name != QLatin1String(attribute.name))
            continue;
        const auto octets = decoded(value);
        if (!octets || octets->contains('\0') || !(uri.*attribute.field).isEmpty())
            return false;
        uri.*attribute.field = QString::fromUtf8(*octets);
        return true;
    }
    return false;
}

bool readPath(const QString &name, const QString &value, Pkcs11Uri &uri)
{
    if (name != u"id")
        return readText(pathAttributes, name, value, uri);
    const auto octets = decoded(value);
    if (!octets || !uri.id.isEmpty())
        return false;
    uri.id = *octets;
    return true;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

template <std::size_t Count>
QStringList written(const std::array<TextAttribute, Count> &known, const Pkcs11Uri &uri)
{
    QStringList parts;
    for (const TextAttribute &attribute : known) {
        if (const QString &value = uri.*attribute.field; !value.isEmpty())
            parts.append(QLatin1String(attribute.name) % u'=' % encoded(value));
    }
    return parts;
}

} // namespace

bool isPkcs11Uri(const QString &text)
{
    return text.startsWith(scheme, Qt::CaseInsensitive);
}

Result<Pkcs11Uri> Pkcs11Uri::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype question = trimmed.indexOf(u'?');
    const QString path = trimmed.left(question).mid(scheme.size());
    const QString query = question < 0 ? QString() : trimmed.mid(question + 1);
    const QString shown = trimmed.left(question); // a PIN would stand behind it
    const auto refusal = [&shown](ErrorCode code, const QString &attribute) {
        return std::unexpected(
            Error{.code = code, .subject = shown.left(longest), .values = {attribute}, .causes = {}});
    };
    if (!isPkcs11Uri(trimmed) || trimmed.size() > longest)
        return refusal(ErrorCode::InvalidTokenUri, {});
    Pkcs11Uri uri;
    for (const QString &part : path.split(u';', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        if (name.startsWith(u"pin-"))
            return std::unexpected(Error{.code = ErrorCode::PinInTokenUri, .subject = {}, .values = {}, .causes = {}});
        if (!part.contains(u'=') || !readPath(name, part.section(u'=', 1), uri))
            return refusal(ErrorCode::InvalidTokenUri, name);
    }
    for (const QString &part : query.split(u'&', Qt::SkipEmptyParts)) {
        const QString name = part.section(u'=', 0, 0);
        if (name == u"pin-value" || name == u"pin-source")
            return refusal(ErrorCode::PinInTokenUri, name);
        if (!part.contains(u'=') || !readText(queryAttributes, name, part.section(u'=', 1), uri))
            return refusal(ErrorCode::InvalidTokenUri, name);
    }
    if (!uri.type.isEmpty() && uri.type != u"cert" && uri.type != u"private" && uri.type != u"public")
        return refusal(ErrorCode::InvalidTokenUri, QStringLiteral("type"));
    return uri;
}

QString Pkcs11Uri::toString() const
{
    QStringList path = written(pathAttributes, *this);
    if (!id.isEmpty()) {
        const QString octets = u'%' % QString::fromLatin1(id.toHex('%')).toUpper();
        const bool hasType = !type.isEmpty();
        path.insert(path.size() - (object.isEmpty() ? 0 : 1) - (hasType ? 1 : 0), u"id=" % octets);
    }
    const QString query = written(queryAttributes, *this).join(u'&');
    const QString start = scheme % path.join(u';');
    return query.isEmpty() ? start : start % u'?' % query;
}

} // namespace sealport
