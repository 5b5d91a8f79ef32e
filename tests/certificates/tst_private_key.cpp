#include "model/certificates/private_key.h"

#include "tests/certificates/fixture_files.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

class TestPrivateKey : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void readsKinds_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("curve");
        QTest::addColumn<int>("bits");
        QTest::newRow("RSA with a size") << "rsa:2048" << "RSA" << "" << 2048;
        QTest::newRow("RSA alone means 3072 bits") << "RSA" << "RSA" << "" << 3072;
        QTest::newRow("EC with NIST's curve name") << "ec:P-384" << "EC" << "P-384" << 0;
        QTest::newRow("EC with OpenSSL's curve name") << "EC:prime256v1" << "EC" << "P-256" << 0;
        QTest::newRow("EC alone means P-256") << "ec" << "EC" << "P-256" << 0;
        QTest::newRow("Ed25519 in any case") << " Ed25519 " << "ED25519" << "" << 0;
        QTest::newRow("Ed448") << "ed448" << "ED448" << "" << 0;
    }
    void readsKinds()
    {
        QFETCH(QString, text);
        const auto kind = KeyKind::parse(text);
        QVERIFY(kind);
        QTEST(kind->type, "type");
        QTEST(kind->curve, "curve");
        QTEST(kind->bits, "bits");
    }

    void refusesKinds_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "rsa:", "rsa:1024", "rsa:8193", "rsa:-2048", "rsa:2049", "rsa:many",
                                 "rsa:99999999999", "ec:", "ec:P-255", "ec:secp256k1", "ed25519:1", "dsa:2048", "aes"})
            QTest::addRow("'%s'", text) << QString::fromLatin1(text);
    }
    void refusesKinds()
    {
        QFETCH(QString, text);
        const auto kind = KeyKind::parse(text);
        QVERIFY(!kind);
        QCOMPARE(kind.error().code, ErrorCode::InvalidKeyKind);
        QCOMPARE(kind.error().subject, text);
    }

    void makesKeysThatOpensslReads_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("RSA") << "rsa:2048" << QByteArray("Private-Key: (2048 bit, 2 primes)");
        QTest::newRow("P-256") << "ec" << QByteArray("NIST CURVE: P-256");
        QTest::newRow("P-521") << "ec:P-521" << QByteArray("NIST CURVE: P-521");
        QTest::newRow("Ed25519") << "ed25519" << QByteArray("ED25519 Private-Key");
        QTest::newRow("Ed448") << "ed448" << QByteArray("ED448 Private-Key");
    }
    void makesKeysThatOpensslReads()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, shown);
        const auto key = PrivateKey::generate(*KeyKind::parse(kind));
        QVERIFY(key);
        const auto pem = key->pkcs8Pem();
        QVERIFY(pem);
        const QByteArray text(reinterpret_cast<const char *>(pem->bytes().data()),
                              static_cast<qsizetype>(pem->bytes().size()));
        QVERIFY(text.startsWith("-----BEGIN PRIVATE KEY-----\n"));
        QVERIFY(
            openssl({QStringLiteral("pkey"), QStringLiteral("-noout"), QStringLiteral("-text")}, text).contains(shown));
    }

    void refusesToMakeUnknownKinds()
    {
        const auto key = PrivateKey::generate({.type = QStringLiteral("RSA"), .curve = {}, .bits = 512});
        QVERIFY(!key);
        QCOMPARE(key.error().code, ErrorCode::InvalidKeyKind);
    }

    void knowsItsCertificate()
    {
        const PrivateKey key = keyOf(QStringLiteral("leaf.key"));
        QVERIFY(key.matches(certificateOf(QStringLiteral("leaf.pem"))));
        QVERIFY(!key.matches(certificateOf(QStringLiteral("root.pem"))));
        QVERIFY(!key.matches(certificateOf(QStringLiteral("rsa.pem"))));
        QVERIFY(!PrivateKey().matches(certificateOf(QStringLiteral("leaf.pem"))));
    }

    void nullHasNothingToWrite()
    {
        const auto pem = PrivateKey().pkcs8Pem();
        QVERIFY(!pem);
        QCOMPARE(pem.error().code, ErrorCode::Internal);
    }
};

QTEST_GUILESS_MAIN(TestPrivateKey)
#include "tst_private_key.moc"
