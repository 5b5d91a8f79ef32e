#pragma once

#include "model/sockets/engine_event.h"
#include "model/sockets/running_server.h"

#include <QObject>

#include <memory>
#include <unordered_map>
#include <vector>

namespace sealport {

/// The inside of one network thread: its servers, driven by commands from a mailbox.
/// Made in the owner's thread, moved, and from then on used only through its slots.
class NetworkWorker final : public QObject {
    Q_OBJECT
public:
    /// All of them outlive the worker.
    NetworkWorker(CommandBox &inbox, EventBox &outbox, ConnectionCounter &counter, HandBudget &handBudget);
    ~NetworkWorker() override;

    void processCommands();
    /// In the network thread, as the last thing it does.
    void cleanUp();

Q_SIGNALS:
    void eventsPending();

private:
    void start(StartServer command);
    void change(ChangeServer command);
    void stop(ServerId id);
    void obey(HandOrder order);
    void shutDown();
    void quitWhenDrained();
    void post(EngineEvent event, EventBox::Priority priority = EventBox::Priority::Lifecycle);

    CommandBox &m_inbox;
    EventBox &m_outbox;
    ConnectionCounter &m_counter;
    HandBudget &m_handBudget;
    std::unordered_map<ServerId, std::unique_ptr<RunningServer>> m_servers;
    std::vector<std::unique_ptr<RunningServer>> m_draining; ///< stopped; their sockets linger
    bool m_isShuttingDown = false;
};

} // namespace sealport
