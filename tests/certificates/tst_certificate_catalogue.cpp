#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/issuer.h"
#include "tests/certificates/scripted_source.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using sealport::test::ScriptedSource;

class TestCertificateCatalogue : public QObject {
    Q_OBJECT
private:
    static Certificate make(const QString &name, const PrivateKey &key)
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto made = issue({.commonName = name, .notBefore = now, .notAfter = now.addDays(9)}, key);
        if (!made)
            qFatal("issuing failed");
        return *made;
    }
    static std::size_t count(const CertificateCatalogue &catalogue, SourceId id)
    {
        const auto *entry = catalogue.entry(id);
        return entry && entry->listing ? entry->listing->items.size() : 0;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto key = PrivateKey::generate({});
        QVERIFY(key);
        m_key = *key;
    }
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_store = std::make_unique<CertificateStore>(m_folder->filePath(QStringLiteral("store")));
        m_jobs = std::make_unique<JobRunner>();
        m_catalogue = std::make_unique<CertificateCatalogue>(*m_jobs, *m_store);
    }
    void cleanup()
    {
        m_jobs.reset();
        m_catalogue.reset();
    }

    void nothingIsReadBeforeItIsAskedFor()
    {
        QCOMPARE(m_catalogue->entries().size(), 2U);
        QCOMPARE(m_catalogue->entries()[0].source->kind(), SourceKind::MyCertificates);
        QCOMPARE(m_catalogue->entries()[1].source->kind(), SourceKind::SystemRoots);
        for (const auto &entry : m_catalogue->entries())
            QVERIFY(!entry.listing && !entry.isListing());
    }

    void ownRequestsAndListsAreListedToo()
    {
        const auto put = [this](const char *name, const char *to) {
            return QFile::copy(QStringLiteral(SEALPORT_CERTIFICATES "/") + QString::fromLatin1(name),
                               m_store->folder() + u'/' + QString::fromLatin1(to));
        };
        QVERIFY(QDir().mkpath(m_store->folder()));
        QVERIFY(put("request.pem", "asks.csr") && put("leaf.key", "asks.key"));
        QVERIFY(put("request-names.pem", "locked.csr") && put("rsa-pem-aes.key", "locked.key"));
        QVERIFY(put("request-names.pem", "keyless.csr") && put("list.pem", "root.crl"));
        QVERIFY(put("leaf.pem", "no-request.csr"));
        const FoundCertificates found = myCertificates(*m_store)->list({}, {});
        QStringList said;
        for (const FoundRequest &one : found.requests)
            said.append(QFileInfo(one.file).fileName()
                        + (one.isKeyLocked ? QStringLiteral(" locked")
                           : one.hasKey    ? QStringLiteral(" with key")
                                           : QString()));
        QCOMPARE(said, (QStringList{QStringLiteral("asks.csr with key"), QStringLiteral("keyless.csr"),
                                    QStringLiteral("locked.csr locked")}));
        QCOMPARE(found.revocationLists.size(), std::size_t{1});
        QCOMPARE(found.problems.size(), std::size_t{1});
        QCOMPARE(found.problems[0].code, ErrorCode::NoRequestInFile);
        const QStringList watched = myCertificates(*m_store)->watchedPaths(found);
        for (const char *name : {"asks.csr", "asks.key", "root.crl", "no-request.csr"})
            QVERIFY2(watched.contains(m_store->folder() + u'/' + QString::fromLatin1(name)), name);
    }

    void aKeystoreAmongTheOwnFilesIsNotPassedOver()
    {
        QVERIFY(QDir().mkpath(m_store->folder()));
        for (const char *name : {"shop.P12", "server.jks", "notes.txt"})
            QVERIFY(QFile(m_store->folder() + u'/' + QString::fromLatin1(name)).open(QIODevice::WriteOnly));
        QStringList problems;
        for (const Error &problem : myCertificates(*m_store)->list({}, {}).problems) {
            QCOMPARE(problem.code, ErrorCode::NotReadInStore);
            problems.append(QFileInfo(problem.subject).fileName());
        }
        QCOMPARE(problems, (QStringList{QStringLiteral("server.jks"), QStringLiteral("shop.P12")}));
    }

    void aReadingTellsHowFarItIs()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/slow"));
        QSignalSpy progressed(m_catalogue.get(), &CertificateCatalogue::progressed);
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        const SourceId id = m_catalogue->open(source);
        QVERIFY(m_catalogue->entry(id)->isListing());
        QTRY_COMPARE(m_catalogue->entry(id)->progress->done.load(), 4U);
        QCOMPARE(m_catalogue->entry(id)->progress->total.load(), 10U);
        progressed.clear();
        QTRY_VERIFY(!progressed.isEmpty()); // by itself, while nothing is finished
        QVERIFY(listed.isEmpty());
        source->release();
        QTRY_COMPARE(listed.size(), 1);
        QVERIFY(!m_catalogue->entry(id)->isListing());
        QCOMPARE(count(*m_catalogue, id), 2U);
        QVERIFY(m_catalogue->entry(id)->listing->isWhole);
    }

    void whatWasReadUntilItWasCancelledIsKept()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/slow"));
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        const SourceId id = m_catalogue->open(source);
        QTRY_COMPARE(source->readings(), 1);
        m_catalogue->cancel(id);
        QTRY_COMPARE(listed.size(), 1);
        QCOMPARE(count(*m_catalogue, id), 1U);
        QVERIFY(!m_catalogue->entry(id)->listing->isWhole);
    }

    void aNewerReadingReplacesTheOneThatGoesOn()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/slow"));
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        const SourceId id = m_catalogue->open(source);
        QTRY_COMPARE(source->readings(), 1);
        m_catalogue->list(id);
        QTRY_COMPARE(source->readings(), 2);
        source->release();
        QTRY_COMPARE(listed.size(), 1);
        QCOMPARE(count(*m_catalogue, id), 2U);
        QVERIFY(!listed.wait(50)); // the first one is never heard of
    }

    void theSamePlaceIsOpenOnce()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/one"));
        source->release();
        QSignalSpy added(m_catalogue.get(), &CertificateCatalogue::added);
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        const SourceId first = m_catalogue->open(source);
        const SourceId again = m_catalogue->open(std::make_shared<ScriptedSource>(QStringLiteral("/one")));
        QCOMPARE(again, first);
        QTRY_VERIFY(!listed.isEmpty());
        QCOMPARE(added.size(), 1);
        QVERIFY(m_catalogue->open(std::make_shared<ScriptedSource>(QStringLiteral("/two"))) != first);
        QCOMPARE(m_catalogue->entries().size(), 4U);
    }

    void aSourceIsClosedWhileItIsRead()
    {
        const auto source = std::make_shared<ScriptedSource>(QStringLiteral("/slow"));
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        QSignalSpy closed(m_catalogue.get(), &CertificateCatalogue::closed);
        const SourceId id = m_catalogue->open(source);
        QTRY_COMPARE(source->readings(), 1);
        m_catalogue->close(id);
        QCOMPARE(closed.size(), 1);
        QVERIFY(!m_catalogue->entry(id));
        source->release();
        QVERIFY(!listed.wait(50));
        m_catalogue->list(id); // and nobody minds
    }

    void aCertificateThatIsCopiedIntoTheStoreShowsByItself()
    {
        const Certificate first = make(QStringLiteral("first"), m_key);
        QVERIFY(m_store->add(first, m_key));
        const SourceId id = m_catalogue->myCertificates();
        m_catalogue->list(id);
        QTRY_COMPARE(count(*m_catalogue, id), 1U);
        QVERIFY(m_catalogue->entry(id)->listing->items.front().hasKey);
        const Certificate second = make(QStringLiteral("second"), m_key);
        // The watcher's thread begins when it can: copy until it is noticed.
        const QString path = m_store->folder() + QStringLiteral("/copied.pem");
        QTRY_VERIFY(([&] {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(second.pem()) > 0;
        }() && count(*m_catalogue, id) == 2U));
        QFile::remove(path);
        QTRY_COMPARE(count(*m_catalogue, id), 1U);
    }

    void aTokenIsReadOnlyWhereSomebodyLooksAtIt()
    {
        const auto token = tokenModule(QStringLiteral("/nowhere/module.so"));
        const SourceId id = m_catalogue->offer(token);
        QCOMPARE(m_catalogue->offer(tokenModule(token->location())), id);
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        m_catalogue->listMissing();
        QVERIFY(!m_catalogue->entry(id)->isListing());
        QTRY_COMPARE(listed.size(), 2); // the others
        QVERIFY(!m_catalogue->entry(id)->listing);
        m_catalogue->list(id);
        QTRY_VERIFY(m_catalogue->entry(id)->listing);
        QCOMPARE(m_catalogue->entry(id)->listing->items.front().problem()->code, ErrorCode::TokenModuleNotLoaded);
    }

    void everythingThatWasNeverReadIsReadAtOnce()
    {
        QSignalSpy listed(m_catalogue.get(), &CertificateCatalogue::listed);
        m_catalogue->listMissing();
        QTRY_COMPARE(listed.size(), 2);
        m_catalogue->listMissing();
        QVERIFY(!listed.wait(50));
    }

private:
    PrivateKey m_key;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<CertificateStore> m_store;
    std::unique_ptr<JobRunner> m_jobs;
    std::unique_ptr<CertificateCatalogue> m_catalogue;
};

QTEST_GUILESS_MAIN(TestCertificateCatalogue)
#include "tst_certificate_catalogue.moc"
