#include "tests/sockets/running_fixture.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;

namespace {

ReplySpec script(const char *text)
{
    return {.mode = ReplyMode::Dialogue, .text = QString::fromUtf8(text)};
}

} // namespace

/// Dialogues with real clients: pauses, ends and floods, which a run alone does not know.
class TestDialogueResponder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void clientIsLedThroughTheDialogue()
    {
        RunningFixture server(script("send \"220 ready\\r\\n\"\n"
                                     "on /^NOOP\\r\\n/ send \"250 ok\\r\\n\"\n"
                                     "wait /^EHLO .*\\r\\n/\n"
                                     "send \"250 hello\\r\\n\"\n"
                                     "wait \"QUIT\\r\\n\"\n"
                                     "send \"221 bye\\r\\n\"\n"
                                     "close\n"));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.read(11) == "220 ready\r\n" && client.write("NOOP\r\n")
                   && client.read(8) == "250 ok\r\n" && client.write("EHLO here\r\n")
                   && client.read(11) == "250 hello\r\n" && client.write("QU") && client.write("IT\r\n")
                   && client.readToEnd() == "221 bye\r\n" && client.hasCloseNotify();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::ClosedByServer);
    }

    void pauseTakesItsTime()
    {
        RunningFixture server(script("send \"a\"\ndelay 300 ms\nsend \"b\"\nclose"));
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.read(1) == "a"; }));
        QElapsedTimer clock;
        clock.start();
        QVERIFY(whileServing([&] { return client.readToEnd() == "b"; }));
        QVERIFY2(clock.elapsed() > 200, "what was read before the clock started had been sent a moment earlier");
    }

    void pauseHoldsNobodyUp()
    {
        RunningFixture server(script("send \"a\"\ndelay 3600 s\nsend \"b\""));
        TlsClient first(server.port());
        TlsClient second(server.port());
        QVERIFY(whileServing([&] { return first.handshake() && first.read(1) == "a"; }));
        QVERIFY(whileServing([&] { return second.handshake() && second.read(1) == "a"; }));
        QVERIFY(whileServing([&] { return first.close() && second.close(); }));
    }

    void whatComesDuringAPauseIsNotLost()
    {
        RunningFixture server(script("delay 50 ms\nwait \"early\"\nsend \"heard\"\nclose"));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.write("early") && client.readToEnd() == "heard";
        }));
    }

    void resetIsAReset()
    {
        RunningFixture server(script("wait \"a\"\nreset"));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            if (!client.handshake() || !client.write("a"))
                return false;
            const bool isEmpty = client.readToEnd().isEmpty();
            return isEmpty && !client.hasCloseNotify() && client.socket().readToEnd().isEmpty();
        }));
        QTRY_VERIFY(server.hasEnded());
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.verdict->code == VerdictCode::Reset);
        QVERIFY(last.verdict->reason == VerdictReason::ResetByServer);
        QVERIFY(last.state == ConnectionState::Closed);
    }

    void plainClientIsLedThroughTheDialogueToo()
    {
        RunningFixture server(script("send \"220 ready\\r\\n\"\nwait \"QUIT\\r\\n\"\nreset"), {}, Opening::plain());
        QVERIFY(whileServing([&] {
            RawClient client(server.port());
            const bool isReady = client.read(11) == "220 ready\r\n" && client.write("QUIT\r\n");
            static_cast<void>(client.readToEnd());
            return isReady && client.wasReset();
        }));
        QTRY_VERIFY(server.hasEnded());
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.verdict->code == VerdictCode::Reset);
        QVERIFY(last.verdict->reason == VerdictReason::ResetByServer);
        QVERIFY(last.state == ConnectionState::Closed);
    }

    void dialogueBeginsAnewWhenTheUserSecuresTheConnection()
    {
        RunningFixture server(script("send \"a\"\nwait \"never\"\nsend \"b\""), {}, Opening::onRequest());
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.socket().read(1) == "a"; }));
        QVERIFY(server.secure(ConnectionId(1)));
        QVERIFY(whileServing([&] {
            return client.handshake() && client.read(1) == "a" && client.write("never") && client.read(1) == "b"
                   && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->code == VerdictCode::Ok);
    }

    void peerSeesTheResetOfTcp()
    {
        RunningFixture server(script("reset"));
        TlsClient client(server.port(), {.newest = TLS1_2_VERSION});
        QVERIFY(whileServing([&] {
            client.handshake();
            static_cast<void>(client.socket().readToEnd());
            return client.socket().wasReset();
        }));
    }

    void idleTimeEndsAWaitThatIsInVain()
    {
        RunningFixture server(script("wait \"a\""), {.idleTimeout = 100ms});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.readToEnd().isEmpty() && client.hasCloseNotify();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::ClosedAfterIdleTime);
    }

    void connectionStaysOpenBehindTheLastStep()
    {
        RunningFixture server(script("send \"a\""));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.read(1) == "a" && client.write("anything") && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::ClosedByPeer);
    }

    // A script may send without end; what the client does not read must not pile up, and others are served meanwhile.
    void dialogueThatSendsWithoutEndSendsNoFasterThanIsRead()
    {
        const QByteArray line = "send \"" + QByteArray(1000, 'x') + "\"\nrepeat";
        RunningFixture server(script(line.constData()), {.maxHeldBytes = 64 << 10});
        TlsClient silent(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing([&] { return silent.handshake() && silent.read(1) == "x"; }));
        QVERIFY(whileServing([&] {
            TlsClient reader(server.port());
            return reader.handshake() && reader.read(20 << 20).count('x') == 20 << 20;
        }));
        QVERIFY2(server.bytesOut(ConnectionId(1)) < 16 << 20, "the system itself holds some megabytes");
    }

    void patternThatRunsAwayEndsTheConnection()
    {
        RunningFixture server(script("send \"a\"\nwait /(a|aa)+$/"));
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.read(1) == "a" && client.write(QByteArray(4000, 'a') + "!")
                   && client.readToEnd().isEmpty() && client.hasCloseNotify();
        }));
        QTRY_VERIFY(server.hasEnded());
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.verdict->code == VerdictCode::ServerFault);
        QVERIFY(last.verdict->reason == VerdictReason::DialogueStuck);
        QCOMPARE(last.verdict->detail, QStringLiteral("2"));
    }

    // Quadratic, but within the limits of each attempt: some milliseconds for every octet.
    void slowPatternLeavesTimeForOthers()
    {
        RunningFixture server(script("on \"ping\" send \"pong\"\nwait /(?=.*?q)a/"));
        TlsClient busy(server.port());
        QVERIFY(whileServing([&] {
            bool isSent = busy.handshake() && busy.write(QByteArray(4000, 'a'));
            for (int i = 0; isSent && i < 200; ++i)
                isSent = busy.write(i % 2 == 0 ? "a" : "pingping");
            return isSent;
        }));
        QVERIFY(whileServing([&] {
            bool isAnswered = true;
            for (int i = 0; isAnswered && i < 5; ++i) {
                TlsClient client(server.port());
                isAnswered = client.handshake() && client.write("ping") && client.read(4) == "pong" && client.close();
            }
            return isAnswered;
        }));
    }

    void clientThatLeavesInAPauseHarmsNobody()
    {
        RunningFixture server(script("delay 20 ms\nsend \"a\"\nrepeat"));
        for (int i = 0; i < 4; ++i) {
            TlsClient client(server.port());
            QVERIFY(whileServing([&] { return client.handshake() && client.read(2) == "aa"; }));
            if (i % 2 == 0)
                client.socket().reset();
        }
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.read(1) == "a";
        }));
    }
};

QTEST_GUILESS_MAIN(TestDialogueResponder)
#include "tst_dialogue_responder.moc"
