#include "model/tls/handshake_evidence.h"

#include "model/tls/registry_tables.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <algorithm>

namespace sealport {

namespace {

/// IANA's number of the group that was agreed on. OpenSSL tells it as its own NID, and has IANA's names in its own
/// case; it knows the number itself only of a group without NID.
std::uint16_t negotiatedGroup(SSL &ssl)
{
    const long told = SSL_get_negotiated_group(&ssl);
    const QLatin1String name(SSL_group_to_name(&ssl, static_cast<int>(told)));
    const auto found = std::ranges::find_if(groupTable(), [name](const RegistryEntry &entry) {
        return name.compare(QLatin1String(entry.name), Qt::CaseInsensitive) == 0;
    });
    return found != groupTable().end() ? found->value : static_cast<std::uint16_t>(told & 0xffff);
}

std::uint16_t bigEndian16(std::span<const unsigned char> octets, std::size_t at)
{
    return static_cast<std::uint16_t>(octets[at] << 8 | octets[at + 1]);
}

QByteArray thumbprintOf(const X509 *certificate)
{
    QByteArray digest(EVP_MAX_MD_SIZE, '\0');
    unsigned int size = 0;
    if (certificate == nullptr
        || X509_digest(certificate, EVP_sha256(), reinterpret_cast<unsigned char *>(digest.data()), &size) != 1)
        return {};
    return digest.first(size);
}

EarlyData earlyDataOf(const SSL &ssl)
{
    switch (SSL_get_early_data_status(&ssl)) {
    case SSL_EARLY_DATA_ACCEPTED:
        return EarlyData::Accepted;
    case SSL_EARLY_DATA_REJECTED:
        return EarlyData::Rejected;
    default:
        return EarlyData::NotOffered;
    }
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
    const int exchange = SSL_CIPHER_get_kx_nid(cipher);
    const bool hasGroup = version == TLS1_3_VERSION || exchange == NID_kx_ecdhe || exchange == NID_kx_ecdhe_psk;
    const bool hasCertificate = SSL_CIPHER_get_auth_nid(cipher) != NID_auth_psk;
    return {.protocol = protocol != std::end(allProtocols) ? *protocol : Protocol::Tls1_3,
            .cipherSuite = SSL_CIPHER_get_protocol_id(cipher),
            .group = hasGroup ? negotiatedGroup(ssl) : std::uint16_t{0},
            .signature = signature,
            .resumed = SSL_session_reused(&ssl) == 1,
            .earlyData = earlyDataOf(ssl),
            .alpn = QByteArray(reinterpret_cast<const char *>(alpn), static_cast<qsizetype>(alpnSize)),
            .certificate = hasCertificate ? thumbprintOf(SSL_get_certificate(&ssl)) : QByteArray(),
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
