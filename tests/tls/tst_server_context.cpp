#include "model/tls/server_context.h"
#include "tests/support/child_process.h"
#include "tests/tls/memory_client.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QCoreApplication>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>
#include <utility>

using namespace sealport;
using namespace sealport::test;

namespace {

constexpr std::pair<Protocol, int> versions[] = {{Protocol::Tls1_0, TLS1_VERSION},
                                                 {Protocol::Tls1_1, TLS1_1_VERSION},
                                                 {Protocol::Tls1_2, TLS1_2_VERSION},
                                                 {Protocol::Tls1_3, TLS1_3_VERSION}};

std::vector<ProtocolSet> everySubset()
{
    std::vector<ProtocolSet> subsets;
    for (unsigned bits = 1; bits < 16; ++bits) {
        ProtocolSet set;
        for (unsigned i = 0; i < 4; ++i)
            if ((bits >> i & 1U) != 0)
                set.insert(versions[i].first);
        subsets.push_back(set);
    }
    return subsets;
}

std::shared_ptr<const ServerContext> contextFor(ProtocolSet protocols, const Identity &identity)
{
    const auto made = ServerContext::make({.protocols = protocols}, identity);
    return made ? *made : nullptr;
}

using Suites = std::set<std::pair<int, std::uint16_t>>; ///< version and suite

/// What a scanner would find: each suite that OpenSSL knows, alone, with each version.
Suites scan(const ServerContext &server)
{
    Suites found;
    const SslContextPtr all(SSL_CTX_new(TLS_client_method()));
    SSL_CTX_set_security_level(all.get(), 0);
    SSL_CTX_set_cipher_list(all.get(), "ALL:COMPLEMENTOFALL");
    SSL_CTX_set_ciphersuites(
        all.get(), "TLS_AES_256_GCM_SHA384:TLS_CHACHA20_POLY1305_SHA256:TLS_AES_128_GCM_SHA256:TLS_AES_128_CCM_SHA256:"
                   "TLS_AES_128_CCM_8_SHA256");
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(all.get());
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
        const bool isTls13 = QByteArray(SSL_CIPHER_get_version(cipher)) == "TLSv1.3";
        for (const auto &[protocol, version] : versions) {
            if ((version == TLS1_3_VERSION) != isTls13)
                continue;
            const MemoryOutcome outcome = handshakeInMemory(server, version, version, [&](SSL_CTX &client) {
                if (isTls13)
                    SSL_CTX_set_ciphersuites(&client, SSL_CIPHER_get_name(cipher));
                else
                    SSL_CTX_set_cipher_list(&client, SSL_CIPHER_get_name(cipher));
            });
            if (outcome.gotThrough)
                found.insert({version, outcome.cipherSuite});
        }
    }
    return found;
}

Suites promised(const ServerOffer &offer)
{
    Suites suites;
    for (const CipherOffer &cipher : offer.ciphers)
        for (const auto &[protocol, version] : versions)
            if (cipher.fitsCertificate && offer.protocols.contains(protocol) && protocol >= cipher.oldest
                && protocol <= cipher.newest)
                suites.insert({version, cipher.id});
    return suites;
}

QByteArray listed(const Suites &suites)
{
    QByteArray text;
    for (const auto &[version, suite] : suites)
        text += QByteArray::number(version, 16) + ':' + QByteArray::number(suite, 16) + ' ';
    return text;
}

} // namespace

