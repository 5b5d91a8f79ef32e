#include "model/base/path_watcher.h"

#include <QFileInfo>
#include <QFileSystemWatcher>

#include <algorithm>
#include <chrono>
#include <utility>

namespace sealport {

using namespace std::chrono_literals;

/// Lives in the watcher's thread; what it hears goes through a flag, since a signal's payload cannot be told from a
/// race by the thread sanitizer.
class PathWatcher::Worker final : public QObject {
public:
    explicit Worker(PathWatcher &owner)
        : m_owner(owner)
    {
    }

    void apply()
    {
        if (!m_watcher) {
            m_watcher = std::make_unique<QFileSystemWatcher>();
            for (const auto change : {&QFileSystemWatcher::fileChanged, &QFileSystemWatcher::directoryChanged})
                connect(m_watcher.get(), change, this, &Worker::tell);
        }
        QStringList wanted;
        {
            const std::lock_guard lock(m_owner.m_mutex);
            wanted = m_owner.m_wanted;
        }
        QStringList old = m_watcher->files() + m_watcher->directories();
        std::ranges::sort(old);
        std::ranges::sort(wanted);
        QStringList gone;
        QStringList fresh;
        std::ranges::set_difference(old, wanted, std::back_inserter(gone));
        std::ranges::set_difference(wanted, old, std::back_inserter(fresh));
        if (!gone.isEmpty())
            m_watcher->removePaths(gone);
        fresh.removeIf([](const QString &path) { return !QFileInfo::exists(path); });
        if (!fresh.isEmpty())
            m_watcher->addPaths(fresh);
    }

    void end() { m_watcher.reset(); }

private:
    void tell()
    {
        {
            const std::lock_guard lock(m_owner.m_mutex);
            if (std::exchange(m_owner.m_hasChanged, true))
                return;
        }
        QMetaObject::invokeMethod(&m_owner, [&owner = m_owner] { owner.take(); }, Qt::QueuedConnection);
    }

    PathWatcher &m_owner;
    std::unique_ptr<QFileSystemWatcher> m_watcher;
};

PathWatcher::PathWatcher(QObject *parent)
    : QObject(parent)
    , m_throttle(200ms)
    , m_worker(std::make_unique<Worker>(*this))
{
    m_worker->moveToThread(&m_thread);
    connect(&m_throttle, &Throttle::fired, this, &PathWatcher::changed);
    m_thread.start();
}

PathWatcher::~PathWatcher()
{
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->end(); }, Qt::QueuedConnection);
    QMetaObject::invokeMethod(m_worker.get(), [this] { m_thread.quit(); }, Qt::QueuedConnection);
    m_thread.wait();
}

void PathWatcher::watch(const QStringList &paths)
{
    {
        const std::lock_guard lock(m_mutex);
        m_wanted = paths;
    }
    QMetaObject::invokeMethod(m_worker.get(), [worker = m_worker.get()] { worker->apply(); }, Qt::QueuedConnection);
}

void PathWatcher::take()
{
    {
        const std::lock_guard lock(m_mutex);
        m_hasChanged = false;
    }
    m_throttle.request();
}

} // namespace sealport
