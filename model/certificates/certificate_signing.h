#pragma once

#include "model/certificates/certificate.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/identity.h"
#include "model/certificates/openssl_handle.h"

namespace sealport {

// What making, answering and renewing have in common.

/// The subject of a valid `spec`: its fields, then its common name. False where OpenSSL refuses.
[[nodiscard]] bool writeSubject(X509_NAME &name, const CertificateSpec &spec);
/// Random, of 127 bits (CA/Browser Forum baseline 7.1).
[[nodiscard]] bool setRandomSerial(X509 &certificate);
[[nodiscard]] bool setValidity(X509 &certificate, const QDateTime &notBefore, const QDateTime &notAfter);
/// Null for the Edwards curves, which carry their own; else as strong as the key.
[[nodiscard]] const EVP_MD *signatureDigest(const EVP_PKEY &key);
/// Errors: InvalidValidity, about `name`.
[[nodiscard]] Result<void> checkValidity(const QDateTime &notBefore, const QDateTime &notAfter, const QString &name);
/// Errors: KeyMismatch. Null is fine: the certificate signs itself.
[[nodiscard]] Result<void> checkIssuer(const Identity *issuer);

/// A version 3 certificate. `spec` must be valid but for its names of the subject, which are in `subject`. `signer` is
/// the issuer's key, or the certificate's own when there is no issuer. Errors: Internal.
[[nodiscard]] Result<Certificate> signCertificate(const CertificateSpec &spec, const X509_NAME &subject,
                                                  EVP_PKEY &publicKey, const Identity *issuer, EVP_PKEY &signer);

} // namespace sealport
