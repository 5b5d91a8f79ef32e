#include "model/sockets/dialogue.h"

#include <QTest>

using namespace sealport;

using Kind = ScriptFault::Kind;

namespace {

/// One step in one line: what it is and what it holds.
QString inWords(const DialoguePattern &pattern)
{
    if (const auto *octets = std::get_if<QByteArray>(&pattern.wanted))
        return QString::fromLatin1(octets->toPercentEncoding());
    const auto &expression = std::get<QRegularExpression>(pattern.wanted);
    const bool ignoresCase = expression.patternOptions().testFlag(QRegularExpression::CaseInsensitiveOption);
    const QString whole = expression.pattern();
    return u'/' + whole.mid(whole.lastIndexOf(QLatin1String("=1024)")) + 6)
           + (ignoresCase ? QStringLiteral("/i") : QStringLiteral("/"));
}

struct Words {
    QString operator()(const WaitForPattern &wait) const { return QStringLiteral("wait ") + inWords(wait.pattern); }
    QString operator()(const WaitForBytes &wait) const { return QStringLiteral("wait %1 bytes").arg(wait.count); }
    QString operator()(const SendOctets &send) const
    {
        return QStringLiteral("send ") + QString::fromLatin1(send.octets.toPercentEncoding());
    }
    QString operator()(const PauseFor &pause) const { return QStringLiteral("delay %1").arg(pause.time.count()); }
    QString operator()(const CloseConnection &) const { return QStringLiteral("close"); }
    QString operator()(const ResetConnection &) const { return QStringLiteral("reset"); }
    QString operator()(const StartAgain &) const { return QStringLiteral("repeat"); }
};

QStringList inWords(const Dialogue &dialogue)
{
    QStringList words;
    for (const DialogueStep &step : dialogue.steps)
        words.append(std::visit(Words{}, step));
    for (const DialogueRule &rule : dialogue.rules)
        words.append(QStringLiteral("on ") + inWords(rule.pattern) + u' ' + std::visit(Words{}, rule.action));
    return words;
}

} // namespace

