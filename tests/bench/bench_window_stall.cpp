// The longest stall of the window's event loop while 500 handshakes a second arrive for 20 seconds, a third of them
// failing.

#include "model/sockets/workspace.h"
#include "tests/bench/tls_load.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <thread>
#include <vector>

using namespace sealport;
using namespace std::chrono_literals;

namespace {

constexpr int perSecond = 500;
constexpr auto duration = 20s;

void load(std::uint16_t port, const std::atomic<bool> &isOver, std::atomic<int> &done)
{
    const bench::ContextPtr context = bench::makeClientContext();
    const auto start = std::chrono::steady_clock::now();
    for (int i = 0; !isOver; ++i) {
        std::this_thread::sleep_until(start + i * 1'000'000us / perSecond);
        if (i % 3 == 0)
            bench::sendRaw(port, "GET / HTTP/1.1\r\n\r\n", bench::AfterSending::Close);
        else if (const auto client = bench::Client::connect(*context, port))
            client->close();
        ++done;
    }
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    const QTemporaryDir folder;
    Workspace workspace(folder.path());
    MainWindow window(workspace);
    window.resize(1400, 900);
    window.show();

    std::vector<double> gaps;
    QElapsedTimer sinceTick;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, [&] {
        gaps.push_back(static_cast<double>(sinceTick.nsecsElapsed()) / 1e6);
        sinceTick.start();
    });

    std::atomic<bool> isOver = false;
    std::atomic<int> done = 0;
    std::thread client;
    QObject::connect(&workspace, &Workspace::opened, [&] {
        ServerProfile profile = workspace.servers().front().profile;
        profile.port = 0;
        profile.protocols = modernProtocols;
        workspace.start(workspace.addTemporaryServer(profile));
    });
    QObject::connect(&workspace, &Workspace::serverChanged, [&](ServerId id) {
        const ServerEntry *entry = workspace.server(id);
        if (entry == nullptr || entry->state != ServerState::Listening || client.joinable())
            return;
        client = std::thread(load, entry->endpoint.port, std::cref(isOver), std::ref(done));
        sinceTick.start();
        tick.start(5);
        QTimer::singleShot(duration, [&] {
            tick.stop();
            isOver = true;
            QCoreApplication::quit();
        });
    });
    workspace.open();
    QApplication::exec();
    isOver = true;
    if (client.joinable())
        client.join();
    std::ranges::sort(gaps);
    if (gaps.empty())
        return 1;
    std::printf("window open, %.0f connections a second for %lld s (%d in all): the event loop answered within %.1f ms "
                "(median), "
                "%.1f ms (99 %%), %.1f ms (longest); a tick every 5 ms\n",
                static_cast<double>(done) / static_cast<double>(duration.count()),
                static_cast<long long>(duration.count()), done.load(), gaps[gaps.size() / 2],
                gaps[gaps.size() * 99 / 100], gaps.back());
    return 0;
}
