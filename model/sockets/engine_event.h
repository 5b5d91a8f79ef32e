#pragma once

#include "model/base/error.h"
#include "model/base/mailbox.h"
#include "model/sockets/connection_record.h"
#include "model/sockets/hand_messages.h"
#include "model/sockets/preparation.h"

#include <variant>

namespace sealport {

/// What the engine asks of a network thread. Values, moved in, never shared.
struct StartServer {
    ServerId id;
    PreparedServer prepared;
};
struct ChangeServer {
    ServerId id;
    PreparedServer prepared;
};
struct StopServer {
    ServerId id;
};
struct DisconnectClient {
    ConnectionId id;
};
struct SecureClient {
    ConnectionId id;
};
struct ShutDown {};
using EngineCommand =
    std::variant<StartServer, ChangeServer, StopServer, DisconnectClient, SecureClient, HandOrder, ShutDown>;

/// What a network thread tells.
struct ServerListening {
    ServerId id;
    Endpoint endpoint;
};
struct ServerFailed {
    ServerId id;
    Error error;
};
struct ServerStopped {
    ServerId id;
};
using EngineEvent =
    std::variant<ServerListening, ServerFailed, ServerStopped, ConnectionRecord, TrafficUpdate, DataExchanged>;

using CommandBox = Mailbox<EngineCommand>;
using EventBox = Mailbox<EngineEvent>;

} // namespace sealport
