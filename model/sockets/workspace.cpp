#include "model/sockets/workspace.h"

#include "model/sockets/applications.h"
#include "model/sockets/engine.h"
#include "model/sockets/file_follower.h"
#include "model/sockets/port_conflict.h"
#include "model/sockets/profile_store.h"
#include "model/tls/capture_writer.h"

#include <openssl/crypto.h>

#include <QThread>

#include <algorithm>
#include <iterator>
#include <tuple>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto drainInterval = 50ms; ///< the window is brought up to date at most 20 times a second
constexpr int mostNetworkThreads = 4;

} // namespace

Workspace::Workspace(const QString &dataFolder, Resolver resolver, QObject *parent)
    : QObject(parent)
    , m_dataFolder{dataFolder}
    , m_store(m_dataFolder.certificates())
    , m_resolver(std::move(resolver))
    , m_knownProfiles(std::make_shared<std::vector<ServerProfile>>())
    , m_drainThrottle(drainInterval)
    , m_jobs(std::make_unique<JobRunner>([] { OPENSSL_thread_stop(); }))
    , m_applications(std::make_unique<Applications>(m_dataFolder.applications(), *m_jobs))
    , m_files(std::make_unique<FileFollower>(*m_jobs))
    , m_catalogue(*m_jobs, m_store)
    , m_captures(std::make_shared<CaptureWriter>())
    , m_engine(std::make_unique<Engine>(std::clamp(QThread::idealThreadCount(), 1, mostNetworkThreads)))
{
    m_sinceDrain.start();
    connect(m_engine.get(), &Engine::eventsPending, this, &Workspace::engineHasNews);
    connect(m_applications.get(), &Applications::changed, this, &Workspace::followApplications);
    connect(m_applications.get(), &Applications::problemFound, this, &Workspace::storingFailed);
    connect(m_files.get(), &FileFollower::settled, this, [this](ServerId id) {
        if (const ServerEntry *entry = server(id))
            takeOver(id, entry->applied, false);
    });
    connect(&m_drainThrottle, &Throttle::fired, this, &Workspace::drainEngine);
    connect(&m_catalogue, &CertificateCatalogue::listed, this, [this](SourceId id) {
        if (id == m_catalogue.myCertificates())
            takeCertificates();
    });
}

Workspace::~Workspace()
{
    m_jobs.reset(); // drops what still waits in its queue
    if (m_pendingWrites > 0)
        std::ignore = sealport::storeProfiles(m_dataFolder.profiles(), storedProfiles(),
                                              *m_knownProfiles); // nobody is left to be told
}

void Workspace::open()
{
    struct Opened {
        DataFolderContents contents;
        ApplicationStore::Listing applications;
        SourceListing listing;
    };
    const auto job = [folder = m_dataFolder, source = m_catalogue.entries().front().source, known = m_knownProfiles] {
        DataFolderContents contents = openDataFolder(folder);
        *known = contents.profiles;
        ApplicationStore::Listing applications = folder.applications().list();
        SourceListing listing =
            listingOf(ownFiles(std::move(contents.listing), CertificateStore(folder.certificates())), *source);
        return Opened{
            .contents = std::move(contents), .applications = std::move(applications), .listing = std::move(listing)};
    };
    m_jobs->run(job, this, [this](Opened opened) {
        m_folderProblems = std::move(opened.contents.problems);
        std::ranges::copy(opened.applications.problems, std::back_inserter(m_folderProblems));
        m_profilesMustStay = opened.contents.profilesMustStay;
        const bool isChanged = !storedProfiles().empty();
        for (ServerProfile &profile : opened.contents.profiles)
            insertServer(std::move(profile), true);
        m_open = true;
        m_applications->take(std::move(opened.applications));
        if (isChanged)
            storeProfiles();
        m_catalogue.setMyCertificates(std::move(opened.listing));
        Q_EMIT this->opened();
    });
}

