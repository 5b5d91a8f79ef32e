#include "model/certificates/thumbprint.h"
#include "model/sockets/wlanguage_call.h"

#include <QJsonDocument>
#include <QTest>

#include <functional>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::ServerProfile)

namespace {

const QString windevsHash = QStringLiteral("9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24");

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

ServerProfile with(const std::function<void(ServerProfile &)> &change)
{
    ServerProfile profile;
    profile.name = q("sSocketSSL");
    profile.certificate.id = q("localhost");
    change(profile);
    return profile;
}

void row(const char *name, const std::function<void(ServerProfile &)> &change)
{
    QTest::newRow(name) << with(change);
}

QByteArray json(const ServerProfile &profile)
{
    return QJsonDocument(toJson(profile)).toJson();
}

} // namespace

/// Profiles as calls of SocketCréeSSL, for WinDev and back.
class TestWLanguageWriter final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsBackAsTheSameProfile_data()
    {
        QTest::addColumn<ServerProfile>("profile");
        row("as it begins", [](ServerProfile &) {});
        row("by its hash", [](ServerProfile &p) {
            p.certificate.by = IdentifyBy::Thumbprint;
            p.certificate.id = windevsHash;
        });
        row("by an application", [](ServerProfile &p) { p.certificate.by = IdentifyBy::Application; });
        row("with a thumbprint that is none", [](ServerProfile &p) {
            p.certificate.by = IdentifyBy::Thumbprint;
            p.certificate.id = q("9d a4 of 24");
        });
        row("without a certificate", [](ServerProfile &p) { p.certificate.id.clear(); });
        row("with a file", [](ServerProfile &p) {
            p.certificate.id.clear();
            p.certificate.file = q("/etc/ssl/é \"1\".pem");
            p.certificate.keyFile = q("/etc/ssl/key.pem");
            p.certificate.chainFile = q("/etc/ssl/chain.pem");
        });
        row("on a token", [](ServerProfile &p) { p.certificate.id = q("pkcs11:token=My%20card;object=server"); });
        row("at a port of any kind", [](ServerProfile &p) {
            p.port = 443;
            p.anyPort = true;
        });
        row("at a usual port that may be any", [](ServerProfile &p) { p.anyPort = true; });
        row("at a port that it may not have", [](ServerProfile &p) { p.port = 80; });
        row("at a port of the system's choice", [](ServerProfile &p) { p.port = 0; });
        for (unsigned bits = 0; bits < 64; ++bits)
            row(qPrintable(q("protocols %1").arg(bits, 6, 2, QLatin1Char('0'))), [bits](ServerProfile &p) {
                p.protocols = {};
                for (const Protocol protocol : allProtocols)
                    if ((bits >> static_cast<unsigned>(protocol) & 1U) != 0)
                        p.protocols.insert(protocol);
            });
        for (const char *address : {"0.0.0.0", "127.0.0.1", "::", "::1", "192.0.2.7", "www.pcsoft.fr", ""})
            row(qPrintable(q("at the address ") + q(address)), [address](ServerProfile &p) { p.address = q(address); });
        row("at an address of its own", [](ServerProfile &p) { p.addressUse = AddressUse::Unique; });
        for (const char *reply : {"discard", "http", "file:/srv/a b", "dialogue:/a.dialogue", "by-hand:ask",
                                  "text:Bonjour,\n\"ça\" va\u2028? */ // 100 %"})
            row(qPrintable(q("replying ") + q(reply).left(8)),
                [reply](ServerProfile &p) { p.reply = ReplySpec::parse(q(reply)).value(); });
        row("with limits", [](ServerProfile &p) {
            p.limits = {.handshakeTimeout = std::chrono::milliseconds(0),
                        .idleTimeout = std::chrono::milliseconds(1500),
                        .maxConnections = 7,
                        .maxHeldBytes = 1 << 22};
        });
        row("with settings of TLS", [](ServerProfile &p) {
            p.tls.alpn = {q("h2"), q("é")};
            p.tls.requiresAlpn = true;
            p.tls.keyLog = q("/a b/keys");
            p.tls.chain = ChainForm::WithRoot;
            p.tls.clientCertificates = ClientCertificateMode::Require;
            p.tls.clientAuthorities = q("/a b/authorities.pem");
            p.tls.largestRecord = 512;
        });
        for (const char *opening : {"plain", "on-request", "starttls-smtp", "starttls-postgres"})
            row(qPrintable(q("beginning ") + q(opening)),
                [opening](ServerProfile &p) { p.opening = Opening::parse(q(opening)).value(); });
        row("beginning in plain text, without a certificate and protocols", [](ServerProfile &p) {
            p.opening = Opening::plain();
            p.certificate.id.clear();
            p.protocols = {};
        });
        row("with several certificates", [](ServerProfile &p) {
            p.furtherCertificates = {{.by = IdentifyBy::Thumbprint, .id = windevsHash}};
            p.namedCertificates = {{.names = {q("*.example.org")}, .certificate = {.file = q("/a.pem")}}};
            p.refusesOtherNames = true;
        });
        for (const char *name : {"a \"b\" c",
                                 "\"",
                                 "Société",
                                 "[%x%]",
                                 "a[%",
                                 "%",
                                 "// a",
                                 "/* a",
                                 "...",
                                 "a\tb\r\nc",
                                 "\u200bab",
                                 "\U0001F512",
                                 "ligne\u2028deux",
                                 "«a»",
                                 "“a”",
                                 "`a`",
                                 "SocketCréeSSL(1)",
                                 " a ",
                                 "x + y",
                                 "a;b",
                                 "]"})
            row(qPrintable(q("named ") + q(name)), [name](ServerProfile &p) { p.name = q(name); });
        for (const char *name : {"CN=a, O=\"b\"", "[%a%]", "\u202eabc", "a\nb"})
            row(qPrintable(q("with the certificate ") + q(name)),
                [name](ServerProfile &p) { p.certificate.id = q(name); });
    }
    void readsBackAsTheSameProfile()
    {
        QFETCH(const ServerProfile, profile);
        for (const auto dialect : {WLanguageDialect::French, WLanguageDialect::English}) {
            const QString call = wLanguageCall(profile, dialect);
            const WLanguageReading reading = readWLanguageCall(call);
            QCOMPARE(reading.profiles.size(), std::size_t{1});
            QVERIFY2(reading.profiles.front() == profile,
                     qPrintable(call + QString::fromUtf8(json(reading.profiles.front()))));
            for (const char32_t character : call.toUcs4())
                QVERIFY2(QChar::isPrint(character) || character == U'\n' || character == U'\t', qPrintable(call));
        }
    }

    void writesWhatWinDevUnderstands_data()
    {
        QTest::addColumn<ServerProfile>("profile");
        QTest::addColumn<QString>("french");
        QTest::addColumn<QString>("english");
        QTest::newRow("a hash and a set of protocols")
            << with([](ServerProfile &p) {
                   p.certificate.by = IdentifyBy::Thumbprint;
                   p.certificate.id = q("9DA484FCF66292909A62D4CA65FB087E0645DE24");
                   p.protocols = {Protocol::Tls1_0, Protocol::Tls1_3};
                   p.addressUse = AddressUse::Unique;
               })
            << q("Socket.Option = SocketAdresseUnique\n"
                 "SocketCréeSSL(\"sSocketSSL\", 5043, \"9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24\", "
                 "...\n\tHashCertificat + ProtocoleTLS1 + ProtocoleTLS1_3, \"127.0.0.1\")\n")
            << q("Socket.Option = SocketUniqueAddress\n"
                 "SocketCreateSSL(\"sSocketSSL\", 5043, \"9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de "
                 "24\", ...\n\tCertificateHash + ProtocolTLS1 + ProtocolTLS1_3, \"127.0.0.1\")\n");
        QTest::newRow("nothing but what SocketCréeSSL takes by itself, at any address")
            << with([](ServerProfile &p) { p.address = q("0.0.0.0"); })
            << q("// Sans équivalent dans SocketCréeSSL ; Sealport relit ces lignes :\n"
                 "// sealport: address = \"0.0.0.0\"\n"
                 "SocketCréeSSL(\"sSocketSSL\", 5043, \"localhost\")\n")
            << q("// Not in SocketCreateSSL; Sealport reads these lines back:\n"
                 "// sealport: address = \"0.0.0.0\"\n"
                 "SocketCreateSSL(\"sSocketSSL\", 5043, \"localhost\")\n");
        QTest::newRow("quotation marks, a line break and a place to fill in")
            << with([](ServerProfile &p) {
                   p.certificate.id = q("a \"b\"\n[%c%]");
                   p.protocols = modernProtocols;
               })
            << q("SocketCréeSSL(\"sSocketSSL\", 5043, \"a \"\"b\"\"\" + Caract(10) + \"[\" + \"%c%]\", ...\n"
                 "\tNomCertificat + ProtocoleTLS1_2 + ProtocoleTLS1_3, \"127.0.0.1\")\n")
            << q("SocketCreateSSL(\"sSocketSSL\", 5043, \"a \"\"b\"\"\" + Charact(10) + \"[\" + \"%c%]\", ...\n"
                 "\tCertificateName + ProtocolTLS1_2 + ProtocolTLS1_3, \"127.0.0.1\")\n");
    }
    void writesWhatWinDevUnderstands()
    {
        QFETCH(const ServerProfile, profile);
        QTEST(wLanguageCall(profile, WLanguageDialect::French), "french");
        QTEST(wLanguageCall(profile, WLanguageDialect::English), "english");
    }

    void saysWhatTheCallHasNoParameterFor_data()
    {
        QTest::addColumn<ServerProfile>("profile");
        QTest::addColumn<QStringList>("settings");
        const auto settings = [](const char *name, const std::function<void(ServerProfile &)> &change,
                                 const QStringList &expected) { QTest::newRow(name) << with(change) << expected; };
        settings("nothing", [](ServerProfile &) {}, {});
        settings("nothing, by its hash and at an address of its own",
                 [](ServerProfile &p) {
                     p.certificate = {.by = IdentifyBy::Thumbprint, .id = windevsHash};
                     p.addressUse = AddressUse::Unique;
                     p.protocols = modernProtocols;
                 },
                 {});
        settings("an application", [](ServerProfile &p) { p.certificate.by = IdentifyBy::Application; },
                 {q("identifyBy")});
        settings("how connections begin, what is replied and settings of TLS",
                 [](ServerProfile &p) {
                     p.opening = Opening::startTls(PlainProtocol::Imap);
                     p.reply.mode = ReplyMode::Http;
                     p.tls.alpn = {q("h2")};
                 },
                 {q("opening"), q("reply"), q("tls")});
    }
    void saysWhatTheCallHasNoParameterFor()
    {
        QFETCH(const ServerProfile, profile);
        QTEST(settingsBesideWLanguageCall(profile), "settings");
        QFETCH(const QStringList, settings);
        const QString call = wLanguageCall(profile, WLanguageDialect::French);
        for (const QString &setting : settings)
            QVERIFY2(call.contains(u"// sealport: " + setting + u" = "), qPrintable(call));
        QCOMPARE(call.count(q("// sealport: ")), settings.size());
    }

    void leavesOutWhatOnlyALaterVersionKnows()
    {
        const ServerProfile profile = with([](ServerProfile &p) { p.ofLaterVersions = {{q("colour"), q("red")}}; });
        QVERIFY(!wLanguageCall(profile, WLanguageDialect::French).contains(q("colour")));
    }

    void saysThatWinDevTakesNoOtherThumbprint()
    {
        const ServerProfile profile = with([](ServerProfile &p) {
            p.certificate.by = IdentifyBy::Thumbprint;
            p.certificate.id = q("ab").repeated(32);
        });
        QVERIFY(
            wLanguageCall(profile, WLanguageDialect::French).contains(q("SHA-1 de 40 chiffres : celle-ci en a 64")));
        QVERIFY(wLanguageCall(profile, WLanguageDialect::English).contains(q("SHA-1 thumbprint of 40 digits")));
    }

    void holdsNoPin_data()
    {
        QTest::addColumn<ServerProfile>("profile");
        const QString uri = q("pkcs11:token=a;object=b?pin-value=1234");
        row("in the certificate", [&](ServerProfile &p) { p.certificate.id = uri; });
        row("in the file", [&](ServerProfile &p) { p.certificate.file = uri; });
        row("in a profile that cannot be stored", [&](ServerProfile &p) {
            p.certificate.id = uri;
            p.limits.maxConnections = -1;
        });
        row("in one without a name", [&](ServerProfile &p) {
            p.certificate.id = uri;
            p.name.clear();
        });
    }
    void holdsNoPin()
    {
        QFETCH(const ServerProfile, profile);
        for (const auto dialect : {WLanguageDialect::French, WLanguageDialect::English})
            QVERIFY(!wLanguageCall(profile, dialect).contains(q("1234")));
    }
};

QTEST_GUILESS_MAIN(TestWLanguageWriter)
#include "tst_wlanguage_writer.moc"
