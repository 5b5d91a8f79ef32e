#pragma once

#include "model/base/error.h"

#include <QString>

#include <cstddef>
#include <span>

namespace sealport {

inline constexpr int mostCopies = 10'000; ///< of one name in a folder

/// A file name that every file system takes, from a name that a stranger may have chosen.
[[nodiscard]] QString safeBaseName(const QString &name);

/// Writes a key file (0600) under the first name that nothing in the folder has yet, and that no other process can get;
/// its path without the suffix. The certificate or request is then written beside it. Blocking. Errors:
/// FileNotWritable.
[[nodiscard]] Result<QString> writeKeyUnderFreeName(const QString &folder, const QString &base,
                                                    std::span<const std::byte> key);

} // namespace sealport
