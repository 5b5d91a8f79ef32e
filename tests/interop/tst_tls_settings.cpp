#include "tests/interop/certificate_files.h"
#include "tests/interop/serve_process.h"

#include <QRegularExpression>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <optional>

using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

/// What a client says, and what the server says of it.
struct Outcome {
    QString output;
    QJsonObject end;
};

/// Of the server's last event on the connection: a member, or one inside of the verdict or client certificate.
QString memberOf(const QJsonObject &end, const QString &path)
{
    QJsonValue value = end;
    for (const QString &step : path.split(u'.'))
        value = value.toObject().value(step);
    return value.isBool() ? (value.toBool() ? u"true"_s : u"false"_s) : value.toVariant().toString();
}

} // namespace

/// Each setting as programs of other people find it, and what is told of them.
class TestTlsSettings : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_files.emplace(m_folder.path());
        QVERIFY(m_files->makeAuthority(u"root"_s));
        QVERIFY(m_files->makeAuthority(u"elsewhere"_s));
        const QStringList curve{u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s};
        QVERIFY(m_files->make(u"ec"_s, curve, u"root"_s));
        QVERIFY(m_files->make(u"rsa"_s, {u"rsa:2048"_s}, u"root"_s));
        QVERIFY(m_files->make(u"named"_s, curve, u"root"_s, u"named.test"_s));
        QVERIFY(m_files->make(u"alice"_s, curve, u"root"_s, u"Alice"_s));
        QVERIFY(runTool(u"openssl"_s,
                        {u"dhparam"_s, u"-out"_s, m_folder.filePath(u"dh.pem"_s), u"-dsaparam"_s, u"2048"_s}));
        QFile secrets(m_folder.filePath(u"secrets"_s));
        QVERIFY(secrets.open(QIODevice::WriteOnly) && secrets.write("alice:000102030405060708090a0b0c0d0e0f\n") > 0);
        QVERIFY(m_files->make(u"mallory"_s, curve, u"elsewhere"_s, u"Mallory"_s));
    }

    void aSettingIsFoundByAClient_data()
    {
        QTest::addColumn<QString>("options");  // of serve; %name: a file of the test
        QTest::addColumn<QString>("client");   // %port: the server's
        QTest::addColumn<QString>("output");   // of the client: matches
        QTest::addColumn<QStringList>("told"); // "member value" of the event that ends the connection
        const auto row = [](const char *name, const char *options, const char *client, const char *output,
                            const QStringList &told = {}) {
            QTest::newRow(name) << QString::fromLatin1(options) << QString::fromLatin1(client)
                                << QString::fromLatin1(output) << told;
        };
        const char *both = "--also-cert-file %rsa.pem --also-key-file %rsa.key";
        row("openssl that verifies RSA alone gets the RSA certificate", both,
            "openssl s_client -connect 127.0.0.1:%port -sigalgs RSA-PSS+SHA256:RSA+SHA256",
            "Peer signature type: RSA-PSS");
        row("openssl that verifies curves alone gets the other one", both,
            "openssl s_client -connect 127.0.0.1:%port -sigalgs ECDSA+SHA256", "Peer signature type: ECDSA");
        row("gnutls that knows no ECDSA gets the RSA certificate", both,
            "gnutls-cli --insecure -p %port --priority NORMAL:-SIGN-ALL:+SIGN-RSA-PSS-RSAE-SHA256:+SIGN-RSA-SHA256 "
            "localhost",
            "RSA-PSS-RSAE-SHA256");

        const char *named = "--sni-cert-file %named.pem --sni-key-file %named.key";
        row("a server name chooses its certificate", named,
            "openssl s_client -connect 127.0.0.1:%port -servername a.interop.test", "CN = named.test");
        row("curl that asks for another name than a strict server has", "--strict-sni",
            "curl -sS --connect-to nobody.test:443:127.0.0.1:%port https://nobody.test/ -k", "unrecognized name",
            {u"verdict.code unknown-server-name"_s, u"state failed"_s});

        row("the server's order of application protocols counts", "--alpn h2,http/1.1",
            "openssl s_client -connect 127.0.0.1:%port -alpn http/1.1,h2", "ALPN protocol: h2", {u"alpn h2"_s});
        row("gnutls agrees on an application protocol", "--alpn h2,http/1.1",
            "gnutls-cli --insecure -p %port --alpn http/1.1 localhost", "Application protocol: http/1.1",
            {u"alpn http/1.1"_s});
        row("nothing in common goes on without", "--alpn h2", "openssl s_client -connect 127.0.0.1:%port -alpn foo",
            "No ALPN negotiated");
        row("nothing in common is refused where one is required", "--alpn h2 --require-alpn",
            "openssl s_client -connect 127.0.0.1:%port -alpn foo", "no application protocol",
            {u"verdict.code no-common-alpn"_s});

        row("a client certificate that is trusted", "--client-cert require --client-ca %root.pem",
            "openssl s_client -connect 127.0.0.1:%port -cert %alice.pem -key %alice.key",
            "Acceptable client certificate CA names",
            {u"clientCertificate.verified true"_s, u"clientCertificate.subject CN=Alice"_s, u"verdict.code ok"_s});
        row("no client certificate where one is required", "--client-cert require --client-ca %root.pem",
            "openssl s_client -connect 127.0.0.1:%port -tls1_2", "handshake failure",
            {u"verdict.code client-certificate-missing"_s, u"verdict.gsk 403"_s});
        row("gnutls with a certificate of a stranger", "--client-cert ask --client-ca %root.pem",
            "gnutls-cli --insecure -p %port --x509certfile %mallory.pem --x509keyfile %mallory.key localhost", ".",
            {u"verdict.code client-certificate-untrusted"_s, u"verdict.gsk 6000"_s});
        row("a stranger that is reported and served", "--client-cert report",
            "openssl s_client -connect 127.0.0.1:%port -cert %mallory.pem -key %mallory.key", "Verification|CONNECTED",
            {u"clientCertificate.verified false"_s, u"state closed"_s});

        row("one cipher suite alone", "--protocols tls1.2 --ciphers ECDHE-ECDSA-AES128-GCM-SHA256",
            "openssl s_client -connect 127.0.0.1:%port", "Cipher is ECDHE-ECDSA-AES128-GCM-SHA256",
            {u"cipher TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256"_s});
        row("one suite of TLS 1.3 alone", "--protocols tls1.3 --ciphersuites TLS_CHACHA20_POLY1305_SHA256",
            "curl -skv https://127.0.0.1:%port/ --max-time 5", "TLS_CHACHA20_POLY1305_SHA256");
        row("one group alone", "--protocols modern --groups P-384", "openssl s_client -connect 127.0.0.1:%port",
            "ECDH, (P-384|secp384r1)", {u"group secp384r1"_s});
        row("one signature algorithm alone",
            "--cert-file %rsa.pem --key-file %rsa.key --protocols modern --sigalgs "
            "rsa_pss_rsae_sha512",
            "openssl s_client -connect 127.0.0.1:%port", "Peer signing digest: SHA512",
            {u"signature rsa_pss_rsae_sha512"_s});
        row("the client's order of suites", "--protocols tls1.2 --client-order",
            "openssl s_client -connect 127.0.0.1:%port -cipher "
            "ECDHE-ECDSA-AES128-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384",
            "Cipher is ECDHE-ECDSA-AES128-SHA256");

        row("the chain ends below the root", "--chain-file %root.pem",
            "openssl s_client -connect 127.0.0.1:%port -showcerts", "^((?!BEGIN CERT).)*BEGIN CERT((?!BEGIN CERT).)*$");
        row("the root is sent as well", "--chain-file %root.pem --chain with-root",
            "openssl s_client -connect 127.0.0.1:%port -showcerts", "(BEGIN CERT.*){2}");
        row("no tickets", "--protocols tls1.3 --tickets 0", "openssl s_client -connect 127.0.0.1:%port",
            "^((?!New Session Ticket).)*$");
        row("a shared secret instead of a certificate", "--protocols tls1.3 --psk-file %secrets",
            "openssl s_client -connect 127.0.0.1:%port -psk_identity alice -psk 000102030405060708090a0b0c0d0e0f",
            "no peer certificate available.*Reused, TLSv1.3");
        row("gnutls with a shared secret", "--protocols tls1.2 --psk-file %secrets",
            "gnutls-cli -p %port --pskusername alice --pskkey 000102030405060708090a0b0c0d0e0f "
            "--priority NORMAL:-VERS-ALL:+VERS-TLS1.2:-KX-ALL:+PSK:+ECDHE-PSK localhost",
            "", {u"cipher TLS_ECDHE_PSK_WITH_CHACHA20_POLY1305_SHA256"_s});
        row("Diffie-Hellman of the user's own",
            "--cert-file %rsa.pem --key-file %rsa.key --protocols tls1.2 --dhparam %dh.pem",
            "openssl s_client -connect 127.0.0.1:%port -cipher DHE -groups P-256", "Server Temp Key: DH, 2048 bits");
        row("no Diffie-Hellman over finite fields",
            "--cert-file %rsa.pem --key-file %rsa.key --protocols tls1.2 --dhparam none",
            "openssl s_client -connect 127.0.0.1:%port -cipher DHE -groups P-256", "handshake failure",
            {u"verdict.code no-common-cipher"_s});
    }

    void aStapledAnswerIsVerifiedByTheClient()
    {
        const QString home = m_folder.filePath(u"stapling"_s);
        const auto certs = [&home](const QStringList &words) {
            return runTool(QStringLiteral(SEALPORT_EXECUTABLE), QStringList{u"--data-dir"_s, home, u"certs"_s} + words);
        };
        QVERIFY(certs({u"create"_s, u"Root"_s, u"--ca"_s}));
        QVERIFY(certs({u"create"_s, u"shop.test"_s, u"--issuer"_s, u"Root"_s}));
        QVERIFY(
            certs({u"export"_s, u"Root"_s, u"--as"_s, u"pem"_s, u"--out"_s, m_folder.filePath(u"made-root.pem"_s)}));
        ServeProcess server(home, {u"--port"_s, u"0"_s, u"--cert"_s, u"shop.test"_s, u"--protocols"_s, u"modern"_s,
                                   u"--ocsp"_s, u"made"_s});
        QVERIFY2(server.start(), qPrintable(server.errors()));
        const Outcome outcome =
            ask(server,
                filled(u"openssl s_client -connect 127.0.0.1:%port -status -CAfile %made-root.pem"_s, server.port()));
        QVERIFY2(outcome.output.contains(u"OCSP Response Status: successful"_s), qPrintable(outcome.output));
        QVERIFY2(outcome.output.contains(u"Cert Status: good"_s), qPrintable(outcome.output));
    }

    void theKeyLogHoldsWhatTheClientKnows()
    {
        const QString keys = m_folder.filePath(u"keys.log"_s);
        ServeProcess server(m_folder.filePath(u"home"_s),
                            QStringList{u"--port"_s, u"0"_s, u"--protocols"_s, u"modern"_s, u"--keylog"_s, keys}
                                + m_files->options(u"ec"_s));
        QVERIFY2(server.start(), qPrintable(server.errors()));
        const Outcome outcome =
            ask(server, filled(u"openssl s_client -connect 127.0.0.1:%port -keylogfile %theirs"_s, server.port()));
        QFile ours(keys);
        QFile theirs(m_folder.filePath(u"theirs"_s));
        QVERIFY(ours.open(QIODevice::ReadOnly) && theirs.open(QIODevice::ReadOnly));
        const QByteArray written = ours.readAll();
        int secrets = 0;
        for (const QByteArray &line : theirs.readAll().split('\n')) {
            if (line.startsWith('#') || line.isEmpty())
                continue;
            ++secrets;
            QVERIFY2(written.contains(line), line.constData()); // both ends know the same
        }
        QVERIFY(secrets >= 4);
    }
    void earlyDataOfAClientThatComesBackIsEchoed()
    {
        const QString early = m_folder.filePath(u"early"_s);
        QFile file(early);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("early words\n") > 0);
        file.close();
        ServeProcess server(m_folder.filePath(u"home"_s), QStringList{u"--port"_s, u"0"_s, u"--protocols"_s,
                                                                      u"tls1.3"_s, u"--early-data"_s, u"1000"_s}
                                                              + m_files->options(u"ec"_s));
        QVERIFY2(server.start(), qPrintable(server.errors()));
        const QString client = u"openssl s_client -connect 127.0.0.1:%port"_s;
        const Outcome first = ask(server, filled(client + u" -sess_out %session"_s, server.port()));
        QVERIFY2(first.output.contains(u"Max Early Data: 1000"_s), qPrintable(first.output));
        const Outcome second = ask(server, filled(client + u" -sess_in %session -early_data %early"_s, server.port()));
        QVERIFY2(second.output.contains(u"Early data was accepted"_s), qPrintable(second.output));
        const auto taken = [&server] {
            return std::ranges::any_of(server.events(), [](const QJsonObject &event) {
                return isFinal(event) && text(event, u"earlyData"_s) == u"accepted" && event[u"earlyBytes"_s] == 12;
            });
        };
        QVERIFY2(server.waitFor(taken), qPrintable(server.output()));
    }

    void aSettingIsFoundByAClient()
    {
        QFETCH(const QString, options);
        QFETCH(const QString, client);
        QFETCH(const QString, output);
        QFETCH(const QStringList, told);
        const QString program = client.section(u' ', 0, 0);
        if (QStandardPaths::findExecutable(program).isEmpty())
            QSKIP(qPrintable(program + u" is not installed"_s));
        QStringList words{u"--port"_s, u"0"_s};
        if (!options.contains(u"--cert-file"_s))
            words += m_files->options(u"ec"_s);
        if (!options.contains(u"--protocols"_s))
            words += {u"--protocols"_s, u"modern"_s};
        ServeProcess server(m_folder.filePath(u"home"_s), words + filled(options, 0));
        QVERIFY2(server.start(), qPrintable(server.errors()));
        const Outcome outcome = ask(server, filled(client, server.port()));
        const QRegularExpression expected(output, QRegularExpression::DotMatchesEverythingOption);
        QVERIFY2(expected.match(outcome.output).hasMatch(), qPrintable(outcome.output));
        for (const QString &line : told)
            QCOMPARE(memberOf(outcome.end, line.section(u' ', 0, 0)), line.section(u' ', 1));
    }

