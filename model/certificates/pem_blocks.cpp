#include "model/certificates/pem_blocks.h"

#include "model/certificates/der_size.h"

#include <algorithm>
#include <optional>
#include <utility>

namespace sealport {

namespace {

constexpr std::string_view begin = "-----BEGIN ";
constexpr std::string_view end = "-----END ";
constexpr std::string_view dashes = "-----";
constexpr std::string_view lineMarks = " \t>"; // indentation, and what mail programs put before a quoted line

struct Line {
    std::string_view text; ///< without line end, blanks at either end and the marks of quoted mail
    std::size_t start = 0;
    std::size_t next = 0;
};

Line lineAt(std::string_view text, std::size_t start)
{
    const std::size_t feed = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, feed - start);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    line.remove_prefix(std::min(line.find_first_not_of(lineMarks), line.size()));
    return {line, start, std::min(feed + 1, text.size())};
}

/// Undoes Base64 piece by piece, straight into memory that is cleansed.
class Base64Decoder {
public:
    explicit Base64Decoder(std::size_t mostCharacters)
        : m_octets(mostCharacters / 4 * 3 + 3)
    {
    }
    /// False at a character that does not belong there.
    bool feed(std::string_view text)
    {
        return std::ranges::all_of(text, [this](char c) { return feed(c); });
    }
    /// Nothing where the last characters are missing, or all.
    std::optional<SecretBytes> finish()
    {
        const bool isPadded = m_padding > 0;
        if (m_size == 0 || m_digits % 4 == 1 || (isPadded && (m_digits + m_padding) % 4 != 0))
            return std::nullopt;
        return SecretBytes(std::as_const(m_octets).bytes().first(m_size));
    }

private:
    static int valueOf(char c)
    {
        constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        const std::size_t at = alphabet.find(c);
        return at == std::string_view::npos ? -1 : static_cast<int>(at);
    }
    bool feed(char c)
    {
        constexpr unsigned digitBits = 6;
        constexpr unsigned octetBits = 8;
        if (c == ' ' || c == '\t')
            return true;
        if (c == '=')
            return ++m_padding <= 2;
        const int value = valueOf(c);
        if (value < 0 || m_padding > 0)
            return false;
        ++m_digits;
        m_bits = m_bits << digitBits | static_cast<unsigned>(value);
        m_count += digitBits;
        if (m_count >= octetBits) {
            m_count -= octetBits;
            m_octets.bytes()[m_size++] = static_cast<std::byte>(m_bits >> m_count & 0xFFU);
        }
        return true;
    }

    SecretBytes m_octets;
    std::size_t m_size = 0;
    std::size_t m_digits = 0;
    unsigned m_padding = 0;
    unsigned m_bits = 0;
    unsigned m_count = 0;
};

std::unexpected<Error> malformed(int line)
{
    return std::unexpected(
        Error{.code = ErrorCode::MalformedPem, .subject = {}, .values = {QString::number(line)}, .causes = {}});
}

/// How long the "-----BEGIN label-----" or "-----END label-----" is that stands here; 0: there is none.
std::size_t boundaryAt(std::string_view text, std::size_t at)
{
    constexpr std::size_t longest = 128;
    const std::string_view here = text.substr(at, longest);
    const std::size_t opening = here.starts_with(begin) ? begin.size() : here.starts_with(end) ? end.size() : 0;
    const std::size_t closing = opening == 0 ? std::string_view::npos : here.find(dashes, opening);
    if (closing == std::string_view::npos || here.substr(0, closing).find('\n') != std::string_view::npos)
        return 0;
    return closing + dashes.size();
}

std::string_view labelOf(std::string_view boundary, std::string_view opening)
{
    return boundary.substr(opening.size(), boundary.size() - opening.size() - dashes.size());
}

/// Behind the line end, where nothing but blanks stands before it; otherwise `at`.
std::size_t behindLine(std::string_view text, std::size_t at)
{
    const std::size_t other = std::min(text.find_first_not_of(" \t\r", at), text.size());
    if (other == text.size())
        return other;
    return text[other] == '\n' ? other + 1 : at;
}

/// Before the blanks and the marks of quoted mail that stand before `at` in its line.
std::size_t beforeMarks(std::string_view text, std::size_t at)
{
    const std::size_t other = text.substr(0, at).find_last_not_of(lineMarks);
    const std::size_t start = other == std::string_view::npos ? 0 : other + 1;
    return start == 0 || text[start - 1] == '\n' ? start : at;
}

/// Whether a BEGIN opens a block: it begins its line, or follows an END whose line end was lost, or is followed by what
/// a SEQUENCE is in Base64. Prose that names it is none; what tar and web pages leave before it is not in the way.
bool isBeginning(std::string_view text, std::size_t at, std::size_t next)
{
    const std::size_t start = beforeMarks(text, at);
    const std::string_view body = text.substr(std::min(text.find_first_not_of(lineMarks, next), text.size()));
    return start == 0 || text[start - 1] == '\n' || text.substr(0, at).ends_with(dashes) || body.starts_with('M');
}

} // namespace

