#include "model/diagnosis/verdict.h"
#include "tests/diagnosis/ending_builder.h"

#include <openssl/err.h>

#include <QtTest>

using namespace sealport;
using namespace sealport::test;
using Cause = Ending::Cause;
using Part = Ending::Part;
using Reason = VerdictReason;

Q_DECLARE_METATYPE(sealport::Ending)
Q_DECLARE_METATYPE(sealport::VerdictCode)
Q_DECLARE_METATYPE(sealport::VerdictReason)

namespace {

using Change = std::function<void(Ending &)>;

Ending plain(Cause cause, const Change &change = {}, const Opening &opening = Opening::plain())
{
    Ending ending = ended(cause);
    ending.opening = opening;
    ending.part = Part::Plain;
    ending.wireBytesIn = 5;
    if (change)
        change(ending);
    return ending;
}

Ending dialogue(Cause cause, const Change &change = {}, PlainProtocol protocol = PlainProtocol::Smtp)
{
    Ending ending = ended(cause);
    ending.opening = Opening::startTls(protocol);
    ending.part = Part::Dialogue;
    ending.wireBytesIn = 12;
    ending.dialogue.lastCommand = "EHLO";
    if (change)
        change(ending);
    return ending;
}

Ending broken(DialogueFault fault, const Change &change = {})
{
    return dialogue(Cause::DialogueOver, [&](Ending &ending) {
        ending.dialogue.fault = fault;
        if (change)
            change(ending);
    });
}

/// TLS was to begin after plain text, and not an octet of it came.
Ending missing(Cause cause, const Opening &opening)
{
    Ending ending = ended(cause);
    ending.opening = opening;
    ending.limit = cause == Cause::HandshakeTimeout ? 10'000 : 0;
    return ending;
}

void beganWithTls(Ending &ending)
{
    ending.dialogue.fault = DialogueFault::BeganWithTls;
    ending.firstOctets = QByteArray::fromHex("160301");
}

void silent(Ending &ending)
{
    ending.wireBytesIn = 0;
    ending.dialogue.lastCommand.clear();
}

} // namespace

