#pragma once

#include "model/sockets/data_folder.h"

#include <QStringList>
#include <QTextStream>

namespace sealport {

/// `sealport apps list|show|define|assign|unassign|trust|remove`; `arguments` are those after "apps". Reads and writes
/// files, and returns the exit code: 0 done, 1 something failed (said on `err`, in JSON on `out` too), 2 the command
/// line is wrong.
[[nodiscard]] int runAppsCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out,
                                 QTextStream &err);

} // namespace sealport
