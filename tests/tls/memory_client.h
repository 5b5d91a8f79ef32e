#pragma once

#include "model/tls/memory_handshake.h"
#include "model/tls/server_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <functional>
#include <vector>

namespace sealport::test {

/// What a client that was led through a handshake in memory found.
struct MemoryOutcome {
    bool gotThrough = false;
    int version = 0;
    std::uint16_t cipherSuite = 0;
    std::vector<QByteArray> chain; ///< DER, as sent
};

/// One handshake between the real server context and a client of OpenSSL's without sockets. Everything that an
/// openssl.cnf might have changed in the client is said again.
inline MemoryOutcome handshakeInMemory(const ServerContext &server, int oldest, int newest,
                                       const std::function<void(SSL_CTX &)> &configure = {})
{
    MemoryOutcome outcome;
    const SslContextPtr context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    SSL_CTX_set_cipher_list(context.get(), "ALL");
    SSL_CTX_set_ciphersuites(context.get(),
                             "TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256");
    SSL_CTX_set1_groups_list(context.get(), "X25519:P-256:P-384:P-521:ffdhe2048");
    SSL_CTX_set1_sigalgs_list(context.get(), "ECDSA+SHA256:RSA-PSS+SHA256:RSA+SHA256:ed25519:RSA+SHA1:ECDSA+SHA1");
    SSL_CTX_set_min_proto_version(context.get(), oldest);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    if (configure)
        configure(*context);
    const SslPtr client(SSL_new(context.get()));
    Result<SslPtr> connection = server.newConnection();
    outcome.gotThrough = connection && sealport::handshakeInMemory(**connection, *client);
    ERR_clear_error();
    if (!outcome.gotThrough)
        return outcome;
    outcome.version = SSL_version(client.get());
    outcome.cipherSuite = SSL_CIPHER_get_protocol_id(SSL_get_current_cipher(client.get()));
    const STACK_OF(X509) *chain = SSL_get_peer_cert_chain(client.get());
    for (int i = 0; i < sk_X509_num(chain); ++i)
        outcome.chain.push_back(Certificate::fromX509(share(*sk_X509_value(chain, i))).der());
    return outcome;
}

} // namespace sealport::test
