#pragma once

#include "model/certificates/value_pieces.h"

#include <QStyledItemDelegate>

class QTextLayout;

namespace sealport {

/// Cells of a QTreeView that show their text whole (of some thousand characters the rest is left out), in as many lines
/// as it needs, with those pieces bold and underlined that differ from another value. The view must lay its rows out
/// again when a column gets another width. GUI thread.
class PiecesDelegate final : public QStyledItemDelegate {
public:
    static constexpr int piecesRole = Qt::UserRole + 1; ///< std::vector<ValuePiece>; without them the text is shown

    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    /// The cell without its icon and margins.
    [[nodiscard]] static QRect textRect(const QStyleOptionViewItem &cell, const QRect &whole);
    static void layOut(QTextLayout &layout, const QStyleOptionViewItem &cell, const QModelIndex &index, int width);
};

} // namespace sealport
