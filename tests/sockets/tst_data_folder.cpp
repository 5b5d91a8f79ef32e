#include "model/certificates/certificate_spec.h"
#include "model/certificates/issuer.h"
#include "model/sockets/data_folder.h"
#include "tests/support/child_process.h"

#include <openssl/err.h>

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <future>

#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace sealport;
using namespace sealport::test;

namespace {

/// Every file below, with its content.
QMap<QString, QByteArray> everythingIn(const QString &folder)
{
    QMap<QString, QByteArray> files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        files.insert(file.fileName(), file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable"));
    }
    return files;
}

unsigned modeOf(const QString &path)
{
    struct stat status{};
    return ::stat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777U : 0U;
}

QByteArray openssl(const QStringList &arguments)
{
    return runProgram(QStringLiteral("openssl"), arguments).output.trimmed();
}

const StoredCertificate *named(const CertificateStore::Listing &listing, const QString &name)
{
    for (const StoredCertificate &stored : listing.certificates)
        if (stored.certificate.name() == name)
            return &stored;
    return nullptr;
}

} // namespace

/// The first start leaves a person with something that works; the second one leaves it alone.
class TestDataFolder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_temporary = std::make_unique<QTemporaryDir>();
        m_folder = {m_temporary->filePath(QStringLiteral("new/sealport"))};
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void firstStartMakesACertificateThatClientsAccept()
    {
        const DataFolderContents contents = openDataFolder(m_folder);
        QVERIFY(contents.problems.empty());
        const StoredCertificate *leaf = named(contents.listing, QStringLiteral("localhost"));
        const StoredCertificate *authority = named(contents.listing, QStringLiteral("Sealport test CA"));
        QVERIFY(leaf && authority);
        QVERIFY(leaf->hasKey);
        QVERIFY(authority->hasKey);
        QVERIFY(authority->certificate.isCa());
        QCOMPARE(leaf->certificate.keyType(), QStringLiteral("EC"));
        QCOMPARE(leaf->certificate.keyBits(), 256);
        QCOMPARE(
            leaf->certificate.subjectAltNames(),
            QStringList({QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("IP:::1")}));
        QVERIFY(leaf->certificate.notBefore() <= QDateTime::currentDateTimeUtc());
        QCOMPARE(leaf->certificate.notAfter(), usualEnd(leaf->certificate.notBefore(), false)); // what browsers accept

        const QStringList common{QStringLiteral("verify"),   QStringLiteral("-x509_strict"),
                                 QStringLiteral("-purpose"), QStringLiteral("sslserver"),
                                 QStringLiteral("-CAfile"),  authority->file};
        for (const QStringList &name : {QStringList{QStringLiteral("-verify_hostname"), QStringLiteral("localhost")},
                                        QStringList{QStringLiteral("-verify_ip"), QStringLiteral("127.0.0.1")},
                                        QStringList{QStringLiteral("-verify_ip"), QStringLiteral("::1")}}) {
            const QByteArray said = openssl(common + name + QStringList{leaf->file});
            QVERIFY2(said.endsWith(": OK"), said.constData());
        }
    }

    void firstStartMakesAServerThatIsReady()
    {
        const DataFolderContents contents = openDataFolder(m_folder);
        QCOMPARE(contents.profiles.size(), std::size_t{1});
        const ServerProfile &profile = contents.profiles.front();
        QCOMPARE(profile.name, QStringLiteral("sSocketSSL"));
        QCOMPARE(profile.address, QStringLiteral("127.0.0.1"));
        QCOMPARE(profile.port, quint16{5043});
        QVERIFY(validate(profile).empty());
        const auto found =
            findCertificate(contents.listing.certificates, profile.certificate.by, profile.certificate.id);
        QVERIFY(found.has_value());
        QCOMPARE(found->certificate.name(), QStringLiteral("localhost"));
    }

    void nobodyElseMayReadKeysAndFolders()
    {
        static_cast<void>(openDataFolder(m_folder));
        QCOMPARE(modeOf(m_folder.path), 0700U);
        QCOMPARE(modeOf(m_folder.certificates()), 0700U);
        int keys = 0;
        const QMap<QString, QByteArray> files = everythingIn(m_folder.path);
        for (auto file = files.begin(); file != files.end(); ++file) {
            if (!file.value().contains("PRIVATE KEY"))
                continue;
            ++keys;
            QCOMPARE(modeOf(file.key()), 0600U);
        }
        QCOMPARE(keys, 2);
    }

    void secondStartChangesNothing()
    {
        static_cast<void>(openDataFolder(m_folder));
        const auto before = everythingIn(m_folder.path);
        QCOMPARE(before.size(), 5);
        const DataFolderContents contents = openDataFolder(m_folder);
        QVERIFY(contents.problems.empty());
        QCOMPARE(contents.profiles.size(), std::size_t{1});
        QCOMPARE(everythingIn(m_folder.path), before);
    }

    void twoAtOnceMakeItOnce()
    {
        const auto open = [this] {
            DataFolderContents contents = openDataFolder(m_folder);
            OPENSSL_thread_stop();
            return contents;
        };
        auto one = std::async(std::launch::async, open);
        auto two = std::async(std::launch::async, open);
        const DataFolderContents first = one.get();
        const DataFolderContents second = two.get();
        QCOMPARE(first.listing.certificates.size(), std::size_t{2});
        QCOMPARE(second.listing.certificates.size(), std::size_t{2});
        QVERIFY(first.profiles == second.profiles);
        QCOMPARE(everythingIn(m_folder.path).size(), 5);
    }

    void certificateOfTheUserIsTakenInsteadOfANewOne()
    {
        const CertificateStore store(m_folder.certificates());
        const PrivateKey key = PrivateKey::generate(KeyKind{}).value();
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const CertificateSpec spec{.commonName = QStringLiteral("mine"),
                                   .alternativeNames = {},
                                   .notBefore = now.addDays(-1),
                                   .notAfter = now.addDays(5)};
        QVERIFY(store.add(issue(spec, key).value(), key).has_value());
        const DataFolderContents contents = openDataFolder(m_folder);
        QCOMPARE(contents.listing.certificates.size(), std::size_t{1});
        const auto found = findCertificate(contents.listing.certificates, contents.profiles.at(0).certificate.by,
                                           contents.profiles.at(0).certificate.id);
        QVERIFY(found.has_value());
        QCOMPARE(found->certificate.name(), QStringLiteral("mine"));
    }

    void userWhoDeletedEveryServerGetsNoneBack()
    {
        static_cast<void>(openDataFolder(m_folder));
        QFile file(m_folder.profiles());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(R"({"version":1,"servers":[]})");
        file.close();
        QVERIFY(openDataFolder(m_folder).profiles.empty());
    }

    void damagedProfilesDoNotCostTheCertificates()
    {
        static_cast<void>(openDataFolder(m_folder));
        QFile file(m_folder.profiles());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write("{");
        file.close();
        const DataFolderContents contents = openDataFolder(m_folder);
        QCOMPARE(contents.listing.certificates.size(), std::size_t{2});
        QCOMPARE(contents.problems.size(), std::size_t{1});
        QCOMPARE(contents.problems.front().code, ErrorCode::DamagedStore);
        QVERIFY2(contents.profiles.size() == 1, "the default is there again at once");
        QCOMPARE(contents.profiles.front().name, QStringLiteral("sSocketSSL"));
        QVERIFY(openDataFolder(m_folder).problems.empty());
    }

    void userWithoutHomeVariableHasAFolderOfHisOwn_data()
    {
        QTest::addColumn<QByteArray>("home");
        QTest::addColumn<QByteArray>("xdg");
        QTest::addColumn<QString>("folder");
        const QString own = QDir::cleanPath(QFile::decodeName(::getpwuid(::getuid())->pw_dir));
        const QString ofSystem = own == u"/" ? QString() : own + QStringLiteral("/.local/share/sealport");
        const QByteArray none;
        QTest::newRow("as usual") << QByteArray("/there") << none << QStringLiteral("/there/.local/share/sealport");
        QTest::newRow("data elsewhere") << QByteArray("/there") << QByteArray("/data")
                                        << QStringLiteral("/data/sealport");
        QTest::newRow("data elsewhere, no home") << none << QByteArray("/data") << QStringLiteral("/data/sealport");
        QTest::newRow("no home") << none << none << ofSystem;
        QTest::newRow("an empty home") << QByteArray("") << none << ofSystem;
        QTest::newRow("the root as home") << QByteArray("/") << none << ofSystem;
        QTest::newRow("the root as home, written at length") << QByteArray("//") << none << ofSystem;
    }
    void userWithoutHomeVariableHasAFolderOfHisOwn()
    {
        QFETCH(const QByteArray, home);
        QFETCH(const QByteArray, xdg);
        const QByteArray homeBefore = qgetenv("HOME");
        const QByteArray xdgBefore = qgetenv("XDG_DATA_HOME");
        const auto set = [](const char *name, const QByteArray &value) {
            value.isNull() ? qunsetenv(name) : qputenv(name, value);
        };
        set("HOME", home);
        set("XDG_DATA_HOME", xdg);
        const QString found = userDataFolder();
        set("HOME", homeBefore);
        set("XDG_DATA_HOME", xdgBefore);
        QTEST(found, "folder");
    }

    void folderThatCannotBeMadeIsAProblemAndNoCrash_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("where nobody may write") << QStringLiteral("/proc/sealport");
        QTest::newRow("below a file") << QStringLiteral("/dev/null/sealport");
    }
    void folderThatCannotBeMadeIsAProblemAndNoCrash()
    {
        QFETCH(const QString, path);
        const DataFolderContents contents = openDataFolder({path});
        QVERIFY(contents.profiles.empty());
        QVERIFY(contents.listing.certificates.empty());
        QCOMPARE(contents.problems.size(), std::size_t{1});
        QCOMPARE(contents.problems.front().code, ErrorCode::FileNotWritable);
    }

    void serversAreThereWhereCertificatesCannotBe()
    {
        static_cast<void>(openDataFolder(m_folder));
        QVERIFY(QDir(m_folder.certificates()).removeRecursively());
        QFile file(m_folder.certificates());
        QVERIFY(file.open(QIODevice::WriteOnly)); // in the place of the folder
        const DataFolderContents contents = openDataFolder(m_folder);
        QCOMPARE(contents.profiles.size(), std::size_t{1});
        QVERIFY(!contents.problems.empty());
        QCOMPARE(contents.problems.front().code, ErrorCode::FileNotWritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_temporary;
    DataFolder m_folder;
};

QTEST_GUILESS_MAIN(TestDataFolder)
#include "tst_data_folder.moc"
