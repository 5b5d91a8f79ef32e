#include "model/tls/memory_handshake.h"

#include "model/tls/ssl_handle.h"

#include <openssl/err.h>

namespace sealport {

namespace {

constexpr int mostFlights = 20; ///< the longest handshake takes five
constexpr const char *suitesOfTls13 = "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256";
constexpr const char *curves = "X25519:P-256:P-384:P-521:X448:ffdhe2048:brainpoolP256r1:brainpoolP384r1:"
                               "brainpoolP512r1:secp256k1:P-224:P-192";

/// Everything that an openssl.cnf might have changed is said again.
SslContextPtr lenientClient()
{
    SslContextPtr context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return {};
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    if (SSL_CTX_set_cipher_list(context.get(), "ALL") != 1
        || SSL_CTX_set_ciphersuites(context.get(), suitesOfTls13) != 1
        || SSL_CTX_set1_groups_list(context.get(), curves) != 1
        || SSL_CTX_set1_sigalgs_list(
               context.get(), "ed25519:ed448:ECDSA+SHA256:ECDSA+SHA384:ECDSA+SHA512:ECDSA+SHA224:ECDSA+SHA1:"
                              "rsa_pss_pss_sha256:rsa_pss_pss_sha384:rsa_pss_pss_sha512:RSA-PSS+SHA256:RSA-PSS+SHA384:"
                              "RSA-PSS+SHA512:RSA+SHA256:RSA+SHA384:RSA+SHA512:RSA+SHA224:RSA+SHA1:DSA+SHA256:DSA+SHA1")
               != 1)
        return {};
    return context;
}

bool getsThrough(SSL_CTX &serverContext, SSL_CTX &clientContext, Protocol protocol)
{
    const SslPtr server(SSL_new(&serverContext));
    const SslPtr client(SSL_new(&clientContext));
    const int version = wireVersion(protocol);
    return server && client && SSL_set_min_proto_version(client.get(), version) == 1
           && SSL_set_max_proto_version(client.get(), version) == 1 && handshakeInMemory(*server, *client);
}

} // namespace

bool handshakeInMemory(SSL &server, SSL &client)
{
    BIO *serverEnd = nullptr;
    BIO *clientEnd = nullptr;
    if (BIO_new_bio_pair(&serverEnd, 0, &clientEnd, 0) != 1)
        return false;
    SSL_set_bio(&server, serverEnd, serverEnd);
    SSL_set_bio(&client, clientEnd, clientEnd);
    SSL_set_accept_state(&server);
    SSL_set_connect_state(&client);
    for (int flight = 0; flight < mostFlights; ++flight) {
        for (SSL *side : {&client, &server}) {
            const int result = SSL_do_handshake(side);
            const int problem = result == 1 ? SSL_ERROR_NONE : SSL_get_error(side, result);
            if (problem != SSL_ERROR_NONE && problem != SSL_ERROR_WANT_READ && problem != SSL_ERROR_WANT_WRITE)
                return false;
        }
        if (SSL_is_init_finished(&client) == 1 && SSL_is_init_finished(&server) == 1)
            return true;
    }
    return false;
}

ProtocolSet reachableProtocols(SSL_CTX &server, ProtocolSet protocols)
{
    const SslContextPtr client = lenientClient();
    ProtocolSet reached;
    for (const Protocol protocol : protocols.toVector())
        if (!client || getsThrough(server, *client, protocol)) // an OpenSSL without such a client proves nothing
            reached.insert(protocol);
    ERR_clear_error();
    return reached;
}

} // namespace sealport
