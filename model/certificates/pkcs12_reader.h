#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_file.h"

#include <openssl/pkcs12.h>

namespace sealport {

/// Everything in a PKCS#12 container (RFC 7292), in file order, several keys and nested bags included. Old containers
/// (RC2, RC4) are opened with OpenSSL's legacy provider. Without a pass phrase, or with one that does not fit, the
/// empty one and the absent one are tried: they are different, and both are in use.
/// Errors: MalformedCertificate, MalformedKey, PassphraseNeeded, WrongPassphrase, UnsupportedAlgorithm; no subject.
[[nodiscard]] Result<FileContents> readPkcs12(PKCS12 &container, const SecretBytes *passphrase);

} // namespace sealport
