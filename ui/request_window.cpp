#include "ui/request_window.h"

#include "model/text/revocation_text.h"

#include <QLabel>

namespace sealport {

RequestWindow::RequestWindow(const CertificateRequest &request, const CertificateCatalogue &catalogue, JobRunner &jobs,
                             QWidget *parent)
    : InspectionWindow(tr("%1 – certificate request").arg(request.name().left(100)), QStringLiteral("request"),
                       request.pem(), parent)
{
    QLabel *summaryLine = addLine(QStringLiteral("requestSummary"));
    jobs.runApart([request, entries = catalogue.entries()](
                      const std::stop_token & /*stop*/) { return reportOn(request, entries); },
                  this,
                  [this, request, summaryLine](const RequestReport &report) {
                      summaryLine->setText(summary(request, report));
                      showContent(report.details, report.asn1);
                  });
}

} // namespace sealport
