#include "model/tls/socket_table.h"

#include <QtEndian>

#include <array>
#include <cstring>
#include <optional>

namespace sealport {

namespace {

constexpr qsizetype digitsOfAWord = 8;

/// "0100007F", or four such words: each is what a machine of this byte order reads in four octets of the network.
std::optional<QHostAddress> readAddress(const QByteArray &hex)
{
    std::array<quint8, 16> octets{};
    const bool isFour = hex.size() == digitsOfAWord;
    if (!isFour && hex.size() != 4 * digitsOfAWord)
        return std::nullopt;
    for (qsizetype at = 0; at < hex.size(); at += digitsOfAWord) {
        bool isNumber = false;
        const quint32 word = hex.mid(at, digitsOfAWord).toUInt(&isNumber, 16);
        if (!isNumber)
            return std::nullopt;
        std::memcpy(octets.data() + at / 2, &word, sizeof word);
    }
    if (isFour)
        return QHostAddress(qFromBigEndian<quint32>(octets.data()));
    const QHostAddress address(octets.data());
    bool isMapped = false;
    const quint32 mapped = address.toIPv4Address(&isMapped);
    const bool isAny = address == QHostAddress::AnyIPv6; // Qt takes it for 0.0.0.0
    return isMapped && !isAny ? QHostAddress(mapped) : address;
}

/// "  0: 0100007F:13B3 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000  0 12345 …"
std::optional<TcpSocket> readLine(const QByteArray &line)
{
    enum Field { Local = 1, State = 3, User = 7, Inode = 9, Fields };
    const QList<QByteArray> fields = line.simplified().split(' ');
    if (fields.size() < Fields)
        return std::nullopt;
    const QList<QByteArray> local = fields[Local].split(':');
    if (local.size() != 2)
        return std::nullopt;
    const std::optional<QHostAddress> address = readAddress(local[0]);
    std::array<bool, 3> areNumbers{};
    TcpSocket socket;
    socket.local.port = local[1].toUShort(&areNumbers[0], 16);
    socket.user = fields[User].toUInt(&areNumbers[1]);
    socket.inode = fields[Inode].toULongLong(&areNumbers[2]);
    if (!address || areNumbers != std::array{true, true, true})
        return std::nullopt;
    socket.local.address = *address;
    socket.isListening = fields[State] == "0A"; // TCP_LISTEN of the kernel
    return socket;
}

} // namespace

std::vector<TcpSocket> socketsAtPort(quint16 port, const QByteArray &table)
{
    const QByteArray mark = ':' + QByteArray::number(port, 16).rightJustified(4, '0').toUpper() + ' ';
    std::vector<TcpSocket> sockets;
    qsizetype begin = 0;
    while (begin < table.size()) {
        const qsizetype newline = table.indexOf('\n', begin);
        const qsizetype end = newline < 0 ? table.size() : newline;
        const QByteArray line = QByteArray::fromRawData(table.constData() + begin, end - begin);
        begin = end + 1;
        if (!line.contains(mark))
            continue; // there may be a hundred thousand of them
        if (const std::optional<TcpSocket> socket = readLine(line); socket && socket->local.port == port)
            sockets.push_back(*socket);
    }
    return sockets;
}

} // namespace sealport
