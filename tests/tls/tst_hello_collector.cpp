#include "model/tls/client_hello.h"
#include "tests/tls/hello_bytes.h"
#include "tests/tls/recorded_hellos.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(FirstBytes)

namespace {

QByteArray streamOf(const RecordedHello &hello)
{
    return QByteArray::fromHex(hello.stream);
}

/// The message in records of `size` octets each.
QByteArray inRecords(const QByteArray &message, qsizetype size)
{
    QByteArray stream;
    for (qsizetype i = 0; i < message.size(); i += size)
        stream += record(22, message.mid(i, size));
    return stream;
}

/// Octets that the collector took before it made up its mind, fed one at a time; -1 when it did not.
int octetsNeeded(const QByteArray &stream)
{
    HelloCollector collector;
    for (int i = 0; i < stream.size(); ++i) {
        collector.feed(asSpan(stream.mid(i, 1)));
        if (collector.isDone())
            return i + 1;
    }
    return -1;
}

} // namespace

class TestHelloCollector : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatComes_data();
    void tellsWhatComes();
    void verdictDoesNotDependOnReads_data() { tellsWhatComes_data(); }
    void verdictDoesNotDependOnReads();
    void findsTheMessage_data();
    void findsTheMessage();
    void keepsTheFirstOctetsAsEvidence();
    void ignoresWhatComesAfterTheVerdict();
    void aFloodOfTinyRecordsStaysLinear();
    void collects_data();
    void collects();
};

