#include "model/sockets/file_follower.h"

#include <utility>

namespace sealport {

FileFollower::FileFollower(JobRunner &jobs, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    connect(&m_watcher, &PathWatcher::changed, this, [this] {
        watch(); // again: a file that was replaced is another one
        for (auto &[id, followed] : m_followed)
            if (!followed.timer->isActive())
                followed.timer->start(settleTime);
    });
}

void FileFollower::follow(ServerId id, SourceFiles files)
{
    Followed &followed = m_followed[id];
    followed.files = std::move(files);
    followed.seen.clear();
    followed.isLastAttempt = false;
    if (!followed.timer) {
        followed.timer = new QTimer(this);
        followed.timer->setSingleShot(true);
        connect(followed.timer, &QTimer::timeout, this, [this, id] { look(id); });
    }
    watch();
    followed.timer->start(settleTime); // for what happened between reading and watching
}

void FileFollower::forget(ServerId id)
{
    const auto found = m_followed.find(id);
    if (found == m_followed.end())
        return;
    delete found->second.timer;
    m_followed.erase(found);
    watch();
}

bool FileFollower::mayBecomeWhole(ServerId id)
{
    const auto found = m_followed.find(id);
    if (found == m_followed.end() || std::exchange(found->second.isLastAttempt, true))
        return false;
    found->second.timer->start(patience);
    return true;
}

void FileFollower::watch()
{
    QStringList paths;
    for (const auto &[id, followed] : m_followed)
        paths += followed.files.watched;
    paths.removeDuplicates();
    m_watcher.watch(paths);
}

void FileFollower::look(ServerId id)
{
    Followed &followed = m_followed.at(id);
    if (followed.files.paths.isEmpty())
        return;
    if (std::exchange(followed.isAsked, true))
        return followed.timer->start(settleTime); // a slow drive
    m_jobs.runApart([paths = followed.files.paths](const std::stop_token &) { return stampOf(paths); }, this,
                    [this, id](const QByteArray &now) { compare(id, now); });
}

void FileFollower::compare(ServerId id, const QByteArray &now)
{
    const auto found = m_followed.find(id);
    if (found == m_followed.end())
        return;
    Followed &followed = found->second;
    followed.isAsked = false;
    const bool isSettled = std::exchange(followed.seen, now) == now;
    if (!isSettled && now != followed.files.stamp) {
        followed.isLastAttempt = false; // it goes on
        followed.timer->start(settleTime);
    } else if (now != followed.files.stamp || followed.isLastAttempt) { // or all is as it was again
        Q_EMIT settled(id);
    }
}

} // namespace sealport
