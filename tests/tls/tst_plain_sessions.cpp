#include "tests/tls/hello_bytes.h"
#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QTest>
#include <QTimer>

using namespace sealport;
using namespace sealport::test;
using namespace std::chrono_literals;
using Cause = Ending::Cause;
using Part = Ending::Part;

namespace {

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u',');
}

} // namespace

/// Connections without TLS, and those that get it when the user wants it.
class TestPlainSessions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_modern = ServerContext::make({.protocols = modernProtocols}, makeIdentity()).value(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void plainServerNeedsNoCertificateAndCarriesData()
    {
        Served served(nullptr, {}, Opening::plain());
        QCOMPARE(whileServing([&] {
                     RawClient client(served.port);
                     client.write("hello");
                     return client.read(5);
                 }),
                 QByteArray("hello"));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.log, words("accepted 1,plain 1,received 1,ended 1"));
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::PeerClosed);
        QVERIFY(ending.part == Part::Plain);
        QVERIFY(ending.opening == Opening::plain());
        QVERIFY(ending.wasServed());
        QVERIFY(!ending.wasSecured());
        QCOMPARE(ending.bytesIn, 5U);
        QCOMPARE(ending.bytesOut, 5U);
        QCOMPARE(ending.wireBytesIn, 5U);
        QVERIFY(ending.dialogue == DialogueFacts{});
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

    void plainAnswerReachesAClientThatHasFinishedSpeaking()
    {
        Served served(nullptr, {}, Opening::plain());
        QByteArray data(3 << 20, '\0');
        for (qsizetype i = 0; i < data.size(); ++i)
            data[i] = static_cast<char>(i * 31 % 251);
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            std::thread writer([&] {
                for (qsizetype at = 0; at < data.size(); at += 50'000)
                    client.write(data.mid(at, 50'000));
                client.finishWriting();
            });
            const QByteArray answer = client.readToEnd();
            writer.join();
            return answer == data && !client.wasReset();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::PeerClosed);
        QCOMPARE(served.observer.firstEnding()->bytesOut, static_cast<std::uint64_t>(data.size()));
    }

    void plainConnectionEndsAsTheTcpConnectionDoes_data()
    {
        QTest::addColumn<QString>("who");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("the client resets it") << QStringLiteral("reset") << Cause::PeerReset;
        QTest::newRow("our observer closes it") << QStringLiteral("close") << Cause::CloseNotify;
        QTest::newRow("the user disconnects it") << QStringLiteral("user") << Cause::ClosedByUser;
        QTest::newRow("the server stops") << QStringLiteral("stop") << Cause::CloseNotify;
        QTest::newRow("nothing is said for too long") << QStringLiteral("idle") << Cause::CloseNotify;
    }
    void plainConnectionEndsAsTheTcpConnectionDoes()
    {
        QFETCH(const QString, who);
        ServerLimits limits{.handshakeTimeout = 100ms}; // which is for handshakes alone
        if (who == u"idle")
            limits.idleTimeout = 300ms;
        Served served(nullptr, limits, Opening::plain());
        served.observer.onReceived = [&](TlsSession &session, std::span<const std::byte> data) {
            session.send(data);
            if (who == u"close")
                session.close();
        };
        RawClient client(served.port);
        QVERIFY(whileServing([&] { return client.write("x") && client.read(1) == "x"; }));
        if (who == u"reset")
            client.reset();
        else if (who == u"user")
            QVERIFY(served.server.endSession(ConnectionId(1)));
        else if (who == u"stop")
            served.server.endAll(Cause::ServerStopped);
        if (who != u"reset") {
            QVERIFY(whileServing([&] { return client.readToEnd().isEmpty(); }));
            QVERIFY(!client.wasReset());
        }
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QTEST(ending.cause, "cause");
        QVERIFY(ending.part == Part::Plain);
        QVERIFY(ending.wasServed());
        QVERIFY(!ending.closeNotifySent);
        QCOMPARE(ending.idleTimeout, who == u"idle");
        QCOMPARE(ending.limit, who == u"idle" ? 300U : 0U);
        QCOMPARE(ending.stoppedByServer, who == u"stop");
    }

    // Long before it counts as one that does not read.
    void stoppedServerSaysWhatTheClientHadNotLetItSend()
    {
        Served served(nullptr, {.maxHeldBytes = 64 << 20}, Opening::plain());
        served.observer.onReceived = [](TlsSession &session, std::span<const std::byte>) {
            session.send(std::vector<std::byte>(16 << 20, std::byte{'x'}));
        };
        RawClient client(served.port, 4096);
        QVERIFY(whileServing([&] { return client.write("x") && client.read(1) == "x"; }));
        served.server.endAll(Cause::ServerStopped);
        QVERIFY(served.observer.firstEnding());
        QVERIFY(served.observer.firstEnding()->stoppedByServer);
        QVERIFY2(served.observer.firstEnding()->unread > 1 << 20, "the system itself holds some megabytes");
    }

    void plainClientThatDoesNotReadIsNotHeldForEver()
    {
        Served served(nullptr, {.maxHeldBytes = 64 << 10}, Opening::plain());
        served.observer.onReceived = [](TlsSession &session, std::span<const std::byte>) {
            session.send(std::vector<std::byte>(8 << 20, std::byte{'x'}));
        };
        RawClient client(served.port, 4096);
        client.write("x");
        QTRY_VERIFY_WITH_TIMEOUT(served.observer.firstEnding(), 20'000);
        QCOMPARE(served.observer.firstEnding()->cause, Cause::UnreadLimit);
        QCOMPARE(served.observer.firstEnding()->limit, std::uint64_t{64} << 10);
    }

    void waitingClientCanBeGreeted()
    {
        Served served(nullptr, {}, Opening::plain());
        served.observer.onPlain = [](TlsSession &session) { session.greetAfter(20ms); };
        RawClient client(served.port);
        QTRY_COMPARE(served.observer.count(QStringLiteral("silent")), 1);
    }

    void overTheLimitNobodyWasServed()
    {
        Served served(nullptr, {.maxConnections = 1}, Opening::plain());
        RawClient first(served.port);
        QVERIFY(whileServing([&] { return first.write("x") && first.read(1) == "x"; }));
        QVERIFY(whileServing([&] { return RawClient(served.port).readToEnd().isEmpty(); }));
        QVERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::ConnectionLimit);
        QVERIFY(!served.observer.firstEnding()->wasServed());
    }

    void clientHelloToAPlainServerIsDataAndIsSeen()
    {
        Served served(nullptr, {}, Opening::plain());
        const QByteArray hello = helloBytes(TLS1_2_VERSION, TLS1_3_VERSION);
        QCOMPARE(whileServing([&] {
                     RawClient client(served.port);
                     client.write(hello);
                     return client.read(hello.size());
                 }),
                 hello);
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QVERIFY(ending.dialogue.fault == DialogueFault::BeganWithTls);
        QCOMPARE(ending.hello, hello.mid(5));
        QCOMPARE(ending.firstBytes, FirstBytes::TlsHello);
        QVERIFY(hello.startsWith(ending.firstOctets) && !ending.firstOctets.isEmpty());
        QCOMPARE(ending.bytesIn, static_cast<std::uint64_t>(hello.size()));
    }

    void clientHelloIsSeenHoweverItIsCut_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("hello");
        QTest::addColumn<qsizetype>("cut");
        const QByteArray tls = helloBytes(TLS1_2_VERSION, TLS1_3_VERSION);
        const QByteArray ssl2 = ssl2Record(ssl2Message());
        for (const Opening &opening : {Opening::plain(), Opening::onRequest()}) {
            for (const qsizetype cut : {1, 2, 5, 6, 100})
                QTest::addRow("%s, TLS, first read of %d", qPrintable(opening.toWord()), static_cast<int>(cut))
                    << opening << tls << tls.mid(5) << cut;
            for (const qsizetype cut : {1, 4, 9})
                QTest::addRow("%s, SSL 2, first read of %d", qPrintable(opening.toWord()), static_cast<int>(cut))
                    << opening << ssl2 << ssl2.mid(2) << cut;
        }
    }
    void clientHelloIsSeenHoweverItIsCut()
    {
        QFETCH(const Opening, opening);
        QFETCH(const QByteArray, sent);
        QFETCH(const qsizetype, cut);
        Served served(opening.mayBecomeTls() ? m_modern : nullptr, {}, opening);
        RawClient client(served.port);
        client.write(sent.left(cut));
        QTRY_VERIFY(served.server.session(ConnectionId(1))
                    && served.server.session(ConnectionId(1))->evidence().wireBytesIn
                           == static_cast<std::uint64_t>(cut));
        client.write(sent.mid(cut));
        QTRY_COMPARE(served.observer.count(QStringLiteral("hello")), 1);
        client.finishWriting();
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QVERIFY(ending.dialogue.fault == DialogueFault::BeganWithTls);
        QTEST(ending.hello, "hello");
        QVERIFY(!ending.wasServed());
        QVERIFY(sent.startsWith(ending.firstOctets) && !ending.firstOctets.isEmpty());
        QCOMPARE(ending.bytesIn, opening.mayBecomeTls() ? 0U : static_cast<std::uint64_t>(sent.size()));
    }

    void dataThatOnlyLooksLikeTlsIsData_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::addColumn<QByteArrayList>("reads");
        for (const Opening &opening : {Opening::plain(), Opening::onRequest()}) {
            const auto row = [&opening](const char *what, const QByteArrayList &reads) {
                QTest::addRow("%s: %s", qPrintable(opening.toWord()), what) << opening << reads;
            };
            row("one octet of it", {"\x16"});
            row("another record", {QByteArray::fromHex("160301000502") + "hello"});
            row("another record in two reads", {QByteArray::fromHex("160301"), QByteArray::fromHex("000502")});
            row("text in UTF-8", {"\xc3\xa9\n"});
            row("text in UTF-8, octet by octet", {"\xc3", "\xa9", "\n"});
            row("the beginning of it in the middle", {"words\n", "\x16", "more\n"});
            row("a password", {"PASS topsecret\r\n"});
        }
    }
    void dataThatOnlyLooksLikeTlsIsData()
    {
        QFETCH(const Opening, opening);
        QFETCH(const QByteArrayList, reads);
        Served served(opening.mayBecomeTls() ? m_modern : nullptr, {}, opening);
        RawClient client(served.port);
        std::uint64_t size = 0;
        for (const QByteArray &read : reads) {
            client.write(read);
            size += static_cast<std::uint64_t>(read.size());
            QTRY_VERIFY(served.server.session(ConnectionId(1))
                        && served.server.session(ConnectionId(1))->evidence().wireBytesIn == size);
        }
        client.finishWriting();
        QCOMPARE(whileServing([&] { return client.readToEnd(); }), reads.join());
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QVERIFY(ending.dialogue.fault == DialogueFault::None);
        QVERIFY(ending.wasServed());
        QCOMPARE(ending.firstBytes, FirstBytes::Undecided);
        QVERIFY(ending.firstOctets.isEmpty());
        QCOMPARE(ending.bytesIn, size);
        QCOMPARE(served.observer.count(QStringLiteral("hello")), 0);
    }

    void connectionBecomesTlsWhenTheUserWantsIt_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
    }
    void connectionBecomesTlsWhenTheUserWantsIt()
    {
        QFETCH(const int, version);
        Served served(m_modern, {}, Opening::onRequest());
        TlsClient client(served.port, {.oldest = version, .newest = version, .serverName = "api.test"});
        QVERIFY(whileServing([&] { return client.socket().write("plain") && client.socket().read(5) == "plain"; }));
        QVERIFY(served.server.secureSession(ConnectionId(1)));
        QVERIFY2(!served.server.secureSession(ConnectionId(1)), "once is enough");
        QVERIFY(whileServing([&] {
            return client.handshake() && client.write("secret") && client.read(6) == "secret" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.log, words("accepted 1,plain 1,received 1,hello 1,secured 1,received 1,ended 1"));
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::CloseNotify);
        QVERIFY(ending.part == Part::Tls);
        QVERIFY(ending.wasSecured());
        QCOMPARE(ending.bytesIn, 11U);
        QCOMPARE(ending.bytesOut, 11U);
        QVERIFY(ending.negotiated->handshakeMs < ending.durationMs);
        QVERIFY(parseClientHello(asSpan(ending.hello)).has_value());
    }

    void clientThatBeginsFirstWaitsForTheUser()
    {
        Served served(m_modern, {}, Opening::onRequest());
        QTimer user; // who has seen that a ClientHello is there
        connect(&user, &QTimer::timeout, &served.server, [&] {
            if (served.observer.count(QStringLiteral("hello")) == 1)
                served.server.secureSession(ConnectionId(1));
        });
        user.start(1ms);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return client.socket().write("plain") && client.socket().read(5) == "plain" && client.handshake()
                   && client.write("secret") && client.read(6) == "secret" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        // The first hello is the one that waits, the second the same one when TLS takes it.
        QCOMPARE(served.observer.log,
                 words("accepted 1,plain 1,received 1,hello 1,hello 1,secured 1,received 1,ended 1"));
        QCOMPARE(served.observer.firstEnding()->bytesIn, 11U);
        QVERIFY(served.observer.firstEnding()->dialogue.fault == DialogueFault::None);
    }

    void clientThatBeginsFirstAndLeavesIsSeen()
    {
        Served served(m_modern, {}, Opening::onRequest());
        const QByteArray hello = helloBytes(TLS1_2_VERSION, TLS1_3_VERSION);
        RawClient client(served.port);
        client.write(hello);
        QTRY_COMPARE(served.observer.count(QStringLiteral("hello")), 1);
        client.close();
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(served.observer.count(QStringLiteral("received")), 0);
        QCOMPARE(ending.cause, Cause::PeerClosed);
        QVERIFY(ending.part == Part::Plain);
        QVERIFY(ending.dialogue.fault == DialogueFault::BeganWithTls);
        QCOMPARE(ending.hello, hello.mid(5));
        QCOMPARE(ending.bytesIn, 0U);
    }

    void nobodyIsHeldWhoSaysMoreThanAnyHello()
    {
        Served served(m_modern, {}, Opening::onRequest());
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            client.write(helloBytes(TLS1_2_VERSION, TLS1_3_VERSION));
            for (int i = 0; i < 200; ++i)
                client.write(QByteArray(1000, 'x'));
            return client.readToEnd().isEmpty();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::NotTls);
        QVERIFY(served.observer.firstEnding()->part == Part::Plain);
    }

    void clientThatGoesOnInPlainIsNotTls()
    {
        Served served(m_modern, {}, Opening::onRequest());
        RawClient client(served.port);
        QVERIFY(whileServing([&] { return client.write("plain") && client.read(5) == "plain"; }));
        QVERIFY(served.server.secureSession(ConnectionId(1)));
        client.write("still plain\n");
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::NotTls);
        QVERIFY(ending.part == Part::Tls);
        QVERIFY2(ending.firstOctets.isEmpty(), "what may be a password is not kept");
        QCOMPARE(ending.bytesIn, 5U);
    }

    void handshakeTimeBeginsWithTheWish()
    {
        Served served(m_modern, {.handshakeTimeout = 200ms}, Opening::onRequest());
        served.observer.onPlain = [](TlsSession &session) { session.greetAfter(400ms); };
        RawClient client(served.port);
        QTRY_COMPARE(served.observer.count(QStringLiteral("silent")), 1);
        QVERIFY2(!served.observer.firstEnding(), "plain connections may stay as long as they like");
        QVERIFY(served.server.secureSession(ConnectionId(1)));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::HandshakeTimeout);
        QCOMPARE(ending.limit, 200U);
        QVERIFY(ending.durationMs >= 599);
        QVERIFY(ending.part == Part::Tls);
        QCOMPARE(ending.wireBytesIn, 0U);
        QVERIFY(!ending.wasServed());
    }

    void wishMayComeFromInsideTheObserver()
    {
        Served served(m_modern, {}, Opening::onRequest());
        served.observer.onReceived = [](TlsSession &session, std::span<const std::byte> data) {
            session.send(data);
            session.secure();
        };
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return client.socket().write("go") && client.socket().read(2) == "go" && client.handshake()
                   && client.write("x") && client.read(1) == "x" && client.close();
        }));
    }

    void wishMayComeFromInsideTheObserverOfTheHello()
    {
        Served served(m_modern, {}, Opening::onRequest());
        served.observer.onHello = [](TlsSession &session) { session.secure(); };
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return client.handshake() && client.write("x") && client.read(1) == "x" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QVERIFY(served.observer.firstEnding()->wasSecured());
    }

    void onlyWhatIsPlainOnRequestCanBeSecured_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::newRow("TLS at once") << Opening{};
        QTest::newRow("never TLS") << Opening::plain();
        QTest::newRow("TLS when the client asks") << Opening::startTls(PlainProtocol::Smtp);
    }
    void onlyWhatIsPlainOnRequestCanBeSecured()
    {
        QFETCH(const Opening, opening);
        Served served(m_modern, {}, opening);
        const RawClient client(served.port);
        QTRY_COMPARE(served.server.liveSessions(), 1);
        QVERIFY(!served.server.secureSession(ConnectionId(1)));
        QVERIFY(!served.server.secureSession(ConnectionId(2)));
        QCOMPARE(served.server.liveSessions(), 1);
    }

private:
    std::shared_ptr<const ServerContext> m_modern;
};

QTEST_GUILESS_MAIN(TestPlainSessions)
#include "tst_plain_sessions.moc"
