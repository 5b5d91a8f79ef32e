#include "model/sockets/applications.h"

#include <QFileInfo>
#include <QPointer>

#include <algorithm>
#include <optional>
#include <utility>

namespace sealport {

Applications::Applications(ApplicationStore store, JobRunner &jobs, QObject *parent)
    : QObject(parent)
    , m_store(std::move(store))
    , m_jobs(jobs)
{
    connect(&m_watcher, &PathWatcher::changed, this, &Applications::reload);
}

Applications::~Applications()
{
    for (const auto &pending : m_pending)
        if (!pending->isMade.test_and_set())
            pending->make();
}

const ApplicationDefinition *Applications::find(const QString &id) const
{
    const auto found = std::ranges::find(m_listing.applications, id, &ApplicationDefinition::id);
    return found == m_listing.applications.end() ? nullptr : &*found;
}

void Applications::take(ApplicationStore::Listing listing)
{
    const QString &file = m_store.file();
    m_watcher.watch({QFileInfo(file).path(), file}); // again: a file that was replaced is another one
    if (listing == m_listing)
        return;
    m_listing = std::move(listing);
    Q_EMIT changed();
}

void Applications::update(ApplicationStore::Listing listing)
{
    std::vector<Error> fresh;
    for (const Error &problem : listing.problems)
        if (std::ranges::find(m_listing.problems, problem) == m_listing.problems.end())
            fresh.push_back(problem);
    take(std::move(listing));
    for (const Error &problem : fresh)
        Q_EMIT problemFound(problem);
}

void Applications::reload()
{
    m_jobs.run([store = m_store] { return store.list(); }, this,
               [this](ApplicationStore::Listing listing) { update(std::move(listing)); });
}

template <class T>
void Applications::edit(std::function<Result<T>()> work, QObject *context, std::function<void(const Result<T> &)> done)
{
    struct Outcome {
        Result<T> result;
        ApplicationStore::Listing listing;
    };
    auto outcome = std::make_shared<std::optional<Outcome>>();
    auto pending = std::make_shared<Pending>();
    pending->make = [work = std::move(work), store = m_store, outcome] {
        Result<T> result = work();
        outcome->emplace(Outcome{.result = std::move(result), .listing = store.list()});
    };
    m_pending.push_back(pending);
    const auto job = [pending] {
        if (!pending->isMade.test_and_set())
            pending->make();
        return pending;
    };
    m_jobs.run(job, this,
               [this, outcome, guard = QPointer<QObject>(context), done = std::move(done)](const auto &made) {
                   std::erase(m_pending, made);
                   update(std::move((*outcome)->listing));
                   if (guard)
                       done((*outcome)->result);
               });
}

void Applications::define(const ApplicationRegistration &registration, QObject *context, Done done)
{
    edit<ApplicationDefinition>([registration, store = m_store] { return store.define(registration); }, context,
                                std::move(done));
}

void Applications::change(const QString &id, const ApplicationStore::Change &change, QObject *context, Done done)
{
    edit<ApplicationDefinition>([id, change, store = m_store] { return store.change(id, change); }, context,
                                std::move(done));
}

void Applications::remove(const QString &id, QObject *context, Done done)
{
    edit<ApplicationDefinition>([id, store = m_store] { return store.remove(id); }, context, std::move(done));
}

void Applications::add(const ApplicationDefinition &application, QObject *context, Done done)
{
    edit<ApplicationDefinition>([application, store = m_store] { return store.add(application); }, context,
                                std::move(done));
}

void Applications::reassign(const Certificate &old, const Certificate &fresh, QObject *context,
                            std::function<void(const Result<QStringList> &)> done)
{
    edit<QStringList>([old, fresh, store = m_store] { return store.reassign(old, fresh); }, context, std::move(done));
}

} // namespace sealport
