#include "model/certificates/key_store_mark.h"
#include "model/sockets/preflight.h"
#include "model/tls/pcapng_writer.h"
#include "tests/tls/descriptor.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace sealport;
using namespace sealport::test;

using Change = std::function<void(ServerProfile &)>;
Q_DECLARE_METATYPE(Change)

namespace {

QString fixture(const char *name)
{
    return QStringLiteral(SEALPORT_CERTIFICATES "/") + QLatin1String(name);
}

CheckOutcome worst(const Preflight &preflight, CheckCode code)
{
    CheckOutcome found = CheckOutcome::Ok;
    for (const Check &check : preflight.checks)
        if (check.code == code)
            found = std::max(found, check.outcome);
    return found;
}

const Check *faultOf(const Preflight &preflight, CheckCode code)
{
    const auto isIt = [code](const Check &check) { return check.code == code && check.outcome != CheckOutcome::Ok; };
    const auto found = std::ranges::find_if(preflight.checks, isIt);
    return found == preflight.checks.end() ? nullptr : &*found;
}

} // namespace

/// Everything that is looked at before Start is told in both states, all of it at once, and what a button offers helps.
class TestPreflight final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void goodServerPassesEveryCheck();
    void whatIsUsedBesidesIsLookedAtToo();
    void everyFaultHasItsCheckAndItsButtonHelps_data();
    void everyFaultHasItsCheckAndItsButtonHelps();
    void theAddressOfferedIsOfTheVersionThatWasTyped_data();
    void theAddressOfferedIsOfTheVersionThatWasTyped();
    void severalFaultsAreToldAtOnce();
    void aFileOfTheServerIsNoKeyStoreUnlessItIs();
    void faultOfAFurtherCertificateIsNotTheMainOnes();
    void portOfTheServerItselfIsFreeToIt();
    void plainServerNeedsNoCertificate();
    void lockedKeyIsNoError();
    void betterCertificateIsOneForTheAddress();

private:
    [[nodiscard]] Preflight look(const ServerProfile &profile, const std::optional<Endpoint> &own = {}) const
    {
        return preflight(profile, {.store = *m_store, .own = own});
    }
    [[nodiscard]] QString path(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    static ServerProfile good()
    {
        ServerProfile profile;
        profile.name = QStringLiteral("sSocketSSL");
        profile.port = 0;
        profile.certificate.id = QStringLiteral("good.test");
        profile.protocols = modernProtocols;
        return profile;
    }

    QTemporaryDir m_folder;
    std::unique_ptr<CertificateStore> m_store;
    Descriptor m_taken = listenAt(loopback); ///< a port that somebody has
};

void TestPreflight::initTestCase()
{
    m_store = std::make_unique<CertificateStore>(path("certificates"));
    const auto keep = [this](const Identity &identity) {
        return m_store->add(identity.certificate, identity.key).value();
    };
    const auto named = [](const char *name) {
        return makeIdentity(QStringLiteral("ec:P-256"), nullptr, QLatin1String(name));
    };
    keep(named("good.test"));
    const auto withDates = [&](const char *name, int firstDay, int lastDay) {
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        CertificateSpec spec = specOf(QLatin1String(name));
        spec.notBefore = QDateTime::currentDateTimeUtc().addDays(firstDay);
        spec.notAfter = QDateTime::currentDateTimeUtc().addDays(lastDay).addSecs(3600);
        keep({.certificate = issue(spec, key).value(), .key = key, .chain = {}});
    };
    withDates("expired.test", -60, -1);
    withDates("future.test", 2, 60);
    withDates("soon.test", -1, 20);
    keep(withExtension(named("shop.test"), NID_subject_alt_name, "DNS:shop.test"));
    keep(withExtension(named("client.test"), NID_ext_key_usage, "clientAuth"));
    keep(withExtension(named("agrees.test"), NID_key_usage, "keyAgreement"));
    const StoredCertificate keyless = keep(named("keyless.test"));
    QVERIFY(QFile::remove(CertificateStore::keyFile(keyless.file)));
    const auto put = [this](const char *name, const QByteArray &content) {
        QFile file(path(name));
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size()
               && file.setPermissions(QFile::ReadOwner);
    };
    QVERIFY(put("diary", "dear diary") && QFile::link(path("elsewhere"), path("link")));
    QVERIFY(put("older.pcapng", pcapngStart(QStringLiteral("Sealport 1.0"), {})));
    const Identity root = makeIdentity(QStringLiteral("ec:P-256"), nullptr, QStringLiteral("Root"), true);
    const Identity middle = makeIdentity(QStringLiteral("ec:P-256"), &root, QStringLiteral("Middle"), true);
    const Identity strange = makeIdentity(QStringLiteral("ec:P-256"), nullptr, QStringLiteral("Strange"), true);
    keep(root);
    keep(middle);
    keep(makeIdentity(QStringLiteral("ec:P-256"), &middle, QStringLiteral("issued.test")));
    keep(makeIdentity(QStringLiteral("ec:P-256"), &strange, QStringLiteral("orphan.test")));
}

