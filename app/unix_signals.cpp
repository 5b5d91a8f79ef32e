#include "app/unix_signals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace sealport {

namespace {

// A signal handler can reach nothing else: this is the one place where the language leaves no choice but a global.
std::array<int, 2> signalPipe{-1, -1};
std::atomic<std::int64_t> firstSignal{0}; ///< when it came; lock-free, so a handler may touch it
std::atomic<bool> isDeaf{false};
constexpr unsigned stopSeconds = 10;
constexpr std::int64_t impatience = 300; ///< milliseconds

void handleAll(void (*handler)(int))
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, handler);
}

std::int64_t milliseconds()
{
    timespec now{};
    ::clock_gettime(CLOCK_MONOTONIC, &now);
    return std::int64_t{now.tv_sec} * 1000 + now.tv_nsec / 1'000'000;
}

void handleSignal(int number)
{
    // Wrappers pass a signal on to a process that has got it already, and a terminal that goes away says so twice: only
    // what comes later is impatience.
    const bool isFirst = firstSignal == 0;
    if (!isFirst && !isDeaf && number != SIGHUP && milliseconds() - firstSignal > impatience) {
        std::signal(number, SIG_DFL);
        ::raise(number);
    }
    if (!isFirst)
        return;
    firstSignal = milliseconds();
    const char octet = 1;
    static_cast<void>(!::write(signalPipe[0], &octet, sizeof octet));
    ::alarm(stopSeconds); // whatever holds the main thread up: a reader of our output that has stopped reading
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe.data()) != 0)
        return;
    m_notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, [this] {
        char octet = 0;
        if (::read(signalPipe[1], &octet, sizeof octet) > 0)
            Q_EMIT stopRequested();
    });
    firstSignal = 0;
    isDeaf = false;
    std::signal(SIGALRM, SIG_DFL); // whoever started us may have had it ignored
    std::signal(SIGINT, handleSignal);
    std::signal(SIGTERM, handleSignal);
    m_isHangupIgnored = std::signal(SIGHUP, handleSignal) == SIG_IGN; // by nohup
    if (m_isHangupIgnored)
        std::signal(SIGHUP, SIG_IGN);
}

UnixSignals::~UnixSignals()
{
    if (!isDeaf)
        handleAll(SIG_DFL);
    if (m_isHangupIgnored)
        std::signal(SIGHUP, SIG_IGN);
    delete m_notifier;
    for (int &end : signalPipe)
        if (end >= 0)
            ::close(std::exchange(end, -1));
}

void UnixSignals::ignoreFromNowOn()
{
    isDeaf = true;
}

} // namespace sealport
