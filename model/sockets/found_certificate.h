#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/certificate_reference.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

/// One file with certificates, in their order.
struct CertificateHolder {
    QString file{}; ///< absolute
    std::vector<Certificate> certificates{};
    bool isPem = true;
};
/// Reads it; what cannot be read holds nothing.
[[nodiscard]] CertificateHolder holderOf(const QString &file);

/// The certificate of a server with what may be sent after it, and where on this machine both and the key are.
struct FoundCertificate {
    Identity identity; ///< its key is null: nobody opens it
    QString keyFile{}; ///< may be that of the certificate
    bool isKeyProtected = false;
    std::vector<CertificateHolder> holders{}; ///< that of the certificate first

    /// The host names that the certificate is for.
    [[nodiscard]] QStringList hostNames() const;
};

/// One straight from disk. Where a pass phrase protects the key, the first certificate is taken for its own: only the
/// key could tell. Reads files: job thread only. Errors: those of readIdentity().
Result<FoundCertificate> foundInFiles(const CertificateReference &reference);

/// One of the store, of which `listed` is all. Reads files: job thread only. Errors: NoPrivateKey.
Result<FoundCertificate> foundInStore(const StoredCertificate &stored, const CertificateStore &store,
                                      const std::vector<StoredCertificate> &listed);

} // namespace sealport
