#pragma once

#include "model/base/error.h"
#include "model/base/job_runner.h"
#include "model/base/trash.h"

#include <QDialog>

#include <vector>

class QLabel;
class QPushButton;
class QTreeWidget;

namespace sealport {

class MessageBar;

/// What was deleted or overwritten in the last days, also before the program began, the newest first; brings it back.
/// Not modal. GUI thread; the files are read and moved in a job thread.
class TrashDialog final : public QDialog {
    Q_OBJECT
public:
    /// `jobs` must outlive the dialog.
    TrashDialog(const Trash &trash, JobRunner &jobs, QWidget *parent);
    /// What is being brought back is not stopped by it.
    void reject() override;

Q_SIGNALS:
    void restored(const sealport::Trash::Item &item);

private:
    void read();
    void showItems(std::vector<Trash::Item> items);
    void bringBack();
    void finish(const Trash::Item &item, const Result<void> &done);
    void updateButton();

    const Trash m_trash;
    JobRunner &m_jobs;
    std::vector<Trash::Item> m_items; ///< one for each row
    QTreeWidget *m_list;
    QLabel *m_explanation;
    MessageBar *m_message;
    QPushButton *m_bringBack;
    bool m_isBusy = false;
};

} // namespace sealport
