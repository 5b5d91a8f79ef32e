#include "ui/source_tree.h"

#include "model/tables/source_model.h"
#include "ui/cell_delegate.h"
#include "ui/icons.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace sealport {

SourceTree::SourceTree(CertificateCatalogue &catalogue, QWidget *parent)
    : QTreeView(parent)
    , m_catalogue(catalogue)
    , m_model(new SourceModel(catalogue, this))
{
    setObjectName(QStringLiteral("sources"));
    setAccessibleName(tr("Sources of certificates"));
    setModel(m_model);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new CellDelegate(this));
    setIconSize({16, 16});
    setIndentation(fontMetrics().height());
    setTextElideMode(Qt::ElideMiddle);
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
    choose(m_catalogue.myCertificates());
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, &SourceTree::chosenChanged);
    connect(this, &QWidget::customContextMenuRequested, this, &SourceTree::showContextMenu);
}

std::vector<SourceId> SourceTree::chosen() const
{
    std::vector<SourceId> ids;
    QModelIndexList rows = selectionModel()->selectedIndexes();
    std::sort(rows.begin(), rows.end()); // no ranges: QModelIndex has no total order that they accept
    for (const QModelIndex &row : rows) {
        for (const SourceId id : m_model->sourcesAt(row)) {
            if (std::ranges::find(ids, id) == ids.end())
                ids.push_back(id);
        }
    }
    return ids;
}

void SourceTree::choose(SourceId id)
{
    const QModelIndex index = m_model->indexOf(id);
    expand(index.parent());
    selectOnly(index);
    scrollTo(index);
}

void SourceTree::chooseOpened()
{
    const QModelIndex group = m_model->openedGroup();
    expand(group);
    selectOnly(group);
}

void SourceTree::selectOnly(const QModelIndex &index)
{
    // setCurrentIndex() would add to the selection while Ctrl is held, as it is after Ctrl+O
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
}

QSize SourceTree::sizeHint() const
{
    constexpr int rows = 6;
    return {QTreeView::sizeHint().width(), rows * sizeHintForRow(0) + 2 * frameWidth() + 2};
}

void SourceTree::closeCurrent()
{
    if (const auto id = m_model->closableAt(currentIndex()))
        m_catalogue.close(*id);
}

void SourceTree::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete && event->modifiers() == Qt::NoModifier)
        return closeCurrent();
    if (event->key() == Qt::Key_F10 && event->modifiers() == Qt::ShiftModifier)
        return Q_EMIT customContextMenuRequested(visualRect(currentIndex()).center());
    QTreeView::keyPressEvent(event);
}

void SourceTree::showContextMenu(const QPoint &position)
{
    const QModelIndex index = currentIndex();
    const std::vector<SourceId> ids = m_model->sourcesAt(index);
    const bool isListing = std::ranges::any_of(ids, [this](SourceId id) { return m_catalogue.entry(id)->isListing(); });
    QMenu menu(this);
    menu.addAction(themedIcon(QStringLiteral("open")), tr("Open files…"), this, &SourceTree::openRequested);
    menu.addAction(tr("Read again"), this,
                   [this, ids] {
                       for (const SourceId id : ids)
                           m_catalogue.list(id);
                   })
        ->setEnabled(!ids.empty());
    menu.addAction(tr("Stop reading"), this,
                   [this, ids] {
                       for (const SourceId id : ids)
                           m_catalogue.cancel(id);
                   })
        ->setEnabled(isListing);
    menu.addSeparator();
    menu.addAction(tr("Close"), this, &SourceTree::closeCurrent)->setEnabled(m_model->closableAt(index).has_value());
    menu.exec(viewport()->mapToGlobal(position));
}

QString emptyHint(const CertificateCatalogue &catalogue, const std::vector<SourceId> &sources)
{
    const auto isBeingRead = [&catalogue](SourceId id) {
        const auto *entry = catalogue.entry(id);
        return entry && (entry->isListing() || !entry->listing);
    };
    if (std::ranges::any_of(sources, isBeingRead))
        return SourceTree::tr("Reading…");
    if (std::ranges::find(sources, catalogue.myCertificates()) != sources.end())
        return SourceTree::tr("No certificate yet. Press New certificate to make one.");
    return sources.empty() ? SourceTree::tr("Drop files or folders here, or press Ctrl+O.")
                           : SourceTree::tr("No certificate here.");
}

} // namespace sealport
