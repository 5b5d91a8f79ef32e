#include "model/certificates/thumbprint.h"

#include "model/certificates/display_text.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <span>
#include <vector>

namespace sealport {

namespace {

/// One character of the input that may mean something, and where it stood.
struct Mark {
    char32_t character = 0;
    qsizetype position = 0;  ///< 1-based, in the input
    bool afterBreak = false; ///< the first one, or behind a space
};
using Marks = std::span<const Mark>;

struct Cleaned {
    std::vector<Mark> marks;
    int removedInvisible = 0;
};

char32_t halfWidth(char32_t character)
{
    const bool isFullWidth = character >= 0xFF01 && character <= 0xFF5E; // the ASCII range, repeated for CJK fonts
    return isFullWidth ? character - 0xFF01 + U'!' : character;
}

Cleaned clean(const QString &text)
{
    Cleaned result;
    bool afterBreak = true;
    qsizetype position = 0;
    for (const char32_t character : text.toUcs4()) {
        ++position;
        if (isInvisible(character)) {
            ++result.removedInvisible;
        } else if (QChar::isSpace(character)) {
            afterBreak = true;
        } else {
            result.marks.push_back({halfWidth(character), position, afterBreak});
            afterBreak = false;
        }
    }
    return result;
}

int hexValue(char32_t character)
{
    if (character >= U'0' && character <= U'9')
        return static_cast<int>(character - U'0');
    const char32_t lower = character | 0x20U;
    return lower >= U'a' && lower <= U'f' ? static_cast<int>(lower - U'a') + 10 : -1;
}

bool isSeparator(char32_t character)
{
    return character < 0x80 && QByteArrayView(":-.,;").contains(static_cast<char>(character));
}

/// 16, 20, 32, 48 or 64 octets in Base64 or Base64url. Text that is mostly hex digits is left to the hex reader unless
/// padding settles it: a mistyped SHA-256 has the length of a SHA-384 in Base64.
std::optional<QByteArray> fromBase64(Marks marks)
{
    QByteArray base64;
    qsizetype hexDigits = 0;
    for (const Mark &mark : marks) {
        if (mark.character >= 0x80)
            return std::nullopt;
        base64.append(static_cast<char>(mark.character));
        hexDigits += hexValue(mark.character) >= 0 ? 1 : 0;
    }
    if (!base64.endsWith('=') && hexDigits * 4 >= base64.size() * 3)
        return std::nullopt;
    const bool isUrlAlphabet = base64.contains('-') || base64.contains('_');
    const auto alphabet = isUrlAlphabet ? QByteArray::Base64UrlEncoding : QByteArray::Base64Encoding;
    const auto decoded = QByteArray::fromBase64Encoding(base64, alphabet | QByteArray::AbortOnBase64DecodingErrors);
    // Encoded again it must be the same text: else a stray character was taken for nothing.
    const auto omit = base64.endsWith('=') ? QByteArray::KeepTrailingEquals : QByteArray::OmitTrailingEquals;
    if (!decoded || !thumbprintAlgorithm((*decoded).size()) || (*decoded).toBase64(alphabet | omit) != base64)
        return std::nullopt;
    return *decoded;
}

std::size_t lengthOfPrefix(Marks marks, QStringView prefix)
{
    const auto length = static_cast<std::size_t>(prefix.size());
    const bool isThere =
        marks.size() >= length && std::ranges::equal(marks.first(length), prefix, [](const Mark &mark, QChar expected) {
            return QChar::toLower(mark.character) == expected.unicode();
        });
    return isThere ? length : 0;
}

/// Without what tools print in front: "SHA1 Fingerprint=", "sha-256:", "sha256//", "Thumbprint:", "Empreinte numérique
/// :".
Marks withoutPrefix(Marks marks)
{
    Marks rest = marks;
    for (const QStringView name :
         {u"md5", u"sha1", u"sha-1", u"sha256", u"sha-256", u"sha384", u"sha-384", u"sha512", u"sha-512"}) {
        if (const std::size_t length = lengthOfPrefix(rest, name)) {
            rest = rest.subspan(length);
            break;
        }
    }
    for (const QStringView word : {u"fingerprint", u"thumbprint", u"empreintenumérique", u"empreinte"}) {
        if (const std::size_t length = lengthOfPrefix(rest, word)) {
            rest = rest.subspan(length);
            break;
        }
    }
    if (rest.size() == marks.size())
        return marks;
    for (const QStringView end : {u"//", u":", u"="}) {
        if (const std::size_t length = lengthOfPrefix(rest, end))
            return rest.subspan(length);
    }
    return marks;
}

Error notAThumbprint(const QString &text, QStringList values)
{
    constexpr qsizetype shown = 200;
    return Error{.code = ErrorCode::NotAThumbprint,
                 .subject = displayText(text.left(shown)),
                 .values = std::move(values),
                 .causes = {}};
}

void readDigits(Marks marks, ThumbprintReading &reading)
{
    bool atBreak = true;
    for (std::size_t i = 0; i < marks.size(); ++i) {
        const Mark &mark = marks[i];
        atBreak = atBreak || mark.afterBreak;
        const bool isHexMarker = atBreak && mark.character == U'0' && i + 1 < marks.size()
                                 && (marks[i + 1].character | 0x20U) == U'x' && !marks[i + 1].afterBreak;
        if (isHexMarker) {
            ++i;
        } else if (isSeparator(mark.character)) {
            atBreak = true;
        } else {
            const bool isDigit = hexValue(mark.character) >= 0;
            reading.digits.append(isDigit ? static_cast<char>(mark.character | 0x20U) : ThumbprintReading::unknown);
            atBreak = false;
            if (!isDigit && reading.illegalPosition == 0) {
                reading.illegalPosition = mark.position;
                reading.illegalCharacter = displayText(QString::fromUcs4(&mark.character, 1));
            }
        }
    }
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

ThumbprintReading readThumbprint(const QString &text)
{
    const Cleaned cleaned = clean(text.left(longestThumbprintText));
    ThumbprintReading reading;
    reading.removedInvisible = cleaned.removedInvisible;
    const Marks whole(cleaned.marks);
    const Marks bare = withoutPrefix(whole);
    std::optional<QByteArray> octets = fromBase64(whole);
    if (!octets)
        octets = fromBase64(bare);
    reading.isBase64 = octets.has_value();
    if (octets)
        reading.digits = octets->toHex();
    else
        readDigits(bare, reading);
    return reading;
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
