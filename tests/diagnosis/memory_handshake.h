#pragma once

#include "model/tls/client_certificate_check.h"
#include "model/tls/handshake_evidence.h"
#include "model/tls/server_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <array>
#include <functional>
#include <optional>
#include <span>

namespace sealport::test {

inline void noteAlert(const SSL *ssl, int where, int value)
{
    if ((where & SSL_CB_ALERT) == 0)
        return;
    auto &ending = *static_cast<Ending *>(SSL_get_app_data(ssl));
    const Alert alert{.level = static_cast<std::uint8_t>(value >> 8), .code = static_cast<std::uint8_t>(value & 0xff)};
    ((where & SSL_CB_WRITE) != 0 ? ending.alertSent : ending.alertReceived) = alert;
}

/// One handshake between the real server context and a client of OpenSSL's, without sockets: gives what a session would
/// have recorded at its end. An Ending with `negotiated` set means that they got through.
inline Ending shakeHands(const ServerContext &context, const std::function<void(SSL_CTX &)> &configureClient,
                         const std::function<void(SSL &)> &configureServer = {}, QByteArray serverName = {})
{
    Ending ending;
    HelloCollector collector;
    const SslContextPtr clientContext(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(clientContext.get(), 0);
    SSL_CTX_set_min_proto_version(clientContext.get(), TLS1_VERSION);
    configureClient(*clientContext);
    const SslPtr client(SSL_new(clientContext.get()));
    SSL_set_connect_state(client.get());
    if (!serverName.isEmpty()) // as the macro SSL_set_tlsext_host_name
        SSL_ctrl(client.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name, serverName.data());
    auto accepted = context.newConnection();
    if (!accepted)
        return ending;
    const SslPtr server = std::move(*accepted);
    if (configureServer)
        configureServer(*server);
    SSL_set_app_data(server.get(), &ending);
    SSL_set_info_callback(server.get(), noteAlert);

    BIO *toServer = BIO_new(BIO_s_mem());
    BIO *toClient = BIO_new(BIO_s_mem());
    BIO *fromClient = BIO_new(BIO_s_mem());
    SSL_set_bio(client.get(), toClient, fromClient);
    BIO_up_ref(toClient);
    SSL_set_bio(server.get(), toServer, toClient);

    ending.cause = Ending::Cause::TlsFailure;
    for (int flight = 0; flight < 8; ++flight) {
        SSL_do_handshake(client.get());
        std::array<std::byte, 16384> octets{};
        for (int size = 0; (size = BIO_read(fromClient, octets.data(), static_cast<int>(octets.size()))) > 0;) {
            const auto bytes = std::span(octets).first(static_cast<std::size_t>(size));
            ending.firstBytes = collector.feed(bytes);
            ending.wireBytesIn += bytes.size();
            BIO_write(toServer, bytes.data(), size);
        }
        ERR_clear_error(); // the client's troubles are its own
        const int result = SSL_do_handshake(server.get());
        if (result == 1) {
            ending.negotiated = negotiatedBy(*server, 0);
            break;
        }
        if (SSL_get_error(server.get(), result) != SSL_ERROR_WANT_READ) {
            FailureReason why = takeFailureReason();
            ending.reason = why.reason;
            ending.detail = why.text;
            if (ending.reason >= SSL_AD_REASON_OFFSET)
                ending.cause = Ending::Cause::AlertReceived;
            break;
        }
    }
    ending.clientCertificate = clientCertificateOf(*server);
    ending.hello = collector.helloMessage();
    ending.firstOctets = collector.firstOctets();
    ERR_clear_error();
    return ending;
}

} // namespace sealport::test