std::optional<SecretBytes> unflattenedPem(std::string_view text)
{
    const std::size_t first = text.find(begin);
    const std::size_t size = first == std::string_view::npos ? 0 : boundaryAt(text, first);
    const std::size_t next = size == 0 ? std::string_view::npos : text.find_first_not_of(" \t", first + size);
    if (next == std::string_view::npos || text[next] == '\n' || text.substr(next, 2) == "\r\n")
        return std::nullopt;

    SecretBytes lines(text.size() + text.size() / 4 + 2); // two more for each boundary, which has eleven at least
    std::size_t length = 0;
    const auto put = [&lines, &length](char c) { lines.bytes()[length++] = static_cast<std::byte>(c); };
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t boundary = boundaryAt(text, at);
        const std::string_view pair = text.substr(at, 2);
        if (boundary > 0) {
            put('\n');
            std::ranges::for_each(text.substr(at, boundary), put);
            put('\n');
            at += boundary;
        } else if (pair == "\\n" || pair == "\\r") {
            put('\n');
            at += 2;
        } else {
            if (pair != "\r\n")
                put(text[at] == '\r' ? '\n' : text[at]);
            ++at;
        }
    }
    return SecretBytes(std::as_const(lines).bytes().first(length));
}

std::vector<PemBlock> findPemBlocks(std::string_view text)
{
    std::vector<PemBlock> blocks;
    bool isOpen = false;
    std::size_t counted = 0;
    int line = 1;
    std::size_t boundary = 0;
    for (std::size_t at = text.find(dashes); at != std::string_view::npos; at = text.find(dashes, at + boundary)) {
        boundary = std::max(boundaryAt(text, at), std::size_t{1});
        const std::string_view here = text.substr(at, boundary);
        const std::size_t next = behindLine(text, at + boundary);
        const bool endsLine = next > at + boundary || next == text.size();
        if (here.starts_with(begin) && endsLine && isBeginning(text, at, next)) {
            line += static_cast<int>(std::ranges::count(text.substr(counted, at - counted), '\n'));
            counted = at;
            const std::size_t start = beforeMarks(text, at);
            blocks.push_back({.label = labelOf(here, begin), .text = text.substr(start, next - start), .line = line});
            isOpen = true;
        } else if (here.starts_with(end) && isOpen) {
            PemBlock &block = blocks.back();
            const auto start = static_cast<std::size_t>(block.text.data() - text.data());
            block.text = text.substr(start, next - start);
            block.isComplete = labelOf(here, end) == block.label;
            isOpen = false;
        }
    }
    if (isOpen)
        blocks.back().isCutShort = true;
    return blocks;
}

Result<PemObject> decodePem(const PemBlock &block)
{
    if (block.isCutShort)
        return std::unexpected(Error{
            .code = ErrorCode::TruncatedFile, .subject = {}, .values = {QString::number(block.line)}, .causes = {}});
    if (!block.isComplete)
        return malformed(block.line);
    Base64Decoder decoder(block.text.size());
    std::string header;
    bool isHeader = true;
    int number = block.line;
    const std::string_view text = block.text.substr(0, block.text.rfind(end));
    for (Line line = lineAt(text, 0); line.next < text.size();) {
        line = lineAt(text, line.next);
        ++number;
        const bool hasBegun = !header.empty();
        isHeader = isHeader && (hasBegun ? !line.text.empty() : line.text.find(": ") != std::string_view::npos);
        if (isHeader)
            header.append(line.text).append("\n");
        else if (!decoder.feed(line.text))
            return malformed(number);
    }
    auto der = decoder.finish();
    if (!der)
        return malformed(block.line);
    return PemObject{.header = std::move(header), .der = std::move(*der)};
}

std::optional<SecretBytes> bareBase64(std::string_view text)
{
    const std::size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != 'M') // as SEQUENCE begins in it
        return std::nullopt;
    Base64Decoder decoder(text.size());
    for (Line line{.text = {}, .start = 0, .next = 0}; line.next < text.size();) {
        line = lineAt(text, line.next);
        if (!decoder.feed(line.text))
            return std::nullopt;
    }
    auto der = decoder.finish();
    return der && derSize(der->bytes()) == der->bytes().size() ? std::move(der) : std::nullopt;
}

QByteArray pemBlock(const QByteArray &label, const QByteArray &der)
{
    constexpr qsizetype lineLength = 64;
    const QByteArray base64 = der.toBase64();
    QByteArray pem = "-----BEGIN " + label + "-----\n";
    for (qsizetype at = 0; at < base64.size(); at += lineLength)
        pem += base64.mid(at, lineLength) + '\n';
    return pem + "-----END " + label + "-----\n";
}

} // namespace sealport
