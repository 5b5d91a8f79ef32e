#include "model/sockets/responder.h"

#include "model/sockets/dialogue_responder.h"
#include "model/sockets/file_responder.h"
#include "model/sockets/hand_responder.h"
#include "model/sockets/page_responder.h"
#include "model/sockets/protocol_dialogue.h"

#include <QTimer>

#include <utility>

namespace sealport {

namespace {

using namespace std::chrono_literals;

class EchoResponder final : public Responder {
public:
    void received(TlsSession &session, std::span<const std::byte> data) override { session.send(data); }
};

class DiscardResponder final : public Responder {
public:
    void received(TlsSession &, std::span<const std::byte>) override {}
};

/// The text for every message; a client that waits for the server to speak first gets it as a greeting.
class TextResponder final : public Responder {
public:
    explicit TextResponder(const QString &text)
        : m_text(text.toUtf8())
    {
    }
    void secured(TlsSession &session) override { session.greetAfter(300ms); }
    void received(TlsSession &session, std::span<const std::byte>) override { answer(session); }
    void stayedSilent(TlsSession &session) override { answer(session); }

private:
    void answer(TlsSession &session) const
    {
        session.send(std::as_bytes(std::span(m_text.constData(), static_cast<std::size_t>(m_text.size()))));
    }
    const QByteArray m_text;
};

/// STARTTLS goes on inside TLS. A client that asks much waits for its answers, in turns with the others, and those for
/// which there is no room wait for the client to read.
class ProtocolResponder final : public Responder {
public:
    explicit ProtocolResponder(PlainProtocol protocol)
        : m_dialogue(protocol)
    {
        m_nextTurn.setSingleShot(true);
        m_nextTurn.callOnTimeout([this] {
            goOn({});
            if (m_session)
                tellActed(*m_session);
        });
    }
    void secured(TlsSession &session) override
    {
        m_session = &session;
        QObject::connect(&session, &TlsSession::roomForMore, &m_nextTurn, [this] {
            if (m_isUnfinished)
                m_nextTurn.start();
        });
    }
    void received(TlsSession &, std::span<const std::byte> data) override { goOn(data); }
    void ended() override
    {
        m_session = nullptr;
        m_nextTurn.stop();
    }

private:
    void goOn(std::span<const std::byte> data)
    {
        constexpr int repliesPerTurn = 4;
        for (int replies = 0; m_session && replies < repliesPerTurn; ++replies) {
            const auto [reply, closes, isUnfinished] = m_dialogue.feed(std::exchange(data, {}));
            m_isUnfinished = isUnfinished;
            m_session->send(std::as_bytes(std::span(reply.constData(), static_cast<std::size_t>(reply.size()))));
            if (closes && m_session)
                m_session->close();
            if (!isUnfinished || !m_session || !m_session->canTakeMore()) // roomForMore() comes
                return;
        }
        m_nextTurn.start();
    }

    ProtocolDialogue m_dialogue;
    TlsSession *m_session = nullptr; ///< until it ends
    QTimer m_nextTurn;
    bool m_isUnfinished = false;
};

} // namespace

std::unique_ptr<Responder> makeResponder(const ReplySpec &reply, ReplyMeans means)
{
    switch (reply.mode) {
    case ReplyMode::Echo:
        return std::make_unique<EchoResponder>();
    case ReplyMode::Discard:
        return std::make_unique<DiscardResponder>();
    case ReplyMode::Text:
        return std::make_unique<TextResponder>(reply.text);
    case ReplyMode::Http:
        return std::make_unique<PageResponder>();
    case ReplyMode::File:
        return std::make_unique<FileResponder>(reply.path);
    case ReplyMode::Dialogue:
        return std::make_unique<DialogueResponder>(std::move(means.dialogue));
    case ReplyMode::ByHand:
        return std::make_unique<HandResponder>(std::move(means.tellExchanged), means.handBudget);
    case ReplyMode::Protocol:
        return std::make_unique<ProtocolResponder>(means.protocol);
    }
    Q_UNREACHABLE();
}

} // namespace sealport
