#include "tests/support/child_process.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <csignal>
#include <cstdlib>
#include <vector>

#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealport::test;

namespace {

/// The program as somebody at a terminal starts it: from a shell, which says at the end how it ended and how the
/// terminal was left.
class Terminal {
public:
    /// What the shell does with the program; it gets the signals of the terminal too.
    static constexpr auto runs = R"(trap : INT TERM HUP; "$0" "$@"; echo "ended $?"; stty -a; echo "left")";
    static constexpr auto blocks = R"(trap : INT; env --block-signal=INT "$0" "$@"; echo "ended $?"; echo "left")";
    /// As a shell that people type in, which can have it in the foreground again.
    static constexpr auto resumes =
        R"(set -m; "$0" "$@"; echo "stopped $?"; stty -a; fg; echo "ended $?"; stty -a; echo "left")";

    explicit Terminal(const QStringList &arguments, const char *script = runs)
    {
        m_master = ::posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
        std::array<char, 128> name{};
        if (m_master < 0 || ::grantpt(m_master) != 0 || ::unlockpt(m_master) != 0
            || ::ptsname_r(m_master, name.data(), name.size()) != 0)
            return;
        std::vector<QByteArray> words{"sh", "-c", script, SEALPORT_EXECUTABLE};
        for (const QString &argument : arguments)
            words.push_back(argument.toLocal8Bit());
        std::vector<char *> argv;
        for (QByteArray &word : words)
            argv.push_back(word.data());
        argv.push_back(nullptr);
        posix_spawnattr_t attributes;
        ::posix_spawnattr_init(&attributes);
        ::posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSID);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, name.data(), O_RDWR, 0);
        ::posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDOUT_FILENO);
        ::posix_spawn_file_actions_adddup2(&actions, STDIN_FILENO, STDERR_FILENO);
        if (::posix_spawn(&m_id, "/bin/sh", &actions, &attributes, argv.data(), environ) != 0)
            m_id = -1;
        ::posix_spawn_file_actions_destroy(&actions);
        ::posix_spawnattr_destroy(&attributes);
    }
    Terminal(const Terminal &) = delete;
    Terminal &operator=(const Terminal &) = delete;
    ~Terminal()
    {
        if (m_master >= 0)
            ::close(m_master); // whoever still runs there is hung up
        if (m_id > 0) {
            ::kill(m_id, SIGKILL);
            ::waitpid(m_id, nullptr, 0);
        }
    }

    /// What stands there up to now.
    const QByteArray &text()
    {
        std::array<char, 4096> buffer{};
        pollfd ready{.fd = m_master, .events = POLLIN, .revents = 0};
        while (::poll(&ready, 1, 0) == 1 && (ready.revents & POLLIN) != 0) {
            const ssize_t size = ::read(m_master, buffer.data(), buffer.size());
            if (size <= 0)
                break;
            m_text.append(buffer.data(), size);
        }
        return m_text;
    }
    /// Whether its last line is a question that nobody has answered yet.
    bool asks()
    {
        const QByteArray line = text().mid(qMax(m_answered, m_text.lastIndexOf('\n') + 1));
        return line.endsWith(": ") && !line.startsWith("sealport: ");
    }
    void type(const QByteArray &keys)
    {
        m_answered = m_text.size();
        QCOMPARE(::write(m_master, keys.constData(), static_cast<std::size_t>(keys.size())), ssize_t{keys.size()});
    }
    /// To the program and the shell.
    void send(int signal) const { ::kill(-m_id, signal); }
    bool hasEnded() { return text().endsWith("left\r\n"); }

private:
    int m_master = -1;
    pid_t m_id = -1;
    QByteArray m_text;
    qsizetype m_answered = 0;
};

constexpr int patience = 60'000; // milliseconds; keys are slow to open on purpose

