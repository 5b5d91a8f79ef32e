#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/certificate_report.h"
#include "ui/inspection_window.h"

class QComboBox;
class QDateTimeEdit;
class QLineEdit;

namespace sealport {

class ValidityBar;

/// Everything about one certificate: fields and extensions in words, the chain with what is wrong with each certificate
/// of it, the checks, the tree of ASN.1, and PEM. GUI thread; what is shown is found out in a job thread.
class CertificateWindow final : public InspectionWindow {
    Q_OBJECT
public:
    /// `jobs` and `catalogue` must outlive the window. `soonDays`: as of Calendar.
    CertificateWindow(const Certificate &certificate, CertificateCatalogue &catalogue, JobRunner &jobs, int soonDays,
                      QWidget *parent = nullptr);

Q_SIGNALS:
    /// Another certificate of the chain.
    void opened(const sealport::Certificate &certificate);

private:
    void buildChainPage();
    void ask();
    void showReport(const CertificateReport &report);
    void showChain(const ChainValidation &chain);
    void showFindings(const CertificateReport &report);

    const Certificate m_certificate;
    CertificateCatalogue &m_catalogue;
    JobRunner &m_jobs;
    const int m_soonDays;
    std::stop_source m_asked;
    std::vector<ChainLink> m_path; ///< what the chain shows
    QLabel *m_verdict;
    QLabel *m_use;
    ValidityBar *m_validity;
    ValueTree *m_chain;
    ValueTree *m_findings;
    QDateTimeEdit *m_time;
    QComboBox *m_purpose;
    QLineEdit *m_host;
};

} // namespace sealport
