#include "app/unix_signals.h"

#include <QSocketNotifier>

#include <array>
#include <csignal>
#include <utility>

#include <sys/socket.h>
#include <unistd.h>

namespace sealport {

namespace {

// A signal handler can reach nothing else: this is the one place where the language leaves no choice but a global.
std::array<int, 2> signalPipe{-1, -1};
constexpr unsigned stopSeconds = 10;

void handleAll(void (*handler)(int))
{
    for (const int number : {SIGINT, SIGTERM, SIGHUP})
        std::signal(number, handler);
}

void handleSignal(int)
{
    const char octet = 1;
    static_cast<void>(!::write(signalPipe[0], &octet, sizeof octet));
    // Whatever holds the main thread up (a reader of our output that has stopped reading): the second signal does not
    // wait for it, and neither does the end of this time. A terminal that goes away may say so twice.
    std::signal(SIGINT, SIG_DFL);
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGHUP, SIG_IGN);
    ::alarm(stopSeconds);
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
    std::signal(SIGINT, handleSignal);
    std::signal(SIGTERM, handleSignal);
    m_isHangupIgnored = std::signal(SIGHUP, handleSignal) == SIG_IGN; // by nohup
    if (m_isHangupIgnored)
        std::signal(SIGHUP, SIG_IGN);
}

UnixSignals::~UnixSignals()
{
    if (!m_isDeaf)
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
    m_isDeaf = true;
    handleAll(SIG_IGN);
    ::alarm(stopSeconds);
}

} // namespace sealport
