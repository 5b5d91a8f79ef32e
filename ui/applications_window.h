#pragma once

#include "model/sockets/workspace.h"

#include <QDialog>

class QComboBox;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace sealport {

class ApplicationForm;
class FieldNote;
class MessageBar;

/// The application definitions, as the Digital Certificate Manager of IBM i manages them: which there are, which
/// certificates each of them has, and which servers follow it. Every change can be undone. Not modal. GUI thread.
class ApplicationsWindow final : public QDialog {
    Q_OBJECT
public:
    /// `workspace` must outlive the window.
    ApplicationsWindow(Workspace &workspace, QWidget *parent);
    ~ApplicationsWindow() override;
    /// Chooses one, or where there is none of that id, proposes to define it.
    void showApplication(const QString &id);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *buildNew();
    void buildList();
    void showList();
    void showCurrent();
    void showServers();
    void checkId();
    void define();
    void change(const QString &id, const ApplicationStore::Change &change, const QString &sentence);
    void putBack(const ApplicationDefinition &before, const ApplicationDefinition &after);
    void removeCurrent();
    void fail(const Error &error);
    void offerUndo(const QString &sentence, const std::function<void()> &undo);
    [[nodiscard]] const ApplicationDefinition *current() const;

    Workspace &m_workspace;
    QLineEdit *m_id;
    QComboBox *m_type;
    QPushButton *m_define;
    FieldNote *m_note;
    QTreeWidget *m_list;
    QPushButton *m_remove;
    ApplicationForm *m_form;
    MessageBar *m_message;
    QString m_currentId;       ///< empty: none
    bool m_isDefining = false; ///< one is on its way
    bool m_isRemoving = false;
};

} // namespace sealport
