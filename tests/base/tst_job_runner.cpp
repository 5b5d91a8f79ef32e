#include "model/base/job_runner.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <atomic>
#include <memory>
#include <mutex>

using namespace sealport;

namespace {

/// What a job does that waits for something that never comes.
int waitUntilStopped(const std::stop_token &stop)
{
    std::mutex mutex;
    std::condition_variable_any never;
    std::unique_lock lock(mutex);
    never.wait(lock, stop, [] { return false; });
    return 0;
}

} // namespace

class TestJobRunner : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void worksElsewhereAndAnswersHere()
    {
        JobRunner runner;
        QThread *worked = nullptr;
        QThread *answered = nullptr;
        runner.run([] { return QThread::currentThread(); }, this,
                   [&](QThread *thread) {
                       worked = thread;
                       answered = QThread::currentThread();
                   });
        QTRY_VERIFY(answered);
        QCOMPARE(answered, QThread::currentThread());
        QVERIFY(worked != answered);
    }

    void answersInOrder()
    {
        JobRunner runner;
        std::vector<int> answers;
        for (int i = 0; i < 100; ++i)
            runner.run([i] { return i; }, this, [&answers](int result) { answers.push_back(result); });
        QTRY_COMPARE(answers.size(), std::size_t{100});
        for (int i = 0; i < 100; ++i)
            QCOMPARE(answers[static_cast<std::size_t>(i)], i);
    }

    void carriesResultsThatCannotBeCopied()
    {
        JobRunner runner;
        std::unique_ptr<int> answer;
        runner.run([] { return std::make_unique<int>(42); }, this,
                   [&answer](std::unique_ptr<int> result) { answer = std::move(result); });
        QTRY_VERIFY(answer);
        QCOMPARE(*answer, 42);
    }

    void nobodyIsAnsweredWhoIsGone()
    {
        JobRunner runner;
        QSemaphore mayFinish;
        bool isAnswered = false;
        bool isNextDone = false;
        auto context = std::make_unique<QObject>();
        runner.run(
            [&mayFinish] {
                mayFinish.acquire();
                return 1;
            },
            context.get(), [&isAnswered](int) { isAnswered = true; });
        runner.run([] { return 2; }, this, [&isNextDone](int) { isNextDone = true; });
        context.reset();
        mayFinish.release();
        QTRY_VERIFY(isNextDone);
        QVERIFY(!isAnswered);
    }

    void jobsStillQueuedAtTheEndAreDropped()
    {
        std::atomic<int> started = 0;
        std::atomic<bool> hasEnded = false;
        QSemaphore isRunning;
        QSemaphore mayFinish;
        {
            JobRunner runner([&hasEnded] { hasEnded = true; });
            runner.run(
                [&] {
                    ++started;
                    isRunning.release();
                    mayFinish.acquire();
                    return 0;
                },
                this, [](int) { QTest::qFail("the runner is gone", __FILE__, __LINE__); });
            for (int i = 0; i < 10; ++i)
                runner.run([&started] { return ++started; }, this, [](int) {});
            isRunning.acquire();
            const QScopeGuard release([&mayFinish] { mayFinish.release(); }); // runs before the runner ends
        }
        QVERIFY(hasEnded);
        QVERIFY(started >= 1);
        QCoreApplication::processEvents();
    }

    void jobApartHoldsNobodyUp()
    {
        JobRunner runner;
        const auto unexpected = [](int) { QTest::qFail("nobody asked it to end", __FILE__, __LINE__); };
        runner.runApart(waitUntilStopped, this, unexpected);
        runner.runApart(waitUntilStopped, this, unexpected);
        std::unique_ptr<int> beside;
        bool isQueueMoving = false;
        runner.runApart([](const std::stop_token &) { return std::make_unique<int>(7); }, this,
                        [&beside](std::unique_ptr<int> result) { beside = std::move(result); });
        runner.run([] { return true; }, this, [&isQueueMoving](bool result) { isQueueMoving = result; });
        QTRY_VERIFY(beside);
        QCOMPARE(*beside, 7);
        QTRY_VERIFY(isQueueMoving);
    } // and neither do those two now

    void stoppedJobIsNotAnswered()
    {
        std::atomic<int> ended = 0;
        JobRunner runner([&ended] { ++ended; });
        bool isAnswered = false;
        std::stop_source waiting = runner.runApart(waitUntilStopped, this, [&isAnswered](int) { isAnswered = true; });
        waiting.request_stop();
        QTRY_COMPARE(ended.load(), 1);
        QSemaphore isDone;
        std::stop_source late = runner.runApart(
            [&isDone](const std::stop_token &) {
                isDone.release();
                return 0;
            },
            this, [&isAnswered](int) { isAnswered = true; });
        isDone.acquire();
        late.request_stop(); // the result is there already
        bool isNextDone = false;
        runner.run([] { return 0; }, this, [&isNextDone](int) { isNextDone = true; });
        QTRY_VERIFY(isNextDone && ended == 2);
        QCoreApplication::processEvents();
        QVERIFY(!isAnswered);
    }

    void thousandsOfJobsApartTakeFewThreads()
    {
        JobRunner runner;
        std::atomic<int> running = 0;
        std::atomic<int> most = 0;
        int answers = 0;
        for (int i = 0; i < 3000; ++i)
            runner.runApart(
                [&](const std::stop_token &) {
                    const int now = ++running;
                    for (int before = most; before < now && !most.compare_exchange_weak(before, now);) {
                    }
                    QThread::yieldCurrentThread();
                    return --running;
                },
                this, [&answers](int) { ++answers; });
        QTRY_COMPARE_WITH_TIMEOUT(answers, 3000, 60'000);
        QVERIFY(most <= static_cast<int>(JobRunner::mostApart));
    }

    void jobThatIsStoppedWhileItWaitsNeverRuns()
    {
        JobRunner runner;
        for (std::size_t i = 0; i < JobRunner::mostApart; ++i)
            runner.runApart(waitUntilStopped, this, [](int) {});
        std::atomic<bool> hasRun = false;
        std::stop_source late = runner.runApart([&hasRun](const std::stop_token &) { return hasRun = true; }, this,
                                                [](bool) { QTest::qFail("it was stopped", __FILE__, __LINE__); });
        late.request_stop();
        bool isNextDone = false;
        runner.run([] { return 0; }, this, [&isNextDone](int) { isNextDone = true; });
        QTRY_VERIFY(isNextDone);
        QVERIFY(!hasRun);
    }

    void jobsApartThatAreDoneLeaveNothing()
    {
        std::atomic<int> ended = 0;
        JobRunner runner([&ended] { ++ended; });
        int answers = 0;
        for (int i = 0; i < 100; ++i)
            runner.runApart([](const std::stop_token &) { return 0; }, this, [&answers](int) { ++answers; });
        QTRY_COMPARE(answers, 100);
        QCOMPARE(ended.load(), 100); // joined before they are answered
    }
};

QTEST_GUILESS_MAIN(TestJobRunner)
#include "tst_job_runner.moc"
