#pragma once

#include "model/base/strong_id.h"
#include "model/tls/ending.h"
#include "model/tls/endpoint.h"

#include <QTimer>

#include <chrono>
#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace sealport {

/// TCP connections that wait to be let in. Nothing is read from them; those that have waited too long, and those whose
/// peer has left, are given up: looked for four times a second. A peer that has said FIN has left where it would have
/// to answer; where `staysPlain`, it may only have said all that it has to say, and waits for a while. Lives in the
/// network thread of its server.
class PendingArrivals {
public:
    struct Arrival {
        ConnectionId id;
        int descriptor = -1;
        Endpoint peer;
        std::chrono::steady_clock::time_point since;

        [[nodiscard]] double waitedMs() const;
    };
    /// NotAdmitted or LeftBeforeAdmission; the receiver closes the descriptor.
    using GivenUp = std::function<void(const Arrival &, Ending::Cause)>;

    /// `patience`: zero: for ever; but for `patienceWithFinished` with a peer that has said FIN: a program that has
    /// ended looks no different.
    PendingArrivals(std::chrono::milliseconds patience, bool staysPlain, GivenUp givenUp,
                    std::chrono::milliseconds patienceWithFinished = std::chrono::minutes(1));
    PendingArrivals(const PendingArrivals &) = delete;
    PendingArrivals &operator=(const PendingArrivals &) = delete;
    ~PendingArrivals(); ///< closes those that are left

    /// For those who wait already, too.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    /// Takes the descriptor over.
    void add(ConnectionId id, int descriptor, const Endpoint &peer);
    /// Gives the descriptor away; nothing when it does not wait here.
    [[nodiscard]] std::optional<Arrival> take(ConnectionId id);
    [[nodiscard]] std::vector<Arrival> takeAll();

private:
    void look();

    std::chrono::milliseconds m_patience;
    const std::chrono::milliseconds m_patienceWithFinished;
    const bool m_staysPlain;
    const GivenUp m_givenUp;
    std::map<ConnectionId, Arrival> m_waiting; ///< in the order in which they came
    QTimer m_timer;
};

} // namespace sealport
