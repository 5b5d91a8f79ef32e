#pragma once

#include "tests/tls/recording_observer.h"
#include "tests/tls/tls_client.h"

#include <memory>

namespace sealport::test {

/// The first flight of a client that allows these versions.
inline QByteArray helloBytes(int oldest, int newest)
{
    const SslContextPtr context(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(context.get(), 0);
    SSL_CTX_set_min_proto_version(context.get(), oldest);
    SSL_CTX_set_max_proto_version(context.get(), newest);
    const SslPtr client(SSL_new(context.get()));
    BIO *out = BIO_new(BIO_s_mem());
    SSL_set_bio(client.get(), BIO_new(BIO_s_mem()), out);
    SSL_set_connect_state(client.get());
    SSL_do_handshake(client.get());
    ERR_clear_error();
    char *data = nullptr;
    const long size = BIO_get_mem_data(out, &data);
    return {data, size};
}

/// A listening server with everything it needs.
struct Served {
    explicit Served(const std::shared_ptr<const ServerContext> &context, const ServerLimits &limits = {},
                    const Opening &opening = {})
        : server(context, limits, observer, counter, opening)
    {
        const Result<Endpoint> endpoint =
            server.listenAt({.address = QHostAddress(QHostAddress::LocalHost), .port = 0}, false);
        port = endpoint ? endpoint->port : quint16{0};
    }

    RecordingObserver observer;
    ConnectionCounter counter{0};
    TlsServer server;
    quint16 port = 0;
};

} // namespace sealport::test
