#include "model/sockets/hand_budget.h"

#include <algorithm>

namespace sealport {

std::size_t HandBudget::take(ConnectionId connection, std::size_t wanted)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_taken.find(connection);
    const std::size_t taken = found == m_taken.end() ? 0 : found->second;
    const std::size_t left = std::min(mostForOne - taken, mostInAll - m_takenInAll);
    if (left <= costOfOne || wanted == 0)
        return 0;
    const std::size_t size = std::min(wanted, left - costOfOne);
    m_taken[connection] = taken + size + costOfOne;
    m_takenInAll += size + costOfOne;
    return size;
}

void HandBudget::giveBack(ConnectionId connection, std::size_t size)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_taken.find(connection);
    if (found == m_taken.end())
        return;
    const std::size_t given = std::min(size + costOfOne, found->second);
    m_takenInAll -= given;
    found->second -= given;
    if (found->second == 0)
        m_taken.erase(found);
}

} // namespace sealport
