#include "model/base/job_runner.h"

#include <system_error>

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
    for (std::jthread &thread : m_apart)
        thread.request_stop();
    m_thread.join();
    m_apart.clear();
}

void JobRunner::enqueue(Task task)
{
    {
        const std::scoped_lock lock(m_mutex);
        m_queue.push_back(std::move(task));
    }
    m_wake.notify_one();
}

std::stop_source JobRunner::startApart(Task task)
{
    const auto thread = m_apart.emplace(m_apart.end());
    const auto work = [this, thread, task](const std::stop_token &stop) {
        post([this, thread, finish = task(stop)] {
            const bool isWanted = !thread->get_stop_token().stop_requested();
            m_apart.erase(thread); // joins it: this was the last but one thing that it did
            if (isWanted)
                finish();
        });
        if (m_atThreadEnd)
            m_atThreadEnd();
    };
    try {
        *thread = std::jthread(work);
    } catch (const std::system_error &) { // as many threads as the system allows
        m_apart.erase(thread);
        enqueue(std::move(task));
        return {};
    }
    return thread->get_stop_source();
}

void JobRunner::post(Finish finish)
{
    if (m_done.post(std::move(finish)))
        Q_EMIT donePending();
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
        post(task(stop));
    }
    if (m_atThreadEnd)
        m_atThreadEnd();
}

} // namespace sealport
