#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

using namespace std::chrono_literals;
using SessionPtr = Handle<SSL_SESSION, SSL_SESSION_free>;

/// What a first connection brings home.
SessionPtr sessionFrom(quint16 port)
{
    TlsClient client(port);
    if (!client.handshake() || !client.write("x") || client.read(1) != "x")
        return nullptr;
    SessionPtr session(SSL_get1_session(&client.ssl()));
    client.close();
    return session;
}

/// What a client saw of its early data.
struct Outcome {
    int status = -1; ///< SSL_get_early_data_status()
    QByteArray echoed;
};

Outcome sendEarly(quint16 port, SSL_SESSION *session, const QByteArray &early, const QByteArray &late)
{
    TlsClient client(port, {.session = session});
    for (qsizetype done = 0; done < early.size();) {
        std::size_t written = 0;
        if (SSL_write_early_data(&client.ssl(), early.constData() + done,
                                 static_cast<std::size_t>(std::min<qsizetype>(early.size() - done, 16'000)), &written)
            != 1)
            return {};
        done += static_cast<qsizetype>(written);
    }
    if (!client.handshake() || !client.write(late))
        return {};
    const int status = SSL_get_early_data_status(&client.ssl());
    const QByteArray echoed =
        client.read(late.size() + (status == SSL_EARLY_DATA_ACCEPTED ? early.size() : qsizetype{0}));
    client.close();
    return {.status = status, .echoed = echoed};
}

} // namespace

/// Data that a client sends before the handshake is done.
class TestEarlyData final : public QObject {
    Q_OBJECT

    static std::shared_ptr<const ServerContext> allowing(int octets, bool keepsSessions = true)
    {
        return ServerContext::make(
                   {.protocols = modernProtocols, .resumption = {.keepsSessions = keepsSessions}, .earlyData = octets},
                   makeIdentity())
            .value();
    }

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void whatComesEarlyIsAnsweredInOrder_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("size");
        QTest::addColumn<bool>("keepsSessions");
        QTest::newRow("one octet") << 1 << 1 << true;
        QTest::newRow("some records") << (1 << 20) << 100'000 << true;
        QTest::newRow("all that is allowed") << 20'000 << 20'000 << true;
        QTest::newRow("where no sessions are kept otherwise") << 100 << 10 << false;
    }
    void whatComesEarlyIsAnsweredInOrder()
    {
        QFETCH(const int, limit);
        QFETCH(const int, size);
        QFETCH(const bool, keepsSessions);
        Served served(allowing(limit, keepsSessions));
        const QByteArray early(size, 'e');
        const Outcome outcome = whileServing([&] {
            const SessionPtr session = sessionFrom(served.port);
            return session ? sendEarly(served.port, session.get(), early, "late") : Outcome{};
        });
        QCOMPARE(outcome.status, SSL_EARLY_DATA_ACCEPTED);
        QVERIFY(outcome.echoed == early + "late");
        QTRY_COMPARE(served.observer.endings.size(), std::size_t{2});
        const Negotiated first = *served.observer.endings.at(1).negotiated;
        QCOMPARE(first.earlyData, EarlyData::NotOffered);
        QCOMPARE(first.earlyBytes, std::uint64_t{0});
        const Ending &second = served.observer.endings.at(2);
        QCOMPARE(second.negotiated->earlyData, EarlyData::Accepted);
        QCOMPARE(second.negotiated->earlyBytes, static_cast<std::uint64_t>(size));
        QCOMPARE(second.bytesIn, static_cast<std::uint64_t>(size) + 4);
        QVERIFY(served.observer.log.indexOf(QStringLiteral("secured 2"))
                < served.observer.log.indexOf(QStringLiteral("received 2")));
    }

    void theSameTicketServesOnce()
    {
        Served served(allowing(100));
        const std::pair<Outcome, Outcome> outcomes = whileServing([&] {
            const SessionPtr session = sessionFrom(served.port);
            const SessionPtr copy(SSL_SESSION_dup(session.get()));
            return std::pair{sendEarly(served.port, session.get(), "pay 10", "-"),
                             sendEarly(served.port, copy.get(), "pay 10", "-")};
        });
        QCOMPARE(outcomes.first.status, SSL_EARLY_DATA_ACCEPTED);
        QCOMPARE(outcomes.second.status, SSL_EARLY_DATA_REJECTED);
        QCOMPARE(outcomes.second.echoed, QByteArray("-"));
        QTRY_COMPARE(served.observer.endings.size(), std::size_t{3});
        const Ending &replay = served.observer.endings.at(3);
        QCOMPARE(replay.negotiated->earlyData, EarlyData::Rejected);
        QVERIFY(!replay.negotiated->resumed);
        QCOMPARE(replay.bytesIn, std::uint64_t{1});
    }

    // It waits in memory until the handshake is done.
    void noMoreComesEarlyThanMayBeHeldForAClient()
    {
        Served served(allowing(1 << 20), {.maxHeldBytes = 64 << 10});
        const Outcome outcome = whileServing([&] {
            const SessionPtr session = sessionFrom(served.port);
            if (SSL_SESSION_get_max_early_data(session.get()) != 64 << 10)
                return Outcome{};
            return sendEarly(served.port, session.get(), QByteArray(64 << 10, 'e'), "late");
        });
        QCOMPARE(outcome.status, SSL_EARLY_DATA_ACCEPTED);
        QCOMPARE(outcome.echoed, QByteArray(64 << 10, 'e') + "late");
        const Outcome tooMuch = whileServing([&] {
            const SessionPtr session = sessionFrom(served.port);
            SSL_SESSION_set_max_early_data(session.get(), 1 << 20); // as from before the limit was lowered
            return sendEarly(served.port, session.get(), QByteArray((64 << 10) + 1, 'e'), "late");
        });
        QVERIFY2(tooMuch.echoed.isEmpty(), "it is refused with an alert");
    }

    void aServerWithoutItTellsThatItWasOffered()
    {
        Served with(allowing(100));
        Served without(allowing(0));
        const Outcome outcome = whileServing([&] {
            const SessionPtr session = sessionFrom(with.port);
            return sendEarly(without.port, session.get(), "early", "late");
        });
        QCOMPARE(outcome.status, SSL_EARLY_DATA_REJECTED);
        QCOMPARE(outcome.echoed, QByteArray("late"));
        QTRY_COMPARE(without.observer.endings.size(), std::size_t{1});
        QCOMPARE(without.observer.firstEnding()->negotiated->earlyData, EarlyData::Rejected);
    }

    void whoHasSpokenEarlyIsNotGreeted()
    {
        Served served(allowing(100));
        auto usual = TlsSession::Clock::time_point::min();
        std::vector<bool> areGreeted; // for whatever comes early
        served.observer.onSecured = [&](TlsSession &session) {
            usual = session.deadline();
            session.greetAfter(1ms);
        };
        served.observer.onReceived = [&](TlsSession &session, std::span<const std::byte> data) {
            if (session.evidence().negotiated->earlyBytes == data.size())
                areGreeted.push_back(session.deadline() < usual);
            session.send(data);
        };
        const Outcome outcome = whileServing([&] {
            const SessionPtr session = sessionFrom(served.port);
            return session ? sendEarly(served.port, session.get(), "early", "late") : Outcome{};
        });
        QCOMPARE(outcome.status, SSL_EARLY_DATA_ACCEPTED);
        QVERIFY(areGreeted == std::vector<bool>{false});
    }

    void withoutTicketsItBringsNoSessionsBack()
    {
        Served served(
            ServerContext::make(
                {.protocols = modernProtocols, .resumption = {.tickets = 0, .keepsSessions = false}, .earlyData = 100},
                makeIdentity())
                .value());
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.oldest = TLS1_2_VERSION, .newest = TLS1_2_VERSION});
            unsigned int size = 1;
            if (client.handshake())
                SSL_SESSION_get_id(SSL_get0_session(&client.ssl()), &size);
            return client.close() && size == 0;
        }));
    }

    void clientsThatSayNothingEarlyAreServedAsEver_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
    }
    void clientsThatSayNothingEarlyAreServedAsEver()
    {
        QFETCH(const int, version);
        Served served(allowing(1 << 24));
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version});
            return client.handshake() && client.write("x") && client.read(1) == "x" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->negotiated->earlyData, EarlyData::NotOffered);
    }
};

QTEST_GUILESS_MAIN(TestEarlyData)
#include "tst_early_data.moc"
