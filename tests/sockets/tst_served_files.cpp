#include "model/sockets/folder_page.h"
#include "model/sockets/served_files.h"
#include "tests/support/without_root.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace sealport;
using namespace sealport::test;

namespace {

/// In one word what was found: the file's name and content, "folder", "moved to …", or why nothing was.
QByteArray inWords(const std::expected<ServedFiles::Found, FileRefusal> &found)
{
    if (!found) {
        switch (found.error()) {
        case FileRefusal::Malformed:
            return "malformed";
        case FileRefusal::Forbidden:
            return "forbidden";
        case FileRefusal::NotFound:
            return "not found";
        case FileRefusal::Busy:
            return "busy";
        }
    }
    if (const auto *file = std::get_if<ServedFile>(&*found)) {
        char buffer[64];
        const ssize_t size = ::pread(file->descriptor.get(), buffer, sizeof buffer, 0);
        return file->name + ": " + QByteArray(buffer, size);
    }
    if (const auto *moved = std::get_if<FolderMoved>(&*found))
        return "moved to " + moved->link;
    return "folder";
}

} // namespace

/// What a folder gives to visitors: its files, and nothing else of this machine.
class TestServedFiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const QDir world(m_world.path());
        QVERIFY(world.mkpath(QStringLiteral("www/docs")) && world.mkpath(QStringLiteral("www/site"))
                && world.mkpath(QStringLiteral("www/.git")) && world.mkpath(QStringLiteral("www/.well-known"))
                && world.mkpath(QStringLiteral("www/empty")) && world.mkpath(QStringLiteral("www/locked")));
        write("secret", "outside");
        write("www/a.txt", "A");
        write("www/docs/b", "B");
        write("www/site/index.html", "<p>");
        write("www/.env", "password");
        write("www/.git/config", "token");
        write("www/.well-known/c", "C");
        write("www/unreadable", "no");
        write("www/docs/<b>&\"'\n.txt", "hostile");
        write("www/docs/javascript:a", "hostile");
        QVERIFY(QFile::setPermissions(pathOf("www/unreadable"), QFile::Permissions()));
        QVERIFY(QFile::setPermissions(pathOf("www/locked"), QFile::Permissions()));
        link("../secret", "www/out");
        link("..", "www/parent");
        link("a.txt", "www/inside");
        link("docs", "www/papers");
        link("../a.txt", "www/docs/up");
        QCOMPARE(::mkfifo(pathOf("www/pipe").toUtf8().constData(), 0600), 0);
    }
    void cleanupTestCase() { QFile::setPermissions(pathOf("www/locked"), QFile::ReadOwner | QFile::ExeOwner); }

    void onlyTheFilesOfTheFolderAreFound_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("found");
        const auto row = [](const char *name, const QByteArray &target, const char *found) {
            QTest::newRow(name) << target << QByteArray(found);
        };
        row("a file", "/a.txt", "a.txt: A");
        row("a file in a folder", "/docs/b", "b: B");
        row("a file with a query", "/a.txt?v=2", "a.txt: A");
        row("a folder", "/docs/", "folder");
        row("the folder itself", "/", "folder");
        row("an empty folder", "/empty/", "folder");
        row("a folder without its slash", "/docs", "moved to /docs/");
        row("a folder behind another host's name", "//docs", "moved to /docs/");
        row("a folder with a page of its own", "/site/", "index.html: <p>");
        row("a file as a folder", "/a.txt/", "not found");
        row("a file beneath a file", "/a.txt/b", "not found");
        row("no such file", "/c", "not found");
        row("a name that is too long", "/" + QByteArray(300, 'x'), "not found");
        row("the parent", "/../secret", "forbidden");
        row("the parent, escaped", "/%2e%2e/secret", "forbidden");
        row("a NUL behind a good name", "/a.txt%00.html", "malformed");
        row("an escaped slash", "/docs%2fb", "malformed");
        row("an absolute path", "//etc/passwd", "not found");
        row("a link that leads out", "/out", "forbidden");
        row("a link to the parent", "/parent/secret", "forbidden");
        row("a link to the parent as a folder", "/parent/", "forbidden");
        row("a link that stays inside", "/inside", "inside: A");
        row("a link to a folder inside", "/papers/b", "b: B");
        row("a link upwards that stays inside", "/docs/up", "up: A");
        row("a hidden file", "/.env", "not found");
        row("a file in a hidden folder", "/.git/config", "not found");
        row("a hidden name, escaped", "/%2egit/config", "not found");
        row("a file where authorities look for it", "/.well-known/c", "c: C");
        row("a pipe, which nobody waits for", "/pipe", "not found");
        row("a file that may not be read", "/unreadable", "forbidden");
        row("a folder that may not be read", "/locked/", "forbidden");
    }
    void onlyTheFilesOfTheFolderAreFound()
    {
        QFETCH(const QByteArray, target);
        const WithoutRoot asAnybody;
        QTEST(inWords(ServedFiles(pathOf("www")).find(target)), "found");
    }

    void fileIsFoundAtEveryPath()
    {
        const ServedFiles file(pathOf("www/a.txt"));
        for (const char *target : {"/", "/a.txt", "/../x", "/a%00", "*", "/.env"})
            QCOMPARE(inWords(file.find(target)), QByteArray("a.txt: A"));
    }

    void fileThatWasReplacedIsFoundAnew()
    {
        const ServedFiles file(pathOf("changing"));
        write("changing", "1");
        QCOMPARE(inWords(file.find("/")), QByteArray("changing: 1"));
        QVERIFY(QFile::remove(pathOf("changing")));
        QCOMPARE(inWords(file.find("/")), QByteArray("not found"));
        write("changing", "2");
        QCOMPARE(inWords(file.find("/")), QByteArray("changing: 2"));
    }

    void folderShowsWhatItGives()
    {
        const auto found = ServedFiles(pathOf("www")).find("/");
        QVERIFY(found && std::holds_alternative<ServedFolder>(*found));
        QList<QByteArray> names;
        for (const ServedFolder::Entry &entry : std::get<ServedFolder>(*found).entries)
            names.append(entry.name + (entry.isFolder ? "/" : ""));
        QCOMPARE(names, QList<QByteArray>({".well-known/", "docs/", "empty/", "locked/", "papers/", "site/", "a.txt",
                                           "inside", "unreadable"}));
        QVERIFY(!std::get<ServedFolder>(*found).isCut);
    }

    void pageOfAFolderLinksToItsFiles()
    {
        const auto found = ServedFiles(pathOf("www")).find("/docs/");
        QVERIFY(found && std::holds_alternative<ServedFolder>(*found));
        const QByteArray page = folderPage(std::get<ServedFolder>(*found));
        QVERIFY(page.contains("<h1>/docs</h1>"));
        QVERIFY(page.contains("<a href=\"../\">..</a>"));
        QVERIFY(page.contains("<a href=\"./b\">b</a>"));
        QVERIFY2(page.contains("<a href=\"./javascript%3Aa\">javascript:a</a>"), page.constData());
        QVERIFY2(page.contains("<a href=\"./%3Cb%3E%26%22%27%0A.txt\">&lt;b&gt;&amp;&quot;'\\0A.txt</a>"),
                 page.constData());
        QVERIFY(!page.contains("<b>"));
    }

    void emptyFolderSaysSo()
    {
        const auto found = ServedFiles(pathOf("www")).find("/empty/");
        QVERIFY(found && std::holds_alternative<ServedFolder>(*found));
        QVERIFY(folderPage(std::get<ServedFolder>(*found)).contains("This folder is empty."));
    }

    void pageOfThousandsIsCutAndSaysSo()
    {
        const QDir many(pathOf("many"));
        QVERIFY(many.mkpath(QStringLiteral(".")));
        for (int i = 0; i < 1001; ++i)
            write("many/" + QByteArray::number(i), "");
        const auto found = ServedFiles(many.path()).find("/");
        QVERIFY(found && std::holds_alternative<ServedFolder>(*found));
        QCOMPARE(std::get<ServedFolder>(*found).entries.size(), 1000U);
        QVERIFY(folderPage(std::get<ServedFolder>(*found)).contains("There are more files than this page shows."));
    }

    void typesAreToldByNameThenByContent_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<QByteArray>("type");
        const auto row = [](const char *test, const char *name, const QByteArray &beginning, const char *type) {
            QTest::newRow(test) << QByteArray(name) << beginning << QByteArray(type);
        };
        row("a page", "a.html", "<p>\xc3\xa9", "text/html; charset=utf-8");
        row("a page in Latin-1 tells its charset itself", "a.html", "<p>\xe9</p>", "text/html");
        row("a character that is cut at the end of the beginning", "a.txt", "a\xc3", "text/plain; charset=utf-8");
        row("a picture", "a.png", "\x89PNG\r\n\x1a\n", "image/png");
        row("JSON", "a.json", "{}", "application/json");
        row("a name that says nothing", "a", "%PDF-1.4", "application/pdf");
        row("nothing known", "a", QByteArray("\x00\x01\x02", 3), "application/octet-stream");
    }
    void typesAreToldByNameThenByContent()
    {
        QFETCH(const QByteArray, name);
        QFETCH(const QByteArray, beginning);
        QTEST(contentTypeOf(name, beginning), "type");
    }

    void whatCannotBeGivenIsSaidBeforeAnythingListens_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<bool>("isGood");
        QTest::addColumn<ErrorCode>("code");
        const auto row = [](const char *name, const QString &path, bool isGood, ErrorCode code = {}) {
            QTest::newRow(name) << path << isGood << code;
        };
        row("a file", pathOf("www/a.txt"), true);
        row("a folder", pathOf("www"), true);
        row("a link to a folder", pathOf("www/papers"), true);
        row("nothing there", pathOf("nothing"), false, ErrorCode::FileNotFound);
        row("beneath a file", pathOf("www/a.txt/b"), false, ErrorCode::FileNotFound);
        row("a file that may not be read", pathOf("www/unreadable"), false, ErrorCode::FileNotReadable);
        row("a folder that may not be read", pathOf("www/locked"), false, ErrorCode::FileNotReadable);
        row("a pipe", pathOf("www/pipe"), false, ErrorCode::FileNotReadable);
        row("a path with a NUL in it", pathOf("www") + QChar(0) + u'a', false, ErrorCode::FileNotFound);
    }
    void whatCannotBeGivenIsSaidBeforeAnythingListens()
    {
        QFETCH(const QString, path);
        QFETCH(const bool, isGood);
        const WithoutRoot asAnybody;
        const Result<void> checked = ServedFiles(path).check();
        QCOMPARE(checked.has_value(), isGood);
        if (!isGood) {
            QTEST(checked.error().code, "code");
            QCOMPARE(checked.error().subject, path);
        }
    }

private:
    [[nodiscard]] QString pathOf(const QByteArray &name) const { return m_world.filePath(QString::fromUtf8(name)); }
    void write(const QByteArray &name, const char *content) const
    {
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
    }
    void link(const char *target, const char *name) const
    {
        QCOMPARE(::symlink(target, pathOf(name).toUtf8().constData()), 0);
    }
    const QTemporaryDir m_world;
};

QTEST_GUILESS_MAIN(TestServedFiles)
#include "tst_served_files.moc"
