#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/password_encryption.h"

#include <cstddef>
#include <span>

namespace sealport {

/// Whether `digest` is the one that Java writes behind a keystore: SHA-1 of the pass phrase in UTF-16, a fixed text and
/// the store.
[[nodiscard]] bool isKeystoreDigest(std::span<const std::byte> digest, std::span<const std::byte> store,
                                    const SecretBytes &passphrase);

/// The PKCS#8 key in an EncryptedPrivateKeyInfo that is protected in one of Java's own ways: the SHA-1 key stream of
/// sun.security.provider.KeyProtector (JKS), and PBEWithMD5AndTripleDES of com.sun.crypto.provider.KeyProtector
/// (JCEKS). Errors: MalformedKey (also where the pass phrase is right and the key damaged), WrongPassphrase,
/// WrongPassphraseOrDamaged, UnsupportedAlgorithm.
[[nodiscard]] Result<SecretBytes> openJavaKey(std::span<const std::byte> encrypted, const SecretBytes &passphrase,
                                              PasswordEncryption &encryption);

} // namespace sealport
