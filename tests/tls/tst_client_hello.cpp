#include "model/tls/client_hello.h"
#include "tests/tls/hello_bytes.h"
#include "tests/tls/recorded_hellos.h"

#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;
using Numbers = std::vector<std::uint16_t>;

Q_DECLARE_METATYPE(ClientHello)

namespace {

/// The message of a recorded stream that came as one record.
QByteArray messageOf(const RecordedHello &hello)
{
    return QByteArray::fromHex(hello.stream).mid(5);
}

/// The random of that message: behind record header, message header and version.
void setRandom(ClientHello &hello, const RecordedHello &recorded)
{
    const QByteArray octets = QByteArray::fromHex(recorded.stream).mid(5 + 4 + 2, 32);
    std::copy(octets.begin(), octets.end(), hello.random.begin());
}

const Numbers opensslSuites{0x1302, 0x1303, 0x1301, 0xc02c, 0xc030, 0x009f, 0xcca9, 0xcca8, 0xccaa, 0xc02b, 0xc02f,
                            0x009e, 0xc024, 0xc028, 0x006b, 0xc023, 0xc027, 0x0067, 0xc00a, 0xc014, 0x0039, 0xc009,
                            0xc013, 0x0033, 0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f, 0x00ff};
const Numbers opensslGroups{0x001d, 0x0017, 0x001e, 0x0019, 0x0018, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104};
const Numbers opensslSignatures{0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0809, 0x080a, 0x080b, 0x0804, 0x0805,
                                0x0806, 0x0401, 0x0501, 0x0601, 0x0303, 0x0301, 0x0302, 0x0402, 0x0502, 0x0602};

/// What all recorded TLS 1.3 clients have in common.
ClientHello modernHello()
{
    ClientHello hello;
    hello.legacyVersion = 0x0303;
    hello.sessionIdSize = 32;
    hello.compressionMethods = {0};
    hello.alpn = {"h2", "http/1.1"};
    hello.serverName = "api.test.example";
    return hello;
}

ClientHello opensslExpected()
{
    ClientHello hello = modernHello();
    hello.cipherSuites = opensslSuites;
    hello.extensions = {0, 11, 10, 35, 16, 22, 23, 13, 43, 45, 51};
    hello.groups = opensslGroups;
    hello.pointFormats = {0, 1, 2};
    hello.signatureAlgorithms = opensslSignatures;
    hello.supportedVersions = {0x0304, 0x0303, 0x0302, 0x0301};
    hello.keyShareGroups = {29};
    return hello;
}

} // namespace

class TestClientHello : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRealClients_data();
    void readsRealClients();
    void readsExtensions_data();
    void readsExtensions();
    void refusesWhatDoesNotFit_data();
    void refusesWhatDoesNotFit();
    void anyTruncationIsAFault();
    void acceptsAHelloWithoutExtensions();
    void readsTheSsl2Form_data();
    void readsTheSsl2Form();
    void readsTheLargestLists();
};

