#include "model/tables/server_model.h"

#include "model/text/error_text.h"
#include "model/text/formatting.h"
#include "model/text/verdict_text.h"

#include <algorithm>
#include <array>

namespace sealport {

namespace {

constexpr std::array titles{
    QT_TRANSLATE_NOOP("sealport::ServerModel", "Name"), QT_TRANSLATE_NOOP("sealport::ServerModel", "Address"),
    QT_TRANSLATE_NOOP("sealport::ServerModel", "State"), QT_TRANSLATE_NOOP("sealport::ServerModel", "Live")};
static_assert(titles.size() == ServerModel::ColumnCount);

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
            .live = entry.counts.live};
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
    for (std::size_t at = 0; at < servers.size(); ++at) { // the workspace adds at its end and never changes the order
        const Row now = rowFor(servers[at]);
        const int row = static_cast<int>(at);
        if (at >= m_rows.size() || m_rows[at].id != now.id) {
            beginInsertRows({}, row, row);
            m_rows.insert(m_rows.begin() + row, now);
            endInsertRows();
        } else if (m_rows[at] != now) {
            m_rows[at] = now;
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
        }
    }
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
