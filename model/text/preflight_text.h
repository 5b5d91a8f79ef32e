#pragma once

#include "model/sockets/preflight.h"

#include <QString>

namespace sealport {

/// One check of a pre-flight in a sentence: what is well, or what is wrong and what to do about it, with the GSKit code
/// where there is one. Plain text; names out of files and certificates are in it.
[[nodiscard]] QString describe(const Check &check);

/// What the button that mends it is called: "Use port 5044".
[[nodiscard]] QString mendText(const Mend &mend);

/// All of it in one sentence: that the server is ready and with what, or how many errors keep it from starting.
[[nodiscard]] QString summary(const Preflight &preflight);

} // namespace sealport
