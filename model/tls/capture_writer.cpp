#include "model/tls/capture_writer.h"

#include "model/tls/pcapng_writer.h"
#include "model/tls/tcp_packet.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <iterator>
#include <tuple>
#include <utility>

#include <unistd.h>

namespace sealport {

namespace {

constexpr qsizetype mostAtOnce = 1 << 20;

std::size_t sizeOf(const CaptureWriter::Item &item)
{
    return sizeof item + static_cast<std::size_t>(item.segment.data.size() + item.secrets.size());
}

/// As many packets as it takes.
QByteArray blocksOf(const CapturedSegment &segment)
{
    QByteArray blocks;
    QByteArrayView left = segment.data;
    TcpSegment piece{.source = segment.isFromClient ? segment.ends->client : segment.ends->server,
                     .destination = segment.isFromClient ? segment.ends->server : segment.ends->client,
                     .sequence = static_cast<std::uint32_t>(segment.sequence),
                     .acknowledgement = static_cast<std::uint32_t>(segment.acknowledgement),
                     .flags = segment.flags};
    const bool isFirst = segment.flags == TcpSegment::Syn;
    do {
        piece.data = left.first(std::min(left.size(), mostSegmentData));
        blocks +=
            pcapngPacket(segment.time, segment.isFromClient ? PacketDirection::Inbound : PacketDirection::Outbound,
                         ipPacket(piece), isFirst ? segment.ends->comment : QByteArray());
        piece.sequence += static_cast<std::uint32_t>(piece.data.size());
        left = left.sliced(piece.data.size());
    } while (!left.isEmpty());
    return blocks;
}

/// Writes what one file has been given; the facts are those of before, and go on.
class Batch {
public:
    Batch(CaptureWriter::Job &job, Capture::Facts facts)
        : m_job(job)
        , m_facts(std::move(facts))
    {
    }
    void add(const CaptureWriter::Item &item)
    {
        if (!item.secrets.isEmpty()) {
            m_secrets += item.secrets;
            return;
        }
        putSecrets();
        if (!put(blocksOf(item.segment))) {
            ++m_facts.dropped;
            return;
        }
        m_ends.push_back(m_pending.size());
        if (m_pending.size() >= mostAtOnce)
            flush();
    }
    Capture::Facts end()
    {
        putSecrets();
        flush();
        return std::move(m_facts);
    }

private:
    /// Together: a handshake has five of them.
    void putSecrets()
    {
        if (!m_secrets.isEmpty())
            put(pcapngSecrets(std::exchange(m_secrets, {})));
    }
    bool put(const QByteArray &blocks)
    {
        m_facts.isFull = m_facts.isFull || m_facts.octets + m_pending.size() + blocks.size() > m_job.limit;
        if (m_facts.isFull || !m_facts.failure.isEmpty())
            return false;
        m_pending += blocks;
        return true;
    }
    /// What was not taken whole is taken back: the file ends behind a packet.
    void flush()
    {
        qsizetype size = appendTo(*m_job.file, m_pending);
        auto missing = m_ends.cend();
        if (size < m_pending.size()) {
            m_facts.failure = qt_error_string(errno);
            missing = std::ranges::upper_bound(m_ends, size);
            size = missing == m_ends.cbegin() ? 0 : *std::prev(missing);
            std::ignore = ::ftruncate(m_job.file->handle(), m_facts.octets + size);
        }
        m_facts.octets += size;
        m_facts.packets += static_cast<std::uint64_t>(missing - m_ends.cbegin());
        m_facts.dropped += static_cast<std::uint64_t>(m_ends.cend() - missing);
        m_pending.clear();
        m_ends.clear();
    }

