#include "model/certificates/thumbprint.h"

#include "model/certificates/display_text.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <array>
#include <span>
#include <string_view>
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

/// Quotes, brackets and ellipses, which people copy along.
bool isWrapping(char32_t character)
{
    constexpr std::u32string_view wrapping = U"\"'`\u201c\u201d\u201e\u2018\u2019\u201a\u00ab\u00bb\u2026(){}[]<>@";
    return wrapping.contains(character);
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
        } else if (QChar::isSpace(character) || isWrapping(character)) {
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

/// What tools print in front of a thumbprint, and the algorithm that it names.
struct Prefix {
    std::size_t length = 0; ///< 0: there is none
    std::optional<ThumbprintAlgorithm> named;
};

/// "SHA1 Fingerprint=", "sha-256:", "sha256//", "pin-sha256=", "Cert Hash(sha1):", "Empreinte numérique :".
Prefix prefixOf(Marks marks)
{
    struct Word {
        QStringView text;
        std::optional<ThumbprintAlgorithm> algorithm{};
    };
    using enum ThumbprintAlgorithm;
    static constexpr std::array words{Word{u"md5", Md5},
                                      Word{u"sha1", Sha1},
                                      Word{u"sha-1", Sha1},
                                      Word{u"sha256", Sha256},
                                      Word{u"sha-256", Sha256},
                                      Word{u"sha384", Sha384},
                                      Word{u"sha-384", Sha384},
                                      Word{u"sha512", Sha512},
                                      Word{u"sha-512", Sha512},
                                      Word{u"pin-"},
                                      Word{u"fingerprint"},
                                      Word{u"thumbprint"},
                                      Word{u"empreintenumérique"},
                                      Word{u"empreinte"},
                                      Word{u"certificate"},
                                      Word{u"cert"},
                                      Word{u"hash"}};
    Prefix prefix;
    for (bool isAnyThere = true; isAnyThere;) {
        isAnyThere = false;
        for (const Word &word : words) {
            const std::size_t length = lengthOfPrefix(marks.subspan(prefix.length), word.text);
            prefix.length += length;
            isAnyThere |= length > 0;
            if (length > 0 && word.algorithm)
                prefix.named = word.algorithm;
        }
    }
    if (prefix.length == 0)
        return {};
    const Marks rest = marks.subspan(prefix.length);
    for (const QStringView end : {u"//", u"/", u":", u"="}) {
        if (const std::size_t length = lengthOfPrefix(rest, end)) {
            prefix.length += length;
            return prefix;
        }
    }
    return !rest.empty() && rest.front().afterBreak ? prefix : Prefix{};
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

bool isWhole(const ThumbprintReading &reading)
{
    return reading.illegalPosition == 0 && reading.digits.size() % 2 == 0
           && thumbprintAlgorithm(reading.digits.size() / 2);
}

/// Letters and digits in a row.
struct Token {
    Marks marks;
    QByteArray digits;    ///< empty: it is no hexadecimal number
    bool follows = false; ///< nothing but separators lies between it and the one before
};

std::vector<Token> tokensOf(Marks marks)
{
    const auto isWord = [](const Mark &mark) {
        return mark.character >= 0x80 || QChar::isLetterOrNumber(mark.character);
    };
    std::vector<Token> tokens;
    bool follows = false;
    for (std::size_t i = 0; i < marks.size();) {
        if (!isWord(marks[i])) {
            follows = follows && isSeparator(marks[i].character);
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < marks.size() && isWord(marks[end]) && !marks[end].afterBreak)
            ++end;
        Token token{.marks = marks.subspan(i, end - i), .digits = {}, .follows = follows};
        // "SHA-256" and "SHA 256" are names, not numbers.
        const bool isOfName = !tokens.empty() && tokens.back().marks.size() == 3
                              && lengthOfPrefix(tokens.back().marks, u"sha") == 3 && token.marks.size() <= 3;
        ThumbprintReading reading;
        readDigits(token.marks, reading);
        if (reading.illegalPosition == 0 && !isOfName)
            token.digits = reading.digits;
        follows = !token.digits.isEmpty();
        tokens.push_back(std::move(token));
        i = end;
    }
    return tokens;
}

/// One thumbprint in the middle of other text.
struct Run {
    QByteArray digits;
    qsizetype from = 0; ///< 1-based position of its first character
    qsizetype to = 0;   ///< of its last one
    bool isTorn = false;
};

/// The first that is as long as a thumbprint; where there is none, one that may be MD5, as an application's GUID is
/// too.
std::optional<Run> runIn(Marks marks)
{
    constexpr qsizetype md5Digits = 32;
    const auto isLong = [](const QByteArray &digits) {
        return digits.size() > md5Digits && digits.size() % 2 == 0 && thumbprintAlgorithm(digits.size() / 2);
    };
    const std::vector<Token> tokens = tokensOf(marks);
    // A pair beside pairs that is no number is a slip in a longer thumbprint.
    const auto isSlip = [&tokens](std::size_t at, const Token &beside) {
        return at < tokens.size() && tokens[at].digits.isEmpty() && tokens[at].marks.size() == beside.marks.size();
    };
    std::vector<Run> runs;
    bool isComplete = false; // the last one is a single token that is long enough
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const Token &token = tokens[i];
        if (token.digits.isEmpty())
            continue;
        const bool isAlone = isLong(token.digits);
        if (isAlone || isComplete || !token.follows)
            runs.push_back({.digits = {}, .from = token.marks.front().position});
        Run &run = runs.back();
        run.digits += token.digits;
        run.to = token.marks.back().position;
        run.isTorn = run.isTorn || (!isAlone && (isSlip(i - 1, token) || isSlip(i + 1, token)));
        isComplete = isAlone;
    }
    std::erase_if(runs, &Run::isTorn);
    const auto isMd5 = [](const Run &run) { return run.digits.size() == md5Digits; };
    auto found = std::ranges::find_if(runs, isLong, &Run::digits);
    if (found == runs.end())
        found = std::ranges::find_if(runs, isMd5);
    return found == runs.end() ? std::nullopt : std::optional(*found);
}

/// What stands in front of `from`, or else behind `to`, fit to be shown.
QString around(const QString &text, qsizetype from, qsizetype to)
{
    constexpr qsizetype longest = 60;
    const QList<uint> characters = text.toUcs4();
    const auto part = [&characters](qsizetype first, qsizetype count) {
        const QList<uint> wanted = characters.mid(first, count);
        QString shown;
        for (const char32_t character : wanted)
            if (!isInvisible(character))
                shown += QString::fromUcs4(&character, 1);
        shown = shown.simplified();
        return displayText(shown.size() > longest ? shown.left(longest) + QChar(0x2026) : shown);
    };
    const QString front = part(0, from - 1);
    return front.isEmpty() ? part(to, characters.size() - to) : front;
}

} // namespace

