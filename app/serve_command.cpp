#include "app/serve_command.h"

#include "model/text/error_text.h"

#include <algorithm>

namespace sealport {

ServeCommand::ServeCommand(ServeOptions options, Workspace &workspace, TerminalView &view, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
    , m_workspace(workspace)
    , m_view(view)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ServeCommand::stop);
    connect(&m_signals, &UnixSignals::stopRequested, this, &ServeCommand::stop);
    connect(&m_workspace, &Workspace::opened, this, &ServeCommand::workspaceOpened);
    connect(&m_workspace, &Workspace::serverChanged, this, &ServeCommand::serverChanged);
    connect(&m_workspace, &Workspace::connectionsArrived, this, &ServeCommand::connectionsArrived);
}

void ServeCommand::run()
{
    m_workspace.open();
}

Result<ServerId> ServeCommand::chooseServer()
{
    const std::vector<ServerEntry> &servers = m_workspace.servers();
    const ServerEntry *stored = m_options.name.isEmpty() ? nullptr : m_workspace.serverNamed(m_options.name);
    if (stored != nullptr)
        return m_options.describesServer ? m_workspace.addTemporaryServer(withOverrides(stored->profile, m_options))
                                         : stored->id;
    if (!m_options.name.isEmpty() && !m_options.describesCertificate)
        return std::unexpected(
            Error{.code = ErrorCode::ProfileNotFound, .subject = m_options.name, .values = {}, .causes = {}});
    if (!m_options.describesServer) {
        if (servers.empty())
            return std::unexpected(
                Error{.code = ErrorCode::ProfileNotFound, .subject = {}, .values = {}, .causes = {}});
        return servers.front().id;
    }
    ServerProfile profile = m_options.described;
    profile.name = m_options.name.isEmpty() ? QStringLiteral("sSocketSSL") : m_options.name;
    if (!m_options.describesCertificate && !servers.empty()) {
        const ServerProfile &first = servers.front().profile;
        profile.identifyBy = first.identifyBy;
        profile.certificate = first.certificate;
    }
    return m_workspace.addTemporaryServer(std::move(profile));
}

void ServeCommand::workspaceOpened()
{
    for (const Error &problem : m_workspace.problems())
        m_view.error(describe(problem));
    if (m_workspace.servers().empty() && !m_workspace.problems().empty() && !m_options.describesCertificate)
        return finish(1); // they have just said why there is nothing to run
    const Result<ServerId> chosen = chooseServer();
    if (!chosen) {
        m_view.error(describe(chosen.error()));
        return finish(1);
    }
    m_server = *chosen;
    m_workspace.start(m_server);
}

void ServeCommand::serverChanged(ServerId id)
{
    const ServerEntry *entry = m_workspace.server(id);
    if (id != m_server || entry == nullptr)
        return;
    if (entry->state == ServerState::Listening && !m_isListening) {
        m_isListening = true;
        m_view.listening(*entry);
        if (!m_view.isReadable())
            return stop();
        if (m_options.stopAfter.count() > 0)
            m_timer.start(m_options.stopAfter);
    } else if (entry->state == ServerState::Stopped && entry->error) {
        m_view.error(describe(*entry->error));
        finish(1);
    } else if (entry->state == ServerState::Stopped) {
        reportStopped(*entry);
    }
}

void ServeCommand::connectionsArrived(const std::vector<ConnectionRecord> &records)
{
    m_view.connections(records);
    m_ended += static_cast<std::uint64_t>(
        std::ranges::count_if(records, [](const ConnectionRecord &record) { return hasEnded(record.state); }));
    const bool isCountReached = m_options.stopAfterCount > 0 && m_ended >= m_options.stopAfterCount;
    if (isCountReached || !m_view.isReadable())
        stop();
}

void ServeCommand::stop()
{
    if (m_isStopping)
        return;
    m_isStopping = true;
    const ServerEntry *entry = m_workspace.server(m_server);
    if (entry == nullptr || entry->state == ServerState::Stopped)
        return reportStopped(entry != nullptr ? *entry : ServerEntry{});
    m_workspace.stop(m_server);
}

void ServeCommand::reportStopped(const ServerEntry &entry)
{
    m_view.stopped(entry);
    if (m_view.isReadable())
        return finish(0);
    m_view.error(tr("The output could not be written, so the server was stopped."));
    finish(1);
}

void ServeCommand::finish(int exitCode)
{
    if (std::exchange(m_isFinished, true))
        return;
    Q_EMIT done(exitCode);
}

} // namespace sealport
