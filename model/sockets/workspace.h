#pragma once

#include "model/base/job_runner.h"
#include "model/base/strong_id.h"
#include "model/base/throttle.h"
#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/thumbprint_search.h"
#include "model/sockets/application_definition.h"
#include "model/sockets/connection_record.h"
#include "model/sockets/data_folder.h"
#include "model/sockets/hand_messages.h"
#include "model/sockets/host_lookup.h"
#include "model/sockets/preflight.h"
#include "model/sockets/preparation.h"
#include "model/sockets/server_profile.h"

#include <QElapsedTimer>
#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace sealport {

class Applications;
class CaptureWriter;
class Engine;
class FileFollower;

/// How a server is doing.
enum class ServerState : std::uint8_t { Stopped, Starting, Listening, Stopping };

/// One server socket of the workspace: what the user configured and how it is doing.
struct ServerEntry {
    ServerId id;
    ServerProfile profile;
    ServerProfile applied; ///< as it was at the last Start or change: what a running server goes by
    ServerState state = ServerState::Stopped;
    std::uint64_t generation = 0;           ///< counts Starts and what was taken over since, from 1
    bool isApplying = false;                ///< changes are being prepared for it
    std::optional<Error> changeError;       ///< why the newest change was not taken over: it runs on as before
    std::optional<Error> error;             ///< why the last Start failed
    Endpoint endpoint;                      ///< where it listens, or is about to
    std::optional<Certificate> certificate; ///< what it presents, while listening
    std::vector<Warning> warnings;          ///< of the last Start
    std::optional<ApplicationDefinition> application; ///< that it was started with, while listening
    bool isApplicationOutdated = false;               ///< other certificates are assigned to that by now
    ConnectionCounts counts;                          ///< of all its runs since the program began
    bool isStored = true;                             ///< false: only for this run
    std::shared_ptr<const SecretBytes> passphrase;    ///< of the certificate's key; never stored
    std::shared_ptr<const Capture> capture;           ///< of what passes in the newest run; null: there is none
    std::shared_ptr<const KeyLog> keyLog;             ///< the same, of what decrypts it
};

/// Whether a running server goes on with settings that are others by now.
[[nodiscard]] bool needsRestart(const ServerEntry &server);

/// Nothing where the running server could take `wanted` over with all its connections; else RestartNeeded, values: the
/// fields that only a Start can change.
[[nodiscard]] std::optional<Error> needsNewSocket(const ServerProfile &running, const ServerProfile &wanted);

/// Everything the user has: certificates, server profiles, running servers. Owns the engine's threads; lives in the GUI
/// thread (or the main thread of the terminal). Nothing here blocks: files, keys and name look-ups are done in a job
/// thread, sockets in network threads; results come back through signals, at most 20 times a second.
class Workspace final : public QObject {
    Q_OBJECT
public:
    /// `dataFolder` is made when missing (0700): certificates in `certificates/`, profiles in `servers.json`.
    explicit Workspace(const QString &dataFolder, Resolver resolver = resolveHost, QObject *parent = nullptr);
    /// Stops accepting, says close_notify, waits a bounded time; nobody waits for a name look-up.
    ~Workspace() override;

    /// Reads everything; the first start makes the test CA, the localhost certificate and the profile sSocketSSL.
    /// Ends in opened().
    void open();
    [[nodiscard]] bool isOpen() const { return m_open; }

    [[nodiscard]] const DataFolder &dataFolder() const { return m_dataFolder; }
    [[nodiscard]] const CertificateStore &store() const { return m_store; }
    /// For what a window wants to have computed.
    [[nodiscard]] JobRunner &jobs() { return *m_jobs; }
    /// Everything that can be looked at; its first source is the user's store.
    [[nodiscard]] CertificateCatalogue &catalogue() { return m_catalogue; }
    [[nodiscard]] const std::vector<StoredCertificate> &certificates() const { return m_certificates; }
    /// What is defined of applications, and where it is changed. Servers that name one of them are told by
    /// serverChanged().
    [[nodiscard]] Applications &applications() const { return *m_applications; }
    /// What could not be read: certificate files, a damaged file of servers or applications.
    [[nodiscard]] const std::vector<Error> &problems() const { return m_problems; }
    void reloadCertificates();

    /// Looks for a thumbprint, in a job thread, in all sources that have been read: CertificateCatalogue::listMissing()
    /// has the others read. Only the newest request of a context is answered.
    void findThumbprint(const QString &text, QObject *context, std::function<void(const ThumbprintSearch &)> done);

    [[nodiscard]] const std::vector<ServerEntry> &servers() const { return m_servers; }
    [[nodiscard]] const ServerEntry *server(ServerId id) const;
    [[nodiscard]] const ServerEntry *serverNamed(const QString &name) const;

    /// Adds a profile and stores it; the name is made unique ("sSocketSSL 2").
    ServerId addServer(ServerProfile profile);
    std::vector<ServerId> addServers(std::vector<ServerProfile> profiles); ///< the same, stored once
    /// As addServer, but only for this run: nothing is written to disk.
    ServerId addTemporaryServer(ServerProfile profile);
    /// Opens the key of the server's certificate at its next starts, in this run alone.
    void setPassphrase(ServerId id, std::shared_ptr<const SecretBytes> passphrase);
    /// Changes a profile and stores it; a running server goes on as it was started, except that start() is needed to
    /// apply it. Errors: InvalidName (empty), AlreadyExists.
    Result<void> updateServer(ServerId id, const ServerProfile &profile);
    void removeServer(ServerId id); ///< stops it first
    /// Puts a server in front of the one that is `before`th in servers() now, or behind all, and stores that order.
    void moveServer(ServerId id, std::size_t before);
    void startAutomatically(); ///< those whose profile asks for it

