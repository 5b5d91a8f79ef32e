#pragma once

#include "model/tls/ending.h"

#include <openssl/ssl.h>

#include <optional>

namespace sealport {

/// For SSL_CTX_set_verify(): remembers what a client showed and the first thing that is wrong with it, also where the
/// handshake fails over it and OpenSSL forgets the certificate. The context's policy (its app data) says whether the
/// handshake goes on.
int judgeClientCertificate(int isFine, X509_STORE_CTX *store);

/// What the client has shown so far, believed or not.
[[nodiscard]] std::optional<ClientCertificate> clientCertificateOf(SSL &ssl);

} // namespace sealport
