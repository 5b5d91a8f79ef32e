#pragma once

#include <QTimer>
#include <QWidget>

#include <cstdint>

class QLabel;

namespace sealport {

class Sparkline;
class Workspace;

/// "1 server listening · 3 live · 9 failed · 41 handshakes/s" and the last minute as a curve. Its clock runs only while
/// the curve moves. GUI thread.
class StatusSummary final : public QWidget {
    Q_OBJECT
public:
    explicit StatusSummary(Workspace &workspace, QWidget *parent = nullptr);

private:
    void noteCounts();
    void tick();
    void updateText();
    [[nodiscard]] std::uint64_t secured() const; ///< of all servers, since each one's last Start

    Workspace &m_workspace;
    QLabel *m_text;
    Sparkline *m_curve;
    QTimer m_clock;
    std::uint64_t m_lastSecured = 0;
    std::uint64_t m_rate = 0;
};

} // namespace sealport
