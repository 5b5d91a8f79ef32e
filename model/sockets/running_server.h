#pragma once

#include "model/sockets/engine_event.h"
#include "model/sockets/responder.h"
#include "model/tls/server.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sealport {

/// One listening server with what it says to its clients; turns what happens into records. Lives in a network thread.
class RunningServer final : public QObject, private ServerObserver {
    Q_OBJECT
public:
    /// `post` hands an event over; `outboxSize` says how many wait there; `handBudget` bounds what clients say by hand.
    struct Outlet {
        std::function<void(EngineEvent, EventBox::Priority)> post;
        std::function<std::size_t()> outboxSize;
        HandBudget *handBudget = nullptr;
    };
    RunningServer(ServerId id, PreparedServer prepared, Outlet outlet, ConnectionCounter &counter,
                  QObject *parent = nullptr);

    Result<Endpoint> listen();
    /// Reports the end of every connection before it returns; drained() follows when the last socket is closed.
    void stop();
    /// From the next connection on; those that live go on as they began. Port, address, address use and opening stay.
    void takeOver(PreparedServer prepared);
    bool disconnectClient(ConnectionId connection) { return m_server.endSession(connection); }
    /// Begins TLS on a plain connection; see TlsSession::secure().
    bool secureClient(ConnectionId connection);
    /// What the user does by hand. An order that comes too late, or to a server that does not reply by hand, does
    /// nothing.
    void obey(HandOrder order);

Q_SIGNALS:
    void drained();

private:
    struct Live {
        ConnectionRecord record;
        std::shared_ptr<const PreparedServer> prepared; ///< the server as it was when this one was accepted
        std::unique_ptr<Responder> responder;
    };

    void waiting(ConnectionId connection, const Endpoint &peer) override;
    void accepted(ConnectionId connection, const Endpoint &peer) override;
    void turnedAway(ConnectionId connection, const Ending &ending) override;
    bool isOverloaded() const override;
    void openedPlain(TlsSession &session) override;
    void tlsBegins(TlsSession &session) override;
    void helloSeen(TlsSession &session) override;
    void secured(TlsSession &session) override;
    void received(TlsSession &session, std::span<const std::byte> data) override;
    void stayedSilent(TlsSession &session) override;
    void ended(TlsSession &session) override;

    [[nodiscard]] static bool isByHand(const PreparedServer &prepared)
    {
        return prepared.profile.reply.mode == ReplyMode::ByHand;
    }
    [[nodiscard]] std::unique_ptr<Responder> newResponder(const PreparedServer &prepared);
    ConnectionRecord &recordOf(ConnectionId connection, const Endpoint &peer);
    void tell(const ConnectionRecord &record);
    void startResponding(Live &live, TlsSession &session);
    void retire(std::unique_ptr<Responder> responder);
    void conclude(ConnectionId connection, const Ending &ending, Verdict verdict);
    void noteTraffic(const TlsSession &session);
    void tellTraffic();

    const ServerId m_id;
    std::shared_ptr<const PreparedServer> m_prepared;
    const Outlet m_outlet;
    std::unordered_map<ConnectionId, Live> m_live;
    std::unordered_map<ConnectionId, TrafficUpdate> m_traffic; ///< not told yet
    QTimer m_trafficTimer;
    std::vector<std::unique_ptr<Responder>> m_spent; ///< of ended connections; one of them may be what is running
    QTimer m_sweep;
    TlsServer m_server; // last: its sessions call back into what stands above
};

} // namespace sealport
