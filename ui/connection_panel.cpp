#include "ui/connection_panel.h"

#include "model/sockets/hand_exchange.h"
#include "model/tables/connection_filter.h"
#include "model/tables/connection_model.h"
#include "model/text/formatting.h"
#include "ui/admission_bar.h"
#include "ui/connection_details.h"
#include "ui/connection_menu.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"
#include "ui/panel_title.h"
#include "ui/table_layout.h"
#include "ui/verdict_panel.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

/// Past this the paused table takes them in after all: it would have to drop older ones anyway.
constexpr std::size_t heldLimit = 100'000;

QToolButton *chip(QWidget *parent, const QString &name)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(name);
    button->setCheckable(true);
    button->setAutoExclusive(true);
    button->setFocusPolicy(Qt::StrongFocus);
    // Dark styles hardly darken a checked button: the weight says it too.
    QObject::connect(button, &QToolButton::toggled, button, [button](bool checked) {
        QFont font = button->font();
        font.setBold(checked);
        button->setFont(font);
    });
    return button;
}

} // namespace

ConnectionPanel::ConnectionPanel(Workspace &workspace, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_model(new ConnectionModel(this))
    , m_filter(new ConnectionFilter(this))
    , m_exchange(new HandExchange(workspace, this)) // before the table: it knows of a connection when that is selected
    , m_all(chip(this, QStringLiteral("all")))
    , m_live(chip(this, QStringLiteral("live")))
    , m_failed(chip(this, QStringLiteral("failed")))
    , m_filterField(new QLineEdit(this))
    , m_pause(new QToolButton(this))
    , m_clear(new QToolButton(this))
    , m_undo(new MessageBar(this))
    , m_admission(new AdmissionBar(workspace, *m_exchange, this))
    , m_table(new HintTable(this))
    , m_verdict(new VerdictPanel(this))
    , m_details(new ConnectionDetails(m_verdict, *m_exchange, this))
    , m_splitter(new QSplitter(Qt::Horizontal, this))
{
    build();
    connect(&m_workspace, &Workspace::connectionsArrived, this, &ConnectionPanel::onRecords);
    connect(&m_workspace, &Workspace::trafficArrived, this, &ConnectionPanel::onTraffic);
    connect(&m_workspace, &Workspace::serverChanged, this, &ConnectionPanel::onServerChanged);
    connect(&m_workspace, &Workspace::serverRemoved, this, &ConnectionPanel::onServerChanged);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ConnectionPanel::showSelected);
    connect(m_filter, &QAbstractItemModel::modelReset, this, &ConnectionPanel::showSelected);
    connect(m_filter, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const auto rows = m_table->selectedRows();
                if (rows.size() == 1 && first.row() <= rows.front() && rows.front() <= last.row())
                    showSelected();
            });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ConnectionPanel::showContextMenu);
    connect(m_filterField, &QLineEdit::textChanged, this, [this](const QString &text) {
        keepingPlace([this, &text] { m_filter->setText(text); });
        updateHint();
    });
    const auto filterBy = [this](QToolButton *button, ConnectionFilter::Show show) {
        connect(button, &QToolButton::clicked, this, [this, show] {
            keepingPlace([this, show] { m_filter->setShow(show); });
            updateHint();
        });
    };
    filterBy(m_all, ConnectionFilter::Show::All);
    filterBy(m_live, ConnectionFilter::Show::Live);
    filterBy(m_failed, ConnectionFilter::Show::Failed);
    connect(m_pause, &QToolButton::toggled, this, &ConnectionPanel::setPaused);
    connect(m_clear, &QToolButton::clicked, this, &ConnectionPanel::clearEnded);
    connect(m_verdict, &VerdictPanel::allowRequested, this, &ConnectionPanel::allowRequested);
    connect(m_verdict, &VerdictPanel::disconnectRequested, this,
            [this](ConnectionId id) { m_workspace.disconnect(id); });
    connect(m_verdict, &VerdictPanel::secureRequested, this, [this](ConnectionId id) { m_workspace.secure(id); });
    updateCounts();
}

