#include "model/diagnosis/fingerprint.h"
#include "tests/tls/hello_bytes.h"
#include "tests/tls/recorded_hellos.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(ClientHello)

namespace {

/// The Chromium that FoxIO's description takes as its example: t13d1516h2_8daaf6152771_e5627efa2ab1.
ClientHello described()
{
    ClientHello hello;
    hello.legacyVersion = 0x0303;
    hello.supportedVersions = {0x6a6a, 0x0304, 0x0303};
    hello.cipherSuites = {0x2a2a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030,
                          0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035};
    hello.extensions = {0x1a1a, 0x001b, 0x0000, 0x0033, 0x0010, 0x4469, 0x0017, 0x002d, 0x000d,
                        0x0005, 0x0023, 0x0012, 0x002b, 0xff01, 0x000b, 0x000a, 0x0015, 0xeaea};
    hello.signatureAlgorithms = {0x0403, 0x0804, 0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601};
    hello.groups = {0x8a8a, 29, 23, 24};
    hello.pointFormats = {0};
    hello.alpn = {"h2", "http/1.1"};
    hello.serverName = "example.org";
    return hello;
}

/// A Chrome of Android whose JA3 text and JA4 a public fingerprint service reported.
ClientHello reported()
{
    ClientHello hello = described();
    hello.extensions = {45, 51, 16, 65037, 23, 17613, 0, 11, 10, 43, 65281, 35, 18, 5, 13, 27};
    hello.groups = {4588, 29, 23, 24};
    return hello;
}

} // namespace

class TestFingerprint : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void agreesWithOthers_data();
    void agreesWithOthers();
    void ja4FollowsItsDescription_data();
    void ja4FollowsItsDescription();
    void ja3OfEmptyListsKeepsItsCommas();
};

void TestFingerprint::agreesWithOthers_data()
{
    QTest::addColumn<ClientHello>("hello");
    QTest::addColumn<QString>("expectedJa3");
    QTest::addColumn<QString>("expectedJa4");
    const auto recorded = [](const char *name, const RecordedHello &client) {
        const QByteArray message = QByteArray::fromHex(client.stream).mid(5);
        const auto hello = parseClientHello(asSpan(message));
        QVERIFY(hello.has_value());
        QTest::newRow(name) << *hello << QString::fromLatin1(client.ja3) << QString::fromLatin1(client.ja4);
    };
    recorded("openssl", opensslHello);
    recorded("openssl with TLS 1.2 and without ALPN", opensslTls12Hello);
    recorded("openssl with TLS 1.0 and without a server name", opensslTls10Hello);
    recorded("GnuTLS", gnutlsHello);
    recorded("curl", curlHello);
    recorded("Node.js", nodeHello);
    recorded("Java, whose signature_algorithms_cert does not count", javaHello);
    recorded("Chromium, with GREASE among suites, groups and signatures", chromeHello);
    QTest::newRow("Chrome as a fingerprint service saw it")
        << reported() << QStringLiteral("98487aa16281980e7d1120d399efb6a4")
        << QStringLiteral("t13d1516h2_8daaf6152771_d8a2da3f94cd");
}

void TestFingerprint::agreesWithOthers()
{
    QFETCH(ClientHello, hello);
    QTEST(ja3(hello), "expectedJa3");
    QTEST(ja4(hello), "expectedJa4");
}

void TestFingerprint::ja4FollowsItsDescription_data()
{
    QTest::addColumn<ClientHello>("hello");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const char *expected, auto change) {
        ClientHello hello = described();
        change(hello);
        QTest::newRow(name) << hello << QString::fromLatin1(expected);
    };
    row("the example", "t13d1516h2_8daaf6152771_e5627efa2ab1", [](ClientHello &) {});
    row("no signature algorithms, no underscore", "t13d1516h2_8daaf6152771_6d807ffa2a79",
        [](ClientHello &hello) { hello.signatureAlgorithms.clear(); });
    row("GREASE among the signature algorithms", "t13d1516h2_8daaf6152771_e5627efa2ab1",
        [](ClientHello &hello) { hello.signatureAlgorithms.push_back(0xbaba); });
    row("no server name extension", "t13i1515h2_8daaf6152771_e5627efa2ab1",
        [](ClientHello &hello) { std::erase(hello.extensions, 0); });
    row("no ALPN extension", "t13d151500_8daaf6152771_e5627efa2ab1", [](ClientHello &hello) {
        std::erase(hello.extensions, 16);
        hello.alpn.clear();
    });
    row("nothing to hash", "t13i000000_000000000000_000000000000", [](ClientHello &hello) {
        hello.cipherSuites.clear();
        hello.extensions = {0x0a0a};
        hello.alpn.clear();
    });
    row("more than 99 suites and extensions", "t13i9999h2_1378918c7561_000000000000", [](ClientHello &hello) {
        hello.cipherSuites.assign(100, 0x1301);
        hello.extensions.assign(100, 16);
    });

    const auto version = [&](const char *name, std::uint16_t legacy, std::vector<std::uint16_t> offered,
                             const char *mark) {
        row(name, QByteArray("t" + QByteArray(mark) + "d1516h2_8daaf6152771_e5627efa2ab1").constData(),
            [&](ClientHello &hello) {
                hello.legacyVersion = legacy;
                hello.supportedVersions = std::move(offered);
            });
    };
    version("TLS 1.2 without supported_versions", 0x0303, {}, "12");
    version("TLS 1.1", 0x0302, {}, "11");
    version("TLS 1.0", 0x0301, {}, "10");
    version("SSL 3.0", 0x0300, {}, "s3");
    version("SSL 2.0", 0x0002, {}, "s2");
    version("a version that nobody knows", 0x0305, {}, "00");
    version("the highest offered, not the first", 0x0303, {0x0302, 0x0304, 0x0303}, "13");
    version("less offered than the version field says", 0x0303, {0x0302, 0x0301}, "11");
    version("nothing but GREASE offered", 0x0303, {0xfafa}, "12");

    const auto alpn = [&](const char *name, const QByteArray &first, const char *mark) {
        row(name, QByteArray("t13d1516" + QByteArray(mark) + "_8daaf6152771_e5627efa2ab1").constData(),
            [&](ClientHello &hello) { hello.alpn = {first, "http/1.1"}; });
    };
    alpn("HTTP 1.1 first", "http/1.1", "h1");
    alpn("a name of one letter", "x", "xx");
    alpn("an empty name", "", "00");
    alpn("one octet that is no letter", QByteArray::fromHex("ab"), "ab");
    alpn("two octets that are no letters", QByteArray::fromHex("abcd"), "ad");
    alpn("a last octet that is no letter", QByteArray::fromHex("30ab"), "3b");
    alpn("last octets that are no letters", QByteArray::fromHex("3031abcd"), "3d");
    alpn("octets in the middle that are no letters", QByteArray::fromHex("30abcd31"), "01");
}

void TestFingerprint::ja4FollowsItsDescription()
{
    QFETCH(ClientHello, hello);
    QTEST(ja4(hello), "expected");
}

void TestFingerprint::ja3OfEmptyListsKeepsItsCommas()
{
    ClientHello hello;
    hello.legacyVersion = 769;
    hello.cipherSuites = {47};
    QCOMPARE(ja3(hello), QStringLiteral("b02be259814e870a469a20ce9b2a7900")); // "769,47,,,"
    hello.extensions = {0x0a0a};
    QCOMPARE(ja3(hello), QStringLiteral("b02be259814e870a469a20ce9b2a7900"));
}

QTEST_APPLESS_MAIN(TestFingerprint)
#include "tst_fingerprint.moc"
