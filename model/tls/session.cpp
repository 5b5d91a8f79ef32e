#include "model/tls/session.h"

#include "model/tls/captured_connection.h"
#include "model/tls/client_certificate_check.h"
#include "model/tls/handshake_evidence.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <QScopeGuard>

#include <algorithm>
#include <array>
#include <utility>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr std::size_t octetsPerTurn = 256 << 10;
constexpr qsizetype mostOutgoing = 32 << 10;

constexpr std::string_view plainHttpAnswer =
    "HTTP/1.0 400 Bad Request\r\nContent-Type: text/plain; charset=utf-8\r\nConnection: close\r\n\r\n"
    "This port speaks TLS (SSL), and the request came in plain HTTP. Use https:// instead of http://.\n";

bool isNotTls(FirstBytes first)
{
    return first == FirstBytes::Http || first == FirstBytes::ProxyProtocol || first == FirstBytes::Ssh
           || first == FirstBytes::Unknown;
}

} // namespace

TlsSession::TlsSession(ConnectionId id, std::shared_ptr<const ServerContext> context, SslPtr ssl,
                       const ServerLimits &limits, const Opening &opening, SessionObserver &observer)
    : m_id(id)
    , m_context(std::move(context))
    , m_limits(limits)
    , m_observer(observer)
{
    m_evidence.opening = opening;
    if (ssl)
        attach(std::move(ssl));
    if (opening.mode == Opening::Mode::StartTls) {
        m_dialogue = makeStartTlsDialogue(opening.protocol);
        m_phase = Phase::Dialogue;
        m_evidence.part = Ending::Part::Dialogue;
    } else if (opening.mode != Opening::Mode::Tls) {
        m_phase = Phase::Plain;
        m_evidence.part = Ending::Part::Plain;
    }
    if (limits.handshakeTimeout > 0ms)
        m_deadline = m_acceptedAt + limits.handshakeTimeout;
    connect(&m_socket, &TcpStream::readyRead, this, &TlsSession::pump);
    connect(&m_socket, &TcpStream::bytesWritten, this, &TlsSession::bytesLeft);
    connect(&m_socket, &TcpStream::errorOccurred, this, &TlsSession::writingFailed, Qt::QueuedConnection);
}

void TlsSession::attach(SslPtr ssl)
{
    m_ssl = std::move(ssl);
    BIO *bio = makeTransportBio(*this).release();
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_msg_callback(m_ssl.get(),
                         [](int outgoing, int, int type, const void *data, size_t size, SSL *, void *self) {
                             static_cast<TlsSession *>(self)->noteMessage(
                                 outgoing != 0, type, {static_cast<const unsigned char *>(data), size});
                         });
    SSL_set_msg_callback_arg(m_ssl.get(), this);
    const auto most = static_cast<std::uint32_t>(std::clamp<std::int64_t>(m_limits.maxHeldBytes, 0, INT32_MAX));
    SSL_set_max_early_data(m_ssl.get(), std::min(SSL_get_max_early_data(m_ssl.get()), most)); // said by our tickets
    SSL_set_recv_max_early_data(m_ssl.get(), std::min(SSL_get_recv_max_early_data(m_ssl.get()), most));
    m_mayHaveEarlyData = SSL_get_max_early_data(m_ssl.get()) > 0;
}

TlsSession::~TlsSession()
{
    m_socket.QObject::disconnect(this);
}

bool TlsSession::open(qintptr descriptor, const Endpoint &peer)
{
    if (!m_socket.setSocketDescriptor(descriptor))
        return false;
    m_socket.setSocketOption(QAbstractSocket::LowDelayOption,
                             1); // without it each reply waits 40 ms for an acknowledgement
    m_peer = peer;
    return true;
}

void TlsSession::captureInto(std::shared_ptr<Capture> capture)
{
    const Endpoint here{.address = m_socket.localAddress(), .port = m_socket.localPort()};
    CapturedEnds ends{.client = m_peer, .server = here, .comment = "connection " + QByteArray::number(m_id.value())};
    m_socket.captureInto(std::make_unique<CapturedConnection>(std::move(capture), std::move(ends)));
}

