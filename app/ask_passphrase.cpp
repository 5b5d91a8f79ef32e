#include "app/ask_passphrase.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <optional>
#include <utility>

#include <poll.h>
#include <sys/signalfd.h>
#include <termios.h>
#include <unistd.h>

namespace sealport {

namespace {

/// Whether a signal does anything now. One that whoever started the program has blocked would wait for ever, and the
/// question be put again and again.
bool isTaken(int number, const sigset_t &blocked)
{
    struct sigaction action{};
    return sigismember(&blocked, number) == 0 && ::sigaction(number, nullptr, &action) == 0
           && action.sa_handler != SIG_IGN;
}

/// The terminal at standard input, silent as long as this lives: whoever types is not read over the shoulder. Signals
/// that would end or stop the program wait until all is as it was before.
class SilentTerminal {
public:
    SilentTerminal()
    {
        ::pthread_sigmask(SIG_SETMASK, nullptr, &m_signals);
        sigset_t held{};
        sigemptyset(&held);
        for (const int number : {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP})
            if (isTaken(number, m_signals))
                sigaddset(&held, number);
        m_waiting = ::signalfd(-1, &held, SFD_CLOEXEC);
        if (m_waiting >= 0) // else nobody would hear of them
            ::pthread_sigmask(SIG_BLOCK, &held, nullptr);
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

    [[nodiscard]] int waitingSignals() const { return m_waiting; } ///< readable as soon as one waits

private:
    sigset_t m_signals{};
    termios m_before{};
    int m_waiting = -1;
    bool m_isKnown = false;
};

/// Waits; whether there is something to read, before `signals` (-1: none) has something.
bool hasInput(int signals)
{
    std::array<pollfd, 2> both{pollfd{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0},
                               pollfd{.fd = signals, .events = POLLIN, .revents = 0}};
    while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
    }
    return both[1].revents == 0;
}

Error failure(ErrorCode code, QStringList values, QStringList causes)
{
    return Error{.code = code,
                 .subject = QStringLiteral("/dev/stdin"),
                 .values = std::move(values),
                 .causes = std::move(causes)};
}

} // namespace

Result<SecretBytes> askPassphrase(const QString &question)
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
        while (hasInput(terminal ? terminal->waitingSignals() : -1)) {
            char c = 0;
            const ssize_t count = ::read(STDIN_FILENO, &c, 1); // one by one: the next line may be for somebody else
            if (count < 0 && (errno == EAGAIN || errno == EINTR))
                continue;
            if (count < 0)
                return std::unexpected(failure(ErrorCode::FileNotReadable, {}, {qt_error_string(errno)}));
            if (count == 0 || c == '\n' || c == '\r')
                return SecretBytes(std::as_const(line).bytes().first(size));
            if (size == longestPassphrase)
                return std::unexpected(failure(ErrorCode::FileTooLarge, {QString::number(longestPassphrase)}, {}));
            line.bytes()[size++] = static_cast<std::byte>(c);
        }
        std::fputc('\n', stderr); // after Ctrl+Z and fg the question is put again
    }
}

} // namespace sealport
