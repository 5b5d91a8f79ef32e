#include "model/base/mailbox.h"

#include <QTest>

#include <algorithm>
#include <memory>
#include <thread>

using namespace sealport;

using Box = Mailbox<int>;

class TestMailbox : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void onlyTheFirstMessageWakesTheConsumer()
    {
        Box box(10);
        QVERIFY(box.post(1));
        QVERIFY(!box.post(2));
        QCOMPARE(box.drain().messages, (std::vector{1, 2}));
        QVERIFY(box.post(3));
    }

    void chatterIsDroppedAndCountedWhenFull()
    {
        Box box(2);
        for (int i = 0; i < 5; ++i)
            static_cast<void>(box.post(i, Box::Priority::Chatter));
        const auto batch = box.drain();
        QCOMPARE(batch.messages, (std::vector{0, 1}));
        QCOMPARE(batch.dropped, std::uint64_t{3});
        QCOMPARE(box.drain().dropped, std::uint64_t{0}); // told once
    }

    void lifecycleMessagesAreNeverDropped()
    {
        Box box(1);
        for (int i = 0; i < 1000; ++i)
            static_cast<void>(box.post(i, i % 2 == 0 ? Box::Priority::Lifecycle : Box::Priority::Chatter));
        const auto batch = box.drain();
        QCOMPARE(batch.messages.size(), std::size_t{500});
        QCOMPARE(batch.dropped, std::uint64_t{500});
    }

    void droppedChatterDoesNotWake()
    {
        Mailbox<int> box(0);
        QVERIFY(!box.post(1, Box::Priority::Chatter));
    }

    void takesWhatCannotBeCopied()
    {
        Mailbox<std::unique_ptr<int>> box(1);
        QVERIFY(box.post(std::make_unique<int>(7)));
        QCOMPARE(*box.drain().messages.at(0), 7);
    }

    void losesNothingBetweenThreads()
    {
        constexpr int producers = 4;
        constexpr int each = 5000;
        Box box(100);
        std::vector<int> received;
        {
            std::vector<std::jthread> threads;
            for (int p = 0; p < producers; ++p)
                threads.emplace_back([&box, p] {
                    for (int i = 0; i < each; ++i)
                        static_cast<void>(box.post(p * each + i));
                });
            while (received.size() < std::size_t{producers} * each) {
                for (const int message : box.drain().messages)
                    received.push_back(message);
                std::this_thread::yield();
            }
        }
        std::vector<int> last(producers, -1);
        for (const int message : received) { // in order, for each producer
            int &before = last[static_cast<std::size_t>(message / each)];
            QVERIFY(message > before);
            before = message;
        }
        std::ranges::sort(received);
        QVERIFY(std::ranges::adjacent_find(received) == received.end());
    }
};

QTEST_GUILESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
