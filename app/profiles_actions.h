#pragma once

#include "app/profiles_options.h"
#include "app/profiles_output.h"
#include "model/sockets/data_folder.h"

#include <QHash>

#include <cstddef>
#include <optional>
#include <vector>

namespace sealport {

// What the words after `sealport profiles` do. Blocking; each says on `output` what it did and what failed. A window
// that is open on the same folder goes on with the servers that it has read, and keeps what is changed here.

void listProfiles(const DataFolder &folder, ProfilesOutput &output);
void showProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output);
void addProfile(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output);
void removeProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output);
void importProfiles(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output);
void exportProfile(const ProfilesOptions &options, const DataFolder &folder, ProfilesOutput &output);

/// The stored servers, as the window opens them: the first time, the default one is made. What cannot be read fails on
/// `output`.
[[nodiscard]] std::vector<ServerProfile> openProfiles(const DataFolder &folder, ProfilesOutput &output);
/// As the one of that name, with regard to case; null, and said on `output`, where there is none.
[[nodiscard]] const ServerProfile *findProfile(const std::vector<ServerProfile> &profiles, const QString &name,
                                               ProfilesOutput &output);

/// What came of a server that was to be stored.
enum class Stored { Added, Replaced, WasThere };
/// Puts servers among those that are there, of which it knows the places by name: files may hold tens of thousands.
class ProfilePlaces {
public:
    explicit ProfilePlaces(std::vector<ServerProfile> &profiles);
    /// Errors: AlreadyExists, where another one has its name and must not be replaced.
    Result<Stored> put(const ServerProfile &profile, bool mayReplace);

private:
    std::vector<ServerProfile> &m_profiles;
    QHash<QString, std::size_t> m_places;
};
/// A copy of the file as it is, before something in it goes; nothing where there is no file.
Result<std::optional<Trash::Item>> keepProfiles(const DataFolder &folder);

} // namespace sealport
