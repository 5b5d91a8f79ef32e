#pragma once

#include <QString>

#include <cstdint>

namespace sealport {

/// IANA's names for the numbers of TLS (tls-parameters and tls-extensiontype-values registries), and those of
/// unregistered numbers that clients send. Untranslated: they are terms. Safe from every thread.
/// A value that is GREASE (RFC 8701) reads "GREASE (0x0a0a)"; one that is unknown "unknown (0x1234)".
[[nodiscard]] QString versionName(std::uint16_t version);   ///< "TLSv1.3", "SSLv3"
[[nodiscard]] QString cipherSuiteName(std::uint16_t suite); ///< "TLS_AES_128_GCM_SHA256"
[[nodiscard]] QString groupName(std::uint16_t group);       ///< "X25519", "secp256r1"
/// "ecdsa_secp256r1_sha256". The TLS 1.2 pairs without a name of their own in TLS 1.3 read hash and signature,
/// "sha224+rsa", "md5+rsa", "sha256+dsa".
[[nodiscard]] QString signatureAlgorithmName(std::uint16_t scheme);
[[nodiscard]] QString extensionName(std::uint16_t extension); ///< "server_name"
[[nodiscard]] QString alertName(std::uint8_t alert);          ///< "protocol_version"; no GREASE; "unknown (0x63)"

/// RFC 8701: 0x?a?a with equal octets; reserved so that servers stay tolerant.
[[nodiscard]] constexpr bool isGrease(std::uint16_t value)
{
    return (value & 0x0f0f) == 0x0a0a && (value >> 8) == (value & 0xff);
}

} // namespace sealport
