// What the user can do with servers as stored profiles: further commands of ServerPanel.
#include "ui/server_panel.h"

#include "model/tables/server_model.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/preflight_line.h"
#include "ui/server_form.h"
#include "ui/server_transfer.h"

#include <QHeaderView>
#include <QMenu>
#include <QRegularExpression>

#include <algorithm>

namespace sealport {

namespace {

/// "web" of "web 2": the copy of a copy gets the next number.
QString withoutNumber(const QString &name)
{
    static const QRegularExpression number(QStringLiteral(" \\d+$"));
    const QString base = QString(name).remove(number);
    return base.isEmpty() ? name : base;
}

} // namespace

void ServerPanel::buildProfileCommands()
{
    m_table->setDragDropMode(QAbstractItemView::InternalMove);
    m_table->setDefaultDropAction(Qt::MoveAction);
    m_table->setDragDropOverwriteMode(false);
    m_table->setDropIndicatorShown(true);
    const auto followSorting = [this] { m_table->setDragEnabled(isInOwnOrder()); }; // in another one it has no sense
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, followSorting);
    followSorting();
    connect(m_model, &ServerModel::moveRequested, this,
            [this](ServerId id, int before) { m_workspace.moveServer(id, std::size_t(before)); });
    connect(m_transfer, &ServerTransfer::added, this, [this](ServerId id) { selectServer(id); });

    const auto addKey = [this](const QKeySequence &key, auto &&run) {
        auto *action = new QAction(m_table);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // elsewhere these keys mean something else
        connect(action, &QAction::triggered, this, run);
        m_table->addAction(action);
    };
    addKey(Qt::CTRL | Qt::Key_D, [this] { duplicateCurrent(); });
    addKey(Qt::ALT | Qt::Key_Up, [this] { moveCurrent(-1); });
    addKey(Qt::ALT | Qt::Key_Down, [this] { moveCurrent(1); });
}

/// Not as the user had them sorted by a column.
bool ServerPanel::isInOwnOrder() const
{
    return m_table->horizontalHeader()->sortIndicatorSection() < 0;
}

void ServerPanel::duplicateCurrent()
{
    flush();
    const auto *server = currentEntry();
    if (!server)
        return;
    ServerProfile profile = server->profile;
    profile.name = withoutNumber(profile.name);
    if (profile.port != 0)
        profile.port = freePortFrom(profile.port, portRange(profile.anyPort).highest);
    profile.autoStart = false;
    const std::size_t behind = std::size_t(m_model->rowOf(server->id)) + 1;
    const ServerId id = m_workspace.addServer(profile);
    m_workspace.moveServer(id, behind);
    selectServer(id);
    m_form->editName();
}

quint16 ServerPanel::freePortFrom(quint16 first, quint16 last) const
{
    const auto &servers = m_workspace.servers();
    for (int port = first; port <= last; ++port)
        if (std::ranges::none_of(servers, [port](const ServerEntry &entry) { return entry.profile.port == port; }))
            return quint16(port);
    return first;
}

void ServerPanel::moveCurrent(int by)
{
    if (!m_current || !isInOwnOrder())
        return;
    const int place = m_model->rowOf(*m_current) + (by < 0 ? by : by + 1); // in front of the one that is there now
    if (place >= 0 && place <= m_model->rowCount())
        m_workspace.moveServer(*m_current, std::size_t(place));
}

void ServerPanel::setAutoStart(bool wanted)
{
    flush();
    const auto *server = currentEntry();
    if (!server || m_dirty)
        return;
    ServerProfile profile = server->profile;
    profile.autoStart = wanted;
    if (const auto stored = m_workspace.updateServer(server->id, profile); !stored)
        m_preflight->showError(stored.error());
}

/// Null, and nothing to give away, while the form holds what cannot be stored.
const ServerProfile *ServerPanel::profileToGive()
{
    flush();
    const auto *server = currentEntry();
    return server && !m_dirty ? &server->profile : nullptr;
}

void ServerPanel::fillProfileMenu(QMenu &menu)
{
    const auto *server = currentEntry();
    const int row = server ? m_model->rowOf(server->id) : -1;
    const auto add = [&menu, this](const QString &text, bool isEnabled, auto &&run, const QKeySequence &key = {}) {
        auto *action = menu.addAction(text, this, run);
        action->setEnabled(isEnabled);
        action->setShortcut(key);
        action->setShortcutContext(Qt::WidgetShortcut); // shown only: the table has the keys
        return action;
    };
    const auto give = [this](auto &&to) {
        return [this, to] {
            if (const ServerProfile *profile = profileToGive())
                to(*profile);
        };
    };
    add(tr("Duplicate server"), server, [this] { duplicateCurrent(); }, Qt::CTRL | Qt::Key_D);
    add(tr("Move server up"), row > 0 && isInOwnOrder(), [this] { moveCurrent(-1); }, Qt::ALT | Qt::Key_Up);
    add(
        tr("Move server down"), row >= 0 && row + 1 < m_model->rowCount() && isInOwnOrder(), [this] { moveCurrent(1); },
        Qt::ALT | Qt::Key_Down);
    auto *autoStart = add(tr("Start this server with Sealport"), server, [] {});
    autoStart->setCheckable(true);
    autoStart->setChecked(server && server->profile.autoStart);
    connect(autoStart, &QAction::triggered, this, &ServerPanel::setAutoStart);
    menu.addSeparator();
    for (const auto &[dialect, function] : {std::pair{WLanguageDialect::French, QStringLiteral("SocketCréeSSL")},
                                            std::pair{WLanguageDialect::English, QStringLiteral("SocketCreateSSL")}})
        add(tr("Copy as %1").arg(function), server,
            give([this, dialect](const ServerProfile &profile) { m_transfer->copyAsCall(profile, dialect); }));
    add(tr("Copy as %1").arg(QStringLiteral("JSON")), server,
        give([this](const ServerProfile &profile) { m_transfer->copyAsJson(profile); }));
    add(tr("Paste SocketCréeSSL, SocketCreateSSL or JSON"), true, [this] { m_transfer->paste(); }, QKeySequence::Paste);
    menu.addSeparator();
    add(tr("Import servers…"), true, [this] { m_transfer->chooseImport(); });
    add(tr("Export server…"), server,
        give([this](const ServerProfile &profile) { m_transfer->chooseExport(profile); }));
    add(tr("Hand over…"), server, give([this](const ServerProfile &profile) { m_transfer->handOver(profile); }));
}

} // namespace sealport
