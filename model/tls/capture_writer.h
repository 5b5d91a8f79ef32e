#pragma once

#include "model/tls/capture.h"

#include <QFile>

#include <condition_variable>
#include <cstddef>
#include <deque>
#include <memory>
#include <mutex>
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
        Capture::Facts facts{};
        std::unique_ptr<QFile> file{}; ///< the writer's alone
        std::int64_t limit = 0;
    };
    struct Desk {
        std::mutex mutex;
        std::condition_variable wake;
        std::vector<std::shared_ptr<Job>> jobs;
        bool isEnding = false;
    };

    [[nodiscard]] std::shared_ptr<CaptureFile> write(std::unique_ptr<QFile> file, std::int64_t limit);

private:
    const std::shared_ptr<Desk> m_desk;
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

private:
    const std::shared_ptr<CaptureWriter::Desk> m_desk;
    const std::shared_ptr<CaptureWriter::Job> m_job;
};

} // namespace sealport
