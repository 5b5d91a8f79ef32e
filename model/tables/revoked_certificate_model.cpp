#include "model/tables/revoked_certificate_model.h"

#include "model/text/formatting.h"
#include "model/text/revocation_text.h"

#include <QHash>

#include <algorithm>
#include <compare>

namespace sealport {

namespace {

constexpr int columns = static_cast<int>(RevokedCertificateModel::Column::Name) + 1;

/// Numbers of any length in hexadecimal digits.
std::strong_ordering compareNumbers(const QString &a, const QString &b)
{
    return a.size() == b.size() ? a.compare(b) <=> 0 : a.size() <=> b.size();
}

} // namespace

void RevokedCertificateModel::setEntries(std::vector<KnownRevocation> entries)
{
    if (entries == m_entries)
        return; // nobody loses their place
    beginResetModel();
    m_entries = std::move(entries);
    collectReasons();
    matchReasons();
    arrange();
    endResetModel();
}

void RevokedCertificateModel::collectReasons()
{
    QHash<QString, QString> words; // by their names
    for (const KnownRevocation &entry : m_entries)
        if (!words.contains(entry.revoked.reason))
            words.insert(entry.revoked.reason, reasonText(entry.revoked));
    QStringList names = words.keys();
    std::ranges::sort(names, [&words](const QString &a, const QString &b) {
        return words.value(a).compare(words.value(b), Qt::CaseInsensitive) < 0;
    });
    QHash<QString, std::uint32_t> places;
    m_reasons.clear();
    for (const QString &name : names) {
        places.insert(name, static_cast<std::uint32_t>(m_reasons.size()));
        m_reasons.push_back({.words = words.value(name)});
    }
    m_reasonOf.clear();
    for (const KnownRevocation &entry : m_entries)
        m_reasonOf.push_back(places.value(entry.revoked.reason));
}

void RevokedCertificateModel::matchReasons()
{
    for (Reason &reason : m_reasons)
        reason.containsText = reason.words.contains(m_text, Qt::CaseInsensitive);
}

void RevokedCertificateModel::setFilter(const QString &text)
{
    const auto isSeparator = [](QChar c) { return c.isSpace() || c == u':' || c == u'-'; };
    const auto isDigit = [](QChar c) { return c.isDigit() || (c.toLower() >= u'a' && c.toLower() <= u'f'); };
    m_text = text.trimmed();
    m_digits = m_text.startsWith(QStringLiteral("0x"), Qt::CaseInsensitive) ? m_text.sliced(2) : m_text;
    m_digits.removeIf(isSeparator);
    if (!std::ranges::all_of(m_digits, isDigit))
        m_digits.clear();
    matchReasons();
    rearrange();
}

void RevokedCertificateModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    rearrange();
}

bool RevokedCertificateModel::isLetThrough(std::uint32_t place) const
{
    const KnownRevocation &entry = m_entries[place];
    const auto contains = [](const QString &text, const QString &part) {
        return !part.isEmpty() && text.contains(part, Qt::CaseInsensitive);
    };
    return m_text.isEmpty() || contains(entry.revoked.serial, m_digits) || contains(entry.name, m_text)
           || m_reasons[m_reasonOf[place]].containsText;
}

bool RevokedCertificateModel::isBefore(std::uint32_t left, std::uint32_t right) const
{
    const KnownRevocation &a = m_entries[left];
    const KnownRevocation &b = m_entries[right];
    switch (static_cast<Column>(m_column)) {
    case Column::Serial:
        return compareNumbers(a.revoked.serial, b.revoked.serial) < 0;
    case Column::Date:
        return a.revoked.date < b.revoked.date;
    case Column::Reason:
        return m_reasonOf[left] < m_reasonOf[right];
    case Column::Name:
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    }
    Q_UNREACHABLE();
}

void RevokedCertificateModel::rearrange()
{
    Q_EMIT layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList before = persistentIndexList();
    std::vector<std::uint32_t> places;
    for (const QModelIndex &index : before)
        places.push_back(m_shown[static_cast<std::size_t>(index.row())]);
    arrange();
    std::vector<int> rows(m_entries.size(), -1);
    for (std::size_t row = 0; row < m_shown.size(); ++row)
        rows[m_shown[row]] = static_cast<int>(row);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        const int row = rows[places[static_cast<std::size_t>(i)]];
        after.append(row < 0 ? QModelIndex() : createIndex(row, before.at(i).column()));
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RevokedCertificateModel::arrange()
{
    m_shown.clear();
    for (std::uint32_t place = 0; place < m_entries.size(); ++place)
        if (isLetThrough(place))
            m_shown.push_back(place);
    if (m_column >= 0)
        std::ranges::stable_sort(m_shown, [this](std::uint32_t left, std::uint32_t right) {
            return m_order == Qt::AscendingOrder ? isBefore(left, right) : isBefore(right, left);
        });
}

QString RevokedCertificateModel::cellOf(std::uint32_t place, Column column) const
{
    const KnownRevocation &entry = m_entries[place];
    switch (column) {
    case Column::Serial:
        return entry.revoked.serial;
    case Column::Date:
        return exactDate(entry.revoked.date);
    case Column::Reason:
        return m_reasons[m_reasonOf[place]].words;
    case Column::Name:
        return entry.name;
    }
    Q_UNREACHABLE();
}

int RevokedCertificateModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

int RevokedCertificateModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns;
}

QVariant RevokedCertificateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role != Qt::DisplayRole)
        return {};
    return cellOf(m_shown[static_cast<std::size_t>(index.row())], static_cast<Column>(index.column()));
}

QVariant RevokedCertificateModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= columns)
        return {};
    switch (static_cast<Column>(section)) {
    case Column::Serial:
        return tr("Serial number");
    case Column::Date:
        return tr("Revoked");
    case Column::Reason:
        return tr("Reason");
    case Column::Name:
        return tr("Certificate");
    }
    Q_UNREACHABLE();
}

} // namespace sealport
