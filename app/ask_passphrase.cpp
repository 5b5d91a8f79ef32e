#include "app/ask_passphrase.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <utility>

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace sealport {

namespace {

/// The terminal at standard input, silent as long as this lives: whoever types is not read over the shoulder. Signals
/// that would end or stop the program wait until all is as it was before.
class SilentTerminal {
public:
    SilentTerminal()
    {
        sigset_t held{};
        sigemptyset(&held);
        for (const int number : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP})
            sigaddset(&held, number);
        ::pthread_sigmask(SIG_BLOCK, &held, &m_signals);
        m_waiting = ::signalfd(-1, &held, SFD_CLOEXEC);
        m_isKnown = ::tcgetattr(STDIN_FILENO, &m_before) == 0;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        silent.c_lflag |= static_cast<tcflag_t>(ECHONL);
        if (m_isKnown)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent);
    }
    ~SilentTerminal()
    {
        if (m_isKnown)
            ::tcsetattr(STDIN_FILENO, TCSAFLUSH, &m_before);
        if (m_waiting >= 0)
            ::close(m_waiting);
        ::pthread_sigmask(SIG_SETMASK, &m_signals, nullptr); // what waits does its work here
    }
    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    /// Whether something was typed before a signal came.
    [[nodiscard]] bool hasInput() const
    {
        std::array<pollfd, 2> both{pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
                                   pollfd{.fd = m_waiting, .events = POLLIN, .revents = 0}};
        while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
        }
        return both[1].revents == 0;
    }

private:
    sigset_t m_signals{};
    termios m_before{};
    int m_waiting = -1; ///< readable as soon as one does
    bool m_isKnown = false;
};

} // namespace

std::optional<SecretBytes> askPassphrase(const QString &question)
{
    const bool isTerminal = ::isatty(STDIN_FILENO) == 1;
    while (true) {
        std::optional<SilentTerminal> terminal;
        if (isTerminal) {
            terminal.emplace();
            std::fputs(question.toLocal8Bit().constData(), stderr);
        }
        SecretBytes line(longestPassphrase);
        std::size_t size = 0;
        while (!terminal || terminal->hasInput()) {
            char c = 0;
            const bool isRead = ::read(STDIN_FILENO, &c, 1) == 1; // one by one: the next line may be for somebody else
            if (!isRead || c == '\n' || c == '\r')
                return SecretBytes(std::as_const(line).bytes().first(size));
            if (size == longestPassphrase)
                return std::nullopt;
            line.bytes()[size++] = static_cast<std::byte>(c);
        }
        std::fputc('\n', stderr); // after Ctrl+Z and fg the question is put again
    }
}

} // namespace sealport
