#pragma once

#include "model/sockets/hand_exchange.h"

#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;

namespace sealport {

/// Asks whether the client that has waited longest is to be let in; takes no space while nobody waits. GUI thread.
class AdmissionBar final : public QFrame {
    Q_OBJECT
public:
    /// `exchange` outlives it.
    explicit AdmissionBar(HandExchange &exchange, QWidget *parent = nullptr);

private:
    void refresh();

    HandExchange &m_exchange;
    std::optional<ConnectionId> m_first;
    QLabel *m_text;
    QPushButton *m_admit;
    QPushButton *m_deny;
};

} // namespace sealport
