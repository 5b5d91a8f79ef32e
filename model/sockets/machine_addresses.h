#pragma once

#include <QHostAddress>
#include <QString>

#include <cstdint>
#include <vector>

namespace sealport {

/// Who can reach a server at an address; lists show them in this order.
enum class AddressReach : std::uint8_t {
    Loopback,  ///< programs of this machine
    Private,   ///< a local network (RFC 1918, 4193, 6598)
    Public,    ///< whoever the routers and firewalls let through
    LinkLocal, ///< neighbours at the same interface; needs a scope in IPv6 (RFC 3927, 4291)
    AllIpv4,   ///< 0.0.0.0
    All,       ///< `::`, which takes IPv4 as well
};
[[nodiscard]] AddressReach reachOf(const QHostAddress &address);

/// An address that a server can listen on.
struct MachineAddress {
    QHostAddress address{};
    AddressReach reach = AddressReach::Loopback;
    QString interfaceName{}; ///< "eth0"; empty for all addresses

    friend bool operator==(const MachineAddress &, const MachineAddress &) = default;
};

/// By reach, then IPv4 before IPv6, then as given; each address once. 0.0.0.0 and `::` are added, the latter where the
/// machine has IPv6.
[[nodiscard]] std::vector<MachineAddress> sortedForChoice(std::vector<MachineAddress> own, bool hasIpv6);

/// The machine's own addresses, of its interfaces that are up, as they are now: cables are plugged and networks joined
/// while a window is open. Any thread; a moment.
[[nodiscard]] std::vector<MachineAddress> machineAddresses();

} // namespace sealport
