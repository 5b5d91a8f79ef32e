#include "ui/form_area.h"

#include <QEvent>
#include <QScrollBar>
#include <QTimer>

namespace sealport {

FormArea::FormArea(QWidget &form, QWidget *parent)
    : QScrollArea(parent)
{
    setWidget(&form);
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

QSize FormArea::sizeHint() const
{
    return {widget()->sizeHint().width() + verticalScrollBar()->sizeHint().width(), widget()->sizeHint().height()};
}

void FormArea::revealSoon(QWidget *part)
{
    QTimer::singleShot(0, part, [this, part] {
        ensureWidgetVisible(part, 0, 0);
        ensureVisible(0, part->mapTo(widget(), QPoint()).y(), 0,
                      0); // its beginning, where there is no room for all of it
    });
}

bool FormArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace sealport
