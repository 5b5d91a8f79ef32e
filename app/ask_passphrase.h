#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"

#include <QString>

#include <cstddef>

namespace sealport {

inline constexpr std::size_t longestPassphrase = 4096; ///< octets

/// One line of standard input without its end; empty where there is none any more. At a terminal `question` stands
/// before it, what is typed is not shown, and a signal (Ctrl+C, Ctrl+Z) finds the terminal as it was. Blocking. Errors:
/// FileTooLarge, FileNotReadable.
[[nodiscard]] Result<SecretBytes> askPassphrase(const QString &question = {});

} // namespace sealport
