#pragma once

#include "model/base/job_runner.h"
#include "model/base/path_watcher.h"
#include "model/base/strong_id.h"
#include "model/certificates/certificate_source.h"
#include "model/certificates/source_listing.h"

#include <QObject>
#include <QTimer>

#include <atomic>
#include <memory>
#include <stop_token>
#include <vector>

namespace sealport {

/// How many files a listing has read so far, told by its job.
struct ListingProgress {
    std::atomic<std::size_t> done = 0;
    std::atomic<std::size_t> total = 0;
};

/// All sources side by side, and what was read of them. Nothing is read before somebody asks for it with list(); the
/// user's own certificates, opened files, and folders of which something was added or removed are read again by
/// themselves. GUI thread; the reading is done in job threads.
class CertificateCatalogue final : public QObject {
    Q_OBJECT
public:
    struct Entry {
        SourceId id;
        std::shared_ptr<const CertificateSource> source;
        std::shared_ptr<const SourceListing> listing{};    ///< null: never read
        std::shared_ptr<const ListingProgress> progress{}; ///< null: not being read
        std::size_t done = 0;      ///< of `total` files, as of the last progressed(): what a view has been told
        std::size_t total = 0;     ///< 0: not known yet
        std::size_t filesRead = 0; ///< by the last reading
        bool isOutdated = false;   ///< something changed while it is being read
        [[nodiscard]] bool isListing() const { return progress != nullptr; }
    };

    /// `jobs` must outlive this object. Begins with the user's certificates and the system's roots.
    CertificateCatalogue(JobRunner &jobs, const CertificateStore &store, QObject *parent = nullptr);
    ~CertificateCatalogue() override;

    [[nodiscard]] const std::vector<Entry> &entries() const { return m_entries; }
    [[nodiscard]] const Entry *entry(SourceId id) const;
    [[nodiscard]] SourceId myCertificates() const { return m_entries.front().id; }

    /// Adds the source at the end of its kind and reads it; one of the same kind and place is read again instead.
    SourceId open(std::shared_ptr<const CertificateSource> source);
    /// The same, but it is not read yet, and one that is there already stays as it is.
    SourceId offer(std::shared_ptr<const CertificateSource> source);
    void close(SourceId id);
    /// Reads the source anew with the pass phrase of one of its files, which is kept in memory until it is closed.
    /// False: a pass phrase is of no use there.
    bool unlock(SourceId id, const QString &file, std::shared_ptr<const SecretBytes> passphrase);

    /// What was given to open the token of this key, see CertificateSource::pinFor().
    [[nodiscard]] std::shared_ptr<const SecretBytes> pinFor(const QString &uri) const;

    void list(SourceId id);   ///< reads it anew, and instead of a reading that goes on
    void listMissing();       ///< every source that was never read and does not wait to be asked
    void cancel(SourceId id); ///< what was read so far is kept
    /// A listing of the user's certificates that somebody else has read.
    void setMyCertificates(SourceListing listing);

Q_SIGNALS:
    void added(sealport::SourceId id);
    void closed(sealport::SourceId id);
    void progressed(sealport::SourceId id); ///< begun, some files further, or ended
    void listed(sealport::SourceId id);     ///< there is a new listing

private:
    struct Reading {
        SourceId id;
        std::stop_source stop;
        std::stop_source cancel; ///< what was read until then counts
        std::shared_ptr<ListingProgress> progress;
    };
    Entry *find(SourceId id);
    void finish(SourceId id, const std::shared_ptr<ListingProgress> &reading, SourceListing listing);
    void watch();
    void listChanged();

    JobRunner &m_jobs;
    std::vector<Entry> m_entries;
    std::vector<Reading> m_readings;
    std::uint64_t m_lastId = 0;
    QTimer m_progressTimer;
    PathWatcher m_watcher;
};

} // namespace sealport
