#include "model/sockets/profile_merge.h"
#include "model/sockets/profile_store.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;

namespace {

/// "a1" is the profile a in its state 1, which is its port.
ServerProfile profile(const QString &text)
{
    ServerProfile made;
    made.name = text.chopped(1);
    made.port = static_cast<quint16>(5000 + text.last(1).toInt());
    return made;
}

std::vector<ServerProfile> profiles(const QString &text)
{
    std::vector<ServerProfile> made;
    for (const QString &one : text.split(u' ', Qt::SkipEmptyParts))
        made.push_back(profile(one));
    return made;
}

QString text(const std::vector<ServerProfile> &all)
{
    QStringList parts;
    for (const ServerProfile &one : all)
        parts.append(one.name + QString::number(one.port - 5000));
    return parts.join(u',');
}

} // namespace

/// Two programs that change the same profiles.
class TestProfileMerge final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everybodysChangesStay_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("ours");
        QTest::addColumn<QString>("theirs");
        QTest::addColumn<QString>("merged");
        const auto row = [](const char *name, const char *base, const char *ours, const char *theirs,
                            const char *merged) {
            QTest::newRow(name) << QString::fromLatin1(base) << QString::fromLatin1(ours) << QString::fromLatin1(theirs)
                                << QString::fromLatin1(merged);
        };
        row("nothing at all", "", "", "", "");
        row("nobody changed anything", "a1 b1", "a1 b1", "a1 b1", "a1,b1");
        row("we changed one", "a1 b1", "a2 b1", "a1 b1", "a2,b1");
        row("they changed one", "a1 b1", "a1 b1", "a1 b2", "a1,b2");
        row("each changed another", "a1 b1", "a2 b1", "a1 b2", "a2,b2");
        row("both changed the same", "a1", "a2", "a3", "a2");
        row("we added one", "a1", "a1 b1", "a1", "a1,b1");
        row("they added one", "a1", "a1", "a1 b1", "a1,b1");
        row("both added one", "a1", "a1 b1", "a1 c1", "a1,b1,c1");
        row("both added one of the same name", "a1", "a1 b1", "a1 b2", "a1,b1,b 22");
        row("both added the same", "a1", "a1 b1", "a1 b1", "a1,b1");
        row("we removed one", "a1 b1", "a1", "a1 b1", "a1");
        row("they removed one", "a1 b1", "a1 b1", "a1", "a1");
        row("both removed one", "a1 b1 c1", "a1 b1", "a1 c1", "a1");
        row("they removed what we changed", "a1", "a2", "", "a2");
        row("we removed what they changed", "a1", "", "a2", "");
        row("we renamed one", "a1 b1", "c1 b1", "a1 b1", "c1,b1");
        row("we know nothing yet", "", "a1", "b1", "a1,b1");
    }
    void everybodysChangesStay()
    {
        QFETCH(const QString, base);
        QFETCH(const QString, ours);
        QFETCH(const QString, theirs);
        QTEST(text(mergedProfiles(profiles(base), profiles(ours), profiles(theirs))), "merged");
    }

    void storingKeepsWhatAnotherProgramAdded()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("servers.json"));
        std::vector<ServerProfile> known;
        QVERIFY(storeProfiles(file, profiles(QStringLiteral("a1")), known));
        QCOMPARE(text(known), QStringLiteral("a1"));
        const auto add = [](std::vector<ServerProfile> &all) -> Result<void> {
            all.push_back(profile(QStringLiteral("b1")));
            return {};
        };
        QVERIFY(changeProfiles(file, add));
        QVERIFY(storeProfiles(file, profiles(QStringLiteral("a2")), known));
        QVERIFY(storeProfiles(file, profiles(QStringLiteral("a3")), known));
        QCOMPARE(text(readProfiles(file).profiles), QStringLiteral("a3,b1"));
    }

    void storingLosesNothingWhenTheFileIsGoneOrDamaged_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("gone") << QByteArray();
        QTest::newRow("cut off") << QByteArray("{\"version\":1,\"servers\":[{\"na");
        QTest::newRow("with one that cannot be read")
            << QByteArray("{\"version\":1,\"servers\":[{\"name\":\"a\",\"port\":\"x\"}]}");
    }
    void storingLosesNothingWhenTheFileIsGoneOrDamaged()
    {
        QFETCH(const QByteArray, content);
        const QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("servers.json"));
        std::vector<ServerProfile> known;
        QVERIFY(storeProfiles(path, profiles(QStringLiteral("a1 b1 c1")), known));
        QFile file(path);
        if (content.isEmpty()) {
            QVERIFY(file.remove());
        } else {
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
            file.close();
        }
        QVERIFY(storeProfiles(path, profiles(QStringLiteral("a1 b2")), known));
        QCOMPARE(text(readProfiles(path).profiles), QStringLiteral("a1,b2"));
    }

    void aChangeThatFailsWritesNothing()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("servers.json"));
        QVERIFY(writeProfiles(file, profiles(QStringLiteral("a1"))));
        const auto fail = [](std::vector<ServerProfile> &all) -> Result<void> {
            all.clear();
            return std::unexpected(Error{.code = ErrorCode::AlreadyExists, .subject = {}, .values = {}, .causes = {}});
        };
        const auto changed = changeProfiles(file, fail);
        QVERIFY(!changed);
        QCOMPARE(changed.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(text(readProfiles(file).profiles), QStringLiteral("a1"));
    }

    void aFileOfANewerProgramStaysAsItIs()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("servers.json")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{\"version\":2,\"servers\":[]}");
        file.close();
        std::vector<ServerProfile> known;
        const auto stored = storeProfiles(file.fileName(), profiles(QStringLiteral("a1")), known);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::NewerStore);
        QVERIFY2(known.empty(), "what was not stored is stored the next time");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("{\"version\":2,\"servers\":[]}"));
    }
};

QTEST_GUILESS_MAIN(TestProfileMerge)
#include "tst_profile_merge.moc"
