#include "ui/revocation_list_window.h"

#include "model/tables/revoked_certificate_model.h"
#include "model/text/revocation_text.h"
#include "ui/hint_table.h"
#include "ui/validity_bar.h"

#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace sealport {

RevocationListWindow::RevocationListWindow(const RevocationList &list, CertificateCatalogue &catalogue, JobRunner &jobs,
                                           QWidget *parent)
    : InspectionWindow(tr("%1 – revocation list").arg(list.name().left(100)), QStringLiteral("revoked"),
                       QString::fromLatin1(list.pem()), parent)
    , m_list(list)
    , m_catalogue(catalogue)
    , m_jobs(jobs)
    , m_summary(addLine(QStringLiteral("listSummary")))
    , m_entries(new RevokedCertificateModel(this))
    , m_table(new HintTable(this))
{
    if (list.nextUpdate().isValid()) {
        auto *validity = new ValidityBar(this);
        validity->setValidity(list.thisUpdate(), list.nextUpdate(), QDateTime::currentDateTimeUtc(), 0);
        addAbove(validity);
    }
    buildEntriesPage();
    askAgainAfter(catalogue, [this] { ask(); });
    ask();
}

void RevocationListWindow::ask()
{
    m_asked.request_stop();
    m_asked = m_jobs.runApart([list = m_list, entries = m_catalogue.entries()](
                                  const std::stop_token &stop) { return reportOn(list, entries, stop); },
                              this, [this](const RevocationListReport &report) { showReport(report); });
}

void RevocationListWindow::showReport(const RevocationListReport &report)
{
    m_summary->setText(summary(m_list, report, QDateTime::currentDateTimeUtc()));
    m_table->setHint(m_list.count() == 0 ? tr("This list revokes no certificate.")
                                         : tr("No entry contains this text."));
    const bool isFirst = m_entries->rowCount() == 0;
    m_entries->setEntries(report.entries);
    if (isFirst) // later the widths are the user's
        m_table->resizeColumnsToContents();
    showContent(report.details, report.asn1);
}

void RevocationListWindow::buildEntriesPage()
{
    auto *page = new QWidget(this);
    auto *filter = new QLineEdit(page);
    filter->setObjectName(QStringLiteral("entryFilter"));
    filter->setPlaceholderText(tr("Serial number, reason or name"));
    filter->setAccessibleName(tr("Filter of the revoked certificates"));
    filter->setClearButtonEnabled(true);
    connect(filter, &QLineEdit::textChanged, m_entries, &RevokedCertificateModel::setFilter);
    m_table->setObjectName(QStringLiteral("revokedCertificates"));
    m_table->setAccessibleName(tr("Revoked certificates"));
    m_table->setModel(m_entries);
    m_table->setSortingEnabled(true);
    connect(m_table, &QWidget::customContextMenuRequested, m_table, &HintTable::showCopyMenu);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder); // the list's own order
    m_table->horizontalHeader()->setStretchLastSection(true);
    auto *column = new QVBoxLayout(page);
    column->addWidget(filter);
    column->addWidget(m_table, 1);
    addPage(page, tr("&Revoked certificates"));
    showPage(page);
    filter->setFocus();
}

} // namespace sealport