ThumbprintReading readThumbprint(const QString &text)
{
    const QString read = text.left(longestThumbprintText);
    const Cleaned cleaned = clean(read);
    ThumbprintReading reading;
    reading.removedInvisible = cleaned.removedInvisible;
    const Marks whole(cleaned.marks);
    const Prefix prefix = prefixOf(whole);
    const Marks bare = whole.subspan(prefix.length);
    std::optional<QByteArray> octets = fromBase64(whole);
    if (!octets) {
        octets = fromBase64(bare);
        if (!octets && prefix.length > 0) // "sha256/" in front of what begins with another slash
            octets = fromBase64(whole.subspan(prefix.length - 1));
        reading.named = prefix.named;
        if (prefix.length > 0 && !bare.empty())
            reading.leftOut = around(read, bare.front().position, bare.back().position);
    }
    reading.isBase64 = octets.has_value();
    if (octets) {
        reading.digits = octets->toHex();
        return reading;
    }
    readDigits(bare, reading);
    if (isWhole(reading))
        return reading;
    if (const std::optional<Run> run = runIn(whole)) {
        reading.digits = run->digits;
        reading.illegalPosition = 0;
        reading.illegalCharacter.clear();
        reading.leftOut = around(read, run->from, run->to);
        reading.named.reset(); // what is named in front may be another one
    }
    return reading;
}

} // namespace sealport
