#include "app/connection_json.h"
#include "tests/tls/test_identity.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

/// The keys of an object at its outermost level, in the order in which they stand.
QStringList keysOf(const QByteArray &line)
{
    QStringList keys;
    int depth = 0;
    bool isText = false;
    QString word;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        if (isText && c == '\\')
            ++i;
        else if (c == '"')
            isText = !isText;
        if (!isText && (c == '{' || c == '['))
            ++depth;
        else if (!isText && (c == '}' || c == ']'))
            --depth;
        if (isText && c == '"')
            word.clear();
        else if (isText)
            word += QLatin1Char(c);
        else if (c == ':' && depth == 1)
            keys.append(word);
    }
    return keys;
}

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

ConnectionRecord securedRecord()
{
    ConnectionRecord record;
    record.id = ConnectionId(17);
    record.server = ServerId(1);
    record.serverName = QStringLiteral("sSocketSSL");
    record.peer = {.address = QHostAddress(QHostAddress::LocalHost), .port = 51820};
    record.state = ConnectionState::Secured;
    record.sni = "api.test";
    Negotiated &agreed = record.negotiated.emplace();
    agreed.protocol = Protocol::Tls1_3;
    agreed.cipherSuite = 0x1302;
    agreed.group = 0x001d;
    agreed.signature = 0x0403;
    agreed.handshakeMs = 1.94;
    record.durationMs = 3.06;
    record.bytesIn = 5;
    record.bytesOut = std::uint64_t{1} << 52;
    return record;
}

QJsonObject parsed(const QByteArray &line)
{
    QJsonParseError failure;
    const QJsonDocument document = QJsonDocument::fromJson(line, &failure);
    return failure.error == QJsonParseError::NoError ? document.object() : QJsonObject();
}

} // namespace
Q_DECLARE_METATYPE(sealport::Endpoint)

