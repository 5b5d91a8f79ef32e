#include "tests/interop/certificate_files.h"
#include "tests/interop/serve_process.h"
#include "tests/interop/starttls_peers.h"

#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <map>
#include <memory>
#include <optional>

using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

QString verdictOf(const QJsonObject &event, const QString &member)
{
    return text(event[u"verdict"_s].toObject(), member);
}

/// In any form in which a protocol or a dump carries it.
bool holds(const QByteArray &said, const QByteArray &password)
{
    QByteArrayList forms{password, password.toHex()};
    for (qsizetype before = 0; before < 3; ++before) { // base64, as it depends on what stands in front of it
        const QByteArray coded = QByteArray(QByteArray(before, 'x') + password).toBase64();
        const qsizetype first = (before * 8 + 5) / 6;
        forms.append(coded.mid(first, (before + password.size()) * 8 / 6 - first));
    }
    return std::ranges::any_of(forms, [&](const QByteArray &form) { return said.contains(form); });
}

/// Anywhere in what the server has said so far.
bool doesTell(ServeProcess &serve, const QByteArray &password)
{
    return holds((serve.output() + serve.errors()).toUtf8(), password);
}

} // namespace

/// STARTTLS as programs of other people speak it, and what is said of those that do it wrong.
class TestStartTlsClients : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void clientGetsTls_data();
    void clientGetsTls();
    void clientThatDoesItWrongIsToldApart_data();
    void clientThatDoesItWrongIsToldApart();
    void plainServerSpeaksToPlainClients();
    void countsAddUp();

private:
    /// Null when it does not start. `opening`: options of serve.
    ServeProcess *serverFor(const QStringList &opening);
    /// Runs a client and gives the last event of its connection.
    QJsonObject endOfOneMore(ServeProcess &serve, ChildProcess &client);

    QTemporaryDir m_folder;
    std::optional<CertificateFiles> m_files;
    std::map<QStringList, std::unique_ptr<ServeProcess>> m_servers;
    std::map<const ServeProcess *, int> m_clients;
};

void TestStartTlsClients::initTestCase()
{
    for (const QByteArray login : {"bob\nsecret", "\nbob\nsecret", "secret", "ob\nsecret!"})
        QVERIFY2(holds(login, "secret") && holds("{" + login.toBase64() + "}", "secret")
                     && holds("{" + login.toHex() + "}", "secret"),
                 login.constData());
    QVERIFY(m_folder.isValid());
    m_files.emplace(m_folder.path());
    QVERIFY(m_files->makeAuthority(u"authority"_s));
    QVERIFY(m_files->make(u"server"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, u"authority"_s));
}

ServeProcess *TestStartTlsClients::serverFor(const QStringList &opening)
{
    std::unique_ptr<ServeProcess> &serve = m_servers[opening];
    if (serve)
        return serve.get();
    QStringList options{u"--port"_s, u"0"_s, u"--handshake-timeout"_s, u"60"_s};
    options += opening;
    if (!opening.contains(u"--plain"_s))
        options += m_files->options(u"server"_s) + QStringList{u"--protocols"_s, u"modern"_s};
    serve = std::make_unique<ServeProcess>(m_folder.filePath(u"home"_s), options);
    if (!serve->start()) {
        qWarning("%s", qUtf8Printable(serve->errors()));
        serve.reset();
    }
    return serve.get();
}

QJsonObject TestStartTlsClients::endOfOneMore(ServeProcess &serve, ChildProcess &client)
{
    const int before = m_clients[&serve]++;
    const auto ends = [&serve] { return std::ranges::count_if(serve.events(), isFinal); };
    const bool isAlone = serve.waitFor([&] { return ends() > before || !client.isRunning(); });
    const bool hasEnded = isAlone && serve.waitFor([&] { return ends() > before; });
    return hasEnded && ends() == before + 1 ? serve.events().last() : QJsonObject{};
}

