#pragma once

#include "model/tls/ending.h"

#include <openssl/ssl.h>

#include <cstdint>
#include <optional>
#include <span>

namespace sealport {

/// Why an SSL call failed, taken from this thread's error queue, which is empty afterwards.
struct FailureReason {
    int reason = 0; ///< ERR_GET_REASON of the TLS library's entry, 0 when there is none
    QString text;   ///< OpenSSL's untranslated words
};
[[nodiscard]] FailureReason takeFailureReason();

/// The alert of the peer that OpenSSL tells by this reason (openssl/ssl.h, SSL_AD_REASON_OFFSET); its general reasons
/// lie far above.
[[nodiscard]] constexpr std::optional<std::uint8_t> alertOfReason(int reason)
{
    const int alert = reason - SSL_AD_REASON_OFFSET;
    return alert >= 0 && alert <= 255 ? std::optional(static_cast<std::uint8_t>(alert)) : std::nullopt;
}

/// What the finished handshake of `ssl` agreed on; handshakeMs is left to the caller.
[[nodiscard]] Negotiated negotiatedBy(SSL &ssl, std::uint16_t signature);

/// The scheme with which a server signed, from its ServerKeyExchange (RFC 8422 section 5.4, TLS 1.2) or
/// CertificateVerify (RFC 8446 section 4.4.3); 0 for any other message.
[[nodiscard]] std::uint16_t signatureSchemeIn(std::span<const unsigned char> message, int version);

} // namespace sealport
