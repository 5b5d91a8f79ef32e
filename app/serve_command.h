#pragma once

#include "app/serve_options.h"
#include "app/terminal_view.h"
#include "app/unix_signals.h"
#include "model/sockets/workspace.h"

#include <QObject>
#include <QTimer>

namespace sealport {

/// `sealport serve`: one server in the terminal, from start to the last count. Lives in the main thread.
class ServeCommand final : public QObject {
    Q_OBJECT
public:
    ServeCommand(ServeOptions options, Workspace &workspace, TerminalView &view, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void done(int exitCode);

private:
    void workspaceOpened();
    [[nodiscard]] Result<ServerId> chooseServer();
    void serverChanged(ServerId id);
    void connectionsArrived(const std::vector<ConnectionRecord> &records);
    void stop();
    void reportStopped(const ServerEntry &entry);
    void finish(int exitCode);

    const ServeOptions m_options;
    Workspace &m_workspace;
    TerminalView &m_view;
    UnixSignals m_signals;
    QTimer m_timer;
    ServerId m_server;
    std::uint64_t m_ended = 0;
    bool m_isListening = false;
    bool m_isStopping = false;
    bool m_isFinished = false;
};

} // namespace sealport
