#pragma once

#include "model/tls/endpoint.h"

#include <QString>
#include <QStringList>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace sealport {

/// How a socket of somebody stands to an endpoint that it keeps others from; what matters most comes first.
enum class Overlap : std::uint8_t {
    Same,         ///< listens at exactly this address
    Wider,        ///< listens at all addresses of its family, this one among them
    BothFamilies, ///< listens at `::` and takes IPv4 as well, where the endpoint is of IPv4
    Narrower,     ///< listens at one of the addresses that the endpoint means
    Connection,   ///< does not listen: one end of a connection has the port
    Closed,       ///< a connection that has ended, whose port the system keeps for about a minute (TIME_WAIT)
};

/// Who has a port that somebody else wants.
struct PortHolder {
    Overlap overlap = Overlap::Same;
    QString at{};       ///< where: "0.0.0.0:5043"
    QString program{};  ///< 15 octets of its name at most, as the system keeps it; empty: not known
    qint64 process = 0; ///< of several that have the socket, the parent of the others; 0: not known
    QString user{};     ///< who owns the socket, where the process may not be looked into

    [[nodiscard]] bool listens() const { return overlap <= Overlap::Narrower; }
    [[nodiscard]] bool isThisProgram() const;
    friend bool operator==(const PortHolder &, const PortHolder &) = default;
};

/// Who keeps others from listening at `endpoint`, each process once: who listens, and only where nobody does, whose
/// connections have the port. Linux; elsewhere empty. Looks through all processes, two seconds at most, or until `stop`
/// is requested, and asks for the name of a user: job thread only.
/// `::` counts as listening for IPv4 where nobody else does: the table does not tell IPV6_V6ONLY.
/// `proc`: where the system shows its sockets and processes, proc(5).
[[nodiscard]] std::vector<PortHolder> holdersOf(const Endpoint &endpoint, const std::stop_token &stop = {},
                                                const QString &proc = QStringLiteral("/proc"));

/// For the values of an Error or a Warning, and back; what is not whole is left out.
[[nodiscard]] QStringList toValues(const std::vector<PortHolder> &holders);
[[nodiscard]] std::vector<PortHolder> holdersFrom(const QStringList &values);

} // namespace sealport
