#include "model/tls/listening_socket.h"

#include <QScopeGuard>

#include <algorithm>
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

bool isAnyAddress(const QHostAddress &address)
{
    return address == QHostAddress::Any || address == QHostAddress::AnyIPv4 || address == QHostAddress::AnyIPv6;
}

/// The descriptor is the caller's.
Result<int> openBoundSocket(const Endpoint &endpoint, bool shared)
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
    closer.dismiss();
    return descriptor;
}

} // namespace

Result<int> openListeningSocket(const Endpoint &endpoint, bool shared)
{
    const Result<int> descriptor = openBoundSocket(endpoint, shared);
    if (descriptor && ::listen(*descriptor, SOMAXCONN) != 0) {
        const int number = errno;
        ::close(*descriptor);
        return std::unexpected(systemError(endpoint, "listen", number));
    }
    return descriptor;
}

Result<void> probePort(const Endpoint &endpoint, bool shared)
{
    const Result<int> descriptor = openBoundSocket(endpoint, shared);
    if (!descriptor)
        return std::unexpected(descriptor.error());
    ::close(*descriptor);
    return {};
}

std::optional<quint16> nextFreePort(const Endpoint &endpoint, quint16 lowest, quint16 highest)
{
    const int count = highest - lowest + 1;
    const int above = std::clamp<int>(endpoint.port + 1, lowest, highest + 1) - lowest;
    for (int step = 0; step < count; ++step) {
        const auto port = static_cast<quint16>(lowest + (above + step) % count);
        if (port == endpoint.port)
            continue;
        const Result<int> probe = openListeningSocket({.address = endpoint.address, .port = port}, false);
        if (probe) {
            ::close(*probe);
            return port;
        }
        if (probe.error().code != ErrorCode::PortInUse && probe.error().code != ErrorCode::PortNotPermitted)
            return std::nullopt; // no other port would help
    }
    return std::nullopt;
}

} // namespace sealport
