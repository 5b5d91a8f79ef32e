// Any client may write anything at an HTTP reply. The requests found must not depend on how the stream is cut, and what
// is kept of them must stay within its bounds.

#include "model/sockets/http_answer.h"
#include "model/sockets/http_request.h"
#include "model/sockets/request_path.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

struct Seen {
    QByteArray method;
    QByteArray target;
    QByteArray since;
    bool isLast = false;
    bool wantsJson = false;
    QByteArray refusal;
    friend bool operator==(const Seen &, const Seen &) = default;
};

constexpr qsizetype longestLine = 8192;

/// Whatever the target says, what comes out of it leads nowhere but down, and a link to it leads back.
void checkPath(const QByteArray &target)
{
    const auto path = parseRequestPath(target);
    if (!path)
        return;
    for (const QByteArray &part : path->parts)
        require(!part.isEmpty() && part != "." && part != ".." && !part.contains('/') && !part.contains('\0'));
    const QByteArray link = path->folderLink();
    require(link.startsWith('/') && !link.startsWith("//"));
    require(std::ranges::all_of(link, [](char octet) { return octet > ' ' && octet < 0x7f && octet != '"'; }));
    const auto again = parseRequestPath(link);
    require(again.has_value() && again->parts == path->parts);
}

void note(const HttpRequestReader &reader, bool isRefused, std::vector<Seen> &seen)
{
    const HttpRequest &request = reader.request();
    require(request.method.size() <= longestLine && request.target.size() <= longestLine);
    require(request.ifModifiedSince.size() <= longestLine);
    require(!request.target.contains('\n') && !request.target.contains(' '));
    require(isRefused == (reader.refusal() != nullptr));
    seen.push_back({.method = request.method,
                    .target = request.target,
                    .since = request.ifModifiedSince,
                    .isLast = request.isLast(),
                    .wantsJson = request.wantsJson(),
                    .refusal = isRefused ? QByteArray(reader.refusal()) : QByteArray()});
    checkPath(request.target);
    if (const auto date = parseHttpDate(request.ifModifiedSince))
        require(parseHttpDate(httpDate(*date)) == date);
}

std::vector<Seen> seenIn(std::span<const std::byte> stream, std::size_t step)
{
    HttpRequestReader reader;
    std::vector<Seen> seen;
    while (!stream.empty()) {
        std::span<const std::byte> data = stream.first(std::min(step, stream.size()));
        stream = stream.subspan(data.size());
        while (!data.empty()) {
            const std::size_t before = data.size();
            const auto found = reader.read(data);
            require(found == HttpRequestReader::Found::Refusal || data.size() < before); // it gets on
            if (found == HttpRequestReader::Found::Request)
                note(reader, false, seen);
            if (found == HttpRequestReader::Found::Refusal) {
                note(reader, true, seen);
                return seen;
            }
        }
    }
    return seen;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const auto stream = std::as_bytes(std::span(data, size));
    const std::vector<Seen> whole = seenIn(stream, std::max<std::size_t>(size, 1));
    require(seenIn(stream, 1) == whole);
    require(seenIn(stream, 13) == whole);
    return 0;
}
