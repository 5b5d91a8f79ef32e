#include "model/tls/starttls.h"
#include "tests/tls/hello_bytes.h"

#include <QSet>
#include <QTest>

#include <array>

using namespace sealport;
using namespace sealport::test;
using enum PlainProtocol;

namespace {

constexpr std::array greetedProtocols{Smtp, Imap, Pop3, Ftp};

/// Where a dialogue stands after everything was said.
enum class Then { GoesOn, BeginsTls, Closes };

/// A dialogue that was fed, and everything that it said.
struct Talk {
    std::unique_ptr<StartTlsDialogue> dialogue;
    QByteArray heard;
    Then then = Then::GoesOn;
    std::size_t consumed = 0;

    [[nodiscard]] const DialogueFacts &facts() const { return dialogue->facts(); }
};

/// Each of `reads` as one read of the socket, until the dialogue is over.
Talk talk(PlainProtocol protocol, const QByteArrayList &reads)
{
    Talk talk;
    talk.dialogue = makeStartTlsDialogue(protocol);
    talk.heard = talk.dialogue->greeting();
    for (const QByteArray &read : reads) {
        const StartTlsDialogue::Step step = talk.dialogue->feed(asSpan(read));
        talk.heard += step.reply;
        talk.consumed += step.consumed;
        if (step.startsTls || step.closes) {
            talk.then = step.startsTls ? Then::BeginsTls : Then::Closes;
            break;
        }
    }
    return talk;
}

QByteArrayList octetByOctet(const QByteArrayList &reads)
{
    QByteArrayList octets;
    for (const char octet : reads.join())
        octets.append(QByteArray(1, octet));
    return octets;
}

/// An LDAPMessage that asks for `operation`, written by hand.
QByteArray ldap(int id, const QByteArray &operation)
{
    const QByteArray content = QByteArray::fromHex("0201") + number(static_cast<std::size_t>(id), 1) + operation;
    return QByteArray::fromHex("30") + vector(content, 1);
}

QByteArray extendedRequest(const QByteArray &oid)
{
    return QByteArray::fromHex("77") + vector(QByteArray::fromHex("80") + vector(oid, 1), 1);
}

const QByteArray startTlsOid = "1.3.6.1.4.1.1466.20037";

QByteArray postgres(std::size_t code, const QByteArray &more = {})
{
    return number(static_cast<std::size_t>(more.size()) + 8, 4) + number(code, 4) + more;
}

const QByteArray sslRequest = QByteArray::fromHex("0000000804d2162f");
const QByteArray startup = postgres(0x00030000, QByteArray("user\0bob\0\0", 10));

/// What a client of each protocol says to get TLS, the last part alone.
QByteArray requestOf(PlainProtocol protocol)
{
    switch (protocol) {
    case Smtp:
        return "STARTTLS\r\n";
    case Imap:
        return "a STARTTLS\r\n";
    case Pop3:
        return "STLS\r\n";
    case Ftp:
        return "AUTH TLS\r\n";
    case Ldap:
        return ldap(1, extendedRequest(startTlsOid));
    case PostgreSql:
        return sslRequest;
    }
    Q_UNREACHABLE();
}

QByteArray name(PlainProtocol protocol)
{
    return plainProtocolLabel(protocol).toLatin1();
}

const QByteArray smtpGreeting = "220 localhost ESMTP Sealport\r\n";
const QByteArray smtpEhlo = "250-localhost\r\n250-STARTTLS\r\n250 ENHANCEDSTATUSCODES\r\n";
const QByteArray imapGreeting = "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED ID] Sealport ready\r\n";
const QByteArray imapCapability = "* CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED ID\r\n";
const QByteArray pop3Greeting = "+OK Sealport ready\r\n";
const QByteArray ftpGreeting = "220 Sealport FTP server ready\r\n";

} // namespace

Q_DECLARE_METATYPE(PlainProtocol)
Q_DECLARE_METATYPE(DialogueFault)
Q_DECLARE_METATYPE(Then)

