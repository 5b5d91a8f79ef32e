#pragma once

#include "model/base/error.h"
#include "model/tls/tls_policy.h"

#include <openssl/ssl.h>

namespace sealport {

/// OpenSSL's security level for a set of boxes: 0 as soon as TLS 1.0 or 1.1 is among them, because their SHA-1 and MD5
/// handshake signatures are refused above it; 2 otherwise (SSL_CTX_set_security_level).
[[nodiscard]] int securityLevelFor(ProtocolSet protocols);

/// The lists that a context really gets: Sealport's own where the choice is empty, said in full, so that a
/// distribution's openssl.cnf cannot change what a ticked box means.
[[nodiscard]] AlgorithmChoice effectiveAlgorithms(const TlsPolicy &policy);

/// Everything of a policy but who is asked for a certificate. `policy` must outlive the context. Errors: NoProtocol,
/// ProtocolUnavailable, BadCipherString (subject: the list that OpenSSL refuses; values: "ciphers", "cipherSuites",
/// "groups" or "signatureAlgorithms"), BadDhParameters, Internal.
Result<void> applyPolicy(SSL_CTX &context, const TlsPolicy &policy);

/// Whom the server asks for a certificate, and whom it believes. Errors: Internal.
Result<void> applyClientRule(SSL_CTX &context, const ClientCertificateRule &rule);

} // namespace sealport
