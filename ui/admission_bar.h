#pragma once

#include "model/sockets/hand_exchange.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;

namespace sealport {

/// Asks whether the client that has waited longest is to be let in, and counts down to where it is given up. It is
/// there as long as a server asks, so that nothing moves when a client comes. GUI thread.
class AdmissionBar final : public QFrame {
    Q_OBJECT
public:
    /// Both outlive it.
    AdmissionBar(const Workspace &workspace, HandExchange &exchange, QWidget *parent = nullptr);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void refresh();
    void showText();
    void tellAssistants();
    [[nodiscard]] std::optional<qint64> timeLeft() const; ///< milliseconds; none: for ever, or nobody waits
    [[nodiscard]] QString question() const;

    const Workspace &m_workspace;
    HandExchange &m_exchange;
    std::optional<ConnectionId> m_first;
    QTimer m_second; ///< runs while somebody waits whose time is limited
    QString m_whole; ///< the text, however narrow the bar is
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_admit;
    QPushButton *m_deny;
};

} // namespace sealport
