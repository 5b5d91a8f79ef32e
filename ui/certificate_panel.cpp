#include "ui/certificate_panel.h"

#include "model/certificates/display_text.h"
#include "model/certificates/thumbprint.h"
#include "model/tables/certificate_model.h"
#include "model/text/error_text.h"
#include "model/text/thumbprint_text.h"
#include "ui/certificate_details.h"
#include "ui/form_area.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"
#include "ui/panel_title.h"
#include "ui/table_layout.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QSplitter>
#include <QStringBuilder>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {

CertificatePanel::CertificatePanel(Workspace &workspace, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_model(new CertificateModel(this))
    , m_filter(new CertificateFilter(this))
    , m_table(new HintTable(this))
    , m_details(new CertificateDetails(this))
    , m_message(new MessageBar(this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    m_filter->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("certificates"));
    m_table->setAccessibleName(tr("Certificates"));
    m_table->setModel(m_filter);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_layout = new TableLayout(*m_table, m_settings, QStringLiteral("certificates"),
                               {{150}, {45}, {110}, {190, false}, {190, false}, {190, false}, {116}, {80, false}},
                               CertificateModel::Sha1Column);
    m_table->setSortingEnabled(true); // after the layout has taken the sort indicator away

    m_splitter->setObjectName(QStringLiteral("certificateSplitter"));
    m_splitter->addWidget(m_table);
    m_splitter->addWidget(new FormArea(*m_details, this));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 6, 6);
    column->addWidget(makePanelTitle(tr("Certificates"), m_table, this));
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);

    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this] { m_details->showCertificate(current()); });
    connect(m_table, &QAbstractItemView::activated, this, &CertificatePanel::useCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CertificatePanel::showContextMenu);
    connect(&m_workspace, &Workspace::certificatesChanged, this, &CertificatePanel::reload);
    reload();
}

void CertificatePanel::restore()
{
    m_layout->restore();
    if (!m_splitter->restoreState(m_settings.value(QStringLiteral("splitters/certificates")).toByteArray()))
        m_splitter->setSizes({m_splitter->height() * 45 / 100, m_splitter->height() * 55 / 100});
    reload();
}

void CertificatePanel::save()
{
    m_layout->save();
    m_settings.setValue(QStringLiteral("splitters/certificates"), m_splitter->saveState());
}

void CertificatePanel::reload()
{
    const auto before = m_wanted ? std::exchange(m_wanted, {}) : [this]() -> std::optional<Certificate> {
        const auto stored = current();
        return stored ? std::optional(stored->certificate) : std::nullopt;
    }();
    m_model->setCertificates(m_workspace.certificates());
    m_table->setHint(m_workspace.certificates().empty()
                         ? tr("No certificate yet. Press New certificate to make one.")
                         : tr("No certificate contains this text. Esc shows all of them."));
    if (before)
        selectCertificate(*before);
    if (!m_table->currentIndex().isValid())
        selectSomething();
    m_details->showCertificate(current());
}

void CertificatePanel::selectSomething()
{
    for (const StoredCertificate &stored : m_workspace.certificates()) {
        if (stored.hasKey && !stored.certificate.isCa())
            return selectCertificate(stored.certificate); // most likely the one whose thumbprint is wanted
    }
    if (m_filter->rowCount() > 0)
        m_table->selectRow(0);
}

std::optional<StoredCertificate> CertificatePanel::current() const
{
    const QModelIndex index = m_filter->mapToSource(m_table->currentIndex());
    if (!index.isValid())
        return std::nullopt;
    return m_model->certificateAt(index.row());
}

void CertificatePanel::selectCertificate(const Certificate &certificate)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->certificateAt(row).certificate != certificate)
            continue;
        const QModelIndex index = m_filter->mapFromSource(m_model->index(row, 0));
        if (!index.isValid())
            break;
        m_table->selectRow(index.row());
        m_table->scrollTo(index);
        return;
    }
    m_wanted = certificate; // the store will list it with its next reading
}

bool CertificatePanel::find(const QString &text)
{
    m_message->clear();
    m_sought = looksLikeThumbprint(text) ? text : QString();
    m_filter->setText(m_sought.isEmpty() ? text : QString());
    if (m_sought.isEmpty())
        return false;
    m_workspace.findThumbprint(text, this, [this, text](const ThumbprintSearch &search) {
        if (text == m_sought)
            showFound(search);
    });
    return true;
}

void CertificatePanel::showFound(const ThumbprintSearch &search)
{
    const std::vector<ThumbprintFinding> &findings = search.diagnosis.findings;
    QStringList sentences = readingNotes(search.diagnosis.reading);
    if (findings.empty()) {
        sentences.prepend(nothingFound(search.diagnosis.reading));
        return m_message->showMessage(MessageBar::Level::Warning, sentences.join(u' '));
    }
    const ThumbprintFinding &first = findings.front();
    const StoredCertificate &found = search.certificates.at(first.certificate);
    const bool isListed =
        std::ranges::find(m_workspace.certificates(), found.certificate, &StoredCertificate::certificate)
        != m_workspace.certificates().end();
    const bool isExact = first.kind == ThumbprintFinding::Kind::Exact;
    if (isListed)
        selectCertificate(found.certificate);
    const bool isPlain = isListed && isExact && first.object == HashedObject::Certificate;
    if (isPlain && sentences.isEmpty())
        return; // the selected row says it all
    sentences.prepend(describe(first, found.certificate.name()));
    if (!isListed)
        sentences.append(tr("It is one of this system's roots: %1.").arg(displayText(found.file)));
    m_message->showMessage(isExact ? MessageBar::Level::Information : MessageBar::Level::Warning, sentences.join(u' '));
}

void CertificatePanel::useCurrent()
{
    const auto stored = current();
    if (!stored)
        return;
    if (!stored->hasKey) {
        m_message->showMessage(MessageBar::Level::Warning,
                               describe(Error{.code = ErrorCode::NoPrivateKey, .subject = stored->certificate.name()}));
        return;
    }
    m_message->clear();
    Q_EMIT useRequested(stored->certificate);
}

void CertificatePanel::copyThumbprint()
{
    if (const auto stored = current())
        QGuiApplication::clipboard()->setText(formatThumbprint(stored->certificate.sha1(), ThumbprintFormat::Windows));
}

void CertificatePanel::showContextMenu(const QPoint &position)
{
    const bool any = current().has_value();
    const auto icon = [](const char *name) { return themedIcon(QString::fromLatin1(name)); };
    QMenu menu(this);
    auto *use = menu.addAction(icon("choose"), tr("Use for this server"), this, &CertificatePanel::useCurrent);
    use->setEnabled(any);
    menu.setDefaultAction(use);
    menu.addSeparator();
    menu.addAction(icon("copy"), tr("Copy thumbprint (SHA-1)"), this, &CertificatePanel::copyThumbprint)
        ->setEnabled(any);
    menu.addAction(icon("copy"), tr("Copy row"), m_table, &HintTable::copySelection)->setEnabled(any);
    menu.addSeparator();
    menu.addAction(icon("certificate"), tr("New certificate"), this, &CertificatePanel::newRequested);
    menu.addSeparator();
    m_layout->fillMenu(*menu.addMenu(tr("Columns")));
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace sealport
