#include "model/certificates/certificate_search.h"

#include "tests/certificates/fixture_files.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sealport;
using namespace sealport::test;

/// What a file or a folder holds, whatever its files are called.
class TestCertificateSearch : public QObject {
    Q_OBJECT
private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder->filePath(name); }
    void put(const QString &source, const QString &name) const
    {
        QVERIFY(QDir(m_folder->path()).mkpath(QFileInfo(path(name)).path()));
        QVERIFY(QFile::copy(fixture(source), path(name)));
    }
    static QStringList names(const FoundCertificates &found)
    {
        QStringList all;
        for (const StoredCertificate &stored : found.certificates)
            all.append(stored.certificate.name());
        return all;
    }
    std::unique_ptr<QTemporaryDir> m_folder;

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void readsFoldersInFoldersByContent()
    {
        put(QStringLiteral("root.pem"), QStringLiteral("a.txt"));
        put(QStringLiteral("leaf.der"), QStringLiteral("deep/deeper/b"));
        put(QStringLiteral("ed25519.pem"), QStringLiteral(".hidden/c.jpg"));
        put(QStringLiteral("make.sh"), QStringLiteral("make.sh"));
        put(QStringLiteral("leaf.key"), QStringLiteral("leaf.key"));
        const FoundCertificates found = searchCertificates(m_folder->path());
        QCOMPARE(found.problems.size(), std::size_t{0});
        QCOMPARE(found.certificates.size(), std::size_t{3});
        QCOMPARE(found.certificates.at(0).file, path(QStringLiteral(".hidden/c.jpg")));
        QCOMPARE(names(found).mid(1), QStringList({QStringLiteral("Test root"), QStringLiteral("leaf.test")}));
    }

    void brokenFilesAreSaidAndTheOthersRead()
    {
        put(QStringLiteral("root.pem"), QStringLiteral("good.pem"));
        put(QStringLiteral("modern.p12"), QStringLiteral("locked.p12"));
        QFile cut(path(QStringLiteral("cut.pem")));
        QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write("-----BEGIN CERTIFICATE-----\nMIIB\n") > 0);
        cut.close();
        const FoundCertificates found = searchCertificates(m_folder->path());
        QCOMPARE(names(found), QStringList{QStringLiteral("Test root")});
        QCOMPARE(found.problems.size(), std::size_t{2});
        QCOMPARE(found.problems.at(0).code, ErrorCode::TruncatedFile);
        QCOMPARE(found.problems.at(0).subject, path(QStringLiteral("cut.pem")));
        QCOMPARE(found.problems.at(1).code, ErrorCode::PassphraseNeeded);
    }

    void ofAFolderWhatIsNamedAsACertificateFileIsNotPassedOver()
    {
        const QByteArray large(17 << 20, 'x');
        for (const QString &ending : {QStringLiteral("P12"), QStringLiteral("iso")}) {
            for (const auto &[name, content] :
                 {std::pair(QStringLiteral("empty."), QByteArray()), std::pair(QStringLiteral("large."), large),
                  std::pair(QStringLiteral("other."), QByteArray("a letter"))}) {
                QFile file(path(name + ending));
                QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
            }
        }
        const FoundCertificates found = searchCertificates(m_folder->path());
        QStringList problems;
        for (const Error &problem : found.problems)
            problems.append(QFileInfo(problem.subject).fileName() + u' ' + errorName(problem.code));
        QCOMPARE(problems,
                 (QStringList{QStringLiteral("empty.P12 empty-file"), QStringLiteral("large.P12 file-too-large"),
                              QStringLiteral("other.P12 no-certificate-in-file")}));
    }

    void requestsAndRevocationListsAreFoundWithTheirFiles()
    {
        put(QStringLiteral("request.pem"), QStringLiteral("a.csr"));
        put(QStringLiteral("list.der"), QStringLiteral("b.crl"));
        const FoundCertificates found = searchCertificates(m_folder->path());
        QVERIFY(found.problems.empty() && found.certificates.empty());
        QCOMPARE(found.requests.size(), std::size_t{1});
        QCOMPARE(found.requests[0].request.name(), QStringLiteral("leaf.test"));
        QCOMPARE(found.requests[0].file, path(QStringLiteral("a.csr")));
        QCOMPARE(found.revocationLists.size(), std::size_t{1});
        QCOMPARE(found.revocationLists[0].list.count(), std::size_t{3});
        QCOMPARE(found.revocationLists[0].file, path(QStringLiteral("b.crl")));
    }

    void linksAndPipesLeadNowhere()
    {
        put(QStringLiteral("root.pem"), QStringLiteral("in/a.pem"));
        QVERIFY(QFile::link(m_folder->path(), path(QStringLiteral("in/loop"))));
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("in/pipe"))).constData(), 0600), 0);
        const FoundCertificates found = searchCertificates(m_folder->path());
        QCOMPARE(names(found), QStringList{QStringLiteral("Test root")});
    }

    void emptyOrMissingIsSaid_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("a folder without certificates") << QStringLiteral("empty") << ErrorCode::NoCertificateInFile;
        QTest::newRow("a file that is not there") << QStringLiteral("missing") << ErrorCode::FileNotFound;
        QTest::newRow("a key alone") << QStringLiteral("leaf.key") << ErrorCode::NoCertificateInFile;
    }
    void emptyOrMissingIsSaid()
    {
        QFETCH(QString, name);
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("empty")));
        put(QStringLiteral("leaf.key"), QStringLiteral("leaf.key"));
        const FoundCertificates found = searchCertificates(path(name));
        QVERIFY(found.certificates.empty());
        QCOMPARE(found.problems.size(), std::size_t{1});
        QTEST(found.problems.front().code, "code");
        QCOMPARE(found.problems.front().subject, path(name));
    }

    void tellsItsProgressAndEndsWhenAsked()
    {
        for (int i = 0; i < 5; ++i)
            put(QStringLiteral("root.pem"), QString::number(i));
        std::vector<std::pair<std::size_t, std::size_t>> steps;
        std::stop_source stop;
        const FoundCertificates found =
            searchCertificates(m_folder->path(), {}, stop.get_token(), [&](std::size_t done, std::size_t total) {
                steps.emplace_back(done, total);
                if (done == 2)
                    stop.request_stop();
            });
        QCOMPARE(steps.size(), std::size_t{3});
        QCOMPARE(steps.back(), std::pair(std::size_t{2}, std::size_t{5}));
        QCOMPARE(found.certificates.size(), std::size_t{3}); // the one that was begun is finished
        QVERIFY(found.problems.empty());
    }

    void theSystemsRootsAreWhereTheyAreSaidToBe()
    {
        qputenv("SSL_CERT_FILE", "/somewhere/else.pem");
        QCOMPARE(systemRootsFile(), QStringLiteral("/somewhere/else.pem"));
        qunsetenv("SSL_CERT_FILE");
        const QString usual = systemRootsFile();
        QVERIFY(usual.isEmpty() || QFileInfo(usual).isFile());
    }
};

Q_DECLARE_METATYPE(sealport::ErrorCode)

QTEST_GUILESS_MAIN(TestCertificateSearch)
#include "tst_certificate_search.moc"
