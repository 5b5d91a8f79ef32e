#pragma once

#include "model/tls/protocol.h"

#include <openssl/ssl.h>

namespace sealport {

/// Leads both ends through one handshake without a socket. True when both finished it; false as soon as one of them
/// fails. Replaces the BIOs of both; leaves OpenSSL's error queue as the failure left it.
[[nodiscard]] bool handshakeInMemory(SSL &server, SSL &client);

/// Those of `protocols` with which the most lenient client gets through to a server of this context, certificate and
/// key included: the only test that knows every rule that OpenSSL will apply. Clears the error queue.
[[nodiscard]] ProtocolSet reachableProtocols(SSL_CTX &server, ProtocolSet protocols);

} // namespace sealport
