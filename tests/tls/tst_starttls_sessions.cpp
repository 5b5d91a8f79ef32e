#include "tests/tls/hello_bytes.h"
#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;
using enum PlainProtocol;
using Cause = Ending::Cause;
using Part = Ending::Part;

namespace {

const QByteArray smtpGreeting = "220 localhost ESMTP Sealport\r\n";
const QByteArray sslRequest = QByteArray::fromHex("0000000804d2162f");
const QByteArray ldapStartTls = QByteArray::fromHex("301d02010177188016") + "1.3.6.1.4.1.1466.20037";

/// A client's words, each with the answer that it waits for; the first answer is the greeting.
using Dialogue = QList<std::pair<QByteArray, QByteArray>>;

bool speak(RawClient &client, const Dialogue &dialogue)
{
    return std::ranges::all_of(dialogue, [&client](const auto &turn) {
        return (turn.first.isEmpty() || client.write(turn.first)) && client.read(turn.second.size()) == turn.second;
    });
}

const Dialogue smtpRequest{{"", smtpGreeting}, {"STARTTLS\r\n", "220 2.0.0 Ready to start TLS\r\n"}};

/// What has to be the same whether or not plain words went before.
Ending tlsPartOf(Ending ending)
{
    ending.opening = {};
    ending.dialogue = {};
    ending.durationMs = 0;
    ending.hello.clear(); // every client draws its own random octets
    ending.firstOctets = ending.firstOctets.left(3);
    if (ending.negotiated)
        ending.negotiated->handshakeMs = 0;
    return ending;
}

} // namespace

Q_DECLARE_METATYPE(Dialogue)
Q_DECLARE_METATYPE(PlainProtocol)
Q_DECLARE_METATYPE(DialogueFault)

