#pragma once

#include "model/certificates/file_contents.h"

#include <cstddef>
#include <optional>
#include <span>

namespace sealport {

/// The certificates and revocation lists that a PKCS#7 or CMS container carries (RFC 2315, RFC 5652), in its order, of
/// DER and of BER with indefinite lengths. What it contains beside them, and who signed it, is not looked at. Nothing
/// where `der` is no such container; one without certificates and lists is empty, and says of which kind it is in
/// `otherKinds`.
[[nodiscard]] std::optional<FileReading> readPkcs7(std::span<const std::byte> der);

} // namespace sealport
