#include "model/sockets/export_source.h"
#include "model/sockets/production_export.h"
#include "model/sockets/profile_store.h"
#include "tests/interop/certificate_files.h"
#include "tests/interop/production_server.h"
#include "tests/interop/serve_process.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

#include <functional>
#include <optional>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

using Change = std::function<void(ServerProfile &)>;

/// What a server agrees on: "TLSv1.2 AES128-SHA", protocol by protocol in its order of preference.
using Table = QStringList;

Table scanned(quint16 port)
{
    const ProgramRun run =
        runProgram(u"sslscan"_s,
                   {u"--no-colour"_s, u"--no-heartbleed"_s, u"--no-compression"_s, u"--no-renegotiation"_s,
                    u"--no-fallback"_s, u"--no-groups"_s, u"--no-check-certificate"_s, u"--timeout=20"_s,
                    u"--sni-name=localhost"_s, u"--xml=-"_s, u"127.0.0.1:"_s + QString::number(port)},
                   {}, {}, ChildProcess::Errors::Apart);
    Table table;
    QXmlStreamReader reader(run.output);
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement() && reader.name() == u"cipher")
            table.append(reader.attributes().value(u"sslversion"_s).toString() + u' '
                         + reader.attributes().value(u"cipher"_s).toString());
    }
    if (table.isEmpty())
        qWarning("sslscan found nothing: %s %s", run.output.constData(), run.errors.constData());
    return table;
}

QStringList valuesOf(const ProductionConfig &config, std::initializer_list<ExportNote> codes)
{
    QStringList values;
    for (const NotExpressed &note : config.notExpressed)
        if (std::ranges::find(codes, note.code) != codes.end())
            values += note.values;
    return values;
}

/// Protocols and suites that the notes give up.
bool isGivenUp(const ProductionConfig &config, const QString &entry)
{
    const QString label = u"TLS "_s + entry.section(u' ', 0, 0).mid(4);
    return valuesOf(config, {ExportNote::ProtocolsMissing, ExportNote::ProtocolsWithHole}).contains(label)
           || valuesOf(config, {ExportNote::SuitesMissing}).contains(entry.section(u' ', 1));
}

bool isAdmitted(const ProductionConfig &config, const QString &entry)
{
    return valuesOf(config, {ExportNote::SuitesAdded, ExportNote::Tls13SuitesFixed}).contains(entry.section(u' ', 1));
}

bool keepsOrder(const ProductionConfig &config)
{
    return std::ranges::find(config.notExpressed, ExportNote::SuiteOrder, &NotExpressed::code)
           == config.notExpressed.end();
}

} // namespace
Q_DECLARE_METATYPE(Change)
Q_DECLARE_METATYPE(sealport::ExportTarget)

