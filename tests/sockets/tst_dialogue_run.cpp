#include "model/sockets/dialogue_run.h"

#include <QElapsedTimer>
#include <QTest>

using namespace sealport;

namespace {

std::shared_ptr<const Dialogue> made(const QString &script)
{
    return std::make_shared<const Dialogue>(parseDialogue(script).value());
}

void give(DialogueRun &run, const QByteArray &octets)
{
    run.receive(std::as_bytes(std::span(octets.constData(), static_cast<std::size_t>(octets.size()))));
}

/// What the run does until it waits: "a" is sent, "(200)" is a pause, "." the close, "!" the reset, "?3" a pattern of
/// line 3 that takes too long. At most a hundred actions.
QByteArray doneBy(DialogueRun &run)
{
    QByteArray done;
    for (int i = 0; i < 100; ++i) {
        DialogueRun::Action action = run.next();
        while (std::holds_alternative<DialogueRun::GoOn>(action))
            action = run.next();
        if (const auto *send = std::get_if<SendOctets>(&action))
            done += send->octets;
        else if (const auto *pause = std::get_if<PauseFor>(&action))
            done += '(' + QByteArray::number(static_cast<qlonglong>(pause->time.count())) + ')';
        else if (std::holds_alternative<CloseConnection>(action))
            done += '.';
        else if (std::holds_alternative<ResetConnection>(action))
            done += '!';
        else if (const auto *costly = std::get_if<DialogueRun::TooCostly>(&action))
            done += '?' + QByteArray::number(costly->line);
        else
            break;
    }
    return done;
}

} // namespace

