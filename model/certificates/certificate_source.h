#pragma once

#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <memory>

namespace sealport {

enum class SourceKind : std::uint8_t {
    MyCertificates,
    SystemRoots,
    Opened, ///< a file or folder that the user wanted to look at
    Pasted, ///< text of the clipboard
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
    /// Files and folders that tell that list() would find something else now; `found` is what it found last.
    [[nodiscard]] virtual QStringList watchedPaths(const FoundCertificates & /*found*/) const { return {}; }
    /// The private key of a certificate that list() found with one; null where there is none to be had. Blocking: job
    /// thread only.
    [[nodiscard]] virtual PrivateKey key(const StoredCertificate & /*stored*/) const { return {}; }
    /// The same source, which knows the pass phrase of one of its files from now on; null: that opens nothing here.
    [[nodiscard]] virtual std::shared_ptr<const CertificateSource>
    unlocked(const QString & /*file*/, std::shared_ptr<const SecretBytes> /*passphrase*/) const
    {
        return nullptr;
    }
};

[[nodiscard]] std::shared_ptr<const CertificateSource> myCertificates(const CertificateStore &store);
/// The authorities that programs of this system trust; see systemRootsFile().
[[nodiscard]] std::shared_ptr<const CertificateSource> systemRoots();
[[nodiscard]] std::shared_ptr<const CertificateSource> openedPath(const QString &path);
/// `number` tells it from what was pasted before.
[[nodiscard]] std::shared_ptr<const CertificateSource> pastedText(SecretBytes text, int number);

} // namespace sealport
