#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/revocation_list_report.h"
#include "ui/inspection_window.h"

namespace sealport {

class HintTable;
class RevokedCertificateModel;

/// Everything about one revocation list, its entries in a table that can be searched. GUI thread; what is shown is
/// found out in a job thread.
class RevocationListWindow final : public InspectionWindow {
    Q_OBJECT
public:
    /// `jobs` must outlive the window.
    RevocationListWindow(const RevocationList &list, const CertificateCatalogue &catalogue, JobRunner &jobs,
                         QWidget *parent = nullptr);

private:
    void buildEntriesPage();

    RevokedCertificateModel *m_entries;
    HintTable *m_table;
};

} // namespace sealport
