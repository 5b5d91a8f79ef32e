#include "model/certificates/pem_blocks.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/openssl_handle.h"

#include <openssl/pem.h>

#include <algorithm>
#include <cctype>
#include <optional>

namespace sealport {

namespace {

constexpr std::string_view begin = "-----BEGIN ";
constexpr std::string_view end = "-----END ";
constexpr std::string_view dashes = "-----";

struct Line {
    std::string_view text; ///< without line end and trailing blanks
    std::size_t start = 0;
    std::size_t next = 0;
};

Line lineAt(std::string_view text, std::size_t start)
{
    const std::size_t feed = std::min(text.find('\n', start), text.size());
    std::string_view line = text.substr(start, feed - start);
    while (!line.empty() && (line.back() == '\r' || line.back() == ' ' || line.back() == '\t'))
        line.remove_suffix(1);
    return {line, start, std::min(feed + 1, text.size())};
}

std::optional<std::string_view> labelOf(std::string_view line, std::string_view opening)
{
    if (!line.starts_with(opening) || !line.ends_with(dashes) || line.size() < opening.size() + dashes.size())
        return std::nullopt;
    return line.substr(opening.size(), line.size() - opening.size() - dashes.size());
}

bool isBase64Line(std::string_view line)
{
    return std::ranges::all_of(
        line, [](unsigned char c) { return std::isalnum(c) != 0 || c == '+' || c == '/' || c == '='; });
}

int firstWrongLine(const PemBlock &block)
{
    int number = block.line;
    bool inHeader = false;
    for (Line line = lineAt(block.text, 0); line.next < block.text.size();) {
        line = lineAt(block.text, line.next);
        ++number;
        inHeader = line.text.find(": ") != std::string_view::npos || (inHeader && !line.text.empty());
        if (!inHeader && !line.text.starts_with(end) && !isBase64Line(line.text))
            return number;
    }
    return block.line;
}

/// Owner of what PEM_read_bio_ex hands out in secure mode.
struct PemParts {
    PemParts() = default;
    PemParts(const PemParts &) = delete;
    PemParts &operator=(const PemParts &) = delete;
    ~PemParts()
    {
        OPENSSL_secure_free(name);
        OPENSSL_secure_free(header);
        OPENSSL_secure_clear_free(data, static_cast<std::size_t>(size));
    }
    char *name = nullptr;
    char *header = nullptr;
    unsigned char *data = nullptr;
    long size = 0;
};

} // namespace

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
    return blocks;
}

Result<PemObject> decodePem(const PemBlock &block)
{
    PemParts parts;
    const BioPtr memory(BIO_new_mem_buf(block.text.data(), static_cast<int>(block.text.size())));
    const bool isDecoded =
        block.isComplete && memory
        && PEM_read_bio_ex(memory.get(), &parts.name, &parts.header, &parts.data, &parts.size, PEM_FLAG_SECURE) == 1;
    if (!isDecoded) {
        Error error = takeOpenSslError(ErrorCode::MalformedPem);
        error.values = {QString::number(block.isComplete ? firstWrongLine(block) : block.line)};
        return std::unexpected(std::move(error));
    }
    return PemObject{.header = parts.header,
                     .der = SecretBytes(std::as_bytes(std::span(parts.data, static_cast<std::size_t>(parts.size))))};
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
