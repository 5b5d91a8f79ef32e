#include "model/certificates/der_reader.h"

namespace sealport {

namespace {

unsigned octetAt(QByteArrayView bytes, qsizetype at)
{
    return static_cast<unsigned char>(bytes[at]);
}

} // namespace

std::expected<DerElement, DerFault> readDerElement(QByteArrayView bytes)
{
    constexpr unsigned longForm = 0x1F;
    constexpr unsigned more = 0x80;
    constexpr qsizetype mostTagOctets = 4;
    constexpr unsigned mostLengthOctets = 4;

    if (bytes.isEmpty())
        return std::unexpected(DerFault::Truncated);
    qsizetype at = 0;
    const unsigned first = octetAt(bytes, at++);
    DerElement element{.tagClass = static_cast<DerElement::Class>(first >> 6),
                       .isConstructed = (first & 0x20) != 0,
                       .tag = first & longForm,
                       .headerLength = 0,
                       .content = {}};
    if (element.tag == longForm) {
        element.tag = 0;
        for (unsigned octet = more; (octet & more) != 0;) {
            if (at > mostTagOctets)
                return std::unexpected(DerFault::BadTag);
            if (at == bytes.size())
                return std::unexpected(DerFault::Truncated);
            octet = octetAt(bytes, at++);
            element.tag = element.tag << 7 | (octet & ~more);
        }
    }

    if (at == bytes.size())
        return std::unexpected(DerFault::Truncated);
    const unsigned shortLength = octetAt(bytes, at++);
    qsizetype length = shortLength;
    if (shortLength == more)
        return std::unexpected(DerFault::IndefiniteLength);
    if ((shortLength & more) != 0) {
        const unsigned octets = shortLength & ~more;
        if (octets > mostLengthOctets)
            return std::unexpected(DerFault::BadLength);
        length = 0;
        for (unsigned i = 0; i < octets; ++i) {
            if (at == bytes.size())
                return std::unexpected(DerFault::Truncated);
            length = length << 8 | static_cast<qsizetype>(octetAt(bytes, at++));
        }
    }
    if (length > bytes.size() - at)
        return std::unexpected(DerFault::Truncated);
    element.headerLength = at;
    element.content = bytes.sliced(at, length);
    return element;
}

bool isWholeDer(QByteArrayView bytes, int depth)
{
    if (depth <= 0)
        return false;
    while (!bytes.isEmpty()) {
        const auto element = readDerElement(bytes);
        if (!element || (element->isConstructed && !isWholeDer(element->content, depth - 1)))
            return false;
        bytes = bytes.sliced(element->length());
    }
    return true;
}

} // namespace sealport
