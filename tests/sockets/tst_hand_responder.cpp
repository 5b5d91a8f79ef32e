#include "tests/sockets/running_fixture.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;

using From = DataExchanged::From;
using What = HandOrder::What;

namespace {

const ReplySpec byHand{.mode = ReplyMode::ByHand};
const ReplySpec askingFirst{.mode = ReplyMode::ByHand, .asksFirst = true};

QByteArray heard(const RunningFixture &server)
{
    QByteArray octets;
    for (const DataExchanged &data : server.exchanged())
        if (data.from == From::Client)
            octets += data.octets;
    return octets;
}

QList<ConnectionState> statesOf(const RunningFixture &server)
{
    QList<ConnectionState> states;
    for (const ConnectionRecord &record : server.records())
        states.append(record.state);
    return states;
}

} // namespace

/// The user is the server: reads, writes, lets in, shows out.
class TestHandResponder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void bothSidesAreHeardInOrder()
    {
        RunningFixture server(byHand);
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write("hello"); }));
        QTRY_COMPARE(heard(server), QByteArray("hello"));
        server.order(What::Send, QByteArray("good \0day", 9));
        QVERIFY(whileServing([&] { return client.read(9) == QByteArray("good \0day", 9) && client.write("bye"); }));
        QTRY_COMPARE(heard(server), QByteArray("hellobye"));
        const std::vector<DataExchanged> all = server.exchanged();
        QCOMPARE(all.size(), 3U);
        QVERIFY(all[1].from == From::User);
        QCOMPARE(all[1].octets.size(), 9);
        for (const DataExchanged &data : all) {
            QCOMPARE(data.id.value(), 1U);
            QVERIFY(data.at > 0);
            QCOMPARE(data.cut, 0U);
        }
        QTRY_COMPARE(server.bytesOut(), 9U);
    }

    void closeIsPolite()
    {
        RunningFixture server(byHand);
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write("x"); }));
        QTRY_COMPARE(heard(server), QByteArray("x"));
        server.order(What::Send, "last words");
        server.order(What::Close);
        QVERIFY(whileServing([&] { return client.readToEnd() == "last words" && client.hasCloseNotify(); }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->code == VerdictCode::Ok);
    }

    void userSecuresTheConnectionOnTheWay()
    {
        RunningFixture server(byHand, {}, Opening::onRequest());
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.socket().write("in the open"); }));
        QTRY_COMPARE(heard(server), QByteArray("in the open"));
        server.order(What::Send, "secret?");
        QVERIFY(whileServing([&] { return client.socket().read(7) == "secret?"; }));
        QVERIFY(server.secure(ConnectionId(1)));
        server.order(What::Send, "neither plain nor secured");
        QVERIFY(whileServing([&] { return client.handshake() && client.write(", secret"); }));
        QTRY_COMPARE(heard(server), QByteArray("in the open, secret"));
        server.order(What::Send, "yes");
        QVERIFY(whileServing([&] { return client.read(3) == "yes"; }));
        QByteArray said;
        for (const DataExchanged &data : server.exchanged())
            if (data.from == From::User)
                said += data.octets;
        QCOMPARE(said, QByteArray("secret?yes"));
        QList<From> sides;
        for (const DataExchanged &data : server.exchanged())
            sides.append(data.from);
        QCOMPARE(sides, (QList{From::Client, From::User, From::Nobody, From::Client, From::User}));
    }

    void ordersThatComeTooLateDoNothing()
    {
        RunningFixture server(byHand);
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        for (const What what : {What::Send, What::Close, What::Admit, What::Deny}) {
            server.order(what, "x");
            server.order(what, "x", 99);
        }
        QVERIFY(server.exchanged().empty());
    }

    void otherRepliesTakeNoOrders()
    {
        RunningFixture server({.mode = ReplyMode::Echo});
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write("a") && client.read(1) == "a"; }));
        server.order(What::Send, "x");
        server.order(What::Close);
        QVERIFY(whileServing([&] { return client.write("b") && client.read(1) == "b" && client.close(); }));
        QVERIFY(server.exchanged().empty());
    }

    // Nobody reads in the window, or not fast enough.
    void floodIsCutAndWhatIsMissingIsSaid()
    {
        constexpr qsizetype size = 1 << 20;
        RunningFixture server(byHand);
        TlsClient client(server.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write(QByteArray(size, 'x')); }));
        QTRY_COMPARE(server.bytesIn(), static_cast<std::uint64_t>(size));
        const qsizetype kept = heard(server).size();
        QVERIFY(kept > 0 && kept <= static_cast<qsizetype>(HandBudget::mostForOne));
        server.giveBackRoom();
        QVERIFY(whileServing([&] { return client.write("later"); }));
        QTRY_COMPARE(heard(server), QByteArray("later"));
        QCOMPARE(server.exchanged().front().cut, static_cast<std::uint64_t>(size - kept));
    }

    void whatIsMissingAtTheEndIsSaidToo()
    {
        constexpr qsizetype size = 1 << 20;
        RunningFixture server(byHand);
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.write(QByteArray(size, 'x')) && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        const DataExchanged last = server.exchanged().back();
        QVERIFY(last.octets.isEmpty());
        QCOMPARE(last.cut, static_cast<std::uint64_t>(size - heard(server).size()));
    }

    void admittedClientIsServed()
    {
        RunningFixture server(askingFirst);
        TlsClient client(server.port());
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        QVERIFY(server.records().front().hasWaited);
        QVERIFY(server.records().front().peer.port != 0);
        server.order(What::Admit);
        QVERIFY(whileServing([&] { return client.handshake() && client.write("hello"); }));
        QTRY_COMPARE(heard(server), QByteArray("hello"));
        QVERIFY(whileServing([&] { return client.close(); }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(statesOf(server),
                 QList({ConnectionState::Waiting, ConnectionState::Accepted, ConnectionState::Handshaking,
                        ConnectionState::Secured, ConnectionState::Closed}));
        for (const ConnectionRecord &record : server.records())
            QVERIFY(record.hasWaited && record.id.value() == 1);
    }

    void nothingIsReadFromAClientThatWaits()
    {
        RunningFixture server(askingFirst);
        RawClient client(server.port());
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        QVERIFY(client.write("GET / HTTP/1.1\r\n\r\n")); // would be answered and refused at once
        RawClient later(server.port()); // by the time that it waits, the first one would have been read
        QTRY_COMPARE(statesOf(server), QList({ConnectionState::Waiting, ConnectionState::Waiting}));
        later.close();
        server.order(What::Admit);
        QVERIFY(whileServing([&] { return client.readToEnd().startsWith("HTTP/1.0 400"); }));
        QTRY_VERIFY(server.verdictOf(1) != nullptr);
        QVERIFY(server.verdictOf(1)->code == VerdictCode::PlainHttp);
    }

    void deniedClientIsRefused()
    {
        RunningFixture server(askingFirst);
        RawClient client(server.port());
        QVERIFY(client.write("\x16\x03\x01"));
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        server.order(What::Deny);
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty(); }));
        QCOMPARE(statesOf(server), QList({ConnectionState::Waiting, ConnectionState::Failed}));
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.verdict->code == VerdictCode::Refused);
        QVERIFY(last.verdict->reason == VerdictReason::DeniedByUser);
        QCOMPARE(last.bytesIn, 0U);
        server.order(What::Admit); // too late
        QCOMPARE(server.records().size(), 2U);
    }

    void clientThatNobodyLetsInIsToldInTheEnd()
    {
        RunningFixture server(askingFirst, {.handshakeTimeout = 300ms});
        RawClient client(server.port());
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty(); }));
        const ConnectionRecord last = server.records().back();
        QVERIFY(last.verdict->reason == VerdictReason::NotAdmitted);
        QCOMPARE(last.verdict->detail, QStringLiteral("300"));
        QVERIFY(last.durationMs >= 300);
    }

    void whoWaitsAlreadyHasTheNewPatience()
    {
        RunningFixture server(askingFirst, {.handshakeTimeout = 0ms});
        RawClient client(server.port());
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        server.takeOver(askingFirst, {.handshakeTimeout = 300ms});
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty() && !client.wasReset(); }));
        QVERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::NotAdmitted);
        QCOMPARE(server.records().back().verdict->detail, QStringLiteral("300"));
    }

    void clientThatLeavesWhileItWaitsIsSeen()
    {
        RunningFixture server(askingFirst);
        RawClient client(server.port());
        QVERIFY(client.write("\x16\x03\x01"));
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        client.close();
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->code == VerdictCode::Dropped);
        QVERIFY(server.records().back().verdict->reason == VerdictReason::LeftBeforeAdmission);
    }

    // It may have said all that it has to say: printf … | nc -N.
    void halfClosedClientOfAPlainServerIsStillLetIn()
    {
        RunningFixture server(askingFirst, {}, Opening::plain());
        RawClient client(server.port());
        QVERIFY(client.write("question"));
        client.finishWriting();
        RawClient rude(server.port());
        QTRY_COMPARE(server.records().size(), 2U);
        rude.reset();
        QTRY_VERIFY(server.verdictOf(2)); // the same look has seen the first one
        QVERIFY(!server.verdictOf(1));
        server.order(What::Admit);
        QTRY_VERIFY(!server.exchanged().empty());
        QCOMPARE(server.exchanged().front().octets, QByteArray("question"));
    }

    void disconnectDeniesAClientThatWaits()
    {
        RunningFixture server(askingFirst);
        RawClient client(server.port());
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        QVERIFY(server.server().disconnectClient(ConnectionId(1)));
        QVERIFY(server.records().back().verdict->reason == VerdictReason::DeniedByUser);
    }

    void stoppedServerLeavesNobodyWaiting()
    {
        RunningFixture server(askingFirst);
        RawClient first(server.port());
        RawClient second(server.port());
        QTRY_COMPARE(server.records().size(), 2U);
        server.server().stop();
        QCOMPARE(server.records().size(), 4U);
        for (const ConnectionRecord &record : {server.records()[2], server.records()[3]})
            QVERIFY(record.verdict->reason == VerdictReason::StoppedDuringHandshake);
        QVERIFY(whileServing([&] { return first.readToEnd().isEmpty() && second.readToEnd().isEmpty(); }));
    }

    void clientsThatWaitCountForTheLimit()
    {
        RunningFixture server(askingFirst, {.maxConnections = 1});
        RawClient first(server.port());
        QTRY_COMPARE(statesOf(server), QList{ConnectionState::Waiting});
        QVERIFY(whileServing([&] { return RawClient(server.port()).readToEnd().isEmpty(); }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->reason == VerdictReason::TooManyConnections);
        server.order(What::Deny);
        RawClient third(server.port());
        QTRY_COMPARE(server.records().back().state, ConnectionState::Waiting);
    }
};

QTEST_GUILESS_MAIN(TestHandResponder)
#include "tst_hand_responder.moc"
