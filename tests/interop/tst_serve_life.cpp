#include "tests/interop/certificate_files.h"
#include "tests/interop/serve_target.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <memory>
#include <optional>
#include <vector>

#include <sys/resource.h>

using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

bool allowOpenFiles(rlim_t count)
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return false;
    limit.rlim_cur = std::max(limit.rlim_cur, std::min(count, limit.rlim_max));
    return limit.rlim_cur >= count && ::setrlimit(RLIMIT_NOFILE, &limit) == 0;
}

} // namespace

/// From the first line to the last of `sealport serve`, and with a crowd in between.
class TestServeLife : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void printsTheRealPort();
    void aSignalStopsItWithExactCounts_data();
    void aSignalStopsItWithExactCounts();
    void aSignalThatIsPassedOnCountsOnce_data();
    void aSignalThatIsPassedOnCountsOnce();
    void aSignalAfterTheLastLineChangesNothing();
    void changedFilesAreServedWhileConnectionsLive_data();
    void changedFilesAreServedWhileConnectionsLive();
    void aPassPhraseFromAFileOpensThePkcs12File_data();
    void aPassPhraseFromAFileOpensThePkcs12File();
    void stopsAfterSoManyConnections();
    void stopsAfterSoMuchTime();
    void aCrowdOfSilentClientsCostsAnHonestOneNothing();

private:
    [[nodiscard]] std::optional<double> timeOfAnHonestClient(ServeTarget &server);

    QTemporaryDir m_folder;
    const QString m_home = m_folder.filePath(u"home"_s);
    const QStringList m_modern{u"--port"_s, u"0"_s, u"--protocols"_s, u"modern"_s};
};

void TestServeLife::printsTheRealPort()
{
    ServeTarget server(m_home, m_modern);
    QVERIFY(server.process().start());
    const QJsonObject listening = server.process().events().first();
    QCOMPARE(text(listening, u"event"_s), u"listening"_s);
    QCOMPARE(text(listening, u"address"_s), u"127.0.0.1"_s);
    QVERIFY(server.process().port() != 0);
    QVERIFY(server.servesAnHonestClient());
    QCOMPARE(server.stopAndAudit(), QString());
}

void TestServeLife::aSignalStopsItWithExactCounts_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("SIGTERM") << SIGTERM;
    QTest::newRow("SIGINT") << SIGINT;
}

/// Sessions, handshakes and silent connections that are open at that moment are counted too, and told goodbye.
void TestServeLife::aSignalStopsItWithExactCounts()
{
    QFETCH(int, signal);
    ServeTarget server(m_home, m_modern);
    QVERIFY(server.process().start());
    QVERIFY(server.servesAnHonestClient());

    const auto liveTcp = server.connect();
    TlsClient live(*liveTcp);
    QVERIFY(live.handshake());
    QVERIFY(live.send("live"));
    QCOMPARE(live.receive(4), QByteArray("live"));
    const auto begun = server.connect();
    QVERIFY(begun->send(TlsClient(*begun).takeRecords().left(50)));
    const auto silent = server.connect();
    QVERIFY(server.servesAnHonestClient()); // accepted after them: they are all known by now

    QCOMPARE(server.stopAndAudit(signal), QString());
    const QJsonObject last = server.process().events().last();
    QCOMPARE(last[u"accepted"_s].toInt(), 5);
    QCOMPARE(last[u"secured"_s].toInt(), 3);
    QCOMPARE(last[u"failed"_s].toInt(), 2);
    live.receiveAll();
    QVERIFY(live.closeNotifyReceived());
}

void TestServeLife::aSignalThatIsPassedOnCountsOnce_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("by the terminal and a wrapper, after Ctrl+C") << SIGINT;
    QTest::newRow("to the process and to its group") << SIGTERM;
}

void TestServeLife::aSignalThatIsPassedOnCountsOnce()
{
    QFETCH(int, signal);
    ServeTarget server(m_home, m_modern);
    QVERIFY(server.process().start());
    ::kill(server.process().processId(), signal);
    QCOMPARE(server.stopAndAudit(signal), QString());
}

void TestServeLife::aSignalAfterTheLastLineChangesNothing()
{
    ServeTarget server(m_home, m_modern);
    QVERIFY(server.process().start());
    ::kill(server.process().processId(), SIGTERM);
    QVERIFY(server.process().waitFor([&] {
        const bool isStopped = text(server.process().events().last(), u"event"_s) == u"stopped"_s;
        if (isStopped)
            ::kill(server.process().processId(), SIGTERM);
        return isStopped;
    }));
    QVERIFY(server.process().waitFor([&] { return !server.process().isRunning(); }));
    QCOMPARE(server.process().endSignal(), 0);
    QCOMPARE(server.process().exitCode(), 0);
}

void TestServeLife::changedFilesAreServedWhileConnectionsLive_data()
{
    QTest::addColumn<int>("signal");
    QTest::newRow("by itself") << 0;
    QTest::newRow("SIGHUP, with no terminal that could be gone") << SIGHUP;
}

