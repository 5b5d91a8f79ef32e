#pragma once

#include "model/tls/client_hello.h"
#include "model/tls/opening.h"
#include "model/tls/protocol.h"
#include "model/tls/starttls.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace sealport {

/// A TLS alert that was seen (RFC 8446 section 6).
struct Alert {
    std::uint8_t level = 0; ///< 1 warning, 2 fatal
    std::uint8_t code = 0;

    friend bool operator==(const Alert &, const Alert &) = default;
};

/// What became of data that a client sends before the handshake is done (RFC 8446 section 2.3).
enum class EarlyData : std::uint8_t { NotOffered, Accepted, Rejected };

/// What a finished handshake agreed on.
struct Negotiated {
    Protocol protocol{};
    std::uint16_t cipherSuite = 0;
    std::uint16_t group = 0;     ///< 0: no (EC)DHE group
    std::uint16_t signature = 0; ///< scheme of the server's signature; 0: none or unknown
    bool resumed = false;
    EarlyData earlyData = EarlyData::NotOffered;
    std::uint64_t earlyBytes = 0; ///< of accepted early data
    QByteArray alpn;              ///< selected; empty when none
    QByteArray certificate;       ///< SHA-256 of the one that was presented, also where a session was resumed
    double handshakeMs = 0;       ///< from accept, or from where plain text ended, to secured

    friend bool operator==(const Negotiated &, const Negotiated &) = default;
};

/// What a client showed when it was asked for a certificate.
struct ClientCertificate {
    std::vector<QByteArray> chain; ///< DER, the client's own first
    int verifyResult = 0;          ///< X509_V_OK, or why it is not believed (X509_verify_cert_error_string)

    friend bool operator==(const ClientCertificate &, const ClientCertificate &) = default;
};

/// How a connection ended, as raw evidence; model/diagnosis makes a verdict of it.
struct Ending {
    enum class Cause {
        CloseNotify,   ///< one side said close_notify (without TLS: we closed), and nothing broke before
        PeerClosed,    ///< the TCP connection ended without close_notify
        PeerReset,     ///< the peer reset the TCP connection
        AlertReceived, ///< the peer sent a fatal alert, or a close_notify before the handshake was done
        TlsFailure,    ///< OpenSSL refused what the peer sent; `reason` says why
        NotTls,        ///< the first bytes are no TLS; `firstBytes` says what
        DialogueOver,  ///< the dialogue before TLS came to its end; `dialogue` says why
        HandshakeTimeout,
        ConnectionLimit,  ///< more connections than the server allows
        UnreadLimit,      ///< the peer does not read what it is sent
        OutOfDescriptors, ///< this process may open no more files
        ClosedByUser,     ///< Disconnect
        ServerStopped,
        DeniedByUser,        ///< before anything was read from it
        NotAdmitted,         ///< nobody let it in within the time for a handshake
        LeftBeforeAdmission, ///< the peer closed or reset while it waited to be let in
        ResetByServer,       ///< on purpose, as a dialogue wanted it
        DialogueStuck,       ///< the dialogue cannot go on; `limit` is the line of its script
        Fault,               ///< our own side failed; `reason`, `detail`
    };
    /// Which part of a connection was its last.
    enum class Part : std::uint8_t {
        Tls,      ///< from the first octet that should be TLS; also where there was no connection to speak of
        Dialogue, ///< the plain words before STARTTLS
        Plain,    ///< data without TLS
    };
    Cause cause = Cause::PeerClosed;
    Opening opening{};
    Part part = Part::Tls;
    DialogueFacts dialogue{}; ///< of StartTls; without a dialogue its `fault` may say that the client began with TLS
    bool closeNotifySent = false;
    bool closeNotifyReceived = false;
    bool idleTimeout = false;           ///< we closed because nothing was said for too long
    bool stoppedByServer = false;       ///< we closed because the server was stopped
    std::optional<Alert> alertSent;     ///< the last fatal one
    std::optional<Alert> alertReceived; ///< the last one other than close_notify; close_notify during a handshake
    int reason = 0;                     ///< OpenSSL reason code (ERR_GET_REASON), 0 when none
    QString detail;                     ///< OpenSSL's or the system's untranslated text, one line
    FirstBytes firstBytes = FirstBytes::Undecided;
    QByteArray firstOctets;        ///< at most 64
    QByteArray hello;              ///< helloMessage() of the collector
    bool certificateSent = false;  ///< our Certificate message was written
    bool certificateRead = false;  ///< the peer's TCP acknowledged it, and the peer sent nothing since
    std::uint64_t wireBytesIn = 0; ///< in the last part
    std::optional<ClientCertificate> clientCertificate; ///< none: none was asked for, or none was sent
    std::optional<Negotiated> negotiated;               ///< set when the handshake finished
    std::uint64_t bytesIn = 0;                          ///< application data
    std::uint64_t bytesOut = 0;                         ///< application data
    std::uint64_t unread = 0;                           ///< octets that the peer had not let us send when we closed
    double durationMs = 0;                              ///< from accept to secured, then to the end
    std::uint64_t limit = 0; ///< the limit that was met: connections, bytes, or milliseconds of a time-out

    [[nodiscard]] bool wasSecured() const { return negotiated.has_value(); }
    /// True when the client got what the server gives: a session, or a plain connection where it may stay plain
    /// and did not begin with TLS.
    [[nodiscard]] bool wasServed() const
    {
        return wasSecured() || (part == Part::Plain && dialogue.fault != DialogueFault::BeganWithTls);
    }
    friend bool operator==(const Ending &, const Ending &) = default;
};

} // namespace sealport
