#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/request_report.h"
#include "ui/inspection_window.h"

#include <stop_token>

namespace sealport {

/// Everything about one certificate request. GUI thread; what is shown is found out in a job thread.
class RequestWindow final : public InspectionWindow {
    Q_OBJECT
public:
    /// `jobs` and `catalogue` must outlive the window.
    RequestWindow(const CertificateRequest &request, CertificateCatalogue &catalogue, JobRunner &jobs,
                  QWidget *parent = nullptr);

private:
    void ask();

    const CertificateRequest m_request;
    CertificateCatalogue &m_catalogue;
    JobRunner &m_jobs;
    std::stop_source m_asked;
    QLabel *m_summary;
};

} // namespace sealport
