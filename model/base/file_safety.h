#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QByteArray>

#include <cstddef>
#include <span>

namespace sealport {

/// Who may read a file that we write.
enum class FileAccess {
    OwnerOnly, ///< 0600: anything that may hold a private key
    Readable,  ///< 0644 less the umask
};

/// Writes all or nothing: a temporary file in the same folder (0600 from its first
/// byte), flushed to disk, then renamed over `path`. An existing file stays whole on failure.
/// Errors: FileNotWritable.
Result<void> writeFileAtomically(const QString &path, std::span<const std::byte> bytes, FileAccess access);
Result<void> writeFileAtomically(const QString &path, const QByteArray &bytes, FileAccess access);

/// The whole file into memory that is cleansed afterwards; never more than `cap` bytes,
/// never from a device or pipe.
/// Errors: FileNotFound, FileNotReadable, FileTooLarge, EmptyFile.
Result<SecretBytes> readFile(const QString &path, std::size_t cap);

/// Makes the folder and its parents; a new one is readable by its owner alone (0700).
/// Errors: FileNotWritable.
Result<void> ensurePrivateFolder(const QString &path);

} // namespace sealport
