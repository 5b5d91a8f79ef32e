#include "tests/interop/certificate_files.h"
#include "tests/interop/serve_process.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <optional>

using namespace sealport::test;
using namespace Qt::StringLiterals;

/// A capture as Wireshark reads it: nothing but the file is given to it.
class TestCaptures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"tshark"_s).isEmpty())
            QSKIP("MISSING: tshark");
        QVERIFY(m_folder.isValid());
        m_files.emplace(m_folder.path());
        QVERIFY(m_files->make(u"ec"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}));
    }

    void wiresharkReadsWhatWasSaid_data()
    {
        QTest::addColumn<QString>("options"); // of serve
        QTest::addColumn<QString>("client");  // of s_client
        QTest::addColumn<bool>("isReadable");
        const auto row = [](const char *name, const char *options, const char *client, bool isReadable) {
            QTest::newRow(name) << QString::fromLatin1(options) << QString::fromLatin1(client) << isReadable;
        };
        row("TLS 1.3 over IPv4", "--address 127.0.0.1 --protocols tls1.3", "127.0.0.1:%port -tls1_3", true);
        row("TLS 1.2 over IPv4", "--address 127.0.0.1 --protocols tls1.2", "127.0.0.1:%port -tls1_2", true);
        row("TLS 1.3 over IPv6", "--address ::1 --protocols tls1.3", "[::1]:%port -tls1_3", true);
        row("TLS 1.2 over IPv6", "--address ::1 --protocols tls1.2", "[::1]:%port -tls1_2", true);
        row("IPv4 at a server of both", "--address :: --protocols tls1.3", "127.0.0.1:%port -tls1_3", true);
        row("TLS 1.0 in blocks", "--address 127.0.0.1 --protocols tls1", "127.0.0.1:%port -tls1 -cipher ALL@SECLEVEL=0",
            true);
        row("after STARTTLS", "--address 127.0.0.1 --protocols tls1.3 --starttls smtp --reply echo",
            "127.0.0.1:%port -starttls smtp", true);
        row("without the secrets", "--address 127.0.0.1 --protocols tls1.3 --no-capture-secrets",
            "127.0.0.1:%port -tls1_3", false);
    }
    void wiresharkReadsWhatWasSaid()
    {
        QFETCH(const QString, options);
        QFETCH(const QString, client);
        QFETCH(const bool, isReadable);
        const QString capture = m_folder.filePath(u"capture.pcapng"_s); // the one of the row before is replaced
        ServeProcess server(m_folder.filePath(u"home"_s), QStringList{u"--port"_s, u"0"_s, u"--capture"_s, capture}
                                                              + m_files->options(u"ec"_s) + options.split(u' '));
        QVERIFY2(server.start(), qPrintable(server.errors()));
        QVERIFY(says(server, client));
        const QJsonObject stopped = server.stop();
        QCOMPARE(stopped[u"capture"_s][u"dropped"_s].toInt(), 0);
        QVERIFY(stopped[u"capture"_s][u"packets"_s].toInt() > 8);

        const std::optional<QByteArray> said = read(capture, {u"-q"_s, u"-z"_s, u"follow,tls,ascii,0"_s});
        QVERIFY(said);
        QCOMPARE(said->count("needle in the hay"), isReadable ? 2 : 0); // said and echoed
        const QStringList checks{u"-o"_s, u"ip.check_checksum:TRUE"_s, u"-o"_s, u"tcp.check_checksum:TRUE"_s};
        const QString wrong =
            u"tcp.checksum.status == 0 || ip.checksum.status == 0 || tcp.analysis.flags || _ws.malformed"_s;
        const std::optional<QByteArray> wrongPackets = read(capture, checks + QStringList{u"-Y"_s, wrong});
        QVERIFY(wrongPackets);
        QCOMPARE(*wrongPackets, QByteArray());
        const QString ends = u"tcp.flags.syn == 1 || tcp.flags.fin == 1"_s;
        QCOMPARE(read(capture, {u"-Y"_s, ends}).value_or(QByteArray()).count('\n'), 4);
    }

    void earlyDataIsReadToo()
    {
        const QString capture = m_folder.filePath(u"early.pcapng"_s);
        QFile early(m_folder.filePath(u"early"_s));
        QVERIFY(early.open(QIODevice::WriteOnly) && early.write("very early bird\n") > 0);
        early.close();
        ServeProcess server(m_folder.filePath(u"home"_s),
                            QStringList{u"--port"_s, u"0"_s, u"--capture"_s, capture, u"--protocols"_s, u"tls1.3"_s,
                                        u"--early-data"_s, u"1000"_s}
                                + m_files->options(u"ec"_s));
        QVERIFY2(server.start(), qPrintable(server.errors()));
        const QString session = m_folder.filePath(u"session"_s);
        QVERIFY(says(server, u"127.0.0.1:%port -sess_out "_s + session));
        QVERIFY(says(server, u"127.0.0.1:%port -sess_in "_s + session + u" -early_data "_s + early.fileName()));
        server.stop();
        const std::optional<QByteArray> said = read(capture, {u"-q"_s, u"-z"_s, u"follow,tls,ascii,1"_s});
        QVERIFY(said && said->contains("very early bird"));
    }

private:
    /// One connection of a client that says something, hears it again, and leaves.
    static bool says(ServeProcess &server, QString where)
    {
        ChildProcess client;
        where.replace(u"%port"_s, QString::number(server.port()));
        if (!client.start(u"openssl"_s, QStringList{u"s_client"_s, u"-connect"_s} + where.split(u' ')))
            return false;
        static_cast<void>(client.write("needle in the hay\n"));
        const bool isEchoed = server.waitFor([&] { return client.output().contains("needle in the hay"); });
        static_cast<void>(client.write("Q\n"));
        client.closeInput();
        client.waitForEnd();
        return isEchoed;
    }
    /// None where tshark found something that it could not read.
    static std::optional<QByteArray> read(const QString &capture, const QStringList &options)
    {
        const ProgramRun run =
            runProgram(u"tshark"_s, QStringList{u"-r"_s, capture} + options, {}, {}, ChildProcess::Errors::Apart);
        return run.exitCode == 0 ? std::optional(run.output) : std::nullopt;
    }

    QTemporaryDir m_folder;
    std::optional<CertificateFiles> m_files;
};

QTEST_GUILESS_MAIN(TestCaptures)
#include "tst_captures.moc"
