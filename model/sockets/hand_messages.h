#pragma once

#include "model/base/strong_id.h"

#include <QByteArray>

#include <cstdint>

namespace sealport {

/// What the user does with one connection of a server that replies by hand. A value, moved to the network thread.
struct HandOrder {
    enum class What : std::uint8_t {
        Send,  ///< `octets`, as they are (SocketEcrit)
        Close, ///< close_notify behind everything that was sent (SocketFerme)
        Admit, ///< a connection that waits to be let in (SocketAccepte)
        Deny,  ///< the same, refused: nothing was read from it (SocketRefuse)
    };
    ServerId server{};
    ConnectionId connection{};
    What what{};
    QByteArray octets{};
};

/// What went over one connection of such a server, in order, as the network thread saw it.
struct DataExchanged {
    enum class From : std::uint8_t {
        Client,
        User,
        Nobody, ///< no octets: from here on it is TLS, on a connection that began without
    };
    ConnectionId id{};
    From from{};
    QByteArray octets{};
    std::uint64_t cut = 0; ///< octets of the client in front of these that were not kept: see HandBudget
    qint64 at = 0;         ///< milliseconds since 1970, UTC
};

} // namespace sealport
