#pragma once

#include "app/certs_options.h"
#include "app/certs_output.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/identity.h"

#include <memory>

namespace sealport {

// Pass phrases of `sealport certs`: of files that options name or, where somebody sits at the terminal, asked for.

using PassphrasePtr = std::shared_ptr<const SecretBytes>; ///< null: none is known

/// What --pass-file and its like (`option`) name; null where `file` is empty. False when it could not be read, which
/// has been said.
[[nodiscard]] bool readGivenPassphrase(const QString &file, CertsOutput &output, PassphrasePtr &passphrase,
                                       const QString &option = QStringLiteral("--pass-file"));

/// The same of one that shall protect a key: whoever types it does so twice, for a slip would lose the key.
[[nodiscard]] bool readNewPassphrase(const QString &file, CertsOutput &output, PassphrasePtr &passphrase,
                                     const QString &option = QStringLiteral("--pass-file"));

/// As searchCertificates(). What `path` lacks, a file or a token, is asked for and, where it opens it, kept in
/// `passphrase`.
[[nodiscard]] FoundCertificates searchOrAsk(const QString &path, PassphrasePtr &passphrase, CertsOutput &output);
/// As CertificateStore::identity(), and as above.
[[nodiscard]] Result<Identity> openOrAsk(const CertificateStore &store, const StoredCertificate &stored,
                                         PassphrasePtr &passphrase, CertsOutput &output);
/// One that shall protect `what`, typed twice; null where nobody can be asked, or gave up. Errors: PassphrasesDiffer.
[[nodiscard]] Result<PassphrasePtr> askNewPassphrase(const QString &what, const CertsOutput &output);

/// The pass phrases of a key and of its issuer's.
class KeyPassphrases {
public:
    /// Of --pass-file and --issuer-pass-file. False when one could not be read, which has been said.
    [[nodiscard]] bool read(const CertsOptions &options, CertsOutput &output);
    [[nodiscard]] const PassphrasePtr &own() const { return m_own; }
    /// --pass-file where the issuer has none of its own.
    [[nodiscard]] const PassphrasePtr &ofIssuer() const { return m_ofIssuer ? m_ofIssuer : m_own; }
    /// As openOrAsk().
    [[nodiscard]] Result<Identity> openOwn(const CertificateStore &store, const StoredCertificate &stored,
                                           CertsOutput &output);
    [[nodiscard]] Result<Identity> openIssuer(const CertificateStore &store, const StoredCertificate &stored,
                                              CertsOutput &output);

private:
    PassphrasePtr m_own;
    PassphrasePtr m_ofIssuer;
};

} // namespace sealport
