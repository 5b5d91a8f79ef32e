#pragma once

#include "model/diagnosis/verdict.h"

namespace sealport {

/// The part of diagnose() about handshakes that a rule of this server ended: the server name that the client asks for,
/// the protocol that it wants to speak (ALPN), or its certificate. False when it was none of them; `verdict` is
/// untouched then. `hello` and `offer` may be null.
[[nodiscard]] bool explainRefusalByRule(Verdict &verdict, const Ending &ending, const ClientHello *hello,
                                        const ServerOffer *offer);

} // namespace sealport
