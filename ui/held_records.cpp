#include "ui/held_records.h"

#include <utility>

namespace sealport {

void HeldRecords::add(const std::vector<ConnectionRecord> &records)
{
    for (const ConnectionRecord &record : records) {
        m_traffic.erase(record.id); // the record holds newer counters
        const auto [place, isNew] = m_places.try_emplace(record.id, m_records.size());
        if (isNew)
            m_records.push_back(record);
        else
            m_records.at(place->second) = record;
    }
}

void HeldRecords::add(const std::vector<TrafficUpdate> &updates)
{
    for (const TrafficUpdate &update : updates) {
        const auto place = m_places.find(update.id);
        if (place == m_places.end()) {
            m_traffic.insert_or_assign(update.id, update);
            continue;
        }
        m_records.at(place->second).bytesIn = update.bytesIn;
        m_records.at(place->second).bytesOut = update.bytesOut;
    }
}

HeldRecords::Held HeldRecords::take()
{
    Held held;
    held.records = std::exchange(m_records, {});
    for (const auto &[id, update] : m_traffic)
        held.traffic.push_back(update);
    m_traffic.clear();
    m_places.clear();
    return held;
}

} // namespace sealport
