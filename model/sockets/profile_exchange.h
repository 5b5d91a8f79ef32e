#pragma once

#include "model/base/error.h"
#include "model/sockets/server_profile.h"
#include "model/sockets/wlanguage_call.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <cstddef>
#include <vector>

namespace sealport {

// Server profiles that come from elsewhere or go there: files and the clipboard. Any thread.

/// What a file or a pasted text says about servers. Nothing of it is checked by validate(), and names may be doubled.
struct ImportedProfiles {
    std::vector<ServerProfile> profiles;
    std::vector<Error> problems;      ///< InvalidProfile: for each that cannot be read, or (values: "file") for all
    std::vector<WLanguageNote> notes; ///< of calls of SocketCréeSSL
    std::vector<std::size_t> unnamed; ///< places of profiles whose name is no more than a stopgap: it replaces nobody
};

/// The JSON of one profile, of a list of them or of a whole profile file, or calls of SocketCréeSSL among other code:
/// what it is, the content tells. `source` becomes the subject of errors.
[[nodiscard]] ImportedProfiles importProfiles(const QString &text, const QString &source);
/// The same in UTF-8, in UTF-16 with a byte order mark, or else in Windows-1252, as WinDev writes its sources.
[[nodiscard]] ImportedProfiles importProfiles(const QByteArray &octets, const QString &source);

/// One profile in a form that importProfiles() reads: indented lines of UTF-8, in which nothing is invisible. Holds no
/// PIN.
[[nodiscard]] QByteArray profileAsJson(const ServerProfile &profile);

/// `object` on one line of ASCII.
[[nodiscard]] QByteArray asJsonLine(const QJsonObject &object);

} // namespace sealport
