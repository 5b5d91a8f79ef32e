#include "model/sockets/protocol_dialogue.h"

#include "model/sockets/protocol_reply.h"
#include "model/tls/plain_packets.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <optional>

namespace sealport {

namespace {

constexpr auto smtp = PlainProtocol::Smtp;
constexpr auto imap = PlainProtocol::Imap;
constexpr std::size_t sliceSize = 4096;     ///< octets
constexpr int mostNotUnderstood = 50;       ///< commands
constexpr qsizetype mostReply = 16 << 10;   ///< octets at once, before the one that has no place any more
constexpr qsizetype mostWaiting = 64 << 10; ///< octets of commands that wait for their turn

/// RFC 4616; LOGIN is older, and asks for "Username:" and "Password:".
constexpr std::array<const char *, 3> loginPrompts{"334 VXNlcm5hbWU6\r\n", "334 UGFzc3dvcmQ6\r\n", nullptr};
constexpr std::array<const char *, 2> plainPrompts{"334 \r\n", nullptr};
constexpr std::array<const char *, 2> imapPrompts{"+ \r\n", nullptr};

/// The last word of a server that will not go on.
QByteArray farewell(PlainProtocol protocol, const QByteArray &why)
{
    switch (protocol) {
    case PlainProtocol::Smtp:
    case PlainProtocol::Ftp:
        return "421 " + why + "\r\n";
    case PlainProtocol::Imap:
        return "* BYE " + why + "\r\n";
    case PlainProtocol::Pop3:
        return "-ERR " + why + "\r\n";
    case PlainProtocol::Ldap:
        return ldapDisconnection();
    case PlainProtocol::PostgreSql:
        return postgreSqlError("08P01", why); // protocol_violation
    }
    Q_UNREACHABLE();
}

struct Literal {
    qsizetype size = 0;
    bool isAwaited = false; ///< the client wants to hear from us first
};

/// "{12}" or "{12+}" (RFC 7888) at the end of a line: so many octets come behind it.
std::optional<Literal> literalAt(const QByteArray &line)
{
    const qsizetype open = line.lastIndexOf('{');
    if (open < 0 || !line.endsWith('}'))
        return std::nullopt;
    QByteArray digits = line.mid(open + 1).chopped(1);
    const bool isAwaited = !digits.endsWith('+');
    if (!isAwaited)
        digits.chop(1);
    bool isNumber = false;
    const uint size = digits.toUInt(&isNumber);
    return isNumber ? std::optional(Literal{.size = qsizetype{size}, .isAwaited = isAwaited}) : std::nullopt;
}

} // namespace

ProtocolDialogue::Step ProtocolDialogue::feed(std::span<const std::byte> bytes)
{
    Step step;
    if (m_isOver)
        return step;
    answer(step);
    while (!m_isOver && !bytes.empty()) {
        const auto slice = bytes.first(std::min(bytes.size(), sliceSize));
        bytes = bytes.subspan(slice.size());
        m_pending.append(reinterpret_cast<const char *>(slice.data()), static_cast<qsizetype>(slice.size()));
        answer(step);
        if (m_pending.size() > mostWaiting)
            refuse("Too much at once: wait for the answers", step);
    }
    if (m_isOver)
        m_pending = QByteArray(); // gives the memory back
    step.closes = m_isOver;
    return step;
}

void ProtocolDialogue::answer(Step &step)
{
    const auto take = m_protocol == PlainProtocol::Ldap         ? &ProtocolDialogue::takeLdap
                      : m_protocol == PlainProtocol::PostgreSql ? &ProtocolDialogue::takePostgreSql
                                                                : &ProtocolDialogue::takeLine;
    while (!m_isOver && !m_pending.isEmpty()) {
        step.isUnfinished = step.reply.size() >= mostReply;
        if (step.isUnfinished || !(this->*take)(step))
            return;
    }
}

void ProtocolDialogue::refuse(const QByteArray &why, Step &step)
{
    step.reply += farewell(m_protocol, why);
    step.isUnfinished = false;
    m_isOver = true;
}

void ProtocolDialogue::countNotUnderstood(Step &step)
{
    if (++m_notUnderstood == mostNotUnderstood)
        refuse("Too many commands that are not understood", step);
}

bool ProtocolDialogue::skipLiteral()
{
    const qsizetype skipped = std::min(m_literalLeft, m_pending.size());
    m_pending.remove(0, skipped);
    m_literalLeft -= skipped;
    return m_literalLeft == 0;
}

bool ProtocolDialogue::takeLine(Step &step)
{
    if (m_literalLeft > 0)
        return skipLiteral();
    const qsizetype newline = m_pending.indexOf('\n');
    if (newline < 0 && m_pending.size() <= longestMessage)
        return false;
    if (newline < 0 && m_isMail) {
        m_pending = "-"; // all that matters of it: it is not the dot that ends the mail
        return false;
    }
    if (newline < 0 || (newline > longestMessage && !m_isMail)) {
        refuse("Line too long", step);
        return false;
    }
    QByteArray line = m_pending.left(newline);
    m_pending.remove(0, newline + 1);
    if (line.endsWith('\r')) // who tries by hand leaves it out
        line.chop(1);
    answerToLine(line, step);
    return true;
}

void ProtocolDialogue::answerToLine(const QByteArray &line, Step &step)
{
    if (m_prompt != nullptr)
        return goOnWithLogin(line, step);
    if (m_protocol == imap)
        return answerToTagged(line, step);
    if (!m_isMail)
        return answerToCommand({}, line, step);
    m_isMail = line != ".";
    if (!m_isMail)
        step.reply += "250 2.0.0 Taken, and thrown away\r\n";
}

/// A command of IMAP is over when its line holds no literal any more.
void ProtocolDialogue::answerToTagged(const QByteArray &line, Step &step)
{
    const QByteArray begun = m_continued.isEmpty() ? line : m_continued;
    m_continued.clear();
    const qsizetype blank = begun.indexOf(' ');
    const QByteArray tag = begun.left(blank);
    if (blank < 0 || !isImapTag(tag)) {
        step.reply += "* BAD A command begins with a tag\r\n";
        return countNotUnderstood(step);
    }
    const std::optional<Literal> literal = literalAt(line);
    if (!literal)
        return answerToCommand(tag, begun.mid(blank + 1), step);
    m_continued = tag + ' ' + plainCommandIn(begun.mid(blank + 1)).name + " {}";
    m_literalLeft = literal->size;
    if (literal->isAwaited)
        step.reply += "+ Go on\r\n";
}

void ProtocolDialogue::answerToCommand(const QByteArray &tag, const QByteArray &line, Step &step)
{
    const PlainCommand command = plainCommandIn(line);
    if (command.name == (m_protocol == imap ? "AUTHENTICATE" : "AUTH") && (m_protocol == imap || m_protocol == smtp))
        return beginLogin(tag, command.argument, step);
    const ProtocolReply reply = protocolReply(m_protocol, command, tag);
    step.reply += reply.text;
    m_isMail = reply.then == ProtocolReply::Then::TakeMail;
    m_isOver = reply.then == ProtocolReply::Then::Close;
    if (!reply.isUnderstood)
        countNotUnderstood(step);
}

/// A user's name and password come in lines of their own, or the first of them in this one (RFC 4954 section 4, RFC
/// 9051 section 6.2.2).
void ProtocolDialogue::beginLogin(const QByteArray &tag, const QByteArray &argument, Step &step)
{
    const auto [mechanism, response] = plainCommandIn(argument);
    const bool isLogin = mechanism == "LOGIN" && m_protocol == smtp;
    if (mechanism != "PLAIN" && !isLogin) {
        step.reply += m_protocol == imap ? QByteArray(tag + " NO AUTHENTICATE PLAIN is known here\r\n")
                                         : "504 5.5.4 AUTH PLAIN and AUTH LOGIN are known here\r\n";
        return;
    }
    m_tag = tag;
    m_prompt = isLogin ? loginPrompts.data() : m_protocol == imap ? imapPrompts.data() : plainPrompts.data();
    if (!response.isEmpty())
        ++m_prompt;
    goOnWithLogin({}, step);
}

void ProtocolDialogue::goOnWithLogin(const QByteArray &line, Step &step)
{
    const char *const prompt = *m_prompt;
    const bool isGivenUp = line == "*";
    m_prompt = prompt == nullptr || isGivenUp ? nullptr : m_prompt + 1;
    if (m_prompt != nullptr)
        step.reply += prompt;
    else if (m_protocol == imap)
        step.reply += m_tag + (isGivenUp ? " BAD Login given up\r\n" : " OK AUTHENTICATE completed\r\n");
    else
        step.reply += isGivenUp ? "501 5.7.0 Login given up\r\n" : "235 2.7.0 Welcome\r\n";
}

bool ProtocolDialogue::takeLdap(Step &step)
{
    const PacketFrame frame = ldapFrame(m_pending);
    if (frame.isMalformed || frame.size > longestMessage) {
        refuse({}, step);
        return false;
    }
    if (frame.size == 0 || frame.size > m_pending.size())
        return false;
    const auto request = readLdapRequest(m_pending.left(frame.size));
    m_pending.remove(0, frame.size);
    const LdapOperation *known = request ? ldapOperation(request->operation) : nullptr;
    if (request && request->operation == ldapUnbind) {
        m_isOver = true;
    } else if (request && request->operation == ldapExtendedRequest) {
        const bool isStartTls = isLdapStartTls(ldapExtendedName(request->content).value_or(QByteArray()));
        step.reply += ldapAnswer(request->id, ldapExtendedResponse,
                                 isStartTls ? LdapResult::OperationsError : LdapResult::ProtocolError,
                                 isStartTls ? "TLS is there already" : "Sealport does not know this request");
    } else if (known == nullptr) {
        refuse({}, step);
    } else if (known->response != 0) {
        const bool isWelcome = known->request == ldapBind || known->request == ldapSearch;
        step.reply +=
            ldapAnswer(request->id, known->response, isWelcome ? LdapResult::Success : LdapResult::UnwillingToPerform,
                       isWelcome ? "" : "Sealport is no directory");
    }
    return true;
}

bool ProtocolDialogue::takePostgreSql(Step &step)
{
    const PacketFrame frame = postgreSqlFrame(m_pending);
    const bool isTooLong = frame.size > longestMessage;
    if (!frame.isMalformed && !isTooLong && (frame.size == 0 || frame.size > m_pending.size()))
        return false;
    if (frame.isMalformed || isTooLong) {
        refuse("Sealport cannot read this packet", step);
        return false;
    }
    if (postgreSqlCode(m_pending) != cancelRequest) // which has no answer
        step.reply += postgreSqlWelcome()
                      + postgreSqlError("0A000", // feature_not_supported
                                        "Sealport is no database: it shows that TLS works, and it does");
    m_isOver = true;
    return false;
}

} // namespace sealport
