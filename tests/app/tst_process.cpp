#include "tests/support/child_process.h"
#include "tests/tls/tls_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealport::test;

namespace {

/// The program itself, with its standard output in a pipe that is only read when asked to.
class Process {
public:
    /// `redirection`: in place of the pipe; "-" closes it.
    Process(const QString &folder, const QStringList &arguments, const QByteArray &redirection = {})
    {
        std::vector<QByteArray> words{SEALPORT_EXECUTABLE, "--data-dir", QFile::encodeName(folder)};
        for (const QString &argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<char *> argv;
        for (QByteArray &word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        std::array<int, 2> out{-1, -1};
        if (::pipe2(out.data(), O_CLOEXEC) != 0)
            return;
        ::fcntl(out[1], F_SETPIPE_SZ, 4096);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        if (redirection.isEmpty())
            ::posix_spawn_file_actions_adddup2(&actions, out[1], STDOUT_FILENO);
        else if (redirection == "-")
            ::posix_spawn_file_actions_addclose(&actions, STDOUT_FILENO);
        else
            ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, redirection.constData(), O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        if (::posix_spawn(&m_id, argv.front(), &actions, nullptr, argv.data(), environ) != 0)
            m_id = -1;
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(out[1]);
        m_out = out[0];
    }
    Process(const Process &) = delete;
    Process &operator=(const Process &) = delete;
    ~Process()
    {
        ::close(m_out);
        if (m_id > 0 && !m_hasEnded) {
            ::kill(m_id, SIGKILL);
            ::waitpid(m_id, nullptr, 0);
        }
    }

    void send(int signal) const { ::kill(m_id, signal); }

    /// One line of its output; blocks.
    QByteArray readLine()
    {
        QByteArray line;
        char c = 0;
        while (::read(m_out, &c, 1) == 1 && c != '\n')
            line.append(c);
        return line;
    }
    QByteArray readToEnd()
    {
        QByteArray all;
        std::array<char, 4096> buffer{};
        for (ssize_t size = 0; (size = ::read(m_out, buffer.data(), buffer.size())) > 0;)
            all.append(buffer.data(), size);
        return all;
    }

    /// Whether it has a handler for the signal at the moment.
    [[nodiscard]] bool catches(int signal) const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(m_id));
        const QByteArray status = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        const qsizetype at = status.indexOf("SigCgt:\t");
        return at >= 0 && ((status.mid(at + 8, 16).toULongLong(nullptr, 16) >> (signal - 1)) & 1U) != 0;
    }

    [[nodiscard]] bool hasEnded()
    {
        if (!m_hasEnded)
            m_hasEnded = ::waitpid(m_id, &m_status, WNOHANG) == m_id;
        return m_hasEnded;
    }
    [[nodiscard]] int exitCode() const { return WIFEXITED(m_status) ? WEXITSTATUS(m_status) : -1; }
    [[nodiscard]] int endingSignal() const { return WIFSIGNALED(m_status) ? WTERMSIG(m_status) : 0; }

private:
    pid_t m_id = -1;
    int m_out = -1;
    int m_status = 0;
    bool m_hasEnded = false;
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// What only a process of its own can show: signals, standard streams, exit codes.
class TestProcess final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void signalAsEarlyAsItIsCaughtEndsInOneLine()
    {
        Process serve(m_folder.path(), words("serve --port 0 --format json"));
        QTRY_VERIFY(serve.catches(SIGTERM));
        serve.send(SIGTERM);
        const QByteArrayList lines = serve.readToEnd().trimmed().split('\n');
        QTRY_VERIFY(serve.hasEnded());
        QCOMPARE(serve.exitCode(), 0);
        QByteArrayList stopped;
        for (const QByteArray &line : lines)
            if (QJsonDocument::fromJson(line).object()[QStringLiteral("event")] == QStringLiteral("stopped"))
                stopped.append(line);
        QCOMPARE(stopped, QByteArrayList{lines.last()});
    }

