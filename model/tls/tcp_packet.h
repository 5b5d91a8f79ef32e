#pragma once

#include "model/tls/endpoint.h"

#include <QByteArray>
#include <QByteArrayView>

#include <cstdint>

namespace sealport {

/// A segment of TCP (RFC 9293 section 3.1).
struct TcpSegment {
    enum Flag : std::uint8_t { Fin = 1, Syn = 2, Rst = 4, Psh = 8, Ack = 16 };

    Endpoint source;
    Endpoint destination;
    std::uint32_t sequence = 0;
    std::uint32_t acknowledgement = 0;
    std::uint8_t flags = Ack;
    QByteArrayView data{};
};

/// So much data fits into one with IPv4 or IPv6 around it.
inline constexpr qsizetype mostSegmentData = 65'535 - 20 - 20;

/// The segment in a packet of IPv4, where both ends have such an address, mapped ones included, else of IPv6; with all
/// checksums (RFC 791, RFC 8200). Pure.
[[nodiscard]] QByteArray ipPacket(const TcpSegment &segment);

} // namespace sealport
