#include "model/certificates/der_size.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr unsigned longForm = 0x80;
constexpr unsigned mostLengthOctets = 4;

unsigned octet(std::span<const std::byte> bytes, std::size_t at)
{
    return std::to_integer<unsigned>(bytes[at]);
}

bool isSequence(std::span<const std::byte> bytes)
{
    constexpr unsigned sequence = 0x30;
    return bytes.size() >= 2 && octet(bytes, 0) == sequence;
}

} // namespace

std::optional<std::uint64_t> derSize(std::span<const std::byte> bytes)
{
    if (!isSequence(bytes))
        return std::nullopt;
    const unsigned first = octet(bytes, 1);
    if (first < longForm)
        return 2 + first;
    const unsigned count = first - longForm;
    if (count == 0 || count > mostLengthOctets || bytes.size() < 2 + count)
        return std::nullopt;
    std::uint64_t length = 0;
    for (unsigned i = 0; i < count; ++i)
        length = length << 8U | octet(bytes, 2 + i);
    return 2 + count + length;
}

std::span<const std::byte> derContents(std::span<const std::byte> bytes)
{
    if (!isSequence(bytes))
        return {};
    const unsigned first = octet(bytes, 1);
    const std::size_t header = 2 + (first > longForm ? first - longForm : 0);
    return bytes.subspan(std::min(header, bytes.size()));
}

} // namespace sealport
