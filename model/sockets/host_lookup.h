#pragma once

#include "model/base/error.h"

#include <QHostAddress>
#include <QList>
#include <QString>

#include <chrono>
#include <functional>
#include <stop_token>

namespace sealport {

/// Turns a host name into addresses; blocks for as long as it likes. It runs in a thread that nobody waits for and that
/// may outlive whoever asked, so it owns everything that it touches.
using Resolver = std::function<Result<QList<QHostAddress>>(const QString &host)>;

/// The system's resolver, getaddrinfo(), in its order. Errors: AddressNotFound (causes: what the system said).
Result<QList<QHostAddress>> resolveHost(const QString &host);

/// What `resolver` answers within `patience` and before `stop` is requested; getaddrinfo() itself can neither be
/// interrupted nor limited. Errors: those of the resolver; AddressNotFound (causes: "timed out" or "given up").
Result<QList<QHostAddress>> lookUpHost(const QString &host, const Resolver &resolver, const std::stop_token &stop,
                                       std::chrono::milliseconds patience = std::chrono::seconds(10));

} // namespace sealport