void TestHelloCollector::tellsWhatComes_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<FirstBytes>("verdict");
    QTest::addColumn<int>("needed"); // octets after which the verdict is there; -1 while undecided

    const auto row = [](const char *name, const QByteArray &stream, FirstBytes verdict, int needed) {
        QTest::newRow(name) << stream << verdict << needed;
    };
    const auto hex = [](const char *digits) { return QByteArray::fromHex(digits); };
    const auto whole = [&](const char *name, const QByteArray &stream) {
        row(name, stream, FirstBytes::TlsHello, static_cast<int>(stream.size()));
    };
    const QByteArray message = streamOf(opensslHello).mid(5);
    const QByteArray small = helloWith({});

    row("nothing", {}, FirstBytes::Undecided, -1);

    whole("openssl", streamOf(opensslHello));
    whole("openssl with TLS 1.2", streamOf(opensslTls12Hello));
    whole("openssl with TLS 1.0", streamOf(opensslTls10Hello));
    whole("GnuTLS", streamOf(gnutlsHello));
    whole("curl", streamOf(curlHello));
    whole("Node.js", streamOf(nodeHello));
    whole("Java", streamOf(javaHello));
    whole("Chromium", streamOf(chromeHello));
    whole("a hello in two records", inRecords(message, 200));
    whole("a hello in records of one octet", inRecords(message, 1));
    whole("a hello with empty records in between",
          record(22, {}) + record(22, small.first(1)) + record(22, {}) + record(22, small.mid(1)));
    whole("the record version of TLS 1.3", hex("160304") + vector(small, 2));
    whole("the record version of SSL 3.0", hex("160300") + vector(small, 2));
    whole("32 empty records in a row", record(22, {}).repeated(32) + record(22, small));
    row("another message in the same record", record(22, small + handshake(1, "abc")), FirstBytes::TlsHello,
        5 + static_cast<int>(small.size()));
    row("a hello and the next record", record(22, small) + record(20, "\1"), FirstBytes::TlsHello,
        5 + static_cast<int>(small.size()));
    row("a hello without its last octet", streamOf(curlHello).chopped(1), FirstBytes::Undecided, -1);
    row("a record header and no more", hex("1603010200"), FirstBytes::Undecided, -1);
    row("three octets of a hello", hex("160301"), FirstBytes::Undecided, -1);
    whole("the largest body that OpenSSL takes", inRecords(handshake(1, QByteArray(131396, 'x')), 16384));

    row("a body that is one octet too large", inRecords(handshake(1, QByteArray(131397, 'x')), 16384),
        FirstBytes::TlsOther, 9);
    row("a record that is one octet too large", hex("1603014801") + QByteArray(18433, '\1'), FirstBytes::TlsOther, 5);
    row("33 empty records in a row", record(22, {}).repeated(33) + record(22, small), FirstBytes::TlsOther, 33 * 5);
    row("a ServerHello", record(22, handshake(2, "abc")), FirstBytes::TlsOther, 6);
    row("a record of a type that TLS does not have", hex("6303030001"), FirstBytes::TlsOther, 3);
    row("a capital letter as a type", "A" + hex("03010001"), FirstBytes::TlsOther, 3);
    row("a greeting of SOCKS5 that looks like one", hex("0503000102"), FirstBytes::Unknown, 3);
    row("such a type with a version that TLS does not have", hex("63030500"), FirstBytes::Unknown, 3);
    row("an alert", record(21, hex("0228")), FirstBytes::TlsOther, 2);
    row("a ChangeCipherSpec", record(20, "\1"), FirstBytes::TlsOther, 2);
    row("application data", record(23, "abc"), FirstBytes::TlsOther, 2);
    row("an alert in the middle of a hello", record(22, small.first(10)) + record(21, hex("0228")),
        FirstBytes::TlsOther, 16);
    row("another protocol in the middle of a hello", record(22, small.first(10)) + hex("1604"), FirstBytes::TlsOther,
        17);
    row("a first octet as in TLS and a second as in nothing", hex("1602010005"), FirstBytes::Unknown, 2);

    const QByteArray ssl2 = ssl2Record(ssl2Message());
    row("an SSL 2.0 hello that offers TLS 1.0", ssl2, FirstBytes::Ssl2Hello, static_cast<int>(ssl2.size()));
    row("an SSL 2.0 hello of SSL 2.0", ssl2Record(ssl2Message("0002")), FirstBytes::Ssl2Hello,
        static_cast<int>(ssl2.size()));
    row("an SSL 2.0 hello without its last octet", ssl2.chopped(1), FirstBytes::Undecided, -1);
    row("an SSL 2.0 record of another message", ssl2Record("\x04" + ssl2Message().mid(1)), FirstBytes::Unknown, 3);
    row("an SSL 2.0 hello of version 2.1", ssl2Record(ssl2Message("0201")), FirstBytes::Unknown, 4);
    row("an SSL 2.0 hello of version 0.1", ssl2Record(ssl2Message("0001")), FirstBytes::Unknown, 5);
    row("an SSL 2.0 record shorter than any hello", hex("8008010301"), FirstBytes::Unknown, 2);
    row("a type with the high bit that is no SSL 2.0", hex("ff03030001"), FirstBytes::TlsOther, 3);
    row("such a type that could be SSL 2.0 for long", hex("ff03010005"), FirstBytes::TlsOther, 5);
    row("octets with the high bit set", hex("ffffffff"), FirstBytes::Unknown, 3);

    row("a browser that forgot https", "GET / HTTP/1.1\r\n", FirstBytes::Http, 4);
    row("the first three letters of it", "GET", FirstBytes::Undecided, -1);
    row("a proxy request", "CONNECT api.test.example:443 HTTP/1.1\r\n", FirstBytes::Http, 8);
    row("HTTP/2 with prior knowledge", "PRI * HTTP/2.0\r\n", FirstBytes::Http, 4);
    row("a method of WebDAV", "VERSION-CONTROL /a HTTP/1.1\r\n", FirstBytes::Http, 16);
    row("a search of SSDP", "M-SEARCH * HTTP/1.1\r\n", FirstBytes::Http, 9);
    row("a method that nobody registered", "BREW /pot HTTP/1.1\r\n", FirstBytes::Http, 6);
    row("such a method on everything", "BREW * HTTP/1.1\r\n", FirstBytes::Http, 6);
    row("such a method on a whole URL", "BREW http://pot/ HTTP/1.1\r\n", FirstBytes::Http, 9);
    row("such a method on something else", "BREW htcpcp://pot/ HTTP/1.1\r\n", FirstBytes::Unknown, 8);
    row("a command of SMTP", "EHLO client\r\n", FirstBytes::Unknown, 6);
    row("a method with a line end instead of a target", "QUIT\r\n", FirstBytes::Unknown, 5);
    row("a method in small letters", "get / HTTP/1.1\r\n", FirstBytes::Unknown, 2);
    row("a method with a hyphen that nobody registered", "GET-IT / HTTP/1.1\r\n", FirstBytes::Unknown, 4);
    row("capital letters without end", QByteArray(40, 'A'), FirstBytes::Unknown, 33);

    row("PROXY protocol, version 1", "PROXY TCP4 127.0.0.1 127.0.0.1 40000 443\r\n", FirstBytes::ProxyProtocol, 6);
    row("PROXY protocol, version 2", hex("0d0a0d0a000d0a515549540a20110000"), FirstBytes::ProxyProtocol, 12);
    row("half the signature of version 2", hex("0d0a0d0a000d"), FirstBytes::Undecided, -1);
    row("empty lines that are not that signature", "\r\n\r\n\r\n", FirstBytes::Unknown, 5);
    row("an SSH client", "SSH-2.0-OpenSSH_9.2p1\r\n", FirstBytes::Ssh, 4);
    row("almost an SSH client", "SSH2", FirstBytes::Unknown, 4);
    row("zero octets", QByteArray(2, '\0'), FirstBytes::Unknown, 2);
    row("line ends", "\n\n", FirstBytes::Unknown, 2);
}

void TestHelloCollector::tellsWhatComes()
{
    QFETCH(QByteArray, stream);
    HelloCollector collector;
    collector.feed(asSpan(stream));
    QTEST(collector.state(), "verdict");
    QTEST(octetsNeeded(stream), "needed");
}

