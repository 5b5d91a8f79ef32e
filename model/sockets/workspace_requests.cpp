// What the workspace has looked up in job threads, and tells a moment later.

#include "model/sockets/port_conflict.h"
#include "model/sockets/workspace.h"

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

void Workspace::check(const ServerProfile &profile, QObject *context,
                      std::function<void(const Result<PreparedServer> &)> done)
{
    replaceRequest(m_checks, context) = m_jobs->runApart(preparation(profile, {}), context, std::move(done));
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

} // namespace sealport
