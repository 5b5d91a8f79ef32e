#pragma once

#include "model/diagnosis/offer_match.h"
#include "model/diagnosis/verdict.h"

namespace sealport {

/// Parts of diagnose() about handshakes that could not find common ground. They fill code, reason, values, gsk, fix and
/// the evidence of the lists; alerts and OpenSSL's text are added by diagnose(). `hello` and `offer` may be null.

/// TlsFailure before the connection was secured: OpenSSL's reason (openssl/sslerr.h) and the comparison of both offers.
void explainHandshakeFailure(Verdict &verdict, const Ending &ending, const ClientHello *hello,
                             const ServerOffer *offer);

/// The client answered with the alert protocol_version.
void explainRefusedVersion(Verdict &verdict, const ClientHello *hello, const ServerOffer *offer);

/// The hello came in the SSL 2.0 format and led to nothing.
void explainSsl2Hello(Verdict &verdict, const ClientHello *hello, const ServerOffer *offer);

/// What the alert that we sent says about the peer's fault: a protocol-error, or a server-fault for internal_error.
void explainBrokenProtocol(Verdict &verdict, const Ending &ending);

} // namespace sealport
