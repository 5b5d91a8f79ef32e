#pragma once

#include "model/base/error.h"
#include "model/tls/endpoint.h"

#include <optional>

namespace sealport {

/// Makes a bound and listening TCP socket, which QTcpServer::setSocketDescriptor() then takes over: Qt has no call for
/// the options that decide who may share an address.
///
/// Shared (SocketCréeSSL's default): SO_REUSEADDR + SO_REUSEPORT, so that two servers of one user can listen on one
/// port and the system deals the connections out. Unique (SocketAdresseUnique): SO_REUSEADDR alone; a live listener
/// makes it fail, connections in TIME_WAIT do not.
/// `::` listens for IPv4 as well. Returns the descriptor; the caller owns it.
/// Errors: PortInUse, PortNotPermitted, AddressNotLocal, OutOfDescriptors, ListenFailed.
Result<int> openListeningSocket(const Endpoint &endpoint, bool shared);

/// Whether a server could listen there: binds the port and gives it back at once, without listening, so that no client
/// of somebody who shares it is taken away from him. Errors: as above.
Result<void> probePort(const Endpoint &endpoint, bool shared);

/// The next port above the endpoint's, and after `highest` from `lowest` on, that nobody has at its address; nothing
/// where all are taken or the address is not this machine's. Opens and closes a socket at each port that it tries, as
/// a unique one, which nobody can share: a moment for a free port near by, half a second where thousands are taken.
[[nodiscard]] std::optional<quint16> nextFreePort(const Endpoint &endpoint, quint16 lowest, quint16 highest);

} // namespace sealport
