#pragma once

#include "model/sockets/data_folder.h"

#include <QStringList>
#include <QTextStream>

namespace sealport {

/// `sealport certs list|show|find|create|sign|renew|revoke|import|export|remove|lint|verify|compare`; `arguments` are
/// those after "certs". Reads files, makes keys, and returns the exit code: 0 done, 1 something failed (said on `err`,
/// in JSON on `out` too), 2 the command line is wrong. Whatever asks the store opens `folder` as the window does, so
/// that the first time the default certificate is made.
[[nodiscard]] int runCertsCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out,
                                  QTextStream &err);

} // namespace sealport
