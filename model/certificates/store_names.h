#pragma once

#include "model/base/error.h"

#include <QString>

namespace sealport {

inline constexpr int mostCopies = 10'000; ///< of one name in a folder

/// A file name that every file system takes, from a name that a stranger may have chosen.
[[nodiscard]] QString safeBaseName(const QString &name);

/// An empty key file (0600) of a name that nothing in the folder has yet, made so that no other process can get the
/// same one; its path without the suffix. Errors: FileNotWritable.
[[nodiscard]] Result<QString> reserveName(const QString &folder, const QString &base);

} // namespace sealport
