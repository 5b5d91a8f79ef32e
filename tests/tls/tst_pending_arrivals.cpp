#include "model/tls/pending_arrivals.h"

#include <QTest>

#include <array>
#include <optional>

#include <sys/socket.h>
#include <unistd.h>

using namespace sealport;
using namespace std::chrono_literals;

namespace {

using Cause = Ending::Cause;

enum class Peer { IsThere, HasFinished, IsGone };

} // namespace

/// How long a peer is waited for that wants to be let in.
class TestPendingArrivals final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void peerIsGivenUpInTime_data()
    {
        QTest::addColumn<std::chrono::milliseconds>("patience");
        QTest::addColumn<std::chrono::milliseconds>("patienceWithFinished");
        QTest::addColumn<bool>("staysPlain");
        QTest::addColumn<Peer>("peer");
        QTest::addColumn<std::optional<Cause>>("cause"); ///< at the first look; nothing: it waits on
        const auto row = [](const char *name, std::chrono::milliseconds patience,
                            std::chrono::milliseconds patienceWithFinished, bool staysPlain, Peer peer,
                            std::optional<Cause> cause) {
            QTest::newRow(name) << patience << patienceWithFinished << staysPlain << peer << cause;
        };
        row("a peer that is there is waited for without end", 0ms, 1ms, true, Peer::IsThere, {});
        row("and no longer than it shall be", 1ms, 1h, true, Peer::IsThere, Cause::NotAdmitted);
        row("who has said all that it had to say is waited for", 0ms, 1h, true, Peer::HasFinished, {});
        row("though not without end", 0ms, 1ms, true, Peer::HasFinished, Cause::LeftBeforeAdmission);
        row("who has said all that it had to say has the patience that was set", 1h, 1ms, true, Peer::HasFinished, {});
        row("and no more", 1ms, 1h, true, Peer::HasFinished, Cause::NotAdmitted);
        row("who would have to answer has left with its last word", 0ms, 1h, false, Peer::HasFinished,
            Cause::LeftBeforeAdmission);
        row("whose connection is gone has left", 0ms, 1h, true, Peer::IsGone, Cause::LeftBeforeAdmission);
    }
    void peerIsGivenUpInTime()
    {
        QFETCH(const std::chrono::milliseconds, patience);
        QFETCH(const std::chrono::milliseconds, patienceWithFinished);
        QFETCH(const bool, staysPlain);
        QFETCH(const Peer, peer);
        using PerhapsCause = std::optional<Cause>;
        QFETCH(const PerhapsCause, cause);
        int looks = 0;
        std::optional<Cause> given;
        PendingArrivals arrivals(
            patience, staysPlain,
            [&](const PendingArrivals::Arrival &arrival, Cause why) {
                ::close(arrival.descriptor);
                if (arrival.id == ConnectionId(1))
                    given = why;
                else
                    ++looks;
            },
            patienceWithFinished);
        const int client = arrive(arrivals, 1);
        if (peer == Peer::HasFinished)
            QCOMPARE(::shutdown(client, SHUT_WR), 0);
        if (peer == Peer::IsGone)
            ::close(client);
        ::close(arrive(arrivals, 2)); // whose end tells of the first look
        QTRY_COMPARE(looks, 1);
        QVERIFY(given == cause);
        if (peer != Peer::IsGone)
            ::close(client);
    }

private:
    /// The client's end.
    static int arrive(PendingArrivals &arrivals, std::uint64_t id)
    {
        std::array<int, 2> ends{-1, -1};
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) == 0)
            arrivals.add(ConnectionId(id), ends[0], {});
        return ends[1];
    }
};

QTEST_GUILESS_MAIN(TestPendingArrivals)
#include "tst_pending_arrivals.moc"
