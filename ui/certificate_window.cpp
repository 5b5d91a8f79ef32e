#include "ui/certificate_window.h"

#include "model/tables/table_icons.h"
#include "model/text/certificate_text.h"
#include "model/text/chain_text.h"
#include "model/text/lint_text.h"
#include "ui/icons.h"
#include "ui/validity_bar.h"

#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabWidget>
#include <QTreeWidget>
#include <QVBoxLayout>

namespace sealport {
namespace {

constexpr int placeRole = Qt::UserRole; ///< in the path

QTreeWidget *makeTree(const QStringList &headers, const QString &name, QWidget *parent)
{
    auto *tree = new QTreeWidget(parent);
    tree->setHeaderLabels(headers);
    tree->setAccessibleName(name);
    tree->setAlternatingRowColors(true);
    tree->setUniformRowHeights(false);
    tree->setWordWrap(true);
    tree->setTextElideMode(Qt::ElideRight);
    tree->header()->setStretchLastSection(true);
    auto *copy = new QAction(QObject::tr("Copy row"), tree);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, tree, [tree] {
        QStringList cells;
        for (int column = 0; tree->currentItem() && column < tree->columnCount(); ++column)
            cells.append(tree->currentItem()->text(column));
        QGuiApplication::clipboard()->setText(cells.join(u'\t'));
    });
    tree->addAction(copy);
    tree->setContextMenuPolicy(Qt::ActionsContextMenu);
    return tree;
}

QLabel *makeLine(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // certificates are written by strangers
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

// Bounded in depth where details and ASN.1 are made.

QTreeWidgetItem *itemFor(const Detail &detail)
{
    QString value = detailValue(detail);
    if (detail.isCritical)
        value = value.isEmpty() ? CertificateWindow::tr("critical") : CertificateWindow::tr("%1 (critical)").arg(value);
    auto *item = new QTreeWidgetItem({detailLabel(detail), value});
    item->setToolTip(1, detail.object);
    for (const Detail &part : detail.parts)
        item->addChild(itemFor(part));
    return item;
}

QTreeWidgetItem *itemFor(const Asn1Node &node)
{
    auto *item =
        new QTreeWidgetItem({node.tag, node.value, QString::number(node.offset), QString::number(node.contentLength)});
    for (const Asn1Node &child : node.children)
        item->addChild(itemFor(child));
    return item;
}

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

CertificateWindow::CertificateWindow(const Certificate &certificate, CertificateCatalogue &catalogue,
                                     CertificateStore store, JobRunner &jobs, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_certificate(certificate)
    , m_catalogue(catalogue)
    , m_store(std::move(store))
    , m_jobs(jobs)
    , m_validity(new ValidityBar(this))
    , m_verdict(makeLine(this))
    , m_use(makeLine(this))
    , m_tabs(new QTabWidget(this))
    , m_details(makeTree({tr("Field"), tr("Value")}, tr("Fields and extensions"), this))
    , m_chain(makeTree({tr("Certificate"), tr("Result")}, tr("Chain"), this))
    , m_findings(makeTree({tr("Finding"), tr("Reason")}, tr("Checks"), this))
    , m_asn1(makeTree({tr("Element"), tr("Value"), tr("Offset"), tr("Length")}, tr("ASN.1"), this))
    , m_time(new QDateTimeEdit(QDateTime::currentDateTime(), this))
    , m_purpose(new QComboBox(this))
    , m_host(new QLineEdit(this))
{
    setWindowTitle(plainTitle(tr("%1 – certificate").arg(certificate.name().left(100))));
    setWindowIcon(themedIcon(certificate.isCa() ? QStringLiteral("ca") : QStringLiteral("certificate")));
    setAttribute(Qt::WA_DeleteOnClose);
    m_verdict->setObjectName(QStringLiteral("chainSummary"));
    m_use->setObjectName(QStringLiteral("serverUse"));
    QFont bold = font();
    bold.setBold(true);
    m_verdict->setFont(bold);
    m_validity->setValidity(certificate.notBefore(), certificate.notAfter(), QDateTime::currentDateTimeUtc());

    auto *pem = new QPlainTextEdit(QString::fromLatin1(certificate.pem()), this);
    pem->setReadOnly(true);
    pem->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    pem->setAccessibleName(tr("PEM"));
    m_tabs->addTab(m_details, tr("&Fields"));
    buildChainTab();
    m_tabs->addTab(m_findings, tr("Chec&ks"));
    m_tabs->addTab(m_asn1, tr("&ASN.1"));
    m_tabs->addTab(pem, tr("&PEM"));
    m_findings->setObjectName(QStringLiteral("findings"));
    m_details->setObjectName(QStringLiteral("fields"));
    m_asn1->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));

    auto *column = new QVBoxLayout(this);
    column->addWidget(m_verdict);
    column->addWidget(m_use);
    column->addWidget(m_validity);
    column->addWidget(m_tabs, 1);
    auto *close = new QAction(this);
    close->setShortcut(Qt::Key_Escape);
    connect(close, &QAction::triggered, this, &QWidget::close);
    addAction(close);
    resize(760, 620);
    m_findings->setColumnWidth(0, width() / 2);
    ask();
}

void CertificateWindow::buildChainTab()
{
    m_purpose->addItem(tr("TLS server"), int(ChainPurpose::TlsServer));
    m_purpose->addItem(tr("TLS client"), int(ChainPurpose::TlsClient));
    m_purpose->addItem(tr("authority"), int(ChainPurpose::Authority));
    m_purpose->addItem(tr("anything"), int(ChainPurpose::Any));
    m_purpose->setAccessibleName(tr("Purpose"));
    if (m_certificate.isCa())
        m_purpose->setCurrentIndex(int(ChainPurpose::Authority));
    m_time->setDisplayFormat(QStringLiteral("yyyy-MM-dd HH:mm"));
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
    m_tabs->addTab(page, tr("&Chain"));
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
    m_asked = m_jobs.runApart(
        [certificate = m_certificate, question, entries = m_catalogue.entries(), store = m_store](
            const std::stop_token &stop) { return reportOn(certificate, question, entries, store, stop); },
        this, [this](const CertificateReport &report) { show(report); });
}

void CertificateWindow::show(const CertificateReport &report)
{
    m_verdict->setText(summary(report.chain));
    m_use->setText(describe(report.serverUse));
    m_use->setVisible(report.chain.isValid() || report.serverUse.answer != ServerUse::Answer::Yes);
    showChain(report.chain);
    showFindings(report);
    if (m_isBuilt)
        return;
    m_isBuilt = true;
    showDetails(report.details);
    showAsn1(report.asn1);
}

void CertificateWindow::showDetails(const std::vector<Detail> &details)
{
    for (const Detail &detail : details)
        m_details->addTopLevelItem(itemFor(detail));
    m_details->expandAll();
    m_details->resizeColumnToContents(0);
}

void CertificateWindow::showChain(const ChainValidation &chain)
{
    m_chain->clear();
    m_path = chain.path;
    QTreeWidgetItem *parent = m_chain->invisibleRootItem();
    for (const ChainLink &link : m_path) {
        QStringList results;
        for (const ChainFinding &finding : link.findings)
            results.append(describe(finding, link.certificate.name()) + u' ' + advice(finding));
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

void CertificateWindow::showAsn1(const Asn1View &view)
{
    for (const Asn1Node &node : view.nodes)
        m_asn1->addTopLevelItem(itemFor(node));
    for (const Asn1Stop &stop : view.stops)
        m_asn1->addTopLevelItem(new QTreeWidgetItem({describe(stop)}));
    m_asn1->expandToDepth(3);
    m_asn1->resizeColumnToContents(0);
    m_asn1->setColumnWidth(1, 340);
}

} // namespace sealport
