#include "ui/form_area.h"

#include <QEvent>
#include <QLayout>
#include <QScrollBar>

#include <algorithm>

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
    return {widget()->sizeHint().width() + verticalScrollBar()->sizeHint().width(),
            std::max(widget()->sizeHint().height(), widget()->minimumHeight())};
}

bool FormArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == widget() && event->type() == QEvent::LayoutRequest) {
        setMinimumWidth(widget()->minimumSizeHint().width() + verticalScrollBar()->sizeHint().width());
        keepWhole();
        updateGeometry();
    }
    return QScrollArea::eventFilter(watched, event);
}

void FormArea::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    const int before = widget()->minimumHeight();
    keepWhole();
    if (widget()->minimumHeight() != before)
        updateGeometry();
}

/// QScrollArea knows no height for width: it would squash text of several lines before it scrolls.
void FormArea::keepWhole()
{
    const QLayout *layout = widget()->layout();
    const bool dependsOnWidth = layout && layout->hasHeightForWidth();
    widget()->setMinimumHeight(dependsOnWidth ? layout->totalHeightForWidth(viewport()->width()) : 0);
}

} // namespace sealport
