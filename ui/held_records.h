#pragma once

#include "model/sockets/connection_record.h"

#include <cstddef>
#include <unordered_map>
#include <vector>

namespace sealport {

/// What arrives while the table is paused: the newest record of each connection, in the order in which they came.
/// GUI thread.
class HeldRecords {
public:
    void add(const std::vector<ConnectionRecord> &records);
    void
    add(const std::vector<TrafficUpdate> &updates); ///< of connections that are held; the rest is returned by take()
    [[nodiscard]] std::size_t size() const { return m_records.size(); }

    struct Held {
        std::vector<ConnectionRecord> records;
        std::vector<TrafficUpdate> traffic; ///< of connections that were known before the pause
    };
    [[nodiscard]] Held take();

private:
    std::vector<ConnectionRecord> m_records;
    std::unordered_map<ConnectionId, std::size_t> m_places;
    std::unordered_map<ConnectionId, TrafficUpdate> m_traffic;
};

} // namespace sealport
