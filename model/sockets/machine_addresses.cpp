#include "model/sockets/machine_addresses.h"

#include "model/tls/listening_socket.h"

#include <QNetworkInterface>

#include <algorithm>
#include <array>
#include <tuple>

#include <unistd.h>

namespace sealport {

namespace {

bool isPrivate(const QHostAddress &address)
{
    static const std::array networks{
        QHostAddress::parseSubnet(QStringLiteral("10.0.0.0/8")),
        QHostAddress::parseSubnet(QStringLiteral("172.16.0.0/12")),
        QHostAddress::parseSubnet(QStringLiteral("192.168.0.0/16")),
        QHostAddress::parseSubnet(QStringLiteral("100.64.0.0/10")), // of a carrier, or of a virtual network
    };
    return address.isUniqueLocalUnicast()
           || std::ranges::any_of(networks, [&address](const auto &network) { return address.isInSubnet(network); });
}

/// Not only addresses: a system may have IPv6 and none of them at the moment.
bool canListenWithIpv6()
{
    const Result<int> probe = openListeningSocket({.address = QHostAddress(QHostAddress::AnyIPv6), .port = 0}, false);
    if (probe)
        ::close(*probe);
    return probe.has_value();
}

} // namespace

AddressReach reachOf(const QHostAddress &address)
{
    if (address == QHostAddress::Any || address == QHostAddress::AnyIPv6)
        return AddressReach::All;
    if (address == QHostAddress::AnyIPv4)
        return AddressReach::AllIpv4;
    if (address.isLoopback())
        return AddressReach::Loopback;
    if (address.isLinkLocal())
        return AddressReach::LinkLocal;
    return isPrivate(address) ? AddressReach::Private : AddressReach::Public;
}

std::vector<MachineAddress> sortedForChoice(std::vector<MachineAddress> own, bool hasIpv6)
{
    for (MachineAddress &entry : own)
        entry.reach = reachOf(entry.address);
    own.push_back({.address = QHostAddress(QHostAddress::AnyIPv4), .reach = AddressReach::AllIpv4});
    if (hasIpv6)
        own.push_back({.address = QHostAddress(QHostAddress::AnyIPv6), .reach = AddressReach::All});
    std::ranges::stable_sort(own, {}, [](const MachineAddress &entry) {
        return std::tuple(entry.reach, entry.address.protocol() == QAbstractSocket::IPv6Protocol);
    });
    std::vector<MachineAddress> once;
    for (MachineAddress &entry : own)
        if (std::ranges::find(once, entry.address, &MachineAddress::address) == once.end())
            once.push_back(std::move(entry));
    return once;
}

std::vector<MachineAddress> machineAddresses()
{
    std::vector<MachineAddress> own;
    const QList<QNetworkInterface> interfaces = QNetworkInterface::allInterfaces();
    for (const QNetworkInterface &interface : interfaces) {
        if (!(interface.flags() & QNetworkInterface::IsUp))
            continue;
        const QList<QNetworkAddressEntry> entries = interface.addressEntries();
        for (const QNetworkAddressEntry &entry : entries)
            own.push_back({.address = entry.ip(), .interfaceName = interface.humanReadableName()});
    }
    return sortedForChoice(std::move(own), canListenWithIpv6());
}

} // namespace sealport
