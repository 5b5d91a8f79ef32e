#include "model/sockets/protocol_dialogue.h"

#include <QTest>

using namespace sealport;

namespace {

ProtocolDialogue::Step fed(ProtocolDialogue &dialogue, const QByteArray &octets)
{
    return dialogue.feed(std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size()))));
}

/// Everything that is answered, "." behind it where the connection ends; the stream is cut into pieces of `step`.
QByteArray answersTo(PlainProtocol protocol, const QByteArray &stream, qsizetype step)
{
    ProtocolDialogue dialogue(protocol);
    QByteArray answers;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        const ProtocolDialogue::Step said = fed(dialogue, stream.mid(at, step));
        answers += said.reply;
        if (said.closes)
            return answers + '.';
    }
    return answers;
}

QByteArray ldap(const char *hex)
{
    return QByteArray::fromHex(hex);
}

} // namespace

/// What the clients of plain protocols hear inside TLS, without a client and without TLS.
class TestProtocolDialogue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientsAreAnswered_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("answers");
        const auto row = [](const char *name, PlainProtocol protocol, const QByteArray &said,
                            const QByteArray &answers) { QTest::newRow(name) << protocol << said << answers; };
        using enum PlainProtocol;
        row("a mail is taken and thrown away", Smtp,
            "MAIL FROM:<a@b>\r\nRCPT TO:<c@d>\r\nDATA\r\nSubject: QUIT\r\n\r\nQUIT\r\n..\r\n.\r\nQUIT\r\n",
            "250 2.1.0 OK\r\n250 2.1.5 OK\r\n354 End with a line that holds a dot alone\r\n"
            "250 2.0.0 Taken, and thrown away\r\n221 2.0.0 Bye\r\n.");
        row("a line of a mail may be long, and its end is no dot alone", Smtp,
            "DATA\r\n" + QByteArray(20'000, 'x') + ".\r\n.\r\nNOOP\r\n",
            "354 End with a line that holds a dot alone\r\n250 2.0.0 Taken, and thrown away\r\n250 2.0.0 OK\r\n");
        row("bare line feeds are line ends too", Smtp, "noop\nrset\n", "250 2.0.0 OK\r\n250 2.0.0 OK\r\n");
        row("EHLO without a name", Smtp, "EHLO\r\n", "501 5.5.4 Say who you are: EHLO hostname\r\n");
        row("STARTTLS for the second time", Smtp, "STARTTLS\r\n", "503 5.5.1 TLS is there already\r\n");
        row("a client that only asks for help", Smtp, "HELP\r\nhelp mail\r\n",
            "214 2.0.0 Sealport takes mail and throws it away: it shows that TLS works\r\n"
            "214 2.0.0 Sealport takes mail and throws it away: it shows that TLS works\r\n");
        const QByteArray wrongArgument = " An argument is missing, or one too many\r\n";
        row("known commands with too few or too many words", Smtp, "MAIL\r\nRCPT\r\nDATA x\r\nNOOP\r\n",
            QByteArray("501 5.5.4" + wrongArgument).repeated(3) + "250 2.0.0 OK\r\n");
        row("words of another language", Smtp, "GET / HTTP/1.1\r\n\r\n",
            "500 5.5.2 Command not recognized\r\n500 5.5.2 Command not recognized\r\n");
        row("a login in one line", Smtp, "AUTH PLAIN AGEAYg==\r\nNOOP\r\n", "235 2.7.0 Welcome\r\n250 2.0.0 OK\r\n");
        row("a login in two lines", Smtp, "AUTH PLAIN\r\nQUIT\r\n", "334 \r\n235 2.7.0 Welcome\r\n");
        row("a login in three lines", Smtp, "auth login\r\nYQ==\r\nYg==\r\n",
            "334 VXNlcm5hbWU6\r\n334 UGFzc3dvcmQ6\r\n235 2.7.0 Welcome\r\n");
        row("a login whose first line has the name", Smtp, "AUTH LOGIN YQ==\r\nYg==\r\n",
            "334 UGFzc3dvcmQ6\r\n235 2.7.0 Welcome\r\n");
        row("a login that is given up", Smtp, "AUTH LOGIN\r\n*\r\nNOOP\r\n",
            "334 VXNlcm5hbWU6\r\n501 5.7.0 Login given up\r\n250 2.0.0 OK\r\n");
        row("a login of another kind", Smtp, "AUTH CRAM-MD5\r\n",
            "504 5.5.4 AUTH PLAIN and AUTH LOGIN are known here\r\n");

        row("a session of IMAP", Imap, "a1 CAPABILITY\r\na2 LOGIN bob secret\r\na3 LIST \"\" *\r\na4 LOGOUT\r\n",
            "* CAPABILITY IMAP4rev1 AUTH=PLAIN ID NAMESPACE\r\na1 OK CAPABILITY completed\r\na2 OK LOGIN completed\r\n"
            "* LIST () \"/\" INBOX\r\na3 OK LIST completed\r\n* BYE Logging out\r\na4 OK LOGOUT completed\r\n.");
        const QByteArray emptyMailbox = "* FLAGS ()\r\n* 0 EXISTS\r\n* 0 RECENT\r\n* OK [PERMANENTFLAGS ()] None\r\n"
                                        "* OK [UIDVALIDITY 1] Always\r\n* OK [UIDNEXT 1] None yet\r\n";
        row("an inbox that is empty", Imap,
            "a SELECT INBOX\r\nb UID SEARCH ALL\r\nc search UNSEEN\r\nd UID FETCH 1:* (FLAGS)\r\ne CHECK\r\nf "
            "CLOSE\r\n",
            emptyMailbox
                + "a OK [READ-WRITE] SELECT completed\r\n* SEARCH\r\nb OK UID SEARCH completed\r\n"
                  "* SEARCH\r\nc OK SEARCH completed\r\nd OK UID FETCH completed\r\ne OK CHECK completed\r\n"
                  "f OK CLOSE completed\r\n");
        row("an inbox to look at, in quotes", Imap, "a EXAMINE \"Inbox\"\r\n",
            emptyMailbox + "a OK [READ-ONLY] EXAMINE completed\r\n");
        row("how many mails there are", Imap, "a STATUS INBOX (MESSAGES UNSEEN)\r\n",
            "* STATUS INBOX (MESSAGES 0 RECENT 0 UIDNEXT 1 UIDVALIDITY 1 UNSEEN 0)\r\na OK STATUS completed\r\n");
        row("what the mailboxes are called", Imap,
            "a LIST \"\" \"\"\r\nb LIST \"\" %\r\nc LSUB \"\" \"INBOX*\"\r\nd LIST \"\" Sent\r\ne NAMESPACE\r\n",
            "* LIST (\\Noselect) \"/\" \"\"\r\na OK LIST completed\r\n* LIST () \"/\" INBOX\r\nb OK LIST completed\r\n"
            "* LSUB () \"/\" INBOX\r\nc OK LSUB completed\r\nd OK There is no mailbox but INBOX\r\n"
            "* NAMESPACE ((\"\" \"/\")) NIL NIL\r\ne OK NAMESPACE completed\r\n");
        row("a mailbox that is not there", Imap, "a SELECT Sent\r\n", "a NO There is no mailbox but INBOX\r\n");
        row("commands of IMAP that lack a word", Imap, "a SELECT\r\nb LIST\r\nc UID SEARCH\r\nd UID\r\n",
            "a BAD" + wrongArgument + "b BAD" + wrongArgument + "c BAD" + wrongArgument + "d BAD Unknown command\r\n");
        row("a password as a literal", Imap, "a LOGIN {3}\r\nbob {8}\r\nse\r\ncret\r\nb NOOP\r\n",
            "+ Go on\r\n+ Go on\r\na OK LOGIN completed\r\nb OK NOOP completed\r\n");
        row("a literal that comes at once", Imap, "a LOGIN bob {6+}\r\nsecret\r\n", "a OK LOGIN completed\r\n");
        row("a login of IMAP in two lines", Imap, "a AUTHENTICATE PLAIN\r\nAGEAYg==\r\nb NOOP\r\n",
            "+ \r\na OK AUTHENTICATE completed\r\nb OK NOOP completed\r\n");
        row("a login of IMAP that is given up", Imap, "a AUTHENTICATE PLAIN\r\n*\r\nb AUTHENTICATE GSSAPI\r\n",
            "+ \r\na BAD Login given up\r\nb NO AUTHENTICATE PLAIN is known here\r\n");
        row("a command without a tag", Imap, "NOOP\r\n", "* BAD A command begins with a tag\r\n");
        row("a tag that would be taken for something else", Imap, "+ NOOP\r\n",
            "* BAD A command begins with a tag\r\n");
        row("a literal of nonsense", Imap, "a LOGIN bob {-1}\r\n", "a OK LOGIN completed\r\n");

        row("an empty mailbox", Pop3, "CAPA\r\nUSER bob\r\nPASS secret\r\nSTAT\r\nLIST\r\nLIST 1\r\nRETR 1\r\nQUIT\r\n",
            "+OK Capability list follows\r\nUSER\r\nUIDL\r\nIMPLEMENTATION Sealport\r\n.\r\n+OK Any password will "
            "do\r\n"
            "+OK The mailbox is empty\r\n+OK 0 0\r\n+OK No messages\r\n.\r\n-ERR No such message\r\n"
            "-ERR No such message\r\n+OK Bye\r\n.");
        row("files are not transferred", Ftp,
            "PBSZ 0\r\nPROT P\r\nUSER bob\r\nPASS secret\r\nPWD\r\nEPSV\r\nRETR a\r\nQUIT\r\n",
            "200 PBSZ=0\r\n200 OK\r\n331 Any password will do\r\n230 Logged in\r\n257 \"/\" is the current folder\r\n"
            "502 Sealport transfers no files: it shows that TLS works\r\n502 Sealport does not know this command\r\n"
            "221 Goodbye\r\n.");

        row("a bind and a search that finds nothing", Ldap,
            ldap("300c020101600702010304008000"
                 "3025020102632004000a01000a0100020100020100010100870b6f626a656374436c6173733000"),
            ldap("300c02010161070a010004000400"
                 "300c02010265070a010004000400"));
        row("what would change something is refused by name", Ldap, ldap("300a0201034a05636e3d6261"),
            ldap("3024"
                 "020103"
                 "6b1f"
                 "0a0135"
                 "0400"
                 "0418")
                + "Sealport is no directory");
        row("unbind is the end", Ldap, ldap("30050201044200"), ".");
        row("no LDAP", Ldap, "GET / HTTP/1.1\r\n",
            ldap("3024"
                 "020100"
                 "781f"
                 "0a0102"
                 "0400"
                 "0400"
                 "8a16")
                + "1.3.6.1.4.1.1466.20036.");
        row("LDAP without end", Ldap, ldap("3084ffffffff"),
            ldap("3024"
                 "020100"
                 "781f"
                 "0a0102"
                 "0400"
                 "0400"
                 "8a16")
                + "1.3.6.1.4.1.1466.20036.");

        const QByteArray end(1, '\0');
        const QByteArray fatal = "SFATAL" + end + "VFATAL" + end;
        row("a client of a database", PostgreSql, QByteArray("\0\0\0\x0f\0\x03\0\0user\0a\0", 16).left(15),
            QByteArray("R\0\0\0\x08\0\0\0\0E\0\0\0\x59", 14) + fatal + "C0A000" + end
                + "MSealport is no database: it shows that TLS works, and it does" + end + end + '.');
        row("a request to cancel has no answer", PostgreSql,
            ldap("00000010"
                 "04d2162e"
                 "0000000100000002"),
            ".");
    }
    void clientsAreAnswered()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, said);
        QFETCH(const QByteArray, answers);
        QCOMPARE(answersTo(protocol, said, said.size()), answers);
        QCOMPARE(answersTo(protocol, said, 1), answers);
        QCOMPARE(answersTo(protocol, said, 7), answers);
    }

    void tooLongMessagesEndTheConnection_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("mostThatIsTaken"); ///< the beginning of a message of the greatest length
        QTest::addColumn<QByteArray>("tooMuch");         ///< and of one that is an octet longer
        QTest::addColumn<QByteArray>("answer");
        constexpr qsizetype longest = ProtocolDialogue::longestMessage;
        for (const PlainProtocol protocol :
             {PlainProtocol::Smtp, PlainProtocol::Imap, PlainProtocol::Pop3, PlainProtocol::Ftp})
            QTest::newRow(qPrintable(plainProtocolOption(protocol)))
                << protocol << QByteArray(longest, 'x') << QByteArray(longest + 1, 'x')
                << QByteArray("Line too long\r\n");
        QTest::newRow("a packet of LDAP")
            << PlainProtocol::Ldap << ldap("30821ffc") << ldap("30821ffd") << QByteArray("1.3.6.1.4.1.1466.20036");
        QTest::newRow("a packet of PostgreSQL") << PlainProtocol::PostgreSql << ldap("00002000") << ldap("00002001")
                                                << QByteArray("Sealport cannot read this packet");
    }
    void tooLongMessagesEndTheConnection()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, mostThatIsTaken);
        QFETCH(const QByteArray, tooMuch);
        QFETCH(const QByteArray, answer);
        ProtocolDialogue patient(protocol);
        const auto nothing = fed(patient, mostThatIsTaken);
        QVERIFY(!nothing.closes && nothing.reply.isEmpty());
        ProtocolDialogue dialogue(protocol);
        const auto end = fed(dialogue, tooMuch);
        QVERIFY(end.closes);
        QVERIFY2(end.reply.contains(answer), end.reply.constData());
        QVERIFY(fed(dialogue, "NOOP\r\n").reply.isEmpty());
    }

    // What were held would soon be too much at once.
    void whatIsThrownAwayIsNotHeld_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QByteArray>("thrownAway");
        QTest::newRow("a literal of four gigabytes")
            << PlainProtocol::Imap << QByteArray("a LOGIN {4294967295+}\r\n") << QByteArray("x NOOP\r\n");
        QTest::newRow("a mail of long lines")
            << PlainProtocol::Smtp << QByteArray("DATA\r\n") << QByteArray(20'000, '.');
        QTest::newRow("a mail of short lines") << PlainProtocol::Smtp << QByteArray("DATA\r\n") << QByteArray("QUIT\n");
    }
    void whatIsThrownAwayIsNotHeld()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, before);
        QFETCH(const QByteArray, thrownAway);
        ProtocolDialogue dialogue(protocol);
        static_cast<void>(fed(dialogue, before));
        const auto step = fed(dialogue, thrownAway.repeated((1 << 20) / thrownAway.size()));
        QVERIFY(step.reply.isEmpty() && !step.closes && !step.isUnfinished);
    }

    void whoSaysNothingThatIsUnderstoodIsShownOut_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("nonsense");
        QTest::addColumn<QByteArray>("known");
        QTest::addColumn<QByteArray>("farewell");
        QTest::newRow("empty lines over SMTP")
            << PlainProtocol::Smtp << QByteArray("\n") << QByteArray("NOOP\n") << QByteArray("421 ");
        QTest::newRow("commands of SMTP without their arguments")
            << PlainProtocol::Smtp << QByteArray("RCPT\n") << QByteArray("NOOP\n") << QByteArray("421 ");
        QTest::newRow("lines without a tag")
            << PlainProtocol::Imap << QByteArray("\n") << QByteArray("a NOOP\n") << QByteArray("* BYE ");
        QTest::newRow("words over IMAP") << PlainProtocol::Imap << QByteArray("a b\n") << QByteArray("a NOOP\n")
                                         << QByteArray("* BYE ");
        QTest::newRow("words over POP3") << PlainProtocol::Pop3 << QByteArray("x\n") << QByteArray("NOOP\n")
                                         << QByteArray("-ERR ");
        QTest::newRow("words over FTP") << PlainProtocol::Ftp << QByteArray("x\n") << QByteArray("NOOP\n")
                                        << QByteArray("421 ");
    }
    void whoSaysNothingThatIsUnderstoodIsShownOut()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, nonsense);
        QFETCH(const QByteArray, known);
        QFETCH(const QByteArray, farewell);
        ProtocolDialogue dialogue(protocol);
        QVERIFY(!fed(dialogue, nonsense.repeated(49) + known.repeated(100)).closes);
        const auto last = fed(dialogue, nonsense.repeated(16'384));
        QVERIFY(last.closes);
        QCOMPARE(last.reply.count('\n'), 2);
        QVERIFY2(last.reply.endsWith(QByteArray(farewell + "Too many commands that are not understood\r\n")),
                 last.reply.constData());
    }

    void whoAsksMuchGetsItPieceByPiece()
    {
        ProtocolDialogue dialogue(PlainProtocol::Pop3);
        const QByteArray answer = answersTo(PlainProtocol::Pop3, "CAPA\n", 5);
        auto step = fed(dialogue, QByteArray("CAPA\n").repeated(3000));
        qsizetype answered = 0;
        for (; step.isUnfinished; step = fed(dialogue, {})) {
            QVERIFY(!step.closes);
            QVERIFY2(step.reply.size() < (16 << 10) + answer.size(), qPrintable(QString::number(step.reply.size())));
            answered += step.reply.size();
        }
        QCOMPARE(answered + step.reply.size(), 3000 * answer.size());
    }

    void whoAsksTooMuchAtOnceIsShownOut()
    {
        ProtocolDialogue dialogue(PlainProtocol::Smtp);
        const auto step = fed(dialogue, QByteArray("NOOP\n").repeated(1 << 20));
        QVERIFY(step.closes && !step.isUnfinished);
        QVERIFY2(step.reply.size() < 17 << 10, qPrintable(QString::number(step.reply.size())));
        QVERIFY(step.reply.endsWith("421 Too much at once: wait for the answers\r\n"));
    }
};

QTEST_APPLESS_MAIN(TestProtocolDialogue)
#include "tst_protocol_dialogue.moc"
