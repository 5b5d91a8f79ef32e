#include "model/tls/available_algorithms.h"
#include "model/tls/registry.h"
#include "tests/tls/memory_pair.h"

#include <QSet>
#include <QTest>

#include <algorithm>
#include <map>

using namespace sealport;
using namespace sealport::test;

namespace {

const AvailableSuite *suiteNamed(const QString &name)
{
    const auto found = std::ranges::find(availableSuites(), name, &AvailableSuite::name);
    return found != availableSuites().end() ? &*found : nullptr;
}

void restrictTo(SSL_CTX &context, const AvailableSuite &suite)
{
    const QByteArray name = suite.name.toLatin1();
    if (suite.protocols.contains(Protocol::Tls1_3)) {
        SSL_CTX_set_ciphersuites(&context, name.constData());
        SSL_CTX_set_cipher_list(&context, "PSK"); // nobody here has a shared secret
    } else {
        SSL_CTX_set_cipher_list(&context, name.constData());
        SSL_CTX_set_max_proto_version(&context, TLS1_2_VERSION);
    }
}

constexpr int unasked = -1;
constexpr Protocol versions[] = {Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};

} // namespace

/// What a picker shows must be what a handshake gets: every promise is tried out between two ends of OpenSSL itself.
class TestAvailableAlgorithms final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_identities.emplace(QStringLiteral("RSA"), makeIdentity(QStringLiteral("rsa:2048")));
        m_identities.emplace(QStringLiteral("EC"), makeIdentity(QStringLiteral("ec:P-256")));
        m_identities.emplace(QStringLiteral("EC P-384"), makeIdentity(QStringLiteral("ec:P-384")));
        m_identities.emplace(QStringLiteral("EC P-521"), makeIdentity(QStringLiteral("ec:P-521")));
        m_identities.emplace(QStringLiteral("ED25519"), makeIdentity(QStringLiteral("ed25519")));
        m_identities.emplace(QStringLiteral("ED448"), makeIdentity(QStringLiteral("ed448")));
        m_identities.emplace(QStringLiteral("RSA-PSS"), rsaPssIdentity());
        m_identities.emplace(QStringLiteral("DSA"), dsaIdentity());
        QCOMPARE(ERR_peek_error(), 0UL);
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everySuiteGetsThroughWithTheKeyThatItNames()
    {
        const std::map<QString, QString> keys{{QStringLiteral("RSA"), QStringLiteral("RSA")},
                                              {QStringLiteral("ECDSA"), QStringLiteral("EC")},
                                              {QStringLiteral("DSA"), QStringLiteral("DSA")},
                                              {QStringLiteral("none"), QStringLiteral("RSA")},
                                              {QStringLiteral("any"), QStringLiteral("EC")}};
        const SslContextPtr client = lenientContext(TLS_client_method());
        int tried = 0;
        for (const AvailableSuite &suite : availableSuites()) {
            QVERIFY2(!suite.protocols.isEmpty(), qPrintable(suite.name));
            if (suite.needsSharedSecret)
                continue;
            QVERIFY2(keys.contains(suite.authentication), qPrintable(suite.name));
            const SslContextPtr server = lenientServer(m_identities.at(keys.at(suite.authentication)));
            restrictTo(*server, suite);
            for (const Protocol version : versions) {
                const OnTheWire seen = shakeHands(*server, *client, wireVersion(version));
                QVERIFY2(seen.gotThrough == suite.protocols.contains(version)
                             && (!seen.gotThrough || seen.cipherSuite == suite.number),
                         qPrintable(suite.name + QLatin1Char(' ') + protocolLabel(version)));
            }
            ++tried;
        }
        QVERIFY(tried > 60);
    }

    void noSuiteIsForgottenOrTwice()
    {
        const SslContextPtr all = lenientContext(TLS_server_method());
        const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(all.get());
        QCOMPARE(int(availableSuites().size()), sk_SSL_CIPHER_num(ciphers));
        QSet<std::uint16_t> numbers;
        for (const AvailableSuite &suite : availableSuites()) {
            numbers.insert(suite.number);
            QCOMPARE(suite.ianaName, cipherSuiteName(suite.number));
        }
        QCOMPARE(numbers.size(), qsizetype(availableSuites().size()));
    }

    void suitesAreDescribed_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("description");
        QTest::addColumn<int>("weakness");
        QTest::addColumn<int>("highestLevel");
        const auto row = [](const char *what, const char *name, const char *description, SuiteWeakness weakness,
                            int level) {
            QTest::newRow(what) << QString::fromLatin1(name) << QString::fromLatin1(description) << int(weakness)
                                << level;
        };
        row("a suite of TLS 1.3", "TLS_AES_256_GCM_SHA384", "1301.. any any AES-256-GCM forward-secret aead",
            SuiteWeakness::None, 5);
        row("a usual one of TLS 1.2", "ECDHE-RSA-AES128-GCM-SHA256", "c02f ECDHE RSA AES-128-GCM forward-secret aead",
            SuiteWeakness::None, 3);
        row("RSA key exchange", "AES256-SHA", "0035 RSA RSA AES-256-CBC", SuiteWeakness::None, 2);
        row("DHE with DSA", "DHE-DSS-AES128-SHA", "0032 DHE DSA AES-128-CBC forward-secret", SuiteWeakness::None, 3);
        row("ChaCha20", "ECDHE-ECDSA-CHACHA20-POLY1305", "cca9 ECDHE ECDSA CHACHA20-POLY1305 forward-secret aead",
            SuiteWeakness::None, 5);
        row("a short tag", "ECDHE-ECDSA-AES128-CCM8", "c0ae ECDHE ECDSA AES-128-CCM8 forward-secret aead",
            SuiteWeakness::ShortTag, unasked); // OpenSSL 3.2 thinks less of it than 3.0
        row("no encryption", "NULL-SHA256", "003b RSA RSA none", SuiteWeakness::NoEncryption, 0);
        row("no authentication", "ADH-AES128-SHA", "0034 DHE none AES-128-CBC forward-secret",
            SuiteWeakness::NoAuthentication, 0);
        row("a shared secret", "PSK-AES128-CBC-SHA", "008c PSK PSK AES-128-CBC secret", SuiteWeakness::None, 0);
        row("a shared secret and a certificate", "RSA-PSK-AES128-CBC-SHA", "0094 RSA-PSK RSA AES-128-CBC secret",
            SuiteWeakness::None, 0);
        row("a password", "SRP-RSA-AES-128-CBC-SHA", "c01e SRP RSA AES-128-CBC forward-secret secret",
            SuiteWeakness::None, 0);
    }
    void suitesAreDescribed()
    {
        QFETCH(const QString, name);
        const AvailableSuite *suite = suiteNamed(name);
        if (!suite)
            QSKIP("this OpenSSL was built without it");
        QStringList words{QStringLiteral("%1").arg(suite->number, 4, 16, QLatin1Char('0')), suite->keyExchange,
                          suite->authentication, suite->encryption};
        if (suite->protocols.contains(Protocol::Tls1_3))
            words[0] = QStringLiteral("1301..");
        if (suite->isForwardSecret)
            words.append(QStringLiteral("forward-secret"));
        if (suite->isAead)
            words.append(QStringLiteral("aead"));
        if (suite->needsSharedSecret)
            words.append(QStringLiteral("secret"));
        QTEST(words.join(u' '), "description");
        QTEST(int(suite->weakness), "weakness");
        if (QFETCH(const int, highestLevel); highestLevel != unasked)
            QCOMPARE(suite->highestLevel, highestLevel);
    }

    void everySpellingOfAGroupIsThatGroup()
    {
        const SslContextPtr server = lenientServer(m_identities.at(QStringLiteral("RSA")));
        const SslContextPtr client = lenientContext(TLS_client_method());
        SSL_CTX_set_cipher_list(client.get(), "ECDHE"); // without a common group there is nothing else
        QVERIFY(availableGroups().size() > 5);
        for (const AvailableGroup &group : availableGroups()) {
            QCOMPARE(group.spellings.first(), group.name);
            for (const QString &spelling : group.spellings) {
                QCOMPARE(SSL_CTX_set1_groups_list(server.get(), spelling.toLatin1().constData()), 1);
                for (const Protocol version : versions) {
                    const OnTheWire seen = shakeHands(*server, *client, wireVersion(version));
                    QVERIFY2(seen.gotThrough == group.protocols.contains(version)
                                 && (!seen.gotThrough || seen.group == group.number),
                             qPrintable(spelling + QLatin1Char(' ') + protocolLabel(version)));
                }
            }
        }
    }

    void aGroupGoesAsFarAsItsSecurityLevel()
    {
        const SslContextPtr server = strongServer();
        const SslContextPtr client = lenientContext(TLS_client_method());
        for (const AvailableGroup &group : availableGroups()) {
            QCOMPARE(SSL_CTX_set1_groups_list(server.get(), group.name.toLatin1().constData()), 1);
            const int version = wireVersion(group.protocols.toVector().back());
            for (int level = 0; level <= highestSecurityLevel; ++level) {
                SSL_CTX_set_security_level(server.get(), level);
                const bool gotThrough = shakeHands(*server, *client, version).gotThrough;
                QVERIFY2(gotThrough == (level <= group.highestLevel),
                         qPrintable(group.name + QStringLiteral(" at level %1").arg(level)));
            }
        }
    }

    void everySpellingOfASignatureIsThatSignature()
    {
        const SslContextPtr client = lenientContext(TLS_client_method());
        QVERIFY(availableSignatureAlgorithms().size() > 10);
        for (const AvailableSignatureAlgorithm &algorithm : availableSignatureAlgorithms()) {
            QCOMPARE(algorithm.spellings.first(), algorithm.name);
            QVERIFY2(m_identities.contains(algorithm.keyType), qPrintable(algorithm.name));
            const SslContextPtr server = lenientServer(m_identities.at(keyFor(algorithm)));
            SSL_CTX_set_cipher_list(server.get(), "ECDHE:DHE");
            for (const QString &spelling : algorithm.spellings) {
                QCOMPARE(SSL_CTX_set1_sigalgs_list(server.get(), spelling.toLatin1().constData()), 1);
                for (const Protocol version : {Protocol::Tls1_2, Protocol::Tls1_3}) {
                    const OnTheWire seen = shakeHands(*server, *client, wireVersion(version));
                    QVERIFY2(seen.gotThrough == algorithm.protocols.contains(version)
                                 && (!seen.gotThrough || seen.signature == algorithm.number),
                             qPrintable(spelling + QLatin1Char(' ') + protocolLabel(version)));
                }
            }
        }
    }

    void sha1IsForLevelZero()
    {
        for (const AvailableSignatureAlgorithm &algorithm : availableSignatureAlgorithms()) {
            const bool isSha1 = (algorithm.number >> 8) == 0x02;
            QVERIFY2((algorithm.highestLevel == 0) == isSha1, qPrintable(algorithm.name));
        }
    }

    void onesOwnPreferenceComesFirst()
    {
        QCOMPARE(availableSuites().front().name, QStringLiteral("TLS_AES_256_GCM_SHA384"));
        const auto place = [](std::uint16_t number) {
            return std::ranges::find(availableGroups(), number, &AvailableGroup::number) - availableGroups().begin();
        };
        QVERIFY(place(0x001d) < place(0x0017)); // X25519, secp256r1
        QVERIFY(place(0x0017) < place(0x0016)); // secp256k1
        QVERIFY(place(0x0104) < place(0x0013)); // ffdhe8192, secp192r1
        QCOMPARE(availableSignatureAlgorithms().front().number, std::uint16_t{0x0403});
    }

private:
    /// With a key and a certificate that the highest security level takes.
    SslContextPtr strongServer()
    {
        SslContextPtr server = lenientServer(m_identities.at(QStringLiteral("EC P-521")));
        SSL_CTX_set_cipher_list(server.get(), "ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES256-SHA");
        SSL_CTX_set_ciphersuites(server.get(), "TLS_AES_256_GCM_SHA384");
        return server;
    }
    /// TLS 1.3 signs with a hash that goes with the curve.
    static QString keyFor(const AvailableSignatureAlgorithm &algorithm)
    {
        if (algorithm.number == 0x0503)
            return QStringLiteral("EC P-384");
        return algorithm.number == 0x0603 ? QStringLiteral("EC P-521") : algorithm.keyType;
    }

    std::map<QString, Identity> m_identities;
};

QTEST_GUILESS_MAIN(TestAvailableAlgorithms)
#include "tst_available_algorithms.moc"
