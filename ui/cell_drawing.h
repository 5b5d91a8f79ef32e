#pragma once

class QPainter;
class QRect;
class QStyleOptionViewItem;

namespace sealport {

// What delegates that draw their cells themselves leave to the style.

void drawCellPanel(QPainter &painter, const QStyleOptionViewItem &cell);
/// Where the cell has the focus.
void drawCellFocus(QPainter &painter, const QStyleOptionViewItem &cell);
/// In its own colours; in a selected row on a plate of the view's colour, where they would drown in that of the
/// selection.
void drawCellIcon(QPainter &painter, const QStyleOptionViewItem &cell, const QRect &place);
/// Free pixels to the left and right of what a cell shows.
[[nodiscard]] int cellMargin(const QStyleOptionViewItem &cell);

} // namespace sealport