/// The language of dialogues: every step, and every way to get one wrong.
class TestDialogue final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyStepIsRead_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("steps");
        const auto row = [](const char *script, const QStringList &steps) {
            QTest::newRow(script) << QString::fromUtf8(script) << steps;
        };
        row("send \"hello\"", {QStringLiteral("send hello")});
        row("  SEND   \"hello\"  ", {QStringLiteral("send hello")});
        row("send \"\"", {QStringLiteral("send ")});
        row("send \"a\\r\\n\\t\\0\\\\\\\"\\x7f\\xFF#/\"", {QStringLiteral("send a%0D%0A%09%00%5C%22%7F%FF%23%2F")});
        row("send \"é\"", {QStringLiteral("send %C3%A9")});
        row("send hex 0d 0a", {QStringLiteral("send %0D%0A")});
        row("send hex 0x0d, 0x0A # the end of a line", {QStringLiteral("send %0D%0A")});
        row("send \"a\" hex 0d \"b\"hex 0a hex 00", {QStringLiteral("send a%0Db%0A%00")});
        row("wait \"QUIT\"", {QStringLiteral("wait QUIT")});
        row("wait hex 16 03", {QStringLiteral("wait %16%03")});
        row("wait /a+b/", {QStringLiteral("wait /a+b/")});
        row("wait /A+/i", {QStringLiteral("wait /A+/i")});
        row("wait /a\\/b\\\\/", {QStringLiteral("wait /a\\/b\\\\/")});
        row("wait /é/", {QStringLiteral("wait /Ã©/")});
        row("wait /a#b/", {QStringLiteral("wait /a#b/")});
        row("wait 4 bytes", {QStringLiteral("wait 4 bytes")});
        row("wait 1 byte", {QStringLiteral("wait 1 bytes")});
        row("delay 200 ms", {QStringLiteral("delay 200")});
        row("delay 200ms", {QStringLiteral("delay 200")});
        row("delay 1.5 s", {QStringLiteral("delay 1500")});
        row("delay 0 ms", {QStringLiteral("delay 0")});
        row("delay 3600 s", {QStringLiteral("delay 3600000")});
        row("close", {QStringLiteral("close")});
        row("reset", {QStringLiteral("reset")});
        row("wait \"a\"\nrepeat", {QStringLiteral("wait a"), QStringLiteral("repeat")});
        row("close\non \"a\" reset", {QStringLiteral("close"), QStringLiteral("on a reset")});
        row("on /^NOOP/ send \"ok\"", {QStringLiteral("on /^NOOP/ send ok")});
        row("on \"QUIT\" close", {QStringLiteral("on QUIT close")});
        row("on hex 0d 0a reset", {QStringLiteral("on %0D%0A reset")});
        row("on hex c0 close", {QStringLiteral("on %C0 close")});
        row("# nothing\n\n  # but comments\r\nclose # and this", {QStringLiteral("close")});
        row("send \"a\"\r\nwait \"b\"\r\n", {QStringLiteral("send a"), QStringLiteral("wait b")});
    }
    void everyStepIsRead()
    {
        QFETCH(const QString, script);
        const auto dialogue = parseDialogue(script);
        QVERIFY2(dialogue.has_value(),
                 dialogue ? "" : qPrintable(QString::number(static_cast<int>(dialogue.error().kind))));
        QTEST(inWords(*dialogue), "steps");
    }

    void everyFaultHasItsPlace_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<int>("line");
        QTest::addColumn<int>("column");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *script, Kind kind, int column, const char *detail = "", int line = 1) {
            QTest::newRow(script) << QString::fromUtf8(script) << kind << line << column << QString::fromUtf8(detail);
        };
        row("sned \"a\"", Kind::UnknownStep, 1, "sned");
        row("\n  \"a\"", Kind::UnknownStep, 3, "", 2);
        row("send", Kind::NothingToSend, 5);
        row("send # later", Kind::NothingToSend, 6);
        row("send a", Kind::NothingToSend, 6);
        row("wait", Kind::NothingToWait, 5);
        row("wait \"\"", Kind::NothingToWait, 6);
        row("on", Kind::NothingToWait, 3);
        row("send \"a", Kind::UnfinishedText, 6);
        row("send \"a\\", Kind::UnknownEscape, 9);
        row("send \"a\\\"", Kind::UnfinishedText, 6);
        row("send \"a\\q\"", Kind::UnknownEscape, 9, "q");
        row("send \"a\\xg0\"", Kind::BadHex, 10, "g");
        row("send \"a\\x0\"", Kind::BadHex, 10, "0");
        row("wait /a", Kind::UnfinishedRegex, 6);
        row("wait /a\\/", Kind::UnfinishedRegex, 6);
        row("wait /a\\", Kind::UnfinishedRegex, 6);
        row("wait /a*/", Kind::EmptyRegex, 6);
        row("wait //", Kind::EmptyRegex, 6);
        row("wait /a/x", Kind::UnknownFlag, 9, "x");
        row("send hex", Kind::BadHex, 9);
        row("send hex zz", Kind::BadHex, 10, "z");
        row("send hex 0d 0g", Kind::BadHex, 14, "g");
        row("send hex 0d a", Kind::HalfOctet, 13, "a");
        row("send hex 0d /", Kind::BadHex, 13, "/");
        row("wait 0 bytes", Kind::BadCount, 6, "0");
        row("wait -1 bytes", Kind::BadCount, 6, "-1");
        row("wait 4", Kind::BadCount, 7);
        row("wait 4 words", Kind::BadCount, 8, "words");
        row("wait 99999999999999999999 bytes", Kind::BadCount, 6, "99999999999999999999");
        row("delay", Kind::BadTime, 6);
        row("delay 200", Kind::BadTime, 10);
        row("delay 200 min", Kind::BadTime, 11, "min");
        row("delay soon", Kind::BadTime, 7);
        row("delay -1 s", Kind::BadTime, 7, "-1");
        row("delay nan s", Kind::BadTime, 7);
        row("delay 3601 s", Kind::BadTime, 7, "3601");
        row("on /a/", Kind::MissingAction, 7);
        row("on /a/ wait \"b\"", Kind::MissingAction, 8);
        row("on 4 bytes send \"a\"", Kind::BytesInRule, 4);
        row("on /a/ send", Kind::NothingToSend, 12);
        row("close now", Kind::Surplus, 7, "now");
        row("send \"a\" b", Kind::Surplus, 10, "b");
        row("delay 1 s 2", Kind::Surplus, 11, "2");
        row("wait \"a\"\nrepeat 3", Kind::Surplus, 8, "3", 2);
        row("close\nsend \"a\"", Kind::Unreachable, 1, "close", 2);
        row("reset\n  close", Kind::Unreachable, 3, "reset", 2);
        row("send \"a\"\nrepeat\nwait \"b\"", Kind::Unreachable, 1, "repeat", 3);
        row("repeat", Kind::NothingToRepeat, 1);
        row("delay 0 ms\n repeat", Kind::NothingToRepeat, 2, "", 2);
        row("send \"\"\nrepeat", Kind::NothingToRepeat, 1, "", 2);
        row("on \"a\" send \"b\"\nrepeat", Kind::NothingToRepeat, 1, "", 2);
        row("", Kind::Empty, 1);
        row("# only words\n\n", Kind::Empty, 1);
    }
    void everyFaultHasItsPlace()
    {
        QFETCH(const QString, script);
        QFETCH(const Kind, kind);
        const auto dialogue = parseDialogue(script);
        QVERIFY(!dialogue.has_value());
        const ScriptFault &fault = dialogue.error();
        QCOMPARE(static_cast<int>(fault.kind), static_cast<int>(kind));
        QTEST(fault.line, "line");
        QTEST(fault.column, "column");
        QTEST(fault.detail, "detail");
    }

    void wrongPatternIsExplained()
    {
        const auto dialogue = parseDialogue(QStringLiteral("send \"a\"\nwait /a(b/"));
        QVERIFY(!dialogue.has_value());
        QCOMPARE(static_cast<int>(dialogue.error().kind), static_cast<int>(Kind::BadRegex));
        QCOMPARE(dialogue.error().line, 2);
        QVERIFY2(dialogue.error().column >= 6 && dialogue.error().column <= 11,
                 qPrintable(QString::number(dialogue.error().column)));
        QVERIFY(!dialogue.error().detail.isEmpty());
    }

    void sizesHaveTheirLimits_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<int>("kind"); ///< -1: good
        const auto row = [](const char *name, const QString &script, int kind) {
            QTest::newRow(name) << script << kind;
        };
        row("1000 lines", QStringLiteral("delay 1 s\n").repeated(999) + QStringLiteral("close"), -1);
        row("1001 lines", QStringLiteral("delay 1 s\n").repeated(1000), static_cast<int>(Kind::TooManyLines));
        row("32 rules", QStringLiteral("on \"a\" close\n").repeated(32), -1);
        row("33 rules", QStringLiteral("on \"a\" close\n").repeated(33), static_cast<int>(Kind::TooManyRules));
        row("a text of 2048 bytes", QStringLiteral("wait \"%1\"").arg(QString(2048, u'a')), -1);
        row("a text of 2049 bytes", QStringLiteral("wait \"%1\"").arg(QString(2049, u'a')),
            static_cast<int>(Kind::TextTooLong));
        row("a text of 2049 bytes to be sent", QStringLiteral("send \"%1\"").arg(QString(2049, u'a')), -1);
        row("a pattern of 2049 characters", QStringLiteral("wait /%1/").arg(QString(2049, u'a')),
            static_cast<int>(Kind::TextTooLong));
    }
    void sizesHaveTheirLimits()
    {
        QFETCH(const QString, script);
        const auto dialogue = parseDialogue(script);
        QTEST(dialogue ? -1 : static_cast<int>(dialogue.error().kind), "kind");
    }

    void faultSurvivesAsAnError()
    {
        for (int kind = 0; kind <= static_cast<int>(Kind::Empty); ++kind) {
            const ScriptFault fault{
                .kind = static_cast<Kind>(kind), .line = 3, .column = 7, .detail = QStringLiteral("a")};
            const Error error = errorOf(fault, QStringLiteral("script"));
            QCOMPARE(error.subject, QStringLiteral("script"));
            QVERIFY(scriptFaultIn(error.values) == fault);
        }
        QVERIFY(!scriptFaultIn({QStringLiteral("reply")}));
        QVERIFY(!scriptFaultIn(
            {QStringLiteral("dialogue"), QStringLiteral("1"), QStringLiteral("1"), QStringLiteral("99"), QString()}));
    }
};

QTEST_GUILESS_MAIN(TestDialogue)
#include "tst_dialogue.moc"
