#include "ui/algorithm_picker.h"

#include "ui/icons.h"

#include <QDialogButtonBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QSignalBlocker>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace sealport {
namespace {

enum Column { Name, Order, OtherNames, Protocols, Properties, Remark };

bool isTicked(const QTreeWidgetItem &item)
{
    return item.checkState(Name) == Qt::Checked;
}

} // namespace

AlgorithmPicker::AlgorithmPicker(const QString &title, const std::vector<AlgorithmRow> &rows, const QStringList &chosen,
                                 QWidget *parent)
    : QDialog(parent)
    , m_find(new QLineEdit(this))
    , m_list(new QTreeWidget(this))
    , m_count(new QLabel(this))
    , m_use(nullptr)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    build();
    for (const QString &name : chosen)
        if (const auto row = std::ranges::find(rows, name, &AlgorithmRow::name); row != rows.end())
            addRow(*row, true);
    for (const AlgorithmRow &row : rows)
        if (!chosen.contains(row.name))
            addRow(row, false);
    for (int column = Name; column < Remark; ++column) {
        m_list->resizeColumnToContents(column);
        const bool isEmpty =
            std::ranges::all_of(m_list->findItems({}, Qt::MatchContains),
                                [column](const QTreeWidgetItem *item) { return item->text(column).isEmpty(); });
        m_list->setColumnHidden(column, column != Order && isEmpty);
    }
    updateOrder();
    m_list->setCurrentItem(m_list->topLevelItem(0));
}

