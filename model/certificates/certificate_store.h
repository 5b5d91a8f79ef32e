#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"
#include "model/certificates/thumbprint.h"

#include <QString>

#include <vector>

namespace sealport {

/// One certificate of the store, without its key.
struct StoredCertificate {
    Certificate certificate;
    bool hasKey = false; ///< or may have one that only its pass phrase opens
    QString file{};      ///< the PEM file that holds it
    /// The key is encrypted. That it belongs to the certificate is only known once it is opened.
    bool isKeyLocked = false;
};

/// How a server names its certificate. WinDev: HashCertificat, NomCertificat; IBM i: application id.
enum class IdentifyBy { Thumbprint, Name, Application };

/// The user's own certificates: ordinary PEM files in one ordinary folder, `NAME.pem` with the key beside it as
/// `NAME.key` (PKCS#8, 0600). No index, no lock: files may be added, copied and edited by hand.
/// Holds nothing but the folder's name; every call reads the folder anew, so it is a value that any thread may copy.
/// Blocking file I/O: not on the GUI thread.
class CertificateStore {
public:
    explicit CertificateStore(QString folder)
        : m_folder(std::move(folder))
    {
    }
    [[nodiscard]] const QString &folder() const { return m_folder; }
    /// Where the key of a certificate file stands: beside it, under its name.
    [[nodiscard]] static QString keyFile(const QString &certificateFile);

    /// The files that may hold certificates, by name.
    [[nodiscard]] QStringList files() const;

    /// What was read, sorted by name then expiry, and what could not be read and why.
    struct Listing {
        std::vector<StoredCertificate> certificates;
        std::vector<Error> problems;
    };
    [[nodiscard]] Listing list() const;

    /// Writes key first (0600, encrypted when there is a pass phrase), then certificate, both atomically; never over an
    /// existing file (a number is added to the name). Errors: FileNotWritable, KeyMismatch, EmptyPassphrase.
    Result<StoredCertificate> add(const Certificate &certificate, const PrivateKey &key,
                                  const SecretBytes *passphrase = nullptr) const;

    /// The same for a certificate whose key is elsewhere. Errors: FileNotWritable.
    Result<StoredCertificate> add(const Certificate &certificate) const;
    /// Puts the key of a certificate of the store beside it, protected as by add(); where another file has that name
    /// already, both are added anew. Errors: FileNotWritable, KeyMismatch.
    Result<StoredCertificate> addKey(const StoredCertificate &stored, const PrivateKey &key,
                                     const SecretBytes *passphrase = nullptr) const;

    /// The issuers that the store holds for a certificate of it, nearest first, root excluded.
    [[nodiscard]] std::vector<Certificate> chainOf(const StoredCertificate &stored) const;

    /// The certificate's key and the issuers that the store holds for it, root excluded. `passphrase` opens the key;
    /// null: none is known. Errors: NoPrivateKey, KeyMismatch, MalformedKey (also where its halves differ), those of
    /// readCertificateFile().
    Result<Identity> identity(const StoredCertificate &stored, const SecretBytes *passphrase = nullptr) const;

private:
    /// Keys that neither a certificate's nor a request's file stands beside.
    [[nodiscard]] QStringList loneKeys() const;

    QString m_folder;
};

/// Finds what a server means by `id`. Thumbprint: any algorithm of parseThumbprint. Name: the subject's common name or
/// an alternative name without its prefix, case-insensitive as host names are; among several, those with a key come
/// first, and more than one candidate is an error that lists them. A full thumbprint is recognised even when `by` says
/// Name. Applications are known to model/sockets alone: here none is. Errors: NoCertificate (empty id),
/// CertificateNotFound, CertificateAmbiguous (values: one line a candidate with name, SHA-1 and expiry),
/// NotAThumbprint, ThumbprintLength, ApplicationNotRegistered. One without its key is found too: identity() says why it
/// has none.
Result<StoredCertificate> findCertificate(const std::vector<StoredCertificate> &certificates, IdentifyBy by,
                                          const QString &id);

/// Every certificate that `id` may mean, with or without its key; a thumbprint where it is one, otherwise a name as
/// above. Errors: CertificateNotFound, or what is wrong with the thumbprint when `id` looks like one.
Result<std::vector<StoredCertificate>> certificatesKnownAs(const std::vector<StoredCertificate> &certificates,
                                                           const QString &id);

} // namespace sealport
