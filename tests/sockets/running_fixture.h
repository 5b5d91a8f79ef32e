#pragma once

#include "model/sockets/reply_preparation.h"
#include "model/sockets/running_server.h"
#include "tests/tls/test_identity.h"
#include "tests/tls/tls_client.h"

#include <vector>

namespace sealport::test {

/// A running server in this thread with what it tells.
class RunningFixture {
public:
    explicit RunningFixture(const ReplySpec &reply, const ServerLimits &limits = {}, const Opening &opening = {})
        : m_server(ServerId(1), prepared(reply, limits, opening),
                   {.post = [this](EngineEvent event, EventBox::Priority) { m_events.push_back(std::move(event)); },
                    .outboxSize = [] { return std::size_t{0}; }},
                   m_counter)
    {
        const Result<Endpoint> endpoint = m_server.listen();
        m_port = endpoint ? endpoint->port : quint16{0};
    }

    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] std::vector<ConnectionRecord> records() const
    {
        std::vector<ConnectionRecord> found;
        for (const EngineEvent &event : m_events)
            if (const auto *record = std::get_if<ConnectionRecord>(&event))
                found.push_back(*record);
        return found;
    }
    /// The user's wish for TLS.
    bool secure(ConnectionId connection) { return m_server.secureClient(connection); }
    /// What was last told of its traffic while it was open.
    [[nodiscard]] std::uint64_t bytesIn(ConnectionId connection) const
    {
        std::uint64_t octets = 0;
        for (const EngineEvent &event : m_events)
            if (const auto *update = std::get_if<TrafficUpdate>(&event); update && update->id == connection)
                octets = update->bytesIn;
        return octets;
    }
    /// Given to the connection so far, as last told.
    [[nodiscard]] std::uint64_t bytesOut(ConnectionId connection = ConnectionId(1)) const
    {
        std::uint64_t bytes = 0;
        for (const EngineEvent &event : m_events)
            if (const auto *update = std::get_if<TrafficUpdate>(&event); update && update->id == connection)
                bytes = update->bytesOut;
        return bytes;
    }
    [[nodiscard]] bool hasEnded() const { return !records().empty() && sealport::hasEnded(records().back().state); }

private:
    static PreparedServer prepared(const ReplySpec &reply, const ServerLimits &limits, const Opening &opening)
    {
        PreparedServer server;
        server.profile.name = QStringLiteral("fixture");
        server.profile.port = 0;
        server.profile.protocols = modernProtocols;
        server.profile.reply = reply;
        server.profile.limits = limits;
        server.dialogue = prepareReply(reply).value_or(nullptr);
        server.profile.opening = opening;
        if (opening.mayBecomeTls())
            server.context = ServerContext::make({.protocols = modernProtocols}, makeIdentity()).value();
        server.address = QHostAddress(QHostAddress::LocalHost);
        return server;
    }

    std::vector<EngineEvent> m_events;
    ConnectionCounter m_counter{0};
    RunningServer m_server;
    quint16 m_port = 0;
};

} // namespace sealport::test
