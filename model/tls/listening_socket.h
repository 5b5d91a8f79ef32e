#pragma once

#include "model/base/error.h"
#include "model/tls/endpoint.h"

#include <QHostAddress>

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

/// Whether a connection to the endpoint would find somebody listening already; looks, does not connect (Linux:
/// /proc/net/tcp).
[[nodiscard]] bool isSomebodyListening(const Endpoint &endpoint);

} // namespace sealport
