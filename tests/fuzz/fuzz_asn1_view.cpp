// Any octets may be opened as a certificate. The tree of them must lie inside them, within its bounds, and be short
// enough to be shown.

#include "model/certificates/asn1_view.h"
#include "tests/fuzz/fuzz_require.h"

#include <cstddef>
#include <cstdint>

using namespace sealport;
using namespace sealport::fuzz;

namespace {

int check(const std::vector<Asn1Node> &nodes, qsizetype from, qsizetype to, int depth)
{
    require(nodes.empty() || depth <= deepestAsn1);
    int count = 0;
    qsizetype at = from;
    for (const Asn1Node &node : nodes) {
        require(node.offset == at && node.headerLength >= 2 && node.contentLength >= 0);
        at += node.headerLength + node.contentLength;
        require(at <= to && node.value.size() < 1000 && !node.tag.isEmpty());
        const qsizetype content = node.offset + node.headerLength;
        // The content of a BIT STRING begins with the number of its unused bits.
        const bool isBits = node.isEncapsulated && node.tag == QStringLiteral("BIT STRING");
        count += 1 + check(node.children, content + (isBits ? 1 : 0), content + node.contentLength, depth + 1);
    }
    return count;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray der(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const Asn1View view = asn1View(der);
    require(check(view.nodes, 0, der.size(), 1) <= mostAsn1Nodes);
    for (const Asn1Stop &stop : view.stops)
        require(stop.offset >= 0 && stop.offset <= der.size());
    const qsizetype read = view.nodes.empty() ? 0
                                              : view.nodes.back().offset + view.nodes.back().headerLength
                                                    + view.nodes.back().contentLength;
    require(read == der.size() || !view.stops.empty());
    return 0;
}
