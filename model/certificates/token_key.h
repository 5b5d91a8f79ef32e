#pragma once

#include "model/base/error.h"
#include "model/certificates/private_key.h"

#include <memory>

struct PKCS11_key_st;

namespace sealport {

/// A key that stays on its token, which does what it is asked for: any thread, as slow as the token is. `module` is
/// held as long as somebody has the key. It is tried with the signatures that TLS asks for: RSA PKCS #1 and PSS, ECDSA.
/// Errors: TokenKeyUnusable (subject: `token`).
[[nodiscard]] Result<PrivateKey> tokenKey(PKCS11_key_st &key, std::shared_ptr<void> module, const QString &token);

/// Whether there is nothing of a key here but the way to it.
[[nodiscard]] bool isTokenKey(const EVP_PKEY &key);

} // namespace sealport
