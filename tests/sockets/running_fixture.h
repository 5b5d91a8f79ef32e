#pragma once

#include "model/sockets/running_server.h"
#include "tests/tls/test_identity.h"
#include "tests/tls/tls_client.h"

#include <vector>

namespace sealport::test {

/// A running server in this thread with what it tells.
class RunningFixture {
public:
    explicit RunningFixture(const ReplySpec &reply, const ServerLimits &limits = {})
        : m_server(ServerId(1), prepared(reply, limits),
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
    [[nodiscard]] bool hasEnded() const { return !records().empty() && sealport::hasEnded(records().back().state); }

private:
    static PreparedServer prepared(const ReplySpec &reply, const ServerLimits &limits)
    {
        PreparedServer server;
        server.profile.name = QStringLiteral("fixture");
        server.profile.port = 0;
        server.profile.protocols = modernProtocols;
        server.profile.reply = reply;
        server.profile.limits = limits;
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
