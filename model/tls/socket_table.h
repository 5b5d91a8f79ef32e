#pragma once

#include "model/tls/endpoint.h"

#include <QByteArray>

#include <cstdint>
#include <vector>

namespace sealport {

/// A TCP socket as the system lists it.
struct TcpSocket {
    Endpoint local{}; ///< an IPv4 address mapped into IPv6 stands as IPv4
    bool isListening = false;
    std::uint32_t user = 0;  ///< the number of its owner
    std::uint64_t inode = 0; ///< what links it to its processes; 0: it has none any more

    friend bool operator==(const TcpSocket &, const TcpSocket &) = default;
};

/// The sockets at `port` in the text of Linux' /proc/net/tcp or /proc/net/tcp6 (proc_pid_net(5)). A line that is not
/// like that is passed over. Any thread.
[[nodiscard]] std::vector<TcpSocket> socketsAtPort(quint16 port, const QByteArray &table);

} // namespace sealport
