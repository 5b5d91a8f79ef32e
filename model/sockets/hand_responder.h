#pragma once

#include "model/sockets/hand_budget.h"
#include "model/sockets/hand_messages.h"
#include "model/sockets/responder.h"

#include <functional>

namespace sealport {

/// Says nothing by itself: tells what the client sends, and sends what the user writes.
class HandResponder final : public Responder {
public:
    /// `budget` bounds what is told of a client; both null: nobody is told.
    HandResponder(std::function<void(DataExchanged)> tell, HandBudget *budget)
        : m_tell(std::move(tell))
        , m_budget(budget)
    {
    }
    void secured(TlsSession &session) override;
    void received(TlsSession &session, std::span<const std::byte> data) override;
    void write(TlsSession &session, QByteArray octets) override;
    void ended() override;

private:
    void tell(DataExchanged::From from, QByteArray octets);

    const std::function<void(DataExchanged)> m_tell;
    HandBudget *const m_budget;
    ConnectionId m_id;
    std::uint64_t m_cut = 0; ///< not told yet
};

} // namespace sealport
