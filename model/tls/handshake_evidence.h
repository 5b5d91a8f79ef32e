#pragma once

#include "model/tls/ending.h"

#include <openssl/ssl.h>

#include <cstdint>
#include <span>

namespace sealport {

/// Why an SSL call failed, taken from this thread's error queue, which is empty afterwards.
struct FailureReason {
    int reason = 0; ///< ERR_GET_REASON of the TLS library's entry, 0 when there is none
    QString text;   ///< OpenSSL's untranslated words
};
[[nodiscard]] FailureReason takeFailureReason();

/// What the finished handshake of `ssl` agreed on; handshakeMs is left to the caller.
[[nodiscard]] Negotiated negotiatedBy(SSL &ssl, std::uint16_t signature);

/// The scheme with which a server signed, from its ServerKeyExchange (RFC 8422 section 5.4, TLS 1.2) or
/// CertificateVerify (RFC 8446 section 4.4.3); 0 for any other message.
[[nodiscard]] std::uint16_t signatureSchemeIn(std::span<const unsigned char> message, int version);

} // namespace sealport
