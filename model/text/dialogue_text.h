#pragma once

#include "model/sockets/dialogue.h"

#include <QString>

namespace sealport {

/// Why a script is no dialogue, for its editor: one sentence with what to write instead, without the place.
[[nodiscard]] QString describe(const ScriptFault &fault);
/// The same with line and column, and the file where the script is one; part of describe() in error_text.h.
[[nodiscard]] QString describe(const ScriptFault &fault, const QString &file);

} // namespace sealport
