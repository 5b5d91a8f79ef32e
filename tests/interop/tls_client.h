#pragma once

#include "tests/interop/raw_client.h"

#include <QByteArray>

#include <openssl/ssl.h>

#include <memory>
#include <optional>

namespace sealport::test {

/// What a client offers. Empty lists: OpenSSL's own.
struct TlsOffer {
    int oldest = TLS1_2_VERSION;
    int newest = TLS1_3_VERSION;
    QByteArray ciphers{}; ///< of TLS 1.2 and before; security level 0 unless the string says otherwise
    QByteArray suites{};  ///< of TLS 1.3
    QByteArray groups{};
    QByteArray signatures{};
    bool verifies = false; ///< against an empty trust store: every certificate is refused
};

/// A TLS client between two memory buffers, so that a test can look at, hold back and damage every octet on its way.
class TlsClient {
public:
    explicit TlsClient(RawClient &tcp, const TlsOffer &offer = {});

    /// The records that OpenSSL wants sent; the ClientHello on the first call. They are not sent.
    QByteArray takeRecords();
    /// Continues from wherever the handshake stands; true once it is done.
    bool handshake();
    bool send(const QByteArray &data);
    /// Records for this data, encrypted but not sent.
    QByteArray encrypted(const QByteArray &data);
    /// Application data until there are `size` octets, or the session ends.
    QByteArray receive(qsizetype size);
    bool sendCloseNotify();
    /// Everything that is still to come; then closeNotifyReceived() and alertReceived() are settled.
    QByteArray receiveAll();
    /// What OpenSSL has to say on its own account: a KeyUpdate, a renegotiation.
    bool flush();

    [[nodiscard]] bool closeNotifyReceived() const { return m_closeNotify; }
    [[nodiscard]] std::optional<int> alertReceived() const { return m_alert; } ///< the last one but close_notify
    [[nodiscard]] int version() const { return SSL_version(m_ssl.get()); }
    [[nodiscard]] SSL &handle() { return *m_ssl; }
    [[nodiscard]] RawClient &tcp() { return m_tcp; }

private:
    struct Free {
        void operator()(SSL *ssl) const noexcept { SSL_free(ssl); }
        void operator()(SSL_CTX *context) const noexcept { SSL_CTX_free(context); }
    };
    bool feed();
    void noteAlert(int code);

    RawClient &m_tcp;
    std::unique_ptr<SSL_CTX, Free> m_context;
    std::unique_ptr<SSL, Free> m_ssl;
    bool m_closeNotify = false;
    std::optional<int> m_alert;
};

} // namespace sealport::test
