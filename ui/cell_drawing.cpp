#include "ui/cell_drawing.h"

#include <QPainter>
#include <QStyle>
#include <QStyleOptionViewItem>
#include <QWidget>

namespace sealport {

void drawCellPanel(QPainter &painter, const QStyleOptionViewItem &cell)
{
    cell.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &cell, &painter, cell.widget);
}

void drawCellFocus(QPainter &painter, const QStyleOptionViewItem &cell)
{
    if (!cell.state.testFlag(QStyle::State_HasFocus))
        return;
    QStyleOptionFocusRect frame;
    frame.QStyleOption::operator=(cell);
    frame.state |= QStyle::State_KeyboardFocusChange | QStyle::State_Item;
    frame.backgroundColor = cell.palette.color(QPalette::Base);
    cell.widget->style()->drawPrimitive(QStyle::PE_FrameFocusRect, &frame, &painter, cell.widget);
}

void drawCellIcon(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &place)
{
    if (cell.icon.isNull())
        return;
    QRect icon(QPoint(), cell.decorationSize);
    icon.moveCenter(place.center());
    if (cell.state.testFlag(QStyle::State_Selected)) {
        constexpr qreal corner = 3;
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(cell.palette.color(QPalette::Base));
        painter.drawRoundedRect(icon.adjusted(-1, -1, 1, 1), corner, corner);
        painter.restore();
    }
    const bool isEnabled = cell.state.testFlag(QStyle::State_Enabled);
    cell.icon.paint(&painter, icon, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
}

int cellMargin(const QStyleOptionViewItem &cell)
{
    return cell.widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
}

} // namespace sealport
