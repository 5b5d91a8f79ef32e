#pragma once

class QPainter;
class QStyleOptionViewItem;

namespace sealport {

// What delegates that draw their cells themselves leave to the style.

void drawCellPanel(QPainter &painter, const QStyleOptionViewItem &cell);
/// Where the cell has the focus.
void drawCellFocus(QPainter &painter, const QStyleOptionViewItem &cell);
/// Free pixels to the left and right of what a cell shows.
[[nodiscard]] int cellMargin(const QStyleOptionViewItem &cell);

} // namespace sealport
