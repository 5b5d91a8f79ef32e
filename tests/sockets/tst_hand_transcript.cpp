#include "model/sockets/hand_budget.h"
#include "model/sockets/hand_transcript.h"

#include <QTest>

using namespace sealport;

using From = DataExchanged::From;

namespace {

DataExchanged said(From from, const QByteArray &octets, qint64 at, std::uint64_t cut = 0)
{
    return {.id = ConnectionId(1), .from = from, .octets = octets, .cut = cut, .at = at};
}

} // namespace

/// What is kept of conversations, and how much of them may be on its way: bounded, and nothing is missing unsaid.
class TestHandTranscript final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void piecesFollowOneAnother()
    {
        HandTranscript transcript;
        transcript.add(said(From::Client, "a", 1000));
        transcript.add(said(From::User, "b", 1001));
        transcript.add(said(From::Client, "c", 1002));
        QCOMPARE(transcript.pieces().size(), 3U);
        QCOMPARE(transcript.pieces()[1].octets, QByteArray("b"));
        QVERIFY(transcript.pieces()[1].from == From::User);
        QCOMPARE(transcript.pieces()[2].at, 1002);
        QCOMPARE(transcript.size(), 3);
        QCOMPARE(transcript.piecesEver(), 3U);
    }

    void whatComesWithinAMomentIsOnePiece()
    {
        HandTranscript transcript;
        transcript.add(said(From::Client, "a", 1000));
        transcript.add(said(From::Client, "b", 1000 + HandTranscript::momentMs));
        transcript.add(said(From::Client, "c", 1001 + HandTranscript::momentMs));
        QCOMPARE(transcript.pieces().size(), 2U);
        QCOMPARE(transcript.pieces().front().octets, QByteArray("ab"));
        transcript.add(said(From::Client, "d", 1001 + HandTranscript::momentMs, 5));
        QCOMPARE(transcript.pieces().size(), 3U);
        QCOMPARE(transcript.pieces().back().cut, 5U);
    }

    void newestMebibyteIsKept()
    {
        HandTranscript transcript;
        const QByteArray octets(HandTranscript::largestPiece, 'x');
        for (int i = 0; i < 20; ++i)
            transcript.add(said(i % 2 == 0 ? From::Client : From::User, octets, i));
        transcript.add(said(From::User, "the end", 100));
        QCOMPARE(transcript.size(), HandTranscript::mostOctets);
        QCOMPARE(transcript.forgotten(), static_cast<std::uint64_t>(4 * octets.size() + 7));
        QCOMPARE(transcript.pieces().front().octets.size(), octets.size() - 7);
        QCOMPARE(transcript.pieces().back().octets, QByteArray("the end"));
        QCOMPARE(transcript.piecesEver(), 21U);
    }

    void manySmallPiecesAreBoundedToo()
    {
        HandTranscript transcript;
        for (std::size_t i = 0; i < HandTranscript::mostPieces + 50; ++i)
            transcript.add(said(i % 2 == 0 ? From::Client : From::User, "x", static_cast<qint64>(i)));
        QCOMPARE(transcript.pieces().size(), HandTranscript::mostPieces);
        QCOMPARE(transcript.forgotten(), 50U);
    }

    void oneConnectionMayHaveItsShare()
    {
        HandBudget budget;
        const ConnectionId one(1);
        const std::size_t first = budget.take(one, HandBudget::mostForOne);
        QCOMPARE(first, HandBudget::mostForOne - HandBudget::costOfOne);
        QCOMPARE(budget.take(one, 1), 0U);
        QCOMPARE(budget.take(ConnectionId(2), 100), 100U);
        budget.giveBack(one, first);
        QCOMPARE(budget.take(one, 100), 100U);
        QCOMPARE(budget.take(one, 0), 0U);
    }

    void smallMessagesCostRoomToo()
    {
        HandBudget budget;
        std::size_t messages = 0;
        while (budget.take(ConnectionId(1), 1) == 1)
            ++messages;
        QCOMPARE(messages, HandBudget::mostForOne / (HandBudget::costOfOne + 1));
        budget.giveBack(ConnectionId(1), 1);
        QCOMPARE(budget.take(ConnectionId(1), 1), 1U);
    }

    void allTogetherHaveTheirShare()
    {
        HandBudget budget;
        std::size_t taken = 0;
        for (std::uint64_t id = 1; id <= 1000; ++id)
            taken += budget.take(ConnectionId(id), HandBudget::mostForOne);
        QVERIFY(taken <= HandBudget::mostInAll);
        QVERIFY(taken > HandBudget::mostInAll / 2);
        QCOMPARE(budget.take(ConnectionId(2000), 1), 0U);
        budget.giveBack(ConnectionId(1), HandBudget::mostForOne);
        QCOMPARE(budget.take(ConnectionId(2000), 1), 1U);
    }

    void whatWasNeverTakenCannotBeGivenBack()
    {
        HandBudget budget;
        budget.giveBack(ConnectionId(1), 100);
        QCOMPARE(budget.take(ConnectionId(1), HandBudget::mostForOne), HandBudget::mostForOne - HandBudget::costOfOne);
        budget.giveBack(ConnectionId(1), HandBudget::mostInAll);
        QCOMPARE(budget.take(ConnectionId(1), HandBudget::mostForOne), HandBudget::mostForOne - HandBudget::costOfOne);
    }
};

QTEST_GUILESS_MAIN(TestHandTranscript)
#include "tst_hand_transcript.moc"
