#include "model/tls/starttls.h"

#include "model/tls/starttls_dialogues.h"

namespace sealport {

namespace {

constexpr std::uint8_t handshakeRecord = 22;

bool isText(std::uint8_t octet)
{
    return octet >= 0x20 && octet < 0x7f;
}

} // namespace

StartTlsDialogue::First StartTlsDialogue::judgeFirst(std::span<const std::byte> bytes)
{
    if (!m_opening.isDone())
        m_opening.feed(bytes);
    const auto octet = static_cast<std::uint8_t>(m_opening.firstOctets().front());
    if (octet == handshakeRecord && takesTlsAtOnce())
        return First::TlsAtOnce;
    if (m_opening.state() == FirstBytes::Ssh || m_opening.state() == FirstBytes::ProxyProtocol)
        return First::Foreign;
    if (mayBeginWith(octet))
        return First::Expected;
    if (m_opening.isTls())
        return First::Tls;
    return m_opening.isDone() || isText(octet) ? First::Foreign : First::Undecided;
}

StartTlsDialogue::Step StartTlsDialogue::feed(std::span<const std::byte> bytes)
{
    Step step;
    if (m_isOver || bytes.empty())
        return step;
    const First first = judgeFirst(bytes);
    if (first == First::TlsAtOnce) {
        m_isOver = step.startsTls = true;
        return step;
    }
    step.consumed = bytes.size();
    m_pending.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (first == First::Tls)
        breakOff(step, DialogueFault::BeganWithTls);
    else if (first == First::Foreign)
        breakOff(step, DialogueFault::ForeignProtocol);
    else if (first == First::Expected)
        takeMessages(step);
    if (m_isOver)
        m_pending = QByteArray(); // gives the memory back
    return step;
}

void StartTlsDialogue::takeMessages(Step &step)
{
    while (!m_isOver) {
        const Frame frame = frameIn(m_pending);
        if (frame.fault == DialogueFault::MessageTooLong)
            m_facts.measure = static_cast<std::uint64_t>(longestMessage);
        if (frame.fault != DialogueFault::None)
            return breakOff(step, frame.fault);
        if (frame.size == 0)
            return;
        if (m_messages == mostMessages) {
            m_facts.measure = static_cast<std::uint64_t>(mostMessages);
            return breakOff(step, DialogueFault::TooManyMessages);
        }
        ++m_messages;
        const QByteArray message = m_pending.left(frame.size);
        m_pending.remove(0, frame.size);
        const Answer answer = answerTo(message);
        if (answer.fault != DialogueFault::None)
            return breakOff(step, answer.fault);
        if (answer.next == Answer::Next::StartTls && !m_pending.isEmpty()) {
            // RFC 3207 section 6, RFC 9051 section 6.2.1: nothing that came in plain may count once TLS has begun. The
            // others drop it in silence; here somebody wants to know who sends it.
            m_facts.measure = static_cast<std::uint64_t>(m_pending.size());
            return breakOff(step, DialogueFault::DataBehindRequest);
        }
        step.reply += answer.reply;
        step.startsTls = answer.next == Answer::Next::StartTls;
        step.closes = answer.next == Answer::Next::Close;
        m_isOver = answer.next != Answer::Next::GoOn;
    }
}

void StartTlsDialogue::breakOff(Step &step, DialogueFault fault)
{
    m_facts.fault = fault;
    if (fault != DialogueFault::BeganWithTls) // which would take it for a broken record
        step.reply += refusal(fault);
    step.closes = true;
    m_isOver = true;
}

StartTlsDialogue::Answer StartTlsDialogue::goodbye(const QByteArray &reply)
{
    m_facts.saidGoodbye = true;
    return {.reply = reply, .next = Answer::Next::Close};
}

std::unique_ptr<StartTlsDialogue> makeStartTlsDialogue(PlainProtocol protocol)
{
    switch (protocol) { // no default: a new protocol without a dialogue does not compile
    case PlainProtocol::Smtp:
        return makeSmtpDialogue();
    case PlainProtocol::Imap:
        return makeImapDialogue();
    case PlainProtocol::Pop3:
        return makePop3Dialogue();
    case PlainProtocol::Ftp:
        return makeFtpDialogue();
    case PlainProtocol::Ldap:
        return makeLdapDialogue();
    case PlainProtocol::PostgreSql:
        return makePostgreSqlDialogue();
    }
    Q_UNREACHABLE();
}

} // namespace sealport
