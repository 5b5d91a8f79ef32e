#include "model/certificates/certificate_import.h"

#include "tests/certificates/damaged_keys.h"
#include "tests/certificates/issued_certificates.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <memory>

using namespace sealport;
using namespace sealport::test;

using Outcome = ImportedCertificate::Outcome;

class TestCertificateImport : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    CertificateStore store() const { return CertificateStore(m_folder->filePath(QStringLiteral("store"))); }
    QStringList files() const { return QDir(store().folder()).entryList(QDir::Files | QDir::Hidden, QDir::Name); }
    /// "leaf.test added with key" for each, then the problems' names.
    QStringList import(const QStringList &names, const char *passphrase = nullptr) const
    {
        QStringList paths;
        for (const QString &name : names)
            paths.append(fixture(name));
        const SecretBytes given = secret(passphrase);
        const ImportResult result = importFiles(store(), paths, passphrase ? &given : nullptr);
        QStringList lines;
        for (const ImportedCertificate &imported : result.certificates) {
            const char *outcome = imported.outcome == Outcome::Added      ? " added"
                                  : imported.outcome == Outcome::KeyAdded ? " got its key"
                                                                          : " was there";
            lines.append(imported.stored.certificate.name() + QLatin1String(outcome)
                         + (imported.stored.hasKey ? QStringLiteral(" with key") : QString()));
        }
        for (const ImportedRevocationList &imported : result.revocationLists)
            lines.append(QStringLiteral("list of ") + imported.stored.list.issuer()
                         + QLatin1String(imported.wasThere ? " was there" : " added"));
        for (const Error &problem : result.problems)
            lines.append(errorName(problem.code) + u' ' + problem.subject.section(u'/', -1));
        return lines;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void imports_data()
    {
        QTest::addColumn<QStringList>("files");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QStringList>("lines");
        const auto list = [](std::initializer_list<const char *> texts) {
            QStringList result;
            for (const char *text : texts)
                result.append(QString::fromUtf8(text));
            return result;
        };
        const QByteArray none;
        const QByteArray right("secret");
        QTest::newRow("a certificate without its key") << list({"leaf.pem"}) << none << list({"leaf.test added"});
        QTest::newRow("certificate and key in two files, the key first")
            << list({"leaf.key", "leaf.pem"}) << none << list({"leaf.test added with key"});
        QTest::newRow("PKCS#12 with its chain")
            << list({"modern.p12"}) << right << list({"leaf.test added with key", "Test intermediate added"});
        QTest::newRow("a Java keystore") << list({"keystore.jks"}) << QByteArray("secret1")
                                         << list({"Test root added", "leaf.test added with key",
                                                  "Test intermediate added"});
        QTest::newRow("the same certificate and key in several files")
            << list({"combined.pem", "leaf.der", "leaf-sec1.key", "crlf-reversed.pem"}) << none
            << list({"leaf.test added with key", "Test intermediate added", "Test root added"});
        QTest::newRow("a certificate beside a key that nobody can open")
            << list({"certificate-and-encrypted-key.pem"}) << none
            << list({"leaf.test added", "passphrase-needed certificate-and-encrypted-key.pem"});
        QTest::newRow("a key without a certificate") << list({"other.key", "root.pem"}) << none
                                                     << list({"Test root added", "key-without-certificate other.key"});
        QTest::newRow("what is no certificate")
            << list({"request.pem", "public.pem", "missing.pem"}) << none
            << list({"no-certificate-in-file request.pem", "no-certificate-in-file public.pem",
                     "file-not-found missing.pem"});
        QTest::newRow("a revocation list twice, and a certificate")
            << list({"list.pem", "list.der", "leaf.pem"}) << none
            << list({"leaf.test added", "list of CN=Test root,O=Sealport tests,C=FR added"});
    }
    void imports()
    {
        QFETCH(QStringList, files);
        QFETCH(QByteArray, passphrase);
        QTEST(import(files, passphrase.isNull() ? nullptr : passphrase.constData()), "lines");
    }

    void writesNothingTwice()
    {
        import({QStringLiteral("combined.pem")});
        const QStringList before = files();
        QCOMPARE(import({QStringLiteral("combined.pem")}),
                 (QStringList{QStringLiteral("leaf.test was there with key"),
                              QStringLiteral("Test intermediate was there"), QStringLiteral("Test root was there")}));
        QCOMPARE(files(), before);
    }

    void keepsRevocationListsAsFilesOfTheirOwn()
    {
        import({QStringLiteral("list.pem")});
        QCOMPARE(files(), QStringList{QStringLiteral("Test-root.crl")});
        QCOMPARE(import({QStringLiteral("list.der")}),
                 QStringList{QStringLiteral("list of CN=Test root,O=Sealport tests,C=FR was there")});
        QCOMPARE(files().size(), 1);
        QVERIFY(store().list().problems.empty());
    }

    void aKeyJoinsItsCertificateLater()
    {
        import({QStringLiteral("leaf.pem")});
        QCOMPARE(import({QStringLiteral("leaf.key")}), QStringList{QStringLiteral("leaf.test got its key with key")});
        QCOMPARE(files(), (QStringList{QStringLiteral("leaf.test.key"), QStringLiteral("leaf.test.pem")}));
        QCOMPARE(QFile(store().folder() + QStringLiteral("/leaf.test.key")).permissions()
                     & (QFile::ReadGroup | QFile::ReadOther),
                 QFile::Permissions());
        const StoredCertificate stored = store().list().certificates.at(0);
        QVERIFY(store().identity(stored));
        QCOMPARE(import({QStringLiteral("leaf.key")}), QStringList{QStringLiteral("leaf.test was there with key")});
    }

    void aKeyFileOfSomebodyElseIsNeverOverwritten()
    {
        import({QStringLiteral("leaf.pem")});
        const QString keyFile = store().folder() + QStringLiteral("/leaf.test.key");
        QVERIFY(QFile::copy(fixture(QStringLiteral("rsa-pem-aes.key")), keyFile));
        QCOMPARE(import({QStringLiteral("leaf.key")}), QStringList{QStringLiteral("leaf.test got its key with key")});
        QFile kept(keyFile);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QVERIFY(kept.readAll().contains("ENCRYPTED"));
        QVERIFY(store().list().certificates.at(0).hasKey);
    }

    void aDamagedKeyIsNotTakenIn_data()
    {
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QString>("certificate");
        QTest::newRow("EC") << damagedEcKey(QStringLiteral("leaf.key")) << "leaf.pem";
        QTest::newRow("RSA") << damagedRsaKey(QStringLiteral("rsa-pkcs1.key"), RsaNumber::PrivateExponent) << "rsa.pem";
    }
    void aDamagedKeyIsNotTakenIn()
    {
        QFETCH(QByteArray, key);
        QFETCH(QString, certificate);
        QFile file(m_folder->filePath(QStringLiteral("damaged.key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(key);
        file.close();
        const ImportResult result = importFiles(store(), {fixture(certificate), file.fileName()});
        QCOMPARE(result.certificates.size(), std::size_t{1});
        QVERIFY(!result.certificates[0].stored.hasKey);
        QCOMPARE(result.problems.size(), std::size_t{1});
        QCOMPARE(result.problems[0].code, ErrorCode::MalformedKey);
        QCOMPARE(result.problems[0].subject, file.fileName());
        QCOMPARE(files().filter(QStringLiteral(".key")), QStringList());
        const FileReading read = readCertificateFileLeniently(file.fileName());
        const ImportResult ofValues = importCertificates(store(), {certificateOf(certificate)}, read.contents.keys);
        QCOMPARE(ofValues.problems.size(), std::size_t{1});
        QCOMPARE(ofValues.problems[0].subject, certificateOf(certificate).name());
    }

    void keysAreProtectedInTheStore_data()
    {
        QTest::addColumn<bool>("isThereOpen");
        QTest::newRow("that are new") << false;
        QTest::newRow("that were there without protection") << true;
    }
    void keysAreProtectedInTheStore()
    {
        QFETCH(const bool, isThereOpen);
        if (isThereOpen)
            import({QStringLiteral("leaf.pem"), QStringLiteral("leaf.key")});
        const SecretBytes protection = secret("protection");
        const QStringList paths{fixture(QStringLiteral("leaf.pem")), fixture(QStringLiteral("leaf.key"))};
        const ImportResult result = importFiles(store(), paths, nullptr, &protection);
        QCOMPARE(result.certificates.size(), std::size_t{1});
        const QStringList once = files();
        const ImportResult again = importFiles(store(), paths, nullptr, &protection);
        QCOMPARE(files(), once);
        QCOMPARE(again.certificates.front().outcome, ImportedCertificate::Outcome::AlreadyThere);
        const StoredCertificate stored = store().list().certificates.at(0);
        QVERIFY(stored.isKeyLocked && result.certificates.front().stored.isKeyLocked);
        QCOMPARE(store().identity(stored).error().code, ErrorCode::PassphraseNeeded);
        QVERIFY(store().identity(stored, &protection));
    }

    void twoCertificatesOfOneKeyAreProtectedTogether()
    {
        const PrivateKey key = madeKey();
        QStringList paths;
        for (const char *name : {"before.test", "after.test"}) {
            const auto certificate = issue(namedSpec(QString::fromLatin1(name), CertificateTemplate::Server), key);
            const auto stored = store().add(*certificate, key);
            paths += QStringList{stored->file, CertificateStore::keyFile(stored->file)};
        }
        const SecretBytes protection = secret("protection");
        const ImportResult result = importFiles(store(), paths, nullptr, &protection);
        QVERIFY(result.problems.empty());
        QCOMPARE(result.certificates.size(), std::size_t{2});
        for (const StoredCertificate &stored : store().list().certificates)
            QVERIFY(stored.isKeyLocked && store().identity(stored, &protection));
    }

    void saysWhenTheStoreCannotBeWritten()
    {
        const ImportResult result =
            importFiles(CertificateStore(QStringLiteral("/dev/null/store")), {fixture(QStringLiteral("leaf.pem"))});
        QVERIFY(result.certificates.empty());
        QCOMPARE(result.problems.size(), std::size_t{1});
        QCOMPARE(result.problems[0].code, ErrorCode::FileNotWritable);
    }
};

QTEST_GUILESS_MAIN(TestCertificateImport)
#include "tst_certificate_import.moc"
