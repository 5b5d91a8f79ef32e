#include "model/sockets/engine.h"

#include "model/sockets/network_worker.h"

#include <algorithm>

namespace sealport {

Engine::Thread::Thread(EventBox &outbox, ConnectionCounter &counter, HandBudget &handBudget)
    : worker(new NetworkWorker(inbox, outbox, counter, handBudget))
{
}

Engine::Engine(int threads, QObject *parent)
    : QObject(parent)
{
    for (int i = 0; i < threads; ++i) {
        auto &slot = m_threads.emplace_back(std::make_unique<Thread>(m_outbox, m_counter, m_handBudget));
        NetworkWorker *worker = slot->worker;
        slot->thread.setObjectName(QStringLiteral("network"));
        worker->moveToThread(&slot->thread);
        connect(this, &Engine::commandsPending, worker, &NetworkWorker::processCommands, Qt::QueuedConnection);
        connect(worker, &NetworkWorker::eventsPending, this, &Engine::eventsPending, Qt::QueuedConnection);
        connect(
            &slot->thread, &QThread::finished, &slot->thread,
            [this, worker] {
                worker->cleanUp();
                delete worker;
                static_cast<void>(m_outbox.size()); // its lock is the join that the thread sanitizer can see
            },
            Qt::DirectConnection);
        slot->thread.start();
    }
}

Engine::~Engine()
{
    for (const auto &thread : m_threads)
        command(*thread, ShutDown{});
    for (const auto &thread : m_threads) // for NetworkWorker's grace time: nothing in a network thread blocks
        thread->thread.wait();
    static_cast<void>(m_outbox.size()); // orders us after everything that the threads did
}

void Engine::command(Thread &thread, EngineCommand command)
{
    if (thread.inbox.post(std::move(command)))
        Q_EMIT commandsPending();
}

void Engine::start(ServerId id, PreparedServer prepared)
{
    const auto least = std::ranges::min_element(m_threads, {}, [](const auto &thread) { return thread->servers; });
    ++(*least)->servers;
    m_threadOf[id] = least->get();
    command(**least, StartServer{.id = id, .prepared = std::move(prepared)});
}

void Engine::change(ServerId id, PreparedServer prepared)
{
    if (const auto found = m_threadOf.find(id); found != m_threadOf.end())
        command(*found->second, ChangeServer{.id = id, .prepared = std::move(prepared)});
}

void Engine::stop(ServerId id)
{
    const auto found = m_threadOf.find(id);
    if (found == m_threadOf.end())
        return;
    --found->second->servers;
    command(*found->second, StopServer{.id = id});
    m_threadOf.erase(found);
}

void Engine::disconnectClient(ConnectionId id)
{
    for (const auto &thread : m_threads)
        command(*thread, DisconnectClient{.id = id});
}

void Engine::secureClient(ConnectionId id)
{
    for (const auto &thread : m_threads)
        command(*thread, SecureClient{.id = id});
}

void Engine::order(HandOrder order)
{
    if (const auto found = m_threadOf.find(order.server); found != m_threadOf.end())
        command(*found->second, std::move(order));
}

std::vector<EngineEvent> Engine::takeEvents()
{
    std::vector<EngineEvent> events = m_outbox.drain().messages;
    for (const EngineEvent &event : events) {
        const auto *data = std::get_if<DataExchanged>(&event);
        if (data && data->from == DataExchanged::From::Client && !data->octets.isEmpty())
            m_handBudget.giveBack(data->id, static_cast<std::size_t>(data->octets.size()));
    }
    return events;
}

} // namespace sealport
