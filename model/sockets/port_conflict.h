#pragma once

#include "model/base/error.h"
#include "model/sockets/preparation.h"
#include "model/tls/endpoint.h"

#include <stop_token>

namespace sealport {

// Who else is at the port of a server. Both look through the processes of the system, holdersOf(): job thread only.

/// Adds to the warnings, of a server that is about to listen, that somebody shares its port.
void warnAboutPort(PreparedServer &prepared, const std::stop_token &stop = {});

/// A PortInUse at `wanted` with what helps the user: the next free port of the range, and who has this one.
[[nodiscard]] Error explainPortInUse(Error error, const Endpoint &wanted, PortRange range,
                                     const std::stop_token &stop = {});

} // namespace sealport
