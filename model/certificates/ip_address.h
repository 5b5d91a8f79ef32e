#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace sealport {

/// The 4 or 16 octets of a numeric IP address as iPAddress alternative names hold them (RFC 5280 section 4.2.1.6);
/// nothing for host names, prefixes and zones.
[[nodiscard]] std::optional<QByteArray> ipOctets(const QString &text);

/// The shortest text of 4 or 16 octets (RFC 5952 for IPv6); hex for any other number.
[[nodiscard]] QString ipText(const QByteArray &octets);

} // namespace sealport
