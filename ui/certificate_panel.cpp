#include "ui/certificate_panel.h"

#include "model/certificates/pkcs11_uri.h"
#include "model/text/error_text.h"
#include "model/text/source_text.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_details.h"
#include "ui/form_area.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"
#include "ui/panel_title.h"
#include "ui/reading_bar.h"
#include "ui/secret_text.h"
#include "ui/source_tree.h"
#include "ui/table_layout.h"

#include <QItemSelectionModel>
#include <QLabel>
#include <QScrollBar>
#include <QSplitter>
#include <QStringBuilder>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace sealport {
CertificatePanel::CertificatePanel(Workspace &workspace, StoreEditor &editor, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_catalogue(workspace.catalogue())
    , m_settings(settings)
    , m_model(new CertificateModel(this))
    , m_sources(new SourceTree(m_catalogue, this))
    , m_table(new HintTable(this))
    , m_details(new CertificateDetails(this))
    , m_message(new MessageBar(this))
    , m_reading(new ReadingBar(m_catalogue, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
    , m_actions(new CertificateActions(workspace, editor, *m_message, *this))
    , m_listingsChanged(std::chrono::milliseconds(200))
{
    buildTable();
    auto *list = new QWidget(this);
    auto *listColumn = new QVBoxLayout(list);
    listColumn->setContentsMargins(0, 0, 0, 0);
    listColumn->addWidget(m_reading);
    listColumn->addWidget(m_table, 1);

    m_splitter->setObjectName(QStringLiteral("certificateSplitter"));
    m_splitter->addWidget(m_sources);
    m_splitter->addWidget(list);
    m_splitter->addWidget(new FormArea(*m_details, this));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(1, 1);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 6, 6);
    column->addWidget(makePanelTitle(tr("Certificates"), m_table, this));
    column->addWidget(m_message);
    column->addWidget(m_splitter, 1);

    connect(m_sources, &SourceTree::chosenChanged, this, [this] {
        for (const SourceId id : m_sources->chosen()) {
            const auto *entry = m_catalogue.entry(id);
            if (entry && !entry->listing && !entry->isListing())
                m_catalogue.list(id);
        }
        showSources();
    });
    connect(m_details, &CertificateDetails::detailsRequested, this, &CertificatePanel::showDetails);
    connect(m_details, &CertificateDetails::passphraseGiven, this, &CertificatePanel::unlockCurrent);
    connect(m_actions, &CertificateActions::arrived, this, &CertificatePanel::selectCertificate);
    connect(m_actions, &CertificateActions::stored, this, &CertificatePanel::selectFile);
    connect(m_sources, &SourceTree::openRequested, this, &CertificatePanel::openRequested);
    connect(&m_catalogue, &CertificateCatalogue::listed, this, [this] {
        showSources();
        if (!m_sought.isEmpty() && !m_isFound)
            findSought(); // it may be in what has just been read
    });
    connect(&m_catalogue, &CertificateCatalogue::closed, this, &CertificatePanel::showSources);
    for (const auto change : {&CertificateCatalogue::listed, &CertificateCatalogue::closed})
        connect(&m_catalogue, change, &m_listingsChanged, &Throttle::request);
    connect(&m_listingsChanged, &Throttle::fired, this, &CertificatePanel::findRevoked);
    connect(&m_catalogue, &CertificateCatalogue::progressed, this, [this] { m_table->setHint(hint()); });
    showSources();
}

void CertificatePanel::buildTable()
{
    m_table->setObjectName(QStringLiteral("certificates"));
    m_table->setAccessibleName(tr("Certificates"));
    m_table->setModel(m_model);
    const std::vector<ColumnDefault> columns{{150},        {45},         {110},       {190, false}, {190, false},
                                             {190, false}, {190, false}, {140},       {80, false},  {150, false},
                                             {150, false}, {170, false}, {110, false}};
    m_layout = new TableLayout(*m_table, m_settings, QStringLiteral("certificates"), columns,
                               static_cast<int>(CertificateColumn::Sha1));
    m_table->setSortingEnabled(true); // after the layout has taken the sort indicator away
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &CertificatePanel::showCurrent);
    auto *remove = new QAction(tr("Delete"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_table->addAction(remove);
    connect(remove, &QAction::triggered, this, &CertificatePanel::removeSelected);
    connect(m_table, &QAbstractItemView::activated, this, &CertificatePanel::activateCurrent);
    connect(m_table, &QWidget::customContextMenuRequested, this, &CertificatePanel::showContextMenu);
}

void CertificatePanel::restore()
{
    m_layout->restore();
    restoreSoonDays();
    if (!m_splitter->restoreState(m_settings.value(QStringLiteral("splitters/certificates")).toByteArray())) {
        const int sources = m_sources->sizeHint().height();
        const int rest = m_splitter->height() - sources;
        m_splitter->setSizes({sources, rest * 46 / 100, rest * 54 / 100});
    }
    showSources();
}

void CertificatePanel::save()
{
    m_layout->save();
    m_settings.setValue(QStringLiteral("splitters/certificates"), m_splitter->saveState());
}

std::vector<SourceId> CertificatePanel::shownSources() const
{
    if (m_text.isEmpty())
        return m_sources->chosen();
    std::vector<SourceId> all;
    for (const auto &entry : m_catalogue.entries())
        all.push_back(entry.id);
    return all;
}

void CertificatePanel::showSources()
{
    std::vector<RowIdentity> kept;
    for (const int row : m_table->selectedRows())
        kept.push_back(m_model->identityAt(row));
    const int scrolled = m_table->verticalScrollBar()->value();

    std::vector<ShownSource> shown;
    for (const SourceId id : shownSources()) {
        if (const auto *entry = m_catalogue.entry(id))
            shown.push_back({.id = id, .title = sourceTitle(*entry->source), .listing = entry->listing});
    }
    const int row = m_table->selectedRows().value(0, m_table->currentIndex().row());
    const std::vector<SourceId> now = shownSources();
    const bool isElsewhere = now != m_shownBefore;
    m_shownBefore = now;
    const bool isNew = m_model->setSources(std::move(shown));
    m_table->setHint(hint());
    m_reading->setSources(now);
    if (isNew)
        selectAgain(kept, scrolled, isElsewhere ? -1 : row);
    showCurrent();
    if (isAnswered())
        showUnlocked();
}

bool CertificatePanel::isAnswered() const
{
    const auto *entry = m_unlocking ? m_catalogue.entry(m_unlocking->source) : nullptr;
    return m_unlocking && (!entry || !entry->isListing());
}

void CertificatePanel::showUnlocked()
{
    const int row = m_table->currentIndex().row();
    const bool isIt = row >= 0 && m_model->itemAt(row).file == m_unlocking->file;
    m_unlocking.reset();
    if (isIt && m_model->itemAt(row).problem() && m_table->hasFocus())
        m_details->focusPassphrase(); // for the next try
}

void CertificatePanel::selectAgain(const std::vector<RowIdentity> &kept, int scrolled, int near)
{
    if (m_wanted && selectRow(m_wanted())) {
        m_wanted = nullptr;
        return;
    }
    const bool isUnlocked = isAnswered() && (kept.empty() || kept.front().file == m_unlocking->file);
    if (isUnlocked && selectRow(m_model->rowOfFile(m_unlocking->file)))
        return;
    bool isAnyLeft = false;
    for (const RowIdentity &identity : kept) {
        const int row = m_model->rowOf(identity);
        if (row < 0)
            continue;
        if (!isAnyLeft)
            m_table->selectOnly(row);
        m_table->selectionModel()->select(m_model->index(row, 0),
                                          QItemSelectionModel::Select | QItemSelectionModel::Rows);
        isAnyLeft = true;
    }
    if (isAnyLeft)
        m_table->verticalScrollBar()->setValue(scrolled);
    else if (near >= 0 && m_model->rowCount() > 0) // what was selected is gone: its neighbour
        selectRow(std::min(near, m_model->rowCount() - 1));
    else
        selectSomething();
}

QString CertificatePanel::hint() const
{
    if (m_text.isEmpty())
        return emptyHint(m_catalogue, shownSources());
    const QString nothing = tr("No certificate contains this text. Esc shows all of them.");
    return isAnyWaiting() ? nothing % u' ' % waitingSentence() : nothing;
}

void CertificatePanel::selectSomething()
{
    for (int row = 0; m_text.isEmpty() && row < m_model->rowCount(); ++row) {
        const ListedItem &item = m_model->itemAt(row);
        if (item.hasKey && item.certificate() && !item.certificate()->isCa()) {
            selectRow(row); // most likely the one whose thumbprint is wanted
            return;
        }
    }
    if (m_model->rowCount() > 0)
        m_table->selectOnly(0);
}

void CertificatePanel::showCurrent()
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return m_details->clear();
    const ListedItem &item = m_model->itemAt(index.row());
    const auto *entry = m_catalogue.entry(m_model->sourceAt(index.row()));
    const bool isOneOfMany = entry && entry->source->kind() == SourceKind::Opened;
    m_details->showItem(item, isOneOfMany ? item.file : QString(), m_model->revocationAt(index.row()));
}

std::optional<StoredCertificate> CertificatePanel::current() const
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid() || !m_model->itemAt(index.row()).certificate())
        return std::nullopt;
    return m_model->itemAt(index.row()).stored();
}

