#include "model/tls/memory_handshake.h"

#include "model/tls/available_algorithms.h"
#include "model/tls/ssl_handle.h"

#include <openssl/err.h>

#include <QStringList>

namespace sealport {

namespace {

constexpr int mostFlights = 20; ///< the longest handshake takes five

QByteArray namesOf(const auto &algorithms)
{
    QStringList names;
    for (const auto &algorithm : algorithms)
        names.append(algorithm.name);
    return names.join(u':').toLatin1();
}

QByteArray suitesOfTls13()
{
    std::vector<AvailableSuite> suites = availableSuites();
    std::erase_if(suites, [](const AvailableSuite &suite) { return !suite.protocols.contains(Protocol::Tls1_3); });
    return namesOf(suites);
}

/// Offers all that OpenSSL has, so that what it cannot reach nobody can; whatever an openssl.cnf says.
SslContextPtr lenientClient()
{
    SslContextPtr context(SSL_CTX_new(TLS_client_method()));
    if (!context)
        return {};
    SSL_CTX_clear_options(context.get(), SSL_OP_NO_SSL_MASK);
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_verify(context.get(), SSL_VERIFY_NONE, nullptr);
    if (SSL_CTX_set_cipher_list(context.get(), "ALL:COMPLEMENTOFALL") != 1
        || SSL_CTX_set_ciphersuites(context.get(), suitesOfTls13().constData()) != 1
        || SSL_CTX_set1_groups_list(context.get(), namesOf(availableGroups()).constData()) != 1
        || SSL_CTX_set1_sigalgs_list(context.get(), namesOf(availableSignatureAlgorithms()).constData()) != 1)
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
