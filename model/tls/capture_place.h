#pragma once

#include "model/base/error.h"

#include <QFile>
#include <QString>

#include <memory>
#include <optional>

#include <sys/types.h>

namespace sealport {

/// Which file of this machine one is, whatever its name.
struct FileId {
    dev_t device = 0;
    ino_t number = 0;

    friend bool operator==(const FileId &, const FileId &) = default;
};

/// What stands where a capture is to be written: nothing, or an older capture of ours. Blocking. Errors:
/// FileNotWritable, AlreadyExists (values: "capture": it is something else).
Result<std::optional<FileId>> lookAtCapturePlace(const QString &path);

/// Whether a new file could be made at `path`, as far as that can be told without making it. Blocking. Errors:
/// FileNotWritable.
Result<void> mayMakeFile(const QString &path);

/// FileNotWritable, with what the system says of `number` (errno).
[[nodiscard]] Error notWritable(const QString &path, int number);

struct MadeCapture {
    std::unique_ptr<QFile> file; ///< open behind its beginning
    FileId id;
};
/// Makes the file and writes its beginning: never through a link, never over what somebody else has made, never
/// readable by others. An older capture gets the first free name of its own with "~", "~2", "~3"… behind it, and keeps
/// its old one where nothing can be written. Blocking. Errors: those of lookAtCapturePlace().
Result<MadeCapture> makeCapture(const QString &path);

/// How many of the octets it has taken, at its end; less than all after an error only, which is in errno then.
qsizetype appendTo(QFile &file, QByteArrayView octets);

} // namespace sealport
