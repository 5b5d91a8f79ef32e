#pragma once

#include "model/base/strong_id.h"
#include "model/diagnosis/verdict.h"
#include "model/tls/endpoint.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>
#include <optional>

namespace sealport {

enum class ConnectionState : std::uint8_t {
    Accepted,    ///< nothing received yet
    Handshaking, ///< the ClientHello is here
    Secured,
    Closed, ///< ended, had been secured
    Failed, ///< ended, never was
};
[[nodiscard]] constexpr bool hasEnded(ConnectionState state)
{
    return state == ConnectionState::Closed || state == ConnectionState::Failed;
}

/// Everything known of one connection at one moment; a newer record of the same id replaces an older one.
/// A plain value, cheap to move.
struct ConnectionRecord {
    ConnectionId id;
    ServerId server;
    QString serverName;
    Endpoint peer;
    qint64 acceptedAt = 0; ///< milliseconds since 1970, UTC
    ConnectionState state = ConnectionState::Accepted;
    QByteArray hello; ///< ClientHello message as received; empty before it is complete
    bool ssl2Hello = false;
    QByteArray sni; ///< server name the client asked for, as received
    std::optional<Negotiated> negotiated;
    std::optional<ClientCertificate> clientCertificate; ///< what the client showed
    std::uint64_t bytesIn = 0;                          ///< application data
    std::uint64_t bytesOut = 0;                         ///< application data
    double durationMs = 0;                              ///< since accept; final once ended
    std::shared_ptr<const Verdict> verdict;             ///< set once ended
};

/// The latest byte counters of a live connection: absolute, so that the last one wins.
struct TrafficUpdate {
    ConnectionId id;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
};

/// How many of each; accepted = secured + failed once all have ended.
struct ConnectionCounts {
    std::uint64_t accepted = 0;
    std::uint64_t secured = 0;
    std::uint64_t failed = 0;
    std::uint64_t live = 0;

    friend bool operator==(const ConnectionCounts &, const ConnectionCounts &) = default;
};

} // namespace sealport
