#include "model/tables/connection_model.h"

#include <algorithm>
#include <iterator>
#include <ranges>

namespace sealport {

struct ConnectionModel::Row {
    ConnectionRecord record;
    std::int64_t arrival = 0; ///< orders the rows, also those that were cleared
    std::int64_t sequence = 0;
    mutable QByteArray searchText{}; ///< empty until it is asked for
};

struct ConnectionModel::Cleared {
    std::vector<std::unique_ptr<Row>> rows; ///< ended ones, oldest first
};

ConnectionModel::ConnectionModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

ConnectionModel::~ConnectionModel() = default;

int ConnectionModel::rowNumber(const Row &row) const
{
    return static_cast<int>(row.sequence - m_firstSequence);
}

void ConnectionModel::count(const ConnectionRecord &record, bool added)
{
    const auto change = [added](std::uint64_t &counter) { added ? ++counter : --counter; };
    change(m_counts.all);
    if (!hasEnded(record.state))
        change(m_counts.live);
    if (record.state == ConnectionState::Failed)
        change(m_counts.failed);
    m_helloBytes += added ? record.hello.size() : -record.hello.size();
}

void ConnectionModel::apply(const std::vector<ConnectionRecord> &records)
{
    const int oldCount = rowCount();
    std::vector<std::unique_ptr<Row>> fresh;
    std::vector<int> changed;
    for (const ConnectionRecord &record : records) {
        Row *&known = m_rowOf[record.id];
        if (known != nullptr) {
            count(known->record, false);
            known->record = record;
            known->searchText.clear();
            if (rowNumber(*known) < oldCount)
                changed.push_back(rowNumber(*known));
        } else {
            fresh.push_back(std::make_unique<Row>(
                Row{.record = record,
                    .arrival = m_arrivals++,
                    .sequence = m_firstSequence + oldCount + static_cast<std::int64_t>(fresh.size())}));
            known = fresh.back().get();
        }
        count(record, true);
        if (hasEnded(record.state))
            known->searchText =
                searchTextOf(record); // now, so that the first letter of a search need not wait for all of them
    }
    if (!fresh.empty()) {
        beginInsertRows({}, oldCount, oldCount + static_cast<int>(fresh.size()) - 1);
        std::move(fresh.begin(), fresh.end(), std::back_inserter(m_rows));
        endInsertRows();
    }
    announceChanges(changed, 0, ColumnCount - 1);
    trim();
}

void ConnectionModel::applyTraffic(const std::vector<TrafficUpdate> &updates)
{
    std::vector<int> changed;
    for (const TrafficUpdate &update : updates) {
        const auto known = m_rowOf.find(update.id);
        if (known == m_rowOf.end() || hasEnded(known->second->record.state))
            continue;
        Row &row = *known->second;
        row.record.bytesIn = update.bytesIn;
        row.record.bytesOut = update.bytesOut;
        row.searchText.clear();
        changed.push_back(rowNumber(row));
    }
    announceChanges(changed, BytesInColumn, BytesOutColumn);
}

void ConnectionModel::announceChanges(std::vector<int> &rows, int firstColumn, int lastColumn)
{
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    for (std::size_t i = 0; i < rows.size();) {
        std::size_t end = i + 1;
        while (end < rows.size() && rows[end] == rows[end - 1] + 1)
            ++end;
        Q_EMIT dataChanged(index(rows[i], firstColumn), index(rows[end - 1], lastColumn));
        i = end;
    }
}

void ConnectionModel::setHistoryLimit(int rows)
{
    m_limit = std::max(1, rows);
    trim();
}

void ConnectionModel::trim()
{
    int excess = rowCount() - m_limit;
    qint64 excessBytes = m_helloBytes - mostHelloBytes;
    struct Run {
        int first;
        int last;
    };
    std::vector<Run> runs;
    for (int row = 0; row < rowCount() && (excess > 0 || excessBytes > 0); ++row) {
        const ConnectionRecord &record = m_rows[static_cast<std::size_t>(row)]->record;
        if (!hasEnded(record.state))
            continue;
        if (!runs.empty() && runs.back().last == row - 1)
            runs.back().last = row;
        else
            runs.push_back({.first = row, .last = row});
        --excess;
        excessBytes -= record.hello.size();
    }
    for (const Run &run : std::views::reverse(runs)) // from the bottom up: the numbers above stay true
        removeRun(run.first, run.last);
}

void ConnectionModel::removeRun(int first, int last)
{
    beginRemoveRows({}, first, last);
    const int size = last - first + 1;
    for (int row = first; row <= last; ++row) {
        const Row &gone = *m_rows[static_cast<std::size_t>(row)];
        count(gone.record, false);
        m_rowOf.erase(gone.record.id);
    }
    // The rows above are the few live ones: they are renumbered instead of everything that follows.
    for (int row = 0; row < first; ++row)
        m_rows[static_cast<std::size_t>(row)]->sequence += size;
    m_firstSequence += size;
    m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
    endRemoveRows();
}

std::shared_ptr<ConnectionModel::Cleared> ConnectionModel::clear()
{
    const auto isLive = [](const std::unique_ptr<Row> &row) { return !hasEnded(row->record.state); };
    if (std::ranges::all_of(m_rows, isLive))
        return {};
    auto cleared = std::make_shared<Cleared>();
    beginResetModel();
    const auto ended = std::stable_partition(m_rows.begin(), m_rows.end(), isLive);
    std::move(ended, m_rows.end(), std::back_inserter(cleared->rows));
    m_rows.erase(ended, m_rows.end());
    number();
    endResetModel();
    return cleared;
}

void ConnectionModel::restore(Cleared &cleared)
{
    beginResetModel();
    const auto middle = static_cast<std::ptrdiff_t>(m_rows.size());
    std::move(cleared.rows.begin(), cleared.rows.end(), std::back_inserter(m_rows));
    cleared.rows.clear();
    std::ranges::inplace_merge(m_rows, m_rows.begin() + middle, {}, &Row::arrival);
    number();
    endResetModel();
    trim();
}

/// After rows have come and gone in the middle: numbers, places and counts anew.
void ConnectionModel::number()
{
    m_rowOf.clear();
    m_counts = {};
    m_helloBytes = 0;
    m_firstSequence = 0;
    for (std::size_t i = 0; i < m_rows.size(); ++i) {
        m_rows[i]->sequence = static_cast<std::int64_t>(i);
        m_rowOf.emplace(m_rows[i]->record.id, m_rows[i].get());
        count(m_rows[i]->record, true);
    }
}

const ConnectionRecord &ConnectionModel::record(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row))->record;
}