void TestPreflight::goodServerPassesEveryCheck()
{
    const Preflight found = look(good());
    QVERIFY(!found.hasErrors());
    QVERIFY(!found.isLocked());
    QCOMPARE(found.certificate, QStringLiteral("good.test"));
    QCOMPARE(found.address, loopback);
    QList<int> codes;
    for (const Check &check : found.checks) {
        QCOMPARE(check.outcome, CheckOutcome::Ok);
        QVERIFY(!check.mend);
        codes.append(static_cast<int>(check.code));
    }
    using enum CheckCode;
    QList<int> expected;
    for (const CheckCode code : {Settings, Certificate, Key, KeyStrength, Validity, HostNames, Purpose, Chain,
                                 Protocols, Suites, Algorithms, Address, Port})
        expected.append(static_cast<int>(code));
    QCOMPARE(codes, expected);
}

void TestPreflight::whatIsUsedBesidesIsLookedAtToo()
{
    ServerProfile profile = good();
    profile.certificate.id = QStringLiteral("issued.test");
    profile.address = QStringLiteral("localhost");
    profile.tls.clientCertificates = ClientCertificateMode::Require;
    profile.tls.clientAuthorities = fixture("root.pem");
    const Preflight found = look(profile);
    QVERIFY(!found.hasErrors());
    const auto valuesOf = [&found](CheckCode code) {
        const auto check = std::ranges::find(found.checks, code, &Check::code);
        return check == found.checks.end() ? QStringList{QStringLiteral("not looked at")} : check->values;
    };
    QCOMPARE(valuesOf(CheckCode::Files), QStringList{fixture("root.pem")});
    QCOMPARE(valuesOf(CheckCode::ClientAuthorities), QStringList{QStringLiteral("1")});
    QCOMPARE(valuesOf(CheckCode::Chain), QStringList{QStringLiteral("1")});
    QVERIFY(!found.resolved.isEmpty());
    const QStringList suites = valuesOf(CheckCode::Suites);
    QCOMPARE(suites.size(), 4);
    QCOMPARE(suites.at(0), QStringLiteral("TLS 1.2"));
    QVERIFY(suites.at(1).toInt() > 0);
}