    void start(ServerId id);   ///< ends in serverChanged(): Listening, or Stopped with an error
    void stop(ServerId id);    ///< ends in serverChanged(): Stopped; at once while it has not been prepared yet
    void restart(ServerId id); ///< stop, then start with the profile as it is now
    /// Hands a running server its profile as it is now, with its files read anew; its connections stay as they are.
    /// Ends in serverChanged(): another generation, where anything differs, or a changeError. What happens to the
    /// files, or to the application, of a running server is taken over in the same way by itself. Nothing for a server
    /// that does not listen. Errors: RestartNeeded.
    Result<void> applyChanges(ServerId id);
    void stopAll();
    void disconnect(ConnectionId id); ///< the user's Disconnect
    /// The user's wish for TLS on a plain connection; its records tell what comes of it. Nothing for any other one.
    void secure(ConnectionId id);
    using QObject::disconnect;
    /// What the user does by hand with a connection of a server that replies so: see HandExchange.
    void order(HandOrder order);

    /// Looks at a profile as Start would, without listening, in a job thread; only the newest request of a context is
    /// answered. `own`: where the server itself listens, which is free to it.
    void check(const ServerProfile &profile, const std::optional<Endpoint> &own, QObject *context,
               std::function<void(const Preflight &)> done);

Q_SIGNALS:
    void opened();
    void certificatesChanged();
    void serverAdded(sealport::ServerId id);
    void serverRemoved(sealport::ServerId id);
    void serversReordered();
    void serverChanged(sealport::ServerId id); ///< profile, state or error
    void countsChanged();                      ///< of any server
    /// New and newer records, in order; traffic updates come folded into records of their own.
    void connectionsArrived(const std::vector<sealport::ConnectionRecord> &records);
    void trafficArrived(const std::vector<sealport::TrafficUpdate> &updates);
    /// Of servers that reply by hand, in order; behind connectionsArrived() of the same moment.
    void dataExchanged(const std::vector<sealport::DataExchanged> &data);
    void allStopped();                                ///< no server listens or is about to
    void storingFailed(const sealport::Error &error); ///< or the file of the applications got damaged meanwhile

private:
    void takeCertificates();
    ServerEntry *find(ServerId id);
    ServerId insertServer(ServerProfile profile, bool stored);
    void launch(ServerId id, Result<PreparedServer> prepared);
    void engineHasNews();
    void drainEngine();
    void explainFailure(ServerId id, const Error &error);
    void serverHasStopped(ServerId id);
    void serverIsDown(ServerId id, std::optional<Error> error);
    [[nodiscard]] std::vector<ServerProfile> storedProfiles() const;
    [[nodiscard]] std::shared_ptr<const SecretBytes> passphraseFor(const ServerEntry &entry) const;
    /// Without the listening socket everything that Start needs: its files are opened too.
    [[nodiscard]] std::function<Result<PreparedServer>(const std::stop_token &)>
    readiness(const ServerEntry &entry, const ServerProfile &profile, const Resolver &resolver) const;
    [[nodiscard]] std::function<Result<PreparedServer>(const std::stop_token &)>
    preparation(const ServerProfile &profile, std::shared_ptr<const SecretBytes> passphrase,
                const Resolver &resolver) const;
    void storeProfiles();
    void followApplications();
    void takeOver(ServerId id, const ServerProfile &profile, bool isAsked);
    void hasTakenOver(ServerId id, bool isAsked, Result<PreparedServer> prepared);
    void forgetChanges(ServerEntry &entry);
    void takeFiles(ServerEntry &entry, const PreparedServer &prepared);
    void watchFiles();
    [[nodiscard]] bool isApplicationOutdated(const ServerEntry &server) const;

    const DataFolder m_dataFolder;
    const CertificateStore m_store;
    const Resolver m_resolver;
    std::vector<StoredCertificate> m_certificates;
    std::vector<Error> m_folderProblems; ///< of opening; those of the certificates are read anew
    std::vector<Error> m_problems;
    std::vector<ServerEntry> m_servers;
    std::vector<ServerId> m_restarting; ///< to be started again once stopped
    std::uint64_t m_lastId = 0;
    /// What the file of the profiles is known to hold; only jobs of the queue touch it, one after the other.
    const std::shared_ptr<std::vector<ServerProfile>> m_knownProfiles;
    int m_pendingWrites = 0;         ///< of the profiles, not yet known to be done
    bool m_profilesMustStay = false; ///< see StoredProfiles::mustStay
    bool m_open = false;
    std::unordered_map<ServerId, std::stop_source>
        m_preparing; ///< starting servers that the engine does not know (any more) yet
    std::unordered_map<ServerId, std::stop_source> m_applying;        ///< changes of listening servers
    std::unordered_map<ServerId, QByteArray> m_contents;              ///< of those: PreparedServer::contents
    using Requests = std::unordered_map<QObject *, std::stop_source>; ///< the newest one of each context
    std::stop_source &replaceRequest(Requests &requests, QObject *context);
    Requests m_checks;
    Requests m_searches;
    QElapsedTimer m_sinceDrain;
    Throttle m_drainThrottle;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<Applications> m_applications;
    std::unique_ptr<FileFollower> m_files;
    CertificateCatalogue m_catalogue;
    const std::shared_ptr<CaptureWriter> m_captures; ///< jobs may outlive the workspace
    std::unique_ptr<Engine> m_engine;                ///< last: its threads end first
};

} // namespace sealport
