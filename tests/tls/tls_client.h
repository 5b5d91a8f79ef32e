#pragma once

#include "model/tls/server_context.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QByteArray>
#include <QEventLoop>

#include <algorithm>
#include <array>
#include <chrono>
#include <optional>
#include <thread>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

namespace sealport::test {

/// A blocking TCP connection to 127.0.0.1, as a program that knows nothing of Qt would make it. No call waits longer
/// than ten seconds.
class RawClient {
public:
    /// `receiveBuffer`: octets that the system holds for us unread; 0 leaves its choice.
    explicit RawClient(quint16 port, int receiveBuffer = 0)
        : m_descriptor(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        const timeval patience{.tv_sec = 10, .tv_usec = 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, sizeof patience);
        constexpr int on = 1;
        ::setsockopt(m_descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
        if (receiveBuffer > 0)
            ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVBUF, &receiveBuffer, sizeof receiveBuffer);
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    }
    RawClient(RawClient &&other) noexcept
        : m_descriptor(std::exchange(other.m_descriptor, -1))
        , m_isConnected(other.m_isConnected)
    {
    }
    RawClient &operator=(RawClient &&) = delete;
    ~RawClient() { close(); }

    /// How long a call waits from now on.
    void setPatience(std::chrono::milliseconds time) const
    {
        const timeval patience{.tv_sec = time.count() / 1000, .tv_usec = time.count() % 1000 * 1000};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
    }
    [[nodiscard]] bool isConnected() const { return m_isConnected; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    [[nodiscard]] quint16 localPort() const
    {
        sockaddr_in address{};
        socklen_t size = sizeof address;
        ::getsockname(m_descriptor, reinterpret_cast<sockaddr *>(&address), &size);
        return ntohs(address.sin_port);
    }

    bool write(const QByteArray &octets) const
    {
        return ::send(m_descriptor, octets.constData(), static_cast<std::size_t>(octets.size()), MSG_NOSIGNAL)
               == octets.size();
    }

    /// `size` octets, or as many as came before the end.
    [[nodiscard]] QByteArray read(qsizetype size) const
    {
        QByteArray octets(size, '\0');
        qsizetype done = 0;
        for (ssize_t got = 1; got > 0 && done < size; done += got)
            got = std::max<ssize_t>(
                ::recv(m_descriptor, octets.data() + done, static_cast<std::size_t>(size - done), 0), 0);
        return octets.left(done);
    }

    /// Everything up to the end of the connection, however it ended.
    [[nodiscard]] QByteArray readToEnd()
    {
        QByteArray all;
        std::array<char, 4096> buffer{};
        ssize_t size = 0;
        while ((size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0)) > 0)
            all.append(buffer.data(), size);
        m_wasReset = size < 0;
        return all;
    }
    [[nodiscard]] bool wasReset() const { return m_wasReset; } ///< or nothing came in time

