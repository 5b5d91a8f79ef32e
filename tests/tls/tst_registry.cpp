#include "model/tls/registry.h"

#include <QTest>

#include <openssl/ssl.h>

#include <memory>

using namespace sealport;

class TestRegistry : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void namesNumbers_data();
    void namesNumbers();
    void knowsEverySuiteOfOpenSsl();
    void onlyTheSixteenReservedValuesAreGrease();
};

void TestRegistry::namesNumbers_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &given, const char *expected) {
        QTest::newRow(name) << given << QString::fromLatin1(expected);
    };
    row("TLS 1.3", versionName(0x0304), "TLSv1.3");
    row("TLS 1.0 with its zero", versionName(0x0301), "TLSv1.0");
    row("SSL 3.0", versionName(0x0300), "SSLv3");
    row("SSL 2.0", versionName(0x0002), "SSLv2");
    row("a draft of TLS 1.3", versionName(0x7f1c), "TLSv1.3 (draft 28)");
    row("a version of GREASE", versionName(0x7a7a), "GREASE (0x7a7a)");
    row("a version from the future", versionName(0x0305), "unknown (0x0305)");

    row("the first suite of the table", cipherSuiteName(0x0000), "TLS_NULL_WITH_NULL_NULL");
    row("a suite of TLS 1.3", cipherSuiteName(0x1301), "TLS_AES_128_GCM_SHA256");
    row("a suite of TLS 1.2", cipherSuiteName(0xc02f), "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256");
    row("the signal for renegotiation", cipherSuiteName(0x00ff), "TLS_EMPTY_RENEGOTIATION_INFO_SCSV");
    row("the signal for a fallback", cipherSuiteName(0x5600), "TLS_FALLBACK_SCSV");
    row("an export suite", cipherSuiteName(0x0003), "TLS_RSA_EXPORT_WITH_RC4_40_MD5");
    row("a suite of GREASE", cipherSuiteName(0x0a0a), "GREASE (0x0a0a)");
    row("a suite that nobody knows", cipherSuiteName(0x1234), "unknown (0x1234)");
    row("the last number", cipherSuiteName(0xffff), "unknown (0xffff)");

    row("the common curve", groupName(23), "secp256r1");
    row("X25519", groupName(29), "X25519");
    row("a finite field group", groupName(0x0100), "ffdhe2048");
    row("a Brainpool curve", groupName(26), "brainpoolP256r1");
    row("the post-quantum group of today", groupName(0x11ec), "X25519MLKEM768");
    row("its sibling", groupName(0x11eb), "SecP256r1MLKEM768");
    row("the post-quantum group of 2023", groupName(0x6399), "X25519Kyber768Draft00");
    row("a group of GREASE", groupName(0xcaca), "GREASE (0xcaca)");

    row("a scheme of TLS 1.3", signatureAlgorithmName(0x0804), "rsa_pss_rsae_sha256");
    row("SHA-1 with RSA", signatureAlgorithmName(0x0201), "rsa_pkcs1_sha1");
    row("SHA-1 with ECDSA", signatureAlgorithmName(0x0203), "ecdsa_sha1");
    row("a pair of TLS 1.2 that has no name of its own", signatureAlgorithmName(0x0301), "sha224+rsa");
    row("MD5", signatureAlgorithmName(0x0101), "md5+rsa");
    row("a post-quantum scheme", signatureAlgorithmName(0x0904), "mldsa44");

    row("server_name", extensionName(0), "server_name");
    row("key_share", extensionName(51), "key_share");
    row("the extension of browsers for ALPS", extensionName(17613), "application_settings");
    row("encrypted ClientHello", extensionName(65037), "encrypted_client_hello");
    row("renegotiation_info", extensionName(0xff01), "renegotiation_info");
    row("an extension that nobody knows", extensionName(0xabcd), "unknown (0xabcd)");

    row("close_notify", alertName(0), "close_notify");
    row("protocol_version", alertName(70), "protocol_version");
    row("an alert of SSL 3.0", alertName(41), "no_certificate");
    row("an alert of TLS 1.3", alertName(116), "certificate_required");
    row("no_application_protocol", alertName(120), "no_application_protocol");
    row("an alert that nobody knows", alertName(99), "unknown (0x63)");
    row("an alert is never GREASE", alertName(0x0a), "unexpected_message");
}

void TestRegistry::namesNumbers()
{
    QFETCH(QString, name);
    QTEST(name, "expected");
}

void TestRegistry::knowsEverySuiteOfOpenSsl()
{
    const std::unique_ptr<SSL_CTX, decltype(&SSL_CTX_free)> context(SSL_CTX_new(TLS_method()), &SSL_CTX_free);
    QVERIFY(context);
    QCOMPARE(SSL_CTX_set_cipher_list(context.get(), "ALL:COMPLEMENTOFALL:@SECLEVEL=0"), 1);
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(context.get());
    const int count = sk_SSL_CIPHER_num(ciphers);
    QVERIFY(count > 50);
    for (int i = 0; i < count; ++i) {
        const SSL_CIPHER *cipher = sk_SSL_CIPHER_value(ciphers, i);
        QCOMPARE(cipherSuiteName(SSL_CIPHER_get_protocol_id(cipher)),
                 QString::fromLatin1(SSL_CIPHER_standard_name(cipher)));
    }
}

void TestRegistry::onlyTheSixteenReservedValuesAreGrease()
{
    int found = 0;
    for (unsigned value = 0; value <= 0xffff; ++value)
        found += isGrease(static_cast<std::uint16_t>(value)) ? 1 : 0;
    QCOMPARE(found, 16);
    QVERIFY(isGrease(0x0a0a) && isGrease(0xfafa));
    QVERIFY(!isGrease(0x0a1a) && !isGrease(0x0b0b));
}

QTEST_APPLESS_MAIN(TestRegistry)
#include "tst_registry.moc"