/// Exported configurations, started for real: a scanner finds the same protocols and cipher suites as with the server
/// that they came from.
class TestProductionServers final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(u"sslscan"_s).isEmpty())
            QSKIP("NOT TESTED: install sslscan");
        QVERIFY(m_folder.isValid());
        m_files.emplace(m_folder.path());
        QVERIFY(m_files->makeAuthority(u"root"_s));
        QVERIFY(m_files->make(u"rsa"_s, {u"rsa:2048"_s}, u"root"_s));
        QVERIFY(m_files->make(u"ec"_s, {u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s}, u"root"_s));
    }

    void scansTheSame_data()
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<Change>("change");
        for (const ExportTarget target : allExportTargets) {
            const auto row = [target](const char *name, const QString &certificate, Change change) {
                QTest::addRow("%s: %s", qPrintable(exportTargetName(target)), name)
                    << target << certificate << std::move(change);
            };
            row("SocketCréeSSL's protocols", u"rsa"_s, [](ServerProfile &) {});
            row("TLS 1.2 and 1.3", u"rsa"_s, [](ServerProfile &p) { p.protocols = modernProtocols; });
            row("TLS 1.0 and 1.2 but not 1.1", u"rsa"_s,
                [](ServerProfile &p) { p.protocols = {Protocol::Tls1_0, Protocol::Tls1_2}; });
            row("TLS 1.3 alone, two suites in this order", u"ec"_s, [](ServerProfile &p) {
                p.protocols = {Protocol::Tls1_3};
                p.tls.algorithms.cipherSuites = u"TLS_AES_128_GCM_SHA256:TLS_AES_256_GCM_SHA384"_s;
            });
            row("a list of one's own with a curve", u"ec"_s, [](ServerProfile &p) {
                p.protocols = modernProtocols;
                p.tls.algorithms.ciphers = u"ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-SHA384:"
                                           "ECDHE-RSA-AES256-GCM-SHA384"_s;
            });
            row("a shorthand at a higher level", u"rsa"_s, [](ServerProfile &p) {
                p.protocols = modernProtocols;
                p.tls.algorithms.ciphers = u"ECDHE:kRSA+AESGCM:!aNULL:@SECLEVEL=1"_s;
            });
        }
    }
    void scansTheSame()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const QString, certificate);
        QFETCH(const Change, change);
        if (ProductionServer::program(target).isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: install "_s + ProductionServer::debianPackage(target)));
        ServerProfile profile = profileWith(certificate);
        change(profile);
        const Table own = scanSealport(profile);
        QVERIFY(!own.isEmpty());

        const QString folder = newFolder();
        profile.port = freePort();
        profile.anyPort = true;
        const auto config = exported(target, profile, folder);
        QVERIFY(config.has_value());
        if (config->text.isEmpty()) // nothing that it has is left
            QVERIFY(std::ranges::all_of(own, [&](const QString &entry) { return isGivenUp(*config, entry); }));
        else
            compareWithServer(target, *config, {.port = profile.port, .folder = folder}, own);
    }

    void sendsTheSameChain_data()
    {
        QTest::addColumn<ExportTarget>("target");
        QTest::addColumn<bool>("isInOneFile");
        QTest::addColumn<ChainForm>("form");
        for (const ExportTarget target : allExportTargets) {
            const QByteArray name = exportTargetName(target).toUtf8();
            QTest::addRow("%s: a chain file", name.constData()) << target << false << ChainForm::WithRoot;
            QTest::addRow("%s: certificate and chain in one file", name.constData())
                << target << true << ChainForm::WithRoot;
            QTest::addRow("%s: the certificate alone of such a file", name.constData())
                << target << true << ChainForm::LeafOnly;
        }
    }
    void sendsTheSameChain()
    {
        QFETCH(const ExportTarget, target);
        QFETCH(const bool, isInOneFile);
        QFETCH(const ChainForm, form);
        if (ProductionServer::program(target).isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: install "_s + ProductionServer::debianPackage(target)));
        const QString folder = newFolder();
        ServerProfile profile = profileWith(u"ec"_s);
        profile.protocols = modernProtocols;
        profile.tls.chain = form;
        profile.port = freePort();
        profile.anyPort = true;
        if (isInOneFile) {
            profile.certificate.file = joined(folder + u"/both.pem"_s, {u"ec"_s, u"root"_s});
            profile.certificate.chainFile.clear();
        }
        const auto config = exported(target, profile, folder);
        QVERIFY(config.has_value());
        ProductionServer server(target, folder);
        QVERIFY(server.prepare(*config));
        const QString refused = server.check();
        QVERIFY2(refused.isEmpty(), qPrintable(refused + config->text));
        QVERIFY2(server.start(profile.port), qPrintable(server.output() + config->text));
        const QByteArray shown = runProgram(u"openssl"_s,
                                            {u"s_client"_s, u"-showcerts"_s, u"-servername"_s, u"localhost"_s,
                                             u"-connect"_s, u"127.0.0.1:"_s + QString::number(profile.port)},
                                            {}, "Q\n")
                                     .output;
        QVERIFY2(shown.count("-----BEGIN CERTIFICATE-----") == (form == ChainForm::WithRoot ? 2 : 1),
                 qPrintable(QString::fromUtf8(shown) + config->text));
    }

    void clientsMustShowACertificate_data()
    {
        QTest::addColumn<ExportTarget>("target");
        for (const ExportTarget target : allExportTargets)
            QTest::newRow(qPrintable(exportTargetName(target))) << target;
    }
    /// And the further settings of TLS in one configuration: the servers themselves say whether they take them.
    void clientsMustShowACertificate()
    {
        QFETCH(const ExportTarget, target);
        if (ProductionServer::program(target).isEmpty())
            QSKIP(qPrintable(u"NOT TESTED: install "_s + ProductionServer::debianPackage(target)));
        ServerProfile profile = profileWith(u"ec"_s);
        profile.protocols = modernProtocols;
        profile.port = freePort();
        profile.anyPort = true;
        profile.reply = {.mode = ReplyMode::Text, .text = u"it's 100 % \"free\": $5\n"_s};
        profile.tls.clientCertificates = ClientCertificateMode::Require;
        profile.tls.clientAuthorities = m_files->certificate(u"root"_s);
        profile.tls.alpn = {u"h2"_s, u"http/1.1"_s};
        profile.tls.resumption = {.tickets = 1, .keepsSessions = false};
        profile.tls.largestRecord = 4096;
        profile.refusesOtherNames = true;
        profile.furtherCertificates.push_back(profileWith(u"rsa"_s).certificate);
        profile.namedCertificates.push_back(
            {.names = {u"a.interop.test"_s}, .certificate = profileWith(u"rsa"_s).certificate});
        const QString folder = newFolder();
        const auto config = exported(target, profile, folder);
        QVERIFY(config.has_value());
        ProductionServer server(target, folder);
        QVERIFY(server.prepare(*config));
        const QString refused = server.check();
        QVERIFY2(refused.isEmpty(), qPrintable(refused + config->text));
        QVERIFY2(server.start(profile.port), qPrintable(server.output() + config->text));
        const auto asks = [&profile](const QStringList &words) {
            return QString::fromUtf8(
                runProgram(u"openssl"_s,
                           QStringList{u"s_client"_s, u"-tls1_2"_s, u"-servername"_s, u"localhost"_s, u"-connect"_s,
                                       u"127.0.0.1:"_s + QString::number(profile.port)}
                               + words,
                           {}, "Q\n")
                    .output);
        };
        const QString withOne = asks({u"-cert"_s, m_files->certificate(u"rsa"_s), u"-key"_s, m_files->key(u"rsa"_s)});
        QVERIFY2(withOne.contains(u"Acceptable client certificate CA names"_s)
                     || withOne.contains(u"Client Certificate Types"_s),
                 qPrintable(withOne));
    }

private:
    struct Place {
        quint16 port = 0;
        QString folder{};
    };

    [[nodiscard]] QString newFolder()
    {
        const QString name = QString::number(++m_folders);
        return QDir(m_folder.path()).mkdir(name) ? m_folder.filePath(name) : QString();
    }
    /// As `sealport profiles export` writes it.
    [[nodiscard]] Result<ProductionConfig> exported(ExportTarget target, const ServerProfile &profile,
                                                    const QString &folder) const
    {
        const auto source = exportSourceOf(profile, CertificateStore(folder + u"/store"_s), {}, folder);
        return source ? productionConfig(target, source->profile, source->files) : std::unexpected(source.error());
    }
    /// These certificates in one file: its path.
    [[nodiscard]] QString joined(const QString &path, const QStringList &names) const
    {
        QFile both(path);
        if (!both.open(QIODevice::WriteOnly))
            return {};
        for (const QString &name : names) {
            QFile part(m_files->certificate(name));
            if (!part.open(QIODevice::ReadOnly) || both.write(part.readAll()) < 1)
                return {};
        }
        return path;
    }
    [[nodiscard]] ServerProfile profileWith(const QString &certificate) const
    {
        ServerProfile profile;
        profile.name = u"shop"_s;
        profile.port = 0;
        profile.certificate = {.file = m_files->certificate(certificate),
                               .keyFile = m_files->key(certificate),
                               .chainFile = m_files->certificate(u"root"_s)};
        return profile;
    }
    [[nodiscard]] Table scanSealport(const ServerProfile &profile)
    {
        const QString home = newFolder();
        if (!writeProfiles(home + u"/servers.json"_s, {profile}))
            return {};
        ServeProcess serve(home, {profile.name});
        if (!serve.start()) {
            qWarning("%s", qUtf8Printable(serve.errors()));
            return {};
        }
        return scanned(serve.port());
    }
    void compareWithServer(ExportTarget target, const ProductionConfig &config, const Place &place, const Table &own)
    {
        ProductionServer server(target, place.folder);
        QVERIFY(server.prepare(config));
        const QString refused = server.check();
        QVERIFY2(refused.isEmpty(), qPrintable(refused + config.text));
        QVERIFY2(server.start(place.port), qPrintable(server.output() + config.text));
        Table theirs = scanned(place.port);
        QVERIFY2(!theirs.isEmpty(), qPrintable(server.output() + config.text));

        Table expected;
        for (const QString &entry : own)
            if (theirs.contains(entry) || !isGivenUp(config, entry))
                expected.append(entry);
        Table common;
        for (const QString &entry : theirs)
            if (own.contains(entry) || !isAdmitted(config, entry))
                common.append(entry);
        if (!keepsOrder(config)) {
            expected.sort();
            common.sort();
        }
        QCOMPARE(common, expected);
    }

    QTemporaryDir m_folder;
    std::optional<CertificateFiles> m_files;
    int m_folders = 0;
};

QTEST_GUILESS_MAIN(TestProductionServers)
#include "tst_production_servers.moc"