    CaptureWriter::Job &m_job;
    Capture::Facts m_facts;
    QByteArray m_secrets;
    QByteArray m_pending;
    std::vector<qsizetype> m_ends; ///< in it, of each packet
};

void writeAll(CaptureWriter::Desk &desk)
{
    std::unique_lock lock(desk.mutex);
    const auto hasWork = [](const auto &job) { return job->isClosing || !job->waiting.empty(); };
    for (;;) {
        desk.wake.wait(lock, [&] { return desk.isEnding || std::ranges::any_of(desk.jobs, hasWork); });
        const auto next = std::ranges::find_if(desk.jobs, hasWork);
        if (next == desk.jobs.end())
            return; // it ends, and everything is written
        const std::shared_ptr<CaptureWriter::Job> job = *next;
        std::deque<CaptureWriter::Item> items = std::exchange(job->waiting, {});
        job->waitingOctets = 0;
        Batch batch(*job, job->facts);
        const std::uint64_t droppedBefore = job->facts.dropped;
        const bool isClosing = job->isClosing;
        if (isClosing)
            desk.jobs.erase(next); // nobody adds any more
        else
            std::rotate(next, next + 1, desk.jobs.end()); // the others come first next time
        lock.unlock();
        for (const CaptureWriter::Item &item : items)
            batch.add(item);
        Capture::Facts facts = batch.end();
        const std::size_t done = items.size();
        items.clear(); // nobody waits for the lock while memory is given back and the file is closed
        if (isClosing)
            job->file.reset();
        lock.lock();
        facts.dropped += job->facts.dropped - droppedBefore; // those that did not even get to wait
        job->facts = std::move(facts);
        job->done += done;
        desk.written.notify_all();
    }
}

} // namespace

CaptureWriter::CaptureWriter()
    : m_desk(std::make_shared<Desk>())
    , m_thread([desk = m_desk] { writeAll(*desk); })
{
}

CaptureWriter::~CaptureWriter()
{
    {
        const std::scoped_lock lock(m_desk->mutex);
        m_desk->isEnding = true;
    }
    m_desk->wake.notify_one();
    m_thread.join();
}

Result<std::shared_ptr<CaptureFile>> CaptureWriter::fileAt(const QString &path, std::int64_t limit,
                                                           const CaptureFile *before)
{
    const std::scoped_lock opening(m_opening);
    const auto place = lookAtCapturePlace(path);
    if (!place)
        return std::unexpected(place.error());
    const Shared *own = *place ? sharedWith(**place) : nullptr;
    if (auto file = own ? own->usable(before) : nullptr)
        return file;
    Result<MadeCapture> made = makeCapture(path, own != nullptr);
    if (!made)
        return std::unexpected(made.error());
    auto job = std::make_shared<Job>();
    job->facts.octets = made->file->size();
    job->file = std::move(made->file);
    job->limit = limit;
    {
        const std::scoped_lock lock(m_desk->mutex);
        m_desk->jobs.push_back(job);
    }
    auto file = std::make_shared<CaptureFile>(m_desk, job);
    m_shared.push_back({.id = made->id, .job = job, .file = file});
    return file;
}

Result<void> CaptureWriter::mayOpen(const QString &path)
{
    const auto place = lookAtCapturePlace(path); // without the lock: no Start waits for a look at a drive that is gone
    if (!place)
        return std::unexpected(place.error());
    if (!*place)
        return {};
    std::unique_lock opening(m_opening);
    const Shared *own = sharedWith(**place);
    const bool isOwn = own != nullptr;
    const bool isShared = isOwn && own->usable() != nullptr;
    opening.unlock();
    return isShared ? Result<void>() : mayReplace(path, **place, isOwn);
}

const CaptureWriter::Shared *CaptureWriter::sharedWith(const OlderCapture &older)
{
    std::erase_if(m_shared, [](const Shared &shared) { return shared.job.expired(); });
    const auto found = std::ranges::find(m_shared, older.id, &Shared::id);
    return found == m_shared.end() ? nullptr : &*found;
}

std::shared_ptr<CaptureFile> CaptureWriter::Shared::usable(const CaptureFile *before) const
{
    auto shared = file.lock();
    const Capture::Facts facts = shared ? shared->facts() : Capture::Facts{};
    return facts.failure.isEmpty() && (!facts.isFull || shared.get() == before) ? shared : nullptr;
}

CaptureFile::~CaptureFile()
{
    {
        const std::scoped_lock lock(m_desk->mutex);
        m_job->isClosing = true;
    }
    m_desk->wake.notify_one();
}

void CaptureFile::add(CaptureWriter::Item item)
{
    const std::size_t size = sizeOf(item);
    {
        const std::scoped_lock lock(m_desk->mutex);
        if (m_desk->isEnding || m_job->waitingOctets + size > CaptureWriter::mostWaiting) {
            m_job->facts.dropped += item.secrets.isEmpty() ? 1 : 0;
            return;
        }
        m_job->waitingOctets += size;
        m_job->waiting.push_back(std::move(item));
        ++m_job->given;
        if (m_job->waiting.size() > 1)
            return; // the writer has been told
    }
    m_desk->wake.notify_one();
}

void CaptureFile::settle(const std::stop_token &stop) const
{
    constexpr std::chrono::seconds patience{2}; // a drive may be gone
    std::unique_lock lock(m_desk->mutex);
    const std::uint64_t before = m_job->given; // not what others add to the file meanwhile
    m_desk->written.wait_for(lock, stop, patience, [this, before] { return m_job->done >= before; });
}

Capture::Facts CaptureFile::facts() const
{
    const std::scoped_lock lock(m_desk->mutex);
    return m_job->facts;
}

} // namespace sealport
