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
                    .outboxSize = [] { return std::size_t{0}; },
                    .handBudget = &m_handBudget},
                   m_counter)
    {
        const Result<Endpoint> endpoint = m_server.listen();
        m_port = endpoint ? endpoint->port : quint16{0};
    }

    /// A live change.
    void takeOver(const ReplySpec &reply, const ServerLimits &limits, const Opening &opening = {})
    {
        m_server.takeOver(prepared(reply, limits, opening));
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
    [[nodiscard]] std::uint64_t bytesIn(ConnectionId connection = ConnectionId(1)) const
    {
        return trafficOf(connection).bytesIn;
    }
    [[nodiscard]] std::uint64_t bytesOut(ConnectionId connection = ConnectionId(1)) const
    {
        return trafficOf(connection).bytesOut;
    }
    /// What was exchanged by hand. Its room stays taken until giveBackRoom(), which forgets it.
    [[nodiscard]] std::vector<DataExchanged> exchanged() const
    {
        std::vector<DataExchanged> found;
        for (const EngineEvent &event : m_events)
            if (const auto *data = std::get_if<DataExchanged>(&event))
                found.push_back(*data);
        return found;
    }
    void giveBackRoom()
    {
        for (const DataExchanged &data : exchanged())
            if (data.from == DataExchanged::From::Client)
                m_handBudget.giveBack(data.id, static_cast<std::size_t>(data.octets.size()));
        std::erase_if(m_events, [](const EngineEvent &event) { return std::holds_alternative<DataExchanged>(event); });
    }
    void order(HandOrder::What what, const QByteArray &octets = {}, std::uint64_t connection = 1)
    {
        m_server.obey({.server = ServerId(1), .connection = ConnectionId(connection), .what = what, .octets = octets});
    }
    RunningServer &server() { return m_server; }
    /// Null while it lives.
    [[nodiscard]] std::shared_ptr<const Verdict> verdictOf(std::uint64_t connection) const
    {
        for (const ConnectionRecord &record : records())
            if (record.id.value() == connection && record.verdict)
                return record.verdict;
        return nullptr;
    }
    [[nodiscard]] bool hasEnded() const { return !records().empty() && sealport::hasEnded(records().back().state); }

private:
    [[nodiscard]] TrafficUpdate trafficOf(ConnectionId connection) const
    {
        TrafficUpdate last;
        for (const EngineEvent &event : m_events)
            if (const auto *update = std::get_if<TrafficUpdate>(&event); update && update->id == connection)
                last = *update;
        return last;
    }
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
    HandBudget m_handBudget;
    RunningServer m_server;
    quint16 m_port = 0;
};

} // namespace sealport::test
