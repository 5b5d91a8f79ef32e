#include "ui/server_panel.h"

#include "model/sockets/applications.h"
#include "model/tables/server_model.h"
#include "ui/applications_window.h"
#include "ui/check_list_view.h"
#include "ui/form_area.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/message_bar.h"
#include "ui/panel_title.h"
#include "ui/preflight_line.h"
#include "ui/server_form.h"
#include "ui/server_history.h"
#include "ui/server_transfer.h"
#include "ui/table_layout.h"
#include "ui/unlock_bar.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>
#include <chrono>

namespace sealport {

namespace {

constexpr int listedRows = 6; ///< the header is one, and the title another

} // namespace

ServerPanel::ServerPanel(Workspace &workspace, QSettings &settings, QWidget *parent)
    : QWidget(parent)
    , m_workspace(workspace)
    , m_settings(settings)
    , m_model(new ServerModel(workspace, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(new HintTable(this))
    , m_form(new ServerForm(this))
    , m_preflight(new PreflightLine(workspace, this))
    , m_checks(new CheckListView(this))
    , m_unlock(new UnlockBar(workspace, this))
    , m_undo(new MessageBar(this))
    , m_history(new ServerHistory(workspace, *m_undo, this))
    , m_transfer(new ServerTransfer(workspace, *m_undo, this))
    , m_start(new QPushButton(themedIcon(QStringLiteral("start")), tr("&Start"), this))
    , m_stop(new QPushButton(themedIcon(QStringLiteral("stop")), tr("S&top"), this))
    , m_parts(new QSplitter(Qt::Vertical, this))
    , m_notes(nullptr)
    , m_store(std::chrono::milliseconds(150))
{
    build();
    buildProfileCommands();
    connectParts();
    const auto takeApplications = [this] { m_form->setApplications(m_workspace.applications().list()); };
    connect(&m_workspace.applications(), &Applications::changed, this, takeApplications);
    takeApplications();
    m_form->setCertificates(m_workspace.certificates());
    showCurrent();
}

void ServerPanel::connectParts()
{
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &now) { select(now.isValid() ? idAt(now) : ServerId()); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &ServerPanel::showContextMenu);
    connect(m_table, &HintTable::rowChosen, this, [this](const QModelIndex &index) { toggle(idAt(index)); });
    connect(m_form, &ServerForm::edited, this, &ServerPanel::onEdited);
    connect(m_form, &ServerForm::listsReplaced, this, &ServerPanel::offerLists);
    connect(m_form, &ServerForm::applicationsRequested, this, &ServerPanel::showApplications);
    connect(m_form, &ServerForm::enterPressed, this, [this] {
        flush();
        if (m_start->isEnabled())
            startCurrent();
    });
    connect(m_preflight, &PreflightLine::checked, m_checks, &CheckListView::showChecks);
    connect(m_checks, &CheckListView::mendRequested, this, &ServerPanel::use);
    connect(m_checks, &CheckListView::renewed, m_notes, [this] { m_notes->verticalScrollBar()->setValue(0); });
    connect(m_preflight, &PreflightLine::applyRequested, this, &ServerPanel::applyToCurrent);
    connect(m_preflight, &PreflightLine::restartRequested, this, &ServerPanel::restartCurrent);
    connect(m_history, &ServerHistory::restored, this, [this](ServerId id) {
        if (m_workspace.server(id))
            selectServer(id);
    });
    connect(m_preflight, &PreflightLine::resolved, m_form, &ServerForm::showResolved);
    connect(m_start, &QPushButton::clicked, this, &ServerPanel::startCurrent);
    connect(m_stop, &QPushButton::clicked, this, &ServerPanel::stopCurrent);
    connect(m_unlock, &UnlockBar::startRequested, this, &ServerPanel::startCurrent);
    connect(m_unlock, &UnlockBar::said, this,
            [this](const QString &sentence) { m_undo->showMessage(MessageBar::Level::Information, sentence); });
    connect(&m_store, &Throttle::fired, this, &ServerPanel::flush);
    connect(&m_workspace, &Workspace::serverChanged, this, &ServerPanel::onServerChanged);
    connect(&m_workspace, &Workspace::serverRemoved, this, [this](ServerId id) {
        if (m_current == id) {
            m_dirty = false;
            m_refused.reset();
            m_current.reset();
            showCurrent();
        }
    });
    connect(&m_workspace, &Workspace::certificatesChanged, this, [this] {
        m_form->setCertificates(m_workspace.certificates());
        if (m_current)
            showCurrent();
    });
}

void ServerPanel::build()
{
    m_table->setObjectName(QStringLiteral("servers"));
    m_table->setAccessibleName(tr("Servers"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SortRole);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_table->setModel(m_sorted);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setHint(tr("No server yet. Press New server to make one."));
    m_layout = new TableLayout(*m_table, m_settings, QStringLiteral("servers"), {{150}, {150}, {140}, {72}},
                               ServerModel::NameColumn);
    m_table->setSortingEnabled(true); // after the layout has taken the sort indicator away

    m_start->setObjectName(QStringLiteral("start"));
    m_start->setAccessibleName(tr("Start"));
    m_start->setAutoDefault(true); // Enter presses it as well as Space
    m_stop->setAutoDefault(true);
    m_start->setToolTip(tr("Listen with these settings (F5)"));
    m_stop->setObjectName(QStringLiteral("stop"));
    m_stop->setAccessibleName(tr("Stop"));
    m_stop->setToolTip(tr("Stop listening and end the server's connections (Shift+F5)"));

    m_preflight->setFocusHome(m_table);
    m_undo->setFocusHome(m_table);

    auto *list = new QWidget(m_parts);
    auto *upper = new QVBoxLayout(list);
    upper->setContentsMargins(0, 0, 0, 0);
    upper->addWidget(makePanelTitle(tr("Servers"), m_table, list));
    upper->addWidget(m_table, 1);
    m_table->setMinimumHeight(m_table->verticalHeader()->defaultSectionSize() * 3);
    m_parts->addWidget(list);
    m_parts->addWidget(buildLower());
    m_parts->setChildrenCollapsible(false);
    m_parts->setStretchFactor(0, 1);
    m_parts->setStretchFactor(1, 2);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(6, 0, 0, 6);
    column->addWidget(m_parts);
}

/// Nothing here moves, whatever is found and said: the form, Start and the notes have their places, and each scrolls
/// what it has no room for.
QWidget *ServerPanel::buildLower()
{
    auto *lower = new QWidget(m_parts);
    auto *area = new FormArea(*m_form, lower);
    area->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Expanding);
    connect(m_form, &ServerForm::moreOpened, area, &FormArea::revealSoon);
    auto *start = new QHBoxLayout;
    start->addWidget(m_preflight, 1, Qt::AlignTop);
    start->addWidget(m_start, 0, Qt::AlignTop);
    start->addWidget(m_stop, 0, Qt::AlignTop);
    auto *said = new QWidget(lower);
    auto *notes = new QVBoxLayout(said);
    notes->setContentsMargins(0, 0, 0, 0);
    notes->setSpacing(4);
    notes->addWidget(m_undo);
    notes->addWidget(m_unlock);
    notes->addWidget(m_checks, 1);
    m_notes = new FormArea(*said, lower);
    m_notes->setObjectName(QStringLiteral("serverNotes"));
    auto *column = new QVBoxLayout(lower);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(area, 1);
    column->addLayout(start);
    column->addWidget(m_notes);
    return lower;
}

/// A share of the panel, not of what there is to say.
void ServerPanel::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    constexpr int leastRows = 3;
    constexpr int mostRows = 6;
    const int row = fontMetrics().height() + 6;
    m_notes->setFixedHeight(std::clamp(height() / 5, leastRows * row, mostRows * row));
}

void ServerPanel::setKeyring(Keyring *keyring)
{
    m_unlock->setKeyring(keyring);
}

void ServerPanel::restore()
{
    m_layout->restore();
    if (!m_parts->restoreState(m_settings.value(QStringLiteral("splitters/servers")).toByteArray())) {
        const int list = m_table->verticalHeader()->defaultSectionSize() * listedRows;
        m_parts->setSizes({list, m_parts->height() - list});
    }
    m_form->setMoreShown(m_settings.value(QStringLiteral("servers/more")).toBool());
    m_checks->setAllShown(m_settings.value(QStringLiteral("servers/allChecks")).toBool());
    const auto *last = m_workspace.serverNamed(m_settings.value(QStringLiteral("servers/current")).toString());
    if (!last && !m_workspace.servers().empty())
        last = &m_workspace.servers().front();
    if (last)
        selectServer(last->id);
    m_start->setFocus(Qt::OtherFocusReason);
}

void ServerPanel::save()
{
    flush();
    m_layout->save();
    m_settings.setValue(QStringLiteral("splitters/servers"), m_parts->saveState());
    m_settings.setValue(QStringLiteral("servers/more"), m_form->isMoreShown());
    m_settings.setValue(QStringLiteral("servers/allChecks"), m_checks->areAllShown());
    if (const auto *server = currentEntry())
        m_settings.setValue(QStringLiteral("servers/current"), server->profile.name);
}

const ServerEntry *ServerPanel::currentEntry() const
{
    return m_current ? m_workspace.server(*m_current) : nullptr;
}

ServerId ServerPanel::idAt(const QModelIndex &index) const
{
    return m_model->idAt(m_sorted->mapToSource(index).row());
}

void ServerPanel::selectServer(ServerId id)
{
    m_table->selectOnly(m_sorted->mapFromSource(m_model->index(m_model->rowOf(id), 0)).row());
}

void ServerPanel::select(ServerId id)
{
    flush();
    m_refused.reset();
    m_dirty = false; // what could not be stored (a name in use) belongs to the server that is left
    m_current = id.isValid() ? std::optional(id) : std::nullopt;
    m_preflight->clear(); // its buttons are for the server that is left
    showCurrent();
}

void ServerPanel::showCurrent()
{
    const auto *server = currentEntry();
    m_form->setEnabled(server != nullptr);
    if (server && !m_dirty) {
        m_shown = server->profile;
        m_form->setProfile(m_shown);
    }
    if (!server)
        m_preflight->clear();
    else if (m_refused)
        m_preflight->showError(*m_refused);
    else
        m_preflight->showServer(*server);
    const bool wasUnlocking = m_unlock->isAncestorOf(QApplication::focusWidget());
    m_unlock->showFor(server);
    if (wasUnlocking && !m_unlock->isVisible())
        m_table->setFocus(Qt::OtherFocusReason); // not on to Start or Stop
    updateButtons();
}

void ServerPanel::onServerChanged(ServerId id)
{
    const auto *server = m_workspace.server(id);
    if (!server)
        return;
    if (m_current != id)
        return;
    if (!m_dirty && server->profile != m_shown) {
        m_shown = server->profile;
        m_form->setProfile(m_shown);
    }
    showCurrent();
}

void ServerPanel::onEdited()
{
    m_dirty = true;
    m_store.request();
}

void ServerPanel::flush()
{
    if (!m_dirty || !m_current)
        return;
    ServerProfile profile = m_form->profile();
    const auto fault = m_form->fault();
    if (fault)
        profile.port = m_shown.port; // what was typed stays in its field, and the rest is stored
    m_dirty = fault.has_value();
    m_refused.reset();
    if (profile != m_shown) {
        const ServerProfile before = std::exchange(m_shown, profile);
        if (const auto stored = m_workspace.updateServer(*m_current, profile); !stored) {
            m_shown = before;
            return refuse(stored.error());
        }
        m_history->noteEdit(*m_current, before, QApplication::focusWidget());
    }
    if (fault)
        return refuse(*fault);
    showCurrent();
}

/// It stays in the form until it can be stored.
void ServerPanel::refuse(const Error &error)
{
    m_dirty = true;
    m_refused = error;
    m_preflight->showError(error);
    m_start->setEnabled(false);
}

void ServerPanel::updateButtons()
{
    const auto *server = currentEntry();
    m_keepFocus = m_keepFocus || m_start->hasFocus() || m_stop->hasFocus();
    m_stop->setEnabled(server && (server->state == ServerState::Listening || server->state == ServerState::Starting));
    m_start->setEnabled(server && server->state == ServerState::Stopped && !m_refused);
    // The button that was pressed goes out of use: its counterpart takes the focus, so that the keyboard stays here.
    QPushButton *next = m_start->isEnabled() ? m_start : m_stop;
    if (m_keepFocus && next->isEnabled()) {
        next->setFocus(Qt::OtherFocusReason);
        m_keepFocus = false;
    }
}

void ServerPanel::applyToCurrent()
{
    flush();
    const auto *server = currentEntry();
    if (!server || m_dirty)
        return;
    if (const auto applied = m_workspace.applyChanges(server->id); !applied)
        m_preflight->showError(applied.error());
}

} // namespace sealport
