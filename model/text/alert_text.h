#pragma once

#include <QString>

#include <cstdint>

namespace sealport {

/// What a client means by an alert, as the second half of a sentence: "it could not read a message of this server."
/// Empty for those that clients hardly send (RFC 8446 section 6, RFC 5246 section 7.2).
[[nodiscard]] QString alertMeaning(std::uint8_t alert);

} // namespace sealport
