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

struct Line {
    std::string_view text; ///< without line end and blanks at either end
    std::size_t start = 0;
    std::size_t next = 0;
};

Line lineAt(std::string_view text, std::size_t start)
{
    const std::size_t feed = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, feed - start);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
        line.remove_prefix(1);
    return {line, start, std::min(feed + 1, text.size())};
}

std::optional<std::string_view> labelOf(std::string_view line, std::string_view opening)
{
    if (!line.starts_with(opening) || !line.ends_with(dashes) || line.size() < opening.size() + dashes.size())
        return std::nullopt;
    return line.substr(opening.size(), line.size() - opening.size() - dashes.size());
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
    int number = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Line line = lineAt(text, at);
        at = line.next;
        ++number;
        if (const auto label = labelOf(line.text, begin)) {
            blocks.push_back(
                {.label = *label, .text = text.substr(line.start, line.next - line.start), .line = number});
            isOpen = true;
        } else if (const auto closing = labelOf(line.text, end); closing && isOpen) {
            PemBlock &block = blocks.back();
            const auto start = static_cast<std::size_t>(block.text.data() - text.data());
            block.text = text.substr(start, line.next - start);
            block.isComplete = *closing == block.label;
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
    for (Line line = lineAt(block.text, 0); line.next < block.text.size();) {
        line = lineAt(block.text, line.next);
        ++number;
        if (labelOf(line.text, end))
            break;
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
