#pragma once

#include "model/sockets/host_lookup.h"

#include <condition_variable>
#include <memory>
#include <mutex>

namespace sealport::test {

/// A resolver that answers for names that begin with "slow" only once it is released, and for others at once; always
/// with the loopback address. Released, too, when it goes, so that its threads end.
class SlowResolver {
public:
    SlowResolver() = default;
    SlowResolver(const SlowResolver &) = delete;
    SlowResolver &operator=(const SlowResolver &) = delete;
    ~SlowResolver() { release(); }

    void release()
    {
        const std::scoped_lock lock(m_state->mutex);
        m_state->isReleased = true;
        m_state->changed.notify_all();
    }
    [[nodiscard]] int waiting() const
    {
        const std::scoped_lock lock(m_state->mutex);
        return m_state->waiting;
    }
    [[nodiscard]] Resolver resolver() const
    {
        return [state = m_state](const QString &host) -> Result<QList<QHostAddress>> {
            std::unique_lock lock(state->mutex);
            if (host.startsWith(u"slow")) {
                ++state->waiting;
                state->changed.wait(lock, [&state] { return state->isReleased; });
                --state->waiting;
            }
            return QList{QHostAddress(QHostAddress::LocalHost)};
        };
    }

private:
    struct State {
        std::mutex mutex;
        std::condition_variable changed;
        bool isReleased = false;
        int waiting = 0;
    };
    const std::shared_ptr<State> m_state = std::make_shared<State>(); ///< outlives us where a thread still waits
};

} // namespace sealport::test
