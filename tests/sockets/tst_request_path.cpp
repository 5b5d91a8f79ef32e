#include "model/sockets/request_path.h"

#include <QTest>

using namespace sealport;

/// The path of a request is the first thing that a visitor of a folder lies about.
class TestRequestPath final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void pathsAreTakenApart_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("relative");
        QTest::addColumn<bool>("namesFolder");
        const auto row = [](const char *name, const char *target, const char *relative, bool namesFolder = false) {
            QTest::newRow(name) << QByteArray(target) << QByteArray(relative) << namesFolder;
        };
        row("the folder itself", "/", ".", true);
        row("a file", "/a.html", "a.html");
        row("a file in a folder", "/a/b", "a/b");
        row("a folder", "/a/", "a", true);
        row("escapes", "/a%20b/%C3%a9", "a b/\xc3\xa9");
        row("an escaped per cent sign is decoded once", "/%252e%252e", "%2e%2e");
        row("a query", "/a?b=/../c", "a");
        row("a query behind the folder", "/?a", ".", true);
        row("a fragment", "/a#b", "a");
        row("empty names", "//a///b", "a/b");
        row("names of a single dot", "/./a/./b/.", "a/b", true);
        row("names that only look like the parent", "/.../..a/a..", ".../..a/a..");
        row("a backslash is a character like any other", "/..\\..\\a", "..\\..\\a");
        row("a plus is no space", "/a+b", "a+b");
        row("the address as a whole", "https://localhost:5043/a/b?c", "a/b");
        row("the address as a whole in capitals", "HTTP://h/a", "a");
        row("an address without a path", "https://localhost", ".", true);
        row("an address with a query alone", "https://localhost?a=/b", ".", true);
        row("octets that are no UTF-8", "/%ff%fe", "\xff\xfe");
    }
    void pathsAreTakenApart()
    {
        QFETCH(const QByteArray, target);
        const auto path = parseRequestPath(target);
        QVERIFY(path.has_value());
        QTEST(path->relative(), "relative");
        QTEST(path->namesFolder, "namesFolder");
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<bool>("leaves"); ///< false: no path at all
        const auto row = [](const char *name, const char *target, bool leaves) {
            QTest::newRow(name) << QByteArray(target) << leaves;
        };
        row("nothing", "", false);
        row("a star", "*", false);
        row("no slash in front", "a", false);
        row("another protocol", "file:///etc/passwd", false);
        row("host and port", "localhost:443", false);
        row("half an escape", "/%4", false);
        row("an escape that is none", "/%zz", false);
        row("a per cent sign at the end", "/a%", false);
        row("an escape that the query would complete", "/a%4?1", false);
        row("an escaped NUL", "/a%00.html", false);
        row("an escaped slash", "/..%2f..%2fetc%2fpasswd", false);
        row("the parent", "/../etc/passwd", true);
        row("the parent at the end", "/a/..", true);
        row("the parent that would stay inside", "/a/../b", true);
        row("the parent, escaped", "/%2e%2E/etc/passwd", true);
        row("the parent, half escaped", "/.%2e/etc/passwd", true);
        row("the parent behind a host", "https://localhost/../a", true);
        row("the parent behind empty names", "///..///a", true);
    }
    void othersAreRefused()
    {
        QFETCH(const QByteArray, target);
        const auto path = parseRequestPath(target);
        QVERIFY(!path.has_value());
        QTEST(path.error() == PathFault::Leaves, "leaves");
    }

    void linkLeadsBackToThePath_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const char *target : {"/", "/a", "/a%20b/%22%3c%3E", "/%ff", "//host/b", "/%0d%0aSet-Cookie:%20a", "/a:b"})
            QTest::newRow(target) << QByteArray(target);
    }
    void linkLeadsBackToThePath()
    {
        QFETCH(const QByteArray, target);
        const auto path = parseRequestPath(target);
        QVERIFY(path.has_value());
        const QByteArray link = path->folderLink();
        QVERIFY2(link.startsWith('/') && !link.startsWith("//"), link.constData());
        for (const char octet : link)
            QVERIFY(octet > ' ' && octet < 0x7f && octet != '"' && octet != '<');
        const auto again = parseRequestPath(link);
        QVERIFY(again.has_value());
        QCOMPARE(again->parts, path->parts);
        QVERIFY(again->namesFolder);
    }
};

QTEST_GUILESS_MAIN(TestRequestPath)
#include "tst_request_path.moc"