void TestClientHello::readsRealClients_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<ClientHello>("expected");

    // Expected values as tshark dissects the same octets.
    ClientHello openssl = opensslExpected();
    setRandom(openssl, opensslHello);
    QTest::newRow("openssl with every version since TLS 1.0") << messageOf(opensslHello) << openssl;

    ClientHello curl = opensslExpected();
    setRandom(curl, curlHello);
    curl.extensions = {0, 11, 10, 16, 22, 23, 49, 13, 43, 45, 51, 21};
    QTest::newRow("curl, padded") << messageOf(curlHello) << curl;

    ClientHello gnutls = modernHello();
    setRandom(gnutls, gnutlsHello);
    gnutls.cipherSuites = {0x1302, 0x1303, 0x1301, 0x1304, 0xc02c, 0xcca9, 0xc0ad, 0xc00a, 0xc02b, 0xc0ac,
                           0xc009, 0xc030, 0xcca8, 0xc014, 0xc02f, 0xc013, 0x009d, 0xc09d, 0x0035, 0x009c,
                           0xc09c, 0x002f, 0x009f, 0xccaa, 0xc09f, 0x0039, 0x009e, 0xc09e, 0x0033};
    gnutls.extensions = {5, 10, 11, 13, 16, 22, 23, 35, 51, 43, 65281, 0, 45, 28};
    gnutls.groups = {0x0017, 0x0018, 0x0019, 0x001d, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104};
    gnutls.pointFormats = {0};
    gnutls.signatureAlgorithms = {0x0401, 0x0809, 0x0804, 0x0403, 0x0807, 0x0501, 0x080a, 0x0805,
                                  0x0503, 0x0808, 0x0601, 0x080b, 0x0806, 0x0603, 0x0201, 0x0203};
    gnutls.supportedVersions = {0x0304, 0x0303, 0x0302, 0x0301};
    gnutls.keyShareGroups = {23, 29};
    QTest::newRow("GnuTLS with its server name late") << messageOf(gnutlsHello) << gnutls;

    ClientHello java = modernHello();
    setRandom(java, javaHello);
    java.cipherSuites = {0x1302, 0x1301, 0x1303, 0xc02c, 0xc02b, 0xcca9, 0xc030, 0xcca8, 0xc02f, 0x009f,
                         0xccaa, 0x00a3, 0x009e, 0x00a2, 0xc024, 0xc028, 0xc023, 0xc027, 0x006b, 0x006a,
                         0x0067, 0x0040, 0xc00a, 0xc014, 0xc009, 0xc013, 0x0039, 0x0038, 0x0033, 0x0032,
                         0x009d, 0x009c, 0x003d, 0x003c, 0x0035, 0x002f, 0x00ff};
    java.extensions = {0, 5, 10, 11, 16, 17, 23, 35, 13, 43, 45, 50, 51};
    java.groups = {0x001d, 0x0017, 0x0018, 0x0019, 0x001e, 0x0100, 0x0101, 0x0102, 0x0103, 0x0104};
    java.pointFormats = {0};
    java.signatureAlgorithms = {0x0403, 0x0503, 0x0603, 0x0807, 0x0808, 0x0804, 0x0805, 0x0806, 0x0809, 0x080a, 0x080b,
                                0x0401, 0x0501, 0x0601, 0x0402, 0x0303, 0x0301, 0x0302, 0x0203, 0x0201, 0x0202};
    java.supportedVersions = {0x0304, 0x0303};
    java.keyShareGroups = {29, 23};
    QTest::newRow("Java with signature_algorithms_cert, which is another list") << messageOf(javaHello) << java;

    ClientHello chrome = modernHello();
    setRandom(chrome, chromeHello);
    chrome.cipherSuites = {0x7a7a, 0x1301, 0x1302, 0x1303, 0xc02b, 0xc02f, 0xc02c, 0xc030,
                           0xcca9, 0xcca8, 0xc013, 0xc014, 0x009c, 0x009d, 0x002f, 0x0035};
    chrome.extensions = {2570, 0, 16, 35, 11, 43, 45, 13, 5, 18, 27, 65281, 10, 65037, 51, 17613, 51764, 23, 43690};
    chrome.groups = {0xdada, 0x11ec, 0x001d, 0x0017, 0x0018};
    chrome.pointFormats = {0};
    chrome.signatureAlgorithms = {0xbaba, 0x0904, 0x0905, 0x0906, 0x0403, 0x0804,
                                  0x0401, 0x0503, 0x0805, 0x0501, 0x0806, 0x0601};
    chrome.supportedVersions = {0x7a7a, 0x0304, 0x0303};
    chrome.keyShareGroups = {56026, 4588, 29};
    QTest::newRow("Chromium with GREASE and a post-quantum key share") << messageOf(chromeHello) << chrome;

    ClientHello old;
    old.legacyVersion = 0x0301;
    setRandom(old, opensslTls10Hello);
    old.compressionMethods = {0};
    old.cipherSuites = {0xc00a, 0xc014, 0x0039, 0x0038, 0x0088, 0x0087, 0xc019, 0x003a, 0x0089, 0xc009, 0xc013, 0x0033,
                        0x0032, 0x0045, 0x0044, 0xc018, 0x0034, 0x0046, 0x0035, 0x0084, 0x002f, 0x0041, 0x00ff};
    old.extensions = {11, 10, 35, 22, 23};
    old.groups = {29, 23, 30, 25, 24};
    old.pointFormats = {0, 1, 2};
    QTest::newRow("openssl with TLS 1.0 alone and no server name") << messageOf(opensslTls10Hello) << old;
}

