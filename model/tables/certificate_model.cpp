#include "model/tables/certificate_model.h"

#include <algorithm>
#include <utility>

namespace sealport {

CertificateModel::CertificateModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void CertificateModel::setSources(std::vector<ShownSource> sources, const QDateTime &now)
{
    m_calendar.now = now;
    if (sources == m_sources)
        return setCalendar(m_calendar);
    beginResetModel();
    m_sources = std::move(sources);
    m_rows.clear();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (!m_sources[i].listing)
            continue;
        for (const ListedItem &item : m_sources[i].listing->items)
            m_rows.push_back({.item = &item, .source = static_cast<std::uint32_t>(i)});
    }
    endResetModel();
}

void CertificateModel::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    if (!m_rows.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, certificateColumnCount - 1));
}

SourceId CertificateModel::sourceAt(int row) const
{
    return m_sources[m_rows.at(static_cast<std::size_t>(row)).source].id;
}

const QString &CertificateModel::sourceTitleAt(int row) const
{
    return m_sources[m_rows.at(static_cast<std::size_t>(row)).source].title;
}

RowIdentity CertificateModel::identityAt(int row) const
{
    const ListedItem &item = itemAt(row);
    const Certificate *certificate = item.certificate();
    return {.sha256 = certificate ? certificate->sha256() : QByteArray(), .file = item.file};
}

int CertificateModel::rowOf(const RowIdentity &identity) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (itemAt(row).file == identity.file && identityAt(row) == identity)
            return row;
    }
    return -1;
}

int CertificateModel::rowOf(const Certificate &certificate) const
{
    const auto found = std::ranges::find_if(
        m_rows, [&](const Row &row) { return row.item->certificate() && *row.item->certificate() == certificate; });
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int CertificateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int CertificateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : certificateColumnCount;
}

QVariant CertificateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ListedItem &item = itemAt(index.row());
    const auto column = static_cast<CertificateColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return column == CertificateColumn::Source ? sourceTitleAt(index.row()) : cellText(item, column, m_calendar);
    case Qt::AccessibleTextRole:
        return column == CertificateColumn::Source ? sourceTitleAt(index.row())
                                                   : accessibleText(item, column, m_calendar);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(item, column, m_calendar));
    case Qt::DecorationRole: {
        const QString name = cellIconName(item, column, m_calendar);
        return name.isEmpty() ? QVariant() : QVariant(m_icons.icon(name));
    }
    case IconNameRole:
        return cellIconName(item, column, m_calendar);
    default:
        return {};
    }
}

QVariant CertificateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= certificateColumnCount)
        return {};
    return certificateHeader(static_cast<CertificateColumn>(section));
}

} // namespace sealport
