#pragma once

#include "model/base/strong_id.h"

#include <QTabWidget>

#include <optional>

namespace sealport {

class HandExchange;
class HandPanel;
class VerdictPanel;

/// What is told of the selected connection: its verdict, and beside it, where the user serves it by hand, the
/// conversation. GUI thread.
class ConnectionDetails final : public QTabWidget {
    Q_OBJECT
public:
    /// Takes the verdict over; `exchange` outlives it.
    ConnectionDetails(VerdictPanel *verdict, HandExchange &exchange, QWidget *parent = nullptr);

    /// None: no connection is selected, or several.
    void showConnection(std::optional<ConnectionId> id);
    void goToConversation(); ///< does nothing where there is none

private:
    HandExchange &m_exchange;
    std::optional<ConnectionId> m_shown;
    bool m_isEmpty = false;        ///< it is over, and nothing was said by hand
    bool m_prefersVerdict = false; ///< the user's choice for those that have both
    HandPanel *m_hand;
};

} // namespace sealport
