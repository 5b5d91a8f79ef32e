// The servers that the user has, and where they are stored.

#include "model/sockets/profile_store.h"
#include "model/sockets/workspace.h"

#include <algorithm>

namespace sealport {

QString Workspace::uniqueName(const QString &wanted) const
{
    QString name = wanted;
    for (int number = 2; serverNamed(name) != nullptr; ++number)
        name = wanted + QStringLiteral(" %1").arg(number);
    return name;
}

ServerId Workspace::insertServer(ServerProfile profile, bool stored)
{
    const ServerId id(++m_lastId);
    ServerEntry entry;
    entry.id = id;
    if (stored)
        profile.name = uniqueName(profile.name);
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
