#pragma once

#include <QString>

#include <cstddef>
#include <span>

namespace sealport {

/// What DER is that is no certificate, container or key, by its structure: "public key", "OCSP response", … In English,
/// a value for NoCertificateInFile; empty for what is not known.
[[nodiscard]] QString otherDerKind(std::span<const std::byte> der);

} // namespace sealport
