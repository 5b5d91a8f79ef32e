#pragma once

#include "app/serve_options.h"

#include "model/certificates/certificate_writer.h"
#include "model/certificates/chain_validation.h"
#include "model/certificates/private_key.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace sealport {

/// What `sealport certs` was asked to do.
struct CertsOptions {
    enum class Action { Help, List, Show, Find, Create, Import, Export, Remove, Lint, Verify, Compare };
    Action action = Action::Help;
    OutputFormat format = OutputFormat::Text;

    QStringList items{};     ///< show, lint, remove: thumbprints, names, files and folders; verify: one; compare: two
    bool hasDetails = false; ///< show
    bool hasAsn1 = false;    ///< show
    QString thumbprint{};    ///< find: as it was typed
    QStringList places{};    ///< find: files and folders; empty: the store and the system's roots
    QStringList files{};     ///< import
    /// Its first line opens keys and containers, or protects what is written (export); "-" is standard input; empty:
    /// none.
    QString passphraseFile{};

    QString name{};                            ///< create
    std::optional<QStringList> alternatives{}; ///< create: absent when --san was not given
    KeyKind key{};                             ///< create
    QDateTime notBefore{};                     ///< create
    QDateTime notAfter{};                      ///< create
    bool isCa = false;                         ///< create
    QString issuer{};                          ///< create: thumbprint or name; empty: signed by itself
    QString folder{};                          ///< create: empty means the store

    QString id{};                                   ///< export: thumbprint or name
    ExportFormat exportFormat = ExportFormat::Pem;  ///< export
    QString outputFile{};                           ///< export: "-" is standard output
    bool mayOverwrite = false;                      ///< export
    QString host{};                                 ///< verify: empty: any
    QDateTime time{};                               ///< verify: now, where none was given
    ChainPurpose purpose = ChainPurpose::TlsServer; ///< verify
    QStringList roots{};  ///< verify: files and folders; empty: the system's roots and the store's authorities
    QStringList chains{}; ///< verify: files and folders
};

/// `arguments` are those after "certs"; a validity that is not given begins at `now`.
[[nodiscard]] std::expected<CertsOptions, UsageError> parseCertsOptions(const QStringList &arguments,
                                                                        const QDateTime &now);
[[nodiscard]] QString certsHelp();

} // namespace sealport
