#include "ui/table_layout.h"

#include <QAction>
#include <QEvent>
#include <QHeaderView>
#include <QMenu>
#include <QStringBuilder>

#include <algorithm>
#include <utility>

namespace sealport {

TableLayout::TableLayout(QTableView &view, QSettings &settings, QString key, std::vector<ColumnDefault> columns,
                         int stretch)
    : QObject(&view)
    , m_view(view)
    , m_settings(settings)
    , m_key(std::move(key))
    , m_columns(std::move(columns))
    , m_stretch(stretch)
{
    auto *header = m_view.horizontalHeader();
    header->setSectionsMovable(true);
    header->setStretchLastSection(false);
    header->setSortIndicatorClearable(true);
    header->setSortIndicator(-1, Qt::AscendingOrder); // the model's own order
    header->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view.viewport()->installEventFilter(this);
    connect(header, &QHeaderView::sectionResized, this, &TableLayout::fillRoom); // also when one is shown or hidden
    connect(header, &QHeaderView::customContextMenuRequested, this, [this, header](const QPoint &position) {
        QMenu menu(header);
        fillMenu(menu);
        menu.exec(header->mapToGlobal(position));
    });
}

void TableLayout::restore()
{
    reset();
    const QString group = QStringLiteral("columns/") % m_key;
    // A state of another number of columns comes from another version of the program.
    if (m_settings.value(group % QStringLiteral("/count")).toInt() == std::ssize(m_columns))
        m_view.horizontalHeader()->restoreState(m_settings.value(group % QStringLiteral("/state")).toByteArray());
    fillRoom();
}

void TableLayout::save()
{
    const QString group = QStringLiteral("columns/") % m_key;
    m_settings.setValue(group % QStringLiteral("/count"), int(m_columns.size()));
    m_settings.setValue(group % QStringLiteral("/state"), m_view.horizontalHeader()->saveState());
}

void TableLayout::reset()
{
    auto *header = m_view.horizontalHeader();
    header->setSortIndicator(-1, Qt::AscendingOrder);
    for (int column = 0; column < int(m_columns.size()); ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, !m_columns.at(std::size_t(column)).visible);
        header->resizeSection(column, defaultWidth(column));
    }
    fillRoom();
}

int TableLayout::defaultWidth(int column) const
{
    return m_columns.at(std::size_t(column)).width * m_view.fontMetrics().averageCharWidth() / 7;
}

void TableLayout::fillRoom()
{
    auto *header = m_view.horizontalHeader();
    if (header->isSectionHidden(m_stretch))
        return;
    const int others = header->length() - header->sectionSize(m_stretch);
    header->resizeSection(m_stretch, std::max(m_view.viewport()->width() - others, defaultWidth(m_stretch)));
}

bool TableLayout::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) // the viewport's; its last events come when the view is half gone
        fillRoom();
    return QObject::eventFilter(watched, event);
}

void TableLayout::setColumnVisible(int column, bool visible)
{
    auto *header = m_view.horizontalHeader();
    if (!visible && header->count() - header->hiddenSectionCount() <= 1)
        return; // a table without columns could not be brought back
    header->setSectionHidden(column, !visible);
}

void TableLayout::fillMenu(QMenu &menu)
{
    const auto *header = m_view.horizontalHeader();
    const auto *model = m_view.model();
    for (int column = 0; column < model->columnCount(); ++column) {
        auto *action = menu.addAction(model->headerData(column, Qt::Horizontal).toString());
        action->setCheckable(true);
        action->setChecked(!header->isSectionHidden(column));
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnVisible(column, on); });
    }
    menu.addSeparator();
    connect(menu.addAction(tr("Reset columns")), &QAction::triggered, this, &TableLayout::reset);
}

} // namespace sealport
