#include "model/base/path_watcher.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;

class TestPathWatcher : public QObject {
    Q_OBJECT
private:
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("a.pem"));
        write(m_file, "one");
    }

    void tellsOfChanges_data()
    {
        QTest::addColumn<int>("what");
        QTest::newRow("a file that is new in the folder") << 0;
        QTest::newRow("a file that is gone") << 1;
        QTest::newRow("a file that is written in place") << 2;
        QTest::newRow("a file that is replaced by another") << 3;
    }
    void tellsOfChanges()
    {
        QFETCH(int, what);
        PathWatcher watcher;
        QSignalSpy changed(&watcher, &PathWatcher::changed);
        watcher.watch({m_folder->path(), m_file, m_folder->filePath(QStringLiteral("is not there"))});
        // Nobody says when the thread has begun to watch: change until it is heard.
        int n = 0;
        QTRY_VERIFY_WITH_TIMEOUT(
            [&] {
                ++n;
                const QString other = m_folder->filePath(QString::number(n));
                if (what == 0)
                    write(other, "new");
                else if (what == 1)
                    QFile::remove(m_file);
                else if (what == 2)
                    write(m_file, QByteArray::number(n));
                else if (QFile::exists(m_file)) {
                    write(other, "other");
                    QFile::remove(m_file);
                    QFile::rename(other, m_file);
                }
                if (what == 1 && n > 3 && changed.isEmpty() && !QFile::exists(m_file))
                    write(m_file, "again");
                return !changed.isEmpty();
            }(),
            5000);
    }

    void aStormIsToldOnce()
    {
        PathWatcher watcher;
        QSignalSpy changed(&watcher, &PathWatcher::changed);
        watcher.watch({m_folder->path()});
        int n = 0;
        QTRY_VERIFY((write(m_folder->filePath(QString::number(++n)), "x"), !changed.isEmpty()));
        changed.clear();
        for (int i = 0; i < 200; ++i)
            write(m_folder->filePath(QStringLiteral("storm %1").arg(i)), "x");
        QTRY_VERIFY(!changed.isEmpty());
        QVERIFY(changed.size() <= 3);
    }

    void endsWhileItWatches()
    {
        for (int i = 0; i < 20; ++i) {
            PathWatcher watcher;
            watcher.watch({m_folder->path()});
            write(m_folder->filePath(QString::number(i)), "x");
        }
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestPathWatcher)
#include "tst_path_watcher.moc"
