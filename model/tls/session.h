#pragma once

#include "model/base/strong_id.h"
#include "model/tls/ending.h"
#include "model/tls/endpoint.h"
#include "model/tls/server_context.h"
#include "model/tls/server_limits.h"
#include "model/tls/session_bio.h"
#include "model/tls/tcp_stream.h"

#include <QObject>

#include <array>
#include <chrono>
#include <memory>
#include <span>

namespace sealport {

class Capture;
class TlsSession;

/// Hears what happens to sessions, in the network thread, synchronously. It may call send(), close() and secure() from
/// inside.
class SessionObserver {
public:
    virtual ~SessionObserver() = default;
    /// TLS does not come at once: evidence().part says whether the client is in a dialogue, or data flows.
    virtual void openedPlain(TlsSession &session) = 0;
    /// After plain text: TLS was asked for, by the client or by secure(), or has come where it may.
    virtual void tlsBegins(TlsSession &session) { static_cast<void>(session); }
    virtual void helloSeen(TlsSession &session) = 0; ///< evidence().hello is complete, wherever it came
    virtual void secured(TlsSession &session) = 0;   ///< evidence().negotiated is set
    virtual void received(TlsSession &session, std::span<const std::byte> data) = 0;
    virtual void
    stayedSilent(TlsSession &session) = 0;       ///< nothing was received within the time asked for by greetAfter()
    virtual void ended(TlsSession &session) = 0; ///< once for each session; evidence() is complete
};

/// One accepted connection: an OpenSSL SSL over a TCP socket of Qt, from accept to the last octet; before it, or
/// without it, plain TCP. Lives in the network thread of its server, which owns it.
class TlsSession final : public QObject, private ByteTransport {
    Q_OBJECT
public:
    using Clock = std::chrono::steady_clock;

    /// `ssl`: null unless TLS comes at once. `context`: null where it never comes.
    TlsSession(ConnectionId id, std::shared_ptr<const ServerContext> context, SslPtr ssl, const ServerLimits &limits,
               const Opening &opening, SessionObserver &observer);
    ~TlsSession() override;

    /// Takes the descriptor over. False when Qt refuses it.
    bool open(qintptr descriptor, const Endpoint &peer);
    /// After open(), before begin(): everything that passes goes into it.
    void captureInto(std::shared_ptr<Capture> capture);
    /// The first word, where it is ours; after open(), once the observer knows of the connection.
    void begin();

    [[nodiscard]] ConnectionId id() const { return m_id; }
    [[nodiscard]] const Endpoint &peer() const { return m_peer; }
    [[nodiscard]] const Ending &evidence() const { return m_evidence; }
    /// Of a session that may become TLS.
    [[nodiscard]] const ServerContext &context() const { return *m_context; }
    [[nodiscard]] bool hasEnded() const { return m_phase >= Phase::Lingering; }

    /// Application data; everything is taken. A peer that does not read stops being read from at
    /// ServerLimits::maxHeldBytes.
    void send(std::span<const std::byte> data);
    /// False while the peer is slow to read: what is sent now only waits in memory.
    [[nodiscard]] bool canTakeMore() const { return heldBytes() < m_limits.maxHeldBytes; }
    /// close_notify after everything sent, then FIN, then a short wait for the peer's FIN.
    void close();
    /// TCP reset, without close_notify: what a crashed program would do. Ending::Cause::ResetByServer.
    void reset();
    /// Ends because our side cannot go on; `detail` and `limit` become those of evidence().
    void fail(Ending::Cause cause, const QString &detail, std::uint64_t limit);
    /// The user's wish for TLS, with a handshake time-out of its own. False where the connection is not open and plain,
    /// or never becomes TLS by it.
    bool secure();
    /// Asks for one stayedSilent() if nothing is received until then; milliseconds from now.
    void greetAfter(std::chrono::milliseconds delay);
    /// Ends at once for a reason of ours; a secured peer still gets close_notify.
    void end(Ending::Cause cause);

    /// When something must be done without the peer's help; max() when never.
    [[nodiscard]] Clock::time_point deadline() const;
    void deadlineReached(Clock::time_point now);

Q_SIGNALS:
    void deadlineChanged(); ///< an earlier one than before
    void roomForMore();     ///< much of what was held for a slow peer has left: canTakeMore()
    void finished();        ///< the socket is closed: delete me, though not from inside this signal

private:
    static constexpr int recordsPerTurn = 16;    ///< or reads of plain data; then other connections get their turn
    enum class Watch { Beginning, Data, Hello }; ///< what plain data is, or looks like
    enum class Phase { Dialogue, Plain, Handshaking, Open, Closing, Lingering, Finished };

