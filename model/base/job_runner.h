#pragma once

#include "model/base/mailbox.h"

#include <QObject>
#include <QPointer>

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>

namespace sealport {

/// Runs slow pure functions (key generation, key derivation, reading files, name
/// look-up) one after the other off the GUI thread and delivers each result on the
/// thread that owns the runner. std threads, not QtConcurrent, so that the thread
/// sanitizer sees the hand-over.
class JobRunner final : public QObject {
    Q_OBJECT
public:
    /// `atThreadEnd` runs in the job thread just before it ends (OPENSSL_thread_stop belongs there).
    explicit JobRunner(std::function<void()> atThreadEnd = {}, QObject *parent = nullptr);
    ~JobRunner() override;

    /// `job` must not touch objects of the owner's thread; `done` gets its result and
    /// runs only while `context` lives. Jobs still queued at destruction are dropped.
    template <class Job, class Done>
    void run(Job job, QObject *context, Done done)
    {
        QPointer<QObject> guard(context);
        auto task = std::make_shared<std::function<std::function<void()>()>>(
            [job = std::move(job), guard, done = std::move(done)]() mutable -> std::function<void()> {
                auto result = std::make_shared<decltype(job())>(job());
                return [guard, done = std::move(done), result]() mutable {
                    if (guard)
                        done(std::move(*result));
                };
            });
        enqueue([task] { return (*task)(); });
    }

Q_SIGNALS:
    void donePending();

private:
    using Finish = std::function<void()>;
    using Task = std::function<Finish()>;
    void enqueue(Task task);
    void deliver();
    void work(const std::stop_token &stop);

    std::function<void()> m_atThreadEnd;
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::deque<Task> m_queue;
    Mailbox<Finish> m_done{1024};
    std::jthread m_thread; // last: stopped and joined before the queue goes away
};

} // namespace sealport
