#include "model/sockets/engine.h"
#include "tests/tls/test_identity.h"
#include "tests/tls/tls_client.h"

#include <QTest>

#include <array>
#include <atomic>
#include <map>
#include <set>
#include <thread>

using namespace sealport;
using namespace sealport::test;

/// Servers come and go in several threads while clients of every kind knock. Made for the thread sanitizer; without it,
/// a check that nothing is lost between the threads.
class TestEngineThreads final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingIsLostBetweenTheThreads()
    {
        constexpr int servers = 4;
        constexpr int clientThreads = 3;
        constexpr int clientsEach = 60;
        constexpr int restarts = 6;
        const auto context = ServerContext::make({.protocols = modernProtocols}, makeIdentity()).value();
        std::array<std::atomic<quint16>, servers> ports{};

        Engine engine(3);
        std::map<std::uint64_t, int> ends;
        std::set<std::uint64_t> accepted;
        std::map<std::uint64_t, int> listening; ///< +1 when up, -1 when down
        int stopped = 0;
        const auto takeEvents = [&] {
            for (EngineEvent &event : engine.takeEvents()) {
                if (const auto *up = std::get_if<ServerListening>(&event)) {
                    ++listening[up->id.value()];
                    ports[up->id.value() % servers] = up->endpoint.port;
                } else if (const auto *down = std::get_if<ServerStopped>(&event)) {
                    --listening[down->id.value()];
                    ++stopped;
                } else if (const auto *record = std::get_if<ConnectionRecord>(&event)) {
                    if (record->state == ConnectionState::Accepted)
                        accepted.insert(record->id.value());
                    if (hasEnded(record->state)) {
                        ++ends[record->id.value()];
                        QVERIFY(record->verdict);
                    }
                }
            }
        };
        connect(&engine, &Engine::eventsPending, &engine, takeEvents);
        std::uint64_t lastId = 0;
        const auto start = [&] {
            PreparedServer prepared;
            prepared.profile.name = QStringLiteral("server");
            prepared.profile.port = 0;
            prepared.context = context;
            prepared.address = QHostAddress(QHostAddress::LocalHost);
            engine.start(ServerId(++lastId), std::move(prepared));
        };
        for (int i = 0; i < servers; ++i)
            start();
        QTRY_COMPARE(listening.size(), std::size_t{servers});

        std::atomic<int> secured = 0;
        std::atomic<int> running = clientThreads;
        std::vector<std::jthread> clients;
        for (int thread = 0; thread < clientThreads; ++thread) {
            clients.emplace_back([&, thread] {
                for (int i = 0; i < clientsEach; ++i) {
                    const quint16 port = ports[static_cast<std::size_t>(i + thread) % servers];
                    if (i % 3 == 0) {
                        RawClient(port).write("\x16\x03\x01");
                        continue;
                    }
                    TlsClient client(port, {.oldest = i % 2 == 0 ? TLS1_2_VERSION : TLS1_3_VERSION});
                    if (client.handshake() && client.write("x") && client.read(1) == "x")
                        ++secured;
                    if (i % 5 == 0)
                        client.socket().reset();
                }
                OPENSSL_thread_stop();
                --running;
            });
        }
        // Servers go while their clients are there, and others come in their place.
        for (int turn = 0; turn < restarts; ++turn) {
            const int before = stopped;
            engine.stop(ServerId(lastId - servers + 1));
            engine.disconnectClient(ConnectionId(static_cast<std::uint64_t>(turn) * 7 + 1));
            start();
            QTRY_COMPARE_WITH_TIMEOUT(stopped, before + 1, 30'000);
            QTRY_COMPARE_WITH_TIMEOUT(listening[lastId], 1, 30'000);
        }
        QTRY_COMPARE_WITH_TIMEOUT(running.load(), 0, 120'000);
        clients.clear();
        for (std::uint64_t id = lastId - servers + 1; id <= lastId; ++id)
            engine.stop(ServerId(id));
        QTRY_COMPARE_WITH_TIMEOUT(stopped, restarts + servers, 30'000);
        for (const auto &[id, state] : listening)
            QCOMPARE(state, 0);
        QVERIFY(secured > 0);
        QVERIFY(!accepted.empty());
        QCOMPARE(ends.size(), accepted.size());
        for (const auto &[id, times] : ends)
            QCOMPARE(times, 1);
    }

    void engineThatEndsInTheMiddleLeavesNothing()
    {
        const auto context = ServerContext::make({.protocols = modernProtocols}, makeIdentity()).value();
        std::vector<TlsClient> clients;
        clients.reserve(3);
        {
            Engine engine(2);
            quint16 port = 0;
            connect(&engine, &Engine::eventsPending, &engine, [&] {
                for (const EngineEvent &event : engine.takeEvents())
                    if (const auto *up = std::get_if<ServerListening>(&event))
                        port = up->endpoint.port;
            });
            PreparedServer prepared;
            prepared.profile.port = 0;
            prepared.context = context;
            prepared.address = QHostAddress(QHostAddress::LocalHost);
            engine.start(ServerId(1), prepared);
            QTRY_VERIFY(port != 0);
            for (int i = 0; i < 3; ++i) {
                TlsClient &client = clients.emplace_back(port);
                QVERIFY(client.handshake() && client.write("x") && client.read(1) == "x");
            }
            engine.start(ServerId(2), prepared); // may or may not be up when the engine goes
        }
        for (TlsClient &client : clients)
            QVERIFY(client.readToEnd().isEmpty() && client.hasCloseNotify());
    }
};

QTEST_GUILESS_MAIN(TestEngineThreads)
#include "tst_engine_threads.moc"