void TestPreflight::everyFaultHasItsCheckAndItsButtonHelps_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<CheckCode>("code");
    QTest::addColumn<CheckOutcome>("outcome");
    QTest::addColumn<bool>("hasButton");
    using enum CheckCode;
    using enum CheckOutcome;
    const auto row = [](const char *name, CheckCode code, CheckOutcome outcome, bool hasButton, const Change &change) {
        QTest::newRow(name) << change << code << outcome << hasButton;
    };
    const auto certificate = [](const char *id) {
        return [id](ServerProfile &p) { p.certificate.id = QLatin1String(id); };
    };
    const auto files = [](const char *certificateFile, const char *keyFile) {
        return [certificateFile, keyFile](ServerProfile &p) {
            p.certificate.file = fixture(certificateFile);
            p.certificate.keyFile = fixture(keyFile);
        };
    };
    row("no name", Settings, Error, false, [](ServerProfile &p) { p.name.clear(); });
    row("a limit out of range", Settings, Error, false, [](ServerProfile &p) { p.limits.maxConnections = 0; });
    row("no certificate", Certificate, Error, true, certificate(""));
    row("a name that nobody has", Certificate, Error, true, certificate("nobody.test"));
    row("a certificate without its key", Key, Error, true, certificate("keyless.test"));
    row("the key of another", Key, Error, true, files("leaf.pem", "other.key"));
    row("a key too short for the level", KeyStrength, Error, true, files("rsa.pem", "rsa-pkcs1.key"));
    row("a key too short for clients", KeyStrength, CheckOutcome::Warning, true, [files](ServerProfile &p) {
        files("rsa.pem", "rsa-pkcs1.key")(p);
        p.tls.algorithms.securityLevel = 0;
    });
    row("an expired certificate", Validity, CheckOutcome::Warning, true, certificate("expired.test"));
    row("a certificate of the future", Validity, CheckOutcome::Warning, true, certificate("future.test"));
    row("a certificate with twenty days to go", Validity, CheckOutcome::Warning, false, certificate("soon.test"));
    row("a certificate for another host", HostNames, CheckOutcome::Warning, true, certificate("shop.test"));
    row("a certificate for clients", Purpose, CheckOutcome::Warning, true, certificate("client.test"));
    row("a key that may not sign", Purpose, CheckOutcome::Warning, true, certificate("agrees.test"));
    row("an issuer that nobody has", Chain, CheckOutcome::Warning, false, certificate("orphan.test"));
    row("no chain", Chain, CheckOutcome::Warning, true, [](ServerProfile &p) {
        p.certificate.id = QStringLiteral("issued.test");
        p.tls.chain = ChainForm::LeafOnly;
    });
    row("a chain in the wrong order", Chain, CheckOutcome::Warning, true, [](ServerProfile &p) {
        p.certificate.id = QStringLiteral("issued.test");
        p.tls.chain = ChainForm::Reversed;
    });
    row("no box ticked", Protocols, Error, true, [](ServerProfile &p) { p.protocols = {}; });
    row("a protocol that is not there", Protocols, Error, true,
        [](ServerProfile &p) { p.protocols.insert(Protocol::Ssl2); });
    row("an outdated protocol", Protocols, CheckOutcome::Warning, true,
        [](ServerProfile &p) { p.protocols.insert(Protocol::Tls1_1); });
    row("a key without any protocol", Suites, Error, true, [files](ServerProfile &p) {
        files("dsa.pem", "dsa.key")(p);
        p.tls.algorithms.securityLevel = 0;
        p.protocols = {Protocol::Tls1_3};
    });
    row("suites for another key", Suites, CheckOutcome::Warning, true,
        [](ServerProfile &p) { p.tls.algorithms.ciphers = QStringLiteral("ECDHE-RSA-AES128-GCM-SHA256"); });
    row("suites of none of the protocols", Suites, Error, true, [](ServerProfile &p) {
        p.protocols = {Protocol::Tls1_1, Protocol::Tls1_3};
        p.tls.algorithms.ciphers = QStringLiteral("ECDHE-ECDSA-AES128-GCM-SHA256");
    });
    row("a list that OpenSSL refuses", Algorithms, Error, true,
        [](ServerProfile &p) { p.tls.algorithms.groups = QStringLiteral("X25519:nonsense"); });
    row("clients without an authority", ClientAuthorities, Error, true,
        [](ServerProfile &p) { p.tls.clientCertificates = ClientCertificateMode::Require; });
    row("clients whom nobody is trusted for", ClientAuthorities, CheckOutcome::Warning, true,
        [](ServerProfile &p) { p.tls.clientCertificates = ClientCertificateMode::Report; });
    row("parameters that are not there", Files, Error, true,
        [this](ServerProfile &p) { p.tls.dhParameters = path("none.pem"); });
    row("parameters that are none", Files, Error, true,
        [](ServerProfile &p) { p.tls.dhParameters = fixture("leaf.pem"); });
    row("shared keys that are not there", Files, Error, true,
        [this](ServerProfile &p) { p.tls.sharedSecrets = path("none.psk"); });
    row("a key log in a folder that is not there", Files, Error, true,
        [this](ServerProfile &p) { p.tls.keyLog = path("nowhere/keys.log"); });
    row("a key log", Secrecy, CheckOutcome::Warning, true,
        [this](ServerProfile &p) { p.tls.keyLog = path("keys.log"); });
    row("a capture", Secrecy, CheckOutcome::Warning, true,
        [this](ServerProfile &p) { p.tls.capture = path("traffic.pcapng"); });
    row("a capture in a folder that is not there", Files, Error, true,
        [this](ServerProfile &p) { p.tls.capture = path("nowhere/traffic.pcapng"); });
    row("a capture in the place of something else", Files, Error, true,
        [this](ServerProfile &p) { p.tls.capture = path("diary"); });
    row("a capture of a plain server in the place of something else", Files, Error, true, [this](ServerProfile &p) {
        p.opening = Opening::plain();
        p.tls.capture = path("diary");
    });
    row("a capture of a server with TLS on request in the place of something else", Files, Error, true,
        [this](ServerProfile &p) {
            p.opening = Opening::onRequest();
            p.tls.capture = path("diary");
        });
    row("a capture in the place of a link", Files, Error, true,
        [this](ServerProfile &p) { p.tls.capture = path("link"); });
    row("a key log in the place of something else", Files, Error, true,
        [this](ServerProfile &p) { p.tls.keyLog = path("diary"); });
    row("an older capture that may only be read", Secrecy, CheckOutcome::Warning, true,
        [this](ServerProfile &p) { p.tls.capture = path("older.pcapng"); });
    row("one file for the capture and the key log", Settings, Error, false, [this](ServerProfile &p) {
        p.tls.capture = path("traffic");
        p.tls.keyLog = path("nowhere/../traffic");
    });
    row("early data without TLS 1.3", Settings, CheckOutcome::Warning, false, [](ServerProfile &p) {
        p.protocols = {Protocol::Tls1_2};
        p.tls.earlyData = 100;
    });
    row("an application protocol that is demanded and not named", Settings, CheckOutcome::Warning, false,
        [](ServerProfile &p) { p.tls.requiresAlpn = true; });
    row("no TLS", Secrecy, CheckOutcome::Warning, false, [](ServerProfile &p) { p.opening = Opening::plain(); });
    row("an address of another machine", Address, Error, true,
        [](ServerProfile &p) { p.address = QStringLiteral("192.0.2.1"); });
    row("a host name that nobody has", Address, Error, true,
        [](ServerProfile &p) { p.address = QStringLiteral("no-such-host.invalid"); });
    row("no address", Address, Error, true, [](ServerProfile &p) { p.address.clear(); });
    row("every address", Address, CheckOutcome::Warning, true,
        [](ServerProfile &p) { p.address = QStringLiteral("0.0.0.0"); });
    row("a port outside of SocketCréeSSL's range", Port, Error, true, [](ServerProfile &p) { p.port = 4999; });
    row("a port that somebody has", Port, Error, true, [this](ServerProfile &p) {
        p.port = m_taken.port();
        p.anyPort = true;
        p.addressUse = AddressUse::Unique;
    });
}

