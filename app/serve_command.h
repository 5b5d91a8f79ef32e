#pragma once

#include "app/serve_options.h"
#include "app/terminal_view.h"
#include "app/unix_signals.h"
#include "model/sockets/workspace.h"

#include <QObject>
#include <QTimer>

#include <expected>
#include <memory>
#include <optional>

namespace sealport {

/// `sealport serve`: one server in the terminal, from start to the last count, which is told once however it came to
/// an end. Lives in the main thread.
class ServeCommand final : public QObject {
    Q_OBJECT
public:
    /// `passphrase` opens the key; null: none was given.
    ServeCommand(ServeOptions options, std::shared_ptr<const SecretBytes> passphrase, Workspace &workspace,
                 TerminalView &view, QObject *parent = nullptr);

    void run();

Q_SIGNALS:
    void done(int exitCode);

private:
    /// Why no server was chosen, in the user's language.
    struct Refusal {
        QString sentence;
        int exitCode;
    };
    void workspaceOpened();
    [[nodiscard]] std::expected<ServerId, Refusal> chooseServer();
    void serverChanged(ServerId id);
    void sayIfChanged(const ServerEntry &entry);
    void sayWhatIsLacking(const ServerEntry &entry);
    void connectionsArrived(const std::vector<ConnectionRecord> &records);
    void stop();
    void reportStopped(const ServerEntry &entry);
    void finish(int exitCode);

    const ServeOptions m_options;
    const std::shared_ptr<const SecretBytes> m_passphrase;
    Workspace &m_workspace;
    TerminalView &m_view;
    UnixSignals m_signals;
    QTimer m_timer;
    ServerId m_server; ///< invalid before the workspace is open
    std::uint64_t m_ended = 0;
    bool m_isListening = false;
    QStringList m_lacking;              ///< of the files that it writes: what has been said
    std::uint64_t m_generation = 0;     ///< the newest that has been said
    std::optional<Error> m_changeError; ///< the same
    bool m_isStopping = false;
    bool m_isFinished = false;
};

} // namespace sealport
