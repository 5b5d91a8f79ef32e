#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/revocation_list_report.h"
#include "ui/inspection_window.h"

#include <stop_token>

namespace sealport {

class HintTable;
class RevokedCertificateModel;

/// Everything about one revocation list, its entries in a table that can be searched. GUI thread; what is shown is
/// found out in a job thread.
class RevocationListWindow final : public InspectionWindow {
    Q_OBJECT
public:
    /// `jobs` and `catalogue` must outlive the window.
    RevocationListWindow(const RevocationList &list, CertificateCatalogue &catalogue, JobRunner &jobs,
                         QWidget *parent = nullptr);

private:
    void buildEntriesPage();
    void ask();
    void showReport(const RevocationListReport &report);

    const RevocationList m_list;
    CertificateCatalogue &m_catalogue;
    JobRunner &m_jobs;
    std::stop_source m_asked;
    QLabel *m_summary;
    RevokedCertificateModel *m_entries;
    HintTable *m_table;
};

} // namespace sealport
