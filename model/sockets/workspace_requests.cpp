// What the workspace looks up in job threads and tells a moment later, and what it passes on.

#include "model/sockets/applications.h"
#include "model/sockets/engine.h"
#include "model/sockets/port_conflict.h"
#include "model/sockets/workspace.h"

#include <algorithm>

namespace sealport {

std::stop_source &Workspace::replaceRequest(Requests &requests, QObject *context)
{
    const auto [newest, isFirst] = requests.try_emplace(context);
    if (isFirst)
        connect(context, &QObject::destroyed, this, [&requests, context] {
            requests[context].request_stop();
            requests.erase(context);
        });
    newest->second.request_stop();
    return newest->second;
}

std::function<Result<PreparedServer>(const std::stop_token &)>
Workspace::preparation(const ServerProfile &profile, std::shared_ptr<const SecretBytes> passphrase,
                       const Resolver &resolver) const
{
    return [profile, store = m_store, resolver, passphrase = std::move(passphrase),
            applications = m_applications->store()](const std::stop_token &stop) {
        return prepareServer(profile, store, stop, resolver, passphrase.get(), applications);
    };
}

void Workspace::check(const ServerProfile &profile, const std::optional<Endpoint> &own, QObject *context,
                      std::function<void(const Preflight &)> done)
{
    const auto look = [profile, own, store = m_store, resolver = m_resolver, applications = m_applications->store(),
                       captures = m_captures](const std::stop_token &stop) {
        return preflight(
            profile,
            {.store = store, .applications = applications, .resolver = resolver, .own = own, .captures = captures},
            stop);
    };
    replaceRequest(m_checks, context) = m_jobs->runApart(look, context, std::move(done));
}

void Workspace::findThumbprint(const QString &text, QObject *context,
                               std::function<void(const ThumbprintSearch &)> done)
{
    const auto search = [text, entries = m_catalogue.entries()](const std::stop_token &stop) {
        return searchThumbprint(text, entries, stop);
    };
    replaceRequest(m_searches, context) = m_jobs->runApart(search, context, std::move(done));
}

/// The server is still starting meanwhile, so that Stop ends the look-up.
void Workspace::explainFailure(ServerId id, const Error &error)
{
    const ServerEntry *entry = server(id);
    if (entry == nullptr || entry->state != ServerState::Starting)
        return serverIsDown(id, error);
    const auto explain = [error, wanted = entry->endpoint, range = portRange(entry->applied.anyPort)](
                             const std::stop_token &stop) { return explainPortInUse(error, wanted, range, stop); };
    m_preparing[id] = m_jobs->runApart(explain, this, [this, id](Error explained) {
        m_preparing.erase(id);
        serverIsDown(id, std::move(explained));
    });
}

void Workspace::disconnect(ConnectionId id)
{
    m_engine->disconnectClient(id);
}

void Workspace::secure(ConnectionId id)
{
    m_engine->secureClient(id);
}

void Workspace::order(HandOrder order)
{
    m_engine->order(std::move(order));
}

} // namespace sealport
