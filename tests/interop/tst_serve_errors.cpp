#include "tests/interop/certificate_files.h"
#include "tests/interop/raw_client.h"
#include "tests/interop/serve_process.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

#include <unistd.h>

using namespace sealport::test;
using namespace Qt::StringLiterals;

/// What `sealport serve` says when it cannot start: at once, in words, and with an exit code.
class TestServeErrors : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void aWrongCommandLineIsOneLineAndExitCode2_data();
    void aWrongCommandLineIsOneLineAndExitCode2();
    void aServerThatCannotStartSaysWhyAndExits1_data();
    void aServerThatCannotStartSaysWhyAndExits1();
    void aPrivilegedPortNeedsARight();

private:
    void expectFailure(ServeProcess &serve, const QStringList &words);

    QTemporaryDir m_folder;
    QString m_home;
    QTcpServer m_other;
};

void TestServeErrors::initTestCase()
{
    QVERIFY(m_folder.isValid());
    m_home = m_folder.filePath(u"home"_s);
    ServeProcess first(m_home, {u"--port"_s, u"0"_s}); // the first start makes the store
    QVERIFY2(first.start(), qUtf8Printable(first.errors()));
    QCOMPARE(text(first.stop(), u"event"_s), u"stopped"_s);
    QVERIFY(m_other.listen(QHostAddress::LocalHost));

    const CertificateFiles store(m_home + u"/certificates"_s);
    const QStringList ec{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
    QVERIFY(store.make(u"twin-1"_s, ec, {}, u"twin"_s));
    QVERIFY(store.make(u"twin-2"_s, ec, {}, u"twin"_s));
    QVERIFY(store.make(u"keyless"_s, ec, {}, u"keyless"_s));
    QVERIFY(QFile::remove(store.key(u"keyless"_s)));
    const CertificateFiles files(m_folder.path());
    QVERIFY(files.make(u"one"_s, ec));
    QVERIFY(files.make(u"other"_s, ec));
    QVERIFY(files.make(u"weak"_s, {u"rsa:1024"_s}));
}

void TestServeErrors::aWrongCommandLineIsOneLineAndExitCode2_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("word");
    QTest::newRow("an option that there is not") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
    QTest::newRow("a port that is no number") << QStringList{u"--port"_s, u"https"_s} << u"https"_s;
    QTest::newRow("a port beyond all ports") << QStringList{u"--port"_s, u"65536"_s} << u"65536"_s;
    QTest::newRow("a port that SocketCréeSSL does not take") << QStringList{u"--port"_s, u"443"_s} << u"443"_s;
    QTest::newRow("a protocol that there is not") << QStringList{u"--protocols"_s, u"tls1.4"_s} << u"tls1.4"_s;
    QTest::newRow("no protocol at all") << QStringList{u"--protocols"_s, u","_s} << QString();
    QTest::newRow("a reply that there is not") << QStringList{u"--reply"_s, u"shout"_s} << u"shout"_s;
    QTest::newRow("a time that is no number") << QStringList{u"--for"_s, u"soon"_s} << u"soon"_s;
    QTest::newRow("a negative count") << QStringList{u"--count"_s, u"-1"_s} << u"-1"_s;
    QTest::newRow("a format that there is not") << QStringList{u"--format"_s, u"xml"_s} << u"xml"_s;
    QTest::newRow("a key without its certificate") << QStringList{u"--key-file"_s, u"k.pem"_s} << u"--cert-file"_s;
    QTest::newRow("an empty name") << QStringList{QString()} << u"empty"_s;
    QTest::newRow("a time that no timer can hold") << QStringList{u"--for"_s, u"2592000000"_s} << u"2592000000"_s;
    QTest::newRow("two names") << QStringList{u"one"_s, u"two"_s} << u"two"_s;
}

void TestServeErrors::aWrongCommandLineIsOneLineAndExitCode2()
{
    QFETCH(QStringList, options);
    QFETCH(QString, word);
    ServeProcess serve(m_home, options);
    QVERIFY(serve.runToEnd());
    const QString said = serve.errors();
    QCOMPARE(serve.exitCode(), 2);
    QCOMPARE(said.count(u'\n'), 1);
    QVERIFY2(said.contains(word), qUtf8Printable(said));
    QCOMPARE(serve.output(), QString());
}

