#pragma once

#include "model/tls/client_hello.h"
#include "model/tls/ssl_handle.h"

#include <cstdint>
#include <optional>

namespace sealport {

/// A client on which OpenSSL can be asked what it makes of a list: every version, security level 0, every suite, and
/// nothing of what an openssl.cnf may have said. Null when OpenSSL makes none. Any thread, for one thread.
[[nodiscard]] SslContextPtr scratchContext();

/// The ClientHello with which a client of this context would begin: what OpenSSL really offers of the lists that it was
/// given, as numbers. Nothing when it would not even begin. `newest`: 0 for the newest version that it has.
/// Clears OpenSSL's error queue.
[[nodiscard]] std::optional<ClientHello> helloOf(SSL_CTX &client, int securityLevel, int newest = 0);

} // namespace sealport