bool CertificatePanel::selectRow(int row)
{
    if (row < 0)
        return false;
    m_table->selectOnly(row);
    m_table->scrollTo(m_model->index(row, 0));
    return true;
}

void CertificatePanel::selectCertificate(const Certificate &certificate)
{
    Q_EMIT searchInTheWay();
    select(m_catalogue.myCertificates(), certificate);
}

void CertificatePanel::selectFile(const QString &file)
{
    Q_EMIT searchInTheWay();
    select(m_catalogue.myCertificates(), [this, file] { return m_model->rowOfFile(file); });
}

void CertificatePanel::select(SourceId source, const Certificate &certificate)
{
    select(source, [this, certificate] { return m_model->rowOf(certificate); });
}

void CertificatePanel::select(SourceId source, std::function<int()> rowOf)
{
    m_wanted = std::move(rowOf);
    const std::vector<SourceId> shown = shownSources();
    if (std::ranges::find(shown, source) == shown.end())
        m_sources->choose(source); // which shows it
    else if (selectRow(m_wanted()))
        m_wanted = nullptr;
}

void CertificatePanel::open(const QStringList &paths)
{
    using Sources = std::vector<std::shared_ptr<const CertificateSource>>;
    if (paths.isEmpty())
        return;
    m_workspace.jobs().runApart([paths](const std::stop_token & /*stop*/) { return openedPaths(paths); }, this,
                                [this, number = ++m_openings](Sources sources) {
                                    SourceId last;
                                    const bool areMany = sources.size() > 1;
                                    for (auto &source : sources)
                                        last = m_catalogue.open(std::move(source));
                                    if (number != m_openings)
                                        return; // something else was opened meanwhile, and is being looked at
                                    if (areMany)
                                        m_sources->chooseOpened();
                                    else if (last.isValid())
                                        m_sources->choose(last);
                                });
}

