#pragma once

#include "model/certificates/identity.h"
#include "model/tls/memory_handshake.h"
#include "model/tls/ssl_handle.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QByteArray>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace sealport::test {

/// What a client saw on the wire, read from the messages themselves: nothing of what OpenSSL or model/tls says of them.
struct OnTheWire {
    bool gotThrough = false;
    int version = 0;
    std::uint16_t cipherSuite = 0;
    std::uint16_t group = 0;                ///< of the server's key share
    std::uint16_t signature = 0;            ///< with which the server signed
    std::vector<std::uint16_t> requested{}; ///< signature algorithms of the CertificateRequest
};

namespace wire {

inline std::uint16_t number16(std::span<const unsigned char> octets, std::size_t at)
{
    return at + 1 < octets.size() ? static_cast<std::uint16_t>(octets[at] << 8 | octets[at + 1]) : std::uint16_t{0};
}

inline std::vector<std::uint16_t> numbers16(std::span<const unsigned char> octets, std::size_t at)
{
    std::vector<std::uint16_t> numbers;
    for (std::size_t end = at + 2 + number16(octets, at); (at += 2) < end;)
        numbers.push_back(number16(octets, at));
    return numbers;
}

/// Where the data of an extension begins, in a list of extensions whose length is at `at`; 0: it is not there.
inline std::size_t extensionAt(std::span<const unsigned char> message, std::size_t at, std::uint16_t type)
{
    for (at += 2; at + 4 <= message.size(); at += 4U + number16(message, at + 2))
        if (number16(message, at) == type)
            return at + 4;
    return 0;
}

inline void readServerHello(std::span<const unsigned char> message, OnTheWire &seen)
{
    constexpr std::size_t sessionId = 4 + 2 + 32;
    const std::size_t suite = sessionId + 1 + message[sessionId];
    seen.cipherSuite = number16(message, suite);
    if (const std::size_t keyShare = extensionAt(message, suite + 3, 51))
        seen.group = number16(message, keyShare);
}

inline void readServerKeyExchange(std::span<const unsigned char> message, bool isElliptic, OnTheWire &seen)
{
    std::size_t at = 4;
    if (isElliptic) {
        seen.group = number16(message, at + 1);
        at += 4U + message[at + 3];
    } else {
        for (int value = 0; value < 3; ++value) // p, g and the server's part
            at += 2U + number16(message, at);
    }
    if (seen.version == TLS1_2_VERSION && at + 2 <= message.size())
        seen.signature = number16(message, at);
}

inline void readCertificateRequest(std::span<const unsigned char> message, OnTheWire &seen)
{
    if (seen.version == TLS1_3_VERSION) {
        if (const std::size_t algorithms = extensionAt(message, 5U + message[4], 13))
            seen.requested = numbers16(message, algorithms);
    } else if (seen.version == TLS1_2_VERSION) {
        seen.requested = numbers16(message, 5U + message[4]);
    }
}

inline void read(int isSent, int, int contentType, const void *octets, std::size_t size, SSL *ssl, void *into)
{
    const std::span message(static_cast<const unsigned char *>(octets), size);
    if (isSent != 0 || contentType != SSL3_RT_HANDSHAKE || size < 4)
        return;
    auto &seen = *static_cast<OnTheWire *>(into);
    seen.version = SSL_version(ssl);
    const SSL_CIPHER *cipher = SSL_get_pending_cipher(ssl);
    switch (message[0]) {
    case SSL3_MT_SERVER_HELLO:
        return readServerHello(message, seen);
    case SSL3_MT_SERVER_KEY_EXCHANGE:
        return readServerKeyExchange(message, SSL_CIPHER_get_kx_nid(cipher) == NID_kx_ecdhe, seen);
    case SSL3_MT_CERTIFICATE_REQUEST:
        return readCertificateRequest(message, seen);
    case SSL3_MT_CERTIFICATE_VERIFY:
        seen.signature = number16(message, 4);
        return;
    default:
        return;
    }
}

} // namespace wire

