#include "ui/transcript_view.h"

#include <QRegularExpression>
#include <QTest>

using namespace sealport;

/// What was said on a connection, as it grows.
class TestTranscriptView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aTranscriptThatGrowsIsWrittenOnce();
    void whatTheClientSaysIsTakenApartIntoMessages_data();
    void whatTheClientSaysIsTakenApartIntoMessages();
    void aMessageThatIsCutOffDoesNotGoOn();
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

QTEST_MAIN(TestTranscriptView)
#include "tst_transcript_view.moc"
