#include "model/tls/capture_writer.h"
#include "model/tls/pcapng_writer.h"
#include "tests/support/file_size_limit.h"
#include "tests/support/without_root.h"

#include <QTemporaryDir>
#include <QTest>

#include <cerrno>

#include <sys/resource.h>
#include <unistd.h>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

/// While it lives, this process can open one more file, and no second one beside it.
class OneDescriptorLeft {
public:
    OneDescriptorLeft()
    {
        ::getrlimit(RLIMIT_NOFILE, &m_before);
        const int next = ::dup(2);
        ::close(next);
        rlimit limit = m_before;
        limit.rlim_cur = static_cast<rlim_t>(next) + 1;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
    ~OneDescriptorLeft() { ::setrlimit(RLIMIT_NOFILE, &m_before); }
    OneDescriptorLeft(const OneDescriptorLeft &) = delete;
    OneDescriptorLeft &operator=(const OneDescriptorLeft &) = delete;

private:
    rlimit m_before{};
};

} // namespace

/// Where captures are written, and what of others stays there as it is.
class TestCapturePlace final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    [[nodiscard]] QString path() const { return m_folder->filePath(QStringLiteral("a.pcapng")); }
    [[nodiscard]] QByteArray content() const { return contentOf(path()); }
    static QByteArray contentOf(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    static QByteArray olderCapture()
    {
        return pcapngStart(u"Sealport 1.0"_s, QString(80, u'c')) + pcapngPacket(0, PacketDirection::Inbound, "old");
    }
    static bool put(const QString &path, const QByteArray &content)
    {
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void aBeginningThatCannotBeWrittenLeavesAllAsItWas_data()
    {
        QTest::addColumn<bool>("hasOlder");
        QTest::newRow("nothing there") << false;
        QTest::newRow("an older capture") << true;
    }
    void aBeginningThatCannotBeWrittenLeavesAllAsItWas()
    {
        QFETCH(const bool, hasOlder);
        const QByteArray before = hasOlder ? olderCapture() : QByteArray();
        if (hasOlder)
            QVERIFY(put(path(), before));
        CaptureWriter writer;
        const FileSizeLimit limit(10);
        const Result<void> opened = Capture(path()).open(writer);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::FileNotWritable);
        QCOMPARE(opened.error().causes, QStringList{qt_error_string(EFBIG)});
        QCOMPARE(QFile::exists(path()), hasOlder);
        QCOMPARE(content(), before);
        QVERIFY(!QFile::exists(path() + u'~'));
    }

    void anOlderCaptureKeepsItsNameWhereNoFileCanBeMade()
    {
        const QByteArray older = olderCapture();
        QVERIFY(put(path(), older));
        CaptureWriter writer;
        const OneDescriptorLeft limit; // the one that looks at the older one has it
        const Result<void> opened = Capture(path()).open(writer);
        QVERIFY(!opened);
        QCOMPARE(opened.error().causes, QStringList{qt_error_string(EMFILE)});
        QVERIFY(!QFile::exists(path() + u'~'));
        QCOMPARE(QFileInfo(path()).size(), older.size());
    }

    void noFileIsLostWhenAnOlderCaptureMakesRoom()
    {
        const QByteArray older = olderCapture();
        QVERIFY(put(path(), older) && put(path() + u'~', "my diary") && put(path() + u"~2", "more of it"));
        CaptureWriter writer;
        QVERIFY(Capture(path()).open(writer));
        QCOMPARE(contentOf(path() + u'~'), QByteArray("my diary"));
        QCOMPARE(contentOf(path() + u"~2"), QByteArray("more of it"));
        QCOMPARE(contentOf(path() + u"~3"), older);
    }

    void aCaptureThatWasOnlyBegunIsGoneOnWith_data()
    {
        QTest::addColumn<QByteArray>("behind");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("of the last start, which failed") << QByteArray() << true;
        QTest::newRow("with a packet") << pcapngPacket(0, PacketDirection::Inbound, "x") << false;
        QTest::newRow("with half a packet") << QByteArray("\6\0\0\0", 4) << false;
    }
    void aCaptureThatWasOnlyBegunIsGoneOnWith()
    {
        QFETCH(const QByteArray, behind);
        QFETCH(const bool, goesOn);
        const QByteArray before = pcapngStart(u"Sealport 1.0"_s, QString(80, u'c')) + behind;
        QVERIFY(put(path(), before));
        QVERIFY(QFile::setPermissions(path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther));
        {
            CaptureWriter writer;
            Capture capture(path());
            QVERIFY(capture.open(writer));
            QCOMPARE(QFile::exists(path() + u'~'), !goesOn);
            capture.add({.ends = std::make_shared<const CapturedEnds>(), .data = "new"});
        }
        QCOMPARE(content().startsWith(before), goesOn);
        QVERIFY(content().contains("new"));
        QVERIFY2(!(QFile::permissions(path()) & QFile::ReadOther), "others could read along");
    }

    void nobodyTakesTheCaptureThatAnotherProcessWrites_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::newRow("it is only begun") << QByteArray();
        QTest::newRow("it has packets") << QByteArray("said to the first");
    }
    void nobodyTakesTheCaptureThatAnotherProcessWrites()
    {
        QFETCH(const QByteArray, said);
        CaptureWriter writer;
        auto first = std::make_unique<Capture>(path());
        QVERIFY(first->open(writer));
        if (!said.isEmpty())
            first->add({.ends = std::make_shared<const CapturedEnds>(), .data = said});
        first->settle({});
        const QByteArray before = content();
        CaptureWriter ofAnotherProcess; // it knows no more of the first
        Capture second(path());
        const Result<void> opened = second.open(ofAnotherProcess);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(opened.error().values, QStringList{u"capture-written"_s});
        QCOMPARE(second.mayOpen(&ofAnotherProcess).error(), opened.error());
        QVERIFY2(Capture(path()).mayOpen(&writer), "they share it");
        QCOMPARE(content(), before);
        QVERIFY(!QFile::exists(path() + u'~'));

        first.reset();
        QTRY_VERIFY(second.mayOpen(&ofAnotherProcess));
        QVERIFY(second.open(ofAnotherProcess));
        QCOMPARE(QFile::exists(path() + u'~'), !said.isEmpty());
        QVERIFY2(!Capture(path()).open(writer), "now it is the second one's");
    }

    void fewOlderCapturesAreKept()
    {
        const QByteArray older = olderCapture();
        QVERIFY(put(path(), older));
        for (const char *aside : {"~", "~2", "~3", "~4", "~5", "~6", "~7", "~8"})
            QVERIFY(put(path() + QLatin1String(aside), aside));
        {
            CaptureWriter writer;
            Capture ninth(path());
            QVERIFY(ninth.mayOpen(&writer) && ninth.open(writer));
            QCOMPARE(contentOf(path() + u"~9"), older);
            QVERIFY(Capture(path()).mayOpen(&writer)); // it shares the file
        }
        QVERIFY(put(path(), older));
        CaptureWriter writer;
        Capture tenth(path());
        const Result<void> opened = tenth.open(writer);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(opened.error().values, (QStringList{u"captures"_s, u"9"_s}));
        QCOMPARE(tenth.mayOpen(&writer).error(), opened.error());
        QCOMPARE(tenth.mayOpen().error(), opened.error());
        QCOMPARE(content(), older);
    }

    void aFolderThatTakesNoFilesIsKnownBefore()
    {
        const WithoutRoot likeAnybody;
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::ExeOwner));
        CaptureWriter writer;
        Capture capture(path());
        const Result<void> may = capture.mayOpen();
        const Result<void> opened = capture.open(writer);
        QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        QVERIFY(!may && !opened);
        QCOMPARE(may.error(), opened.error());
        QCOMPARE(may.error().causes, QStringList{qt_error_string(EACCES)});
    }

    void onlyAnOlderCaptureIsReplaced_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("isReplaced");
        QTest::newRow("an older capture") << olderCapture() << true;
        QTest::newRow("a capture of another program")
            << pcapngStart(QStringLiteral("Dumpcap 4.0"), QString(80, u'c')) << false;
        QTest::newRow("an empty file, as a key log begins") << QByteArray("") << false;
        QTest::newRow("something else") << QByteArray("my diary") << false;
    }
    void onlyAnOlderCaptureIsReplaced()
    {
        QFETCH(const QByteArray, before);
        QFETCH(const bool, isReplaced);
        QFile file(path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(before) == before.size());
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther));
        file.close();
        CaptureWriter writer;
        Capture capture(path());
        const Result<void> may = capture.mayOpen();
        QCOMPARE(may.has_value(), isReplaced);
        QCOMPARE(content(), before);
        const Result<void> opened = capture.open(writer);
        QCOMPARE(opened.has_value(), isReplaced);
        if (!isReplaced) {
            QCOMPARE(opened.error().code, ErrorCode::AlreadyExists);
            QCOMPARE(opened.error().values, QStringList{QStringLiteral("capture")});
            QCOMPARE(may.error(), opened.error());
            QCOMPARE(content(), before);
            QVERIFY(!QFile::exists(path() + u'~'));
            return;
        }
        QFile aside(path() + u'~');
        QVERIFY(aside.open(QIODevice::ReadOnly));
        QCOMPARE(aside.readAll(), before);
        QVERIFY(content() != before);
        QCOMPARE(QFile::permissions(path()) & ~(QFileDevice::ReadUser | QFileDevice::WriteUser),
                 QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    }

    void noLinkIsFollowed()
    {
        const QString target = m_folder->filePath(QStringLiteral("target"));
        QVERIFY(QFile::link(target, path()));
        CaptureWriter writer;
        Capture capture(path());
        QVERIFY(!capture.open(writer).has_value());
        QVERIFY(!QFile::exists(target));
    }
};

QTEST_GUILESS_MAIN(TestCapturePlace)
#include "tst_capture_place.moc"
