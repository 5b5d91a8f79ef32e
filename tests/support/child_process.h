#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <vector>

#include <sys/types.h>

namespace sealport::test {

/// What is different for a program in the environment of the test: "NAME=value", or "NAME" for one that it shall not
/// have.
using Variables = std::vector<QByteArray>;

/// Another program while it runs. Not QProcess: its way to make a child ends the test under clang's thread sanitizer.
/// Nothing here waits but waitForEnd() and kill(), and nothing is a signal: ask again, as QTest::qWaitFor() does.
/// Killed, if it still runs, when this goes. One thread.
class ChildProcess {
public:
    enum class Errors { WithOutput, Apart };

    ChildProcess() = default;
    ~ChildProcess();
    ChildProcess(const ChildProcess &) = delete;
    ChildProcess &operator=(const ChildProcess &) = delete;

    /// Once. False when there is no such program.
    bool start(const QString &program, const QStringList &arguments, const Variables &variables = {},
               Errors errors = Errors::WithOutput);
    /// To its standard input, which is open until closeInput(). False when a pipe has no room for it.
    bool write(const QByteArray &data);
    void closeInput();

    [[nodiscard]] bool isRunning();
    [[nodiscard]] pid_t processId() const { return m_id; }
    void send(int signal);
    void waitForEnd();
    void kill(); ///< and waits for the end

    /// What it has said up to now.
    [[nodiscard]] const QByteArray &output();
    [[nodiscard]] const QByteArray &errors(); ///< empty unless apart

    [[nodiscard]] int exitCode() const { return m_exitCode; }   ///< -1: it runs, never did, or a signal ended it
    [[nodiscard]] int endSignal() const { return m_endSignal; } ///< 0: none ended it

private:
    /// One end of a pipe, -1 once it is closed.
    class End {
    public:
        End() = default;
        ~End() { close(); }
        End(const End &) = delete;
        End &operator=(const End &) = delete;
        [[nodiscard]] static bool makePipe(End &reading, End &writing);
        void neverWait(); ///< the end of the other side still does
        void close();
        void takeUp(QByteArray &said); ///< what is there; closes at its end
        [[nodiscard]] int descriptor() const { return m_descriptor; }

    private:
        int m_descriptor = -1;
    };
    void noteEnd(int options);
    void takeUp();

    pid_t m_id = -1;
    bool m_isRunning = false;
    int m_exitCode = -1;
    int m_endSignal = 0;
    End m_inputForIt; ///< kept so that writing to a program that is gone is neither a signal nor an error
    End m_input;
    End m_outputEnd;
    End m_errorsEnd;
    QByteArray m_output;
    QByteArray m_errors;
};

/// How a program ended, and what it said.
struct ProgramRun {
    int exitCode = -1; ///< -1: it could not be started, or a signal ended it
    QByteArray output{};
    QByteArray errors{};
};

/// Runs a program to its end. `input`: all that it is told, 64 KiB at most.
[[nodiscard]] ProgramRun runProgram(const QString &program, const QStringList &arguments,
                                    const Variables &variables = {}, const QByteArray &input = {},
                                    ChildProcess::Errors errors = ChildProcess::Errors::WithOutput);

} // namespace sealport::test
