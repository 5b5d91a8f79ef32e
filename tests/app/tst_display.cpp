#include "app/display.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <csignal>

using namespace sealport;

/// Qt ends the process when there is no display: this question decides between the window and the terminal. It is asked
/// in a process of its own, as in the program: before there are threads.
class TestDisplay final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void environmentDecides_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<bool>("isReachable");
        const auto row = [](const char *name, const QStringList &variables, bool isReachable) {
            QTest::newRow(name) << variables << isReachable;
        };
        const QString offscreen = QStringLiteral("QT_QPA_PLATFORM=offscreen");
        row("nothing is set", {}, false);
        row("a display that is set to nothing", {QStringLiteral("DISPLAY=")}, false);
        row("a platform that needs no display", {offscreen}, true);
        row("the same beside a dead display", {offscreen, QStringLiteral("DISPLAY=:47111")}, true);
        row("a platform that does not exist", {QStringLiteral("QT_QPA_PLATFORM=nonsense")}, false);
        row("an X server that is gone", {QStringLiteral("DISPLAY=:47111.0")}, false);
        row("a forwarded display whose session is gone", {QStringLiteral("DISPLAY=localhost:10.0")}, false);
        row("a Wayland session that is gone", {QStringLiteral("WAYLAND_DISPLAY=nothing")}, false);
        row("a Wayland session and an X server that are gone",
            {QStringLiteral("WAYLAND_DISPLAY=nothing"), QStringLiteral("XDG_SESSION_TYPE=wayland"),
             QStringLiteral("DISPLAY=:47111")},
            false);
        row("a name longer than any path", {QStringLiteral("DISPLAY=:") + QString(500, u'1')}, false);
    }
    void environmentDecides()
    {
        QFETCH(const QStringList, variables);
        ask(variables);
        QTEST(m_answer, "isReachable");
        QCOMPARE(m_said, QByteArray());
    }

    void anXServerThatRefusesIsNone()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        connect(&server, &QTcpServer::newConnection, this, [&server] {
            // Failed, twelve octets of reason, protocol 11.0, three words; X.Org's answer to a wrong cookie.
            server.nextPendingConnection()->write(QByteArray::fromHex("000c0b0000000300") + "No protocol\n");
        });
        ask({displayOf(server)});
        QVERIFY(!m_answer);
        QCOMPARE(m_said, QByteArray());
    }

    void anXServerThatSaysNothingIsGivenUp()
    {
        QTcpServer server;
        QVERIFY(server.listen(QHostAddress::LocalHost, 0));
        QElapsedTimer clock;
        clock.start();
        ask({displayOf(server)});
        QVERIFY(!m_answer);
        QVERIFY2(clock.elapsed() < 20'000, qPrintable(QString::number(clock.elapsed())));
    }

    void aLauncherThatIgnoresItsChildrenChangesNothing()
    {
        ask({QStringLiteral("QT_QPA_PLATFORM=offscreen")}, [] { std::signal(SIGCHLD, SIG_IGN); });
        QVERIFY(m_answer);
    }

private:
    static QString displayOf(const QTcpServer &server)
    {
        return QStringLiteral("DISPLAY=127.0.0.1:%1").arg(server.serverPort() - 6000); // X servers count from there
    }

    void ask(const QStringList &variables, const std::function<void()> &before = {})
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto *name : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
            environment.remove(QString::fromLatin1(name));
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        process.setProcessEnvironment(environment);
        process.setChildProcessModifier(before);
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--ask")});
        QTRY_COMPARE_WITH_TIMEOUT(process.state(), QProcess::NotRunning, 30'000);
        m_said = process.readAll();
        QCOMPARE(process.exitStatus(), QProcess::NormalExit);
        m_answer = process.exitCode() == 0;
    }

    bool m_answer = false;
    QByteArray m_said; ///< anything that a library complained of
};

int main(int argc, char *argv[])
{
    if (argc == 2 && qstrcmp(argv[1], "--ask") == 0)
        return isDisplayReachable() ? 0 : 1;
    QCoreApplication application(argc, argv);
    TestDisplay test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_display.moc"
