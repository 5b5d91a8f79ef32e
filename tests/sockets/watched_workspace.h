#pragma once

#include "model/sockets/workspace.h"
#include "tests/tls/tls_client.h"

#include <QSignalSpy>

#include <algorithm>
#include <map>
#include <memory>

namespace sealport::test {

/// What an owner of a workspace sees of it.
struct Watched {
    explicit Watched(const QString &folder, const Resolver &resolver = resolveHost)
        : workspace(std::make_unique<Workspace>(folder, resolver))
        , opened(workspace.get(), &Workspace::opened)
        , allStopped(workspace.get(), &Workspace::allStopped)
    {
        QObject::connect(workspace.get(), &Workspace::connectionsArrived, workspace.get(),
                         [this](const std::vector<ConnectionRecord> &records) {
                             for (const ConnectionRecord &record : records) {
                                 ended += hasEnded(record.state) ? 1 : 0;
                                 latest[record.id.value()] = record;
                             }
                         });
        workspace->open();
    }

    /// A copy of the first stored profile on a port of the system's choice.
    [[nodiscard]] ServerProfile profile(const QString &name) const
    {
        ServerProfile copy = workspace->servers().front().profile;
        copy.name = name;
        copy.port = 0;
        copy.protocols = modernProtocols;
        return copy;
    }
    [[nodiscard]] const ServerEntry &entry(ServerId id) const { return *workspace->server(id); }
    [[nodiscard]] ServerState state(ServerId id) const { return entry(id).state; }

    /// What is known of the connection from this port of the client; null as long as nothing is.
    [[nodiscard]] const ConnectionRecord *connectionFrom(quint16 port) const
    {
        const auto found = std::ranges::find(latest, port, [](const auto &known) { return known.second.peer.port; });
        return found == latest.end() ? nullptr : &found->second;
    }

    std::unique_ptr<Workspace> workspace;
    QSignalSpy opened;
    QSignalSpy allStopped;
    std::map<std::uint64_t, ConnectionRecord> latest;
    int ended = 0;
};

inline bool exchange(TlsClient &client)
{
    return client.write("x") && client.read(1) == "x";
}

} // namespace sealport::test

/// For tests whose fixture has a temporary folder `m_folder`.
#define OPEN(watched) OPEN_WITH(watched, resolveHost)
#define OPEN_WITH(watched, resolver)                                                                                   \
    Watched watched(m_folder->path(), resolver);                                                                       \
    QTRY_COMPARE_WITH_TIMEOUT((watched).opened.size(), 1, 30'000)
#define LISTEN(watched, id)                                                                                            \
    (watched).workspace->start(id);                                                                                    \
    QTRY_COMPARE((watched).state(id), ServerState::Listening)
