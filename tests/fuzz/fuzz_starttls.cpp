// The plain words before TLS: whatever a client says, no harm, no octet lost, and never TLS with something behind it.
// The first octet of an input chooses the protocol, the second how the rest is cut into reads.
#include "model/tls/starttls.h"
#include "tests/fuzz/fuzz_require.h"

#include <algorithm>
#include <cstdint>
#include <span>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

constexpr qsizetype longestReply = 256; ///< to one message

/// True when TLS begins.
bool feedInReads(StartTlsDialogue &dialogue, std::span<const std::byte> stream, std::size_t read)
{
    qsizetype said = 0;
    while (!stream.empty()) {
        const auto bytes = stream.first(std::min(read, stream.size()));
        const StartTlsDialogue::Step step = dialogue.feed(bytes);
        said += step.reply.size();
        require(!(step.startsTls && step.closes));
        require(said <= longestReply * (StartTlsDialogue::mostMessages + 1));
        if (step.startsTls || step.closes) {
            require(dialogue.feed(stream).consumed == 0);
            require(!step.startsTls || dialogue.facts().fault == DialogueFault::None);
            return step.startsTls;
        }
        require(step.consumed == bytes.size());
        stream = stream.subspan(bytes.size());
    }
    return false;
}

bool isKnown(FirstBytes state)
{
    return state == FirstBytes::Http || state == FirstBytes::Ssh || state == FirstBytes::ProxyProtocol;
}

/// Nothing that may hold a password is shown.
void inspectShown(const StartTlsDialogue &dialogue, PlainProtocol protocol)
{
    const QByteArray shown = dialogue.octetsToShow();
    const DialogueFault fault = dialogue.facts().fault;
    require(shown.isEmpty() || isTlsBeforeRequest(fault) || fault == DialogueFault::ForeignProtocol);
    if (shown.isEmpty() || isTlsBeforeRequest(fault) || isKnown(dialogue.opening().state()))
        return;
    const bool isInLines = protocol != PlainProtocol::Ldap && protocol != PlainProtocol::PostgreSql;
    require(!isInLines || shown.front() < ' ' || shown.front() > '~');
    require(shown.size() <= 16);
}

void inspect(const DialogueFacts &facts)
{
    require(facts.lastCommand.size() <= 16);
    require(std::ranges::all_of(facts.lastCommand,
                                [](char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }));
    require(!(facts.saidGoodbye && facts.fault != DialogueFault::None));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::span<const std::byte> stream = std::as_bytes(std::span(data, size)).subspan(2);
    const PlainProtocol protocol = allPlainProtocols.at(data[0] % allPlainProtocols.size());

    const auto atOnce = makeStartTlsDialogue(protocol);
    const bool beginsTls = feedInReads(*atOnce, stream, std::max<std::size_t>(stream.size(), 1));
    const auto inReads = makeStartTlsDialogue(protocol);
    require(feedInReads(*inReads, stream, std::max<std::size_t>(data[1], 1)) || !beginsTls);
    inspect(atOnce->facts());
    inspect(inReads->facts());
    inspectShown(*atOnce, protocol);
    inspectShown(*inReads, protocol);
    return 0;
}