/// A pipe whose reader is told at once where there is nothing yet.
struct HastyPipe {
    HastyPipe() { isMade = ::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) == 0; }
    HastyPipe(const HastyPipe &) = delete;
    HastyPipe &operator=(const HastyPipe &) = delete;
    ~HastyPipe()
    {
        for (const int end : ends)
            ::close(end);
    }
    [[nodiscard]] bool write(const QByteArray &text) const
    {
        return ::write(ends[1], text.constData(), static_cast<std::size_t>(text.size())) == text.size();
    }
    [[nodiscard]] bool isEmpty() const
    {
        int size = -1;
        return ::ioctl(ends[0], FIONREAD, &size) == 0 && size == 0;
    }

    std::array<int, 2> ends{-1, -1};
    bool isMade = false;
};

} // namespace

/// Pass phrases that are asked for at a terminal.
class TestPassphrasePrompt final : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    /// %1 is a folder, @first the file with the pass phrase "first-secret".
    QStringList words(const QString &commandLine) const
    {
        QStringList words = commandLine.split(u' ');
        for (QString &word : words) {
            word.replace(QStringLiteral("%1"), m_folder.path());
            if (word.startsWith(u'@'))
                word = m_folder.filePath(word.mid(1));
        }
        return QStringList{QStringLiteral("--data-dir"), m_folder.filePath(QStringLiteral("home")),
                           QStringLiteral("certs")}
               + words;
    }
    ProgramRun ran(const char *commandLine) const
    {
        return runProgram(QStringLiteral(SEALPORT_EXECUTABLE), words(QString::fromLatin1(commandLine)));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qputenv("LC_ALL", "C");
        for (const char *name : {"first", "second"}) {
            QFile file(m_folder.filePath(QString::fromLatin1(name)));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(name) + "-secret\n") > 0);
        }
        for (const char *line : {"create Root --ca --pass-file @first",
                                 "create host.test --issuer Root --pass-file @second --issuer-pass-file @first",
                                 "create old.test --issuer Root --pass-file @second --issuer-pass-file @first",
                                 "create gone.test --pass-file @second", "create open.test", "create asked.test",
                                 "create changed.test --pass-file @first", "create slip.test",
                                 "export host.test --as p12 --pass-file @second --out %1/host.p12",
                                 "export open.test --as p12 --pass-file @first --out %1/open.p12"}) {
            const ProgramRun run = ran(line);
            QVERIFY2(run.exitCode == 0, run.output.constData());
        }
    }

    void asksForWhatNoOptionNames_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QByteArrayList>("typed");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QByteArray>("said");
        const QString exported = QStringLiteral("export host.test --as pem-key --out %1/");
        const QByteArray first = "first-secret";
        const QByteArray second = "second-secret";
        const auto row = [](const char *name, const QString &line, const QByteArrayList &typed, int code,
                            const QByteArray &said) { QTest::newRow(name) << line << typed << code << said; };
        row("a key that is exported", exported + u'a', {second}, 0, "Exported");
        row("which key it is for", exported + u'b', {second}, 0, "certificates/host.test.key: ");
        row("two wrong ones before it", exported + u'c', {first, "third-secret", second}, 0, "Exported");
        row("three wrong ones are enough", exported + u'd', {first, first, first}, 1, "pass phrase");
        row("an empty line gives up", exported + u'e', {""}, 1, "--pass-file FILE");
        row("nobody answers a JSON", exported + QStringLiteral("f --format json"), {}, 1, "passphrase-needed");
        row("what an option gives is not asked for", exported + QStringLiteral("g --pass-file @first"), {}, 1,
            "pass phrase");
        row("a container", QStringLiteral("show %1/host.p12"), {second}, 0, "host.p12: ");
        row("a container where others would do", QStringLiteral("find --in %1/host.p12 00"), {second}, 1, "host.p12: ");
        row("a container that is imported", QStringLiteral("import %1/host.p12"), {second}, 0, "in the store already");
        const QString both = QStringLiteral("import %1/host.p12 %1/open.p12");
        row("two that are imported, each its own", both, {second, first}, 0, "open.p12: ");
        row("two that are imported, the first given up", both, {first, "", first}, 1, "open.p12: ");
        row("two that are imported, of the same", QStringLiteral("import %1/host.p12 %1/host.p12"), {second}, 0,
            "in the store already");
        row("three wrong ones for one that is imported", QStringLiteral("import %1/host.p12"), {first, first, first}, 1,
            "--pass-file FILE");
        row("the authority's, to sign", QStringLiteral("create new.test --issuer Root"), {first}, 0, "Root.key: ");
        row("the authority's, to revoke", QStringLiteral("revoke host.test"), {first}, 0, "Root.key: ");
        row("both keys of a renewal", QStringLiteral("renew old.test"), {first, second}, 0, "Renewed:");
        row("one that shall go", QStringLiteral("protect gone.test --remove"), {second}, 0, "no pass phrase now");
        row("a new one, twice", QStringLiteral("export open.test --as p12 --out %1/h"), {first, first}, 0, "Exported");
        row("a new one, and then another", QStringLiteral("export open.test --as p12 --out %1/i"), {first, second}, 1,
            "not the same");
        row("one that is to be typed", QStringLiteral("show %1/host.p12 --pass-file -"), {second}, 0, "--pass-file");
        row("one for a new key", QStringLiteral("create typed.test --pass-file -"), {first, first}, 0, "--pass-file");
        row("one for a new key, and a slip", QStringLiteral("create slipped.test --pass-file -"), {first, second}, 1,
            "not the same");
        row("none for a new key", QStringLiteral("create none.test --pass-file -"), {""}, 1, "empty pass phrase");
        row("one for the key of a request", QStringLiteral("create request.test --request --pass-file -"),
            {first, first}, 0, "request.test.key");
        row("one for a new key, even for JSON", QStringLiteral("create json.test --pass-file - --format json"),
            {first, second}, 1, "passphrases-differ");
        row("one for keys that are imported, and a slip",
            QStringLiteral("import %1/host.p12 --pass-file @second --new-pass-file -"), {first, second}, 1,
            "not the same");
        row("one that shall protect a key, and a slip", QStringLiteral("protect slip.test --pass-file -"),
            {first, second}, 1, "not the same");
        row("another one, and a slip", QStringLiteral("protect slip.test --new-pass-file -"), {first, second}, 1,
            "not the same");
        row("one that shall protect a key that goes out, and a slip",
            QStringLiteral("export slip.test --as pem-key --out %1/j --pass-file -"), {first, second}, 1,
            "not the same");
        row("the one of a key that goes out", exported + QStringLiteral("k --pass-file -"), {second}, 0, "Exported");
        row("one that no option speaks of", QStringLiteral("protect asked.test"), {first, first}, 0,
            "protected by the pass phrase now");
        row("another one that no option speaks of", QStringLiteral("protect changed.test"), {first, second, second}, 0,
            "protected by the pass phrase now");
        row("none after all", QStringLiteral("protect slip.test"), {""}, 1, "empty pass phrase");
    }
    void asksForWhatNoOptionNames()
    {
        QFETCH(const QString, commandLine);
        QFETCH(const QByteArrayList, typed);
        QFETCH(const int, exitCode);
        QFETCH(const QByteArray, said);
        Terminal terminal(words(commandLine));
        for (const QByteArray &line : typed) {
            QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
            terminal.type(line + '\n');
        }
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QByteArray text = terminal.text();
        QVERIFY2(text.contains(QByteArray("ended " + QByteArray::number(exitCode) + "\r\n")), text.constData());
        QVERIFY2(text.contains(said), text.constData());
        QVERIFY2(!text.contains("-secret"), text.constData());
    }

    void aSlipChangesNothing()
    {
        Terminal terminal(words(QStringLiteral("protect slip.test --new-pass-file -")));
        for (const char *line : {"first-secret\n", "frist-secret\n"}) {
            QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
            terminal.type(line);
        }
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QJsonObject shown = QJsonDocument::fromJson(ran("show slip.test --format json").output).object();
        QCOMPARE(shown[QStringLiteral("hasKey")].toBool(), true);
        QCOMPARE(shown[QStringLiteral("keyLocked")].toBool(true), false);
    }

    void whatCannotBeReadIsNoPassPhrase()
    {
        const QStringList arguments{QStringLiteral("-c"), QStringLiteral("\"$0\" \"$@\" < /"),
                                    QStringLiteral(SEALPORT_EXECUTABLE)};
        const ProgramRun run = runProgram(
            QStringLiteral("sh"), arguments + words(QStringLiteral("create unread.test --pass-file - --format json")));
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.output.contains("file-not-readable"), run.output.constData());
    }

    void aPipeThatIsStillEmptyIsNoEndOfTheLine()
    {
        const HastyPipe pipe;
        QVERIFY(pipe.isMade);
        const ProgramRun made = ran("create hasty.test --pass-file @second");
        QVERIFY2(made.exitCode == 0, made.output.constData());
        QList<QByteArray> texts{SEALPORT_EXECUTABLE};
        for (const QString &word : words(QStringLiteral("protect hasty.test --pass-file - --remove")))
            texts.append(word.toLocal8Bit());
        std::vector<char *> argv;
        for (QByteArray &text : texts)
            argv.push_back(text.data());
        argv.push_back(nullptr);
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, pipe.ends[0], STDIN_FILENO);
        pid_t id = -1;
        const int spawned = ::posix_spawn(&id, SEALPORT_EXECUTABLE, &actions, nullptr, argv.data(), environ);
        ::posix_spawn_file_actions_destroy(&actions);
        QCOMPARE(spawned, 0);
        QVERIFY(pipe.write("second"));
        const bool isTaken = QTest::qWaitFor([&pipe] { return pipe.isEmpty(); }, patience);
        const bool isWritten = pipe.write("-secret\n");
        int status = -1;
        ::waitpid(id, &status, 0);
        QVERIFY(isTaken && isWritten);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void aSignalThatSomebodyBlockedIsNoReasonToAskAgain()
    {
        Terminal terminal(words(QStringLiteral("show %1/host.p12")), Terminal::blocks);
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.type("\x03second-secret\n");
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QByteArray text = terminal.text();
        QCOMPARE(text.count("host.p12: "), 1);
        QVERIFY2(text.contains("ended 0\r\n"), text.constData());
    }

    void asksAgainAfterItWasStopped()
    {
        Terminal terminal(words(QStringLiteral("show %1/host.p12")), Terminal::resumes);
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.type("\x1A"); // Ctrl+Z
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.text().contains("stopped ") && terminal.asks(), terminal.text().constData(),
                                  patience);
        const QByteArray meanwhile = terminal.text().mid(terminal.text().indexOf("stopped "));
        QVERIFY2(meanwhile.contains(" echo ") && !meanwhile.contains("-echo "), meanwhile.constData());
        terminal.type("second-secret\n");
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        QVERIFY2(terminal.text().contains("ended 0\r\n"), terminal.text().constData());
        QVERIFY2(!terminal.text().contains("-echo ") && !terminal.text().contains("-secret"),
                 terminal.text().constData());
    }

    void leavesTheTerminalWhenItIsEnded_data()
    {
        QTest::addColumn<int>("signal");
        QTest::newRow("SIGTERM") << SIGTERM;
        QTest::newRow("SIGHUP") << SIGHUP;
    }
    void leavesTheTerminalWhenItIsEnded()
    {
        QFETCH(const int, signal);
        Terminal terminal(words(QStringLiteral("show %1/host.p12")));
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.send(signal);
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QByteArray text = terminal.text();
        QVERIFY2(text.contains(QByteArray("ended " + QByteArray::number(128 + signal) + "\r\n")), text.constData());
        QVERIFY2(text.contains(" echo ") && !text.contains("-echo "), text.constData());
    }

    void aPinIsAskedForOnce_data()
    {
        QTest::addColumn<QByteArray>("pin");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("the right one") << QByteArray("4711") << 0;
        QTest::newRow("a wrong one, which the token counts") << QByteArray("4712") << 1;
        QTest::newRow("none") << QByteArray() << 1;
    }
    void aPinIsAskedForOnce()
    {
        QFETCH(const QByteArray, pin);
        QFETCH(const int, exitCode);
        const QString module = QStringLiteral("/usr/lib/softhsm/libsofthsm2.so");
        for (const char *tool : {"softhsm2-util", "pkcs11-tool"})
            if (QStandardPaths::findExecutable(QLatin1String(tool)).isEmpty() || !QFile::exists(module))
                QSKIP("SOFTHSM OR ITS TOOLS ARE MISSING: no token can be made.");
        const QTemporaryDir tokens;
        QFile configuration(tokens.filePath(QStringLiteral("softhsm2.conf")));
        QVERIFY(configuration.open(QIODevice::WriteOnly));
        configuration.write("directories.tokendir = " + QFile::encodeName(tokens.path())
                            + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        configuration.close();
        qputenv("SOFTHSM2_CONF", QFile::encodeName(configuration.fileName()));
        const QString der = tokens.filePath(QStringLiteral("open.der"));
        QVERIFY(ran(qPrintable(QStringLiteral("export open.test --as der --out ") + der)).exitCode == 0);
        const auto done = [](const char *tool, const QString &line) {
            return runProgram(QLatin1String(tool), line.split(u' ')).exitCode == 0;
        };
        QVERIFY(
            done("softhsm2-util", QStringLiteral("--init-token --free --label Asked --pin 4711 --so-pin 12345678")));
        QVERIFY(done("softhsm2-util", QStringLiteral("--import %1 --token Asked --label open --id 01 --pin 4711")
                                          .arg(m_folder.filePath(QStringLiteral("home/certificates/open.test.key")))));
        QVERIFY(done("pkcs11-tool", QStringLiteral("--module %1 --token-label Asked --login --pin 4711 --write-object "
                                                   "%2 --type cert --id 01 --label open")
                                        .arg(module, der)));

        Terminal terminal(words(QStringLiteral("show pkcs11:token=Asked?module-path=") + module));
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.type(pin + '\n');
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QByteArray text = terminal.text();
        QCOMPARE(text.count("PIN of Asked: "), 1);
        QVERIFY2(text.contains(QByteArray("ended " + QByteArray::number(exitCode) + "\r\n")), text.constData());
        QVERIFY2(pin.isEmpty() || !text.contains(pin), text.constData());
    }

    void theIssuersPassPhraseDoesNotProtectANewKey()
    {
        Terminal terminal(words(QStringLiteral("create clear.test --issuer Root")));
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.type("first-secret\n");
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QJsonObject shown = QJsonDocument::fromJson(ran("show clear.test --format json").output).object();
        QCOMPARE(shown[QStringLiteral("hasKey")].toBool(), true);
        QCOMPARE(shown[QStringLiteral("keyLocked")].toBool(true), false);
    }

    void leavesTheTerminalAsItWas_data()
    {
        QTest::addColumn<QByteArray>("keys");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("answered") << QByteArray("second-secret\n") << 0;
        QTest::newRow("Ctrl+C") << QByteArray("\x03") << 128 + SIGINT;
        QTest::newRow("Ctrl+C in the middle") << QByteArray("sec\x04\x03") << 128 + SIGINT; // Ctrl+D hands "sec" over
        QTest::newRow("Ctrl+D") << QByteArray("\x04") << 1;
    }
    void leavesTheTerminalAsItWas()
    {
        QFETCH(const QByteArray, keys);
        QFETCH(const int, exitCode);
        Terminal terminal(words(QStringLiteral("show %1/host.p12")));
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.asks(), terminal.text().constData(), patience);
        terminal.type(keys);
        QTRY_VERIFY2_WITH_TIMEOUT(terminal.hasEnded(), terminal.text().constData(), patience);
        const QByteArray text = terminal.text();
        QVERIFY2(text.contains(QByteArray("ended " + QByteArray::number(exitCode) + "\r\n")), text.constData());
        QVERIFY2(text.contains(" echo ") && !text.contains("-echo "), text.constData());
    }
};

QTEST_GUILESS_MAIN(TestPassphrasePrompt)
#include "tst_passphrase_prompt.moc"
