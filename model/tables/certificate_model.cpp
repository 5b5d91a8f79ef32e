#include "model/tables/certificate_model.h"

#include "model/certificates/display_text.h"

#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <utility>
#include <variant>

namespace sealport {

namespace {

/// "9D:A4 84" reads "9da484"; empty when the text is no hex. What it looks like is enough here, parseThumbprint() is
/// strict.
QByteArray hexIn(const QString &text)
{
    QByteArray hex;
    for (const QChar character : text) {
        if (character.isSpace() || character == u':' || character == u'-'
            || character.category() == QChar::Other_Format)
            continue;
        const bool isHex = (character >= u'0' && character <= u'9') || (character >= u'a' && character <= u'f');
        if (!isHex)
            return {};
        hex += character.toLatin1();
    }
    return hex;
}

} // namespace

CertificateModel::CertificateModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

bool CertificateModel::setSources(std::vector<ShownSource> sources, const QDateTime &now)
{
    m_calendar.now = now;
    if (std::ranges::equal(sources, m_sources, {}, {}, &Source::shown)) {
        setCalendar(m_calendar);
        return false;
    }
    beginResetModel();
    m_sources.clear();
    for (ShownSource &source : sources)
        m_sources.push_back({.shown = std::move(source)});
    matchTitles();
    m_rows.clear();
    for (std::size_t i = 0; i < m_sources.size(); ++i) {
        if (!m_sources[i].shown.listing)
            continue;
        const std::vector<ListedItem> &items = m_sources[i].shown.listing->items;
        m_sources[i].hasManyFiles =
            std::ranges::any_of(items, [&items](const ListedItem &item) { return item.file != items.front().file; });
        for (const ListedItem &item : items)
            m_rows.push_back({.item = &item, .source = static_cast<std::uint32_t>(i)});
    }
    sortRows();
    filterRows();
    endResetModel();
    return true;
}

void CertificateModel::setFilter(const QString &text)
{
    const QString wanted = text.trimmed().toLower();
    if (wanted.toUtf8() == m_text.pattern())
        return;
    const QByteArray hex = hexIn(wanted);
    const bool isNarrower = wanted.toUtf8().startsWith(m_text.pattern()) && m_hex.pattern().isEmpty() == hex.isEmpty();
    m_text.setPattern(wanted.toUtf8());
    m_hex.setPattern(hex);
    m_words = cellWordsContaining(wanted);
    matchTitles();
    rearrange(isNarrower ? Change::NarrowedFilter : Change::Filter);
}

void CertificateModel::sort(int column, Qt::SortOrder order)
{
    if (column == m_sortColumn && order == m_sortOrder)
        return;
    m_sortColumn = column;
    m_sortOrder = order;
    rearrange(Change::Order);
}

/// Not as removed and inserted rows: each gap on its own would take seconds where rows alternate.
void CertificateModel::rearrange(Change change)
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> rows;
    for (const QModelIndex &index : before)
        rows.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    if (change == Change::Order)
        sortRows();
    if (change == Change::NarrowedFilter) // what was typed goes on: only the shown ones are looked at
        std::erase_if(m_shown, [this](std::uint32_t row) { return !isLetThrough(row); });
    else
        filterRows();
    std::vector<int> places(m_rows.size(), -1);
    for (std::size_t i = 0; i < m_shown.size(); ++i)
        places[m_shown[i]] = static_cast<int>(i);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int place = places[rows[static_cast<std::size_t>(i)]];
        after.append(place < 0 ? QModelIndex() : createIndex(place, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void CertificateModel::sortRows()
{
    m_order.resize(m_rows.size());
    std::iota(m_order.begin(), m_order.end(), 0U);
    if (m_sortColumn < 0)
        return;
    const auto column = static_cast<CertificateColumn>(m_sortColumn);
    std::vector<QByteArray> keys;
    keys.reserve(m_rows.size());
    for (const Row &row : m_rows) {
        if (column == CertificateColumn::Source)
            keys.push_back(sourceText(row).toLower().toUtf8());
        else
            keys.push_back(row.item->problem() ? row.item->searchText : sortKey(*row.item, column));
    }
    const bool isDescending = m_sortOrder == Qt::DescendingOrder;
    std::ranges::stable_sort(m_order, [&](std::uint32_t a, std::uint32_t b) {
        const bool isProblem = m_rows[a].item->problem() != nullptr;
        if (isProblem != (m_rows[b].item->problem() != nullptr))
            return !isProblem;
        return isDescending ? keys[b] < keys[a] : keys[a] < keys[b];
    });
}

bool CertificateModel::isLetThrough(std::uint32_t row) const
{
    const QByteArray &haystack = m_rows[row].item->searchText;
    return m_text.indexIn(haystack) >= 0 || (!m_hex.pattern().isEmpty() && m_hex.indexIn(haystack) >= 0)
           || (m_words != 0 && (m_words & cellWordsOf(*m_rows[row].item, revocationOf(*m_rows[row].item))) != 0)
           || m_sources[m_rows[row].source].isTitleWanted;
}

void CertificateModel::matchTitles()
{
    const QString wanted = QString::fromUtf8(m_text.pattern());
    for (Source &source : m_sources)
        source.isTitleWanted = !wanted.isEmpty() && source.shown.title.toLower().contains(wanted);
}

void CertificateModel::filterRows()
{
    m_shown.clear();
    if (m_text.pattern().isEmpty())
        m_shown = m_order;
    else
        std::ranges::copy_if(m_order, std::back_inserter(m_shown),
                             [this](std::uint32_t row) { return isLetThrough(row); });
}

void CertificateModel::setCalendar(const Calendar &calendar)
{
    m_calendar = calendar;
    if (!m_shown.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, certificateColumnCount - 1));
}

void CertificateModel::setRevoked(RevocationStates revoked)
{
    if (revoked == m_revoked)
        return;
    m_revoked = std::move(revoked);
    if (m_words != 0)
        rearrange(Change::Filter);
    setCalendar(m_calendar);
}

RevocationState CertificateModel::revocationOf(const ListedItem &item) const
{
    const Certificate *certificate = item.certificate();
    return certificate ? m_revoked.value(certificate->sha256()) : RevocationState::NotRevoked;
}

SourceId CertificateModel::sourceAt(int row) const
{
    return m_sources[rowAt(row).source].shown.id;
}

QString CertificateModel::sourceText(const Row &row) const
{
    const Source &source = m_sources[row.source];
    const QString &title = source.shown.title;
    return source.hasManyFiles ? title % u'/' % displayText(QFileInfo(row.item->file).fileName()) : title;
}

RowIdentity CertificateModel::identityAt(int row) const
{
    const ListedItem &item = itemAt(row);
    const auto hash = [](const auto &object) {
        if constexpr (requires { object.sha256(); })
            return object.sha256();
        else
            return QByteArray();
    };
    return {.sha256 = std::visit(hash, item.object), .file = item.file};
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
    for (int row = 0; row < rowCount(); ++row) {
        const Certificate *shown = itemAt(row).certificate();
        if (shown && *shown == certificate)
            return row;
    }
    return -1;
}

int CertificateModel::rowOfFile(const QString &file) const
{
    for (int row = 0; row < rowCount(); ++row) {
        if (itemAt(row).file == file)
            return row;
    }
    return -1;
}

int CertificateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
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
    const RevocationState revocation = revocationOf(item);
    switch (role) {
    case Qt::DisplayRole:
        return column == CertificateColumn::Source ? sourceText(rowAt(index.row()))
                                                   : cellText(item, column, m_calendar, revocation);
    case Qt::AccessibleTextRole:
        return column == CertificateColumn::Source ? sourceText(rowAt(index.row()))
                                                   : accessibleText(item, column, m_calendar, revocation);
    case Qt::ToolTipRole:
        return plainToolTip(cellToolTip(item, column, m_calendar, revocation));
    case Qt::DecorationRole: {
        const QString name = cellIconName(item, column, m_calendar, revocation);
        return name.isEmpty() ? QVariant() : QVariant(m_icons.icon(name));
    }
    case IconNameRole:
        return cellIconName(item, column, m_calendar, revocation);
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