/// Verdicts of connections that ended before TLS, or were never meant to have it.
class WithoutTlsTest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyEndingHasItsVerdict_data()
    {
        using enum VerdictCode;
        QTest::addColumn<Ending>("ending");
        QTest::addColumn<VerdictCode>("code");
        QTest::addColumn<VerdictReason>("reason");
        QTest::addColumn<int>("gsk");
        const auto row = [](const char *name, const Ending &ending, VerdictCode code, VerdictReason reason,
                            int gsk = 0) { QTest::newRow(name) << ending << code << reason << gsk; };
        row("plain, closed by the client", plain(Cause::PeerClosed), Ok, Reason::PlainClosedByPeer);
        row("plain, closed without a word", plain(Cause::PeerClosed, silent), Ok, Reason::PlainClosedByPeer);
        row("plain, closed by us", plain(Cause::CloseNotify), Ok, Reason::PlainClosedByServer);
        row("plain, idle", plain(Cause::CloseNotify, [](Ending &e) { e.idleTimeout = true; }), Ok,
            Reason::PlainClosedAfterIdleTime);
        row("plain, disconnected by the user", plain(Cause::ClosedByUser), Ok, Reason::PlainClosedByUser);
        row("plain, server stopped", plain(Cause::CloseNotify, [](Ending &e) { e.stoppedByServer = true; }), Ok,
            Reason::PlainServerStopped);
        row("plain, server stopped before everything was read",
            plain(Cause::CloseNotify,
                  [](Ending &e) {
                      e.stoppedByServer = true;
                      e.unread = 100;
                  }),
            Refused, Reason::PlainStoppedWhileUnread);
        row("plain, reset", plain(Cause::PeerReset), Reset, Reason::PlainReset, 406);
        row("plain, reset on purpose", plain(Cause::ResetByServer), Reset, Reason::ResetByServer);
        row("plain, with a dialogue that cannot go on", plain(Cause::DialogueStuck), ServerFault,
            Reason::DialogueStuck);
        row("plain, never reads", plain(Cause::UnreadLimit), Refused, Reason::PeerDoesNotRead);
        row("plain on request, never asked for", plain(Cause::PeerClosed, {}, Opening::onRequest()), Ok,
            Reason::PlainClosedByPeer);
        row("TLS to a plain server", plain(Cause::PeerClosed, beganWithTls), ProtocolError, Reason::TlsToPlainServer,
            410);
        row("TLS to a plain server, and reset", plain(Cause::PeerReset, beganWithTls), ProtocolError,
            Reason::TlsToPlainServer, 410);
        row("TLS to a server that was not asked for it", plain(Cause::PeerClosed, beganWithTls, Opening::onRequest()),
            Dropped, Reason::TlsBeforeSecured, 420);
        row("endless TLS to a server that was not asked for it",
            plain(Cause::NotTls, beganWithTls, Opening::onRequest()), Dropped, Reason::TlsBeforeSecured, 420);

        row("said goodbye", dialogue(Cause::DialogueOver, [](Ending &e) { e.dialogue.saidGoodbye = true; }), Dropped,
            Reason::LeftWithoutStartTls, 420);
        row("left in the dialogue", dialogue(Cause::PeerClosed), Dropped, Reason::ClosedInDialogue, 420);
        row("reset in the dialogue", dialogue(Cause::PeerReset), Dropped, Reason::ResetInDialogue, 406);
        row("left after the greeting", dialogue(Cause::PeerClosed, silent), Dropped, Reason::ClosedBeforeFirstByte,
            420);
        row("silent after the greeting", dialogue(Cause::HandshakeTimeout, silent), Silent, Reason::SilentInDialogue);
        row("stalled in the dialogue", dialogue(Cause::HandshakeTimeout), Stalled, Reason::StalledInDialogue);
        row("disconnected in the dialogue", dialogue(Cause::ClosedByUser), Refused, Reason::DisconnectedByUser);
        row("server stopped in the dialogue", dialogue(Cause::ServerStopped), Refused, Reason::StoppedDuringHandshake);
        row("our fault in the dialogue", dialogue(Cause::Fault), ServerFault, Reason::InternalFault);
        row("began with TLS", broken(DialogueFault::BeganWithTls, beganWithTls), ProtocolError,
            Reason::TlsBeforeStartTls, 410);
        row("began with TLS after some words", broken(DialogueFault::TlsUnasked), ProtocolError,
            Reason::TlsWithoutRequest, 410);
        row("began with TLS and left in the middle of it",
            dialogue(Cause::PeerClosed, [](Ending &e) { e.dialogue.fault = DialogueFault::BeganWithTls; }),
            ProtocolError, Reason::TlsBeforeStartTls, 410);
        row("began with TLS and stalled in the middle of it",
            dialogue(Cause::HandshakeTimeout, [](Ending &e) { e.dialogue.fault = DialogueFault::TlsUnasked; }),
            ProtocolError, Reason::TlsWithoutRequest, 410);
        row("spoke HTTP", broken(DialogueFault::ForeignProtocol, [](Ending &e) { e.firstBytes = FirstBytes::Http; }),
            PlainHttp, Reason::ForeignDialogue, 410);
        row("spoke SSH", broken(DialogueFault::ForeignProtocol, [](Ending &e) { e.firstBytes = FirstBytes::Ssh; }), Ssh,
            Reason::ForeignDialogue, 410);
        row("came through a load balancer",
            broken(DialogueFault::ForeignProtocol, [](Ending &e) { e.firstBytes = FirstBytes::ProxyProtocol; }),
            ProxyProtocol, Reason::ForeignDialogue, 410);
        row("spoke nothing that anybody knows", broken(DialogueFault::ForeignProtocol), NotTls, Reason::ForeignDialogue,
            410);
        row("sent something broken", broken(DialogueFault::Malformed), ProtocolError, Reason::MalformedDialogue, 410);
        row("sent more than the request", broken(DialogueFault::DataBehindRequest), ProtocolError,
            Reason::DataBehindStartTls, 410);
        row("sent a line without an end", broken(DialogueFault::MessageTooLong), Refused, Reason::DialogueTooLong);
        row("talked for ever", broken(DialogueFault::TooManyMessages), Refused, Reason::DialogueTooMuch);
        row("only cancelled a query", broken(DialogueFault::OnlyCancels), Dropped, Reason::OnlyCancels, 420);
        row("wanted to log in without TLS", broken(DialogueFault::LoginInPlain), Refused, Reason::LoginInPlain);

        const Opening smtp = Opening::startTls(PlainProtocol::Smtp);
        row("asked for TLS and left", missing(Cause::PeerClosed, smtp), Dropped, Reason::ClosedAfterStartTls, 420);
        row("asked for TLS and broke off", missing(Cause::PeerReset, smtp), Dropped, Reason::ClosedAfterStartTls, 406);
        row("asked for TLS and fell silent", missing(Cause::HandshakeTimeout, smtp), Silent,
            Reason::SilentAfterStartTls);
        row("was asked for TLS and left", missing(Cause::PeerClosed, Opening::onRequest()), Dropped,
            Reason::ClosedAfterStartTls, 420);
        row("was asked for TLS and fell silent", missing(Cause::HandshakeTimeout, Opening::onRequest()), Silent,
            Reason::SilentAfterStartTls);
        const auto goesOn = [](const Opening &opening) {
            Ending ending = startsWith(FirstBytes::Unknown, "EHLO again\r\n");
            ending.opening = opening;
            return ending;
        };
        row("asked for TLS and went on without it", goesOn(smtp), NotTls, Reason::WentOnInPlain, 410);
        row("was asked for TLS and went on without it", goesOn(Opening::onRequest()), NotTls, Reason::WentOnInPlain,
            410);
        row("over the limit of connections", ended(Cause::ConnectionLimit), Refused, Reason::TooManyConnections);
    }
    void everyEndingHasItsVerdict()
    {
        QFETCH(const Ending, ending);
        QFETCH(const VerdictCode, code);
        const ServerOffer offer = makeOffer();
        for (const ServerOffer *known :
             {&offer, static_cast<const ServerOffer *>(nullptr)}) { // plain servers have none
            const Verdict verdict = diagnose(ending, known);
            QCOMPARE(verdictName(verdict.code), verdictName(code));
            QTEST(verdict.reason, "reason");
            QTEST(verdict.gsk, "gsk");
            QVERIFY2(isFailure(verdict.code) || ending.wasServed(), "nobody fails and is told to be fine");
        }
    }

    /// Once TLS has begun, plain words before it change nothing.
    void verdictsOnTlsAreTheSameAfterPlainWords_data()
    {
        QTest::addColumn<Ending>("ending");
        QTest::newRow("closed properly") << secured(Cause::CloseNotify,
                                                    [](Ending &e) { e.closeNotifyReceived = true; });
        QTest::newRow("truncated") << secured(Cause::PeerClosed);
        QTest::newRow("dropped in the handshake") << failed(Cause::PeerClosed);
        QTest::newRow("stalled in the handshake") << failed(Cause::HandshakeTimeout);
        QTest::newRow("certificate refused") << clientAlert(48);
    }
    void verdictsOnTlsAreTheSameAfterPlainWords()
    {
        QFETCH(Ending, ending);
        const ServerOffer offer = makeOffer();
        const Verdict atOnce = diagnose(ending, &offer);
        for (const Opening &opening : {Opening::startTls(PlainProtocol::Imap), Opening::onRequest()}) {
            ending.opening = opening;
            ending.dialogue.lastCommand = "STARTTLS";
            QVERIFY(diagnose(ending, &offer) == atOnce);
        }
    }

    void valuesNameTheProtocolAndTheLastCommand()
    {
        const Verdict verdict =
            diagnose(dialogue(
                         Cause::PeerClosed, [](Ending &e) { e.dialogue.lastCommand = "USER"; }, PlainProtocol::Pop3),
                     nullptr);
        QCOMPARE(verdict.serverValues, QStringList({QStringLiteral("POP3"), QStringLiteral("STLS")}));
        QCOMPARE(verdict.clientValues, QStringList({QStringLiteral("USER")}));
        QCOMPARE(verdict.evidence,
                 QStringList({QStringLiteral("plain protocol: POP3"), QStringLiteral("last command: USER")}));
    }

    void measuresAreTold()
    {
        const Verdict behind =
            diagnose(broken(DialogueFault::DataBehindRequest, [](Ending &e) { e.dialogue.measure = 6; }), nullptr);
        QCOMPARE(behind.detail, QStringLiteral("6"));
        QVERIFY(behind.evidence.contains(QStringLiteral("bytes behind the request: 6")));
        const Verdict slow = diagnose(dialogue(Cause::HandshakeTimeout, [](Ending &e) { e.limit = 10'000; }), nullptr);
        QCOMPARE(slow.detail, QStringLiteral("10000"));
        const Verdict idle = diagnose(plain(Cause::CloseNotify,
                                            [](Ending &e) {
                                                e.idleTimeout = true;
                                                e.limit = 500;
                                            }),
                                      nullptr);
        QCOMPARE(idle.detail, QStringLiteral("500"));
    }

    void commandsInPlaceOfTlsAreNoEvidence()
    {
        Ending ending = startsWith(FirstBytes::Unknown, "b LOGIN bob topsecret\r\n");
        ending.opening = Opening::startTls(PlainProtocol::Imap);
        const Verdict verdict = diagnose(ending, nullptr);
        QVERIFY(verdict.reason == Reason::WentOnInPlain);
        QVERIFY(verdict.detail.isEmpty());
        QCOMPARE(verdict.evidence, QStringList({QStringLiteral("plain protocol: IMAP")}));
        ending.opening = Opening::onRequest();
        const Verdict onRequest = diagnose(ending, nullptr);
        QVERIFY(onRequest.reason == Reason::WentOnInPlain);
        QVERIFY(onRequest.detail.isEmpty() && onRequest.evidence.isEmpty());
    }

    void whatIsNotShownIsNoEvidence()
    {
        const Verdict verdict = diagnose(
            broken(DialogueFault::ForeignProtocol, [](Ending &e) { e.firstBytes = FirstBytes::Unknown; }), nullptr);
        QVERIFY(verdict.detail.isEmpty());
        QVERIFY(verdict.evidence.filter(QStringLiteral("first bytes")).isEmpty());
    }

    void whatSomebodyElseSaidIsEvidence()
    {
        const Verdict verdict = diagnose(broken(DialogueFault::ForeignProtocol,
                                                [](Ending &e) {
                                                    e.firstBytes = FirstBytes::Http;
                                                    e.firstOctets = "GET /\x1b HTTP/1.1\r\n";
                                                }),
                                         nullptr);
        QCOMPARE(verdict.detail, QStringLiteral("GET /\\x1b HTTP/1.1\\x0d\\x0a"));
        QVERIFY(verdict.evidence.join(u'\n').contains(QStringLiteral("first bytes: 47 45 54")));
    }
};

QTEST_GUILESS_MAIN(WithoutTlsTest)
#include "tst_without_tls.moc"
