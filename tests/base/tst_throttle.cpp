#include "model/base/throttle.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>

using namespace sealport;
using namespace std::chrono_literals;

class TestThrottle : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void manyRequestsFireOnce()
    {
        Throttle throttle(20ms);
        QSignalSpy fired(&throttle, &Throttle::fired);
        for (int i = 0; i < 100; ++i)
            throttle.request();
        QCOMPARE(fired.count(), 0); // never inside request()
        QVERIFY(fired.wait());
        QCOMPARE(fired.count(), 1);
        QVERIFY(!fired.wait(60)); // and nothing comes after it
    }

    void aRequestDuringFiringIsNotLost()
    {
        Throttle throttle(5ms);
        QSignalSpy fired(&throttle, &Throttle::fired);
        const auto once = connect(&throttle, &Throttle::fired, &throttle, [&throttle] { throttle.request(); });
        throttle.request();
        QTRY_VERIFY(fired.count() >= 2);
        disconnect(once);
    }

    void aFloodFiresAtMostOnceAnInterval()
    {
        constexpr auto interval = 10ms;
        Throttle throttle(interval);
        QSignalSpy fired(&throttle, &Throttle::fired);
        QElapsedTimer clock;
        clock.start();
        while (fired.count() < 5) {
            throttle.request();
            QCoreApplication::processEvents();
        }
        QVERIFY(clock.elapsed() >= 5 * interval.count() - 5); // coarse timers may be 5 % early
    }
};

QTEST_GUILESS_MAIN(TestThrottle)
#include "tst_throttle.moc"
