#pragma once

#include "model/tls/capture.h"
#include "model/tls/capture_place.h"

#include <QFile>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
#include <stop_token>
#include <thread>
#include <vector>

namespace sealport {

/// The thread that writes captures. Its destructor waits until what has been added is in the files; what is added later
/// is lost. Any thread may use it.
class CaptureWriter {
public:
    static constexpr std::size_t mostWaiting = 32U << 20U; ///< octets for each file

    CaptureWriter();
    ~CaptureWriter();
    CaptureWriter(const CaptureWriter &) = delete;
    CaptureWriter &operator=(const CaptureWriter &) = delete;

    struct Item {
        CapturedSegment segment;
        QByteArray secrets{}; ///< instead of a segment
    };
    /// One file, as far as it is not known to its Capture alone. All under the lock, but what says that it is not.
    struct Job {
        std::deque<Item> waiting{};
        std::size_t waitingOctets = 0;
        bool isClosing = false;
        std::uint64_t given = 0; ///< items
        std::uint64_t done = 0;  ///< of those: written or left out
        Capture::Facts facts{};
        std::unique_ptr<QFile> file{}; ///< the writer's alone
        std::int64_t limit = 0;
    };
    struct Desk {
        std::mutex mutex;
        std::condition_variable wake;
        std::condition_variable_any written; ///< more of a job is done
        std::vector<std::shared_ptr<Job>> jobs;
        bool isEnding = false;
    };

    /// The file of a capture: the one that is written there already, as long as it can be, or a new one. Blocking.
    /// Errors: those of makeCapture(). See Capture::open().
    Result<std::shared_ptr<CaptureFile>> fileAt(const QString &path, std::int64_t limit,
                                                const CaptureFile *before = nullptr);
    /// What fileAt() would be refused for, as far as that can be told with everything left as it is. Blocking.
    [[nodiscard]] Result<void> mayOpen(const QString &path);

private:
    struct Shared {
        FileId id;
        std::weak_ptr<const Job> job; ///< as long as it is open
        std::weak_ptr<CaptureFile> file;

        /// Null: a new one is needed.
        [[nodiscard]] std::shared_ptr<CaptureFile> usable(const CaptureFile *before = nullptr) const;
    };
    [[nodiscard]] const Shared *sharedWith(const OlderCapture &older); ///< null: this process has it not open
    const std::shared_ptr<Desk> m_desk;
    std::mutex m_opening; ///< files are opened one after the other
    std::vector<Shared> m_shared;
    std::thread m_thread; // last: it uses the desk
};

/// An open file of a capture; it is closed, after everything added to it, with the last who adds.
class CaptureFile {
public:
    CaptureFile(std::shared_ptr<CaptureWriter::Desk> desk, std::shared_ptr<CaptureWriter::Job> job)
        : m_desk(std::move(desk))
        , m_job(std::move(job))
    {
    }
    ~CaptureFile();
    CaptureFile(const CaptureFile &) = delete;
    CaptureFile &operator=(const CaptureFile &) = delete;

    void add(CaptureWriter::Item item);
    [[nodiscard]] Capture::Facts facts() const;
    void settle(const std::stop_token &stop) const; ///< see Capture

private:
    const std::shared_ptr<CaptureWriter::Desk> m_desk;
    const std::shared_ptr<CaptureWriter::Job> m_job;
};

} // namespace sealport
