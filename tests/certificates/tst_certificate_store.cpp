#include "model/certificates/certificate_store.h"

#include "tests/certificates/damaged_keys.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

class TestCertificateStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    CertificateStore store() const { return CertificateStore(m_folder->path()); }
    QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &fixtureName, const QString &name) const
    {
        QVERIFY(QFile::copy(fixture(fixtureName), path(name)));
    }
    void join(const QStringList &fixtureNames, const QString &name) const
    {
        QFile whole(path(name));
        QVERIFY(whole.open(QIODevice::WriteOnly));
        for (const QString &fixtureName : fixtureNames) {
            QFile part(fixture(fixtureName));
            QVERIFY(part.open(QIODevice::ReadOnly));
            whole.write(part.readAll());
        }
    }
    QStringList names() const
    {
        QStringList result;
        for (const StoredCertificate &stored : store().list().certificates)
            result.append(stored.certificate.name());
        return result;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void whatIsAddedIsFoundAgain()
    {
        const QString folder = path(QStringLiteral("made/on/demand"));
        const CertificateStore own(folder);
        const auto added = own.add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("leaf.key")));
        QVERIFY(added);
        QCOMPARE(added->file, folder + QStringLiteral("/leaf.test.pem"));

        const auto listing = own.list();
        QVERIFY(listing.problems.empty());
        QCOMPARE(int(listing.certificates.size()), 1);
        QVERIFY(listing.certificates[0].hasKey);
        QCOMPARE(listing.certificates[0].file, added->file);
        QCOMPARE(listing.certificates[0].certificate, added->certificate);

        const auto identity = own.identity(listing.certificates[0]);
        QVERIFY(identity);
        QVERIFY(identity->key.matches(identity->certificate));
    }

    void aKeyIsReadableByItsOwnerAlone()
    {
        QVERIFY(store().add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("leaf.key"))));
        const auto permissions = QFileInfo(path(QStringLiteral("leaf.test.key"))).permissions();
        QVERIFY(permissions.testFlag(QFile::ReadOwner));
        for (const auto other : {QFile::ReadGroup, QFile::WriteGroup, QFile::ReadOther, QFile::WriteOther})
            QVERIFY(!permissions.testFlag(other));
    }

    void opensslReadsWhatIsWritten()
    {
        const auto added = store().add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("leaf.key")));
        QVERIFY(added);
        const QByteArray ofKey = openssl({QStringLiteral("pkey"), QStringLiteral("-pubout"), QStringLiteral("-in"),
                                          path(QStringLiteral("leaf.test.key"))});
        QCOMPARE(openssl({QStringLiteral("x509"), QStringLiteral("-pubkey"), QStringLiteral("-noout"),
                          QStringLiteral("-in"), added->file}),
                 ofKey);
    }

    void neverWritesOverAnotherFile()
    {
        const auto add = [this] {
            return store().add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("leaf.key")))->file;
        };
        QCOMPARE(add(), path(QStringLiteral("leaf.test.pem")));
        QCOMPARE(add(), path(QStringLiteral("leaf.test-2.pem")));
        put(QStringLiteral("other.pem"), QStringLiteral("leaf.test-3.pem"));
        QCOMPARE(add(), path(QStringLiteral("leaf.test-4.pem")));
        QVERIFY(!QFileInfo::exists(path(QStringLiteral("leaf.test-3.key"))));
        QCOMPARE(names(), (QStringList{QStringLiteral("leaf.test"), QStringLiteral("other.test")})); // each once
    }

    void refusesAKeyOfAnotherCertificate()
    {
        const auto added = store().add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("other.key")));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::KeyMismatch);
        QVERIFY(QDir(m_folder->path()).isEmpty());
    }

    void readsFilesThatWerePutThereByHand_data()
    {
        QTest::addColumn<QStringList>("files");    // fixture, name in the store, …
        QTest::addColumn<QStringList>("expected"); // name and whether it has a key
        QTest::newRow("a certificate alone") << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.pem")}
                                             << QStringList{QStringLiteral("leaf.test -")};
        QTest::newRow("with its key beside it") << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.pem"),
                                                               QStringLiteral("leaf-sec1.key"), QStringLiteral("a.key")}
                                                << QStringList{QStringLiteral("leaf.test key")};
        QTest::newRow("with another key beside it") << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.pem"),
                                                                   QStringLiteral("other.key"), QStringLiteral("a.key")}
                                                    << QStringList{QStringLiteral("leaf.test -")};
        QTest::newRow("with its key beside another name")
            << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.pem"), QStringLiteral("leaf.key"),
                           QStringLiteral("b.key")}
            << QStringList{QStringLiteral("leaf.test -")};
        QTest::newRow("with its key beside it, in capitals")
            << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.PEM"), QStringLiteral("leaf.key"),
                           QStringLiteral("a.key")}
            << QStringList{QStringLiteral("leaf.test key")};
        QTest::newRow("key, certificate and chain in one file")
            << QStringList{QStringLiteral("combined.pem"), QStringLiteral("a.pem")}
            << QStringList{QStringLiteral("leaf.test key"), QStringLiteral("Test intermediate -"),
                           QStringLiteral("Test root -")};
        QTest::newRow("the same certificate twice is listed once, with its key")
            << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.pem"),        QStringLiteral("leaf.der"),
                           QStringLiteral("b.cer"),    QStringLiteral("combined.pem"), QStringLiteral("c.crt")}
            << QStringList{QStringLiteral("leaf.test key"), QStringLiteral("Test intermediate -"),
                           QStringLiteral("Test root -")};
        QTest::newRow("a key alone is no certificate")
            << QStringList{QStringLiteral("leaf.key"), QStringLiteral("a.key")}
            << QStringList{QStringLiteral("a.key without certificate")};
        QTest::newRow("files with other endings are left alone")
            << QStringList{QStringLiteral("leaf.pem"), QStringLiteral("a.txt")} << QStringList();
    }
    void readsFilesThatWerePutThereByHand()
    {
        QFETCH(QStringList, files);
        QFETCH(QStringList, expected);
        for (qsizetype i = 0; i < files.size(); i += 2)
            put(files[i], files[i + 1]);
        const auto listing = store().list();
        QStringList found;
        for (const StoredCertificate &stored : listing.certificates)
            found.append(stored.certificate.name() + (stored.hasKey ? QStringLiteral(" key") : QStringLiteral(" -")));
        for (const Error &problem : listing.problems) {
            QCOMPARE(problem.code, ErrorCode::KeyWithoutCertificate);
            found.append(QFileInfo(problem.subject).fileName() + QStringLiteral(" without certificate"));
        }
        QCOMPARE(found, expected);
    }

    void whatCannotBeReadIsAProblemAndHidesNothingElse()
    {
        put(QStringLiteral("other.pem"), QStringLiteral("good.pem"));
        put(QStringLiteral("request.pem"), QStringLiteral("request.pem"));
        put(QStringLiteral("leaf.pem"), QStringLiteral("locked.pem"));
        put(QStringLiteral("rsa-pkcs8-pbkdf2.key"), QStringLiteral("locked.key"));
        QVERIFY(QFile(path(QStringLiteral("empty.pem"))).open(QIODevice::WriteOnly));
        QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("dangling.pem"))));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder.pem")));
        put(QStringLiteral("rsa-pkcs1.key"), QStringLiteral("alone.key"));
        put(QStringLiteral("leaf.key"), QStringLiteral("awaited.key"));
        put(QStringLiteral("request.pem"), QStringLiteral("awaited.csr"));

        const auto listing = store().list();
        QCOMPARE(names(), (QStringList{QStringLiteral("leaf.test"), QStringLiteral("other.test")}));
        QStringList problems;
        for (const Error &problem : listing.problems)
            problems.append(QFileInfo(problem.subject).fileName() + QStringLiteral(" ") + errorName(problem.code));
        QCOMPARE(problems,
                 (QStringList{QStringLiteral("dangling.pem file-not-found"), QStringLiteral("empty.pem empty-file"),
                              QStringLiteral("request.pem no-certificate-in-file"),
                              QStringLiteral("alone.key key-without-certificate")}));
    }

    void aLockedKeyIsListedAsLocked_data()
    {
        QTest::addColumn<QStringList>("file"); // the fixtures that it is made of
        QTest::addColumn<QStringList>("keyFile");
        QTest::addColumn<QStringList>("expected");
        const QStringList locked{QStringLiteral("rsa-pkcs8-pbkdf2.key")};
        QTest::newRow("beside its certificate")
            << QStringList{QStringLiteral("rsa.pem")} << locked << QStringList{QStringLiteral("rsa.test locked")};
        QTest::newRow("in the older encryption of PEM")
            << QStringList{QStringLiteral("rsa.pem")} << QStringList{QStringLiteral("rsa-pem-aes.key")}
            << QStringList{QStringLiteral("rsa.test locked")};
        QTest::newRow("in the file of its certificate")
            << QStringList{QStringLiteral("rsa.pem"), locked.first()} << QStringList()
            << QStringList{QStringLiteral("rsa.test locked")};
        QTest::newRow("of the first certificate of a chain")
            << QStringList{QStringLiteral("rsa.pem"), QStringLiteral("root.pem")} << locked
            << QStringList{QStringLiteral("rsa.test locked"), QStringLiteral("Test root -")};
        QTest::newRow("beside a key that is not locked")
            << QStringList{QStringLiteral("rsa.pem"), QStringLiteral("rsa-pkcs1.key")} << locked
            << QStringList{QStringLiteral("rsa.test key")};
    }
    void aLockedKeyIsListedAsLocked()
    {
        QFETCH(const QStringList, file);
        QFETCH(const QStringList, keyFile);
        join(file, QStringLiteral("a.pem"));
        if (!keyFile.isEmpty())
            join(keyFile, QStringLiteral("a.key"));
        const auto listing = store().list();
        QStringList found;
        for (const StoredCertificate &stored : listing.certificates) {
            QVERIFY(stored.hasKey || !stored.isKeyLocked);
            const char *key = stored.isKeyLocked ? " locked" : stored.hasKey ? " key" : " -";
            found.append(stored.certificate.name() + QString::fromLatin1(key));
        }
        QTEST(found, "expected");
        QCOMPARE(listing.problems.size(), std::size_t(found.first().endsWith(QStringLiteral("key")) ? 1 : 0));
    }

    void theCopyThatIsNotLockedIsPreferred()
    {
        put(QStringLiteral("rsa.pem"), QStringLiteral("a.pem"));
        put(QStringLiteral("rsa-pem-aes.key"), QStringLiteral("a.key"));
        put(QStringLiteral("rsa.pem"), QStringLiteral("b.pem"));
        put(QStringLiteral("rsa-pkcs1.key"), QStringLiteral("b.key"));
        const auto listing = store().list();
        QCOMPARE(listing.certificates.size(), std::size_t{1});
        QVERIFY(listing.certificates.front().hasKey && !listing.certificates.front().isKeyLocked);
        QCOMPARE(listing.certificates.front().file, path(QStringLiteral("b.pem")));
    }

    void aKeyThatOthersMayReadStillWorks()
    {
        put(QStringLiteral("leaf.pem"), QStringLiteral("a.pem"));
        put(QStringLiteral("leaf.key"), QStringLiteral("a.key"));
        QVERIFY(QFile::setPermissions(path(QStringLiteral("a.key")),
                                      QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup | QFile::ReadOther));
        QVERIFY(store().list().certificates.at(0).hasKey);
    }

    void aMissingFolderIsEmpty()
    {
        const auto listing = CertificateStore(path(QStringLiteral("missing"))).list();
        QVERIFY(listing.certificates.empty());
        QVERIFY(listing.problems.empty());
    }

    void aFileInPlaceOfTheFolderIsAProblem()
    {
        put(QStringLiteral("leaf.pem"), QStringLiteral("file"));
        const CertificateStore broken(path(QStringLiteral("file")));
        QCOMPARE(int(broken.list().problems.size()), 1);
        const auto added = broken.add(certificateOf(QStringLiteral("leaf.pem")), keyOf(QStringLiteral("leaf.key")));
        QVERIFY(!added);
        QCOMPARE(added.error().code, ErrorCode::FileNotWritable);
    }

    void collectsTheIssuersOfTheStore()
    {
        put(QStringLiteral("leaf.pem"), QStringLiteral("a.pem"));
        put(QStringLiteral("leaf.key"), QStringLiteral("a.key"));
        put(QStringLiteral("intermediate.pem"), QStringLiteral("b.pem"));
        put(QStringLiteral("root.pem"), QStringLiteral("c.pem"));
        const auto identity = store().identity(store().list().certificates.at(0));
        QVERIFY(identity);
        QCOMPARE(int(identity->chain.size()), 1); // the root is not sent
        QCOMPARE(identity->chain[0].name(), QStringLiteral("Test intermediate"));
    }

    void aPassPhraseOpensTheKeyOfTheStore()
    {
        put(QStringLiteral("rsa.pem"), QStringLiteral("a.pem"));
        put(QStringLiteral("rsa-pem-aes.key"), QStringLiteral("a.key"));
        const SecretBytes right = secret("secret");
        const auto identity = store().identity(store().list().certificates.at(0), &right);
        QVERIFY(identity);
        QVERIFY(identity->key.matches(identity->certificate));
    }

    void aDamagedKeyIsNotPutToUse()
    {
        put(QStringLiteral("leaf.pem"), QStringLiteral("a.pem"));
        const auto write = [this](const QString &name, const QByteArray &bytes) {
            QFile file(path(name));
            QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Append));
            file.write(bytes);
        };
        const QByteArray der = damagedEcKey(QStringLiteral("leaf.key"));
        write(QStringLiteral("a.key"), der);
        const StoredCertificate stored = store().list().certificates.at(0);
        QVERIFY(stored.hasKey); // looking at a folder tries no key
        const auto apart = store().identity(stored);
        QVERIFY(!apart);
        QCOMPARE(apart.error().code, ErrorCode::MalformedKey);
        QCOMPARE(apart.error().subject, path(QStringLiteral("a.key")));
        QVERIFY(QFile::remove(path(QStringLiteral("a.key"))));
        write(QStringLiteral("a.pem"),
              "\n-----BEGIN PRIVATE KEY-----\n" + der.toBase64() + "\n-----END PRIVATE KEY-----\n");
        QCOMPARE(store().identity(stored).error().subject, path(QStringLiteral("a.pem")));
    }

    void saysWhyThereIsNoIdentity()
    {
        put(QStringLiteral("leaf.pem"), QStringLiteral("a.pem"));
        const StoredCertificate stored = store().list().certificates.at(0);
        QCOMPARE(store().identity(stored).error().code, ErrorCode::NoPrivateKey);
        put(QStringLiteral("other.key"), QStringLiteral("a.key"));
        QCOMPARE(store().identity(stored).error().code, ErrorCode::KeyMismatch);
        QVERIFY(QFile::remove(path(QStringLiteral("a.key"))));
        put(QStringLiteral("rsa-pem-aes.key"), QStringLiteral("a.key"));
        QCOMPARE(store().identity(stored).error().code, ErrorCode::PassphraseNeeded);
        const SecretBytes wrong = secret("wrong");
        QCOMPARE(store().identity(stored, &wrong).error().code, ErrorCode::WrongPassphrase);
        QVERIFY(QFile::remove(stored.file));
        QVERIFY(QFile::remove(path(QStringLiteral("a.key"))));
        QCOMPARE(store().identity(stored).error().code, ErrorCode::FileNotFound);
    }
};

QTEST_GUILESS_MAIN(TestCertificateStore)
#include "tst_certificate_store.moc"
