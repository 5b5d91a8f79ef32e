#include "model/tls/handshake_evidence.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

/// IANA's number of a group that OpenSSL tells as its own NID, or as the number itself when it has no NID for it.
std::uint16_t groupNumber(long told)
{
    constexpr std::array<std::pair<int, std::uint16_t>, 10> numbers{{{NID_X25519, 0x001d},
                                                                     {NID_X9_62_prime256v1, 0x0017},
                                                                     {NID_X448, 0x001e},
                                                                     {NID_secp521r1, 0x0019},
                                                                     {NID_secp384r1, 0x0018},
                                                                     {NID_ffdhe2048, 0x0100},
                                                                     {NID_ffdhe3072, 0x0101},
                                                                     {NID_ffdhe4096, 0x0102},
                                                                     {NID_ffdhe6144, 0x0103},
                                                                     {NID_ffdhe8192, 0x0104}}};
    const auto found = std::ranges::find(numbers, static_cast<int>(told), &std::pair<int, std::uint16_t>::first);
    return found != numbers.end() ? found->second : static_cast<std::uint16_t>(told & 0xffff);
}

std::uint16_t bigEndian16(std::span<const unsigned char> octets, std::size_t at)
{
    return static_cast<std::uint16_t>(octets[at] << 8 | octets[at + 1]);
}

} // namespace

FailureReason takeFailureReason()
{
    const auto isTls = [](unsigned long entry) { return ERR_GET_LIB(entry) == ERR_LIB_SSL; };
    FailureReason result;
    unsigned long cause = 0;
    const char *file = nullptr;
    const char *function = nullptr;
    const char *data = nullptr;
    int line = 0;
    int flags = 0;
    while (const unsigned long entry = ERR_get_error_all(&file, &line, &function, &data, &flags)) {
        if (cause != 0 && (isTls(cause) || !isTls(entry)))
            continue; // the first of the TLS library's own, else the first of all
        cause = entry;
        const char *reason = ERR_reason_error_string(entry);
        result.text = QString::fromLatin1(reason ? reason : "");
        if ((flags & ERR_TXT_STRING) != 0 && data != nullptr && *data != '\0')
            result.text += QStringLiteral(": ") + QString::fromLatin1(data).simplified();
    }
    result.reason = isTls(cause) ? ERR_GET_REASON(cause) : 0;
    return result;
}

Negotiated negotiatedBy(SSL &ssl, std::uint16_t signature)
{
    const int version = SSL_version(&ssl);
    const SSL_CIPHER *cipher = SSL_get_current_cipher(&ssl);
    const auto protocol =
        std::ranges::find_if(allProtocols, [version](Protocol p) { return wireVersion(p) == version; });
    const unsigned char *alpn = nullptr;
    unsigned int alpnSize = 0;
    SSL_get0_alpn_selected(&ssl, &alpn, &alpnSize);
    const bool hasGroup = version == TLS1_3_VERSION || SSL_CIPHER_get_kx_nid(cipher) == NID_kx_ecdhe;
    return {.protocol = protocol != std::end(allProtocols) ? *protocol : Protocol::Tls1_3,
            .cipherSuite = SSL_CIPHER_get_protocol_id(cipher),
            .group = hasGroup ? groupNumber(SSL_get_negotiated_group(&ssl)) : std::uint16_t{0},
            .signature = signature,
            .resumed = SSL_session_reused(&ssl) == 1,
            .alpn = QByteArray(reinterpret_cast<const char *>(alpn), static_cast<qsizetype>(alpnSize)),
            .handshakeMs = 0};
}

std::uint16_t signatureSchemeIn(std::span<const unsigned char> message, int version)
{
    constexpr unsigned char serverKeyExchange = 12;
    constexpr unsigned char certificateVerify = 15;
    constexpr unsigned char namedCurve = 3;
    if (message[0] == certificateVerify && version == TLS1_3_VERSION && message.size() >= 6)
        return bigEndian16(message, 4);
    if (message[0] == serverKeyExchange && version == TLS1_2_VERSION && message.size() > 8
        && message[4] == namedCurve) {
        const std::size_t scheme = 8U + message[7];
        if (message.size() >= scheme + 2)
            return bigEndian16(message, scheme);
    }
    return 0;
}

} // namespace sealport