ByteTransport::Got TlsSession::readBytes(std::span<std::byte> buffer, std::size_t &size)
{
    // What is not known to be TLS yet stays here: OpenSSL would complain about it before it can be recognised.
    while (m_heldBack.isEmpty() || !m_collector.isTls()) {
        if (m_tcpEnd != TcpStream::Arrival::Nothing || isNotTls(m_evidence.firstBytes))
            return Got::Nothing;
        if (m_turnBudget == 0)
            return Got::Nothing; // others get their turn; the rest is announced again
        const std::size_t most = std::min(buffer.size(), m_turnBudget);
        const TcpStream::ReadResult result = m_socket.take(buffer.first(most));
        if (result.arrival != TcpStream::Arrival::Data) {
            m_tcpEnd = result.arrival;
            return Got::Nothing;
        }
        size = result.size;
        m_turnBudget = size < most ? 0 : m_turnBudget - size; // a short read has emptied the socket: do not ask again
        m_evidence.wireBytesIn += size;
        if (m_phase == Phase::Handshaking)
            noteLastOctets(buffer.first(size));
        if (!m_collector.isDone())
            m_evidence.firstBytes = m_collector.feed(buffer.first(size));
        if (m_collector.isTls() && m_heldBack.isEmpty())
            return Got::Data;
        m_heldBack.append(reinterpret_cast<const char *>(buffer.data()), static_cast<qsizetype>(size));
    }
    size = std::min(buffer.size(), static_cast<std::size_t>(m_heldBack.size()));
    std::ranges::copy(std::as_bytes(std::span(m_heldBack.constData(), size)), buffer.begin());
    m_heldBack.remove(0, static_cast<qsizetype>(size));
    return Got::Data;
}

void TlsSession::writeBytes(std::span<const std::byte> data)
{
    if (!m_isPumping) {
        m_socket.give(data);
        return;
    }
    m_outgoing.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    if (m_outgoing.size() >= mostOutgoing)
        sendOutgoing();
}

void TlsSession::sendOutgoing()
{
    if (m_outgoing.isEmpty())
        return;
    // A peer that is gone shows at the next read, after its last words.
    m_socket.give(std::as_bytes(std::span(m_outgoing.constData(), static_cast<std::size_t>(m_outgoing.size()))));
    m_outgoing = QByteArray(); // gives the memory back
}

/// Only what was kept for later can fail here. The peer is gone, so nothing is held for it any more, and the next turn
/// reads what it said last.
void TlsSession::writingFailed()
{
    m_isReadingPaused = false;
    pump();
}

void TlsSession::pump()
{
    if (m_isPumping || m_phase == Phase::Finished)
        return;
    m_isPumping = true;
    m_turnBudget = octetsPerTurn;
    m_turnRecords = 0;
    const auto done = qScopeGuard([this] { m_isPumping = false; });
    if (m_phase == Phase::Dialogue)
        readDialogue();
    if (m_phase == Phase::Plain)
        readPlain();
    if (m_phase == Phase::Handshaking)
        continueHandshake();
    if (m_phase == Phase::Open)
        readApplicationData();
    if (m_phase == Phase::Closing || m_phase == Phase::Lingering)
        discardInput();
    sendOutgoing();
    m_socket.settleCapture();
    if (m_phase != Phase::Finished && m_tcpEnd == TcpStream::Arrival::Nothing && !m_isReadingPaused)
        m_socket.rearm();
}

/// What stands in its way, as SSL_get_error() says it; SSL_ERROR_NONE: it is done.
int TlsSession::advanceHandshake()
{
    ERR_clear_error();
    std::array<char, SSL3_RT_MAX_PLAIN_LENGTH>
        buffer;                  // NOLINT(cppcoreguidelines-pro-type-member-init): filled by SSL_read_early_data
    while (m_mayHaveEarlyData) { // OpenSSL ends it at the limit of the policy
        std::size_t size = 0;
        switch (SSL_read_early_data(m_ssl.get(), buffer.data(), buffer.size(), &size)) {
        case SSL_READ_EARLY_DATA_SUCCESS:
            m_earlyData.append(buffer.data(), static_cast<qsizetype>(size));
            break;
        case SSL_READ_EARLY_DATA_FINISH:
            m_mayHaveEarlyData = false;
            break;
        default:
            return SSL_get_error(m_ssl.get(), 0);
        }
    }
    const int result = SSL_accept(m_ssl.get());
    return result == 1 ? SSL_ERROR_NONE : SSL_get_error(m_ssl.get(), result);
}

