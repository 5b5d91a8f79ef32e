#include "model/tables/revoked_certificate_model.h"

#include "model/tables/table_icons.h"
#include "model/text/formatting.h"
#include "model/text/revocation_text.h"

#include <algorithm>
#include <compare>
#include <iterator>

namespace sealport {

namespace {

constexpr int columns = static_cast<int>(RevokedCertificateModel::Column::Name) + 1;

/// Numbers of any length in hexadecimal digits.
std::strong_ordering compareNumbers(const QString &a, const QString &b)
{
    return a.size() == b.size() ? a.compare(b) <=> 0 : a.size() <=> b.size();
}

QString cellOf(const KnownRevocation &entry, RevokedCertificateModel::Column column)
{
    using Column = RevokedCertificateModel::Column;
    switch (column) {
    case Column::Serial:
        return entry.revoked.serial;
    case Column::Date:
        return exactDate(entry.revoked.date);
    case Column::Reason:
        return reasonText(entry.revoked);
    case Column::Name:
        return entry.name;
    }
    Q_UNREACHABLE();
}

} // namespace

void RevokedCertificateModel::setEntries(std::vector<KnownRevocation> entries)
{
    if (entries == m_entries)
        return; // nobody loses their place
    m_entries = std::move(entries);
    setFilter(QString(m_text));
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
    m_reasons.clear(); // there are few, and their words are made once
    for (const KnownRevocation &entry : m_entries)
        if (!m_reasons.contains(entry.revoked.reason))
            m_reasons.insert(entry.revoked.reason, reasonText(entry.revoked).contains(m_text, Qt::CaseInsensitive));
    arrange();
}

void RevokedCertificateModel::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    arrange();
}

bool RevokedCertificateModel::isLetThrough(const KnownRevocation &entry) const
{
    const auto contains = [](const QString &text, const QString &part) {
        return !part.isEmpty() && text.contains(part, Qt::CaseInsensitive);
    };
    return m_text.isEmpty() || contains(entry.revoked.serial, m_digits) || contains(entry.name, m_text)
           || m_reasons.value(entry.revoked.reason);
}

bool RevokedCertificateModel::isBefore(const KnownRevocation &a, const KnownRevocation &b) const
{
    switch (static_cast<Column>(m_column)) {
    case Column::Serial:
        return compareNumbers(a.revoked.serial, b.revoked.serial) < 0;
    case Column::Date:
        return a.revoked.date < b.revoked.date;
    case Column::Reason:
        return a.revoked.reason < b.revoked.reason;
    case Column::Name:
        return a.name.compare(b.name, Qt::CaseInsensitive) < 0;
    }
    Q_UNREACHABLE();
}

void RevokedCertificateModel::arrange()
{
    beginResetModel();
    m_shown.clear();
    for (std::uint32_t place = 0; place < m_entries.size(); ++place)
        if (isLetThrough(m_entries[place]))
            m_shown.push_back(place);
    if (m_column >= 0)
        std::ranges::stable_sort(m_shown, [this](std::uint32_t left, std::uint32_t right) {
            const KnownRevocation &a = m_entries[left];
            const KnownRevocation &b = m_entries[right];
            return m_order == Qt::AscendingOrder ? isBefore(a, b) : isBefore(b, a);
        });
    endResetModel();
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
    const KnownRevocation &entry = m_entries[m_shown[static_cast<std::size_t>(index.row())]];
    if (role == Qt::DisplayRole)
        return cellOf(entry, static_cast<Column>(index.column()));
    if (role == Qt::ToolTipRole)
        return plainToolTip(cellOf(entry, static_cast<Column>(index.column())));
    return {};
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
