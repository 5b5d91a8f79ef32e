#include "model/sockets/profile_store.h"

#include "model/base/file_safety.h"
#include "model/sockets/profile_merge.h"
#include "model/sockets/stored_list.h"

#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

constexpr QLatin1StringView serversKey("servers");

/// Why the file must be left alone.
Error whyKept(const StoredProfiles &stored, const QString &file)
{
    const auto reason = std::ranges::find(stored.problems, file, &Error::subject);
    return reason != stored.problems.end()
               ? *reason
               : Error{.code = ErrorCode::DamagedStore, .subject = file, .values = {file}, .causes = {}};
}

Result<void> changeFile(const QString &file, const std::function<Result<void>(StoredProfiles &)> &change)
{
    const FolderLock alone(QFileInfo(file).path()); // between the look at it and the change
    StoredProfiles stored = readProfiles(file);
    if (stored.mustStay)
        return std::unexpected(whyKept(stored, file));
    const std::vector<ServerProfile> before = stored.profiles;
    if (const auto changed = change(stored); !changed)
        return changed;
    if (stored.fileExists && stored.problems.empty() && stored.profiles == before)
        return {};
    return writeProfiles(file, stored.profiles);
}

void addMissing(const std::vector<ServerProfile> &from, std::vector<ServerProfile> &to)
{
    for (const ServerProfile &profile : from)
        if (std::ranges::find(to, profile.name, &ServerProfile::name) == to.end())
            to.push_back(profile);
}

} // namespace

StoredProfiles readProfiles(const QString &file)
{
    StoredList list = readStoredList(file, serversKey);
    StoredProfiles stored;
    stored.profiles = readEntries(list, profileFromJson);
    stored.problems = std::move(list.problems);
    stored.fileExists = list.fileExists;
    stored.mustStay = list.mustStay;
    return stored;
}

Result<void> writeProfiles(const QString &file, const std::vector<ServerProfile> &profiles)
{
    QJsonArray servers;
    for (const ServerProfile &profile : profiles)
        servers.append(toJson(profile));
    return writeStoredList(file, serversKey, servers);
}

Result<void> changeProfiles(const QString &file,
                            const std::function<Result<void>(std::vector<ServerProfile> &)> &change)
{
    return changeFile(file, [&change](StoredProfiles &stored) { return change(stored.profiles); });
}

Result<void> storeProfiles(const QString &file, const std::vector<ServerProfile> &profiles,
                           std::vector<ServerProfile> &known)
{
    auto stored = changeFile(file, [&](StoredProfiles &there) -> Result<void> {
        if (!there.fileExists || !there.problems.empty())
            addMissing(known, there.profiles); // what cannot be read is not gone
        there.profiles = mergedProfiles(known, profiles, there.profiles);
        return {};
    });
    if (stored)
        known = profiles;
    return stored;
}

} // namespace sealport
