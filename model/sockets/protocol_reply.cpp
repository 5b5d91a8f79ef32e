#include "model/sockets/protocol_reply.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sealport {

namespace {

using Then = ProtocolReply::Then;

/// The arguments for which a row is meant.
enum class Takes : std::uint8_t {
    Anything,
    Nothing,
    Something,
    Inbox,     ///< IMAP: the mailbox of that name, and what follows it
    Inboxes,   ///< IMAP: a pattern that it fits
    Separator, ///< IMAP: an empty pattern, which asks for what stands between the parts of a name
    Otherwise, ///< than the rows of this command, whatever it is
};

/// What a command is answered with; of several the first that fits. %1 is the tag of IMAP.
struct Row {
    PlainProtocol protocol;
    std::string_view command; ///< empty: any
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
    {smtp, "HELP", "214 2.0.0 Sealport takes mail and throws it away: it shows that TLS works\r\n"},
    {smtp, "VRFY", "252 2.0.0 Nobody is known here\r\n"},
    {smtp, "STARTTLS", "503 5.5.1 TLS is there already\r\n"},
    {smtp, "QUIT", "221 2.0.0 Bye\r\n", Takes::Anything, Then::Close},
    {smtp, "", "501 5.5.4 An argument is missing, or one too many\r\n", Takes::Otherwise},
    {smtp, "", "500 5.5.2 Command not recognized\r\n"},
    // RFC 9051, RFC 3501; ID is RFC 2971, NAMESPACE RFC 2342
    {imap, "CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN ID NAMESPACE\r\n%1 OK CAPABILITY completed\r\n"},
    {imap, "NOOP", "%1 OK NOOP completed\r\n"},
    {imap, "ID", "* ID (\"name\" \"Sealport\")\r\n%1 OK ID completed\r\n"},
    {imap, "LOGIN", "%1 OK LOGIN completed\r\n", Takes::Something},
    {imap, "LIST", "* LIST (\\Noselect) \"/\" \"\"\r\n%1 OK LIST completed\r\n", Takes::Separator},
    {imap, "LIST", "* LIST () \"/\" INBOX\r\n%1 OK LIST completed\r\n", Takes::Inboxes},
    {imap, "LIST", "%1 OK There is no mailbox but INBOX\r\n", Takes::Something},
    {imap, "LSUB", "* LSUB () \"/\" INBOX\r\n%1 OK LSUB completed\r\n", Takes::Inboxes},
    {imap, "LSUB", "%1 OK There is no mailbox but INBOX\r\n", Takes::Something},
    {imap, "NAMESPACE", "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\n%1 OK NAMESPACE completed\r\n", Takes::Nothing},
    // Nothing can be changed in it, but many programs take nothing else for a mailbox that works.
    {imap, "SELECT",
     "* FLAGS ()\r\n* 0 EXISTS\r\n* 0 RECENT\r\n* OK [PERMANENTFLAGS ()] None\r\n* OK [UIDVALIDITY 1] Always\r\n"
     "* OK [UIDNEXT 1] None yet\r\n%1 OK [READ-WRITE] SELECT completed\r\n",
     Takes::Inbox},
    {imap, "EXAMINE",
     "* FLAGS ()\r\n* 0 EXISTS\r\n* 0 RECENT\r\n* OK [PERMANENTFLAGS ()] None\r\n* OK [UIDVALIDITY 1] Always\r\n"
     "* OK [UIDNEXT 1] None yet\r\n%1 OK [READ-ONLY] EXAMINE completed\r\n",
     Takes::Inbox},
    {imap, "STATUS",
     "* STATUS INBOX (MESSAGES 0 RECENT 0 UIDNEXT 1 UIDVALIDITY 1 UNSEEN 0)\r\n%1 OK STATUS completed\r\n",
     Takes::Inbox},
    {imap, "SELECT", "%1 NO There is no mailbox but INBOX\r\n", Takes::Something},
    {imap, "EXAMINE", "%1 NO There is no mailbox but INBOX\r\n", Takes::Something},
    {imap, "STATUS", "%1 NO There is no mailbox but INBOX\r\n", Takes::Something},
    {imap, "SEARCH", "* SEARCH\r\n%1 OK SEARCH completed\r\n", Takes::Something},
    {imap, "UID SEARCH", "* SEARCH\r\n%1 OK UID SEARCH completed\r\n", Takes::Something},
    {imap, "FETCH", "%1 OK FETCH completed\r\n", Takes::Something},
    {imap, "UID FETCH", "%1 OK UID FETCH completed\r\n", Takes::Something},
    {imap, "CHECK", "%1 OK CHECK completed\r\n", Takes::Nothing},
    {imap, "CLOSE", "%1 OK CLOSE completed\r\n", Takes::Nothing},
    {imap, "EXPUNGE", "%1 OK EXPUNGE completed\r\n", Takes::Nothing},
    {imap, "STARTTLS", "%1 BAD TLS is there already\r\n"},
    {imap, "LOGOUT", "* BYE Logging out\r\n%1 OK LOGOUT completed\r\n", Takes::Anything, Then::Close},
    {imap, "", "%1 BAD An argument is missing, or one too many\r\n", Takes::Otherwise},
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
    {pop3, "", "-ERR An argument is missing, or one too many\r\n", Takes::Otherwise},
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
    {ftp, "", "501 An argument is missing, or one too many\r\n", Takes::Otherwise},
    {ftp, "", "502 Sealport does not know this command\r\n"},
});

QByteArray octetsOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// The name of a mailbox, or a pattern for names, as it is compared: INBOX is written in any case.
QByteArray mailbox(QByteArray word)
{
    return word.replace('"', "").toUpper();
}

bool doesTake(Takes takes, const QByteArray &argument)
{
    const QByteArray pattern = mailbox(argument.mid(argument.lastIndexOf(' ') + 1));
    switch (takes) {
    case Takes::Anything:
        return true;
    case Takes::Nothing:
        return argument.isEmpty();
    case Takes::Something:
        return !argument.isEmpty();
    case Takes::Inbox:
        return mailbox(plainCommandIn(argument).name) == "INBOX";
    case Takes::Inboxes:
        return std::ranges::count(std::array{"INBOX", "INBOX*", "INBOX%", "*", "%"}, pattern) > 0;
    case Takes::Separator:
        return !argument.isEmpty() && pattern.isEmpty();
    case Takes::Otherwise:
        return false;
    }
    Q_UNREACHABLE();
}

/// UID stands in front of another command.
PlainCommand wholeCommand(PlainProtocol protocol, const PlainCommand &command)
{
    if (protocol != imap || command.name != "UID")
        return command;
    const PlainCommand behind = plainCommandIn(command.argument);
    return {.name = "UID " + behind.name, .argument = behind.argument};
}

} // namespace

ProtocolReply protocolReply(PlainProtocol protocol, const PlainCommand &command, const QByteArray &tag)
{
    const auto [name, argument] = wholeCommand(protocol, command);
    bool isKnown = false;
    for (const Row &row : rows) {
        if (row.protocol != protocol)
            continue;
        const bool isNamed = octetsOf(row.command) == name;
        isKnown |= isNamed && !name.isEmpty();
        const bool fits =
            row.command.empty() ? isKnown || row.takes == Takes::Anything : isNamed && doesTake(row.takes, argument);
        if (fits)
            return {
                .text = octetsOf(row.reply).replace("%1", tag), .then = row.then, .isUnderstood = !row.command.empty()};
    }
    Q_UNREACHABLE(); // each protocol has a row for any other command
}

} // namespace sealport