/// Those of this OpenSSL among all that TLS has: a list with one that it lacks would be refused.
inline QByteArray everyGroup(SSL_CTX &context)
{
    QByteArray list;
    for (const char *name :
         {"X25519",          "P-256",           "P-384",     "P-521",     "X448",      "P-224",     "P-192",
          "secp256k1",       "secp224k1",       "secp192k1", "secp160k1", "secp160r1", "secp160r2", "brainpoolP256r1",
          "brainpoolP384r1", "brainpoolP512r1", "B-571",     "K-571",     "B-409",     "K-409",     "B-283",
          "K-283",           "sect239k1",       "B-233",     "K-233",     "sect193r1", "sect193r2", "B-163",
          "K-163",           "sect163r1",       "ffdhe2048", "ffdhe3072", "ffdhe4096", "ffdhe6144", "ffdhe8192"})
        if (SSL_CTX_set1_groups_list(&context, name) == 1)
            list += (list.isEmpty() ? "" : ":") + QByteArray(name);
    return list;
}

/// One side that can and takes everything that this OpenSSL has, whatever its openssl.cnf says.
inline SslContextPtr lenientContext(const SSL_METHOD *method)
{
    SslContextPtr context(SSL_CTX_new(method));
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), TLS1_VERSION);
    SSL_CTX_set_max_proto_version(context.get(), TLS1_3_VERSION);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_cipher_list(context.get(), "ALL:COMPLEMENTOFALL");
    SSL_CTX_set_ciphersuites(context.get(),
                             "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:"
                             "TLS_AES_128_CCM_SHA256:TLS_AES_128_CCM_8_SHA256");
    SSL_CTX_set1_groups_list(context.get(), everyGroup(*context).constData());
    SSL_CTX_set1_sigalgs_list(
        context.get(), "ed25519:ed448:ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA224:ECDSA+SHA1:"
                       "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:RSA-PSS+SHA256:RSA-PSS+SHA384:"
                       "RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA+SHA224:RSA+SHA1:DSA+SHA256:DSA+SHA384:"
                       "DSA+SHA512:DSA+SHA224:DSA+SHA1");
    SSL_CTX_set_dh_auto(context.get(), 1);
    ERR_clear_error();
    return context;
}

inline SslContextPtr lenientServer(const Identity &identity)
{
    SslContextPtr context = lenientContext(TLS_server_method());
    SSL_CTX_use_certificate(context.get(), identity.certificate.handle());
    SSL_CTX_use_PrivateKey(context.get(), identity.key.handle());
    return context;
}

/// A handshake of exactly this version between the two; 0 for whatever they agree on.
inline OnTheWire shakeHands(SSL_CTX &serverContext, SSL_CTX &clientContext, int version = 0)
{
    OnTheWire seen;
    const SslPtr server(SSL_new(&serverContext));
    const SslPtr client(SSL_new(&clientContext));
    if (version != 0) {
        SSL_set_min_proto_version(client.get(), version);
        SSL_set_max_proto_version(client.get(), version);
    }
    SSL_set_msg_callback(client.get(), wire::read);
    SSL_ctrl(client.get(), SSL_CTRL_SET_MSG_CALLBACK_ARG, 0, &seen);
    seen.gotThrough = handshakeInMemory(*server, *client);
    ERR_clear_error();
    return seen;
}

inline Identity rsaPssIdentity()
{
    const PkeyContextPtr maker(EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr));
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(maker.get());
    EVP_PKEY_generate(maker.get(), &key);
    return identityOf(key);
}

inline Identity dsaIdentity()
{
    const PkeyContextPtr parameters(EVP_PKEY_CTX_new_from_name(nullptr, "DSA", nullptr));
    EVP_PKEY *group = nullptr;
    EVP_PKEY_paramgen_init(parameters.get());
    std::size_t bits = 1024; // longer ones take seconds
    const OSSL_PARAM wishes[] = {OSSL_PARAM_construct_size_t("pbits", &bits), OSSL_PARAM_construct_end()};
    EVP_PKEY_CTX_set_params(parameters.get(), wishes);
    EVP_PKEY_generate(parameters.get(), &group);
    const PkeyPtr owned(group);
    const PkeyContextPtr maker(EVP_PKEY_CTX_new_from_pkey(nullptr, group, nullptr));
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(maker.get());
    EVP_PKEY_generate(maker.get(), &key);
    return identityOf(key);
}

} // namespace sealport::test
