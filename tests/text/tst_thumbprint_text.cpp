#include "model/text/thumbprint_text.h"

#include <QRegularExpression>
#include <QTest>

using namespace sealport;

class TestThumbprintText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void everyFindingHasItsSentence_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("object");
        using enum HashedObject;
        for (const auto object : {Certificate, PublicKey, KeyIdentifier, SerialNumber})
            for (const auto kind :
                 {ThumbprintFinding::Kind::Exact, ThumbprintFinding::Kind::Near, ThumbprintFinding::Kind::Part})
                QTest::addRow("kind %d of object %d", int(kind), int(object)) << int(kind) << int(object);
    }
    void everyFindingHasItsSentence()
    {
        static const QRegularExpression placeholder(QStringLiteral("%[\\dn]"));
        QFETCH(int, kind);
        QFETCH(int, object);
        const QString name = QStringLiteral("made.example.com");
        for (const qsizetype offset : {0, 7}) {
            const QString sentence = describe({.kind = static_cast<ThumbprintFinding::Kind>(kind),
                                               .object = static_cast<HashedObject>(object),
                                               .wrongDigits = 2,
                                               .differences = {{.position = 5, .typed = 'a', .meant = 'b'}},
                                               .offset = offset},
                                              name);
            QVERIFY2(sentence.contains(name) && sentence.endsWith(u'.'), qPrintable(sentence));
            QVERIFY2(!sentence.contains(placeholder), qPrintable(sentence));
        }
    }

    void saysWhichDigitIsWrong_data()
    {
        QTest::addColumn<char>("typed");
        QTest::addColumn<char>("meant");
        QTest::addColumn<QString>("said");
        QTest::newRow("another digit") << 'a' << 'b' << QStringLiteral("Digit 5 is “a” and should be “b”.");
        QTest::newRow("no digit") << ThumbprintReading::unknown << 'b' << QStringLiteral("Digit 5 should be “b”.");
        QTest::newRow("missing") << '\0' << 'b' << QStringLiteral("Digit 5 is missing: “b”.");
        QTest::newRow("too many") << 'a' << '\0' << QStringLiteral("Digit 5 is too many.");
    }
    void saysWhichDigitIsWrong()
    {
        QFETCH(char, typed);
        QFETCH(char, meant);
        QFETCH(QString, said);
        const QString sentence = describe({.kind = ThumbprintFinding::Kind::Near,
                                           .wrongDigits = 1,
                                           .differences = {{.position = 5, .typed = typed, .meant = meant}}},
                                          QStringLiteral("name"));
        QVERIFY2(sentence.endsWith(said), qPrintable(sentence));
    }

    void saysWhatItMadeOfTheText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("said");
        const QString sha1 = QStringLiteral("9da484fcf66292909a62d4ca65fb087e0645de24");
        QTest::newRow("a byte order mark and a zero-width space")
            << QString(QChar(0xFEFF) + (QChar(0x200B) + sha1)) << QStringLiteral("2 invisible character");
        QTest::newRow("a prefix") << QString(QStringLiteral("sha1:") + sha1) << QStringLiteral("“sha1:” was left out.");
        QTest::newRow("the name of another algorithm")
            << QString(QStringLiteral("md5:") + sha1)
            << QStringLiteral("MD5 is named, but 40 digits are the length of SHA-1.");
        QTest::newRow("few digits") << sha1.left(6) << QStringLiteral("SHA-1 has 40, SHA-256 has 64.");
        QTest::newRow("few digits and a letter")
            << QString(QChar(0x2026) + QStringLiteral(" 45 of 24")) << QStringLiteral("Character 6 is “o”");
    }
    void saysWhatItMadeOfTheText()
    {
        QFETCH(QString, text);
        QFETCH(QString, said);
        const QString notes = readingNotes(readThumbprint(text)).join(u' ');
        QVERIFY2(notes.contains(said), qPrintable(notes));
    }

    void aWholeThumbprintNeedsNoNote()
    {
        QCOMPARE(readingNotes(readThumbprint(QString(40, u'a'))), QStringList());
        QCOMPARE(readingNotes(readThumbprint(QStringLiteral("localhost"))).size(), 1); // no word about its length
    }
};

QTEST_GUILESS_MAIN(TestThumbprintText)
#include "tst_thumbprint_text.moc"
