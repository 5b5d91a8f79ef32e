#include "model/sockets/hand_exchange.h"
#include "tests/sockets/watched_workspace.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

using From = DataExchanged::From;

namespace {

constexpr int longEnough = 30'000;

/// A workspace with one server that replies by hand, running.
struct ByHand {
    explicit ByHand(bool asksFirst)
        : watched(folder.path())
        , exchange(*watched.workspace)
        , asked(&exchange, &HandExchange::asked)
        , changed(&exchange, &HandExchange::changed)
    {
        QObject::connect(watched.workspace.get(), &Workspace::opened, watched.workspace.get(), [this, asksFirst] {
            ServerProfile profile = watched.profile(QStringLiteral("by hand"));
            profile.reply = {.mode = ReplyMode::ByHand, .asksFirst = asksFirst};
            server = watched.workspace->addServer(profile);
            watched.workspace->start(server);
        });
    }
    [[nodiscard]] bool isListening() const
    {
        const ServerEntry *entry = watched.workspace->server(server);
        return entry && entry->state == ServerState::Listening;
    }
    [[nodiscard]] quint16 port() const { return watched.workspace->server(server)->endpoint.port; }
    /// All of one side, as far as it has come.
    [[nodiscard]] QByteArray saidBy(From from, ConnectionId id) const
    {
        QByteArray octets;
        const HandExchange::Conversation *conversation = exchange.conversation(id);
        if (conversation)
            for (const HandTranscript::Piece &piece : conversation->transcript.pieces())
                if (piece.from == from)
                    octets += piece.octets;
        return octets;
    }
    [[nodiscard]] ConnectionState stateOf(ConnectionId id) const
    {
        const HandExchange::Conversation *conversation = exchange.conversation(id);
        return conversation ? conversation->record.state : ConnectionState::Failed;
    }

    QTemporaryDir folder;
    Watched watched;
    HandExchange exchange;
    QSignalSpy asked;
    QSignalSpy changed;
    ServerId server;
};

} // namespace

/// The user's side of a server by hand, through all threads.
class TestHandExchange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void userAndClientTalk()
    {
        ByHand byHand(false);
        QTRY_VERIFY_WITH_TIMEOUT(byHand.isListening(), longEnough);
        TlsClient client(byHand.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write("hello"); }));
        QTRY_COMPARE(byHand.exchange.conversations().size(), 1U);
        const ConnectionId id = byHand.exchange.conversations().front();
        QTRY_COMPARE(byHand.saidBy(From::Client, id), QByteArray("hello"));
        QVERIFY(byHand.exchange.waiting().empty());
        QVERIFY(byHand.exchange.send(id, "good day"));
        QVERIFY(whileServing([&] { return client.read(8) == "good day"; }));
        QTRY_COMPARE(byHand.saidBy(From::User, id), QByteArray("good day"));
        QVERIFY(!byHand.changed.isEmpty());
        byHand.exchange.close(id);
        QVERIFY(whileServing([&] { return client.readToEnd().isEmpty() && client.hasCloseNotify(); }));
        QTRY_VERIFY(hasEnded(byHand.stateOf(id)));
        QVERIFY(!byHand.exchange.send(id, "too late"));
        QCOMPARE(byHand.saidBy(From::Client, id), QByteArray("hello")); // stays to be read
        byHand.exchange.forget(id);
        QVERIFY(byHand.exchange.conversation(id) == nullptr);
    }

    void userLetsInAndShowsOut()
    {
        ByHand byHand(true);
        QTRY_VERIFY_WITH_TIMEOUT(byHand.isListening(), longEnough);
        TlsClient wanted(byHand.port());
        QTRY_COMPARE(byHand.asked.size(), 1);
        RawClient unwanted(byHand.port());
        QTRY_COMPARE(byHand.asked.size(), 2);
        const std::vector<ConnectionId> waiting = byHand.exchange.waiting();
        QCOMPARE(waiting.size(), 2U);
        QVERIFY(!byHand.exchange.send(waiting[0], "too early"));
        QCOMPARE(byHand.watched.workspace->server(byHand.server)->counts,
                 (ConnectionCounts{.accepted = 2, .secured = 0, .failed = 0, .live = 2}));
        byHand.exchange.deny(waiting[1]);
        QVERIFY(whileServing([&] { return unwanted.readToEnd().isEmpty(); }));
        byHand.exchange.admit(waiting[0]);
        QVERIFY(whileServing([&] { return wanted.handshake() && wanted.write("thanks"); }));
        QTRY_COMPARE(byHand.saidBy(From::Client, waiting[0]), QByteArray("thanks"));
        QTRY_COMPARE(byHand.stateOf(waiting[1]), ConnectionState::Failed);
        QVERIFY(byHand.exchange.waiting().empty());
        QVERIFY(whileServing([&] { return wanted.close(); }));
        QTRY_COMPARE(byHand.watched.workspace->server(byHand.server)->counts,
                     (ConnectionCounts{.accepted = 2, .secured = 1, .failed = 1, .live = 0}));
    }

    void otherServersAreNoneOfItsBusiness()
    {
        ByHand byHand(false);
        QTRY_VERIFY_WITH_TIMEOUT(byHand.isListening(), longEnough);
        Workspace &workspace = *byHand.watched.workspace;
        const ServerId echo = workspace.addServer(byHand.watched.profile(QStringLiteral("echo")));
        workspace.start(echo);
        QTRY_COMPARE_WITH_TIMEOUT(workspace.server(echo)->state, ServerState::Listening, longEnough);
        QVERIFY(whileServing([&] {
            TlsClient client(workspace.server(echo)->endpoint.port);
            return client.handshake() && client.write("x") && client.read(1) == "x" && client.close();
        }));
        QTRY_COMPARE(byHand.watched.ended, 1);
        QVERIFY(byHand.exchange.conversations().empty());
    }

    // The window takes what comes; nothing is lost as long as it does, however much it is.
    void manyMegabytesComeThroughInOrder()
    {
        ByHand byHand(false);
        QTRY_VERIFY_WITH_TIMEOUT(byHand.isListening(), longEnough);
        QByteArray sent;
        for (int i = 0; sent.size() < (2 << 20); ++i)
            sent += QByteArray::number(i) + '\n';
        TlsClient client(byHand.port());
        QVERIFY(whileServing([&] { return client.handshake() && client.write(sent) && client.close(); }));
        QTRY_COMPARE(byHand.watched.ended, 1);
        const ConnectionId id = byHand.exchange.conversations().front();
        const HandTranscript &transcript = byHand.exchange.conversation(id)->transcript;
        std::uint64_t cut = transcript.forgotten();
        for (const HandTranscript::Piece &piece : transcript.pieces())
            cut += piece.cut;
        QVERIFY(transcript.size() <= HandTranscript::mostOctets);
        QVERIFY(cut > 0);
        // What is cut by the budget and forgotten later is said in pieces that are forgotten too.
        QVERIFY(cut + static_cast<std::uint64_t>(transcript.size()) <= static_cast<std::uint64_t>(sent.size()));
        for (const HandTranscript::Piece &piece : transcript.pieces())
            QVERIFY2(sent.contains(piece.octets), "a piece holds what was sent, without gaps");
    }
};

QTEST_GUILESS_MAIN(TestHandExchange)
#include "tst_hand_exchange.moc"
