#include "app/profiles_actions.h"

#include "model/sockets/profile_store.h"
#include "model/text/error_text.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace sealport {

namespace {

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

Error notFound(const QString &name)
{
    return {.code = ErrorCode::ProfileNotFound, .subject = name, .values = {}, .causes = {}};
}

auto withName(const std::vector<ServerProfile> &profiles, const QString &name)
{
    return std::ranges::find(profiles, name, &ServerProfile::name);
}

} // namespace

std::vector<ServerProfile> openProfiles(const DataFolder &folder, ProfilesOutput &output)
{
    const auto reportAll = [&output](const std::vector<Error> &problems) {
        for (const Error &problem : problems)
            output.fail("file", problem.subject, problem);
    };
    if (QFileInfo::exists(folder.profiles())) {
        StoredProfiles stored = readProfiles(folder.profiles());
        reportAll(stored.problems);
        return std::move(stored.profiles);
    }
    DataFolderContents contents = openDataFolder(folder);
    reportAll(contents.problems);
    return std::move(contents.profiles);
}

const ServerProfile *findProfile(const std::vector<ServerProfile> &profiles, const QString &name,
                                 ProfilesOutput &output)
{
    const auto found = withName(profiles, name);
    if (found != profiles.end())
        return &*found;
    output.fail("name", name, notFound(name));
    return nullptr;
}

ProfilePlaces::ProfilePlaces(std::vector<ServerProfile> &profiles)
    : m_profiles(profiles)
{
    for (std::size_t place = profiles.size(); place-- > 0;)
        m_places.insert(profiles[place].name, place); // of several with one name, the first
}

Result<Stored> ProfilePlaces::put(const ServerProfile &profile, bool mayReplace)
{
    const auto place = m_places.constFind(profile.name);
    if (place == m_places.cend()) {
        m_places.insert(profile.name, m_profiles.size());
        m_profiles.push_back(profile);
        return Stored::Added;
    }
    ServerProfile &there = m_profiles[*place];
    if (there == profile)
        return Stored::WasThere;
    if (!mayReplace)
        return std::unexpected(
            Error{.code = ErrorCode::AlreadyExists, .subject = profile.name, .values = {}, .causes = {}});
    there = profile;
    return Stored::Replaced;
}

Result<std::optional<Trash::Item>> keepProfiles(const DataFolder &folder)
{
    if (!QFileInfo::exists(folder.profiles()))
        return std::nullopt;
    auto kept = folder.trash().keep({folder.profiles()});
    if (!kept)
        return std::unexpected(kept.error());
    return std::move(*kept);
}

void listProfiles(const DataFolder &folder, ProfilesOutput &output)
{
    const std::vector<ServerProfile> profiles = openProfiles(folder, output);
    for (const ServerProfile &profile : profiles)
        output.profile(profile, ProfilesOutput::Detail::Short);
    if (profiles.empty() && output.exitCode() == 0 && !output.isJson())
        output.warn(CommandLine::tr("There are no servers."));
}

void showProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output)
{
    const std::vector<ServerProfile> profiles = openProfiles(folder, output);
    for (const QString &name : options.names)
        if (const ServerProfile *profile = findProfile(profiles, name, output))
            output.profile(*profile, ProfilesOutput::Detail::Full);
}

void addProfile(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output)
{
    const std::vector<ServerProfile> before = openProfiles(folder, output);
    ServerProfile base;
    base.name = options.described.name;
    if (!before.empty())
        base.certificate = before.front().certificate;
    if (const auto wrong = wrongWith(base, options.described))
        return output.refuse(wrong->text);
    ServerProfile profile = withOverrides(base, options.described);
    profile.autoStart = options.autoStart;
    if (const std::vector<Error> wrong = validate(profile); !wrong.empty()) {
        for (const Error &error : wrong)
            output.fail("name", profile.name, error);
        return;
    }
    Stored outcome = Stored::Added;
    std::optional<Trash::Item> trash;
    const auto changed = changeProfiles(folder.profiles(), [&](std::vector<ServerProfile> &profiles) -> Result<void> {
        const auto stored = ProfilePlaces(profiles).put(profile, options.mayReplace);
        if (!stored)
            return std::unexpected(stored.error());
        outcome = *stored;
        if (outcome != Stored::Replaced)
            return {};
        auto kept = keepProfiles(folder);
        if (!kept)
            return std::unexpected(kept.error());
        trash = std::move(*kept);
        return {};
    });
    if (!changed)
        return output.fail("name", profile.name, changed.error(),
                           changed.error().code == ErrorCode::AlreadyExists
                               ? CommandLine::tr("Or replace it with --replace.")
                               : QString());
    const QString note = outcome == Stored::Added      ? CommandLine::tr("Stored:")
                         : outcome == Stored::Replaced ? CommandLine::tr("Replaced:")
                                                       : CommandLine::tr("Was stored already:");
    output.profile(profile, ProfilesOutput::Detail::Full, note);
    if (trash)
        output.kept(*trash, {profile.name}, ProfilesOutput::Loss::Replaced);
}

void removeProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output)
{
    static_cast<void>(openProfiles(folder, output)); // the first time there is one to be removed, too
    std::vector<ServerProfile> removed;
    std::optional<Trash::Item> trash;
    const auto changed = changeProfiles(folder.profiles(), [&](std::vector<ServerProfile> &profiles) -> Result<void> {
        for (const QString &name : options.names) {
            const auto found = withName(profiles, name);
            if (found == profiles.end())
                return std::unexpected(notFound(name)); // all or nothing
            removed.push_back(*found);
            profiles.erase(found);
        }
        auto kept = keepProfiles(folder);
        if (!kept)
            return std::unexpected(kept.error());
        trash = std::move(*kept);
        return {};
    });
    if (!changed)
        return output.fail("name", changed.error().subject, changed.error());
    const QJsonObject member = trash ? trashJson(*trash) : QJsonObject();
    for (const ServerProfile &profile : removed)
        output.profile(profile, ProfilesOutput::Detail::Short, CommandLine::tr("Removed:"), QStringLiteral("trash"),
                       member);
    if (trash)
        output.kept(*trash, options.names, ProfilesOutput::Loss::Removed);
}

} // namespace sealport
