#pragma once

#include <QHostAddress>
#include <QString>

namespace sealport {

/// An IP address and a TCP port.
struct Endpoint {
    QHostAddress address{};
    quint16 port = 0;

    /// "127.0.0.1:5043", "[::1]:5043"; an IPv4 address mapped into IPv6 is shown as IPv4; "unknown" for none.
    [[nodiscard]] QString toString() const;
    friend bool operator==(const Endpoint &, const Endpoint &) = default;
};

} // namespace sealport
