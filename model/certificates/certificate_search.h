#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/revocation_list.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace sealport {

/// Where the system keeps the authorities that programs trust: one PEM bundle, found where distributions put it
/// (Debian, Fedora, SUSE, Alpine), or where SSL_CERT_FILE says (SSL_CTX_set_default_verify_paths()). Empty where there
/// is none.
[[nodiscard]] QString systemRootsFile();

struct FoundRequest {
    CertificateRequest request;
    QString file;
    bool hasKey = false;
    bool isKeyLocked = false; ///< see StoredCertificate
};

struct FoundRevocationList {
    RevocationList list;
    QString file;
};

/// What a file or folder holds and what could not be read of it.
struct FoundCertificates {
    std::vector<StoredCertificate> certificates{}; ///< in the order of the files, each file's own order kept
    std::vector<FoundRequest> requests{};
    std::vector<FoundRevocationList> revocationLists{};
    std::vector<Error> problems{}; ///< of a folder: other files are left out, where their names promise nothing else

    [[nodiscard]] bool isEmpty() const { return certificates.empty() && requests.empty() && revocationLists.empty(); }
};

/// Whether whoever gave a file this name says that a certificate, a key, or something made of them is in it. What a
/// file is, its content alone tells.
[[nodiscard]] bool isNamedAsCertificateFile(const QString &file);

/// What opens encrypted keys and containers: one pass phrase for all files, or those that were given for some of them.
class Passphrases {
public:
    Passphrases() = default;
    Passphrases(const SecretBytes *common) // NOLINT(google-explicit-constructor): one pass phrase is enough for most
        : m_common(common)
    {
    }
    void add(const QString &file, std::shared_ptr<const SecretBytes> passphrase)
    {
        m_byFile[file] = std::move(passphrase);
    }
    /// Null: none is known.
    [[nodiscard]] const SecretBytes *of(const QString &file) const
    {
        const auto own = m_byFile.constFind(file);
        return own == m_byFile.cend() ? m_common : own->get();
    }

    /// The one that was given for this file alone.
    [[nodiscard]] std::shared_ptr<const SecretBytes> ownOf(const QString &file) const { return m_byFile.value(file); }

private:
    const SecretBytes *m_common = nullptr; ///< borrowed
    QHash<QString, std::shared_ptr<const SecretBytes>> m_byFile;
};

/// Files read so far, and files known so far.
using SearchProgress = std::function<void(std::size_t done, std::size_t total)>;

/// Reads a file, or a folder with all its folders, by content and never by extension; a key counts for a certificate
/// when it stands in the same file. A pkcs11: URI, or the folder of an NSS database, is searched by searchTokens().
/// Links to folders are not followed, and what is no plain file is not opened. Blocking: job thread only. Ends early
/// once `stop` is requested.
[[nodiscard]] FoundCertificates searchCertificates(const QString &path, const Passphrases &passphrases = {},
                                                   const std::stop_token &stop = {},
                                                   const SearchProgress &progress = {});

/// As searchCertificates(), of octets that are in no file, such as the clipboard's.
[[nodiscard]] FoundCertificates searchCertificateBytes(std::span<const std::byte> bytes,
                                                       const SecretBytes *passphrase = nullptr);

} // namespace sealport
