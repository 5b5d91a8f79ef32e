#include "model/certificates/lint.h"
#include "model/certificates/private_key.h"
#include "tests/app/certs_run.h"
#include "tests/certificates/made_certificate.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;
using namespace sealport::test;

namespace {

QString key(const char *text)
{
    return QString::fromLatin1(text);
}

} // namespace

class TestCertsCommand : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    DataFolder folder() const { return {m_folder->filePath(QStringLiteral("home"))}; }
    QString storeFolder() const { return folder().certificates(); }
    CertificateStore store() const { return CertificateStore(storeFolder()); }
    CertsRun run(const QString &commandLine, const QStringList &more = {}) const
    {
        return runCerts(commandLine.split(u' ', Qt::SkipEmptyParts) + more, folder());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void refusesWrongCommandLines_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing to do") << ""
                                       << "list, show, find, create, sign, renew, revoke, protect, trust, import, "
                                          "export, remove, restore, lint, verify, compare.";
        QTest::newRow("something unknown to do") << "frobnicate" << "'frobnicate'";
        QTest::newRow("an unknown option") << "list --colour" << "colour";
        QTest::newRow("an option of another action") << "list --ca" << "ca";
        QTest::newRow("a missing value") << "create a --key" << "key";
        QTest::newRow("an unknown format") << "list --format xml" << "'xml'";
        QTest::newRow("an unknown source") << "list --source nss" << "'nss'";
        QTest::newRow("an argument too many") << "list localhost" << "'localhost'";
        QTest::newRow("nothing to show") << "show" << "thumbprint";
        QTest::newRow("no name") << "create" << "name";
        QTest::newRow("two names") << "create a b" << "'b'";
        QTest::newRow("an unknown kind of key") << "create a --key dsa" << "'dsa'";
        QTest::newRow("no days") << "create a --days 0" << "'0'";
        QTest::newRow("days that are no number") << "create a --days long" << "'long'";
        QTest::newRow("more days than there will be") << "create a --days 99999999999" << "'99999999999'";
        QTest::newRow("days and an end") << "create a --days 1 --to 2030-01-01" << "--days and --to";
        QTest::newRow("a day that does not exist") << "create a --from 2027-02-30" << "'2027-02-30'";
        QTest::newRow("a date of another country") << "create a --to 31.12.2027" << "'31.12.2027'";
        QTest::newRow("an alternative name that is none") << "create a --san b,c:d" << "'c:d'";
        QTest::newRow("a name with an invisible character") << "create a\u200bb" << "visible";
        QTest::newRow("an end before the beginning") << "create a --from 2027-01-02 --to 2027-01-01" << "end after";
        QTest::newRow("more days than the calendar of certificates has") << "create a --days 3000000" << "9999";
        QTest::newRow("an unknown template") << "create a --template ca" << "'ca'";
        QTest::newRow("a template and --ca") << "create a --template server --ca" << "--ca and --template";
        QTest::newRow("an intermediate authority alone") << "create a --template intermediate" << "--issuer";
        QTest::newRow("a root that is signed") << "create a --template root-ca --issuer b" << "signs itself";
        QTest::newRow("a field of the subject that is unknown") << "create a --subject X=y" << "'X=y'";
        QTest::newRow("a country of three letters") << "create a --subject C=FRA" << "'C=FRA'";
        QTest::newRow("a path length of no authority") << "create a --path-length 1" << "path length '1'";
        QTest::newRow("a path length below none") << "create a --ca --path-length=-1" << "--path-length";
        QTest::newRow("a list that cannot be fetched") << "create a --crl nowhere" << "'nowhere'";
        QTest::newRow("dates in a request") << "create a --request --days 3" << "--request and --days";
        QTest::newRow("a request that nobody signs") << "sign a.csr" << "--issuer";
        QTest::newRow("nothing to renew") << "renew" << "certs renew";
        QTest::newRow("nothing to revoke") << "revoke" << "--issuer";
        QTest::newRow("an unknown reason") << "revoke a --reason boredom" << "'boredom'";
        QTest::newRow("a hold of nobody") << "revoke --issuer a --lift-hold" << "--lift-hold needs";
        QTest::newRow("a hold and a reason")
            << "revoke a --lift-hold --reason superseded" << "--lift-hold and --reason";
        QTest::newRow("an empty folder") << "create a --out=" << "--out does not take ''";
        QTest::newRow("an empty issuer") << "create a --issuer=" << "--issuer does not take ''";
        QTest::newRow("two files from standard input") << "compare - -" << "Only one file";
        QTest::newRow("an empty file of a pass phrase") << "show a --pass-file=" << "--pass-file does not take ''";
    }
    void refusesWrongCommandLines()
    {
        QFETCH(QString, commandLine);
        QFETCH(QString, said);
        const CertsRun outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(outcome.err.endsWith(QStringLiteral("See sealport certs --help.\n")));
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QVERIFY(!QFileInfo::exists(storeFolder()));
    }

    void helps_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("first");
        QTest::addColumn<bool>("hasAll");
        for (const char *line : {"--help", "-h", "help"})
            QTest::newRow(line) << QString::fromLatin1(line) << "sealport certs list" << true;
        for (const char *word : {"list", "show", "find", "create", "sign", "renew", "revoke", "import", "export",
                                 "remove", "restore", "lint", "verify", "compare", "protect", "trust"})
            QTest::newRow(word) << QString::fromLatin1(word) + QStringLiteral(" --help")
                                << QStringLiteral("sealport certs ") + QString::fromLatin1(word) << false;
        QTest::newRow("the short option") << "show -h" << "sealport certs show" << false;
    }
    void helps()
    {
        QFETCH(QString, commandLine);
        QFETCH(QString, first);
        QFETCH(bool, hasAll);
        const CertsRun outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith(first), qPrintable(outcome.out));
        QCOMPARE(outcome.out.contains(QStringLiteral("sealport certs compare A B")),
                 hasAll || first == u"sealport certs compare");
        QVERIFY(outcome.out.contains(QStringLiteral("--format text|json")));
        QVERIFY(outcome.err.isEmpty());
    }

    void createsWhatListAndShowFind()
    {
        const CertsRun created = run(QStringLiteral("create localhost --san localhost,127.0.0.1,IP:::1 --format json"));
        QCOMPARE(created.exitCode, 0);
        QVERIFY2(created.err.isEmpty(), qPrintable(created.err));
        QCOMPARE(created.objects().size(), 1);
        const QJsonObject certificate = created.objects().first();
        QCOMPARE(certificate[key("subject")].toString(), QStringLiteral("CN=localhost"));
        QCOMPARE(certificate[key("issuer")].toString(), QStringLiteral("CN=localhost"));
        QCOMPARE(
            certificate[key("subjectAltNames")].toArray(),
            (QJsonArray{QStringLiteral("DNS:localhost"), QStringLiteral("IP:127.0.0.1"), QStringLiteral("IP:::1")}));
        QCOMPARE(certificate[key("keyType")].toString(), QStringLiteral("EC"));
        QCOMPARE(certificate[key("keyBits")].toInt(), 256);
        QCOMPARE(certificate[key("signature")].toString(), QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(certificate[key("isCa")], QJsonValue(false));
        QCOMPARE(certificate[key("hasKey")], QJsonValue(true));
        QCOMPARE(certificate[key("source")].toString(), QStringLiteral("My certificates"));
        QCOMPARE(certificate[key("file")].toString(), storeFolder() + QStringLiteral("/localhost.pem"));
        const QDateTime from = QDateTime::fromString(certificate[key("notBefore")].toString(), Qt::ISODate);
        const QDateTime to = QDateTime::fromString(certificate[key("notAfter")].toString(), Qt::ISODate);
        QVERIFY(certificate[key("notBefore")].toString().endsWith(u'Z'));
        QCOMPARE(from.secsTo(to) + 1, qint64{longestValidity(from.date()).days} * 86'400);

        QCOMPARE(run(QStringLiteral("list --format json")).objects(), created.objects());
        for (const char *field : {"sha1", "sha256"})
            QCOMPARE(run(QStringLiteral("show --format json"), {certificate[key(field)].toString()}).objects(),
                     created.objects());
        QCOMPARE(run(QStringLiteral("show LOCALHOST --format json")).objects(), created.objects());
    }

    void jsonSaysWhatOpensslSays()
    {
        const QString file = fixture(QStringLiteral("leaf.pem"));
        const QJsonObject shown = run(QStringLiteral("show --format json"), {file}).objects().value(0);
        const auto ask = [&](const QStringList &what) {
            const QStringList x509{key("x509"), key("-noout"),   key("-in"),
                                   file,        key("-nameopt"), key("RFC2253,utf8,-esc_msb")};
            return QString::fromUtf8(openssl(x509 + what)).section(u'=', 1);
        };
        QCOMPARE(shown[key("subject")].toString(), ask({key("-subject")}));
        QCOMPARE(shown[key("issuer")].toString(), ask({key("-issuer")}));
        QCOMPARE(shown[key("serial")].toString(), ask({key("-serial")}).toLower());
        QCOMPARE(shown[key("sha1")].toString(), ask({key("-fingerprint"), key("-sha1")}).remove(u':').toLower());
        QCOMPARE(shown[key("sha256")].toString(), ask({key("-fingerprint"), key("-sha256")}).remove(u':').toLower());
        for (const char *hash : {"sha384", "sha512", "md5"})
            QCOMPARE(shown[key(hash)].toString(), ask({key("-fingerprint"), u'-' + key(hash)}).remove(u':').toLower());
        QCOMPARE(shown[key("publicKeySha256")].toString().toLatin1(),
                 QCryptographicHash::hash(
                     openssl({key("pkey"), key("-pubin"), key("-outform"), key("DER")},
                             openssl({key("x509"), key("-noout"), key("-pubkey"), key("-in"), file}) + '\n'),
                     QCryptographicHash::Sha256)
                     .toHex());
        QCOMPARE(shown[key("notAfter")].toString().replace(u'T', u' '),
                 ask({key("-enddate"), key("-dateopt"), key("iso_8601")}));
        QCOMPARE(shown[key("hasKey")], QJsonValue(false));
        QCOMPARE(shown[key("source")].toString(), QStringLiteral("Opened files"));
        QCOMPARE(shown[key("file")].toString(), file);
    }

    void keysOfJsonStandInTheDocumentedOrder()
    {
        const QString line = run(QStringLiteral("show --format json"), {fixture(QStringLiteral("leaf.pem"))}).out;
        qsizetype at = 0;
        for (const char *name : {"subject", "issuer", "serial", "notBefore", "notAfter", "sha1", "sha256", "keyType",
                                 "keyBits", "signature", "subjectAltNames", "isCa", "hasKey", "source", "file"}) {
            at = line.indexOf(u'"' + key(name) + QStringLiteral("\":"), at);
            QVERIFY2(at >= 0, name);
        }
    }

    void issuesWithAnAuthorityOfTheStore()
    {
        QCOMPARE(run(QStringLiteral("create --ca --key ec:P-384 TestCA")).exitCode, 0);
        const CertsRun created = run(QStringLiteral("create host.test --issuer TestCA --key rsa:2048 --days 30"));
        QCOMPARE(created.exitCode, 0);
        QVERIFY2(created.err.isEmpty(), qPrintable(created.err));
        QVERIFY(
            openssl({key("verify"), key("-x509_strict"), key("-verify_hostname"), key("host.test"), key("-CAfile"),
                     storeFolder() + QStringLiteral("/TestCA.pem"), storeFolder() + QStringLiteral("/host.test.pem")})
                .endsWith(": OK"));
    }

    void putsBothFilesWhereItIsTold()
    {
        const QString folder = m_folder->filePath(QStringLiteral("elsewhere"));
        const CertsRun created = run(QStringLiteral("create host.test --out"), {folder});
        QCOMPARE(created.exitCode, 0);
        QVERIFY(created.out.contains(folder + QStringLiteral("/host.test.pem")));
        QVERIFY(created.out.contains(folder + QStringLiteral("/host.test.key")));
        QVERIFY(QFileInfo::exists(folder + QStringLiteral("/host.test.key")));
        QVERIFY(!QFileInfo::exists(storeFolder()));
    }

    void takesTheDatesItIsGiven()
    {
        const QJsonObject days =
            run(QStringLiteral("create a --format json --from 2026-01-02 --to 2026-03-04")).objects().value(0);
        QCOMPARE(days[key("notBefore")].toString(), QStringLiteral("2026-01-02T00:00:00Z"));
        QCOMPARE(days[key("notAfter")].toString(), QStringLiteral("2026-03-04T23:59:59Z"));
        const QJsonObject moments =
            run(QStringLiteral("create b --format json --from 2026-01-02T03:04:05+02:00 --days 1")).objects().value(0);
        QCOMPARE(moments[key("notBefore")].toString(), QStringLiteral("2026-01-02T01:04:05Z"));
        QCOMPARE(moments[key("notAfter")].toString(), QStringLiteral("2026-01-03T01:04:04Z"));
    }

    void anAuthorityLivesLongerThanALeaf()
    {
        const QJsonObject authority = run(QStringLiteral("create --ca CA --format json")).objects().value(0);
        const auto moment = [&](const char *name) {
            return QDateTime::fromString(authority[key(name)].toString(), Qt::ISODate);
        };
        QCOMPARE(moment("notBefore").secsTo(moment("notAfter")) + 1, qint64{3650} * 86'400);
        QCOMPARE(authority[key("isCa")], QJsonValue(true));
        QCOMPARE(authority[key("subjectAltNames")].toArray(), QJsonArray());
    }

    void aNameThatIsAHostNameIsAnAlternativeNameToo_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QJsonArray>("names");
        QTest::addColumn<bool>("isWarned");
        QTest::newRow("a host name") << QStringList{key("host.test")} << QJsonArray{key("DNS:host.test")} << false;
        QTest::newRow("an address") << QStringList{key("127.0.0.1")} << QJsonArray{key("IP:127.0.0.1")} << false;
        QTest::newRow("a person") << QStringList{key("Jane Doe")} << QJsonArray() << true;
        QTest::newRow("none wanted") << QStringList{key("host.test"), key("--san"), QString()} << QJsonArray() << true;
        QTest::newRow("two lists") << QStringList{key("a.test"), key("--san"), key("b.test"), key("--san=c.test")}
                                   << QJsonArray{key("DNS:b.test"), key("DNS:c.test")} << false;
    }
    void aNameThatIsAHostNameIsAnAlternativeNameToo()
    {
        QFETCH(QStringList, arguments);
        QFETCH(bool, isWarned);
        const CertsRun created = run(QStringLiteral("create --format json"), arguments);
        QCOMPARE(created.exitCode, 0);
        QTEST(created.objects().value(0)[key("subjectAltNames")].toArray(), "names");
        QCOMPARE(!created.err.isEmpty(), isWarned);
    }

    void warnsAndStillCreates_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("warning");
        QTest::newRow("a leaf for longer than browsers take")
            << "create host.test --from 2026-01-01 --days 399" << "398 days";
        QTest::newRow("a leaf of a later day for longer")
            << "create host.test --from 2026-04-01 --days 201" << "200 days";
        QTest::newRow("an issuer that is no authority")
            << "create host.test --issuer leaf.test" << "no certificate authority";
        QTest::newRow("an issuer that expires earlier")
            << "create host.test --issuer short.test --days 40" << "expires earlier";
    }
    void warnsAndStillCreates()
    {
        QFETCH(QString, commandLine);
        QFETCH(QString, warning);
        QCOMPARE(run(QStringLiteral("create leaf.test")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("create short.test --ca --days 10")).exitCode, 0);
        const CertsRun created = run(commandLine);
        QCOMPARE(created.exitCode, 0);
        QVERIFY2(created.err.contains(warning), qPrintable(created.err));
        QVERIFY(QFileInfo::exists(storeFolder() + QStringLiteral("/host.test.pem")));
    }

    void saysWhyNothingWasCreated_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("error");
        QTest::newRow("an unknown issuer") << "create a --issuer nobody" << "certificate-not-found";
        QTest::newRow("an issuer without its key") << "create a --issuer keyless.test" << "certificate-not-found";
        QTest::newRow("a folder that cannot be made") << "create a --out /dev/null/folder" << "file-not-writable";
    }
    void saysWhyNothingWasCreated()
    {
        QFETCH(QString, commandLine);
        const CertsRun created = run(commandLine + QStringLiteral(" --format json"));
        QCOMPARE(created.exitCode, 1);
        QCOMPARE(created.objects().size(), 1);
        const QJsonObject error = created.objects().first()[key("error")].toObject();
        QTEST(error[key("code")].toString(), "error");
        QCOMPARE(created.err, QStringLiteral("sealport: ") + error[key("sentence")].toString() + u'\n');
        QVERIFY(!QFileInfo::exists(storeFolder() + QStringLiteral("/a.pem")));
    }

    void tellsKeysOfOneSizeApart_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("name");
        for (const char *curve : {"P-256", "secp256k1", "brainpoolP256r1"})
            QTest::newRow(curve) << QStringLiteral("ec_paramgen_curve:") + QString::fromLatin1(curve)
                                 << QString::fromLatin1(curve);
        QTest::newRow("a key without a curve") << "rsa_keygen_bits:2048" << "";
    }
    void tellsKeysOfOneSizeApart()
    {
        QFETCH(QString, kind);
        QFETCH(QString, name);
        CertificateMaker maker;
        const QString algorithm = name.isEmpty() ? key("rsa") : key("ec");
        maker.make(key("made"),
                   {.extensions = "extendedKeyUsage=serverAuth,1.2.3.4\n", .key = {algorithm, key("-pkeyopt"), kind}});
        const QString file = maker.path(key("made"), "pem");
        const QJsonObject shown = run(QStringLiteral("show --format json"), {file}).objects().value(0);
        QCOMPARE(shown[key("curve")], name.isEmpty() ? QJsonValue() : QJsonValue(name));
        QCOMPARE(shown[key("purposes")].toArray(), (QJsonArray{key("serverAuth"), key("1.2.3.4")}));
        const QString text = run(QStringLiteral("show"), {file}).out;
        QVERIFY2(text.contains(name.isEmpty() ? key("RSA, 2048 bits") : QString(u"EC " + name + u", 256 bits")),
                 qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("TLS server")) && text.contains(QStringLiteral("SHA-512 ")),
                 qPrintable(text));
    }

    void showsTheOtherFilesWhenOneIsBroken()
    {
        const QString broken = m_folder->filePath(QStringLiteral("broken.p12"));
        QVERIFY(QFile::copy(fixture(QStringLiteral("modern.p12")), broken));
        const QString passphrase = m_folder->filePath(QStringLiteral("passphrase"));
        QFile file(passphrase);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("wrong\nsecret\n") > 0);
        file.close();
        const CertsRun shown =
            run(QStringLiteral("show --format json --pass-file"),
                {passphrase, fixture(QStringLiteral("leaf.pem")), broken, fixture(QStringLiteral("rsa.pem"))});
        QCOMPARE(shown.exitCode, 1);
        QCOMPARE(shown.objects().size(), 3);
        QCOMPARE(shown.objects()[0][key("subject")].toString().left(12), QStringLiteral("CN=leaf.test"));
        QCOMPARE(shown.objects()[1][key("file")].toString(), broken);
        QCOMPARE(shown.objects()[1][key("error")].toObject()[key("code")].toString(), QStringLiteral("wrong-password"));
        QCOMPARE(shown.objects()[2][key("subject")].toString(), QStringLiteral("CN=rsa.test"));
        QCOMPARE(shown.err, QStringLiteral("sealport: ")
                                + shown.objects()[1][key("error")].toObject()[key("sentence")].toString() + u'\n');
    }

    void opensContainersWithAPassphraseFile_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("with a line end of Windows") << QByteArray("secret\r\n");
        QTest::newRow("with the mark that editors of Windows put in front") << QByteArray("\xEF\xBB\xBFsecret");
    }
    void opensContainersWithAPassphraseFile()
    {
        QFETCH(QByteArray, content);
        const QString passphrase = m_folder->filePath(QStringLiteral("passphrase"));
        QFile file(passphrase);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) > 0);
        file.close();
        const CertsRun shown =
            run(QStringLiteral("show --format json --pass-file"), {passphrase, fixture(QStringLiteral("modern.p12"))});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.objects().size(), 2);
        QCOMPARE(run(QStringLiteral("show --pass-file"),
                     {m_folder->filePath(QStringLiteral("missing")), QStringLiteral("x")})
                     .exitCode,
                 1);
    }

    void showsWhatAFolderHolds()
    {
        const QString folder = m_folder->filePath(QStringLiteral("mixed"));
        QVERIFY(QDir().mkpath(folder));
        for (const char *name : {"leaf.pem", "leaf.key", "make.sh", "root.pem"})
            QVERIFY(QFile::copy(fixture(QString::fromLatin1(name)), folder + u'/' + QString::fromLatin1(name)));
        const CertsRun shown = run(QStringLiteral("show --format json"), {folder});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.objects().size(), 2);
        QVERIFY2(shown.err.isEmpty(), qPrintable(shown.err)); // keys and scripts may lie beside certificates
    }

    void saysWhyNothingIsShown_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<QString>("error");
        QTest::newRow("an unknown name") << "nobody" << "certificate-not-found";
        QTest::newRow("a mistyped thumbprint") << "9da484fcf66292909a62d4ca65fb087e0645of24" << "not-a-thumbprint";
        QTest::newRow("a missing file") << "./missing.pem" << "file-not-found";
        QTest::newRow("a key") << fixture(QStringLiteral("leaf.key")) << "no-certificate-in-file";
        QTest::newRow("a script") << fixture(QStringLiteral("make.sh")) << "no-certificate-in-file";
        QTest::newRow("a locked container") << fixture(QStringLiteral("modern.p12")) << "passphrase-needed";
    }
    void saysWhyNothingIsShown()
    {
        QFETCH(QString, item);
        const CertsRun shown = run(QStringLiteral("show --format json"), {item});
        QCOMPARE(shown.exitCode, 1);
        QCOMPARE(shown.objects().size(), 1);
        QCOMPARE(shown.objects().first()[key("file")].toString(), item);
        QTEST(shown.objects().first()[key("error")].toObject()[key("code")].toString(), "error");
        QVERIFY(!shown.err.isEmpty());
    }

    void showsEveryCertificateOfAName()
    {
        QCOMPARE(run(QStringLiteral("create twice")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("create twice")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("show twice --format json")).objects().size(), 2);
        const CertsRun created = run(QStringLiteral("create a --issuer twice"));
        QCOMPARE(created.exitCode, 1);
        QVERIFY(created.err.contains(QStringLiteral("Several certificates")));
    }

    void anEmptyStoreIsNoError()
    {
        static_cast<void>(openDataFolder(folder()));
        QVERIFY(QDir(storeFolder()).removeRecursively()); // the user wanted none of them
        const CertsRun json = run(QStringLiteral("list --format json"));
        QCOMPARE(json.exitCode, 0);
        QVERIFY(json.out.isEmpty() && json.err.isEmpty());
        const CertsRun text = run(QStringLiteral("list"));
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.err.contains(QStringLiteral("certs create")));
    }

    // As the window and `serve` do it.
    void firstLookAtTheStoreMakesTheDefault_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<int>("shown");
        QTest::newRow("list") << "list --format json" << 2;
        QTest::newRow("show") << "show localhost --format json" << 1;
        QTest::newRow("an issuer") << "create a --format json --san a.test --issuer" << 1;
    }
    void firstLookAtTheStoreMakesTheDefault()
    {
        QFETCH(const QString, commandLine);
        const CertsRun first =
            run(commandLine, commandLine.endsWith(u"issuer") ? QStringList{key("Sealport test CA")} : QStringList());
        QVERIFY2(first.exitCode == 0 && first.err.isEmpty(), qPrintable(first.err));
        QTEST(static_cast<int>(first.objects().size()), "shown");
        const DataFolderContents contents = openDataFolder(folder());
        QCOMPARE(contents.profiles.size(), std::size_t{1});
        QCOMPARE(contents.profiles.front().name, QStringLiteral("sSocketSSL"));
    }

    void lookAtAFileMakesNothing_data()
    {
        QTest::addColumn<QString>("item");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("a file") << fixture(QStringLiteral("leaf.pem")) << 0;
        QTest::newRow("a file of this folder") << QStringLiteral("here.pem") << 0;
        QTest::newRow("a folder") << QStringLiteral(".") << 0;
        QTest::newRow("a file that is missing") << QStringLiteral("./missing.pem") << 1;
        QTest::newRow("a folder without a certificate") << QStringLiteral("./empty") << 1;
    }
    void lookAtAFileMakesNothing()
    {
        QFETCH(const QString, item);
        const QString before = QDir::currentPath();
        QVERIFY(QFile::copy(fixture(QStringLiteral("leaf.pem")), m_folder->filePath(QStringLiteral("here.pem"))));
        QVERIFY(QDir::setCurrent(m_folder->path()) && QDir().mkdir(QStringLiteral("empty")));
        const CertsRun shown = run(QStringLiteral("show --format json"), {item});
        QVERIFY(QDir::setCurrent(before));
        QTEST(shown.exitCode, "exitCode");
        QVERIFY(shown.exitCode == 0 || shown.err.contains(item));
        QVERIFY(!QFileInfo::exists(folder().path));
    }

    void damagedServersAreSaidAndTheCertificatesListed()
    {
        static_cast<void>(openDataFolder(folder()));
        QFile file(folder().profiles());
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write("{") == 1);
        file.close();
        const CertsRun listed = run(QStringLiteral("list"));
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.err.contains(folder().profiles()));
        QVERIFY(listed.out.contains(QStringLiteral("localhost")));
    }

    void aStoreThatCannotBeReadIsSaidOnce()
    {
        static_cast<void>(openDataFolder(folder()));
        QVERIFY(QDir(storeFolder()).removeRecursively());
        QFile file(storeFolder());
        QVERIFY(file.open(QIODevice::WriteOnly));
        QVERIFY(QFile::remove(folder().profiles())); // as if nothing had ever been made
        const CertsRun listed = run(QStringLiteral("list"));
        QCOMPARE(listed.exitCode, 1);
        QVERIFY2(listed.err.count(u'\n') == 1 && listed.err.contains(storeFolder()), qPrintable(listed.err));
    }

    void showsARequest()
    {
        const QString file = fixture(QStringLiteral("request-names.pem"));
        const CertsRun shown = run(QStringLiteral("show --format json"), {file});
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.err.isEmpty(), qPrintable(shown.err));
        QCOMPARE(shown.objects().size(), 1);
        const QJsonObject request = shown.objects().first();
        QCOMPARE(request[key("type")].toString(), QStringLiteral("request"));
        QCOMPARE(request[key("subject")].toString(), QStringLiteral("CN=Élan,O=Sealport tests,C=FR"));
        QCOMPARE(request[key("subjectAltNames")].toArray(),
                 (QJsonArray{key("DNS:leaf.test"), key("IP:127.0.0.1"), key("email:me@leaf.test")}));
        QCOMPARE(request[key("keyType")].toString(), QStringLiteral("EC"));
        QCOMPARE(request[key("signatureValid")], QJsonValue(true));
        QCOMPARE(request[key("publicKeySha256")].toString().toLatin1(),
                 certificateOf(QStringLiteral("leaf.pem")).publicKeySha256().toHex());
        QCOMPARE(request[key("file")].toString(), file);

        const QString text = run(QStringLiteral("show"), {file}).out;
        QVERIFY2(text.startsWith(QStringLiteral("Certificate request: Élan\n")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("DNS:leaf.test, IP:127.0.0.1")));
    }

    void showsARevocationList()
    {
        const QString file = fixture(QStringLiteral("list.pem"));
        const CertsRun shown = run(QStringLiteral("show --format json"), {file});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.objects().size(), 1);
        const QJsonObject list = shown.objects().first();
        QCOMPARE(list[key("type")].toString(), QStringLiteral("revocation-list"));
        QCOMPARE(list[key("issuer")].toString(), QStringLiteral("CN=Test root,O=Sealport tests,C=FR"));
        QCOMPARE(list[key("thisUpdate")].toString(), QStringLiteral("2026-04-01T00:00:00Z"));
        QCOMPARE(list[key("nextUpdate")].toString(), QStringLiteral("2026-05-01T00:00:00Z"));
        QCOMPARE(list[key("number")].toString(), QStringLiteral("4098"));
        QCOMPARE(list[key("count")].toInt(), 3);
        const QJsonArray entries = list[key("entries")].toArray();
        QCOMPARE(entries.size(), 3);
        QCOMPARE(entries[0].toObject()[key("serial")].toString(), QStringLiteral("7f"));
        QCOMPARE(entries[0].toObject()[key("reason")], QJsonValue(QJsonValue::Null));
        QCOMPARE(entries[1].toObject()[key("reason")].toString(), QStringLiteral("keyCompromise"));
        QCOMPARE(entries[1].toObject()[key("date")].toString(), QStringLiteral("2026-01-02T03:04:05Z"));

        const QString text = run(QStringLiteral("show"), {file}).out;
        QVERIFY2(text.startsWith(QStringLiteral("Certificate revocation list of CN=Test root")), qPrintable(text));
        QVERIFY(text.contains(QStringLiteral("0a1b  2026-01-02T03:04:05Z  keyCompromise\n")));
    }

    void aFileOfBothIsShownAsBoth()
    {
        const CertsRun shown = run(QStringLiteral("show --format json"), {fixture(QStringLiteral("chain.p7b"))});
        QCOMPARE(shown.exitCode, 0);
        QCOMPARE(shown.objects().size(), 4);
        QVERIFY(!shown.objects().first().contains(key("type")));
        QCOMPARE(shown.objects().last()[key("type")].toString(), QStringLiteral("revocation-list"));
    }

    void textIsForPeople()
    {
        QCOMPARE(run(QStringLiteral("create localhost")).exitCode, 0);
        const QString sha1 =
            formatThumbprint(store().list().certificates.at(0).certificate.sha1(), ThumbprintFormat::Windows);
        for (const char *line : {"list", "show localhost"}) {
            const CertsRun outcome = run(QString::fromLatin1(line));
            QCOMPARE(outcome.exitCode, 0);
            QVERIFY(outcome.out.startsWith(QStringLiteral("localhost\n")));
            QVERIFY(outcome.out.contains(sha1));
            QVERIFY(outcome.out.contains(QStringLiteral("private key present")));
        }
    }
};

QTEST_GUILESS_MAIN(TestCertsCommand)
#include "tst_certs_command.moc"
