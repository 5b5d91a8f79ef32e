#pragma once

#include "model/tls/endpoint.h"
#include "model/tls/listening_socket.h"
#include "model/tls/socket_table.h"

#include <QFile>

#include <algorithm>
#include <utility>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sealport::test {

/// A socket of the test, closed when this goes.
class Descriptor {
public:
    explicit Descriptor(const Result<int> &opened)
        : m_number(opened ? *opened : -1)
    {
    }
    Descriptor(Descriptor &&other) noexcept
        : m_number(std::exchange(other.m_number, -1))
    {
    }
    Descriptor &operator=(Descriptor &&) = delete;
    ~Descriptor() { close(); }
    void close()
    {
        if (m_number >= 0)
            ::close(std::exchange(m_number, -1));
    }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] quint16 port() const
    {
        sockaddr_in6 address{};
        socklen_t size = sizeof address;
        ::getsockname(m_number, reinterpret_cast<sockaddr *>(&address), &size);
        return ntohs(address.sin6_port); // at the same place as in sockaddr_in
    }

private:
    int m_number;
};

inline const QHostAddress loopback(QHostAddress::LocalHost);
inline const QHostAddress loopback6(QHostAddress::LocalHostIPv6);

inline Descriptor listenAt(const QHostAddress &address, quint16 port = 0, bool shared = false)
{
    return Descriptor(openListeningSocket({.address = address, .port = port}, shared));
}

/// A client's socket; not open when nobody listens.
inline Descriptor connectTo(const char *address, quint16 port)
{
    Descriptor socket(Result<int>(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0)));
    sockaddr_in native{};
    native.sin_family = AF_INET;
    native.sin_port = htons(port);
    ::inet_pton(AF_INET, address, &native.sin_addr);
    if (::connect(socket.number(), reinterpret_cast<const sockaddr *>(&native), sizeof native) != 0)
        socket.close();
    return socket;
}

/// Whether the system keeps a port of this machine for a connection that has ended.
inline bool isInTimeWait(quint16 port)
{
    QFile table(QStringLiteral("/proc/net/tcp"));
    return table.open(QIODevice::ReadOnly)
           && std::ranges::any_of(socketsAtPort(port, table.readAll()),
                                  [](const TcpSocket &socket) { return !socket.isListening && socket.inode == 0; });
}

inline bool hasIpv6()
{
    return listenAt(loopback6).isOpen();
}

} // namespace sealport::test
