#pragma once

#include <QStyledItemDelegate>

namespace sealport {

/// Cells of one line. Icons keep their colours in a selected row, where Qt would dye them until they are gone; text
/// that is cut off is shown whole as a tool tip, and cut at the side that ElideRole names. Cells are drawn here: the
/// style would shape every text three times, which is what a keystroke in the search box waits for. GUI thread.
class CellDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace sealport
