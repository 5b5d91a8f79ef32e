#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <cstdint>

namespace sealport {

// The blocks of a pcapng file (draft-ietf-opsawg-pcapng), to be written one after the other. Pure, any thread.

enum class PacketDirection : std::uint8_t { Inbound = 1, Outbound = 2 };

/// What a file begins with: its section, and one interface of IPv4 and IPv6 packets (LINKTYPE_RAW) with times in
/// nanoseconds. `comment` says what the file holds.
[[nodiscard]] QByteArray pcapngStart(const QString &application, const QString &comment);

/// What decrypts packets that follow: whole lines of an NSS key log.
[[nodiscard]] QByteArray pcapngSecrets(QByteArrayView lines);

/// `time`: nanoseconds since 1970, UTC.
[[nodiscard]] QByteArray pcapngPacket(std::int64_t time, PacketDirection direction, QByteArrayView packet,
                                      QByteArrayView comment = {});

/// Whether a file holds nothing but its section and such an interface: packets may follow.
[[nodiscard]] bool isPcapngStart(QByteArrayView whole);

/// Whether a file begins as they all do.
[[nodiscard]] bool isPcapng(QByteArrayView firstOctets);

} // namespace sealport
