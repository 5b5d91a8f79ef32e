#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/file_contents.h"
#include "model/certificates/password_encryption.h"

#include <cstddef>
#include <span>

namespace sealport {

/// Java's own keystores begin with a magic number: JKS (sun.security.provider.JavaKeyStore) or JCEKS
/// (com.sun.crypto.provider.JceKeyStore).
[[nodiscard]] bool isJavaKeystore(std::span<const std::byte> bytes);

/// Certificates need no pass phrase: they are not encrypted. With one, the digest over the whole store is checked, and
/// keys are opened; a key may have another one than its store. Problems: TruncatedFile, MalformedContainer,
/// MalformedCertificate, MalformedKey, PassphraseNeeded (for keys), WrongPassphrase (values: the alias of a key that
/// does not open although the store does), WrongPassphraseOrDamaged (values: "key" where a key opens and the store does
/// not), UnsupportedAlgorithm (values: its name), SecretKeyPassedOver (of JCEKS, a serialized Java object).
[[nodiscard]] FileReading readJavaKeystore(std::span<const std::byte> bytes, const SecretBytes *passphrase,
                                           PasswordEncryption &encryption);

} // namespace sealport
