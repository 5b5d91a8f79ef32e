#include "tests/sockets/running_fixture.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;
using enum ConnectionState;

namespace {

QList<ConnectionState> statesOf(const RunningFixture &server)
{
    QList<ConnectionState> states;
    for (const ConnectionRecord &record : server.records())
        states.append(record.state);
    return states;
}

} // namespace

/// Servers whose connections begin without TLS: what is said to them, and what their records tell.
class TestPlainServers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void plainConnectionIsClosedAndNeverSecured()
    {
        RunningFixture server({.mode = ReplyMode::Echo}, {}, Opening::plain());
        QVERIFY(whileServing([&] {
            RawClient client(server.port());
            return client.write("hello") && client.read(5) == "hello";
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server), QList<ConnectionState>({Accepted, Plain, Closed}));
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.opening == Opening::plain());
        QVERIFY(!last.negotiated);
        QCOMPARE(last.bytesIn, 5U);
        QCOMPARE(last.bytesOut, 5U);
        QVERIFY(last.verdict->code == VerdictCode::Ok);
        QVERIFY(last.verdict->reason == VerdictReason::PlainClosedByPeer);
        QVERIFY(last.durationMs > 0);
    }

    void plainClientThatWaitsIsGreeted()
    {
        RunningFixture server({.mode = ReplyMode::Text, .text = QStringLiteral("220 ready\r\n")}, {}, Opening::plain());
        QVERIFY(whileServing([&] {
            RawClient client(server.port());
            return client.read(11) == "220 ready\r\n" && client.write("QUIT") && client.read(11) == "220 ready\r\n";
        }));
    }

    void pageOfAPlainServerDoesNotSpeakOfAHandshake()
    {
        RunningFixture server({.mode = ReplyMode::Http}, {}, Opening::plain());
        const QByteArray page = whileServing([&] {
            RawClient client(server.port());
            client.write("GET / HTTP/1.0\r\n\r\n");
            return client.readToEnd();
        });
        QVERIFY2(page.startsWith("HTTP/1.1 200 OK"), page.constData());
        QVERIFY(page.contains("This connection is not encrypted"));
        QVERIFY(!page.contains("handshake"));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::PlainClosedByServer);
        QCOMPARE(server.records().back().state, Closed);
    }

    void connectionOverTheLimitOfAPlainServerFails()
    {
        RunningFixture server({.mode = ReplyMode::Echo}, {.maxConnections = 1}, Opening::plain());
        const RawClient first(server.port());
        QTRY_COMPARE(statesOf(server), QList<ConnectionState>({Accepted, Plain}));
        QVERIFY(whileServing([&] { return RawClient(server.port()).readToEnd().isEmpty(); }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().state, Failed);
        QVERIFY(server.records().back().verdict->reason == VerdictReason::TooManyConnections);
    }

    void dialogueIsNotForTheResponder()
    {
        RunningFixture server({.mode = ReplyMode::Text, .text = QStringLiteral("inside")}, {},
                              Opening::startTls(PlainProtocol::Pop3));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port(), {.serverName = "mail.test"});
            RawClient &plain = client.socket();
            return plain.read(20) == "+OK Sealport ready\r\n" && plain.write("STLS\r\n")
                   && plain.read(27) == "+OK Begin TLS negotiation\r\n" && client.handshake() && client.write("?")
                   && client.read(6) == "inside" && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server),
                 QList<ConnectionState>({Accepted, Plain, Handshaking, Handshaking, Secured, Closed}));
        QVERIFY2(server.records().at(2).hello.isEmpty(), "it was only asked for");
        const ConnectionRecord last = server.records().back();
        QCOMPARE(last.bytesIn, 1U);
        QCOMPARE(last.bytesOut, 6U);
        QCOMPARE(last.sni, QByteArray("mail.test"));
        QVERIFY(last.verdict->code == VerdictCode::Ok);
        const auto secured = server.records().at(4);
        QVERIFY2(secured.durationMs >= secured.negotiated->handshakeMs, "the dialogue took its time too");
    }

    void protocolGoesOnInsideTls()
    {
        RunningFixture server({.mode = ReplyMode::Protocol}, {}, Opening::startTls(PlainProtocol::Pop3));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            RawClient &plain = client.socket();
            return plain.read(20) == "+OK Sealport ready\r\n" && plain.write("STLS\r\n")
                   && plain.read(27) == "+OK Begin TLS negotiation\r\n" && client.handshake()
                   && client.write("STAT\r\nQU") && client.read(9) == "+OK 0 0\r\n" && client.write("IT\r\n")
                   && client.readToEnd() == "+OK Bye\r\n" && client.hasCloseNotify();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::ClosedByServer);
    }

    void clientThatNeverAsksFails_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<VerdictReason>("reason");
        QTest::newRow("politely") << QByteArray("EHLO c\r\nMAIL FROM:<a@b>\r\nQUIT\r\n")
                                  << VerdictReason::LeftWithoutStartTls;
        QTest::newRow("without a word") << QByteArray() << VerdictReason::ClosedBeforeFirstByte;
    }
    void clientThatNeverAsksFails()
    {
        QFETCH(const QByteArray, said);
        RunningFixture server({.mode = ReplyMode::Echo}, {}, Opening::startTls(PlainProtocol::Smtp));
        QVERIFY(whileServing([&] {
            RawClient client(server.port());
            client.write(said);
            client.finishWriting();
            return client.readToEnd().startsWith("220 localhost");
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server), QList<ConnectionState>({Accepted, Plain, Failed}));
        QVERIFY(server.records().back().verdict->code == VerdictCode::Dropped);
        QTEST(server.records().back().verdict->reason, "reason");
    }

    void userSecuresAConnection()
    {
        RunningFixture server({.mode = ReplyMode::Echo}, {}, Opening::onRequest());
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.socket().write("plain") && client.socket().read(5) == "plain"; }));
        QVERIFY(!server.secure(ConnectionId(7)));
        QVERIFY(server.secure(ConnectionId(1)));
        QVERIFY(!server.secure(ConnectionId(1)));
        QVERIFY(whileServing([&] {
            return client.handshake() && client.write("secret") && client.read(6) == "secret" && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server),
                 QList<ConnectionState>({Accepted, Plain, Handshaking, Handshaking, Secured, Closed}));
        QCOMPARE(server.records().back().bytesIn, 11U);
    }

    void halfARequestInPlainIsForgottenInTls()
    {
        RunningFixture server({.mode = ReplyMode::Http}, {}, Opening::onRequest());
        TlsClient client(server.port());
        client.socket().write("GET /plain HTTP/1.1\r\nX-Half");
        QTRY_COMPARE(statesOf(server), QList<ConnectionState>({Accepted, Plain}));
        QTRY_VERIFY(server.bytesIn(ConnectionId(1)) > 0);
        QVERIFY(server.secure(ConnectionId(1)));
        QVERIFY(whileServing([&] {
            return client.handshake() && client.write("GET / HTTP/1.0\r\n\r\n")
                   && client.readToEnd().startsWith("HTTP/1.1 200 OK");
        }));
    }

    void waitingHelloIsToldWhileTheConnectionIsStillPlain()
    {
        RunningFixture server({.mode = ReplyMode::Echo}, {}, Opening::onRequest());
        QVERIFY(whileServing([&] {
            TlsClient client(server.port(), {.serverName = "early.test"});
            client.socket().setPatience(200ms);
            return !client.handshake(); // nobody presses the button
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server), QList<ConnectionState>({Accepted, Plain, Plain, Failed}));
        QVERIFY(server.records().at(1).hello.isEmpty());
        QVERIFY(!server.records().at(2).hello.isEmpty());
        QCOMPARE(server.records().at(2).sni, QByteArray("early.test"));
        QVERIFY(server.records().back().verdict->reason == VerdictReason::TlsBeforeSecured);
    }
};

QTEST_GUILESS_MAIN(TestPlainServers)
#include "tst_plain_servers.moc"