void TlsSession::continueHandshake()
{
    const int problem = advanceHandshake();
    if (!m_isHelloReported && m_collector.isDone() && !m_collector.helloMessage().isEmpty()) {
        m_isHelloReported = true;
        m_evidence.hello = m_collector.helloMessage();
        m_observer.helloSeen(*this);
    }
    if (problem == SSL_ERROR_NONE)
        return handshakeDone();
    if (problem != SSL_ERROR_WANT_READ)
        return failed(problem);
    if (isNotTls(m_evidence.firstBytes)) {
        if (m_evidence.firstBytes == FirstBytes::Http)
            m_socket.give(std::as_bytes(std::span(plainHttpAnswer)));
        report(Ending::Cause::NotTls);
        return linger();
    }
    if (m_tcpEnd != TcpStream::Arrival::Nothing)
        endOfTcp();
}

void TlsSession::handshakeDone()
{
    m_evidence.negotiated = negotiatedBy(*m_ssl, m_signature);
    m_evidence.negotiated->handshakeMs = handshakeAge();
    m_evidence.durationMs = age();
    m_evidence.clientCertificate = clientCertificateOf(*m_ssl);
    m_phase = Phase::Open;
    m_lastOctets = QByteArray();
    SSL_set_read_ahead(m_ssl.get(), 0); // what OpenSSL holds already is beyond the budget of a turn
    restartIdleTime();
    const QByteArray early = std::exchange(m_earlyData, {});
    m_evidence.negotiated->earlyBytes = static_cast<std::uint64_t>(early.size());
    m_evidence.bytesIn += m_evidence.negotiated->earlyBytes;
    m_observer.secured(*this);
    if (m_phase != Phase::Open || early.isEmpty())
        return;
    m_greeting = Clock::time_point::max();
    m_observer.received(*this, std::as_bytes(std::span(early.constData(), static_cast<std::size_t>(early.size()))));
}

void TlsSession::readApplicationData()
{
    std::array<std::byte, SSL3_RT_MAX_PLAIN_LENGTH>
        buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by SSL_read
    for (int record = 0; record < recordsPerTurn; ++record) {
        if (m_phase != Phase::Open || isReadingHeldBack())
            return;
        ERR_clear_error();
        std::size_t size = 0;
        const int result = SSL_read_ex(m_ssl.get(), buffer.data(), buffer.size(), &size);
        const int problem = result == 1 ? SSL_ERROR_NONE : SSL_get_error(m_ssl.get(), result);
        if (problem == SSL_ERROR_NONE || problem == SSL_ERROR_WANT_READ) {
            if (!sendUnsent())
                return;
        }
        if (problem == SSL_ERROR_NONE) {
            m_evidence.bytesIn += size;
            m_greeting = Clock::time_point::max();
            restartIdleTime();
            m_observer.received(*this, std::span(buffer).first(size));
            continue;
        }
        if (problem == SSL_ERROR_WANT_READ) {
            if (m_tcpEnd != TcpStream::Arrival::Nothing)
                endOfTcp();
            return;
        }
        if (problem == SSL_ERROR_ZERO_RETURN)
            return close();
        return failed(problem);
    }
    // More may wait inside OpenSSL, where no readyRead() would announce it.
    QMetaObject::invokeMethod(this, &TlsSession::pump, Qt::QueuedConnection);
}

