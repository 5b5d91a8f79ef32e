#include "app/serve_options.h"

#include <QDir>
#include <QTest>

#include <functional>

using namespace sealport;
using namespace std::chrono_literals;

namespace {

using Check = std::function<bool(const ServeOptions &)>;
using ProfileCheck = std::function<bool(const ServerProfile &)>;

} // namespace
Q_DECLARE_METATYPE(Check)
Q_DECLARE_METATYPE(ProfileCheck)
Q_DECLARE_METATYPE(sealport::ServerProfile)

/// The command line of `sealport serve`: each option, each wrong value.
class TestServeOptions final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void nothingSaidMeansTheStoredServer()
    {
        const auto options = parseServeOptions({});
        QVERIFY(options.has_value());
        QVERIFY(options->name.isEmpty());
        QVERIFY(!options->describesServer);
        QVERIFY(!options->describesCertificate);
        QVERIFY(options->format == OutputFormat::Text);
        QCOMPARE(options->stopAfter, 0ms);
        QCOMPARE(options->stopAfterCount, 0U);
        QVERIFY(options->described == ServerProfile{});
    }

    void everyDescribingOptionDoesWhatItSays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<ProfileCheck>("check");
        const auto row = [](const char *line, ProfileCheck check) {
            QTest::newRow(line) << QString::fromUtf8(line).split(u' ') << check;
        };
        row("--port 5050", [](const ServerProfile &p) { return p.port == 5050; });
        row("--port=5050", [](const ServerProfile &p) { return p.port == 5050; });
        row("--port 0", [](const ServerProfile &p) { return p.port == 0; });
        row("--any-port --port 443", [](const ServerProfile &p) { return p.port == 443 && p.anyPort; });
        row("--port 443 --any-port", [](const ServerProfile &p) { return p.port == 443 && p.anyPort; });
        row("--cert localhost", [](const ServerProfile &p) {
            return p.certificate.id == u"localhost" && p.certificate.by == IdentifyBy::Name;
        });
        row("--cert 9da4 --by hash", [](const ServerProfile &p) {
            return p.certificate.id == u"9da4" && p.certificate.by == IdentifyBy::Thumbprint;
        });
        row("--by hash --cert=9da4 one", [](const ServerProfile &p) {
            return p.certificate.id == u"9da4" && p.certificate.by == IdentifyBy::Thumbprint;
        });
        row("--protocols TLS1.2,tls1.3", [](const ServerProfile &p) { return p.protocols == modernProtocols; });
        row("--by name --cert a", [](const ServerProfile &p) { return p.certificate.by == IdentifyBy::Name; });
        row("--by app --cert A_B", [](const ServerProfile &p) { return p.certificate.by == IdentifyBy::Application; });
        row("--cert-file c.pem",
            [](const ServerProfile &p) { return p.certificate.file == u"c.pem" && p.certificate.keyFile.isEmpty(); });
        row("--cert-file c --key-file k --chain-file i", [](const ServerProfile &p) {
            return p.certificate.file == u"c" && p.certificate.keyFile == u"k" && p.certificate.chainFile == u"i";
        });
        row("--plain", [](const ServerProfile &p) { return p.opening == Opening::plain(); });
        row("--starttls smtp",
            [](const ServerProfile &p) { return p.opening == Opening::startTls(PlainProtocol::Smtp); });
        row("--starttls IMAP",
            [](const ServerProfile &p) { return p.opening == Opening::startTls(PlainProtocol::Imap); });
        row("--starttls=postgres",
            [](const ServerProfile &p) { return p.opening == Opening::startTls(PlainProtocol::PostgreSql); });
        row("--protocols tls1,tls1.2",
            [](const ServerProfile &p) { return p.protocols == ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_2}; });
        row("--protocols modern", [](const ServerProfile &p) { return p.protocols == modernProtocols; });
        row("--protocols ssl2,ssl3",
            [](const ServerProfile &p) { return p.protocols == ProtocolSet{Protocol::Ssl2, Protocol::Ssl3}; });
        row("--address ::1", [](const ServerProfile &p) { return p.address == u"::1"; });
        row("--unique-address", [](const ServerProfile &p) { return p.addressUse == AddressUse::Unique; });
        row("--reply echo", [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Echo; });
        row("--reply discard", [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Discard; });
        row("--reply http", [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Http; });
        row("--reply page", [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Http; });
        row("--reply text:bonjour",
            [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Text && p.reply.text == u"bonjour"; });
        row("--reply file:/srv/www",
            [](const ServerProfile &p) { return p.reply.mode == ReplyMode::File && p.reply.path == u"/srv/www"; });
        row("--reply file:www", [](const ServerProfile &p) {
            return p.reply.mode == ReplyMode::File && p.reply.path == QDir::current().filePath(QStringLiteral("www"));
        });
        row("--reply file:~/www", [](const ServerProfile &p) {
            return p.reply.mode == ReplyMode::File && p.reply.path == QDir::home().filePath(QStringLiteral("www"));
        });
        row("--reply dialogue:/srv/smtp", [](const ServerProfile &p) {
            return p.reply.mode == ReplyMode::Dialogue && p.reply.path == u"/srv/smtp" && p.reply.text.isEmpty();
        });
        row("--reply dialogue-text:close",
            [](const ServerProfile &p) { return p.reply.mode == ReplyMode::Dialogue && p.reply.text == u"close"; });
        row("--handshake-timeout 2.5", [](const ServerProfile &p) { return p.limits.handshakeTimeout == 2500ms; });
        row("--handshake-timeout 0", [](const ServerProfile &p) { return p.limits.handshakeTimeout == 0ms; });
        row("--idle-timeout 86400", [](const ServerProfile &p) { return p.limits.idleTimeout == 24h; });
        row("--max-connections 1", [](const ServerProfile &p) { return p.limits.maxConnections == 1; });
        row("--also-cert-file a --also-cert-file b --also-key-file k", [](const ServerProfile &p) {
            return p.furtherCertificates.size() == 2 && p.furtherCertificates[0].keyFile == u"k"
                   && p.furtherCertificates[1].file == u"b" && p.furtherCertificates[1].keyFile.isEmpty();
        });
        row("--sni-cert-file a --sni-key-file k --sni-cert-file b --sni-key-file l --strict-sni",
            [](const ServerProfile &p) {
                return p.namedCertificates.size() == 2 && p.namedCertificates[1].certificate.file == u"b"
                       && p.namedCertificates[1].certificate.keyFile == u"l" && p.refusesOtherNames;
            });
        row("--client-cert require --client-ca ca", [](const ServerProfile &p) {
            return p.tls.clientCertificates == ClientCertificateMode::Require && p.tls.clientAuthorities == u"ca";
        });
        row("--client-cert report",
            [](const ServerProfile &p) { return p.tls.clientCertificates == ClientCertificateMode::Report; });
        row("--alpn h2,http/1.1 --require-alpn",
            [](const ServerProfile &p) { return p.tls.alpn.size() == 2 && p.tls.requiresAlpn; });
        row("--ciphers AES --ciphersuites T --groups P-256 --sigalgs ed25519", [](const ServerProfile &p) {
            const AlgorithmChoice &lists = p.tls.algorithms;
            return lists.ciphers == u"AES" && lists.cipherSuites == u"T" && lists.groups == u"P-256"
                   && lists.signatureAlgorithms == u"ed25519";
        });
        row("--security-level 0 --client-order", [](const ServerProfile &p) {
            return p.tls.algorithms.securityLevel == 0 && !p.tls.algorithms.prefersServerOrder;
        });
        row("--chain with-root", [](const ServerProfile &p) { return p.tls.chain == ChainForm::WithRoot; });
        row("--tickets 0 --no-session-cache",
            [](const ServerProfile &p) { return p.tls.resumption.tickets == 0 && !p.tls.resumption.keepsSessions; });
        row("--renegotiation secure",
            [](const ServerProfile &p) { return p.tls.renegotiation == Renegotiation::Secure; });
        row("--capture c", [](const ServerProfile &p) {
            return p.tls.capture == u"c" && p.tls.capturesSecrets && p.tls.keyLog.isEmpty();
        });
        row("--capture c --no-capture-secrets",
            [](const ServerProfile &p) { return p.tls.capture == u"c" && !p.tls.capturesSecrets; });
        row("--early-data 16777216", [](const ServerProfile &p) { return p.tls.earlyData == 16 << 20; });
        row("--record-size 1024", [](const ServerProfile &p) { return p.tls.largestRecord == 1024; });
        row("--dhparam none --ocsp made --psk-file p --keylog k", [](const ServerProfile &p) {
            return p.tls.dhParameters == u"none" && p.tls.ocsp == u"made" && p.tls.sharedSecrets == u"p"
                   && p.tls.keyLog == u"k";
        });
    }
    void everyDescribingOptionDoesWhatItSays()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const ProfileCheck, check);
        const auto options = parseServeOptions(arguments);
        QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().text));
        QVERIFY(options->describesServer);
        QVERIFY(check(options->described));
        QVERIFY2(check(withOverrides(ServerProfile{}, *options)), "and on top of a stored server too");
    }

    void everyRunOptionDoesWhatItSays_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<Check>("check");
        const auto row = [](const char *line, Check check) {
            QTest::newRow(line) << QString::fromUtf8(line).split(u' ') << check;
        };
        row("sSocketSSL", [](const ServeOptions &o) { return o.name == u"sSocketSSL"; });
        row("--for 1.5", [](const ServeOptions &o) { return o.stopAfter == 1500ms; });
        row("--for 0", [](const ServeOptions &o) { return o.stopAfter > 0ms && o.stopAfter < 100ms; });
        row("--count 3", [](const ServeOptions &o) { return o.stopAfterCount == 3; });
        row("--pass-file -", [](const ServeOptions &o) { return o.passphraseFile == u"-" && !o.describesServer; });
        row("--format json", [](const ServeOptions &o) { return o.format == OutputFormat::Json; });
        row("--format text", [](const ServeOptions &o) { return o.format == OutputFormat::Text; });
        row("--help", [](const ServeOptions &o) { return o.isHelpWanted; });
        row("-h", [](const ServeOptions &o) { return o.isHelpWanted; });
    }
    void everyRunOptionDoesWhatItSays()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const Check, check);
        const auto options = parseServeOptions(arguments);
        QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().text));
        QVERIFY2(!options->describesServer, "how long it runs says nothing about which server");
        QVERIFY(check(*options));
    }

    void wrongValuesAreRefusedByName_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("named"); ///< stands in the sentence
        const auto row = [](const char *line, const char *named) {
            QTest::newRow(line) << QString::fromUtf8(line).split(u' ') << QString::fromUtf8(named);
        };
        row("--port", "port");
        row("--port abc", "abc");
        row("--port 65536", "65536");
        row("--port -1", "-1");
        row("--port 443", "443");
        row("--port 65001", "65001");
        row("--port 5043.5", "5043.5");
        row("--by colour", "colour");
        row("--protocols tls9", "tls9");
        row("--protocols ,", "");
        row("--reply shell:rm", "shell:rm");
        row("--starttls", "starttls");
        row("--starttls nntp", "nntp");
        row("--plain --starttls imap", "--plain");
        row("--plain --cert a", "--cert");
        row("--plain --cert-file c --key-file k", "--cert-file");
        row("--protocols modern --plain", "--protocols");
        row("--plain --keylog k", "--keylog");
        row("--plain --client-cert ask", "--client-cert");
        row("--plain --ciphers HIGH", "--ciphers");
        row("--plain --alpn h2", "--alpn");
        row("--reply file:", "none is named");
        row("--reply dialogue:", "there is none");
        row("--reply dialogue-text:", "there is none");
        row("--handshake-timeout soon", "soon");
        row("--handshake-timeout -1", "-1");
        row("--handshake-timeout nan", "nan");
        row("--handshake-timeout inf", "inf");
        row("--handshake-timeout 0.05", "handshake must lie between 0.1 s and 3600 s, or be 0");
        row("--handshake-timeout 0.0004", "handshake must lie between 0.1 s and 3600 s, or be 0");
        row("--handshake-timeout 3601", "3600 s");
        row("--idle-timeout 86401", "86400 s");
        row("--pass-file=", "--pass-file");
        row("--max-connections 0", "0");
        row("--max-connections 100001", "100001");
        row("--for ever", "ever");
        row("--count 0", "0");
        row("--count 1.5", "1.5");
        row("--format xml", "xml");
        row("--colour", "colour");
        row("--key-file k", "--cert-file");
        row("--chain-file i", "--cert-file");
        row("--cert a --cert-file b", "--cert-file");
        row("one two", "two");
        row("--by hash", "--cert");
        row("--by name --port 6000", "--cert");
        row("stored --by app", "--cert");
        row("--by name --cert-file c", "--cert");
        row("--protocols tls1.2,,tls1.3", "tls1.2,,tls1.3");
        row("--protocols tls1.2,", "tls1.2,");
        row("--protocols ,tls1.2", ",tls1.2");
        for (const char *option : {"cert", "cert-file", "key-file", "chain-file", "address", "reply", "protocols",
                                   "port", "for", "count", "idle-timeout"})
            QTest::addRow("an empty --%s", option)
                << QStringList{QStringLiteral("--cert-file=c"), QStringLiteral("--%1=").arg(QLatin1String(option))}
                << QString();
        for (const char *option : {"port", "for", "count", "idle-timeout", "handshake-timeout", "max-connections"})
            for (const char *value : {" 6000", "6000 ", "\t6000"})
                QTest::addRow("--%s '%s'", option, value)
                    << QStringList{QStringLiteral("--%1=").arg(QLatin1String(option)) + QLatin1String(value)}
                    << QLatin1String(option) + QStringLiteral(" does not take '") + QLatin1String(value);
        QTest::newRow("a reply that is too long")
            << QStringList{QStringLiteral("--reply"), QStringLiteral("text:") + QString(70'000, u'x')}
            << QStringLiteral("70000 characters");
        QTest::newRow("a reply that is too long, and the limit")
            << QStringList{QStringLiteral("--reply"), QStringLiteral("text:") + QString(65'537, u'x')}
            << QStringLiteral("65536");
    }
    void wrongValuesAreRefusedByName()
    {
        QFETCH(const QStringList, arguments);
        QFETCH(const QString, named);
        const auto options = parseServeOptions(arguments);
        QVERIFY(!options.has_value());
        QVERIFY(!options.error().text.isEmpty());
        QVERIFY2(options.error().text.contains(named), qPrintable(options.error().text));
    }

    void whatWasNotSaidStaysAsItWasStored()
    {
        ServerProfile stored;
        stored.name = QStringLiteral("stored");
        stored.port = 6000;
        stored.certificate.by = IdentifyBy::Thumbprint;
        stored.certificate.id = QStringLiteral("9da4");
        stored.protocols = {Protocol::Tls1_3};
        stored.limits.maxConnections = 7;
        const auto options =
            parseServeOptions({QStringLiteral("stored"), QStringLiteral("--reply"), QStringLiteral("http")});
        QVERIFY(options.has_value());
        ServerProfile wanted = stored;
        wanted.reply.mode = ReplyMode::Http;
        QVERIFY(withOverrides(stored, *options) == wanted);
    }

    void whatWasStoredDecidesTooWhetherAnOptionIsWrong_data()
    {
        QTest::addColumn<ServerProfile>("stored");
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("wrong"); ///< in the sentence; empty: nothing
        ServerProfile usual;
        usual.name = QStringLiteral("usual");
        usual.certificate.id = QStringLiteral("a");
        ServerProfile open = usual;
        open.anyPort = true;
        ServerProfile broken = usual;
        broken.limits.maxConnections = 0;
        const auto row = [](const char *name, const ServerProfile &stored, const char *line, const char *wrong) {
            QTest::newRow(name) << stored << QString::fromLatin1(line) << QString::fromLatin1(wrong);
        };
        row("a low port of a server that may have any", open, "--port 443", "");
        row("a low port of another server", usual, "--port 443", "443");
        row("a low port and any port", usual, "--port 443 --any-port", "");
        row("a limit that is out of range everywhere", open, "--handshake-timeout 0.05", "time for a handshake");
        ServerProfile plain = usual;
        plain.opening = Opening::plain();
        row("TLS for a server that is plain", plain, "--cert b", "--cert");
        row("TLS for a server that was plain", plain, "--starttls imap --cert b", "");
        row("something else for a server that is plain", plain, "--port 6000", "");
        row("a capture of a server that is plain", plain, "--capture c.pcapng --no-capture-secrets", "");
        row("secrets kept out of a capture that is not", usual, "--no-capture-secrets", "--capture");
        ServerProfile captured = usual;
        captured.tls.capture = QStringLiteral("/c.pcapng");
        row("secrets kept out of a capture that is stored", captured, "--no-capture-secrets", "");
        row("a server with TLS becomes plain", usual, "--plain", "");
        row("a server with TLS becomes plain with something of TLS", usual, "--plain --groups X25519", "--groups");
        row("a protocol to go on in where there is none", usual, "--reply protocol", "STARTTLS");
        ServerProfile mail = usual;
        mail.opening = Opening::startTls(PlainProtocol::Smtp);
        followOpening(mail);
        row("a server with STARTTLS becomes plain", mail, "--plain", "");
        row("what was wrong before is not wrong on the command line", broken, "--port 6000", "");
        row("what was wrong before does not hide what is wrong now", broken, "--port 80", "80");
        row("what was wrong before may be put right", broken, "--max-connections 5", "");
    }
    void whatWasStoredDecidesTooWhetherAnOptionIsWrong()
    {
        QFETCH(const ServerProfile, stored);
        QFETCH(const QString, line);
        QFETCH(const QString, wrong);
        const auto options = parseServeOptions(QStringList{QStringLiteral("stored")} + line.split(u' '));
        QVERIFY2(options.has_value(), options ? "" : qPrintable(options.error().text));
        const auto found = wrongWith(stored, *options);
        QCOMPARE(found.has_value(), !wrong.isEmpty());
        QVERIFY(!found || found->text.contains(wrong));
    }

    void replyFollowsTheOpeningUnlessItIsGiven_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("reply");
        QTest::newRow("STARTTLS") << QStringLiteral("--starttls imap") << QStringLiteral("protocol");
        QTest::newRow("STARTTLS with an echo")
            << QStringLiteral("--starttls imap --reply echo") << QStringLiteral("echo");
        QTest::newRow("plain") << QStringLiteral("--plain") << QStringLiteral("echo");
        QTest::newRow("neither") << QStringLiteral("--port 6000") << QStringLiteral("echo");
    }
    void replyFollowsTheOpeningUnlessItIsGiven()
    {
        QFETCH(const QString, line);
        const auto options = parseServeOptions(line.split(u' '));
        QVERIFY(options.has_value());
        QTEST(withOverrides(ServerProfile{}, *options).reply.toOption(), "reply");
    }

    void certificateFromTheStoreReplacesOneFromFilesAndBack()
    {
        ServerProfile fromFiles;
        fromFiles.certificate.file = QStringLiteral("c");
        fromFiles.certificate.keyFile = QStringLiteral("k");
        fromFiles.certificate.chainFile = QStringLiteral("i");
        const auto byName = parseServeOptions({QStringLiteral("--cert"), QStringLiteral("localhost")});
        QVERIFY(byName.has_value());
        const ServerProfile named = withOverrides(fromFiles, *byName);
        QCOMPARE(named.certificate.id, QStringLiteral("localhost"));
        QVERIFY(named.certificate.file.isEmpty() && named.certificate.keyFile.isEmpty()
                && named.certificate.chainFile.isEmpty());

        const auto byFile = parseServeOptions({QStringLiteral("--cert-file"), QStringLiteral("other")});
        QVERIFY(byFile.has_value());
        const ServerProfile filed = withOverrides(fromFiles, *byFile);
        QCOMPARE(filed.certificate.file, QStringLiteral("other"));
        QVERIFY2(filed.certificate.keyFile.isEmpty() && filed.certificate.chainFile.isEmpty(),
                 "the key of the other certificate would not fit");
    }

    void helpNamesEveryOption()
    {
        const QString help = serveHelp();
        for (const char *option :
             {"--port", "--any-port", "--cert", "--by", "--cert-file", "--key-file", "--chain-file", "--protocols",
              "--address", "--unique-address", "--reply", "--handshake-timeout", "--idle-timeout", "--max-connections",
              "--pass-file", "--for", "--count", "--format", "--help"})
            QVERIFY2(help.contains(QLatin1String(option)), option);
        QVERIFY2(help.startsWith(QStringLiteral("Usage: sealport serve [NAME]")), "what is to be typed");
    }
};

QTEST_GUILESS_MAIN(TestServeOptions)
#include "tst_serve_options.moc"