void TestStartTlsClients::clientGetsTls_data()
{
    QTest::addColumn<const StartTlsPeer *>("peer");
    QTest::addColumn<QString>("protocol");
    for (const StartTlsPeer &peer : startTlsPeers())
        for (const QString &protocol : peer.protocols)
            QTest::newRow(qUtf8Printable(u"%1 over %2"_s.arg(peer.name, protocol))) << &peer << protocol;
}

void TestStartTlsClients::clientGetsTls()
{
    QFETCH(const StartTlsPeer *, peer);
    QFETCH(const QString, protocol);
    QVERIFY2(!QStandardPaths::findExecutable(peer->program).isEmpty(),
             qUtf8Printable(u"MISSING: %1. Install the Debian package %2 to test with it."_s.arg(peer->name,
                                                                                                 peer->debianPackage)));
    QStringList opening{u"--starttls"_s, protocol};
    if (peer->getsThePage)
        opening += {u"--reply"_s, u"http"_s};
    ServeProcess *serve = serverFor(opening);
    QVERIFY(serve);
    const PeerCommand command =
        peer->command(protocol, {serve->port(), m_files->certificate(u"authority"_s), m_folder.path()});
    ChildProcess client;
    QVERIFY(client.start(command.program, command.arguments, command.variables));
    QVERIFY(client.write(command.input));
    const auto isSecured = [&] {
        return !serve->events().isEmpty() && text(serve->events().last(), u"state"_s) == u"secured";
    };
    const int before = m_clients[serve];
    const auto ends = [&] { return std::ranges::count_if(serve->events(), isFinal); };
    QVERIFY2(serve->waitFor([&] { return isSecured() || ends() > before; }), client.output().constData());
    const QJsonObject end = endOfOneMore(*serve, client);
    QVERIFY2(!end.isEmpty(), client.output().constData());
    QVERIFY2(text(end, u"state"_s) == u"closed",
             qUtf8Printable(QString::fromUtf8(client.output()) + verdictOf(end, u"sentence"_s)));
    QCOMPARE(text(end, u"protocol"_s), u"TLSv1.3"_s);
    QCOMPARE(text(end, u"opening"_s), u"starttls-"_s + protocol);
    QVERIFY(!text(end, u"ja4"_s).isEmpty());
    if (peer->getsThePage) {
        QVERIFY2(client.output().contains("The TLS handshake succeeded"), client.output().constData());
        QCOMPARE(verdictOf(end, u"code"_s), u"ok"_s);
    } else {
        QTRY_VERIFY_WITH_TIMEOUT(!client.isRunning(), 30'000);
        const QString said = peer->says[peer->protocols.indexOf(protocol)];
        QVERIFY2(QString::fromUtf8(client.output()).contains(said), client.output().constData());
        QVERIFY2(!doesTell(*serve, "secret"), "no password in what is told");
    }
}

void TestStartTlsClients::clientThatDoesItWrongIsToldApart_data()
{
    QTest::addColumn<QString>("protocol");
    QTest::addColumn<QStringList>("words"); ///< of the client; PORT and AUTHORITY stand for theirs
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("named"); ///< stands in the sentence
    const QStringList curl{u"curl"_s,      u"--silent"_s, u"--max-time"_s, u"20"_s,
                           u"--noproxy"_s, u"*"_s,        u"--cacert"_s,   u"AUTHORITY"_s};
    QTest::newRow("curl with TLS at once over smtp")
        << u"smtp"_s << curl + QStringList{u"smtps://127.0.0.1:PORT/"_s} << u"protocol-error"_s << u"SMTP first"_s;
    QTest::newRow("curl with TLS at once over ldap")
        << u"ldap"_s << curl + QStringList{u"ldaps://127.0.0.1:PORT/"_s} << u"protocol-error"_s << u"LDAP first"_s;
    QTest::newRow("curl that wants mail without TLS")
        << u"pop3"_s << curl + QStringList{u"--user"_s, u"bob:secret"_s, u"pop3://127.0.0.1:PORT/"_s} << u"dropped"_s
        << u"STLS"_s;
    QTest::newRow("curl that wants files without TLS")
        << u"ftp"_s << curl + QStringList{u"ftp://127.0.0.1:PORT/"_s} << u"dropped"_s << u"was USER"_s;
    QTest::newRow("curl that wants a page") << u"imap"_s << curl + QStringList{u"http://127.0.0.1:PORT/"_s}
                                            << u"plain-http"_s << u"This port speaks IMAP"_s;
    QTest::newRow("psql without TLS")
        << u"postgres"_s
        << QStringList{u"psql"_s, u"--no-password"_s,
                       u"host=127.0.0.1 port=PORT user=nobody dbname=none sslmode=disable connect_timeout=20"_s}
        << u"refused"_s << u"without TLS"_s;
}

void TestStartTlsClients::clientThatDoesItWrongIsToldApart()
{
    QFETCH(const QString, protocol);
    QFETCH(const QStringList, words);
    QFETCH(const QString, named);
    QVERIFY2(!QStandardPaths::findExecutable(words.first()).isEmpty(),
             qUtf8Printable(u"MISSING: %1."_s.arg(words.first())));
    ServeProcess *serve = serverFor({u"--starttls"_s, protocol});
    QVERIFY(serve);
    QStringList arguments;
    for (QString word : words.mid(1))
        arguments += word.replace(u"PORT"_s, QString::number(serve->port()))
                         .replace(u"AUTHORITY"_s, m_files->certificate(u"authority"_s));
    ChildProcess client;
    QVERIFY(client.start(words.first(), arguments));
    const QJsonObject end = endOfOneMore(*serve, client);
    QVERIFY2(!end.isEmpty(), client.output().constData());
    QCOMPARE(text(end, u"state"_s), u"failed"_s);
    QTEST(verdictOf(end, u"code"_s), "code");
    const QString sentence = verdictOf(end, u"sentence"_s);
    QVERIFY2(sentence.contains(named), qUtf8Printable(sentence));
    QVERIFY2(!doesTell(*serve, "secret"), "no password in what is told");
}

void TestStartTlsClients::plainServerSpeaksToPlainClients()
{
    QVERIFY2(!QStandardPaths::findExecutable(u"curl"_s).isEmpty(), "MISSING: curl.");
    ServeProcess *serve = serverFor({u"--plain"_s, u"--reply"_s, u"http"_s});
    QVERIFY(serve);
    QVERIFY(serve->events().first()[u"certificate"_s].isNull());
    ChildProcess client;
    QVERIFY(client.start(u"curl"_s, {u"--silent"_s, u"--noproxy"_s, u"*"_s, u"--max-time"_s, u"20"_s,
                                     u"http://127.0.0.1:%1/"_s.arg(serve->port())}));
    const QJsonObject end = endOfOneMore(*serve, client);
    QVERIFY(client.output().contains("This connection is not encrypted"));
    QCOMPARE(text(end, u"state"_s), u"closed"_s);
    QVERIFY(end[u"protocol"_s].isNull());
    QCOMPARE(verdictOf(end, u"code"_s), u"ok"_s);
    const QJsonObject stopped = serve->stop();
    QCOMPARE(stopped[u"accepted"_s].toInt(), 1);
    QCOMPARE(stopped[u"secured"_s].toInt(), 0);
    QCOMPARE(stopped[u"failed"_s].toInt(), 0);
    QCOMPARE(stopped[u"plain"_s].toInt(), 1);
    m_servers.erase({u"--plain"_s, u"--reply"_s, u"http"_s});
}

/// Last: where TLS is demanded, each connection was secured or failed.
void TestStartTlsClients::countsAddUp()
{
    for (const auto &[opening, serve] : m_servers) {
        QVERIFY(serve);
        const QJsonObject stopped = serve->stop();
        QCOMPARE(stopped[u"accepted"_s].toInt(), m_clients[serve.get()]);
        QCOMPARE(stopped[u"accepted"_s].toInt(), stopped[u"secured"_s].toInt() + stopped[u"failed"_s].toInt());
    }
}

QTEST_GUILESS_MAIN(TestStartTlsClients)
#include "tst_starttls_clients.moc"
