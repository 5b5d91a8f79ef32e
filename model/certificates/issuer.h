#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"

namespace sealport {

/// A version 3 certificate for `key`, signed by `issuer`, or by `key` itself when `issuer` is null.
/// Pure: no clock, no I/O. Random serial of 127 bits (CA/Browser Forum baseline 7.1).
/// Errors: those of validate(), NoPrivateKey, KeyMismatch (issuer's), Internal.
Result<Certificate> issue(const CertificateSpec &spec, const PrivateKey &key, const Identity *issuer = nullptr);

} // namespace sealport
