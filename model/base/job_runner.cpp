#include "model/base/job_runner.h"

namespace sealport {

JobRunner::JobRunner(std::function<void()> atThreadEnd, QObject *parent)
    : QObject(parent)
    , m_atThreadEnd(std::move(atThreadEnd))
{
    connect(this, &JobRunner::donePending, this, &JobRunner::deliver, Qt::QueuedConnection);
    m_thread = std::jthread([this](const std::stop_token &stop) { work(stop); });
}

JobRunner::~JobRunner()
{
    m_thread.request_stop();
    m_thread.join();
}

void JobRunner::enqueue(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
}

void JobRunner::deliver()
{
    for (Finish &finish : m_done.drain().messages)
        finish();
}

void JobRunner::work(const std::stop_token &stop)
{
    while (true) {
        Task task;
        {
            std::unique_lock lock(m_mutex);
            if (!m_wake.wait(lock, stop, [this] { return !m_queue.empty(); }) || stop.stop_requested())
                break;
            task = std::move(m_queue.front());
            m_queue.pop_front();
        }
        if (m_done.post(task()))
            Q_EMIT donePending();
    }
    if (m_atThreadEnd)
        m_atThreadEnd();
}

} // namespace sealport
