#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/identity.h"

#include <vector>

namespace sealport {

// The containers that certificate_writer.h hands out.

enum class Pkcs12Strength {
    Modern,     ///< AES-256-CBC with PBKDF2 HMAC-SHA-256, MAC SHA-256
    OldDevices, ///< pbeWithSHA1And3-KeyTripleDES-CBC for key and certificates, MAC SHA-1
};

/// The certificate first, its key joined to it by localKeyId, both under the certificate's name as friendly name, then
/// the chain in its order. A pass phrase beyond ASCII is taken as RFC 7292 appendix B.1 says. Errors: Internal.
[[nodiscard]] Result<SecretBytes> encodePkcs12(const Identity &identity, const SecretBytes &passphrase,
                                               Pkcs12Strength strength);

/// SignedData without content and signers: a way to carry certificates. DER. Errors: Internal.
[[nodiscard]] Result<SecretBytes> encodePkcs7(const std::vector<Certificate> &certificates);

} // namespace sealport
