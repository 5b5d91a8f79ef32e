#pragma once

#include "model/base/error.h"
#include "model/base/trash.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/server_profile.h"

#include <QString>

#include <vector>

namespace sealport {

/// The folder that holds everything of the user: `certificates/`, `servers.json`, `applications.json`, and `trash/`
/// with what was deleted in the last days.
struct DataFolder {
    QString path;
    [[nodiscard]] QString certificates() const { return path + QStringLiteral("/certificates"); }
    [[nodiscard]] Trash trash() const { return Trash(path + QStringLiteral("/trash")); }
    [[nodiscard]] QString profiles() const { return path + QStringLiteral("/servers.json"); }
    [[nodiscard]] ApplicationStore applications() const
    {
        return ApplicationStore(path + QStringLiteral("/applications.json"));
    }
};

/// Everything in the folder, read once.
struct DataFolderContents {
    CertificateStore::Listing listing;
    std::vector<ServerProfile> profiles;
    std::vector<Error> problems;   ///< of the profiles and of the first start
    bool profilesMustStay = false; ///< see StoredProfiles::mustStay
};

/// The folder of the user who runs the program: `sealport` in the folder for data of the XDG base directory
/// specification. Empty where the user has no home folder, neither in the environment nor in the system's list of
/// users.
[[nodiscard]] QString userDataFolder();

/// Reads the folder. Where nothing is there yet, the embedded default is made first: a test CA, a certificate for
/// localhost (DNS localhost, 127.0.0.1, ::1; EC P-256; usualEnd()), and the profile sSocketSSL on 127.0.0.1:5043 with
/// it. Two programs that start at once make it once. Blocks; job thread only.
[[nodiscard]] DataFolderContents openDataFolder(const DataFolder &folder);

} // namespace sealport
