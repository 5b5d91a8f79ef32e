// 100,000 connections in a row, failing ones of every cheap kind mixed in: every one has exactly one verdict, the
// counters add up, memory stays bounded, no descriptor is left behind. Fails when one of these does not hold; the time
// is only printed.

#include "tests/bench/serve_process.h"
#include "tests/bench/tls_load.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QThread>

#include <array>
#include <atomic>
#include <cstdio>
#include <map>
#include <thread>
#include <vector>

using namespace sealport::bench;

namespace {

constexpr int workers = 4;
constexpr int kinds = 8;

qsizetype openDescriptors(qint64 process)
{
    return QDir(QStringLiteral("/proc/%1/fd").arg(process))
        .entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot)
        .size();
}

void connectOnce(int kind, SSL_CTX &modern, SSL_CTX &outdated, std::uint16_t port)
{
    switch (kind) {
    case 0:
        if (const auto client = Client::connect(modern, port))
            client->close();
        return;
    case 1: // ends without close_notify
        static_cast<void>(Client::connect(modern, port));
        return;
    case 2:
        static_cast<void>(Client::connect(outdated, port)); // no common protocol
        return;
    case 3:
        sendRaw(port, "GET / HTTP/1.1\r\n\r\n", AfterSending::ReadToEnd);
        return;
    case 4:
        sendRaw(port, {}, AfterSending::Close);
        return;
    case 5:
        sendRaw(port, QByteArray::fromHex("16030100c8010000c40303"), AfterSending::Close);
        return;
    case 6:
        sendRaw(port, QByteArray::fromHex("16030100c8010000c40303"), AfterSending::Reset);
        return;
    default:
        sendRaw(port, "SSH-2.0-OpenSSH_9.2\r\n", AfterSending::ReadToEnd);
        return;
    }
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int wanted = qEnvironmentVariableIntValue("SEALPORT_BENCH_CONNECTIONS");
    const int connections = wanted > 0 ? wanted : 100'000;
    const QTemporaryDir folder;
    const QString output = folder.filePath(QStringLiteral("out.json"));
    ServeProcess server(application.arguments().value(1), folder.filePath(QStringLiteral("data")), output,
                        {QStringLiteral("--protocols"), QStringLiteral("modern")});
    if (server.port() == 0)
        return 1;
    const ContextPtr modern = makeClientContext();
    const ContextPtr outdated = makeOutdatedClientContext();
    const qsizetype descriptorsBefore = openDescriptors(server.processId());

    QElapsedTimer timer;
    timer.start();
    std::atomic<int> next = 0;
    std::vector<std::thread> threads;
    for (int worker = 0; worker < workers; ++worker)
        threads.emplace_back([&] {
            for (int i = next++; i < connections; i = next++)
                connectOnce(i % kinds, *modern, *outdated, server.port());
        });
    std::array<std::int64_t, 2> resident{};
    while (next < connections) {
        QThread::msleep(100);
        if (next > connections / 5 && resident[0] == 0)
            resident[0] = residentKiB(server.processId());
    }
    for (std::thread &thread : threads)
        thread.join();
    const double seconds = static_cast<double>(timer.elapsed()) / 1000;
    QThread::msleep(3000); // lingering sockets are given two seconds
    resident[1] = residentKiB(server.processId());
    const qsizetype descriptorsAfter = openDescriptors(server.processId());
    const bool stoppedWell = server.stop();

    QHash<qint64, int> endings;
    std::map<QString, int> codes;
    QJsonObject stopped;
    QFile file(output);
    if (!file.open(QIODevice::ReadOnly))
        return 1;
    while (!file.atEnd()) {
        const QJsonObject event = QJsonDocument::fromJson(file.readLine()).object();
        if (event[QStringLiteral("event")] == QStringLiteral("stopped"))
            stopped = event;
        if (!event[QStringLiteral("verdict")].isObject())
            continue;
        ++endings[event[QStringLiteral("id")].toInteger()];
        ++codes[event[QStringLiteral("verdict")].toObject()[QStringLiteral("code")].toString()];
    }
    const bool isOneVerdictEach =
        endings.size() == connections && std::ranges::all_of(endings, [](int count) { return count == 1; });
    const qint64 accepted = stopped[QStringLiteral("accepted")].toInteger();
    const qint64 secured = stopped[QStringLiteral("secured")].toInteger();
    const qint64 failed = stopped[QStringLiteral("failed")].toInteger();
    const bool countersAddUp = accepted == connections && accepted == secured + failed;
    const bool isMemoryBounded = resident[1] < resident[0] + resident[0] / 4 + 8192;
    const bool isNothingLeft = descriptorsAfter <= descriptorsBefore;
    std::printf("%d connections in %.0f s (%.0f a second)\n", connections, seconds, connections / seconds);
    for (const auto &[code, count] : codes)
        std::printf("  %6d %s\n", count, qPrintable(code));
    std::printf("one verdict each: %s; accepted %lld = secured %lld + failed %lld: %s\n",
                isOneVerdictEach ? "yes" : "NO", accepted, secured, failed, countersAddUp ? "yes" : "NO");
    std::printf("resident %lld KiB after a fifth, %lld KiB at the end: %s; descriptors %lld before, %lld after: %s; "
                "exit 0: %s\n",
                static_cast<long long>(resident[0]), static_cast<long long>(resident[1]),
                isMemoryBounded ? "bounded" : "GROWS", static_cast<long long>(descriptorsBefore),
                static_cast<long long>(descriptorsAfter), isNothingLeft ? "none left" : "LEFT BEHIND",
                stoppedWell ? "yes" : "NO");
    return isOneVerdictEach && countersAddUp && isMemoryBounded && isNothingLeft && stoppedWell ? 0 : 1;
}
