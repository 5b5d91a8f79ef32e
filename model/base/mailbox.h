#pragma once

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace sealport {

/// Hands values from any thread to one consumer. std::mutex on purpose: the
/// thread sanitizer sees it, while Qt's own event queue is invisible to it.
/// Life-cycle messages are never dropped; chatter is, past `capacity`, and counted.
template <class Message>
class Mailbox {
public:
    explicit Mailbox(std::size_t capacity)
        : m_capacity(capacity)
    {
    }
    /// The lock orders us after the producer's last post(); QThread::wait() is
    /// a real join, but one that the sanitizer cannot see in an uninstrumented Qt.
    ~Mailbox() { drain(); }
    Mailbox(const Mailbox &) = delete;
    Mailbox &operator=(const Mailbox &) = delete;

    enum class Priority { Lifecycle, Chatter };

    /// True when the consumer must be woken (the box was empty before).
    [[nodiscard]] bool post(Message message, Priority priority = Priority::Lifecycle)
    {
        const std::scoped_lock lock(m_mutex);
        if (priority == Priority::Chatter && m_queue.size() >= m_capacity) {
            ++m_dropped;
            return false;
        }
        m_queue.push_back(std::move(message));
        return m_queue.size() == 1;
    }

    struct Batch {
        std::vector<Message> messages;
        std::uint64_t dropped = 0;
    };
    Batch drain()
    {
        const std::scoped_lock lock(m_mutex);
        return {std::exchange(m_queue, {}), std::exchange(m_dropped, 0)};
    }

    /// For producers that slow down instead of letting the box grow.
    [[nodiscard]] std::size_t size() const
    {
        const std::scoped_lock lock(m_mutex);
        return m_queue.size();
    }

private:
    mutable std::mutex m_mutex;
    std::vector<Message> m_queue;
    const std::size_t m_capacity;
    std::uint64_t m_dropped = 0;
};

} // namespace sealport
