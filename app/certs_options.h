#pragma once

#include "app/serve_options.h"

#include "model/certificates/certificate_spec.h"
#include "model/certificates/certificate_writer.h"
#include "model/certificates/chain_validation.h"
#include "model/certificates/private_key.h"
#include "model/certificates/revocation.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace sealport {

/// What `sealport certs` was asked to do.
struct CertsOptions {
    enum class Action {
        Help,
        List,
        Show,
        Find,
        Create,
        Sign,
        Renew,
        Revoke,
        Trust,
        Protect,
        Import,
        Export,
        Remove,
        Restore,
        Lint,
        Verify,
        Compare
    };
    Action action = Action::Help;
    std::optional<Action> subject{}; ///< help: with one of them; absent: with all
    OutputFormat format = OutputFormat::Text;

    QStringList
        items{}; ///< show, lint, remove, revoke: thumbprints, names, files and folders; verify: one; compare: two
    bool hasDetails = false; ///< show
    bool hasAsn1 = false;    ///< show
    QString thumbprint{};    ///< find: as it was typed
    QStringList places{};    ///< find: files and folders; empty: the store and the system's roots
    QStringList files{};     ///< import
    /// Its first line opens keys and containers, or protects what is written (create, export); "-" is standard input;
    /// empty: none.
    QString passphraseFile{};
    QString issuerPassphraseFile{}; ///< create, renew: opens the issuer's key; empty: as passphraseFile
    QString newPassphraseFile{};    ///< protect: what shall open the key instead; import: what shall open the keys
    bool isUnprotecting = false;    ///< protect: nothing shall

    QString name{}; ///< create: the common name; sign: the file of the request; renew, protect: ID
    std::optional<QStringList> alternatives{}; ///< create, sign: absent when --san was not given
    KeyKind key{};                             ///< create
    CertificateSpec spec{};                    ///< create, sign: all but names; its dates are given below
    QDateTime notBefore{};                     ///< create, sign, renew; revoke: when the list begins
    QDateTime notAfter{};                      ///< create, sign, renew: invalid where none was given; revoke: as above
    bool isRequest = false;                    ///< create: a request, no certificate
    bool hasNewKey = false;                    ///< renew
    bool isReassigned = false;                 ///< renew: to the applications that have the old one
    RevocationReason reason{};                 ///< revoke
    bool liftsHold = false;                    ///< revoke
    QString issuer{}; ///< create, sign, revoke: thumbprint or name; empty: signed by itself, revoke: who issued it
    QString folder{}; ///< create, sign: empty means the store

    bool hasStore = true;   ///< list: the store's certificates
    bool hasFiles = false;  ///< list: its requests and revocation lists, alone
    bool hasSystem = false; ///< trust: in the system's list; list: the system's roots
    bool hasNss = false;    ///< trust: in NSS databases; neither: only looks
    bool isRemoval = false; ///< trust: takes it away

    QString id{}; ///< export: thumbprint or name; restore: which of the trash, empty: none, they are listed
    ExportFormat exportFormat = ExportFormat::Pem;  ///< export
    QString outputFile{};                           ///< export: "-" is standard output
    bool mayOverwrite = false;                      ///< export, restore
    QString host{};                                 ///< verify: empty: any
    QDateTime time{};                               ///< verify: now, where none was given
    ChainPurpose purpose = ChainPurpose::TlsServer; ///< verify
    QStringList roots{};  ///< verify: files and folders; empty: the system's roots and the store's authorities
    QStringList chains{}; ///< verify: files and folders
};

/// `arguments` are those after "certs"; a validity that is not given begins at `now`.
[[nodiscard]] std::expected<CertsOptions, UsageError> parseCertsOptions(const QStringList &arguments,
                                                                        const QDateTime &now);
[[nodiscard]] std::optional<CertsOptions::Action> certsActionNamed(const QString &word);
/// Whether it knows --pass-file.
[[nodiscard]] bool takesPassphraseFile(CertsOptions::Action action);
/// "list, show, …"
[[nodiscard]] QString certsActionNames();
[[nodiscard]] QString certsHelp(const std::optional<CertsOptions::Action> &action);

} // namespace sealport
