#pragma once

#include "model/sockets/dialogue.h"
#include "model/sockets/hand_budget.h"
#include "model/sockets/hand_messages.h"
#include "model/sockets/reply_spec.h"
#include "model/tls/session.h"

#include <functional>
#include <memory>
#include <span>
#include <utility>

namespace sealport {

/// What a server says to one connection. Lives in the network thread, one for each connection.
class Responder {
public:
    virtual ~Responder() = default;
    /// The connection is open for data; also where it stays plain.
    virtual void secured(TlsSession &session) { static_cast<void>(session); }
    virtual void received(TlsSession &session, std::span<const std::byte> data) = 0;
    virtual void stayedSilent(TlsSession &session) { static_cast<void>(session); }
    /// The user wrote this for the client; only a reply by hand takes it.
    virtual void write(TlsSession &session, QByteArray octets)
    {
        static_cast<void>(session);
        static_cast<void>(octets);
    }
    /// The session is over and may soon be gone, or becomes TLS; nothing else is called after that. Timers must stop.
    virtual void ended() {}

    /// `acted` is called after the responder did something that nobody had asked it for in the same turn: its session's
    /// counters are different then.
    void callAfterActing(std::function<void(const TlsSession &)> acted) { m_acted = std::move(acted); }

protected:
    void tellActed(const TlsSession &session) const
    {
        if (m_acted)
            m_acted(session);
    }

private:
    std::function<void(const TlsSession &)> m_acted;
};

/// What some replies need.
struct ReplyMeans {
    std::shared_ptr<const Dialogue> dialogue{};         ///< prepareReply()
    std::function<void(DataExchanged)> tellExchanged{}; ///< by hand
    HandBudget *handBudget = nullptr;                   ///< by hand; outlives the responder
    PlainProtocol protocol{};                           ///< of STARTTLS
};
[[nodiscard]] std::unique_ptr<Responder> makeResponder(const ReplySpec &reply, ReplyMeans means);

} // namespace sealport
