#pragma once

#include "model/base/job_runner.h"
#include "model/base/path_watcher.h"
#include "model/sockets/application_store.h"

#include <QObject>
#include <QStringList>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace sealport {

/// The application definitions as a window shows and edits them: a copy of what is in their file, also when somebody
/// else changes that. Lives in the GUI thread; the file is read and written in job threads, one change after the other.
/// All `done` run in the GUI thread, after changed(), and only while their `context` lives; the change is made anyway.
class Applications final : public QObject {
    Q_OBJECT
public:
    /// `jobs` must outlive this object, but for its end: changes that it has dropped are made by the destructor.
    Applications(ApplicationStore store, JobRunner &jobs, QObject *parent = nullptr);
    ~Applications() override;

    [[nodiscard]] const ApplicationStore &store() const { return m_store; }
    [[nodiscard]] const std::vector<ApplicationDefinition> &list() const { return m_listing.applications; } ///< by id
    [[nodiscard]] const ApplicationDefinition *find(const QString &id) const;
    /// What could not be read of the file.
    [[nodiscard]] const std::vector<Error> &problems() const { return m_listing.problems; }

    /// A listing that somebody else has read; from then on the file is watched.
    void take(ApplicationStore::Listing listing);
    void reload();

    using Done = std::function<void(const Result<ApplicationDefinition> &)>;
    void define(const ApplicationRegistration &registration, QObject *context, Done done);
    /// As ApplicationStore::change(): `change` runs in a job thread.
    void change(const QString &id, const ApplicationStore::Change &change, QObject *context, Done done);
    void remove(const QString &id, QObject *context, Done done); ///< add() undoes it
    void add(const ApplicationDefinition &application, QObject *context, Done done);
    /// As ApplicationStore::reassign(), after a renewal.
    void reassign(const Certificate &old, const Certificate &fresh, QObject *context,
                  std::function<void(const Result<QStringList> &)> done);

Q_SIGNALS:
    void changed();
    /// Something of the file could not be read, though it could before.
    void problemFound(const sealport::Error &problem);

private:
    void update(ApplicationStore::Listing listing);
    /// A change that is made once, by the job or, where that was dropped, at the end.
    struct Pending {
        std::function<void()> make;
        std::atomic_flag isMade = ATOMIC_FLAG_INIT;
    };
    template <class T>
    void edit(std::function<Result<T>()> work, QObject *context, std::function<void(const Result<T> &)> done);

    const ApplicationStore m_store;
    JobRunner &m_jobs;
    ApplicationStore::Listing m_listing;
    std::deque<std::shared_ptr<Pending>> m_pending;
    PathWatcher m_watcher;
};

} // namespace sealport
