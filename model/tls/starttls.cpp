#include "model/tls/starttls.h"

#include "model/tls/starttls_dialogues.h"

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

constexpr std::uint8_t handshakeRecord = 22;
constexpr qsizetype mostUnknownOctets = 16; ///< to be shown: enough to recognise a protocol, too few for its arguments

bool isText(std::uint8_t octet)
{
    return octet >= 0x20 && octet < 0x7f;
}

/// All of it where its end is not among the octets.
QByteArray firstLineOf(const QByteArray &octets)
{
    const qsizetype end = octets.indexOf('\n');
    return octets.left(end < 0 ? octets.size() : end).trimmed();
}

/// Who has spoken the protocol does not change to another one: the client is broken, and its octets are its own.
DialogueFault laterFault(DialogueFault fault)
{
    return fault == DialogueFault::ForeignProtocol ? DialogueFault::Malformed : fault;
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
    if (m_facts.fault != DialogueFault::None) { // only its ClientHello is still awaited
        step.consumed = bytes.size();
        m_opening.feed(bytes);
        awaitHello(step, m_facts.fault);
        return step;
    }
    const First first = judgeFirst(bytes);
    if (first == First::TlsAtOnce) {
        m_isOver = step.startsTls = true;
        return step;
    }
    step.consumed = bytes.size();
    m_pending.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    if (first == First::Tls)
        awaitHello(step, DialogueFault::BeganWithTls);
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
        if (mayBeTlsUnasked()) {
            HelloCollector hello;
            hello.feed(std::as_bytes(std::span(m_pending.constData(), static_cast<std::size_t>(m_pending.size()))));
            if (!hello.isTls() && !hello.isDone())
                return;
            if (hello.isTls()) {
                m_opening = std::move(hello);
                return awaitHello(step, DialogueFault::TlsUnasked);
            }
        }
        const bool isFirst = m_messages == 0;
        const Frame frame = frameIn(m_pending);
        if (frame.fault == DialogueFault::ForeignProtocol && !isFirst && !m_opening.isDone())
            return; // the empty lines may be those of a binary PROXY header
        if (frame.fault == DialogueFault::MessageTooLong)
            m_facts.measure = static_cast<std::uint64_t>(longestMessage);
        if (frame.fault != DialogueFault::None)
            return breakOff(step, isFirst ? frame.fault : laterFault(frame.fault));
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
            return breakOff(step, isFirst ? answer.fault : laterFault(answer.fault));
        if (answer.next == Answer::Next::StartTls && !m_pending.isEmpty()) {
            // RFC 3207 section 6, RFC 9051 section 6.2.1: nothing that came in plain may count once TLS has begun. The
            // others drop it in silence; here somebody wants to know who sends it.
            m_facts.measure = static_cast<std::uint64_t>(m_pending.size());
            return breakOff(step, DialogueFault::DataBehindRequest);
        }
        step.reply += answer.reply;
        m_yesSize = answer.reply.size();
        step.startsTls = answer.next == Answer::Next::StartTls;
        step.closes = answer.next == Answer::Next::Close;
        m_isOver = answer.next != Answer::Next::GoOn;
    }
}

void StartTlsDialogue::refuseSurplus(Step &step, std::uint64_t octets)
{
    if (octets == 0)
        return;
    step.reply.chop(m_yesSize);
    step.startsTls = false;
    m_facts.measure = octets;
    breakOff(step, DialogueFault::DataBehindRequest);
}

/// A message after the first that begins as a TLS record would.
bool StartTlsDialogue::mayBeTlsUnasked() const
{
    return m_messages > 0 && !m_pending.isEmpty() && static_cast<std::uint8_t>(m_pending.front()) == handshakeRecord;
}

/// The end comes with the last octet of the ClientHello, or with the first that cannot belong to one.
void StartTlsDialogue::awaitHello(Step &step, DialogueFault fault)
{
    m_facts.fault = fault;
    m_pending = QByteArray();
    if (m_opening.isDone())
        breakOff(step, fault);
}

QByteArray StartTlsDialogue::octetsToShow() const
{
    const QByteArray &octets = m_opening.firstOctets();
    if (isTlsBeforeRequest(m_facts.fault))
        return octets;
    if (m_facts.fault != DialogueFault::ForeignProtocol || octets.isEmpty())
        return {};
    switch (m_opening.state()) {
    case FirstBytes::Http:
    case FirstBytes::Ssh:
    case FirstBytes::ProxyProtocol:
        return octets.front() == '\r' ? octets.left(mostUnknownOctets) : firstLineOf(octets);
    case FirstBytes::Undecided:
    case FirstBytes::TlsHello:
    case FirstBytes::Ssl2Hello:
    case FirstBytes::TlsOther:
    case FirstBytes::Unknown:
        break;
    }
    const auto first = static_cast<std::uint8_t>(octets.front());
    if (mayBeginWith(first))
        return {}; // words of the protocol: a command, with its arguments
    const auto end =
        std::ranges::find_if_not(octets, [](char c) { return isText(static_cast<std::uint8_t>(c)) && c != ' '; });
    return octets.left(isText(first) ? std::min<qsizetype>(end - octets.begin(), mostUnknownOctets)
                                     : mostUnknownOctets);
}

void StartTlsDialogue::breakOff(Step &step, DialogueFault fault)
{
    m_facts.fault = fault;
    if (!isTlsBeforeRequest(fault)) // words would be taken for a broken record
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

QByteArray refusalForLackOfRoom(PlainProtocol protocol)
{
    switch (protocol) { // no default: a new protocol without an answer does not compile
    case PlainProtocol::Smtp:
        return "421 4.3.2 Too many connections, try again later\r\n";
    case PlainProtocol::Imap:
        return "* BYE Too many connections, try again later\r\n";
    case PlainProtocol::Pop3:
        return "-ERR Too many connections, try again later\r\n";
    case PlainProtocol::Ftp:
        return "421 Too many connections, try again later\r\n";
    case PlainProtocol::Ldap:
    case PlainProtocol::PostgreSql:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace sealport
