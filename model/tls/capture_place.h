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

/// A capture of ours that stands where another one is to be written.
struct OlderCapture {
    FileId id;
    bool isBegun = false;   ///< and no more: there is nothing to keep
    bool isWritten = false; ///< somebody has it open to write it, be it this process
};

/// What stands where a capture is to be written: nothing, or an older one. Blocking. Errors: FileNotWritable,
/// AlreadyExists (values: "capture": it is something else).
Result<std::optional<OlderCapture>> lookAtCapturePlace(const QString &path);

/// Whether makeCapture() could take the place of the older one, as far as that can be told with everything left as it
/// is. Blocking. Errors: AlreadyExists (values: "captures", how many are kept: no name is left; "capture-written":
/// another process writes it).
Result<void> mayReplace(const QString &path, const OlderCapture &older, bool isOwn);

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
/// readable by others. An older capture gets the first free name of its own with "~", "~2"… "~9" behind it, and keeps
/// its old one where nothing can be written; one that is begun and no more is gone on with, unless `isOwn`: this
/// process has it open. As long as the file is open, no other process takes its place (F_OFD_SETLK). Blocking. Errors:
/// those of lookAtCapturePlace() and mayReplace().
Result<MadeCapture> makeCapture(const QString &path, bool isOwn);

/// How many of the octets it has taken, at its end; less than all after an error only, which is in errno then.
qsizetype appendTo(QFile &file, QByteArrayView octets);

} // namespace sealport
