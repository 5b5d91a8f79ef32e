#include "app/exit_deadline.h"

#include <QTest>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace sealport;
using namespace std::chrono_literals;

class TestExitDeadline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void endsWhatHangsAtItsEnd()
    {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            endWithin(50ms, 7);
            for (;;)
                ::pause();
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QVERIFY(WIFEXITED(status));
        QCOMPARE(WEXITSTATUS(status), 7);
    }

    void keepsOutOfTheWayOfWhatEndsByItself()
    {
        const pid_t child = ::fork();
        QVERIFY(child >= 0);
        if (child == 0) {
            endWithin(1h, 7);
            std::_Exit(3);
        }
        int status = 0;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(WEXITSTATUS(status), 3);
    }
};

QTEST_GUILESS_MAIN(TestExitDeadline)
#include "tst_exit_deadline.moc"
