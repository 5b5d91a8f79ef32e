#pragma once

#include "model/base/mailbox.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <utility>

namespace sealport {

/// Runs slow pure functions (key generation, key derivation, reading files, name
/// look-up) off the GUI thread and delivers each result on the thread that owns the
/// runner. std threads, not QtConcurrent, so that the thread sanitizer sees the
/// hand-over. The destructor waits for the jobs that run: those that may take long
/// belong into runApart() and end when they are asked to.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    static constexpr std::size_t mostApart = 32;

    /// `atThreadEnd` runs in each job thread just before it ends (OPENSSL_thread_stop belongs there).
    explicit JobRunner(std::function<void()> atThreadEnd = {}, QObject *parent = nullptr);
    ~JobRunner() override;

    /// One after the other, in the order of the calls. `job` must not touch objects of the
    /// owner's thread; `done` gets its result and runs only while `context` lives. Jobs
    /// still queued at destruction are dropped.
    template <class Job, class Done>
    void run(Job job, QObject *context, Done done)
    {
        enqueue(taskOf([job = std::move(job)](const std::stop_token &) mutable { return job(); }, context,
                       std::move(done)));
    }

    /// As run(), but beside the others, in a thread of its own; of hundreds, mostApart at a time. `job` gets a
    /// std::stop_token and ends soon after a stop is requested, through what is returned or by the destructor; `done`
    /// does not run any more then.
    template <class Job, class Done>
    std::stop_source runApart(Job job, QObject *context, Done done)
    {
        return startApart(taskOf(std::move(job), context, std::move(done)));
    }

Q_SIGNALS:
    void donePending();

private:
    using Finish = std::function<void()>;
    using Task = std::function<Finish(const std::stop_token &)>;

    template <class Job, class Done>
    static Task taskOf(Job job, QObject *context, Done done)
    {
        auto parts = std::make_shared<std::pair<Job, Done>>(std::move(job), std::move(done)); // movable is enough
        return [parts, guard = QPointer<QObject>(context)](const std::stop_token &stop) -> Finish {
            auto result = std::make_shared<decltype(parts->first(stop))>(parts->first(stop));
            return [parts, guard, result] {
                if (guard)
                    parts->second(std::move(*result));
            };
        };
    }
    void enqueue(Task task);
    struct Apart {
        Task task;
        std::stop_source stop;
        std::jthread thread;
    };
    std::stop_source startApart(Task task);
    void startWaiting();
    void post(Finish finish);
    void deliver();
    void work(const std::stop_token &stop);

    std::function<void()> m_atThreadEnd;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_queue;
    Mailbox<Finish> m_done{1024};
    std::list<Apart> m_waiting;
    std::list<Apart> m_apart;
    std::jthread m_thread; // last: stopped and joined before the queue goes away
};

} // namespace sealport