/// The one place of all security decisions: what is ticked is what a client of somebody else finds, no more and no
/// less.
class TestServerContext final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_identity = makeIdentity(); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void exactlyTheTickedVersionsGetThrough_data()
    {
        QTest::addColumn<ProtocolSet>("ticked");
        for (const ProtocolSet subset : everySubset())
            QTest::newRow(qPrintable(protocolNames(subset).join(QStringLiteral(" + ")))) << subset;
    }
    void exactlyTheTickedVersionsGetThrough()
    {
        QFETCH(const ProtocolSet, ticked);
        const auto context = contextFor(ticked, *m_identity);
        QVERIFY(context);
        ProtocolSet found;
        for (const auto &[protocol, version] : versions) {
            const MemoryOutcome outcome = handshakeInMemory(*context, version, version);
            if (outcome.gotThrough) {
                QCOMPARE(outcome.version, version);
                found.insert(protocol);
            }
        }
        QCOMPARE(protocolOptions(found), protocolOptions(ticked));
        QVERIFY(context->offer().protocols == ticked);
        const MemoryOutcome modest = handshakeInMemory(*context, TLS1_VERSION, TLS1_3_VERSION);
        QVERIFY2(modest.gotThrough, "a client that can do everything gets through whatever is ticked");
        QCOMPARE(modest.version, int(wireVersion(ticked.toVector().back())));
    }

    void securityLevelIsLoweredForOldProtocolsAlone_data() { exactlyTheTickedVersionsGetThrough_data(); }
    void securityLevelIsLoweredForOldProtocolsAlone()
    {
        QFETCH(const ProtocolSet, ticked);
        const int wanted = ticked.contains(Protocol::Tls1_0) || ticked.contains(Protocol::Tls1_1) ? 0 : 2;
        QCOMPARE(securityLevelFor(ticked), wanted);
        const auto context = contextFor(ticked, *m_identity);
        QVERIFY(context);
        QCOMPARE(context->offer().securityLevel, wanted);
        QCOMPARE(SSL_get_security_level(context->newConnection()->get()), wanted);
    }

    void refusesWithItsOwnError_data()
    {
        QTest::addColumn<ProtocolSet>("protocols");
        QTest::addColumn<QString>("key");      ///< kind of key of the certificate
        QTest::addColumn<QString>("takenKey"); ///< "own", "none", "other"
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, ProtocolSet protocols, const char *key, const char *taken, ErrorCode code,
                            const QStringList &values) {
            QTest::newRow(name) << protocols << QString::fromLatin1(key) << QString::fromLatin1(taken) << code
                                << values;
        };
        const QStringList openSsl{openSslVersion()};
        row("no box is ticked", {}, "ec:P-256", "own", ErrorCode::NoProtocol, {});
        row("SSL 3.0 is not in this OpenSSL", {Protocol::Ssl3, Protocol::Tls1_2}, "ec:P-256", "own",
            ErrorCode::ProtocolUnavailable, openSsl);
        row("SSL 2.0 is in none", {Protocol::Ssl2}, "ec:P-256", "own", ErrorCode::ProtocolUnavailable, openSsl);
        row("an Ed25519 key where only TLS 1.0 and 1.1 are ticked", {Protocol::Tls1_0, Protocol::Tls1_1}, "ed25519",
            "own", ErrorCode::CertificateUnusable,
            {QStringLiteral("ED25519"), QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1")});
        row("a curve that TLS 1.3 left out, and TLS 1.3 alone", {Protocol::Tls1_3}, "secp256k1", "own",
            ErrorCode::CertificateUnusable, {QStringLiteral("EC secp256k1"), QStringLiteral("TLS 1.3")});
        row("a certificate that does not let its key sign", {Protocol::Tls1_2}, "ec:P-256 for keyAgreement", "own",
            ErrorCode::KeyUsageForbidsSigning, {QStringLiteral("EC secp256r1"), QStringLiteral("TLS 1.2")});
        row("no key", modernProtocols, "ec:P-256", "none", ErrorCode::NoPrivateKey, {});
        row("the key of another certificate", modernProtocols, "ec:P-256", "other", ErrorCode::KeyMismatch, {});
        row("an RSA key for an EC certificate", modernProtocols, "ec:P-256", "rsa", ErrorCode::KeyMismatch, {});
    }
    void refusesWithItsOwnError()
    {
        QFETCH(const ProtocolSet, protocols);
        QFETCH(const QString, key);
        QFETCH(const QString, takenKey);
        Identity identity = key == u"secp256k1" ? oddCurve()
                            : key.endsWith(u"keyAgreement")
                                ? withExtension(makeIdentity(), NID_key_usage, "keyAgreement")
                                : makeIdentity(key);
        if (takenKey == u"none")
            identity.key = {};
        else if (takenKey == u"other")
            identity.key = makeIdentity(key).key;
        else if (takenKey == u"rsa")
            identity.key = makeIdentity(QStringLiteral("rsa:2048")).key;
        const auto made = ServerContext::make({.protocols = protocols}, identity);
        QVERIFY(!made.has_value());
        QTEST(made.error().code, "code");
        QTEST(made.error().values, "values");
    }

    void whatTheUserChoseIsToBlameAndNotTheKey()
    {
        const Identity elliptic = makeIdentity(QStringLiteral("ec:P-256"));
        const auto atLevel =
            ServerContext::make({.protocols = {Protocol::Tls1_0}, .algorithms = {.securityLevel = 2}}, elliptic);
        QVERIFY(!atLevel.has_value());
        QCOMPARE(atLevel.error().code, ErrorCode::BadCipherString);
        QCOMPARE(atLevel.error().subject, QStringLiteral("2"));
        QCOMPARE(atLevel.error().values, (QStringList{QStringLiteral("securityLevel"), QStringLiteral("TLS 1.0")}));
        QVERIFY(ServerContext::make({.protocols = {Protocol::Tls1_0}}, elliptic).has_value());

        const QString list = QStringLiteral("RSA+SHA256");
        const auto withList = ServerContext::make(
            {.protocols = {Protocol::Tls1_2}, .algorithms = {.signatureAlgorithms = list}}, elliptic);
        QVERIFY(!withList.has_value());
        QCOMPARE(withList.error().subject, list);
        QCOMPARE(withList.error().values,
                 (QStringList{QStringLiteral("signaturesOfKey"), QStringLiteral("EC secp256r1")}));
    }

    void unavailableProtocolIsNamedByItsLabel()
    {
        const auto made = ServerContext::make({.protocols = {Protocol::Ssl3}}, *m_identity);
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().subject, QStringLiteral("SSL 3.0"));
    }

    // OpenSSL would say "no suitable signature algorithm" to the first client only.
    void weakKeyIsRefusedAtOnceAndAcceptedWhereOldProtocolsAre()
    {
        const Identity weak = weakRsa();
        const auto refused = ServerContext::make({.protocols = modernProtocols}, weak);
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::KeyTooWeak);
        QCOMPARE(refused.error().values,
                 QStringList({QStringLiteral("RSA"), QStringLiteral("1024"), QStringLiteral("2")}));
        QVERIFY(!refused.error().causes.isEmpty());
        const auto context = contextFor(socketCreeSslProtocols, weak);
        QVERIFY(context);
        QVERIFY(handshakeInMemory(*context, TLS1_VERSION, TLS1_VERSION).gotThrough);
    }

    void everyUsualKeyServesEveryVersionItCan_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ProtocolSet>("through");
        const ProtocolSet all{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};
        QTest::newRow("RSA serves all") << QStringLiteral("rsa:2048") << all;
        QTest::newRow("EC P-256 serves all") << QStringLiteral("ec:P-256") << all;
        QTest::newRow("EC P-384 serves all but TLS 1.3 for a client without its signature")
            << QStringLiteral("ec:P-384") << ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2};
        QTest::newRow("Ed25519 has no place before TLS 1.2") << QStringLiteral("ed25519") << modernProtocols;
    }
    void everyUsualKeyServesEveryVersionItCan()
    {
        QFETCH(const QString, key);
        const auto context =
            contextFor({Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3}, makeIdentity(key));
        QVERIFY(context);
        ProtocolSet found;
        for (const auto &[protocol, version] : versions)
            if (handshakeInMemory(*context, version, version).gotThrough)
                found.insert(protocol);
        QFETCH(const ProtocolSet, through);
        QCOMPARE(protocolOptions(found), protocolOptions(through));
    }

    void protocolsThatTheKeyCannotServeAreKnown_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ProtocolSet>("unreachable");
        QTest::newRow("RSA serves all") << QStringLiteral("rsa:2048") << ProtocolSet{};
        QTest::newRow("P-521 serves all") << QStringLiteral("ec:P-521") << ProtocolSet{};
        QTest::newRow("Ed448 has no place before TLS 1.2")
            << QStringLiteral("ed448") << ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_1};
        QTest::newRow("secp256k1 is not in TLS 1.3") << QStringLiteral("secp256k1") << ProtocolSet{Protocol::Tls1_3};
    }
    void protocolsThatTheKeyCannotServeAreKnown()
    {
        QFETCH(const QString, key);
        const auto context = contextFor({Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3},
                                        key == u"secp256k1" ? oddCurve() : makeIdentity(key));
        QVERIFY(context);
        QFETCH(const ProtocolSet, unreachable);
        QCOMPARE(protocolLabels(context->offer().unreachable), protocolLabels(unreachable));
    }

    void offerIsWhatAScanFinds_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ProtocolSet>("protocols");
        const ProtocolSet all{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};
        QTest::newRow("RSA, every version") << QStringLiteral("rsa:2048") << all;
        QTest::newRow("RSA, modern") << QStringLiteral("rsa:2048") << modernProtocols;
        QTest::newRow("EC, every version") << QStringLiteral("ec:P-256") << all;
        QTest::newRow("EC, modern") << QStringLiteral("ec:P-256") << modernProtocols;
        QTest::newRow("EC, a hole in the middle")
            << QStringLiteral("ec:P-256") << ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_2};
        QTest::newRow("EC, TLS 1.1 alone") << QStringLiteral("ec:P-256") << ProtocolSet{Protocol::Tls1_1};
        QTest::newRow("Ed25519, modern") << QStringLiteral("ed25519") << modernProtocols;
    }
    void offerIsWhatAScanFinds()
    {
        QFETCH(const QString, key);
        QFETCH(const ProtocolSet, protocols);
        const auto context = contextFor(protocols, makeIdentity(key));
        QVERIFY(context);
        const Suites found = scan(*context);
        QVERIFY(!found.empty());
        QCOMPARE(listed(promised(context->offer())), listed(found));
    }

    void groupsOfTheOfferAreThoseThatClientsGet_data()
    {
        QTest::addColumn<QByteArray>("group");
        QTest::addColumn<int>("number");
        QTest::newRow("X25519") << QByteArray("X25519") << 0x001d;
        QTest::newRow("P-256") << QByteArray("P-256") << 0x0017;
        QTest::newRow("X448") << QByteArray("X448") << 0x001e;
        QTest::newRow("P-521") << QByteArray("P-521") << 0x0019;
        QTest::newRow("P-384") << QByteArray("P-384") << 0x0018;
        QTest::newRow("ffdhe2048") << QByteArray("ffdhe2048") << 0x0100;
        QTest::newRow("secp256k1 is not offered") << QByteArray("secp256k1") << 0x0016;
    }
    void groupsOfTheOfferAreThoseThatClientsGet()
    {
        QFETCH(const QByteArray, group);
        QFETCH(const int, number);
        const auto context = contextFor({Protocol::Tls1_3}, makeIdentity(QStringLiteral("rsa:2048")));
        QVERIFY(context);
        const auto &groups = context->offer().groups;
        const bool isPromised = std::ranges::find(groups, static_cast<std::uint16_t>(number)) != groups.end();
        const MemoryOutcome outcome = handshakeInMemory(*context, TLS1_3_VERSION, TLS1_3_VERSION, [&](SSL_CTX &client) {
            QCOMPARE(SSL_CTX_set1_groups_list(&client, group.constData()), 1);
        });
        QCOMPARE(outcome.gotThrough, isPromised);
    }

    void sha1SignaturesAreOfferedToOldClientsAlone()
    {
        const Identity rsa = makeIdentity(QStringLiteral("rsa:2048"));
        const auto has = [](const std::shared_ptr<const ServerContext> &context, std::uint16_t scheme) {
            const auto &schemes = context->offer().signatureAlgorithms;
            return std::ranges::find(schemes, scheme) != schemes.end();
        };
        const auto onlySha1 = [](SSL_CTX &client) { SSL_CTX_set1_sigalgs_list(&client, "RSA+SHA1"); };
        for (const ProtocolSet protocols : {modernProtocols, ProtocolSet{Protocol::Tls1_1, Protocol::Tls1_2}}) {
            const auto context = contextFor(protocols, rsa);
            QVERIFY(context);
            const bool isLegacy = protocols.contains(Protocol::Tls1_1);
            QCOMPARE(has(context, 0x0201), isLegacy);
            const auto ephemeralOnly = [&](SSL_CTX &client) {
                onlySha1(client);
                SSL_CTX_set_cipher_list(&client, "ECDHE+AESGCM"); // RSA key exchange needs no signature at all
            };
            QCOMPARE(handshakeInMemory(*context, TLS1_2_VERSION, TLS1_2_VERSION, ephemeralOnly).gotThrough, isLegacy);
        }
    }

    void chainIsSentAsGiven()
    {
        const Identity root = makeIdentity(QStringLiteral("ec:P-256"), nullptr, QStringLiteral("Root"), true);
        const Identity middle = makeIdentity(QStringLiteral("ec:P-256"), &root, QStringLiteral("Middle"), true);
        Identity leaf = makeIdentity(QStringLiteral("ec:P-256"), &middle);
        using Chain = std::vector<Certificate>;
        for (const Chain &chain : {Chain{}, Chain{middle.certificate}, Chain{middle.certificate, root.certificate},
                                   Chain{root.certificate}}) {
            leaf.chain = chain;
            const auto context = contextFor(modernProtocols, leaf);
            QVERIFY(context);
            std::vector<QByteArray> wanted{leaf.certificate.der()};
            for (const Certificate &certificate : chain)
                wanted.push_back(certificate.der());
            for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION})
                QCOMPARE(handshakeInMemory(*context, version, version).chain, wanted);
        }
    }

    void weakIssuerIsNamed()
    {
        const Identity weak = weakRsa();
        Identity leaf = makeIdentity(QStringLiteral("ec:P-256"));
        leaf.chain = {weak.certificate};
        const auto made = ServerContext::make({.protocols = modernProtocols}, leaf);
        QVERIFY(!made.has_value());
        QCOMPARE(made.error().code, ErrorCode::KeyTooWeak);
        QCOMPARE(made.error().subject, weak.certificate.name());
    }

    // A ticked box means the same on every machine. The configuration is read once in the life of a process, hence the
    // child.
    void openSslConfigurationChangesNothing_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::newRow("newer than what is ticked")
            << QByteArray("MinProtocol = TLSv1.3\nCipherString = DEFAULT@SECLEVEL=5");
        QTest::newRow("older than what is ticked")
            << QByteArray("MaxProtocol = TLSv1.1\nCipherString = ALL@SECLEVEL=0");
        QTest::newRow("versions switched off one by one") << QByteArray("Protocol = -TLSv1, -TLSv1.2, -TLSv1.3");
        QTest::newRow("one suite") << QByteArray("CipherString = AES128-SHA\nCiphersuites = TLS_AES_256_GCM_SHA384");
        QTest::newRow("no suite of TLS 1.3") << QByteArray("Ciphersuites = ");
        QTest::newRow("one group") << QByteArray("Groups = P-521");
        QTest::newRow("one signature") << QByteArray("SignatureAlgorithms = RSA+SHA512");
        QTest::newRow("client certificates wanted") << QByteArray("VerifyMode = Require");
        QTest::newRow("the client's order, no extended master secret")
            << QByteArray("Options = -ServerPreference,-ExtendedMasterSecret");
    }
    void openSslConfigurationChangesNothing()
    {
        QFETCH(const QByteArray, settings);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("openssl.cnf"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "openssl_conf = start\n[start]\nssl_conf = modules\n[modules]\nsystem_default = settings\n[settings]\n"
            + settings + '\n');
        file.close();
        const ProgramRun run = runProgram(QCoreApplication::applicationFilePath(),
                                          {QStringLiteral("exactlyTheTickedVersionsGetThrough"),
                                           QStringLiteral("securityLevelIsLoweredForOldProtocolsAlone"),
                                           QStringLiteral("offerIsWhatAScanFinds:EC, every version"),
                                           QStringLiteral("sha1SignaturesAreOfferedToOldClientsAlone")},
                                          {"OPENSSL_CONF=" + QFile::encodeName(path)});
        QVERIFY2(run.exitCode == 0, run.output.constData());
    }

private:
    static Identity weakRsa() { return identityOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024})); }
    static Identity oddCurve() { return identityOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "secp256k1")); }

    std::optional<Identity> m_identity;
};

QTEST_GUILESS_MAIN(TestServerContext)
#include "tst_server_context.moc"
