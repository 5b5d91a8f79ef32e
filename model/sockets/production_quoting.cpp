#include "model/sockets/production_quoting.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr qsizetype longestPlainName = 40;

bool isControl(QChar character)
{
    return character.category() == QChar::Other_Control || character == QChar::LineSeparator
           || character == QChar::ParagraphSeparator;
}

/// One of a pair alone has no UTF-8.
bool isBroken(const QString &value)
{
    return QString::fromUtf8(value.toUtf8()) != value;
}

bool isUnfit(const QString &value, const QString &allowedControls = {})
{
    const auto isUnwanted = [&allowedControls](QChar character) {
        return isControl(character) && !allowedControls.contains(character);
    };
    return isBroken(value) || std::ranges::any_of(value, isUnwanted);
}

/// `escaped` with a backslash before it.
QString backslashed(const QString &value, QStringView escaped)
{
    QString result;
    for (const QChar character : value) {
        if (escaped.contains(character))
            result += u'\\';
        result += character;
    }
    return result;
}

QString inDoubleQuotes(const QString &value)
{
    return u'"' + value + u'"';
}

QString withNamedControls(QString value)
{
    return value.replace(u'\n', QStringLiteral("\\n"))
        .replace(u'\r', QStringLiteral("\\r"))
        .replace(u'\t', QStringLiteral("\\t"));
}

const QString &lineControls()
{
    static const QString controls = QStringLiteral("\n\r\t");
    return controls;
}

} // namespace

std::optional<QString> nginxQuoted(const QString &value)
{
    if (isUnfit(value) || value.contains(u'$'))
        return std::nullopt;
    return inDoubleQuotes(backslashed(value, u"\"\\"));
}

std::optional<QString> nginxTextQuoted(const QString &text)
{
    if (isUnfit(text, lineControls()))
        return std::nullopt;
    QString escaped = withNamedControls(backslashed(text, u"\"\\"));
    return inDoubleQuotes(escaped.replace(u'$', QStringLiteral("${sealport_dollar}")));
}

std::optional<QString> apacheQuoted(const QString &value)
{
    if (isUnfit(value) || value.contains(QStringLiteral("${")))
        return std::nullopt;
    return inDoubleQuotes(backslashed(value, u"\"\\"));
}

std::optional<QString> haproxyQuoted(const QString &value)
{
    if (isUnfit(value, lineControls()))
        return std::nullopt;
    return inDoubleQuotes(withNamedControls(backslashed(value, u"\"\\$")));
}

std::optional<QString> caddyQuoted(const QString &value)
{
    if (isUnfit(value, QStringLiteral("\n\t")) || value.contains(u'{') || value.contains(u'}'))
        return std::nullopt;
    if (!value.contains(u'"') && !value.contains(u'\\'))
        return inDoubleQuotes(value);
    if (value.contains(u'`'))
        return std::nullopt; // nothing can be escaped between these
    return u'`' + value + u'`';
}

std::optional<QString> stunnelQuoted(const QString &value)
{
    if (isUnfit(value) || value.isEmpty() || value.trimmed() != value)
        return std::nullopt;
    return value;
}

std::optional<QString> shellQuoted(const QString &value)
{
    if (isUnfit(value))
        return std::nullopt;
    constexpr QStringView harmless = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-./:=,@+%";
    const auto isHarmless = [harmless](QChar character) { return harmless.contains(character); };
    if (!value.isEmpty() && std::ranges::all_of(value, isHarmless))
        return value;
    QString escaped = value;
    return u'\'' + escaped.replace(u'\'', QStringLiteral("'\\''")) + u'\'';
}

QString printfFormat(const QString &text)
{
    constexpr QStringView harmless = u"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_./:=,@+-";
    QString format;
    for (const char octet : text.toUtf8()) {
        const QChar character = QLatin1Char(octet);
        // the first one not a hyphen: printf would take it for an option
        if (harmless.contains(character) && !(character == u'-' && format.isEmpty()))
            format += character;
        else
            format += u'\\' + QString::number(static_cast<unsigned char>(octet), 8).rightJustified(3, u'0');
    }
    return format;
}

QString plainName(const QString &name)
{
    QString plain;
    for (const QChar character : name) {
        const bool isPlain = character.unicode() < 0x80 && character.isLetterOrNumber();
        if (isPlain)
            plain += character;
        else if (!plain.isEmpty() && !plain.endsWith(u'-'))
            plain += u'-';
    }
    plain.truncate(longestPlainName);
    while (plain.endsWith(u'-'))
        plain.chop(1);
    return plain.isEmpty() ? QStringLiteral("server") : plain;
}

} // namespace sealport
