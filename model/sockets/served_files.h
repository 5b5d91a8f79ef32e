#pragma once

#include "model/base/error.h"
#include "model/base/file_descriptor.h"
#include "model/sockets/request_path.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstdint>
#include <expected>
#include <variant>
#include <vector>

namespace sealport {

/// A plain file, open for reading.
struct ServedFile {
    FileDescriptor descriptor;
    QByteArray name; ///< without folders
    std::int64_t size = 0;
    QDateTime modified; ///< UTC
};

/// What a folder without index.html holds.
struct ServedFolder {
    struct Entry {
        QByteArray name;
        bool isFolder = false;
        std::int64_t size = 0;
        QDateTime modified; ///< UTC
    };
    RequestPath path;
    std::vector<Entry> entries; ///< folders first, by name
    bool isCut = false;         ///< there are more than a page shows
};

/// A folder was named like a file; links on its page would lead elsewhere.
struct FolderMoved {
    QByteArray link; ///< where it is, percent-encoded
};

enum class FileRefusal : std::uint8_t { Malformed, Forbidden, NotFound, Busy };

/// The file or folder that a server gives to everybody who asks. A file is found at every path. Of a folder, everything
/// is found that lies beneath it and is a plain file or a folder; nothing outside, whatever `..` or a symbolic link
/// says: names are opened relative to the folder's descriptor, and the system itself refuses to leave it (openat2(2)
/// with RESOLVE_BENEATH; where it has no such call, symbolic links are not followed at all). Names that begin with a
/// dot are hidden, but for .well-known (RFC 8615).
/// What `path` names is looked up at each call, so that a file or folder that was replaced is found anew.
/// Blocks as long as the file system does; immutable and safe in any thread.
class ServedFiles {
public:
    explicit ServedFiles(const QString &path);

    using Found = std::variant<ServedFile, ServedFolder, FolderMoved>;
    /// `target` as in the request line.
    [[nodiscard]] std::expected<Found, FileRefusal> find(const QByteArray &target) const;

    /// Can there be answers at all? For the job thread, before anything listens; makes the database of file types
    /// ready too. Errors: FileNotFound, FileNotReadable.
    [[nodiscard]] Result<void> check() const;

private:
    const QString m_path;
    const QByteArray m_nativePath;
};

} // namespace sealport
