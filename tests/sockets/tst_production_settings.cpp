#include "model/sockets/production_export.h"

#include "model/tls/expanded_algorithms.h"
#include "tests/sockets/exported_profile.h"
#include "tests/support/child_process.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

#include <functional>
#include <memory>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Change = std::function<void(ServerProfile &, ExportFiles &)>;

struct FreeContext {
    void operator()(SSL_CTX *context) const noexcept { SSL_CTX_free(context); }
    void operator()(SSL_CONF_CTX *context) const noexcept { SSL_CONF_CTX_free(context); }
};

/// What one of the targets that use OpenSSL hands to it: its own directives, and SSL_CONF_cmd() for the others.
struct OpenSslReading {
    QString ciphers{};
    QString cipherSuites{};
    QString groups{};
    std::vector<std::pair<QString, QString>> commands{};
};

QString found(const QString &text, const char *pattern)
{
    return QRegularExpression(QLatin1String(pattern), QRegularExpression::MultilineOption).match(text).captured(1);
}

OpenSslReading readingOf(ExportTarget target, const QString &text)
{
    struct Patterns {
        const char *ciphers;
        const char *cipherSuites;
        const char *groups;
        const char *commands;
    };
    const Patterns patterns = [target]() -> Patterns {
        switch (target) {
        case ExportTarget::Nginx:
            return {"ssl_ciphers \"(.*)\";", "", "ssl_ecdh_curve \"(.*)\";",
                    "ssl_conf_command (\\w+) \"?([^\";]*)\"?;"};
        case ExportTarget::Apache:
            return {"SSLCipherSuite \"(.*)\"", "SSLCipherSuite TLSv1.3 \"(.*)\"", "",
                    "SSLOpenSSLConfCmd (\\w+) \"?([^\"\\n]*)\"?$"};
        case ExportTarget::HAProxy:
            return {" ciphers (\\S+)", " ciphersuites (\\S+)", " curves (\\S+)", ""};
        default:
            return {"^ciphers = (.*)$", "^ciphersuites = (.*)$", "^curves = (.*)$", "^config = (\\w+):(.*)$"};
        }
    }();
    OpenSslReading reading{.ciphers = found(text, patterns.ciphers),
                           .cipherSuites = found(text, patterns.cipherSuites),
                           .groups = found(text, patterns.groups)};
    const QRegularExpression command(QLatin1String(patterns.commands), QRegularExpression::MultilineOption);
    if (*patterns.commands != '\0')
        for (auto match = command.globalMatch(text); match.hasNext();) {
            const QRegularExpressionMatch next = match.next();
            reading.commands.emplace_back(next.captured(1), next.captured(2));
        }
    return reading;
}

/// Empty when OpenSSL takes everything, else what it refuses.
QString apply(SSL_CTX &context, const OpenSslReading &reading)
{
    if (SSL_CTX_set_cipher_list(&context, reading.ciphers.toLatin1().constData()) != 1)
        return u"ciphers "_s + reading.ciphers;
    if (!reading.cipherSuites.isEmpty()
        && SSL_CTX_set_ciphersuites(&context, reading.cipherSuites.toLatin1().constData()) != 1)
        return u"cipher suites "_s + reading.cipherSuites;
    if (!reading.groups.isEmpty() && SSL_CTX_set1_groups_list(&context, reading.groups.toLatin1().constData()) != 1)
        return u"groups "_s + reading.groups;
    const std::unique_ptr<SSL_CONF_CTX, FreeContext> commands(SSL_CONF_CTX_new());
    SSL_CONF_CTX_set_flags(commands.get(), SSL_CONF_FLAG_FILE | SSL_CONF_FLAG_SERVER | SSL_CONF_FLAG_CERTIFICATE);
    SSL_CONF_CTX_set_ssl_ctx(commands.get(), &context);
    for (const auto &[name, value] : reading.commands)
        if (SSL_CONF_cmd(commands.get(), name.toLatin1().constData(), value.toLatin1().constData()) != 2)
            return name + u' ' + value;
    return SSL_CONF_CTX_finish(commands.get()) == 1 ? QString() : u"finish"_s;
}

