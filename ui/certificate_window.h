#pragma once

#include "model/base/job_runner.h"
#include "model/certificates/certificate_report.h"

#include <QWidget>

class QComboBox;
class QDateTimeEdit;
class QLabel;
class QLineEdit;
class QTabWidget;
class QTreeWidget;

namespace sealport {

class ValidityBar;

/// Everything about one certificate, in a window of its own that is not in the way of the others: fields and
/// extensions in words, the chain with what is wrong with each certificate of it, the checks, the tree of ASN.1, and
/// PEM. GUI thread; what is shown is found out in a job thread.
class CertificateWindow final : public QWidget {
    Q_OBJECT
public:
    /// `jobs` and `catalogue` must outlive the window.
    CertificateWindow(const Certificate &certificate, CertificateCatalogue &catalogue, CertificateStore store,
                      JobRunner &jobs, QWidget *parent = nullptr);

Q_SIGNALS:
    /// Another certificate of the chain.
    void opened(const sealport::Certificate &certificate);

private:
    void buildChainTab();
    void ask();
    void show(const CertificateReport &report);
    void showDetails(const std::vector<Detail> &details);
    void showChain(const ChainValidation &chain);
    void showFindings(const CertificateReport &report);
    void showAsn1(const Asn1View &view);
    using QWidget::show;

    const Certificate m_certificate;
    CertificateCatalogue &m_catalogue;
    const CertificateStore m_store; ///< whose revocation lists count
    JobRunner &m_jobs;
    std::stop_source m_asked;
    std::vector<ChainLink> m_path; ///< what the chain shows
    ValidityBar *m_validity;
    QLabel *m_verdict;
    QLabel *m_use;
    QTabWidget *m_tabs;
    QTreeWidget *m_details;
    QTreeWidget *m_chain;
    QTreeWidget *m_findings;
    QTreeWidget *m_asn1;
    QDateTimeEdit *m_time;
    QComboBox *m_purpose;
    QLineEdit *m_host;
    bool m_isBuilt = false; ///< details and ASN.1 do not change with the question
};

} // namespace sealport
