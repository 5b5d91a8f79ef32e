#include "app/display.h"

#include <QGuiApplication>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <string>

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sealport {

namespace {

constexpr unsigned patienceSeconds = 10; // a slow line answers dozens of questions by then

/// In the forked process: ends it with 0 when Qt can open windows here, with anything else when not.
[[noreturn]] void tryDisplay()
{
    std::signal(SIGALRM, SIG_DFL);
    ::alarm(patienceSeconds);
    const rlimit noCore{};
    ::setrlimit(RLIMIT_CORE, &noCore);
    if (const int nowhere = ::open("/dev/null", O_WRONLY | O_CLOEXEC); nowhere >= 0)
        ::dup2(nowhere, STDERR_FILENO); // the libraries of X speak there on their own
    qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &) {
        if (type == QtFatalMsg)
            ::_exit(1);
    });
    qunsetenv("SESSION_MANAGER"); // the session must not count this process among its programs
    int count = 1;
    std::string name = "sealport";
    std::array<char *, 2> arguments{name.data(), nullptr};
    const QGuiApplication application(count, arguments.data());
    ::_exit(0);
}

} // namespace

bool isDisplayReachable()
{
#if defined(Q_OS_WIN) || defined(Q_OS_MACOS)
    return true;
#else
    constexpr std::array variables{"DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"};
    if (std::ranges::all_of(variables, [](const char *variable) { return qEnvironmentVariableIsEmpty(variable); }))
        return false;
    std::signal(SIGCHLD, SIG_DFL); // a launcher may have left it ignored, and then there is no exit code to read
    const pid_t child = ::fork();
    if (child == 0)
        tryDisplay();
    int status = -1;
    while (child > 0 && ::waitpid(child, &status, 0) < 0 && errno == EINTR) {
    }
    return status == 0;
#endif
}

} // namespace sealport
