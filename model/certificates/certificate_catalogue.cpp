#include "model/certificates/certificate_catalogue.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace sealport {

using namespace std::chrono_literals;

CertificateCatalogue::CertificateCatalogue(JobRunner &jobs, const CertificateStore &store, QObject *parent)
    : QObject(parent)
    , m_jobs(jobs)
{
    for (auto source : {sealport::myCertificates(store), systemRoots()})
        m_entries.push_back({.id = SourceId(++m_lastId), .source = std::move(source)});
    m_progressTimer.setInterval(100ms);
    connect(&m_progressTimer, &QTimer::timeout, this, [this] {
        for (const Reading &reading : std::vector(m_readings)) {
            if (Entry *entry = find(reading.id)) {
                entry->total = reading.progress->total;
                entry->done = reading.progress->done;
            }
            Q_EMIT progressed(reading.id);
        }
    });
    connect(&m_watcher, &PathWatcher::changed, this, &CertificateCatalogue::listChanged);
}

CertificateCatalogue::~CertificateCatalogue()
{
    for (Reading &reading : m_readings)
        reading.stop.request_stop();
}

const CertificateCatalogue::Entry *CertificateCatalogue::entry(SourceId id) const
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

CertificateCatalogue::Entry *CertificateCatalogue::find(SourceId id)
{
    const auto found = std::ranges::find(m_entries, id, &Entry::id);
    return found == m_entries.end() ? nullptr : &*found;
}

SourceId CertificateCatalogue::open(std::shared_ptr<const CertificateSource> source)
{
    const SourceId id = offer(std::move(source));
    list(id);
    return id;
}

SourceId CertificateCatalogue::offer(std::shared_ptr<const CertificateSource> source)
{
    const auto same = std::ranges::find_if(m_entries, [&source](const Entry &entry) {
        return entry.source->kind() == source->kind() && entry.source->location() == source->location();
    });
    if (same != m_entries.end())
        return same->id;
    const SourceId id(++m_lastId);
    const auto next = std::ranges::find_if(
        m_entries, [&source](const Entry &entry) { return entry.source->kind() > source->kind(); });
    m_entries.insert(next, {.id = id, .source = std::move(source)});
    Q_EMIT added(id);
    return id;
}

void CertificateCatalogue::close(SourceId id)
{
    std::erase_if(m_readings, [id](Reading &reading) { return reading.id == id && reading.stop.request_stop(); });
    if (std::erase_if(m_entries, [id](const Entry &entry) { return entry.id == id; }) == 0)
        return;
    if (m_readings.empty())
        m_progressTimer.stop();
    watch();
    Q_EMIT closed(id);
}

bool CertificateCatalogue::unlock(SourceId id, const QString &file, std::shared_ptr<const SecretBytes> passphrase)
{
    Entry *entry = find(id);
    auto unlocked = entry ? entry->source->unlocked(file, std::move(passphrase)) : nullptr;
    if (!unlocked)
        return false;
    entry->source = std::move(unlocked);
    list(id);
    return true;
}

std::shared_ptr<const SecretBytes> CertificateCatalogue::pinFor(const QString &uri) const
{
    for (const Entry &entry : m_entries)
        if (auto pin = entry.source->pinFor(uri))
            return pin;
    return nullptr;
}

void CertificateCatalogue::list(SourceId id)
{
    Entry *entry = find(id);
    if (!entry)
        return;
    std::erase_if(m_readings, [id](Reading &reading) { return reading.id == id && reading.stop.request_stop(); });
    auto progress = std::make_shared<ListingProgress>();
    const std::stop_source cancel;
    entry->progress = progress;
    entry->done = 0;
    entry->total = 0;
    const auto job = [source = entry->source, progress, cancelled = cancel.get_token()](const std::stop_token &stop) {
        std::stop_source either;
        const std::stop_callback whenStopped(stop, [&either] { either.request_stop(); });
        const std::stop_callback whenCancelled(cancelled, [&either] { either.request_stop(); });
        FoundCertificates found = source->list(either.get_token(), [&progress](std::size_t done, std::size_t total) {
            progress->done = done;
            progress->total = total;
        });
        SourceListing listing = listingOf(std::move(found), *source);
        listing.isWhole = !cancelled.stop_requested();
        return listing;
    };
    const std::stop_source stop = m_jobs.runApart(
        job, this, [this, id, progress](SourceListing listing) { finish(id, progress, std::move(listing)); });
    m_readings.push_back({.id = id, .stop = stop, .cancel = cancel, .progress = progress});
    m_progressTimer.start();
    Q_EMIT progressed(id);
}

void CertificateCatalogue::listMissing()
{
    std::vector<SourceId> missing;
    for (const Entry &entry : m_entries) {
        if (!entry.listing && !entry.isListing() && !entry.source->waitsToBeAsked())
            missing.push_back(entry.id);
    }
    for (const SourceId id : missing)
        list(id);
}

void CertificateCatalogue::cancel(SourceId id)
{
    for (Reading &reading : m_readings) {
        if (reading.id == id)
            reading.cancel.request_stop();
    }
}

void CertificateCatalogue::finish(SourceId id, const std::shared_ptr<ListingProgress> &reading, SourceListing listing)
{
    if (std::erase_if(m_readings, [&](const Reading &r) { return r.progress == reading; }) == 0)
        return; // a newer one goes on
    if (m_readings.empty())
        m_progressTimer.stop();
    Entry &entry = *find(id);
    entry.progress.reset();
    entry.filesRead = reading->total;
    entry.listing = std::make_shared<const SourceListing>(std::move(listing));
    watch();
    Q_EMIT progressed(id);
    Q_EMIT listed(id);
    if (Entry *after = find(id); after && std::exchange(after->isOutdated, false))
        list(id);
}

void CertificateCatalogue::setMyCertificates(SourceListing listing)
{
    m_entries.front().listing = std::make_shared<const SourceListing>(std::move(listing));
    watch();
    Q_EMIT listed(myCertificates());
}

void CertificateCatalogue::watch()
{
    QStringList paths;
    for (const Entry &entry : m_entries) {
        if (entry.listing)
            paths += entry.listing->watchedPaths;
    }
    m_watcher.watch(paths);
}

void CertificateCatalogue::listChanged()
{
    // Which one has changed is not told: a reading that takes long is not worth a guess.
    constexpr std::size_t most = 1000;
    std::vector<SourceId> cheap;
    for (Entry &entry : m_entries) {
        if (!entry.listing || entry.listing->watchedPaths.isEmpty() || entry.filesRead > most
            || entry.listing->items.size() > most)
            continue;
        if (entry.isListing())
            entry.isOutdated = true; // a newer reading each time would never end
        else
            cheap.push_back(entry.id);
    }
    for (const SourceId id : cheap)
        list(id);
}

} // namespace sealport
