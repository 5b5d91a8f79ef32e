#pragma once

#include "model/sockets/dialogue_run.h"
#include "model/sockets/responder.h"

#include <QTimer>

#include <memory>

namespace sealport {

/// Follows a dialogue with one client. Nothing waits in place: pauses, and rests after patterns that took long, are a
/// timer, and a client that does not read is waited for. The idle time-out of the server goes on meanwhile.
class DialogueResponder final : public Responder {
public:
    explicit DialogueResponder(std::shared_ptr<const Dialogue> dialogue);
    void secured(TlsSession &session) override;
    void received(TlsSession &session, std::span<const std::byte> data) override;
    void ended() override;

private:
    void goOn();
    /// False when nothing is to be done before something happens.
    bool act(const DialogueRun::Action &action);

    DialogueRun m_run;
    TlsSession *m_session = nullptr; ///< until it ends
    QTimer m_pause;                  ///< while it runs nothing is done
};

} // namespace sealport
