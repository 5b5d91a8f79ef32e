#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/file_contents.h"
#include "model/certificates/password_encryption.h"

#include <cstddef>
#include <cstdint>
#include <span>

namespace sealport {

/// The octets of one certificate file, told apart by content; see certificate_file.h, which reads them from a path.
/// Problems have no subject. `mostRounds` is how much key derivation the octets may ask for, all their objects
/// together.
[[nodiscard]] FileReading readCertificateBytes(std::span<const std::byte> bytes,
                                               const SecretBytes *passphrase = nullptr,
                                               std::uint64_t mostRounds = PasswordEncryption::usualMostRounds);

} // namespace sealport
