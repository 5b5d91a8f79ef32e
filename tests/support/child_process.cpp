#include "tests/support/child_process.h"

#include <QFile>

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sealport::test {

namespace {

/// The same words as the C library wants them; valid as long as `words`.
std::vector<char *> pointersTo(std::vector<QByteArray> &words)
{
    std::vector<char *> pointers;
    for (QByteArray &word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);
    return pointers;
}

QByteArray nameOf(const QByteArray &variable)
{
    return variable.split('=').front(); // all of it where there is no value
}

std::vector<QByteArray> environmentWith(const Variables &variables)
{
    std::vector<QByteArray> all;
    std::ranges::copy_if(variables, std::back_inserter(all),
                         [](const QByteArray &variable) { return variable.contains('='); });
    for (char **entry = environ; *entry != nullptr; ++entry) {
        const QByteArray name = nameOf(*entry);
        if (std::ranges::find(variables, name, nameOf) == variables.end())
            all.emplace_back(*entry);
    }
    return all;
}

} // namespace

bool ChildProcess::End::makePipe(End &reading, End &writing)
{
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return false;
    reading.m_descriptor = ends[0];
    writing.m_descriptor = ends[1];
    return true;
}

void ChildProcess::End::neverWait()
{
    ::fcntl(m_descriptor, F_SETFL, O_NONBLOCK);
}

void ChildProcess::End::close()
{
    if (m_descriptor >= 0)
        ::close(std::exchange(m_descriptor, -1));
}

void ChildProcess::End::takeUp(QByteArray &said)
{
    std::array<char, 65536> buffer{};
    while (m_descriptor >= 0) {
        const ssize_t size = ::read(m_descriptor, buffer.data(), buffer.size());
        if (size > 0)
            said.append(buffer.data(), size);
        else if (size < 0 && errno == EAGAIN)
            return;
        else if (size == 0 || errno != EINTR)
            close();
    }
}

ChildProcess::~ChildProcess()
{
    kill();
}

bool ChildProcess::start(const QString &program, const QStringList &arguments, const Variables &variables,
                         Errors errors)
{
    End outputForIt;
    End errorsForIt;
    const bool isApart = errors == Errors::Apart;
    if (m_id >= 0 || !End::makePipe(m_inputForIt, m_input) || !End::makePipe(m_outputEnd, outputForIt)
        || (isApart && !End::makePipe(m_errorsEnd, errorsForIt)))
        return false;
    for (End *end : {&m_input, &m_outputEnd, &m_errorsEnd})
        end->neverWait();

    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(argument.toUtf8());
    std::vector<QByteArray> environment = environmentWith(variables);
    const std::vector<char *> argv = pointersTo(words);
    const std::vector<char *> envp = pointersTo(environment);
    const End &errorsWay = isApart ? errorsForIt : outputForIt;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_adddup2(&actions, m_inputForIt.descriptor(), STDIN_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, outputForIt.descriptor(), STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, errorsWay.descriptor(), STDERR_FILENO);
    m_isRunning = ::posix_spawnp(&m_id, argv.front(), &actions, nullptr, argv.data(), envp.data()) == 0;
    ::posix_spawn_file_actions_destroy(&actions);
    return m_isRunning;
}

bool ChildProcess::write(const QByteArray &data)
{
    return m_input.descriptor() >= 0
           && ::write(m_input.descriptor(), data.constData(), static_cast<std::size_t>(data.size())) == data.size();
}

void ChildProcess::closeInput()
{
    m_input.close();
    m_inputForIt.close();
}

void ChildProcess::takeUp()
{
    m_outputEnd.takeUp(m_output);
    m_errorsEnd.takeUp(m_errors);
}

void ChildProcess::noteEnd(int options)
{
    int status = 0;
    if (!m_isRunning || ::waitpid(m_id, &status, options) != m_id)
        return;
    m_isRunning = false;
    if (WIFEXITED(status))
        m_exitCode = WEXITSTATUS(status);
    else
        m_endSignal = WTERMSIG(status);
    takeUp(); // nothing more comes
}

bool ChildProcess::isRunning()
{
    noteEnd(WNOHANG);
    return m_isRunning;
}

void ChildProcess::send(int signal)
{
    if (isRunning())
        ::kill(m_id, signal);
}

void ChildProcess::waitForEnd()
{
    constexpr short readable = POLLIN;
    while (m_outputEnd.descriptor() >= 0 || m_errorsEnd.descriptor() >= 0) {
        std::array<pollfd, 2> ends{pollfd{m_outputEnd.descriptor(), readable, 0},
                                   pollfd{m_errorsEnd.descriptor(), readable, 0}};
        ::poll(ends.data(), ends.size(), -1);
        takeUp();
    }
    noteEnd(0);
}

void ChildProcess::kill()
{
    send(SIGKILL);
    noteEnd(0);
}

const QByteArray &ChildProcess::output()
{
    takeUp();
    return m_output;
}

const QByteArray &ChildProcess::errors()
{
    takeUp();
    return m_errors;
}

ProgramRun runProgram(const QString &program, const QStringList &arguments, const Variables &variables,
                      const QByteArray &input, ChildProcess::Errors errors)
{
    ChildProcess process;
    if (!process.start(program, arguments, variables, errors) || !process.write(input))
        return {};
    process.closeInput();
    process.waitForEnd();
    return {.exitCode = process.exitCode(), .output = process.output(), .errors = process.errors()};
}

} // namespace sealport::test
