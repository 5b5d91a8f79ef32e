#include "ui/certificate_window.h"

#include "model/tables/table_icons.h"
#include "model/text/chain_text.h"
#include "model/text/gsk_text.h"
#include "model/text/lint_text.h"
#include "ui/date_time_field.h"
#include "ui/icons.h"
#include "ui/validity_bar.h"
#include "ui/value_tree.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

constexpr int placeRole = Qt::UserRole; ///< in the path

QString severityIcon(LintSeverity severity)
{
    switch (severity) {
    case LintSeverity::Error:
        return QStringLiteral("error");
    case LintSeverity::Warning:
        return QStringLiteral("warning");
    case LintSeverity::Notice:
        return QStringLiteral("certificate");
    }
    Q_UNREACHABLE();
}

} // namespace

CertificateWindow::CertificateWindow(const Certificate &certificate, CertificateCatalogue &catalogue, JobRunner &jobs,
                                     int soonDays, QWidget *parent)
    : InspectionWindow(tr("%1 – certificate").arg(certificate.name().left(100)),
                       certificate.isCa() ? QStringLiteral("ca") : QStringLiteral("certificate"),
                       QString::fromLatin1(certificate.pem()), parent)
    , m_certificate(certificate)
    , m_catalogue(catalogue)
    , m_jobs(jobs)
    , m_soonDays(soonDays)
    , m_verdict(addLine(QStringLiteral("chainSummary")))
    , m_use(addLine(QStringLiteral("serverUse")))
    , m_validity(new ValidityBar(this))
    , m_chain(new ValueTree({tr("Certificate"), tr("Result")}, tr("Chain"), this))
    , m_findings(new ValueTree({tr("Finding"), tr("Reason")}, tr("Checks"), this))
    , m_time(new DateTimeField(this))
    , m_purpose(new QComboBox(this))
    , m_host(new QLineEdit(this))
{
    addAbove(m_validity);
    buildChainPage();
    addPage(m_findings, tr("Chec&ks"));
    m_findings->setObjectName(QStringLiteral("findings"));
    m_findings->setColumnWidth(0, width() / 2);
    askAgainAfter(catalogue, [this] { ask(); });
    ask();
}

void CertificateWindow::buildChainPage()
{
    m_purpose->addItem(tr("TLS server"), int(ChainPurpose::TlsServer));
    m_purpose->addItem(tr("TLS client"), int(ChainPurpose::TlsClient));
    m_purpose->addItem(tr("authority"), int(ChainPurpose::Authority));
    m_purpose->addItem(tr("anything"), int(ChainPurpose::Any));
    m_purpose->setAccessibleName(tr("Purpose"));
    if (m_certificate.isCa())
        m_purpose->setCurrentIndex(int(ChainPurpose::Authority));
    m_time->setDateTime(QDateTime::currentDateTime());
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm:ss"));
    m_time->setCalendarPopup(true);
    m_time->setAccessibleName(tr("At this time"));
    m_host->setPlaceholderText(tr("any host"));
    m_host->setAccessibleName(tr("For this host name or address"));
    m_host->setObjectName(QStringLiteral("chainHost"));
    m_chain->setObjectName(QStringLiteral("chain"));

    auto *page = new QWidget(this);
    auto *question = new QHBoxLayout;
    for (QWidget *field : {static_cast<QWidget *>(m_purpose), static_cast<QWidget *>(m_time)})
        question->addWidget(field);
    question->addWidget(m_host, 1);
    auto *column = new QVBoxLayout(page);
    column->addLayout(question);
    column->addWidget(m_chain, 1);
    addPage(page, tr("&Chain"));
    connect(m_purpose, &QComboBox::currentIndexChanged, this, &CertificateWindow::ask);
    connect(m_time, &QDateTimeEdit::dateTimeChanged, this, &CertificateWindow::ask);
    connect(m_host, &QLineEdit::textChanged, this, &CertificateWindow::ask);
    connect(m_chain, &QTreeWidget::itemActivated, this, [this](const QTreeWidgetItem *item) {
        const auto place = static_cast<std::size_t>(item->data(0, placeRole).toInt());
        if (place < m_path.size())
            Q_EMIT opened(m_path[place].certificate);
    });
}

void CertificateWindow::ask()
{
    m_asked.request_stop();
    const ReportQuestion question{.time = m_time->dateTime().toUTC(),
                                  .purpose = static_cast<ChainPurpose>(m_purpose->currentData().toInt()),
                                  .host = m_host->text().trimmed()};
    m_asked =
        m_jobs.runApart([certificate = m_certificate, question, entries = m_catalogue.entries()](
                            const std::stop_token &stop) { return reportOn(certificate, question, entries, stop); },
                        this, [this](const CertificateReport &report) { showReport(report); });
}

void CertificateWindow::showReport(const CertificateReport &report)
{
    m_verdict->setText(summary(report.chain));
    m_use->setText(describe(report.serverUse));
    m_use->setVisible(report.chain.isValid() || report.serverUse.answer != ServerUse::Answer::Yes);
    m_validity->setValidity(m_certificate.notBefore(), m_certificate.notAfter(), QDateTime::currentDateTimeUtc(),
                            m_soonDays);
    const bool isRevoked =
        !report.chain.path.empty()
        && std::ranges::find(report.chain.path.back().findings, ChainFault::Revoked, &ChainFinding::fault)
               != report.chain.path.back().findings.end();
    if (isRevoked)
        m_validity->setRevoked();
    showChain(report.chain);
    showFindings(report);
    showContent(report.details, report.asn1);
}

void CertificateWindow::showChain(const ChainValidation &chain)
{
    m_chain->clear();
    m_path = chain.path;
    QTreeWidgetItem *parent = m_chain->invisibleRootItem();
    for (const ChainLink &link : m_path) {
        QStringList results;
        for (const ChainFinding &finding : link.findings)
            results.append(withGsk(describe(finding, link.certificate.name()), gskCode(finding.fault)) + u' '
                           + advice(finding));
        if (results.isEmpty())
            results.append(link.isTrusted ? tr("trusted") : tr("valid"));
        auto *item = new QTreeWidgetItem({link.certificate.name(), results.join(u'\n')});
        item->setIcon(0, themedIcon(link.findings.empty() ? QStringLiteral("ok") : QStringLiteral("error")));
        item->setToolTip(0, plainToolTip(link.certificate.subject()));
        item->setToolTip(1, plainToolTip(results.join(u'\n')));
        item->setData(0, placeRole, static_cast<int>(&link - m_path.data()));
        parent->addChild(item);
        parent = item;
    }
    m_chain->expandAll();
    m_chain->resizeColumnToContents(0);
    m_chain->setColumnWidth(0, std::min(m_chain->columnWidth(0), width() / 2));
}

void CertificateWindow::showFindings(const CertificateReport &report)
{
    m_findings->clear();
    for (const LintFinding &finding : report.findings) {
        const LintReason reason = reasonFor(finding);
        auto *item = new QTreeWidgetItem({describe(finding), reason.reason});
        item->setIcon(0, themedIcon(severityIcon(finding.severity)));
        item->setData(0, Qt::AccessibleTextRole,
                      tr("%1: %2", "severity: finding").arg(severityText(finding.severity), describe(finding)));
        item->addChild(new QTreeWidgetItem({tr("Source"), reason.source}));
        item->addChild(new QTreeWidgetItem({tr("What clients do"), reason.clients}));
        m_findings->addTopLevelItem(item);
    }
    if (report.findings.empty())
        m_findings->addTopLevelItem(new QTreeWidgetItem({tr("Nothing is wrong with it."), QString()}));
}

} // namespace sealport
