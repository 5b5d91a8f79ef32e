#pragma once

#include <chrono>
#include <cstdint>

namespace sealport {

/// What a server tolerates. Zero milliseconds: for ever.
struct ServerLimits {
    std::chrono::milliseconds handshakeTimeout{10'000}; ///< 0, or 0.1 s to 1 h
    std::chrono::milliseconds idleTimeout{0};           ///< 0, or 0.1 s to 24 h; counts from the last application data
    int maxConnections = 10'000;                        ///< 1 to 100,000
    std::int64_t maxHeldBytes = 1 << 20;                ///< for one peer that does not read; 64 KiB to 64 MiB

    friend bool operator==(const ServerLimits &, const ServerLimits &) = default;
};

} // namespace sealport
