#pragma once

#include "model/sockets/connection_record.h"
#include "model/tables/connection_cells.h"
#include "model/tables/table_icons.h"
#include "model/tables/table_roles.h"

#include <QAbstractTableModel>
#include <QByteArray>

#include <cstdint>
#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace sealport {

/// Every connection as a row, oldest first. GUI thread; changes come through apply() and applyTraffic() alone, one call
/// a tick: at most one insertion signal, one dataChanged for each contiguous span, one removal signal for each
/// contiguous run. The work of a call grows with the batch and with the live rows older than the history's end, not
/// with the history.
class ConnectionModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column {
        TimeColumn = static_cast<int>(ConnectionColumn::Time),
        ServerColumn,
        PeerColumn,
        StateColumn,
        ProtocolColumn,
        VerdictColumn,
        NameColumn,
        CipherColumn,
        GroupColumn,
        AlpnColumn,
        ResumedColumn,
        HandshakeColumn,
        BytesInColumn,
        BytesOutColumn,
        DurationColumn,
        GenerationColumn,
        ColumnCount,
    };
    static constexpr int defaultHistoryLimit = 100'000;
    static constexpr qint64 mostHelloBytes = 128 << 20; ///< of all rows: a hostile ClientHello has up to 128 KiB

    explicit ConnectionModel(QObject *parent = nullptr);
    ~ConnectionModel() override;

    /// Inserts new connections at the end and replaces known ones where they stand; of several records of one id the
    /// last wins.
    void apply(const std::vector<ConnectionRecord> &records);
    /// Ignores connections that are unknown or have ended: their counters are final.
    void applyTraffic(const std::vector<TrafficUpdate> &updates);
    struct Cleared; ///< rows that clear() took away
    /// Takes the ended rows away; live ones stay. Null when there were none. Resets the model.
    std::shared_ptr<Cleared> clear();
    /// Puts them back where they stood, among what has arrived since, and leaves `cleared` empty. Resets the model.
    void restore(Cleared &cleared);

    /// Beyond this many rows, or mostHelloBytes, the oldest ended ones are dropped; live ones never are. At least 1.
    void setHistoryLimit(int rows);

    /// Rows that are in the model now.
    struct Counts {
        std::uint64_t all = 0;
        std::uint64_t live = 0;
        std::uint64_t failed = 0; ///< ended without having been secured
        friend bool operator==(const Counts &, const Counts &) = default;
    };
    [[nodiscard]] Counts counts() const { return m_counts; }

    [[nodiscard]] const ConnectionRecord &record(int row) const;
    [[nodiscard]] int rowOf(ConnectionId id) const; ///< -1 when there is none
    /// Lower case UTF-8, made once for an ended row.
    [[nodiscard]] const QByteArray &searchText(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

private:
    struct Row;

    void count(const ConnectionRecord &record, bool added);
    void number();
    void trim();
    void removeRun(int first, int last);
    void announceChanges(std::vector<int> &rows, int firstColumn, int lastColumn);
    [[nodiscard]] int rowNumber(const Row &row) const;

    std::deque<std::unique_ptr<Row>> m_rows;
    std::unordered_map<ConnectionId, Row *> m_rowOf;
    std::int64_t m_firstSequence = 0; ///< of row 0: a row's number is its sequence less this
    std::int64_t m_arrivals = 0;
    int m_limit = defaultHistoryLimit;
    Counts m_counts;
    qint64 m_helloBytes = 0;
    TableIcons m_icons;
};

} // namespace sealport
