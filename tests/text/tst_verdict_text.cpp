#include "model/text/verdict_text.h"

#include <QSet>
#include <QtTest>

#include <algorithm>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::Verdict)

namespace {

Verdict make(VerdictCode code, VerdictReason reason = VerdictReason::None, const QStringList &client = {},
             const QStringList &server = {}, const QString &detail = {})
{
    Verdict verdict;
    verdict.code = code;
    verdict.reason = reason;
    verdict.clientValues = client;
    verdict.serverValues = server;
    verdict.detail = detail;
    return verdict;
}

Verdict withFix(Verdict verdict, Protocol protocol)
{
    verdict.fix = Fix::AllowProtocols;
    verdict.fixProtocols = {protocol};
    return verdict;
}

const QString tls10 = QStringLiteral("TLS 1.0");
const QString tls11 = QStringLiteral("TLS 1.1");
const QString tls12 = QStringLiteral("TLS 1.2");
const QString tls13 = QStringLiteral("TLS 1.3");

bool isSentence(const QString &text)
{
    return !text.isEmpty() && text.at(0).isUpper() && text.endsWith(u'.') && !text.contains(u'%')
           && !text.contains(QLatin1String("  ")) && !text.contains(QLatin1String(" ,"))
           && !text.contains(QLatin1String("..")) && !text.contains(QLatin1String(" ."))
           && !text.contains(QLatin1String(": .")) && !text.contains(QLatin1String("“”"));
}

} // namespace

class VerdictTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void evidenceHasLabels_data()
    {
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *line, const char *label, const char *value) {
            QTest::newRow(line) << QString::fromLatin1(label) << QString::fromLatin1(value);
        };
        row("client: TLSv1.0", "Client", "TLSv1.0");
        row("server cipher suites: A B and 14 more", "Server's cipher suites", "A B and 14 more");
        row("client groups: none", "Client's groups", "none");
        row("plain protocol: SMTP", "Plain protocol", "SMTP");
        row("last command: MAIL", "Last command", "MAIL");
        row("bytes behind the request: 6", "Bytes behind the request", "6");
        row("alert sent: protocol_version (70)", "Alert sent", "protocol_version (70)");
        row("openssl: bad: very bad", "OpenSSL", "bad: very bad");
        row("closed without an alert after our certificate had arrived", "",
            "Closed without an alert after our certificate had arrived.");
        row("something new: 7", "", "something new: 7");
        row("", "", "");
    }
    void evidenceHasLabels()
    {
        const EvidenceText fact = evidenceText(QString::fromLatin1(QTest::currentDataTag()));
        QTEST(fact.label, "label");
        QTEST(fact.value, "value");
    }

    void namesTheValuesThatDiffer_data()
    {
        using enum VerdictCode;
        using Reason = VerdictReason;
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("todo");

        QTest::newRow("client too old")
            << withFix(make(NoCommonProtocol, Reason::ClientVersionsTooOld, {tls10}, {tls12, tls13}), Protocol::Tls1_0)
            << QStringLiteral("The client offers only TLS 1.0; this server allows TLS 1.2 and TLS 1.3.")
            << QStringLiteral("Allow TLS 1.0 on this server, or update the client.");
        QTest::newRow("client names its maximum alone")
            << withFix(make(NoCommonProtocol, Reason::ClientVersionsTooOld, {tls12}, {tls13}, tls12), Protocol::Tls1_2)
            << QStringLiteral("The client offers TLS 1.2 at most; this server allows TLS 1.3.")
            << QStringLiteral("Allow TLS 1.2 on this server, or update the client.");
        QTest::newRow("client too new")
            << withFix(make(NoCommonProtocol, Reason::ClientVersionsTooNew, {tls13}, {tls10, tls11, tls12}),
                       Protocol::Tls1_3)
            << QStringLiteral("The client offers only TLS 1.3; this server allows TLS 1.0, TLS 1.1 and TLS 1.2.")
            << QStringLiteral("Allow TLS 1.3 on this server, or an older version in the client.");
        QTest::newRow("client of SSL 3.0")
            << make(NoCommonProtocol, Reason::ClientVersionsTooOld, {QStringLiteral("SSL 3.0")}, {tls12})
            << QStringLiteral("The client offers only SSL 3.0; this server allows TLS 1.2.")
            << QStringLiteral("Update the client: what it offers is not safe, and this program cannot offer it.");
        QTest::newRow("client in the hole")
            << withFix(make(NoCommonProtocol, Reason::ClientVersionsInTheHole, {tls11}, {tls10, tls12}, tls11),
                       Protocol::Tls1_1)
            << QStringLiteral("The client wants TLS 1.1, which this server leaves out: it allows TLS 1.0 and TLS 1.2. "
                              "The client refuses to go back to an older version.")
            << QStringLiteral("Allow TLS 1.1 on this server, or update the client.");
        Verdict suites = make(NoCommonCipher, Reason::NoSuiteInCommon,
                              {QStringLiteral("A"), QStringLiteral("B"), QStringLiteral("C"), QStringLiteral("D")},
                              {QStringLiteral("X"), QStringLiteral("Y")}, tls12);
        suites.clientValuesMore = 13;
        QTest::newRow("long lists are cut")
            << suites
            << QStringLiteral("The client and this server have no cipher suite (way to encrypt) in common. For TLS 1.2 "
                              "the client offers A, B, C and 14 more; this server allows X and Y.")
            << QStringLiteral(
                   "Allow one of this server's cipher suites in the client; updating the client usually does it.");
        QTest::newRow("wrong type of key")
            << make(NoCommonCipher, Reason::SuitesNeedOtherCertificate, {QStringLiteral("A")}, {QStringLiteral("EC")},
                    QStringLiteral("RSA"))
            << QStringLiteral(
                   "The client needs a server certificate with a key of type RSA, but this server's key is of type EC. "
                   "The cipher suites (ways to encrypt) that both know are made for the other type: A.")
            << QStringLiteral("Give this server a certificate with a key of type RSA, or allow cipher suites for EC in "
                              "the client.");
        QTest::newRow("no group")
            << make(NoCommonGroup, Reason::NoGroupInCommon, {QStringLiteral("secp521r1")}, {QStringLiteral("X25519")},
                    tls13)
            << QStringLiteral("The client and this server have no group (elliptic curve) in common to exchange keys "
                              "with. The client offers secp521r1; this server allows X25519.")
            << QStringLiteral("Allow one of this server's groups in the client, for example X25519.");
        QTest::newRow("unknown CA")
            << make(ClientRejectsCertificate, Reason::UnknownCa)
            << QStringLiteral(
                   "The client does not know the authority (CA) that issued this server's certificate (unknown_ca).")
            << QStringLiteral("Add the issuer's certificate (CA) to those that the client trusts, or use a certificate "
                              "from an issuer that it knows.");
        QTest::newRow("silent") << make(Silent, Reason::None, {}, {}, QStringLiteral("10000"))
                                << QStringLiteral("The client connected but sent nothing for 10 seconds.")
                                << QStringLiteral("Check that the client uses TLS (SSL) from the start: with some "
                                                  "protocols it waits for the server to speak first.");
        QTest::newRow("stalled for less than a second")
            << make(Stalled, Reason::None, {}, {}, QStringLiteral("500"))
            << QStringLiteral(
                   "The client began to set up TLS, then stopped in the middle; this server waited 0.5 seconds.")
            << QStringLiteral("Look into the client's own log, and at the network between: firewalls and wrong packet "
                              "sizes (MTU) swallow large packets.");
        QTest::newRow("too many connections")
            << make(Refused, Reason::TooManyConnections, {}, {}, QStringLiteral("10000"))
            << QStringLiteral("This server already had 10,000 connections, its limit.")
            << QStringLiteral(
                   "Raise the limit of connections of this server, or find out why clients keep so many open.");
        QTest::newRow("unread bytes")
            << make(Refused, Reason::PeerDoesNotRead, {}, {}, QStringLiteral("1048576"))
            << QStringLiteral("The client does not read what it is sent: 1.0 MB were waiting for it, the limit.")
            << QStringLiteral("Make the client read what it receives.");
        QTest::newRow("a client that nobody let in")
            << make(Refused, Reason::NotAdmitted, {}, {}, QStringLiteral("10000"))
            << QStringLiteral("The client waited 10 seconds to be let in, and nobody answered.")
            << QStringLiteral("Answer sooner: few clients wait longer than some seconds. This server waits as long as "
                              "it does for a handshake.");
        QTest::newRow("a pattern that takes too long")
            << make(ServerFault, Reason::DialogueStuck, {}, {}, QStringLiteral("7"))
            << QStringLiteral("The dialogue could not go on: the pattern in its line 7 "
                              "takes too long to look for.")
            << QStringLiteral("Write the pattern so that it can fail early, for example with ^ in front and without "
                              "one repetition inside another.");
        QTest::newRow("closed properly") << make(Ok, Reason::ClosedByPeer)
                                         << QStringLiteral(
                                                "The connection was secured, and the client closed it properly.")
                                         << QString();
    }
    void tellsWhatWasMissingBeforeTls_data()
    {
        using enum VerdictCode;
        using Reason = VerdictReason;
        QTest::addColumn<Verdict>("verdict");
        QTest::addColumn<QString>("what");
        QTest::addColumn<QString>("todo");
        const QStringList smtp{QStringLiteral("SMTP"), QStringLiteral("STARTTLS")};
        const QStringList ldap{QStringLiteral("LDAP"), QStringLiteral("StartTLS")};
        const QStringList postgreSql{QStringLiteral("PostgreSQL"), QStringLiteral("SSLRequest")};
        const QStringList pop3{QStringLiteral("POP3"), QStringLiteral("STLS")};
        const QString switchOn = QStringLiteral("Switch on STARTTLS in the client, which often calls it “explicit "
                                                "TLS”; if it is on, look into the client's own log.");
        QTest::newRow("polite, after a command")
            << make(Dropped, Reason::LeftWithoutStartTls, {QStringLiteral("MAIL")}, smtp)
            << QStringLiteral("The client said goodbye without asking for TLS (STARTTLS); its last command before "
                              "that was MAIL.")
            << switchOn;
        QTest::newRow("polite, at once") << make(Dropped, Reason::LeftWithoutStartTls, {}, smtp)
                                         << QStringLiteral("The client said goodbye without asking for TLS (STARTTLS).")
                                         << switchOn;
        QTest::newRow("the request has another name")
            << make(Dropped, Reason::ClosedInDialogue, {QStringLiteral("USER")}, pop3)
            << QStringLiteral("The client closed the connection without asking for TLS (STLS); its last command was "
                              "USER.")
            << QStringLiteral("Switch on STLS in the client, which often calls it “explicit TLS”; if it is on, look "
                              "into the client's own log.");
        QTest::newRow("implicit TLS")
            << make(ProtocolError, Reason::TlsBeforeStartTls, {}, smtp)
            << QStringLiteral("The client began with TLS at once, but this port speaks SMTP first: a client has to ask "
                              "for TLS (STARTTLS).")
            << QStringLiteral("Set the client to STARTTLS, which it may call “explicit TLS”, or have this server begin "
                              "with TLS at once.");
        QTest::newRow("TLS after some words")
            << make(ProtocolError, Reason::TlsWithoutRequest, {QStringLiteral("EHLO")}, smtp)
            << QStringLiteral("The client began with TLS without asking for it (STARTTLS).")
            << QStringLiteral("Make the client send STARTTLS and wait for the answer before it begins with TLS.");
        QTest::newRow("LDAP knows no explicit TLS")
            << make(Dropped, Reason::ClosedInDialogue, {QStringLiteral("bind")}, ldap)
            << QStringLiteral("The client closed the connection without asking for TLS (StartTLS); its last command "
                              "was bind.")
            << QStringLiteral("Switch on StartTLS in the client; if it is on, look into the client's own log.");
        QTest::newRow("implicit TLS over LDAP")
            << make(ProtocolError, Reason::TlsBeforeStartTls, {}, ldap)
            << QStringLiteral("The client began with TLS at once, but this port speaks LDAP first: a client has to ask "
                              "for TLS (StartTLS).")
            << QStringLiteral("Set the client to StartTLS, or have this server begin with TLS at once.");
        QTest::newRow("PostgreSQL has a setting for it")
            << make(Dropped, Reason::ClosedInDialogue, {}, postgreSql)
            << QStringLiteral("The client closed the connection without asking for TLS (SSLRequest).")
            << QStringLiteral("Set sslmode=require in the client; if it is set, look into the client's own log.");
        QTest::newRow("PostgreSQL without TLS")
            << make(Refused, Reason::LoginInPlain, {QStringLiteral("StartupMessage")}, postgreSql)
            << QStringLiteral("The client wants to log in without TLS, which this server demands.")
            << QStringLiteral("Set sslmode=require in the client.");
        QTest::newRow("PostgreSQL only cancels")
            << make(Dropped, Reason::OnlyCancels, {QStringLiteral("CancelRequest")}, postgreSql)
            << QStringLiteral("The client only asked to cancel a query, which it does without TLS.") << QString();
        QTest::newRow("injection")
            << make(ProtocolError, Reason::DataBehindStartTls, {}, smtp, QStringLiteral("6"))
            << QStringLiteral("The client sent more (6 B) together with its request for TLS (STARTTLS), without "
                              "waiting for the answer. Somebody in between could have put it there, so this server "
                              "refused.")
            << QStringLiteral("Make the client wait for the answer to STARTTLS. If it does wait, something in between "
                              "changes the traffic.");
        QTest::newRow("another protocol")
            << make(PlainHttp, Reason::ForeignDialogue, {}, smtp, QStringLiteral("GET / HTTP/1.1"))
            << QStringLiteral("This port speaks SMTP, but the client does not: it begins with “GET / HTTP/1.1”.")
            << QStringLiteral("Check that the client speaks SMTP and uses the right port.");
        QTest::newRow("asked by the client, who went on in plain")
            << make(NotTls, Reason::WentOnInPlain, {}, smtp)
            << QStringLiteral("The client asked for TLS (STARTTLS), then went on without it.")
            << QStringLiteral("Look into the client's own log for the reason.");
        QTest::newRow("asked by the user, and it went on in plain")
            << make(NotTls, Reason::WentOnInPlain)
            << QStringLiteral("You asked for TLS, but the client went on without it.")
            << QStringLiteral("Look into the client's own log for the reason.");
        QTest::newRow("asked by the client, and nothing came")
            << make(Silent, Reason::SilentAfterStartTls, {}, smtp, QStringLiteral("10000"))
            << QStringLiteral("The client asked for TLS (STARTTLS), then sent nothing for 10 seconds.")
            << QStringLiteral("Look into the client's own log for the reason.");
        QTest::newRow("asked by the user, and nothing came")
            << make(Silent, Reason::SilentAfterStartTls, {}, {}, QStringLiteral("10000"))
            << QStringLiteral("You asked for TLS, but the client sent nothing for 10 seconds.")
            << QStringLiteral("Look into the client's own log for the reason.");
        QTest::newRow("plain, as it should be")
            << make(Ok, Reason::PlainClosedByPeer)
            << QStringLiteral("The connection was not encrypted (plain TCP), and the client closed it properly.")
            << QString();
    }
    void tellsWhatWasMissingBeforeTls() { namesTheValuesThatDiffer(); }

    void namesTheValuesThatDiffer()
    {
        QFETCH(Verdict, verdict);
        QFETCH(QString, what);
        QFETCH(QString, todo);
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        QCOMPARE(sentence(verdict), what);
        QCOMPARE(advice(verdict), todo);
    }

    /// With values and without: whatever diagnose() could not find out must not leave a hole in the sentence.
    void everyReasonHasASentence()
    {
        const Alert alert{.level = 2, .code = 80};
        for (int reason = 0; reason <= int(VerdictReason::InternalFault); ++reason) {
            for (int code = 0; code <= int(VerdictCode::ServerFault); ++code) {
                if (reason != 0 && code != 0)
                    break; // a reason's sentence does not depend on the code
                Verdict bare = make(static_cast<VerdictCode>(code), static_cast<VerdictReason>(reason));
                Verdict full = make(bare.code, bare.reason, {tls10}, {tls12}, QStringLiteral("1000"));
                full.alert = alert;
                for (const Verdict &verdict : {bare, full}) {
                    const QByteArray where =
                        QByteArray::number(code) + '/' + QByteArray::number(reason) + ": " + sentence(verdict).toUtf8();
                    QVERIFY2(isSentence(sentence(verdict)), where.constData());
                    QVERIFY2(advice(verdict).isEmpty() || isSentence(advice(verdict)),
                             advice(verdict).toUtf8().constData());
                }
            }
        }
    }

    void everyFailureSaysWhatToDo()
    {
        for (int code = 0; code <= int(VerdictCode::ServerFault); ++code) {
            const auto known = static_cast<VerdictCode>(code);
            if (known != VerdictCode::Refused) // its reasons say it
                QCOMPARE(advice(make(known)).isEmpty(), !isFailure(known));
        }
    }

    void titlesAreShortAndDiffer()
    {
        QSet<QString> titles;
        for (int code = 0; code <= int(VerdictCode::ServerFault); ++code) {
            const QString title = verdictTitle(static_cast<VerdictCode>(code));
            QVERIFY(!title.isEmpty() && title.size() <= 24);
            titles.insert(title);
        }
        QCOMPARE(titles.size(), int(VerdictCode::ServerFault) + 1);
    }

    void everyAlertOfAClientIsExplained_data()
    {
        QTest::addColumn<int>("alert");
        QTest::addColumn<QString>("name");
        QTest::newRow("close_notify") << 0 << QStringLiteral("close_notify");
        QTest::newRow("handshake_failure") << 40 << QStringLiteral("handshake_failure");
        QTest::newRow("user_canceled") << 90 << QStringLiteral("user_canceled");
        QTest::newRow("one that nobody knows") << 199 << QStringLiteral("unknown (199)");
    }
    void everyAlertOfAClientIsExplained()
    {
        QFETCH(int, alert);
        QFETCH(QString, name);
        Verdict verdict = make(VerdictCode::ClientAlert, VerdictReason::None, {}, {}, name);
        verdict.alert = Alert{.level = 2, .code = static_cast<std::uint8_t>(alert)};
        QVERIFY(sentence(verdict).contains(name));
        QVERIFY(isSentence(sentence(verdict)));
    }
};

QTEST_GUILESS_MAIN(VerdictTextTest)
#include "tst_verdict_text.moc"
