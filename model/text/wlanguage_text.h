#pragma once

#include "model/sockets/wlanguage_call.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

/// What was not understood, not used or taken otherwise, and what to do about it, in the user's language. Any thread.
[[nodiscard]] QString describe(const WLanguageNote &note);

/// All of them, each with its line in front where they are about several lines.
[[nodiscard]] QStringList noteTexts(const std::vector<WLanguageNote> &notes);

} // namespace sealport
