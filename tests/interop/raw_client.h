#pragma once

#include <QByteArray>
#include <QString>

#include <chrono>
#include <optional>

namespace sealport::test {

/// A TCP connection to a port of 127.0.0.1 that does exactly what it is told, and nothing by itself.
/// Every call blocks until it is done or its patience ends.
class RawClient {
public:
    explicit RawClient(quint16 port);
    ~RawClient();
    RawClient(const RawClient &) = delete;
    RawClient &operator=(const RawClient &) = delete;

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    /// This end, as the server's events name it.
    [[nodiscard]] QString name() const { return m_name; }

    /// False when the peer is gone or took nothing for `patience`.
    bool send(const QByteArray &octets, std::chrono::milliseconds patience = std::chrono::seconds(20));
    /// Each octet in a TCP segment of its own.
    bool sendOctetByOctet(const QByteArray &octets);
    /// What arrives next; empty at the end of the connection and after `patience`.
    QByteArray receive(std::chrono::milliseconds patience = std::chrono::seconds(20));
    /// Everything until the connection ends.
    QByteArray receiveAll();
    [[nodiscard]] bool hasEnded() const { return m_hasEnded; } ///< receive() met a FIN or RST
    [[nodiscard]] bool wasReset() const { return m_wasReset; }

    void finish(); ///< FIN, still reading
    void reset();  ///< RST
    void close();  ///< FIN; RST where something was left unread

private:
    [[nodiscard]] bool isReady(short events, std::chrono::milliseconds patience) const;

    int m_descriptor = -1;
    QString m_name;
    bool m_hasEnded = false;
    bool m_wasReset = false;
};

/// The alert of the first plaintext alert record of what a server sent, as long as the records before it are readable.
[[nodiscard]] std::optional<int> plainAlert(const QByteArray &octets);

} // namespace sealport::test
