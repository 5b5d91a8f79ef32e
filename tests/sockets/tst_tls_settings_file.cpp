#include "model/sockets/server_profile.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace sealport;
using namespace Qt::StringLiterals;

using Change = std::function<void(ServerProfile &)>;
Q_DECLARE_METATYPE(Change)

/// What a server does of TLS beyond protocols and one certificate, as it stands in the file of the servers.
class TestTlsSettingsFile : public QObject {
    Q_OBJECT

    static ServerProfile usual()
    {
        ServerProfile profile;
        profile.name = u"a"_s;
        profile.certificate.id = u"localhost"_s;
        return profile;
    }

private Q_SLOTS:
    void theFileGivesBackWhatWasPutIn_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << change; };
        row("further certificates", [](ServerProfile &p) {
            p.furtherCertificates = {{.by = IdentifyBy::Thumbprint, .id = u"9d a4"_s},
                                     {.file = u"/a b"_s, .keyFile = u"k"_s}};
        });
        row("certificates by name", [](ServerProfile &p) {
            p.namedCertificates = {{.names = {u"a.test"_s, u"*.b.test"_s}, .certificate = {.id = u"a"_s}},
                                   {.names = {}, .certificate = {.file = u"f"_s}}};
            p.refusesOtherNames = true;
        });
        row("lists of algorithms", [](ServerProfile &p) {
            p.tls.algorithms = {.ciphers = u"DEFAULT:!AES"_s,
                                .cipherSuites = u"TLS_AES_128_GCM_SHA256"_s,
                                .groups = u"P-256"_s,
                                .signatureAlgorithms = u"ed25519"_s,
                                .securityLevel = 0,
                                .prefersServerOrder = false};
        });
        row("application protocols", [](ServerProfile &p) {
            p.tls.alpn = {u"h2"_s, u"é"_s};
            p.tls.requiresAlpn = true;
        });
        row("certificates of clients", [](ServerProfile &p) {
            p.tls.clientCertificates = ClientCertificateMode::Report;
            p.tls.clientAuthorities = u"/ca.pem"_s;
        });
        row("sessions", [](ServerProfile &p) {
            p.tls.resumption = {.tickets = 0, .keepsSessions = false};
            p.tls.renegotiation = Renegotiation::Unsafe;
            p.tls.largestRecord = 512;
            p.tls.earlyData = 1 << 20;
            p.tls.chain = ChainForm::Reversed;
        });
        row("files", [](ServerProfile &p) {
            p.tls.dhParameters = u"none"_s;
            p.tls.ocsp = u"made"_s;
            p.tls.sharedSecrets = u"/psk"_s;
            p.tls.keyLog = u"/keys"_s;
            p.tls.capture = u"/capture.pcapng"_s;
            p.tls.capturesSecrets = true;
        });
    }
    void theFileGivesBackWhatWasPutIn()
    {
        QFETCH(const Change, change);
        ServerProfile profile = usual();
        change(profile);
        const QByteArray text = QJsonDocument(toJson(profile)).toJson();
        const auto read = profileFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY2(read.has_value(), text.constData());
        QVERIFY2(*read == profile, text.constData());
    }

    void whatIsUsualIsNotWritten()
    {
        const QJsonObject object = toJson(usual());
        for (const char *key : {"tls", "furtherCertificates", "namedCertificates", "refusesOtherNames"})
            QVERIFY2(!object.contains(QLatin1String(key)), key);
    }

    void whatALaterVersionWroteIsKept()
    {
        const QByteArray text = R"({"name":"a","tls":{"alpn":["h2"],"quic":{"port":1}}})";
        const auto read = profileFromJson(QJsonDocument::fromJson(text).object());
        QVERIFY(read.has_value());
        const QJsonObject tls = toJson(*read).value(u"tls"_s).toObject();
        QCOMPARE(tls.value(u"quic"_s).toObject().value(u"port"_s).toInt(), 1);
        QCOMPARE(tls.value(u"alpn"_s).toArray().size(), 1);
    }

    void hostileJsonIsRefusedByField_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *members, const char *field) {
            QTest::newRow(name) << QByteArray(members) << QString::fromLatin1(field);
        };
        row("a list for the settings", R"("tls":[])", "tls");
        row("a number for a list", R"("tls":{"ciphers":1})", "tls.ciphers");
        row("an unknown form", R"("tls":{"chain":"knotted"})", "tls.chain");
        row("a level beyond OpenSSL's", R"("tls":{"securityLevel":"6"})", "tls.securityLevel");
        row("protocols as text", R"("tls":{"alpn":"h2"})", "tls.alpn");
        row("more tickets than fit", R"("tls":{"tickets":4294967296})", "tls.tickets");
        row("one certificate for a list", R"("furtherCertificates":{"certificate":"a"})", "furtherCertificates");
        row("a certificate that is a word", R"("furtherCertificates":["a"])", "furtherCertificates");
        row("an unknown way to identify", R"("furtherCertificates":[{"identifyBy":"x"}])",
            "furtherCertificates.identifyBy");
        row("a name for names", R"("namedCertificates":[{"names":"a.test"}])", "namedCertificates.names");
    }
    void hostileJsonIsRefusedByField()
    {
        QFETCH(const QByteArray, members);
        const auto read = profileFromJson(QJsonDocument::fromJson(R"({"name":"a",)" + members + '}').object());
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidProfile);
        QTEST(read.error().values.value(0), "field");
    }

    void settingsOutOfRangeAreRefused_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("refused"); // empty: nothing
        const auto row = [](const char *name, Change change, const char *refused = "") {
            QTest::newRow(name) << change << QString::fromLatin1(refused);
        };
        row("ten tickets", [](ServerProfile &p) { p.tls.resumption.tickets = 10; });
        row("eleven tickets", [](ServerProfile &p) { p.tls.resumption.tickets = 11; }, "invalid-profile");
        row("records of 512 bytes", [](ServerProfile &p) { p.tls.largestRecord = 512; });
        row("records of 511 bytes", [](ServerProfile &p) { p.tls.largestRecord = 511; }, "invalid-profile");
        row("a protocol name of 255 letters", [](ServerProfile &p) { p.tls.alpn = {QString(255, u'x')}; });
        row(
            "a protocol name of 256 letters", [](ServerProfile &p) { p.tls.alpn = {QString(256, u'x')}; },
            "invalid-profile");
        row(
            "a protocol name of 128 two-octet letters", [](ServerProfile &p) { p.tls.alpn = {QString(128, u'é')}; },
            "invalid-profile");
        row("an empty protocol name", [](ServerProfile &p) { p.tls.alpn = {QString()}; }, "invalid-profile");
        row(
            "nobody is trusted for clients",
            [](ServerProfile &p) { p.tls.clientCertificates = ClientCertificateMode::Ask; }, "no-client-authority");
        row("nobody need be trusted to report",
            [](ServerProfile &p) { p.tls.clientCertificates = ClientCertificateMode::Report; });
        row("four certificates", [](ServerProfile &p) { p.furtherCertificates.assign(3, {.id = u"x"_s}); });
        row(
            "five certificates", [](ServerProfile &p) { p.furtherCertificates.assign(4, {.id = u"x"_s}); },
            "invalid-profile");
        row(
            "a further certificate that is none", [](ServerProfile &p) { p.furtherCertificates.emplace_back(); },
            "no-certificate");
        row(
            "a certificate by name that is none", [](ServerProfile &p) { p.namedCertificates.emplace_back(); },
            "no-certificate");
    }
    void settingsOutOfRangeAreRefused()
    {
        QFETCH(const Change, change);
        QFETCH(const QString, refused);
        ServerProfile profile = usual();
        change(profile);
        const std::vector<Error> errors = validate(profile);
        QCOMPARE(errors.empty(), refused.isEmpty());
        if (!errors.empty())
            QCOMPARE(errorName(errors.front().code), refused);
    }
};

QTEST_GUILESS_MAIN(TestTlsSettingsFile)
#include "tst_tls_settings_file.moc"
