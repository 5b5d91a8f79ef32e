#include "model/sockets/port_conflict.h"

#include "model/tls/listening_socket.h"
#include "model/tls/port_holder.h"

namespace sealport {

void warnAboutPort(PreparedServer &prepared, const std::stop_token &stop)
{
    if (prepared.profile.addressUse != AddressUse::Shared)
        return; // it does not start at all then
    const Endpoint endpoint{.address = prepared.address, .port = prepared.profile.port};
    std::vector<PortHolder> holders = holdersOf(endpoint, stop);
    std::erase_if(holders, [](const PortHolder &holder) { return !holder.listens(); });
    if (!holders.empty())
        prepared.warnings.push_back(
            {.code = WarningCode::PortShared, .values = QStringList{endpoint.toString()} + toValues(holders)});
}

Error explainPortInUse(Error error, const Endpoint &wanted, PortRange range, const std::stop_token &stop)
{
    const std::vector<PortHolder> holders = holdersOf(wanted, stop); // first, before they go
    const std::optional<quint16> free = nextFreePort(wanted, range.lowest, range.highest);
    error.values = QStringList{free ? QString::number(*free) : QString()} + toValues(holders);
    return error;
}

} // namespace sealport
