#include "model/sockets/protocol_dialogue.h"

#include "model/tls/plain_packets.h"
#include "model/tls/plain_words.h"

#include <QStringBuilder>

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

namespace sealport {

namespace {

enum class Takes : std::uint8_t { Anything, Nothing, Something }; ///< arguments
enum class Then : std::uint8_t { GoOn, Close, TakeMail };

/// What a command is answered with; of several the first that fits. %1 is the tag of IMAP.
struct Row {
    PlainProtocol protocol;
    std::string_view command; ///< empty: any other
    std::string_view reply;
    Takes takes = Takes::Anything;
    Then then = Then::GoOn;
};

constexpr auto smtp = PlainProtocol::Smtp;
constexpr auto imap = PlainProtocol::Imap;
constexpr auto pop3 = PlainProtocol::Pop3;
constexpr auto ftp = PlainProtocol::Ftp;
constexpr auto rows = std::to_array<Row>({
    // RFC 5321; status codes of RFC 3463
    {smtp, "EHLO", "250-localhost\r\n250-AUTH PLAIN LOGIN\r\n250-8BITMIME\r\n250 ENHANCEDSTATUSCODES\r\n",
     Takes::Something},
    {smtp, "HELO", "250 localhost\r\n", Takes::Something},
    {smtp, "EHLO", "501 5.5.4 Say who you are: EHLO hostname\r\n"},
    {smtp, "HELO", "501 5.5.4 Say who you are: HELO hostname\r\n"},
    {smtp, "MAIL", "250 2.1.0 OK\r\n", Takes::Something},
    {smtp, "RCPT", "250 2.1.5 OK\r\n", Takes::Something},
    {smtp, "DATA", "354 End with a line that holds a dot alone\r\n", Takes::Nothing, Then::TakeMail},
    {smtp, "RSET", "250 2.0.0 OK\r\n"},
    {smtp, "NOOP", "250 2.0.0 OK\r\n"},
    {smtp, "VRFY", "252 2.0.0 Nobody is known here\r\n"},
    {smtp, "STARTTLS", "503 5.5.1 TLS is there already\r\n"},
    {smtp, "QUIT", "221 2.0.0 Bye\r\n", Takes::Anything, Then::Close},
    {smtp, "", "500 5.5.2 Command not recognized\r\n"},
    // RFC 9051, RFC 3501; ID is RFC 2971
    {imap, "CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN ID\r\n%1 OK CAPABILITY completed\r\n"},
    {imap, "NOOP", "%1 OK NOOP completed\r\n"},
    {imap, "ID", "* ID (\"name\" \"Sealport\")\r\n%1 OK ID completed\r\n"},
    {imap, "LOGIN", "%1 OK LOGIN completed\r\n", Takes::Something},
    {imap, "LIST", "%1 OK There are no mailboxes here\r\n"},
    {imap, "LSUB", "%1 OK There are no mailboxes here\r\n"},
    {imap, "SELECT", "%1 NO There are no mailboxes here\r\n"},
    {imap, "EXAMINE", "%1 NO There are no mailboxes here\r\n"},
    {imap, "STATUS", "%1 NO There are no mailboxes here\r\n"},
    {imap, "STARTTLS", "%1 BAD TLS is there already\r\n"},
    {imap, "LOGOUT", "* BYE Logging out\r\n%1 OK LOGOUT completed\r\n", Takes::Anything, Then::Close},
    {imap, "", "%1 BAD Unknown command\r\n"},
    // RFC 1939, RFC 2449
    {pop3, "CAPA", "+OK Capability list follows\r\nUSER\r\nUIDL\r\nIMPLEMENTATION Sealport\r\n.\r\n"},
    {pop3, "USER", "+OK Any password will do\r\n", Takes::Something},
    {pop3, "PASS", "+OK The mailbox is empty\r\n"},
    {pop3, "STAT", "+OK 0 0\r\n"},
    {pop3, "LIST", "+OK No messages\r\n.\r\n", Takes::Nothing},
    {pop3, "UIDL", "+OK No messages\r\n.\r\n", Takes::Nothing},
    {pop3, "LIST", "-ERR No such message\r\n"},
    {pop3, "UIDL", "-ERR No such message\r\n"},
    {pop3, "RETR", "-ERR No such message\r\n"},
    {pop3, "TOP", "-ERR No such message\r\n"},
    {pop3, "DELE", "-ERR No such message\r\n"},
    {pop3, "NOOP", "+OK\r\n"},
    {pop3, "RSET", "+OK\r\n"},
    {pop3, "STLS", "-ERR TLS is there already\r\n"},
    {pop3, "QUIT", "+OK Bye\r\n", Takes::Anything, Then::Close},
    {pop3, "", "-ERR Unknown command\r\n"},
    // RFC 959, RFC 2389 (FEAT), RFC 4217
    {ftp, "USER", "331 Any password will do\r\n", Takes::Something},
    {ftp, "PASS", "230 Logged in\r\n"},
    {ftp, "ACCT", "202 No account is needed\r\n"},
    {ftp, "PBSZ", "200 PBSZ=0\r\n", Takes::Something},
    {ftp, "PROT", "200 OK\r\n", Takes::Something},
    {ftp, "PWD", "257 \"/\" is the current folder\r\n"},
    {ftp, "SYST", "215 UNIX Type: L8\r\n"},
    {ftp, "FEAT", "211-Features:\r\n AUTH TLS\r\n PBSZ\r\n PROT\r\n211 End\r\n"},
    {ftp, "TYPE", "200 OK\r\n", Takes::Something},
    {ftp, "NOOP", "200 OK\r\n"},
    {ftp, "AUTH", "503 TLS is there already\r\n"},
    {ftp, "CWD", "550 There are no folders here\r\n"},
    {ftp, "PASV", "502 Sealport transfers no files: it shows that TLS works\r\n"},
    {ftp, "EPSV", "502 Sealport transfers no files: it shows that TLS works\r\n"},
    {ftp, "PORT", "502 Sealport transfers no files: it shows that TLS works\r\n"},
    {ftp, "EPRT", "502 Sealport transfers no files: it shows that TLS works\r\n"},
    {ftp, "QUIT", "221 Goodbye\r\n", Takes::Anything, Then::Close},
    {ftp, "", "502 Sealport does not know this command\r\n"},
});

/// RFC 4616; LOGIN is older, and asks for "Username:" and "Password:".
constexpr std::array<const char *, 3> loginPrompts{"334 VXNlcm5hbWU6\r\n", "334 UGFzc3dvcmQ6\r\n", nullptr};
constexpr std::array<const char *, 2> plainPrompts{"334 \r\n", nullptr};
constexpr std::array<const char *, 2> imapPrompts{"+ \r\n", nullptr};

QByteArray octetsOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

const Row &rowFor(PlainProtocol protocol, const PlainCommand &command)
{
    const std::string_view name(command.name.constData(), static_cast<std::size_t>(command.name.size()));
    const auto fits = [&](const Row &row) {
        const bool isTaken =
            row.takes == Takes::Anything || (row.takes == Takes::Nothing) == command.argument.isEmpty();
        return row.protocol == protocol && (row.command.empty() || (isTaken && name == row.command));
    };
    return *std::ranges::find_if(rows, fits); // each protocol has a row for any other command
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
    m_pending.append(reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size()));
    const auto take = m_protocol == PlainProtocol::Ldap         ? &ProtocolDialogue::takeLdap
                      : m_protocol == PlainProtocol::PostgreSql ? &ProtocolDialogue::takePostgreSql
                                                                : &ProtocolDialogue::takeLine;
    while (!m_isOver && !m_pending.isEmpty() && (this->*take)(step)) {
    }
    if (m_isOver)
        m_pending = QByteArray(); // gives the memory back
    step.closes = m_isOver;
    return step;
}

void ProtocolDialogue::refuse(const QByteArray &reply, Step &step)
{
    step.reply += reply;
    m_isOver = true;
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
        refuse(m_protocol == imap   ? "* BYE Line too long\r\n"
               : m_protocol == pop3 ? "-ERR Line too long\r\n"
                                    : "421 Line too long\r\n",
               step);
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
        return;
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
    const Row &row = rowFor(m_protocol, command);
    step.reply += octetsOf(row.reply).replace("%1", tag);
    m_isMail = row.then == Then::TakeMail;
    m_isOver = row.then == Then::Close;
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
        refuse(ldapDisconnection(), step);
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
        refuse(ldapDisconnection(), step);
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
    if (frame.isMalformed || isTooLong)
        refuse(postgreSqlError("08P01", "Sealport cannot read this packet"), step); // protocol_violation
    else if (postgreSqlCode(m_pending) == cancelRequest)
        refuse({}, step); // which has no answer
    else
        refuse(postgreSqlWelcome()
                   + postgreSqlError("0A000", // feature_not_supported
                                     "Sealport is no database: it shows that TLS works, and it does"),
               step);
    return false;
}

} // namespace sealport
