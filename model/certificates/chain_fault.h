#pragma once

#include "model/certificates/chain_validation.h"

#include <optional>

namespace sealport {

/// What one of OpenSSL's complaints (X509_V_ERR_…) says about `certificate` when `question` was asked; nothing where it
/// says nothing: a revocation list that nobody gave.
[[nodiscard]] std::optional<ChainFinding> chainFinding(int complaint, const Certificate &certificate, bool isLeaf,
                                                       const ChainQuestion &question);

} // namespace sealport
