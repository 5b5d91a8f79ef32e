#pragma once

#include "model/sockets/server_profile.h"
#include "model/tls/session.h"

#include <memory>
#include <span>

namespace sealport {

/// What a server says to one connection. Lives in the network thread, one for each connection.
class Responder {
public:
    virtual ~Responder() = default;
    /// The connection is open for data; also where it stays plain.
    virtual void secured(TlsSession &session) { static_cast<void>(session); }
    virtual void received(TlsSession &session, std::span<const std::byte> data) = 0;
    virtual void stayedSilent(TlsSession &session) { static_cast<void>(session); }
};

[[nodiscard]] std::unique_ptr<Responder> makeResponder(const ReplySpec &reply);

} // namespace sealport
