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

int cellMargin(const QStyleOptionViewItem &cell)
{
    return cell.widget->style()->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
}

} // namespace sealport
