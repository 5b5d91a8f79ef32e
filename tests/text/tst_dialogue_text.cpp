#include "model/text/dialogue_text.h"
#include "model/text/error_text.h"
#include "model/text/hand_text.h"

#include <QSet>
#include <QTest>

using namespace sealport;

using Kind = ScriptFault::Kind;

namespace {

bool isSentence(const QString &text)
{
    return text.size() > 20 && text[0].category() != QChar::Letter_Lowercase && !text.contains(QStringLiteral("%1"))
           && !text.contains(QStringLiteral("%2")) && !text.contains(QStringLiteral("''"));
}

} // namespace

/// What is said of scripts and typed octets that cannot be understood: what is wrong, and what to write instead.
class TestDialogueText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyFaultHasASentenceOfItsOwn()
    {
        QSet<QString> sentences;
        for (int kind = 0; kind <= static_cast<int>(Kind::Empty); ++kind) {
            const QString text = describe(ScriptFault{.kind = static_cast<Kind>(kind), .detail = QStringLiteral("7")});
            QVERIFY2(isSentence(text), qPrintable(text));
            sentences.insert(text);
        }
        QCOMPARE(sentences.size(), static_cast<int>(Kind::Empty) + 1);
    }

    void nothingIsQuotedWhereNothingStands()
    {
        for (const Kind kind : {Kind::BadHex, Kind::BadTime, Kind::BadCount, Kind::UnknownEscape}) {
            const QString text = describe(ScriptFault{.kind = kind});
            QVERIFY2(isSentence(text), qPrintable(text));
        }
    }

    void sentencesSayWhatAndWhere_data()
    {
        QTest::addColumn<QString>("script");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *script, const QStringList &parts) {
            QTest::newRow(script) << QString::fromUtf8(script) << parts;
        };
        row("close\n  sned \"a\"", {QStringLiteral("line 2, column 3"), QStringLiteral("'sned'"),
                                    QStringLiteral("wait, send, delay, close, reset, repeat, on")});
        row("send \"a", {QStringLiteral("line 1, column 6"), QStringLiteral("no end")});
        row("send hex 0d 0g", {QStringLiteral("column 14"), QStringLiteral("'g'")});
        row("send \"a\\q\"", {QStringLiteral("'\\q'"), QStringLiteral("\\x0d")});
        row("delay 2 min", {QStringLiteral("'min'"), QStringLiteral("1.5 s")});
        row("wait /(/", {QStringLiteral("pattern cannot be understood")});
        row("close\nsend \"a\"", {QStringLiteral("line 2, column 1"), QStringLiteral("behind close")});
        row("delay 1 s\nrepeat", {QStringLiteral("line 2, column 1"), QStringLiteral("nothing to repeat")});
        row("close now", {QStringLiteral("'now'"), QStringLiteral("one step a line")});
    }
    void sentencesSayWhatAndWhere()
    {
        QFETCH(const QString, script);
        QFETCH(const QStringList, parts);
        const auto dialogue = parseDialogue(script);
        QVERIFY(!dialogue.has_value());
        const QString text = describe(errorOf(dialogue.error(), {}));
        for (const QString &part : parts)
            QVERIFY2(text.contains(part), qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("reply")), "the field is nothing that a user knows");
        QVERIFY(
            describe(errorOf(dialogue.error(), QStringLiteral("/srv/smtp.txt"))).startsWith(u"/srv/smtp.txt, line "));
    }

    void whatStrangersWroteIsShownSafely()
    {
        const QString text = describe(
            ScriptFault{.kind = Kind::UnknownStep, .detail = QStringLiteral("a\u202e\x1b") + QString(500, u'x')});
        QVERIFY(!text.contains(QChar(0x202e)) && !text.contains(QChar(0x1b)));
        QVERIFY2(text.size() < 300, qPrintable(text));
    }

    void emptyDialogueNamesNoPlace()
    {
        const QString text = describe(errorOf(ScriptFault{.kind = Kind::Empty}, QStringLiteral("/srv/smtp.txt")));
        QVERIFY2(!text.contains(QStringLiteral("line 1")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("send \"hello")));
    }

    void typedOctetsAreExplained()
    {
        const QString noDigit = describe(parseHexOctets(QStringLiteral("0d 0g")).error());
        QVERIFY2(noDigit.contains(QStringLiteral("Character 5 is 'g'")), qPrintable(noDigit));
        const QString half = describe(parseHexOctets(QStringLiteral("0d a")).error());
        QVERIFY2(half.contains(QStringLiteral("Character 4, 'a'")), qPrintable(half));
        QVERIFY2(half.contains(QStringLiteral("0a instead of a")), qPrintable(half));
    }
};

QTEST_GUILESS_MAIN(TestDialogueText)
#include "tst_dialogue_text.moc"
