#pragma once

#include "model/base/strong_id.h"

#include <cstddef>
#include <mutex>
#include <unordered_map>

namespace sealport {

/// How much of what clients send may be on its way to the window, for each connection and in all: a window that is
/// busy, or a client that floods, must not fill the memory. What finds no room is cut, and counted where it is missing.
/// Shared by the network threads, which take, and the owner of the engine, which gives back; safe in every thread.
class HandBudget {
public:
    static constexpr std::size_t mostForOne = std::size_t{256} << 10;
    static constexpr std::size_t mostInAll = std::size_t{16} << 20;
    static constexpr std::size_t costOfOne = 512; ///< of a message, on top of its octets: many small ones count too

    /// Room for a message of at most `wanted` octets; how many it may have. 0: there is no room for one.
    [[nodiscard]] std::size_t take(ConnectionId connection, std::size_t wanted);
    /// The room of a message of `size` octets, which take() gave.
    void giveBack(ConnectionId connection, std::size_t size);

private:
    std::mutex m_mutex;
    std::unordered_map<ConnectionId, std::size_t> m_taken;
    std::size_t m_takenInAll = 0;
};

} // namespace sealport