void TestClientHello::readsRealClients()
{
    QFETCH(QByteArray, message);
    QFETCH(ClientHello, expected);
    const auto hello = parseClientHello(asSpan(message));
    QVERIFY2(hello.has_value(), hello ? "" : hello.error().reason);
    QCOMPARE(hello->legacyVersion, expected.legacyVersion);
    QVERIFY(hello->random == expected.random);
    QCOMPARE(hello->cipherSuites, expected.cipherSuites);
    QCOMPARE(hello->compressionMethods, expected.compressionMethods);
    QCOMPARE(hello->extensions, expected.extensions);
    QCOMPARE(hello->supportedVersions, expected.supportedVersions);
    QCOMPARE(hello->groups, expected.groups);
    QCOMPARE(hello->pointFormats, expected.pointFormats);
    QCOMPARE(hello->signatureAlgorithms, expected.signatureAlgorithms);
    QCOMPARE(hello->keyShareGroups, expected.keyShareGroups);
    QCOMPARE(hello->alpn, expected.alpn);
    QCOMPARE(hello->serverName, expected.serverName);
    QCOMPARE(hello->sessionIdSize, expected.sessionIdSize);
    QVERIFY(!hello->ssl2Format);
    QVERIFY(*hello == expected);
}

void TestClientHello::readsExtensions_data()
{
    QTest::addColumn<QByteArray>("extensions");
    QTest::addColumn<Numbers>("types");
    QTest::addColumn<Numbers>("groups");
    QTest::addColumn<QByteArray>("serverName");

    const auto row = [](const char *description, const QByteArray &extensions, const Numbers &types,
                        const Numbers &groups, const QByteArray &serverName) {
        QTest::newRow(description) << extensions << types << groups << serverName;
    };
    const auto groups = [](const char *hex) { return extension(10, vector(QByteArray::fromHex(hex), 2)); };
    const auto name = [](std::size_t type, const QByteArray &text) -> QByteArray {
        return number(type, 1) + vector(text, 2);
    };
    const auto names = [](const QByteArray &list) { return extension(0, vector(list, 2)); };

    row("an empty list of extensions", {}, {}, {}, {});
    row("an unknown extension is kept by its type", extension(0x1234, "anything"), {0x1234}, {}, {});
    row("an extension above 63 does not hide one below", extension(10 + 64, "x") + groups("001d"), {74, 10}, {29}, {});
    row("of a duplicate the first values count, and the type is listed twice", groups("001d") + groups("0017"),
        {10, 10}, {29}, {});
    row("a duplicate that is malformed does not matter", groups("001d") + extension(10, "x"), {10, 10}, {29}, {});
    row("an unknown name type is passed over", names(name(7, "other") + name(0, "host")), {0}, {}, "host");
    row("of two host names the first counts", names(name(0, "first") + name(0, "second")), {0}, {}, "first");
    row("a host name may hold a zero octet", names(name(0, QByteArray("a\0b", 3))), {0}, {}, QByteArray("a\0b", 3));
    row("no key share asks for a retry", extension(51, vector({}, 2)), {51}, {}, {});
}

