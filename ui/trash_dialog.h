#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/base/trash.h"

#include <QDialog>

#include <optional>
#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace sealport {

class MessageBar;
class StoreEditor;

/// What was deleted or overwritten in the last days, also before the program began, the newest first; brings it back.
/// Not modal. GUI thread; the files are read in a job thread, and moved where all changes of the store are made.
class TrashDialog final : public QDialog {
    Q_OBJECT
public:
    /// `jobs` and `editor` must outlive the dialog.
    TrashDialog(const Trash &trash, JobRunner &jobs, StoreEditor &editor, QWidget *parent);
    /// Not while something is being brought back: what came of it is said here.
    void reject() override;
    /// Of its files, without folders.
    [[nodiscard]] static QString namesOf(const Trash::Item &item);

Q_SIGNALS:
    void restored(const sealport::Trash::Item &item);

private:
    void read();
    void showItems(std::vector<Trash::Item> items);
    void bringBack();
    void finish(const Trash::Item &item, const Result<void> &done);
    void updateButton();
    [[nodiscard]] std::optional<Trash::Item> selected() const;

    const Trash m_trash;
    JobRunner &m_jobs;
    StoreEditor &m_editor;
    std::vector<Trash::Item> m_items; ///< one for each row
    QTreeWidget *m_list;
    QLabel *m_explanation;
    MessageBar *m_message;
    QPushButton *m_bringBack;
    bool m_isBusy = false; ///< something is being brought back
    bool m_isRead = false; ///< the rows are what lies there now
};

} // namespace sealport
