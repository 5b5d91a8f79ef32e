#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"

#include <QDateTime>

namespace sealport {

/// A certificate that says what `old` says, for `key`, with a new serial number and other dates, signed by `issuer`, or
/// by `key` itself when `issuer` is null. A null `key`: the public key stays, and its private one may be anywhere. The
/// digest of the signature stays too, where it is no weaker than SHA-256 and the signing key allows it. Key identifiers
/// follow the keys; the timestamps of Certificate Transparency, which belong to the old certificate alone, are left
/// out. Pure. Errors: InvalidValidity, NoPrivateKey (neither key nor issuer; values: "renewal"), KeyMismatch
/// (issuer's), Internal.
Result<Certificate> renew(const Certificate &old, const PrivateKey &key, const QDateTime &notBefore,
                          const QDateTime &notAfter, const Identity *issuer = nullptr);

/// Until when a renewed certificate lives that nobody gave an end: as long as the old one did, a leaf no longer than
/// usualEnd().
[[nodiscard]] QDateTime renewedEnd(const Certificate &old, const QDateTime &notBefore);

/// The kind of key that a certificate has; RSA of at least 2048 bits. Errors: InvalidKeyKind.
Result<KeyKind> keyKindOf(const Certificate &certificate);

/// Who issued `certificate`, as far as the store holds it with its key: whose name is right and whose key made the
/// signature; among several, the one that lives longest. Blocking. Errors: IssuerNotFound.
Result<StoredCertificate> storedIssuer(const Certificate &certificate, const CertificateStore &store);
/// The same with its key, which `passphrase` opens; null: none is known. Errors: those of storedIssuer() and
/// CertificateStore::identity().
Result<Identity> issuerInStore(const Certificate &certificate, const CertificateStore &store,
                               const SecretBytes *passphrase = nullptr);
/// Whether `issuer` made the signature and is named as issuer.
[[nodiscard]] bool isIssuedBy(const Certificate &certificate, const Certificate &issuer);

} // namespace sealport