void Workspace::reloadCertificates()
{
    m_catalogue.list(m_catalogue.myCertificates());
}

void Workspace::takeCertificates()
{
    m_certificates.clear();
    m_problems = m_folderProblems;
    for (const ListedItem &item : m_catalogue.entries().front().listing->items) {
        if (const Error *problem = item.problem())
            m_problems.push_back(*problem);
        else if (item.certificate())
            m_certificates.push_back(item.stored());
    }
    Q_EMIT certificatesChanged();
}

ServerEntry *Workspace::find(ServerId id)
{
    const auto found = std::ranges::find(m_servers, id, &ServerEntry::id);
    return found == m_servers.end() ? nullptr : &*found;
}

const ServerEntry *Workspace::server(ServerId id) const
{
    const auto found = std::ranges::find(m_servers, id, &ServerEntry::id);
    return found == m_servers.end() ? nullptr : &*found;
}

const ServerEntry *Workspace::serverNamed(const QString &name) const
{
    const auto found =
        std::ranges::find_if(m_servers, [&name](const ServerEntry &entry) { return entry.profile.name == name; });
    return found == m_servers.end() ? nullptr : &*found;
}

void Workspace::setPassphrase(ServerId id, std::shared_ptr<const SecretBytes> passphrase)
{
    if (ServerEntry *entry = find(id))
        entry->passphrase = std::move(passphrase);
}

void Workspace::start(ServerId id)
{
    ServerEntry *entry = find(id);
    if (entry == nullptr || entry->state != ServerState::Stopped)
        return;
    entry->state = ServerState::Starting;
    entry->applied = entry->profile;
    entry->error.reset();
    entry->warnings.clear();
    m_preparing[id] = m_jobs->runApart(
        [prepare = readiness(*entry, entry->profile, m_resolver)](const std::stop_token &stop) {
            Result<PreparedServer> prepared = prepare(stop);
            if (prepared)
                warnAboutPort(*prepared, stop);
            return prepared;
        },
        this, [this, id](Result<PreparedServer> prepared) { launch(id, std::move(prepared)); });
    takeFiles(*entry, {});
    Q_EMIT serverChanged(id);
    Q_EMIT countsChanged();
}

void Workspace::launch(ServerId id, Result<PreparedServer> prepared)
{
    m_preparing.erase(id);
    if (!prepared)
        return serverIsDown(id, prepared.error());
    ServerEntry &entry = *find(id); // one that was removed has been stopped before
    entry.warnings = prepared->warnings;
    entry.certificate = prepared->context ? std::optional(prepared->context->certificate()) : std::nullopt;
    takeFiles(entry, *prepared);
    entry.endpoint = {.address = prepared->address, .port = prepared->profile.port};
    entry.application = prepared->application;
    entry.isApplicationOutdated = isApplicationOutdated(entry);
    prepared->generation = ++entry.generation;
    m_files->follow(id, prepared->files);
    m_contents[id] = prepared->contents;
    m_engine->start(id, std::move(*prepared));
}

void Workspace::stop(ServerId id)
{
    ServerEntry *entry = find(id);
    if (entry == nullptr || (entry->state != ServerState::Listening && entry->state != ServerState::Starting))
        return;
    if (auto preparing = m_preparing.extract(id)) { // the engine has not heard of it yet
        preparing.mapped().request_stop();
        return serverIsDown(id, {});
    }
    entry->state = ServerState::Stopping;
    forgetChanges(*entry);
    m_engine->stop(id);
    Q_EMIT serverChanged(id);
}

void Workspace::restart(ServerId id)
{
    const ServerEntry *entry = server(id);
    if (entry == nullptr)
        return;
    if (entry->state == ServerState::Stopped)
        return start(id);
    if (std::ranges::find(m_restarting, id) == m_restarting.end())
        m_restarting.push_back(id);
    stop(id);
}

