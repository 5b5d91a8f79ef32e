// What running servers take over without an end to their connections.

#include "model/certificates/pkcs11_uri.h"
#include "model/sockets/applications.h"
#include "model/sockets/engine.h"
#include "model/sockets/file_follower.h"
#include "model/sockets/workspace.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace sealport {

namespace {

/// What is found out about the listening socket, and stays as long as it does.
bool isAboutTheSocket(const Warning &warning)
{
    return warning.code == WarningCode::AddressChosen || warning.code == WarningCode::PortShared;
}

/// Of the files that it writes now; see WarningCode.
std::vector<Warning> lackingIn(const ServerEntry &entry)
{
    std::vector<Warning> lacking;
    const Capture::Facts facts = entry.capture ? entry.capture->facts() : Capture::Facts{};
    if (facts.dropped > 0 || !facts.failure.isEmpty())
        lacking.push_back(
            {.code = WarningCode::CaptureIncomplete,
             .values = {entry.capture->path(), QString::number(facts.dropped),
                        facts.isFull ? QString::number(entry.capture->limit()) : QString(), facts.failure}});
    if (const QString failure = entry.keyLog ? entry.keyLog->failure() : QString(); !failure.isEmpty())
        lacking.push_back({.code = WarningCode::KeyLogIncomplete, .values = {entry.keyLog->path(), failure}});
    return lacking;
}

/// False where it is known already: how much is missing grows without an end.
bool tell(std::vector<Warning> &warnings, Warning lacking)
{
    const auto known = std::ranges::find(warnings, lacking.code, &Warning::code);
    if (known == warnings.end()) {
        warnings.push_back(std::move(lacking));
        return true;
    }
    const auto reasonsOf = [](const Warning &warning) {
        QStringList reasons = warning.values;
        if (warning.code == WarningCode::CaptureIncomplete)
            reasons.removeAt(1);
        return reasons;
    };
    const bool isNews = reasonsOf(*known) != reasonsOf(lacking);
    if (isNews)
        *known = std::move(lacking);
    return isNews;
}

bool isLockedByTrying(const Error &error)
{
    return error.code == ErrorCode::WrongPin || error.code == ErrorCode::PinLocked;
}

} // namespace

std::optional<Error> needsNewSocket(const ServerProfile &running, const ServerProfile &wanted)
{
    QStringList fields;
    if (running.port != wanted.port)
        fields.append(QStringLiteral("port"));
    if (running.address.trimmed() != wanted.address.trimmed())
        fields.append(QStringLiteral("address"));
    if (running.addressUse != wanted.addressUse)
        fields.append(QStringLiteral("addressUse"));
    if (running.opening != wanted.opening)
        fields.append(QStringLiteral("opening"));
    const auto asksFirst = [](const ReplySpec &reply) { return reply.mode == ReplyMode::ByHand && reply.asksFirst; };
    if (asksFirst(running.reply) != asksFirst(wanted.reply))
        fields.append(QStringLiteral("reply"));
    if (fields.isEmpty())
        return std::nullopt;
    return Error{.code = ErrorCode::RestartNeeded, .subject = wanted.name, .values = fields, .causes = {}};
}

Result<void> Workspace::applyChanges(ServerId id)
{
    const ServerEntry *entry = server(id);
    if (entry == nullptr || entry->state != ServerState::Listening)
        return {};
    if (std::optional<Error> error = needsNewSocket(entry->applied, entry->profile))
        return std::unexpected(std::move(*error));
    takeOver(id, entry->profile, true);
    return {};
}

std::shared_ptr<const SecretBytes> Workspace::passphraseFor(const ServerEntry &entry) const
{
    const QString &key = entry.profile.certificate.id;
    return entry.passphrase || !isPkcs11Uri(key) ? entry.passphrase : m_catalogue.pinFor(key); // asked for once
}

std::function<Result<PreparedServer>(const std::stop_token &)>
Workspace::readiness(const ServerEntry &entry, const ServerProfile &profile, const Resolver &resolver) const
{
    return [prepare = preparation(profile, passphraseFor(entry), resolver), captures = m_captures,
            isChange = entry.state == ServerState::Listening, // what a Start goes on with may not be full
            goesOn = OpenFiles{.capture = entry.capture, .keyLog = entry.keyLog}](
               const std::stop_token &stop) -> Result<PreparedServer> {
        Result<PreparedServer> prepared = prepare(stop);
        if (!prepared)
            return prepared;
        if (stop.stop_requested()) // its files are somebody else's by now
            return std::unexpected(
                Error{.code = ErrorCode::Internal, .subject = QStringLiteral("given up"), .values = {}, .causes = {}});
        if (const auto opened = openFiles(*prepared, *captures, isChange ? goesOn : OpenFiles{}); !opened)
            return std::unexpected(opened.error());
        return prepared;
    };
}

