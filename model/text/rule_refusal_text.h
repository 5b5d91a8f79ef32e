#pragma once

#include "model/diagnosis/verdict.h"

#include <QString>

namespace sealport {

/// What sentence() and advice() say of clients that a rule of the server turned away: its server name, its protocol
/// (ALPN), or its certificate.
[[nodiscard]] QString ruleRefusalSentence(const Verdict &verdict);
[[nodiscard]] QString ruleRefusalAdvice(const Verdict &verdict);

} // namespace sealport
