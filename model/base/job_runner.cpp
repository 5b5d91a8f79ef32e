#include "model/base/job_runner.h"

#include <iterator>
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
    for (Apart &apart : m_apart)
        apart.stop.request_stop();
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
    const std::stop_source stop = m_waiting.emplace_back(Apart{.task = std::move(task), .stop = {}, .thread = {}}).stop;
    startWaiting();
    return stop;
}

void JobRunner::startWaiting()
{
    while (!m_waiting.empty() && m_apart.size() < mostApart) {
        if (m_waiting.front().stop.stop_requested()) {
            m_waiting.pop_front();
            continue;
        }
        m_apart.splice(m_apart.end(), m_waiting, m_waiting.begin());
        const auto apart = std::prev(m_apart.end());
        const auto work = [this, apart, task = apart->task, token = apart->stop.get_token()] {
            post([this, apart, token, finish = task(token)] {
                m_apart.erase(apart); // joins it: this was the last but one thing that it did
                if (!token.stop_requested())
                    finish();
                startWaiting();
            });
            if (m_atThreadEnd)
                m_atThreadEnd();
        };
        try {
            apart->thread = std::jthread(work);
        } catch (const std::system_error &) { // as many threads as the system allows
            if (m_apart.size() > 1) {
                m_waiting.splice(m_waiting.begin(), m_apart, apart); // until another one ends
                return;
            }
            enqueue([task = std::move(apart->task), own = apart->stop](const std::stop_token &ended) -> Finish {
                std::stop_source stop = own;
                const std::stop_callback passOn(ended, [&stop] { stop.request_stop(); });
                return [finish = task(stop.get_token()), stop] {
                    if (!stop.stop_requested())
                        finish();
                };
            });
            m_apart.erase(apart);
        }
    }
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
