// The first octets of a connection: whatever the reads, the same verdict; whatever the octets, no harm.
// The first two octets of an input choose how the rest is cut into reads.
#include "model/diagnosis/fingerprint.h"
#include "model/tls/client_hello.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstdint>
#include <span>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

void feedInReads(HelloCollector &collector, std::span<const std::byte> stream, std::size_t firstRead, std::size_t read)
{
    for (std::size_t size = firstRead; !stream.empty(); size = read) {
        const std::size_t taken = std::min(size, stream.size());
        collector.feed(stream.first(taken));
        stream = stream.subspan(taken);
    }
}

void inspect(std::span<const std::byte> message)
{
    for (const auto &hello : {parseClientHello(message), parseSsl2ClientHello(message)}) {
        if (!hello) {
            require(hello.error().offset <= message.size() && hello.error().reason[0] != '\0');
            continue;
        }
        require(ja3(*hello).size() == 32);
        require(ja4(*hello).size() == 36);
    }
}

std::span<const std::byte> spanOf(const QByteArray &octets)
{
    return std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size())));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::span<const std::byte> stream = std::as_bytes(std::span(data, size)).subspan(2);

    HelloCollector atOnce;
    atOnce.feed(stream);
    HelloCollector inReads;
    feedInReads(inReads, stream, data[0], std::max<std::size_t>(data[1], 1));

    require(inReads.state() == atOnce.state());
    require(inReads.helloMessage() == atOnce.helloMessage());
    require(atOnce.firstOctets().startsWith(inReads.firstOctets())
            || inReads.firstOctets().startsWith(atOnce.firstOctets()));
    require(atOnce.firstOctets().size() == static_cast<qsizetype>(std::min<std::size_t>(stream.size(), 64)));
    const bool hasMessage = atOnce.state() == FirstBytes::TlsHello || atOnce.state() == FirstBytes::Ssl2Hello;
    require(hasMessage == !atOnce.helloMessage().isEmpty());

    inspect(spanOf(atOnce.helloMessage()));
    inspect(stream);
    return 0;
}
