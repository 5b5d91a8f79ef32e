#include "model/tables/source_model.h"

#include "model/certificates/display_text.h"
#include "model/tables/table_roles.h"
#include "model/text/source_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr std::array kinds{SourceKind::MyCertificates, SourceKind::SystemRoots, SourceKind::Opened};

/// The row of the tree that a source belongs to.
SourceKind groupOf(const CertificateSource &source)
{
    return source.kind() == SourceKind::Pasted ? SourceKind::Opened : source.kind();
}

int rowOf(SourceKind kind)
{
    return static_cast<int>(std::ranges::find(kinds, kind) - kinds.begin());
}

/// How many things a listing holds, and how many of its files could not be read.
struct Counts {
    qsizetype things = 0;
    qsizetype problems = 0;
};

Counts countsOf(const SourceListing &listing)
{
    const auto problems = std::ranges::count_if(listing.items, [](const ListedItem &item) { return item.problem(); });
    return {.things = std::ssize(listing.items) - problems, .problems = problems};
}

} // namespace

SourceModel::SourceModel(CertificateCatalogue &catalogue, QObject *parent)
    : QAbstractItemModel(parent)
    , m_catalogue(catalogue)
{
    for (const Entry &entry : m_catalogue.entries()) {
        if (groupOf(*entry.source) == SourceKind::Opened)
            m_opened.push_back(entry.id);
    }
    connect(&m_catalogue, &CertificateCatalogue::added, this, &SourceModel::insert);
    connect(&m_catalogue, &CertificateCatalogue::closed, this, &SourceModel::remove);
    connect(&m_catalogue, &CertificateCatalogue::progressed, this, &SourceModel::change);
    connect(&m_catalogue, &CertificateCatalogue::listed, this, &SourceModel::change);
}

void SourceModel::insert(SourceId id)
{
    const Entry *entry = m_catalogue.entry(id);
    if (!entry || groupOf(*entry->source) != SourceKind::Opened)
        return;
    const int row = static_cast<int>(m_opened.size());
    beginInsertRows(openedGroup(), row, row);
    m_opened.push_back(id);
    endInsertRows();
}

void SourceModel::remove()
{
    for (int row = static_cast<int>(m_opened.size()) - 1; row >= 0; --row) {
        if (m_catalogue.entry(m_opened[static_cast<std::size_t>(row)]))
            continue;
        beginRemoveRows(openedGroup(), row, row);
        m_opened.erase(m_opened.begin() + row);
        endRemoveRows();
    }
    change({});
}

void SourceModel::change(SourceId id)
{
    const QModelIndex changed = indexOf(id);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed);
    const QModelIndex group = openedGroup();
    Q_EMIT dataChanged(group, group); // it tells the sum
}

const CertificateCatalogue::Entry *SourceModel::entryAt(const QModelIndex &index) const
{
    const auto entries = entriesAt(index);
    const bool isGroup = index.internalId() == 0 && kinds.at(std::size_t(index.row())) == SourceKind::Opened;
    return entries.size() == 1 && !isGroup ? entries.front() : nullptr;
}

std::vector<const CertificateCatalogue::Entry *> SourceModel::entriesAt(const QModelIndex &index) const
{
    std::vector<const Entry *> entries;
    for (const Entry &entry : m_catalogue.entries()) {
        const bool isMeant = index.internalId() != 0 ? entry.id.value() == index.internalId()
                                                     : groupOf(*entry.source) == kinds.at(std::size_t(index.row()));
        if (isMeant)
            entries.push_back(&entry);
    }
    return entries;
}

std::vector<SourceId> SourceModel::sourcesAt(const QModelIndex &index) const
{
    std::vector<SourceId> ids;
    if (index.isValid()) {
        for (const Entry *entry : entriesAt(index))
            ids.push_back(entry->id);
    }
    return ids;
}

std::optional<SourceId> SourceModel::closableAt(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() != 0 ? std::optional(SourceId(index.internalId())) : std::nullopt;
}

