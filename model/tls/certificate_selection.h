#pragma once

#include "model/certificates/certificate.h"
#include "model/tls/server_identities.h"

#include <QByteArray>

#include <cstdint>

namespace sealport {

/// An exact name counts more than a pattern that covers it, in whatever order they were given.
enum class NameMatch : std::uint8_t { Exact, Pattern };

/// Whether certificates are meant by a client that asks for `name` (server_name, RFC 6066 section 3): the same name,
/// whatever the case, or with Pattern also with one label for the "*" of "*.example.org" (RFC 6125 section 6.4.3).
/// Without names, those of the first certificate count (X509_check_host).
[[nodiscard]] bool isFor(const NamedIdentities &identities, const QByteArray &name, NameMatch match);
[[nodiscard]] bool isFor(const Certificate &certificate, const QByteArray &name, NameMatch match);

} // namespace sealport
