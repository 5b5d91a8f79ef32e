#include "model/tls/capture_writer.h"

#include "model/tls/pcapng_writer.h"
#include "model/tls/tcp_packet.h"

#include <algorithm>
#include <utility>

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
        if (put(blocksOf(item.segment)))
            ++m_facts.packets;
        else
            ++m_facts.dropped;
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
        m_facts.isFull = m_facts.isFull || m_facts.octets + blocks.size() > m_job.limit;
        if (m_facts.isFull || !m_facts.failure.isEmpty())
            return false;
        m_facts.octets += blocks.size();
        m_pending += blocks;
        if (m_pending.size() >= mostAtOnce)
            flush();
        return true;
    }
    void flush()
    {
        const QByteArray pending = std::exchange(m_pending, {});
        if (!pending.isEmpty() && m_job.file->write(pending) != pending.size())
            m_facts.failure = m_job.file->errorString();
    }

    CaptureWriter::Job &m_job;
    Capture::Facts m_facts;
    QByteArray m_secrets;
    QByteArray m_pending;
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
        items.clear(); // nobody waits for the lock while memory is given back and the file is closed
        if (isClosing)
            job->file.reset();
        lock.lock();
        facts.dropped += job->facts.dropped - droppedBefore; // those that did not even get to wait
        job->facts = std::move(facts);
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

std::shared_ptr<CaptureFile> CaptureWriter::write(std::unique_ptr<QFile> file, std::int64_t limit)
{
    auto job = std::make_shared<Job>();
    job->facts.octets = file->size();
    job->file = std::move(file);
    job->limit = limit;
    {
        const std::scoped_lock lock(m_desk->mutex);
        m_desk->jobs.push_back(job);
    }
    return std::make_shared<CaptureFile>(m_desk, std::move(job));
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
        if (m_job->waiting.size() > 1)
            return; // the writer has been told
    }
    m_desk->wake.notify_one();
}

Capture::Facts CaptureFile::facts() const
{
    const std::scoped_lock lock(m_desk->mutex);
    return m_job->facts;
}

} // namespace sealport
