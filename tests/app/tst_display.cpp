#include "app/display.h"

#include <QScopeGuard>
#include <QTest>

#include <cstddef>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace sealport;

/// Qt ends the process when there is no display: this question decides between the window and the terminal.
class TestDisplay final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void environmentDecides_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("isReachable");
        QTest::newRow("nothing is set") << QByteArray() << QByteArray() << false;
        QTest::newRow("a platform that was asked for is believed")
            << QByteArray("QT_QPA_PLATFORM") << QByteArray("offscreen") << true;
        QTest::newRow("Wayland") << QByteArray("WAYLAND_DISPLAY") << QByteArray("wayland-0") << true;
        QTest::newRow("an X server that is gone") << QByteArray("DISPLAY") << QByteArray(":47111") << false;
        QTest::newRow("the same with its screen") << QByteArray("DISPLAY") << QByteArray(":47111.0") << false;
        QTest::newRow("a display over the network is believed")
            << QByteArray("DISPLAY") << QByteArray("localhost:10.0") << true;
        QTest::newRow("a name longer than any path")
            << QByteArray("DISPLAY") << QByteArray(":" + QByteArray(500, '1')) << false;
        QTest::newRow("an empty display") << QByteArray("DISPLAY") << QByteArray("") << false;
    }
    void environmentDecides()
    {
        QFETCH(const QByteArray, variable);
        QFETCH(const QByteArray, value);
        if (!variable.isEmpty())
            qputenv(variable.constData(), value);
        QTEST(isDisplayReachable(), "isReachable");
    }

    void xServerThatAnswersIsFound()
    {
        const QByteArray path = "/tmp/.X11-unix/X47112"; // in the abstract namespace: no file is made
        const int listening = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
        const auto closer = qScopeGuard([listening] { ::close(listening); });
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path + 1, path.constData(), static_cast<std::size_t>(path.size()));
        const auto size =
            static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1U + static_cast<std::size_t>(path.size()));
        QCOMPARE(::bind(listening, reinterpret_cast<const sockaddr *>(&address), size), 0);
        QCOMPARE(::listen(listening, 1), 0);
        qputenv("DISPLAY", ":47112.0");
        QVERIFY(isDisplayReachable());
    }

    void init() { cleanup(); }
    void cleanup()
    {
        for (const char *variable : {"QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY"})
            qunsetenv(variable);
    }
};

QTEST_GUILESS_MAIN(TestDisplay)
#include "tst_display.moc"
