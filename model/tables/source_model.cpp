#include "model/tables/source_model.h"

#include "model/certificates/display_text.h"
#include "model/tables/table_roles.h"
#include "model/text/source_text.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr std::array kinds{SourceKind::MyCertificates, SourceKind::SystemRoots, SourceKind::NssDatabase,
                           SourceKind::Token, SourceKind::Opened};

/// The row of the tree that a source belongs to.
SourceKind groupOf(const CertificateSource &source)
{
    return source.kind() == SourceKind::Pasted ? SourceKind::Opened : source.kind();
}

/// Whether there may be any number of sources of a kind, a row for each.
bool hasMany(SourceKind kind)
{
    return kind != SourceKind::MyCertificates && kind != SourceKind::SystemRoots;
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
        if (const SourceKind group = groupOf(*entry.source); hasMany(group))
            m_children[group].push_back(entry.id);
    }
    connect(&m_catalogue, &CertificateCatalogue::added, this, &SourceModel::insert);
    connect(&m_catalogue, &CertificateCatalogue::closed, this, &SourceModel::remove);
    connect(&m_catalogue, &CertificateCatalogue::progressed, this, &SourceModel::change);
    connect(&m_catalogue, &CertificateCatalogue::listed, this, &SourceModel::change);
}

void SourceModel::insert(SourceId id)
{
    const Entry *entry = m_catalogue.entry(id);
    if (!entry || !hasMany(groupOf(*entry->source)))
        return;
    const SourceKind group = groupOf(*entry->source);
    std::vector<SourceId> &children = m_children[group];
    const int row = static_cast<int>(children.size());
    beginInsertRows(groupIndex(group), row, row);
    children.push_back(id);
    endInsertRows();
}

void SourceModel::remove()
{
    for (auto &[group, children] : m_children) {
        for (int row = static_cast<int>(children.size()) - 1; row >= 0; --row) {
            if (m_catalogue.entry(children[static_cast<std::size_t>(row)]))
                continue;
            beginRemoveRows(groupIndex(group), row, row);
            children.erase(children.begin() + row);
            endRemoveRows();
        }
        Q_EMIT dataChanged(groupIndex(group), groupIndex(group)); // it tells the sum
    }
}

void SourceModel::change(SourceId id)
{
    const QModelIndex changed = indexOf(id);
    if (changed.isValid())
        Q_EMIT dataChanged(changed, changed);
    if (const QModelIndex group = changed.parent(); group.isValid())
        Q_EMIT dataChanged(group, group); // it tells the sum
}

const CertificateCatalogue::Entry *SourceModel::entryAt(const QModelIndex &index) const
{
    const auto entries = entriesAt(index);
    const bool isGroup = index.internalId() == 0 && hasMany(kinds.at(std::size_t(index.row())));
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
    const SourceKind group = groupOf(*entry->source);
    if (!hasMany(group))
        return groupIndex(group);
    const auto children = m_children.find(group);
    if (children == m_children.end())
        return {};
    const auto child = std::ranges::find(children->second, id);
    return child == children->second.end()
               ? QModelIndex()
               : createIndex(static_cast<int>(child - children->second.begin()), 0, id.value());
}

QModelIndex SourceModel::groupIndex(SourceKind kind) const
{
    return createIndex(rowOf(kind), 0);
}

QModelIndex SourceModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    if (!parent.isValid())
        return createIndex(row, column);
    const auto children = m_children.find(kinds.at(static_cast<std::size_t>(parent.row())));
    return createIndex(row, column, children->second[static_cast<std::size_t>(row)].value());
}

QModelIndex SourceModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == 0)
        return {};
    for (const auto &[group, children] : m_children) {
        if (std::ranges::find(children, SourceId(child.internalId())) != children.end())
            return groupIndex(group);
    }
    return {};
}

int SourceModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(kinds.size());
    if (parent.internalId() != 0)
        return 0;
    const auto children = m_children.find(kinds.at(static_cast<std::size_t>(parent.row())));
    return children == m_children.end() ? 0 : static_cast<int>(children->second.size());
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
    if (!entry && index == groupIndex(SourceKind::NssDatabase))
        return tr(
            "The certificates of Firefox, Chromium and other programs that use NSS. They are read, never changed.");
    if (!entry && index == groupIndex(SourceKind::Token))
        return tr("Smart cards, security keys and other tokens, each through its PKCS#11 module. A token is asked only "
                  "when you look at it.");
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
    case SourceKind::NssDatabase:
    case SourceKind::Token:
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
