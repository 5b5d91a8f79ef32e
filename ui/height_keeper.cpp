#include "ui/height_keeper.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QTimer>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <chrono>

namespace sealport {

HeightKeeper::HeightKeeper(QWidget &dialog)
    : QObject(&dialog)
    , m_dialog(dialog)
{
    dialog.installEventFilter(this);
}

bool HeightKeeper::eventFilter(QObject *watched, QEvent *event)
{
    // Later: first the layout takes note of what has changed.
    if (watched == &m_dialog && event->type() == QEvent::LayoutRequest)
        QMetaObject::invokeMethod(this, &HeightKeeper::keep, Qt::QueuedConnection);
    return QObject::eventFilter(watched, event);
}

void HeightKeeper::keep()
{
    const QWindow *window = m_dialog.windowHandle();
    if (m_dialog.isVisible() && window && !window->isExposed()) { // X11 is placing it, and must not see it resized
        constexpr std::chrono::milliseconds patience{100};
        QTimer::singleShot(patience, this, &HeightKeeper::keep);
        return;
    }
    const QLayout *layout = m_dialog.layout();
    if (!layout || !layout->hasHeightForWidth())
        return;
    constexpr int frame = 60; // of the window manager, and some air
    const int most = m_dialog.screen()->availableGeometry().height() - frame;
    const int wanted = std::min(layout->totalHeightForWidth(m_dialog.width()), most);
    if (wanted > m_dialog.height())
        m_dialog.resize(m_dialog.width(), wanted);
}
} // namespace sealport
