#pragma once

#include "app/certs_options.h"
#include "app/certs_output.h"
#include "app/certs_passphrases.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/chain_validation.h"
#include "model/sockets/data_folder.h"

#include <optional>
#include <vector>

namespace sealport {

/// What the words after `sealport certs` do. Blocking; each says on `output` what it did and what failed.
void listCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void showCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void findThumbprint(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void createCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void signCertificateRequest(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void renewInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void revokeInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void trustAuthorities(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void protectInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void importCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void exportFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void removeFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void restoreFromTrash(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void lintCertificates(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void verifyCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);
void compareTwo(const CertsOptions &options, const DataFolder &folder, CertsOutput &output);

/// A certificate that was asked for by a thumbprint, a name, a file or a folder.
struct AskedCertificate {
    StoredCertificate stored;
    QString source;
};
/// Everything that was asked for so.
struct Asked {
    std::vector<AskedCertificate> certificates;
    std::vector<FoundRequest> requests;
    std::vector<FoundRevocationList> revocationLists;
};
/// What `item` means. A name of the store goes before a file of the same name; `./name` is always the file; a
/// thumbprint that the store does not know may be a system root's. A look at a file leaves the store alone. What cannot
/// be found or read fails on `output`; a pass phrase that a file lacks is asked for.
[[nodiscard]] Asked askedItems(const QString &item, PassphrasePtr passphrase, const DataFolder &folder,
                               CertsOutput &output);
/// Fails where a file was asked for that holds other things alone.
void failWithoutCertificate(const QString &item, const Asked &asked, CertsOutput &output);
/// As askedItems() where only certificates will do.
[[nodiscard]] std::vector<AskedCertificate> askedCertificates(const QString &item, PassphrasePtr passphrase,
                                                              const DataFolder &folder, CertsOutput &output);

/// One of the store, or the system root of that thumbprint, as findCertificate() finds it.
[[nodiscard]] Result<AskedCertificate> findAnywhere(const QString &id, const DataFolder &folder, CertsOutput &output);

/// A certificate of the store with its key, which the issuer's pass phrase opens. What fails is said on `output`.
[[nodiscard]] std::optional<Identity> signerNamed(const QString &id, KeyPassphrases &passphrases,
                                                  const DataFolder &folder, CertsOutput &output);
/// An end that nobody has asked for is no later than the issuer's.
void endWithIssuer(CertificateSpec &spec, const CertsOptions &options, const Certificate &issuer);
/// What clients will mind about a certificate that was just made; `store` has the authorities above its issuer.
void warnAbout(const Certificate &certificate, const Certificate *issuer, const CertificateStore &store,
               const CertsOptions &options, CertsOutput &output);

/// Whom the window knows too: the system's roots and the authorities of the store. What cannot be read is warned about.
void addKnownAuthorities(const DataFolder &folder, CertsOutput &output, ChainQuestion &question);

/// The store as the window and `serve` open it: the first time, the default certificate is made.
[[nodiscard]] CertificateStore::Listing openStore(const DataFolder &folder, CertsOutput &output);
/// What the store could not read: a failure each, but for a key that nothing stands beside.
void reportUnread(const std::vector<Error> &problems, CertsOutput &output);

/// What `certs restore` calls one of the trash: the name of its folder.
[[nodiscard]] QString trashItemId(const Trash::Item &item);

/// Names of the groups that the window shows.
[[nodiscard]] QString storeSource();
[[nodiscard]] QString systemSource();
[[nodiscard]] QString fileSource();

} // namespace sealport
