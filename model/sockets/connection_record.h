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
    Waiting,     ///< the user is asked whether to let it in; nothing is read before
    Accepted,    ///< nothing received yet
    Plain,       ///< open without TLS: data flows, or the client may ask for TLS in a plain protocol
    Handshaking, ///< TLS was asked for, or its ClientHello is here
    Secured,
    Closed, ///< ended, and had got what its server gives: TLS, or plain TCP where that is enough (Ending::wasServed())
    Failed, ///< ended, and had not
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
    std::uint64_t generation = 0; ///< of its server, when it was accepted; see ServerEntry
    Endpoint peer;
    qint64 acceptedAt = 0; ///< milliseconds since 1970, UTC
    Opening opening;       ///< of its server, when it was accepted
    ConnectionState state = ConnectionState::Accepted;
    bool hasWaited = false; ///< the user was asked: Waiting came before everything else
    QByteArray hello; ///< ClientHello message as received; empty before it is complete. In state Plain: the client
                      ///< waits for this side to secure the connection
    bool ssl2Hello = false;
    QByteArray sni; ///< server name the client asked for, as received
    std::optional<Negotiated> negotiated;
    std::optional<ClientCertificate> clientCertificate; ///< what the client showed
    std::uint64_t bytesIn = 0;                          ///< application data
    std::uint64_t bytesOut = 0;                         ///< application data
    double durationMs = 0;                              ///< since accept; final once ended
    std::shared_ptr<const Verdict> verdict;             ///< set once ended
};

/// True while its server's reply reads and writes on it.
[[nodiscard]] inline bool takesData(const ConnectionRecord &record)
{
    const bool isInDialogue = record.opening.mode == Opening::Mode::StartTls;
    return record.state == ConnectionState::Secured || (record.state == ConnectionState::Plain && !isInDialogue);
}

/// True while it waits for this side's user to ask for TLS.
[[nodiscard]] inline bool mayBeginTls(const ConnectionRecord &record)
{
    return record.state == ConnectionState::Plain && record.opening.mode == Opening::Mode::OnRequest;
}

/// The latest byte counters of a live connection: absolute, so that the last one wins.
struct TrafficUpdate {
    ConnectionId id;
    std::uint64_t bytesIn = 0;
    std::uint64_t bytesOut = 0;
};

/// How many of each: accepted = secured + failed + plain once all have ended. Where every connection has to be in TLS
/// (Opening::Mode Tls and StartTls) none counts as plain.
struct ConnectionCounts {
    std::uint64_t accepted = 0;
    std::uint64_t secured = 0;
    std::uint64_t failed = 0;
    std::uint64_t live = 0;
    std::uint64_t plain = 0; ///< ended, and never had to be in TLS

    friend bool operator==(const ConnectionCounts &, const ConnectionCounts &) = default;
};

} // namespace sealport
