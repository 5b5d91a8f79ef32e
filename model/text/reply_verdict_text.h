#pragma once

#include "model/diagnosis/verdict.h"

#include <QString>

namespace sealport {

/// A part of sentence() in verdict_text.h: the ends that a reply or the user at the window brought about.
[[nodiscard]] QString replySentence(const Verdict &verdict);

} // namespace sealport
