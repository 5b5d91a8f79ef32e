#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace sealport {

/// Turns any number of request() calls into at most one fired() per interval,
/// and never loses the last one. Lives and fires in the thread that made it.
class Throttle final : public QObject {
    Q_OBJECT
public:
    explicit Throttle(std::chrono::milliseconds interval, QObject *parent = nullptr);
    void request()
    {
        if (!m_timer.isActive())
            m_timer.start();
    }

Q_SIGNALS:
    void fired();

private:
    QTimer m_timer;
};

} // namespace sealport