void Workspace::takeOver(ServerId id, const ServerProfile &profile, bool isAsked)
{
    ServerEntry *entry = find(id);
    if (entry == nullptr || entry->state != ServerState::Listening)
        return;
    if (entry->isApplying && !isAsked) { // what was asked for comes first; the files are looked at once more after it
        static_cast<void>(m_files->mayBecomeWhole(id));
        return;
    }
    if (const auto earlier = m_applying.find(id); earlier != m_applying.end())
        earlier->second.request_stop();
    entry->isApplying = true;
    // The socket stays where it is, wherever the host name leads by now.
    const Resolver resolver = [address = entry->endpoint.address](const QString &) -> Result<QList<QHostAddress>> {
        return QList<QHostAddress>{address};
    };
    m_applying[id] = m_jobs->runApart(
        readiness(*entry, profile, resolver), this,
        [this, id, isAsked](Result<PreparedServer> prepared) { hasTakenOver(id, isAsked, std::move(prepared)); });
    if (isAsked)
        Q_EMIT serverChanged(id);
}

void Workspace::hasTakenOver(ServerId id, bool isAsked, Result<PreparedServer> prepared)
{
    m_applying.erase(id);
    ServerEntry *entry = find(id);
    if (entry == nullptr || entry->state != ServerState::Listening)
        return;
    entry->isApplying = false;
    if (!prepared) {
        const Error &error = prepared.error();
        if (!isAsked && !isLockedByTrying(error) && m_files->mayBecomeWhole(id))
            return;
        if (isLockedByTrying(error)) { // tried again with every change of a file it would lock the token
            entry->passphrase.reset();
            m_files->forget(id);
        }
        const bool isNews = std::exchange(entry->changeError, error) != error;
        if (isNews || isAsked)
            Q_EMIT serverChanged(id);
        return;
    }
    m_files->follow(id, prepared->files);
    entry->changeError.reset();
    entry->application = prepared->application;
    entry->isApplicationOutdated = isApplicationOutdated(*entry);
    ServerProfile before = entry->applied;
    before.autoStart = prepared->profile.autoStart; // nothing that it does while it runs
    const bool isSameFile = !entry->capture || !prepared->capture || entry->capture->sharesFileWith(*prepared->capture);
    const bool isSame = std::exchange(m_contents[id], prepared->contents) == prepared->contents
                        && before == prepared->profile && isSameFile;
    if (!isSame) {
        std::ranges::copy_if(entry->warnings, std::back_inserter(prepared->warnings), isAboutTheSocket);
        entry->warnings = prepared->warnings;
        if (prepared->context)
            entry->certificate = prepared->context->certificate();
        entry->applied = prepared->profile;
        takeFiles(*entry, *prepared);
        prepared->generation = ++entry->generation;
        m_engine->change(id, std::move(*prepared));
    }
    watchFiles();
    Q_EMIT serverChanged(id);
}

void Workspace::forgetChanges(ServerEntry &entry)
{
    if (const auto applying = m_applying.extract(entry.id))
        applying.mapped().request_stop();
    m_files->forget(entry.id);
    m_contents.erase(entry.id);
    entry.isApplying = false;
    entry.changeError.reset();
}

void Workspace::takeFiles(ServerEntry &entry, const PreparedServer &prepared)
{
    entry.capture = prepared.capture;
    entry.keyLog = prepared.context ? prepared.context->policy().keyLog : nullptr;
}

/// What its files lack is said once for each reason.
void Workspace::watchFiles()
{
    std::vector<ServerId> concerned;
    for (ServerEntry &entry : m_servers) {
        if (entry.state == ServerState::Stopped)
            continue;
        for (Warning &lacking : lackingIn(entry))
            if (tell(entry.warnings, std::move(lacking)))
                concerned.push_back(entry.id);
    }
    for (const ServerId id : concerned)
        Q_EMIT serverChanged(id);
}

/// What passed last is written first, so that what is missing is said, and the last numbers are the right ones.
void Workspace::serverHasStopped(ServerId id)
{
    const ServerEntry *entry = server(id);
    if (entry == nullptr || !entry->capture || entry->state != ServerState::Stopping)
        return serverIsDown(id, {});
    m_jobs->runApart(
        [capture = entry->capture](const std::stop_token &stop) {
            capture->settle(stop);
            return true;
        },
        this,
        [this, id](bool) {
            watchFiles();
            serverIsDown(id, {});
        });
}

bool Workspace::isApplicationOutdated(const ServerEntry &server) const
{
    if (!server.application)
        return false;
    const ApplicationDefinition *now = m_applications->find(server.application->id);
    return now == nullptr || !isSameForServers(*now, *server.application);
}

void Workspace::followApplications()
{
    std::vector<ServerId> concerned;
    for (ServerEntry &server : m_servers) {
        server.isApplicationOutdated = isApplicationOutdated(server);
        if (server.application || server.profile.certificate.by == IdentifyBy::Application)
            concerned.push_back(server.id);
    }
    for (const ServerId id : concerned) {
        Q_EMIT serverChanged(id);
        const ServerEntry *entry = server(id);
        const bool isLocked = entry && entry->changeError && isLockedByTrying(*entry->changeError);
        if (entry && entry->isApplicationOutdated && !isLocked)
            takeOver(id, entry->applied, false);
    }
}

} // namespace sealport
