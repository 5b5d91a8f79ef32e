#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QString>

namespace sealport {

/// What --pass-file names: the first line of a file, or of standard input for "-", without its line end. At most 4096
/// octets. Blocking. Errors: those of readFile().
Result<SecretBytes> readPassphrase(const QString &file);

} // namespace sealport
