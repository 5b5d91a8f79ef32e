#include "model/tls/algorithm_lists.h"
#include "model/tls/available_algorithms.h"
#include "model/tls/server_context.h"
#include "model/tls/tls_preset.h"
#include "tests/tls/memory_pair.h"

#include <QSet>
#include <QTest>

#include <map>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(sealport::TlsPreset)

namespace {

int levelOf(const TlsPresetSettings &settings)
{
    return settings.algorithms.securityLevel.value_or(securityLevelFor(settings.protocols));
}

/// A server with these settings and nothing else; null when OpenSSL refuses one of them.
SslContextPtr serverWith(const TlsPresetSettings &settings, const Identity &identity)
{
    SslContextPtr context = lenientContext(TLS_server_method());
    const auto isTaken = [&context](auto set, const QString &list) {
        return list.isEmpty() || set(context.get(), list.toLatin1().constData()) == 1;
    };
    const auto setGroups = [](SSL_CTX *server, const char *list) { return SSL_CTX_set1_groups_list(server, list); };
    const auto setSignatures = [](SSL_CTX *server, const char *list) {
        return SSL_CTX_set1_sigalgs_list(server, list);
    };
    const auto sorted = settings.protocols.toVector();
    SSL_CTX_set_min_proto_version(context.get(), wireVersion(sorted.front()));
    SSL_CTX_set_max_proto_version(context.get(), wireVersion(sorted.back()));
    SSL_CTX_set_security_level(context.get(), levelOf(settings));
    const AlgorithmChoice &choice = settings.algorithms;
    if (!isTaken(SSL_CTX_set_cipher_list, choice.ciphers) || !isTaken(SSL_CTX_set_ciphersuites, choice.cipherSuites)
        || !isTaken(setGroups, choice.groups) || !isTaken(setSignatures, choice.signatureAlgorithms)
        || SSL_CTX_use_certificate(context.get(), identity.certificate.handle()) != 1
        || SSL_CTX_use_PrivateKey(context.get(), identity.key.handle()) != 1)
        return {};
    return context;
}

} // namespace

