#include "model/sockets/network_worker.h"

#include <openssl/crypto.h>

#include <QThread>
#include <QTimer>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto graceTime = 1s; ///< for peers to answer close_notify when the program ends

} // namespace

NetworkWorker::NetworkWorker(CommandBox &inbox, EventBox &outbox, ConnectionCounter &counter, HandBudget &handBudget)
    : m_inbox(inbox)
    , m_outbox(outbox)
    , m_counter(counter)
    , m_handBudget(handBudget)
{
}

NetworkWorker::~NetworkWorker() = default;

void NetworkWorker::post(EngineEvent event, EventBox::Priority priority)
{
    if (m_outbox.post(std::move(event), priority))
        Q_EMIT eventsPending();
}

void NetworkWorker::processCommands()
{
    for (EngineCommand &command : m_inbox.drain().messages) {
        if (auto *startServer = std::get_if<StartServer>(&command))
            start(std::move(*startServer));
        else if (auto *changeServer = std::get_if<ChangeServer>(&command))
            change(std::move(*changeServer));
        else if (const auto *stopServer = std::get_if<StopServer>(&command))
            stop(stopServer->id);
        else if (const auto *client = std::get_if<DisconnectClient>(&command))
            for (const auto &[id, server] : m_servers)
                server->disconnectClient(client->id);
        else if (const auto *plain = std::get_if<SecureClient>(&command))
            for (const auto &[id, server] : m_servers)
                server->secureClient(plain->id);
        else if (auto *order = std::get_if<HandOrder>(&command))
            obey(std::move(*order));
        else
            shutDown();
    }
}

void NetworkWorker::obey(HandOrder order)
{
    if (const auto found = m_servers.find(order.server); found != m_servers.end())
        found->second->obey(std::move(order));
}

void NetworkWorker::start(StartServer command)
{
    RunningServer::Outlet outlet{
        .post = [this](EngineEvent event, EventBox::Priority priority) { post(std::move(event), priority); },
        .outboxSize = [this] { return m_outbox.size(); },
        .handBudget = &m_handBudget,
    };
    const ServerId id = command.id;
    auto server = std::make_unique<RunningServer>(id, std::move(command.prepared), std::move(outlet), m_counter);
    const Result<Endpoint> endpoint = server->listen();
    if (!endpoint)
        return post(ServerFailed{.id = id, .error = endpoint.error()});
    m_servers[id] = std::move(server);
    post(ServerListening{.id = id, .endpoint = *endpoint});
}

void NetworkWorker::change(ChangeServer command)
{
    if (const auto found = m_servers.find(command.id); found != m_servers.end())
        found->second->takeOver(std::move(command.prepared));
}

void NetworkWorker::stop(ServerId id)
{
    const auto found = m_servers.find(id);
    if (found == m_servers.end())
        return;
    RunningServer *server = found->second.get();
    m_draining.push_back(std::move(found->second));
    m_servers.erase(found);
    connect(
        server, &RunningServer::drained, this,
        [this, server] {
            std::erase_if(m_draining, [server](const auto &owned) { return owned.get() == server; });
            quitWhenDrained();
        },
        Qt::QueuedConnection);
    server->stop();
    post(ServerStopped{.id = id});
}

void NetworkWorker::shutDown()
{
    m_isShuttingDown = true;
    while (!m_servers.empty())
        stop(m_servers.begin()->first);
    QTimer::singleShot(graceTime, this, [] { QThread::currentThread()->quit(); });
    quitWhenDrained();
}

void NetworkWorker::quitWhenDrained()
{
    if (m_isShuttingDown && m_draining.empty())
        QThread::currentThread()->quit();
}

void NetworkWorker::cleanUp()
{
    m_servers.clear();
    m_draining.clear();
    OPENSSL_thread_stop(); // QThread::wait() may return before the thread's exit destructors ran
}

} // namespace sealport
