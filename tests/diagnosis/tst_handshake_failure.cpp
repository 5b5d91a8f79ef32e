#include "model/diagnosis/offer_match.h"
#include "model/diagnosis/verdict.h"
#include "tests/diagnosis/memory_handshake.h"
#include "tests/tls/test_identity.h"

#include <QtTest>

#include <map>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::ProtocolSet)
Q_DECLARE_METATYPE(sealport::VerdictCode)
Q_DECLARE_METATYPE(sealport::VerdictReason)

namespace {

using Configure = std::function<void(SSL_CTX &)>;

Configure versions(int oldest, int newest, const Configure &more = {})
{
    return [=](SSL_CTX &context) {
        SSL_CTX_set_min_proto_version(&context, oldest);
        SSL_CTX_set_max_proto_version(&context, newest);
        if (more)
            more(context);
    };
}

Configure ciphers(const char *list)
{
    return [=](SSL_CTX &context) { SSL_CTX_set_cipher_list(&context, list); };
}

Configure groups(const char *list)
{
    return [=](SSL_CTX &context) { SSL_CTX_set1_groups_list(&context, list); };
}

Configure signatures(const char *list)
{
    return [=](SSL_CTX &context) { SSL_CTX_set1_sigalgs_list(&context, list); };
}

EVP_PKEY *rsaPssKey()
{
    EVP_PKEY_CTX *maker = EVP_PKEY_CTX_new_from_name(nullptr, "RSA-PSS", nullptr);
    EVP_PKEY *key = nullptr;
    EVP_PKEY_keygen_init(maker);
    EVP_PKEY_generate(maker, &key);
    EVP_PKEY_CTX_free(maker);
    return key;
}

constexpr ProtocolSet oldProtocols{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2};
constexpr ProtocolSet everyProtocol{Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3};

} // namespace

Q_DECLARE_METATYPE(Configure)

