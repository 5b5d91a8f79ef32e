#include "model/certificates/certificate_writer.h"

#include "model/certificates/content_reader.h"
#include "model/certificates/issuer.h"
#include "model/certificates/openssh_public_key.h"
#include "tests/certificates/damaged_keys.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(sealport::ExportFormat)

namespace {

Identity leaf()
{
    return {.certificate = certificateOf(QStringLiteral("leaf.pem")),
            .key = keyOf(QStringLiteral("leaf.key")),
            .chain = {certificateOf(QStringLiteral("intermediate.pem")), certificateOf(QStringLiteral("root.pem"))}};
}

QByteArray textOf(const SecretBytes &bytes)
{
    return {reinterpret_cast<const char *>(bytes.bytes().data()), static_cast<qsizetype>(bytes.bytes().size())};
}

Identity ofKind(const QString &kind)
{
    const PrivateKey key = PrivateKey::generate(KeyKind::parse(kind).value()).value();
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const CertificateSpec spec{.commonName = QStringLiteral("some name"), .notBefore = now, .notAfter = now.addDays(1)};
    return {.certificate = issue(spec, key).value(), .key = key, .chain = {}};
}

uint modeOf(const QString &file)
{
    struct stat status{};
    ::stat(QFile::encodeName(file).constData(), &status);
    return status.st_mode & 0777U;
}

} // namespace

