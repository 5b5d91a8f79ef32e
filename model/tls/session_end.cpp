// How a TlsSession ends: politely, by a time-out, by a limit, or with the TCP connection.

#include "model/tls/session.h"

#include <openssl/err.h>

#include <algorithm>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr auto lingerTime = 2s;        ///< for the peer to say FIN after ours
constexpr qint64 leastProgress = 4096; ///< octets within unreadPatience, unless fewer are left
constexpr auto unreadPatience = 5s;    ///< for the peer to read on, at the limit of held bytes or when we close
constexpr auto lastWords = 30s;        ///< for a slow peer to read them all, once it counts as gone

} // namespace

double TlsSession::age() const
{
    return std::chrono::duration<double, std::milli>(Clock::now() - m_acceptedAt).count();
}

double TlsSession::handshakeAge() const
{
    return std::chrono::duration<double, std::milli>(Clock::now() - m_tlsBeganAt).count();
}

/// The peer ended the TCP connection, and everything that it sent before has been looked at.
void TlsSession::endOfTcp()
{
    const bool isReset = m_tcpEnd == TcpStream::Arrival::Reset;
    m_evidence.certificateRead = m_evidence.certificateSent && !isReset && !m_hadLeftAtCertificate
                                 && m_evidence.wireBytesIn == m_wireBytesAtCertificate && m_outgoing.isEmpty()
                                 && m_socket.unacknowledged() == 0;
    const bool mayStillRead = !isReset && m_phase != Phase::Handshaking; // one direction's end is not that of the other
    report(isReset ? Ending::Cause::PeerReset : Ending::Cause::PeerClosed);
    if (!mayStillRead)
        return finish();
    sendCloseNotify(); // RFC 8446 section 6.1
    linger();
}

void TlsSession::sendCloseNotify()
{
    if (!m_evidence.wasSecured() || m_evidence.closeNotifySent)
        return;
    ERR_clear_error();
    SSL_shutdown(m_ssl.get());
    ERR_clear_error();
}

void TlsSession::close()
{
    if (!isOpen())
        return;
    sendCloseNotify();
    sendOutgoing();
    m_isReadingPaused = false;
    m_greeting = Clock::time_point::max();
    m_phase = Phase::Closing;
    awaitReading();
    if (m_socket.bytesToWrite() == 0)
        bytesLeft();
}

void TlsSession::reset()
{
    if (!isOpen())
        return;
    sendOutgoing();
    m_socket.prepareReset();
    report(Ending::Cause::ResetByServer);
    finish();
}

void TlsSession::fail(Ending::Cause cause, const QString &detail, std::uint64_t limit)
{
    if (!isOpen())
        return;
    m_evidence.detail = detail;
    m_evidence.limit = limit;
    end(cause);
}

void TlsSession::greetAfter(std::chrono::milliseconds delay)
{
    m_greeting = Clock::now() + delay;
    Q_EMIT deadlineChanged();
}

void TlsSession::end(Ending::Cause cause)
{
    switch (m_phase) {
    case Phase::Dialogue:
    case Phase::Handshaking:
        report(cause);
        return linger();
    case Phase::Plain:
    case Phase::Open:
        if (cause == Ending::Cause::UnreadLimit) {
            m_evidence.limit = static_cast<std::uint64_t>(m_limits.maxHeldBytes);
            report(cause);
            return finish();
        }
        m_evidence.unread = static_cast<std::uint64_t>(heldBytes());
        sendCloseNotify();
        m_evidence.stoppedByServer = cause == Ending::Cause::ServerStopped;
        report(cause == Ending::Cause::ServerStopped ? Ending::Cause::CloseNotify : cause);
        return linger();
    case Phase::Closing:
        m_evidence.unread = static_cast<std::uint64_t>(heldBytes());
        m_evidence.stoppedByServer = m_evidence.unread > 0 && cause == Ending::Cause::ServerStopped;
        report(Ending::Cause::CloseNotify);
        return linger();
    case Phase::Lingering:
    case Phase::Finished:
        return;
    }
}

TlsSession::Clock::time_point TlsSession::deadline() const
{
    return std::min(m_deadline, m_greeting);
}

void TlsSession::deadlineReached(Clock::time_point now)
{
    if (now >= m_greeting) {
        m_greeting = Clock::time_point::max();
        if (isOpen())
            m_observer.stayedSilent(*this);
    }
    if (now < m_deadline)
        return;
    m_deadline = Clock::time_point::max();
    switch (m_phase) {
    case Phase::Dialogue:
    case Phase::Handshaking:
        m_evidence.limit = static_cast<std::uint64_t>(m_limits.handshakeTimeout.count());
        return end(Ending::Cause::HandshakeTimeout);
    case Phase::Plain:
    case Phase::Open:
        if (m_isReadingPaused && hasPeerRead())
            return awaitReading();
        if (m_isReadingPaused)
            return end(Ending::Cause::UnreadLimit);
        m_evidence.idleTimeout = true;
        m_evidence.limit = static_cast<std::uint64_t>(m_limits.idleTimeout.count());
        return close();
    case Phase::Closing:
        if (hasPeerRead())
            return awaitReading();
        report(m_socket.bytesToWrite() > 0 ? Ending::Cause::UnreadLimit : Ending::Cause::CloseNotify);
        return finish();
    case Phase::Lingering:
        if (now < m_latestEnd && unread() > 0 && hasPeerRead())
            return awaitReading();
        return finish();
    case Phase::Finished:
        return;
    }
}

void TlsSession::setDeadline(Clock::time_point deadline)
{
    const bool isEarlier = deadline < m_deadline;
    m_deadline = deadline;
    if (isEarlier)
        Q_EMIT deadlineChanged();
}

void TlsSession::awaitReading()
{
    m_unreadBefore = unread();
    setDeadline(std::min(Clock::now() + unreadPatience, m_latestEnd));
}

/// A trickle does not count: it would keep a connection that is over for weeks.
bool TlsSession::hasPeerRead() const
{
    const qint64 now = unread();
    return m_unreadBefore - now >= std::min(leastProgress, m_unreadBefore) && m_unreadBefore > 0;
}

void TlsSession::restartIdleTime()
{
    if (m_isReadingPaused)
        return;
    setDeadline(m_limits.idleTimeout > 0ms ? Clock::now() + m_limits.idleTimeout : Clock::time_point::max());
}

void TlsSession::report(Ending::Cause cause)
{
    m_evidence.cause = cause;
    m_evidence.firstOctets = octetsToShow();
    m_evidence.durationMs = age();
    m_phase = Phase::Lingering;
    m_earlyData = QByteArray(); // gives the memory back
    m_latestEnd = Clock::now() + lastWords;
    m_observer.ended(*this);
}

void TlsSession::linger()
{
    if (m_phase == Phase::Finished)
        return;
    sendOutgoing();
    m_isReadingPaused = false;
    m_unreadBefore = unread();
    setDeadline(std::min(Clock::now() + lingerTime, m_latestEnd));
    if (m_socket.bytesToWrite() > 0)
        return; // bytesLeft() comes back here
    if (m_tcpEnd != TcpStream::Arrival::Nothing)
        return finish();
    m_socket.finishWriting();
    m_unreadBefore = unread(); // which counts the FIN too
    m_socket.rearm();
}

void TlsSession::finish()
{
    if (m_phase == Phase::Finished)
        return;
    m_phase = Phase::Finished;
    m_deadline = m_greeting = Clock::time_point::max();
    m_socket.abort();
    Q_EMIT finished();
}

} // namespace sealport