/// The lines that scripts read: keys are a contract, and one event is one line whatever a stranger sent.
class TestConnectionJson final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void connectionHasTheKeysOfTheContract()
    {
        const QByteArray line = connectionJson(securedRecord());
        QStringList keys = keysOf(line);
        const QStringList contract = words(
            "event id server peer state protocol cipher group resumed sni alpn ja3 ja4 clientCertificate handshakeMs "
            "bytesIn bytesOut verdict");
        QStringList known;
        for (const QString &key : keys)
            if (contract.contains(key))
                known.append(key);
        QCOMPARE(known, contract); // in this order too
        QCOMPARE(keys.removeDuplicates(), 0);
    }

    void securedConnectionSaysWhatWasAgreed()
    {
        const QJsonObject object = parsed(connectionJson(securedRecord()));
        QCOMPARE(object[QStringLiteral("event")], QStringLiteral("connection"));
        QCOMPARE(object[QStringLiteral("id")], 17);
        QCOMPARE(object[QStringLiteral("server")], QStringLiteral("sSocketSSL"));
        QCOMPARE(object[QStringLiteral("peer")], QStringLiteral("127.0.0.1:51820"));
        QCOMPARE(object[QStringLiteral("state")], QStringLiteral("secured"));
        QCOMPARE(object[QStringLiteral("protocol")], QStringLiteral("TLSv1.3"));
        QCOMPARE(object[QStringLiteral("cipher")], QStringLiteral("TLS_AES_256_GCM_SHA384"));
        QCOMPARE(object[QStringLiteral("group")].toString().toLower(), QStringLiteral("x25519"));
        QCOMPARE(object[QStringLiteral("resumed")], false);
        QCOMPARE(object[QStringLiteral("sni")], QStringLiteral("api.test"));
        QCOMPARE(object[QStringLiteral("handshakeMs")], 1.9);
        QCOMPARE(object[QStringLiteral("bytesIn")], 5);
        QCOMPARE(object[QStringLiteral("bytesOut")].toInteger(), qint64{1} << 52);
        for (const char *absent : {"alpn", "ja3", "ja4", "clientCertificate", "verdict"})
            QVERIFY2(object[QLatin1String(absent)].isNull(), absent);
    }

    void failedConnectionSaysNullForWhatWasNeverAgreed()
    {
        ConnectionRecord record = securedRecord();
        record.state = ConnectionState::Failed;
        record.negotiated.reset();
        record.sni.clear();
        const QJsonObject object = parsed(connectionJson(record));
        QCOMPARE(object[QStringLiteral("state")], QStringLiteral("failed"));
        for (const char *absent : {"protocol", "cipher", "group", "sni", "alpn"})
            QVERIFY2(object[QLatin1String(absent)].isNull() && object.contains(QLatin1String(absent)), absent);
        QCOMPARE(object[QStringLiteral("handshakeMs")], 3.1);
    }

    void plainConnectionHasNoHandshakeTime_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<bool>("isNull");
        QTest::newRow("a plain server") << Opening::plain() << ConnectionState::Closed << true;
        QTest::newRow("TLS to a plain server") << Opening::plain() << ConnectionState::Failed << true;
        QTest::newRow("TLS that was never asked for") << Opening::onRequest() << ConnectionState::Closed << true;
        QTest::newRow("TLS that was asked for and failed") << Opening::onRequest() << ConnectionState::Failed << false;
        QTest::newRow("TLS at once") << Opening() << ConnectionState::Failed << false;
    }
    void plainConnectionHasNoHandshakeTime()
    {
        QFETCH(const Opening, opening);
        QFETCH(const ConnectionState, state);
        QFETCH(const bool, isNull);
        ConnectionRecord record = securedRecord();
        record.negotiated.reset();
        record.opening = opening;
        record.state = state;
        const QJsonObject object = parsed(connectionJson(record));
        QVERIFY(object.contains(QStringLiteral("handshakeMs")));
        QCOMPARE(object[QStringLiteral("handshakeMs")].isNull(), isNull);
        QCOMPARE(object[QStringLiteral("durationMs")], 3.1);
    }

    void everyStateHasItsWord_data()
    {
        QTest::addColumn<ConnectionState>("state");
        QTest::addColumn<QString>("word");
        QTest::newRow("waiting") << ConnectionState::Waiting << QStringLiteral("waiting");
        QTest::newRow("accepted") << ConnectionState::Accepted << QStringLiteral("accepted");
        QTest::newRow("plain") << ConnectionState::Plain << QStringLiteral("plain");
        QTest::newRow("handshaking") << ConnectionState::Handshaking << QStringLiteral("handshaking");
        QTest::newRow("secured") << ConnectionState::Secured << QStringLiteral("secured");
        QTest::newRow("closed") << ConnectionState::Closed << QStringLiteral("closed");
        QTest::newRow("failed") << ConnectionState::Failed << QStringLiteral("failed");
    }
    void everyStateHasItsWord()
    {
        ConnectionRecord record = securedRecord();
        QFETCH(const ConnectionState, state);
        record.state = state;
        QTEST(parsed(connectionJson(record))[QStringLiteral("state")].toString(), "word");
    }

    void verdictHasItsKeys()
    {
        ConnectionRecord record = securedRecord();
        record.state = ConnectionState::Failed;
        record.negotiated.reset();
        Verdict verdict;
        verdict.code = VerdictCode::NoCommonProtocol;
        verdict.reason = VerdictReason::ClientVersionsTooOld;
        verdict.clientValues = {QStringLiteral("TLS 1.0")};
        verdict.serverValues = {QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.3")};
        verdict.alert = Alert{.level = 2, .code = 70};
        verdict.alertSent = true;
        verdict.evidence = {QStringLiteral("client: TLSv1.0"), QStringLiteral("server: TLSv1.2 TLSv1.3")};
        verdict.fix = Fix::AllowProtocols;
        verdict.fixProtocols = {Protocol::Tls1_0};
        record.verdict = std::make_shared<const Verdict>(verdict);
        const QByteArray line = connectionJson(record);
        const QJsonObject object = parsed(line)[QStringLiteral("verdict")].toObject();
        QCOMPARE(keysOf(line.mid(line.indexOf("\"verdict\":") + 10).chopped(1)),
                 words("code gsk alert sentence evidence fix"));
        QCOMPARE(object[QStringLiteral("code")], QStringLiteral("no-common-protocol"));
        QVERIFY(object[QStringLiteral("gsk")].isNull());
        QCOMPARE(object[QStringLiteral("alert")].toObject(),
                 QJsonObject({{QStringLiteral("direction"), QStringLiteral("sent")},
                              {QStringLiteral("code"), 70},
                              {QStringLiteral("name"), QStringLiteral("protocol_version")}}));
        QVERIFY(object[QStringLiteral("sentence")].toString().contains(u"TLS 1.0"));
        QVERIFY(object[QStringLiteral("fix")].toString().contains(u"TLS 1.0"));
        QCOMPARE(object[QStringLiteral("evidence")].toArray().size(), 2);

        verdict.alertSent = false;
        verdict.gsk = 403;
        record.verdict = std::make_shared<const Verdict>(verdict);
        const QJsonObject other = parsed(connectionJson(record))[QStringLiteral("verdict")].toObject();
        QCOMPARE(other[QStringLiteral("gsk")], 403);
        QCOMPARE(other[QStringLiteral("alert")][QStringLiteral("direction")], QStringLiteral("received"));

        verdict.alert.reset();
        record.verdict = std::make_shared<const Verdict>(verdict);
        QVERIFY(parsed(connectionJson(record))[QStringLiteral("verdict")][QStringLiteral("alert")].isNull());
    }

    void hostileNamesStayOnOneLine_data()
    {
        QTest::addColumn<QByteArray>("sni");
        QTest::newRow("a new line and a forged event") << QByteArray("a\n{\"event\":\"stopped\"}");
        QTest::newRow("quotes and backslashes") << QByteArray("\"\\\"");
        QTest::newRow("an escape sequence of terminals") << QByteArray("\x1b[2J");
        QTest::newRow("octets that are no text") << QByteArray("\xff\xfe\x00\x80", 4);
        QTest::newRow("right to left") << QByteArray("\xe2\x80\xae");
    }
    void hostileNamesStayOnOneLine()
    {
        QFETCH(const QByteArray, sni);
        ConnectionRecord record = securedRecord();
        record.sni = sni;
        record.serverName = QString::fromUtf8(sni);
        const QByteArray line = connectionJson(record);
        QVERIFY(!parsed(line).isEmpty());
        for (const char c : line)
            QVERIFY2(c >= 0x20 && c < 0x7f, line.constData());
    }

    void listeningHasTheKeysOfTheContract()
    {
        ServerEntry entry;
        entry.profile.name = QStringLiteral("sSocketSSL");
        entry.profile.protocols = modernProtocols;
        entry.endpoint = {.address = QHostAddress(QHostAddress::LocalHost), .port = 5043};
        entry.certificate = makeIdentity().certificate;
        entry.warnings = {{.code = WarningCode::ListensOnAllAddresses, .values = {}}};
        const QByteArray line = listeningJson(entry);
        QCOMPARE(keysOf(line), words("event server generation address port protocols certificate warnings"));
        const QJsonObject object = parsed(line);
        QCOMPARE(object[QStringLiteral("event")], QStringLiteral("listening"));
        QCOMPARE(object[QStringLiteral("address")], QStringLiteral("127.0.0.1"));
        QCOMPARE(object[QStringLiteral("port")], 5043);
        QCOMPARE(object[QStringLiteral("protocols")].toArray(),
                 QJsonArray({QStringLiteral("TLSv1.2"), QStringLiteral("TLSv1.3")}));
        const QJsonObject certificate = object[QStringLiteral("certificate")].toObject();
        QCOMPARE(certificate[QStringLiteral("subject")], QStringLiteral("CN=localhost"));
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{40}$"))
                    .match(certificate[QStringLiteral("sha1")].toString())
                    .hasMatch());
        QVERIFY(QRegularExpression(QStringLiteral("^[0-9a-f]{64}$"))
                    .match(certificate[QStringLiteral("sha256")].toString())
                    .hasMatch());
        QCOMPARE(object[QStringLiteral("warnings")].toArray().size(), 1);
    }

    void openingIsToldWhereItIsNotTls_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::addColumn<QJsonValue>("told");
        QTest::newRow("TLS at once") << Opening{} << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("plain") << Opening::plain() << QJsonValue(QStringLiteral("plain"));
        QTest::newRow("on request") << Opening::onRequest() << QJsonValue(QStringLiteral("on-request"));
        QTest::newRow("SMTP") << Opening::startTls(PlainProtocol::Smtp) << QJsonValue(QStringLiteral("starttls-smtp"));
    }
    void openingIsToldWhereItIsNotTls()
    {
        QFETCH(const Opening, opening);
        ConnectionRecord record = securedRecord();
        record.opening = opening;
        QTEST(parsed(connectionJson(record)).value(QStringLiteral("opening")), "told");
        ServerEntry entry;
        entry.profile.opening = opening;
        entry.certificate = makeIdentity().certificate;
        const QJsonObject listening = parsed(listeningJson(entry));
        QTEST(listening.value(QStringLiteral("opening")), "told");
        const bool isPlain = opening == Opening::plain();
        QVERIFY(listening.contains(QStringLiteral("certificate")));
        QCOMPARE(listening[QStringLiteral("certificate")].isNull(), isPlain);
        QCOMPARE(listening[QStringLiteral("protocols")].toArray().isEmpty(), isPlain);
    }

    void endOfAPlainConnectionSaysWhatItIs()
    {
        ConnectionRecord record;
        record.opening = Opening::plain();
        record.state = ConnectionState::Closed;
        Verdict verdict;
        verdict.reason = VerdictReason::PlainClosedByPeer;
        record.verdict = std::make_shared<const Verdict>(verdict);
        const QJsonObject object = parsed(connectionJson(record));
        QCOMPARE(object[QStringLiteral("state")], QStringLiteral("closed"));
        QVERIFY(object.contains(QStringLiteral("protocol")) && object[QStringLiteral("protocol")].isNull());
        QCOMPARE(object[QStringLiteral("verdict")][QStringLiteral("code")], QStringLiteral("ok"));
        QVERIFY(object[QStringLiteral("verdict")][QStringLiteral("sentence")].toString().contains(u"not encrypted"));
    }

    void addressesStandAsTheyAre_data()
    {
        QTest::addColumn<QString>("address");
        for (const char *address : {"0.0.0.0", "::", "::1", "fe80::1%2"})
            QTest::newRow(address) << QString::fromLatin1(address);
    }
    void addressesStandAsTheyAre()
    {
        QFETCH(const QString, address);
        ServerEntry entry;
        entry.endpoint = {.address = QHostAddress(address), .port = 5043};
        QCOMPARE(parsed(listeningJson(entry))[QStringLiteral("address")].toString(), address);
        QCOMPARE(parsed(stoppedJson(entry))[QStringLiteral("address")].toString(), address);
    }

    void peerIsNamedWithItsPort_data()
    {
        QTest::addColumn<Endpoint>("peer");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QHostAddress &address, const char *text) {
            QTest::newRow(name) << Endpoint{.address = address, .port = 7} << QString::fromLatin1(text);
        };
        row("IPv4", QHostAddress(QHostAddress::LocalHost), "127.0.0.1:7");
        row("IPv6", QHostAddress(QHostAddress::LocalHostIPv6), "[::1]:7");
        row("IPv4 that came over IPv6", QHostAddress(QStringLiteral("::ffff:127.0.0.1")), "127.0.0.1:7");
        row("one that was gone before it was met", QHostAddress(), "unknown");
    }
    void peerIsNamedWithItsPort()
    {
        ConnectionRecord record = securedRecord();
        QFETCH(const Endpoint, peer);
        record.peer = peer;
        QTEST(parsed(connectionJson(record))[QStringLiteral("peer")].toString(), "text");
    }

    void stoppedAddsUp()
    {
        ServerEntry entry;
        entry.profile.name = QStringLiteral("sSocketSSL");
        entry.counts = {.accepted = 217, .secured = 205, .failed = 9, .live = 0, .plain = 3};
        const QJsonObject object = parsed(stoppedJson(entry));
        QCOMPARE(object[QStringLiteral("event")], QStringLiteral("stopped"));
        QCOMPARE(object[QStringLiteral("server")], QStringLiteral("sSocketSSL"));
        QCOMPARE(object[QStringLiteral("accepted")], 217);
        QCOMPARE(object[QStringLiteral("secured")], 205);
        QCOMPARE(object[QStringLiteral("failed")], 9);
        QCOMPARE(object[QStringLiteral("plain")], 3);
        QVERIFY(!object.contains(QStringLiteral("capture")) && !object.contains(QStringLiteral("keyLog")));
    }

    void filesThatWereWrittenAreToldInTheEnd()
    {
        QTemporaryDir folder;
        const auto log = std::make_shared<KeyLog>(folder.filePath(QStringLiteral("keys")));
        QVERIFY(log->open());
        ServerEntry entry;
        entry.capture = std::make_shared<Capture>(QStringLiteral("a.pcapng"));
        entry.keyLog = log;
        const auto told = [&entry](const char *file, const char *key) {
            return parsed(stoppedJson(entry))[QLatin1String(file)][QLatin1String(key)];
        };
        QCOMPARE(told("capture", "file").toString(), QStringLiteral("a.pcapng"));
        QVERIFY(told("capture", "error").isNull());
        QCOMPARE(told("keyLog", "file").toString(), log->path());
        QVERIFY(told("keyLog", "error").isNull());
        QVERIFY(folder.remove());
        log->add("CLIENT_RANDOM aa bb");
        QCOMPARE(told("keyLog", "error")[QStringLiteral("code")].toString(), QStringLiteral("file-not-writable"));
        QVERIFY(!told("keyLog", "error")[QStringLiteral("sentence")].toString().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestConnectionJson)
#include "tst_connection_json.moc"
