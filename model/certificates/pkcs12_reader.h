#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/file_contents.h"
#include "model/certificates/password_encryption.h"

#include <openssl/pkcs12.h>

namespace sealport {

/// Everything in a PKCS#12 container (RFC 7292), in file order, several keys and nested bags included; what cannot be
/// opened does not hide the rest. Old containers (RC2, RC4) are opened with OpenSSL's legacy provider. Without a pass
/// phrase, or with one that does not fit, the empty one and the absent one are tried: they are different, and both are
/// in use. So is one beyond ASCII in the way of old programs, which took each octet for a character.
/// Where the MAC fits no pass phrase although one of them opens what is in the container, the container is damaged.
/// Problems: MalformedContainer, MalformedCertificate, MalformedKey, PassphraseNeeded, WrongPassphrase,
/// WrongPassphraseOrDamaged (there is no MAC that could tell), UnsupportedAlgorithm; no subject.
[[nodiscard]] FileReading readPkcs12(PKCS12 &container, const SecretBytes *passphrase, PasswordEncryption &encryption);

} // namespace sealport
