// The servers that the user has, and where they are stored.

#include "model/sockets/profile_merge.h"
#include "model/sockets/profile_store.h"
#include "model/sockets/workspace.h"

#include <algorithm>

namespace sealport {

bool needsRestart(const ServerEntry &server)
{
    if (server.state != ServerState::Listening)
        return false;
    ServerProfile applied = server.applied;
    applied.autoStart = server.profile.autoStart; // nothing that it does while it runs
    return applied != server.profile || server.isApplicationOutdated;
}

ServerId Workspace::insertServer(ServerProfile profile, bool stored)
{
    const ServerId id(++m_lastId);
    ServerEntry entry;
    entry.id = id;
    if (stored)
        profile.name = uniqueProfileName(profile.name, [this](const QString &name) { return serverNamed(name); });
    entry.profile = std::move(profile);
    entry.isStored = stored;
    m_servers.push_back(std::move(entry));
    Q_EMIT serverAdded(id);
    return id;
}

ServerId Workspace::addServer(ServerProfile profile)
{
    const ServerId id = insertServer(std::move(profile), true);
    storeProfiles();
    return id;
}

std::vector<ServerId> Workspace::addServers(std::vector<ServerProfile> profiles)
{
    std::vector<ServerId> ids;
    for (ServerProfile &profile : profiles)
        ids.push_back(insertServer(std::move(profile), true));
    if (!ids.empty())
        storeProfiles();
    return ids;
}

ServerId Workspace::addTemporaryServer(ServerProfile profile)
{
    return insertServer(std::move(profile), false);
}

Result<void> Workspace::updateServer(ServerId id, const ServerProfile &profile)
{
    ServerEntry *entry = find(id);
    if (entry == nullptr)
        return std::unexpected(
            Error{.code = ErrorCode::ProfileNotFound, .subject = profile.name, .values = {}, .causes = {}});
    if (profile.name.trimmed().isEmpty())
        return std::unexpected(
            Error{.code = ErrorCode::InvalidName, .subject = profile.name, .values = {}, .causes = {}});
    if (const ServerEntry *other = serverNamed(profile.name); other != nullptr && other->id != id)
        return std::unexpected(
            Error{.code = ErrorCode::AlreadyExists, .subject = profile.name, .values = {}, .causes = {}});
    if (entry->profile == profile)
        return {};
    if (entry->profile.certificate != profile.certificate)
        entry->passphrase.reset(); // it was meant for another key, and a token locks itself after a few wrong ones
    entry->profile = profile;
    if (entry->isStored)
        storeProfiles();
    Q_EMIT serverChanged(id);
    return {};
}

void Workspace::removeServer(ServerId id)
{
    std::erase(m_restarting, id);
    stop(id);
    const auto found = std::ranges::find(m_servers, id, &ServerEntry::id);
    if (found == m_servers.end())
        return;
    const bool wasStored = found->isStored;
    m_servers.erase(found);
    if (wasStored)
        storeProfiles();
    Q_EMIT serverRemoved(id);
}

void Workspace::moveServer(ServerId id, std::size_t before)
{
    const auto moved = std::ranges::find(m_servers, id, &ServerEntry::id);
    if (moved == m_servers.end())
        return;
    const auto place = m_servers.begin() + static_cast<std::ptrdiff_t>(std::min(before, m_servers.size()));
    if (place == moved || place == moved + 1)
        return;
    if (place < moved)
        std::rotate(place, moved, moved + 1);
    else
        std::rotate(moved, moved + 1, place);
    storeProfiles();
    Q_EMIT serversReordered();
}

void Workspace::startAutomatically()
{
    std::vector<ServerId> wanted;
    for (const ServerEntry &entry : m_servers)
        if (entry.profile.autoStart)
            wanted.push_back(entry.id);
    for (const ServerId id : wanted)
        start(id);
}

std::vector<ServerProfile> Workspace::storedProfiles() const
{
    std::vector<ServerProfile> profiles;
    for (const ServerEntry &entry : m_servers)
        if (entry.isStored)
            profiles.push_back(entry.profile);
    return profiles;
}

void Workspace::storeProfiles()
{
    if (!m_open)
        return; // what is in the file is not known yet: open() writes both
    if (m_profilesMustStay) {
        const auto why = std::ranges::find(m_folderProblems, m_dataFolder.profiles(), &Error::subject);
        Q_EMIT storingFailed(why != m_folderProblems.end() ? *why
                                                           : Error{.code = ErrorCode::DamagedStore,
                                                                   .subject = m_dataFolder.profiles(),
                                                                   .values = {},
                                                                   .causes = {}});
        return;
    }
    ++m_pendingWrites;
    const auto job = [file = m_dataFolder.profiles(), profiles = storedProfiles(), known = m_knownProfiles] {
        return sealport::storeProfiles(file, profiles, *known);
    };
    m_jobs->run(job, this, [this](const Result<void> &written) {
        --m_pendingWrites;
        if (!written)
            Q_EMIT storingFailed(written.error());
    });
}

} // namespace sealport
