#pragma once

#include "model/base/error.h"
#include "model/sockets/server_profile.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// What a server of Sealport can be handed over to.
enum class ExportTarget : std::uint8_t { Nginx, Apache, HAProxy, Caddy, Stunnel, OpenSslServer, GnuTlsServer };
inline constexpr ExportTarget allExportTargets[] = {
    ExportTarget::Nginx,   ExportTarget::Apache,        ExportTarget::HAProxy,     ExportTarget::Caddy,
    ExportTarget::Stunnel, ExportTarget::OpenSslServer, ExportTarget::GnuTlsServer};
/// The word of `profiles export --as`: nginx, apache, haproxy, caddy, stunnel, openssl, gnutls.
[[nodiscard]] QString exportTargetWord(ExportTarget target);
/// What people call it: "nginx", "Apache", "openssl s_server". Untranslated.
[[nodiscard]] QString exportTargetName(ExportTarget target);

/// Where the configuration shall find one certificate: absolute paths on the machine that it is for.
struct ExportedIdentity {
    QString certificate{};       ///< PEM: it alone, unless holdsChain
    QString key{};               ///< PEM, or the pkcs11: URI of a key on a token; empty: in the file of the certificate
    QString chain{};             ///< PEM: what is sent after it, as chainToSend() has it; empty: no further file
    bool holdsChain = false;     ///< it stands behind the certificate, in the same file
    QStringList names{};         ///< DNS names that it is for
    bool isKeyProtected = false; ///< by a pass phrase

    friend bool operator==(const ExportedIdentity &, const ExportedIdentity &) = default;
};

/// What a target cannot do, does otherwise, or needs beside the configuration. model/text has the sentences.
enum class ExportNote : std::uint8_t {
    // protocols and algorithms
    ProtocolsMissing,  ///< values: their labels
    ProtocolsWithHole, ///< it takes a range alone; values: labels of those that are left out, so that no other comes in
    NothingLeft,       ///< no protocol and suite of the server remain: there is no configuration
    PlainServer,       ///< without TLS: there is no configuration
    StartTlsLeftOut,   ///< it begins with TLS; values: the plain protocol, its request for TLS
    OnRequestLeftOut,  ///< it begins with TLS
    SuitesMissing,     ///< values: OpenSSL's names
    SuitesAdded,       ///< its lists cannot part them from the others; values: OpenSSL's names
    SuiteOrder,        ///< it has an order of its own
    Tls13SuitesFixed,  ///< values: those that it has, whatever the server's are
    GroupsMissing,     ///< values: names
    GroupsFixed,       ///< it knows none of the server's: it takes its own
    SignaturesMissing, ///< values: names
    SignaturesFixed,   ///< it takes its own
    SecurityLevelFixed,  ///< values: the server's
    ServerOrderAlways,   ///< or at its own discretion: clients cannot have theirs
    DhGroupFixed,        ///< values: its bits; Sealport goes by the key of the certificate
    DhParametersLeftOut, ///< values: file
    // certificates
    KeyNeeds,            ///< what it takes to read the key; values: file, owner, mode ("0600")
    FileNotPem,          ///< values: file
    ChainInNoFile,       ///< values: name of a certificate that is sent, and that no PEM file here holds
    ChainMayGrow,        ///< with what stands among the clients' authorities
    ChainSorted,         ///< into the right order
    ChainLeftOut,        ///< values: file
    FurtherCertificates, ///< values: how many are left out
    FurtherByName,       ///< clients that ask for no name get the first one
    NamedLeftOut,        ///< values: names
    NamesUnknown,        ///< values: file of a certificate whose names nobody has said
    NamesOfCertificate,  ///< it goes by what the certificate holds; values: names that are meant instead
    WildcardIsDeeper,    ///< "*" stands for several labels there; values: names
    OtherNamesServed,    ///< it cannot refuse them
    NamelessRefused,     ///< along with other names
    OtherNamesRefused,   ///< it cannot serve them
    TokenKeyRefused,     ///< values: URI
    TokenKeyNeedsEngine, ///< values: Debian's package
    OcspLeftOut,         ///< values: file, or "made"
    KeyNeedsPassphrase,  ///< values: file
    // what clients show and say
    AlpnFixed,           ///< values: what it agrees on instead
    AlpnLeftOut,         ///< it knows no ALPN; values: protocols
    AlpnAdded,           ///< values: protocols
    AlpnByClient,        ///< in the client's order
    AlpnRequired,        ///< whoever offers others is refused
    AlpnNotRequired,     ///< whoever offers others is served
    ClientsRefusedLater, ///< after the handshake, with a page
    ClientsNotAsked,     ///< it would need authorities
    AuthoritiesMissing,  ///< nobody is named whom clients must come from: there is no configuration
    AuthoritiesInNoFile, ///< values: the application that trusts them
    ClientsPartlyTaken,  ///< only an unknown authority is forgiven
    AuthorityMustBeRoot,
    FirstAuthorityOnly,   ///< of the file
    SharedSecretsLeftOut, ///< values: file
    // sessions and records
    TicketCount,       ///< values: the server's, its own
    SessionCacheFixed, ///< its own for all servers
    RenegotiationNever,
    RenegotiationAlways,
    RecordSizeFixed, ///< values: the server's
    KeyLogLeftOut,   ///< it would give the connections away; values: file
    // address
    EveryAddress,     ///< values: the server's
    AddressNotShared, ///< the second one that starts there fails
    AddressShared,    ///< whoever else shares is let in
    PortChosen,       ///< values: the port that stands for "any"
    // what is answered, and limits
    ReplyElsewhere, ///< values: "echo", "discard", "text", "http", "file", "dialogue", "by-hand" or "protocol"; text or
                    ///< path
    ReplyNearest,   ///< values: likewise
    HandshakeTimeFixed, ///< it has none, or its own; values: the server's milliseconds
    HandshakeWithMore,  ///< other waiting has the same time; values: milliseconds
    IdleTimeFixed,      ///< it has none, or its own; values: the server's milliseconds
    EndlessIsLong,      ///< values: the milliseconds that stand for "for ever"
    TimeRounded,        ///< up to whole seconds; values: seconds
    MostConnections,    ///< values: number, the directive that it belongs into (empty: there is none)
    OneAtATime,
    HeldBytes, ///< values: number
    // what could not be written
    ValueRefused,  ///< no way to quote it; values: field ("certificate", "key", "chain", "clientAuthorities",
                   ///< "serverName", "alpn", "address", "reply", "folder", "dhParameters", "ocsp"), the value fit to be
                   ///< shown
    ValueTooLong,  ///< values: field, most octets
    LaterSettings, ///< of a newer Sealport; values: their keys
};
[[nodiscard]] QString exportNoteName(ExportNote note); ///< "suites-missing"

