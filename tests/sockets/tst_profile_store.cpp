#include "model/base/file_safety.h"
#include "model/sockets/profile_store.h"
#include "tests/sockets/without_rights.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sealport;
using namespace sealport::test;

namespace {

ServerProfile named(const QString &name)
{
    ServerProfile profile;
    profile.name = name;
    profile.certificate.id = QStringLiteral("localhost");
    return profile;
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

/// The file of the servers: what cannot be understood is kept, never overwritten.
class TestProfileStore final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("servers.json"));
    }

    void nothingThereIsNoProblem()
    {
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(!stored.fileExists);
        QVERIFY(stored.problems.empty());
        QVERIFY(stored.profiles.empty());
    }

    void serversComeBackInTheirOrder()
    {
        const std::vector<ServerProfile> profiles{named(QStringLiteral("b")), named(QStringLiteral("a")),
                                                  named(QStringLiteral("c"))};
        QVERIFY(writeProfiles(m_file, profiles).has_value());
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(stored.fileExists);
        QVERIFY(stored.problems.empty());
        QVERIFY(stored.profiles == profiles);
        QCOMPARE(QJsonDocument::fromJson(contentOf(m_file)).object()[QStringLiteral("version")].toInt(), 1);
        QVERIFY2((QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0,
                 "it may name files and hold texts of the user");
    }

    void noServersAtAllIsAnAnswerToo()
    {
        QVERIFY(writeProfiles(m_file, {}).has_value());
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(stored.fileExists);
        QVERIFY(stored.profiles.empty());
        QVERIFY(stored.problems.empty());
    }

    void damagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut in the middle") << QByteArray(R"({"version":1,"servers":[{"name":"a")");
        QTest::newRow("no JSON") << QByteArray("name=a\nport=5043\n");
        QTest::newRow("nothing in it") << QByteArray("");
        QTest::newRow("another shape") << QByteArray(R"([1,2,3])");
        QTest::newRow("no servers") << QByteArray(R"({"version":1})");
        QTest::newRow("servers that are no list") << QByteArray(R"({"version":1,"servers":{}})");
        QTest::newRow("no version") << QByteArray(R"({"servers":[]})");
        QTest::newRow("octets") << QByteArray("\x00\xff\xfe\x01", 4);
        QTest::newRow("deeper than anybody writes") << QByteArray(100'000, '[');
    }
    void damagedFileIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(stored.fileExists);
        QVERIFY(stored.profiles.empty());
        QCOMPARE(stored.problems.size(), std::size_t{1});
        QCOMPARE(stored.problems.front().code, ErrorCode::DamagedStore);
        QCOMPARE(stored.problems.front().subject, m_file);
        QVERIFY(!stored.mustStay);
        const QString aside = stored.problems.front().values.value(0);
        QVERIFY(aside != m_file);
        QVERIFY(writeProfiles(m_file, {named(QStringLiteral("new"))}).has_value());
        QCOMPARE(contentOf(aside), content);
    }

    void fileOfANewerProgramIsLeftAlone()
    {
        const QByteArray content = R"({"version":2,"servers":[{"name":"a"}]})";
        QVERIFY(writeFileAtomically(m_file, content, FileAccess::OwnerOnly).has_value());
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(stored.fileExists && stored.mustStay && stored.profiles.empty());
        QCOMPARE(stored.problems.size(), std::size_t{1});
        QCOMPARE(stored.problems.front().code, ErrorCode::NewerStore);
        QCOMPARE(stored.problems.front().values, QStringList{QStringLiteral("2")});
        QCOMPARE(contentOf(m_file), content);
    }

    void unreadableFileIsKeptAsideToo_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a folder in its place") << QStringLiteral("folder");
        QTest::newRow("larger than any that was written here") << QStringLiteral("large");
        QTest::newRow("nobody may read it") << QStringLiteral("secret");
        QTest::newRow("a pipe") << QStringLiteral("pipe");
    }
    void unreadableFileIsKeptAsideToo()
    {
        QFETCH(const QString, kind);
        QFile file(m_file);
        if (kind == u"folder")
            QVERIFY(QDir().mkpath(m_file + QStringLiteral("/inside")));
        else if (kind == u"pipe")
            QCOMPARE(::mkfifo(QFile::encodeName(m_file).constData(), 0600), 0);
        else
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{}") == 2);
        if (kind == u"large")
            QVERIFY(file.resize((16 << 20) + 1));
        file.close();
        StoredProfiles stored;
        if (kind == u"secret") {
            QVERIFY(file.setPermissions({}));
            QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777))); // all may write there
            const WithoutRights other(m_folder->filePath(QStringLiteral("elsewhere")));
            stored = readProfiles(m_file);
        } else {
            stored = readProfiles(m_file);
        }
        QCOMPARE(stored.problems.size(), std::size_t{1});
        QCOMPARE(stored.problems.front().code, ErrorCode::DamagedStore);
        QVERIFY(!stored.problems.front().causes.value(0).isEmpty());
        QVERIFY(!stored.mustStay);
        const QString aside = stored.problems.front().values.value(0);
        QVERIFY(aside != m_file && QFileInfo::exists(aside));
        QVERIFY(writeProfiles(m_file, {named(QStringLiteral("new"))}).has_value());
        QCOMPARE(readProfiles(m_file).profiles.size(), std::size_t{1});
        QVERIFY(QFileInfo::exists(aside));
    }

    void fileThatCannotBeKeptAsideMustStay_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("damaged") << QByteArray("{");
        QTest::newRow("with a server that cannot be read") << QByteArray(R"({"version":1,"servers":[{"name":7}]})");
    }
    void fileThatCannotBeKeptAsideMustStay()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(writeFileAtomically(m_file, content, FileAccess::Readable).has_value());
        QVERIFY(QFile::setPermissions(m_file, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
        const WithoutRights other(m_folder->path());
        const StoredProfiles stored = readProfiles(m_file);
        QVERIFY(stored.fileExists);
        QVERIFY(stored.mustStay);
        QCOMPARE(stored.problems.size(), std::size_t{1});
        QCOMPARE(contentOf(m_file), content);
    }

    void oneBadServerIsLeftOutAndSaidAndNotLost()
    {
        const QByteArray content =
            R"({"version":1,"servers":[{"name":"good"},{"name":"bad","port":-5},7,{"name":"also good"}]})";
        QVERIFY(writeFileAtomically(m_file, content, FileAccess::OwnerOnly).has_value());
        const StoredProfiles stored = readProfiles(m_file);
        QCOMPARE(stored.profiles.size(), std::size_t{2});
        QCOMPARE(stored.profiles.front().name, QStringLiteral("good"));
        QCOMPARE(stored.profiles.back().name, QStringLiteral("also good"));
        QVERIFY(stored.problems.size() >= 2);
        QCOMPARE(stored.problems.at(0).code, ErrorCode::InvalidProfile);
        QCOMPARE(stored.problems.at(0).subject, QStringLiteral("bad"));
        QCOMPARE(stored.problems.at(0).values.value(0), QStringLiteral("port"));

        QVERIFY(writeProfiles(m_file, stored.profiles).has_value());
        const QDir folder(m_folder->path());
        bool isKept = false;
        for (const QString &name : folder.entryList(QDir::Files | QDir::Hidden))
            isKept |= contentOf(folder.filePath(name)).contains(R"("bad")");
        QVERIFY2(isKept, "the next change of any server must not wipe out what could not be read");
    }

    void fileThatMayNotBeWrittenIsAnError()
    {
        const Result<void> written =
            writeProfiles(QStringLiteral("/proc/no/servers.json"), {named(QStringLiteral("a"))});
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().code, ErrorCode::FileNotWritable);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestProfileStore)
#include "tst_profile_store.moc"
