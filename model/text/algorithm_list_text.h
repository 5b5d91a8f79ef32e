#pragma once

#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"

#include <QString>

namespace sealport {

/// What is wrong with the list, what follows, and what to write instead.
[[nodiscard]] QString describe(const ListFinding &finding);

/// Why the suite should not be used, in one sentence; empty for one without fault.
[[nodiscard]] QString describe(SuiteWeakness weakness);

} // namespace sealport