/// STARTTLS over real sockets: the way there, what goes wrong on it, and that TLS is the same after it.
class TestStartTlsSessions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_identity = makeIdentity();
        m_modern = ServerContext::make({.protocols = modernProtocols}, *m_identity).value();
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyProtocolLeadsToTls_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<Dialogue>("dialogue");
        QTest::addColumn<QByteArray>("lastCommand");
        QTest::newRow("SMTP") << Smtp
                              << Dialogue{{"", smtpGreeting},
                                          {"EHLO client.test\r\n",
                                           "250-localhost\r\n250-STARTTLS\r\n250 ENHANCEDSTATUSCODES\r\n"},
                                          {"STARTTLS\r\n", "220 2.0.0 Ready to start TLS\r\n"}}
                              << QByteArray("STARTTLS");
        QTest::newRow("IMAP") << Imap
                              << Dialogue{{"",
                                           "* OK [CAPABILITY IMAP4rev1 STARTTLS LOGINDISABLED ID] Sealport ready\r\n"},
                                          {"a STARTTLS\r\n", "a OK Begin TLS negotiation now\r\n"}}
                              << QByteArray("STARTTLS");
        QTest::newRow("POP3") << Pop3
                              << Dialogue{{"", "+OK Sealport ready\r\n"}, {"STLS\r\n", "+OK Begin TLS negotiation\r\n"}}
                              << QByteArray("STLS");
        QTest::newRow("FTP") << Ftp
                             << Dialogue{{"", "220 Sealport FTP server ready\r\n"},
                                         {"AUTH TLS\r\n", "234 Proceed with TLS negotiation\r\n"}}
                             << QByteArray("AUTH");
        QTest::newRow("LDAP") << Ldap << Dialogue{{ldapStartTls, QByteArray::fromHex("300c02010178070a010004000400")}}
                              << QByteArray("StartTLS");
        QTest::newRow("PostgreSQL") << PostgreSql << Dialogue{{sslRequest, "S"}} << QByteArray("SSLRequest");
        QTest::newRow("PostgreSQL without asking") << PostgreSql << Dialogue{} << QByteArray();
    }
    void everyProtocolLeadsToTls()
    {
        QFETCH(const PlainProtocol, protocol);
        QFETCH(const Dialogue, dialogue);
        Served served(m_modern, {}, Opening::startTls(protocol));
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.serverName = "mail.test"});
            return speak(client.socket(), dialogue) && client.handshake() && client.write("hello")
                   && client.read(5) == "hello" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.log,
                 QStringLiteral("accepted 1,plain 1,hello 1,secured 1,received 1,ended 1").split(u','));
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::CloseNotify);
        QVERIFY(ending.wasSecured());
        QVERIFY(ending.part == Part::Tls);
        QVERIFY(ending.opening == Opening::startTls(protocol));
        QCOMPARE(ending.bytesIn, 5U); // plain words are no data
        QCOMPARE(ending.bytesOut, 5U);
        QVERIFY(ending.dialogue.fault == DialogueFault::None);
        QTEST(ending.dialogue.lastCommand, "lastCommand");
        const auto hello = parseClientHello(asSpan(ending.hello));
        QVERIFY(hello && hello->serverName == "mail.test");
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

    void postgreSqlTakesTheNameThatItsClientsInsistOn_data()
    {
        QTest::addColumn<Dialogue>("dialogue");
        QTest::addColumn<QByteArray>("offered");
        QTest::addColumn<QByteArray>("agreed");
        const QByteArray name("\x0apostgresql", 11);
        const QByteArray other("\x02h2", 3);
        const std::vector<std::pair<const char *, Dialogue>> ways{{"at once", {}}, {"on request", {{sslRequest, "S"}}}};
        for (const auto &[how, dialogue] : ways) {
            QTest::addRow("%s, by its name", how) << dialogue << name << QByteArray("postgresql");
            QTest::addRow("%s, by no name", how) << dialogue << QByteArray() << QByteArray();
            QTest::addRow("%s, by another name", how) << dialogue << other << QByteArray();
        }
    }
    void postgreSqlTakesTheNameThatItsClientsInsistOn()
    {
        QFETCH(const Dialogue, dialogue);
        QFETCH(const QByteArray, offered);
        const auto context =
            ServerContext::make({.protocols = modernProtocols, .alpn = {QStringLiteral("postgresql")}}, *m_identity);
        QVERIFY(context.has_value());
        Served served(*context, {}, Opening::startTls(PostgreSql));
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            if (!offered.isEmpty())
                SSL_set_alpn_protos(&client.ssl(), reinterpret_cast<const unsigned char *>(offered.constData()),
                                    static_cast<unsigned>(offered.size()));
            return speak(client.socket(), dialogue) && client.handshake() && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QTEST(served.observer.firstEnding()->negotiated->alpn, "agreed");
    }

    void dialogueMayComeOctetByOctet()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            for (const char octet : QByteArray("EHLO client.test\r\nSTARTTLS\r\n"))
                client.socket().write(QByteArray(1, octet));
            const QByteArray answers = smtpGreeting
                                       + "250-localhost\r\n250-STARTTLS\r\n250 ENHANCEDSTATUSCODES\r\n"
                                         "220 2.0.0 Ready to start TLS\r\n";
            return client.socket().read(answers.size()) == answers && client.handshake() && client.close();
        }));
    }

    /// The same connection with plain words before it and without: nothing of TLS may differ.
    void tlsIsTheSameAfterPlainWords_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<bool>("verifies");
        QTest::addColumn<QByteArray>("last");
        QTest::newRow("TLS 1.3, closed properly") << TLS1_3_VERSION << false << QByteArray("close");
        QTest::newRow("TLS 1.2, closed properly") << TLS1_2_VERSION << false << QByteArray("close");
        QTest::newRow("TLS 1.3, truncated") << TLS1_3_VERSION << false << QByteArray("fin");
        QTest::newRow("TLS 1.2, our certificate refused") << TLS1_2_VERSION << true << QByteArray();
        QTest::newRow("TLS 1.3, our certificate refused") << TLS1_3_VERSION << true << QByteArray();
        QTest::newRow("no version in common") << TLS1_1_VERSION << false << QByteArray();
    }
    void tlsIsTheSameAfterPlainWords()
    {
        QFETCH(const int, version);
        QFETCH(const bool, verifies);
        QFETCH(const QByteArray, last);
        std::vector<Ending> endings;
        std::vector<bool> outcomes;
        for (const Opening &opening : {Opening{}, Opening::startTls(Smtp)}) {
            Served served(m_modern, {}, opening);
            outcomes.push_back(whileServing([&] {
                TlsClient client(served.port, {.oldest = version, .newest = version, .verifies = verifies});
                if (opening.mode == Opening::Mode::StartTls && !speak(client.socket(), smtpRequest))
                    return false;
                if (!client.handshake() || !client.write("x") || client.read(1) != "x")
                    return false;
                if (last == "close")
                    return client.close();
                client.socket().finishWriting();
                return client.readToEnd().isEmpty();
            }));
            QTRY_VERIFY(served.observer.firstEnding());
            endings.push_back(tlsPartOf(*served.observer.firstEnding()));
        }
        QCOMPARE(outcomes.at(0), outcomes.at(1));
        QCOMPARE(outcomes.at(0), !last.isEmpty());
        QVERIFY(endings.at(0) == endings.at(1));
    }

    void octetsBehindTheRequestNeverReachTls()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        const QByteArray answer = whileServing([&] {
            RawClient client(served.port);
            client.write("EHLO client.test\r\nSTARTTLS\r\nMAIL FROM:<evil@client.test>\r\n");
            const QByteArray all = client.readToEnd();
            return client.wasReset() ? QByteArray("reset") : all;
        });
        QVERIFY2(answer.endsWith("421 4.7.0 Data came with the request for TLS, closing\r\n"), answer.constData());
        QVERIFY(!answer.contains("Ready to start TLS"));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::DialogueOver);
        QVERIFY(ending.part == Part::Dialogue);
        QVERIFY(ending.dialogue.fault == DialogueFault::DataBehindRequest);
        QCOMPARE(ending.dialogue.measure, 30U);
        QVERIFY(!ending.wasServed());
        QVERIFY2(ending.firstOctets.isEmpty(), "what may be a password is not kept");
    }

    /// A read takes 4096 octets: what stands behind them must not look as if it had come later.
    void octetsBehindTheRequestAreSeenWhereverAReadEnds()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        const QByteArray request = "STARTTLS\r\n";
        const QByteArray before = "NOOP " + QByteArray(4096 - 7 - request.size(), 'x') + "\r\n";
        const QByteArray surplus = "MAIL FROM:<evil@client.test>\r\n";
        QCOMPARE(before.size() + request.size(), qsizetype{4096});
        const QByteArray answer = whileServing([&] {
            RawClient client(served.port);
            client.write(before + request + surplus);
            const QByteArray all = client.readToEnd();
            return client.wasReset() ? QByteArray("reset") : all;
        });
        QCOMPARE(answer, smtpGreeting + "250 2.0.0 OK\r\n421 4.7.0 Data came with the request for TLS, closing\r\n");
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QVERIFY(ending.dialogue.fault == DialogueFault::DataBehindRequest);
        QCOMPARE(ending.dialogue.measure, static_cast<std::uint64_t>(surplus.size()));
    }

    void clientIsToldThatThereIsNoRoom_data()
    {
        QTest::addColumn<PlainProtocol>("protocol");
        QTest::addColumn<QByteArray>("words");
        QTest::newRow("SMTP") << Smtp << QByteArray("421 4.3.2 Too many connections, try again later\r\n");
        QTest::newRow("IMAP") << Imap << QByteArray("* BYE Too many connections, try again later\r\n");
        QTest::newRow("POP3") << Pop3 << QByteArray("-ERR Too many connections, try again later\r\n");
        QTest::newRow("FTP") << Ftp << QByteArray("421 Too many connections, try again later\r\n");
        QTest::newRow("LDAP") << Ldap << QByteArray();
    }
    void clientIsToldThatThereIsNoRoom()
    {
        QFETCH(const PlainProtocol, protocol);
        Served served(m_modern, {.maxConnections = 1}, Opening::startTls(protocol));
        const RawClient first(served.port);
        QTRY_COMPARE(served.server.liveSessions(), 1);
        const QByteArray heard = whileServing([&] {
            RawClient client(served.port);
            const QByteArray all = client.readToEnd();
            return client.wasReset() ? QByteArray("reset") : all;
        });
        QTEST(heard, "words");
        QVERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::ConnectionLimit);
    }

    void clientThatLeavesInTheDialogue_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("resets");
        QTest::addColumn<Cause>("cause");
        QTest::addColumn<QByteArray>("lastCommand");
        QTest::addColumn<bool>("saidGoodbye");
        QTest::newRow("says goodbye") << QByteArray("EHLO c\r\nMAIL FROM:<a@b>\r\nQUIT\r\n") << false
                                      << Cause::DialogueOver << QByteArray("MAIL") << true;
        QTest::newRow("just goes") << QByteArray("EHLO c\r\n") << false << Cause::PeerClosed << QByteArray("EHLO")
                                   << false;
        QTest::newRow("breaks off") << QByteArray("EHLO c\r\n") << true << Cause::PeerReset << QByteArray("EHLO")
                                    << false;
        QTest::newRow("never says a word") << QByteArray() << false << Cause::PeerClosed << QByteArray() << false;
    }
    void clientThatLeavesInTheDialogue()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const bool, resets);
        Served served(m_modern, {}, Opening::startTls(Smtp));
        RawClient client(served.port);
        QVERIFY(whileServing([&] { return client.read(smtpGreeting.size()) == smtpGreeting && client.write(sent); }));
        if (!sent.isEmpty())
            QVERIFY(whileServing([&] { return client.read(3).startsWith("250"); }));
        if (resets)
            client.reset();
        else
            client.finishWriting();
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QTEST(ending.cause, "cause");
        QTEST(ending.dialogue.lastCommand, "lastCommand");
        QTEST(ending.dialogue.saidGoodbye, "saidGoodbye");
        QVERIFY(ending.part == Part::Dialogue);
        QVERIFY(ending.dialogue.fault == DialogueFault::None);
        QCOMPARE(ending.wireBytesIn, static_cast<std::uint64_t>(sent.size()));
    }

    void clientThatBeginsWithTlsIsRecognised()
    {
        for (const PlainProtocol protocol : {Smtp, Imap, Pop3, Ftp, Ldap}) {
            Served served(m_modern, {}, Opening::startTls(protocol));
            QVERIFY(!whileServing([&] { return TlsClient(served.port, {.serverName = "mail.test"}).handshake(); }));
            QTRY_VERIFY(served.observer.firstEnding());
            const Ending &ending = *served.observer.firstEnding();
            QCOMPARE(ending.cause, Cause::DialogueOver);
            QVERIFY(ending.dialogue.fault == DialogueFault::BeganWithTls);
            QCOMPARE(ending.firstBytes, FirstBytes::TlsHello);
            QCOMPARE(served.observer.count(QStringLiteral("hello")), 1);
            const auto hello = parseClientHello(asSpan(ending.hello));
            QVERIFY(hello && hello->serverName == "mail.test");
        }
    }

    void clientHelloInTwoReadsIsSeenWhole()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        const QByteArray hello = helloBytes(TLS1_2_VERSION, TLS1_3_VERSION);
        RawClient client(served.port);
        client.write(hello.left(100));
        QTRY_VERIFY(served.server.session(ConnectionId(1))
                    && served.server.session(ConnectionId(1))->evidence().wireBytesIn == 100);
        client.write(hello.mid(100));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::DialogueOver);
        QVERIFY(ending.dialogue.fault == DialogueFault::BeganWithTls);
        QCOMPARE(ending.hello, hello.mid(5));
        QCOMPARE(served.observer.count(QStringLiteral("hello")), 1);
    }

    void wordsInPlaceOfTlsAreNotKept()
    {
        Served served(m_modern, {}, Opening::startTls(Imap));
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            client.write("a STARTTLS\r\n");
            QByteArray heard;
            while (!heard.endsWith("negotiation now\r\n")) {
                const QByteArray octet = client.read(1);
                if (octet.isEmpty())
                    return false;
                heard += octet;
            }
            client.write("b LOGIN bob topsecret\r\n");
            return client.readToEnd().isEmpty();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::NotTls);
        QVERIFY(ending.part == Part::Tls);
        QVERIFY(ending.firstOctets.isEmpty());
    }

    void dialogueAndHandshakeEndInTime_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<bool>("isTls");
        QTest::newRow("silent") << QByteArray() << false;
        QTest::newRow("stalled in the dialogue") << QByteArray("EHLO c\r\n") << false;
        QTest::newRow("stalled in a line") << QByteArray("EHL") << false;
        QTest::newRow("silent after the request") << QByteArray("STARTTLS\r\n") << true;
    }
    void dialogueAndHandshakeEndInTime()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const bool, isTls);
        Served served(m_modern, {.handshakeTimeout = 200ms}, Opening::startTls(Smtp));
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            client.write(sent);
            return client.readToEnd().startsWith(smtpGreeting) && !client.wasReset();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::HandshakeTimeout);
        QCOMPARE(ending.limit, 200U);
        QVERIFY(ending.durationMs >= 199);
        QVERIFY(ending.part == (isTls ? Part::Tls : Part::Dialogue));
        QCOMPARE(ending.wireBytesIn, isTls ? 0U : static_cast<std::uint64_t>(sent.size()));
    }

    void handshakeHasATimeOfItsOwn()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        TlsSession::Clock::time_point ofDialogue;
        TlsSession::Clock::time_point ofHandshake;
        served.observer.onPlain = [&](TlsSession &session) { ofDialogue = session.deadline(); };
        served.observer.onTlsBegins = [&](TlsSession &session) { ofHandshake = session.deadline(); };
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return speak(client.socket(), smtpRequest) && client.handshake() && client.close();
        }));
        QVERIFY(ofDialogue < TlsSession::Clock::time_point::max());
        QVERIFY(ofHandshake > ofDialogue);
        QVERIFY(ofHandshake <= TlsSession::Clock::now() + ServerLimits{}.handshakeTimeout);
    }

    void handshakeTimeIsWhatTheVerdictSays()
    {
        Served served(m_modern, {.handshakeTimeout = 1500ms}, Opening::startTls(Smtp));
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            client.setPatience(300ms);
            static_cast<void>(client.read(smtpGreeting.size() + 1)); // which never comes
            client.setPatience(10s);
            client.write("STARTTLS\r\n");
            static_cast<void>(client.readToEnd());
            return !client.wasReset();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::HandshakeTimeout);
        QVERIFY(ending.part == Part::Tls);
        QCOMPARE(ending.limit, 1500U);
        QVERIFY(ending.durationMs >= 1799);
    }

    void wordsDoNotPutTheDeadlineOff()
    {
        Served served(m_modern, {.handshakeTimeout = 300ms}, Opening::startTls(Smtp));
        served.observer.onPlain = [](TlsSession &session) { session.greetAfter(10ms); }; // not for a dialogue
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            for (int i = 0; i < StartTlsDialogue::mostMessages - 10; ++i) {
                client.write("NOOP\r\n");
                static_cast<void>(client.read(10));
            }
            static_cast<void>(client.readToEnd());
            return !client.wasReset();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::HandshakeTimeout);
        QVERIFY(served.observer.firstEnding()->durationMs < 5000);
        QCOMPARE(served.observer.count(QStringLiteral("silent")), 0);
    }

    void userMayEndADialogue_data()
    {
        QTest::addColumn<bool>("stops");
        QTest::newRow("disconnect") << false;
        QTest::newRow("stop") << true;
    }
    void userMayEndADialogue()
    {
        QFETCH(const bool, stops);
        Served served(m_modern, {}, Opening::startTls(Smtp));
        RawClient client(served.port);
        QVERIFY(whileServing([&] { return client.read(smtpGreeting.size()) == smtpGreeting; }));
        if (stops)
            served.server.endAll(Cause::ServerStopped);
        else
            QVERIFY(served.server.endSession(ConnectionId(1)));
        QCOMPARE(served.observer.firstEnding()->cause, stops ? Cause::ServerStopped : Cause::ClosedByUser);
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty() && !client.wasReset(); }));
        client.close();
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

    void manyTalkersDoNotBlockAnHonestClient()
    {
        Served served(m_modern, {}, Opening::startTls(Smtp));
        std::vector<RawClient> talkers;
        for (int i = 0; i < 150; ++i) {
            talkers.emplace_back(served.port);
            talkers.back().write("NOOP " + QByteArray(8000, 'x')); // a line without an end
        }
        QTRY_COMPARE(served.server.liveSessions(), 150);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return speak(client.socket(), smtpRequest) && client.handshake() && client.close();
        }));
        QCOMPARE(served.server.liveSessions(), 150);
    }

private:
    std::optional<Identity> m_identity;
    std::shared_ptr<const ServerContext> m_modern;
};

QTEST_GUILESS_MAIN(TestStartTlsSessions)
#include "tst_starttls_sessions.moc"
