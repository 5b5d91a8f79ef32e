#pragma once

#include "model/base/error.h"
#include "model/sockets/server_profile.h"

#include <QString>

#include <functional>
#include <vector>

namespace sealport {

/// The server profiles as one readable JSON file with a version. Blocking file I/O: not on the GUI thread.
struct StoredProfiles {
    std::vector<ServerProfile> profiles;
    std::vector<Error> problems; ///< DamagedStore (values: where the file was kept aside), InvalidProfile
    bool fileExists = false;
    bool mustStay = false; ///< what was not understood could not be kept aside: the file must not be written
};

/// A file that cannot be read or understood is moved aside, never overwritten; a single bad profile is left out and
/// said, and a copy of the file is kept beside it.
[[nodiscard]] StoredProfiles readProfiles(const QString &file);

/// Errors: FileNotWritable.
Result<void> writeProfiles(const QString &file, const std::vector<ServerProfile> &profiles);

/// Reads the file, has `change` alter what it holds, and writes it, while other programs that do the same wait; nothing
/// is written where `change` fails or changes nothing. Errors: those of `change`, DamagedStore and NewerStore where the
/// file must stay, FileNotWritable.
Result<void> changeProfiles(const QString &file,
                            const std::function<Result<void>(std::vector<ServerProfile> &)> &change);

/// Stores `profiles` for a program that keeps them in memory, as mergedProfiles() does with what others have changed in
/// the file. `known` is what this program stored or read last, and is kept up to date. Errors: as above.
Result<void> storeProfiles(const QString &file, const std::vector<ServerProfile> &profiles,
                           std::vector<ServerProfile> &known);

} // namespace sealport
