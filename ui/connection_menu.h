#pragma once

#include "model/sockets/connection_record.h"

#include <QMenu>

#include <functional>
#include <vector>

namespace sealport {

class HandExchange;
class Workspace;

/// What can be done with the selected connections; what fits none of them is disabled. GUI thread.
class ConnectionMenu final : public QMenu {
    Q_OBJECT
public:
    /// `workspace` and `exchange` outlive it.
    ConnectionMenu(Workspace &workspace, HandExchange &exchange, const std::vector<ConnectionRecord> &selected,
                   QWidget *parent = nullptr);

private:
    using Fits = bool (*)(const ConnectionRecord &);
    /// `act` is run with each connection that fits.
    void add(const QIcon &icon, const QString &text, const std::vector<ConnectionRecord> &selected, Fits fits,
             const std::function<void(ConnectionId)> &act);
};

} // namespace sealport
