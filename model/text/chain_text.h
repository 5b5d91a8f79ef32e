#pragma once

#include "model/certificates/chain_validation.h"

#include <QString>

namespace sealport {

/// What is wrong with a certificate of a chain, and why that matters; `name` is the certificate's.
[[nodiscard]] QString describe(const ChainFinding &finding, const QString &name);

/// What to do about it.
[[nodiscard]] QString advice(const ChainFinding &finding);

/// The answer in one sentence: "Valid: trusted by “Test root”.", or the first thing that is wrong.
[[nodiscard]] QString summary(const ChainValidation &validation);

} // namespace sealport
