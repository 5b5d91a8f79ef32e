#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/dialogue.h"
#include "model/sockets/host_lookup.h"
#include "model/sockets/server_profile.h"
#include "model/sockets/source_files.h"
#include "model/tls/capture.h"
#include "model/tls/server_context.h"

#include <QHostAddress>
#include <QString>

#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

namespace sealport {

class CaptureWriter;

/// What the user should know although the server can start; model/text owns the sentences.
enum class WarningCode : std::uint8_t {
    SecurityLevelLowered,   ///< values: level
    OutdatedProtocols,      ///< values: their labels
    ProtocolsUnreachable,   ///< the key does not work with them; values: key type, then their labels
    LevelShutsOut,          ///< OpenSSL's security level lets no client use them; values: level, then their labels
    KeyMayNotSign,          ///< the certificate's key usage lacks digitalSignature; values: protocols it shuts out
    NotForServers,          ///< the certificate's extended key usage lacks serverAuth
    WeakKey,                ///< clients of today refuse it; values: key type, bits
    CertificateExpired,     ///< values: ISO date
    CertificateNotYetValid, ///< values: ISO date
    CertificateExpiresSoon, ///< values: days
    ListensOnAllAddresses,
    ReachableFromOutside, ///< values: address
    AddressChosen,        ///< a host name has several addresses; values: the one taken, then the others
    KeysLogged,           ///< values: the file that gets what decrypts the connections
    TrafficCaptured,      ///< values: the file, the most octets that it gets, "secrets" where it holds them
    CaptureIncomplete,    ///< values: the file, how many pieces are missing, the limit if it was met, a system's error
    KeyLogIncomplete,     ///< values: the file, a system's error
    NotEncrypted,         ///< a plain server
    PortShared,           ///< others listen there and share it; values: address:port, then toValues() of them
    NameNotCovered,       ///< the certificate is not for the address; values: it, then the names that it is for
    ChainIncomplete,      ///< values: the certificate's name, the issuer that is missing
    ChainDisordered,      ///< values: the certificate's name, one that is sent, whose issuer it should be and is not
    WithoutEffect,        ///< of a setting; values: its name, what it lacks: see settingsWithoutEffect()
    NobodyTrusted,        ///< certificates of clients are reported, and no authority is named
};
struct Warning {
    WarningCode code{};
    QStringList values{};
    friend bool operator==(const Warning &, const Warning &) = default;
};
[[nodiscard]] QString warningName(WarningCode code); ///< "security-level-lowered"

/// A profile that has been checked as far as it can be without listening.
struct PreparedServer {
    ServerProfile profile;
    std::shared_ptr<const ServerContext> context; ///< null for a server without TLS
    std::shared_ptr<const Dialogue> dialogue;     ///< of the reply, where it is one
    QHostAddress address;
    QStringList resolved; ///< all that the host name leads to, in the resolver's order; empty for an address
    std::vector<Warning> warnings;
    std::optional<ApplicationDefinition> application{}; ///< of a profile that names one
    std::shared_ptr<Capture> capture{};                 ///< null: nobody wants one; to be opened by openFiles()
    SourceFiles files{};                                ///< what it was read from, as that was just before
    QByteArray contents{};                              ///< digest of what was read: the same when nothing has changed
    std::uint64_t generation = 1;                       ///< see ServerEntry
};

/// Everything between a profile and listen(): fields, certificate, key, context, address. Blocks (files, and a name
/// look-up until `stop` is requested): job thread only. Errors: those of validate(), findCertificate(), readIdentity(),
/// ApplicationStore::find(), serverIdentitiesOf(), ServerContext::make(), prepareReply() and lookUpHost(),
/// AddressNotLocal.
/// `passphrase` opens the files of the certificate; null: none is known.
Result<PreparedServer> prepareServer(const ServerProfile &profile, const CertificateStore &store,
                                     const std::stop_token &stop = {}, const Resolver &resolver = resolveHost,
                                     const SecretBytes *passphrase = nullptr,
                                     const ApplicationStore &applications = {});

/// The files that a server of this profile writes, and what openFiles() would be refused for, of all of them; see
/// Capture::mayOpen(). Blocking.
[[nodiscard]] QStringList writtenFiles(const ServerProfile &profile);
[[nodiscard]] std::vector<Error> wrongWithFiles(const ServerProfile &profile, CaptureWriter *captures = nullptr);

/// What a running server writes, for what takes its place.
struct OpenFiles {
    std::shared_ptr<const Capture> capture{};
    std::shared_ptr<const KeyLog> keyLog{};
};
/// Of a server that is about to listen, or to take this over from what it did `before`: the files that it writes.
/// Servers with the same capture share its file. Blocking. Errors: FileNotWritable, AlreadyExists.
Result<void> openFiles(const PreparedServer &prepared, CaptureWriter &captures, const OpenFiles &before = {});

} // namespace sealport