int ConnectionModel::rowOf(ConnectionId id) const
{
    const auto known = m_rowOf.find(id);
    return known == m_rowOf.end() ? -1 : rowNumber(*known->second);
}

const QByteArray &ConnectionModel::searchText(int row) const
{
    const Row &known = *m_rows.at(static_cast<std::size_t>(row));
    if (known.searchText.isEmpty())
        known.searchText = searchTextOf(known.record);
    return known.searchText;
}

int ConnectionModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ConnectionModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ConnectionModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ConnectionRecord &known = m_rows[static_cast<std::size_t>(index.row())]->record;
    const auto column = static_cast<ConnectionColumn>(index.column());
    switch (role) {
    case Qt::DisplayRole:
        return cellText(known, column);
    case Qt::AccessibleTextRole: {
        const QString text = cellText(known, column);
        return text == QStringLiteral("–") ? tr("none") : text;
    }
    case Qt::ToolTipRole: {
        const QString toolTip = cellToolTip(known, column);
        return toolTip.isEmpty() ? QVariant() : plainToolTip(toolTip);
    }
    case Qt::DecorationRole:
        return index.column() == StateColumn ? QVariant(m_icons.icon(connectionIconName(known))) : QVariant();
    case Qt::TextAlignmentRole:
        return isNumeric(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter)) : QVariant();
    case IconNameRole:
        return index.column() == StateColumn ? connectionIconName(known) : QString();
    case ElideRole: // TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384: the cipher stands last
        return index.column() == CipherColumn ? QVariant(int(Qt::ElideLeft)) : QVariant();
    default:
        return {};
    }
}

QVariant ConnectionModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    const auto column = static_cast<ConnectionColumn>(section);
    if (role == Qt::DisplayRole)
        return connectionHeader(column);
    if (role == Qt::TextAlignmentRole && isNumeric(column))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

} // namespace sealport
