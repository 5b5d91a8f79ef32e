#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QString>

namespace sealport {

/// What --pass-file and the like name: the first line of a file, or of standard input for "-", without its line end. At
/// most 4096 octets; an empty file is the empty pass phrase. At a terminal `question` stands before it, and what is
/// typed is not shown. Blocking. Errors: InvalidOption (too long, about `option`), those of readFile().
Result<SecretBytes> readPassphrase(const QString &file, const QString &option = QStringLiteral("--pass-file"),
                                   const QString &question = {});

} // namespace sealport
