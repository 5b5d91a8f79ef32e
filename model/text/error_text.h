#pragma once

#include "model/base/error.h"

#include <QString>

namespace sealport {

/// What happened, why, and what to do about it, in the user's language; the GSKit number and name behind it where IBM i
/// has one. Plain text: names out of files and certificates are in it. Any thread.
[[nodiscard]] QString describe(const Error &error);

} // namespace sealport
