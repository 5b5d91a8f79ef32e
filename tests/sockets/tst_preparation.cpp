#include "model/sockets/preparation.h"
#include "model/sockets/settings_without_effect.h"
#include "model/tls/listening_socket.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QNetworkInterface>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace sealport;
using namespace sealport::test;

namespace {

using Change = std::function<void(ServerProfile &)>;

QString fixture(const char *name)
{
    return QStringLiteral(SEALPORT_CERTIFICATES "/") + QLatin1String(name);
}

Certificate issued(const QString &name, const PrivateKey &key, int firstDay, int lastDay)
{
    CertificateSpec spec = specOf(name);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    spec.notBefore = now.addDays(firstDay);
    spec.notAfter = now.addDays(lastDay).addSecs(3600);
    return issue(spec, key).value();
}

/// An address of this machine that others could reach, if it has one.
QHostAddress outsideAddress()
{
    const QList<QHostAddress> all = QNetworkInterface::allAddresses();
    const auto found = std::ranges::find_if(all, [](const QHostAddress &address) {
        return !address.isLoopback() && !address.isLinkLocal() && address.protocol() == QAbstractSocket::IPv4Protocol;
    });
    return found != all.end() ? *found : QHostAddress();
}

} // namespace
Q_DECLARE_METATYPE(Change)

