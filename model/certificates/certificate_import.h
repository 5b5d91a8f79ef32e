#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/revocation.h"

#include <QStringList>

#include <vector>

namespace sealport {

struct ImportedCertificate {
    enum class Outcome {
        Added,
        KeyAdded,     ///< it was there without its key
        AlreadyThere, ///< nothing was written
    };
    StoredCertificate stored;
    Outcome outcome = Outcome::Added;
};

/// What an import did, and what could not be read or written and why.
struct ImportResult {
    std::vector<ImportedCertificate> certificates;       ///< each once, in the order of the files
    std::vector<ImportedRevocationList> revocationLists; ///< so are these
    std::vector<Error> problems;
};

/// Puts these into the store, each with its key where one of `keys` fits. Blocking: job thread. Problems:
/// FileNotWritable, MalformedKey (its halves differ; subject: the certificate).
[[nodiscard]] ImportResult importCertificates(const CertificateStore &store, std::vector<Certificate> certificates,
                                              std::vector<PrivateKey> keys);

/// Puts the certificates and revocation lists of all `files` into the store, each certificate with its key where one of
/// the files holds it, so that key and certificate may come in different files. A key alone is joined to its
/// certificate in the store. What can be imported is, whatever else fails. `passphrases` open the files, `protection`
/// protects the keys in the store; null: none. Blocking: job thread. Problems: those of readCertificateFile(),
/// KeyWithoutCertificate, EmptyPassphrase, FileNotWritable.
[[nodiscard]] ImportResult importFiles(const CertificateStore &store, const QStringList &files,
                                       const Passphrases &passphrases = {}, const SecretBytes *protection = nullptr);

} // namespace sealport