struct NotExpressed {
    ExportNote code{};
    QStringList values{};
    friend bool operator==(const NotExpressed &, const NotExpressed &) = default;
};

/// A file that the target wants in one piece.
struct FileToMake {
    QString file{};
    QString command{}; ///< for a POSIX shell; safe to repeat
    friend bool operator==(const FileToMake &, const FileToMake &) = default;
};

/// The files of a profile, found by the caller (exportSourceOf() finds them on this machine); nothing is read.
struct ExportFiles {
    ExportedIdentity certificate{};
    std::vector<ExportedIdentity> furtherCertificates{}; ///< those of the profile, in its order
    std::vector<ExportedIdentity> namedCertificates{};   ///< likewise
    QString clientAuthorities{};                         ///< empty: the profile's
    QString folder{};                         ///< for files that are put together first; empty: that of the certificate
    std::vector<FileToMake> filesToMake{};    ///< those of these files that are not there yet
    std::vector<NotExpressed> notExpressed{}; ///< what was found out on the way to them

    friend bool operator==(const ExportFiles &, const ExportFiles &) = default;
};

struct ProductionConfig {
    /// Configuration file, or a script for a POSIX shell (OpenSslServer, GnuTlsServer), without a sentence in any
    /// language: annotated() writes those. Empty where there is none: the last note says why.
    QString text{};
    std::vector<NotExpressed> notExpressed{};
    QStringList files{};                   ///< what it points to
    std::vector<FileToMake> filesToMake{}; ///< in their order; those of a script stand in it

    friend bool operator==(const ProductionConfig &, const ProductionConfig &) = default;
};

/// A profile in the words of another server, as Debian 12 has it: every list in full, nothing left to defaults, and
/// nothing lost without a note. Values of the user are quoted for the target or not written at all. A pure function
/// but for what OpenSSL is asked. Any thread. Errors: those of validate() and expandedAlgorithms(); NoCertificate when
/// `files` misses one.
[[nodiscard]] Result<ProductionConfig> productionConfig(ExportTarget target, const ServerProfile &profile,
                                                        const ExportFiles &files);

} // namespace sealport
