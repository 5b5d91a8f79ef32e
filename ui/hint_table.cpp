#include "ui/hint_table.h"

#include "ui/cell_delegate.h"
#include "ui/icons.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <algorithm>

namespace sealport {

HintTable::HintTable(QWidget *parent)
    : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setShowGrid(false);
    setAlternatingRowColors(true);
    setWordWrap(false);
    setTabKeyNavigation(false); // Tab leaves the table, arrows move inside it
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setCornerButtonEnabled(false);

    setItemDelegate(new CellDelegate(this));
    connect(this, &QTableView::doubleClicked, this, &HintTable::rowChosen);

    // A fixed height for every row: a table of 100,000 must not measure them.
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(1);
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 6);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
}

void HintTable::setModel(QAbstractItemModel *newModel)
{
    QTableView::setModel(newModel);
    for (const auto change : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(newModel, change, this, &HintTable::updateDescription);
    connect(newModel, &QAbstractItemModel::modelReset, this, &HintTable::updateDescription);
    connect(newModel, &QAbstractItemModel::layoutChanged, this, &HintTable::updateDescription); // a filter may do so
    updateDescription();
}

void HintTable::setHint(const QString &hint)
{
    if (m_hint == hint)
        return;
    m_hint = hint;
    updateDescription();
    viewport()->update();
}

bool HintTable::isHintShown() const
{
    return !m_hint.isEmpty() && model() && model()->rowCount() == 0;
}

void HintTable::updateDescription()
{
    setAccessibleDescription(isHintShown() ? m_hint : QString());
}

QList<int> HintTable::selectedRows() const
{
    QList<int> rows;
    if (const auto *selection = selectionModel()) {
        for (const QItemSelectionRange &range : selection->selection()) {
            for (int row = range.top(); row <= range.bottom(); ++row)
                rows.append(row);
        }
    }
    std::ranges::sort(rows);
    rows.erase(std::ranges::unique(rows).begin(), rows.end());
    return rows;
}

void HintTable::selectOnly(int row)
{
    selectionModel()->setCurrentIndex(model()->index(row, 0),
                                      QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

QItemSelectionModel::SelectionFlags HintTable::selectionCommand(const QModelIndex &index, const QEvent *event) const
{
    const auto usual = QTableView::selectionCommand(index, event);
    if (selectionMode() != QAbstractItemView::SingleSelection)
        return usual;
    if (!index.isValid())
        return QItemSelectionModel::NoUpdate;
    const bool takesAway = usual.testFlag(QItemSelectionModel::Toggle) || usual.testFlag(QItemSelectionModel::Deselect);
    return takesAway ? QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows : usual;
}

QString HintTable::selectedText() const
{
    QList<int> columns;
    const auto *header = horizontalHeader();
    for (int visual = 0; visual < header->count(); ++visual) {
        const int logical = header->logicalIndex(visual);
        if (!header->isSectionHidden(logical))
            columns.append(logical);
    }
    QString text;
    for (const int row : selectedRows()) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text += QLatin1Char('\t');
            const QModelIndex cell = model()->index(row, columns.at(i));
            const QString shown = cell.data(Qt::DisplayRole).toString();
            text += shown.isEmpty() ? cell.data(Qt::AccessibleTextRole).toString() : shown; // a cell of an icon alone
        }
        text += QLatin1Char('\n');
    }
    return text;
}

void HintTable::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void HintTable::showCopyMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(themedIcon(QStringLiteral("copy")), tr("Copy row"), this, &HintTable::copySelection)
        ->setEnabled(!selectedRows().isEmpty());
    menu->popup(viewport()->mapToGlobal(position));
}

void HintTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
        event->accept();
        return;
    }
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier) {
        Q_EMIT customContextMenuRequested(visualRect(currentIndex()).center());
        return;
    }
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && currentIndex().isValid())
        Q_EMIT rowChosen(currentIndex());
    // Qt would step over the row at which the table was entered, and never select the only one.
    const bool arrow = event->key() == Qt::Key_Down || event->key() == Qt::Key_Up;
    if (arrow && event->modifiers() == Qt::NoModifier && currentIndex().isValid()
        && !selectionModel()->hasSelection()) {
        selectRow(currentIndex().row());
        return;
    }
    QTableView::keyPressEvent(event);
}

void HintTable::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    viewport()->update(); // the frame is painted there, and would be moved along
}

void HintTable::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    QPainter painter(viewport());
    if (hasFocus()) { // few styles show it, and every table may have a selected row
        painter.setPen(palette().color(QPalette::Highlight));
        painter.drawRect(viewport()->rect().adjusted(0, 0, -1, -1));
    }
    if (!isHintShown())
        return;
    painter.setPen(palette().color(QPalette::PlaceholderText));
    painter.drawText(viewport()->rect().adjusted(16, 8, -16, -8), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
}

} // namespace sealport
