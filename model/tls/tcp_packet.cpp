#include "model/tls/tcp_packet.h"

#include <QtEndian>

namespace sealport {

namespace {

constexpr std::uint8_t tcp = 6;
constexpr std::uint8_t hops = 64;
constexpr qsizetype tcpHeaderSize = 20;
constexpr qsizetype ipv4HeaderSize = 20;

/// Octets as they stand on the wire.
class Wire {
public:
    template <class Number>
    Wire &number(Number value)
    {
        const Number big = qToBigEndian(value);
        m_octets.append(reinterpret_cast<const char *>(&big), sizeof big);
        return *this;
    }
    Wire &octets(QByteArrayView octets)
    {
        m_octets.append(octets);
        return *this;
    }
    Wire &address(const QHostAddress &address)
    {
        const Q_IPV6ADDR octets = address.toIPv6Address();
        return this->octets({reinterpret_cast<const char *>(octets.c), sizeof octets.c});
    }
    [[nodiscard]] const QByteArray &octets() const { return m_octets; }

private:
    QByteArray m_octets;
};

/// RFC 1071, before the last complement.
std::uint32_t sumOf(QByteArrayView octets, std::uint32_t sum = 0)
{
    const auto octet = [octets](qsizetype at) -> std::uint32_t {
        return at < octets.size() ? static_cast<unsigned char>(octets[at]) : 0U;
    };
    for (qsizetype i = 0; i < octets.size(); i += 2) {
        sum += octet(i) << 8U | octet(i + 1);
        sum = (sum & 0xFFFFU) + (sum >> 16U);
    }
    return sum;
}

void putChecksum(QByteArray &octets, qsizetype at, std::uint32_t sum)
{
    qToBigEndian(static_cast<std::uint16_t>(~sum), octets.data() + at);
}

QByteArray tcpPart(const TcpSegment &segment, const QByteArray &pseudoHeader)
{
    constexpr std::uint8_t headerWords = tcpHeaderSize / 4;
    constexpr std::uint16_t window = 65'535;
    constexpr qsizetype checksumAt = 16;
    QByteArray octets = Wire()
                            .number(segment.source.port)
                            .number(segment.destination.port)
                            .number(segment.sequence)
                            .number(segment.acknowledgement)
                            .number(static_cast<std::uint8_t>(headerWords << 4))
                            .number(segment.flags)
                            .number(window)
                            .number(std::uint16_t{0}) // checksum
                            .number(std::uint16_t{0}) // nothing urgent
                            .octets(segment.data)
                            .octets();
    putChecksum(octets, checksumAt, sumOf(octets, sumOf(pseudoHeader)));
    return octets;
}

QByteArray inIpv4(const TcpSegment &segment, std::uint32_t source, std::uint32_t destination)
{
    constexpr std::uint8_t versionAndWords = 4 << 4 | ipv4HeaderSize / 4;
    constexpr std::uint16_t dontFragment = 0x4000;
    constexpr qsizetype checksumAt = 10;
    const auto size = static_cast<std::uint16_t>(tcpHeaderSize + segment.data.size());
    QByteArray header = Wire()
                            .number(versionAndWords)
                            .number(std::uint8_t{0})
                            .number(static_cast<std::uint16_t>(ipv4HeaderSize + size))
                            .number(std::uint16_t{0}) // identification: nothing is fragmented
                            .number(dontFragment)
                            .number(hops)
                            .number(tcp)
                            .number(std::uint16_t{0}) // checksum
                            .number(source)
                            .number(destination)
                            .octets();
    putChecksum(header, checksumAt, sumOf(header));
    const Wire pseudo = Wire().number(source).number(destination).number(std::uint16_t{tcp}).number(size);
    return header + tcpPart(segment, pseudo.octets());
}

QByteArray inIpv6(const TcpSegment &segment)
{
    constexpr std::uint32_t version = 6U << 28U;
    const auto size = static_cast<std::uint16_t>(tcpHeaderSize + segment.data.size());
    const Wire header = Wire()
                            .number(version)
                            .number(size)
                            .number(tcp)
                            .number(hops)
                            .address(segment.source.address)
                            .address(segment.destination.address);
    const Wire pseudo = Wire()
                            .address(segment.source.address)
                            .address(segment.destination.address)
                            .number(std::uint32_t{size})
                            .number(std::uint32_t{tcp});
    return header.octets() + tcpPart(segment, pseudo.octets());
}

} // namespace

QByteArray ipPacket(const TcpSegment &segment)
{
    bool isSourceV4 = false;
    bool isDestinationV4 = false;
    const std::uint32_t source = segment.source.address.toIPv4Address(&isSourceV4);
    const std::uint32_t destination = segment.destination.address.toIPv4Address(&isDestinationV4);
    return isSourceV4 && isDestinationV4 ? inIpv4(segment, source, destination) : inIpv6(segment);
}

} // namespace sealport
