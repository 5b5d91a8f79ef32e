#include "model/certificates/thumbprint.h"

#include "model/certificates/display_text.h"

#include <algorithm>

namespace sealport {

namespace {

Error notAThumbprint(const QString &text, QStringList values)
{
    constexpr qsizetype shown = 200;
    return Error{.code = ErrorCode::NotAThumbprint,
                 .subject = displayText(text.left(shown)),
                 .values = std::move(values),
                 .causes = {}};
}

} // namespace

std::optional<ThumbprintAlgorithm> thumbprintAlgorithm(qsizetype octets)
{
    switch (octets) {
    case 16:
        return ThumbprintAlgorithm::Md5;
    case 20:
        return ThumbprintAlgorithm::Sha1;
    case 32:
        return ThumbprintAlgorithm::Sha256;
    case 48:
        return ThumbprintAlgorithm::Sha384;
    case 64:
        return ThumbprintAlgorithm::Sha512;
    default:
        return std::nullopt;
    }
}

bool looksLikeThumbprint(const QString &text)
{
    constexpr qsizetype fewest = 16;
    const auto isHex = [](QChar c) { return QStringView(u"0123456789abcdefABCDEF").contains(c); };
    const auto digits = std::ranges::count_if(text, isHex);
    const auto visible = std::ranges::count_if(text, [](QChar c) { return c.isLetterOrNumber(); });
    return (digits >= fewest && digits * 8 >= visible * 7) || parseThumbprint(text);
}

Result<Thumbprint> parseThumbprint(const QString &text)
{
    if (text.size() > longestThumbprintText)
        return std::unexpected(notAThumbprint(text, {}));
    const ThumbprintReading reading = readThumbprint(text);
    if (reading.illegalPosition != 0)
        return std::unexpected(
            notAThumbprint(text, {QString::number(reading.illegalPosition), reading.illegalCharacter}));
    if (reading.digits.isEmpty())
        return std::unexpected(notAThumbprint(text, {}));
    const auto algorithm = thumbprintAlgorithm(reading.digits.size() / 2);
    if (reading.digits.size() % 2 != 0 || !algorithm) {
        Error error = notAThumbprint(text, {QString::number(reading.digits.size())});
        error.code = ErrorCode::ThumbprintLength;
        return std::unexpected(std::move(error));
    }
    return Thumbprint{.octets = QByteArray::fromHex(reading.digits),
                      .algorithm = *algorithm,
                      .removedInvisible = reading.removedInvisible};
}

QString formatThumbprint(const QByteArray &octets, ThumbprintFormat format)
{
    switch (format) {
    case ThumbprintFormat::Windows:
        return QString::fromLatin1(octets.toHex(' '));
    case ThumbprintFormat::DotNet:
        return QString::fromLatin1(octets.toHex().toUpper());
    case ThumbprintFormat::OpenSsl:
        return QString::fromLatin1(octets.toHex(':').toUpper());
    case ThumbprintFormat::Plain:
        return QString::fromLatin1(octets.toHex());
    case ThumbprintFormat::Base64:
        return QString::fromLatin1(octets.toBase64());
    }
    Q_UNREACHABLE();
}

} // namespace sealport
