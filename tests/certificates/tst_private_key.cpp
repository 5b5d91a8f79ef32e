#include "model/certificates/private_key.h"

#include "model/certificates/key_halves.h"
#include "tests/certificates/damaged_keys.h"

#include <QTemporaryFile>
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

    void belongsToNoCertificateWhoseKeyCannotBeRead()
    {
        QFile file(fixture(QStringLiteral("leaf.der")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray der = file.readAll();
        const QByteArray ellipticKey = QByteArray::fromHex("2a8648ce3d0201");
        QVERIFY(der.contains(ellipticKey));
        der.replace(ellipticKey, QByteArray::fromHex("2a8648ce3d0209"));
        const auto certificate =
            Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
        QVERIFY(certificate && certificate->keyBits() == 0);
        QVERIFY(!PrivateKey::generate(KeyKind{})->matches(*certificate));
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

    void knowsAWholeKey_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file :
             {"leaf.key", "leaf-sec1.key", "rsa-pkcs1.key", "rsa-pss.key", "dsa.key", "ed25519.key", "ed448.key"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void knowsAWholeKey()
    {
        QFETCH(QString, file);
        QVERIFY(halvesBelongTogether(keyOf(file)));
    }

    void knowsAWholeKeyOfThreePrimes()
    {
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(openssl({QStringLiteral("genpkey"), QStringLiteral("-quiet"), QStringLiteral("-algorithm"),
                            QStringLiteral("RSA"), QStringLiteral("-pkeyopt"), QStringLiteral("rsa_keygen_bits:2048"),
                            QStringLiteral("-pkeyopt"), QStringLiteral("rsa_keygen_primes:3")})
                   + '\n');
        file.close();
        const auto contents = readCertificateFile(file.fileName());
        QVERIFY(contents);
        QVERIFY(halvesBelongTogether(contents->keys.at(0)));
    }

    void knowsADamagedKeyWhosePublicHalfIsWhole_data()
    {
        QTest::addColumn<QByteArray>("der");
        QTest::addColumn<QString>("certificate");
        const QString rsa = QStringLiteral("rsa-pkcs1.key");
        const auto row = [&rsa](const char *name, RsaNumber number) {
            QTest::newRow(name) << damagedRsaKey(rsa, number) << "rsa.pem";
        };
        row("the private exponent of RSA", RsaNumber::PrivateExponent);
        row("the first prime of RSA", RsaNumber::Prime1);
        row("the second prime of RSA", RsaNumber::Prime2);
        row("the first prime's exponent", RsaNumber::Exponent1);
        row("the second prime's exponent", RsaNumber::Exponent2);
        row("the inverse of the second prime", RsaNumber::Inverse);
        QTest::newRow("EC in SEC 1") << damagedEcKey(QStringLiteral("leaf-sec1.key")) << "leaf.pem";
        QTest::newRow("EC in PKCS#8") << damagedEcKey(QStringLiteral("leaf.key")) << "leaf.pem";
    }
    void knowsADamagedKeyWhosePublicHalfIsWhole()
    {
        QFETCH(QByteArray, der);
        QFETCH(QString, certificate);
        QTemporaryFile file;
        QVERIFY(file.open());
        file.write(der);
        file.close();
        const auto contents = readCertificateFile(file.fileName());
        QVERIFY(contents);
        QVERIFY(contents->keys.at(0).matches(certificateOf(certificate)));
        QVERIFY(!halvesBelongTogether(contents->keys.at(0)));
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