private:
    [[nodiscard]] QStringList filled(QString text, quint16 port) const
    {
        text.replace(u"%port"_s, QString::number(port));
        return text.replace(u"%"_s, m_folder.path() + u'/').split(u' ', Qt::SkipEmptyParts);
    }
    /// One connection of a client that says nothing and leaves.
    static Outcome ask(ServeProcess &server, const QStringList &words)
    {
        ChildProcess client;
        Outcome outcome;
        if (!client.start(words.first(), words.mid(1)))
            return outcome;
        const auto ended = [&server] {
            return std::ranges::any_of(server.events(), [](const QJsonObject &event) { return isFinal(event); });
        };
        const auto isSecured = [&server] {
            return std::ranges::any_of(server.events(), [](const QJsonObject &event) {
                return text(event, u"event"_s) == u"connection" && text(event, u"state"_s) == u"secured";
            });
        };
        static_cast<void>(server.waitFor([&] { return isSecured() || ended() || !client.isRunning(); }));
        static_cast<void>(client.write("Q\n"));
        client.closeInput();
        client.waitForEnd();
        static_cast<void>(server.waitFor(ended));
        outcome.output = QString::fromUtf8(client.output());
        for (const QJsonObject &event : server.events())
            if (isFinal(event))
                outcome.end = event;
        return outcome;
    }

    QTemporaryDir m_folder;
    std::optional<CertificateFiles> m_files;
};

QTEST_GUILESS_MAIN(TestTlsSettings)
#include "tst_tls_settings.moc"
