// What a TlsSession writes down of the messages that pass.

#include "model/tls/handshake_evidence.h"
#include "model/tls/session.h"

#include <algorithm>

namespace sealport {

namespace {

constexpr std::uint8_t closeNotify = 0;
constexpr std::size_t plainAlertSize = 7; ///< a record's header, level and code

} // namespace

void TlsSession::noteLastOctets(std::span<const std::byte> received)
{
    const auto kept = received.last(std::min(received.size(), plainAlertSize));
    m_lastOctets.append(reinterpret_cast<const char *>(kept.data()), static_cast<qsizetype>(kept.size()));
    m_lastOctets = m_lastOctets.right(static_cast<qsizetype>(plainAlertSize));
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
    if (alert[0] < 1 || alert[0] > SSL3_AL_FATAL)
        return;
    noteMessage(false, SSL3_RT_ALERT, alert);
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
        else if (alert.level == SSL3_AL_FATAL)
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
