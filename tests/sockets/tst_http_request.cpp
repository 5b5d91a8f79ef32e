#include "model/sockets/http_answer.h"
#include "model/sockets/http_request.h"

#include <QStringList>
#include <QTest>

using namespace sealport;

namespace {

std::span<const std::byte> bytesOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

/// Everything found in the stream, cut into reads of `step` octets.
QStringList foundIn(const QByteArray &stream, qsizetype step)
{
    HttpRequestReader reader;
    QStringList found;
    for (qsizetype at = 0; at < stream.size(); at += step) {
        const QByteArray piece = stream.mid(at, step);
        std::span<const std::byte> data = bytesOf(piece);
        while (!data.empty()) {
            switch (reader.read(data)) {
            case HttpRequestReader::Found::Nothing:
                break;
            case HttpRequestReader::Found::Continue:
                found.append(QStringLiteral("continue"));
                break;
            case HttpRequestReader::Found::Request:
                found.append(QString::fromLatin1(reader.request().method + ' ' + reader.request().target));
                break;
            case HttpRequestReader::Found::Refusal:
                found.append(QString::fromLatin1(reader.refusal()));
                return found;
            }
        }
    }
    return found;
}

/// The request that these header fields make.
HttpRequest requestWith(const QByteArray &fields)
{
    HttpRequestReader reader;
    const QByteArray stream = "GET / HTTP/1.1\r\n" + fields + "\r\n";
    std::span<const std::byte> data = bytesOf(stream);
    while (!data.empty() && reader.read(data) != HttpRequestReader::Found::Request) {
    }
    return reader.request();
}

/// A whole request of `size` octets, its longest line far within the limit.
QByteArray headOf(qsizetype size)
{
    const QByteArray start = "GET / HTTP/1.1\r\n";
    const qsizetype fields = (size - start.size() - 2 - 6) / 6;
    const QByteArray head = start + QByteArray("a: b\r\n").repeated(fields);
    return head + "a: " + QByteArray(size - head.size() - 7, 'b') + "\r\n\r\n";
}

} // namespace

