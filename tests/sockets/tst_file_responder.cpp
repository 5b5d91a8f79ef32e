#include "model/sockets/http_answer.h"
#include "tests/sockets/http_exchange.h"
#include "tests/sockets/running_fixture.h"

#include <QAbstractEventDispatcher>
#include <QDir>
#include <QTemporaryDir>
#include <QTest>

#include <sys/ioctl.h>

using namespace sealport;
using namespace sealport::test;

namespace {

Answer ask(quint16 port, const QByteArray &request)
{
    return whileServing([&] {
        TlsClient client(port);
        client.handshake();
        client.write(request);
        return readAnswer(client, !request.startsWith("HEAD"));
    });
}

/// Of an answer without content.
qsizetype headSize(TlsClient &client)
{
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        const QByteArray octet = client.read(1);
        if (octet.isEmpty())
            return 0;
        head += octet;
    }
    return head.startsWith("HTTP/1.1 200 OK\r\n") ? head.size() : 0;
}

/// The server's turn, until it has nothing left to do.
void serveUntilQuiet()
{
    for (int quietTurns = 0; quietTurns < 1000; ++quietTurns) {
        if (QCoreApplication::eventDispatcher()->processEvents(QEventLoop::AllEvents))
            quietTurns = 0;
    }
}

} // namespace

