#pragma once

#include "model/tls/client_hello.h"
#include "model/tls/opening.h"

#include <QByteArray>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace sealport {

/// Why a dialogue was broken off before TLS.
enum class DialogueFault : std::uint8_t {
    None,
    BeganWithTls,      ///< TLS where plain words are expected: a client of "implicit TLS"
    TlsUnasked,        ///< TLS after some words, but without asking for it
    ForeignProtocol,   ///< another protocol, or none that we know, from the beginning
    Malformed,         ///< the right protocol, but nothing that can be read
    DataBehindRequest, ///< more octets came with the request for TLS: somebody may have put them there (CVE-2011-0411)
    MessageTooLong,
    TooManyMessages,
    LoginInPlain, ///< the client wants to begin its session without TLS
    OnlyCancels,  ///< PostgreSQL: a query of another connection, which is asked for without TLS
};

/// True for TLS that the client had not asked for: its ClientHello is in the collector.
[[nodiscard]] constexpr bool isTlsBeforeRequest(DialogueFault fault)
{
    return fault == DialogueFault::BeganWithTls || fault == DialogueFault::TlsUnasked;
}

/// What is worth keeping of a dialogue. Never the arguments of a command: they may be passwords.
struct DialogueFacts {
    DialogueFault fault = DialogueFault::None;
    QByteArray lastCommand{};  ///< its name as the protocol writes it, goodbye left out; empty when none was recognised
    bool saidGoodbye = false;  ///< QUIT, LOGOUT, unbind
    std::uint64_t measure = 0; ///< DataBehindRequest: how many octets; MessageTooLong, TooManyMessages: the limit

    friend bool operator==(const DialogueFacts &, const DialogueFacts &) = default;
};

/// The server's side of a plain protocol up to the moment where the client asks for TLS: enough of it for the clients
/// that there are, and nothing that would do anything. Knows no sockets; the caller carries octets. What is kept of a
/// hostile client is at most one message, or its ClientHello: the dialogue with a client that begins with TLS on its
/// own goes on until that is complete, because it says who the client is. Not thread-safe.
class StartTlsDialogue {
public:
    static constexpr qsizetype longestMessage = 8192; ///< octets, of a line or a packet
    static constexpr int mostMessages = 50;           ///< clients that mean it need five

    /// What the caller does next.
    struct Step {
        QByteArray reply{};       ///< to be sent
        bool startsTls = false;   ///< after the reply TLS begins, with the first octet that was not consumed
        bool closes = false;      ///< after the reply the connection ends; facts() says why
        std::size_t consumed = 0; ///< all, unless TLS begins or it is over
    };

    virtual ~StartTlsDialogue() = default;
    /// What this side says before it has heard anything; empty where the client speaks first.
    [[nodiscard]] virtual QByteArray greeting() const = 0;
    /// Takes the next octets of the client. Once TLS begins or the connection ends nothing is taken any more.
    [[nodiscard]] Step feed(std::span<const std::byte> bytes);
    /// For a step that starts TLS, before its reply is sent: takes the yes back where `octets` have already come behind
    /// the request, which feed() has not seen.
    void refuseSurplus(Step &step, std::uint64_t octets);

    [[nodiscard]] const DialogueFacts &facts() const { return m_facts; }
    /// What the client's first octets are; holds the ClientHello of one that began with TLS, early or late.
    [[nodiscard]] const HelloCollector &opening() const { return m_opening; }
    /// The first octets where they say what the client is; empty wherever they may hold a password. At most 64.
    [[nodiscard]] QByteArray octetsToShow() const;

protected:
    /// Where the first message ends.
    struct Frame {
        qsizetype size = 0; ///< 0: it is not complete
        DialogueFault fault = DialogueFault::None;
    };
    struct Answer {
        enum class Next : std::uint8_t { GoOn, StartTls, Close };
        QByteArray reply{};
        Next next = Next::GoOn;
        DialogueFault fault = DialogueFault::None; ///< breaks the dialogue off, with the protocol's own refusal
    };
    [[nodiscard]] virtual bool mayBeginWith(std::uint8_t octet) const = 0;
    /// True where TLS is welcome without being asked for.
    [[nodiscard]] virtual bool takesTlsAtOnce() const { return false; }
    [[nodiscard]] virtual Frame frameIn(const QByteArray &pending) const = 0;
    [[nodiscard]] virtual Answer answerTo(const QByteArray &message) = 0;
    /// What is said to a client whose dialogue is broken off.
    [[nodiscard]] virtual QByteArray refusal(DialogueFault fault) const = 0;

    void noteCommand(const QByteArray &name) { m_facts.lastCommand = name; }
    Answer goodbye(const QByteArray &reply);

private:
    enum class First { Undecided, Expected, Foreign, Tls, TlsAtOnce };
    First judgeFirst(std::span<const std::byte> bytes);
    void takeMessages(Step &step);
    [[nodiscard]] bool mayBeTlsUnasked() const;
    void awaitHello(Step &step, DialogueFault fault);
    void breakOff(Step &step, DialogueFault fault);

    HelloCollector m_opening;
    DialogueFacts m_facts;
    QByteArray m_pending; ///< the beginning of a message
    qsizetype m_yesSize = 0;
    int m_messages = 0;
    bool m_isOver = false;
};

[[nodiscard]] std::unique_ptr<StartTlsDialogue> makeStartTlsDialogue(PlainProtocol protocol);

/// What a client is told in place of the greeting where there are too many already; empty where it speaks first.
[[nodiscard]] QByteArray refusalForLackOfRoom(PlainProtocol protocol);

} // namespace sealport
