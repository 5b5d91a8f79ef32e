#pragma once

#include "model/base/secret_bytes.h"

#include <QString>

#include <cstddef>
#include <optional>

namespace sealport {

inline constexpr std::size_t longestPassphrase = 4096; ///< octets

/// One line of standard input without its end; empty where there is none any more, nothing where it is too long. At a
/// terminal `question` stands before it, what is typed is not shown, and a signal (Ctrl+C, Ctrl+Z) finds the terminal
/// as it was. Blocking.
[[nodiscard]] std::optional<SecretBytes> askPassphrase(const QString &question = {});

} // namespace sealport
