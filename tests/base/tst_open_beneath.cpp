#include "model/base/open_beneath.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <fcntl.h>
#include <sys/stat.h>

using namespace sealport;

namespace {

QByteArray contentOf(const FileDescriptor &file)
{
    char buffer[64];
    const ssize_t size = file.isOpen() ? ::read(file.get(), buffer, sizeof buffer) : 0;
    return {buffer, size > 0 ? size : 0};
}

} // namespace

/// A folder is the whole world for what is opened beneath it.
class TestOpenBeneath final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_world.isValid());
        QDir world(m_world.path());
        QVERIFY(world.mkpath(QStringLiteral("root/sub/deep")));
        write("secret", "outside");
        write("root/a", "A");
        write("root/sub/b", "B");
        link("a", "root/to-a");
        link("../a", "root/sub/up-but-inside");
        link("sub", "root/to-sub");
        link("../secret", "root/out");
        link(world.filePath(QStringLiteral("secret")).toUtf8(), "root/out-absolute");
        link("..", "root/parent");
        link("loop", "root/loop");
        link("/proc/self/fd/0", "root/magic");
        m_root = FileDescriptor(
            ::open(m_world.filePath(QStringLiteral("root")).toUtf8().constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        QVERIFY(m_root.isOpen());
    }

    void onlyWhatLiesBeneathIsOpened_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QByteArray>("content"); ///< empty: not opened
        QTest::addColumn<bool>("hasLink");
        const auto row = [](const char *name, const QByteArray &path, const char *content, bool hasLink = false) {
            QTest::newRow(name) << path << QByteArray(content) << hasLink;
        };
        row("a file", "a", "A");
        row("a file in a folder", "sub/b", "B");
        row("a file by way of its own folder", "./a", "A");
        row("nothing of that name", "c", "");
        row("a file as a folder", "a/b", "");
        row("the parent", "../secret", "");
        row("the parent by a detour", "sub/../../secret", "");
        row("an absolute path", "/etc/passwd", "");
        row("a link that stays inside", "to-a", "A", true);
        row("a link that goes up and stays inside", "sub/up-but-inside", "A", true);
        row("a link to a folder inside", "to-sub/b", "B", true);
        row("a link that leads out", "out", "");
        row("an absolute link", "out-absolute", "");
        row("a link to the parent", "parent/secret", "");
        row("a link to itself", "loop", "");
        row("a link of /proc", "magic", "");
        row("an empty name", "", "");
        row("a name with a NUL in it", QByteArray("a\0b", 3), "");
        row("a name that is too long", QByteArray(5000, 'x'), "");
    }
    void onlyWhatLiesBeneathIsOpened()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QByteArray, content);
        QFETCH(const bool, hasLink);
        constexpr int flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK;
        QCOMPARE(contentOf(openBeneath(m_root.get(), path, flags)), content);
        if (path.contains('\0'))
            return;
        const FileDescriptor strict = openWithoutLinks(m_root.get(), path, flags);
        QCOMPARE(contentOf(strict), hasLink ? QByteArray() : content);
    }

    void folderItselfIsOpenedToo()
    {
        QVERIFY(openBeneath(m_root.get(), ".", O_RDONLY | O_DIRECTORY).isOpen());
        QVERIFY(openWithoutLinks(m_root.get(), ".", O_RDONLY | O_DIRECTORY).isOpen());
    }

    void whyItWasNotOpenedIsKnown()
    {
        QVERIFY(!openBeneath(m_root.get(), "out", O_RDONLY).isOpen());
        QCOMPARE(errno, EXDEV);
        QVERIFY(!openWithoutLinks(m_root.get(), "../secret", O_RDONLY).isOpen());
        QCOMPARE(errno, EXDEV);
        QVERIFY(!openWithoutLinks(m_root.get(), "out", O_RDONLY).isOpen());
        QCOMPARE(errno, ELOOP);
        QVERIFY(!openBeneath(m_root.get(), "nothing", O_RDONLY).isOpen());
        QCOMPARE(errno, ENOENT);
    }

    void descriptorIsClosedOnce()
    {
        FileDescriptor first = openBeneath(m_root.get(), "a", O_RDONLY);
        const int number = first.get();
        FileDescriptor second(std::move(first));
        QVERIFY(second.isOpen() && second.get() == number);
        first = openBeneath(m_root.get(), "a", O_RDONLY);
        QVERIFY(first.get() != number);
        second.close();
        QCOMPARE(::fcntl(number, F_GETFD), -1);
        QVERIFY(!second.isOpen());
    }

private:
    void write(const char *name, const char *content) const
    {
        QFile file(m_world.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void link(const QByteArray &target, const char *name) const
    {
        QCOMPARE(::symlink(target.constData(), m_world.filePath(QLatin1String(name)).toUtf8().constData()), 0);
    }
    const QTemporaryDir m_world;
    FileDescriptor m_root;
};

QTEST_GUILESS_MAIN(TestOpenBeneath)
#include "tst_open_beneath.moc"
