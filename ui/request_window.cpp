#include "ui/request_window.h"

#include "model/text/revocation_text.h"

#include <QLabel>

namespace sealport {

RequestWindow::RequestWindow(const CertificateRequest &request, CertificateCatalogue &catalogue, JobRunner &jobs,
                             QWidget *parent)
    : InspectionWindow(tr("%1 – certificate request").arg(request.name().left(100)), QStringLiteral("request"),
                       QString::fromLatin1(request.pem()), parent)
    , m_request(request)
    , m_catalogue(catalogue)
    , m_jobs(jobs)
    , m_summary(addLine(QStringLiteral("requestSummary")))
{
    askAgainAfter(catalogue, [this] { ask(); });
    ask();
}

void RequestWindow::ask()
{
    m_asked.request_stop();
    m_asked = m_jobs.runApart([request = m_request, entries = m_catalogue.entries()](
                                  const std::stop_token & /*stop*/) { return reportOn(request, entries); },
                              this,
                              [this](const RequestReport &report) {
                                  m_summary->setText(summary(m_request, report));
                                  showContent(report.details, report.asn1);
                              });
}

} // namespace sealport
