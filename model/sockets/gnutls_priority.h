#pragma once

#include "model/tls/expanded_algorithms.h"
#include "model/tls/protocol.h"

#include <QString>

#include <cstdint>
#include <vector>

namespace sealport {

/// A priority string of GnuTLS 3.7, and what it cannot say. Such a string lists key exchanges, ciphers and MACs, and
/// means every suite that can be put together of them.
struct GnuTlsPriority {
    QString text{};                       ///< "NONE:+VERS-TLS1.2:…"; empty when no suite for the protocols is left
    std::vector<std::uint16_t> missing{}; ///< suites that GnuTLS does not have
    std::vector<std::uint16_t> added{};   ///< suites that come along, as far as OpenSSL knows them
    std::vector<std::uint16_t> missingGroups{};
    std::vector<std::uint16_t> missingSignatures{};
};

/// `special`: what is said at the end, "%SERVER_PRECEDENCE". Any thread.
[[nodiscard]] GnuTlsPriority gnuTlsPriority(const ExpandedAlgorithms &algorithms, ProtocolSet protocols,
                                            const QStringList &special = {});

} // namespace sealport
