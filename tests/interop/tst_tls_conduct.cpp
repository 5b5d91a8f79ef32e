#include "tests/interop/serve_target.h"
#include "tests/tls/hello_bytes.h"

#include <QTemporaryDir>
#include <QTest>

#include <openssl/ssl.h>

#include <functional>
#include <optional>

using namespace sealport::test;
using namespace Qt::StringLiterals;

using Sending = std::function<bool(RawClient &, const QByteArray &hello)>;
Q_DECLARE_METATYPE(Sending)

namespace {

const TlsOffer tls12{.oldest = TLS1_2_VERSION, .newest = TLS1_2_VERSION};
const TlsOffer tls13{.oldest = TLS1_3_VERSION, .newest = TLS1_3_VERSION};
constexpr qsizetype recordHeader = 5;

/// The message of a record, in records of this many octets.
QByteArray inRecordsOf(qsizetype size, const QByteArray &hello)
{
    QByteArray records;
    for (qsizetype at = recordHeader; at < hello.size(); at += size)
        records += record(22, hello.mid(at, size));
    return records;
}

/// Before the handshake is done, RFC 8446 section 5.1 and RFC 5246 section 6.2.1 allow no empty handshake record;
/// OpenSSL puts up with a few, as it does here.
QByteArray withAnEmptyRecordInside(const QByteArray &hello)
{
    const qsizetype half = hello.size() / 2;
    return record(22, hello.mid(recordHeader, half - recordHeader)) + record(22, {}) + record(22, hello.mid(half));
}

} // namespace

/// What the RFCs ask of a server beyond the ordinary handshake.
class TestTlsConduct : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void takesAHelloInPieces_data();
    void takesAHelloInPieces();
    void answersAKeyUpdate_data();
    void answersAKeyUpdate();
    void refusesRenegotiation();
    void answersCloseNotify_data();
    void answersCloseNotify();
    void finishesTheEchoForAHalfClosedClient_data();
    void finishesTheEchoForAHalfClosedClient();
    void cleanupTestCase();

private:
    QTemporaryDir m_folder;
    std::optional<ServeTarget> m_server;
};

void TestTlsConduct::initTestCase()
{
    m_server.emplace(m_folder.filePath(u"home"_s), QStringList{u"--port"_s, u"0"_s, u"--protocols"_s, u"modern"_s});
    QVERIFY2(m_server->process().start(), qUtf8Printable(m_server->process().errors()));
}

void TestTlsConduct::takesAHelloInPieces_data()
{
    QTest::addColumn<TlsOffer>("offer");
    QTest::addColumn<Sending>("send");
    const Sending octets = [](RawClient &tcp, const QByteArray &hello) { return tcp.sendOctetByOctet(hello); };
    const Sending records = [](RawClient &tcp, const QByteArray &hello) { return tcp.send(inRecordsOf(1, hello)); };
    const Sending both = [](RawClient &tcp, const QByteArray &hello) {
        return tcp.sendOctetByOctet(inRecordsOf(1, hello));
    };
    const Sending empty = [](RawClient &tcp, const QByteArray &hello) {
        return tcp.send(withAnEmptyRecordInside(hello));
    };
    QTest::newRow("TLS 1.3 in segments of one octet") << tls13 << octets;
    QTest::newRow("TLS 1.2 in segments of one octet") << tls12 << octets;
    QTest::newRow("TLS 1.3 in records of one octet") << tls13 << records;
    QTest::newRow("TLS 1.2 in records of one octet") << tls12 << records;
    QTest::newRow("TLS 1.3 in records and segments of one octet") << tls13 << both;
    QTest::newRow("TLS 1.3 with an empty record inside") << tls13 << empty;
    QTest::newRow("TLS 1.2 with an empty record inside") << tls12 << empty;
}

void TestTlsConduct::takesAHelloInPieces()
{
    QFETCH(TlsOffer, offer);
    QFETCH(Sending, send);
    const auto tcp = m_server->connect();
    TlsClient client(*tcp, offer);
    QVERIFY(send(*tcp, client.takeRecords()));
    QVERIFY(client.handshake());
    QVERIFY(client.send("whole"));
    QCOMPARE(client.receive(5), QByteArray("whole"));
    client.sendCloseNotify();
    client.receiveAll();
    const QJsonObject end = m_server->process().endOf(tcp->name());
    QCOMPARE(text(end[u"verdict"_s].toObject(), u"code"_s), u"ok"_s);
    QCOMPARE(text(end, u"sni"_s), u"localhost"_s);
    QVERIFY(!text(end, u"ja4"_s).isEmpty());
}

