#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/production_export.h"

#include <QString>
#include <QWidget>

#include <cstdint>

class QComboBox;
class QLabel;
class QListWidget;
class QPlainTextEdit;
class QPushButton;

namespace sealport {

class MessageBar;
class Workspace;

/// A server in the words of another program: its configuration to copy or save, and beside it what that program cannot
/// do, does otherwise or needs. Files are read and written in a job thread. GUI thread.
class HandoverWindow final : public QWidget {
    Q_OBJECT
public:
    /// Of the profile as it is now. `workspace` must outlive the window.
    HandoverWindow(Workspace &workspace, ServerProfile profile, QWidget *parent = nullptr);

    /// Writes what is shown; files that have to be made first belong into the same folder. What stands there is
    /// replaced; the trash keeps it.
    void saveTo(const QString &file);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What the job thread makes of it.
    struct Written {
        ProductionConfig config{};
        QString text{};
        bool replaced = false; ///< another file, which is in the trash now
    };
    /// Where it finds files, and where those that have to be made belong.
    struct Place {
        CertificateStore store;
        ApplicationStore applications;
        QString folder;
    };
    static Result<Written> write(const Place &place, const ServerProfile &profile, ExportTarget target);
    [[nodiscard]] Place place() const;
    void build();
    void refresh();
    void take(const Result<Written> &written, ExportTarget target);
    void chooseFile();
    [[nodiscard]] ExportTarget target() const;
    [[nodiscard]] QString fileName() const;

    Workspace &m_workspace;
    const ServerProfile m_profile;
    QComboBox *m_target;
    QPlainTextEdit *m_text;
    QLabel *m_notesTitle;
    QListWidget *m_notes;
    MessageBar *m_message;
    QPushButton *m_copy;
    QPushButton *m_save;
    QString m_folder;             ///< where files that have to be made belong
    std::uint64_t m_requests = 0; ///< the newest alone is shown
};

} // namespace sealport
