#include "model/sockets/hand_framing.h"

#include <QTest>

using namespace sealport;

using Message = MessageReader::Message;
using Messages = std::vector<Message>;

/// What the user types becomes octets, and octets become messages again, however the network cuts them.
class TestHandFraming final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void linesEndAsWanted_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<LineEnding>("ending");
        QTest::addColumn<QByteArray>("octets");
        const auto row = [](const char *name, const char *text, LineEnding ending, const char *octets) {
            QTest::newRow(name) << QString::fromUtf8(text) << ending << QByteArray(octets);
        };
        row("as typed", "a\nb", LineEnding::None, "a\nb");
        row("nothing at all", "", LineEnding::None, "");
        row("LF", "a\nb", LineEnding::Lf, "a\nb\n");
        row("CR LF", "a\nb", LineEnding::CrLf, "a\r\nb\r\n");
        row("CR", "a\nb", LineEnding::Cr, "a\rb\r");
        QTest::newRow("NUL") << QStringLiteral("a\nb") << LineEnding::Nul << QByteArray("a\0b\0", 4);
        row("an empty line", "", LineEnding::CrLf, "\r\n");
        row("a line end that was typed is not doubled", "a\n", LineEnding::CrLf, "a\r\n");
        row("pasted from Windows", "a\r\nb\r\n", LineEnding::CrLf, "a\r\nb\r\n");
        row("pasted from Windows, for others", "a\r\nb\r\n", LineEnding::Lf, "a\nb\n");
        row("UTF-8", "été", LineEnding::Lf, "été\n");
    }
    void linesEndAsWanted()
    {
        QFETCH(const QString, text);
        QFETCH(const LineEnding, ending);
        QTEST(withLineEndings(text, ending), "octets");
    }

    void messagesComeOutAsTheyWentIn_data()
    {
        QTest::addColumn<MessageFrame::Kind>("kind");
        QTest::addColumn<QByteArray>("tag");
        QTest::addColumn<QByteArray>("wire"); ///< of the first message
        using enum MessageFrame::Kind;
        QTest::newRow("a tag of two octets") << EndTag << QByteArray("\r\n") << QByteArray("Hello World\r\n");
        QTest::newRow("a tag of one octet") << EndTag << QByteArray("\x1a") << QByteArray("Hello World\x1a");
        QTest::newRow("a tag that repeats itself") << EndTag << QByteArray("aab") << QByteArray("Hello Worldaab");
        QTest::newRow("WinDev's length") << WinDevLength << QByteArray() << QByteArray("11\r\nHello World");
    }
    void messagesComeOutAsTheyWentIn()
    {
        QFETCH(const MessageFrame::Kind, kind);
        QFETCH(const QByteArray, tag);
        QFETCH(const QByteArray, wire);
        const MessageFrame frame{.kind = kind, .tag = tag};
        const std::vector<QByteArray> messages{"Hello World", "", QByteArray("a\r\0\xff", 4), "aa"};
        QByteArray stream;
        for (const QByteArray &message : messages)
            stream += framed(message, frame);
        QCOMPARE(framed(messages.front(), frame), wire);
        for (const qsizetype step : {stream.size(), qsizetype{1}, qsizetype{3}}) {
            MessageReader reader(frame);
            std::vector<QByteArray> read;
            for (qsizetype at = 0; at < stream.size(); at += step) {
                for (const Message &message : reader.read(QByteArray(stream.mid(at, step)))) {
                    QVERIFY(message.isFramed);
                    read.push_back(message.octets);
                }
            }
            QCOMPARE(read, messages);
            QVERIFY(reader.begun().isEmpty());
        }
    }

    void withoutFramesEachPieceIsAMessage()
    {
        for (const MessageFrame &frame :
             {MessageFrame{}, MessageFrame{.kind = MessageFrame::Kind::EndTag, .tag = {}}}) {
            MessageReader reader(frame);
            QCOMPARE(framed("a\r\n", frame), QByteArray("a\r\n"));
            QVERIFY(reader.read(QByteArray("a\r\nb")) == Messages{{.octets = "a\r\nb"}});
            QVERIFY(reader.read(QByteArray()).empty());
        }
    }

    void beginningOfAMessageCanBeSeen()
    {
        MessageReader tagged({.kind = MessageFrame::Kind::EndTag});
        QVERIFY(tagged.read(QByteArray("a\r\nhalf\r")) == Messages{{.octets = "a"}});
        QCOMPARE(tagged.begun(), QByteArray("half\r"));
        MessageReader counted({.kind = MessageFrame::Kind::WinDevLength});
        QVERIFY(counted.read(QByteArray("5\r\nhalf")).empty());
        QCOMPARE(counted.begun(), QByteArray("5\r\nhalf"));
    }

    void whatHasNoLengthComesAsItIs_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("a text") << QByteArray("hello");
        QTest::newRow("a length that is none") << QByteArray("1x\r\nab");
        QTest::newRow("no digits") << QByteArray("\r\nab");
        QTest::newRow("less than nothing") << QByteArray("-1\r\nab");
        QTest::newRow("more digits than a length has") << QByteArray("0000000000000001\r\na");
        QTest::newRow("more than a message may have") << QByteArray("1048577\r\na");
        QTest::newRow("more than a number may have") << QByteArray("9999999999\r\na");
    }
    void whatHasNoLengthComesAsItIs()
    {
        QFETCH(const QByteArray, octets);
        MessageReader reader({.kind = MessageFrame::Kind::WinDevLength});
        QVERIFY((reader.read(octets) == Messages{{.octets = octets, .isFramed = false}}));
        QVERIFY(reader.read(QByteArray("1\r\na")) == Messages{{.octets = "a"}});
    }

    void whatMayBeginAmidAMessageIsNotFramed_data()
    {
        QTest::addColumn<MessageFrame::Kind>("kind");
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QByteArray>("unframed");
        QTest::addColumn<QByteArray>("framed");
        using enum MessageFrame::Kind;
        QTest::newRow("up to the next tag")
            << EndTag << QByteArray("il\r\na\r\n") << QByteArray("il") << QByteArray("a");
        QTest::newRow("up to where the network paused")
            << WinDevLength << QByteArray("il") << QByteArray("il") << QByteArray();
        QTest::newRow("digits of a message itself")
            << WinDevLength << QByteArray("2\r\nil1\r\na") << QByteArray("2\r\nil") << QByteArray("a");
    }
    void whatMayBeginAmidAMessageIsNotFramed()
    {
        QFETCH(const MessageFrame::Kind, kind);
        QFETCH(const QByteArray, octets);
        QFETCH(const QByteArray, unframed);
        QFETCH(const QByteArray, framed);
        MessageReader reader({.kind = kind});
        QVERIFY(reader.read(QByteArray("9")).empty());
        reader.skip();
        QVERIFY(reader.begun().isEmpty());
        Messages expected{{.octets = unframed, .isFramed = false}};
        if (!framed.isEmpty())
            expected.push_back({.octets = framed});
        QVERIFY(reader.read(octets) == expected);
    }

    void messageWithoutEndIsGivenAwayInTime()
    {
        MessageReader reader({.kind = MessageFrame::Kind::EndTag});
        const QByteArray half(MessageReader::longestMessage / 2 + 20, 'x');
        QVERIFY(reader.read(half).empty());
        const Messages read = reader.read(half);
        QCOMPARE(read.size(), 1U);
        QCOMPARE(read.front().octets.size(), 2 * half.size());
        QVERIFY(!read.front().isFramed);
        const Messages next{{.octets = "its end", .isFramed = false}, {.octets = "a"}};
        QVERIFY(reader.read(QByteArray("its end\r\na\r\n")) == next);
    }

    void octetsAreShownSafely_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hex");
        const auto row = [](const char *name, const QByteArray &octets, const char *text, const char *hex) {
            QTest::newRow(name) << octets << QString::fromUtf8(text) << QString::fromLatin1(hex);
        };
        row("nothing", "", "", "");
        row("text", "été", "été", "c3 a9 74 c3 a9");
        row("lines", "a\nb\r\n", "a\nb\n", "61 0a 62 0d 0a");
        row("a return in a line", "a\rb", "a\\0Db", "61 0d 62");
        row("a return at the end", "a\r", "a\\0D", "61 0d");
        row("what moves the cursor", "\x1b[2J", "\\1B[2J", "1b 5b 32 4a");
        row("a NUL", QByteArray("a\0b", 3), "a\\00b", "61 00 62");
        row("what reorders its neighbours", "\xe2\x80\xae", "\\E2\\80\\AE", "e2 80 ae");
        row("a byte order mark",
            "\xef\xbb\xbf"
            "a",
            "\\EF\\BB\\BFa", "ef bb bf 61");
        row("what is no UTF-8", "\xff", "\xef\xbf\xbd", "ff");
    }
    void octetsAreShownSafely()
    {
        QFETCH(const QByteArray, octets);
        QTEST(asText(octets), "text");
        QTEST(asHex(octets), "hex");
    }
};

QTEST_GUILESS_MAIN(TestHandFraming)
#include "tst_hand_framing.moc"
