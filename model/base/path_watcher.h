#pragma once

#include "model/base/throttle.h"

#include <QObject>
#include <QStringList>
#include <QThread>

#include <memory>
#include <mutex>

namespace sealport {

/// Says when files or folders change. The system is asked in a thread of its own, because a network drive may take its
/// time. Lives and tells in the thread that made it.
class PathWatcher final : public QObject {
    Q_OBJECT
public:
    explicit PathWatcher(QObject *parent = nullptr);
    ~PathWatcher() override;

    /// These instead of those before; what does not exist is left out. A file that was replaced is watched again only
    /// when it is named again. At most a few thousand: the system's own limit.
    void watch(const QStringList &paths);

Q_SIGNALS:
    void changed(); ///< some of them, soon after it happened; many changes at once are told once

private:
    class Worker;
    void take();

    std::mutex m_mutex;
    QStringList m_wanted;
    bool m_hasChanged = false;
    Throttle m_throttle;
    QThread m_thread;
    std::unique_ptr<Worker> m_worker; ///< works in m_thread
};

} // namespace sealport
