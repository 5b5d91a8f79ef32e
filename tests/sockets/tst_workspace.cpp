#include "tests/sockets/watched_workspace.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

/// Servers of a workspace, as windows and the terminal use them, with real clients.
class TestWorkspace final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void serverListensServesAndStops()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        QSignalSpy changed(watched.workspace.get(), &Workspace::serverChanged);
        watched.workspace->start(id);
        QCOMPARE(watched.state(id), ServerState::Starting);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        QCOMPARE(changed.size(), 2);
        QVERIFY(watched.entry(id).endpoint.port != 0);
        QVERIFY(watched.entry(id).certificate);
        QCOMPARE(watched.entry(id).certificate->name(), QStringLiteral("localhost"));

        TlsClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.handshake() && exchange(client));
        QTRY_COMPARE(watched.entry(id).counts, (ConnectionCounts{.accepted = 1, .secured = 1, .failed = 0, .live = 1}));
        watched.workspace->stop(id);
        QCOMPARE(watched.state(id), ServerState::Stopping);
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY2(watched.ended == 1, "every end is told before the server is said to be down");
        QCOMPARE(watched.entry(id).counts, (ConnectionCounts{.accepted = 1, .secured = 1, .failed = 0, .live = 0}));
        QCOMPARE(watched.allStopped.size(), 1);
        QVERIFY(!watched.entry(id).error);
        QVERIFY(client.readToEnd().isEmpty() && client.hasCloseNotify());
        QVERIFY(!RawClient(watched.entry(id).endpoint.port).isConnected());
    }

    void restartTakesTheSamePortAgainAtOnce()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        profile.port = watched.entry(id).endpoint.port;
        profile.anyPort = true;
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        TlsClient client(profile.port); // its connection goes to TIME_WAIT on the server's side
        QVERIFY(client.handshake() && exchange(client));
        QSignalSpy changed(watched.workspace.get(), &Workspace::serverChanged);
        watched.workspace->restart(id);
        watched.workspace->restart(id);  // impatience changes nothing
        QTRY_COMPARE(changed.size(), 4); // stopping, stopped, starting, listening
        QCOMPARE(watched.state(id), ServerState::Listening);
        QVERIFY(!watched.entry(id).error);
        QCOMPARE(watched.entry(id).endpoint.port, profile.port);
        client.close();
        QVERIFY(TlsClient(profile.port).handshake());
    }

    void severalServersDoNotKnowEachOther()
    {
        OPEN(watched);
        std::vector<ServerId> ids;
        for (const char *name : {"a", "b", "c", "d", "e"})
            ids.push_back(watched.workspace->addTemporaryServer(watched.profile(QLatin1String(name))));
        for (const ServerId id : ids)
            watched.workspace->start(id);
        for (const ServerId id : ids)
            QTRY_COMPARE(watched.state(id), ServerState::Listening);
        std::vector<std::unique_ptr<TlsClient>> clients;
        for (const ServerId id : ids) {
            clients.push_back(std::make_unique<TlsClient>(watched.entry(id).endpoint.port));
            QVERIFY(clients.back()->handshake());
        }
        watched.workspace->stop(ids[1]);
        watched.workspace->stop(ids[3]);
        QTRY_COMPARE(watched.state(ids[1]), ServerState::Stopped);
        QTRY_COMPARE(watched.state(ids[3]), ServerState::Stopped);
        QCOMPARE(watched.allStopped.size(), 0);
        for (const std::size_t i : {0U, 2U, 4U})
            QVERIFY(exchange(*clients[i]));
        for (const std::size_t i : {1U, 3U})
            QVERIFY(clients[i]->readToEnd().isEmpty() && clients[i]->hasCloseNotify());
        for (const auto &[id, record] : watched.latest)
            QCOMPARE(record.serverName, watched.entry(record.server).profile.name);
        watched.workspace->stopAll();
        QTRY_COMPARE(watched.allStopped.size(), 1);
    }

    void startAndStopInEveryOrder()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        watched.workspace->start(id);
        watched.workspace->start(id); // while starting
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        watched.workspace->start(id); // while listening
        QCOMPARE(watched.state(id), ServerState::Listening);
        watched.workspace->stop(id);
        watched.workspace->stop(id); // while stopping
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);

        for (int turn = 0; turn < 20; ++turn) {
            watched.workspace->start(id);
            for (int i = 0; i < turn; ++i) // a little later each time: before, during and after it listens
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            watched.workspace->stop(id);
            QTRY_COMPARE(watched.state(id), ServerState::Stopped);
            QVERIFY(!watched.entry(id).error);
        }
        LISTEN(watched, id);
        QVERIFY(TlsClient(watched.entry(id).endpoint.port).handshake());
    }

    void removedServerIsStopped()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        LISTEN(watched, id);
        const quint16 port = watched.entry(id).endpoint.port;
        TlsClient client(port);
        QVERIFY(client.handshake() && exchange(client)); // the server has had the end of the handshake too
        QSignalSpy removed(watched.workspace.get(), &Workspace::serverRemoved);
        watched.workspace->removeServer(id);
        QCOMPARE(removed.size(), 1);
        QVERIFY(!watched.workspace->server(id));
        QVERIFY(client.readToEnd().isEmpty() && client.hasCloseNotify());
        QTRY_COMPARE(watched.ended, 1);
        QTRY_VERIFY(!RawClient(port).isConnected());
        QTRY_VERIFY2(watched.allStopped.size() > 0, "the last server that listened is gone");

        const ServerId other = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("b")));
        watched.workspace->start(other);
        watched.workspace->removeServer(other); // while starting
        QVERIFY(!watched.workspace->server(other));
    }

    void failedStartKeepsItsErrorUntilTheNext()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId first = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, first);
        profile.name = QStringLiteral("b");
        profile.addressUse = AddressUse::Unique;
        profile.port = watched.entry(first).endpoint.port;
        profile.anyPort = true;
        const ServerId second = watched.workspace->addTemporaryServer(profile);
        watched.workspace->start(second);
        QTRY_COMPARE(watched.state(second), ServerState::Stopped);
        QVERIFY(watched.entry(second).error);
        QCOMPARE(watched.entry(second).error->code, ErrorCode::PortInUse);
        QVERIFY(!watched.entry(second).certificate);

        profile.certificate.id = QStringLiteral("nobody");
        profile.certificate.by = IdentifyBy::Name;
        QVERIFY(watched.workspace->updateServer(second, profile).has_value());
        watched.workspace->start(second);
        QVERIFY2(!watched.entry(second).error, "a new attempt forgets the old error");
        QTRY_COMPARE(watched.state(second), ServerState::Stopped);
        QCOMPARE(watched.entry(second).error->code, ErrorCode::CertificateNotFound);
        QCOMPARE(watched.state(first), ServerState::Listening);
    }

    void twoServersMaySharePortAndAreTold()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId first = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, first);
        QVERIFY(watched.entry(first).warnings.empty());
        profile.name = QStringLiteral("b");
        profile.port = watched.entry(first).endpoint.port;
        profile.anyPort = true;
        const ServerId second = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, second);
        QVERIFY(std::ranges::any_of(watched.entry(second).warnings,
                                    [](const Warning &warning) { return warning.code == WarningCode::PortShared; }));
    }

    void countsAddUpWhateverClientsDo()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        LISTEN(watched, id);
        const quint16 port = watched.entry(id).endpoint.port;
        for (int i = 0; i < 60; ++i) {
            if (i % 3 == 0) {
                TlsClient client(port);
                QVERIFY(client.handshake() && exchange(client));
            } else if (i % 3 == 1) {
                RawClient(port).write("GET / HTTP/1.0\r\n\r\n");
            } else {
                RawClient(port).reset();
            }
        }
        QTRY_COMPARE(watched.ended, 60);
        QCOMPARE(watched.entry(id).counts, (ConnectionCounts{.accepted = 60, .secured = 20, .failed = 40, .live = 0}));
        QCOMPARE(watched.latest.size(), std::size_t{60});
        for (const auto &[number, record] : watched.latest) {
            QVERIFY(record.verdict);
            QCOMPARE(record.state == ConnectionState::Closed, record.negotiated.has_value());
        }
    }

    void trafficOfALiveConnectionIsTold()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        LISTEN(watched, id);
        std::uint64_t seen = 0;
        connect(watched.workspace.get(), &Workspace::trafficArrived, this,
                [&](const std::vector<TrafficUpdate> &updates) {
                    for (const TrafficUpdate &update : updates)
                        seen = update.bytesIn;
                });
        TlsClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.handshake() && client.write(QByteArray(5000, 'x')) && client.read(5000).size() == 5000);
        QTRY_COMPARE(seen, std::uint64_t{5000});
    }

    void plainServerStartsWithoutACertificate()
    {
        OPEN(watched);
        ServerProfile profile;
        profile.name = QStringLiteral("plain");
        profile.port = 0;
        profile.opening = Opening::plain();
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        QVERIFY(!watched.entry(id).certificate);
        RawClient client(watched.entry(id).endpoint.port);
        QVERIFY(client.write("x") && client.read(1) == "x");
        client.close();
        QTRY_COMPARE(watched.ended, 1);
        QCOMPARE(watched.entry(id).counts,
                 (ConnectionCounts{.accepted = 1, .secured = 0, .failed = 0, .live = 0, .plain = 1}));
    }

    void userSecuresOneConnection()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        profile.opening = Opening::onRequest();
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        TlsClient client(watched.entry(id).endpoint.port);
        TlsClient other(watched.entry(id).endpoint.port);
        for (TlsClient *each : {&client, &other})
            QVERIFY(each->socket().write("x") && each->socket().read(1) == "x");
        QTRY_COMPARE(watched.latest.size(), std::size_t{2});
        const quint16 port = client.socket().localPort();
        const auto mine = std::ranges::find_if(watched.latest,
                                               [port](const auto &record) { return record.second.peer.port == port; });
        QVERIFY(mine != watched.latest.end());
        QCOMPARE(mine->second.state, ConnectionState::Plain);
        watched.workspace->secure(mine->second.id);
        QTRY_COMPARE(mine->second.state, ConnectionState::Handshaking);
        QVERIFY(client.handshake() && exchange(client));
        QVERIFY2(other.socket().write("y") && other.socket().read(1) == "y", "the other one never noticed");
        QTRY_COMPARE(watched.entry(id).counts, (ConnectionCounts{.accepted = 2, .secured = 1, .failed = 0, .live = 2}));
    }

    void disconnectEndsOneConnection()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        LISTEN(watched, id);
        TlsClient first(watched.entry(id).endpoint.port);
        QVERIFY(first.handshake());
        QTRY_COMPARE(watched.entry(id).counts.live, 1U);
        const ConnectionId connection = watched.latest.begin()->second.id;
        TlsClient second(watched.entry(id).endpoint.port);
        QVERIFY(second.handshake());
        watched.workspace->disconnect(connection);
        watched.workspace->disconnect(ConnectionId(12345)); // nobody
        QTRY_COMPARE(watched.ended, 1);
        QVERIFY(hasEnded(watched.latest.at(connection.value()).state));
        QVERIFY(watched.latest.at(connection.value()).verdict->reason == VerdictReason::DisconnectedByUser
                || watched.latest.at(connection.value()).verdict->reason == VerdictReason::ClosedByUser);
        QVERIFY(first.readToEnd().isEmpty() && first.hasCloseNotify());
        QVERIFY(exchange(second));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspace)
#include "tst_workspace.moc"
