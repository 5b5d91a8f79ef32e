#include "model/tables/server_model.h"

#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/verdict_text.h"

#include <QMimeData>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr std::array titles{
    QT_TRANSLATE_NOOP("sealport::ServerModel", "Name"), QT_TRANSLATE_NOOP("sealport::ServerModel", "Address"),
    QT_TRANSLATE_NOOP("sealport::ServerModel", "State"), QT_TRANSLATE_NOOP("sealport::ServerModel", "Live")};
static_assert(titles.size() == ServerModel::ColumnCount);

/// Of rows that are dragged within this program.
constexpr QLatin1StringView dragType("application/x-sealport-server");

/// "127.0.0.1:5043", "[::1]:5043", "localhost:any port".
QString configuredEndpoint(const ServerProfile &profile)
{
    const QString port = profile.port == 0 ? ServerModel::tr("any port") : QString::number(profile.port);
    const bool needsBrackets = profile.address.contains(u':'); // IPv6
    const QString host = needsBrackets ? QString(u'[' + profile.address + u']') : profile.address;
    return host + u':' + port;
}

/// Sorts addresses and ports as numbers, host names after them.
QString endpointOrder(const QString &address, quint16 port)
{
    const QHostAddress ip(address);
    const Q_IPV6ADDR octets = ip.toIPv6Address(); // IPv4 comes mapped
    const QString host = ip.isNull()
                             ? QString(u'z' + address.toLower())
                             : QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(octets.c), 16).toHex());
    return host + u' ' + QString::number(port).rightJustified(5, u'0');
}

} // namespace

ServerModel::ServerModel(const Workspace &workspace, QObject *parent)
    : QAbstractTableModel(parent)
    , m_workspace(workspace)
{
    connect(&workspace, &Workspace::serverAdded, this, &ServerModel::update);
    connect(&workspace, &Workspace::serverRemoved, this, &ServerModel::update);
    connect(&workspace, &Workspace::serverChanged, this, &ServerModel::update);
    connect(&workspace, &Workspace::serversReordered, this, &ServerModel::update);
    connect(&workspace, &Workspace::countsChanged, this, &ServerModel::update);
    connect(&workspace, &Workspace::opened, this, &ServerModel::update);
    update();
}

ServerModel::Row ServerModel::rowFor(const ServerEntry &entry)
{
    const bool isUp = entry.state == ServerState::Listening || entry.state == ServerState::Stopping;
    const bool isKnown = isUp && entry.endpoint.port != 0;
    return {.id = entry.id,
            .name = entry.profile.name,
            .endpoint = isKnown ? entry.endpoint.toString() : configuredEndpoint(entry.profile),
            .endpointOrder = isKnown ? endpointOrder(entry.endpoint.address.toString(), entry.endpoint.port)
                                     : endpointOrder(entry.profile.address, entry.profile.port),
            .state = entry.state,
            .error = entry.error ? describe(*entry.error) : QString(),
            .live = entry.counts.live,
            .autoStart = entry.profile.autoStart};
}

void ServerModel::update()
{
    const std::vector<ServerEntry> &servers = m_workspace.servers();
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (m_workspace.server(idAt(row)) != nullptr)
            continue;
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (std::size_t at = 0; at < servers.size(); ++at)
        bringTo(static_cast<int>(at), rowFor(servers[at]));
}

/// The rows before it are in their places already.
void ServerModel::bringTo(int row, const Row &now)
{
    const int from = rowOf(now.id);
    if (from < 0) {
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, now);
        endInsertRows();
        return;
    }
    if (from != row) {
        beginMoveRows({}, from, from, {}, row);
        std::rotate(m_rows.begin() + row, m_rows.begin() + from, m_rows.begin() + from + 1);
        endMoveRows();
    }
    Row &shown = m_rows[static_cast<std::size_t>(row)];
    if (shown == now)
        return;
    shown = now;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

Qt::ItemFlags ServerModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled; // between rows, not on them
    return QAbstractTableModel::flags(index) | Qt::ItemIsDragEnabled;
}

QStringList ServerModel::mimeTypes() const
{
    return {dragType};
}

QMimeData *ServerModel::mimeData(const QModelIndexList &indexes) const
{
    if (indexes.isEmpty())
        return nullptr;
    auto *data = new QMimeData; // the caller's
    data->setData(dragType, QByteArray::number(static_cast<qulonglong>(idAt(indexes.constFirst().row()).value())));
    return data;
}

/// Invalid where it is none of these rows.
ServerId ServerModel::draggedFrom(const QMimeData *data) const
{
    const ServerId id(data != nullptr ? data->data(dragType).toULongLong() : 0);
    return rowOf(id) < 0 ? ServerId() : id;
}

bool ServerModel::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                  const QModelIndex &parent) const
{
    Q_UNUSED(row)
    Q_UNUSED(column)
    return action == Qt::MoveAction && !parent.isValid() && draggedFrom(data).isValid();
}

bool ServerModel::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                               const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    Q_EMIT moveRequested(draggedFrom(data), row < 0 ? rowCount() : row);
    return true;
}

ServerId ServerModel::idAt(int row) const
{
    return m_rows.at(static_cast<std::size_t>(row)).id;
}

int ServerModel::rowOf(ServerId id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int ServerModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ServerModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString ServerModel::text(const Row &row, int column) const
{
    switch (column) {
    case NameColumn:
        return row.name;
    case EndpointColumn:
        return row.endpoint;
    case StateColumn:
        return !row.error.isEmpty() && row.state == ServerState::Stopped ? tr("could not start")
                                                                         : stateLabel(row.state);
    case LiveColumn:
        return wholeNumber(row.live);
    default:
        return {};
    }
}

QString ServerModel::iconName(const Row &row)
{
    if (!row.error.isEmpty() && row.state == ServerState::Stopped)
        return QStringLiteral("error");
    return row.state == ServerState::Listening ? QStringLiteral("listening") : QStringLiteral("stopped");
}

QVariant ServerModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[static_cast<std::size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return text(row, column);
    case Qt::AccessibleTextRole:
        return column == LiveColumn ? tr("%1 live").arg(text(row, column)) : text(row, column);
    case Qt::ToolTipRole:
        if (column == NameColumn && row.autoStart)
            return plainToolTip(tr("%1 starts with Sealport.").arg(row.name));
        return column == StateColumn ? plainToolTip(row.error) : QString();
    case Qt::DecorationRole:
        return column == StateColumn ? QVariant(m_icons.icon(iconName(row))) : QVariant();
    case Qt::TextAlignmentRole:
        return column == LiveColumn ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                    : QVariant();
    case SortRole:
        if (column == LiveColumn)
            return static_cast<qulonglong>(row.live);
        return column == EndpointColumn ? row.endpointOrder : text(row, column);
    case IconNameRole:
        return column == StateColumn ? iconName(row) : QString();
    default:
        return {};
    }
}

QVariant ServerModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole && section == LiveColumn)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    return tr(titles.at(static_cast<std::size_t>(section)));
}

} // namespace sealport