void TestHelloCollector::verdictDoesNotDependOnReads()
{
    QFETCH(QByteArray, stream);
    HelloCollector atOnce;
    atOnce.feed(asSpan(stream));
    const auto agrees = [&](const HelloCollector &other) {
        const QByteArray &shorter =
            other.firstOctets().size() < atOnce.firstOctets().size() ? other.firstOctets() : atOnce.firstOctets();
        return other.state() == atOnce.state() && other.helloMessage() == atOnce.helloMessage()
               && stream.startsWith(shorter);
    };

    // Every cut in two; of the longest streams those where records and headers are.
    for (qsizetype cut = 0; cut <= stream.size(); cut += cut < 4096 ? 1 : 1021) {
        HelloCollector twice;
        twice.feed(asSpan(stream.first(cut)));
        twice.feed({});
        twice.feed(asSpan(stream.mid(cut)));
        QVERIFY2(agrees(twice), qPrintable(QStringLiteral("cut at %1").arg(cut)));
    }
    QRandomGenerator random(42);
    for (int round = 0; round < 50; ++round) {
        HelloCollector often;
        for (qsizetype at = 0; at < stream.size();) {
            const qsizetype size = 1 + random.bounded(round % 2 == 0 ? 7 : 3000);
            often.feed(asSpan(stream.mid(at, size)));
            at += size;
        }
        QVERIFY2(agrees(often), qPrintable(QStringLiteral("round %1").arg(round)));
    }
}

void TestHelloCollector::findsTheMessage_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<QByteArray>("message");
    const QByteArray hello = streamOf(javaHello);
    const auto row = [](const char *description, const QByteArray &stream, const QByteArray &message) {
        QTest::newRow(description) << stream << message;
    };
    row("in one record", hello, hello.mid(5));
    row("across records", inRecords(hello.mid(5), 100), hello.mid(5));
    row("before another message of the same record", record(22, hello.mid(5) + handshake(1, "abc")), hello.mid(5));
    row("of SSL 2.0, without the record header", ssl2Record(ssl2Message()) + "more", ssl2Message());
    row("not yet", hello.chopped(1), {});
    row("not in an aborted hello", record(22, hello.mid(5, 50)) + record(21, "ab"), {});
    row("not in HTTP", "GET / HTTP/1.1\r\n", {});
}

void TestHelloCollector::findsTheMessage()
{
    QFETCH(QByteArray, stream);
    HelloCollector collector;
    collector.feed(asSpan(stream));
    QTEST(collector.helloMessage(), "message");
}

void TestHelloCollector::keepsTheFirstOctetsAsEvidence()
{
    const QByteArray stream = "GET /" + QByteArray(100, 'a') + " HTTP/1.1\r\n";
    HelloCollector collector;
    collector.feed(asSpan(stream));
    QCOMPARE(collector.firstOctets(), stream.first(64));

    HelloCollector slow;
    slow.feed(asSpan(QByteArray("GE")));
    QCOMPARE(slow.firstOctets(), QByteArray("GE"));
}

void TestHelloCollector::ignoresWhatComesAfterTheVerdict()
{
    HelloCollector collector;
    collector.feed(asSpan(streamOf(curlHello)));
    const QByteArray message = collector.helloMessage();
    QCOMPARE(collector.feed(asSpan(QByteArray("GET / HTTP/1.1\r\n"))), FirstBytes::TlsHello);
    QCOMPARE(collector.helloMessage(), message);
    QCOMPARE(collector.firstOctets(), streamOf(curlHello).first(64));
}

void TestHelloCollector::aFloodOfTinyRecordsStaysLinear()
{
    const QByteArray message = handshake(1, QByteArray(131396, 'x'));
    const QByteArray stream = inRecords(message, 1);
    QElapsedTimer timer;
    timer.start();
    HelloCollector collector;
    for (qsizetype at = 0; at < stream.size(); at += 1)
        collector.feed(asSpan(stream).subspan(static_cast<std::size_t>(at), 1));
    QCOMPARE(collector.state(), FirstBytes::TlsHello);
    QCOMPARE(collector.helloMessage(), message);
    QVERIFY2(timer.elapsed() < 5000, "788 thousand reads of one octet take some milliseconds when each is cheap");
}

void TestHelloCollector::collects_data()
{
    QTest::addColumn<QByteArray>("stream");
    QTest::addColumn<bool>("parsed");
    QTest::newRow("openssl, collected") << streamOf(opensslHello) << false;
    QTest::newRow("openssl, collected and parsed") << streamOf(opensslHello) << true;
    QTest::newRow("Chromium, collected") << streamOf(chromeHello) << false;
    QTest::newRow("Chromium, collected and parsed") << streamOf(chromeHello) << true;
}

void TestHelloCollector::collects()
{
    QFETCH(QByteArray, stream);
    QFETCH(bool, parsed);
    bool fine = true;
    QBENCHMARK
    {
        HelloCollector collector;
        collector.feed(asSpan(stream));
        fine = fine && (!parsed || parseClientHello(asSpan(collector.helloMessage())).has_value());
    }
    QVERIFY(fine);
}

QTEST_APPLESS_MAIN(TestHelloCollector)
#include "tst_hello_collector.moc"