void AlgorithmPicker::build()
{
    auto *hint =
        new QLabel(tr("What is ticked is written into the field from top to bottom. Drag a row to its place, or "
                      "move it with Ctrl+Up and Ctrl+Down."),
                   this);
    hint->setWordWrap(true);
    m_find->setObjectName(QStringLiteral("findAlgorithm"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_find->setPlaceholderText(tr("parts of a name, TLS 1.2, forward secret, weak …"));
    auto *findLabel = new QLabel(tr("&Find"), this);
    findLabel->setBuddy(m_find);
    m_find->setAccessibleName(tr("Find"));

    m_list->setObjectName(QStringLiteral("algorithms"));
    m_list->setAccessibleName(windowTitle());
    m_list->setHeaderLabels(
        {tr("Name"), tr("No."), tr("Also called"), tr("Protocols"), tr("Properties"), tr("Remarks")});
    m_list->setRootIsDecorated(false);
    m_list->setAlternatingRowColors(true);
    m_list->setUniformRowHeights(true);
    m_list->setAllColumnsShowFocus(true);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->header()->setSectionsMovable(false);
    auto *up = new QPushButton(tr("Move &up"), this);
    up->setObjectName(QStringLiteral("moveUp"));
    up->setToolTip(tr("Before the one that is ticked above it (Ctrl+Up)"));
    auto *down = new QPushButton(tr("Move &down"), this);
    down->setObjectName(QStringLiteral("moveDown"));
    down->setToolTip(tr("Behind the one that is ticked below it (Ctrl+Down)"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    auto *own = buttons->addButton(tr("Sealport's &own"), QDialogButtonBox::ResetRole);
    own->setObjectName(QStringLiteral("ownList"));
    own->setToolTip(tr("Empties the field: the list that Sealport uses by itself"));
    m_use = buttons->addButton(tr("U&se this list"), QDialogButtonBox::AcceptRole);
    m_use->setObjectName(QStringLiteral("useList"));
    m_use->setDefault(true);

    auto *find = new QHBoxLayout;
    find->addWidget(findLabel);
    find->addWidget(m_find, 1);
    auto *below = new QHBoxLayout;
    below->addWidget(m_count, 1);
    below->addWidget(up);
    below->addWidget(down);
    auto *column = new QVBoxLayout(this);
    column->addWidget(hint);
    column->addLayout(find);
    column->addWidget(m_list, 1);
    column->addLayout(below);
    column->addWidget(buttons);
    resize(fontMetrics().averageCharWidth() * 120, fontMetrics().height() * 26);

    for (const auto &[key, step] : {std::pair(Qt::Key_Up, -1), std::pair(Qt::Key_Down, 1)}) {
        auto *shortcut = new QShortcut(QKeySequence(Qt::CTRL | key), this);
        connect(shortcut, &QShortcut::activated, this, [this, step] { move(step); });
    }
    connect(up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_find, &QLineEdit::textChanged, this, &AlgorithmPicker::filter);
    connect(m_list, &QTreeWidget::itemChanged, this, &AlgorithmPicker::updateOrder);
    // Later: a row that is dragged is there twice for a moment.
    connect(m_list->model(), &QAbstractItemModel::rowsInserted, this, &AlgorithmPicker::updateOrder,
            Qt::QueuedConnection);
    connect(own, &QPushButton::clicked, this, [this] { finish({}); });
    connect(buttons, &QDialogButtonBox::accepted, this, [this] { finish(chosen()); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void AlgorithmPicker::addRow(const AlgorithmRow &row, bool isChosen)
{
    auto *item = new QTreeWidgetItem;
    item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable | Qt::ItemIsDragEnabled);
    item->setText(Name, row.name);
    item->setCheckState(Name, isChosen ? Qt::Checked : Qt::Unchecked);
    item->setText(OtherNames, row.otherNames);
    item->setText(Protocols, row.protocols);
    item->setText(Properties, row.properties);
    item->setText(Remark, row.isWeak ? tr("Weak. %1").arg(row.remark) : row.remark);
    item->setData(Name, Qt::AccessibleDescriptionRole, item->text(Remark));
    item->setTextAlignment(Order, Qt::AlignRight | Qt::AlignVCenter);
    if (row.isWeak)
        item->setIcon(Remark, themedIcon(QStringLiteral("warning")));
    m_list->addTopLevelItem(item);
}

QStringList AlgorithmPicker::chosen() const
{
    QStringList names;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i)
        if (const QTreeWidgetItem &item = *m_list->topLevelItem(i); isTicked(item))
            names.append(item.text(Name));
    return names;
}

void AlgorithmPicker::filter(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem &item = *m_list->topLevelItem(i);
        QStringList cells;
        for (int column = Name; column <= Remark; ++column)
            cells.append(item.text(column));
        const QString all = cells.join(u'\n');
        item.setHidden(!std::ranges::all_of(
            words, [&all](const QString &word) { return all.contains(word, Qt::CaseInsensitive); }));
    }
}

int AlgorithmPicker::neighbourOf(QTreeWidgetItem &item, int step) const
{
    int row = m_list->indexOfTopLevelItem(&item) + step;
    while (row >= 0 && row < m_list->topLevelItemCount()) {
        const QTreeWidgetItem &other = *m_list->topLevelItem(row);
        if (!other.isHidden() && isTicked(other) == isTicked(item))
            return row;
        row += step;
    }
    return -1;
}

void AlgorithmPicker::move(int step)
{
    QTreeWidgetItem *item = m_list->currentItem();
    const int place = item ? neighbourOf(*item, step) : -1;
    if (place < 0)
        return;
    m_list->insertTopLevelItem(place, m_list->takeTopLevelItem(m_list->indexOfTopLevelItem(item)));
    m_list->setCurrentItem(item);
    m_list->scrollToItem(item);
    updateOrder();
}

void AlgorithmPicker::updateOrder()
{
    const QSignalBlocker quiet(m_list);
    int number = 0;
    for (int i = 0; i < m_list->topLevelItemCount(); ++i) {
        QTreeWidgetItem &item = *m_list->topLevelItem(i);
        item.setText(Order, isTicked(item) ? QString::number(++number) : QString());
    }
    m_list->resizeColumnToContents(Order);
    m_count->setText(tr("%1 of %2 ticked").arg(number).arg(m_list->topLevelItemCount()));
    m_use->setEnabled(number > 0);
}

void AlgorithmPicker::finish(const QStringList &names)
{
    Q_EMIT picked(names);
    accept();
}

/// Return in the field for finding goes to what was found.
void AlgorithmPicker::keyPressEvent(QKeyEvent *event)
{
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isReturn && m_find->hasFocus())
        m_list->setFocus(Qt::OtherFocusReason);
    else
        QDialog::keyPressEvent(event);
}

} // namespace sealport
