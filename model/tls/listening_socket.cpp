#include "model/tls/listening_socket.h"

#include <QFile>
#include <QScopeGuard>
#include <QtEndian>

#include <array>
#include <cerrno>
#include <cstring>

#include <arpa/inet.h>
#include <net/if.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

namespace sealport {

namespace {

struct NativeAddress {
    sockaddr_storage storage{};
    socklen_t size = 0;
};

NativeAddress nativeAddress(const Endpoint &endpoint)
{
    NativeAddress native;
    bool isFour = false;
    const quint32 four = endpoint.address.toIPv4Address(&isFour);
    const bool isDual = endpoint.address == QHostAddress::Any || endpoint.address == QHostAddress::AnyIPv6;
    if (isFour && !isDual) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(endpoint.port);
        address.sin_addr.s_addr = htonl(four);
        std::memcpy(&native.storage, &address, sizeof address);
        native.size = sizeof address;
        return native;
    }
    sockaddr_in6 address{};
    address.sin6_family = AF_INET6;
    address.sin6_port = htons(endpoint.port);
    const QString scope = endpoint.address.scopeId();
    address.sin6_scope_id = scope.toUInt();
    if (address.sin6_scope_id == 0 && !scope.isEmpty())
        address.sin6_scope_id = ::if_nametoindex(scope.toLocal8Bit().constData()); // "eth0" in fe80::1%eth0
    const Q_IPV6ADDR six = endpoint.address.toIPv6Address();
    std::memcpy(&address.sin6_addr, &six, sizeof address.sin6_addr);
    std::memcpy(&native.storage, &address, sizeof address);
    native.size = sizeof address;
    return native;
}

Error systemError(const Endpoint &endpoint, const char *call, int number)
{
    const auto code = [number] {
        switch (number) {
        case EADDRINUSE:
            return ErrorCode::PortInUse;
        case EACCES:
            return ErrorCode::PortNotPermitted;
        case EADDRNOTAVAIL:
        case EAFNOSUPPORT:
            return ErrorCode::AddressNotLocal;
        case EMFILE:
        case ENFILE:
            return ErrorCode::OutOfDescriptors;
        default:
            return ErrorCode::ListenFailed;
        }
    }();
    const QString cause = QLatin1String(call) + QStringLiteral(": ") + QString::fromLocal8Bit(std::strerror(number));
    return Error{.code = code,
                 .subject = code == ErrorCode::AddressNotLocal ? endpoint.address.toString() : endpoint.toString(),
                 .values = {},
                 .causes = {cause}};
}

bool setFlag(int descriptor, int level, int option, int value)
{
    return ::setsockopt(descriptor, level, option, &value, sizeof value) == 0;
}

/// The local address of a line of /proc/net/tcp or tcp6, whose words stand in host order.
QHostAddress localAddress(const QByteArray &hex)
{
    const QByteArray octets = QByteArray::fromHex(hex);
    std::array<quint32, 4> words{};
    if (octets.size() == 4) {
        words[0] = octets.toHex().toUInt(nullptr, 16);
        return QHostAddress(qbswap(words[0]));
    }
    if (octets.size() != 16)
        return {};
    QByteArray network;
    for (qsizetype word = 0; word < 4; ++word)
        for (qsizetype octet = 3; octet >= 0; --octet)
            network += octets[word * 4 + octet];
    return QHostAddress(reinterpret_cast<const quint8 *>(network.constData()));
}

bool isAnyAddress(const QHostAddress &address)
{
    return address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
}

/// Whether both would get the same connections: `::` takes those of IPv4 as well, 0.0.0.0 none of IPv6.
bool meet(const QHostAddress &a, const QHostAddress &b)
{
    const auto takesBoth = [](const QHostAddress &address) {
        return address == QHostAddress::Any || address == QHostAddress::AnyIPv6;
    };
    const auto isFour = [](const QHostAddress &address) {
        bool fits = false;
        address.toIPv4Address(&fits);
        return fits;
    };
    if (takesBoth(a) || takesBoth(b))
        return true;
    if (isAnyAddress(a) || isAnyAddress(b))
        return isFour(a) && isFour(b);
    return a.isEqual(b, QHostAddress::ConvertV4MappedToIPv4); // the default mode takes ::1 for 127.0.0.1
}

/// "  0: 0100007F:13B3 00000000:0000 0A …"; state 0A is LISTEN.
bool isListeningLine(const QByteArray &line, const Endpoint &endpoint)
{
    const QList<QByteArray> fields = line.simplified().split(' ');
    if (fields.size() < 4 || fields[3] != "0A")
        return false;
    const QList<QByteArray> local = fields[1].split(':');
    if (local.size() != 2 || local[1].toUInt(nullptr, 16) != endpoint.port)
        return false;
    return meet(localAddress(local[0]), endpoint.address);
}

} // namespace

Result<int> openListeningSocket(const Endpoint &endpoint, bool shared)
{
    const NativeAddress native = nativeAddress(endpoint);
    const int descriptor = ::socket(native.storage.ss_family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
    if (descriptor < 0)
        return std::unexpected(systemError(endpoint, "socket", errno));
    auto closer = qScopeGuard([descriptor] { ::close(descriptor); });

    setFlag(descriptor, SOL_SOCKET, SO_REUSEADDR, 1);
#ifdef SO_REUSEPORT
    if (shared)
        setFlag(descriptor, SOL_SOCKET, SO_REUSEPORT, 1);
#endif
    if (native.storage.ss_family == AF_INET6)
        setFlag(descriptor, IPPROTO_IPV6, IPV6_V6ONLY, isAnyAddress(endpoint.address) ? 0 : 1);
    if (::bind(descriptor, reinterpret_cast<const sockaddr *>(&native.storage), native.size) != 0)
        return std::unexpected(systemError(endpoint, "bind", errno));
    if (::listen(descriptor, SOMAXCONN) != 0)
        return std::unexpected(systemError(endpoint, "listen", errno));
    closer.dismiss();
    return descriptor;
}

bool isSomebodyListening(const Endpoint &endpoint)
{
    if (endpoint.port == 0)
        return false;
    for (const QString &table : {QStringLiteral("/proc/net/tcp"), QStringLiteral("/proc/net/tcp6")}) {
        QFile file(table);
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QList<QByteArray> lines = file.readAll().split('\n');
        for (const QByteArray &line : lines)
            if (isListeningLine(line, endpoint))
                return true;
    }
    return false;
}

} // namespace sealport
