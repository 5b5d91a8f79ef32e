#include "model/tls/session.h"

#include "model/tls/client_certificate_check.h"
#include "model/tls/handshake_evidence.h"

#include <openssl/err.h>
#include <openssl/sslerr.h>

#include <QScopeGuard>

#include <algorithm>
#include <array>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr int recordsPerTurn = 16; ///< then other connections get their turn
constexpr std::size_t octetsPerTurn = 256 << 10;
constexpr qsizetype mostOutgoing = 32 << 10;
constexpr std::uint8_t closeNotify = 0;
constexpr std::size_t plainAlertSize = 7; ///< a record's header, level and code
constexpr std::uint8_t fatalLevel = 2;

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
                       const ServerLimits &limits, SessionObserver &observer)
    : m_id(id)
    , m_context(std::move(context))
    , m_limits(limits)
    , m_observer(observer)
    , m_ssl(std::move(ssl))
{
    BIO *bio = makeTransportBio(*this).release();
    SSL_set_bio(m_ssl.get(), bio, bio);
    SSL_set_msg_callback(m_ssl.get(),
                         [](int outgoing, int, int type, const void *data, size_t size, SSL *, void *self) {
                             static_cast<TlsSession *>(self)->noteMessage(
                                 outgoing != 0, type, {static_cast<const unsigned char *>(data), size});
                         });
    SSL_set_msg_callback_arg(m_ssl.get(), this);
    if (limits.handshakeTimeout > 0ms)
        m_deadline = m_acceptedAt + limits.handshakeTimeout;
    connect(&m_socket, &TcpStream::readyRead, this, &TlsSession::pump);
    connect(&m_socket, &TcpStream::bytesWritten, this, &TlsSession::bytesLeft);
    connect(&m_socket, &TcpStream::errorOccurred, this, &TlsSession::writingFailed, Qt::QueuedConnection);
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

void TlsSession::noteLastOctets(std::span<const std::byte> received)
{
    const auto kept = received.last(std::min(received.size(), plainAlertSize));
    m_lastOctets.append(reinterpret_cast<const char *>(kept.data()), static_cast<qsizetype>(kept.size()));
    m_lastOctets = m_lastOctets.right(static_cast<qsizetype>(plainAlertSize));
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
    if (m_phase == Phase::Handshaking)
        continueHandshake();
    if (m_phase == Phase::Open)
        readApplicationData();
    if (m_phase == Phase::Closing || m_phase == Phase::Lingering)
        discardInput();
    sendOutgoing();
    if (m_phase != Phase::Finished && m_tcpEnd == TcpStream::Arrival::Nothing && !m_isReadingPaused)
        m_socket.rearm();
}

void TlsSession::continueHandshake()
{
    ERR_clear_error();
    const int result = SSL_accept(m_ssl.get());
    const int problem = result == 1 ? SSL_ERROR_NONE : SSL_get_error(m_ssl.get(), result);
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
    m_evidence.negotiated->handshakeMs = age();
    m_evidence.clientCertificate = clientCertificateOf(*m_ssl);
    m_phase = Phase::Open;
    m_lastOctets = QByteArray();
    SSL_set_read_ahead(m_ssl.get(), 0); // what OpenSSL holds already is beyond the budget of a turn
    restartIdleTime();
    m_observer.secured(*this);
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
    const bool isAlert =
        alertOfReason(m_evidence.reason) || (m_evidence.alertReceived && m_evidence.alertReceived->level == fatalLevel);
    if (isAlert || (m_evidence.closeNotifyReceived && !m_evidence.wasSecured()))
        report(Ending::Cause::AlertReceived);
    else if (sslError == SSL_ERROR_SYSCALL && m_tcpEnd != TcpStream::Arrival::Nothing)
        return endOfTcp();
    else
        report(Ending::Cause::TlsFailure);
    linger(); // so that our alert is read before the socket goes away
}

/// OpenSSL does not look into an alert that comes before the ClientHello, or in a record of another version than the
/// one that it chose; it is the peer's last word all the same.
void TlsSession::noteUnreadAlert()
{
    const QByteArrayView header(m_recordHeader);
    const bool isAlert = m_recordHeader[0] == SSL3_RT_ALERT && m_recordHeader[1] == SSL3_VERSION_MAJOR
                         && m_recordHeader[3] == 0 && m_recordHeader[4] == 2;
    if (!isAlert || m_lastOctets.size() != qsizetype{plainAlertSize} || !m_lastOctets.startsWith(header))
        return;
    const std::array<unsigned char, 2> alert{static_cast<unsigned char>(m_lastOctets.at(5)),
                                             static_cast<unsigned char>(m_lastOctets.at(6))};
    if (alert[0] < 1 || alert[0] > fatalLevel)
        return;
    noteMessage(false, SSL3_RT_ALERT, alert);
}

void TlsSession::send(std::span<const std::byte> data)
{
    if (m_phase != Phase::Open || data.empty())
        return;
    m_evidence.bytesOut += data.size();
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
    if (m_phase == Phase::Open && m_isReadingPaused) {
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

void TlsSession::noteMessage(bool outgoing, int contentType, std::span<const unsigned char> message)
{
    constexpr unsigned char certificate = 11;
    if (contentType == SSL3_RT_HEADER && !outgoing) {
        std::ranges::copy(message.first(std::min(message.size(), m_recordHeader.size())), m_recordHeader.begin());
        // Also those without data, which SSL_read() takes by itself: refused renegotiations, KeyUpdates.
        if (++m_turnRecords > recordsPerTurn)
            m_turnBudget = 0;
    }
    if (contentType == SSL3_RT_ALERT && message.size() >= 2) {
        const Alert alert{.level = message[0], .code = message[1]};
        if (alert.code == closeNotify)
            (outgoing ? m_evidence.closeNotifySent : m_evidence.closeNotifyReceived) = true;
        if (alert.code == closeNotify && (outgoing || m_evidence.wasSecured()))
            return;
        if (!outgoing)
            m_evidence.alertReceived = alert;
        else if (alert.level == fatalLevel)
            m_evidence.alertSent = alert;
    } else if (contentType == SSL3_RT_HANDSHAKE && outgoing && !message.empty()) {
        if (message[0] == certificate) {
            m_evidence.certificateSent = true;
            m_wireBytesAtCertificate = m_evidence.wireBytesIn;
            m_hadLeftAtCertificate = m_socket.isInputFinished();
        } else if (const std::uint16_t scheme = signatureSchemeIn(message, SSL_version(m_ssl.get()))) {
            m_signature = scheme;
        }
    }
}

} // namespace sealport
