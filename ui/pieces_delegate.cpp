#include "ui/pieces_delegate.h"

#include "ui/cell_drawing.h"

#include <QHeaderView>
#include <QPainter>
#include <QStyle>
#include <QTextLayout>
#include <QTreeView>

#include <algorithm>
#include <cmath>

namespace sealport {
namespace {

constexpr int above = 2; ///< free pixels over the first line and under the last one
/// Of a value that is laid out: the time for an unbroken word grows with its square.
constexpr qsizetype mostShown = 4000;

/// What the tree takes away in front of the first column.
int indentationOf(const QTreeView &view, const QModelIndex &index)
{
    const int treeColumn = view.treePosition() < 0 ? view.header()->logicalIndex(0) : view.treePosition();
    if (index.column() != treeColumn)
        return 0;
    int depth = view.rootIsDecorated() ? 1 : 0;
    for (QModelIndex parent = index.parent(); parent.isValid(); parent = parent.parent())
        ++depth;
    return depth * view.indentation();
}

} // namespace

QRect PiecesDelegate::textRect(const QStyleOptionViewItem &cell, const QRect &whole)
{
    const int margin = cellMargin(cell);
    const int icon = cell.icon.isNull() ? 0 : cell.decorationSize.width() + 2 * margin;
    return whole.adjusted(margin + icon, above, -margin, -above);
}

void PiecesDelegate::layOut(QTextLayout &layout, const QStyleOptionViewItem &cell, const QModelIndex &index, int width)
{
    QTextCharFormat mark; // seen without colours, and in whatever colours the desktop has
    mark.setFontWeight(QFont::Bold);
    mark.setFontUnderline(true);
    QString text;
    QList<QTextLayout::FormatRange> marks;
    const auto pieces = index.data(piecesRole).value<std::vector<ValuePiece>>();
    for (const ValuePiece &piece : pieces) {
        if (!piece.isSame)
            marks.append({.start = static_cast<int>(text.size()),
                          .length = static_cast<int>(piece.text.size()),
                          .format = mark});
        text += piece.text;
        if (text.size() > mostShown)
            break;
    }
    text = pieces.empty() ? cell.text : text.replace(u'\n', QChar::LineSeparator);
    layout.setText(text.size() > mostShown ? text.left(mostShown) + u'…' : text);
    layout.setFont(cell.font);
    layout.setFormats(marks);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setTextDirection(cell.direction);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(1, width));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
}

void PiecesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    drawCellPanel(*painter, cell);
    const QRect room = textRect(cell, cell.rect);
    const QRect icon(QPoint(cell.rect.left() + cellMargin(cell), room.top()), cell.decorationSize);
    drawCellIcon(*painter, cell, QStyle::visualRect(cell.direction, cell.rect, icon));
    const bool isSelected = cell.state.testFlag(QStyle::State_Selected);
    const auto group = cell.state.testFlag(QStyle::State_Active) ? QPalette::Active : QPalette::Inactive;
    QTextLayout layout;
    layOut(layout, cell, index, room.width());
    painter->setPen(cell.palette.color(group, isSelected ? QPalette::HighlightedText : QPalette::Text));
    layout.draw(painter, QStyle::visualRect(cell.direction, cell.rect, room).topLeft());
    drawCellFocus(*painter, cell);
}

/// As high as the column's width demands, as wide as the text would like to be.
QSize PiecesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const auto *view = qobject_cast<const QTreeView *>(cell.widget);
    const int width = view ? view->columnWidth(index.column()) - indentationOf(*view, index) : cell.rect.width();
    const QRect room = textRect(cell, {0, 0, width, 0});
    QTextLayout layout;
    layOut(layout, cell, index, room.width());
    const int height = static_cast<int>(std::ceil(layout.boundingRect().height()));
    const int icon = cell.icon.isNull() ? 0 : cell.decorationSize.height();
    return {static_cast<int>(std::ceil(layout.maximumWidth())) + width - room.width(),
            std::max(height, icon) + 2 * above};
}

} // namespace sealport
