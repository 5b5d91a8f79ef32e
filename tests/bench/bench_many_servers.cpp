// 200 servers started at once, with the window open: how long until all of them listen, and the longest time that the
// window's event loop did not answer meanwhile.

#include "model/sockets/workspace.h"
#include "tests/bench/tls_load.h"
#include "ui/main_window.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace sealport;

namespace {

constexpr int servers = 200;

/// Starts them all, and leaves the event loop when each of them listens or has failed.
void startAll(Workspace &workspace)
{
    std::vector<ServerId> started;
    const ServerProfile first = workspace.servers().front().profile;
    for (int i = 0; i < servers; ++i) {
        ServerProfile profile = first;
        profile.name = QStringLiteral("server %1").arg(i);
        profile.port = 0;
        profile.protocols = modernProtocols;
        started.push_back(workspace.addTemporaryServer(profile));
    }
    for (const ServerId id : started)
        workspace.start(id);
}

int listening(const Workspace &workspace)
{
    return static_cast<int>(std::ranges::count(workspace.servers(), ServerState::Listening,
                                               [](const ServerEntry &entry) { return entry.state; }));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    bench::raiseDescriptorLimit();
    const QTemporaryDir folder;
    Workspace workspace(folder.path());
    MainWindow window(workspace);
    window.resize(1400, 900);
    window.show();

    QElapsedTimer sinceTick;
    QElapsedTimer sinceStart;
    double longest = 0;
    double adding = 0;
    QTimer tick;
    tick.setTimerType(Qt::PreciseTimer);
    QObject::connect(&tick, &QTimer::timeout, [&] {
        longest = std::max(longest, static_cast<double>(sinceTick.nsecsElapsed()) / 1e6);
        sinceTick.start();
        if (listening(workspace) == servers || sinceStart.elapsed() > 60'000)
            QCoreApplication::quit();
    });
    QObject::connect(&workspace, &Workspace::opened, &window, [&] {
        QTimer::singleShot(500, &window, [&] { // the window has settled
            sinceStart.start();
            startAll(workspace);
            adding = static_cast<double>(sinceStart.nsecsElapsed()) / 1e6;
            sinceTick.start();
            tick.start(2);
        });
    });
    workspace.open();
    QApplication::exec();
    std::printf(
        "%d of %d servers listen %.0f ms after the first Start (adding and starting them took %.0f ms); the event "
        "loop answered within %.1f ms\n",
        listening(workspace), servers, static_cast<double>(sinceStart.nsecsElapsed()) / 1e6, adding, longest);
    return 0;
}
