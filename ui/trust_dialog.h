#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/trust_store.h"

#include <QDialog>

#include <stop_token>
#include <vector>

class QCheckBox;
class QPushButton;
class QVBoxLayout;

namespace sealport {

class MessageBar;

/// Where programs of this machine trust an authority, and a tick for each place to change that. Not modal; nothing
/// changes before Apply. GUI thread; places are read and changed in job threads.
class TrustDialog final : public QDialog {
    Q_OBJECT
public:
    /// `jobs` must outlive the dialog.
    TrustDialog(Certificate authority, JobRunner &jobs, QWidget *parent = nullptr);
    ~TrustDialog() override;

private:
    struct Place {
        TrustStore store;
        bool isTrusted = false;
        QCheckBox *box = nullptr;
    };
    void read();
    void showPlaces(std::vector<Place> places);
    void apply();
    void setBusy(bool isBusy);
    void updateApply();

    const Certificate m_authority;
    JobRunner &m_jobs;
    std::stop_source m_job{std::nostopstate};
    std::vector<Place> m_places;
    QVBoxLayout *m_boxes;
    MessageBar *m_message;
    QPushButton *m_apply;
};

} // namespace sealport
