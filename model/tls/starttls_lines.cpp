// SMTP, IMAP, POP3 and FTP before TLS: commands are lines.

#include "model/tls/plain_words.h"
#include "model/tls/starttls_dialogues.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace sealport {

namespace {

/// What the dialogues know beside the commands that have to wait for TLS, and what clients of others and of extensions
/// try.
constexpr auto commonNames = std::to_array<std::string_view>(
    {"ADAT", "AUTH", "AUTHENTICATE", "CAPA",     "CAPABILITY", "CCC",   "CONF",    "EHLO",
     "ENC",  "FEAT", "HELO",         "ID",       "LHLO",       "LOGIN", "MIC",     "NOOP",
     "PBSZ", "PROT", "RSET",         "STARTTLS", "STLS",       "XAUTH", "XCLIENT", "XFORWARD"});

QByteArray octetsOf(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

template <std::size_t size>
bool isOneOf(const QByteArray &name, const std::array<std::string_view, size> &names)
{
    return std::ranges::find(names, std::string_view(name.constData(), static_cast<std::size_t>(name.size())))
           != names.end();
}

std::string_view whyRefused(DialogueFault fault)
{
    switch (fault) { // no default: a new fault without words does not compile
    case DialogueFault::DataBehindRequest:
        return "Data came with the request for TLS, closing";
    case DialogueFault::MessageTooLong:
        return "Line too long, closing";
    case DialogueFault::TooManyMessages:
        return "Too many commands without TLS, closing";
    case DialogueFault::Malformed:
        return "This line cannot be read, closing";
    case DialogueFault::None:
    case DialogueFault::BeganWithTls:
    case DialogueFault::TlsUnasked:
    case DialogueFault::ForeignProtocol:
    case DialogueFault::LoginInPlain:
    case DialogueFault::OnlyCancels:
        return "This port speaks another protocol, closing";
    }
    Q_UNREACHABLE();
}

class LineDialogue : public StartTlsDialogue {
protected:
    virtual Answer answerToLine(const QByteArray &line) = 0;

    bool mayBeginWith(std::uint8_t octet) const final
    {
        return (octet >= 0x20 && octet < 0x7f) || octet == '\t' || octet == '\r' || octet == '\n';
    }

    Frame frameIn(const QByteArray &pending) const final
    {
        constexpr auto isBinary = [](char c) { return (c >= 0 && c < '\t') || (c > '\r' && c < ' '); };
        const qsizetype newline = pending.indexOf('\n');
        const QByteArrayView line(pending.constData(), newline < 0 ? pending.size() : newline);
        if (std::ranges::any_of(line, isBinary))
            return {.fault = DialogueFault::ForeignProtocol};
        if (line.size() > longestMessage)
            return {.fault = DialogueFault::MessageTooLong};
        return {.size = newline + 1};
    }

    Answer answerTo(const QByteArray &message) final
    {
        QByteArray line = message.chopped(1);
        if (line.endsWith('\r')) // who tries by hand leaves it out
            line.chop(1);
        if (opening().state() == FirstBytes::Http && line.contains(" HTTP/"))
            return {.fault = DialogueFault::ForeignProtocol};
        return answerToLine(line);
    }

    /// Of a command that is on a list. Anything else is forgotten: it may be a password, as the lines of a SASL login
    /// and the literals of IMAP are.
    template <std::size_t size>
    void noteName(const QByteArray &name, const std::array<std::string_view, size> &ofProtocol)
    {
        if (isOneOf(name, ofProtocol) || isOneOf(name, commonNames))
            noteCommand(name);
    }
};

/// RFC 5321, RFC 3207; status codes of RFC 3463.
class SmtpDialogue final : public LineDialogue {
public:
    QByteArray greeting() const override { return "220 localhost ESMTP Sealport\r\n"; }

private:
    Answer answerToLine(const QByteArray &line) override
    {
        static constexpr auto mailCommands = std::to_array<std::string_view>(
            {"AUTH", "BDAT", "DATA", "ETRN", "EXPN", "HELP", "MAIL", "RCPT", "SAML", "SEND", "SOML", "TURN", "VRFY"});
        const auto [name, argument] = plainCommandIn(line);
        if (name == "QUIT")
            return goodbye("221 2.0.0 Bye\r\n");
        noteName(name, mailCommands);
        if (name == "STARTTLS" && argument.isEmpty())
            return {.reply = "220 2.0.0 Ready to start TLS\r\n", .next = Answer::Next::StartTls};
        if (name == "STARTTLS")
            return {.reply = "501 5.5.4 STARTTLS takes no argument\r\n"};
        if ((name == "EHLO" || name == "HELO") && argument.isEmpty())
            return {.reply = "501 5.5.4 Say who you are: " + name + " hostname\r\n"};
        if (name == "EHLO")
            return {.reply = "250-localhost\r\n250-STARTTLS\r\n250 ENHANCEDSTATUSCODES\r\n"};
        if (name == "HELO")
            return {.reply = "250 localhost\r\n"};
        if (name == "NOOP" || name == "RSET")
            return {.reply = "250 2.0.0 OK\r\n"};
        if (isOneOf(name, mailCommands))
            return {.reply = "530 5.7.0 Must issue a STARTTLS command first\r\n"};
        return {.reply = "500 5.5.2 Command not recognized\r\n"};
    }
    QByteArray refusal(DialogueFault fault) const override
    {
        return "421 4.7.0 " + octetsOf(whyRefused(fault)) + "\r\n";
    }
};

/// RFC 9051, RFC 3501; ID is RFC 2971.
class ImapDialogue final : public LineDialogue {
public:
    QByteArray greeting() const override { return "* OK [CAPABILITY " + capabilities() + "] Sealport ready\r\n"; }

private:
    static QByteArray capabilities() { return "IMAP4rev1 STARTTLS LOGINDISABLED ID"; }

    Answer answerToLine(const QByteArray &line) override
    {
        static constexpr auto laterCommands = std::to_array<std::string_view>(
            {"APPEND",  "CHECK",  "CLOSE",  "COPY",  "CREATE",    "DELETE", "ENABLE",    "EXAMINE",
             "EXPUNGE", "FETCH",  "IDLE",   "LIST",  "LSUB",      "MOVE",   "NAMESPACE", "RENAME",
             "SEARCH",  "SELECT", "STATUS", "STORE", "SUBSCRIBE", "UID",    "UNSELECT",  "UNSUBSCRIBE"});
        const qsizetype blank = line.indexOf(' ');
        const QByteArray tag = line.left(blank);
        if (blank < 0 || !isImapTag(tag))
            return {.reply = "* BAD A command begins with a tag\r\n"};
        const auto [name, argument] = plainCommandIn(line.mid(blank + 1));
        if (name == "LOGOUT")
            return goodbye("* BYE Logging out\r\n" + tag + " OK LOGOUT completed\r\n");
        noteName(name, laterCommands);
        if (name == "STARTTLS" && argument.isEmpty())
            return {.reply = tag + " OK Begin TLS negotiation now\r\n", .next = Answer::Next::StartTls};
        if (name == "STARTTLS")
            return {.reply = tag + " BAD STARTTLS takes no argument\r\n"};
        if (name == "CAPABILITY")
            return {.reply = "* CAPABILITY " + capabilities() + "\r\n" + tag + " OK CAPABILITY completed\r\n"};
        if (name == "NOOP")
            return {.reply = tag + " OK NOOP completed\r\n"};
        if (name == "ID")
            return {.reply = "* ID (\"name\" \"Sealport\")\r\n" + tag + " OK ID completed\r\n"};
        if (name == "LOGIN" || name == "AUTHENTICATE") // RFC 5530
            return {.reply = tag + " NO [PRIVACYREQUIRED] Must issue STARTTLS first\r\n"};
        if (isOneOf(name, laterCommands))
            return {.reply = tag + " BAD Must issue STARTTLS first\r\n"};
        return {.reply = tag + " BAD Unknown command\r\n"};
    }
    QByteArray refusal(DialogueFault fault) const override { return "* BYE " + octetsOf(whyRefused(fault)) + "\r\n"; }
};

/// RFC 1939, RFC 2449, RFC 2595 section 4.
class Pop3Dialogue final : public LineDialogue {
public:
    QByteArray greeting() const override { return "+OK Sealport ready\r\n"; }

private:
    Answer answerToLine(const QByteArray &line) override
    {
        static constexpr auto laterCommands = std::to_array<std::string_view>(
            {"APOP", "AUTH", "DELE", "LIST", "NOOP", "PASS", "RETR", "RSET", "STAT", "TOP", "UIDL", "USER"});
        const auto [name, argument] = plainCommandIn(line);
        if (name == "QUIT")
            return goodbye("+OK Bye\r\n");
        noteName(name, laterCommands);
        if (name == "STLS" && argument.isEmpty())
            return {.reply = "+OK Begin TLS negotiation\r\n", .next = Answer::Next::StartTls};
        if (name == "STLS")
            return {.reply = "-ERR STLS takes no argument\r\n"};
        if (name == "CAPA")
            return {.reply = "+OK Capability list follows\r\nSTLS\r\nIMPLEMENTATION Sealport\r\n.\r\n"};
        if (isOneOf(name, laterCommands))
            return {.reply = "-ERR Must issue STLS first\r\n"};
        return {.reply = "-ERR Unknown command\r\n"};
    }
    QByteArray refusal(DialogueFault fault) const override { return "-ERR " + octetsOf(whyRefused(fault)) + "\r\n"; }
};

/// RFC 959, RFC 2389 (FEAT), RFC 4217. PBSZ and PROT come inside TLS.
class FtpDialogue final : public LineDialogue {
public:
    QByteArray greeting() const override { return "220 Sealport FTP server ready\r\n"; }

private:
    Answer answerToLine(const QByteArray &line) override
    {
        static constexpr auto laterCommands = std::to_array<std::string_view>(
            {"ABOR", "ACCT", "ALLO", "APPE", "CDUP", "CLNT", "CWD",  "DELE", "EPRT", "EPSV", "HELP",
             "HOST", "LANG", "LIST", "MDTM", "MKD",  "MLSD", "MLST", "MODE", "NLST", "OPTS", "PASS",
             "PASV", "PORT", "PWD",  "REIN", "REST", "RETR", "RMD",  "RNFR", "RNTO", "SITE", "SIZE",
             "SMNT", "STAT", "STOR", "STOU", "STRU", "SYST", "TYPE", "USER"});
        static constexpr auto securedCommands =
            std::to_array<std::string_view>({"ADAT", "CCC", "CONF", "ENC", "MIC", "PBSZ", "PROT"});
        const auto [name, argument] = plainCommandIn(line);
        if (name == "QUIT")
            return goodbye("221 Goodbye\r\n");
        noteName(name, laterCommands);
        if (name == "AUTH")
            return answerToAuth(argument.toUpper());
        if (name == "FEAT")
            return {.reply = "211-Features:\r\n AUTH TLS\r\n PBSZ\r\n PROT\r\n211 End\r\n"};
        if (name == "NOOP")
            return {.reply = "200 OK\r\n"};
        if (isOneOf(name, securedCommands))
            return {.reply = "503 Must issue AUTH TLS first\r\n"};
        if (isOneOf(name, laterCommands))
            return {.reply = "530 Must issue AUTH TLS first\r\n"};
        return {.reply = "500 Unknown command\r\n"};
    }
    /// RFC 4217 section 4; SSL and TLS-C are older names that clients still try.
    Answer answerToAuth(const QByteArray &mechanism)
    {
        static constexpr auto tlsNames = std::to_array<std::string_view>({"SSL", "TLS", "TLS-C"});
        if (isOneOf(mechanism, tlsNames))
            return {.reply = "234 Proceed with TLS negotiation\r\n", .next = Answer::Next::StartTls};
        return {.reply = mechanism.isEmpty() ? "501 AUTH needs a mechanism: AUTH TLS\r\n"
                                             : "504 Unknown mechanism: AUTH TLS is the one\r\n"};
    }
    QByteArray refusal(DialogueFault fault) const override { return "421 " + octetsOf(whyRefused(fault)) + "\r\n"; }
};

} // namespace

std::unique_ptr<StartTlsDialogue> makeSmtpDialogue()
{
    return std::make_unique<SmtpDialogue>();
}

std::unique_ptr<StartTlsDialogue> makeImapDialogue()
{
    return std::make_unique<ImapDialogue>();
}

std::unique_ptr<StartTlsDialogue> makePop3Dialogue()
{
    return std::make_unique<Pop3Dialogue>();
}

std::unique_ptr<StartTlsDialogue> makeFtpDialogue()
{
    return std::make_unique<FtpDialogue>();
}

} // namespace sealport