void TestServeErrors::aServerThatCannotStartSaysWhyAndExits1_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QStringList>("words"); // patterns that its message must have
    const QStringList modern{u"--port"_s, u"0"_s, u"--protocols"_s, u"modern"_s};
    const auto row = [&](const char *name, const QStringList &options, const QStringList &words) {
        QTest::newRow(name) << modern + options << words;
    };
    const auto file = [this](const char *name) { return m_folder.filePath(QLatin1String(name)); };
    const QString port = QString::number(m_other.serverPort());
    row("a port that somebody else has", {u"--unique-address"_s, u"--any-port"_s, u"--port"_s, port},
        {port, u"in use|already|taken"_s, u"\\(process %1\\)"_s.arg(QCoreApplication::applicationPid()),
         u"port \\d+, which is free"_s});
    row("an address of another machine", {u"--address"_s, u"192.0.2.1"_s}, {u"192\\.0\\.2\\.1"_s});
    row("a host name that there is not", {u"--address"_s, u"nowhere.invalid"_s}, {u"nowhere\\.invalid"_s});
    row("a certificate name that there is not", {u"--cert"_s, u"nobody"_s}, {u"nobody"_s});
    row("a thumbprint that there is not",
        {u"--cert"_s, u"9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24"_s}, {u"9d ?a4"_s});
    row("a name that two certificates have", {u"--cert"_s, u"twin"_s},
        {u"twin"_s, u"\\b2\\b|two|more than one|several"_s});
    row("a stored certificate without its key", {u"--cert"_s, u"keyless"_s},
        {u"keyless"_s, u"private key"_s, u"428"_s});
    row("a certificate file that there is not", {u"--cert-file"_s, file("missing.pem")}, {u"missing\\.pem"_s});
    row("a certificate file without a key", {u"--cert-file"_s, file("one.pem")}, {u"private key"_s});
    row("a key of another certificate", {u"--cert-file"_s, file("one.pem"), u"--key-file"_s, file("other.key")},
        {u"private key|\\bkey\\b"_s, u"belong|match"_s});
    row("an RSA key of 1024 bits", {u"--cert-file"_s, file("weak.pem"), u"--key-file"_s, file("weak.key")},
        {u"1024"_s, u"RSA"_s});
    row("SSL 3.0", {u"--protocols"_s, u"ssl3,tls1.2"_s}, {u"SSL 3\\.0"_s});
    row("SSL 2.0", {u"--protocols"_s, u"ssl2"_s}, {u"SSL 2\\.0"_s});
    row("a server that is not stored", {u"--port"_s, u"0"_s, u"no such server"_s, u"--reply"_s, u"echo"_s},
        {u"no such server"_s});
}

void TestServeErrors::expectFailure(ServeProcess &serve, const QStringList &words)
{
    QVERIFY(serve.runToEnd());
    const QString said = serve.errors();
    QCOMPARE(serve.exitCode(), 1);
    QVERIFY2(!said.isEmpty() && said.endsWith(u'\n'), qUtf8Printable(said));
    for (const QString &word : words)
        QVERIFY2(said.contains(QRegularExpression(word, QRegularExpression::CaseInsensitiveOption)),
                 qUtf8Printable(said));
    QVERIFY(!serve.output().contains(u"listening"_s)); // nothing was ever there to connect to
}

void TestServeErrors::aServerThatCannotStartSaysWhyAndExits1()
{
    QFETCH(QStringList, options);
    QFETCH(QStringList, words);
    ServeProcess serve(m_home, options);
    expectFailure(serve, words);
}

void TestServeErrors::aPrivilegedPortNeedsARight()
{
    QFile lowest(u"/proc/sys/net/ipv4/ip_unprivileged_port_start"_s);
    QVERIFY(lowest.open(QIODevice::ReadOnly));
    const int privileged = lowest.readAll().trimmed().toInt() - 1;
    if (privileged < 1)
        QSKIP("This system has no privileged ports (net.ipv4.ip_unprivileged_port_start).");
    ServeProcess serve(m_home, {u"--any-port"_s, u"--port"_s, QString::number(std::min(privileged, 1023))});
    if (::geteuid() == 0) {
        QVERIFY2(!QStandardPaths::findExecutable(u"setpriv"_s).isEmpty(), "MISSING: setpriv (of util-linux)");
        // Still root by name, so that its own files stay readable, but without the right to such ports.
        serve.setPrefix({u"setpriv"_s, u"--bounding-set=-net_bind_service"_s, u"--inh-caps=-net_bind_service"_s});
    }
    expectFailure(serve, {u"1023|privileged|permi|right"_s});
}

QTEST_GUILESS_MAIN(TestServeErrors)
#include "tst_serve_errors.moc"