void TestPreflight::everyFaultHasItsCheckAndItsButtonHelps()
{
    QFETCH(const Change, change);
    QFETCH(const CheckCode, code);
    QFETCH(const CheckOutcome, outcome);
    QFETCH(const bool, hasButton);
    QVERIFY(worst(look(good()), code) == CheckOutcome::Ok);
    ServerProfile profile = good();
    change(profile);
    const Preflight found = look(profile);
    QCOMPARE(worst(found, code), outcome);
    QCOMPARE(found.hasErrors(), outcome == CheckOutcome::Error);
    const Check *fault = faultOf(found, code);
    QVERIFY(!std::holds_alternative<std::monostate>(fault->fault));
    QCOMPARE(fault->mend.has_value(), hasButton);
    if (hasButton) {
        const Preflight after = look(mended(profile, *fault->mend));
        QVERIFY2(worst(after, code) < outcome, qPrintable(fault->mend->value));
    }
}

void TestPreflight::aFileOfTheServerIsNoKeyStoreUnlessItIs()
{
    ServerProfile profile = good();
    profile.tls.clientCertificates = ClientCertificateMode::Require;
    profile.tls.clientAuthorities = path("none.pem");
    profile.tls.dhParameters = path("none.dh");
    const Preflight found = look(profile);
    for (const Check &check : found.checks)
        if (const auto *error = std::get_if<Error>(&check.fault)) {
            QCOMPARE(error->code, ErrorCode::FileNotFound);
            QCOMPARE(error->values.contains(keyStore), error->subject == profile.tls.clientAuthorities);
        }
    QVERIFY(found.hasErrors());
}

void TestPreflight::theAddressOfferedIsOfTheVersionThatWasTyped_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<bool>("isIpv6");
    QTest::newRow("IPv4 of another machine") << QStringLiteral("192.0.2.1") << false;
    QTest::newRow("IPv6 of another machine") << QStringLiteral("2001:db8::1") << true;
    QTest::newRow("a name that leads nowhere") << QStringLiteral("127.0.0.l") << false;
    QTest::newRow("every address") << QStringLiteral("0.0.0.0") << false;
}

void TestPreflight::theAddressOfferedIsOfTheVersionThatWasTyped()
{
    QFETCH(const QString, typed);
    QFETCH(const bool, isIpv6);
    ServerProfile profile = good();
    profile.address = typed;
    const Preflight found = look(profile);
    const Check *fault = faultOf(found, CheckCode::Address);
    QVERIFY(fault && fault->mend);
    QCOMPARE(fault->mend->value.contains(u':'), isIpv6);
}

