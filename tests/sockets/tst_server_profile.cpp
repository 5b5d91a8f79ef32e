#include "model/sockets/server_profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace sealport;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(ServerProfile &)>;

ServerProfile complete()
{
    ServerProfile profile;
    profile.name = QStringLiteral("sSocketSSL");
    profile.certificate.id = QStringLiteral("localhost");
    return profile;
}

ServerProfile changed(const Change &change)
{
    ServerProfile profile = complete();
    change(profile);
    return profile;
}

} // namespace
Q_DECLARE_METATYPE(Change)

/// A server as the user describes it: the file gives back what was put in, and nothing out of range goes unsaid.
class TestServerProfile final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void newServersStartAsSocketCreeSslDoes()
    {
        const ServerProfile profile;
        QCOMPARE(profile.port, quint16{5043});
        QVERIFY(profile.certificate.by == IdentifyBy::Name);
        QCOMPARE(protocolOptions(profile.protocols), QStringLiteral("tls1,tls1.1,tls1.2"));
        QCOMPARE(profile.address, QStringLiteral("127.0.0.1"));
        QVERIFY(profile.addressUse == AddressUse::Shared);
        QVERIFY(profile.reply.mode == ReplyMode::Echo);
        QVERIFY(profile.opening == Opening{});
        QCOMPARE(profile.limits.handshakeTimeout, 10s);
        QCOMPARE(profile.limits.idleTimeout, 0s);
    }

    void jsonGivesBackWhatWasPutIn_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("the defaults", [](ServerProfile &) {});
        row("a name in any language", [](ServerProfile &p) { p.name = QStringLiteral("Überprüfung \"été\" \n 🔑"); });
        row("every port", [](ServerProfile &p) {
            p.port = 65535;
            p.anyPort = true;
        });
        row("a port that the system chooses", [](ServerProfile &p) { p.port = 0; });
        row("by thumbprint", [](ServerProfile &p) {
            p.certificate.by = IdentifyBy::Thumbprint;
            p.certificate.id = QStringLiteral("9d a4 84");
        });
        row("by application", [](ServerProfile &p) { p.certificate.by = IdentifyBy::Application; });
        row("from files", [](ServerProfile &p) {
            p.certificate.file = QStringLiteral("/a/b c.pem");
            p.certificate.keyFile = QStringLiteral("k");
            p.certificate.chainFile = QStringLiteral("c");
        });
        row("protocols with a hole", [](ServerProfile &p) { p.protocols = {Protocol::Tls1_0, Protocol::Tls1_2}; });
        row("every box unticked", [](ServerProfile &p) { p.protocols = {}; });
        row("a unique address", [](ServerProfile &p) {
            p.addressUse = AddressUse::Unique;
            p.address = QStringLiteral("::1");
        });
        row("a text with every kind of character",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Text, .text = QStringLiteral("text:é\r\n\t\"\\")}; });
        row("HTTP", [](ServerProfile &p) { p.reply.mode = ReplyMode::Http; });
        row("started with the window", [](ServerProfile &p) { p.autoStart = true; });
        row("without TLS", [](ServerProfile &p) { p.opening = Opening::plain(); });
        row("TLS on request", [](ServerProfile &p) { p.opening = Opening::onRequest(); });
        row("TLS after PostgreSQL", [](ServerProfile &p) { p.opening = Opening::startTls(PlainProtocol::PostgreSql); });
        row("a protocol that goes on inside TLS", [](ServerProfile &p) {
            p.opening = Opening::startTls(PlainProtocol::Imap);
            p.reply = {.mode = ReplyMode::Protocol};
        });
        row("a folder",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File, .path = QStringLiteral("/srv/é b:c")}; });
        row("no file yet", [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File}; });
        row("a dialogue in a file",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Dialogue, .path = QStringLiteral("/srv/smtp")}; });
        row("a dialogue that was written in the form", [](ServerProfile &p) {
            p.reply = {.mode = ReplyMode::Dialogue, .text = QStringLiteral("send \"a\"\nclose\n")};
        });
        row("no dialogue yet", [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Dialogue}; });
        row("by hand", [](ServerProfile &p) { p.reply = {.mode = ReplyMode::ByHand}; });
        row("by hand, asking first",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::ByHand, .asksFirst = true}; });
        row("limits", [](ServerProfile &p) {
            p.limits = {
                .handshakeTimeout = 0ms, .idleTimeout = 86'400'000ms, .maxConnections = 1, .maxHeldBytes = 64 << 20};
        });
    }
    void jsonGivesBackWhatWasPutIn()
    {
        QFETCH(const Change, change);
        const ServerProfile profile = changed(change);
        const QByteArray text = QJsonDocument(toJson(profile)).toJson();
        const Result<ServerProfile> read = profileFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(read.has_value());
        QVERIFY(*read == profile);
    }

    void fileIsReadableByPeople()
    {
        const QJsonObject object = toJson(complete());
        QCOMPARE(object[QStringLiteral("identifyBy")].toString(), QStringLiteral("name"));
        QCOMPARE(object[QStringLiteral("addressUse")].toString(), QStringLiteral("shared"));
        QCOMPARE(object[QStringLiteral("reply")].toString(), QStringLiteral("echo"));
        QCOMPARE(object[QStringLiteral("protocols")].toArray(),
                 QJsonArray({QStringLiteral("tls1"), QStringLiteral("tls1.1"), QStringLiteral("tls1.2")}));
        QVERIFY2(!object.contains(QStringLiteral("keyFile")), "what is not used is not written");
        QVERIFY(!object.contains(QStringLiteral("opening")));
        const QJsonObject other = toJson(changed([](ServerProfile &p) { p.opening = Opening::onRequest(); }));
        QCOMPARE(other[QStringLiteral("opening")].toString(), QStringLiteral("on-request"));
    }

    void missingMembersKeepTheirDefaultAndThoseOfLaterVersionsAreKept()
    {
        const Result<ServerProfile> read =
            profileFromJson({{QStringLiteral("name"), QStringLiteral("a")}, {QStringLiteral("ofTheFuture"), 1}});
        QVERIFY(read.has_value());
        ServerProfile wanted;
        wanted.name = QStringLiteral("a");
        wanted.ofLaterVersions = {{QStringLiteral("ofTheFuture"), 1}};
        QVERIFY(*read == wanted);
        QCOMPARE(toJson(*read).value(QStringLiteral("ofTheFuture")).toInt(), 1);
    }

    void hostileJsonIsRefusedByField_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *json, const char *field) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(field);
        };
        row("nothing", "{}", "name");
        row("an empty name", R"({"name":""})", "name");
        row("a number for a name", R"({"name":5})", "name");
        row("a list for a name", R"({"name":["a"]})", "name");
        row("a port below zero", R"({"name":"a","port":-1})", "port");
        row("a port too high", R"({"name":"a","port":65536})", "port");
        row("half a port", R"({"name":"a","port":5043.5})", "port");
        row("a port as text", R"({"name":"a","port":"5043"})", "port");
        row("a port of many digits", R"({"name":"a","port":1e300})", "port");
        row("no port", R"({"name":"a","port":null})", "port");
        row("a word for a switch", R"({"name":"a","anyPort":"yes"})", "anyPort");
        row("an unknown way to identify", R"({"name":"a","identifyBy":"colour"})", "identifyBy");
        row("a number for a certificate", R"({"name":"a","certificate":1})", "certificate");
        row("a number for a file", R"({"name":"a","keyFile":1})", "keyFile");
        row("an unknown opening", R"({"name":"a","opening":"starttls-nntp"})", "opening");
        row("a switch for an opening", R"({"name":"a","opening":true})", "opening");
        row("an unknown protocol", R"({"name":"a","protocols":["tls1.2","tls9"]})", "protocols");
        row("protocols as text", R"({"name":"a","protocols":"tls1.2"})", "protocols");
        row("protocols as numbers", R"({"name":"a","protocols":[1,2]})", "protocols");
        row("a list for an address", R"({"name":"a","address":[]})", "address");
        row("an unknown use of the address", R"({"name":"a","addressUse":"both"})", "addressUse");
        row("an unknown reply", R"({"name":"a","reply":"shell:rm"})", "reply");
        row("a number for a reply", R"({"name":"a","reply":7})", "reply");
        row("time below zero", R"({"name":"a","handshakeTimeoutMs":-1})", "handshakeTimeoutMs");
        row("more time than fits", R"({"name":"a","idleTimeoutMs":9223372036854775807})", "idleTimeoutMs");
        row("more connections than fit", R"({"name":"a","maxConnections":4294967297})", "maxConnections");
        row("bytes as text", R"({"name":"a","maxHeldBytes":"1"})", "maxHeldBytes");
    }
    void replyThatIsNotSaidFollowsTheOpening_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("reply");
        const auto row = [](const char *name, const char *json, const char *reply) {
            QTest::newRow(name) << QByteArray(json) << QString::fromLatin1(reply);
        };
        row("TLS at once", R"({"name":"a"})", "echo");
        row("plain", R"({"name":"a","opening":"plain"})", "echo");
        row("STARTTLS", R"({"name":"a","opening":"starttls-smtp"})", "protocol");
        row("STARTTLS with an echo that was asked for", R"({"name":"a","opening":"starttls-smtp","reply":"echo"})",
            "echo");
    }
    void replyThatIsNotSaidFollowsTheOpening()
    {
        QFETCH(const QByteArray, json);
        const Result<ServerProfile> read = profileFromJson(QJsonDocument::fromJson(json).object());
        QVERIFY(read.has_value());
        QTEST(read->reply.toOption(), "reply");
    }

    void openingThatWasChosenBringsItsReply()
    {
        ServerProfile profile;
        profile.opening = Opening::startTls(PlainProtocol::Ftp);
        followOpening(profile);
        QVERIFY(profile.reply.mode == ReplyMode::Protocol);
        profile.opening = Opening::plain();
        followOpening(profile);
        QVERIFY(profile.reply.mode == ReplyMode::Echo);
        profile.reply = {.mode = ReplyMode::Http};
        profile.opening = Opening::startTls(PlainProtocol::Ftp);
        followOpening(profile);
        QVERIFY2(profile.reply.mode == ReplyMode::Http, "it was asked for");
    }

    void hostileJsonIsRefusedByField()
    {
        QFETCH(const QByteArray, json);
        const QJsonDocument document = QJsonDocument::fromJson(json);
        QVERIFY(document.isObject());
        const Result<ServerProfile> read = profileFromJson(document.object());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidProfile);
        QTEST(read.error().values.value(0), "field");
    }

    void everyFieldIsCheckedBeforeAnythingListens_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QList<ErrorCode>>("codes");
        QTest::addColumn<QString>("value");
        const auto good = [](const char *name, Change change) {
            QTest::newRow(name) << change << QList<ErrorCode>{} << QString();
        };
        const auto bad = [](const char *name, Change change, ErrorCode code, const char *value = "") {
            QTest::newRow(name) << change << QList<ErrorCode>{code} << QString::fromLatin1(value);
        };
        good("the defaults with a name and a certificate", [](ServerProfile &) {});
        bad("no name", [](ServerProfile &p) { p.name = QStringLiteral("  "); }, ErrorCode::InvalidName);
        good("the protocol of STARTTLS", [](ServerProfile &p) {
            p.opening = Opening::startTls(PlainProtocol::Smtp);
            p.reply.mode = ReplyMode::Protocol;
        });
        bad(
            "a protocol to go on in where there is none", [](ServerProfile &p) { p.reply.mode = ReplyMode::Protocol; },
            ErrorCode::InvalidProfile, "replyProtocol");
        good("a name of 100 characters", [](ServerProfile &p) { p.name = QString(100, u'x'); });
        bad("a name of 101 characters", [](ServerProfile &p) { p.name = QString(101, u'x'); }, ErrorCode::InvalidName);
        good("port 5000", [](ServerProfile &p) { p.port = 5000; });
        good("port 65000", [](ServerProfile &p) { p.port = 65000; });
        good("the system chooses the port", [](ServerProfile &p) { p.port = 0; });
        bad("port 4999", [](ServerProfile &p) { p.port = 4999; }, ErrorCode::InvalidPort, "5000");
        bad("port 65001", [](ServerProfile &p) { p.port = 65001; }, ErrorCode::InvalidPort, "5000");
        good("port 443 where any port is allowed", [](ServerProfile &p) {
            p.port = 443;
            p.anyPort = true;
        });
        bad(
            "no certificate", [](ServerProfile &p) { p.certificate.id = QStringLiteral(" "); },
            ErrorCode::NoCertificate);
        good("a certificate file instead", [](ServerProfile &p) {
            p.certificate.id.clear();
            p.certificate.file = QStringLiteral("f");
        });
        good("neither certificate nor protocols where TLS never comes", [](ServerProfile &p) {
            p.opening = Opening::plain();
            p.certificate = {};
            p.protocols = {};
            p.tls.largestRecord = 1;
        });
        bad(
            "no certificate where TLS comes later",
            [](ServerProfile &p) {
                p.opening = Opening::startTls(PlainProtocol::Smtp);
                p.certificate = {};
            },
            ErrorCode::NoCertificate);
        bad(
            "no box ticked where TLS may come",
            [](ServerProfile &p) {
                p.opening = Opening::onRequest();
                p.protocols = {};
            },
            ErrorCode::NoProtocol);
        bad("no box ticked", [](ServerProfile &p) { p.protocols = {}; }, ErrorCode::NoProtocol);
        bad("no address", [](ServerProfile &p) { p.address = QStringLiteral(" "); }, ErrorCode::AddressNotFound);
        good("no handshake time-out", [](ServerProfile &p) { p.limits.handshakeTimeout = 0ms; });
        bad(
            "a handshake time-out that nobody can meet", [](ServerProfile &p) { p.limits.handshakeTimeout = 99ms; },
            ErrorCode::InvalidProfile, "handshakeTimeout");
        bad(
            "a handshake time-out below zero", [](ServerProfile &p) { p.limits.handshakeTimeout = -1ms; },
            ErrorCode::InvalidProfile, "handshakeTimeout");
        good("an hour for a handshake", [](ServerProfile &p) { p.limits.handshakeTimeout = 1h; });
        bad(
            "more than an hour for a handshake", [](ServerProfile &p) { p.limits.handshakeTimeout = 1h + 1ms; },
            ErrorCode::InvalidProfile, "handshakeTimeout");
        good("a day of idleness", [](ServerProfile &p) { p.limits.idleTimeout = 24h; });
        bad(
            "more than a day of idleness", [](ServerProfile &p) { p.limits.idleTimeout = 24h + 1ms; },
            ErrorCode::InvalidProfile, "idleTimeout");
        bad(
            "no connections at all", [](ServerProfile &p) { p.limits.maxConnections = 0; }, ErrorCode::InvalidProfile,
            "maxConnections");
        good("100,000 connections", [](ServerProfile &p) { p.limits.maxConnections = 100'000; });
        bad(
            "100,001 connections", [](ServerProfile &p) { p.limits.maxConnections = 100'001; },
            ErrorCode::InvalidProfile, "maxConnections");
        bad(
            "less than 64 KiB held", [](ServerProfile &p) { p.limits.maxHeldBytes = 65535; }, ErrorCode::InvalidProfile,
            "maxHeldBytes");
        bad(
            "more than 64 MiB held", [](ServerProfile &p) { p.limits.maxHeldBytes = (64 << 20) + 1; },
            ErrorCode::InvalidProfile, "maxHeldBytes");
        bad(
            "a reply of 65,537 characters",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Text, .text = QString(65537, u'x')}; },
            ErrorCode::InvalidProfile, "reply");
        bad(
            "a file that is not named", [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File}; },
            ErrorCode::InvalidProfile, "replyFile");
        good("a file that may or may not be there",
             [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File, .path = QStringLiteral("/nothing")}; });
        bad(
            "a dialogue of blanks",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Dialogue, .text = QStringLiteral(" \n")}; },
            ErrorCode::InvalidProfile, "replyDialogue");
        good("a dialogue in a file",
             [](ServerProfile &p) { p.reply = {.mode = ReplyMode::Dialogue, .path = QStringLiteral("/nothing")}; });
        QTest::newRow("every wrong field is told, not the first alone")
            << Change([](ServerProfile &p) {
                   p = {};
                   p.port = 1;
                   p.protocols = {};
               })
            << QList<ErrorCode>{ErrorCode::InvalidName, ErrorCode::InvalidPort, ErrorCode::NoCertificate,
                                ErrorCode::NoProtocol}
            << QString();
    }
    void everyFieldIsCheckedBeforeAnythingListens()
    {
        QFETCH(const Change, change);
        QFETCH(const QString, value);
        QList<ErrorCode> codes;
        const std::vector<Error> refused = validate(changed(change));
        for (const Error &error : refused)
            codes.append(error.code);
        QTEST(codes, "codes");
        if (!value.isEmpty())
            QCOMPARE(refused.front().values.value(0), value);
    }

    void repliesAreReadAsTheyAreWritten_data()
    {
        QTest::addColumn<QString>("option");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<QString>("written");
        const auto row = [](const char *option, bool isRead, const char *written) {
            QTest::newRow(option) << QString::fromLatin1(option) << isRead << QString::fromLatin1(written);
        };
        row("echo", true, "echo");
        row("discard", true, "discard");
        row("protocol", true, "protocol");
        row("http", true, "http");
        row("page", true, "http");
        row("text:", true, "text:");
        row("text:a:b", true, "text:a:b");
        row("text", false, "");
        row("Echo", false, "");
        row("file:/srv:a", true, "file:/srv:a");
        row("file:", true, "file:");
        row("file", false, "");
        row("dialogue:/srv/a", true, "dialogue:/srv/a");
        row("dialogue:", true, "dialogue-text:");
        row("dialogue-text:close", true, "dialogue-text:close");
        row("dialogue", false, "");
        row("by-hand", true, "by-hand");
        row("by-hand:ask", true, "by-hand:ask");
        row("by-hand:", false, "");
        row("by-hand:what", false, "");
        row("shell:rm", false, "");
        row("", false, "");
    }
    void repliesAreReadAsTheyAreWritten()
    {
        QFETCH(const QString, option);
        const Result<ReplySpec> reply = ReplySpec::parse(option);
        QTEST(reply.has_value(), "isRead");
        if (reply)
            QTEST(reply->toOption(), "written");
        else
            QCOMPARE(reply.error().code, ErrorCode::InvalidOption);
    }
};

QTEST_GUILESS_MAIN(TestServerProfile)
#include "tst_server_profile.moc"
