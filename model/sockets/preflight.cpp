#include "model/sockets/preflight.h"

#include "model/sockets/machine_addresses.h"
#include "model/sockets/port_conflict.h"
#include "model/sockets/preflight_checks.h"
#include "model/sockets/preflight_tls.h"
#include "model/sockets/reply_preparation.h"
#include "model/sockets/settings_without_effect.h"
#include "model/tls/listening_socket.h"

#include <algorithm>

namespace sealport {

namespace {

/// An address on which others reach this machine, or where it has none, one on which it reaches itself; of the version
/// that was typed: who means 127.0.0.1 has no use for fd00::2.
Mend ownAddress(AddressReach wanted, const QString &typed)
{
    const QHostAddress meant(typed);
    const bool isIpv6 =
        meant.protocol() == QAbstractSocket::IPv6Protocol && meant != QHostAddress(QHostAddress::AnyIPv6);
    const auto version = isIpv6 ? QAbstractSocket::IPv6Protocol : QAbstractSocket::IPv4Protocol;
    for (const MachineAddress &own : machineAddresses())
        if (own.reach == wanted && own.address.protocol() == version)
            return {.kind = Mend::Kind::UseAddress, .value = own.address.toString()};
    return {.kind = Mend::Kind::UseAddress, .value = isIpv6 ? QStringLiteral("::1") : QStringLiteral("127.0.0.1")};
}

std::optional<Mend> mendOfAddress(const Error &error, const QString &typed)
{
    return ownAddress(error.code == ErrorCode::AddressNotLocal ? AddressReach::Private : AddressReach::Loopback, typed);
}

Mend usePort(quint16 port)
{
    return {.kind = Mend::Kind::UsePort, .value = QString::number(port)};
}

void lookAtFields(const ServerProfile &profile, const PreflightSources &sources,
                  const std::vector<StoredCertificate> &stored, CheckList &list)
{
    for (const Error &error : validate(profile)) {
        std::optional<Mend> mend;
        if (error.code == ErrorCode::InvalidPort)
            mend = Mend{.kind = Mend::Kind::AllowAnyPort};
        else if (error.code == ErrorCode::NoProtocol)
            mend = Mend{.kind = Mend::Kind::UseProtocols, .value = protocolOptions(modernProtocols)};
        else if (error.code == ErrorCode::NoClientAuthority)
            mend = ownAuthority(stored);
        else if (error.code == ErrorCode::NoCertificate && !error.values.isEmpty())
            mend = Mend{.kind = Mend::Kind::ChooseFurther};
        else if (error.code == ErrorCode::NoCertificate)
            mend = otherCertificate(stored, profile.address, {});
        else if (error.code == ErrorCode::AddressNotFound)
            mend = mendOfAddress(error, profile.address);
        list.add(error, mend);
    }
    if (const auto reply = prepareReply(profile.reply); !reply)
        list.add(CheckCode::Files, reply.error());
    for (const Error &error : wrongWithFiles(profile, sources.captures.get()))
        list.add(CheckCode::Files, error, Mend{.kind = Mend::Kind::ForgetFile, .value = error.subject});
    if (const QStringList files = writtenFiles(profile); !profile.opening.mayBecomeTls() && !files.isEmpty())
        list.pass(CheckCode::Files, files);
    for (const Warning &warning : settingsWithoutEffect(profile))
        list.add(warning);
    list.pass(CheckCode::Settings);
}

/// A server of which nothing but the address counts is prepared for it.
void lookAtAddress(const ServerProfile &profile, const PreflightSources &sources, const std::stop_token &stop,
                   Preflight &result, CheckList &list)
{
    if (list.has(CheckCode::Address))
        return; // there is none
    ServerProfile plain;
    plain.name = QStringLiteral("pre-flight");
    plain.port = 0;
    plain.opening = Opening::plain();
    plain.address = profile.address;
    if (result.isPlain)
        plain.tls.capture = profile.tls.capture;
    const Result<PreparedServer> prepared = prepareServer(plain, sources.store, stop, sources.resolver);
    if (!prepared)
        return list.add(prepared.error(), mendOfAddress(prepared.error(), profile.address));
    result.address = prepared->address;
    result.resolved = prepared->resolved;
    for (const Warning &warning : prepared->warnings) {
        if (warning.code == WarningCode::ListensOnAllAddresses)
            list.add(warning, ownAddress(AddressReach::Loopback, profile.address));
        else if (warning.code == WarningCode::TrafficCaptured)
            list.add(warning, Mend{.kind = Mend::Kind::ForgetFile, .value = profile.tls.capture});
        else if (warning.code == WarningCode::ReachableFromOutside)
            list.add(warning);
    }
    list.pass(CheckCode::Address, {prepared->address.toString()});
}

/// Whether a server that makes room for another one had its place, or a part of it.
bool isInTheWayOf(const Endpoint &own, const Endpoint &wanted)
{
    const auto isAll = [](const QHostAddress &address) {
        return address == QHostAddress(QHostAddress::Any) || address == QHostAddress(QHostAddress::AnyIPv4)
               || address == QHostAddress(QHostAddress::AnyIPv6);
    };
    return own.port == wanted.port && (own.address == wanted.address || isAll(own.address) || isAll(wanted.address));
}

void lookAtPort(const ServerProfile &profile, const PreflightSources &sources, const std::stop_token &stop,
                const QHostAddress &address, CheckList &list)
{
    if (list.has(CheckCode::Port) || address.isNull())
        return;
    const Endpoint endpoint{.address = address, .port = profile.port};
    if (profile.port != 0 && !(sources.own && isInTheWayOf(*sources.own, endpoint))) {
        const PortRange range = portRange(profile.anyPort);
        const auto next = [&]() -> std::optional<Mend> {
            const auto free = nextFreePort(endpoint, std::max<quint16>(range.lowest, 1024), range.highest);
            return free ? std::optional(usePort(*free)) : std::nullopt;
        };
        if (const Result<void> probe = probePort(endpoint, profile.addressUse == AddressUse::Shared); !probe) {
            const bool isTaken = probe.error().code == ErrorCode::PortInUse;
            return list.add(isTaken ? explainPortInUse(probe.error(), endpoint, range, stop) : probe.error(), next());
        }
        PreparedServer shared{
            .profile = profile, .context = {}, .dialogue = {}, .address = address, .resolved = {}, .warnings = {}};
        warnAboutPort(shared, stop);
        for (const Warning &warning : shared.warnings)
            list.add(warning, next());
    }
    list.pass(CheckCode::Port, {QString::number(profile.port)});
}

} // namespace

bool Preflight::hasErrors() const
{
    return std::ranges::any_of(checks, [](const Check &check) { return check.outcome == CheckOutcome::Error; });
}

bool Preflight::isLocked() const
{
    return std::ranges::any_of(checks, [](const Check &check) {
        return check.outcome == CheckOutcome::Warning && std::holds_alternative<Error>(check.fault);
    });
}

Preflight preflight(const ServerProfile &profile, const PreflightSources &sources, const std::stop_token &stop)
{
    Preflight result{.checks = {}, .isPlain = !profile.opening.mayBecomeTls(), .protocols = profile.protocols};
    const std::vector<StoredCertificate> stored = sources.store.list().certificates;
    CheckList list;
    lookAtFields(profile, sources, stored, list);
    lookAtAddress(profile, sources, stop, result, list);
    if (!stop.stop_requested())
        lookAtPort(profile, sources, stop, result.address, list);
    if (result.isPlain)
        list.add(Warning{.code = WarningCode::NotEncrypted, .values = {}});
    else if (!stop.stop_requested())
        result.certificate = lookAtTls(profile, sources, stored, stop, list);
    result.checks = list.take();
    return result;
}

} // namespace sealport
