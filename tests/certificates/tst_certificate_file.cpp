#include "model/certificates/certificate_file.h"

#include "tests/certificates/fixture_files.h"

#include <openssl/pkcs12.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

using Pkcs12Ptr = Handle<PKCS12, PKCS12_free>;

const QByteArray noPassphrase; // null: none given

QByteArray bytesOf(const QString &name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names(const std::vector<Certificate> &certificates)
{
    QStringList result;
    for (const Certificate &certificate : certificates)
        result.append(certificate.name());
    return result;
}

Result<FileContents> read(const QString &path, const QByteArray &passphrase)
{
    if (passphrase.isNull())
        return readCertificateFile(path);
    const SecretBytes given = secret(passphrase);
    return readCertificateFile(path, &given);
}

} // namespace

class TestCertificateFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("input"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write the input", __FILE__, __LINE__);
        return path;
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void reads_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QStringList>("certificates");
        QTest::addColumn<int>("keys");
        const QStringList leaf{QStringLiteral("leaf.test")};
        const QStringList none;
        const QStringList pair{QStringLiteral("leaf.test"), QStringLiteral("Test intermediate")};
        const QStringList all{QStringLiteral("leaf.test"), QStringLiteral("Test intermediate"),
                              QStringLiteral("Test root")};
        const QByteArray right("secret");
        QTest::newRow("one PEM certificate") << "leaf.pem" << noPassphrase << leaf << 0;
        QTest::newRow("one DER certificate") << "leaf.der" << noPassphrase << leaf << 0;
        QTest::newRow("OpenSSL's trusted form") << "trusted.pem" << noPassphrase << leaf << 0;
        QTest::newRow("PEM in UTF-16, as PowerShell writes it") << "utf16.pem" << noPassphrase << leaf << 0;
        QTest::newRow("a key and a whole chain in one file") << "combined.pem" << noPassphrase << all << 1;
        QTest::newRow("text around the blocks, CRLF, the root first")
            << "crlf-reversed.pem" << noPassphrase << QStringList{all[2], all[1], all[0]} << 1;
        QTest::newRow("a PKCS#8 key in PEM") << "leaf.key" << noPassphrase << none << 1;
        QTest::newRow("a key in DER") << "leaf-key.der" << noPassphrase << none << 1;
        QTest::newRow("a SEC 1 key") << "leaf-sec1.key" << noPassphrase << none << 1;
        QTest::newRow("a PKCS#1 key") << "rsa-pkcs1.key" << noPassphrase << none << 1;
        QTest::newRow("an Ed25519 key") << "ed25519.key" << noPassphrase << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with PBKDF2") << "rsa-pkcs8-pbkdf2.key" << right << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with scrypt") << "rsa-pkcs8-scrypt.key" << right << none << 1;
        QTest::newRow("the same in DER") << "rsa-pkcs8-scrypt.der" << right << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with RC2, by the legacy provider")
            << "rsa-pkcs8-rc2.key" << right << none << 1;
        QTest::newRow("a key with RFC 1421 encryption") << "rsa-pem-aes.key" << right << none << 1;
        QTest::newRow("PKCS#12 of today") << "modern.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with RC2 and 3DES, by the legacy provider") << "legacy.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with 3DES") << "triple-des.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 without MAC") << "without-mac.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 without any protection") << "unencrypted.p12" << noPassphrase << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, none given")
            << "empty-password.p12" << noPassphrase << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, an empty one given")
            << "empty-password.p12" << QByteArray("") << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, another one given")
            << "empty-password.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with a pass phrase beyond ASCII")
            << "utf8-password.p12" << QByteArray("p\xC3\xA2te-\xC3\xA0-sel") << pair << 1;
    }
    void reads()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(QStringList, certificates);
        QFETCH(int, keys);
        const auto contents = read(fixture(file), passphrase);
        if (!contents)
            qWarning() << errorName(contents.error().code) << contents.error().values << contents.error().causes;
        QVERIFY(contents);
        QStringList sorted = names(contents->certificates);
        if (file.endsWith(QStringLiteral(".p12"))) { // the order inside is up to its writer
            sorted.sort();
            certificates.sort();
        }
        QCOMPARE(sorted, certificates);
        QCOMPARE(int(contents->keys.size()), keys);
        if (keys == 1) {
            const bool isRsa = file.startsWith(QStringLiteral("rsa"));
            const bool isEdwards = file.startsWith(QStringLiteral("ed25519"));
            const QString owner = isRsa       ? QStringLiteral("rsa.pem")
                                  : isEdwards ? QStringLiteral("ed25519.pem")
                                              : QStringLiteral("leaf.pem");
            QVERIFY(contents->keys[0].matches(certificateOf(owner)));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("values");
        const QByteArray wrong("wrong");
        const QByteArray right("secret");
        const QStringList none;
        QTest::newRow("an encrypted key without a pass phrase")
            << "rsa-pkcs8-pbkdf2.key" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an encrypted key with a wrong one")
            << "rsa-pkcs8-pbkdf2.key" << wrong << "wrong-password" << none;
        QTest::newRow("an encrypted key with an empty one")
            << "rsa-pkcs8-pbkdf2.key" << QByteArray("") << "wrong-password" << none;
        QTest::newRow("a scrypt key in DER without a pass phrase")
            << "rsa-pkcs8-scrypt.der" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an RFC 1421 key without a pass phrase")
            << "rsa-pem-aes.key" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an RFC 1421 key with a wrong one") << "rsa-pem-aes.key" << wrong << "wrong-password" << none;
        QTest::newRow("an RFC 1421 key with DES, which OpenSSL has no more")
            << "rsa-pem-des.key" << right << "unsupported-algorithm" << QStringList{QStringLiteral("DES-CBC")};
        QTest::newRow("a key that asks for thirty million rounds")
            << "rsa-pkcs8-costly.key" << right << "unsupported-algorithm"
            << QStringList{QStringLiteral("aes-256-cbc, 30000000 rounds")};
        QTest::newRow("PKCS#12 without a pass phrase") << "modern.p12" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("PKCS#12 with a wrong pass phrase") << "modern.p12" << wrong << "wrong-password" << none;
        QTest::newRow("old PKCS#12 with a wrong pass phrase") << "legacy.p12" << wrong << "wrong-password" << none;
        QTest::newRow("PKCS#12 without MAC and without pass phrase")
            << "without-mac.p12" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("a certificate request") << "request.pem" << noPassphrase << "no-certificate-in-file"
                                               << QStringList{QStringLiteral("certificate request")};
        QTest::newRow("a certificate request in DER") << "request.der" << noPassphrase << "no-certificate-in-file"
                                                      << QStringList{QStringLiteral("certificate request")};
        QTest::newRow("a public key") << "public.pem" << noPassphrase << "no-certificate-in-file"
                                      << QStringList{QStringLiteral("public key")};
        QTest::newRow("PKCS#7") << "container.p7b" << noPassphrase << "no-certificate-in-file"
                                << QStringList{QStringLiteral("PKCS #7 container")};
        QTest::newRow("a script") << "make.sh" << noPassphrase << "no-certificate-in-file" << none;
        QTest::newRow("nothing at this path") << "missing.pem" << noPassphrase << "file-not-found" << none;
        QTest::newRow("a folder") << "../certificates" << noPassphrase << "file-not-readable" << none;
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, passphrase);
        QElapsedTimer timer;
        timer.start();
        const auto contents = read(fixture(file), passphrase);
        QVERIFY(!contents);
        QTEST(errorName(contents.error().code), "error");
        QTEST(contents.error().values, "values");
        QCOMPARE(contents.error().subject, fixture(file));
        QVERIFY2(timer.elapsed() < 5000, "a file must not decide how long we compute");
    }

    void refusesBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("values");
        const QByteArray pem = bytesOf(QStringLiteral("leaf.pem"));
        const QByteArray key = bytesOf(QStringLiteral("leaf.key"));
        const QByteArray der = bytesOf(QStringLiteral("leaf.der"));
        const QByteArray keyDer = bytesOf(QStringLiteral("leaf-key.der"));
        const QByteArray container = bytesOf(QStringLiteral("modern.p12"));
        const QStringList none;
        QTest::newRow("no bytes at all") << QByteArray() << "empty-file" << none;
        QTest::newRow("PEM that ends in the middle")
            << pem.left(300) << "malformed-pem" << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM that ends in the middle, behind another one")
            << (key + pem.left(300)) << "malformed-pem" << QStringList{QStringLiteral("6")};
        QTest::newRow("PEM with a stray character in its third line")
            << QByteArray(pem).replace(100, 1, "!") << "malformed-pem" << QStringList{QStringLiteral("3")};
        QTest::newRow("PEM whose end has another label")
            << QByteArray(pem).replace("END CERTIFICATE", "END CERTIFICATES") << "malformed-pem"
            << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM without a body") << QByteArray("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")
                                            << "malformed-pem" << QStringList{QStringLiteral("1")};
        QTest::newRow("a PEM certificate that is none")
            << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << "malformed-certificate"
            << none;
        QTest::newRow("a PEM key that is none")
            << QByteArray("-----BEGIN PRIVATE KEY-----\nMAAA\n-----END PRIVATE KEY-----\n") << "malformed-key" << none;
        QTest::newRow("a DER certificate that ends in the middle") << der.left(200) << "malformed-certificate" << none;
        QTest::newRow("a DER key that ends in the middle") << keyDer.left(60) << "malformed-key" << none;
        QTest::newRow("PKCS#12 that ends in the middle") << container.left(500) << "malformed-certificate" << none;
        QTest::newRow("a single octet") << QByteArray("0") << "no-certificate-in-file" << none;
        QTest::newRow("random octets") << QByteArray::fromHex("00ff17c3d2a1") << "no-certificate-in-file" << none;
        QTest::newRow("UTF-16 of nothing") << QByteArray("\xFF\xFE") << "no-certificate-in-file" << none;
    }
    void refusesBytes()
    {
        QFETCH(QByteArray, bytes);
        const auto contents = readCertificateFile(written(bytes));
        QVERIFY(!contents);
        QTEST(errorName(contents.error().code), "error");
        QTEST(contents.error().values, "values");
    }

    void refusesMoreThanSixteenMebibytes()
    {
        const QString path = written("x");
        QVERIFY(QFile::resize(path, (16 << 20) + 1));
        const auto contents = readCertificateFile(path);
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(contents.error().values, QStringList{QString::number(16 << 20)});
    }

    void opensAContainerMadeWithTheAbsentPassphrase()
    {
        const PrivateKey key = keyOf(QStringLiteral("leaf.key"));
        const Certificate certificate = certificateOf(QStringLiteral("leaf.pem"));
        const Pkcs12Ptr container(PKCS12_create(nullptr, nullptr, key.handle(), certificate.handle(), nullptr,
                                                NID_pbe_WithSHA1And3_Key_TripleDES_CBC, 0, 0, 0, 0));
        QVERIFY(container);
        unsigned char *der = nullptr;
        const int size = i2d_PKCS12(container.get(), &der);
        const QByteArray bytes(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        const auto contents = readCertificateFile(written(bytes));
        QVERIFY(contents);
        QCOMPARE(int(contents->keys.size()), 1);
    }

    void survivesDamagedContainers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("PKCS#12 without protection") << "unencrypted.p12";
        QTest::newRow("a chain with its key") << "combined.pem";
        QTest::newRow("a key in DER") << "leaf-key.der";
    }
    void survivesDamagedContainers()
    {
        QFETCH(QString, file);
        const QByteArray whole = bytesOf(file);
        for (qsizetype i = 0; i < whole.size(); i += 3) {
            QByteArray bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ 0x41);
            static_cast<void>(readCertificateFileLeniently(written(bytes)));
            QVERIFY2(isErrorQueueEmpty(), qPrintable(QStringLiteral("octet %1").arg(i)));
        }
    }

    void anEncryptedKeyDoesNotHideItsCertificate()
    {
        const QString file = QStringLiteral("certificate-and-encrypted-key.pem");
        const FileReading reading = readCertificateFileLeniently(fixture(file));
        QCOMPARE(names(reading.contents.certificates), QStringList{QStringLiteral("leaf.test")});
        QCOMPARE(int(reading.problems.size()), 1);
        QCOMPARE(reading.problems[0].code, ErrorCode::PassphraseNeeded);
        const auto strict = readCertificateFile(fixture(file));
        QVERIFY(!strict);
        QCOMPARE(strict.error().code, ErrorCode::PassphraseNeeded);
    }

    void findsAnIdentity_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QStringList>("issuers");
        const QStringList intermediate{QStringLiteral("Test intermediate")};
        QTest::newRow("key and chain in the certificate's file, the root left out")
            << "combined.pem" << "" << "" << noPassphrase << intermediate;
        QTest::newRow("in the wrong order") << "crlf-reversed.pem" << "" << "" << noPassphrase << intermediate;
        QTest::newRow("the key apart") << "leaf.pem" << "leaf.key" << "" << noPassphrase << QStringList();
        QTest::newRow("the key apart in an older form, the chain apart")
            << "leaf.der" << "leaf-sec1.key" << "combined.pem" << noPassphrase << intermediate;
        QTest::newRow("the intermediate with the certificate, the root apart")
            << "combined.pem" << "" << "root.pem" << noPassphrase << intermediate;
        QTest::newRow("PKCS#12") << "modern.p12" << "" << "" << QByteArray("secret") << intermediate;
        QTest::newRow("the key apart, and one in the certificate's file that nobody can open")
            << "certificate-and-encrypted-key.pem" << "leaf.key" << "intermediate.pem" << noPassphrase << intermediate;
    }
    void findsAnIdentity()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, chain);
        QFETCH(QByteArray, passphrase);
        const auto path = [](const QString &name) { return name.isEmpty() ? QString() : fixture(name); };
        const SecretBytes given = secret(passphrase);
        const auto identity =
            readIdentity(path(certificate), path(key), path(chain), passphrase.isNull() ? nullptr : &given);
        QVERIFY(identity);
        QCOMPARE(identity->certificate.name(), QStringLiteral("leaf.test"));
        QVERIFY(identity->key.matches(identity->certificate));
        QTEST(names(identity->chain), "issuers");
    }

    void refusesAnIdentity_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no key anywhere") << "leaf.pem" << "" << "" << "no-private-key" << "leaf.pem";
        QTest::newRow("a key file without a key")
            << "leaf.pem" << "root.pem" << "" << "no-private-key-in-file" << "root.pem";
        QTest::newRow("the key of another certificate")
            << "leaf.pem" << "rsa-pkcs1.key" << "" << "key-mismatch" << "leaf.pem";
        QTest::newRow("a key where the certificate should be")
            << "leaf.key" << "leaf.key" << "" << "no-certificate-in-file" << "leaf.key";
        QTest::newRow("a chain without certificates")
            << "leaf.pem" << "leaf.key" << "leaf.key" << "no-certificate-in-file" << "leaf.key";
        QTest::newRow("an encrypted key")
            << "leaf.pem" << "rsa-pem-aes.key" << "" << "passphrase-needed" << "rsa-pem-aes.key";
        QTest::newRow("a missing chain") << "leaf.pem" << "leaf.key" << "missing" << "file-not-found" << "missing";
    }
    void refusesAnIdentity()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, chain);
        QFETCH(QString, subject);
        const auto path = [](const QString &name) { return name.isEmpty() ? QString() : fixture(name); };
        const auto identity = readIdentity(path(certificate), path(key), path(chain));
        QVERIFY(!identity);
        QTEST(errorName(identity.error().code), "error");
        QCOMPARE(identity.error().subject, fixture(subject));
    }
};

QTEST_GUILESS_MAIN(TestCertificateFile)
#include "tst_certificate_file.moc"
