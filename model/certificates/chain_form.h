#pragma once

#include "model/certificates/identity.h"

#include <cstdint>

namespace sealport {

/// Which certificates a server sends after its own (RFC 8446 section 4.4.2). The last three are what misconfigured
/// servers do, to see how a client takes it.
enum class ChainForm : std::uint8_t {
    Automatic, ///< its issuers up to the root, which is left out, in their order
    Exact,     ///< what stands with it in its files, in their order, whatever that is
    WithRoot,  ///< as Automatic, and the root
    LeafOnly,
    Reversed, ///< as WithRoot, the other way round
};

/// `known`: where a root is looked for that does not stand with the certificate.
[[nodiscard]] std::vector<Certificate> chainToSend(const Identity &identity, ChainForm form,
                                                   const std::vector<Certificate> &known);

} // namespace sealport