    void finishWriting() const { ::shutdown(m_descriptor, SHUT_WR); }
    void close()
    {
        if (m_descriptor >= 0)
            ::close(std::exchange(m_descriptor, -1));
    }
    /// Ends the connection with RST instead of FIN.
    void reset()
    {
        const linger atOnce{.l_onoff = 1, .l_linger = 0};
        ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
        close();
    }

private:
    int m_descriptor = -1;
    bool m_isConnected = false;
    bool m_wasReset = false;
};

/// How a client of these tests differs from OpenSSL's own defaults.
struct ClientWishes {
    int oldest = TLS1_VERSION;
    int newest = TLS1_3_VERSION;
    const char *ciphers = nullptr;    ///< up to TLS 1.2
    const char *serverName = nullptr; ///< SNI
    X509 *trusted = nullptr;          ///< verifies against this alone
    bool verifies = false;
    SSL_SESSION *session = nullptr; ///< to be resumed
    int receiveBuffer = 0;
};

/// OpenSSL as a blocking client, independent of everything in model/tls.
class TlsClient {
public:
    explicit TlsClient(quint16 port, const ClientWishes &wishes = {})
        : m_socket(port, wishes.receiveBuffer)
        , m_context(SSL_CTX_new(TLS_client_method()))
    {
        SSL_CTX_set_security_level(m_context.get(), 0);
        SSL_CTX_clear_options(m_context.get(), SSL_OP_NO_SSL_MASK);
        SSL_CTX_set_min_proto_version(m_context.get(), wishes.oldest);
        SSL_CTX_set_max_proto_version(m_context.get(), wishes.newest);
        if (wishes.ciphers)
            SSL_CTX_set_cipher_list(m_context.get(), wishes.ciphers);
        if (wishes.trusted)
            X509_STORE_add_cert(SSL_CTX_get_cert_store(m_context.get()), wishes.trusted);
        if (wishes.verifies)
            SSL_CTX_set_verify(m_context.get(), SSL_VERIFY_PEER, nullptr);
        m_ssl.reset(SSL_new(m_context.get()));
        SSL_set_fd(m_ssl.get(), m_socket.descriptor());
        if (wishes.serverName)
            SSL_ctrl(m_ssl.get(), SSL_CTRL_SET_TLSEXT_HOSTNAME, TLSEXT_NAMETYPE_host_name,
                     const_cast<char *>(wishes.serverName));
        if (wishes.session)
            SSL_set_session(m_ssl.get(), wishes.session);
    }

    bool handshake()
    {
        ERR_clear_error();
        const bool done = m_socket.isConnected() && SSL_connect(m_ssl.get()) == 1;
        noteFailure();
        return done;
    }

    bool write(const QByteArray &octets)
    {
        ERR_clear_error();
        const bool done = SSL_write(m_ssl.get(), octets.constData(), static_cast<int>(octets.size())) == octets.size();
        noteFailure();
        return done;
    }

    /// `size` octets, or as many as came before the end.
    [[nodiscard]] QByteArray read(qsizetype size)
    {
        QByteArray all;
        std::array<char, 16384> buffer{};
        while (all.size() < size) {
            ERR_clear_error();
            const auto wanted = std::min<qsizetype>(size - all.size(), static_cast<qsizetype>(buffer.size()));
            const int got = SSL_read(m_ssl.get(), buffer.data(), static_cast<int>(wanted));
            if (got <= 0) {
                noteFailure();
                break;
            }
            all.append(buffer.data(), got);
        }
        return all;
    }
    [[nodiscard]] QByteArray readToEnd() { return read(std::numeric_limits<int>::max()); }

    /// Says close_notify and waits for the server's.
    bool close()
    {
        ERR_clear_error();
        if (SSL_shutdown(m_ssl.get()) == 0)
            static_cast<void>(readToEnd());
        return hasCloseNotify();
    }
    [[nodiscard]] bool hasCloseNotify() const { return (SSL_get_shutdown(m_ssl.get()) & SSL_RECEIVED_SHUTDOWN) != 0; }

    [[nodiscard]] SSL &ssl() { return *m_ssl; }
    [[nodiscard]] RawClient &socket() { return m_socket; }
    [[nodiscard]] int reason() const { return m_reason; } ///< ERR_GET_REASON of the first failure
    [[nodiscard]] int alert() const { return m_reason > SSL_AD_REASON_OFFSET ? m_reason - SSL_AD_REASON_OFFSET : -1; }

private:
    void noteFailure()
    {
        if (const unsigned long entry = ERR_peek_error(); entry != 0 && m_reason == 0)
            m_reason = ERR_GET_REASON(entry);
        ERR_clear_error();
    }

    RawClient m_socket;
    SslContextPtr m_context;
    SslPtr m_ssl;
    int m_reason = 0;
};

/// Runs `job`, which may block, in a thread of its own, while this thread's event loop serves. Gives its result.
template <class Job>
auto whileServing(Job job)
{
    std::optional<decltype(job())> result;
    QEventLoop loop;
    std::thread thread([&] {
        result = job();
        OPENSSL_thread_stop();
        QMetaObject::invokeMethod(&loop, "quit", Qt::QueuedConnection); // by name: no functor crosses the threads
    });
    loop.exec();
    thread.join();
    return std::move(*result);
}

} // namespace sealport::test
