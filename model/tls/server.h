#pragma once

#include "model/tls/endpoint.h"
#include "model/tls/pending_arrivals.h"
#include "model/tls/server_context.h"
#include "model/tls/server_limits.h"
#include "model/tls/session.h"

#include <QSocketNotifier>
#include <QSslServer>
#include <QTimer>

#include <atomic>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sealport {

/// Hears what happens to a server and its sessions, in the network thread.
class ServerObserver : public SessionObserver {
public:
    /// It waits to be let in: TlsServer::admit() or deny(). accepted() or turnedAway() follows.
    virtual void waiting(ConnectionId connection, const Endpoint &peer)
    {
        static_cast<void>(connection);
        static_cast<void>(peer);
    }
    virtual void accepted(ConnectionId connection, const Endpoint &peer) = 0;
    /// A connection that never got a session: over the limit, no descriptor for it, or not let in. Follows its
    /// accepted() or waiting().
    virtual void turnedAway(ConnectionId connection, const Ending &ending) = 0;
    /// True while more connections could not be reported in time; accepting pauses then.
    [[nodiscard]] virtual bool isOverloaded() const = 0;
};

/// Numbers connections across all servers and threads of the program, from 1.
using ConnectionCounter = std::atomic<std::uint64_t>;

/// A listening socket whose connections begin as its Opening says: with TLS, or in plain text. A QSslServer for
/// listening, back-log and pausing; its sessions are ours, because the stock ones hide what this program exists to
/// show: other protocols, reasons, alerts, and what happens after the handshake. Lives with all its sessions in one
/// network thread.
class TlsServer final : public QSslServer {
    Q_OBJECT
public:
    /// `observer` and `counter` outlive the server. `context` may be null only where TLS never comes.
    TlsServer(std::shared_ptr<const ServerContext> context, const ServerLimits &limits, ServerObserver &observer,
              ConnectionCounter &counter, const Opening &opening = {}, QObject *parent = nullptr);
    /// Sessions that are left end without a report: call endAll() first.
    ~TlsServer() override;

    /// From the next connection on; those that live go on as they began, and those that wait to be let in have the new
    /// patience. `context` is null where it was before.
    void takeOver(std::shared_ptr<const ServerContext> context, const ServerLimits &limits);
    /// From the next connection on everything that passes goes into it; null: nothing does.
    void captureInto(std::shared_ptr<Capture> capture) { m_capture = std::move(capture); }
    /// Errors: those of openListeningSocket().
    Result<Endpoint> listenAt(const Endpoint &endpoint, bool shared);
    /// Before listenAt(): everybody waits, unread, until admit() or deny(), as long as a handshake may take.
    void askBeforeAdmitting();
    /// False when no such connection waits here.
    bool admit(ConnectionId connection);
    bool deny(ConnectionId connection);
    /// Stops listening and ends every session for `cause`; each one is reported before this returns. The sockets linger
    /// until their peers have read everything and said FIN: two seconds, thirty for a peer that reads slowly.
    void endAll(Ending::Cause cause);
    /// The user's Disconnect; one that waits is denied. False when there is no such live session here.
    bool endSession(ConnectionId connection);
    /// The user's wish for TLS, of an Opening::onRequest() server. False when there is no such plain session here.
    bool secureSession(ConnectionId connection);

    /// Null when it has none, or its end has been reported.
    [[nodiscard]] TlsSession *session(ConnectionId connection) const;
    /// Sessions whose end has not been reported yet, and connections that wait to be let in.
    [[nodiscard]] int liveSessions() const { return m_live; }
    /// Sockets that are still open, lingering ones included.
    [[nodiscard]] std::size_t openSockets() const { return m_sessions.size(); }

Q_SIGNALS:
    void drained(); ///< after endAll(): no socket is open any more

protected:
    void incomingConnection(qintptr descriptor) override;

private:
    class LiveCount;
    void acceptArrivals();
    void arrive(int descriptor, const Endpoint &peer);
    void openSession(ConnectionId id, int descriptor, const Endpoint &peer);
    void turnAway(ConnectionId id, int descriptor, const Endpoint &peer, const Ending &ending);
    void dismiss(const PendingArrivals::Arrival &arrival, Ending::Cause cause);
    void turnAwayForLackOfDescriptors();
    void pauseFor(std::chrono::milliseconds time);
    void resume();
    void sessionFinished(ConnectionId connection);
    void sweep();
    void scheduleDeadline(TlsSession::Clock::time_point deadline);
    void checkDeadlines();
    void openReserve();
    ConnectionId nextId() { return ConnectionId(m_counter.fetch_add(1, std::memory_order_relaxed) + 1); }

    std::shared_ptr<const ServerContext> m_context;
    ServerLimits m_limits;
    std::shared_ptr<Capture> m_capture;
    const Opening m_opening;
    ServerObserver &m_observer;
    ConnectionCounter &m_counter;
    std::unique_ptr<LiveCount> m_sessionObserver;
    std::unordered_map<ConnectionId, std::unique_ptr<TlsSession>> m_sessions;
    std::unique_ptr<PendingArrivals> m_pending; ///< null: nobody has to wait
    std::unique_ptr<QSocketNotifier> m_arrivals;
    std::vector<ConnectionId> m_finished; ///< to be deleted by the next sweep
    QTimer m_sweep; ///< at once; a timer, because a queued call would cost two system calls for each connection
    QTimer m_pause;
    QTimer m_deadlineTimer;
    TlsSession::Clock::time_point m_nextDeadline = TlsSession::Clock::time_point::max();
    int m_live = 0;
    int m_reserve =
        -1; ///< given up to take one more connection when descriptors run out, so that its peer is told at once
};

} // namespace sealport
