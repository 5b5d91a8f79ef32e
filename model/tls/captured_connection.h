#pragma once

#include "model/tls/capture.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace sealport {

/// A connection as a capture shows it: what its socket really read and wrote, in order, with the beginning and the end
/// that TCP has. Lives with its socket, in a network thread.
class CapturedConnection {
public:
    CapturedConnection(std::shared_ptr<Capture> capture, CapturedEnds ends);
    /// Closes it from our side, unless either side has ended it.
    ~CapturedConnection();
    CapturedConnection(const CapturedConnection &) = delete;
    CapturedConnection &operator=(const CapturedConnection &) = delete;

    void received(std::span<const std::byte> data);
    void sent(std::span<const std::byte> data);
    void peerFinished(); ///< its FIN; more of them do not count
    void peerReset();
    void finished(); ///< our FIN
    void reset();    ///< our RST
    /// Hands over what was received; before that it waits for secrets that come of it. Sending does the same.
    void settle();

private:
    void add(bool isFromClient, std::uint8_t flags, QByteArray data, std::int64_t time);

    const std::shared_ptr<Capture> m_capture;
    const std::shared_ptr<const CapturedEnds> m_ends;
    QByteArray m_arrived; ///< received, not handed over yet
    std::int64_t m_arrivedAt = 0;
    std::uint64_t m_clientPosition = 0; ///< of what it sends next; after its SYN 1
    std::uint64_t m_serverPosition = 0;
    bool m_hasPeerFinished = false;
    bool m_hasFinished = false;
    bool m_isReset = false;
};

} // namespace sealport
