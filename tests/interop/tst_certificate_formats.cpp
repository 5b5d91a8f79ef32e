#include "model/certificates/certificate_file.h"
#include "model/certificates/certificate_writer.h"
#include "model/certificates/issuer.h"
#include "tests/support/child_process.h"

#include <QDir>
#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <array>
#include <optional>

using namespace sealport;
using namespace sealport::test;

namespace {

SecretBytes secret(const QByteArray &text)
{
    return SecretBytes(std::as_bytes(std::span(text.constData(), static_cast<std::size_t>(text.size()))));
}

const QByteArray simple("secret1");
const QByteArray accented("p\xC3\xA2te-\xC3\xA0-sel");

struct Tool {
    const char *program;
    const char *package;
};
constexpr std::array tools{Tool{"openssl", "openssl"},        Tool{"certtool", "gnutls-bin"},
                           Tool{"keytool", "default-jdk"},    Tool{"certutil", "libnss3-tools"},
                           Tool{"pk12util", "libnss3-tools"}, Tool{"ssh-keygen", "openssh-client"}};

QByteArray packageOf(const QString &program)
{
    for (const Tool &tool : tools)
        if (program == QLatin1String(tool.program))
            return tool.package;
    return {};
}

} // namespace

/// Files that we write and other programs read, and the other way round.
class TestCertificateFormats : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    std::optional<Identity> m_identity;

    QString path(const QString &name) const { return m_folder.filePath(name); }

    /// Runs the words of a line, in which %d is the folder; what it printed on either stream.
    ProgramRun run(const QString &line, const QByteArray &passphrase) const
    {
        QStringList words = line.split(u' ');
        for (QString &word : words) {
            word.replace(QStringLiteral("%d"), m_folder.path());
            word.replace(QStringLiteral("%p"), QString::fromUtf8(passphrase));
        }
        const QString program = words.takeFirst();
        return runProgram(program, words,
                          {"LC_ALL=C.UTF-8", "LANG=C.UTF-8", "JAVA_TOOL_OPTIONS=-XX:TieredStopAtLevel=1"});
    }

    void put(const QString &name, const QByteArray &text) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write a file", __FILE__, __LINE__);
    }

    static bool isMissing(const QString &line)
    {
        return QStandardPaths::findExecutable(line.section(u' ', 0, 0)).isEmpty();
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const PrivateKey rootKey = PrivateKey::generate(KeyKind::parse(QStringLiteral("ec:P-256")).value()).value();
        const CertificateSpec rootSpec{
            .commonName = QStringLiteral("Format root"), .notBefore = now, .notAfter = now.addDays(9), .isCa = true};
        const Identity root{.certificate = issue(rootSpec, rootKey).value(), .key = rootKey, .chain = {}};
        const PrivateKey key = PrivateKey::generate(KeyKind::parse(QStringLiteral("rsa:2048")).value()).value();
        const CertificateSpec spec{.commonName = QStringLiteral("formats.test"),
                                   .alternativeNames = {QStringLiteral("formats.test")},
                                   .notBefore = now,
                                   .notAfter = now.addDays(8)};
        m_identity = Identity{.certificate = issue(spec, key, &root).value(), .key = key, .chain = {root.certificate}};
        for (const ExportFormat format : allExportFormats) {
            for (const QByteArray &passphrase : {simple, accented}) {
                const SecretBytes given = secret(passphrase);
                const QString name = (passphrase == simple ? QStringLiteral("simple.") : QStringLiteral("accented."))
                                     + exportFormatName(format);
                QVERIFY(exportCertificate(path(name), *m_identity, format, &given, ExistingFile::Keep));
            }
        }
        QVERIFY(exportCertificate(path(QStringLiteral("open.pem-key")), *m_identity, ExportFormat::PemWithKey, nullptr,
                                  ExistingFile::Keep));
        const auto alone = key.pkcs8Pem(); // GnuTLS takes each block of a file for a key
        QVERIFY(alone);
        QVERIFY(writeFileAtomically(path(QStringLiteral("alone.key")), alone->bytes(), FileAccess::OwnerOnly));
        put(QStringLiteral("simple.pass"), simple);
        put(QStringLiteral("accented.pass"), accented);
    }

    void othersReadWhatWeWrite_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QByteArray>("said");
        const auto row = [](const char *name, const char *line, const QByteArray &passphrase = simple,
                            const char *said = "formats.test") {
            QTest::newRow(name) << QString::fromLatin1(line) << passphrase << QByteArray(said);
        };
        row("OpenSSL, PEM", "openssl x509 -noout -subject -in %d/simple.pem");
        row("OpenSSL, DER", "openssl x509 -noout -subject -inform DER -in %d/simple.der");
        row("OpenSSL, PEM chain", "openssl storeutl -noout -text -certs %d/simple.chain", simple, "Format root");
        row("OpenSSL, PKCS#7", "openssl pkcs7 -inform DER -print_certs -noout -in %d/simple.p7b", simple,
            "Format root");
        row("OpenSSL, open key", "openssl pkey -noout -text -in %d/open.pem-key", simple, "2048 bit");
        row("OpenSSL, encrypted key", "openssl pkey -noout -text -passin pass:%p -in %d/accented.pem-key", accented,
            "2048 bit");
        row("OpenSSL, PKCS#12", "openssl pkcs12 -nodes -in %d/simple.p12 -passin pass:%p");
        row("OpenSSL, PKCS#12, beyond ASCII", "openssl pkcs12 -nodes -in %d/accented.p12 -passin pass:%p", accented);
        row("OpenSSL, PKCS#12 for old devices", "openssl pkcs12 -nodes -in %d/simple.p12-legacy -passin pass:%p");
        row("OpenSSL, public key", "openssl pkey -pubin -noout -text -in %d/simple.pubkey", simple, "2048 bit");
        row("GnuTLS, PEM", "certtool --certificate-info --infile %d/simple.chain", simple, "Format root");
        row("GnuTLS, DER", "certtool --certificate-info --inder --infile %d/simple.der");
        row("GnuTLS, PKCS#7", "certtool --p7-info --inder --infile %d/simple.p7b", simple, "Number of certificates: 2");
        row("GnuTLS, encrypted key", "certtool --key-info --password %p --infile %d/simple.pem-key", simple,
            "2048 bits");
        row("GnuTLS, PKCS#12", "certtool --p12-info --inder --password %p --infile %d/simple.p12", simple,
            "PRIVATE KEY-----");
        row("GnuTLS, PKCS#12, beyond ASCII", "certtool --p12-info --inder --password %p --infile %d/accented.p12",
            accented, "PRIVATE KEY-----");
        row("GnuTLS, PKCS#12 for old devices",
            "certtool --p12-info --inder --password %p --infile %d/simple.p12-legacy", simple, "PRIVATE KEY-----");
        row("GnuTLS, public key", "certtool --pubkey-info --infile %d/simple.pubkey", simple, "2048");
        row("Java, PEM", "keytool -printcert -file %d/simple.pem");
        row("Java, DER", "keytool -printcert -file %d/simple.der");
        row("Java, PKCS#7", "keytool -printcert -file %d/simple.p7b", simple, "Format root");
        row("Java, PKCS#12", "keytool -list -storetype PKCS12 -keystore %d/simple.p12 -storepass %p", simple,
            "PrivateKeyEntry");
        // None beyond ASCII: Java says "Password is not ASCII" of its own files, and refuses OpenSSL's.
        row("Java, PKCS#12 for old devices",
            "keytool -list -storetype PKCS12 -keystore %d/simple.p12-legacy -storepass %p", simple, "PrivateKeyEntry");
        row("NSS, PKCS#12", "pk12util -l %d/simple.p12 -w %d/simple.pass", simple, "Key(shrouded)");
        row("NSS, PKCS#12, beyond ASCII", "pk12util -l %d/accented.p12 -w %d/accented.pass", accented, "Key(shrouded)");
        row("NSS, PKCS#12 for old devices", "pk12util -l %d/simple.p12-legacy -w %d/simple.pass", simple,
            "Key(shrouded)");
        row("OpenSSH, its public key", "ssh-keygen -l -f %d/simple.ssh", simple, "2048 SHA256:");
    }
    void othersReadWhatWeWrite()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, passphrase);
        QFETCH(QByteArray, said);
        if (isMissing(line))
            QSKIP(qPrintable(QStringLiteral("NOT TESTED: install ")
                             + QString::fromLatin1(packageOf(line.section(u' ', 0, 0)))));
        const ProgramRun done = run(line, passphrase);
        QVERIFY2(done.exitCode == 0 && done.output.contains(said), done.output.constData());
    }

    void openSshMakesTheSameLineOfThePublicKey()
    {
        if (isMissing(QStringLiteral("ssh-keygen")))
            QSKIP("NOT TESTED: install openssh-client");
        QFile ours(path(QStringLiteral("simple.ssh")));
        QVERIFY(ours.open(QIODevice::ReadOnly));
        const ProgramRun theirs = run(QStringLiteral("ssh-keygen -i -m PKCS8 -f %d/simple.pubkey"), {});
        QCOMPARE(theirs.exitCode, 0);
        QVERIFY(ours.readAll().startsWith(QByteArray(theirs.output.trimmed() + ' ')));
    }

    void weReadWhatOthersWrite_data()
    {
        QTest::addColumn<QStringList>("lines"); // the last writes %d/theirs
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<int>("certificates");
        QTest::addColumn<int>("keys");
        const auto row = [](const char *name, std::initializer_list<const char *> lines, const QByteArray &passphrase,
                            int certificates, int keys) {
            QStringList list;
            for (const char *line : lines)
                list.append(QString::fromLatin1(line));
            QTest::newRow(name) << list << passphrase << certificates << keys;
        };
        const char *opensslExport = "openssl pkcs12 -export -in %d/open.pem-key -passout pass:%p -out %d/theirs";
        row("OpenSSL, PKCS#12", {opensslExport}, simple, 2, 1);
        row("OpenSSL, PKCS#12, beyond ASCII", {opensslExport}, accented, 2, 1);
        row("OpenSSL, PKCS#12 with RC2",
            {"openssl pkcs12 -export -legacy -in %d/open.pem-key -passout pass:%p -out %d/theirs"}, simple, 2, 1);
        row("OpenSSL, PKCS#12 without MAC",
            {"openssl pkcs12 -export -nomac -in %d/open.pem-key -passout pass:%p -out %d/theirs"}, simple, 2, 1);
        row("OpenSSL, PKCS#7", {"openssl crl2pkcs7 -nocrl -certfile %d/simple.chain -out %d/theirs"}, simple, 2, 0);
        row("OpenSSL, encrypted key",
            {"openssl pkcs8 -topk8 -v2prf hmacWithSHA512 -in %d/open.pem-key -passout pass:%p -out %d/theirs"},
            accented, 0, 1);
        row("OpenSSL, key in the old form", {"openssl rsa -traditional -in %d/open.pem-key -out %d/theirs"}, simple, 0,
            1);
        row("GnuTLS, PKCS#12",
            {"certtool --to-p12 --load-certificate %d/simple.chain --load-privkey %d/alone.key --p12-name x "
             "--password %p --outder --outfile %d/theirs"},
            accented, 2, 1);
        row("GnuTLS, encrypted key", {"certtool --to-p8 --load-privkey %d/alone.key --password %p --outfile %d/theirs"},
            simple, 0, 1);
        row("NSS, PKCS#12",
            {"certutil -N -d sql:%d/nss --empty-password", "pk12util -i %d/simple.p12 -d sql:%d/nss -w %d/simple.pass",
             "pk12util -o %d/theirs -n formats.test -d sql:%d/nss -w %d/simple.pass"},
            simple, 2, 1);
        for (const char *type : {"PKCS12", "JKS", "JCEKS"}) {
            const QByteArray line =
                QByteArray("keytool -importkeystore -noprompt -srckeystore %d/simple.p12 -srcstoretype PKCS12 "
                           "-srcstorepass %p -destkeystore %d/theirs -deststorepass %p -destkeypass %p -deststoretype ")
                + type;
            row(type, {line.constData()}, simple, 2, 1);
        }
        row("Java, truststore in JKS",
            {"keytool -importcert -noprompt -alias a -file %d/simple.pem -keystore %d/theirs -storetype JKS -storepass "
             "%p"},
            simple, 1, 0);
    }
    void weReadWhatOthersWrite()
    {
        QFETCH(QStringList, lines);
        QFETCH(QByteArray, passphrase);
        QFile::remove(path(QStringLiteral("theirs")));
        QDir(m_folder.path()).mkdir(QStringLiteral("nss"));
        for (const QString &line : lines) {
            if (isMissing(line))
                QSKIP(qPrintable(QStringLiteral("NOT TESTED: install ")
                                 + QString::fromLatin1(packageOf(line.section(u' ', 0, 0)))));
            const ProgramRun done = run(line, passphrase);
            QVERIFY2(done.exitCode == 0, done.output.constData());
        }
        const SecretBytes given = secret(passphrase);
        const auto contents = readCertificateFile(path(QStringLiteral("theirs")), &given);
        QVERIFY2(contents, contents ? "" : qPrintable(errorName(contents.error().code)));
        QTEST(int(contents->certificates.size()), "certificates");
        QTEST(int(contents->keys.size()), "keys");
        if (!contents->certificates.empty())
            QVERIFY(std::ranges::find(contents->certificates, m_identity->certificate) != contents->certificates.end());
        if (!contents->keys.empty())
            QVERIFY(contents->keys[0].matches(m_identity->certificate));
    }
};

QTEST_GUILESS_MAIN(TestCertificateFormats)
#include "tst_certificate_formats.moc"