    // ByteTransport: what OpenSSL reads and writes
    Got readBytes(std::span<std::byte> buffer, std::size_t &size) override;
    void writeBytes(std::span<const std::byte> data) override;

    void sendOutgoing();
    void writingFailed();
    void pump();
    void attach(SslPtr ssl);
    void readDialogue();
    void endDialogue();
    [[nodiscard]] QByteArray octetsToShow() const;
    void readPlain();
    [[nodiscard]] bool isHeldForTls(std::span<const std::byte> bytes);
    void noteEarlyHello();
    void takePlain(std::span<const std::byte> bytes);
    void releaseHeldBack();
    void beginTls(std::span<const std::byte> first);
    void takeForTls(std::span<const std::byte> bytes);
    [[nodiscard]] bool isOpen() const { return m_phase == Phase::Open || m_phase == Phase::Plain; }
    int advanceHandshake();
    void continueHandshake();
    void handshakeDone();
    void readApplicationData();
    void discardInput();
    void failed(int sslError);
    void noteLastOctets(std::span<const std::byte> received);
    void noteUnreadAlert();
    void bytesLeft();
    bool sendUnsent();
    void sendCloseNotify();
    void endOfTcp();
    void report(Ending::Cause cause);
    void linger();
    void finish();
    [[nodiscard]] bool isReadingHeldBack();
    void setDeadline(Clock::time_point deadline);
    void awaitReading();
    [[nodiscard]] qint64 unread() const { return m_socket.unacknowledged() + m_outgoing.size(); }
    [[nodiscard]] bool hasPeerRead() const;
    void restartIdleTime();
    [[nodiscard]] double age() const; ///< milliseconds since accept
    [[nodiscard]] double handshakeAge() const;
    void noteMessage(bool outgoing, int contentType, std::span<const unsigned char> message);
    [[nodiscard]] std::int64_t heldBytes() const { return m_socket.bytesToWrite() + m_unsent.size(); }

    const ConnectionId m_id;
    const std::shared_ptr<const ServerContext> m_context;
    const ServerLimits m_limits; ///< a copy: the server may take over others meanwhile
    SessionObserver &m_observer;
    SslPtr m_ssl;
    TcpStream m_socket;
    Endpoint m_peer;
    std::unique_ptr<StartTlsDialogue> m_dialogue; ///< until TLS begins
    HelloCollector m_collector;
    Ending m_evidence;
    QByteArray m_lastOctets; ///< received during the handshake, as many as a plain alert has
    QByteArray m_heldBack;   ///< received, and not yet known to be TLS; or TLS that came before we wanted it
    QByteArray m_earlyData;  ///< for the observer, once the handshake is done; at most ServerLimits::maxHeldBytes
    QByteArray m_outgoing;   ///< records of this turn: they leave together, which spares the system a packet each
    QByteArray m_unsent;     ///< application data that OpenSSL could not take yet
    const Clock::time_point m_acceptedAt = Clock::now();
    Clock::time_point m_tlsBeganAt = m_acceptedAt;
    Clock::time_point m_deadline = Clock::time_point::max();
    Clock::time_point m_latestEnd = Clock::time_point::max(); ///< of the socket, once the end has been reported
    Clock::time_point m_greeting = Clock::time_point::max();
    Phase m_phase = Phase::Handshaking;
    Watch m_watch = Watch::Beginning;
    TcpStream::Arrival m_tcpEnd = TcpStream::Arrival::Nothing; ///< Finished or Reset once seen
    std::uint64_t m_wireBytesAtCertificate = 0;
    qint64 m_unreadBefore = 0;                                         ///< unread() when the peer was last seen reading
    std::size_t m_turnBudget = 0;                                      ///< octets that may still be taken in this turn
    std::array<unsigned char, SSL3_RT_HEADER_LENGTH> m_recordHeader{}; ///< of the newest record received
    int m_turnRecords = 0;                                             ///< records begun in this turn
    std::uint16_t m_signature = 0;
    bool m_hadLeftAtCertificate = false; ///< the peer had said FIN before our Certificate was sent
    bool m_mayHaveEarlyData = false;     ///< SSL_read_early_data() comes before SSL_accept()
    bool m_isPumping = false;
    bool m_isReadingPaused = false;
    bool m_isHelloReported = false;
};

} // namespace sealport