QWidget *ConnectionPanel::buildBar()
{
    m_live->setIcon(themedIcon(QStringLiteral("live")));
    m_failed->setIcon(themedIcon(QStringLiteral("failed")));
    for (QToolButton *button : {m_all, m_live, m_failed})
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_all->setChecked(true);
    m_filterField->setObjectName(QStringLiteral("connectionFilter"));
    m_filterField->setAccessibleName(tr("Filter connections"));
    m_filterField->setPlaceholderText(tr("Filter: address, name, protocol, verdict …"));
    m_filterField->setClearButtonEnabled(true);
    m_filterField->setMaximumWidth(fontMetrics().averageCharWidth() * 60);
    m_pause->setObjectName(QStringLiteral("pause"));
    m_pause->setCheckable(true);
    m_pause->setIcon(themedIcon(QStringLiteral("pause")));
    m_pause->setToolTip(tr("Keep new rows back while you read; none is lost (Ctrl+Shift+P)"));
    m_clear->setObjectName(QStringLiteral("clear"));
    m_clear->setIcon(themedIcon(QStringLiteral("clear")));
    m_clear->setText(tr("Clear"));
    m_clear->setAccessibleName(tr("Clear"));
    m_clear->setToolTip(tr("Remove the ended connections from the table (Ctrl+L)"));
    for (QToolButton *button : {m_pause, m_clear}) {
        button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
        button->setFocusPolicy(Qt::StrongFocus);
        button->setAutoRaise(true);
    }
    m_pause->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P));

    auto *bar = new QWidget(this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(0, 4, 0, 0);
    row->addWidget(makePanelTitle(tr("Connections"), m_table, this));
    row->addSpacing(8);
    row->addWidget(m_all);
    row->addWidget(m_live);
    row->addWidget(m_failed);
    row->addSpacing(8);
    row->addWidget(m_filterField, 3);
    row->addStretch(1);
    row->addWidget(m_pause);
    row->addWidget(m_clear);
    return bar;
}

void ConnectionPanel::build()
{
    m_filter->setSourceModel(m_model);
    m_table->setObjectName(QStringLiteral("connections"));
    m_table->setAccessibleName(tr("Connections"));
    m_table->setModel(m_filter);
    const std::vector<ColumnDefault> columns{
        {72},        {88},        {132},       {104},       {74},        {290}, {96}, // time to name
        {200},       {90, false}, {80, false}, {80, false},                           // cipher to resumed
        {90, false}, {80, false}, {80, false}, {90, false}, {80, false},              // handshake to generation
    };
    m_layout =
        new TableLayout(*m_table, m_settings, QStringLiteral("connections"), columns, ConnectionModel::VerdictColumn);
    m_table->setSortingEnabled(true); // after the layout has taken the sort indicator away

    auto *left = new QWidget(m_splitter);
    auto *column = new QVBoxLayout(left);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(buildBar());
    column->addWidget(m_undo);
    column->addWidget(m_admission);
    column->addWidget(m_table, 1);
    m_splitter->addWidget(left);
    m_splitter->addWidget(m_details);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(m_splitter);
}

void ConnectionPanel::restore()
{
    m_layout->restore();
    if (!m_splitter->restoreState(m_settings.value(QStringLiteral("splitters/connections")).toByteArray()))
        m_splitter->setSizes({780, 340});
    m_verdict->setEvidenceShown(m_settings.value(QStringLiteral("connections/evidence")).toBool());
}

void ConnectionPanel::save()
{
    m_layout->save();
    m_settings.setValue(QStringLiteral("splitters/connections"), m_splitter->saveState());
    m_settings.setValue(QStringLiteral("connections/evidence"), m_verdict->isEvidenceShown());
}

/// The reader's place survives a change: the newest row stays in sight where it was, else what was in sight stays.
template <class Change>
void ConnectionPanel::keepingPlace(Change change)
{
    const auto *bar = m_table->verticalScrollBar();
    const bool atEnd = bar->value() == bar->maximum();
    change();
    if (atEnd)
        m_table->scrollToBottom();
}

/// The selected row stays selected where the model is reset.
template <class Change>
void ConnectionPanel::acrossReset(Change change)
{
    const auto rows = m_table->selectedRows();
    const ConnectionId selected = rows.size() == 1 ? recordAt(rows.front()).id : ConnectionId();
    keepingPlace(change);
    const int row = m_model->rowOf(selected);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter->mapFromSource(m_model->index(row, 0));
    if (index.isValid())
        m_table->selectOnly(index.row());
    updateCounts();
}

void ConnectionPanel::onRecords(const std::vector<ConnectionRecord> &records)
{
    if (m_pause->isChecked()) {
        m_held.add(records);
        if (m_held.size() >= heldLimit) {
            const auto held = m_held.take();
            m_model->apply(held.records);
            m_model->applyTraffic(held.traffic);
        }
    } else {
        keepingPlace([this, &records] { m_model->apply(records); });
    }
    updateCounts();
}

