#pragma once

#include "model/sockets/store_editor.h"
#include "model/sockets/workspace.h"

#include <QMainWindow>
#include <QPointer>
#include <QSettings>

class QLineEdit;
class QSplitter;
class QToolBar;

namespace sealport {

class CertificateDialog;
class CertificatePanel;
class ConnectionPanel;
class Keyring;
class MessageBar;
class ServerPanel;

/// The window: certificates, servers and their form, connections and their verdicts, all at once. Shows a workspace
/// that the caller owns, opens and keeps longer than the window. What it remembers is in `window.ini` of the data
/// folder. GUI thread.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(Workspace &workspace, QWidget *parent = nullptr);

    /// Where pass phrases of keys may be remembered; must outlive the window. Before that nothing is remembered.
    void setKeyring(Keyring *keyring);
    /// Shows files and folders among the certificates, without importing them; files of servers become servers.
    void openPaths(const QStringList &paths);

protected:
    void closeEvent(QCloseEvent *event) override;
    /// Of the whole program: files may be dropped on any widget of the window.
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void buildToolBar();
    void buildActions();
    void buildCentre();
    void restore();
    void save();
    void onOpened();
    void undo();
    void newCertificate();
    void paste();
    void chooseFiles();
    void chooseFolder();
    void chooseTokenModule(); ///< PKCS#11
    void find(const QString &text);
    void clearFilters();
    QAction *addCommand(const QString &icon, const QString &text, const QKeySequence &shortcut,
                        std::function<void()> run);

    Workspace &m_workspace;
    QSettings m_settings;
    StoreEditor m_editor;
    QToolBar *m_toolBar;
    QLineEdit *m_find;
    MessageBar *m_message;
    CertificatePanel *m_certificates;
    ServerPanel *m_servers;
    ConnectionPanel *m_connections;
    QSplitter *m_upper = nullptr;
    QSplitter *m_whole = nullptr;
    QPointer<CertificateDialog> m_dialog;
};

} // namespace sealport