/// What a dialogue does with what a client sends, without a client.
class TestDialogueRun final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void clientsAreAnswered_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArrayList>("received"); ///< one after the other
        QTest::addColumn<QByteArrayList>("done");     ///< before, then after each
        const auto row = [](const char *name, const char *script, const QByteArrayList &received,
                            const QByteArrayList &done) {
            QTest::newRow(name) << QString::fromUtf8(script) << received << done;
        };
        row("a greeting", "send \"a\"\nsend \"b\"", {"x"}, {"ab", ""});
        row("a text that is waited for", "wait \"GO\"\nsend \"a\"", {"G", "O"}, {"", "", "a"});
        row("what comes in front is used up", "wait \"b\"\nsend \"1\"\nwait \"a\"\nsend \"2\"", {"aab", "a"},
            {"", "1", "2"});
        row("what comes behind is kept", "wait \"a\"\nsend \"1\"\nwait \"b\"\nsend \"2\"", {"ab"}, {"", "12"});
        row("octets that are no text", "wait hex ff 00\nsend hex 00 ff", {QByteArray("\xff\x00", 2)},
            {"", QByteArray("\x00\xff", 2)});
        row("a pattern", "wait /^(EHLO|HELO) .*\\r\\n/\nsend \"a\"", {"hello\r\nHELO", " x\r\n"}, {"", "", "a"});
        row("case that does not count", "wait /quit/i\nsend \"a\"", {"QuIt"}, {"", "a"});
        row("case that counts", "wait /quit/\nsend \"a\"", {"QuIt"}, {"", ""});
        row("a pattern over UTF-8", "wait /caf\xc3\xa9/\nsend \"a\"", {"caf\xc3", "\xa9"}, {"", "", "a"});
        row("^ knows where lines begin", "wait /^B/\nsend \"a\"", {"AB", "\nB"}, {"", "", "a"});
        row("bytes are counted", "wait 4 bytes\nsend \"a\"\nwait \"e\"\nsend \"b\"", {"ab", "c", "de"},
            {"", "", "", "ab"});
        row("bytes hold no patterns", "on \"x\" send \"no\"\nwait 3 bytes\nsend \"a\"", {"xxx"}, {"", "a"});
        row("a pause comes when its turn comes", "send \"a\"\ndelay 200 ms\nsend \"b\"", {}, {"a(200)b"});
        row("close is the end", "wait \"a\"\nclose\non \"a\" send \"b\"", {"a", "a"}, {"", ".", ""});
        row("reset is the end", "reset\non \"a\" send \"b\"", {"a"}, {"!", ""});
        row("from the start again", "wait \"a\"\nsend \"1\"\nrepeat", {"a", "aa"}, {"", "1", "11"});
        row("from the start again, behind steps that send alone", "wait \"a\"\nrepeat", {"aaa"}, {"", ""});
        row("rules answer while a step waits", "on \"NOOP\" send \"ok\"\nwait \"QUIT\"\nsend \"bye\"",
            {"NOOP NOOP", "QUIT NOOP"}, {"", "okok", "byeok"});
        row("rules answer behind the last step", "send \"a\"\non /x+/ send \"b\"", {"-x-"}, {"a", "b"});
        row("of several the first in the stream answers", "on \"b\" send \"2\"\non \"a\" send \"1\"", {"ab"},
            {"", "12"});
        row("at the same place the step goes first", "on \"a\" send \"rule\"\nwait \"ab\"\nsend \"step\"", {"ab"},
            {"", "step"});
        row("a rule that closes", "on \"QUIT\" close", {"aQUITb", "QUIT"}, {"", ".", ""});
        row("a rule that resets", "on \"QUIT\" reset\nwait \"x\"", {"QUIT"}, {"", "!"});
        row("a rule that uses nothing up never answers", "on /(?=a)/ send \"no\"\nwait \"b\"\nsend \"1\"", {"ab"},
            {"", "1"});
        row("a step may look ahead", "wait /(?=a)/\nsend \"1\"\nwait \"a\"\nsend \"2\"", {"a"}, {"", "12"});
        row("what came before a rule's match is not looked at again", "on \"b\" send \"2\"\nwait \"a\"\nsend \"1\"",
            {"bab"}, {"", "212"});
        row("what comes while patterns are looked for is heard", "on \"b\" send \"2\"\nwait \"ab\"\nsend \"1\"",
            {"a", "b"}, {"", "", "1"});
    }
    void clientsAreAnswered()
    {
        QFETCH(const QString, script);
        QFETCH(const QByteArrayList, received);
        DialogueRun run(made(script));
        QByteArrayList done{doneBy(run)};
        for (const QByteArray &octets : received) {
            give(run, octets);
            done.append(doneBy(run));
        }
        QTEST(done, "done");
    }

    void repeatingGoesOnForEver()
    {
        DialogueRun run(made(QStringLiteral("send \"a\"\ndelay 1 ms\nrepeat")));
        QCOMPARE(doneBy(run), QByteArray("a(1)").repeated(50));
    }

    // A client that sends 64 KiB at once must not hold everybody up.
    void oneCallIsOnePieceOfWork_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("fewest"); ///< calls, until all has been looked at
        QTest::newRow("a round for each octet")
            << QStringLiteral("wait 1 byte\nrepeat") << 2 * int{DialogueRun::mostUnread};
        QTest::newRow("one window after the other") << QStringLiteral("wait /never/") << 30;
        QTest::newRow("one pattern after the other")
            << QStringLiteral("wait /never/\n") + QStringLiteral("on /nor/ close\n").repeated(32) << 990;
    }
    void oneCallIsOnePieceOfWork()
    {
        QFETCH(const QString, script);
        QFETCH(const int, fewest);
        DialogueRun run(made(script));
        give(run, QByteArray(DialogueRun::mostUnread, 'x'));
        int calls = 0;
        while (std::holds_alternative<DialogueRun::GoOn>(run.next()))
            ++calls;
        QVERIFY2(calls >= fewest, qPrintable(QString::number(calls)));
    }

    void octetsThatComeBetweenTwoCallsAreHeard()
    {
        DialogueRun run(made(QStringLiteral("on \"b\" send \"2\"\nwait \"c\"\nsend \"1\"")));
        give(run, "a");
        QVERIFY(std::holds_alternative<DialogueRun::GoOn>(run.next()));
        give(run, "c");
        QCOMPARE(doneBy(run), QByteArray("1"));
        give(run, QByteArray(DialogueRun::mostUnread, 'x'));
        static_cast<void>(run.next());
        give(run, "b");
        QCOMPARE(doneBy(run), QByteArray("2"));
    }

    void runsOfOneDialogueAreApart()
    {
        const auto dialogue = made(QStringLiteral("wait \"a\"\nsend \"1\""));
        DialogueRun first(dialogue);
        DialogueRun second(dialogue);
        give(first, "a");
        QCOMPARE(doneBy(first), QByteArray("1"));
        QCOMPARE(doneBy(second), QByteArray());
    }

    void matchIsFoundHoweverMuchComesInFront_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QByteArray>("end");
        const QByteArray longest(Dialogue::longestText, 'y');
        QTest::newRow("a pattern") << QStringLiteral("wait /END!/\nsend \"a\"") << QByteArray("END!");
        QTest::newRow("a text as long as may be")
            << QStringLiteral("wait \"%1\"\nsend \"a\"").arg(QString::fromLatin1(longest)) << longest;
    }
    void matchIsFoundHoweverMuchComesInFront()
    {
        QFETCH(const QString, script);
        QFETCH(const QByteArray, end);
        for (const qsizetype before : {qsizetype{0}, DialogueRun::window / 2 - 1, DialogueRun::window - 2,
                                       DialogueRun::window, 3 * DialogueRun::window + 7}) {
            DialogueRun run(made(script));
            give(run, QByteArray(before, 'x') + end);
            QCOMPARE(doneBy(run), QByteArray("a"));
        }
    }

    void bytesAreCountedToTheLast()
    {
        DialogueRun run(made(QStringLiteral("wait 1000000 bytes\nsend \"a\"")));
        for (int i = 0; i < 999; ++i) {
            give(run, QByteArray(1000, 'x'));
            QCOMPARE(doneBy(run), QByteArray());
        }
        give(run, QByteArray(999, 'x'));
        QCOMPARE(doneBy(run), QByteArray());
        give(run, "x");
        QCOMPARE(doneBy(run), QByteArray("a"));
    }

    void pauseKeepsTheNewestOctets()
    {
        DialogueRun run(made(QStringLiteral("delay 1 s\nwait \"first\"\nsend \"a\"")));
        static_cast<void>(run.next());
        give(run, "first" + QByteArray(DialogueRun::mostUnread, 'x'));
        QCOMPARE(doneBy(run), QByteArray());
        DialogueRun other(made(QStringLiteral("delay 1 s\nwait \"last\"\nsend \"a\"")));
        static_cast<void>(other.next());
        give(other, QByteArray(DialogueRun::mostUnread, 'x') + "last");
        QCOMPARE(doneBy(other), QByteArray("a"));
    }

    // Each would take longer than anybody lives.
    void patternThatRunsAwayEndsTheDialogue_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QByteArray>("received");
        const QByteArray many(4000, 'a');
        QTest::newRow("an alternative that overlaps") << QStringLiteral("(a|aa)+$") << QByteArray(many + "!");
        QTest::newRow("one repetition in another") << QStringLiteral("(a+)+\\d$") << QByteArray(many + "!1!");
        QTest::newRow("two of anything") << QStringLiteral("(.*)(.*)!\\d") << QByteArray(many + "!");
        QTest::newRow("limits that the script would raise")
            << QStringLiteral("(*LIMIT_MATCH=4000000000)(a|aa)+$") << QByteArray(many + "!");
    }
    void patternThatRunsAwayEndsTheDialogue()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QByteArray, received);
        DialogueRun step(made(QStringLiteral("send \"a\"\nwait /%1/\nclose").arg(pattern)));
        give(step, received);
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(doneBy(step), QByteArray("a?2"));
        QVERIFY2(clock.elapsed() < 10'000, "limits did not hold");
        give(step, received);
        QCOMPARE(doneBy(step), QByteArray());

        DialogueRun rule(made(QStringLiteral("\non /%1/ send \"a\"").arg(pattern)));
        give(rule, received);
        QCOMPARE(doneBy(rule), QByteArray("?2"));
    }

    void honestPatternsStayWithinTheLimits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::newRow("a line") << QStringLiteral("^.*END\\r\\n");
        QTest::newRow("anything up to the end") << QStringLiteral("[\\s\\S]*END\\r\\n");
        QTest::newRow("as little as can be") << QStringLiteral("a[\\s\\S]*?END");
        QTest::newRow("words") << QStringLiteral("(\\w+ )*END");
    }
    void honestPatternsStayWithinTheLimits()
    {
        QFETCH(const QString, pattern);
        DialogueRun run(made(QStringLiteral("wait /%1/\nsend \"a\"").arg(pattern)));
        give(run, QByteArray("a word ").repeated(570));
        QCOMPARE(doneBy(run), QByteArray());
        give(run, "END\r\n");
        QCOMPARE(doneBy(run), QByteArray("a"));
    }
};

QTEST_GUILESS_MAIN(TestDialogueRun)
#include "tst_dialogue_run.moc"