    void secondSignalEndsAProgramWhoseOutputNobodyReads_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGINT") << SIGINT;
    }
    void secondSignalEndsAProgramWhoseOutputNobodyReads()
    {
        QFETCH(const int, signal);
        Process serve(m_folder.path(), words("serve --port 0 --format json"));
        const QJsonObject listening = QJsonDocument::fromJson(serve.readLine()).object();
        const auto port = static_cast<quint16>(listening[QStringLiteral("port")].toInt());
        for (int i = 0; i < 60; ++i) { // some ten times what the pipe holds
            RawClient client(port);
            QVERIFY(client.write("GET / HTTP/1.0\r\n\r\n") && !client.readToEnd().isEmpty());
        }
        QElapsedTimer time;
        time.start();
        serve.send(signal);
        serve.send(signal);
        QVERIFY2(!serve.hasEnded(), "a second one at once is the same one, passed on by somebody");
        QTRY_VERIFY((serve.send(signal), serve.hasEnded()));
        QCOMPARE(serve.endingSignal(), signal);
        QVERIFY2(time.elapsed() < 5000, "not only when its patience ends");
    }

    void oneIsSingularInEveryLocale_data()
    {
        QTest::addColumn<QByteArray>("locale");
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("no locale at all") << QByteArray("C") << QByteArray("but for 1 digit.");
        QTest::newRow("English") << QByteArray("en_US.UTF-8") << QByteArray("but for 1 digit.");
        QTest::newRow("a language that there is no translation for")
            << QByteArray("ja_JP.UTF-8") << QByteArray("but for 1 digit.");
        QTest::newRow("French") << QByteArray("fr_FR.UTF-8") << QByteArray("1 chiffre pr");
    }
    void oneIsSingularInEveryLocale()
    {
        QFETCH(const QByteArray, locale);
        QFETCH(const QByteArray, said);
        const QString home = m_folder.filePath(QStringLiteral("plural"));
        const auto run = [&](const QStringList &words) {
            return runProgram(QStringLiteral(SEALPORT_EXECUTABLE),
                              QStringList{QStringLiteral("--data-dir"), home, QStringLiteral("certs")} + words,
                              {"LC_ALL=" + locale, "LANG=" + locale, "LANGUAGE="});
        };
        const QByteArray listed = run({QStringLiteral("list"), QStringLiteral("--format=json")}).output;
        const QJsonObject first = QJsonDocument::fromJson(listed.left(listed.indexOf('\n'))).object();
        QString typed = first[QStringLiteral("sha1")].toString();
        typed[5] = u'o';
        const ProgramRun found = run({QStringLiteral("find"), typed});
        QCOMPARE(found.exitCode, 1);
        QVERIFY2(found.output.contains(said), found.output.constData());
    }

    void readsWhatIsPipedIntoIt_data()
    {
        QTest::addColumn<QString>("line");
        QTest::newRow("as standard input") << "cat \"$1\" | \"$0\" certs show -";
        QTest::newRow("as standard input by name") << "cat \"$1\" | \"$0\" certs show /dev/stdin";
        QTest::newRow("after its pass phrase") << "(echo secret; cat \"$1\") | \"$0\" certs show - --pass-file -";
    }
    void readsWhatIsPipedIntoIt()
    {
        QFETCH(const QString, line);
        const QString home = m_folder.filePath(QStringLiteral("piped"));
        const QString program = QStringLiteral(SEALPORT_EXECUTABLE);
        QCOMPARE(
            runProgram(program, {QStringLiteral("--data-dir"), home, QStringLiteral("certs"), QStringLiteral("list")})
                .exitCode,
            0);
        const ProgramRun shown =
            runProgram(QStringLiteral("/bin/sh"),
                       {QStringLiteral("-c"), line, program, home + QStringLiteral("/certificates/localhost.pem")});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.output.startsWith("localhost\n"), shown.output.constData());
    }

    void lostOutputIsAFailure_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("out");
        for (const char *line : {"serve --port 0", "serve --port 0 --format json", "serve --help", "certs list",
                                 "certs --help", "--help", "--version"}) {
            QTest::addRow("%s, to a full disk", line) << QString::fromLatin1(line) << QByteArray("/dev/full");
            QTest::addRow("%s, to nowhere", line) << QString::fromLatin1(line) << QByteArray("-");
        }
    }
    void lostOutputIsAFailure()
    {
        QFETCH(const QString, line);
        QFETCH(const QByteArray, out);
        Process program(m_folder.path(), line.split(u' '), out);
        QTRY_VERIFY_WITH_TIMEOUT(program.hasEnded(), 30'000);
        QCOMPARE(program.exitCode(), 1);
    }

private:
    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