/// Whoever chooses a name gets what the name promises, no more and no less.
class TestTlsPreset final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_identities.emplace(QStringLiteral("RSA"), makeIdentity(QStringLiteral("rsa:2048")));
        m_identities.emplace(QStringLiteral("ECDSA"), makeIdentity(QStringLiteral("ec:P-256")));
        m_identities.emplace(QStringLiteral("DSA"), dsaIdentity());
        ERR_clear_error();
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void namesAreReadBack()
    {
        QSet<QString> names;
        for (const TlsPreset preset : allTlsPresets) {
            const QString name = tlsPresetName(preset);
            names.insert(name);
            QCOMPARE(parseTlsPreset(name), std::optional(preset));
            QCOMPARE(parseTlsPreset(QString(u' ' + name.toUpper() + u' ')), std::optional(preset));
        }
        QCOMPARE(names.size(), qsizetype(std::size(allTlsPresets)));
        QCOMPARE(tlsPresetName(TlsPreset::Old), QStringLiteral("old"));
        QVERIFY(!parseTlsPreset(u"") && !parseTlsPreset(u"oldest") && !parseTlsPreset(u"custom"));
    }

    void everyPresetIsRecognised_data() { presetRows(); }
    void everyPresetIsRecognised()
    {
        QFETCH(const TlsPreset, preset);
        for (const TlsPresetSettings &settings : {settingsOf(preset), publishedSettings(preset)})
            QCOMPARE(presetOf(settings.protocols, settings.algorithms), std::optional(preset));
    }

    void anythingElseIsSomebodysOwn_data() { presetRows(); }
    void anythingElseIsSomebodysOwn()
    {
        QFETCH(const TlsPreset, preset);
        const TlsPresetSettings settings = settingsOf(preset);
        ProtocolSet others = settings.protocols;
        others.insert(Protocol::Ssl2);
        QVERIFY(!presetOf(others, settings.algorithms));
        const auto changed = [&settings](const auto &change) {
            AlgorithmChoice choice = settings.algorithms;
            change(choice);
            return !presetOf(settings.protocols, choice).has_value();
        };
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.ciphers += QStringLiteral(":!MD5"); }));
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.cipherSuites += QStringLiteral(":x"); }));
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.groups += QStringLiteral(":x"); }));
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.signatureAlgorithms += QStringLiteral(":x"); }));
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.securityLevel = 1; }));
        QVERIFY(changed([](AlgorithmChoice &choice) { choice.prefersServerOrder = !choice.prefersServerOrder; }));
    }

    void newServersAreWhatSocketCreeSslDoes()
    {
        const TlsPresetSettings settings = settingsOf(TlsPreset::SocketCreeSsl);
        QVERIFY(settings.protocols == socketCreeSslProtocols && settings.algorithms == AlgorithmChoice{});
    }

    void noPresetHasAFault_data() { presetRows(); }
    void noPresetHasAFault()
    {
        QFETCH(const TlsPreset, preset);
        const TlsPresetSettings settings = settingsOf(preset);
        const AlgorithmChoice &choice = settings.algorithms;
        const ListUse use{.protocols = settings.protocols, .securityLevel = levelOf(settings)};
        QVERIFY(checkCiphers(choice.ciphers, use).empty());
        QVERIFY(checkCipherSuites(choice.cipherSuites, use).empty());
        QVERIFY(checkGroups(choice.groups, use).empty());
        QVERIFY(checkSignatureAlgorithms(choice.signatureAlgorithms, use).empty());
    }

    void exactlyItsVersionsGetThrough_data()
    {
        QTest::addColumn<TlsPreset>("preset");
        QTest::addColumn<QString>("versions");
        const auto row = [](TlsPreset preset, const char *versions) {
            QTest::newRow(qPrintable(tlsPresetName(preset))) << preset << QString::fromLatin1(versions);
        };
        row(TlsPreset::SocketCreeSsl, "tls1,tls1.1,tls1.2");
        row(TlsPreset::Modern, "tls1.3");
        row(TlsPreset::Intermediate, "tls1.2,tls1.3");
        row(TlsPreset::Old, "tls1,tls1.1,tls1.2,tls1.3");
        row(TlsPreset::Everything, "tls1,tls1.1,tls1.2,tls1.3");
    }
    void exactlyItsVersionsGetThrough()
    {
        QFETCH(const TlsPreset, preset);
        const SslContextPtr client = lenientContext(TLS_client_method());
        for (const char *key : {"RSA", "ECDSA"}) {
            const SslContextPtr server = serverWith(settingsOf(preset), m_identities.at(QLatin1String(key)));
            QVERIFY(server);
            ProtocolSet through;
            for (const Protocol protocol : {Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3})
                if (shakeHands(*server, *client, wireVersion(protocol)).gotThrough)
                    through.insert(protocol);
            QTEST(protocolOptions(through), "versions");
        }
    }

    void clientsGetWhatTheNamePromises_data()
    {
        QTest::addColumn<TlsPreset>("preset");
        QTest::addColumn<int>("version");
        QTest::addColumn<QByteArray>("ciphers");
        QTest::addColumn<QByteArray>("groups");
        QTest::addColumn<bool>("getsThrough");
        const auto row = [](const char *name, TlsPreset preset, int version, const char *ciphers, const char *groups,
                            bool getsThrough) {
            QTest::newRow(name) << preset << version << QByteArray(ciphers) << QByteArray(groups) << getsThrough;
        };
        row("Intermediate takes ECDHE", TlsPreset::Intermediate, TLS1_2_VERSION, "ECDHE-RSA-AES128-GCM-SHA256",
            "X25519", true);
        row("Intermediate takes DHE", TlsPreset::Intermediate, TLS1_2_VERSION, "DHE-RSA-CHACHA20-POLY1305", "X25519",
            true);
        row("Intermediate refuses RSA key exchange", TlsPreset::Intermediate, TLS1_2_VERSION, "AES128-GCM-SHA256",
            "X25519", false);
        row("Intermediate refuses CBC", TlsPreset::Intermediate, TLS1_2_VERSION, "ECDHE-RSA-AES128-SHA", "X25519",
            false);
        row("Intermediate refuses groups that Mozilla left out", TlsPreset::Intermediate, TLS1_3_VERSION, "ALL",
            "P-521", false);
        row("Old takes a client of TLS 1.0 with AES128-SHA", TlsPreset::Old, TLS1_VERSION, "AES128-SHA", "P-256", true);
        row("Old takes ECDHE in TLS 1.0", TlsPreset::Old, TLS1_VERSION, "ECDHE-RSA-AES256-SHA", "P-384", true);
        row("Old refuses what does not encrypt", TlsPreset::Old, TLS1_VERSION, "NULL-SHA", "P-256", false);
        row("Old refuses Camellia", TlsPreset::Old, TLS1_2_VERSION, "CAMELLIA128-SHA", "P-256", false);
        row("Everything takes what does not encrypt", TlsPreset::Everything, TLS1_VERSION, "NULL-SHA", "P-256", true);
        row("Everything takes nobody's word", TlsPreset::Everything, TLS1_2_VERSION, "ADH-AES128-SHA", "P-256", true);
        row("Everything takes a curve of 160 bits", TlsPreset::Everything, TLS1_VERSION, "ECDHE-RSA-AES128-SHA",
            "secp160r1", true);
    }
    void clientsGetWhatTheNamePromises()
    {
        QFETCH(const TlsPreset, preset);
        QFETCH(const int, version);
        QFETCH(const QByteArray, ciphers);
        QFETCH(const QByteArray, groups);
        const SslContextPtr client = lenientContext(TLS_client_method());
        QCOMPARE(SSL_CTX_set_cipher_list(client.get(), ciphers.constData()), 1);
        QCOMPARE(SSL_CTX_set1_groups_list(client.get(), groups.constData()), 1);
        const SslContextPtr server = serverWith(settingsOf(preset), m_identities.at(QStringLiteral("RSA")));
        QVERIFY(server);
        QTEST(shakeHands(*server, *client, version).gotThrough, "getsThrough");
    }

    void everythingIsEverySuiteGroupAndSignature()
    {
        const TlsPresetSettings settings = settingsOf(TlsPreset::Everything);
        QCOMPARE(settings.protocols, availableProtocols());
        QCOMPARE(groupNumbersOf(settings.algorithms.groups).size(), availableGroups().size());
        QCOMPARE(signatureNumbersOf(settings.algorithms.signatureAlgorithms).size(),
                 availableSignatureAlgorithms().size());
        std::map<QString, SslContextPtr> servers;
        for (const auto &[key, identity] : m_identities)
            servers.emplace(key, serverWith(settings, identity));
        servers.emplace(QStringLiteral("none"), serverWith(settings, m_identities.at(QStringLiteral("RSA"))));
        servers.emplace(QStringLiteral("any"), serverWith(settings, m_identities.at(QStringLiteral("RSA"))));
        for (const AvailableSuite &suite : availableSuites()) {
            if (suite.needsSharedSecret)
                continue;
            const SslContextPtr client = lenientContext(TLS_client_method());
            const bool isOfTls13 = suite.protocols.contains(Protocol::Tls1_3);
            const QByteArray name = suite.name.toLatin1();
            QCOMPARE((isOfTls13 ? SSL_CTX_set_ciphersuites : SSL_CTX_set_cipher_list)(client.get(), name.constData()),
                     1);
            const auto server = servers.find(suite.authentication);
            QVERIFY2(server != servers.end() && server->second, qPrintable(suite.name));
            for (const Protocol protocol : suite.protocols.toVector())
                QVERIFY2(shakeHands(*server->second, *client, wireVersion(protocol)).cipherSuite == suite.number,
                         qPrintable(suite.name + QLatin1Char(' ') + protocolLabel(protocol)));
        }
    }

private:
    static void presetRows()
    {
        QTest::addColumn<TlsPreset>("preset");
        for (const TlsPreset preset : allTlsPresets)
            QTest::newRow(qPrintable(tlsPresetName(preset))) << preset;
    }

    std::map<QString, Identity> m_identities;
};

QTEST_GUILESS_MAIN(TestTlsPreset)
#include "tst_tls_preset.moc"
