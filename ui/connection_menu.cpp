#include "ui/connection_menu.h"

#include "model/sockets/hand_exchange.h"
#include "model/sockets/workspace.h"
#include "ui/icons.h"

namespace sealport {
namespace {

bool isWaiting(const ConnectionRecord &record)
{
    return record.state == ConnectionState::Waiting;
}

bool isLive(const ConnectionRecord &record)
{
    return !hasEnded(record.state);
}

} // namespace

ConnectionMenu::ConnectionMenu(Workspace &workspace, HandExchange &exchange,
                               const std::vector<ConnectionRecord> &selected, QWidget *parent)
    : QMenu(parent)
{
    add({}, tr("&Let in (SocketAccept)"), selected, isWaiting, [&exchange](ConnectionId id) { exchange.admit(id); });
    add({}, tr("&Deny (SocketDeny)"), selected, isWaiting, [&exchange](ConnectionId id) { exchange.deny(id); });
    add(themedIcon(QStringLiteral("locked")), tr("Begin &TLS"), selected, mayBeginTls,
        [&workspace](ConnectionId id) { workspace.secure(id); });
    add(themedIcon(QStringLiteral("stop")), tr("Di&sconnect"), selected, isLive,
        [&workspace](ConnectionId id) { workspace.disconnect(id); });
}

void ConnectionMenu::add(const QIcon &icon, const QString &text, const std::vector<ConnectionRecord> &selected,
                         Fits fits, const std::function<void(ConnectionId)> &act)
{
    std::vector<ConnectionId> ids;
    for (const ConnectionRecord &record : selected)
        if (fits(record))
            ids.push_back(record.id);
    auto *action = addAction(icon, text);
    action->setEnabled(!ids.empty());
    connect(action, &QAction::triggered, this, [ids, act] {
        for (const ConnectionId id : ids)
            act(id);
    });
}

} // namespace sealport
