#pragma once

#include "model/diagnosis/verdict.h"

#include <QString>

namespace sealport {

/// Parts of sentence() and advice(): connections that ended before TLS, or never had it. Empty for another reason.
[[nodiscard]] QString sentenceWithoutTls(const Verdict &verdict);
[[nodiscard]] QString adviceWithoutTls(const Verdict &verdict);

} // namespace sealport
