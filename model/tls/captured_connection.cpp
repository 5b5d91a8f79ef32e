#include "model/tls/captured_connection.h"

#include "model/tls/tcp_packet.h"

#include <chrono>
#include <utility>

namespace sealport {

namespace {

std::int64_t now()
{
    const auto sinceEpoch = std::chrono::system_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::nanoseconds>(sinceEpoch).count();
}

QByteArray copyOf(std::span<const std::byte> data)
{
    return {reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size())};
}

} // namespace

CapturedConnection::CapturedConnection(std::shared_ptr<Capture> capture, CapturedEnds ends)
    : m_capture(std::move(capture))
    , m_ends(std::make_shared<const CapturedEnds>(std::move(ends)))
{
    const std::int64_t time = now();
    add(true, TcpSegment::Syn, {}, time);
    add(false, TcpSegment::Syn | TcpSegment::Ack, {}, time);
    add(true, TcpSegment::Ack, {}, time);
}

CapturedConnection::~CapturedConnection()
{
    settle();
    finished();
}

void CapturedConnection::received(std::span<const std::byte> data)
{
    if (m_arrived.isEmpty())
        m_arrivedAt = now();
    m_arrived += copyOf(data);
}

void CapturedConnection::sent(std::span<const std::byte> data)
{
    if (data.empty())
        return;
    settle();
    add(false, TcpSegment::Psh | TcpSegment::Ack, copyOf(data), now());
}

void CapturedConnection::settle()
{
    if (!m_arrived.isEmpty())
        add(true, TcpSegment::Psh | TcpSegment::Ack, std::exchange(m_arrived, {}), m_arrivedAt);
}

void CapturedConnection::peerFinished()
{
    settle();
    if (!m_isReset && !std::exchange(m_hasPeerFinished, true))
        add(true, TcpSegment::Fin | TcpSegment::Ack, {}, now());
}

void CapturedConnection::peerReset()
{
    settle();
    if (!std::exchange(m_isReset, true))
        add(true, TcpSegment::Rst | TcpSegment::Ack, {}, now());
}

void CapturedConnection::finished()
{
    if (!m_isReset && !std::exchange(m_hasFinished, true))
        add(false, TcpSegment::Fin | TcpSegment::Ack, {}, now());
}

void CapturedConnection::reset()
{
    settle();
    if (!std::exchange(m_isReset, true))
        add(false, TcpSegment::Rst | TcpSegment::Ack, {}, now());
}

void CapturedConnection::add(bool isFromClient, std::uint8_t flags, QByteArray data, std::int64_t time)
{
    std::uint64_t &own = isFromClient ? m_clientPosition : m_serverPosition;
    const std::uint64_t others = isFromClient ? m_serverPosition : m_clientPosition;
    const std::uint64_t takes =
        static_cast<std::uint64_t>(data.size()) + ((flags & (TcpSegment::Syn | TcpSegment::Fin)) != 0 ? 1 : 0);
    m_capture->add({.ends = m_ends,
                    .time = time,
                    .sequence = own,
                    .acknowledgement = (flags & TcpSegment::Ack) != 0 ? others : 0,
                    .data = std::move(data),
                    .flags = flags,
                    .isFromClient = isFromClient});
    own += takes;
}

} // namespace sealport
