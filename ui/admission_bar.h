#pragma once

#include "model/sockets/hand_exchange.h"

#include <QElapsedTimer>
#include <QFrame>
#include <QTimer>

#include <chrono>
#include <functional>
#include <optional>

class QLabel;
class QPushButton;

namespace sealport {

/// Asks whether the client that has waited longest is to be let in, and counts down to where it is given up. It is
/// there as long as a server asks, so that nothing moves when a client comes. The buttons are about the client that was
/// there when they were pressed, and do nothing until there was time to see that it is another one. GUI thread.
class AdmissionBar final : public QFrame {
    Q_OBJECT
public:
    /// Both outlive it.
    AdmissionBar(const Workspace &workspace, HandExchange &exchange, QWidget *parent = nullptr);

    /// How long the buttons do nothing after another client became the first; half a second, longer than a double
    /// click.
    void setTimeToSee(std::chrono::milliseconds time) { m_timeToSee = time; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    using Pressed = std::optional<ConnectionId>; ///< for which a button is down

    void build();
    void connectButton(QPushButton &button, Pressed &pressed, const std::function<void(ConnectionId)> &act);
    void refresh();
    void showText();
    void tellAssistants();
    [[nodiscard]] std::optional<qint64> timeLeft() const; ///< milliseconds; none: for ever, or nobody waits
    [[nodiscard]] QString question() const;

    const Workspace &m_workspace;
    HandExchange &m_exchange;
    std::optional<ConnectionId> m_first;
    QElapsedTimer m_sinceFirst; ///< it is another one than before
    std::chrono::milliseconds m_timeToSee{500};
    Pressed m_toAdmit;
    Pressed m_toDeny;
    QTimer m_second; ///< runs while somebody waits whose time is limited
    QString m_whole; ///< the text, however narrow the bar is
    QLabel *m_icon;
    QLabel *m_text;
    QPushButton *m_admit;
    QPushButton *m_deny;
};

} // namespace sealport
