#include "model/base/throttle.h"

namespace sealport {

Throttle::Throttle(std::chrono::milliseconds interval, QObject *parent)
    : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &Throttle::fired);
}

} // namespace sealport