void ConnectionPanel::onTraffic(const std::vector<TrafficUpdate> &updates)
{
    if (m_pause->isChecked())
        m_held.add(updates);
    else
        m_model->applyTraffic(updates);
}

void ConnectionPanel::setPaused(bool paused)
{
    m_pause->setChecked(paused);
    if (!paused) {
        keepingPlace([this] {
            const auto held = m_held.take();
            m_model->apply(held.records);
            m_model->applyTraffic(held.traffic);
        });
    }
    updateCounts();
}

void ConnectionPanel::clearEnded()
{
    const auto before = m_model->counts().all;
    std::shared_ptr<ConnectionModel::Cleared> cleared;
    acrossReset([&] { cleared = m_model->clear(); });
    if (!cleared)
        return;
    const QString count = wholeNumber(before - m_model->counts().all);
    m_undo->showMessage(MessageBar::Level::Information, tr("Ended connections removed from the table: %1.").arg(count),
                        tr("Undo"), [this, cleared] { acrossReset([&] { m_model->restore(*cleared); }); });
}

void ConnectionPanel::onServerChanged()
{
    updateHint();
    showSelected(); // what the verdict offers depends on its server
}

void ConnectionPanel::setFilterText(const QString &text)
{
    m_filterField->setText(text);
}

void ConnectionPanel::clearFilters()
{
    m_filterField->clear();
    m_all->click();
}

void ConnectionPanel::updateCounts()
{
    updateHint();
    const auto counts = m_model->counts();
    const auto set = [](QToolButton *button, const QString &text) {
        if (button->text() == text)
            return;
        button->setText(text);
        button->setAccessibleName(QString(text).remove(QLatin1Char('&')));
    };
    set(m_all, tr("All %1").arg(wholeNumber(counts.all)));
    set(m_live, tr("Li&ve %1").arg(wholeNumber(counts.live)));
    set(m_failed, tr("Faile&d %1").arg(wholeNumber(counts.failed)));
    const QString pause = !m_pause->isChecked() ? tr("Pause")
                          : m_held.size() == 0  ? tr("Resume")
                                                : tr("Resume (%1 held back)").arg(wholeNumber(m_held.size()));
    if (m_pause->text() != pause) {
        m_pause->setText(pause);
        m_pause->setAccessibleName(pause);
        m_pause->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_P)); // setText() takes it away
    }
}

void ConnectionPanel::updateHint()
{
    const bool listening = std::ranges::any_of(
        m_workspace.servers(), [](const ServerEntry &server) { return server.state == ServerState::Listening; });
    if (m_model->rowCount() > 0)
        m_table->setHint(tr("No connection fits the filter. Esc shows all of them."));
    else if (listening)
        m_table->setHint(tr("Waiting for clients. Each connection and each failure appears here."));
    else
        m_table->setHint(tr("Start a server; each connection and each failure appears here."));
}

const ConnectionRecord &ConnectionPanel::recordAt(int row) const
{
    return m_model->record(m_filter->mapToSource(m_filter->index(row, 0)).row());
}

std::vector<ConnectionRecord> ConnectionPanel::selectedRecords() const
{
    std::vector<ConnectionRecord> records;
    const auto rows = m_table->selectedRows();
    for (const int row : rows)
        records.push_back(recordAt(row));
    return records;
}

void ConnectionPanel::showSelected()
{
    const auto rows = m_table->selectedRows();
    if (rows.size() != 1) {
        m_verdict->showNothing(int(rows.size()));
        return m_details->showConnection(std::nullopt);
    }
    const ConnectionRecord &record = recordAt(rows.front());
    m_verdict->showRecord(record, m_workspace.server(record.server));
    m_details->showConnection(record.id);
}

void ConnectionPanel::showContextMenu(const QPoint &position)
{
    const auto records = selectedRecords();
    ConnectionMenu menu(m_workspace, *m_exchange, records, this);
    menu.addSeparator();
    auto *copy =
        menu.addAction(themedIcon(QStringLiteral("copy")), tr("Copy rows"), m_table, &HintTable::copySelection);
    copy->setShortcut(QKeySequence::Copy);
    copy->setEnabled(!records.empty());
    menu.addAction(themedIcon(QStringLiteral("clear")), tr("Clear ended connections"), this,
                   &ConnectionPanel::clearEnded);
    menu.addSeparator();
    m_layout->fillMenu(*menu.addMenu(tr("Columns")));
    menu.exec(m_table->viewport()->mapToGlobal(position));
}

} // namespace sealport
