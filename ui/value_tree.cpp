#include "ui/value_tree.h"

#include "model/base/throttle.h"
#include "ui/icons.h"
#include "ui/pieces_delegate.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>

#include <chrono>

namespace sealport {
namespace {

QString rowText(const QTreeWidgetItem &item)
{
    QStringList cells;
    for (int column = 0; column < item.columnCount(); ++column)
        cells.append(item.text(column).trimmed());
    return cells.join(u'\t');
}

} // namespace

ValueTree::ValueTree(const QStringList &headers, const QString &name, QWidget *parent)
    : QTreeWidget(parent)
{
    setHeaderLabels(headers);
    setAccessibleName(name);
    setAlternatingRowColors(true);
    setItemDelegate(new PiecesDelegate(this));
    setSelectionBehavior(QAbstractItemView::SelectItems);             // arrows go from one value to the other
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);         // a key may be higher than the window
    auto *resized = new Throttle(std::chrono::milliseconds(0), this); // all columns at once
    connect(header(), &QHeaderView::sectionResized, resized, &Throttle::request);
    connect(resized, &Throttle::fired, this, &QTreeWidget::doItemsLayout);

    const auto addCopy = [this](const QString &text, const QKeySequence &shortcut, auto copied) {
        auto *action = new QAction(themedIcon(QStringLiteral("copy")), text, this);
        action->setShortcut(shortcut);
        action->setShortcutContext(Qt::WidgetShortcut);
        connect(action, &QAction::triggered, this, [this, copied] {
            if (const QTreeWidgetItem *item = currentItem())
                QGuiApplication::clipboard()->setText(copied(*item));
        });
        addAction(action);
    };
    addCopy(tr("Copy value"), QKeySequence::Copy,
            [this](const QTreeWidgetItem &item) { return item.text(currentColumn()).trimmed(); });
    addCopy(tr("Copy row"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C), rowText);
    setContextMenuPolicy(Qt::ActionsContextMenu);
}

QModelIndex ValueTree::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex now = currentIndex();
    const bool isForward = action == (isRightToLeft() ? MoveLeft : MoveRight);
    const bool isBack = action == (isRightToLeft() ? MoveRight : MoveLeft);
    const QModelIndex row = now.siblingAtColumn(0);
    const bool isOpen = isExpanded(row) || !model()->hasChildren(row);
    if (isForward && now.isValid() && isOpen && now.column() + 1 < columnCount())
        return now.siblingAtColumn(now.column() + 1);
    if (isBack && now.column() > 0)
        return now.siblingAtColumn(now.column() - 1);
    return QTreeWidget::moveCursor(action, modifiers);
}

} // namespace sealport
