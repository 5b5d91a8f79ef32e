#pragma once

#include "model/sockets/preparation.h"

#include <QString>

namespace sealport {

/// One sentence for the pre-flight line: what the user should know, and what follows from it.
[[nodiscard]] QString describe(const Warning &warning);

} // namespace sealport