QModelIndex SourceModel::indexOf(SourceId id) const
{
    const Entry *entry = m_catalogue.entry(id);
    if (!entry)
        return {};
    if (groupOf(*entry->source) != SourceKind::Opened)
        return index(rowOf(entry->source->kind()), 0);
    const auto child = std::ranges::find(m_opened, id);
    return child == m_opened.end() ? QModelIndex()
                                   : createIndex(static_cast<int>(child - m_opened.begin()), 0, id.value());
}

QModelIndex SourceModel::openedGroup() const
{
    return createIndex(rowOf(SourceKind::Opened), 0);
}

QModelIndex SourceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? m_opened[static_cast<std::size_t>(row)].value() : 0);
}

QModelIndex SourceModel::parent(const QModelIndex &child) const
{
    return child.isValid() && child.internalId() != 0 ? openedGroup() : QModelIndex();
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(kinds.size());
    const bool isGroup = parent.internalId() == 0 && parent.row() == rowOf(SourceKind::Opened);
    return isGroup ? static_cast<int>(m_opened.size()) : 0;
}

int SourceModel::columnCount(const QModelIndex & /*parent*/) const
{
    return 1;
}

QString SourceModel::title(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    if (!entry && index.internalId() != 0)
        return {}; // closed a moment ago
    const QString name =
        entry ? sourceTitle(*entry->source) : sourceKindText(kinds.at(static_cast<std::size_t>(index.row())));
    qsizetype things = 0;
    bool isRead = false;
    for (const Entry *one : entriesAt(index)) {
        if (one->isListing()) {
            const std::size_t total = one->total;
            if (total == 0)
                return tr("%1 – reading…").arg(name);
            const QLocale locale;
            return tr("%1 – %2 of %3 files")
                .arg(name, locale.toString(qulonglong(one->done)), locale.toString(qulonglong(total)));
        }
        if (one->listing) {
            things += countsOf(*one->listing).things;
            isRead = true;
        }
    }
    return isRead ? tr("%1 (%2)").arg(name, QLocale().toString(things)) : name;
}

QString SourceModel::toolTip(const QModelIndex &index) const
{
    const Entry *entry = entryAt(index);
    if (!entry && index.internalId() == 0 && kinds.at(static_cast<std::size_t>(index.row())) == SourceKind::Opened)
        return tr("Drop files or folders anywhere in the window, or press Ctrl+O. Looking at them imports nothing.");
    QStringList lines;
    if (entry && entry->source->kind() != SourceKind::Pasted && !entry->source->location().isEmpty())
        lines.append(displayText(entry->source->location()));
    if (entry && entry->source->kind() == SourceKind::SystemRoots)
        lines.append(tr("The authorities that programs of this system trust. Read-only."));
    if (entry && entry->listing) {
        if (const qsizetype problems = countsOf(*entry->listing).problems; problems > 0)
            lines.append(tr("%n file(s) could not be read; the list says why.", nullptr, static_cast<int>(problems)));
        if (!entry->listing->isWhole)
            lines.append(tr("The reading was cancelled: there may be more."));
    }
    return lines.join(u'\n');
}

QString SourceModel::iconName(const QModelIndex &index) const
{
    const auto entries = entriesAt(index);
    const auto isIncomplete = [](const Entry *entry) {
        return entry->listing && (!entry->listing->isWhole || countsOf(*entry->listing).problems > 0);
    };
    if (std::ranges::any_of(entries, isIncomplete))
        return QStringLiteral("warning");
    if (index.internalId() != 0)
        return QStringLiteral("document");
    switch (kinds.at(static_cast<std::size_t>(index.row()))) {
    case SourceKind::MyCertificates:
        return QStringLiteral("key");
    case SourceKind::SystemRoots:
        return QStringLiteral("ca");
    case SourceKind::Opened:
    case SourceKind::Pasted:
        return QStringLiteral("open");
    }
    Q_UNREACHABLE();
}

QVariant SourceModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return title(index);
    case Qt::ToolTipRole:
        return plainToolTip(toolTip(index));
    case Qt::AccessibleDescriptionRole:
        return toolTip(index);
    case Qt::DecorationRole:
        return m_icons.icon(iconName(index));
    case IconNameRole:
        return iconName(index);
    default:
        return {};
    }
}

} // namespace sealport
