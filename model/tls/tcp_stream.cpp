#include "model/tls/tcp_stream.h"

#include "model/tls/captured_connection.h"

#include <cerrno>

#include <linux/sockios.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

namespace sealport {

TcpStream::TcpStream(QObject *parent)
    : QAbstractSocket(TcpSocket, parent)
{
}

TcpStream::~TcpStream() = default;

void TcpStream::captureInto(std::unique_ptr<CapturedConnection> connection)
{
    m_captured = std::move(connection);
}

void TcpStream::settleCapture()
{
    if (m_captured)
        m_captured->settle();
}

TcpStream::ReadResult TcpStream::take(std::span<std::byte> buffer)
{
    const auto descriptor = static_cast<int>(socketDescriptor());
    if (descriptor < 0)
        return {.arrival = Arrival::Reset, .size = 0};
    ssize_t size = -1;
    do {
        size = ::recv(descriptor, buffer.data(), buffer.size(), 0);
    } while (size < 0 && errno == EINTR);
    if (size > 0) {
        if (m_captured)
            m_captured->received(buffer.first(static_cast<std::size_t>(size)));
        return {.arrival = Arrival::Data, .size = static_cast<std::size_t>(size)};
    }
    if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
        return {.arrival = Arrival::Nothing, .size = 0};
    const bool isReset = size < 0 || m_isReset;
    if (m_captured)
        isReset ? m_captured->peerReset() : m_captured->peerFinished();
    if (!isReset)
        return {.arrival = Arrival::Finished, .size = 0};
    return {.arrival = Arrival::Reset, .size = 0};
}

bool TcpStream::give(std::span<const std::byte> data)
{
    const auto descriptor = static_cast<int>(socketDescriptor());
    if (descriptor < 0)
        return false;
    std::size_t sent = 0;
    bool isPeerGone = false;
    // Not through Qt while nothing waits there: its engine closes the socket when a write fails, unread input included.
    while (bytesToWrite() == 0 && sent < data.size()) {
        const ssize_t size = ::send(descriptor, data.data() + sent, data.size() - sent, MSG_NOSIGNAL);
        if (size > 0) {
            sent += static_cast<std::size_t>(size);
            continue;
        }
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            break;
        m_isReset = isPeerGone = true;
        break;
    }
    if (m_captured)
        m_captured->sent(isPeerGone ? data.first(sent) : data);
    if (isPeerGone)
        return false;
    const auto rest = static_cast<qint64>(data.size() - sent);
    return rest == 0 || write(reinterpret_cast<const char *>(data.data() + sent), rest) == rest;
}

void TcpStream::finishWriting()
{
    if (const auto descriptor = static_cast<int>(socketDescriptor()); descriptor >= 0)
        ::shutdown(descriptor, SHUT_WR);
    if (m_captured)
        m_captured->finished();
}

void TcpStream::prepareReset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    if (const auto descriptor = static_cast<int>(socketDescriptor()); descriptor >= 0)
        ::setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    if (m_captured)
        m_captured->reset();
}

bool TcpStream::isInputFinished() const
{
    char octet = 0;
    const auto descriptor = static_cast<int>(socketDescriptor());
    return descriptor >= 0 && ::recv(descriptor, &octet, sizeof octet, MSG_PEEK | MSG_DONTWAIT) == 0;
}

qint64 TcpStream::waiting() const
{
    int octets = 0;
    const auto descriptor = static_cast<int>(socketDescriptor());
    return descriptor >= 0 && ::ioctl(descriptor, FIONREAD, &octets) == 0 ? octets : 0;
}

qint64 TcpStream::unacknowledged() const
{
    int pending = 0;
    const auto descriptor = static_cast<int>(socketDescriptor());
    const bool isKnown = descriptor >= 0 && ::ioctl(descriptor, SIOCOUTQ, &pending) == 0;
    return bytesToWrite() + (isKnown ? pending : 0);
}

} // namespace sealport