/// The verdict on handshakes that really failed: which reason codes OpenSSL gives is measured here, not assumed.
class HandshakeFailureTest : public QObject {
    Q_OBJECT
private:
    std::map<QString, Identity> m_identities;

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto *kind : {"rsa:2048", "ec:P-256", "ed25519"})
            m_identities.emplace(QLatin1String(kind), test::makeIdentity(QLatin1String(kind)));
        for (const char *curve : {"secp256k1", "secp224r1", "brainpoolP256r1"})
            m_identities.emplace(QLatin1String(curve),
                                 test::identityOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", curve)));
        m_identities.emplace(QStringLiteral("rsa:512"),
                             test::identityOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{512})));
        m_identities.emplace(QStringLiteral("rsa:1024"),
                             test::identityOf(EVP_PKEY_Q_keygen(nullptr, nullptr, "RSA", std::size_t{1024})));
        m_identities.emplace(QStringLiteral("rsa-pss"), test::identityOf(rsaPssKey()));
        m_identities.emplace(
            QStringLiteral("ed25519 that may not sign"),
            test::withExtension(test::makeIdentity(QStringLiteral("ed25519")), NID_key_usage, "keyCertSign"));
        m_identities.emplace(QStringLiteral("ec that may not sign"),
                             test::withExtension(test::makeIdentity(), NID_key_usage, "keyAgreement"));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void namesTheListThatDiffers_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<ProtocolSet>("allowed");
        QTest::addColumn<Configure>("client");
        QTest::addColumn<VerdictCode>("code");
        QTest::addColumn<VerdictReason>("reason");
        const QString rsa = QStringLiteral("rsa:2048");
        const QString ec = QStringLiteral("ec:P-256");
        const QString ed = QStringLiteral("ed25519");
        constexpr auto protocol = VerdictCode::NoCommonProtocol;
        constexpr auto cipher = VerdictCode::NoCommonCipher;
        constexpr auto group = VerdictCode::NoCommonGroup;
        constexpr auto signature = VerdictCode::NoCommonSignature;
        constexpr int v10 = TLS1_VERSION;
        constexpr int v11 = TLS1_1_VERSION;
        constexpr int v12 = TLS1_2_VERSION;
        constexpr int v13 = TLS1_3_VERSION;

        QTest::newRow("TLS 1.0 client, server of 1.2 and 1.3")
            << rsa << modernProtocols << versions(v10, v10) << protocol << VerdictReason::ClientVersionsTooOld;
        QTest::newRow("TLS 1.0 and 1.1 client, server of 1.2 and 1.3")
            << ec << modernProtocols << versions(v10, v11) << protocol << VerdictReason::ClientVersionsTooOld;
        QTest::newRow("TLS 1.2 client, server of 1.3 alone")
            << ec << ProtocolSet{Protocol::Tls1_3} << versions(v12, v12) << protocol
            << VerdictReason::ClientVersionsTooOld;
        QTest::newRow("TLS 1.3 client, server of 1.0 to 1.2")
            << rsa << oldProtocols << versions(v13, v13) << protocol << VerdictReason::ClientVersionsTooNew;
        QTest::newRow("TLS 1.1 client falls into the hole between 1.0 and 1.2")
            << rsa << ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_2} << versions(v11, v11) << protocol
            << VerdictReason::ClientVersionsInTheHole;
        QTest::newRow("TLS 1.2 client falls into the hole between 1.1 and 1.3")
            << ec << ProtocolSet{Protocol::Tls1_1, Protocol::Tls1_3} << versions(v12, v12) << protocol
            << VerdictReason::ClientVersionsInTheHole;

        QTest::newRow("TLS 1.2 client with one suite that nobody else wants")
            << rsa << modernProtocols << versions(v12, v12, ciphers("NULL-SHA256")) << cipher
            << VerdictReason::NoSuiteInCommon;
        QTest::newRow("TLS 1.3 client with CCM alone") << rsa << modernProtocols << versions(v13, v13, [](SSL_CTX &c) {
            SSL_CTX_set_ciphersuites(&c, "TLS_AES_128_CCM_8_SHA256");
        }) << cipher << VerdictReason::NoSuiteInCommon;
        QTest::newRow("RSA-only TLS 1.2 client, EC certificate")
            << ec << modernProtocols << versions(v12, v12, ciphers("ECDHE-RSA-AES128-GCM-SHA256:AES128-SHA")) << cipher
            << VerdictReason::SuitesNeedOtherCertificate;
        QTest::newRow("ECDSA-only TLS 1.2 client, RSA certificate")
            << rsa << modernProtocols << versions(v12, v12, ciphers("ECDHE-ECDSA-AES128-GCM-SHA256")) << cipher
            << VerdictReason::SuitesNeedOtherCertificate;
        QTest::newRow("TLS 1.0 client, Ed25519 certificate")
            << ed << oldProtocols << versions(v10, v10) << cipher << VerdictReason::KeyUnfitForVersion;
        QTest::newRow("TLS 1.1 client, RSA-PSS certificate")
            << QStringLiteral("rsa-pss") << oldProtocols << versions(v10, v11) << cipher
            << VerdictReason::KeyUnfitForVersion;
        QTest::newRow("TLS 1.2 client, EC certificate that does not let its key sign")
            << QStringLiteral("ec that may not sign") << modernProtocols << versions(v12, v12) << cipher
            << VerdictReason::KeyUsageForbidsSigning;
        QTest::newRow("TLS 1.2 client of RSA alone, Ed25519 certificate that does not let its key sign")
            << QStringLiteral("ed25519 that may not sign") << modernProtocols
            << versions(v12, v12, ciphers("ECDHE-RSA-AES128-GCM-SHA256")) << cipher
            << VerdictReason::SuitesNeedOtherCertificate;
        for (const char *curve : {"secp256k1", "secp224r1", "brainpoolP256r1"}) {
            QTest::addRow("TLS 1.3 client, certificate on %s", curve)
                << QString::fromLatin1(curve) << everyProtocol << versions(v13, v13) << signature
                << VerdictReason::KeyUnfitForVersion;
            QTest::addRow("TLS 1.3 client that could do 1.2 too, certificate on %s", curve)
                << QString::fromLatin1(curve) << everyProtocol << versions(v12, v13) << group
                << VerdictReason::CertificateCurveNotOffered;
            QTest::addRow("TLS 1.2 client, certificate on %s", curve)
                << QString::fromLatin1(curve) << everyProtocol << versions(v12, v12) << group
                << VerdictReason::CertificateCurveNotOffered;
        }
        QTest::newRow("TLS 1.3 client, RSA key too short for its signatures")
            << QStringLiteral("rsa:512") << everyProtocol << versions(v13, v13) << signature
            << VerdictReason::KeyUnfitForVersion;

        QTest::newRow("TLS 1.2 client with ECDHE and a group that the server lacks")
            << rsa << modernProtocols
            << versions(v12, v12,
                        [](SSL_CTX &c) {
                            SSL_CTX_set1_groups_list(&c, "secp256k1");
                            SSL_CTX_set_cipher_list(&c, "ECDHE+AESGCM");
                        })
            << group << VerdictReason::NoGroupInCommon;
        QTest::newRow("TLS 1.2 client that knows P-521 alone, P-256 certificate")
            << ec << modernProtocols << versions(v12, v12, groups("P-521")) << group
            << VerdictReason::CertificateCurveNotOffered;

        QTest::newRow("TLS 1.2 client that accepts ECDSA signatures alone, RSA certificate")
            << rsa << modernProtocols << versions(v12, v12, signatures("ECDSA+SHA256")) << cipher
            << VerdictReason::SuitesNeedOtherCertificate;
        QTest::newRow("TLS 1.2 client that accepts RSA signatures alone, EC certificate")
            << ec << modernProtocols << versions(v12, v12, signatures("RSA+SHA256:rsa_pss_rsae_sha256")) << cipher
            << VerdictReason::SuitesNeedOtherCertificate;
        QTest::newRow("TLS 1.2 client that accepts SHA-1 signatures alone")
            << rsa << modernProtocols << versions(v12, v12, signatures("RSA+SHA1:ECDSA+SHA1")) << signature
            << VerdictReason::None;
        QTest::newRow("TLS 1.3 client that accepts ECDSA signatures alone, RSA certificate")
            << rsa << modernProtocols << versions(v13, v13, signatures("ECDSA+SHA256")) << signature
            << VerdictReason::None;
        QTest::newRow("TLS 1.3 client that accepts RSA signatures alone, EC certificate")
            << ec << modernProtocols << versions(v13, v13, signatures("rsa_pss_rsae_sha256")) << signature
            << VerdictReason::None;
        QTest::newRow("TLS 1.3 client that accepts the old RSA signatures alone")
            << rsa << modernProtocols << versions(v13, v13, signatures("RSA+SHA256")) << signature
            << VerdictReason::None;
        QTest::newRow("TLS 1.3 client that accepts P-384 signatures alone, P-256 certificate")
            << ec << modernProtocols << versions(v13, v13, signatures("ECDSA+SHA384")) << signature
            << VerdictReason::None;
        QTest::newRow("TLS 1.3 client that accepts SHA-512 alone, RSA key too short for it")
            << QStringLiteral("rsa:1024") << everyProtocol << versions(v13, v13, signatures("rsa_pss_rsae_sha512"))
            << signature << VerdictReason::None;
        QTest::newRow("client of 1.2 and 1.3 that accepts RSA signatures alone, Ed25519 certificate")
            << ed << modernProtocols << versions(v12, v13, signatures("RSA+SHA256:rsa_pss_rsae_sha256")) << signature
            << VerdictReason::None;

        QTest::newRow("client that says it fell back from a newer version")
            << rsa << modernProtocols
            << versions(v12, v12, [](SSL_CTX &c) { SSL_CTX_set_mode(&c, SSL_MODE_SEND_FALLBACK_SCSV); })
            << VerdictCode::ProtocolError << VerdictReason::InappropriateFallback;
    }
    void namesTheListThatDiffers()
    {
        QFETCH(QString, key);
        QFETCH(ProtocolSet, allowed);
        QFETCH(Configure, client);
        QFETCH(VerdictCode, code);
        QFETCH(VerdictReason, reason);
        const auto context = ServerContext::make(TlsPolicy{.protocols = allowed}, m_identities.at(key));
        QVERIFY(context);
        const Ending ending = test::shakeHands(**context, client);
        QVERIFY2(!ending.wasSecured(), "they got through: the row tests nothing");
        QVERIFY(!ending.hello.isEmpty());

        const Verdict verdict = diagnose(ending, &(*context)->offer());
        QCOMPARE(verdictName(verdict.code), verdictName(code));
        QCOMPARE(verdict.reason, reason);
        if (code != VerdictCode::ProtocolError) {
            QVERIFY(!verdict.clientValues.isEmpty());
            QVERIFY(!verdict.serverValues.isEmpty());
            for (const QString &value : verdict.clientValues)
                QVERIFY2(!verdict.serverValues.contains(value), "what both sides have is not what is missing");
        }
        QVERIFY(!verdict.evidence.isEmpty());
    }

    void namesTheGroupsOfATls13Client()
    {
        const auto context =
            ServerContext::make(TlsPolicy{.protocols = modernProtocols}, m_identities.at(QStringLiteral("ec:P-256")));
        QVERIFY(context);
        ServerOffer offer = (*context)->offer();
        offer.groups = {0x001d};
        const Ending ending = test::shakeHands(**context, versions(TLS1_3_VERSION, TLS1_3_VERSION, groups("P-521")),
                                               [](SSL &server) { SSL_set1_groups_list(&server, "X25519"); });
        QVERIFY(!ending.wasSecured());
        const Verdict verdict = diagnose(ending, &offer);
        QCOMPARE(verdict.code, VerdictCode::NoCommonGroup);
        QCOMPARE(verdict.clientValues, QStringList{QStringLiteral("secp521r1")});
        QCOMPARE(verdict.serverValues, QStringList{QStringLiteral("X25519")});
    }

    /// The comparison alone must not see trouble where there is none.
    void findsNothingWhereTheHandshakeSucceeds_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<Configure>("client");
        for (const auto *key : {"rsa:2048", "ec:P-256", "ed25519"}) {
            const QString kind = QLatin1String(key);
            for (const int version : {TLS1_2_VERSION, TLS1_3_VERSION})
                QTest::addRow("%s, version %x alone", key, static_cast<unsigned>(version))
                    << kind << versions(version, version);
            QTest::addRow("%s, everything", key) << kind << Configure([](SSL_CTX &) {});
        }
        QTest::newRow("RSA key exchange needs no group")
            << QStringLiteral("rsa:2048") << versions(TLS1_VERSION, TLS1_2_VERSION, [](SSL_CTX &c) {
                   SSL_CTX_set1_groups_list(&c, "secp256k1");
                   SSL_CTX_set_cipher_list(&c, "AES128-SHA");
               });
        QTest::newRow("TLS 1.1 client") << QStringLiteral("rsa:2048") << versions(TLS1_1_VERSION, TLS1_1_VERSION);
        QTest::newRow("TLS 1.0 client") << QStringLiteral("ec:P-256") << versions(TLS1_VERSION, TLS1_VERSION);
    }
    void findsNothingWhereTheHandshakeSucceeds()
    {
        QFETCH(QString, key);
        QFETCH(Configure, client);
        const auto context = ServerContext::make(TlsPolicy{.protocols = everyProtocol}, m_identities.at(key));
        QVERIFY(context);
        const Ending ending = test::shakeHands(**context, client);
        QVERIFY2(ending.wasSecured(), qPrintable(ending.detail));
        const auto message =
            std::as_bytes(std::span(ending.hello.constData(), static_cast<std::size_t>(ending.hello.size())));
        const auto hello = parseClientHello(message);
        QVERIFY(hello);
        const OfferMatch match = compareOffers(*hello, (*context)->offer());
        QCOMPARE(firstMismatch(match), Mismatch::None);
        QCOMPARE(match.version, std::optional(ending.negotiated->protocol));
    }
};

QTEST_GUILESS_MAIN(HandshakeFailureTest)
#include "tst_handshake_failure.moc"
