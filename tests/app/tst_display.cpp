#include "app/display.h"
#include "tests/support/child_process.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

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
        ask({QStringLiteral("QT_QPA_PLATFORM=offscreen")},
            {QStringLiteral("env"), QStringLiteral("--ignore-signal=CHLD")});
        QVERIFY(m_answer);
    }

private:
    static QString displayOf(const QTcpServer &server)
    {
        return QStringLiteral("DISPLAY=127.0.0.1:%1").arg(server.serverPort() - 6000); // X servers count from there
    }

    void ask(const QStringList &variables, const QStringList &launcher = {})
    {
        Variables changes{"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"};
        for (const QString &variable : variables)
            changes.push_back(variable.toUtf8());
        QStringList words = launcher + QStringList{QCoreApplication::applicationFilePath(), QStringLiteral("--ask")};
        const QString program = words.takeFirst();
        ChildProcess process;
        QVERIFY(process.start(program, words, changes));
        QTRY_VERIFY_WITH_TIMEOUT(!process.isRunning(), 30'000);
        QCOMPARE(process.endSignal(), 0);
        m_said = process.output();
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