void TestTlsConduct::answersAKeyUpdate_data()
{
    QTest::addColumn<int>("kind");
    QTest::newRow("the client changes its own key") << SSL_KEY_UPDATE_NOT_REQUESTED;
    QTest::newRow("the client asks the server to change its key too") << SSL_KEY_UPDATE_REQUESTED;
}

void TestTlsConduct::answersAKeyUpdate()
{
    QFETCH(int, kind);
    const auto tcp = m_server->connect();
    TlsClient client(*tcp, tls13);
    QVERIFY(client.handshake());
    for (int round = 0; round < 3; ++round) {
        QCOMPARE(SSL_key_update(&client.handle(), kind), 1);
        QCOMPARE(SSL_do_handshake(&client.handle()), 1);
        QVERIFY(client.send("after the update"));
        QCOMPARE(client.receive(16), QByteArray("after the update"));
    }
    client.sendCloseNotify();
    client.receiveAll();
    QVERIFY(client.closeNotifyReceived());
    QCOMPARE(text(m_server->process().endOf(tcp->name())[u"verdict"_s].toObject(), u"code"_s), u"ok"_s);
}

/// RFC 5246 section 7.2.2: no_renegotiation is a warning; the session goes on if the client wants it to.
void TestTlsConduct::refusesRenegotiation()
{
    constexpr int noRenegotiation = 100;
    const auto tcp = m_server->connect();
    TlsClient client(*tcp, tls12);
    QVERIFY(client.handshake());
    QCOMPARE(SSL_renegotiate(&client.handle()), 1);
    QVERIFY(!client.handshake()); // OpenSSL's client gives up over the warning
    QCOMPARE(client.alertReceived().value_or(-1), noRenegotiation);
    tcp->close();
    const QJsonObject end = m_server->process().endOf(tcp->name());
    QCOMPARE(text(end, u"state"_s), u"closed"_s);
    QVERIFY(m_server->servesAnHonestClient(tls12));
}

void TestTlsConduct::answersCloseNotify_data()
{
    QTest::addColumn<TlsOffer>("offer");
    QTest::newRow("TLS 1.3") << tls13;
    QTest::newRow("TLS 1.2") << tls12;
}

void TestTlsConduct::answersCloseNotify()
{
    QFETCH(TlsOffer, offer);
    const auto tcp = m_server->connect();
    TlsClient client(*tcp, offer);
    QVERIFY(client.handshake());
    QVERIFY(client.sendCloseNotify());
    QVERIFY(client.receiveAll().isEmpty());
    QVERIFY(client.closeNotifyReceived());
    QVERIFY(!client.alertReceived());
    QVERIFY(tcp->receiveAll().isEmpty());
    QVERIFY(tcp->hasEnded());
    QVERIFY(!tcp->wasReset());
    QCOMPARE(text(m_server->process().endOf(tcp->name())[u"verdict"_s].toObject(), u"code"_s), u"ok"_s);
}

void TestTlsConduct::finishesTheEchoForAHalfClosedClient_data()
{
    QTest::addColumn<TlsOffer>("offer");
    QTest::addColumn<bool>("saysGoodbye");
    QTest::addColumn<QString>("code");
    QTest::newRow("TLS 1.3 with close_notify and FIN") << tls13 << true << u"ok"_s;
    QTest::newRow("TLS 1.2 with close_notify and FIN") << tls12 << true << u"ok"_s;
    QTest::newRow("TLS 1.3 with FIN alone") << tls13 << false << u"truncated"_s;
    QTest::newRow("TLS 1.2 with FIN alone") << tls12 << false << u"truncated"_s;
}

/// RFC 8446 section 6.1: close_notify ends one direction only, and so does FIN.
void TestTlsConduct::finishesTheEchoForAHalfClosedClient()
{
    QFETCH(TlsOffer, offer);
    QFETCH(bool, saysGoodbye);
    QFETCH(QString, code);
    const QByteArray data(200'000, 'e');
    const auto tcp = m_server->connect();
    TlsClient client(*tcp, offer);
    QVERIFY(client.handshake());
    QVERIFY(client.send(data));
    QVERIFY(!saysGoodbye || client.sendCloseNotify());
    tcp->finish();
    QCOMPARE(client.receiveAll().size(), data.size());
    QVERIFY(client.closeNotifyReceived());
    const QJsonObject end = m_server->process().endOf(tcp->name());
    QCOMPARE(text(end[u"verdict"_s].toObject(), u"code"_s), code);
    QCOMPARE(end[u"bytesIn"_s].toInteger(), data.size());
    QCOMPARE(end[u"bytesOut"_s].toInteger(), data.size());
}

void TestTlsConduct::cleanupTestCase()
{
    QCOMPARE(m_server->stopAndAudit(), QString());
}

QTEST_GUILESS_MAIN(TestTlsConduct)
#include "tst_tls_conduct.moc"
