#include "model/certificates/certificate_removal.h"

#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"
#include "tests/certificates/fixture_files.h"
#include "tests/certificates/issued_certificates.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

class TestCertificateRemoval : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;

    CertificateStore store() const { return CertificateStore(m_folder->filePath(QStringLiteral("store"))); }
    Trash trash() const { return Trash(m_folder->filePath(QStringLiteral("trash"))); }
    QString path(const QString &name) const { return store().folder() + u'/' + name; }
    /// Several fixtures one after the other in one file of the store.
    void put(const QStringList &fixtureNames, const QString &name) const
    {
        QFile target(path(name));
        QVERIFY(target.open(QIODevice::WriteOnly));
        for (const QString &fixtureName : fixtureNames) {
            QFile part(fixture(fixtureName));
            QVERIFY(part.open(QIODevice::ReadOnly));
            target.write(part.readAll());
        }
    }
    /// The requests and revocation lists of some of its files.
    StoreRemoval othersIn(const QStringList &names) const
    {
        StoreRemoval removal;
        for (const QString &name : names) {
            const FileContents contents = readCertificateFileLeniently(path(name)).contents;
            for (const CertificateRequest &request : contents.requests)
                removal.requests.push_back({.request = request, .file = path(name)});
            for (const RevocationList &list : contents.revocationLists)
                removal.revocationLists.push_back({.list = list, .file = path(name)});
        }
        return removal;
    }
    QStringList files() const { return QDir(store().folder()).entryList(QDir::Files, QDir::Name); }
    QByteArrayList contents() const
    {
        QByteArrayList all;
        for (const QString &name : files()) {
            QFile file(path(name));
            if (file.open(QIODevice::ReadOnly))
                all.append(file.readAll());
        }
        return all;
    }
    QStringList listed() const
    {
        QStringList names;
        for (const StoredCertificate &stored : store().list().certificates)
            names.append(stored.certificate.name() + (stored.hasKey ? QStringLiteral(" with key") : QString()));
        return names;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QDir().mkpath(store().folder()));
    }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aCertificateGoesAndComesBack_data()
    {
        QTest::addColumn<QList<QStringList>>("put"); // file, then the fixtures in it
        QTest::addColumn<QStringList>("filesLeft");
        QTest::addColumn<QStringList>("listed");
        using Files = QList<QStringList>;
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        QTest::newRow("with the key beside it")
            << Files{list("a.pem leaf.pem"), list("a.key leaf.key")} << QStringList() << QStringList();
        QTest::newRow("with the key in its file")
            << Files{list("a.pem leaf.key leaf.pem")} << QStringList() << QStringList();
        QTest::newRow("out of a file that holds its issuer too")
            << Files{list("a.pem leaf.pem intermediate.pem"), list("a.key leaf.key")} << list("a.pem")
            << QStringList{QStringLiteral("Test intermediate")};
        QTest::newRow("but not the key of another one in its file")
            << Files{list("a.pem leaf.pem leaf.key other.key other.pem")} << list("a.pem")
            << QStringList{QStringLiteral("other.test with key")};
        QTest::newRow("out of both files that hold it")
            << Files{list("a.pem leaf.pem"), list("b.crt leaf.der")} << QStringList() << QStringList();
        QTest::newRow("but not a key that another file of that name has too")
            << Files{list("a.crt leaf.pem"), list("a.pem leaf.pem intermediate.pem"), list("a.key other.key"),
                     list("b.pem other.pem")}
            << list("a.key a.pem b.pem")
            << QStringList{QStringLiteral("other.test"), QStringLiteral("Test intermediate")};
        QTest::newRow("and a public key in its file stays")
            << Files{list("a.pem leaf.pem public.pem")} << list("a.pem") << QStringList();
        QTest::newRow("and what cannot be read stays")
            << Files{list("a.pem leaf.pem rsa-pem-aes.key")} << list("a.pem") << QStringList();
    }
    void aCertificateGoesAndComesBack()
    {
        QFETCH(QList<QStringList>, put);
        QFETCH(QStringList, filesLeft);
        QFETCH(QStringList, listed);
        for (const QStringList &file : put)
            this->put(file.mid(1), file.first());
        const QStringList filesBefore = files();
        const QByteArrayList before = contents();
        const QStringList listedBefore = this->listed();

        const auto removed =
            takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash());
        QVERIFY(removed);
        QCOMPARE(files(), filesLeft);
        QCOMPARE(this->listed(), listed);
        QVERIFY(trash().restore(*removed));
        QCOMPARE(files(), filesBefore);
        QCOMPARE(contents(), before);
        QCOMPARE(this->listed(), listedBefore);
    }

    void theKeyOfAWaitingRequestStays()
    {
        put({QStringLiteral("leaf.pem")}, QStringLiteral("a.pem"));
        put({QStringLiteral("leaf.key")}, QStringLiteral("a.key"));
        put({QStringLiteral("request.pem")}, QStringLiteral("a.csr"));
        QVERIFY(takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash()));
        QCOMPARE(files(), (QStringList{QStringLiteral("a.csr"), QStringLiteral("a.key")}));
    }

    void aLockedKeyThatAnotherCertificateHasTooStays()
    {
        const auto passphrase = secret("locked");
        const Identity identity = madeAuthority();
        const auto added = store().add(identity.certificate, identity.key, &passphrase);
        QVERIFY(added);
        const QString keyFile = CertificateStore::keyFile(added->file);
        const auto renewed = renew(identity.certificate, identity.key, QDateTime::currentDateTimeUtc(),
                                   QDateTime::currentDateTimeUtc().addDays(1));
        QFile other(path(QStringLiteral("renewed.pem")));
        QVERIFY(renewed && other.open(QIODevice::WriteOnly));
        other.write(renewed->pem());
        other.close();
        const Identity stranger = madeAuthority();
        const auto alone = store().add(stranger.certificate, stranger.key, &passphrase);
        QVERIFY(alone);
        QVERIFY(takeFromStore({.certificates = {identity.certificate, stranger.certificate}}, store(), trash()));
        QVERIFY(QFile::exists(keyFile));
        QVERIFY(!QFile::exists(CertificateStore::keyFile(alone->file)));
    }

    void noCopyOfAKeyIsLeftByTheLastOfItsCertificates_data()
    {
        QTest::addColumn<bool>("isLocked");
        QTest::newRow("open") << false;
        QTest::newRow("locked") << true;
    }
    void noCopyOfAKeyIsLeftByTheLastOfItsCertificates()
    {
        QFETCH(const bool, isLocked);
        const auto passphrase = secret("locked");
        const SecretBytes *protection = isLocked ? &passphrase : nullptr;
        const Identity identity = madeAuthority();
        const auto now = QDateTime::currentDateTimeUtc();
        const auto renewed = renew(identity.certificate, identity.key, now, now.addDays(1));
        QVERIFY(store().add(identity.certificate, identity.key, protection));
        QVERIFY(store().add(*renewed, identity.key, protection));
        QCOMPARE(files().size(), 4);
        QVERIFY(takeFromStore({.certificates = {identity.certificate}}, store(), trash()));
        QCOMPARE(files().size(), 2);
        QVERIFY(store().list().certificates.front().hasKey);
        const auto last = takeFromStore({.certificates = {*renewed}}, store(), trash());
        QCOMPARE(files(), QStringList());
        QVERIFY(trash().restore(*last));
        QVERIFY(store().identity(store().list().certificates.front(), protection));
    }

    void onlyTheLinesOfTheCertificateGo()
    {
        put({QStringLiteral("leaf.pem"), QStringLiteral("other.pem")}, QStringLiteral("a.pem"));
        QFile file(path(QStringLiteral("a.pem")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = "# mine\r\n" + file.readAll() + "# the end\n";
        QVERIFY(file.seek(0) && file.write(whole) == whole.size());
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        QVERIFY(takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray left = file.readAll();
        QVERIFY(left.startsWith("# mine\r\n"));
        QVERIFY(left.endsWith("# the end\n"));
        QCOMPARE(left.count("BEGIN CERTIFICATE"), 1);
        QVERIFY(file.permissions() & QFile::ReadGroup);
    }

    void aLinkStaysALink()
    {
        put({QStringLiteral("leaf.pem"), QStringLiteral("other.pem")}, QStringLiteral("real.txt"));
        QVERIFY(QFile::link(path(QStringLiteral("real.txt")), path(QStringLiteral("a.pem"))));
        const auto removed =
            takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash());
        QVERIFY(removed);
        QCOMPARE(listed(), QStringList{QStringLiteral("other.test")});
        QVERIFY(trash().restore(*removed));
        QVERIFY(QFileInfo(path(QStringLiteral("a.pem"))).isSymLink());
        QCOMPARE(listed().size(), 2);
    }

    void aByteOrderMarkIsNoObstacle()
    {
        put({QStringLiteral("leaf.pem"), QStringLiteral("other.pem")}, QStringLiteral("a.pem"));
        QFile file(path(QStringLiteral("a.pem")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray whole = "\xEF\xBB\xBF" + file.readAll();
        QVERIFY(file.seek(0) && file.write(whole) == whole.size());
        file.close();
        QVERIFY(takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash()));
        QCOMPARE(listed(), QStringList{QStringLiteral("other.test")});
    }

    void whatIsNotThereIsSaid()
    {
        put({QStringLiteral("other.pem")}, QStringLiteral("a.pem"));
        const auto removed =
            takeFromStore({.certificates = {certificateOf(QStringLiteral("leaf.pem"))}}, store(), trash());
        QVERIFY(!removed);
        QCOMPARE(removed.error().code, ErrorCode::CertificateNotFound);
        QCOMPARE(removed.error().subject, QStringLiteral("leaf.test"));
        QVERIFY(trash().items().empty());
    }

    void requestsAndListsGoWhole_data()
    {
        QTest::addColumn<QList<QStringList>>("put"); // file, then the fixtures in it
        QTest::addColumn<QStringList>("going");
        QTest::addColumn<QStringList>("filesLeft");
        using Files = QList<QStringList>;
        const auto list = [](const char *words) { return QString::fromLatin1(words).split(u' '); };
        const Files awaited{list("a.csr request.pem"), list("a.key leaf.key")};
        QTest::newRow("a request with the key that waits for its answer") << awaited << list("a.csr") << QStringList();
        QTest::newRow("but not with the key of its answer")
            << awaited + Files{list("a.pem leaf.pem")} << list("a.csr") << list("a.key a.pem");
        QTest::newRow("but not with a key that an answer of another name relies on")
            << awaited + Files{list("b.pem leaf.pem")} << list("a.csr") << list("a.key b.pem");
        QTest::newRow("but not with the key of something else")
            << Files{list("a.csr request.pem"), list("a.key other.key")} << list("a.csr") << list("a.key");
        QTest::newRow("a revocation list")
            << Files{list("a.crl list.pem"), list("a.pem root.pem")} << list("a.crl") << list("a.pem");
        QTest::newRow("both") << awaited + Files{list("b.crl list.pem")} << list("a.csr b.crl") << QStringList();
    }
    void requestsAndListsGoWhole()
    {
        QFETCH(const QList<QStringList>, put);
        QFETCH(const QStringList, going);
        for (const QStringList &file : put)
            this->put(file.mid(1), file.first());
        const QByteArrayList before = contents();
        const auto removed = takeFromStore(othersIn(going), store(), trash());
        QVERIFY(removed);
        QTEST(files(), "filesLeft");
        QVERIFY(trash().restore(*removed));
        QCOMPARE(contents(), before);
    }

    void oneOfTwoListsInAFileGoes()
    {
        const Identity authority = madeAuthority();
        const auto other =
            makeRevocationList({.thisUpdate = issuedFrom.addDays(1), .nextUpdate = issuedFrom.addDays(2)}, authority);
        QVERIFY(other);
        put({QStringLiteral("list.pem")}, QStringLiteral("a.crl"));
        const StoreRemoval removal = othersIn({QStringLiteral("a.crl")});
        QFile file(path(QStringLiteral("a.crl")));
        QVERIFY(file.open(QIODevice::Append) && file.write(other->pem()) > 0); // after somebody saw what it held
        file.close();
        QVERIFY(takeFromStore(removal, store(), trash()));
        QCOMPARE(contents(), QByteArrayList{other->pem()});
    }

    void aCertificateAndItsRequestGoWithTheirKey()
    {
        put({QStringLiteral("request.pem")}, QStringLiteral("a.csr"));
        put({QStringLiteral("leaf.key")}, QStringLiteral("a.key"));
        put({QStringLiteral("leaf.pem")}, QStringLiteral("a.pem"));
        StoreRemoval removal = othersIn({QStringLiteral("a.csr")});
        removal.certificates = {certificateOf(QStringLiteral("leaf.pem"))};
        QVERIFY(takeFromStore(removal, store(), trash()));
        QCOMPARE(files(), QStringList());
    }

    void whatIsGoneAlreadyIsSaid()
    {
        put({QStringLiteral("list.pem")}, QStringLiteral("a.crl"));
        const StoreRemoval removal = othersIn({QStringLiteral("a.crl")});
        QVERIFY(QFile::remove(path(QStringLiteral("a.crl"))));
        const auto removed = takeFromStore(removal, store(), trash());
        QCOMPARE(removed.error().code, ErrorCode::FileNotFound);
        QCOMPARE(removed.error().subject, path(QStringLiteral("a.crl")));
    }

    void nothingOutsideOfTheStoreIsTouched()
    {
        put({QStringLiteral("list.pem")}, QStringLiteral("a.crl"));
        StoreRemoval removal = othersIn({QStringLiteral("a.crl")});
        const QString elsewhere = m_folder->filePath(QStringLiteral("a.crl"));
        QVERIFY(QFile::rename(path(QStringLiteral("a.crl")), elsewhere));
        removal.revocationLists.front().file = elsewhere;
        QCOMPARE(takeFromStore(removal, store(), trash()).error().code, ErrorCode::FileNotFound);
        QVERIFY(QFile::exists(elsewhere));
    }

    void severalAtOnceAreOneUndo()
    {
        put({QStringLiteral("leaf.pem")}, QStringLiteral("a.pem"));
        put({QStringLiteral("other.pem")}, QStringLiteral("b.pem"));
        const auto removed = takeFromStore(
            {.certificates = {certificateOf(QStringLiteral("leaf.pem")), certificateOf(QStringLiteral("other.pem"))}},
            store(), trash());
        QVERIFY(removed);
        QVERIFY(files().isEmpty());
        QVERIFY(trash().restore(*removed));
        QCOMPARE(files().size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestCertificateRemoval)
#include "tst_certificate_removal.moc"