std::vector<std::uint16_t> ciphersOf(SSL_CTX &context)
{
    std::vector<std::uint16_t> numbers;
    const STACK_OF(SSL_CIPHER) *ciphers = SSL_CTX_get_ciphers(&context);
    for (int i = 0; i < sk_SSL_CIPHER_num(ciphers); ++i)
        numbers.push_back(SSL_CIPHER_get_protocol_id(sk_SSL_CIPHER_value(ciphers, i)));
    return numbers;
}

bool writeProgram(const QString &file)
{
    QFile program(file);
    return program.open(QIODevice::WriteOnly)
           && program.write("#!/bin/sh\nfor word in \"$@\"; do printf '%s\\0' \"$word\"; done\n") > 0
           && program.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

} // namespace
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(sealport::ExportTarget)

/// What holds for every target: no setting is lost without a word, no value breaks out, and OpenSSL makes of the lists
/// what it makes of them here.
class TestProductionSettings final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void noSettingIsLostSilently_data()
    {
        QTest::addColumn<Change>("change");
        const auto row = [](const char *name, Change change) { QTest::newRow(name) << std::move(change); };
        row("name", [](ServerProfile &p, ExportFiles &) { p.name = u"other"_s; });
        row("port", [](ServerProfile &p, ExportFiles &) { p.port = 6000; });
        row("any port", [](ServerProfile &p, ExportFiles &) { p.port = 0; });
        row("address", [](ServerProfile &p, ExportFiles &) { p.address = u"192.0.2.1"_s; });
        row("address of IPv6", [](ServerProfile &p, ExportFiles &) { p.address = u"::1"_s; });
        row("address use", [](ServerProfile &p, ExportFiles &) { p.addressUse = AddressUse::Unique; });
        row("protocols", [](ServerProfile &p, ExportFiles &) { p.protocols = {Protocol::Tls1_3}; });
        row("old protocols", [](ServerProfile &p, ExportFiles &) { p.protocols.insert(Protocol::Tls1_1); });
        row("hole", [](ServerProfile &p, ExportFiles &) { p.protocols.insert(Protocol::Tls1_0); });
        row("further certificate", [](ServerProfile &p, ExportFiles &f) { addFurther(p, f, u"rsa"_s); });
        row("named certificate", [](ServerProfile &p, ExportFiles &f) { addNamed(p, f, u"a"_s); });
        row("names of a certificate",
            [](ServerProfile &p, ExportFiles &f) { addNamed(p, f, u"a"_s, {u"b.example.org"_s}); });
        row("other names", [](ServerProfile &p, ExportFiles &) { p.refusesOtherNames = true; });
        row("chain", [](ServerProfile &, ExportFiles &f) { f.certificate.chain = u"/c.pem"_s; });
        for (const ChainForm form : {ChainForm::Exact, ChainForm::WithRoot, ChainForm::LeafOnly, ChainForm::Reversed})
            QTest::addRow("chain form %d", int(form))
                << Change([form](ServerProfile &p, ExportFiles &) { p.tls.chain = form; });
        row("key on a token", [](ServerProfile &, ExportFiles &f) { f.certificate.key = u"pkcs11:object=k"_s; });
        row("protected key", [](ServerProfile &, ExportFiles &f) { f.certificate.isKeyProtected = true; });
        row("ciphers",
            [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.ciphers = u"ECDHE-RSA-AES128-GCM-SHA256"_s; });
        row("cipher suites",
            [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.cipherSuites = u"TLS_AES_128_GCM_SHA256"_s; });
        row("groups", [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.groups = u"P-384"_s; });
        row("signature algorithms",
            [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.signatureAlgorithms = u"rsa_pss_rsae_sha512"_s; });
        row("security level", [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.securityLevel = 1; });
        row("order", [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.prefersServerOrder = false; });
        row("ALPN", [](ServerProfile &p, ExportFiles &) { p.tls.alpn = {u"ftp"_s}; });
        row("no ALPN", [](ServerProfile &p, ExportFiles &) { p.tls.alpn.clear(); });
        row("required ALPN", [](ServerProfile &p, ExportFiles &) { p.tls.requiresAlpn = true; });
        for (const ClientCertificateMode mode :
             {ClientCertificateMode::Ask, ClientCertificateMode::Require, ClientCertificateMode::Report})
            QTest::addRow("client certificates %d", int(mode)) << Change([mode](ServerProfile &p, ExportFiles &) {
                p.tls.clientCertificates = mode;
                p.tls.clientAuthorities = u"/ca.pem"_s;
            });
        row("no tickets", [](ServerProfile &p, ExportFiles &) { p.tls.resumption.tickets = 0; });
        row("tickets", [](ServerProfile &p, ExportFiles &) { p.tls.resumption.tickets = 7; });
        row("sessions", [](ServerProfile &p, ExportFiles &) { p.tls.resumption.keepsSessions = false; });
        row("renegotiation", [](ServerProfile &p, ExportFiles &) { p.tls.renegotiation = Renegotiation::Secure; });
        row("unsafe renegotiation",
            [](ServerProfile &p, ExportFiles &) { p.tls.renegotiation = Renegotiation::Unsafe; });
        row("records", [](ServerProfile &p, ExportFiles &) { p.tls.largestRecord = 4096; });
        row("silence", [](ServerProfile &p, ExportFiles &) { p.reply.mode = ReplyMode::Discard; });
        row("page", [](ServerProfile &p, ExportFiles &) { p.reply.mode = ReplyMode::Http; });
        row("text", [](ServerProfile &p, ExportFiles &) { p.reply = {.mode = ReplyMode::Text, .text = u"a"_s}; });
        row("files", [](ServerProfile &p, ExportFiles &) { p.reply = {.mode = ReplyMode::File, .path = u"/srv"_s}; });
        row("a script",
            [](ServerProfile &p, ExportFiles &) { p.reply = {.mode = ReplyMode::Dialogue, .path = u"/srv/a"_s}; });
        row("answers by hand", [](ServerProfile &p, ExportFiles &) { p.reply = {.mode = ReplyMode::ByHand}; });
        row("time for handshakes", [](ServerProfile &p, ExportFiles &) { p.limits.handshakeTimeout = 7s; });
        row("endless handshakes", [](ServerProfile &p, ExportFiles &) { p.limits.handshakeTimeout = 0ms; });
        row("time without traffic", [](ServerProfile &p, ExportFiles &) { p.limits.idleTimeout = 60s; });
        row("connections", [](ServerProfile &p, ExportFiles &) { p.limits.maxConnections = 5; });
        row("STARTTLS", [](ServerProfile &p, ExportFiles &) { p.opening = Opening::startTls(PlainProtocol::Imap); });
        row("TLS on request", [](ServerProfile &p, ExportFiles &) { p.opening = Opening::onRequest(); });
        row("no TLS", [](ServerProfile &p, ExportFiles &) { p.opening = Opening::plain(); });
        row("an OCSP response", [](ServerProfile &p, ExportFiles &) { p.tls.ocsp = u"/etc/ssl/main.ocsp"_s; });
        row("a made OCSP response", [](ServerProfile &p, ExportFiles &) { p.tls.ocsp = u"made"_s; });
        row("shared secrets", [](ServerProfile &p, ExportFiles &) { p.tls.sharedSecrets = u"/etc/ssl/psk"_s; });
        row("a key log", [](ServerProfile &p, ExportFiles &) { p.tls.keyLog = u"/tmp/keys.log"_s; });
        row("the chain in the certificate's file", [](ServerProfile &, ExportFiles &f) {
            f.notExpressed.push_back({ExportNote::ChainInNoFile, {u"Root"_s}});
        });
        row("held bytes", [](ServerProfile &p, ExportFiles &) { p.limits.maxHeldBytes = 1 << 16; });
        row("settings of later versions",
            [](ServerProfile &p, ExportFiles &) { p.ofLaterVersions.insert(u"starttls"_s, u"smtp"_s); });
        row("later settings of TLS",
            [](ServerProfile &p, ExportFiles &) { p.tls.ofLaterVersions.insert(u"ech"_s, true); });
    }
    void noSettingIsLostSilently()
    {
        QFETCH(const Change, change);
        const auto before = ready();
        ServerProfile profile = exportableProfile();
        ExportFiles files = exportableFiles();
        change(profile, files);
        for (std::size_t at = 0; at < before.size(); ++at) {
            const ExportTarget target = allExportTargets[at];
            const auto after = productionConfig(target, profile, files);
            QVERIFY(after.has_value());
            QVERIFY2(after->text != before.at(at).text || after->notExpressed != before.at(at).notExpressed,
                     qPrintable(exportTargetName(target)));
        }
    }

    void noValueBreaksOut_data()
    {
        QTest::addColumn<Change>("change");
        for (const QString &evil : {u"/x\nINJECTED"_s, u"/x\"\nINJECTED"_s, u"/x'\r\nINJECTED"_s, u"/x\u2028INJECTED"_s,
                                    u"/x;\nINJECTED;"_s}) {
            const auto row = [&evil](const char *field, Change change) {
                QTest::addRow("%s %s", field, evil.toUtf8().toPercentEncoding().constData()) << std::move(change);
            };
            row("name", [evil](ServerProfile &p, ExportFiles &) { p.name = evil; });
            row("certificate", [evil](ServerProfile &, ExportFiles &f) { f.certificate.certificate = evil; });
            row("key", [evil](ServerProfile &, ExportFiles &f) { f.certificate.key = evil; });
            row("chain", [evil](ServerProfile &, ExportFiles &f) { f.certificate.chain = evil; });
            row("folder", [evil](ServerProfile &, ExportFiles &f) {
                f.certificate.chain = u"/c.pem"_s;
                f.folder = evil;
            });
            row("authorities", [evil](ServerProfile &p, ExportFiles &f) {
                p.tls.clientCertificates = ClientCertificateMode::Require;
                p.tls.clientAuthorities = u"/ca.pem"_s;
                f.clientAuthorities = evil;
            });
            row("server name", [evil](ServerProfile &p, ExportFiles &f) { addNamed(p, f, u"a"_s, {evil}); });
            row("name of the certificate", [evil](ServerProfile &, ExportFiles &f) { f.certificate.names = {evil}; });
            row("address", [evil](ServerProfile &p, ExportFiles &) { p.address = evil; });
            row("ALPN", [evil](ServerProfile &p, ExportFiles &) { p.tls.alpn = {evil}; });
            row("text", [evil](ServerProfile &p, ExportFiles &) { p.reply = {ReplyMode::Text, evil}; });
        }
    }
    void noValueBreaksOut()
    {
        QFETCH(const Change, change);
        ServerProfile profile = exportableProfile();
        ExportFiles files = exportableFiles();
        change(profile, files);
        static const QRegularExpression lineEnd(u"[\\n\\r\\x{2028}\\x{2029}]"_s);
        for (const ExportTarget target : allExportTargets) {
            const auto config = productionConfig(target, profile, files);
            QVERIFY(config.has_value());
            for (const QString &line : config->text.split(lineEnd)) {
                // inside of the quotes of Caddy a text may have lines; nowhere else
                const bool isText = profile.reply.mode == ReplyMode::Text && target == ExportTarget::Caddy;
                QVERIFY2(isText || !line.trimmed().startsWith(u"INJECTED"), qPrintable(config->text));
            }
        }
    }

    void aShellHandsOnEveryWord_data()
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<QString>("program");
        QTest::newRow("openssl") << ExportTarget::OpenSslServer << u"openssl"_s;
        QTest::newRow("gnutls-serv") << ExportTarget::GnuTlsServer << u"gnutls-serv"_s;
    }
    void aShellHandsOnEveryWord()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const QString, program);
        QTemporaryDir folder;
        QVERIFY(folder.isValid() && writeProgram(folder.filePath(program)));
        ExportFiles files = exportableFiles();
        files.certificate.certificate = u"/it's \"my\" $HOME `id` \\ # certificate.pem"_s;
        files.certificate.key = u"/key with blanks; & $(id) .pem"_s;
        const auto config = productionConfig(target, exportableProfile(), files);
        QVERIFY(config.has_value());
        const ProgramRun run = runProgram(u"/bin/sh"_s, {u"-c"_s, config->text},
                                          {"PATH=" + QFile::encodeName(folder.path()) + ":/usr/bin:/bin"});
        QCOMPARE(run.exitCode, 0);
        const QList<QByteArray> words = run.output.split('\0');
        QVERIFY2(words.contains(files.certificate.certificate.toUtf8()), run.output.constData());
        QVERIFY2(words.contains(files.certificate.key.toUtf8()), run.output.constData());
    }

    void filesAreMadeAsWritten()
    {
        QTemporaryDir folder;
        QVERIFY(folder.isValid());
        const auto write = [&folder](const QString &name, const QByteArray &content) {
            QFile file(folder.filePath(name));
            return file.open(QIODevice::WriteOnly) && file.write(content) == content.size();
        };
        QVERIFY(QDir(folder.path()).mkdir(u"it's \"mine\""_s));
        QVERIFY(write(u"it's \"mine\"/a $1.pem"_s, "leaf") && write(u"chain.pem"_s, "chain\n"));
        ExportFiles files = exportableFiles();
        files.certificate.certificate = folder.filePath(u"it's \"mine\"/a $1.pem"_s);
        files.certificate.chain = folder.filePath(u"chain.pem"_s);
        const auto config = productionConfig(ExportTarget::Apache, exportableProfile(), files);
        QVERIFY(config.has_value());
        QCOMPARE(config->filesToMake.size(), std::size_t{1});
        const FileToMake &made = config->filesToMake.front();
        QCOMPARE(made.file, folder.filePath(u"it's \"mine\"/shop-fullchain-1.pem"_s));
        QCOMPARE(runProgram(u"/bin/sh"_s, {u"-c"_s, made.command}).exitCode, 0);
        QFile joined(made.file);
        QVERIFY(joined.open(QIODevice::ReadOnly));
        QCOMPARE(joined.readAll(), "leaf\nchain\n");
        QVERIFY(!(joined.permissions() & (QFile::ReadGroup | QFile::ReadOther)));
        QVERIFY(config->files.contains(made.file));
        QVERIFY(!config->files.contains(files.certificate.chain));
        QVERIFY(!QFile::exists(made.file + u".new"_s));
    }

    void noFileIsMadeOverAnother()
    {
        QStringList made;
        for (const QString &name : {u"shop"_s, u"shop!"_s, u"shop-"_s, u"é"_s, u"è"_s, u"server"_s}) {
            ServerProfile profile = exportableProfile();
            profile.name = name;
            ExportFiles files = exportableFiles();
            files.certificate.chain = u"/etc/ssl/chain.pem"_s;
            const auto config = productionConfig(ExportTarget::Nginx, profile, files);
            QVERIFY(config.has_value() && !config->filesToMake.empty());
            for (const auto &one : config->filesToMake)
                made.append(one.file);
        }
        QCOMPARE(made.removeDuplicates(), 0);
    }

    void aFileMayBeMadeOfItself()
    {
        QTemporaryDir folder;
        const QString own = folder.filePath(u"shop-fullchain-1.pem"_s);
        const QString chain = folder.filePath(u"chain.pem"_s);
        for (const QString &name : {own, chain}) {
            QFile file(name);
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a\n") == 2);
        }
        ExportFiles files = exportableFiles();
        files.certificate.certificate = own;
        files.certificate.chain = chain;
        const auto config = productionConfig(ExportTarget::Nginx, exportableProfile(), files);
        QVERIFY(config.has_value());
        const auto made = std::ranges::find(config->filesToMake, own, [](const auto &one) { return one.file; });
        QVERIFY(made != config->filesToMake.end());
        QCOMPARE(runProgram(u"/bin/sh"_s, {u"-c"_s, made->command}).exitCode, 0);
        QFile joined(own);
        QVERIFY(joined.open(QIODevice::ReadOnly));
        QCOMPARE(joined.readAll(), "a\na\n");
    }

    void openSslMakesTheSameOfTheLists_data()
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<Change>("change");
        const auto rows = [](const char *name, const Change &change) {
            for (const ExportTarget target :
                 {ExportTarget::Nginx, ExportTarget::Apache, ExportTarget::HAProxy, ExportTarget::Stunnel})
                QTest::addRow("%s: %s", qPrintable(exportTargetName(target)), name) << target << change;
        };
        rows("TLS 1.2 and 1.3", [](ServerProfile &, ExportFiles &) {});
        rows("SocketCréeSSL's", [](ServerProfile &p, ExportFiles &) { p.protocols = socketCreeSslProtocols; });
        rows("a hole", [](ServerProfile &p, ExportFiles &) { p.protocols = {Protocol::Tls1_0, Protocol::Tls1_2}; });
        rows("shorthands",
             [](ServerProfile &p, ExportFiles &) { p.tls.algorithms.ciphers = u"HIGH:!aNULL:!kRSA:@STRENGTH"_s; });
        rows("a level in the list", [](ServerProfile &p, ExportFiles &) {
            p.tls.algorithms.ciphers = u"ECDHE+AESGCM:AES128-SHA:@SECLEVEL=1"_s;
        });
        rows("short lists", [](ServerProfile &p, ExportFiles &) {
            p.tls.algorithms = {.ciphers = u"AES256-SHA"_s,
                                .cipherSuites = u"TLS_CHACHA20_POLY1305_SHA256"_s,
                                .groups = u"X448:ffdhe3072"_s,
                                .signatureAlgorithms = u"ed25519:RSA-PSS+SHA512"_s};
        });
    }
    void openSslMakesTheSameOfTheLists()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const Change, change);
        ServerProfile profile = exportableProfile();
        ExportFiles files = exportableFiles();
        change(profile, files);
        profile.tls.resumption.tickets = 4;
        TlsPolicy policy;
        policy.protocols = profile.protocols;
        policy.algorithms = profile.tls.algorithms;
        const auto own = expandedAlgorithms(policy);
        const auto config = productionConfig(target, profile, files);
        QVERIFY(own.has_value() && config.has_value());

        const std::unique_ptr<SSL_CTX, FreeContext> context(SSL_CTX_new(TLS_server_method()));
        const OpenSslReading reading = readingOf(target, config->text);
        const QString refused = apply(*context, reading);
        ERR_clear_error();
        QVERIFY2(refused.isEmpty(), qPrintable(refused + u"\n\n"_s + config->text));
        std::vector<std::uint16_t> all = own->cipherSuites;
        all.insert(all.end(), own->ciphers.begin(), own->ciphers.end());
        QVERIFY(ciphersOf(*context) == all);
        QCOMPARE(SSL_CTX_get_security_level(context.get()), own->securityLevel);
        if (target == ExportTarget::HAProxy)
            return; // no commands for the rest
        QCOMPARE(SSL_CTX_get_num_tickets(context.get()), std::size_t{4});
        QVERIFY((SSL_CTX_get_options(context.get()) & SSL_OP_PRIORITIZE_CHACHA) != 0);
        if (target == ExportTarget::Apache && profile.protocols == ProtocolSet{Protocol::Tls1_0, Protocol::Tls1_2}) {
            constexpr std::uint64_t holes = SSL_OP_NO_TLSv1_1 | SSL_OP_NO_TLSv1_3;
            QCOMPARE(SSL_CTX_get_options(context.get()) & SSL_OP_NO_SSL_MASK & ~std::uint64_t{SSL_OP_NO_SSLv3}, holes);
            QCOMPARE(SSL_CTX_get_min_proto_version(context.get()), TLS1_VERSION);
        }
    }

private:
    static std::vector<ProductionConfig> ready()
    {
        std::vector<ProductionConfig> configs;
        for (const ExportTarget target : allExportTargets)
            if (auto config = productionConfig(target, exportableProfile(), exportableFiles()))
                configs.push_back(std::move(*config));
        return configs;
    }
};

QTEST_GUILESS_MAIN(TestProductionSettings)
#include "tst_production_settings.moc"
