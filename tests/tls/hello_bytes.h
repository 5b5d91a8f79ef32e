#pragma once

#include <QByteArray>
#include <QStringBuilder>

#include <cstddef>
#include <span>

namespace sealport::test {

inline std::span<const std::byte> asSpan(const QByteArray &octets)
{
    return std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size())));
}

/// Big-endian, `width` octets.
inline QByteArray number(std::size_t value, int width)
{
    QByteArray octets(width, '\0');
    for (int i = width - 1; i >= 0; --i, value >>= 8)
        octets[i] = static_cast<char>(value & 0xff);
    return octets;
}

/// A vector of TLS: its length in `width` octets, then its content.
inline QByteArray vector(const QByteArray &content, int width)
{
    return number(static_cast<std::size_t>(content.size()), width) + content;
}

inline QByteArray extension(int type, const QByteArray &data)
{
    return number(static_cast<std::size_t>(type), 2) + vector(data, 2);
}

/// A handshake message that starts with this type.
inline QByteArray handshake(int type, const QByteArray &body)
{
    return number(static_cast<std::size_t>(type), 1) + vector(body, 3);
}

inline QByteArray record(int type, const QByteArray &fragment)
{
    return number(static_cast<std::size_t>(type), 1) + QByteArray::fromHex("0301") + vector(fragment, 2);
}

/// The fields of a ClientHello up to and without the extensions.
inline QByteArray helloStart()
{
    return QByteArray::fromHex("0303") + QByteArray(32, 'r') + vector({}, 1)
           + vector(QByteArray::fromHex("13011302"), 2) + vector(QByteArray(1, '\0'), 1);
}

/// A whole ClientHello message with these extensions.
inline QByteArray helloWith(const QByteArray &extensions)
{
    return handshake(1, helloStart() + vector(extensions, 2));
}

/// An SSL 2.0 CLIENT-HELLO that offers two suites of TLS and one that only SSL 2.0 has, without its record header.
inline QByteArray ssl2Message(const char *version = "0301")
{
    return QByteArray::fromHex("01") + QByteArray::fromHex(version) + number(9, 2) + number(0, 2) + number(16, 2)
           + QByteArray::fromHex("00002f0100800000ff") + QByteArray(16, 'c');
}

inline QByteArray ssl2Record(const QByteArray &message)
{
    return number(0x8000 | static_cast<std::size_t>(message.size()), 2) + message;
}

} // namespace sealport::test
