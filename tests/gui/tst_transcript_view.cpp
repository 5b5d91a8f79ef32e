#include "ui/transcript_view.h"

#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>

using namespace sealport;

/// What was said on a connection, as it grows.
class TestTranscriptView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTranscriptThatGrowsIsWrittenOnce();
    void whatTheClientSaysIsTakenApartIntoMessages_data();
    void whatTheClientSaysIsTakenApartIntoMessages();
    void aMessageThatIsCutOffDoesNotGoOn();
    void whatMayBeginAmidAMessageIsNone_data();
    void whatMayBeginAmidAMessageIsNone();
    void noClientCanMakeItSlow_data();
    void noClientCanMakeItSlow();
    void ofWhatHasNoEndTheNewestIsSeen();
};

void TestTranscriptView::aTranscriptThatGrowsIsWrittenOnce()
{
    TranscriptView view;
    HandTranscript transcript;
    const auto add = [&](DataExchanged::From from, const QByteArray &octets, qint64 at, std::uint64_t cut = 0) {
        transcript.add({.id = ConnectionId(1), .from = from, .octets = octets, .cut = cut, .at = at});
        view.showTranscript(ConnectionId(1), transcript);
    };
    add(DataExchanged::From::Client, "one", 1000);
    add(DataExchanged::From::Client, "two", 1001); // the same piece
    add(DataExchanged::From::User, "three", 5000);
    add(DataExchanged::From::Client, "four", 9000, 2048);
    const QString text = view.toPlainText();
    QCOMPARE(text.count(QStringLiteral("onetwo")), 1);
    QCOMPARE(text.count(QStringLiteral("one")), 1);
    QCOMPARE(text.count(QStringLiteral("client, 6 B")), 1);
    QCOMPARE(text.count(QStringLiteral("you, 5 B")), 1);
    QCOMPARE(text.count(QStringLiteral("2.0 KB of the client were not kept")), 1);
    TranscriptView fresh;
    fresh.showTranscript(ConnectionId(1), transcript);
    QCOMPARE(fresh.toPlainText(), text);
    view.showTranscript(ConnectionId(2), {});
    QCOMPARE(view.toPlainText(), QString());
}

void TestTranscriptView::whatTheClientSaysIsTakenApartIntoMessages_data()
{
    QTest::addColumn<MessageFrame>("frame");
    QTest::addColumn<QList<QByteArray>>("pieces"); // with some time between them
    QTest::addColumn<QStringList>("shown");        // the headers without their times, and what follows them
    const MessageFrame counted{.kind = MessageFrame::Kind::WinDevLength};
    const MessageFrame tagged{.kind = MessageFrame::Kind::EndTag, .tag = "\x1a"};
    const auto row = [](const char *name, const MessageFrame &frame, const QList<QByteArray> &pieces,
                        const QStringList &shown) { QTest::newRow(name) << frame << pieces << shown; };
    const auto message = [](int size) { return QStringLiteral("client, a message of %1 B").arg(size); };
    row("two messages that came together are two", counted, {"3\r\none2\r\nno"},
        {message(3), QStringLiteral("one"), message(2), QStringLiteral("no")});
    row("a message that came in two pieces is one", counted, {"11\r\nHello ", "World"},
        {message(11), QStringLiteral("Hello World")});
    row("the end tag is not shown", tagged, {"one\x1atwo\x1a"},
        {message(3), QStringLiteral("one"), message(3), QStringLiteral("two")});
    row("what has no end yet is shown too", tagged, {"one\x1at", "w"},
        {message(3), QStringLiteral("one"), QStringLiteral("client, 2 B without an end"), QStringLiteral("tw")});
    row("what is not framed is not called a message", counted, {"3\r\noneGET / HTTP/1.1\r\n\r\n", "2\r\nno"},
        {message(3), QStringLiteral("one"), QStringLiteral("client, 18 B not framed so"),
         QStringLiteral("GET / HTTP/1.1"), message(2), QStringLiteral("no")});
    row("without a frame each piece stands alone", {}, {"11\r\nHello "},
        {QStringLiteral("client, 10 B"), QStringLiteral("11"), QStringLiteral("Hello ")});
}

void TestTranscriptView::whatTheClientSaysIsTakenApartIntoMessages()
{
    QFETCH(const MessageFrame, frame);
    QFETCH(const QList<QByteArray>, pieces);
    QFETCH(const QStringList, shown);
    const auto lines = [](const TranscriptView &view) {
        static const QRegularExpression time(QStringLiteral("^\\d\\d:\\d\\d:\\d\\d\\.\\d{3} "));
        QStringList all = view.toPlainText().split(u'\n', Qt::SkipEmptyParts);
        return all.replaceInStrings(time, QString());
    };
    TranscriptView view;
    view.setFrame(frame);
    HandTranscript transcript;
    for (qint64 at = 1000; const QByteArray &piece : pieces) {
        transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = piece, .at = at += 1000});
        view.showTranscript(ConnectionId(1), transcript);
    }
    QCOMPARE(lines(view), shown);
    TranscriptView late; // the frame is chosen when everything is there
    late.showTranscript(ConnectionId(1), transcript);
    late.setFrame(frame);
    late.showTranscript(ConnectionId(1), transcript);
    QCOMPARE(lines(late), shown);
}