/// Everything that can be wrong with a server is said at Start, each with its own code, not to the first client.
class TestPreparation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_store = std::make_unique<CertificateStore>(m_folder.filePath(QStringLiteral("certificates")));
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        const auto add = [&](const QString &name, int firstDay, int lastDay) {
            return m_store->add(issued(name, key, firstDay, lastDay), key).value();
        };
        add(QStringLiteral("good.test"), -1, 60);
        add(QStringLiteral("twice.test"), -1, 60);
        add(QStringLiteral("twice.test"), -2, 70);
        add(QStringLiteral("expired.test"), -60, -1);
        add(QStringLiteral("future.test"), 2, 60);
        add(QStringLiteral("soon.test"), -1, 20);
        add(QStringLiteral("later.test"), -1, 32);
        const auto addChanged = [&](const QString &name, int nid, const char *value) {
            const Identity changed = withExtension(makeIdentity(QStringLiteral("ec:P-256"), nullptr, name), nid, value);
            m_store->add(changed.certificate, changed.key).value();
        };
        addChanged(QStringLiteral("agrees.test"), NID_key_usage, "keyAgreement");
        addChanged(QStringLiteral("client.test"), NID_ext_key_usage, "clientAuth");
        const auto writeKey = [&](const QString &name, const QByteArray &content) {
            QFile file(QString(add(name, -1, 60).file).replace(QStringLiteral(".pem"), QStringLiteral(".key")));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        };
        const auto other = PrivateKey::generate(KeyKind{}).value().pkcs8Pem();
        writeKey(QStringLiteral("mixed.test"), QByteArray(reinterpret_cast<const char *>(other->bytes().data()),
                                                          static_cast<qsizetype>(other->bytes().size())));
        writeKey(QStringLiteral("junk.test"), "this is no key at all\n");
        writeKey(QStringLiteral("cut.test"), "-----BEGIN PRIVATE KEY-----\nMIGHAgEA\n-----END PRIVATE KEY-----\n");
        const StoredCertificate keyless = add(QStringLiteral("keyless.test"), -1, 60);
        QVERIFY(QFile::remove(QString(keyless.file).replace(QStringLiteral(".pem"), QStringLiteral(".key"))));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyFaultHasItsCode_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, ErrorCode code, Change change) { QTest::newRow(name) << change << code; };
        const auto certificate = [](const char *id, IdentifyBy by = IdentifyBy::Name) {
            return [id = QString::fromUtf8(id), by](ServerProfile &p) {
                p.certificate.id = id;
                p.certificate.by = by;
            };
        };
        const auto files = [](const char *certificateFile, const char *keyFile) {
            return [certificateFile, keyFile](ServerProfile &p) {
                p.certificate.file = fixture(certificateFile);
                p.certificate.keyFile = *keyFile != '\0' ? fixture(keyFile) : QString();
                p.protocols = modernProtocols;
            };
        };
        row("no name", ErrorCode::InvalidName, [](ServerProfile &p) { p.name.clear(); });
        row("a port outside SocketCréeSSL's range", ErrorCode::InvalidPort, [](ServerProfile &p) { p.port = 443; });
        row("no certificate", ErrorCode::NoCertificate, certificate(""));
        row("no box ticked", ErrorCode::NoProtocol, [](ServerProfile &p) { p.protocols = {}; });
        row("SSL 3.0", ErrorCode::ProtocolUnavailable, [](ServerProfile &p) { p.protocols.insert(Protocol::Ssl3); });
        row("a cipher list that sets more than ciphers", ErrorCode::BadCipherString,
            [](ServerProfile &p) { p.tls.algorithms.ciphers = QStringLiteral("SUITEB128"); });
        row("a limit out of range", ErrorCode::InvalidProfile, [](ServerProfile &p) { p.limits.maxConnections = 0; });
        row("a name nobody has", ErrorCode::CertificateNotFound, certificate("nobody.test"));
        row("a name that two have", ErrorCode::CertificateAmbiguous, certificate("twice.test"));
        row("a certificate without its key", ErrorCode::NoPrivateKey, certificate("keyless.test"));
        row("a certificate with the key of another", ErrorCode::KeyMismatch, certificate("mixed.test"));
        row("a certificate with a key file of nonsense", ErrorCode::NoPrivateKeyInFile, certificate("junk.test"));
        row("a certificate with a key that was cut short", ErrorCode::MalformedKey, certificate("cut.test"));
        row("no thumbprint", ErrorCode::NotAThumbprint, certificate("good.test", IdentifyBy::Thumbprint));
        row("half a thumbprint", ErrorCode::ThumbprintLength, certificate("9d a4 84", IdentifyBy::Thumbprint));
        row("a thumbprint nobody has", ErrorCode::CertificateNotFound,
            certificate("9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24", IdentifyBy::Thumbprint));
        row("an application id", ErrorCode::ApplicationNotRegistered,
            certificate("ACME_SERVER", IdentifyBy::Application));
        row("a file that is not there", ErrorCode::FileNotFound, files("nothing.pem", ""));
        row("a file without a certificate", ErrorCode::NoCertificateInFile, files("ed25519.key", ""));
        row("a file without the key", ErrorCode::NoPrivateKey, files("leaf.pem", ""));
        row("a key file without a key", ErrorCode::NoPrivateKeyInFile, files("leaf.pem", "root.pem"));
        row("the key of another", ErrorCode::KeyMismatch, files("leaf.pem", "other.key"));
        row("a key behind a pass phrase", ErrorCode::PassphraseNeeded, files("rsa.pem", "rsa-pkcs8-pbkdf2.key"));
        row("a chain of others", ErrorCode::ChainMismatch, [files](ServerProfile &p) {
            files("leaf.pem", "leaf.key")(p);
            p.certificate.chainFile = fixture("rsa.pem");
        });
        row("a key too short for modern protocols", ErrorCode::KeyTooWeak, files("rsa.pem", "rsa-pkcs1.key"));
        row("a reply with a file that is not there", ErrorCode::FileNotFound,
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File, .path = QStringLiteral("/nothing/at/all")}; });
        row("a reply with a device", ErrorCode::FileNotReadable,
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File, .path = QStringLiteral("/dev/null")}; });
        row("an address of another machine", ErrorCode::AddressNotLocal,
            [](ServerProfile &p) { p.address = QStringLiteral("192.0.2.1"); });
        row("a host name that nobody has", ErrorCode::AddressNotFound,
            [](ServerProfile &p) { p.address = QStringLiteral("no-such-host.invalid"); });
        row("no address", ErrorCode::AddressNotFound, [](ServerProfile &p) { p.address.clear(); });
        row("words for an address", ErrorCode::AddressNotFound,
            [](ServerProfile &p) { p.address = QStringLiteral("not an address"); });
    }
    void everyFaultHasItsCode()
    {
        QFETCH(const Change, change);
        ServerProfile profile = good();
        change(profile);
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(!prepared.has_value());
        QTEST(prepared.error().code, "code");
    }

    void ambiguousNameListsItsCandidates()
    {
        ServerProfile profile = good();
        profile.certificate.id = QStringLiteral("twice.test");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(!prepared.has_value());
        QCOMPARE(prepared.error().values.size(), 2);
    }

    void goodServerIsReadyWithoutAWarning()
    {
        ServerProfile profile = good();
        profile.protocols = modernProtocols;
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QVERIFY(prepared->context);
        QVERIFY(prepared->profile == profile);
        QCOMPARE(prepared->address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(prepared->context->certificate().name(), QStringLiteral("good.test"));
        QVERIFY(prepared->warnings.empty());
    }

    void plainServerNeedsNothingOfTls()
    {
        ServerProfile profile;
        profile.name = QStringLiteral("plain");
        profile.opening = Opening::plain();
        profile.certificate.id = QStringLiteral("nobody.test"); // left over from the time when it had TLS
        profile.protocols = {Protocol::Ssl3};
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QVERIFY(!prepared->context);
        QCOMPARE(prepared->address, QHostAddress(QHostAddress::LocalHost));
        QCOMPARE(prepared->warnings, std::vector<Warning>({{.code = WarningCode::NotEncrypted, .values = {}}}));
    }

    void serverThatMayBecomeTlsIsCheckedAsIfItWereAlready_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::newRow("on request") << Opening::onRequest();
        QTest::newRow("after FTP") << Opening::startTls(PlainProtocol::Ftp);
    }
    void serverThatMayBecomeTlsIsCheckedAsIfItWereAlready()
    {
        ServerProfile profile = good();
        QFETCH(const Opening, opening);
        profile.opening = opening;
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QVERIFY(prepared->context);
        const Warning notEncrypted{.code = WarningCode::NotEncrypted, .values = {}};
        QCOMPARE(std::ranges::count(prepared->warnings, notEncrypted), opening == Opening::onRequest() ? 1 : 0);
        profile.certificate.id = QStringLiteral("keyless.test");
        QCOMPARE(prepareServer(profile, *m_store).error().code, ErrorCode::NoPrivateKey);
    }

    void postgreSqlIsNamedUnlessTheUserNamesSomething_data()
    {
        QTest::addColumn<Opening>("opening");
        QTest::addColumn<QStringList>("wished");
        QTest::addColumn<QStringList>("offered");
        const Opening postgreSql = Opening::startTls(PlainProtocol::PostgreSql);
        const QStringList name{QStringLiteral("postgresql")};
        const QStringList other{QStringLiteral("h2")};
        QTest::newRow("PostgreSQL") << postgreSql << QStringList() << name;
        QTest::newRow("PostgreSQL with a name of the user's") << postgreSql << other << other;
        QTest::newRow("SMTP") << Opening::startTls(PlainProtocol::Smtp) << QStringList() << QStringList();
        QTest::newRow("TLS at once") << Opening{} << QStringList() << QStringList();
    }
    void postgreSqlIsNamedUnlessTheUserNamesSomething()
    {
        ServerProfile profile = good();
        QFETCH(const Opening, opening);
        QFETCH(const QStringList, wished);
        profile.opening = opening;
        profile.tls.alpn = wished;
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QTEST(prepared->context->policy().alpn, "offered");
        QVERIFY(!prepared->context->policy().requiresAlpn);
        QVERIFY2(prepared->profile == profile, "what the user wrote stays as it is");
    }

    void aLevelAboveOldProtocolsIsNotTheKeysFault()
    {
        ServerProfile profile = good(); // with TLS 1.0, 1.1 and 1.2
        profile.tls.algorithms.securityLevel = 2;
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        const auto byLevel = std::ranges::find(prepared->warnings, WarningCode::LevelShutsOut, &Warning::code);
        QVERIFY(byLevel != prepared->warnings.end());
        QCOMPARE(byLevel->values,
                 (QStringList{QStringLiteral("2"), QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1")}));
        QCOMPARE(std::ranges::count(prepared->warnings, WarningCode::ProtocolsUnreachable, &Warning::code), 0);
    }

    void weakKeyIsGoodEnoughForOldProtocols()
    {
        ServerProfile profile = good();
        profile.certificate.file = fixture("rsa.pem");
        profile.certificate.keyFile = fixture("rsa-pkcs1.key");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        const auto weak = std::ranges::find(prepared->warnings, WarningCode::WeakKey, &Warning::code);
        QVERIFY2(weak != prepared->warnings.end(), "though clients may think otherwise");
        QCOMPARE(weak->values, (QStringList{QStringLiteral("RSA"), QStringLiteral("1024")}));
    }

    void thumbprintCopiedFromWindowsFindsItsCertificate()
    {
        const auto listing = m_store->list();
        const auto wanted =
            std::ranges::find(listing.certificates, QStringLiteral("good.test"),
                              [](const StoredCertificate &stored) { return stored.certificate.name(); });
        QVERIFY(wanted != listing.certificates.end());
        ServerProfile profile = good();
        profile.certificate.by = IdentifyBy::Thumbprint;
        profile.certificate.id =
            QChar(0x200e) + formatThumbprint(wanted->certificate.sha1(), ThumbprintFormat::Windows).toUpper();
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QVERIFY(prepared->context->certificate() == wanted->certificate);
    }

    void warningsSayWhatAUserShouldKnow_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QStringList>("warnings");
        QTest::addColumn<QStringList>("values"); ///< of the last one
        const auto row = [](const char *name, Change change, const QStringList &warnings, const QStringList &values) {
            QTest::newRow(name) << change << warnings << values;
        };
        const QString outdated = QStringLiteral("outdated-protocols");
        const QString lowered = QStringLiteral("security-level-lowered");
        row("SocketCréeSSL's defaults", [](ServerProfile &p) { p.protocols = socketCreeSslProtocols; },
            {outdated, lowered}, {QStringLiteral("0")});
        row("who could read along is said first",
            [](ServerProfile &p) {
                p.protocols = socketCreeSslProtocols;
                p.address = QStringLiteral("0.0.0.0");
                p.tls.keyLog = QStringLiteral("/nowhere/keys.log");
                p.tls.capture = QStringLiteral("/nowhere/all.pcapng");
            },
            {QStringLiteral("keys-logged"), QStringLiteral("traffic-captured"), outdated, lowered,
             QStringLiteral("listens-on-all-addresses")},
            {});
        row("TLS 1.2 and 1.3", [](ServerProfile &) {}, {}, {});
        const auto certificate = [](const char *name) {
            return [name](ServerProfile &p) { p.certificate.id = QLatin1String(name); };
        };
        row("a certificate that has expired", certificate("expired.test"), {QStringLiteral("certificate-expired")}, {});
        row("a certificate of the future", certificate("future.test"), {QStringLiteral("certificate-not-yet-valid")},
            {});
        row("a certificate with 20 days to go", certificate("soon.test"), {QStringLiteral("certificate-expires-soon")},
            {});
        row("a certificate with 32 days to go", certificate("later.test"), {}, {});
        row("a certificate that does not let its key sign", certificate("agrees.test"),
            {QStringLiteral("key-may-not-sign")}, {QStringLiteral("TLS 1.2")});
        row("a certificate for clients", certificate("client.test"), {QStringLiteral("not-for-servers")}, {});
        row("every address", [](ServerProfile &p) { p.address = QStringLiteral("0.0.0.0"); },
            {QStringLiteral("listens-on-all-addresses")}, {});
        if (const QHostAddress outside = outsideAddress(); !outside.isNull())
            row("an address that others can reach", [outside](ServerProfile &p) { p.address = outside.toString(); },
                {QStringLiteral("reachable-from-outside")}, {outside.toString()});
    }
    void warningsSayWhatAUserShouldKnow()
    {
        QFETCH(const Change, change);
        QFETCH(const QStringList, values);
        ServerProfile profile = good();
        profile.protocols = modernProtocols;
        change(profile);
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QStringList names;
        for (const Warning &warning : prepared->warnings)
            names.append(warningName(warning.code));
        QTEST(names, "warnings");
        if (!values.isEmpty())
            QCOMPARE(prepared->warnings.back().values, values);
    }

    void daysThatAreLeftAreTold()
    {
        ServerProfile profile = good();
        profile.protocols = modernProtocols;
        profile.certificate.id = QStringLiteral("soon.test");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        const int days = prepared->warnings.front().values.value(0).toInt();
        QVERIFY2(days == 20 || days == 21, "twenty and an hour, which may cross midnight");
    }

    void outdatedProtocolsAreNamed()
    {
        ServerProfile profile = good();
        profile.protocols = {Protocol::Tls1_1, Protocol::Tls1_3};
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QCOMPARE(prepared->warnings.front().values, QStringList{QStringLiteral("TLS 1.1")});
    }

    void hostNameIsResolvedAndAChoiceIsSaid()
    {
        ServerProfile profile = good();
        profile.protocols = modernProtocols;
        profile.address = QStringLiteral(" localhost ");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY(prepared.has_value());
        QVERIFY(prepared->address.isLoopback());
        for (const Warning &warning : prepared->warnings) {
            QVERIFY(warning.code == WarningCode::AddressChosen);
            QCOMPARE(warning.values.value(0), prepared->address.toString());
        }
    }

    void allThatAHostNameLeadsToIsTold_data()
    {
        QTest::addColumn<QStringList>("leadsTo");
        QTest::addColumn<QString>("used");
        QTest::addColumn<QStringList>("warning"); ///< its values
        const QString own = QStringLiteral("127.0.0.1");
        const QString second = QStringLiteral("127.0.0.2");
        const QString strange = QStringLiteral("198.51.100.7");
        QTest::newRow("one address") << QStringList{own} << own << QStringList{};
        QTest::newRow("the first of two") << QStringList{own, second} << own << QStringList{own, second};
        QTest::newRow("the only one that is ours") << QStringList{strange, own} << own << QStringList{own, strange};
    }
    void allThatAHostNameLeadsToIsTold()
    {
        QFETCH(const QStringList, leadsTo);
        QFETCH(const QStringList, warning);
        ServerProfile profile = good();
        profile.protocols = modernProtocols;
        profile.address = QStringLiteral("some.test");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store, {}, answering(leadsTo));
        QVERIFY(prepared.has_value());
        QTEST(prepared->address.toString(), "used");
        QCOMPARE(prepared->resolved, leadsTo);
        const auto chosen = std::ranges::find(prepared->warnings, WarningCode::AddressChosen, &Warning::code);
        QCOMPARE(chosen != prepared->warnings.end() ? chosen->values : QStringList(), warning);

        profile.address = QStringLiteral("127.0.0.1");
        QVERIFY2(prepareServer(profile, *m_store)->resolved.isEmpty(), "an address leads nowhere else");
    }

    void hostNameOfAnotherMachineSaysWhereItLeads()
    {
        const QStringList strange{QStringLiteral("198.51.100.7"), QStringLiteral("2001:db8::7")};
        ServerProfile profile = good();
        profile.address = QStringLiteral("some.test");
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store, {}, answering(strange));
        QVERIFY(!prepared.has_value());
        QCOMPARE(prepared.error().code, ErrorCode::AddressNotLocal);
        QCOMPARE(prepared.error().values, strange);
    }

    void saysWhichSettingsHaveNoEffect_data()
    {
        QTest::addColumn<ProtocolSet>("protocols");
        QTest::addColumn<TlsSettings>("tls");
        QTest::addColumn<QStringList>("values"); ///< of all warnings about it
        const ProtocolSet tls12{Protocol::Tls1_2};
        const ProtocolSet tls13{Protocol::Tls1_3};
        const auto row = [](const char *name, ProtocolSet protocols, const TlsSettings &tls, const char *values) {
            QTest::newRow(name) << protocols << tls << QString::fromLatin1(values).split(u' ', Qt::SkipEmptyParts);
        };
        const TlsSettings early{.earlyData = 100};
        const TlsSettings earlyWithoutTickets{.resumption = {.tickets = 0}, .earlyData = 100};
        row("early data", modernProtocols, early, "");
        row("early data below TLS 1.3", tls12, early, "earlyData tls1.3");
        row("early data without tickets", modernProtocols, earlyWithoutTickets, "earlyData tickets");
        row("early data without both is said once", tls12, earlyWithoutTickets, "earlyData tls1.3");
        row("as much early data as is held for a client", modernProtocols, {.earlyData = 1 << 20}, "");
        row("more early data than is held for a client", modernProtocols, {.earlyData = (1 << 20) + 1},
            "earlyData maxHeldBytes");
        row("more of it below TLS 1.3 is said once", tls12, {.earlyData = 2 << 20}, "earlyData tls1.3");
        row("more of it without tickets is said once", modernProtocols,
            {.resumption = {.tickets = 0}, .earlyData = 2 << 20}, "earlyData tickets");
        const TlsSettings newSuites{.algorithms = {.cipherSuites = QStringLiteral("TLS_AES_128_GCM_SHA256")}};
        row("suites of TLS 1.3", tls13, newSuites, "");
        row("suites of TLS 1.3 below it", tls12, newSuites, "cipherSuites tls1.3");
        const TlsSettings oldSuites{.algorithms = {.ciphers = QStringLiteral("HIGH")}};
        row("suites of TLS 1.2", modernProtocols, oldSuites, "");
        row("suites of TLS 1.2 with TLS 1.3 alone", tls13, oldSuites, "ciphers tls1.2");
        row("a level that is commanded for TLS 1.3 too", tls13,
            {.algorithms = {.ciphers = QStringLiteral("HIGH:@SECLEVEL=1")}}, "");
        row("renegotiation", modernProtocols, {.renegotiation = Renegotiation::Secure}, "");
        row("renegotiation with TLS 1.3 alone", tls13, {.renegotiation = Renegotiation::Secure},
            "renegotiation tls1.2");
        row("no DHE with TLS 1.3 alone", tls13, {.dhParameters = QStringLiteral("none")}, "dhParameters tls1.2");
        row("a protocol that is demanded", tls13, {.alpn = {QStringLiteral("h2")}, .requiresAlpn = true}, "");
        row("a protocol that is demanded and not named", tls13, {.requiresAlpn = true}, "requiresAlpn alpn");
        row("authorities of clients that are not asked", tls13, {.clientAuthorities = QStringLiteral("/ca.pem")},
            "clientAuthorities clientCertificates");
    }
    void saysWhichSettingsHaveNoEffect()
    {
        QFETCH(const ProtocolSet, protocols);
        QFETCH(const TlsSettings, tls);
        ServerProfile profile = good();
        profile.protocols = protocols;
        profile.tls = tls;
        const Result<PreparedServer> prepared = prepareServer(profile, *m_store);
        QVERIFY2(prepared.has_value(), prepared ? "" : qPrintable(errorName(prepared.error().code)));
        QStringList values;
        for (const Warning &warning : prepared->warnings)
            if (warning.code == WarningCode::WithoutEffect)
                values += warning.values;
        QTEST(values, "values");
        profile.opening = Opening::plain();
        QVERIFY(settingsWithoutEffect(profile).empty());
    }

    void everyWarningHasANameOfItsOwn()
    {
        QStringList names;
        for (int code = 0; code <= static_cast<int>(WarningCode::NobodyTrusted); ++code)
            names.append(warningName(static_cast<WarningCode>(code)));
        QCOMPARE(names.removeDuplicates(), 0);
        QVERIFY(!names.contains(QString()));
    }

private:
    static Resolver answering(const QStringList &addresses)
    {
        return [addresses](const QString &) -> Result<QList<QHostAddress>> {
            QList<QHostAddress> found;
            for (const QString &address : addresses)
                found.append(QHostAddress(address));
            return found;
        };
    }

    static ServerProfile good()
    {
        ServerProfile profile;
        profile.name = QStringLiteral("sSocketSSL");
        profile.certificate.id = QStringLiteral("good.test");
        return profile;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CertificateStore> m_store;
};

QTEST_GUILESS_MAIN(TestPreparation)
#include "tst_preparation.moc"