void CertificatePanel::open(std::shared_ptr<const CertificateSource> source)
{
    m_sources->choose(m_catalogue.open(std::move(source)));
}

bool CertificatePanel::paste(const QString &text)
{
    constexpr qsizetype longest = 16 << 20; // as of files
    if (!text.contains(QStringLiteral("-----BEGIN ")))
        return false;
    if (text.size() > longest) {
        m_message->showMessage(MessageBar::Level::Warning,
                               tr("That is too much text for certificates. Save it as a file and open that."));
        return true;
    }
    open(pastedText(secretOf(text), ++m_pasted));
    return true;
}

void CertificatePanel::unlockCurrent(const std::shared_ptr<const SecretBytes> &passphrase)
{
    const QModelIndex index = m_table->currentIndex();
    if (!index.isValid())
        return;
    const QString file = m_model->itemAt(index.row()).file;
    const SourceId source = m_model->sourceAt(index.row());
    m_unlocking = {.source = source, .file = file};
    if (m_catalogue.unlock(source, file, passphrase))
        return m_table->setFocus(); // the field vanishes, and whatever came next would get the keys
    m_unlocking.reset();
    m_message->showMessage(MessageBar::Level::Information,
                           tr("The pass phrase of your own keys is asked for where a server uses them."));
}

void CertificatePanel::showDetails()
{
    if (const QModelIndex index = m_table->currentIndex(); index.isValid())
        m_actions->showDetails(m_model->itemAt(index.row()));
}

void CertificatePanel::activateCurrent()
{
    const auto stored = current();
    if (stored && stored->hasKey && isMine(m_table->currentIndex().row()))
        useCurrent();
    else
        showDetails();
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
    if (!isMine(m_table->currentIndex().row()) && !isPkcs11Uri(stored->file)) {
        m_message->showMessage(MessageBar::Level::Information,
                               tr("A server uses your own certificates. Copy this one to them first."), tr("Copy it"),
                               [this] { importSelected(); });
        return;
    }
    m_message->clear();
    Q_EMIT useRequested(*stored);
}

void CertificatePanel::removeSelected()
{
    m_actions->remove(selectedOfStore(), !m_table->selectedRows().isEmpty());
}

void CertificatePanel::importSelected()
{
    if (m_table->currentIndex().isValid())
        m_actions->importCertificates(m_model->sourceAt(m_table->currentIndex().row()), selectedCertificates());
}

} // namespace sealport
