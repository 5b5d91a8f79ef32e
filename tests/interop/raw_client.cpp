#include "tests/interop/raw_client.h"

#include <array>
#include <cerrno>
#include <utility>

#include <arpa/inet.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sealport::test {

RawClient::RawClient(quint16 port)
{
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_port = htons(port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const int descriptor = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    if (descriptor < 0 || ::connect(descriptor, generic, size) != 0 || ::getsockname(descriptor, generic, &size) != 0) {
        ::close(descriptor);
        return;
    }
    ::fcntl(descriptor, F_SETFL, O_NONBLOCK);
    const int on = 1;
    ::setsockopt(descriptor, IPPROTO_TCP, TCP_NODELAY, &on, sizeof on);
    m_descriptor = descriptor;
    m_name = QStringLiteral("127.0.0.1:%1").arg(ntohs(address.sin_port));
}

RawClient::~RawClient()
{
    close();
}

bool RawClient::isReady(short events, std::chrono::milliseconds patience) const
{
    pollfd waiting{.fd = m_descriptor, .events = events, .revents = 0};
    return ::poll(&waiting, 1, static_cast<int>(patience.count())) == 1;
}

bool RawClient::send(const QByteArray &octets, std::chrono::milliseconds patience)
{
    qsizetype done = 0;
    while (isOpen() && done < octets.size()) {
        const ssize_t size = ::send(m_descriptor, octets.constData() + done,
                                    static_cast<std::size_t>(octets.size() - done), MSG_NOSIGNAL);
        if (size > 0)
            done += size;
        else if ((errno != EAGAIN && errno != EINTR) || !isReady(POLLOUT, patience))
            return false;
    }
    return isOpen();
}

bool RawClient::sendOctetByOctet(const QByteArray &octets)
{
    for (const char octet : octets)
        if (!send(QByteArray(1, octet)))
            return false;
    return true;
}

QByteArray RawClient::receive(std::chrono::milliseconds patience)
{
    std::array<char, 65536> buffer{};
    if (!isOpen() || m_hasEnded || !isReady(POLLIN, patience))
        return {};
    const ssize_t size = ::recv(m_descriptor, buffer.data(), buffer.size(), 0);
    if (size > 0)
        return QByteArray(buffer.data(), size);
    m_hasEnded = true;
    m_wasReset = size < 0;
    return {};
}

QByteArray RawClient::receiveAll()
{
    QByteArray all;
    for (QByteArray part = receive(); !part.isEmpty(); part = receive())
        all += part;
    return all;
}

void RawClient::finish()
{
    ::shutdown(m_descriptor, SHUT_WR);
}

void RawClient::reset()
{
    const linger atOnce{.l_onoff = 1, .l_linger = 0};
    ::setsockopt(m_descriptor, SOL_SOCKET, SO_LINGER, &atOnce, sizeof atOnce);
    close();
}

void RawClient::close()
{
    if (isOpen())
        ::close(std::exchange(m_descriptor, -1));
}

std::optional<int> plainAlert(const QByteArray &octets)
{
    constexpr qsizetype headerSize = 5;
    constexpr int alertRecord = 21;
    const auto at = [&octets](qsizetype i) { return static_cast<unsigned char>(octets.at(i)); };
    for (qsizetype start = 0; start + headerSize <= octets.size();) {
        const qsizetype size = at(start + 3) << 8 | at(start + 4);
        if (at(start) == alertRecord && size == 2 && start + headerSize + size <= octets.size())
            return at(start + headerSize + 1);
        start += headerSize + size;
    }
    return std::nullopt;
}

} // namespace sealport::test
