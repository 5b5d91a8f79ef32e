#include "model/certificates/alternative_name.h"

#include "model/certificates/ip_address.h"

#include <QList>
#include <QUrl>

#include <algorithm>

namespace sealport {

namespace {

bool isLabel(QByteArrayView label)
{
    constexpr qsizetype longest = 63; // RFC 1034 section 3.1
    // The underscore is in no host name (RFC 952), but names of services and test machines have it and clients take it.
    const bool hasAllowedCharacters = std::ranges::all_of(label, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
    });
    return !label.isEmpty() && label.size() <= longest && hasAllowedCharacters && !label.startsWith('-')
           && !label.endsWith('-');
}

bool isHostName(const QByteArray &name)
{
    constexpr qsizetype longest = 253; // 255 octets on the wire, RFC 1035 section 2.3.4
    if (name.isEmpty() || name.size() > longest)
        return false;
    QList<QByteArray> labels = name.split('.');
    if (labels.first() == "*" && labels.size() > 1)
        labels.removeFirst(); // a wildcard is a whole leftmost label, RFC 6125 section 6.4.3
    const QByteArray &top = labels.last();
    const bool isMistypedAddress = std::ranges::all_of(top, [](char c) { return c >= '0' && c <= '9'; });
    return !isMistypedAddress && std::ranges::all_of(labels, [](const QByteArray &label) { return isLabel(label); });
}

bool isPrintableAscii(const QString &text)
{
    return std::ranges::all_of(text, [](QChar c) { return c.unicode() > 0x20 && c.unicode() < 0x7F; });
}

/// What QUrl::toAce() makes of it, which knows no wildcards.
QByteArray punycode(const QString &text)
{
    const QString wildcard = QStringLiteral("*.");
    return text.startsWith(wildcard) ? "*." + QUrl::toAce(text.mid(wildcard.size())) : QUrl::toAce(text);
}

std::optional<AlternativeName> hostName(const QString &text)
{
    const QByteArray name = isPrintableAscii(text) ? text.toLatin1() : punycode(text);
    if (!isHostName(name))
        return std::nullopt;
    return AlternativeName{.kind = AlternativeName::Kind::Dns, .value = name};
}

std::optional<AlternativeName> address(const QString &text)
{
    const auto octets = ipOctets(text);
    if (!octets)
        return std::nullopt;
    return AlternativeName{.kind = AlternativeName::Kind::Ip, .value = *octets};
}

std::optional<AlternativeName> mailbox(const QString &text)
{
    constexpr qsizetype longestLocalPart = 64; // RFC 5321 section 4.5.3.1.1
    const qsizetype at = text.lastIndexOf(u'@');
    const QString local = text.left(at);
    const auto domain = hostName(text.mid(at + 1));
    const bool isWhole = at > 0 && local.size() <= longestLocalPart && isPrintableAscii(local) && domain;
    // RFC 5321 section 4.1.2: outside quotes these separate addresses from each other.
    const bool hasSpecials =
        std::ranges::any_of(local, [](QChar c) { return QStringView(u"()<>[]:;@\\,\"").contains(c); });
    if (!isWhole || hasSpecials)
        return std::nullopt;
    return AlternativeName{.kind = AlternativeName::Kind::Email, .value = local.toLatin1() + '@' + domain->value};
}

std::optional<AlternativeName> uri(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!isPrintableAscii(text) || !url.isValid() || url.isRelative())
        return std::nullopt;
    return AlternativeName{.kind = AlternativeName::Kind::Uri, .value = text.toLatin1()};
}

} // namespace

std::optional<AlternativeName> parseAlternativeName(const QString &text)
{
    const QString trimmed = text.trimmed();
    const auto after = [&trimmed](QStringView prefix) -> std::optional<QString> {
        if (!trimmed.startsWith(prefix, Qt::CaseInsensitive))
            return std::nullopt;
        return trimmed.mid(prefix.size()).trimmed();
    };
    if (const auto rest = after(u"DNS:"))
        return hostName(*rest);
    if (const auto rest = after(u"IP:"))
        return address(*rest);
    if (const auto rest = after(u"email:"))
        return mailbox(*rest);
    if (const auto rest = after(u"URI:"))
        return uri(*rest);
    const auto asAddress = address(trimmed);
    return asAddress ? asAddress : hostName(trimmed);
}

} // namespace sealport
