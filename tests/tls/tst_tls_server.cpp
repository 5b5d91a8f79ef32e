#include "tests/tls/hello_bytes.h"
#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;
using Cause = Ending::Cause;

/// A server in one thread, clients of somebody else in another: what the observer hears, and what the client gets.
class TestTlsServer final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        constexpr ProtocolSet every{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};
        m_identity = makeIdentity();
        m_context = ServerContext::make({.protocols = every}, *m_identity).value();
        m_modern = ServerContext::make({.protocols = modernProtocols}, *m_identity).value();
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void lifeIsToldInOrder_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<Protocol>("protocol");
        QTest::newRow("TLS 1.0") << TLS1_VERSION << Protocol::Tls1_0;
        QTest::newRow("TLS 1.1") << TLS1_1_VERSION << Protocol::Tls1_1;
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION << Protocol::Tls1_2;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION << Protocol::Tls1_3;
    }
    void lifeIsToldInOrder()
    {
        QFETCH(const int, version);
        Served served(m_context);
        quint16 clientPort = 0;
        const QByteArray answer = whileServing([&]() -> QByteArray {
            TlsClient client(served.port, {.oldest = version, .newest = version, .serverName = "api.test"});
            clientPort = client.socket().localPort();
            if (!client.handshake() || !client.write("hello"))
                return {};
            QByteArray read = client.read(5);
            return client.close() ? read : QByteArray("no close_notify");
        });
        QCOMPARE(answer, QByteArray("hello"));
        QTRY_VERIFY(served.observer.firstEnding());
        // TLS 1.0 splits a record against BEAST: the first octet comes alone
        QStringList log = served.observer.log;
        log.removeDuplicates();
        QCOMPARE(log, QStringList({QStringLiteral("accepted 1"), QStringLiteral("hello 1"), QStringLiteral("secured 1"),
                                   QStringLiteral("received 1"), QStringLiteral("ended 1")}));
        QCOMPARE(served.observer.peers.at(1).toString(), QStringLiteral("127.0.0.1:%1").arg(clientPort));
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::CloseNotify);
        QVERIFY(ending.closeNotifySent);
        QVERIFY(ending.closeNotifyReceived);
        QCOMPARE(ending.bytesIn, 5U);
        QCOMPARE(ending.bytesOut, 5U);
        QVERIFY(ending.negotiated);
        QTEST(ending.negotiated->protocol, "protocol");
        QVERIFY(ending.negotiated->cipherSuite != 0);
        QVERIFY(!ending.negotiated->resumed);
        QVERIFY(ending.negotiated->handshakeMs > 0);
        QVERIFY(ending.durationMs >= ending.negotiated->handshakeMs);
        const auto hello = parseClientHello(asSpan(ending.hello));
        QVERIFY(hello.has_value());
        QCOMPARE(hello->serverName, QByteArray("api.test"));
        QVERIFY(!ending.alertSent);
        QVERIFY(!ending.alertReceived);
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

    void agreedGroupAndSignatureAreKnown_data()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("TLS 1.2") << TLS1_2_VERSION;
        QTest::newRow("TLS 1.3") << TLS1_3_VERSION;
    }
    void agreedGroupAndSignatureAreKnown()
    {
        QFETCH(const int, version);
        Served served(m_modern);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version});
            return client.handshake() && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->negotiated->group, std::uint16_t{0x001d});
        QCOMPARE(served.observer.firstEnding()->negotiated->signature, std::uint16_t{0x0403});
    }

    void helloMayComeOctetByOctet()
    {
        Served served(m_context);
        const QByteArray hello = helloBytes(TLS1_2_VERSION, TLS1_3_VERSION);
        const QByteArray answer = whileServing([&] {
            RawClient client(served.port);
            for (const char octet : hello)
                client.write(QByteArray(1, octet));
            QByteArray first(1, '\0');
            ::recv(client.descriptor(), first.data(), 1, 0);
            return first;
        });
        QCOMPARE(answer, QByteArray("\x16")); // a handshake record: the ServerHello
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.count(QStringLiteral("hello")), 1);
        QCOMPARE(served.observer.firstEnding()->hello, hello.mid(5));
        QCOMPARE(served.observer.firstEnding()->firstBytes, FirstBytes::TlsHello);
    }

    void firstBytesThatAreNoTlsEndAtOnce_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<FirstBytes>("what");
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("an HTTP client is told so in its own language")
            << QByteArray("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n") << FirstBytes::Http
            << QByteArray("HTTP/1.0 400 ");
        QTest::newRow("a PROXY header") << QByteArray("PROXY TCP4 10.0.0.1 10.0.0.2 5000 443\r\n")
                                        << FirstBytes::ProxyProtocol << QByteArray();
        QTest::newRow("SSH") << QByteArray("SSH-2.0-OpenSSH_9.2p1 Debian\r\n") << FirstBytes::Ssh << QByteArray();
        QTest::newRow("nothing that anybody knows")
            << QByteArray("\x01\x02\x03\x04\x05\x06\x07\x08") << FirstBytes::Unknown << QByteArray();
    }
    void firstBytesThatAreNoTlsEndAtOnce()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, answer);
        Served served(m_context);
        const QByteArray got = whileServing([&] {
            RawClient client(served.port);
            client.write(sent);
            const QByteArray all = client.readToEnd();
            return client.wasReset() ? QByteArray("reset") : all;
        });
        QVERIFY2(got.startsWith(answer) && got.isEmpty() == answer.isEmpty(), got.constData());
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::NotTls);
        QTEST(ending.firstBytes, "what");
        QVERIFY(sent.startsWith(ending.firstOctets));
        QVERIFY(!ending.firstOctets.isEmpty());
    }

    void firstBytesAreRecognisedHoweverTheyAreCut_data() { firstBytesThatAreNoTlsEndAtOnce_data(); }
    void firstBytesAreRecognisedHoweverTheyAreCut()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, answer);
        Served served(m_context);
        RawClient client(served.port);
        QTRY_COMPARE(served.server.liveSessions(), 1);
        for (const char octet : sent) {
            client.write(QByteArray(1, octet));
            QCoreApplication::processEvents(); // on loopback it is there as soon as it is sent
        }
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::NotTls);
        QTEST(served.observer.firstEnding()->firstBytes, "what");
        client.finishWriting();
        const QByteArray got = whileServing([&] { return client.readToEnd(); });
        QVERIFY2(got.startsWith(answer) && got.isEmpty() == answer.isEmpty(), got.constData());
    }

    void refusedHandshakesTellTheClientWhy_data()
    {
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("ciphers");
        QTest::addColumn<int>("alert");
        QTest::newRow("no common version: protocol_version") << TLS1_VERSION << QByteArray("ALL") << 70;
        QTest::newRow("no common cipher: handshake_failure") << TLS1_2_VERSION << QByteArray("AES128-SHA") << 40;
    }
    void refusedHandshakesTellTheClientWhy()
    {
        QFETCH(const int, version);
        QFETCH(const QByteArray, ciphers);
        Served served(m_modern);
        const int alert = whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version, .ciphers = ciphers.constData()});
            client.handshake();
            return client.alert();
        });
        QTEST(alert, "alert");
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::TlsFailure);
        QVERIFY(ending.reason != 0);
        QVERIFY(!ending.detail.isEmpty());
        QVERIFY(ending.alertSent);
        QTEST(int(ending.alertSent->code), "alert");
        QVERIFY(!ending.wasSecured());
    }

    void refusalOfOurCertificateIsHeard_data() { agreedGroupAndSignatureAreKnown_data(); }
    void refusalOfOurCertificateIsHeard()
    {
        QFETCH(const int, version);
        Served served(m_modern);
        QVERIFY(!whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version, .verifies = true});
            return client.handshake(); // and away at once, the rest of our flight unread
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::AlertReceived);
        QVERIFY(ending.alertReceived);
        QCOMPARE(int(ending.alertReceived->code), 48); // unknown_ca: a self-signed certificate that nobody trusts
        QVERIFY(ending.certificateSent);
        QVERIFY(!ending.certificateRead);
    }

    void certificateReadInSilenceIsEvidence_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("read it all and left") << QStringLiteral("close") << true << Cause::PeerClosed;
        QTest::newRow("read it all and reset") << QStringLiteral("reset") << false << Cause::PeerReset;
        QTest::newRow("read it all, said something, and left") << QStringLiteral("speak") << false << Cause::PeerClosed;
    }
    void certificateReadInSilenceIsEvidence()
    {
        QFETCH(const QString, then);
        Served served(m_modern);
        const QByteArray hello = helloBytes(TLS1_2_VERSION, TLS1_2_VERSION);
        QVERIFY(whileServing([&] {
            RawClient client(served.port);
            client.write(hello);
            // ServerHelloDone (RFC 5246 section 7.4.5) ends the server's flight.
            QByteArray flight;
            std::array<char, 4096> buffer{};
            while (!flight.endsWith(QByteArray::fromHex("0e000000"))) {
                const ssize_t size = ::recv(client.descriptor(), buffer.data(), buffer.size(), 0);
                if (size <= 0)
                    return false;
                flight.append(buffer.data(), size);
            }
            if (then == u"reset")
                client.reset();
            else if (then == u"speak")
                client.write(QByteArray::fromHex("1603030010")); // the header of a ClientKeyExchange that never comes
            return true;
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QVERIFY(served.observer.firstEnding()->certificateSent);
        QTEST(served.observer.firstEnding()->certificateRead, "isRead");
        QTEST(served.observer.firstEnding()->cause, "cause");
    }

    void bulkDataComesBackWhole_data() { lifeIsToldInOrder_data(); }
    void bulkDataComesBackWhole()
    {
        QFETCH(const int, version);
        Served served(m_context);
        QByteArray data(1 << 20, '\0');
        for (qsizetype i = 0; i < data.size(); ++i)
            data[i] = static_cast<char>(i * 31 % 251);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version});
            bool isSame = client.handshake();
            for (qsizetype at = 0; isSame && at < data.size(); at += 50'000) {
                const QByteArray part = data.mid(at, 50'000);
                isSame = client.write(part) && client.read(part.size()) == part;
            }
            return isSame && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->bytesIn, static_cast<std::uint64_t>(data.size()));
        QCOMPARE(served.observer.firstEnding()->bytesOut, static_cast<std::uint64_t>(data.size()));
    }

    void keysMayBeUpdatedInTheMiddle()
    {
        Served served(m_modern);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.oldest = TLS1_3_VERSION});
            return client.handshake() && client.write("1") && client.read(1) == "1"
                   && SSL_key_update(&client.ssl(), SSL_KEY_UPDATE_REQUESTED) == 1 && client.write("2")
                   && client.read(1) == "2" && client.close();
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QCOMPARE(served.observer.firstEnding()->cause, Cause::CloseNotify);
    }

    void answerReachesAClientThatHasFinishedSpeaking()
    {
        Served served(m_modern);
        QCOMPARE(whileServing([&]() -> QByteArray {
                     TlsClient client(served.port);
                     if (!client.handshake() || !client.write("last words"))
                         return "no handshake";
                     SSL_shutdown(&client.ssl());
                     client.socket().finishWriting();
                     const QByteArray answer = client.readToEnd();
                     return client.hasCloseNotify() ? answer : QByteArray("no close_notify");
                 }),
                 QByteArray("last words"));
    }

    void resumptionIsSeen_data() { agreedGroupAndSignatureAreKnown_data(); }
    void resumptionIsSeen()
    {
        QFETCH(const int, version);
        Served served(m_modern);
        QVERIFY(whileServing([&] {
            TlsClient first(served.port, {.oldest = version, .newest = version});
            if (!first.handshake() || !first.write("x")
                || first.read(1) != "x") // TLS 1.3 brings its ticket with the data
                return false;
            const Handle<SSL_SESSION, SSL_SESSION_free> session(SSL_get1_session(&first.ssl()));
            first.close();
            TlsClient second(served.port, {.oldest = version, .newest = version, .session = session.get()});
            return second.handshake() && SSL_session_reused(&second.ssl()) == 1 && second.close();
        }));
        QTRY_COMPARE(served.observer.endings.size(), std::size_t{2});
        QVERIFY(!served.observer.endings.at(1).negotiated->resumed);
        QVERIFY(served.observer.endings.at(2).negotiated->resumed);
    }

    // The stock QSslServer never sends these, and its peers hang.
    void fatalAlertReachesTheClientAfterTheHandshake_data() { agreedGroupAndSignatureAreKnown_data(); }
    void fatalAlertReachesTheClientAfterTheHandshake()
    {
        QFETCH(const int, version);
        Served served(m_modern);
        const int alert = whileServing([&] {
            TlsClient client(served.port, {.oldest = version, .newest = version});
            if (!client.handshake())
                return -2;
            client.socket().write(QByteArray::fromHex("1703030020")
                                  + QByteArray(32, '?')); // a record that nobody's key made
            static_cast<void>(client.readToEnd());
            return client.alert();
        });
        QCOMPARE(alert, 20); // bad_record_mac
        QTRY_VERIFY(served.observer.firstEnding());
        const Ending &ending = *served.observer.firstEnding();
        QCOMPARE(ending.cause, Cause::TlsFailure);
        QVERIFY(ending.wasSecured());
        QVERIFY(ending.alertSent);
        QCOMPARE(int(ending.alertSent->code), 20);
    }

    void wayOfEndingIsTold_data()
    {
        QTest::addColumn<QString>("how");
        QTest::addColumn<Cause>("cause");
        QTest::newRow("FIN without close_notify") << QStringLiteral("close") << Cause::PeerClosed;
        QTest::newRow("RST") << QStringLiteral("reset") << Cause::PeerReset;
        QTest::newRow("close_notify and away, without waiting for ours")
            << QStringLiteral("notify") << Cause::CloseNotify;
    }
    void wayOfEndingIsTold()
    {
        QFETCH(const QString, how);
        Served served(m_modern);
        QVERIFY(whileServing([&] {
            TlsClient client(served.port, {.newest = TLS1_2_VERSION});
            if (!client.handshake() || !client.write("x") || client.read(1) != "x")
                return false;
            if (how == u"notify")
                SSL_shutdown(&client.ssl());
            if (how == u"reset")
                client.socket().reset();
            return true;
        }));
        QTRY_VERIFY(served.observer.firstEnding());
        QTEST(served.observer.firstEnding()->cause, "cause");
        QVERIFY(served.observer.firstEnding()->wasSecured());
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

    void disconnectEndsOneConnectionProperly()
    {
        Served served(m_modern);
        std::optional<TlsClient> other;
        QVERIFY(whileServing([&] { return other.emplace(served.port).handshake(); }));
        TlsClient client(served.port);
        QVERIFY(whileServing([&] { return client.handshake(); }));
        QTRY_COMPARE(served.observer.count(QStringLiteral("secured")), 2);
        QVERIFY(!served.server.endSession(ConnectionId(99)));
        QVERIFY(served.server.endSession(ConnectionId(2)));
        QVERIFY2(!served.server.endSession(ConnectionId(2)), "it has ended already");
        QCOMPARE(served.observer.endings.at(2).cause, Cause::ClosedByUser);
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty() && client.hasCloseNotify(); }));
        QVERIFY(whileServing([&] { return other->write("x") && other->read(1) == "x"; }));
    }

    void sessionMayBeClosedFromInsideTheObserver()
    {
        Served served(m_modern);
        served.observer.onReceived = [](TlsSession &session, std::span<const std::byte> data) {
            session.send(data);
            session.close();
        };
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return client.handshake() && client.write("bye") && client.readToEnd() == "bye" && client.hasCloseNotify();
        }));
        served.observer.onSecured = [&](TlsSession &session) { served.server.endSession(session.id()); };
        QVERIFY(whileServing([&] {
            TlsClient client(served.port);
            return client.handshake() && client.readToEnd().isEmpty() && client.hasCloseNotify();
        }));
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

private:
    std::optional<Identity> m_identity;
    std::shared_ptr<const ServerContext> m_context; ///< every version
    std::shared_ptr<const ServerContext> m_modern;
};

QTEST_GUILESS_MAIN(TestTlsServer)
#include "tst_tls_server.moc"
