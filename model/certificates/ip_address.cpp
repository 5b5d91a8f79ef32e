#include "model/certificates/ip_address.h"

#ifdef Q_OS_WIN
#include <ws2tcpip.h>
#else
#include <arpa/inet.h>
#endif

#include <array>

namespace sealport {

std::optional<QByteArray> ipOctets(const QString &text)
{
    const QByteArray latin = text.toLatin1();
    if (latin.contains('\0'))
        return std::nullopt; // inet_pton would stop there
    std::array<char, 16> octets{};
    if (inet_pton(AF_INET, latin.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), 4);
    if (inet_pton(AF_INET6, latin.constData(), octets.data()) == 1)
        return QByteArray(octets.data(), 16);
    return std::nullopt;
}

QString ipText(const QByteArray &octets)
{
    std::array<char, 64> text{};
    const bool known =
        (octets.size() == 4 || octets.size() == 16)
        && inet_ntop(octets.size() == 4 ? AF_INET : AF_INET6, octets.constData(), text.data(), text.size());
    return known ? QString::fromLatin1(text.data()) : QString::fromLatin1(octets.toHex());
}

} // namespace sealport
