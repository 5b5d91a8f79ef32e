#include "ui/cell_delegate.h"

#include "model/tables/table_icons.h"
#include "model/tables/table_roles.h"
#include "ui/cell_drawing.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace sealport {
namespace {

/// As much of it as may be seen: no letter is narrower than a pixel.
QString shownOf(const QString &text, Qt::TextElideMode mode, int width)
{
    if (mode == Qt::ElideLeft)
        return text.right(width);
    return mode == Qt::ElideMiddle ? text : text.left(width);
}

void drawText(QPainter *painter, const QStyleOptionViewItem &cell, const QRect &room)
{
    if (cell.text.isEmpty())
        return;
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = !cell.state.testFlag(QStyle::State_Enabled) ? QPalette::Disabled
                       : cell.state.testFlag(QStyle::State_Active) ? QPalette::Active
                                                                   : QPalette::Inactive;
    painter->setFont(cell.font);
    painter->setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    const QVariant wanted = cell.index.data(ElideRole);
    const auto mode = wanted.isValid() ? Qt::TextElideMode(wanted.toInt()) : cell.textElideMode;
    painter->drawText(room, int(cell.displayAlignment) | Qt::TextSingleLine,
                      cell.fontMetrics.elidedText(shownOf(cell.text, mode, room.width()), mode, room.width()));
}

} // namespace

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.data(Qt::ToolTipRole).toString().isEmpty()
        || sizeHint(option, index).width() <= view->visualRect(index).width())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QToolTip::showText(event->globalPos(), plainToolTip(index.data().toString()), view);
    return true;
}

void CellDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    drawCellPanel(*painter, cell);
    const int margin = cellMargin(cell);
    QRect room = cell.rect.adjusted(margin, 0, -margin, 0);
    const auto placed = [&cell](const QRect &place) { return QStyle::visualRect(cell.direction, cell.rect, place); };
    if (!cell.icon.isNull()) {
        const int width = cell.decorationSize.width();
        drawCellIcon(*painter, cell, placed({room.left(), room.top(), width, room.height()}));
        room.setLeft(room.left() + width + 2 * margin);
    }
    drawText(painter, cell, placed(room));
    drawCellFocus(*painter, cell);
}

} // namespace sealport