/// Files over HTTPS, asked for by clients that read fast, slowly, or not at all.
class TestFileResponder final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("sub")));
        write("index.txt", "hello\n");
        write("sub/a b", "A");
        write("empty", "");
        for (int i = 0; m_large.size() < (8 << 20); ++i)
            m_large += QByteArray::number(i) + ' ';
        write("large", m_large);
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void fileIsAnsweredWithItsTypeAndDate()
    {
        RunningFixture server(folder());
        const Answer answer = ask(server.port(), "GET /index.txt HTTP/1.1\r\n\r\n");
        QCOMPARE(answer.status, QByteArray("HTTP/1.1 200 OK"));
        QCOMPARE(answer.body, QByteArray("hello\n"));
        QCOMPARE(answer.fields["content-type"], QByteArray("text/plain; charset=utf-8"));
        QCOMPARE(answer.fields["content-length"], QByteArray("6"));
        QCOMPARE(answer.fields["connection"], QByteArray("keep-alive"));
        QCOMPARE(answer.fields["x-content-type-options"], QByteArray("nosniff"));
        const auto modified = parseHttpDate(answer.fields["last-modified"]);
        QVERIFY(modified && qAbs(modified->secsTo(QDateTime::currentDateTimeUtc())) < 3600);
    }

    void everyRequestHasItsAnswer_data()
    {
        QTest::addColumn<QByteArray>("request");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QByteArray>("part"); ///< of the content
        const auto row = [](const char *name, const char *request, const char *status, const char *part) {
            QTest::newRow(name) << QByteArray(request) + " HTTP/1.1\r\n\r\n" << QByteArray(status) << QByteArray(part);
        };
        row("a name with a space", "GET /sub/a%20b", "200 OK", "A");
        row("an empty file", "GET /empty", "200 OK", "");
        row("a folder", "GET /sub/", "200 OK", "<a href=\"./a%20b\">a b</a>");
        row("a folder without its slash", "GET /sub", "301 Moved Permanently", "/sub/");
        row("nothing there", "GET /nothing", "404 Not Found", "There is nothing here");
        row("out of the folder", "GET /../../../../etc/passwd", "403 Forbidden", "leads out of the folder");
        row("no path", "GET /%zz", "400 Bad Request", "This is no path");
        row("another method", "DELETE /index.txt", "405 Method Not Allowed", "Files can only be read");
        row("the head alone", "HEAD /index.txt", "200 OK", "");
    }
    void everyRequestHasItsAnswer()
    {
        QFETCH(const QByteArray, request);
        QFETCH(const QByteArray, part);
        QFETCH(const QByteArray, status);
        RunningFixture server(folder());
        const Answer answer = ask(server.port(), request);
        QCOMPARE(answer.status, QByteArray("HTTP/1.1 " + status));
        QVERIFY2(answer.body.contains(part), answer.body.constData());
        QCOMPARE(answer.fields.contains("location"), status.startsWith("301"));
        QCOMPARE(answer.fields.value("allow"), status.startsWith("405") ? QByteArray("GET, HEAD") : QByteArray());
        QVERIFY(answer.fields["content-length"].toInt() > 0 || request.contains("empty"));
    }

    void singleFileIsAnsweredAtEveryPath()
    {
        RunningFixture server({.mode = ReplyMode::File, .path = m_folder.filePath(QStringLiteral("index.txt"))});
        QCOMPARE(ask(server.port(), "GET / HTTP/1.1\r\n\r\n").body, QByteArray("hello\n"));
        QCOMPARE(ask(server.port(), "GET /any/../path HTTP/1.0\r\n\r\n").body, QByteArray("hello\n"));
    }

    void clientThatHasTheNewestOneIsToldSo()
    {
        RunningFixture server(folder());
        const QByteArray modified = ask(server.port(), "HEAD /index.txt HTTP/1.1\r\n\r\n").fields["last-modified"];
        QVERIFY(!modified.isEmpty());
        const QByteArray again = "GET /index.txt HTTP/1.1\r\nConnection: close\r\nIf-Modified-Since: ";
        const QByteArray same = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write(again + modified + "\r\n\r\n");
            return client.readToEnd();
        });
        QVERIFY2(same.startsWith("HTTP/1.1 304 Not Modified\r\n"), same.constData());
        QVERIFY(same.endsWith("\r\n\r\n"));
        const Answer newer = ask(server.port(), again + "Sun, 06 Nov 1994 08:49:37 GMT\r\n\r\n");
        QCOMPARE(newer.status, QByteArray("HTTP/1.1 200 OK"));
        QCOMPARE(newer.body, QByteArray("hello\n"));
    }

    void largeFileArrivesWhole()
    {
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        QVERIFY(whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("GET /large HTTP/1.1\r\n\r\nGET /index.txt HTTP/1.1\r\n\r\n");
            return readAnswer(client).body == m_large && readAnswer(client).body == "hello\n" && client.close();
        }));
        QTRY_VERIFY(server.hasEnded());
        QVERIFY(server.records().back().verdict->code == VerdictCode::Ok);
    }

    // What is sent ahead fills memory.
    void clientThatDoesNotReadGetsNoMoreThanItsShare()
    {
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        TlsClient client(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing([&] { return client.handshake() && client.write("GET /large HTTP/1.1\r\n\r\n"); }));
        serveUntilQuiet();
        QTRY_VERIFY(server.bytesOut() > 0);
        QVERIFY2(server.bytesOut() < 7 << 20, "the system itself holds some megabytes");
        QVERIFY(whileServing([&] { return readAnswer(client).body == m_large; }));
    }

    void othersAreServedMeanwhile()
    {
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        TlsClient slow(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing([&] { return slow.handshake() && slow.write("GET /large HTTP/1.1\r\n\r\n"); }));
        QCOMPARE(ask(server.port(), "GET /index.txt HTTP/1.1\r\n\r\n").body, QByteArray("hello\n"));
    }

    void requestsThatComeMeanwhileWaitTheirTurn()
    {
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        TlsClient client(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing([&] { return client.handshake() && client.write("GET /large HTTP/1.1\r\n\r\n"); }));
        QVERIFY(whileServing([&] {
            client.write("GET /sub/a%20b HTTP/1.1\r\n\r\nGET /index.txt HTT");
            client.write("P/1.1\r\nConnection: close\r\n\r\nGET /never HTTP/1.1\r\n\r\n");
            return readAnswer(client).body == m_large && readAnswer(client).body == "A"
                   && readAnswer(client).body == "hello\n" && client.readToEnd().isEmpty() && client.hasCloseNotify();
        }));
    }

    void clientThatAsksForTooMuchMeanwhileIsToldToComeBack()
    {
        RunningFixture server(folder());
        const QByteArray all = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write("GET /large HTTP/1.1\r\n\r\n"
                         + QByteArray("GET /index.txt HTTP/1.1\r\n\r\n").repeated(20'000));
            return client.readToEnd();
        });
        QVERIFY2(all.contains(m_large), "what was begun is completed");
        QVERIFY(all.count("HTTP/1.1 200 OK") < 20'000);
    }

    // A list of a folder takes some time, and one record holds hundreds of requests.
    void clientThatAsksForAFolderWithoutEndHoldsNobodyUp()
    {
        constexpr int asked = 700;
        QVERIFY(QDir(m_folder.path()).mkpath(QStringLiteral("many")));
        for (int i = 0; i < 200; ++i)
            write(qPrintable(QStringLiteral("many/%1").arg(i)), "");
        RunningFixture server(folder());
        TlsClient greedy(server.port());
        qsizetype answerSize = 0;
        QVERIFY(whileServing([&] {
            return greedy.handshake() && greedy.write("HEAD /many/ HTTP/1.1\r\n\r\n")
                   && (answerSize = headSize(greedy)) > 100;
        }));
        QVERIFY(whileServing([&] {
            return greedy.write(QByteArray("HEAD /many/ HTTP/1.1\n\n").repeated(asked))
                   && headSize(greedy) == answerSize;
        }));
        QCOMPARE(ask(server.port(), "GET /index.txt HTTP/1.1\r\n\r\n").body, QByteArray("hello\n"));
        int arrived = 0;
        QCOMPARE(::ioctl(greedy.socket().descriptor(), FIONREAD, &arrived), 0);
        QVERIFY2(arrived < asked / 2 * answerSize, qPrintable(QString::number(arrived)));
        QVERIFY(whileServing([&] {
            for (int answer = 1; answer < asked; ++answer)
                if (headSize(greedy) != answerSize)
                    return false;
            return greedy.close();
        }));
    }

    // The reader of requests takes nothing off a connection any more once it has refused one.
    void refusedRequestEndsTheConnectionWhateverIsBehindIt_data()
    {
        QTest::addColumn<QByteArray>("sent");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("answers");
        const auto row = [](const char *name, const QByteArray &sent, const char *status, int answers = 1) {
            QTest::newRow(name) << sent << QByteArray(status) << answers;
        };
        const QByteArray good = "GET /index.txt HTTP/1.1\r\n\r\n";
        row("a word too many, with its header", "GET / HTTP/1.1 x\r\nHost: a\r\n\r\n", "400 Bad Request");
        row("a word too many, with a record of its own behind it",
            "GET / HTTP/1.1 x\r\n" + QByteArray(40'000, 'x') + "\r\n\r\n", "400 Bad Request");
        row("a tunnel, with its first octets", "CONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n\x16\x03\x01",
            "501 Not Implemented");
        row("a target of nine kilobytes", "GET /" + QByteArray(9000, 'x') + " HTTP/1.1\r\n\r\n" + good,
            "414 URI Too Long");
        row("a length that is none, with a body", "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n" + good,
            "400 Bad Request");
        row("behind a request that is answered", good + "GET / HTTP/1.1 x\r\nHost: a\r\n\r\n" + good, "400 Bad Request",
            2);
        row("behind a file that takes its time", "GET /large HTTP/1.1\r\n\r\nGET /\r\nHost: a\r\n\r\n" + good,
            "400 Bad Request", 2);
    }
    void refusedRequestEndsTheConnectionWhateverIsBehindIt()
    {
        QFETCH(const QByteArray, sent);
        QFETCH(const QByteArray, status);
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        const QByteArray all = whileServing([&] {
            TlsClient client(server.port());
            client.handshake();
            client.write(sent);
            const QByteArray said = client.readToEnd();
            return client.hasCloseNotify() ? said : QByteArray("no close_notify");
        });
        QCOMPARE(all.count(QByteArray("HTTP/1.1 " + status)), 1);
        QTEST(static_cast<int>(all.count("HTTP/1.1 ")), "answers");
        QVERIFY(all.endsWith("This server answers HTTP requests.\n"));
        QTRY_VERIFY(server.hasEnded());
    }

    void fileThatBecomesShorterEndsTheConnection()
    {
        write("shrinking", m_large);
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        TlsClient client(server.port(), {.receiveBuffer = 4096});
        QVERIFY(whileServing([&] { return client.handshake() && client.write("GET /shrinking HTTP/1.1\r\n\r\n"); }));
        serveUntilQuiet();
        write("shrinking", "");
        const QByteArray all = whileServing([&] { return client.readToEnd(); });
        QVERIFY(all.size() < m_large.size());
        QVERIFY(client.hasCloseNotify());
    }

    void clientThatLeavesInTheMiddleHarmsNobody()
    {
        RunningFixture server(folder(), {.maxHeldBytes = 64 << 10});
        for (int i = 0; i < 5; ++i) {
            TlsClient client(server.port(), {.receiveBuffer = 4096});
            QVERIFY(whileServing([&] {
                return client.handshake() && client.write("GET /large HTTP/1.1\r\n\r\n")
                       && !client.read(1000).isEmpty();
            }));
            if (i % 2 == 0)
                client.socket().reset();
        }
        QCOMPARE(ask(server.port(), "GET /index.txt HTTP/1.1\r\n\r\n").body, QByteArray("hello\n"));
    }

    void folderThatIsGoneIsSaidSo()
    {
        QTemporaryDir gone;
        RunningFixture server({.mode = ReplyMode::File, .path = gone.path()});
        QVERIFY(gone.remove());
        QCOMPARE(ask(server.port(), "GET / HTTP/1.1\r\n\r\n").status, QByteArray("HTTP/1.1 404 Not Found"));
    }

private:
    [[nodiscard]] ReplySpec folder() const { return {.mode = ReplyMode::File, .path = m_folder.path()}; }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(m_folder.filePath(QLatin1String(name)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    const QTemporaryDir m_folder;
    QByteArray m_large;
};

QTEST_GUILESS_MAIN(TestFileResponder)
#include "tst_file_responder.moc"