void TestClientHello::readsExtensions()
{
    QFETCH(QByteArray, extensions);
    const auto hello = parseClientHello(asSpan(helloWith(extensions)));
    QVERIFY2(hello.has_value(), hello ? "" : hello.error().reason);
    QTEST(hello->extensions, "types");
    QTEST(hello->groups, "groups");
    QTEST(hello->serverName, "serverName");
}

void TestClientHello::refusesWhatDoesNotFit_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<int>("offset");

    const QByteArray suites = QByteArray::fromHex("13011302");
    const QByteArray start = QByteArray::fromHex("0303") + QByteArray(32, 'r');
    const QByteArray null(1, '\0');
    const auto row = [](const char *name, const QByteArray &message, int offset) {
        QTest::newRow(name) << message << offset;
    };
    constexpr int data = 51; // offset of the first extension's data in helloWith()

    row("nothing at all", {}, 0);
    row("a ServerHello", handshake(2, helloStart()), 0);
    row("a length beyond the end", QByteArray::fromHex("01000100") + helloStart(), 4);
    row("an octet after the message", helloWith({}) + "x", 49);
    row("a session id of 33 octets",
        handshake(1, start + vector(QByteArray(33, 's'), 1) + vector(suites, 2) + vector(null, 1)), 39);
    row("no cipher suites", handshake(1, start + vector({}, 1) + vector({}, 2) + vector(null, 1)), 41);
    row("cipher suites of odd length", handshake(1, start + vector({}, 1) + vector("abc", 2) + vector(null, 1)), 41);
    row("no compression methods", handshake(1, start + vector({}, 1) + vector(suites, 2) + vector({}, 1)), 46);
    row("one octet where the extensions' length should be", handshake(1, helloStart() + "x"), 47);
    row("octets after the extensions", handshake(1, helloStart() + vector({}, 2) + "xx"), 49);
    row("an extension that is cut short", helloWith(QByteArray::fromHex("000a0004001d")), data + 2);
    row("half an extension header", helloWith(QByteArray::fromHex("000a00")), data);
    row("a list of groups of odd length", helloWith(extension(10, vector("abc", 2))), data + 4);
    row("an empty list of groups", helloWith(extension(10, vector({}, 2))), data + 4);
    row("octets after the list of groups", helloWith(extension(10, vector("ab", 2) + "x")), data + 6);
    row("empty supported_groups", helloWith(extension(10, {})), data + 2);
    row("an empty list of point formats", helloWith(extension(11, vector({}, 1))), data + 3);
    row("an empty list of signature algorithms", helloWith(extension(13, vector({}, 2))), data + 4);
    row("a list of versions of odd length", helloWith(extension(43, vector("abc", 1))), data + 3);
    row("an empty list of versions", helloWith(extension(43, vector({}, 1))), data + 3);
    row("an empty protocol name", helloWith(extension(16, vector(QByteArray::fromHex("02683200"), 2))), data + 8);
    row("an empty list of protocols", helloWith(extension(16, vector({}, 2))), data + 4);
    row("a protocol name beyond its list", helloWith(extension(16, vector(QByteArray::fromHex("056832"), 2))),
        data + 5);
    row("server_name as a server sends it", helloWith(extension(0, {})), data + 2);
    row("a host name beyond its list", helloWith(extension(0, vector(QByteArray::fromHex("00000968"), 2))), data + 7);
    row("a key share without a key", helloWith(extension(51, vector(QByteArray::fromHex("001d0000"), 2))), data + 8);
    row("a key share that is cut short", helloWith(extension(51, vector(QByteArray::fromHex("001d00206b"), 2))),
        data + 8);
    row("octets after the key shares", helloWith(extension(51, vector({}, 2) + "x")), data + 4);
}

void TestClientHello::refusesWhatDoesNotFit()
{
    QFETCH(QByteArray, message);
    const auto hello = parseClientHello(asSpan(message));
    QVERIFY(!hello);
    QVERIFY(hello.error().reason[0] != '\0');
    QTEST(static_cast<int>(hello.error().offset), "offset");
}