/// The plain words before TLS, without a socket: what clients say, and what somebody says who means harm.
class TestStartTls final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyOpeningHasItsWord_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::newRow("tls") << Opening{};
        QTest::newRow("plain") << Opening::plain();
        QTest::newRow("on-request") << Opening::onRequest();
        QTest::newRow("starttls-smtp") << Opening::startTls(Smtp);
        QTest::newRow("starttls-imap") << Opening::startTls(Imap);
        QTest::newRow("starttls-pop3") << Opening::startTls(Pop3);
        QTest::newRow("starttls-ftp") << Opening::startTls(Ftp);
        QTest::newRow("starttls-ldap") << Opening::startTls(Ldap);
        QTest::newRow("starttls-postgres") << Opening::startTls(PostgreSql);
    }
    void everyOpeningHasItsWord()
    {
        QFETCH(const Opening, opening);
        const QString word = QString::fromLatin1(QTest::currentDataTag());
        QCOMPARE(opening.toWord(), word);
        QVERIFY(Opening::parse(word) == opening);
        QCOMPARE(opening.mayBecomeTls(), word != u"plain");
    }

    void otherWordsAreNoOpenings()
    {
        for (const QStringView word : std::initializer_list<QStringView>{
                 u"", u"TLS", u"starttls", u"starttls-", u"starttls-nntp", u"smtp", u"plain ", u"on_request"})
            QVERIFY2(!Opening::parse(word), qPrintable(word.toString()));
    }

    void everyProtocolHasItsNames()
    {
        QSet<QString> labels;
        QSet<QString> options;
        for (const PlainProtocol protocol : allPlainProtocols) {
            QVERIFY(plainProtocolOf(plainProtocolOption(protocol)) == protocol);
            QVERIFY(!tlsRequestName(protocol).isEmpty());
            labels.insert(plainProtocolLabel(protocol));
            options.insert(plainProtocolOption(protocol));
        }
        QCOMPARE(labels.size(), qsizetype{6});
        QCOMPARE(options.size(), qsizetype{6});
        QVERIFY(!plainProtocolOf(u"xmpp"));
    }

    void clientsGetTlsWhenTheyAskForIt_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArrayList>("reads");
        QTest::addColumn<QByteArray>("heard");
        QTest::newRow("SMTP as curl and openssl speak it")
            << Smtp << QByteArrayList{"EHLO client.test\r\n", "STARTTLS\r\n"}
            << smtpGreeting + smtpEhlo + "220 2.0.0 Ready to start TLS\r\n";
        QTest::newRow("SMTP in small letters and one packet")
            << Smtp << QByteArrayList{"ehlo client.test\r\nnoop\r\nrset\r\nstarttls\r\n"}
            << smtpGreeting + smtpEhlo + "250 2.0.0 OK\r\n250 2.0.0 OK\r\n220 2.0.0 Ready to start TLS\r\n";
        QTest::newRow("SMTP by hand, without carriage returns and after a mistake")
            << Smtp << QByteArrayList{"HELO\n", "HELO me\n", "STARTTLS now\n", "STARTTLS\n"}
            << smtpGreeting
                   + "501 5.5.4 Say who you are: HELO hostname\r\n250 localhost\r\n"
                     "501 5.5.4 STARTTLS takes no argument\r\n220 2.0.0 Ready to start TLS\r\n";
        QTest::newRow("SMTP from a host whose name begins with http")
            << Smtp << QByteArrayList{"EHLO http.client.test\r\n", "STARTTLS\r\n"}
            << smtpGreeting + smtpEhlo + "220 2.0.0 Ready to start TLS\r\n";
        QTest::newRow("IMAP as openssl speaks it")
            << Imap << QByteArrayList{". CAPABILITY\r\n", ". STARTTLS\r\n"}
            << imapGreeting + imapCapability + ". OK CAPABILITY completed\r\n. OK Begin TLS negotiation now\r\n";
        QTest::newRow("IMAP as mail programs speak it")
            << Imap << QByteArrayList{"A1 ID (\"name\" \"mail\")\r\n", "A2 noop\r\n", "A3 StartTLS\r\n"}
            << imapGreeting
                   + "* ID (\"name\" \"Sealport\")\r\nA1 OK ID completed\r\nA2 OK NOOP completed\r\n"
                     "A3 OK Begin TLS negotiation now\r\n";
        QTest::newRow("POP3 as curl speaks it")
            << Pop3 << QByteArrayList{"CAPA\r\n", "STLS\r\n"}
            << pop3Greeting
                   + "+OK Capability list follows\r\nSTLS\r\nIMPLEMENTATION Sealport\r\n.\r\n"
                     "+OK Begin TLS negotiation\r\n";
        QTest::newRow("FTP as GnuTLS speaks it")
            << Ftp << QByteArrayList{"FEAT\r\n", "AUTH TLS\r\n"}
            << ftpGreeting
                   + "211-Features:\r\n AUTH TLS\r\n PBSZ\r\n PROT\r\n211 End\r\n234 Proceed with TLS negotiation\r\n";
        QTest::newRow("FTP with the older name, after another mechanism")
            << Ftp << QByteArrayList{"AUTH GSSAPI\r\n", "AUTH\r\n", "AUTH SSL\r\n"}
            << ftpGreeting
                   + "504 Unknown mechanism: AUTH TLS is the one\r\n501 AUTH needs a mechanism: AUTH TLS\r\n"
                     "234 Proceed with TLS negotiation\r\n";
        QTest::newRow("LDAP as GnuTLS speaks it: exactly these octets are taken for a yes")
            << Ldap << QByteArrayList{ldap(1, extendedRequest(startTlsOid))}
            << QByteArray::fromHex("300c02010178070a010004000400");
        QTest::newRow("LDAP with lengths in their long form and a number of two octets")
            << Ldap << QByteArrayList{QByteArray::fromHex("30840000001f020207777781188016") + startTlsOid}
            << QByteArray::fromHex("300d0202077778070a010004000400");
        QTest::newRow("PostgreSQL as psql speaks it")
            << PostgreSql << QByteArrayList{postgres(80877104), sslRequest} << QByteArray("NS");
    }
    void clientsGetTlsWhenTheyAskForIt()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArrayList, reads);
        const Talk said = talk(protocol, reads);
        QTEST(said.heard, "heard");
        QVERIFY(said.then == Then::BeginsTls);
        QVERIFY(said.facts().fault == DialogueFault::None);
        QCOMPARE(said.consumed, static_cast<std::size_t>(reads.join().size()));
        QVERIFY(!said.facts().lastCommand.isEmpty());
        QVERIFY(!said.facts().saidGoodbye);
    }

    void readsMayBeCutAnywhere_data() { clientsGetTlsWhenTheyAskForIt_data(); }
    void readsMayBeCutAnywhere()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArrayList, reads);
        const Talk said = talk(protocol, octetByOctet(reads));
        QTEST(said.heard, "heard");
        QVERIFY(said.then == Then::BeginsTls);
        QCOMPARE(said.consumed, static_cast<std::size_t>(reads.join().size()));
    }

    void commandsThatNeedTlsAreRefusedAndTheClientMayGoOn_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<QByteArray>("lastCommand");
        QTest::newRow("mail over SMTP") << Smtp << QByteArray("MAIL FROM:<a@client.test>\r\n")
                                        << QByteArray("530 5.7.0 Must issue a STARTTLS command first\r\n")
                                        << QByteArray("MAIL");
        QTest::newRow("a login over SMTP")
            << Smtp << QByteArray("AUTH PLAIN AGJvYgBzZWNyZXQ=\r\n")
            << QByteArray("530 5.7.0 Must issue a STARTTLS command first\r\n") << QByteArray("AUTH");
        QTest::newRow("something unknown over SMTP")
            << Smtp << QByteArray("XCLIENT NAME=a\r\n") << QByteArray("500 5.5.2 Command not recognized\r\n")
            << QByteArray("XCLIENT");
        QTest::newRow("what may be a password over SMTP is forgotten")
            << Smtp << QByteArray("c2VjcmV0\r\n") << QByteArray("500 5.5.2 Command not recognized\r\n") << QByteArray();
        QTest::newRow("what may be a password of letters over SMTP is forgotten")
            << Smtp << QByteArray("SECRET\r\n") << QByteArray("500 5.5.2 Command not recognized\r\n") << QByteArray();
        QTest::newRow("what may be a password in a literal of IMAP is forgotten")
            << Imap << QByteArray("my secret\r\n") << QByteArray("my BAD Unknown command\r\n") << QByteArray();
        QTest::newRow("an empty line over SMTP")
            << Smtp << QByteArray("\r\n") << QByteArray("500 5.5.2 Command not recognized\r\n") << QByteArray();
        QTest::newRow("a login over IMAP")
            << Imap << QByteArray("a LOGIN bob secret\r\n")
            << QByteArray("a NO [PRIVACYREQUIRED] Must issue STARTTLS first\r\n") << QByteArray("LOGIN");
        QTest::newRow("another way to log in over IMAP")
            << Imap << QByteArray("a AUTHENTICATE PLAIN\r\n")
            << QByteArray("a NO [PRIVACYREQUIRED] Must issue STARTTLS first\r\n") << QByteArray("AUTHENTICATE");
        QTest::newRow("reading mail over IMAP")
            << Imap << QByteArray("a select inbox\r\n") << QByteArray("a BAD Must issue STARTTLS first\r\n")
            << QByteArray("SELECT");
        QTest::newRow("IMAP without a tag") << Imap << QByteArray("CAPABILITY\r\n")
                                            << QByteArray("* BAD A command begins with a tag\r\n") << QByteArray();
        QTest::newRow("IMAP with a tag that would be a continuation")
            << Imap << QByteArray("+ NOOP\r\n") << QByteArray("* BAD A command begins with a tag\r\n") << QByteArray();
        QTest::newRow("a request over IMAP that says too much")
            << Imap << QByteArray("a STARTTLS now\r\n") << QByteArray("a BAD STARTTLS takes no argument\r\n")
            << QByteArray("STARTTLS");
        QTest::newRow("a login over POP3") << Pop3 << QByteArray("PASS secret\r\n")
                                           << QByteArray("-ERR Must issue STLS first\r\n") << QByteArray("PASS");
        QTest::newRow("a request over POP3 that says too much")
            << Pop3 << QByteArray("STLS now\r\n") << QByteArray("-ERR STLS takes no argument\r\n")
            << QByteArray("STLS");
        QTest::newRow("something unknown over POP3")
            << Pop3 << QByteArray("STARTTLS\r\n") << QByteArray("-ERR Unknown command\r\n") << QByteArray("STARTTLS");
        QTest::newRow("a login over FTP") << Ftp << QByteArray("USER bob\r\n")
                                          << QByteArray("530 Must issue AUTH TLS first\r\n") << QByteArray("USER");
        QTest::newRow("protection of nothing over FTP")
            << Ftp << QByteArray("PROT P\r\n") << QByteArray("503 Must issue AUTH TLS first\r\n") << QByteArray("PROT");
        QTest::newRow("a login over LDAP") // bind as "" with the password "pw"
            << Ldap << ldap(7, QByteArray::fromHex("600902010304008002") + "pw")
            << ldap(7, QByteArray::fromHex("611b0a010d04000414") + "StartTLS comes first") << QByteArray("bind");
        QTest::newRow("a search over LDAP")
            << Ldap << ldap(8, QByteArray::fromHex("6300"))
            << ldap(8, QByteArray::fromHex("651b0a010d04000414") + "StartTLS comes first") << QByteArray("search");
        QTest::newRow("something taken back over LDAP")
            << Ldap << ldap(9, QByteArray::fromHex("500108")) << QByteArray() << QByteArray("abandon");
        QTest::newRow("another extended request over LDAP")
            << Ldap << ldap(1, extendedRequest("1.3.6.1.4.1.4203.1.11.3"))
            << ldap(1, QByteArray::fromHex("781b0a013504000414") + "StartTLS comes first") << QByteArray("extended");
        QTest::newRow("PostgreSQL's other encryption")
            << PostgreSql << postgres(80877104) << QByteArray("N") << QByteArray("GSSENCRequest");
    }
    void commandsThatNeedTlsAreRefusedAndTheClientMayGoOn()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, answer);
        const QByteArray greeting = makeStartTlsDialogue(protocol)->greeting();
        Talk said = talk(protocol, {sent});
        QCOMPARE(said.heard, greeting + answer);
        QVERIFY(said.then == Then::GoesOn);
        QTEST(said.facts().lastCommand, "lastCommand");
        QVERIFY(said.dialogue->feed(asSpan(requestOf(protocol))).startsTls);
    }

    void aClientMayLeavePolitely_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArrayList>("reads");
        QTest::addColumn<QByteArray>("lastWords");
        QTest::addColumn<QByteArray>("lastCommand");
        QTest::newRow("SMTP after a mail that was not taken")
            << Smtp << QByteArrayList{"EHLO c\r\n", "MAIL FROM:<a@b>\r\n", "QUIT\r\n"}
            << QByteArray("221 2.0.0 Bye\r\n") << QByteArray("MAIL");
        QTest::newRow("SMTP at once") << Smtp << QByteArrayList{"QUIT\r\n"} << QByteArray("221 2.0.0 Bye\r\n")
                                      << QByteArray();
        QTest::newRow("IMAP") << Imap << QByteArrayList{"a CAPABILITY\r\n", "b logout\r\n"}
                              << QByteArray("* BYE Logging out\r\nb OK LOGOUT completed\r\n")
                              << QByteArray("CAPABILITY");
        QTest::newRow("POP3") << Pop3 << QByteArrayList{"USER bob\r\nQUIT\r\n"} << QByteArray("+OK Bye\r\n")
                              << QByteArray("USER");
        QTest::newRow("FTP") << Ftp << QByteArrayList{"USER anonymous\r\n", "QUIT\r\n"} << QByteArray("221 Goodbye\r\n")
                             << QByteArray("USER");
        QTest::newRow("LDAP says nothing in return")
            << Ldap << QByteArrayList{ldap(1, QByteArray::fromHex("6300")), ldap(2, QByteArray::fromHex("4200"))}
            << QByteArray() << QByteArray("search");
    }
    void aClientMayLeavePolitely()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArrayList, reads);
        QFETCH(const QByteArray, lastWords);
        Talk said = talk(protocol, reads);
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.heard.endsWith(lastWords));
        QVERIFY(said.facts().saidGoodbye);
        QVERIFY(said.facts().fault == DialogueFault::None);
        QTEST(said.facts().lastCommand, "lastCommand");
        const StartTlsDialogue::Step after = said.dialogue->feed(asSpan(requestOf(protocol)));
        QVERIFY2(after.consumed == 0 && after.reply.isEmpty() && !after.startsTls, "it is over");
    }

    /// CVE-2011-0411, and CVE-2021-23214 for PostgreSQL.
    void octetsBehindTheRequestAreRefused_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("surplus");
        QTest::newRow("SMTP with a command") << Smtp << QByteArray("RSET\r\n");
        QTest::newRow("SMTP with one octet") << Smtp << QByteArray("\n");
        QTest::newRow("SMTP with a ClientHello that did not wait") << Smtp << record(22, helloWith({}));
        QTest::newRow("IMAP with a login") << Imap << QByteArray("b LOGIN bob secret\r\n");
        QTest::newRow("POP3 with a login") << Pop3 << QByteArray("USER bob\r\nPASS secret\r\n");
        QTest::newRow("FTP with a login") << Ftp << QByteArray("USER bob\r\n");
        QTest::newRow("LDAP with a search") << Ldap << ldap(2, QByteArray::fromHex("6300"));
        QTest::newRow("PostgreSQL with a start-up") << PostgreSql << startup;
    }
    void octetsBehindTheRequestAreRefused()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, surplus);
        const QByteArray greeting = makeStartTlsDialogue(protocol)->greeting();
        const QByteArray yes = talk(protocol, {requestOf(protocol)}).heard.mid(greeting.size());
        const Talk said = talk(protocol, {requestOf(protocol) + surplus});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::DataBehindRequest);
        QCOMPARE(said.facts().measure, static_cast<std::uint64_t>(surplus.size()));
        const QByteArray answer = said.heard.mid(greeting.size());
        QVERIFY2(!answer.isEmpty() && !answer.startsWith(yes), "it is told, and not told to begin with TLS");
    }

    void whatCameBehindTheRequestInAnotherReadBelongsToTls()
    {
        for (const PlainProtocol protocol : allPlainProtocols) {
            Talk said = talk(protocol, {requestOf(protocol)});
            QVERIFY2(said.then == Then::BeginsTls, name(protocol).constData());
            QCOMPARE(said.dialogue->feed(asSpan("RSET\r\n")).consumed, std::size_t{0});
        }
    }

    void messagesHaveAnEnd_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("longest");
        QTest::addColumn<QByteArray>("tooLong");
        constexpr auto limit = StartTlsDialogue::longestMessage;
        const auto text = [](qsizetype size) -> QByteArray { return "NOOP" + QByteArray(size - 4, 'x'); };
        for (const PlainProtocol protocol : greetedProtocols)
            QTest::newRow(name(protocol).constData()) << protocol << text(limit) << text(limit + 1);
        const auto packet = [](qsizetype size) -> QByteArray {
            return QByteArray::fromHex("3082") + number(static_cast<std::size_t>(size) - 4, 2);
        };
        QTest::newRow("LDAP") << Ldap << packet(limit) << packet(limit + 1);
        QTest::newRow("LDAP that would be four gigabytes")
            << Ldap << packet(limit) << QByteArray::fromHex("3084ffffffff");
        QTest::newRow("PostgreSQL") << PostgreSql << number(std::size_t{limit}, 4) << number(std::size_t{limit} + 1, 4);
    }
    void messagesHaveAnEnd()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, longest);
        QFETCH(const QByteArray, tooLong);
        QVERIFY(talk(protocol, {longest}).then == Then::GoesOn);
        const Talk said = talk(protocol, {tooLong});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::MessageTooLong);
        QCOMPARE(said.facts().measure, std::uint64_t{StartTlsDialogue::longestMessage});
        QVERIFY(said.heard != makeStartTlsDialogue(protocol)->greeting()); // it is told
    }

    void aLineThatIsTooLongIsRefusedAlsoWhenItsEndIsThere()
    {
        const Talk said = talk(Smtp, {"NOOP " + QByteArray(StartTlsDialogue::longestMessage, 'x') + "\r\n"});
        QVERIFY(said.facts().fault == DialogueFault::MessageTooLong);
    }

    void talkingForEverIsNoWayToStay_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("message");
        QTest::newRow("SMTP") << Smtp << QByteArray("NOOP\r\n");
        QTest::newRow("IMAP") << Imap << QByteArray("a NOOP\r\n");
        QTest::newRow("POP3") << Pop3 << QByteArray("CAPA\r\n");
        QTest::newRow("FTP") << Ftp << QByteArray("NOOP\r\n");
        QTest::newRow("LDAP") << Ldap << ldap(1, QByteArray::fromHex("6300"));
        QTest::newRow("PostgreSQL") << PostgreSql << postgres(80877104);
    }
    void talkingForEverIsNoWayToStay()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, message);
        QByteArrayList reads;
        for (int i = 0; i < StartTlsDialogue::mostMessages; ++i)
            reads.append(message);
        QVERIFY(talk(protocol, reads).then == Then::GoesOn);
        QVERIFY(talk(protocol, {reads.join()}).then == Then::GoesOn);
        reads.append(message);
        const Talk said = talk(protocol, reads);
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::TooManyMessages);
        QCOMPARE(said.facts().measure, std::uint64_t{StartTlsDialogue::mostMessages});
        QVERIFY(talk(protocol, {reads.join()}).facts() == said.facts());
    }

    void otherProtocolsAreRecognised_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<FirstBytes>("what");
        QTest::addColumn<QByteArray>("shown");
        const QByteArray http = "GET / HTTP/1.1\r\nHost: mail.test\r\n\r\n";
        const QByteArray longHttp = "GET /" + QByteArray(90, 'a') + " HTTP/1.1\r\n\r\n";
        const QByteArray ssh = "SSH-2.0-OpenSSH_9.2p1 Debian\r\n";
        const QByteArray proxy1 = "PROXY TCP4 10.0.0.1 10.0.0.2 5000 25\r\n";
        const QByteArray longProxy =
            "PROXY TCP6 2001:db8:1111:2222:3333:4444:5555:6666 2001:db8:1111:2222:3333:4444:5555:7777 50000 25\r\n";
        const QByteArray proxy2 = QByteArray::fromHex("0d0a0d0a000d0a515549540a2111000c0a0000010a00000213880019");
        const QByteArray nonsense = QByteArray::fromHex("010203040506070809");
        for (const PlainProtocol protocol : allPlainProtocols) {
            const auto row = [protocol](const char *what, const QByteArray &sent, FirstBytes first,
                                        const QByteArray &shown) {
                QTest::newRow(QByteArray(name(protocol) + ": " + what).constData())
                    << protocol << sent << first << shown;
            };
            row("HTTP", http, FirstBytes::Http, "GET / HTTP/1.1");
            row("HTTP with a long line", longHttp, FirstBytes::Http, longHttp.left(64));
            row("SSH", ssh, FirstBytes::Ssh, ssh.trimmed());
            row("a PROXY line", proxy1, FirstBytes::ProxyProtocol, proxy1.trimmed());
            row("a long PROXY line", longProxy, FirstBytes::ProxyProtocol, longProxy.left(64));
            row("a binary PROXY header", proxy2, FirstBytes::ProxyProtocol, proxy2.left(16));
            row("nonsense", nonsense, FirstBytes::Unknown, nonsense);
        }
        const QByteArray ehlo = "EHLO client.test\r\n";
        const QByteArray bind = ldap(1, QByteArray::fromHex("600f02010304008008") + "topsecret");
        QTest::newRow("SMTP: LDAP") << Smtp << ldap(1, extendedRequest(startTlsOid)) << FirstBytes::Unknown
                                    << QByteArray();
        QTest::newRow("SMTP: LDAP with a password") << Smtp << bind << FirstBytes::Unknown << QByteArray();
        QTest::newRow("IMAP: PostgreSQL") << Imap << sslRequest << FirstBytes::Unknown << sslRequest;
        QTest::newRow("LDAP: SMTP") << Ldap << ehlo << FirstBytes::Unknown << QByteArray("EHLO");
        QTest::newRow("PostgreSQL: SMTP") << PostgreSql << ehlo << FirstBytes::Unknown << QByteArray("EHLO");
        QTest::newRow("PostgreSQL: IMAP with a password") // which it would not say before it is greeted
            << PostgreSql << QByteArray("a LOGIN bob topsecret\r\n") << FirstBytes::Unknown << QByteArray("a");
        QTest::newRow("SMTP: a control octet behind a password")
            << Smtp << QByteArray("AUTH PLAIN AGJvYgBzZWNyZXQ=\x01\r\n") << FirstBytes::Unknown << QByteArray();
        QTest::newRow("IMAP: a control octet behind a password")
            << Imap << QByteArray("a LOGIN bob topsecret\x01\r\n") << FirstBytes::Unknown << QByteArray();
        QTest::newRow("POP3: HTTP with more behind it") << Pop3 << QByteArray("GET / HTTP/1.1\r\nCookie: topsecret\r\n")
                                                        << FirstBytes::Http << QByteArray("GET / HTTP/1.1");
    }
    void otherProtocolsAreRecognised()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        const Talk said = talk(protocol, {sent});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::ForeignProtocol);
        QTEST(said.dialogue->opening().state(), "what");
        QVERIFY(sent.startsWith(said.dialogue->opening().firstOctets()));
        QTEST(said.dialogue->octetsToShow(), "shown");
        QVERIFY(!said.facts().saidGoodbye);
    }

    void otherProtocolsAreRecognisedHoweverTheyAreCut_data() { otherProtocolsAreRecognised_data(); }
    void otherProtocolsAreRecognisedHoweverTheyAreCut()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, shown);
        const Talk said = talk(protocol, octetByOctet({sent}));
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::ForeignProtocol);
        QVERIFY(shown.startsWith(said.dialogue->octetsToShow())); // fewer were looked at
    }

    void whoHasSpokenTheProtocolIsNotQuoted_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("lastCommand");
        QTest::newRow("IMAP: a control octet after a login")
            << Imap << QByteArray("a LOGIN bob topsecret\r\nb NOOP\x01\r\n") << QByteArray("LOGIN");
        QTest::newRow("POP3: a control octet after a login")
            << Pop3 << QByteArray("PASS topsecret\r\n\x02\x03") << QByteArray("PASS");
        QTest::newRow("POP3: HTTP in the middle")
            << Pop3 << QByteArray("GET topsecret\r\nGET / HTTP/1.1\r\n") << QByteArray();
        QTest::newRow("SMTP: a PROXY header that is none")
            << Smtp << QByteArray("\r\n\r\n\0\r\nQUIT\r\n", 13) << QByteArray();
    }
    void whoHasSpokenTheProtocolIsNotQuoted()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        for (const QByteArrayList &reads : {QByteArrayList{sent}, octetByOctet({sent})}) {
            const Talk said = talk(protocol, reads);
            QVERIFY(said.then == Then::Closes);
            QVERIFY(said.facts().fault == DialogueFault::Malformed);
            QTEST(said.facts().lastCommand, "lastCommand");
            QVERIFY(said.dialogue->octetsToShow().isEmpty());
            QVERIFY2(said.heard.contains("cannot be read"), said.heard.constData());
        }
    }

    void tlsThatWasNotAskedForIsRecognised_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("before");
        QTest::newRow("SMTP") << Smtp << QByteArray("EHLO client.test\r\n");
        QTest::newRow("IMAP") << Imap << QByteArray("a LOGIN bob topsecret\r\n");
        QTest::newRow("POP3") << Pop3 << QByteArray("CAPA\r\n");
        QTest::newRow("FTP") << Ftp << QByteArray("FEAT\r\n");
        QTest::newRow("LDAP") << Ldap << ldap(1, QByteArray::fromHex("6300"));
        QTest::newRow("PostgreSQL") << PostgreSql << postgres(80877104);
    }
    void tlsThatWasNotAskedForIsRecognised()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, before);
        const QByteArray hello = record(22, helloWith({}));
        const QByteArray answered = talk(protocol, {before}).heard;
        for (const QByteArrayList &reads : {QByteArrayList{before, hello}, octetByOctet({before, hello})}) {
            const Talk said = talk(protocol, reads);
            QVERIFY(said.then == Then::Closes);
            QVERIFY(said.facts().fault == DialogueFault::TlsUnasked);
            QCOMPARE(said.heard, answered); // words would look like a broken record
            QCOMPARE(said.dialogue->opening().helloMessage(), hello.mid(5));
            QVERIFY(hello.startsWith(said.dialogue->octetsToShow()) && !said.dialogue->octetsToShow().isEmpty());
        }
    }

    void aClientThatBeginsWithTlsIsRecognised_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<FirstBytes>("what");
        for (const PlainProtocol protocol : allPlainProtocols) {
            if (protocol != PostgreSql)
                QTest::newRow(QByteArray(name(protocol) + " from a client of today").constData())
                    << protocol << record(22, helloWith({})) << FirstBytes::TlsHello;
            QTest::newRow(QByteArray(name(protocol) + " from a client of 1996").constData())
                << protocol << ssl2Record(ssl2Message()) << FirstBytes::Ssl2Hello;
        }
    }
    void aClientThatBeginsWithTlsIsRecognised()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        const Talk said = talk(protocol, {sent});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::BeganWithTls);
        QCOMPARE(said.heard, makeStartTlsDialogue(protocol)->greeting()); // words would look like a broken record
        QTEST(said.dialogue->opening().state(), "what");
        QVERIFY2(!said.dialogue->opening().helloMessage().isEmpty(), "what the client offers can be shown");
        const Talk inOctets = talk(protocol, octetByOctet({sent}));
        QVERIFY(inOctets.then == Then::Closes);
        QVERIFY(inOctets.facts().fault == DialogueFault::BeganWithTls);
        QCOMPARE(inOctets.heard, said.heard);
        QCOMPARE(inOctets.dialogue->opening().helloMessage(), said.dialogue->opening().helloMessage());
    }

    void halfAClientHelloIsWaitedFor()
    {
        const Talk said = talk(Smtp, {record(22, helloWith({})).left(30)});
        QVERIFY(said.then == Then::GoesOn);
        QVERIFY(said.facts().fault == DialogueFault::BeganWithTls); // known already, should nothing more come
    }

    void postgreSqlTakesTlsAtOnceToo()
    {
        const QByteArray hello = record(22, helloWith({}));
        for (const QByteArrayList &reads : {QByteArrayList{hello}, octetByOctet({hello})}) {
            const Talk said = talk(PostgreSql, reads);
            QVERIFY(said.then == Then::BeginsTls);
            QCOMPARE(said.consumed, std::size_t{0}); // all of it belongs to TLS
            QVERIFY(said.heard.isEmpty());
        }
        QVERIFY2(talk(PostgreSql, {postgres(80877104), hello}).then == Then::Closes,
                 "but only as the very first thing");
    }

    void postgreSqlWithoutTlsIsToldWhatIsMissing()
    {
        const Talk said = talk(PostgreSql, {startup});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::LoginInPlain);
        QCOMPARE(said.facts().lastCommand, QByteArray("StartupMessage"));
        const QByteArray fields("SFATAL\0VFATAL\0C28000\0MSSL required\0\0", 36);
        QCOMPARE(said.heard, 'E' + number(static_cast<std::size_t>(fields.size()) + 4, 4) + fields);
    }

    void postgreSqlThatOnlyCancelsIsNoGoodbye()
    {
        const Talk said = talk(PostgreSql, {postgres(80877102, QByteArray(8, 'k'))});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::OnlyCancels);
        QVERIFY(!said.facts().saidGoodbye);
        QCOMPARE(said.facts().lastCommand, QByteArray("CancelRequest"));
        QVERIFY2(said.heard.isEmpty(), "there is no answer to it");
    }

    void clientsAreToldThatThereIsNoRoom()
    {
        for (const PlainProtocol protocol : greetedProtocols)
            QVERIFY(refusalForLackOfRoom(protocol).endsWith("\r\n"));
        QVERIFY(refusalForLackOfRoom(Ldap).isEmpty() && refusalForLackOfRoom(PostgreSql).isEmpty());
    }

    void brokenPacketsEndTheDialogue_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("LDAP of indefinite length") << Ldap << QByteArray::fromHex("3080020101420000");
        QTest::newRow("LDAP with a length of five octets") << Ldap << QByteArray::fromHex("30850000000001");
        QTest::newRow("LDAP with nothing inside") << Ldap << QByteArray::fromHex("3000");
        QTest::newRow("LDAP with a number alone") << Ldap << QByteArray::fromHex("3003020101");
        QTest::newRow("LDAP with the number 0") << Ldap << ldap(0, QByteArray::fromHex("4200"));
        QTest::newRow("LDAP with a number below zero") << Ldap << ldap(255, QByteArray::fromHex("4200"));
        QTest::newRow("LDAP with an operation that is longer than the message")
            << Ldap << QByteArray::fromHex("300502010163ff");
        QTest::newRow("LDAP with an operation that nobody knows") << Ldap << ldap(1, QByteArray::fromHex("7f00"));
        QTest::newRow("LDAP with a request without a name") << Ldap << ldap(1, QByteArray::fromHex("7700"));
        QTest::newRow("LDAP with another message that is none")
            << Ldap << QByteArray(ldap(1, QByteArray::fromHex("6300")) + "QUIT\r\n");
        QTest::newRow("PostgreSQL shorter than its own length") << PostgreSql << QByteArray::fromHex("00000004");
        QTest::newRow("PostgreSQL with words after a packet")
            << PostgreSql << QByteArray(postgres(80877104) + "EHLO client.test\r\n");
        QTest::newRow("PostgreSQL of a version that never was") << PostgreSql << postgres(0x00990000);
        QTest::newRow("PostgreSQL's request with something in it") << PostgreSql << postgres(80877103, "more");
    }
    void brokenPacketsEndTheDialogue()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const QByteArray, sent);
        const Talk said = talk(protocol, {sent});
        QVERIFY(said.then == Then::Closes);
        QVERIFY(said.facts().fault == DialogueFault::Malformed);
        QVERIFY2(!said.heard.isEmpty(), "it is told");
        QVERIFY(talk(protocol, octetByOctet({sent})).facts().fault == DialogueFault::Malformed);
    }
};

QTEST_GUILESS_MAIN(TestStartTls)
#include "tst_starttls.moc"
