#include "model/sockets/dialogue_responder.h"

#include <algorithm>

namespace sealport {

namespace {

using namespace std::chrono_literals;

constexpr int stepsPerTurn = 64; ///< then other connections get their turn
constexpr auto longForOneTurn = 2ms;
constexpr int restFactor = 10; ///< of what a long turn took, so that one connection takes a tenth of the thread at most
constexpr auto longestRest = 5s;

} // namespace

DialogueResponder::DialogueResponder(std::shared_ptr<const Dialogue> dialogue)
    : m_run(std::move(dialogue))
{
    m_pause.setSingleShot(true);
    m_pause.callOnTimeout([this] {
        goOn();
        if (m_session)
            tellActed(*m_session);
    });
}

void DialogueResponder::secured(TlsSession &session)
{
    m_session = &session;
    QObject::connect(&session, &TlsSession::roomForMore, &m_pause, [this] {
        if (!m_pause.isActive())
            m_pause.start(0ms);
    });
    goOn();
}

void DialogueResponder::received(TlsSession &, std::span<const std::byte> data)
{
    m_run.receive(data);
    if (!m_pause.isActive())
        goOn();
}

void DialogueResponder::ended()
{
    m_session = nullptr;
    m_pause.stop();
}

void DialogueResponder::goOn()
{
    bool goesOn = true;
    TlsSession::Clock::duration spent{};
    for (int step = 0; goesOn && step < stepsPerTurn && spent < longForOneTurn; ++step) {
        if (!m_session || !m_session->canTakeMore()) // roomForMore() comes
            return;
        const auto before = TlsSession::Clock::now();
        const DialogueRun::Action action = m_run.next();
        spent += TlsSession::Clock::now() - before;
        goesOn = act(action);
    }
    if (!m_session || m_pause.isActive())
        return;
    if (spent >= longForOneTurn)
        m_pause.start(std::min<std::chrono::milliseconds>(
            std::chrono::duration_cast<std::chrono::milliseconds>(spent * restFactor), longestRest));
    else if (goesOn)
        m_pause.start(0ms);
}

bool DialogueResponder::act(const DialogueRun::Action &action)
{
    if (std::holds_alternative<DialogueRun::GoOn>(action))
        return true;
    if (const auto *send = std::get_if<SendOctets>(&action)) {
        m_session->send(
            std::as_bytes(std::span(send->octets.constData(), static_cast<std::size_t>(send->octets.size()))));
        return true;
    }
    if (const auto *pause = std::get_if<PauseFor>(&action))
        m_pause.start(pause->time);
    else if (std::holds_alternative<CloseConnection>(action))
        m_session->close();
    else if (std::holds_alternative<ResetConnection>(action))
        m_session->reset();
    else if (const auto *costly = std::get_if<DialogueRun::TooCostly>(&action))
        m_session->fail(Ending::Cause::DialogueStuck, QStringLiteral("the pattern takes too long to look for"),
                        static_cast<std::uint64_t>(costly->line));
    return false;
}

} // namespace sealport
