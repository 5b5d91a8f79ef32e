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
/// keys are opened; a key may have another one than its store. Aliases are dropped. Problems: TruncatedFile,
/// MalformedContainer, MalformedCertificate, MalformedKey, PassphraseNeeded (for keys), WrongPassphrase,
/// UnsupportedAlgorithm (also for secret keys of JCEKS, which are serialized Java objects).
[[nodiscard]] FileReading readJavaKeystore(std::span<const std::byte> bytes, const SecretBytes *passphrase,
                                           PasswordEncryption &encryption);

} // namespace sealport
