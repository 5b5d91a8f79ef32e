#pragma once

#include "model/certificates/certificate_store.h"

#include <QStringList>
#include <QTextStream>

namespace sealport {

/// `sealport certs list|show|create`; `arguments` are those after "certs". Reads files, makes keys, and returns the
/// exit code: 0 done, 1 something failed (said on `err`, in JSON on `out` too), 2 the command line is wrong.
[[nodiscard]] int runCertsCommand(const QStringList &arguments, const CertificateStore &store, QTextStream &out,
                                  QTextStream &err);

} // namespace sealport
