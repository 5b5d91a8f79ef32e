#pragma once

#include <QByteArray>
#include <QFile>
#include <QString>
#include <QStringList>

#include <array>
#include <vector>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

namespace sealport::test {

/// How a program of somebody else ended, and everything that it said, standard error included.
struct ProgramRun {
    int exitCode = -1; ///< -1: it could not be started, or a signal ended it
    QByteArray output;
};

/// Runs a program to its end with nothing on its standard input. Not QProcess: its way to make a child ends the process
/// under clang's thread sanitizer. `variables` ("NAME=value") stand before those of the environment.
inline ProgramRun runProgram(const QString &program, const QStringList &arguments,
                             const std::vector<QByteArray> &variables = {})
{
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString &argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char *> argv;
    for (QByteArray &word : words)
        argv.push_back(word.data());
    argv.push_back(nullptr);
    std::vector<QByteArray> set = variables;
    std::vector<char *> environment;
    for (QByteArray &variable : set)
        environment.push_back(variable.data());
    for (char **variable = environ; *variable != nullptr; ++variable)
        environment.push_back(*variable);
    environment.push_back(nullptr);

    ProgramRun run;
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return run;
    posix_spawn_file_actions_t actions;
    ::posix_spawn_file_actions_init(&actions);
    ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
    ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDERR_FILENO);
    pid_t child = -1;
    const int problem = ::posix_spawnp(&child, argv.front(), &actions, nullptr, argv.data(), environment.data());
    ::posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::array<char, 4096> buffer{};
    for (ssize_t size = 0; problem == 0 && (size = ::read(ends[0], buffer.data(), buffer.size())) > 0;)
        run.output.append(buffer.data(), size);
    ::close(ends[0]);
    int status = 0;
    if (problem == 0 && ::waitpid(child, &status, 0) == child && WIFEXITED(status))
        run.exitCode = WEXITSTATUS(status);
    return run;
}

} // namespace sealport::test
