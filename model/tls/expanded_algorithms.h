#pragma once

#include "model/base/error.h"
#include "model/tls/tls_policy.h"

#include <cstdint>
#include <vector>

namespace sealport {

/// What the lists of a policy stand for, one by one and in their order: no DEFAULT, no "HIGH:!aNULL", nothing that the
/// security level takes away, nothing that needs a secret beside a certificate. As numbers of the TLS registries.
struct ExpandedAlgorithms {
    std::vector<std::uint16_t> ciphers;      ///< TLS 1.2 and older, whichever of the versions is ticked
    std::vector<std::uint16_t> cipherSuites; ///< TLS 1.3
    std::vector<std::uint16_t> groups;
    std::vector<std::uint16_t> signatureAlgorithms;
    int securityLevel = 2; ///< the one that counts, wherever it was said

    friend bool operator==(const ExpandedAlgorithms &, const ExpandedAlgorithms &) = default;
};

/// Any thread; some milliseconds. Clears OpenSSL's error queue. Errors: those of applyPolicy().
[[nodiscard]] Result<ExpandedAlgorithms> expandedAlgorithms(const TlsPolicy &policy);

} // namespace sealport