/// Requests taken off a stream that strangers write, however it is cut.
class TestHttpRequest final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void streamIsTakenApart_data()
    {
        QTest::addColumn<QByteArray>("stream");
        QTest::addColumn<QStringList>("found");
        const auto row = [](const char *name, const QByteArray &stream, const QStringList &found) {
            QTest::newRow(name) << stream << found;
        };
        row("nothing", "", {});
        row("one request", "GET /a?b=c HTTP/1.1\r\nHost: x\r\n\r\n", {QStringLiteral("GET /a?b=c")});
        row("half a request", "GET / HTTP/1.1\r\nHost: x\r\n", {});
        row("two, the first with a body", "PUT /a HTTP/1.1\r\nContent-Length: 3\r\n\r\nabcHEAD /b HTTP/1.0\r\n\r\n",
            {QStringLiteral("PUT /a"), QStringLiteral("HEAD /b")});
        row("a body that is awaited",
            "PUT /a HTTP/1.1\r\nContent-Length: 1\r\nExpect: 100-Continue\r\n\r\nxGET /b HTTP/1.1\r\n\r\n",
            {QStringLiteral("continue"), QStringLiteral("PUT /a"), QStringLiteral("GET /b")});
        row("a length of one does not outlive its request",
            "PUT /a HTTP/1.1\r\nContent-Length: 2\r\n\r\nxyPUT /b HTTP/1.1\r\nContent-Length: 1\r\n\r\nx",
            {QStringLiteral("PUT /a"), QStringLiteral("PUT /b")});
        row("nothing is read behind a refusal", "GET / HTTP/3.0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            {QStringLiteral("400 Bad Request")});
        row("a long line behind a good request",
            "HEAD / HTTP/1.1\r\n\r\nGET /" + QByteArray(9000, 'x') + " HTTP/1.1\r\n",
            {QStringLiteral("HEAD /"), QStringLiteral("414 URI Too Long")});
        row("a line of 8192 octets", "GET /" + QByteArray(8192 - 15, 'x') + " HTTP/1.1\r\n\r\n",
            {QStringLiteral("GET /") + QString(8192 - 15, u'x')});
        row("heads of 65536 octets, one after the other", headOf(65536).repeated(2),
            {QStringLiteral("GET /"), QStringLiteral("GET /")});
        row("a head of 65537 octets behind another request", "HEAD / HTTP/1.1\r\n\r\n" + headOf(65537),
            {QStringLiteral("HEAD /"), QStringLiteral("431 Request Header Fields Too Large")});
        row("65537 octets of empty lines", QByteArray(65537, '\n'), {QStringLiteral("400 Bad Request")});
        row("a line of 8193 octets", "GET /" + QByteArray(8192 - 14, 'x') + " HTTP/1.1\r\n\r\n",
            {QStringLiteral("414 URI Too Long")});
    }
    void streamIsTakenApart()
    {
        QFETCH(const QByteArray, stream);
        QFETCH(const QStringList, found);
        QCOMPARE(foundIn(stream, std::max<qsizetype>(stream.size(), 1)), found);
        QCOMPARE(foundIn(stream, 1), found);
        QCOMPARE(foundIn(stream, 7), found);
    }

    void refusalForgetsTheRequestBefore()
    {
        HttpRequestReader reader;
        const QByteArray stream = "HEAD / HTTP/1.1\r\n\r\n" + QByteArray(9000, 'x');
        std::span<const std::byte> data = bytesOf(stream);
        QVERIFY(reader.read(data) == HttpRequestReader::Found::Request);
        QVERIFY(reader.read(data) == HttpRequestReader::Found::Refusal);
        QVERIFY2(reader.request().method.isEmpty(), "its answer would lack the content, as for HEAD");
    }

    void jsonIsForThoseWhoAskForIt_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("wantsJson");
        const auto row = [](const char *name, const char *fields, bool wantsJson) {
            QTest::newRow(name) << QByteArray(fields) << wantsJson;
        };
        row("nothing said", "", false);
        row("anything", "Accept: */*\r\n", false);
        row("JSON alone", "Accept: application/json\r\n", true);
        row("in capitals", "ACCEPT:APPLICATION/JSON\r\n", true);
        row("JSON among others", "Accept: application/json, text/plain, */*\r\n", true);
        row("JSON with a parameter", "Accept: application/json;charset=utf-8\r\n", true);
        row("a browser", "Accept: text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8\r\n", false);
        row("JSON where HTML is better", "Accept: text/html, application/json; q=0.5\r\n", false);
        row("JSON where HTML is worse", "Accept: text/html;q=0.4, application/json;q=0.5\r\n", true);
        row("JSON that is not wanted", "Accept: application/json;q=0\r\n", false);
        row("in two fields", "Accept: text/plain\r\nAccept: application/json\r\n", true);
        row("a type that only looks like it", "Accept: application/json-seq\r\n", false);
        row("a preference that is no number", "Accept: application/json;q=many\r\n", true);
    }
    void jsonIsForThoseWhoAskForIt()
    {
        QFETCH(const QByteArray, fields);
        QTEST(requestWith(fields).wantsJson(), "wantsJson");
    }

    void datesAreReadAndWritten_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<qint64>("seconds"); ///< since 1970; -1: no date
        const auto row = [](const char *name, const char *text, qint64 seconds) {
            QTest::newRow(name) << QByteArray(text) << seconds;
        };
        row("the example of RFC 9110", "Sun, 06 Nov 1994 08:49:37 GMT", 784111777);
        row("the beginning", "Thu, 01 Jan 1970 00:00:00 GMT", 0);
        row("the obsolete form of RFC 850", "Sunday, 06-Nov-94 08:49:37 GMT", -1);
        row("another zone", "Sun, 06 Nov 1994 08:49:37 CET", -1);
        row("the wrong day", "Sun, 31 Feb 1994 08:49:37 GMT", -1);
        row("nothing", "", -1);
        row("octets", "\xff\xfe", -1);
    }
    void datesAreReadAndWritten()
    {
        QFETCH(const QByteArray, text);
        QFETCH(const qint64, seconds);
        const HttpRequest request = requestWith("If-Modified-Since:  " + text + " \r\n");
        QCOMPARE(request.ifModifiedSince, text.trimmed());
        const auto read = parseHttpDate(request.ifModifiedSince);
        QCOMPARE(read ? read->toSecsSinceEpoch() : -1, seconds);
        if (read)
            QCOMPARE(httpDate(*read), text);
    }

    void messagesOfOursAreEscaped()
    {
        const QByteArray page = htmlMessage(QStringLiteral("<a> & \"b\""), QStringLiteral("%1 <script>"));
        QVERIFY(page.contains("<title>&lt;a&gt; &amp; &quot;b&quot;</title>"));
        QVERIFY(page.contains("<h1>&lt;a&gt; &amp; &quot;b&quot;</h1>"));
        QVERIFY(page.contains("<p>%1 &lt;script&gt;</p>"));
    }
};

QTEST_GUILESS_MAIN(TestHttpRequest)
#include "tst_http_request.moc"
