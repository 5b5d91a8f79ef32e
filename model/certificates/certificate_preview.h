#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/private_key.h"

#include <cstdint>

namespace sealport {

/// Who is going to sign a certificate.
enum class SignedBy : std::uint8_t { Itself, Authority };

/// What a certificate would say, so that it can be judged before it is made. Its keys are thrown away, and stand on a
/// curve where RSA is meant, which takes long. Takes about a millisecond: any thread. Errors: those of validate(),
/// InvalidKeyKind, Internal.
Result<Certificate> previewOf(const CertificateSpec &spec, const KeyKind &kind, SignedBy signedBy);

} // namespace sealport
