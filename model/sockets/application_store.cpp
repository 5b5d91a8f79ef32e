#include "model/sockets/application_store.h"

#include "model/base/file_safety.h"
#include "model/sockets/stored_list.h"

#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

constexpr QLatin1StringView applicationsKey("applications");

using Definitions = std::vector<ApplicationDefinition>;

struct Reading {
    Definitions applications;
    StoredList list;
};

/// Where an id stands twice, the first one counts.
void dropDoubles(Reading &reading)
{
    Definitions once;
    for (ApplicationDefinition &application : reading.applications) {
        if (std::ranges::find(once, application.id, &ApplicationDefinition::id) == once.end())
            once.push_back(std::move(application));
        else
            reading.list.problems.push_back({.code = ErrorCode::InvalidApplication,
                                             .subject = application.id,
                                             .values = {QStringLiteral("id")},
                                             .causes = {}});
    }
    if (once.size() < reading.applications.size())
        keepIncomplete(reading.list);
    reading.applications = std::move(once);
}

Reading read(const QString &file)
{
    Reading reading;
    if (file.isEmpty())
        return reading;
    reading.list = readStoredList(file, applicationsKey);
    reading.applications = readEntries(reading.list, applicationFromJson);
    dropDoubles(reading);
    return reading;
}

/// What kept an application from being read, or that there is none.
Error whyMissing(const Reading &reading, const QString &id)
{
    const auto isReason = [&](const Error &problem) {
        return problem.subject == reading.list.file || problem.subject == id;
    };
    const auto reason = std::ranges::find_if(reading.list.problems, isReason);
    return reason != reading.list.problems.end()
               ? *reason
               : Error{.code = ErrorCode::ApplicationNotRegistered, .subject = id, .values = {}, .causes = {}};
}

Error typeFixed(const ApplicationDefinition &application)
{
    return {.code = ErrorCode::ApplicationTypeFixed,
            .subject = application.id,
            .values = {applicationTypeName(application.type)},
            .causes = {}};
}

/// Why the file must be left alone.
Error whyKept(const StoredList &list)
{
    const auto reason = std::ranges::find(list.problems, list.file, &Error::subject);
    return reason != list.problems.end()
               ? *reason
               : Error{.code = ErrorCode::DamagedStore, .subject = list.file, .values = {list.file}, .causes = {}};
}

/// Reads, changes and writes the file while nobody else does.
template <class Work>
auto edit(const QString &file, Work work) -> decltype(work(std::declval<Reading &>()))
{
    if (file.isEmpty())
        return std::unexpected(
            Error{.code = ErrorCode::FileNotWritable, .subject = applicationsKey, .values = {}, .causes = {}});
    const QString folder = QFileInfo(file).path();
    if (const auto made = ensurePrivateFolder(folder); !made)
        return std::unexpected(made.error());
    const FolderLock alone(folder);
    Reading reading = read(file);
    if (reading.list.mustStay)
        return std::unexpected(whyKept(reading.list));
    auto result = work(reading);
    if (!result)
        return result;
    QJsonArray entries;
    for (const ApplicationDefinition &application : reading.applications)
        entries.append(toJson(application));
    if (const auto written = writeStoredList(file, applicationsKey, entries, reading.list.further); !written)
        return std::unexpected(written.error());
    return result;
}

} // namespace

ApplicationStore::ApplicationStore(QString file)
    : m_file(std::move(file))
{
}

ApplicationStore::Listing ApplicationStore::list() const
{
    Reading reading = read(m_file);
    std::ranges::sort(reading.applications, {}, &ApplicationDefinition::id);
    return {.applications = std::move(reading.applications), .problems = std::move(reading.list.problems)};
}

Result<ApplicationDefinition> ApplicationStore::find(const QString &id) const
{
    const Reading reading = read(m_file);
    const auto found = std::ranges::find(reading.applications, id, &ApplicationDefinition::id);
    if (found == reading.applications.end())
        return std::unexpected(whyMissing(reading, id));
    return *found;
}

Result<ApplicationDefinition> ApplicationStore::define(const ApplicationRegistration &registration) const
{
    return edit(m_file, [&](Reading &reading) -> Result<ApplicationDefinition> {
        auto &all = reading.applications;
        const auto known = std::ranges::find(all, registration.id, &ApplicationDefinition::id);
        const bool isNew = known == all.end();
        ApplicationDefinition application = isNew ? ApplicationDefinition() : *known;
        application.id = registration.id;
        application.description = registration.description.value_or(application.description);
        if (!isNew && application.type != registration.type)
            return std::unexpected(typeFixed(application));
        application.type = registration.type;
        if (const auto refused = validate(application); !refused.empty())
            return std::unexpected(refused.front());
        if (isNew)
            all.push_back(application);
        else
            *known = application;
        return application;
    });
}

Result<ApplicationDefinition> ApplicationStore::change(const QString &id, const Change &change) const
{
    return edit(m_file, [&](Reading &reading) -> Result<ApplicationDefinition> {
        const auto known = std::ranges::find(reading.applications, id, &ApplicationDefinition::id);
        if (known == reading.applications.end())
            return std::unexpected(whyMissing(reading, id));
        ApplicationDefinition application = *known;
        if (const auto changed = change(application); !changed)
            return std::unexpected(changed.error());
        if (application.id != known->id || application.type != known->type)
            return std::unexpected(typeFixed(*known));
        if (const auto refused = validate(application); !refused.empty())
            return std::unexpected(refused.front());
        *known = application;
        return application;
    });
}

Result<ApplicationDefinition> ApplicationStore::remove(const QString &id) const
{
    return edit(m_file, [&](Reading &reading) -> Result<ApplicationDefinition> {
        const auto known = std::ranges::find(reading.applications, id, &ApplicationDefinition::id);
        if (known == reading.applications.end())
            return std::unexpected(whyMissing(reading, id));
        ApplicationDefinition application = std::move(*known);
        reading.applications.erase(known);
        return application;
    });
}

Result<ApplicationDefinition> ApplicationStore::add(const ApplicationDefinition &application) const
{
    return edit(m_file, [&](Reading &reading) -> Result<ApplicationDefinition> {
        if (const auto refused = validate(application); !refused.empty())
            return std::unexpected(refused.front());
        const auto known = std::ranges::find(reading.applications, application.id, &ApplicationDefinition::id);
        if (known != reading.applications.end())
            return std::unexpected(
                Error{.code = ErrorCode::AlreadyExists, .subject = application.id, .values = {}, .causes = {}});
        reading.applications.push_back(application);
        return application;
    });
}

Result<QStringList> ApplicationStore::reassign(const Certificate &old, const Certificate &fresh) const
{
    const auto hasOld = [&old](const ApplicationDefinition &application) { return isAssigned(application, old); };
    if (std::ranges::none_of(read(m_file).applications, hasOld))
        return QStringList(); // nothing to write
    return edit(m_file, [&](Reading &reading) -> Result<QStringList> {
        QStringList changed;
        for (ApplicationDefinition &application : reading.applications)
            if (sealport::reassign(application, old, fresh))
                changed.append(application.id);
        return changed;
    });
}

} // namespace sealport
