#pragma once

#include "model/sockets/profile_exchange.h"
#include "model/sockets/workspace.h"

#include <QObject>

class QWidget;

namespace sealport {

class MessageBar;
struct ProfileFormat;

/// Servers on their way in and out of the workspace: files, and the clipboard, where calls of SocketCréeSSL come from
/// and go to. Asks with windows of `parent` and says in `message` what came of it. Files and long texts are read and
/// written in a job thread. GUI thread.
class ServerTransfer final : public QObject {
    Q_OBJECT
public:
    ServerTransfer(Workspace &workspace, MessageBar &message, QWidget *parent);

    /// What the clipboard holds becomes servers, with a note on whatever was not understood.
    void paste();
    /// Whether paste() would find more than a text about something else. Fast, and no promise.
    [[nodiscard]] static bool looksLikeServer(const QString &text);
    void chooseImport();
    void importFile(const QString &file);
    /// Imports those that are called like files of servers; the result is the others.
    QStringList importServersAmong(const QStringList &files);

    void copyAsCall(const ServerProfile &profile, WLanguageDialect dialect);
    void copyAsJson(const ServerProfile &profile);
    void chooseExport(const ServerProfile &profile);
    /// What stands there is replaced; the trash keeps it.
    void exportTo(const QString &file, const ServerProfile &profile, const ProfileFormat &format);
    /// Opens a window with its settings for other programs.
    void handOver(const ServerProfile &profile);

Q_SIGNALS:
    void added(sealport::ServerId id); ///< the first of several

private:
    void take(ImportedProfiles imported);
    void say(const std::vector<ServerId> &ids, const QStringList &remarks);

    Workspace &m_workspace;
    MessageBar &m_message;
    QWidget *m_window;
};

} // namespace sealport
