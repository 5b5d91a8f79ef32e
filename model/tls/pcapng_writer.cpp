#include "model/tls/pcapng_writer.h"

#include <QtEndian>

namespace sealport {

namespace {

constexpr std::uint32_t sectionHeader = 0x0A0D0D0A; ///< the same in either order of octets
constexpr std::uint32_t interfaceDescription = 1;
constexpr std::uint32_t enhancedPacket = 6;
constexpr std::uint32_t decryptionSecrets = 10;
constexpr std::uint32_t tlsKeyLog = 0x544C534B;
constexpr std::uint16_t linkTypeRaw = 101;

constexpr std::uint16_t commentOption = 1;
constexpr std::uint16_t applicationOption = 4;    ///< of a section
constexpr std::uint16_t timeResolutionOption = 9; ///< of an interface
constexpr std::uint16_t flagsOption = 2;          ///< of a packet

/// The inside of a block; the file says by its first block that it is little-endian.
class Body {
public:
    template <class Number>
    Body &number(Number value)
    {
        const Number little = qToLittleEndian(value);
        m_octets.append(reinterpret_cast<const char *>(&little), sizeof little);
        return *this;
    }
    Body &octets(QByteArrayView octets)
    {
        m_octets.append(octets);
        m_octets.append((4 - octets.size() % 4) % 4, '\0');
        return *this;
    }
    Body &option(std::uint16_t code, QByteArrayView value)
    {
        if (value.isEmpty())
            return *this;
        const QByteArrayView kept = value.first(qMin(value.size(), qsizetype{0xFFFF}));
        return number(code).number(static_cast<std::uint16_t>(kept.size())).octets(kept);
    }
    Body &endOfOptions() { return number(std::uint32_t{0}); }

    [[nodiscard]] QByteArray inBlock(std::uint32_t type) const
    {
        const auto size = static_cast<std::uint32_t>(m_octets.size() + 12);
        Body whole;
        whole.number(type).number(size).octets(m_octets).number(size);
        return whole.m_octets;
    }

private:
    QByteArray m_octets;
};

QByteArray interfaceBlock()
{
    constexpr char nanoseconds = 9;
    return Body()
        .number(linkTypeRaw)
        .number(std::uint16_t{0})
        .number(std::uint32_t{0}) // whole packets
        .option(timeResolutionOption, QByteArrayView(&nanoseconds, 1))
        .endOfOptions()
        .inBlock(interfaceDescription);
}

} // namespace

QByteArray pcapngStart(const QString &application, const QString &comment)
{
    const QByteArray section = Body()
                                   .number(std::uint32_t{0x1A2B3C4D})
                                   .number(std::uint16_t{1})
                                   .number(std::uint16_t{0})
                                   .number(std::int64_t{-1}) // of unknown length
                                   .option(commentOption, comment.toUtf8())
                                   .option(applicationOption, application.toUtf8())
                                   .endOfOptions()
                                   .inBlock(sectionHeader);
    return section + interfaceBlock();
}

QByteArray pcapngSecrets(QByteArrayView lines)
{
    return Body()
        .number(tlsKeyLog)
        .number(static_cast<std::uint32_t>(lines.size()))
        .octets(lines)
        .inBlock(decryptionSecrets);
}

QByteArray pcapngPacket(std::int64_t time, PacketDirection direction, QByteArrayView packet, QByteArrayView comment)
{
    const std::uint32_t flags = qToLittleEndian(static_cast<std::uint32_t>(direction));
    const auto size = static_cast<std::uint32_t>(packet.size());
    return Body()
        .number(std::uint32_t{0}) // the one interface
        .number(static_cast<std::uint32_t>(time >> 32))
        .number(static_cast<std::uint32_t>(time))
        .number(size)
        .number(size)
        .octets(packet)
        .option(commentOption, comment)
        .option(flagsOption, QByteArrayView(reinterpret_cast<const char *>(&flags), sizeof flags))
        .endOfOptions()
        .inBlock(enhancedPacket);
}

bool isPcapngStart(QByteArrayView whole)
{
    const QByteArray ending = interfaceBlock();
    const qsizetype section = whole.size() - ending.size();
    return section >= 12 && isPcapng(whole) && qFromLittleEndian<std::uint32_t>(whole.data() + 4) == section
           && whole.endsWith(ending);
}

bool isPcapng(QByteArrayView firstOctets)
{
    return firstOctets.startsWith(QByteArrayView("\x0A\x0D\x0D\x0A"));
}

} // namespace sealport
