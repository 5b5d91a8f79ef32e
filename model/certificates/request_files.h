#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/private_key.h"

#include <QString>

#include <vector>

namespace sealport {

/// Writes `NAME.key` (0600, encrypted when there is a pass phrase), then `NAME.csr`, into the store's folder, both
/// atomically and never over an existing file; the path of the request. The key waits there for its certificate.
/// Blocking. Errors: FileNotWritable, KeyMismatch, EmptyPassphrase.
Result<QString> addRequest(const CertificateStore &store, const CertificateRequest &request, const PrivateKey &key,
                           const SecretBytes *passphrase = nullptr);

/// Adds a certificate that answers a request: beside its key where the folder has one that waits, with a copy of its
/// key where that belongs to another certificate, else alone. A key that a pass phrase protects is known by the request
/// beside it. Blocking.
/// Errors: FileNotWritable.
Result<StoredCertificate> addAnswer(const CertificateStore &store, const Certificate &certificate);

/// The requests (`*.csr`) of the store's folder, with the keys that wait beside them, and what could not be read.
/// Blocking.
struct RequestListing {
    std::vector<FoundRequest> requests;
    std::vector<Error> problems;
};
[[nodiscard]] RequestListing requestsIn(const CertificateStore &store);

/// The request in a file. Errors: those of readCertificateFile(), MalformedRequest (there is none, or more than one).
Result<CertificateRequest> readRequest(const QString &file);

} // namespace sealport
