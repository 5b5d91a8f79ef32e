#include "ui/form_area.h"

#include <QEvent>
#include <QScrollBar>

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

bool FormArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

} // namespace sealport
