#include "tests/tls/flooders.h"
#include "tests/tls/served.h"
#include "tests/tls/test_identity.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <memory>
#include <thread>

#include <poll.h>

using namespace sealport;
using namespace sealport::test;
using Cause = Ending::Cause;

namespace {

/// Sends all of it, reading and forgetting what comes meanwhile. False when the connection has ended.
bool sendAndRead(int descriptor, const QByteArray &octets)
{
    std::array<char, 65536> answers{};
    for (qsizetype done = 0; done < octets.size();) {
        pollfd waiting{.fd = descriptor, .events = POLLIN | POLLOUT, .revents = 0};
        if (::poll(&waiting, 1, 10'000) != 1)
            return false;
        const ssize_t got = ::recv(descriptor, answers.data(), answers.size(), MSG_DONTWAIT);
        if (got == 0 || (got < 0 && errno != EAGAIN))
            return false;
        const ssize_t sent = ::send(descriptor, octets.constData() + done,
                                    static_cast<std::size_t>(octets.size() - done), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (sent < 0 && errno != EAGAIN)
            return false;
        done += std::max<ssize_t>(sent, 0);
    }
    return true;
}

/// The server's end of a client's connection; both are in this process.
int serversEnd(quint16 clientPort)
{
    for (int descriptor = 0; descriptor < 256; ++descriptor) {
        sockaddr_in peer{};
        socklen_t size = sizeof peer;
        if (::getpeername(descriptor, reinterpret_cast<sockaddr *>(&peer), &size) == 0 && peer.sin_family == AF_INET
            && ntohs(peer.sin_port) == clientPort)
            return descriptor;
    }
    return -1;
}

using FlooderMaker = std::unique_ptr<Flooder> (*)(quint16 port, int receiveBuffer);

template <class T>
std::unique_ptr<Flooder> make(quint16 port, int receiveBuffer)
{
    return std::make_unique<T>(port, receiveBuffer);
}

} // namespace

/// One client that keeps the server busy with messages without data, and what that costs everybody else.
class TestTlsServerFloods final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_modern = ServerContext::make({.protocols = modernProtocols}, makeIdentity()).value(); }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void othersHaveTheirTurnInAFlood_data()
    {
        QTest::addColumn<FlooderMaker>("flooderOf");
        QTest::newRow("refused renegotiations of TLS 1.2") << FlooderMaker(make<Renegotiations>);
        QTest::newRow("answered KeyUpdates of TLS 1.3") << FlooderMaker(make<KeyUpdates>);
    }
    /// All that is said lies ready before the server looks, the flood first. One honest client is older than the
    /// flooder and one is younger, so that the order in which the server asks them does not decide.
    void othersHaveTheirTurnInAFlood()
    {
        QFETCH(const FlooderMaker, flooderOf);
        Served served(m_modern);
        TlsClient older(served.port);
        QVERIFY(whileServing([&] { return older.handshake(); }));
        const std::unique_ptr<Flooder> flooder = flooderOf(served.port, 0);
        QVERIFY(whileServing([&] { return flooder->begin(); }));
        TlsClient younger(served.port);
        QVERIFY(whileServing([&] { return younger.handshake(); }));
        QTRY_COMPARE(served.observer.count(QStringLiteral("secured")), 3);

        const QByteArray flood = flooder->messages(2000);
        QVERIFY(flooder->client.socket().write(flood + flooder->data("at last")));
        QVERIFY(older.write("now") && younger.write("now"));
        QTRY_VERIFY_WITH_TIMEOUT(served.observer.log.contains(QStringLiteral("received 2")), 20'000);
        for (const auto &honest : {QStringLiteral("received 1"), QStringLiteral("received 3")}) {
            const qsizetype at = served.observer.log.indexOf(honest);
            QVERIFY(at >= 0);
            QVERIFY2(at < served.observer.log.indexOf(QStringLiteral("received 2")), "it waited for the whole flood");
        }
    }

    void aFloodWithoutEndKeepsNobodyOut_data() { othersHaveTheirTurnInAFlood_data(); }
    void aFloodWithoutEndKeepsNobodyOut()
    {
        QFETCH(const FlooderMaker, flooderOf);
        Served served(m_modern);
        std::atomic<bool> isOver = false;
        std::atomic<int> pieces = 0;
        std::thread flooding([&] {
            const std::unique_ptr<Flooder> flooder = flooderOf(served.port, 0);
            if (flooder->begin()) {
                for (; !isOver && sendAndRead(flooder->client.socket().descriptor(), flooder->messages(100));
                     ++pieces) {
                }
            }
            isOver = true;
            OPENSSL_thread_stop();
        });
        const auto twoSessionsTook = [&]() -> qint64 {
            QElapsedTimer time;
            time.start();
            for (int session = 0; session < 2; ++session) {
                TlsClient client(served.port);
                if (!client.handshake() || !client.write("honest") || client.read(6) != "honest" || !client.close())
                    return -1;
            }
            return time.elapsed();
        };
        const bool began = QTest::qWaitFor([&] { return pieces >= 10; }, 30'000);
        const int before = pieces;
        const qint64 during = whileServing(twoSessionsTook);
        const bool wentOn = !isOver && pieces > before;
        isOver = true;
        whileServing([&] {
            flooding.join();
            return true;
        });
        qInfo("two sessions: %lld ms in the flood, %lld ms without", during, whileServing(twoSessionsTook));
        QVERIFY(began);
        QVERIFY2(wentOn, "the flood was there all the time");
        QVERIFY(during >= 0);
    }

    void floodsThatNeverReadAreGivenUp()
    {
        constexpr int smallest = 4096; // for the system to hold, so that the answers stay with the server
        constexpr qsizetype much = 16 << 20;
        constexpr std::uint64_t little = 1 << 20;
        Served served(m_modern, {.maxHeldBytes = 64 << 10});
        std::vector<std::unique_ptr<Flooder>> flooders;
        flooders.push_back(make<Renegotiations>(served.port, smallest));
        flooders.push_back(make<KeyUpdates>(served.port, smallest));
        for (const auto &flooder : flooders) {
            QVERIFY(whileServing([&] { return flooder->begin(); }));
            const int descriptor = serversEnd(flooder->client.socket().localPort());
            QVERIFY(::setsockopt(descriptor, SOL_SOCKET, SO_SNDBUF, &smallest, sizeof smallest) == 0);
        }
        const auto sendMuch = [&](Flooder &flooder) {
            qsizetype sent = 0;
            for (QByteArray piece = flooder.messages(100); sent < much && flooder.client.socket().write(piece);
                 piece = flooder.messages(100))
                sent += piece.size();
        };
        whileServing([&] {
            std::thread other([&] {
                sendMuch(*flooders.front());
                OPENSSL_thread_stop();
            });
            sendMuch(*flooders.back());
            other.join();
            return true;
        });
        QTRY_COMPARE_WITH_TIMEOUT(served.observer.endings.size(), std::size_t{2}, 20'000);
        for (const auto &[id, ending] : served.observer.endings) {
            QCOMPARE(ending.cause, Cause::UnreadLimit);
            QCOMPARE(ending.limit, 65536U);
            // No answer is longer than its question, so no more than this was ever held.
            QVERIFY2(ending.wireBytesIn < little, qPrintable(QString::number(ending.wireBytesIn)));
        }
        QTRY_COMPARE(served.server.openSockets(), std::size_t{0});
    }

private:
    std::shared_ptr<const ServerContext> m_modern;
};

QTEST_GUILESS_MAIN(TestTlsServerFloods)
#include "tst_tls_server_floods.moc"
