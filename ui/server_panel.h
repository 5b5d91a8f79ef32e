#pragma once

#include "model/base/throttle.h"
#include "model/sockets/workspace.h"

#include <QPointer>
#include <QSettings>
#include <QWidget>

#include <optional>

class QMenu;
class QModelIndex;
class QPushButton;
class QSortFilterProxyModel;
class QSplitter;

namespace sealport {

class ApplicationsWindow;
class CheckListView;
class HintTable;
class Keyring;
class MessageBar;
class PreflightLine;
class FormArea;
class ServerForm;
class ServerHistory;
class ServerModel;
class ServerTransfer;
class TableLayout;
class UnlockBar;
struct Mend;
struct TlsPresetSettings;

/// The servers, the form of the selected one, and Start and Stop. What is typed is stored at once. GUI thread.
class ServerPanel final : public QWidget {
    Q_OBJECT
public:
    ServerPanel(Workspace &workspace, QSettings &settings, QWidget *parent = nullptr);

    /// Where pass phrases may be remembered; must outlive the panel. Before that there is none.
    void setKeyring(Keyring *keyring);
    void restore(); ///< once the workspace is open: the server of last time, else the first
    void save();

    void addServer();
    void startCurrent();
    void stopCurrent();
    void restartCurrent();
    void removeCurrent(); ///< with a way back
    /// Takes the newest change or removal back; false: there is none.
    bool undo();
    /// What can be done with servers as stored profiles: copies, their order, files, the clipboard.
    void fillProfileMenu(QMenu &menu);
    void useCertificate(const StoredCertificate &certificate);
    /// The window that manages them; `id`: the one to be shown, or to be defined.
    void showApplications(const QString &id = {});
    /// Ticks these protocols in addition and hands them to that server, or starts it.
    void allowProtocols(ServerId server, ProtocolSet protocols);

    [[nodiscard]] HintTable &table() const { return *m_table; }
    [[nodiscard]] ServerTransfer &transfer() const { return *m_transfer; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void connectParts();
    QWidget *buildLower();
    void applyToCurrent(); ///< without an end to its connections
    void buildProfileCommands();
    void duplicateCurrent();
    void moveCurrent(int by); ///< rows
    void setAutoStart(bool wanted);
    [[nodiscard]] bool isInOwnOrder() const;
    [[nodiscard]] quint16 freePortFrom(quint16 first, quint16 last) const;
    [[nodiscard]] const ServerProfile *profileToGive();
    void showContextMenu(const QPoint &position);
    void select(ServerId id);
    void showCurrent();
    void onServerChanged(ServerId id);
    void onEdited();
    void flush(); ///< stores what was typed, now
    void toggle(ServerId id);
    void offerLists(const TlsPresetSettings &before); ///< that a preset has replaced
    void updateButtons();
    void refuse(const Error &error); ///< what the form holds cannot be stored
    void use(const Mend &mend);      ///< that a check has offered
    [[nodiscard]] const ServerEntry *currentEntry() const;
    [[nodiscard]] ServerId idAt(const QModelIndex &index) const;
    void selectServer(ServerId id);

    Workspace &m_workspace;
    QSettings &m_settings;
    ServerModel *m_model;
    QSortFilterProxyModel *m_sorted;
    HintTable *m_table;
    TableLayout *m_layout = nullptr;
    ServerForm *m_form;
    PreflightLine *m_preflight;
    CheckListView *m_checks;
    UnlockBar *m_unlock;
    QPointer<ApplicationsWindow> m_applications; ///< deletes itself when it is closed
    MessageBar *m_undo;
    ServerHistory *m_history;
    ServerTransfer *m_transfer;
    QPushButton *m_start;
    QPushButton *m_stop;
    QSplitter *m_parts; ///< the list and the form
    FormArea *m_notes;  ///< all that is said about the servers, and what would help
    Throttle m_store;
    std::optional<ServerId> m_current;
    ServerProfile m_shown;          ///< the stored profile that the form shows
    bool m_dirty = false;           ///< the form holds something that is not stored yet
    std::optional<Error> m_refused; ///< why not
    bool m_keepFocus = false;       ///< Start or Stop had the focus when it was disabled
};

} // namespace sealport
