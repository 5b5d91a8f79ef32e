#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QByteArray>

#include <cstddef>
#include <functional>
#include <span>

namespace sealport {

/// Who may read a file that we write.
enum class FileAccess {
    OwnerOnly, ///< 0600: anything that may hold a private key
    Readable,  ///< 0644 less the umask
};

/// What becomes of a file that is there already.
enum class ExistingFile { Replace, Keep };

/// Looks at the temporary file before it takes its name: whether what was written can be read back, for example.
using FileCheck = std::function<Result<void>(const QString &temporary)>;

/// Writes all or nothing: a temporary file in the same folder (0600 from its first
/// byte), flushed to disk, then renamed over `path`. An existing file stays whole on failure. Where the
/// file system can (O_TMPFILE), a new file has no name until it takes its own, so that a program that is killed leaves
/// nothing behind; what replaces another one has a name of its own for a moment.
/// Errors: FileNotWritable.
Result<void> writeFileAtomically(const QString &path, std::span<const std::byte> bytes, FileAccess access);
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, FileAccess access);

/// The same, with a look at the result before it counts, and without overwriting where that is not wanted, not even a
/// file that another process made a moment ago. Errors: FileNotWritable, AlreadyExists, those of `check`.
Result<void> writeFileAtomically(const QString &path, std::span<const std::byte> bytes, FileAccess access,
                                 ExistingFile existing, const FileCheck &check = {});

/// Writes a file for its owner alone (0600) in place of another, as above, and then overwrites what stood there with
/// zeros, once the new one is on the disk to stay. More than that no program can promise: a file system with a journal,
/// snapshots or copy on write, and the controller of an SSD, may have kept the old octets elsewhere, and so may
/// backups. What has another name as well (a hard link) is somebody else's too and stays whole. Whoever opened the
/// former file a moment before may read zeros, and has to open it again. Errors: those above.
Result<void> replaceSecretFile(const QString &path, std::span<const std::byte> bytes, const FileCheck &check);

/// The whole file into memory that is cleansed afterwards; never more than `cap` bytes,
/// never from a device or pipe, but for /dev/stdin and /dev/fd/N: what the program was given is read to its end.
/// Errors: FileNotFound, FileNotReadable, FileTooLarge, EmptyFile.
Result<SecretBytes> readFile(const QString &path, std::size_t cap);

/// Makes the folder and its parents; a new one is readable by its owner alone (0700).
/// Errors: FileNotWritable.
Result<void> ensurePrivateFolder(const QString &path);

/// Keeps other processes, and threads, that make one of the same folder waiting as long as it lives (flock(2)); for
/// what must not happen twice at a time. Where the file system knows no locks, or the folder is not there, nobody
/// waits.
class FolderLock {
public:
    explicit FolderLock(const QString &folder);
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;
    ~FolderLock();

private:
    int m_descriptor;
};

} // namespace sealport
