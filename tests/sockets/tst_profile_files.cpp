#include "model/sockets/profile_files.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;

/// Files of profiles on their way in and out.
class TestProfileFiles final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    [[nodiscard]] Trash trash() const { return Trash(path("trash")); }
    [[nodiscard]] QByteArray content(const QString &file) const
    {
        QFile opened(file);
        return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray("none");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void whatIsWrittenIsRead()
    {
        ServerProfile profile;
        profile.name = QStringLiteral("é");
        QVERIFY(writeProfileFile(path("a"), profileAsJson(profile), ExistingFile::Keep, trash()));
        const auto read = readProfileFile(path("a"), QStringLiteral("source"));
        QVERIFY(read.has_value());
        QVERIFY(read->profiles == std::vector{profile} && read->problems.empty());
    }

    void whatCannotBeReadIsAnError()
    {
        QCOMPARE(readProfileFile(path("nowhere"), {}).error().code, ErrorCode::FileNotFound);
        QVERIFY(writeProfileFile(path("text"), "text", ExistingFile::Keep, trash()));
        const auto read = readProfileFile(path("text"), QStringLiteral("source"));
        QVERIFY(read && read->profiles.empty());
        QCOMPARE(read->problems.at(0).subject, QStringLiteral("source"));
        QFile large(path("large"));
        QVERIFY(large.open(QIODevice::WriteOnly) && large.resize((16 << 20) + 1));
        const Error tooLarge = readProfileFile(path("large"), QStringLiteral("source")).error();
        QCOMPARE(tooLarge.code, ErrorCode::InvalidProfile); // no sentence about certificates
        QCOMPARE(tooLarge.subject, QStringLiteral("source"));
        QCOMPARE(tooLarge.values, QStringList{QStringLiteral("file")});
    }

    void whatIsOverwrittenStaysInTheTrash()
    {
        const auto first = writeProfileFile(path("a"), "one", ExistingFile::Replace, trash());
        QVERIFY(first && !first->has_value());
        const auto kept = writeProfileFile(path("a"), "two", ExistingFile::Keep, trash());
        QCOMPARE(kept.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(content(path("a")), QByteArray("one"));
        QVERIFY(trash().items().empty());

        const auto second = writeProfileFile(path("a"), "two", ExistingFile::Replace, trash());
        QVERIFY(second && second->has_value());
        QCOMPARE(content(path("a")), QByteArray("two"));
        QCOMPARE(content(Trash::keptFile(**second, 0)), QByteArray("one"));
    }

    void whereNothingCanBeWrittenNothingIsKept()
    {
        QCOMPARE(writeProfileFile(path("no/folder"), "a", ExistingFile::Replace, trash()).error().code,
                 ErrorCode::FileNotWritable);
        QVERIFY(trash().items().empty());
    }
};

QTEST_GUILESS_MAIN(TestProfileFiles)
#include "tst_profile_files.moc"