class TestCertificateWriter : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString path(const QString &name) const { return m_folder.filePath(name); }

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void everyFormatHasItsName()
    {
        for (const ExportFormat format : allExportFormats)
            QCOMPARE(exportFormatNamed(exportFormatName(format)), std::optional(format));
        QVERIFY(!exportFormatNamed(QStringLiteral("pfx")));
        QVERIFY(!exportFormatNamed(QString()));
    }

    void whatIsWrittenIsReadAgain_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<int>("certificates");
        QTest::addColumn<int>("keys");
        QTest::newRow("PEM") << ExportFormat::Pem << 1 << 0;
        QTest::newRow("PEM with the chain") << ExportFormat::PemChain << 3 << 0;
        QTest::newRow("PEM with the key") << ExportFormat::PemWithKey << 3 << 1;
        QTest::newRow("DER") << ExportFormat::Der << 1 << 0;
        QTest::newRow("PKCS#7") << ExportFormat::Pkcs7 << 3 << 0;
        QTest::newRow("PKCS#12") << ExportFormat::Pkcs12 << 3 << 1;
        QTest::newRow("PKCS#12 for old devices") << ExportFormat::Pkcs12ForOldDevices << 3 << 1;
    }
    void whatIsWrittenIsReadAgain()
    {
        QFETCH(ExportFormat, format);
        const Identity identity = leaf();
        const QString file = path(QStringLiteral("out.") + exportFormatName(format));
        const SecretBytes passphrase = secret("p\xC3\xA2te-\xC3\xA0-sel");
        QVERIFY(exportCertificate(file, identity, format, &passphrase, ExistingFile::Keep));
        const auto contents = readCertificateFile(file, &passphrase);
        QVERIFY(contents);
        QTEST(int(contents->certificates.size()), "certificates");
        QCOMPARE(contents->certificates[0], identity.certificate);
        QTEST(int(contents->keys.size()), "keys");
        QCOMPARE(modeOf(file) & 077U, holdsPrivateKey(format) ? 0U : modeOf(file) & 077U);
        if (holdsPrivateKey(format)) {
            QCOMPARE(modeOf(file), 0600U);
            QVERIFY(contents->keys[0].matches(identity.certificate));
            const SecretBytes wrong = secret("wrong");
            QVERIFY(saysWrongPassphrase(readCertificateFile(file, &wrong).error()));
        }
    }

    void pemWithKeyMayBeOpen()
    {
        const auto bytes = encodeCertificate(leaf(), ExportFormat::PemWithKey);
        QVERIFY(bytes);
        QVERIFY(textOf(*bytes).contains("BEGIN PRIVATE KEY"));
        QVERIFY(checkExport(bytes->bytes(), leaf(), ExportFormat::PemWithKey, nullptr));
    }

    void pkcs12SaysItsAlgorithms_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<QList<QByteArray>>("parts");
        QTest::newRow("modern") << ExportFormat::Pkcs12
                                << QList<QByteArray>{"MAC: sha256, Iteration 100000",
                                                     "PBES2, PBKDF2, AES-256-CBC, Iteration 100000, PRF hmacWithSHA256",
                                                     "friendlyName: leaf.test", "localKeyID"};
        QTest::newRow("for old devices") << ExportFormat::Pkcs12ForOldDevices
                                         << QList<QByteArray>{"MAC: sha1, Iteration 2048",
                                                              "pbeWithSHA1And3-KeyTripleDES-CBC, Iteration 2048",
                                                              "friendlyName: leaf.test", "localKeyID"};
    }
    void pkcs12SaysItsAlgorithms()
    {
        QFETCH(ExportFormat, format);
        QFETCH(QList<QByteArray>, parts);
        const QString file = path(QStringLiteral("algorithms-") + exportFormatName(format));
        const SecretBytes passphrase = secret("secret");
        QVERIFY(exportCertificate(file, leaf(), format, &passphrase, ExistingFile::Keep));
        const ProgramRun run =
            runProgram(QStringLiteral("openssl"),
                       {QStringLiteral("pkcs12"), QStringLiteral("-info"), QStringLiteral("-nodes"),
                        QStringLiteral("-in"), file, QStringLiteral("-passin"), QStringLiteral("pass:secret")},
                       {}, {}, ChildProcess::Errors::Apart);
        QCOMPARE(run.exitCode, 0);
        const QByteArray said = run.errors + run.output;
        for (const QByteArray &part : parts)
            QVERIFY2(said.contains(part), said.constData());
    }

    void publicKeysAreThoseOfTheCertificate()
    {
        const auto pem = encodeCertificate(leaf(), ExportFormat::PublicKey);
        QVERIFY(pem);
        QCOMPARE(textOf(*pem).trimmed(),
                 openssl({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-pubkey"),
                          QStringLiteral("-in"), fixture(QStringLiteral("leaf.pem"))}));
        QVERIFY(checkExport(pem->bytes(), leaf(), ExportFormat::PublicKey, nullptr));
    }

    void openSshKnowsTheseKeys_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QByteArray>("type");
        QTest::newRow("RSA") << "rsa:2048" << QByteArray("ssh-rsa ");
        QTest::newRow("P-256") << "ec:P-256" << QByteArray("ecdsa-sha2-nistp256 ");
        QTest::newRow("P-384") << "ec:P-384" << QByteArray("ecdsa-sha2-nistp384 ");
        QTest::newRow("P-521") << "ec:P-521" << QByteArray("ecdsa-sha2-nistp521 ");
        QTest::newRow("Ed25519") << "ed25519" << QByteArray("ssh-ed25519 ");
    }
    void openSshKnowsTheseKeys()
    {
        QFETCH(QString, kind);
        QFETCH(QByteArray, type);
        const Identity identity = ofKind(kind);
        const auto line = encodeCertificate(identity, ExportFormat::OpenSshPublicKey);
        QVERIFY(line);
        QVERIFY(textOf(*line).startsWith(type));
        QVERIFY(textOf(*line).endsWith(" some name\n"));
        QVERIFY(checkExport(line->bytes(), identity, ExportFormat::OpenSshPublicKey, nullptr));
        QVERIFY(!checkExport(line->bytes(), leaf(), ExportFormat::OpenSshPublicKey, nullptr));
    }

    void openSshAgreesWithItself()
    {
        QFile file(fixture(QStringLiteral("openssh.pub")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray line = file.readAll();
        const auto key = parseOpenSshPublicKey(line);
        QVERIFY(key);
        QCOMPARE(openSshPublicKey(**key, QStringLiteral("test")).value(), line);
    }

    void damagedLinesAreNoKeys_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("a type alone") << QByteArray("ssh-rsa");
        QTest::newRow("another type inside") << QByteArray("ssh-rsa AAAAC3NzaC1lZDI1NTE5AAAAIA==");
        QTest::newRow("a length beyond the end") << QByteArray("ssh-rsa /////3NzaA==");
        QTest::newRow("an Ed25519 key of three octets") << QByteArray("ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAA2FiYw==");
    }
    void damagedLinesAreNoKeys()
    {
        QFETCH(QByteArray, line);
        QCOMPARE(parseOpenSshPublicKey(line).error().code, ErrorCode::MalformedKey);
    }

    void refuses_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<bool>("hasPassphrase");
        QTest::addColumn<QString>("error");
        QTest::newRow("PEM with key, without the key")
            << ExportFormat::PemWithKey << "leaf.pem" << "" << true << "no-private-key";
        QTest::newRow("PKCS#12 without the key")
            << ExportFormat::Pkcs12 << "leaf.pem" << "" << true << "no-private-key";
        QTest::newRow("PKCS#12 with a key of another")
            << ExportFormat::Pkcs12 << "leaf.pem" << "other.key" << true << "key-mismatch";
        QTest::newRow("PKCS#12 without a pass phrase")
            << ExportFormat::Pkcs12ForOldDevices << "leaf.pem" << "leaf.key" << false << "export-needs-password";
        QTest::newRow("Ed448 for OpenSSH")
            << ExportFormat::OpenSshPublicKey << "ed448.pem" << "" << false << "unsupported-algorithm";
        QTest::newRow("DSA for OpenSSH") << ExportFormat::OpenSshPublicKey << "dsa.pem" << "" << false
                                         << "unsupported-algorithm";
        QTest::newRow("RSA-PSS for OpenSSH")
            << ExportFormat::OpenSshPublicKey << "rsa-pss.pem" << "" << false << "unsupported-algorithm";
    }
    void refuses()
    {
        QFETCH(ExportFormat, format);
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(bool, hasPassphrase);
        const Identity identity{
            .certificate = certificateOf(certificate), .key = key.isEmpty() ? PrivateKey() : keyOf(key), .chain = {}};
        const SecretBytes passphrase = secret("secret");
        const QString file = path(QStringLiteral("refused"));
        const auto written =
            exportCertificate(file, identity, format, hasPassphrase ? &passphrase : nullptr, ExistingFile::Keep);
        QVERIFY(!written);
        QTEST(errorName(written.error().code), "error");
        QCOMPARE(written.error().subject, identity.certificate.name());
        QVERIFY(!QFile::exists(file));
    }

    void theEmptyPassphraseProtectsNothing_data()
    {
        QTest::addColumn<ExportFormat>("format");
        QTest::newRow("PEM with the key") << ExportFormat::PemWithKey;
        QTest::newRow("PKCS#12") << ExportFormat::Pkcs12;
        QTest::newRow("PKCS#12 for old devices") << ExportFormat::Pkcs12ForOldDevices;
    }
    void theEmptyPassphraseProtectsNothing()
    {
        QFETCH(ExportFormat, format);
        const SecretBytes empty;
        const QString file = path(QStringLiteral("empty"));
        const auto written = exportCertificate(file, leaf(), format, &empty, ExistingFile::Keep);
        QVERIFY(!written);
        QCOMPARE(written.error().code, ErrorCode::EmptyPassphrase);
        QVERIFY(!QFile::exists(file));
    }

    void aDamagedKeyIsNotHandedOut()
    {
        QFile file(path(QStringLiteral("damaged.key")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(damagedEcKey(QStringLiteral("leaf.key")));
        file.close();
        Identity identity = leaf();
        identity.key = readCertificateFile(file.fileName())->keys.at(0);
        const SecretBytes passphrase = secret("secret");
        for (const ExportFormat format : {ExportFormat::PemWithKey, ExportFormat::Pkcs12})
            QCOMPARE(encodeCertificate(identity, format, &passphrase).error().code, ErrorCode::MalformedKey);
        QVERIFY(encodeCertificate(identity, ExportFormat::Pem));
    }

    void anExistingFileIsLeftAlone()
    {
        const QString file = path(QStringLiteral("there.pem"));
        QVERIFY(exportCertificate(file, leaf(), ExportFormat::PemChain, nullptr, ExistingFile::Keep));
        const auto again = exportCertificate(file, leaf(), ExportFormat::Pem, nullptr, ExistingFile::Keep);
        QVERIFY(!again);
        QCOMPARE(again.error().code, ErrorCode::AlreadyExists);
        QCOMPARE(readCertificateFile(file)->certificates.size(), std::size_t{3});
        QVERIFY(exportCertificate(file, leaf(), ExportFormat::Pem, nullptr, ExistingFile::Replace));
        QCOMPARE(readCertificateFile(file)->certificates.size(), std::size_t{1});
    }

    void seesWhatWasWrittenWrongly_data()
    {
        QTest::addColumn<ExportFormat>("format");
        for (const ExportFormat format : allExportFormats)
            QTest::newRow(qPrintable(exportFormatName(format))) << format;
    }
    void seesWhatWasWrittenWrongly()
    {
        QFETCH(ExportFormat, format);
        const SecretBytes passphrase = secret("secret");
        Identity other{.certificate = certificateOf(QStringLiteral("other.pem")),
                       .key = keyOf(QStringLiteral("other.key")),
                       .chain = {}};
        const auto bytes = encodeCertificate(other, format, &passphrase);
        QVERIFY(bytes);
        QVERIFY(checkExport(bytes->bytes(), other, format, &passphrase));
        const auto checked = checkExport(bytes->bytes(), leaf(), format, &passphrase);
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::ExportDiffers);
        const auto cut = checkExport(bytes->bytes().first(bytes->bytes().size() / 2), other, format, &passphrase);
        QVERIFY(!cut);
        if (format == ExportFormat::PemChain || format == ExportFormat::Pkcs7) {
            std::swap(other.certificate, other.chain.emplace_back(leaf().certificate));
            QVERIFY(!checkExport(bytes->bytes(), other, format, &passphrase));
        }
        if (format == ExportFormat::PemWithKey)
            QVERIFY(!checkExport(encodeCertificate(other, format)->bytes(), other, format, &passphrase));
    }
};

QTEST_GUILESS_MAIN(TestCertificateWriter)
#include "tst_certificate_writer.moc"
