#include "tests/tls/memory_pair.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// A server is called unreachable only if it is: for whatever its lists allow there is a client.
class TestMemoryHandshake final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void whatTheListsAllowIsReached_data()
    {
        QTest::addColumn<QByteArray>("ciphers");
        QTest::addColumn<QByteArray>("cipherSuites");
        QTest::addColumn<QByteArray>("groups");
        QTest::addColumn<QByteArray>("signatures");
        QTest::addColumn<QString>("reached");
        const auto row = [](const char *name, const char *ciphers, const char *suites, const char *groups,
                            const char *signatures, const char *reached) {
            QTest::newRow(name) << QByteArray(ciphers) << QByteArray(suites) << QByteArray(groups)
                                << QByteArray(signatures) << QString::fromLatin1(reached);
        };
        constexpr const char *suites = "TLS_AES_128_GCM_SHA256";
        constexpr const char *signatures = "RSA+SHA1:RSA+SHA256:rsa_pss_rsae_sha256";
        row("the usual", "ECDHE", suites, "X25519", signatures, "tls1,tls1.1,tls1.2,tls1.3");
        row("suites that do not encrypt", "NULL-SHA", suites, "X25519", signatures, "tls1,tls1.1,tls1.2,tls1.3");
        row("suites without a certificate", "ADH", suites, "X25519", signatures, "tls1,tls1.1,tls1.2,tls1.3");
        row("rare suites of TLS 1.3", "ECDHE", "TLS_AES_128_CCM_8_SHA256", "X25519", signatures,
            "tls1,tls1.1,tls1.2,tls1.3");
        row("a rare curve, which TLS 1.3 left out", "ECDHE", suites, "secp160r2", signatures, "tls1,tls1.1,tls1.2");
        row("a large finite field, which TLS 1.2 has not", "ECDHE", suites, "ffdhe6144", signatures, "tls1.3");
        row("a rare signature", "ECDHE", suites, "X25519", "RSA+SHA224", "tls1,tls1.1,tls1.2");
        row("a suite that nobody has the secret for", "PSK", suites, "X25519", signatures, "tls1.3");
    }
    void whatTheListsAllowIsReached()
    {
        QFETCH(const QByteArray, ciphers);
        QFETCH(const QByteArray, cipherSuites);
        QFETCH(const QByteArray, groups);
        QFETCH(const QByteArray, signatures);
        static const Identity identity = makeIdentity(QStringLiteral("rsa:2048"));
        const SslContextPtr server = lenientServer(identity);
        QCOMPARE(SSL_CTX_set_cipher_list(server.get(), ciphers.constData()), 1);
        QCOMPARE(SSL_CTX_set_ciphersuites(server.get(), cipherSuites.constData()), 1);
        QCOMPARE(SSL_CTX_set1_groups_list(server.get(), groups.constData()), 1);
        QCOMPARE(SSL_CTX_set1_sigalgs_list(server.get(), signatures.constData()), 1);
        const ProtocolSet reached =
            reachableProtocols(*server, {Protocol::Tls1_0, Protocol::Tls1_1, Protocol::Tls1_2, Protocol::Tls1_3});
        QTEST(protocolOptions(reached), "reached");
    }
};

QTEST_GUILESS_MAIN(TestMemoryHandshake)
#include "tst_memory_handshake.moc"