void TestPreflight::severalFaultsAreToldAtOnce()
{
    ServerProfile profile = good();
    profile.name.clear();
    profile.certificate.id = QStringLiteral("expired.test");
    profile.protocols = {Protocol::Ssl2, Protocol::Tls1_2};
    profile.tls.algorithms.groups = QStringLiteral("nonsense");
    profile.tls.dhParameters = path("none.pem");
    profile.tls.clientCertificates = ClientCertificateMode::Ask;
    profile.tls.alpn = {QString()};
    profile.address = QStringLiteral("192.0.2.1");
    const Preflight found = look(profile);
    using enum CheckCode;
    for (const CheckCode code : {Settings, Protocols, Algorithms, Files, ClientAuthorities, Address})
        QVERIFY2(worst(found, code) == CheckOutcome::Error, qPrintable(QString::number(static_cast<int>(code))));
    QVERIFY(worst(found, Validity) == CheckOutcome::Warning);
    QVERIFY2(worst(found, Key) == CheckOutcome::Ok && found.certificate == u"expired.test", "what is well is told");
}

void TestPreflight::faultOfAFurtherCertificateIsNotTheMainOnes()
{
    ServerProfile profile = good();
    profile.furtherCertificates = {{.by = IdentifyBy::Name, .id = QStringLiteral("nobody.test")}};
    Preflight found = look(profile);
    QVERIFY(found.hasErrors());
    QCOMPARE(found.certificate, QStringLiteral("good.test"));
    QVERIFY2(!faultOf(found, CheckCode::Certificate)->mend, "another main certificate would not help");
    profile.furtherCertificates = {{.by = IdentifyBy::Name, .id = QStringLiteral("soon.test")}};
    found = look(profile);
    QVERIFY2(worst(found, CheckCode::Key) == CheckOutcome::Error, "both have a key of the same type");
}

void TestPreflight::portOfTheServerItselfIsFreeToIt()
{
    ServerProfile profile = good();
    profile.anyPort = true;
    profile.port = m_taken.port();
    const Endpoint own{.address = loopback, .port = profile.port};
    QVERIFY(worst(look(profile, own), CheckCode::Port) == CheckOutcome::Ok);
    ServerProfile wider = profile;
    wider.address = QStringLiteral("0.0.0.0");
    wider.addressUse = AddressUse::Unique;
    QVERIFY2(worst(look(wider, own), CheckCode::Port) == CheckOutcome::Ok, "all addresses in place of its own");
    const Endpoint other{.address = QHostAddress(QStringLiteral("127.0.0.2")), .port = profile.port};
    QVERIFY(worst(look(profile, other), CheckCode::Port) == CheckOutcome::Error);
}

void TestPreflight::plainServerNeedsNoCertificate()
{
    ServerProfile profile = good();
    profile.opening = Opening::plain();
    profile.certificate = {};
    profile.protocols = {};
    const Preflight found = look(profile);
    QVERIFY(found.isPlain);
    QVERIFY(!found.hasErrors());
    QCOMPARE(found.checks.size(), std::size_t{4}); // settings, secrecy, address, port
}

void TestPreflight::lockedKeyIsNoError()
{
    ServerProfile profile = good();
    profile.certificate.file = fixture("rsa.pem");
    profile.certificate.keyFile = fixture("rsa-pkcs8-pbkdf2.key");
    const Preflight found = look(profile);
    QVERIFY(found.isLocked());
    QVERIFY2(!found.hasErrors(), "Start asks for the pass phrase");
}

void TestPreflight::betterCertificateIsOneForTheAddress()
{
    const std::vector<StoredCertificate> stored = m_store->list().certificates;
    const auto shop = otherCertificate(stored, QStringLiteral("shop.test"), {});
    QVERIFY(shop);
    QCOMPARE(shop->shown, QStringLiteral("shop.test"));
    ServerProfile profile = good();
    profile = mended(profile, *shop);
    QVERIFY(profile.certificate.by == IdentifyBy::Thumbprint);
    QCOMPARE(look(profile).certificate, QStringLiteral("shop.test"));
    for (const StoredCertificate &one : stored)
        if (one.certificate.name() == u"shop.test")
            QVERIFY(otherCertificate(stored, QStringLiteral("shop.test"), one.certificate.sha256())->shown
                    != u"shop.test");
    QVERIFY(!otherCertificate({}, QStringLiteral("shop.test"), {}));
}

QTEST_GUILESS_MAIN(TestPreflight)
#include "tst_preflight.moc"