void TestTranscriptView::aMessageThatIsCutOffDoesNotGoOn()
{
    TranscriptView view;
    view.setFrame({.kind = MessageFrame::Kind::EndTag, .tag = "."});
    HandTranscript transcript;
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = "half", .at = 1000});
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Nobody, .octets = {}, .at = 2000});
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = "whole.", .at = 3000});
    view.showTranscript(ConnectionId(1), transcript);
    const QString text = view.toPlainText();
    QVERIFY2(text.indexOf(QStringLiteral("client, 4 B without an end\nhalf\n"))
                 < text.indexOf(QStringLiteral("TLS begins here")),
             qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("client, a message of 5 B\nwhole\n")), qPrintable(text));
}

void TestTranscriptView::whatMayBeginAmidAMessageIsNone_data()
{
    QTest::addColumn<bool>("isCut"); // else the beginning is forgotten
    QTest::newRow("behind what came too fast") << true;
    QTest::newRow("where the transcript begins now") << false;
}

void TestTranscriptView::whatMayBeginAmidAMessageIsNone()
{
    QFETCH(const bool, isCut);
    HandTranscript transcript;
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = "half ", .at = 1000});
    for (int piece = 0; !isCut && piece < HandTranscript::mostOctets / HandTranscript::largestPiece; ++piece)
        transcript.add({.id = ConnectionId(1),
                        .from = DataExchanged::From::User,
                        .octets = QByteArray(HandTranscript::largestPiece, 'x'),
                        .at = 2000});
    transcript.add({.id = ConnectionId(1),
                    .from = DataExchanged::From::Client,
                    .octets = "tail.whole.",
                    .cut = isCut ? 20U : 0U,
                    .at = 3000});
    TranscriptView view;
    view.setFrame({.kind = MessageFrame::Kind::EndTag, .tag = "."});
    view.showTranscript(ConnectionId(1), transcript);
    const QStringList last = view.toPlainText().split(u'\n').mid(view.blockCount() - 5);
    QVERIFY2(last.at(0).endsWith(QStringLiteral("client, 4 B not framed so")), qPrintable(last.join(u'|')));
    QCOMPARE(last.at(1), QStringLiteral("tail"));
    QVERIFY2(last.at(2).endsWith(QStringLiteral("client, a message of 5 B")), qPrintable(last.join(u'|')));
}

void TestTranscriptView::noClientCanMakeItSlow_data()
{
    QTest::addColumn<MessageFrame>("frame");
    QTest::addColumn<QByteArray>("message"); // as often as a piece holds it
    QTest::newRow("line feeds that end messages")
        << MessageFrame{.kind = MessageFrame::Kind::EndTag, .tag = "\n"} << QByteArray("\n");
    QTest::newRow("messages without a byte")
        << MessageFrame{.kind = MessageFrame::Kind::WinDevLength} << QByteArray("0\r\n");
}

void TestTranscriptView::noClientCanMakeItSlow()
{
    QFETCH(const MessageFrame, frame);
    QFETCH(const QByteArray, message);
    TranscriptView view;
    view.setFrame(frame);
    HandTranscript transcript;
    const QSignalSpy changes(view.document(), &QTextDocument::contentsChange);
    const QByteArray many = message.repeated(HandTranscript::largestPiece / message.size() / 2);
    for (int part = 0; part < 4; ++part) { // the second and the fourth one go on in the piece before
        transcript.add(
            {.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = many, .at = 1000 + part / 2 * 1000});
        view.showTranscript(ConnectionId(1), transcript);
    }
    QVERIFY2(changes.count() <= 3 * 4, qPrintable(QString::number(changes.count()))); // emptied, written and cut
    QCOMPARE(view.blockCount(), 10'000);
}

void TestTranscriptView::ofWhatHasNoEndTheNewestIsSeen()
{
    TranscriptView view;
    view.setFrame({.kind = MessageFrame::Kind::EndTag, .tag = "."});
    HandTranscript transcript;
    for (int piece = 0; piece < 8; ++piece)
        transcript.add({.id = ConnectionId(1),
                        .from = DataExchanged::From::Client,
                        .octets = QByteArray(HandTranscript::largestPiece, 'x'),
                        .at = 1000 * piece});
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = "newest", .at = 9000});
    view.showTranscript(ConnectionId(1), transcript);
    QCOMPARE(view.toPlainText().section(u'\n', 0, 0),
             QStringLiteral("client, 512 KB without an end, the last 4.0 KB of it"));
    QCOMPARE(view.toPlainText().section(u'\n', 1, 1).size(), 4096);
    QVERIFY(view.toPlainText().endsWith(QStringLiteral("xnewest\n")));
    transcript.add({.id = ConnectionId(1), .from = DataExchanged::From::Client, .octets = ".", .at = 9001});
    view.showTranscript(ConnectionId(1), transcript);
    QCOMPARE(view.toPlainText().count(u'x'), 8 * HandTranscript::largestPiece);
    for (QTextBlock line = view.document()->begin(); line.isValid(); line = line.next())
        QVERIFY2(line.text().size() <= 4096, "it takes seconds to lay it out");
}

QTEST_MAIN(TestTranscriptView)
#include "tst_transcript_view.moc"
