#pragma once

#include "model/sockets/engine_event.h"
#include "model/sockets/hand_budget.h"
#include "model/tls/server.h"

#include <QObject>
#include <QThread>

#include <memory>
#include <unordered_map>
#include <vector>

namespace sealport {

class NetworkWorker;

/// The network threads, as their owner sees them. A server and all its connections stay in one thread for life;
/// a new server goes to the thread with the fewest. Lives in the owner's thread.
class Engine final : public QObject {
    Q_OBJECT
public:
    explicit Engine(int threads, QObject *parent = nullptr);
    /// Stops everything: close_notify to every client, at most a second for them to answer, then joins the threads.
    ~Engine() override;

    void start(ServerId id, PreparedServer prepared); ///< answered by ServerListening or ServerFailed
    /// What is taken over from the next connection on; nothing is answered. See RunningServer::takeOver().
    void change(ServerId id, PreparedServer prepared);
    void stop(ServerId id); ///< answered by ServerStopped, after the end of every connection
    void disconnectClient(ConnectionId id);
    void secureClient(ConnectionId id); ///< of a server whose connections become TLS on request
    /// What the user does by hand; answered by DataExchanged, or by what becomes of the connection.
    void order(HandOrder order);

    /// Everything that happened since the last call, in order.
    [[nodiscard]] std::vector<EngineEvent> takeEvents();

Q_SIGNALS:
    void eventsPending();
    void commandsPending();

private:
    struct Thread {
        Thread(EventBox &outbox, ConnectionCounter &counter, HandBudget &handBudget);
        CommandBox inbox{1024};
        NetworkWorker *worker; ///< deleted by its thread as the last thing
        QThread thread;
        int servers = 0;
    };
    void command(Thread &thread, EngineCommand command);

    EventBox m_outbox{20'000};
    ConnectionCounter m_counter{0};
    HandBudget m_handBudget;
    std::vector<std::unique_ptr<Thread>> m_threads;
    std::unordered_map<ServerId, Thread *> m_threadOf;
};

} // namespace sealport
