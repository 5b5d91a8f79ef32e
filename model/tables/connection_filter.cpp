#include "model/tables/connection_filter.h"

#include "model/tables/connection_model.h"

namespace sealport {

ConnectionFilter::ConnectionFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
}

void ConnectionFilter::setSourceModel(QAbstractItemModel *model)
{
    m_connections = qobject_cast<const ConnectionModel *>(model);
    Q_ASSERT(m_connections != nullptr || model == nullptr);
    QSortFilterProxyModel::setSourceModel(model);
}

void ConnectionFilter::setShow(Show show)
{
    if (m_show == show)
        return;
    m_show = show;
    invalidate(); // invalidateFilter() would announce each gap on its own, which takes seconds where rows alternate
}

void ConnectionFilter::setText(const QString &text)
{
    if (m_text == text)
        return;
    const QByteArray pattern = text.trimmed().toLower().toUtf8();
    m_text = text;
    if (pattern == m_matcher.pattern())
        return;
    m_matcher.setPattern(pattern);
    invalidate();
}

bool ConnectionFilter::filterAcceptsRow(int sourceRow, const QModelIndex &sourceParent) const
{
    if (m_connections == nullptr || sourceParent.isValid())
        return false;
    const ConnectionState state = m_connections->record(sourceRow).state;
    if ((m_show == Show::Live && hasEnded(state)) || (m_show == Show::Failed && state != ConnectionState::Failed))
        return false;
    return m_matcher.pattern().isEmpty() || m_matcher.indexIn(m_connections->searchText(sourceRow)) >= 0;
}

bool ConnectionFilter::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    return compareCells(m_connections->record(left.row()), m_connections->record(right.row()),
                        static_cast<ConnectionColumn>(left.column()))
           < 0;
}

} // namespace sealport
