#pragma once

#include <QAbstractSocket>

#include <cstddef>
#include <memory>
#include <span>

namespace sealport {

class CapturedConnection;

/// A TCP socket of Qt without the read buffer of QTcpSocket, for two reasons: QTcpSocket takes the bytes off the socket
/// before anyone can look, and closes it at the first end of file, so that a reset, a FIN and a half-closed peer all
/// look the same. Here the owner reads when it wants to, and the socket stays open until the owner closes it. Lives in
/// a network thread.
class TcpStream final : public QAbstractSocket {
    Q_OBJECT
public:
    explicit TcpStream(QObject *parent = nullptr);
    ~TcpStream() override;

    enum class Arrival { Data, Nothing, Finished, Reset };
    struct ReadResult {
        Arrival arrival = Arrival::Nothing;
        std::size_t size = 0;
    };
    /// Takes what is there, at most buffer.size() octets; never waits.
    ReadResult take(std::span<std::byte> buffer);
    /// Asks for the next readyRead(); without it none comes, which is how a peer is slowed down.
    void rearm() { readData(nullptr, 0); }

    /// Sends what the system takes now and keeps the rest for later; false when the peer can no longer be written to.
    /// Reading stays possible after that: its last words may still be waiting.
    bool give(std::span<const std::byte> data);

    /// Says FIN; call it when bytesToWrite() is zero. Reading goes on.
    void finishWriting();
    /// Throws away what waits, in both directions, and tells the peer by RST. abort() must follow.
    void prepareReset();
    /// From now on `connection` gets everything that is read and written.
    void captureInto(std::unique_ptr<CapturedConnection> connection);
    /// See CapturedConnection::settle().
    void settleCapture();
    /// True when the peer has said FIN and everything before it has been taken.
    [[nodiscard]] bool isInputFinished() const;
    /// Octets that have arrived and have not been taken.
    [[nodiscard]] qint64 waiting() const;
    /// Octets given that the peer's TCP has not acknowledged yet, those that still wait here included: the best
    /// sign of a slow reader's progress. The system says that it takes more only when a third of its buffer is free.
    [[nodiscard]] qint64 unacknowledged() const;

private:
    std::unique_ptr<CapturedConnection> m_captured; ///< null: nobody wants it
    bool m_isReset = false; ///< a failed send has already taken the socket's error: the next read would look like a FIN
};

} // namespace sealport
