#pragma once

#include <openssl/ssl.h>

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>

namespace sealport::bench {

struct FreeContext {
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
struct FreeConnection {
    void operator()(SSL *connection) const { SSL_free(connection); }
};
struct FreeSession {
    void operator()(SSL_SESSION *session) const { SSL_SESSION_free(session); }
};
using SessionPtr = std::unique_ptr<SSL_SESSION, FreeSession>;
using ContextPtr = std::unique_ptr<SSL_CTX, FreeContext>;

/// A client that trusts everybody, speaks TLS 1.3 only and never resumes: each connection is a full handshake.
[[nodiscard]] ContextPtr makeClientContext();

/// A client that offers TLS 1.1 at most.
[[nodiscard]] ContextPtr makeOutdatedClientContext();

enum class AfterSending { Close, Reset, ReadToEnd };
/// Plain octets over a new TCP connection to 127.0.0.1.
void sendRaw(std::uint16_t port, const QByteArray &octets, AfterSending after);

/// As many descriptors as the system allows this user.
void raiseDescriptorLimit();

/// A blocking TLS connection to 127.0.0.1; null when it fails.
class Client {
public:
    /// Offers `session`, if there is one.
    static std::unique_ptr<Client> connect(SSL_CTX &context, std::uint16_t port, SSL_SESSION *session = nullptr);
    /// What a server gives to resume by, after a full handshake and a request; null when it gives nothing.
    static SessionPtr sessionOf(SSL_CTX &context, std::uint16_t port);
    ~Client();
    Client(const Client &) = delete;
    Client &operator=(const Client &) = delete;
    bool exchange(const QByteArray &message); ///< sends it and waits for as many octets
    bool get();                               ///< one HTTP/1.0 request, and the answer to its end
    [[nodiscard]] bool isResumed() const { return SSL_session_reused(m_ssl.get()) == 1; }
    void close(); ///< close_notify, then the socket

private:
    explicit Client(int descriptor, SSL *ssl)
        : m_descriptor(descriptor)
        , m_ssl(ssl)
    {
    }
    int m_descriptor;
    std::unique_ptr<SSL, FreeConnection> m_ssl;
};

/// User and system time of a process so far, in seconds.
[[nodiscard]] double cpuSeconds(qint64 process);
/// Resident memory in KiB.
[[nodiscard]] std::int64_t residentKiB(qint64 process);
[[nodiscard]] std::uint16_t freePort();

} // namespace sealport::bench
