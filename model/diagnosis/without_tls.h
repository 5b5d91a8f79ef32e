#pragma once

#include "model/diagnosis/verdict.h"

namespace sealport {

/// Parts of diagnose() about connections that were not in TLS when they ended, or whose first bytes were none.

/// A connection that ended in plain text, or between the request for TLS and its first octet. False where nothing
/// particular can be said: limits, faults, and whatever happened once TLS had begun.
[[nodiscard]] bool explainWithoutTls(Verdict &verdict, const Ending &ending);

/// The first bytes are something else, known for sure.
void explainForeignBytes(Verdict &verdict, const Ending &ending);

/// The time-out that was met; of the connection where the limit is not known. Milliseconds.
[[nodiscard]] QString millisecondsOf(const Ending &ending);

} // namespace sealport
