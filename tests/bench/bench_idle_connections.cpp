// Memory of the server process for each idle live connection: 2,000 secured TLS 1.3 connections that say nothing.

#include "tests/bench/serve_process.h"
#include "tests/bench/tls_load.h"

#include <QCoreApplication>
#include <QTemporaryDir>
#include <QThread>

#include <cstdio>
#include <vector>

using namespace sealport::bench;

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    constexpr int warmUp = 100;
    constexpr int connections = 2000;
    raiseDescriptorLimit();
    const QTemporaryDir folder;
    ServeProcess server(application.arguments().value(1), folder.filePath(QStringLiteral("data")),
                        folder.filePath(QStringLiteral("out.json")),
                        {QStringLiteral("--protocols"), QStringLiteral("modern")});
    if (server.port() == 0)
        return 1;
    const ContextPtr context = makeClientContext();
    std::vector<std::unique_ptr<Client>> held;
    int failures = 0;
    std::int64_t before = 0;
    for (int i = 0; i < warmUp + connections; ++i) {
        if (i == warmUp) {
            QThread::msleep(500);
            before = residentKiB(server.processId());
        }
        held.push_back(Client::connect(*context, server.port()));
        failures += held.back() == nullptr ? 1 : 0;
    }
    QThread::msleep(500);
    const std::int64_t after = residentKiB(server.processId());
    std::printf("%d idle connections: %.1f KiB each (resident %lld KiB, %lld KiB before), %d failed\n", connections,
                static_cast<double>(after - before) / connections, static_cast<long long>(after),
                static_cast<long long>(before), failures);
    return failures == 0 ? 0 : 1;
}
