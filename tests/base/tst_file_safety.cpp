#include "model/base/file_safety.h"
#include "tests/support/without_root.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <array>
#include <memory>

#ifdef Q_OS_UNIX
#include <sys/stat.h>
#include <unistd.h>
#endif

using namespace sealport;

class TestFileSafety : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contentOf(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static uint modeOf(const QString &file)
    {
        struct stat status{};
        ::stat(QFile::encodeName(file).constData(), &status);
        return status.st_mode & 0777U;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void writesWithTheAccessThatIsAskedFor_data()
    {
        QTest::addColumn<int>("access");
        QTest::addColumn<int>("mask");
        QTest::addColumn<uint>("mode");
        QTest::newRow("a key is its owner's alone") << int(FileAccess::OwnerOnly) << 0 << 0600U;
        QTest::newRow("a certificate is for all") << int(FileAccess::Readable) << 0022 << 0644U;
        QTest::newRow("less what the user's mask takes away") << int(FileAccess::Readable) << 0077 << 0600U;
    }
    void writesWithTheAccessThatIsAskedFor()
    {
        QFETCH(int, access);
        QFETCH(int, mask);
        const mode_t before = ::umask(static_cast<mode_t>(mask));
        const auto written =
            writeFileAtomically(path(QStringLiteral("file")), "content", static_cast<FileAccess>(access));
        ::umask(before);
        QVERIFY(written);
        QTEST(modeOf(path(QStringLiteral("file"))), "mode");
        QCOMPARE(contentOf(QStringLiteral("file")), QByteArray("content"));
    }

    void replacesWholeFilesAndLeavesNothingBehind()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), QByteArray(10'000, 'a'), FileAccess::Readable));
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), "short", FileAccess::OwnerOnly));
        QCOMPARE(contentOf(QStringLiteral("file")), QByteArray("short"));
        QCOMPARE(modeOf(path(QStringLiteral("file"))), 0600U);
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden), QStringList{QStringLiteral("file")});
    }

    void writesThroughASymbolicLink()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("target")), "old", FileAccess::Readable));
        QVERIFY(QFile::link(path(QStringLiteral("target")), path(QStringLiteral("link"))));
        QVERIFY(writeFileAtomically(path(QStringLiteral("link")), "new", FileAccess::Readable));
        QVERIFY(QFileInfo(path(QStringLiteral("link"))).isSymLink());
        QCOMPARE(contentOf(QStringLiteral("target")), QByteArray("new"));
    }

    void failsWithoutTouchingAnything_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("the folder does not exist") << "missing/file";
        QTest::newRow("the folder is a file") << "file/file";
        QTest::newRow("the name is a folder") << "folder";
    }
    void failsWithoutTouchingAnything()
    {
        QFETCH(QString, name);
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), "kept", FileAccess::Readable));
        QVERIFY(QDir(m_folder->path()).mkpath(QStringLiteral("folder/inside")));
        const auto written = writeFileAtomically(path(name), "new", FileAccess::Readable);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileNotWritable);
        QCOMPARE(written.error().subject, path(name));
        QCOMPARE(contentOf(QStringLiteral("file")), QByteArray("kept"));
        const QStringList left{QStringLiteral("file"), QStringLiteral("folder")};
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot), left);
    }

    void leavesAnExistingFileAloneWhereItIsTold()
    {
        const QByteArray text("new");
        const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
        const QString file = path(QStringLiteral("file"));
        QVERIFY(writeFileAtomically(file, bytes, FileAccess::Readable, ExistingFile::Keep));
        QVERIFY(writeFileAtomically(file, "kept", FileAccess::Readable));
        const auto again = writeFileAtomically(file, bytes, FileAccess::Readable, ExistingFile::Keep);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(again.error().subject, file);
        QCOMPARE(contentOf(QStringLiteral("file")), QByteArray("kept"));
        // One that another process makes while ours is being written.
        const auto late = writeFileAtomically(
            path(QStringLiteral("late")), bytes, FileAccess::Readable, ExistingFile::Keep, [this](const QString &) {
                return writeFileAtomically(path(QStringLiteral("late")), "theirs", FileAccess::Readable);
            });
        QVERIFY(!late);
        QCOMPARE(late.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(contentOf(QStringLiteral("late")), QByteArray("theirs"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
    }

    void aFileThatFailsItsCheckNeverGetsItsName()
    {
        const QByteArray text("new");
        const auto bytes = std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size())));
        QByteArray seen;
        const auto refuse = [&seen](const QString &temporary) -> Result<void> {
            QFile file(temporary);
            seen = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
            return std::unexpected(Error{.code = ErrorCode::ExportDiffers, .subject = {}, .values = {}, .causes = {}});
        };
        const auto written = writeFileAtomically(path(QStringLiteral("file")), bytes, FileAccess::Readable,
                                                 ExistingFile::Replace, refuse);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::ExportDiffers);
        QCOMPARE(seen, text);
        QVERIFY(QDir(m_folder->path()).entryList(QDir::Files | QDir::Hidden).isEmpty());
    }

    void readsUpToTheCap()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), QByteArray("a\0b", 3), FileAccess::Readable));
        const auto content = readFile(path(QStringLiteral("file")), 3);
        QVERIFY(content);
        QCOMPARE(content->bytes().size(), std::size_t{3});
        QCOMPARE(content->bytes()[1], std::byte{0});
        const auto capped = readFile(path(QStringLiteral("file")), 2);
        QVERIFY(!capped);
        QCOMPARE(capped.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(capped.error().values, QStringList{QStringLiteral("2")});
    }

    /// "certs show <(openssl …)" of a shell.
    void readsWhatTheProgramWasGiven()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        QCOMPARE(::write(ends[1], "abc", 3), ssize_t{3});
        ::close(ends[1]);
        const QString given = QStringLiteral("/dev/fd/") + QString::number(ends[0]);
        const auto content = readFile(given, 100);
        ::close(ends[0]);
        QVERIFY(content);
        QCOMPARE(content->bytes().size(), std::size_t{3});
        QCOMPARE(readFile(given, 100).error().code, ErrorCode::FileNotReadable);
    }

    void readsNoMoreThanTheCapOfAPipe()
    {
        std::array<int, 2> ends{};
        QCOMPARE(::pipe(ends.data()), 0);
        const QByteArray much(20'000, 'x');
        QCOMPARE(::write(ends[1], much.constData(), 20'000), ssize_t{20'000});
        ::close(ends[1]);
        const auto content = readFile(QStringLiteral("/dev/fd/") + QString::number(ends[0]), 10'000);
        ::close(ends[0]);
        QVERIFY(!content);
        QCOMPARE(content.error().code, ErrorCode::FileTooLarge);
    }

    void refusesToRead_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("error");
        QTest::newRow("what is not there") << "missing" << "file-not-found";
        QTest::newRow("a link to nothing") << "dangling" << "file-not-found";
        QTest::newRow("a link to itself") << "loop" << "file-not-readable";
        QTest::newRow("an empty file") << "empty" << "empty-file";
        QTest::newRow("a folder") << "folder" << "file-not-readable";
        QTest::newRow("a pipe, which would block") << "pipe" << "file-not-readable";
    }
    void refusesToRead()
    {
        QFETCH(QString, name);
        QVERIFY(QFile(path(QStringLiteral("empty"))).open(QIODevice::WriteOnly));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("folder")));
        QVERIFY(QFile::link(path(QStringLiteral("nowhere")), path(QStringLiteral("dangling"))));
        QVERIFY(QFile::link(path(QStringLiteral("loop")), path(QStringLiteral("loop"))));
        QCOMPARE(::mkfifo(QFile::encodeName(path(QStringLiteral("pipe"))).constData(), 0600), 0);
        const auto content = readFile(path(name), 100);
        QVERIFY(!content);
        QTEST(errorName(content.error().code), "error");
        QCOMPARE(content.error().subject, path(name));
    }

    void saysWhenAFileMayNotBeRead()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), "x", FileAccess::Readable));
        QVERIFY(QFile::setPermissions(path(QStringLiteral("file")), QFile::Permissions()));
        const test::WithoutRoot likeAnybody;
        QCOMPARE(readFile(path(QStringLiteral("file")), 100).error().code, ErrorCode::FileNotReadable);
    }

    void makesAFolderForItsOwnerAlone()
    {
        const QString folder = path(QStringLiteral("a/b/c"));
        QVERIFY(ensurePrivateFolder(folder));
        QCOMPARE(modeOf(folder), 0700U);
        QVERIFY(
            QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadGroup));
        QVERIFY(ensurePrivateFolder(folder)); // an existing one is its owner's business
        QCOMPARE(modeOf(folder), 0740U);
    }

    void saysWhenAFolderCannotBeMade()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("file")), "x", FileAccess::Readable));
        for (const char *name : {"file", "file/below"}) {
            const auto made = ensurePrivateFolder(path(QString::fromLatin1(name)));
            QVERIFY(!made);
            QCOMPARE(made.error().code, ErrorCode::FileNotWritable);
        }
    }

    void whatASecretFileHeldIsOverwritten_data()
    {
        QTest::addColumn<uint>("mode");
        QTest::addColumn<bool>("hasOtherName");
        QTest::newRow("an ordinary one") << 0600U << false;
        QTest::newRow("one that was made read-only") << 0400U << false;
        QTest::newRow("not one that has another name too") << 0600U << true;
    }
    void whatASecretFileHeldIsOverwritten()
    {
        QFETCH(const uint, mode);
        QFETCH(const bool, hasOtherName);
        const QByteArray name = QFile::encodeName(path(QStringLiteral("key")));
        QVERIFY(writeFileAtomically(path(QStringLiteral("key")), QByteArray(9000, 'k'), FileAccess::OwnerOnly));
        QCOMPARE(::chmod(name.constData(), mode), 0);
        QFile before(path(QStringLiteral("key")));
        QVERIFY(before.open(QIODevice::ReadOnly | QIODevice::Unbuffered)); // its octets stay reachable
        if (hasOtherName)
            QCOMPARE(::link(name.constData(), QByteArray(name + ".backup").constData()), 0);
        const QByteArray content("new");
        QVERIFY(replaceSecretFile(path(QStringLiteral("key")), std::as_bytes(std::span(content.constData(), 3)),
                                  [&](const QString &) -> Result<void> {
                                      before.seek(0);
                                      if (before.readAll() != QByteArray(9000, 'k'))
                                          return std::unexpected(Error{.code = ErrorCode::Internal});
                                      return {};
                                  }));
        before.seek(0);
        QCOMPARE(before.readAll(), QByteArray(9000, hasOtherName ? 'k' : '\0'));
        QCOMPARE(contentOf(QStringLiteral("key")), content);
        QCOMPARE(modeOf(path(QStringLiteral("key"))), 0600U);
    }

    void aSecretFileStaysWholeWhenTheNewOneIsNoGood()
    {
        QVERIFY(writeFileAtomically(path(QStringLiteral("key")), "old", FileAccess::OwnerOnly));
        const QByteArray content("new");
        const auto refuse = [](const QString &) -> Result<void> {
            return std::unexpected(Error{.code = ErrorCode::ExportDiffers});
        };
        const auto written =
            replaceSecretFile(path(QStringLiteral("key")), std::as_bytes(std::span(content.constData(), 3)), refuse);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::ExportDiffers);
        QCOMPARE(contentOf(QStringLiteral("key")), QByteArray("old"));
        QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("key")});
    }

    void whatIsNoFileIsNeverReplaced()
    {
        const QTemporaryDir folder;
        const QString fifo = folder.filePath(QStringLiteral("fifo"));
        QCOMPARE(::mkfifo(QFile::encodeName(fifo).constData(), 0600), 0);
        const auto written = writeFileAtomically(fifo, QByteArray("x"), FileAccess::Readable);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::FileNotWritable);
        QVERIFY(!QFileInfo(fifo).isFile());
    }
};

QTEST_GUILESS_MAIN(TestFileSafety)
#include "tst_file_safety.moc"
