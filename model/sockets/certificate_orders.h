#pragma once

#include "model/base/error.h"
#include "model/base/trash.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/private_key.h"
#include "model/certificates/revocation.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>
#include <stop_token>

namespace sealport {

// What a user asks to be made, and how it is made in the user's store. The functions block: job thread only.

/// A new key with its certificate, or with a request for one.
struct CertificateOrder {
    CertificateSpec spec;
    KeyKind key;
    std::optional<StoredCertificate> issuer;               ///< must have its key; none: signs itself
    std::shared_ptr<const SecretBytes> passphrase{};       ///< protects the new key; null: nothing does
    std::shared_ptr<const SecretBytes> issuerPassphrase{}; ///< opens the issuer's key; null: none is known
};

/// An RSA key takes seconds, up to minutes; it ends early when `stop` is requested, and nothing is left then.
/// Errors: those of validate(), PrivateKey::generate(), CertificateStore::identity(), issue() and
/// CertificateStore::add(); Internal when stopped.
Result<StoredCertificate> makeCertificate(const CertificateOrder &order, const CertificateStore &store,
                                          const std::stop_token &stop = {});

struct StoredRequest {
    CertificateRequest request;
    QString file;
};
/// The same for a request; the order's issuer and dates do not count. Errors: those of PrivateKey::generate(),
/// makeRequest() and addRequest(); Internal when stopped.
Result<StoredRequest> makeCertificateRequest(const CertificateOrder &order, const CertificateStore &store,
                                             const std::stop_token &stop = {});

/// A certificate of the store that shall live on: with its key, wherever that is, or with a new one.
struct RenewalOrder {
    StoredCertificate old;
    QDateTime notBefore;
    QDateTime notAfter;
    bool hasNewKey = false;
    std::shared_ptr<const SecretBytes> passphrase{}; ///< opens its key and protects it further on; null: none is known
    std::shared_ptr<const SecretBytes> issuerPassphrase{};
};
/// Adds the new certificate to the store, with its key where that is known; the old one stays. Errors: those of
/// issuerInStore(), CertificateStore::identity(), keyKindOf(), renew() and CertificateStore::add().
Result<StoredCertificate> renewCertificate(const RenewalOrder &order, const CertificateStore &store);

/// The list that says that a certificate is revoked.
struct Revocation {
    FoundRevocationList written;
    std::optional<Trash::Item> before; ///< the list in whose place it was written
};
/// Writes the next list of an authority of the store; `passphrase` opens its key, null: none is known. Errors: those of
/// CertificateStore::identity(), Trash::keep() and revoke().
Result<Revocation> revokeCertificates(const RevocationOrder &order, const StoredCertificate &authority,
                                      const SecretBytes *passphrase, const CertificateStore &store, const Trash &trash);

/// Puts the list before back, if the one that was written still stands there. Errors: ChangedMeanwhile, those of
/// Trash::restore() and of the file.
Result<void> takeBackRevocation(const Revocation &revocation, const Trash &trash);

/// A request that an authority of the store shall answer.
struct SigningOrder {
    CertificateRequest request;
    CertificateSpec terms; ///< its names do not count
    StoredCertificate issuer;
    std::shared_ptr<const SecretBytes> issuerPassphrase{};
};
struct RequestAnswer {
    StoredCertificate stored;
    QStringList leftOut; ///< as refusedExtensions()
};
/// Errors: those of CertificateStore::identity(), signRequest() and addAnswer().
Result<RequestAnswer> answerRequest(const SigningOrder &order, const CertificateStore &store);

/// Who would sign the renewal of a certificate, and revoke it: an authority of the store that has its key, or,
/// when it signed itself, the certificate. Errors: those of storedIssuer().
Result<StoredCertificate> signerInStore(const StoredCertificate &stored, const CertificateStore &store);

} // namespace sealport