void TlsSession::discardInput()
{
    std::array<std::byte, 4096> buffer; // NOLINT(cppcoreguidelines-pro-type-member-init): never read
    for (int turn = 0; turn < recordsPerTurn && m_tcpEnd == TcpStream::Arrival::Nothing; ++turn) {
        const TcpStream::ReadResult result = m_socket.take(buffer);
        if (result.arrival == TcpStream::Arrival::Nothing)
            return;
        if (result.arrival != TcpStream::Arrival::Data)
            m_tcpEnd = result.arrival;
    }
    const bool isPeerGone = m_tcpEnd == TcpStream::Arrival::Reset
                            || (m_tcpEnd == TcpStream::Arrival::Finished && m_socket.bytesToWrite() == 0);
    const bool isCutShort = m_tcpEnd == TcpStream::Arrival::Reset && m_socket.bytesToWrite() > 0;
    if (isPeerGone && m_phase == Phase::Closing)
        report(isCutShort ? Ending::Cause::PeerReset : Ending::Cause::CloseNotify);
    if (isPeerGone)
        finish();
}

void TlsSession::failed(int sslError)
{
    FailureReason why = takeFailureReason();
    m_evidence.reason = why.reason;
    m_evidence.detail = std::move(why.text);
    if (m_phase == Phase::Handshaking && !m_evidence.alertReceived)
        noteUnreadAlert();
    if (m_phase == Phase::Handshaking)
        m_evidence.clientCertificate = clientCertificateOf(*m_ssl);
    const bool isAlert = alertOfReason(m_evidence.reason)
                         || (m_evidence.alertReceived && m_evidence.alertReceived->level == SSL3_AL_FATAL);
    if (isAlert || (m_evidence.closeNotifyReceived && !m_evidence.wasSecured()))
        report(Ending::Cause::AlertReceived);
    else if (sslError == SSL_ERROR_SYSCALL && m_tcpEnd != TcpStream::Arrival::Nothing)
        return endOfTcp();
    else
        report(Ending::Cause::TlsFailure);
    linger(); // so that our alert is read before the socket goes away
}

void TlsSession::send(std::span<const std::byte> data)
{
    if (!isOpen() || data.empty())
        return;
    m_evidence.bytesOut += data.size();
    if (m_phase == Phase::Plain)
        writeBytes(data);
    else
        m_unsent.append(reinterpret_cast<const char *>(data.data()), static_cast<qsizetype>(data.size()));
    if (!sendUnsent())
        return;
    restartIdleTime();
    static_cast<void>(isReadingHeldBack());
}

/// A peer that does not read what it is sent, our answers to its TLS messages included, is not read from either.
bool TlsSession::isReadingHeldBack()
{
    if (!m_isReadingPaused && heldBytes() >= m_limits.maxHeldBytes) {
        m_isReadingPaused = true;
        awaitReading();
    }
    return m_isReadingPaused;
}

/// False when the session failed over it.
bool TlsSession::sendUnsent()
{
    qsizetype done = 0;
    while (done < m_unsent.size()) {
        ERR_clear_error();
        std::size_t written = 0;
        const int result = SSL_write_ex(m_ssl.get(), m_unsent.constData() + done,
                                        static_cast<std::size_t>(m_unsent.size() - done), &written);
        if (result != 1) {
            const int problem = SSL_get_error(m_ssl.get(), result);
            if (problem == SSL_ERROR_WANT_READ || problem == SSL_ERROR_WANT_WRITE)
                break;
            failed(problem);
            return false;
        }
        done += static_cast<qsizetype>(written);
    }
    if (done == m_unsent.size())
        m_unsent = QByteArray(); // gives the memory back
    else
        m_unsent.remove(0, done);
    return true;
}

void TlsSession::bytesLeft()
{
    if (isOpen() && heldBytes() <= m_limits.maxHeldBytes / 2)
        Q_EMIT roomForMore();
    if (isOpen() && m_isReadingPaused) {
        if (heldBytes() > m_limits.maxHeldBytes / 2)
            return awaitReading();
        m_isReadingPaused = false;
        restartIdleTime();
        QMetaObject::invokeMethod(this, &TlsSession::pump, Qt::QueuedConnection);
    }
    if (m_socket.bytesToWrite() > 0) {
        if (m_phase == Phase::Closing || m_phase == Phase::Lingering) // it reads, if slowly
            awaitReading();
        return;
    }
    if (m_phase == Phase::Closing) {
        report(Ending::Cause::CloseNotify);
        linger();
    } else if (m_phase == Phase::Lingering) {
        linger();
    }
}

} // namespace sealport
