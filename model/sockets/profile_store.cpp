#include "model/sockets/profile_store.h"

#include "model/sockets/stored_list.h"

namespace sealport {

namespace {

constexpr QLatin1StringView serversKey("servers");

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

} // namespace sealport
