#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace sealport {

/// How many octets the object has that stands first, by its own word: tag, length and contents (X.690 section 8.1).
/// Nothing where that is not a SEQUENCE, or one of indefinite length.
[[nodiscard]] std::optional<std::uint64_t> derSize(std::span<const std::byte> bytes);

/// What stands inside that SEQUENCE, of indefinite length too, and behind it up to the end of `bytes`. Empty: nothing.
[[nodiscard]] std::span<const std::byte> derContents(std::span<const std::byte> bytes);

} // namespace sealport
