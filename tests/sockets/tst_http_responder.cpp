#include "tests/sockets/http_exchange.h"
#include "tests/sockets/running_fixture.h"

#include <QAbstractEventDispatcher>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// An HTTP server small enough to trust, asked by real clients: well-mannered, impatient, broken.
class TestHttpResponder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void pageSaysWhatWasNegotiated()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        const Answer answer = whileServing([&] {
            TlsClient client(server.port(), {.serverName = "api.test"});
            client.handshake();
            client.write("GET / HTTP/1.1\r\nHost: api.test\r\n\r\n");
            return readAnswer(client);
        });
        QCOMPARE(answer.status, QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(answer.fields["content-type"].startsWith("text/html"));
        QCOMPARE(answer.fields["connection"], QByteArray("keep-alive"));
        QCOMPARE(answer.fields["cache-control"], QByteArray("no-store"));
        const QDateTime date = QDateTime::fromString(QString::fromLatin1(answer.fields["date"]), Qt::RFC2822Date);
        QVERIFY2(qAbs(date.secsTo(QDateTime::currentDateTimeUtc())) < 60, answer.fields["date"].constData());
        for (const char *fact : {"TLSv1.3", "TLS_", "api.test", "CN=localhost", "127.0.0.1"})
            QVERIFY2(answer.body.contains(fact), fact);
    }

    void programsGetJson()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        const Answer answer = whileServing([&] {
            TlsClient client(server.port(), {.newest = TLS1_2_VERSION});
            client.handshake();
            client.write("GET / HTTP/1.1\r\nACCEPT:  Application/JSON\r\n\r\n");
            return readAnswer(client);
        });
        QCOMPARE(answer.fields["content-type"], QByteArray("application/json"));
        const QJsonObject object = QJsonDocument::fromJson(answer.body).object();
        QCOMPARE(object[QStringLiteral("protocol")].toString(), QStringLiteral("TLSv1.2"));
        QVERIFY(object[QStringLiteral("cipher")].toString().startsWith(u"TLS_ECDHE_ECDSA_"));
        QVERIFY(object[QStringLiteral("sni")].isNull());
    }

    void hostileServerNameStaysText()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        const Answer answer = whileServing([&] {
            TlsClient client(server.port(), {.serverName = "<script>alert(1)</script>"});
            client.handshake();
            client.write("GET / HTTP/1.1\r\n\r\n");
            return readAnswer(client);
        });
        QCOMPARE(answer.status, QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(!answer.body.contains("<script"));
        QVERIFY(answer.body.contains("&lt;script"));
    }

    void headIsGetWithoutItsBody()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("HEAD / HTTP/1.1\r\n\r\n");
            const Answer head = readAnswer(client, false);
            client.write("GET / HTTP/1.1\r\n\r\n");
            const Answer get = readAnswer(client);
            return head.status == "HTTP/1.1 200 OK" && get.status == "HTTP/1.1 200 OK"
                   && head.fields["content-length"].toInt() == get.body.size();
        }));
    }

    void severalRequestsShareAConnection_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<int>("answers");
        QTest::addColumn<bool>("staysOpen");
        const auto row = [](const char *name, const QByteArray &sent, int answers, bool staysOpen) {
            QTest::newRow(name) << sent << answers << staysOpen;
        };
        row("one after the other without waiting", QByteArray("GET / HTTP/1.1\r\nHost: a\r\n\r\n").repeated(5), 5,
            true);
        row("a body is not the next request",
            "POST / HTTP/1.1\r\nContent-Length: 27\r\n\r\nGET /body HTTP/1.1\r\n\r\n\r\n\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            2, true);
        row("an empty body", "POST / HTTP/1.1\r\nContent-Length: 0\r\n\r\nGET / HTTP/1.1\r\n\r\n", 2, true);
        row("empty lines in front", "\r\n\r\nGET / HTTP/1.1\r\n\r\n", 1, true);
        row("bare line feeds", "GET / HTTP/1.1\nHost: a\n\n", 1, true);
        row("HTTP/1.0 closes", "GET / HTTP/1.0\r\n\r\n", 1, false);
        row("HTTP/1.0 that asks to stay", "GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", 1, true);
        row("a client that wants to close", "GET / HTTP/1.1\r\nConnection: Close\r\n\r\n", 1, false);
        row("nothing is answered behind the last request",
            "GET / HTTP/1.1\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n", 1, false);
        row("a body in chunks is answered and the connection closed",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", 1, false);
        row("a thousand in one record", QByteArray("GET / HTTP/1.1\n\n").repeated(1000), 1000, true);
        row("a client that wants to close and to stay",
            "GET / HTTP/1.1\r\nConnection: close\r\nConnection: keep-alive\r\n\r\nGET / HTTP/1.1\r\n\r\n", 1, false);
        row("HTTP/1.0 that asks to stay among other things",
            "GET / HTTP/1.0\r\nConnection: te, Keep-Alive\r\n\r\nGET / HTTP/1.0\r\n\r\n", 2, false);
        row("a word that only looks like close", "GET / HTTP/1.1\r\nConnection: closer\r\n\r\n", 1, true);
        row("a body in chunks from a client that wants to stay",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nConnection: keep-alive\r\n\r\n"
            "5\r\nhello\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n",
            1, false);
        row("a body in chunks that has a length too",
            "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 500\r\n\r\n0\r\n\r\n", 1, false);
        row("the same length twice",
            "POST / HTTP/1.1\r\nContent-Length: 2\r\nContent-Length: 2\r\n\r\nabGET / HTTP/1.1\r\n\r\n", 2, true);
        row("a header field as long as may be",
            "GET / HTTP/1.1\r\nX: " + QByteArray(8188, 'x') + "\r\n\r\nGET / HTTP/1.1\r\n\r\n", 2, true);
        row("ten thousand header fields", "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(10'000) + "\r\n", 1,
            true);
    }
    void severalRequestsShareAConnection()
    {
        QFETCH(const QByteArray, sent);
        RunningFixture server({.mode = ReplyMode::Http});
        bool staysOpen = false;
        const int answers = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write(sent);
            SSL_shutdown(&client.ssl()); // nothing more comes from us: what is left unanswered stays so
            const QByteArray all = client.readToEnd();
            staysOpen = all.contains("Connection: keep-alive") && !all.contains("Connection: close");
            return client.hasCloseNotify() ? static_cast<int>(all.count("HTTP/1.1 200 OK\r\n")) : -1;
        });
        QTEST(answers, "answers");
        QTEST(staysOpen, "staysOpen");
    }

    void requestMayComeOctetByOctet()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        const Answer answer = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            for (const char octet :
                 QByteArray("POST /a HTTP/1.1\r\nContent-Length: 3\r\nAccept: application/json\r\n\r\nabc"))
                client.write(QByteArray(1, octet));
            return readAnswer(client);
        });
        QCOMPARE(answer.status, QByteArray("HTTP/1.1 200 OK"));
        QVERIFY(QJsonDocument::fromJson(answer.body).isObject());
    }

    void answerComesAfterTheWholeBody()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("POST / HTTP/1.1\r\nContent-Length: 100000\r\n\r\n");
            client.write(QByteArray(99'999, 'x'));
            SSL_set_mode(&client.ssl(), SSL_MODE_AUTO_RETRY);
            const bool isEarly = SSL_has_pending(&client.ssl()) == 1;
            client.write("x");
            return !isEarly && readAnswer(client).status == "HTTP/1.1 200 OK";
        }));
    }

    // RFC 9110 section 10.1.1: such a client sends its body only when told to.
    void clientThatWaitsForContinueIsToldTo()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("PUT / HTTP/1.1\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\n");
            if (client.read(25) != "HTTP/1.1 100 Continue\r\n\r\n")
                return false;
            client.write("abc");
            return readAnswer(client).status == "HTTP/1.1 200 OK";
        }));
    }

    void oldClientIsNeverToldToContinue()
    {
        RunningFixture server({.mode = ReplyMode::Http});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("PUT / HTTP/1.0\r\nContent-Length: 3\r\nExpect: 100-continue\r\n\r\nabc");
            return readAnswer(client).status == "HTTP/1.1 200 OK";
        }));
    }

    void requestThatCannotBeAnsweredIsRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("status");
        const auto row = [](const char *name, const QByteArray &sent, const char *status) {
            QTest::newRow(name) << sent << QByteArray(status);
        };
        const QByteArray next = "GET / HTTP/1.1\r\n\r\n";
        row("a target of nine kilobytes", "GET /" + QByteArray(9000, 'x') + " HTTP/1.1\r\n\r\n" + next,
            "414 URI Too Long");
        row("a target of a megabyte", "GET /" + QByteArray(1 << 20, 'x') + " HTTP/1.1\r\n\r\n", "414 URI Too Long");
        row("a line without end", QByteArray(1 << 20, 'x'), "414 URI Too Long");
        row("a header field of nine kilobytes", "GET / HTTP/1.1\r\nX: " + QByteArray(9000, 'x') + "\r\n\r\n" + next,
            "431 Request Header Fields Too Large");
        row("a header field of a megabyte", "GET / HTTP/1.1\r\nX: " + QByteArray(1 << 20, 'x') + "\r\n\r\n" + next,
            "431 Request Header Fields Too Large");
        row("fifty thousand header fields",
            "GET / HTTP/1.1\r\n" + QByteArray("a: b\r\n").repeated(50'000) + "\r\n" + next,
            "431 Request Header Fields Too Large");
        row("empty lines without end", QByteArray("\r\n").repeated(50'000) + next, "400 Bad Request");
        for (const char *length :
             {"", "-1", "+1", "1x", "0x1", "1, 2", "18446744073709551616", "99999999999999999999999"})
            QTest::addRow("a length of '%s'", length)
                << QByteArray("POST / HTTP/1.1\r\nContent-Length: ") + length + "\r\n\r\n" + next
                << QByteArray("400 Bad Request");
        row("two lengths", "POST / HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n" + next,
            "400 Bad Request");
        row("a folded line", "GET / HTTP/1.1\r\nAccept: a,\r\n b\r\n\r\n" + next, "400 Bad Request");
        row("a line without a colon", "GET / HTTP/1.1\r\nAccept\r\n\r\n" + next, "400 Bad Request");
        row("a tunnel", "CONNECT localhost:443 HTTP/1.1\r\n\r\n" + next, "501 Not Implemented");
        row("a space before the colon", "POST / HTTP/1.1\r\nContent-Length : 22\r\n\r\n" + next, "400 Bad Request");
    }
    void requestThatCannotBeAnsweredIsRefusedAndClosed()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, status);
        RunningFixture server({.mode = ReplyMode::Http});
        const QByteArray all = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write(sent);
            const QByteArray said = client.readToEnd();
            return client.hasCloseNotify() ? said : QByteArray("no close_notify");
        });
        QVERIFY2(all.startsWith(QByteArray("HTTP/1.1 " + status + "\r\n")), all.constData());
        QVERIFY(all.contains("Connection: close"));
        QVERIFY(!all.contains("200 OK"));
    }

    // Every answer fills memory until the client reads it.
    void clientThatAsksAndDoesNotReadIsToldToComeBack()
    {
        constexpr int asked = 20'000; // the system holds some thousand answers itself
        RunningFixture server({.mode = ReplyMode::Http}, {.maxHeldBytes = 64 << 10});
        TlsClient client(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing(
            [&] { return client.handshake() && client.write(QByteArray("GET / HTTP/1.1\n\n").repeated(asked)); }));
        for (int quietTurns = 0; quietTurns < 1000; ++quietTurns) {
            if (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents))
                quietTurns = 0;
        }
        const QByteArray all = whileServing([&] { return client.readToEnd(); });
        QVERIFY(client.hasCloseNotify());
        const auto answers = all.count("HTTP/1.1 200 OK\r\n");
        QVERIFY2(answers > 10 && answers < asked, qPrintable(QString::number(answers)));
        QCOMPARE(all.count("Connection: close\r\n"), 1);
        QVERIFY(all.lastIndexOf("Connection: close") > all.lastIndexOf("HTTP/1.1 200 OK"));
        QVERIFY(all.endsWith("</html>\n"));
    }

    void noHttpIsRefusedAndClosed_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("words") << QByteArray("hello there\r\n");
        QTest::newRow("HTTP/0.9") << QByteArray("GET /\r\n");
        QTest::newRow("a version with something behind it") << QByteArray("GET / HTTP/1.1x\r\n");
        QTest::newRow("a version that is none of 1.x") << QByteArray("GET / HTTP/2.0\r\n");
        QTest::newRow("the preface of HTTP/2") << QByteArray("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
        QTest::newRow("a method with a control character") << QByteArray("G\x01T / HTTP/1.1\r\n");
        QTest::newRow("no method") << QByteArray(" / HTTP/1.1\r\n");
        QTest::newRow("too many words") << QByteArray("GET / / HTTP/1.1\r\n");
        QTest::newRow("octets") << QByteArray("\x00\xff\xfe\x80\n", 5);
    }
    void noHttpIsRefusedAndClosed()
    {
        QFETCH(const QByteArray, sent);
        RunningFixture server({.mode = ReplyMode::Http});
        const QByteArray all = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write(sent);
            const QByteArray said = client.readToEnd();
            return client.hasCloseNotify() ? said : QByteArray("no close_notify");
        });
        QVERIFY2(all.startsWith("HTTP/1.1 400 Bad Request\r\n"), all.constData());
        QVERIFY(all.contains("Connection: close"));
        QVERIFY(!all.contains("200 OK"));
    }

    void clientThatLeavesInTheMiddleHarmsNobody_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("in the request line") << QByteArray("GET / HT");
        QTest::newRow("in the header") << QByteArray("GET / HTTP/1.1\r\nHost: ");
        QTest::newRow("in the body") << QByteArray(
            "POST / HTTP/1.1\r\nContent-Length: 18446744073709551615\r\n\r\nabc");
    }
    void clientThatLeavesInTheMiddleHarmsNobody()
    {
        QFETCH(const QByteArray, sent);
        RunningFixture server({.mode = ReplyMode::Http});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            return client.handshake() && client.write(sent) && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QCOMPARE(server.records().back().bytesOut, 0U);
        QVERIFY(server.records().back().verdict->code == VerdictCode::Ok);
    }
};

QTEST_GUILESS_MAIN(TestHttpResponder)
#include "tst_http_responder.moc"
