#pragma once

#include "app/json_line.h"
#include "model/base/error.h"

namespace sealport {

/// {"code":…,"gsk":…,"sentence":…}; "gsk" is null where GSKit has no number. Its keys are a contract, as those of the
/// objects that it is a part of.
[[nodiscard]] JsonLine errorObject(const Error &error);

} // namespace sealport
