#include "model/base/trash.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;

class TestTrash : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_certificate;
    QString m_key;

    Trash trash() const { return Trash(m_folder->filePath(QStringLiteral("trash"))); }
    static void write(const QString &path, const QByteArray &text)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(text), text.size());
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("no such file");
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_certificate = m_folder->filePath(QStringLiteral("a.pem"));
        m_key = m_folder->filePath(QStringLiteral("a.key"));
        write(m_certificate, "certificate");
        write(m_key, "key");
        QVERIFY(QFile::setPermissions(m_key, QFile::ReadOwner | QFile::WriteOwner));
    }

    void whatIsThrownAwayComesBack()
    {
        const auto item = trash().keep({m_certificate, m_key});
        QVERIFY(item);
        QVERIFY(QFile::remove(m_certificate) && QFile::remove(m_key));
        QCOMPARE(trash().items(), std::vector{*item}); // another process finds it too
        QVERIFY(trash().restore(*item));
        QCOMPARE(contents(m_certificate), QByteArray("certificate"));
        QCOMPARE(contents(m_key), QByteArray("key"));
        QCOMPARE(QFileInfo(m_key).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
        QVERIFY(trash().items().empty());
        const auto again = trash().restore(*item);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::FileNotFound);
    }

    void nobodyElseLooksIntoIt()
    {
        const auto item = trash().keep({m_key});
        QVERIFY(item);
        constexpr auto others = QFile::ReadGroup | QFile::ExeGroup | QFile::ReadOther | QFile::ExeOther;
        QCOMPARE(QFileInfo(m_folder->filePath(QStringLiteral("trash"))).permissions() & others, QFile::Permissions());
        QCOMPARE(QFileInfo(item->folder).permissions() & others, QFile::Permissions());
    }

    void whatTookThePlaceMeanwhileIsNotLost()
    {
        const auto item = trash().keep({m_certificate});
        QVERIFY(item);
        write(m_certificate, "newer");
        QVERIFY(trash().restore(*item));
        QCOMPARE(contents(m_certificate), QByteArray("certificate"));
        const auto items = trash().items();
        QCOMPARE(items.size(), 1U);
        QVERIFY(trash().restore(items.front())); // undo of the undo
        QCOMPARE(contents(m_certificate), QByteArray("newer"));
    }

    void twoFilesOfOneName()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("b")));
        const QString other = m_folder->filePath(QStringLiteral("b/a.pem"));
        write(other, "other");
        const auto item = trash().keep({m_certificate, other});
        QVERIFY(item);
        QVERIFY(QFile::remove(m_certificate) && QFile::remove(other));
        QVERIFY(trash().restore(*item));
        QCOMPARE(contents(m_certificate), QByteArray("certificate"));
        QCOMPARE(contents(other), QByteArray("other"));
    }

    void whereOneFileIsMissingNothingIsKept()
    {
        const auto item = trash().keep({m_certificate, m_folder->filePath(QStringLiteral("not there"))});
        QVERIFY(!item);
        QCOMPARE(item.error().code, ErrorCode::FileNotFound);
        QVERIFY(trash().items().empty());
    }

    void itIsEmptiedAfterThirtyDays()
    {
        const auto item = trash().keep({m_key});
        QVERIFY(item);
        trash().purge(item->when.addDays(30));
        QCOMPARE(trash().items().size(), 1U);
        trash().purge(item->when.addDays(31));
        QVERIFY(trash().items().empty());
        QVERIFY(!QFile::exists(item->folder));
    }

    void whatIsNotItsOwnIsLeftAlone()
    {
        const QString foreign = m_folder->filePath(QStringLiteral("trash/2001-01-01"));
        QVERIFY(QDir().mkpath(foreign));
        write(foreign + QStringLiteral("/origin.json"), "{ nonsense");
        trash().purge();
        QVERIFY(QFile::exists(foreign));
        QVERIFY(trash().items().empty());
    }
};

QTEST_GUILESS_MAIN(TestTrash)
#include "tst_trash.moc"
