#pragma once

#include "model/sockets/workspace.h"
#include "model/tables/table_icons.h"
#include "model/tables/table_roles.h"

#include <QAbstractTableModel>

#include <vector>

namespace sealport {

/// The server sockets of a workspace, in its order. Rows can be dragged between others; whoever shows them sees to it
/// that they move. GUI thread; follows the workspace's signals and must not outlive it.
class ServerModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { NameColumn, EndpointColumn, StateColumn, LiveColumn, ColumnCount };

    explicit ServerModel(const Workspace &workspace, QObject *parent = nullptr);

    [[nodiscard]] ServerId idAt(int row) const;
    [[nodiscard]] int rowOf(ServerId id) const; ///< -1 when there is none

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    [[nodiscard]] Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    [[nodiscard]] QStringList mimeTypes() const override;
    [[nodiscard]] QMimeData *mimeData(const QModelIndexList &indexes) const override;
    [[nodiscard]] bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                       const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    /// A row was dropped in front of the one that is `before`th now, or behind all.
    void moveRequested(sealport::ServerId id, int before);

private:
    /// What the table shows of a ServerEntry, so that a change can be told from a mere signal.
    struct Row {
        ServerId id;
        QString name;
        QString endpoint;
        QString endpointOrder; ///< sorts as the endpoint does
        ServerState state = ServerState::Stopped;
        QString error; ///< why the last Start failed; empty when it did not
        std::uint64_t live = 0;
        bool autoStart = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    static Row rowFor(const ServerEntry &entry);
    void update();
    void bringTo(int row, const Row &now);
    [[nodiscard]] ServerId draggedFrom(const QMimeData *data) const;
    [[nodiscard]] QString text(const Row &row, int column) const;
    [[nodiscard]] static QString iconName(const Row &row);

    const Workspace &m_workspace;
    std::vector<Row> m_rows;
    TableIcons m_icons;
};

} // namespace sealport
