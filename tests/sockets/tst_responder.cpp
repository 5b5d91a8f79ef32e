#include "tests/sockets/running_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

ReplySpec text(const QString &words)
{
    return {.mode = ReplyMode::Text, .text = words};
}

} // namespace

/// What a server says to its clients, and what is told of it.
class TestResponder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void echoGivesBackEveryOctet()
    {
        RunningFixture server({.mode = ReplyMode::Echo});
        QByteArray octets(3000, '\0');
        for (qsizetype i = 0; i < octets.size(); ++i)
            octets[i] = static_cast<char>(i);
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.write(octets) && client.read(octets.size()) == octets && client.close();
        }));
    }

    void discardCountsAndSaysNothing()
    {
        RunningFixture server({.mode = ReplyMode::Discard});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            if (!client.handshake() || !client.write("for nobody"))
                return false;
            SSL_shutdown(&client.ssl());
            return client.readToEnd().isEmpty() && client.hasCloseNotify();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().bytesIn, 10U);
        QCOMPARE(server.records().back().bytesOut, 0U);
    }

    void textAnswersEveryMessage()
    {
        RunningFixture server(text(QStringLiteral("été\n")));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            bool isAnswered = client.handshake();
            for (int i = 0; isAnswered && i < 3; ++i)
                isAnswered = client.write("?") && client.read(6) == "été\n";
            return isAnswered && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().bytesOut, 18U); // no greeting to a client that speaks
    }

    void textGreetsAClientThatWaitsOnce()
    {
        RunningFixture server(text(QStringLiteral("220 ready\r\n")));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.read(11) == "220 ready\r\n" && client.write("QUIT")
                   && client.read(11) == "220 ready\r\n" && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().bytesOut, 22U);
    }

    void emptyTextIsNoAnswerAndNoFault()
    {
        RunningFixture server(text({}));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.write("?") && client.close();
        }));
    }

    void whoAsksMuchInAPlainProtocolIsAnsweredInTheEnd()
    {
        constexpr int asked = 2000; // in one record; the answers are more than may be held
        RunningFixture server({.mode = ReplyMode::Protocol}, {.maxHeldBytes = 64 << 10},
                              {.protocol = PlainProtocol::Pop3}); // TLS at once spares the words before it
        const QByteArray all = whileServing([&] {
            TlsClient client(server.port(), {.receiveBuffer = 4096});
            client.handshake();
            client.write(QByteArray("CAPA\n").repeated(asked) + "QUIT\n");
            const QByteArray said = client.readToEnd();
            return client.hasCloseNotify() ? said : QByteArray("no close_notify");
        });
        QCOMPARE(all.count("IMPLEMENTATION Sealport\r\n.\r\n"), asked);
        QVERIFY(all.endsWith("+OK Bye\r\n"));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->code == VerdictCode::Ok);
    }

    void recordsTellAWholeLife()
    {
        RunningFixture server({.mode = ReplyMode::Echo});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port(), {.serverName = "api.test"});
            return client.handshake() && client.write("x") && client.read(1) == "x" && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QList<ConnectionState> states;
        const std::vector<ConnectionRecord> records = server.records();
        for (const ConnectionRecord &record : records) {
            states.append(record.state);
            QCOMPARE(record.id.value(), 1U);
            QCOMPARE(record.server.value(), 1U);
            QCOMPARE(record.serverName, QStringLiteral("fixture"));
            QVERIFY(record.peer.port != 0);
            QVERIFY(record.acceptedAt > 0);
            QCOMPARE(record.verdict != nullptr, hasEnded(record.state));
        }
        QCOMPARE(states, QList<ConnectionState>({ConnectionState::Accepted, ConnectionState::Handshaking,
                                                 ConnectionState::Secured, ConnectionState::Closed}));
        const ConnectionRecord &last = records.back();
        QCOMPARE(last.sni, QByteArray("api.test"));
        QVERIFY(!last.hello.isEmpty());
        QVERIFY(last.negotiated);
        QCOMPARE(last.bytesIn, 1U);
        QCOMPARE(last.bytesOut, 1U);
        QVERIFY(last.verdict->code == VerdictCode::Ok);
    }

    void connectionThatWasNeverSecuredFails()
    {
        RunningFixture server({.mode = ReplyMode::Echo});
        whileServing([&] { return TlsClient(server.port(), {.newest = TLS1_1_VERSION}).handshake(); });
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().state, ConnectionState::Failed);
        QVERIFY(server.records().back().verdict->code == VerdictCode::NoCommonProtocol);
    }

    void connectionOverTheLimitHasItsRow()
    {
        RunningFixture server({.mode = ReplyMode::Echo}, {.maxConnections = 1});
        TlsClient first(server.port());
        QVERIFY(whileServing([&] { return first.handshake(); }));
        QVERIFY(whileServing([&] { return RawClient(server.port()).readToEnd().isEmpty(); }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().state, ConnectionState::Failed);
        QVERIFY(server.records().back().verdict->code == VerdictCode::Refused);
    }
};

QTEST_GUILESS_MAIN(TestResponder)
#include "tst_responder.moc"
