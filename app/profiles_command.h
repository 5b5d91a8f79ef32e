#pragma once

#include "model/sockets/data_folder.h"

#include <QStringList>
#include <QTextStream>

namespace sealport {

/// `sealport profiles list|show|add|remove|import|export`; `arguments` are those after "profiles". Reads and writes
/// files, and returns the exit code: 0 done, 1 something failed (said on `err`, in JSON on `out` too), 2 the command
/// line is wrong. `folder` is opened as the window does it, so that the first time the default server is made.
[[nodiscard]] int runProfilesCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out,
                                     QTextStream &err);

} // namespace sealport
