#include "app/unix_signals.h"

#include <QSocketNotifier>

#include <array>
#include <atomic>
#include <csignal>
#include <cstdint>
#include <ctime>
#include <utility>

#include <fcntl.h>
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
constexpr char stopOctet = 1;
constexpr char hangUpOctet = 2;

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

/// Whether this process can be ended from a terminal.
bool hasTerminal()
{
    const int descriptor = ::open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (descriptor >= 0)
        ::close(descriptor);
    return descriptor >= 0;
}

void handleHangUp(int)
{
    static_cast<void>(!::write(signalPipe[0], &hangUpOctet, sizeof hangUpOctet));
}

void handleSignal(int number)
{
    // Wrappers pass a signal on to a process that has got it already: only what comes later is impatience.
    const bool isFirst = firstSignal == 0;
    if (!isFirst && !isDeaf && milliseconds() - firstSignal > impatience) {
        std::signal(number, SIG_DFL);
        ::raise(number);
    }
    if (!isFirst)
        return;
    firstSignal = milliseconds();
    static_cast<void>(!::write(signalPipe[0], &stopOctet, sizeof stopOctet));
    ::alarm(stopSeconds); // whatever holds the main thread up: a reader of our output that has stopped reading
}

} // namespace

UnixSignals::UnixSignals(QObject *parent)
    : QObject(parent)
{
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0, signalPipe.data()) != 0)
        return;
    m_notifier = new QSocketNotifier(signalPipe[1], QSocketNotifier::Read, this);
    connect(m_notifier, &QSocketNotifier::activated, this, &UnixSignals::take);
    m_hadTerminal = hasTerminal();
    firstSignal = 0;
    isDeaf = false;
    std::signal(SIGALRM, SIG_DFL); // whoever started us may have had it ignored
    std::signal(SIGINT, handleSignal);
    std::signal(SIGTERM, handleSignal);
    m_isHangupIgnored = std::signal(SIGHUP, handleHangUp) == SIG_IGN; // by nohup
    if (m_isHangupIgnored)
        std::signal(SIGHUP, SIG_IGN);
}

void UnixSignals::take()
{
    char octet = 0;
    if (::read(signalPipe[1], &octet, sizeof octet) <= 0)
        return;
    if (octet == stopOctet)
        Q_EMIT stopRequested();
    else if (!m_hadTerminal || hasTerminal())
        Q_EMIT rereadRequested();
    else
        handleSignal(SIGHUP); // nobody can end it from there any more
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
