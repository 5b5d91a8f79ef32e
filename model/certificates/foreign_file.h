#pragma once

#include <QString>

#include <cstddef>
#include <span>

namespace sealport {

/// What a file is that has nothing to do with certificates, or holds them in a way that only other programs know, by
/// its first octets: "ZIP archive", "PDF document", "PuTTY private key". In English, a value for NoCertificateInFile;
/// empty for what is not known.
[[nodiscard]] QString foreignKind(std::span<const std::byte> bytes);

} // namespace sealport
