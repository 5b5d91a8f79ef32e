#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/request_report.h"
#include "ui/inspection_window.h"

namespace sealport {

/// Everything about one certificate request. GUI thread; what is shown is found out in a job thread.
class RequestWindow final : public InspectionWindow {
    Q_OBJECT
public:
    /// `jobs` must outlive the window.
    RequestWindow(const CertificateRequest &request, const CertificateCatalogue &catalogue, JobRunner &jobs,
                  QWidget *parent = nullptr);
};

} // namespace sealport