void Workspace::stopAll()
{
    m_restarting.clear();
    std::vector<ServerId> running;
    for (const ServerEntry &entry : m_servers)
        if (entry.state != ServerState::Stopped)
            running.push_back(entry.id);
    for (const ServerId id : running)
        stop(id);
    if (running.empty())
        Q_EMIT allStopped();
}

void Workspace::engineHasNews()
{
    if (m_sinceDrain.hasExpired(drainInterval.count()))
        drainEngine();
    else
        m_drainThrottle.request();
}

void Workspace::drainEngine()
{
    m_sinceDrain.restart();
    std::vector<ConnectionRecord> records;
    std::vector<TrafficUpdate> traffic;
    std::vector<DataExchanged> data;
    std::vector<std::pair<ServerId, std::optional<Error>>> down;
    std::vector<ServerId> listening;
    for (EngineEvent &event : m_engine->takeEvents()) {
        if (auto *record = std::get_if<ConnectionRecord>(&event)) {
            if (ServerEntry *entry = find(record->server)) {
                ConnectionCounts &counts = entry->counts;
                const ConnectionState first = record->hasWaited ? ConnectionState::Waiting : ConnectionState::Accepted;
                counts.accepted += record->state == first ? 1 : 0;
                counts.live += record->state == first ? 1 : 0;
                counts.secured += record->state == ConnectionState::Secured ? 1 : 0;
                counts.failed += record->state == ConnectionState::Failed ? 1 : 0;
                counts.plain += record->state == ConnectionState::Closed && !record->negotiated ? 1 : 0;
                counts.live -= hasEnded(record->state) ? 1 : 0;
            }
            records.push_back(std::move(*record));
        } else if (const auto *update = std::get_if<TrafficUpdate>(&event)) {
            traffic.push_back(*update);
        } else if (auto *exchanged = std::get_if<DataExchanged>(&event)) {
            data.push_back(std::move(*exchanged));
        } else if (const auto *up = std::get_if<ServerListening>(&event)) {
            if (ServerEntry *entry = find(up->id); entry != nullptr && entry->state == ServerState::Starting) {
                entry->state = ServerState::Listening;
                entry->endpoint = up->endpoint;
                listening.push_back(up->id);
            }
        } else if (auto *failed = std::get_if<ServerFailed>(&event)) {
            m_engine->stop(failed->id);
            down.emplace_back(failed->id, std::move(failed->error));
        } else if (const auto *stopped = std::get_if<ServerStopped>(&event)) {
            down.emplace_back(stopped->id, std::nullopt);
        }
    }
    for (const ServerId id : listening)
        Q_EMIT serverChanged(id);
    watchFiles();
    if (!records.empty())
        Q_EMIT connectionsArrived(records);
    if (!traffic.empty())
        Q_EMIT trafficArrived(traffic);
    if (!data.empty())
        Q_EMIT dataExchanged(data);
    if (!records.empty())
        Q_EMIT countsChanged();
    for (auto &[id, error] : down) {
        if (error && error->code == ErrorCode::PortInUse)
            explainFailure(id, *error);
        else if (error)
            serverIsDown(id, std::move(error));
        else
            serverHasStopped(id);
    }
}

void Workspace::serverIsDown(ServerId id, std::optional<Error> error)
{
    if (ServerEntry *entry = find(id)) { // one that was removed is gone already
        entry->state = ServerState::Stopped;
        forgetChanges(*entry);
        entry->error = std::move(error);
        if (entry->error && (entry->error->code == ErrorCode::WrongPin || entry->error->code == ErrorCode::PinLocked))
            entry->passphrase.reset(); // tried again by itself it would lock the token
        entry->certificate.reset();
        entry->application.reset();
        entry->isApplicationOutdated = false;
        Q_EMIT serverChanged(id);
        if (std::erase(m_restarting, id) > 0)
            return start(id);
    }
    if (std::ranges::all_of(m_servers, [](const ServerEntry &other) { return other.state == ServerState::Stopped; }))
        Q_EMIT allStopped();
}

} // namespace sealport
