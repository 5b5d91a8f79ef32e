#pragma once

#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>
#include <vector>

namespace sealport {

enum class SourceKind : std::uint8_t {
    MyCertificates,
    SystemRoots,
    NssDatabase, ///< of Firefox, Chromium, and programs like them
    Token,       ///< what a PKCS#11 module shows
    Opened,      ///< a file or folder that the user wanted to look at
    Pasted,      ///< text of the clipboard
};

/// One place that certificates come from. Looking never changes anything there. The README of this folder says what a
/// new kind needs.
class CertificateSource {
public:
    virtual ~CertificateSource() = default;

    [[nodiscard]] virtual SourceKind kind() const = 0;
    /// Tells two sources of one kind apart: a file or folder. Empty where there is only one.
    [[nodiscard]] virtual QString location() const { return {}; }
    /// Everything that is there, and what could not be read and why. Blocking: job thread only. Ends early once `stop`
    /// is requested.
    [[nodiscard]] virtual FoundCertificates list(const std::stop_token &stop, const SearchProgress &progress) const = 0;
    /// Whether it is read only where somebody looks at it, and not to be searched along with the others: a module has
    /// to be loaded, and a card reader blinks.
    [[nodiscard]] virtual bool waitsToBeAsked() const { return false; }
    /// Files and folders that tell that list() would find something else now; `found` is what it found last.
    [[nodiscard]] virtual QStringList watchedPaths(const FoundCertificates & /*found*/) const { return {}; }
    /// The private key of a certificate that list() found with one; null where there is none to be had. Blocking: job
    /// thread only.
    [[nodiscard]] virtual PrivateKey key(const StoredCertificate & /*stored*/) const { return {}; }
    /// What was given to open the token of this key (its PKCS#11 URI); null: nothing was.
    [[nodiscard]] virtual std::shared_ptr<const SecretBytes> pinFor(const QString & /*uri*/) const { return nullptr; }
    /// The same source, which knows the pass phrase of one of its files from now on; null: that opens nothing here.
    [[nodiscard]] virtual std::shared_ptr<const CertificateSource>
    unlocked(const QString & /*file*/, std::shared_ptr<const SecretBytes> /*passphrase*/) const
    {
        return nullptr;
    }
};

/// What the source of the user's own certificates lists, requests and revocation lists among it; `listing` is what its
/// store lists. Blocking.
[[nodiscard]] FoundCertificates ownFiles(CertificateStore::Listing listing, const CertificateStore &store);
[[nodiscard]] std::shared_ptr<const CertificateSource> myCertificates(const CertificateStore &store);
/// The authorities that programs of this system trust; see systemRootsFile().
[[nodiscard]] std::shared_ptr<const CertificateSource> systemRoots();
/// The NSS database in this folder, see nssDatabaseAt().
[[nodiscard]] std::shared_ptr<const CertificateSource> nssDatabase(const QString &folder);
/// All tokens of a PKCS#11 module. Its code runs once it is read: only for a library that the user or the system names.
[[nodiscard]] std::shared_ptr<const CertificateSource> tokenModule(const QString &path);
/// The NSS databases of this user and the modules that the system is configured to use, none of them read yet. Reads
/// folders: job thread only, as the two below.
[[nodiscard]] std::vector<std::shared_ptr<const CertificateSource>> installedTokenSources();
/// A file or folder; a folder or file of an NSS database is that database.
[[nodiscard]] std::shared_ptr<const CertificateSource> openedPath(const QString &path);
/// Each file and folder as a source; very many are one together.
[[nodiscard]] std::vector<std::shared_ptr<const CertificateSource>> openedPaths(const QStringList &paths);
/// `number` tells it from what was pasted before.
[[nodiscard]] std::shared_ptr<const CertificateSource> pastedText(SecretBytes text, int number);

} // namespace sealport