void TestServeLife::changedFilesAreServedWhileConnectionsLive()
{
    QFETCH(int, signal);
    const CertificateFiles files(m_folder.path());
    const QStringList curve{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    QVERIFY(files.make(u"live"_s, curve));
    ServeTarget server(m_home, m_modern + files.options(u"live"_s));
    QVERIFY(server.process().start());
    const QJsonObject before = server.process().events().first();
    QCOMPARE(before[u"generation"_s].toInt(), 1);
    const auto tcp = server.connect();
    TlsClient live(*tcp);
    QVERIFY(live.handshake() && live.send("live"));
    QCOMPARE(live.receive(4), QByteArray("live"));

    QVERIFY(files.make(u"live"_s, curve));
    if (signal != 0)
        ::kill(server.process().processId(), signal);
    const auto told = [&] { return server.process().events().last(); };
    QVERIFY(server.process().waitFor([&] { return text(told(), u"event"_s) == u"changed"_s; }));
    QCOMPARE(told()[u"generation"_s].toInt(), 2);
    QVERIFY(told()[u"certificate"_s] != before[u"certificate"_s]);
    QVERIFY(live.send("on"));
    QCOMPARE(live.receive(2), QByteArray("on"));
    QVERIFY(server.servesAnHonestClient());
    QCOMPARE(server.process().events().last()[u"generation"_s].toInt(), 2);
    QCOMPARE(server.stopAndAudit(), QString());
}

void TestServeLife::aPassPhraseFromAFileOpensThePkcs12File_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<int>("exitCode"); ///< -1: it listens
    QTest::addColumn<QString>("said");
    QTest::newRow("the right one, with a line end") << QByteArray("s3cret\n") << -1 << QString();
    QTest::newRow("a wrong one") << QByteArray("secret\n") << 1 << u"pass phrase does not open"_s;
    QTest::newRow("the empty one") << QByteArray() << 1 << u"pass phrase does not open"_s;
}

void TestServeLife::aPassPhraseFromAFileOpensThePkcs12File()
{
    QFETCH(QByteArray, line);
    QFETCH(int, exitCode);
    const CertificateFiles files(m_folder.path());
    QVERIFY(files.make(u"protected"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}));
    const QString container = m_folder.filePath(u"protected.p12"_s);
    const ProgramRun made = runProgram(
        u"openssl"_s, {u"pkcs12"_s, u"-export"_s, u"-in"_s, m_folder.filePath(u"protected.pem"_s), u"-inkey"_s,
                       files.key(u"protected"_s), u"-out"_s, container, u"-passout"_s, u"pass:s3cret"_s});
    QVERIFY2(made.exitCode == 0, made.output.constData());
    QFile passphrase(m_folder.filePath(u"passphrase"_s));
    QVERIFY(passphrase.open(QIODevice::WriteOnly) && passphrase.write(line) == line.size());
    passphrase.close();

    ServeTarget server(m_home,
                       m_modern + QStringList{u"--cert-file"_s, container, u"--pass-file"_s, passphrase.fileName()});
    QCOMPARE(server.process().start(), exitCode < 0);
    if (exitCode < 0) {
        QVERIFY(server.servesAnHonestClient());
        QCOMPARE(server.stopAndAudit(), QString());
        return;
    }
    QVERIFY(server.process().waitFor([&] { return !server.process().isRunning(); }));
    QCOMPARE(server.process().exitCode(), exitCode);
    QFETCH(QString, said);
    QVERIFY2(server.process().errors().contains(said), qUtf8Printable(server.process().errors()));
}

void TestServeLife::stopsAfterSoManyConnections()
{
    ServeTarget server(m_home, m_modern + QStringList{u"--count"_s, u"3"_s});
    QVERIFY(server.process().start());
    for (int client = 0; client < 2; ++client)
        QVERIFY(server.servesAnHonestClient());
    QVERIFY(server.process().isRunning());
    const auto last = server.connect();
    last->close();
    QVERIFY(server.process().waitFor([&] { return !server.process().isRunning(); }));
    QCOMPARE(server.stopAndAudit(), QString());
}

void TestServeLife::stopsAfterSoMuchTime()
{
    ServeTarget server(m_home, m_modern + QStringList{u"--for"_s, u"0.3"_s});
    QVERIFY(server.process().start());
    QVERIFY(server.process().waitFor([&] { return !server.process().isRunning(); }));
    QCOMPARE(server.stopAndAudit(), QString());
}

std::optional<double> TestServeLife::timeOfAnHonestClient(ServeTarget &server)
{
    QElapsedTimer timer;
    timer.start();
    const auto tcp = server.connect();
    TlsClient client(*tcp);
    if (!client.handshake() || !client.send("honest") || client.receive(6) != "honest")
        return std::nullopt;
    const double milliseconds = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    client.sendCloseNotify();
    client.receiveAll();
    return milliseconds;
}

void TestServeLife::aCrowdOfSilentClientsCostsAnHonestOneNothing()
{
    constexpr int crowdSize = 500;
    constexpr int rounds = 9;
    constexpr double bound = 1000; // milliseconds
    QVERIFY2(allowOpenFiles(crowdSize + 200), "MISSING: the right to open 700 files (ulimit -Hn)");
    ServeTarget server(m_home, m_modern + QStringList{u"--handshake-timeout"_s, u"600"_s});
    QVERIFY(server.process().start());

    const auto median = [&]() -> double {
        std::vector<double> times;
        for (int round = 0; round < rounds; ++round)
            times.push_back(timeOfAnHonestClient(server).value_or(bound));
        std::ranges::sort(times);
        return times[rounds / 2];
    };
    const double alone = median();
    std::vector<std::unique_ptr<RawClient>> crowd;
    for (int client = 0; client < crowdSize; ++client) {
        crowd.push_back(server.connect());
        QVERIFY(crowd.back()->isOpen());
    }
    QVERIFY(server.servesAnHonestClient()); // the crowd has been accepted now
    const double inTheCrowd = median();
    qInfo("an honest client: %.2f ms alone, %.2f ms among %d silent ones", alone, inTheCrowd, crowdSize);
    QVERIFY(inTheCrowd < bound);
    crowd.clear();
    QVERIFY(server.process().waitFor(
        [&] { return std::ranges::count_if(server.process().events(), isFinal) == crowdSize + 2 * rounds + 1; }));
    QCOMPARE(server.stopAndAudit(), QString());
}

QTEST_GUILESS_MAIN(TestServeLife)
#include "tst_serve_life.moc"
