#pragma once

#include "model/base/job_runner.h"
#include "model/base/path_watcher.h"
#include "model/base/strong_id.h"
#include "model/sockets/source_files.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <unordered_map>

namespace sealport {

/// Says when files that servers were prepared from have been changed and then left alone: a certificate is written
/// octet by octet, and its key after it. Lives in the GUI thread; the files are looked at in job threads.
class FileFollower final : public QObject {
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds settleTime{300}; ///< unchanged for so long counts as whole
    static constexpr std::chrono::milliseconds patience{2'000}; ///< for a file that belongs to another one

    /// `jobs` must outlive this object.
    explicit FileFollower(JobRunner &jobs, QObject *parent = nullptr);

    /// Instead of those before. `files` as they were when they were read.
    void follow(ServerId id, SourceFiles files);
    void forget(ServerId id);
    /// What settled() told of was of no use. True when it may still be half of something: settled() comes once more
    /// then, after some patience. False when it was the second attempt.
    [[nodiscard]] bool mayBecomeWhole(ServerId id);

Q_SIGNALS:
    void settled(sealport::ServerId id);

private:
    struct Followed {
        SourceFiles files;    ///< the stamp: as they were when they were last read
        QByteArray seen;      ///< as they were at the last look; empty: there was none
        bool isAsked = false; ///< a job is looking
        bool isLastAttempt = false;
        QTimer *timer = nullptr;
    };
    void watch();
    void look(ServerId id);
    void compare(ServerId id, const QByteArray &now);

    JobRunner &m_jobs;
    std::unordered_map<ServerId, Followed> m_followed;
    PathWatcher m_watcher;
};

} // namespace sealport