void TestClientHello::anyTruncationIsAFault()
{
    const QByteArray whole = messageOf(chromeHello);
    for (qsizetype size = 0; size < whole.size(); ++size) {
        QVERIFY2(!parseClientHello(asSpan(whole.first(size))), qPrintable(QString::number(size)));
        if (size < 4)
            continue;
        // The same with a length in the header that agrees: only a cut before the extensions can leave a whole hello.
        const bool fits = parseClientHello(asSpan(handshake(1, whole.mid(4, size - 4)))).has_value();
        const qsizetype endOfCompression = 4 + 2 + 32 + 33 + 2 + 32 + 2;
        QCOMPARE(fits, size == endOfCompression);
    }
}

void TestClientHello::acceptsAHelloWithoutExtensions()
{
    const auto hello = parseClientHello(asSpan(handshake(1, helloStart())));
    QVERIFY(hello.has_value());
    QVERIFY(hello->extensions.empty());
    QCOMPARE(hello->cipherSuites, (Numbers{0x1301, 0x1302}));
}

void TestClientHello::readsTheSsl2Form_data()
{
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("accepted");
    const auto row = [](const char *description, const QByteArray &message, bool accepted) {
        QTest::newRow(description) << message << accepted;
    };
    const auto sizes = [](std::size_t specs, std::size_t sessionId, std::size_t challenge) -> QByteArray {
        return QByteArray::fromHex("010301") + number(specs, 2) + number(sessionId, 2) + number(challenge, 2);
    };
    const QByteArray whole = ssl2Message();
    row("a client that could speak TLS 1.0", whole, true);
    row("nothing at all", {}, false);
    row("another message type", "\x04" + whole.mid(1), false);
    row("cut in the challenge", whole.chopped(1), false);
    row("an octet after the challenge", whole + "x", false);
    row("no suites", sizes(0, 0, 16) + QByteArray(16, 'c'), false);
    row("suites that are no multiple of three octets", sizes(4, 0, 16) + QByteArray(20, 'c'), false);
    row("a session id of 33 octets", sizes(3, 33, 0) + QByteArray(36, 'c'), false);
}

void TestClientHello::readsTheSsl2Form()
{
    QFETCH(QByteArray, message);
    const auto hello = parseSsl2ClientHello(asSpan(message));
    QTEST(hello.has_value(), "accepted");
    if (!hello)
        return;
    QVERIFY(hello->ssl2Format);
    QCOMPARE(hello->legacyVersion, std::uint16_t{0x0301});
    QCOMPARE(hello->cipherSuites, (Numbers{0x002f, 0x00ff})); // without the one that only SSL 2.0 has
    QCOMPARE(hello->random.front(), std::uint8_t{0});
    QCOMPARE(hello->random.back(), std::uint8_t{'c'});
    QVERIFY(hello->extensions.empty());
}

void TestClientHello::readsTheLargestLists()
{
    QByteArray extensions;
    while (extensions.size() + 4 <= 65535)
        extensions += extension(10 + 64, {});
    const QByteArray body = QByteArray::fromHex("0303") + QByteArray(32, 'r') + vector({}, 1)
                            + vector(QByteArray(65534, '\x13'), 2) + vector(QByteArray(1, '\0'), 1)
                            + vector(extensions, 2);
    const auto hello = parseClientHello(asSpan(handshake(1, body)));
    QVERIFY(hello.has_value());
    QCOMPARE(hello->cipherSuites.size(), std::size_t{32767});
    QCOMPARE(hello->extensions.size(), std::size_t{16383});

    QByteArray names;
    while (names.size() + 2 <= 65535 - 6)
        names += "\1a";
    const auto chatty = parseClientHello(asSpan(helloWith(extension(16, vector(names, 2)))));
    QVERIFY(chatty.has_value());
    QCOMPARE(chatty->alpn.size(), std::size_t{32764});
}

QTEST_APPLESS_MAIN(TestClientHello)
#include "tst_client_hello.moc"
