#include "model/certificates/certificate_file.h"
#include "model/certificates/key_store_mark.h"

#include "tests/certificates/damaged_keys.h"

#include <openssl/pkcs12.h>

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

using Pkcs12Ptr = Handle<PKCS12, PKCS12_free>;

const QByteArray noPassphrase; // null: none given

QByteArray bytesOf(const QString &name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList names(const std::vector<Certificate> &certificates)
{
    QStringList result;
    for (const Certificate &certificate : certificates)
        result.append(certificate.name());
    return result;
}

Result<FileContents> read(const QString &path, const QByteArray &passphrase)
{
    if (passphrase.isNull())
        return readCertificateFile(path);
    const SecretBytes given = secret(passphrase);
    return readCertificateFile(path, &given);
}

} // namespace

class TestCertificateFile : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString written(const QByteArray &bytes) const
    {
        const QString path = m_folder.filePath(QStringLiteral("input"));
        QFile file(path);
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(bytes) != bytes.size())
            QTest::qFail("cannot write the input", __FILE__, __LINE__);
        return path;
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void reads_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QStringList>("certificates");
        QTest::addColumn<int>("keys");
        const QStringList leaf{QStringLiteral("leaf.test")};
        const QStringList none;
        const QStringList pair{QStringLiteral("leaf.test"), QStringLiteral("Test intermediate")};
        const QStringList all{QStringLiteral("leaf.test"), QStringLiteral("Test intermediate"),
                              QStringLiteral("Test root")};
        const QByteArray right("secret");
        QTest::newRow("one PEM certificate") << "leaf.pem" << noPassphrase << leaf << 0;
        QTest::newRow("one DER certificate") << "leaf.der" << noPassphrase << leaf << 0;
        QTest::newRow("OpenSSL's trusted form") << "trusted.pem" << noPassphrase << leaf << 0;
        QTest::newRow("PEM in UTF-16, as PowerShell writes it") << "utf16.pem" << noPassphrase << leaf << 0;
        QTest::newRow("a key and a whole chain in one file") << "combined.pem" << noPassphrase << all << 1;
        QTest::newRow("text around the blocks, CRLF, the root first")
            << "crlf-reversed.pem" << noPassphrase << QStringList{all[2], all[1], all[0]} << 1;
        QTest::newRow("a PKCS#8 key in PEM") << "leaf.key" << noPassphrase << none << 1;
        QTest::newRow("a key in DER") << "leaf-key.der" << noPassphrase << none << 1;
        QTest::newRow("a SEC 1 key") << "leaf-sec1.key" << noPassphrase << none << 1;
        QTest::newRow("a PKCS#1 key") << "rsa-pkcs1.key" << noPassphrase << none << 1;
        QTest::newRow("an Ed25519 key") << "ed25519.key" << noPassphrase << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with PBKDF2") << "rsa-pkcs8-pbkdf2.key" << right << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with scrypt") << "rsa-pkcs8-scrypt.key" << right << none << 1;
        QTest::newRow("the same in DER") << "rsa-pkcs8-scrypt.der" << right << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with RC2, by the legacy provider")
            << "rsa-pkcs8-rc2.key" << right << none << 1;
        QTest::newRow("a key with RFC 1421 encryption") << "rsa-pem-aes.key" << right << none << 1;
        QTest::newRow("a key with RFC 1421 encryption by DES, by the legacy provider")
            << "rsa-pem-des.key" << right << none << 1;
        QTest::newRow("PKCS#12 of today") << "modern.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with RC2 and 3DES, by the legacy provider") << "legacy.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with 3DES") << "triple-des.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 without MAC") << "without-mac.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 without any protection") << "unencrypted.p12" << noPassphrase << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, none given")
            << "empty-password.p12" << noPassphrase << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, an empty one given")
            << "empty-password.p12" << QByteArray("") << pair << 1;
        QTest::newRow("PKCS#12 with an empty pass phrase, another one given")
            << "empty-password.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 with a pass phrase beyond ASCII")
            << "utf8-password.p12" << QByteArray("p\xC3\xA2te-\xC3\xA0-sel") << pair << 1;
        const QByteArray accented("p\xC3\xA2te-\xC3\xA0-sel");
        const QByteArray java("secret1");
        const QStringList issuers{QStringLiteral("Test root"), QStringLiteral("Test intermediate")};
        QTest::newRow("PKCS#12 of GnuTLS, in PEM") << "gnutls.p12" << right << leaf << 1;
        QTest::newRow("PKCS#12 of GnuTLS with a pass phrase beyond ASCII")
            << "gnutls-utf8.p12" << accented << leaf << 1;
        QTest::newRow("PKCS#12 of NSS") << "nss.p12" << right << pair << 1;
        QTest::newRow("PKCS#12 of NSS with a pass phrase beyond ASCII") << "nss-utf8.p12" << accented << pair << 1;
        QTest::newRow("PKCS#12 of Java") << "java.p12" << java << pair << 1;
        QTest::newRow("Java's truststore in PKCS#12")
            << "truststore.p12" << java << QStringList{QStringLiteral("Test root")} << 0;
        QTest::newRow("Java's truststore without a pass phrase") << "truststore.jks" << noPassphrase << issuers << 0;
        QTest::newRow("Java's truststore with its pass phrase") << "truststore.jks" << java << issuers << 0;
        QTest::newRow("JKS with a key") << "keystore.jks" << java << all << 1;
        QTest::newRow("JCEKS with a key") << "keystore.jceks" << java << all << 1;
        QTest::newRow("JCEKS with a secret key, which is no certificate's")
            << "secret.jceks" << java << QStringList{QStringLiteral("Test root")} << 0;
        QTest::newRow("PKCS#7 in PEM") << "container.p7b" << noPassphrase << leaf << 0;
        QTest::newRow("PKCS#7 under the label of a certificate")
            << "container-as-certificate.pem" << noPassphrase << leaf << 0;
        QTest::newRow("PKCS#7 in DER, with a revocation list") << "chain.p7b" << noPassphrase << all << 0;
        QTest::newRow("signed text with indefinite lengths") << "indefinite-length.p7m" << noPassphrase << pair << 0;
        QTest::newRow("CMS in PEM") << "cms.pem" << noPassphrase << pair << 0;
        QTest::newRow("an Ed448 key") << "ed448.key" << noPassphrase << none << 1;
        QTest::newRow("an RSA-PSS key") << "rsa-pss.key" << noPassphrase << none << 1;
        QTest::newRow("a DSA key") << "dsa.key" << noPassphrase << none << 1;
        QTest::newRow("a DSA key in the old form") << "dsa-traditional.key" << noPassphrase << none << 1;
        QTest::newRow("a PKCS#8 key encrypted with PBKDF2 and HMAC-SHA-512") << "leaf-sha512.key" << right << none << 1;
    }
    void reads()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, passphrase);
        QFETCH(QStringList, certificates);
        QFETCH(int, keys);
        const auto contents = read(fixture(file), passphrase);
        if (!contents)
            qWarning() << errorName(contents.error().code) << contents.error().values << contents.error().causes;
        QVERIFY(contents);
        QStringList sorted = names(contents->certificates);
        if (file != QStringLiteral("combined.pem")
            && file != QStringLiteral("crlf-reversed.pem")) { // the order inside is up to its writer
            sorted.sort();
            certificates.sort();
        }
        QCOMPARE(sorted, certificates);
        QCOMPARE(int(contents->keys.size()), keys);
        if (keys == 1) {
            QString owner = QStringLiteral("leaf.pem");
            for (const char *kind : {"rsa-pss", "rsa", "ed25519", "ed448", "dsa"}) {
                if (file.startsWith(QLatin1String(kind))) {
                    owner = QLatin1String(kind) + QStringLiteral(".pem");
                    break;
                }
            }
            QVERIFY(contents->keys[0].matches(certificateOf(owner)));
        }
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("values");
        const QByteArray wrong("wrong");
        const QByteArray right("secret");
        const QStringList none;
        QTest::newRow("an encrypted key without a pass phrase")
            << "rsa-pkcs8-pbkdf2.key" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an encrypted key with a wrong one")
            << "rsa-pkcs8-pbkdf2.key" << wrong << "wrong-password" << none;
        QTest::newRow("an encrypted key with an empty one")
            << "rsa-pkcs8-pbkdf2.key" << QByteArray("") << "wrong-password" << none;
        QTest::newRow("a scrypt key in DER without a pass phrase")
            << "rsa-pkcs8-scrypt.der" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an RFC 1421 key without a pass phrase")
            << "rsa-pem-aes.key" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("an RFC 1421 key with a wrong one") << "rsa-pem-aes.key" << wrong << "wrong-password" << none;
        QTest::newRow("an RFC 1421 key with DES and a wrong one")
            << "rsa-pem-des.key" << wrong << "wrong-password" << none;
        QTest::newRow("a key that asks for thirty million rounds")
            << "rsa-pkcs8-costly.key" << right << "unsupported-algorithm"
            << QStringList{QStringLiteral("aes-256-cbc"), QStringLiteral("rounds"), QStringLiteral("30000000"),
                           QStringLiteral("10000000")};
        QTest::newRow("PKCS#12 without a pass phrase") << "modern.p12" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("PKCS#12 with a wrong pass phrase") << "modern.p12" << wrong << "wrong-password" << none;
        QTest::newRow("old PKCS#12 with a wrong pass phrase") << "legacy.p12" << wrong << "wrong-password" << none;
        QTest::newRow("PKCS#12 without MAC and without pass phrase")
            << "without-mac.p12" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("a certificate request") << "request.pem" << noPassphrase << "no-certificate-in-file"
                                               << QStringList{QStringLiteral("certificate request")};
        QTest::newRow("a certificate request in DER") << "request.der" << noPassphrase << "no-certificate-in-file"
                                                      << QStringList{QStringLiteral("certificate request")};
        QTest::newRow("a public key") << "public.pem" << noPassphrase << "no-certificate-in-file"
                                      << QStringList{QStringLiteral("public key")};
        QTest::newRow("PKCS#7 without certificates") << "empty.p7b" << noPassphrase << "no-certificate-in-file"
                                                     << QStringList{QStringLiteral("PKCS #7 container")};
        QTest::newRow("PKCS#7 that only its receiver can open")
            << "enveloped.p7m" << noPassphrase << "no-certificate-in-file"
            << QStringList{QStringLiteral("PKCS #7 container (pkcs7-envelopedData)")};
        QTest::newRow("a revocation list") << "list.pem" << noPassphrase << "no-certificate-in-file"
                                           << QStringList{QStringLiteral("certificate revocation list")};
        QTest::newRow("a revocation list in DER") << "list.der" << noPassphrase << "no-certificate-in-file"
                                                  << QStringList{QStringLiteral("certificate revocation list")};
        QTest::newRow("an OpenSSH private key") << "openssh.key" << noPassphrase << "no-certificate-in-file"
                                                << QStringList{QStringLiteral("OpenSSH private key")};
        QTest::newRow("an OpenSSH public key") << "openssh.pub" << noPassphrase << "no-certificate-in-file"
                                               << QStringList{QStringLiteral("OpenSSH public key")};
        QTest::newRow("PKCS#12 without MAC and with a wrong pass phrase, which damage would look like too")
            << "without-mac.p12" << wrong << "wrong-password-or-damaged" << none;
        QTest::newRow("PKCS#12 of NSS with a wrong pass phrase") << "nss.p12" << wrong << "wrong-password" << none;
        QTest::newRow("a key whose algorithm is not offered, without a pass phrase")
            << "rsa-pkcs8-costly.key" << noPassphrase << "unsupported-algorithm"
            << QStringList{QStringLiteral("aes-256-cbc"), QStringLiteral("rounds"), QStringLiteral("30000000"),
                           QStringLiteral("10000000")};
        QTest::newRow("JKS with a key and without a pass phrase")
            << "keystore.jks" << noPassphrase << "passphrase-needed" << none;
        QTest::newRow("JKS with a wrong pass phrase") << "keystore.jks" << wrong << "wrong-password" << none;
        QTest::newRow("JCEKS with a wrong pass phrase") << "keystore.jceks" << wrong << "wrong-password" << none;
        QTest::newRow("a truststore with a wrong pass phrase, which nothing but the digest can tell")
            << "truststore.jks" << wrong << "wrong-password-or-damaged" << none;
        QTest::newRow("a key with another pass phrase than its store")
            << "own-key-password.jks" << QByteArray("secret1") << "wrong-password"
            << QStringList{QStringLiteral("leaf")};
        QTest::newRow("a key's own pass phrase, which its store has not")
            << "own-key-password.jks" << QByteArray("another1") << "wrong-password-or-damaged"
            << QStringList{QStringLiteral("key")};
        QTest::newRow("a script") << "make.sh" << noPassphrase << "no-certificate-in-file" << none;
        QTest::newRow("nothing at this path")
            << "missing.pem" << noPassphrase << "file-not-found" << QStringList{keyStore};
        QTest::newRow("a folder") << "../certificates" << noPassphrase << "file-not-readable" << none;
    }
    void refuses()
    {
        QFETCH(QString, file);
        QFETCH(QByteArray, passphrase);
        QElapsedTimer timer;
        timer.start();
        const auto contents = read(fixture(file), passphrase);
        QVERIFY(!contents);
        QTEST(errorName(contents.error().code), "error");
        QTEST(contents.error().values, "values");
        QCOMPARE(contents.error().subject, fixture(file));
        QVERIFY2(timer.elapsed() < 5000, "a file must not decide how long we compute");
    }

    void refusesBytes_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("values");
        const QByteArray pem = bytesOf(QStringLiteral("leaf.pem"));
        const QByteArray key = bytesOf(QStringLiteral("leaf.key"));
        const QByteArray der = bytesOf(QStringLiteral("leaf.der"));
        const QByteArray keyDer = bytesOf(QStringLiteral("leaf-key.der"));
        const QByteArray container = bytesOf(QStringLiteral("modern.p12"));
        const QStringList none;
        QTest::newRow("no bytes at all") << QByteArray() << "empty-file" << QStringList{keyStore};
        QTest::newRow("PEM that ends in the middle")
            << pem.left(300) << "truncated-file" << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM that ends behind its BEGIN")
            << QByteArray("-----BEGIN CERTIFICATE-----") << "truncated-file" << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM that ends in the middle, behind another one")
            << (key + pem.left(300)) << "truncated-file" << QStringList{QStringLiteral("6")};
        QTest::newRow("PEM that ends in the middle, before another one")
            << (pem.left(300) + '\n' + key) << "malformed-pem" << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM whose last character is missing")
            << QByteArray(pem).replace("\n-----END", "\n-----END").replace(pem.indexOf("\n-----END") - 3, 3, "")
            << "malformed-pem" << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM with a stray character in its third line")
            << QByteArray(pem).replace(100, 1, "!") << "malformed-pem" << QStringList{QStringLiteral("3")};
        QTest::newRow("PEM whose end has another label")
            << QByteArray(pem).replace("END CERTIFICATE", "END CERTIFICATES") << "malformed-pem"
            << QStringList{QStringLiteral("1")};
        QTest::newRow("PEM without a body") << QByteArray("-----BEGIN CERTIFICATE-----\n-----END CERTIFICATE-----\n")
                                            << "malformed-pem" << QStringList{QStringLiteral("1")};
        QTest::newRow("a PEM certificate that is none")
            << QByteArray("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n") << "malformed-certificate"
            << none;
        QTest::newRow("a PEM key that is none")
            << QByteArray("-----BEGIN PRIVATE KEY-----\nMAAA\n-----END PRIVATE KEY-----\n") << "malformed-key" << none;
        QTest::newRow("a DER certificate that ends in the middle")
            << der.left(200) << "truncated-file" << QStringList{QString::number(der.size()), QStringLiteral("200")};
        QTest::newRow("a DER key that ends in the middle")
            << keyDer.left(60) << "truncated-file" << QStringList{QString::number(keyDer.size()), QStringLiteral("60")};
        QTest::newRow("a DER key that is none") << QByteArray(keyDer).replace(6, 2, "ab") << "malformed-key" << none;
        QTest::newRow("PKCS#12 that ends in the middle")
            << container.left(500) << "truncated-file"
            << QStringList{QString::number(container.size()), QStringLiteral("500")};
        QTest::newRow("PKCS#12 that is none")
            << QByteArray(container).replace(11, 4, "abcd") << "malformed-container" << none;
        QTest::newRow("a PEM request that is none")
            << QByteArray("-----BEGIN CERTIFICATE REQUEST-----\nMAAA\n-----END CERTIFICATE REQUEST-----\n")
            << "malformed-request" << none;
        QTest::newRow("a PEM revocation list that is none")
            << QByteArray("-----BEGIN X509 CRL-----\nMAAA\n-----END X509 CRL-----\n") << "malformed-revocation-list"
            << none;
        QTest::newRow("a PEM container that is none")
            << QByteArray("-----BEGIN PKCS7-----\nMAAA\n-----END PKCS7-----\n") << "malformed-container" << none;
        const QByteArray keystore = bytesOf(QStringLiteral("truststore.jks"));
        QTest::newRow("a Java keystore that ends in the middle") << keystore.left(500) << "truncated-file" << none;
        QTest::newRow("a Java keystore that ends in its header") << keystore.left(13) << "truncated-file" << none;
        QTest::newRow("a Java keystore of another version")
            << QByteArray(keystore).replace(7, 1, "\x03") << "malformed-container" << none;
        QTest::newRow("a Java keystore with an unknown entry")
            << QByteArray(keystore).replace(15, 1, "\x09") << "malformed-container" << none;
        QByteArray scrypt = bytesOf(QStringLiteral("rsa-pkcs8-scrypt.der"));
        scrypt.replace(scrypt.indexOf(QByteArray::fromHex("02024000")), 4, QByteArray::fromHex("02027fff"));
        QTest::newRow("a key that asks for more memory than OpenSSL gives")
            << scrypt << "unsupported-algorithm"
            << QStringList{QStringLiteral("scrypt"), QStringLiteral("memory"), QStringLiteral("33"),
                           QStringLiteral("32")};
        const auto foreign = [](const char *name, const QByteArray &bytes, const char *kind) {
            QTest::newRow(name) << bytes << "no-certificate-in-file" << QStringList{QString::fromLatin1(kind)};
        };
        foreign("a ZIP archive", "PK\x03\x04rest", "ZIP archive");
        foreign("a gzip archive", QByteArray::fromHex("1f8b0800"), "gzip archive");
        foreign("a tar archive", QByteArray(257, 'n') + "ustar", "tar archive");
        foreign("a PDF document", "%PDF-1.7\n", "PDF document");
        foreign("an HTML page", "\r\n<!DOCTYPE html><title>Sign in</title>", "HTML page");
        foreign("an XML document", "<?xml version=\"1.0\"?>", "XML document");
        foreign("a PNG image", QByteArray::fromHex("89504e470d0a1a0a"), "PNG image");
        foreign("a program",
                "\x7F"
                "ELF\x02",
                "ELF program");
        foreign("a database of NSS", QByteArray("SQLite format 3\0", 16), "SQLite database");
        foreign("a key of PuTTY", "PuTTY-User-Key-File-3: ssh-ed25519\r\n", "PuTTY private key");
        foreign("an OCSP response", QByteArray::fromHex("30030a0106"), "OCSP response");
        foreign("an OCSP request",
                QByteArray::fromHex("30423040303e303c303a300906052b0e03021a05000414") + QByteArray(20, 'n') + "\x04\x14"
                    + QByteArray(20, 'k') + QByteArray::fromHex("020105"),
                "OCSP request");
        foreign("an RSA key's public half", QByteArray::fromHex("300a020300c0010203010001"), "public key");
        foreign("a public key whose parameters are missing",
                QByteArray::fromHex("3011300906072a8648ce38040103040002012a"), "public key");
        foreign("parameters of a DH key", QByteArray::fromHex("3008020300c001020102"), "key parameters");
        foreign("a key of a kind of its own",
                "-----BEGIN NEBULA X25519 PRIVATE KEY-----\nAAAA\n-----END NEBULA X25519 PRIVATE KEY-----\n",
                "NEBULA X25519 PRIVATE KEY");
        foreign("a key of OpenPGP",
                "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZ\n=abcd\n-----END PGP PUBLIC KEY BLOCK-----\n",
                "OpenPGP data");
        QTest::newRow("text that begins with a nought")
            << QByteArray("0800 - 1200 open") << "no-certificate-in-file" << none;
        QTest::newRow("a single octet") << QByteArray("0") << "no-certificate-in-file" << none;
        QTest::newRow("random octets") << QByteArray::fromHex("00ff17c3d2a1") << "no-certificate-in-file" << none;
        QTest::newRow("UTF-16 of nothing") << QByteArray("\xFF\xFE") << "no-certificate-in-file" << none;
    }
    void refusesBytes()
    {
        QFETCH(QByteArray, bytes);
        const auto contents = readCertificateFile(written(bytes));
        QVERIFY(!contents);
        QTEST(errorName(contents.error().code), "error");
        QTEST(contents.error().values, "values");
    }

    void takesPemAsPeopleAndProgramsLeaveIt_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray pem = bytesOf(QStringLiteral("leaf.pem"));
        QList<QByteArray> lines = pem.trimmed().split('\n');
        const QByteArray first = lines.takeFirst() + '\n';
        const QByteArray last = '\n' + lines.takeLast() + '\n';
        const QByteArray body = lines.join();
        const auto inLinesOf = [&](qsizetype length) -> QByteArray {
            QByteArray text;
            for (qsizetype at = 0; at < body.size(); at += length)
                text += body.mid(at, length) + '\n';
            return first + text.trimmed() + last;
        };
        QTest::newRow("one line") << first + body + last;
        QTest::newRow("lines of 76") << inLinesOf(76);
        QTest::newRow("lines of 7") << inLinesOf(7);
        QTest::newRow("lines of different lengths") << first + body.left(5) + '\n' + body.mid(5) + last;
        QTest::newRow("every line doubled by a mail program") << QByteArray(pem).replace("\n", "\r\n\r\n");
        QTest::newRow("indented, as in YAML") << "tls.crt: |\n  " + QByteArray(pem).replace("\n", "\n  ");
        QTest::newRow("blanks at the ends of lines") << QByteArray(pem).replace("\n", " \t\n");
        QTest::newRow("text before it in its line") << "certificate: " + pem;
        QTest::newRow("in a web page") << "<pre>" + pem.trimmed() + "</pre>\n";
        QTest::newRow("its end in the last line of its body") << QByteArray(pem).replace("\n-----END", "-----END");
        QTest::newRow("quoted in a mail") << "On Friday she wrote:\r\n> " + pem.trimmed().replace("\n", "\r\n> ");
        QTest::newRow("quoted in the answer to an answer") << ">> " + pem.trimmed().replace("\n", "\n>> ") + "\n>>\n";
        QTest::newRow("in a tar archive, behind 512 octets without a line end")
            << "leaf.pem" + QByteArray(504, '\0') + pem + QByteArray(300, '\0');
        QTest::newRow("behind prose that names how it begins")
            << "It begins with -----BEGIN CERTIFICATE-----\nand ends with -----END CERTIFICATE-----\n" + pem;
        QTest::newRow("without a line end at the end") << pem.trimmed();
        QTest::newRow("without the padding") << QByteArray(pem).replace("=", "");
        QTest::newRow("a mark of UTF-8 in front") << "\xEF\xBB\xBF" + pem;
        QTest::newRow("line feeds spelt out, as in JSON")
            << "{\"cert\": \"" + QByteArray(pem).replace("\n", "\\n") + "\"}\n";
        QTest::newRow("line ends of Windows spelt out") << QByteArray(pem).replace("\n", "\\r\\n");
        QTest::newRow("all in one line") << QByteArray(pem).replace("\n", "");
        QTest::newRow("all in one line with blanks, as in a variable") << QByteArray(pem).replace("\n", " ");
        QTest::newRow("line ends of old Macs") << QByteArray(pem).replace("\n", "\r");
        const QByteArray der = bytesOf(QStringLiteral("leaf.der"));
        QTest::newRow("DER with a line end behind it") << der + "\r\n";
        QTest::newRow("DER with other octets behind it") << der + "more";
        QTest::newRow("PEM with octets behind its object") << first + QByteArray(der + "x").toBase64() + last;
        QTest::newRow("Base64 that has lost its BEGIN and END") << body;
        QTest::newRow("the same in lines of Windows, indented") << "  " + lines.join("\r\n  ") + "\r\n";
    }
    void takesPemAsPeopleAndProgramsLeaveIt()
    {
        QFETCH(QByteArray, bytes);
        const auto contents = readCertificateFile(written(bytes));
        QVERIFY(contents);
        QCOMPARE(names(contents->certificates), QStringList{QStringLiteral("leaf.test")});
    }

    void takesFilesPutTogetherWithoutALineEndBetweenThem_data()
    {
        QTest::addColumn<QByteArray>("between");
        QTest::newRow("nothing between them") << QByteArray();
        QTest::newRow("a blank between them") << QByteArray(" ");
        QTest::newRow("the header of the next file in a tar archive") << QByteArray(400, '\0') + "root.pem";
    }
    void takesFilesPutTogetherWithoutALineEndBetweenThem()
    {
        QFETCH(QByteArray, between);
        const QByteArray leaf = bytesOf(QStringLiteral("leaf.pem")).trimmed();
        const QByteArray root = bytesOf(QStringLiteral("root.pem")).trimmed();
        const auto contents = readCertificateFile(written(leaf + between + root + between + leaf));
        QVERIFY(contents);
        QCOMPARE(names(contents->certificates),
                 (QStringList{QStringLiteral("leaf.test"), QStringLiteral("Test root"), QStringLiteral("leaf.test")}));
    }

    void takesCertificatesOneBehindTheOtherInDer()
    {
        const QByteArray leaf = bytesOf(QStringLiteral("leaf.der"));
        const auto contents = readCertificateFile(written(leaf + leaf + "more"));
        QVERIFY(contents);
        QCOMPARE(contents->certificates.size(), std::size_t{2});
    }

    // RFC 5958, as ring and other libraries of Rust write keys; OpenSSL 3.0 does not read it.
    void takesAKeyThatCarriesItsPublicKey_data()
    {
        QTest::addColumn<QByteArray>("publicKey"); // its header
        QTest::newRow("as the RFC has it") << QByteArray::fromHex("812100");
        QTest::newRow("as ring has it") << QByteArray::fromHex("a123032100");
    }
    void takesAKeyThatCarriesItsPublicKey()
    {
        QFETCH(const QByteArray, publicKey);
        const auto plain = readCertificateFile(fixture(QStringLiteral("ed25519.key")));
        QVERIFY(plain);
        QByteArray pem = bytesOf(QStringLiteral("ed25519.key"));
        pem = pem.mid(pem.indexOf('\n'), pem.indexOf("-----END") - pem.indexOf('\n'));
        const QByteArray der = QByteArray::fromBase64(pem); // SEQUENCE of version 0, algorithm, key
        const QByteArray content = "\x02\x01\x01" + der.mid(5) + publicKey + QByteArray(32, 'p');
        const auto contents = readCertificateFile(written("\x30" + QByteArray(1, char(content.size())) + content));
        QVERIFY(contents);
        QCOMPARE(contents->keys.size(), std::size_t{1});
        QVERIFY(EVP_PKEY_eq(contents->keys.front().handle(), plain->keys.front().handle()) == 1);
    }

    void saysWhichOfSeveralIsDamaged()
    {
        const QByteArray pem = bytesOf(QStringLiteral("leaf.pem")).trimmed() + '\n';
        const QByteArray damaged = "-----BEGIN CERTIFICATE-----\nMAMCAQA=\n-----END CERTIFICATE-----\n";
        const FileReading reading = readCertificateFileLeniently(written(pem + damaged + pem));
        QCOMPARE(reading.contents.certificates.size(), std::size_t{2});
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QCOMPARE(reading.problems[0].code, ErrorCode::MalformedCertificate);
        QCOMPARE(reading.problems[0].values, QStringList{QString::number(pem.count('\n') + 1)});
        QVERIFY(readCertificateFileLeniently(written(damaged)).problems.at(0).values.isEmpty());
    }

    void readsRequestsAndRevocationLists_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("lists");
        QTest::newRow("a request in PEM") << "request.pem" << 1 << 0;
        QTest::newRow("a request in DER") << "request.der" << 1 << 0;
        QTest::newRow("a request with the label of Netscape") << "request-names.pem" << 1 << 0;
        QTest::newRow("a revocation list in PEM") << "list.pem" << 0 << 1;
        QTest::newRow("a revocation list in DER") << "list.der" << 0 << 1;
        QTest::newRow("a revocation list in PKCS#7") << "chain.p7b" << 0 << 1;
    }
    void readsRequestsAndRevocationLists()
    {
        QFETCH(QString, file);
        const FileReading reading = readCertificateFileLeniently(fixture(file));
        QVERIFY(reading.problems.empty());
        QTEST(int(reading.contents.requests.size()), "requests");
        QTEST(int(reading.contents.revocationLists.size()), "lists");
    }

    void opensWhatOldProgramsMadeOfAPassphraseBeyondAscii()
    {
        const PrivateKey key = keyOf(QStringLiteral("leaf.key"));
        const Certificate certificate = certificateOf(QStringLiteral("leaf.pem"));
        const Pkcs12Ptr container(PKCS12_create("p\xC3\x83\xC2\xA2te", nullptr, key.handle(), certificate.handle(),
                                                nullptr, NID_pbe_WithSHA1And3_Key_TripleDES_CBC,
                                                NID_pbe_WithSHA1And3_Key_TripleDES_CBC, 0, 0, 0));
        QVERIFY(container);
        unsigned char *der = nullptr;
        const int size = i2d_PKCS12(container.get(), &der);
        const QByteArray bytes(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        QVERIFY(read(written(bytes), "p\xC3\xA2te"));
    }

    void tellsADamagedFileFromAWrongPassphrase_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QStringList>("values");
        QTest::addColumn<int>("certificates");
        QTest::addColumn<int>("keys");
        const auto changed = [](QByteArray bytes, qsizetype at) {
            bytes[at] = static_cast<char>(bytes.at(at) ^ 0x10);
            return bytes;
        };
        const auto damagedBehind = [&changed](const QByteArray &bytes, const char *mark, qsizetype distance) {
            const QByteArray octets = QByteArray::fromHex(mark);
            return changed(bytes, bytes.lastIndexOf(octets) + octets.size() + distance);
        };
        const QByteArray wrong("wrong");
        const QByteArray right("secret");
        const QByteArray java("secret1");
        const QStringList none;
        const QStringList key{QStringLiteral("key")};
        const QByteArray container = damagedBehind(bytesOf(QStringLiteral("modern.p12")),
                                                   "06096086480165030402010500"
                                                   "0420",
                                                   3);
        QTest::newRow("PKCS#12 whose MAC is damaged, or has a pass phrase of its own")
            << container << right << "wrong-password-or-damaged" << QStringList{QStringLiteral("content")} << 2 << 1;
        QTest::newRow("PKCS#12 whose MAC is damaged, with a wrong pass phrase")
            << container << wrong << "wrong-password" << none << 0 << 0;
        const QByteArray keystore = bytesOf(QStringLiteral("keystore.jks"));
        const QByteArray sealDamaged = changed(keystore, keystore.size() - 1);
        QTest::newRow("JKS whose digest is damaged")
            << sealDamaged << java << "wrong-password-or-damaged" << key << 3 << 1;
        QTest::newRow("JKS whose digest is damaged, with a wrong pass phrase")
            << sealDamaged << wrong << "wrong-password" << none << 3 << 0;
        const QByteArray keyDamaged = damagedBehind(keystore, "060a2b060104012a021101010500", 80);
        QTest::newRow("JKS whose key is damaged") << keyDamaged << java << "malformed-key" << none << 3 << 0;
        const QByteArray pkcs8 = derOf(QStringLiteral("leaf-sha512.key"));
        QTest::newRow("PKCS#8 whose last octet is damaged")
            << changed(pkcs8, pkcs8.size() - 1) << right << "malformed-key" << none << 0 << 0;
        QTest::newRow("PKCS#8 whose last octet is damaged, with a wrong pass phrase")
            << changed(pkcs8, pkcs8.size() - 1) << wrong << "wrong-password" << none << 0 << 0;
        QTest::newRow("PKCS#8 whose beginning is damaged, so that only its end is as it should be")
            << changed(pkcs8, pkcs8.size() - 144) << right << "wrong-password-or-damaged" << none << 0 << 0;
        QTest::newRow("PKCS#8 of which the end is missing")
            << derOf(QStringLiteral("leaf-sha512.key")).chopped(20) << right << "truncated-file"
            << QStringList{QString::number(pkcs8.size()), QString::number(pkcs8.size() - 20)} << 0 << 0;
        QByteArray traditional = bytesOf(QStringLiteral("rsa-pem-aes.key"));
        const QByteArray body = derOf(QStringLiteral("rsa-pem-aes.key"));
        const qsizetype start = traditional.indexOf("\n\n") + 2;
        traditional.replace(start, traditional.indexOf("-----END") - start,
                            QByteArray(changed(body, body.size() - 1).toBase64() + '\n'));
        QTest::newRow("a key with RFC 1421 encryption whose last octet is damaged")
            << traditional << right << "malformed-key" << none << 0 << 0;
    }
    void tellsADamagedFileFromAWrongPassphrase()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, passphrase);
        const SecretBytes given = secret(passphrase);
        const FileReading reading = readCertificateFileLeniently(written(bytes), &given);
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QTEST(errorName(reading.problems[0].code), "error");
        QTEST(reading.problems[0].values, "values");
        QTEST(int(reading.contents.certificates.size()), "certificates");
        QTEST(int(reading.contents.keys.size()), "keys");
    }

    void saysThatASecretKeyWasPassedOver()
    {
        const SecretBytes given = secret("secret1");
        const FileReading reading = readCertificateFileLeniently(fixture(QStringLiteral("secret.jceks")), &given);
        QCOMPARE(names(reading.contents.certificates), QStringList{QStringLiteral("Test root")});
        QCOMPARE(reading.problems.size(), std::size_t{1});
        QCOMPARE(reading.problems[0].code, ErrorCode::SecretKeyPassedOver);
    }

    void refusesMoreThanSixteenMebibytes()
    {
        const QString path = written("x");
        QVERIFY(QFile::resize(path, (16 << 20) + 1));
        const auto contents = readCertificateFile(path);
        QVERIFY(!contents);
        QCOMPARE(contents.error().code, ErrorCode::FileTooLarge);
        QCOMPARE(contents.error().values, QStringList{QString::number(16 << 20)});
    }

    void opensAContainerMadeWithTheAbsentPassphrase()
    {
        const PrivateKey key = keyOf(QStringLiteral("leaf.key"));
        const Certificate certificate = certificateOf(QStringLiteral("leaf.pem"));
        const Pkcs12Ptr container(PKCS12_create(nullptr, nullptr, key.handle(), certificate.handle(), nullptr,
                                                NID_pbe_WithSHA1And3_Key_TripleDES_CBC, 0, 0, 0, 0));
        QVERIFY(container);
        unsigned char *der = nullptr;
        const int size = i2d_PKCS12(container.get(), &der);
        const QByteArray bytes(reinterpret_cast<const char *>(der), size);
        OPENSSL_free(der);
        const auto contents = readCertificateFile(written(bytes));
        QVERIFY(contents);
        QCOMPARE(int(contents->keys.size()), 1);
    }

    void survivesDamagedContainers_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("PKCS#12 without protection") << "unencrypted.p12";
        QTest::newRow("a chain with its key") << "combined.pem";
        QTest::newRow("a key in DER") << "leaf-key.der";
        QTest::newRow("a Java keystore") << "keystore.jks";
        QTest::newRow("a Java keystore with a secret key") << "secret.jceks";
        QTest::newRow("PKCS#7") << "indefinite-length.p7m";
        QTest::newRow("a revocation list") << "list.der";
        QTest::newRow("a request") << "request.der";
    }
    void survivesDamagedContainers()
    {
        QFETCH(QString, file);
        const QByteArray whole = bytesOf(file);
        for (qsizetype i = 0; i < whole.size(); i += 3) {
            QByteArray bytes = whole;
            bytes[i] = static_cast<char>(bytes[i] ^ 0x41);
            static_cast<void>(readCertificateFileLeniently(written(bytes)));
            QVERIFY2(isErrorQueueEmpty(), qPrintable(QStringLiteral("octet %1").arg(i)));
        }
    }

    void anEncryptedKeyDoesNotHideItsCertificate()
    {
        const QString file = QStringLiteral("certificate-and-encrypted-key.pem");
        const FileReading reading = readCertificateFileLeniently(fixture(file));
        QCOMPARE(names(reading.contents.certificates), QStringList{QStringLiteral("leaf.test")});
        QCOMPARE(int(reading.problems.size()), 1);
        QCOMPARE(reading.problems[0].code, ErrorCode::PassphraseNeeded);
        const auto strict = readCertificateFile(fixture(file));
        QVERIFY(!strict);
        QCOMPARE(strict.error().code, ErrorCode::PassphraseNeeded);
    }

    void findsAnIdentity_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QByteArray>("passphrase");
        QTest::addColumn<QStringList>("issuers");
        const QStringList intermediate{QStringLiteral("Test intermediate")};
        QTest::newRow("key and chain in the certificate's file, the root left out")
            << "combined.pem" << "" << "" << noPassphrase << intermediate;
        QTest::newRow("in the wrong order") << "crlf-reversed.pem" << "" << "" << noPassphrase << intermediate;
        QTest::newRow("the key apart") << "leaf.pem" << "leaf.key" << "" << noPassphrase << QStringList();
        QTest::newRow("the key apart in an older form, the chain apart")
            << "leaf.der" << "leaf-sec1.key" << "combined.pem" << noPassphrase << intermediate;
        QTest::newRow("the intermediate with the certificate, the root apart")
            << "combined.pem" << "" << "root.pem" << noPassphrase << intermediate;
        QTest::newRow("PKCS#12") << "modern.p12" << "" << "" << QByteArray("secret") << intermediate;
        QTest::newRow("the key apart, and one in the certificate's file that nobody can open")
            << "certificate-and-encrypted-key.pem" << "leaf.key" << "intermediate.pem" << noPassphrase << intermediate;
    }
    void findsAnIdentity()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, chain);
        QFETCH(QByteArray, passphrase);
        const auto path = [](const QString &name) { return name.isEmpty() ? QString() : fixture(name); };
        const SecretBytes given = secret(passphrase);
        const auto identity =
            readIdentity(path(certificate), path(key), path(chain), passphrase.isNull() ? nullptr : &given);
        QVERIFY(identity);
        QCOMPARE(identity->certificate.name(), QStringLiteral("leaf.test"));
        QVERIFY(identity->key.matches(identity->certificate));
        QTEST(names(identity->chain), "issuers");
    }

    void refusesAnIdentity_data()
    {
        QTest::addColumn<QString>("certificate");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("chain");
        QTest::addColumn<QString>("error");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no key anywhere") << "leaf.pem" << "" << "" << "no-private-key" << "leaf.pem";
        QTest::newRow("a key file without a key")
            << "leaf.pem" << "root.pem" << "" << "no-private-key-in-file" << "root.pem";
        QTest::newRow("the key of another certificate")
            << "leaf.pem" << "rsa-pkcs1.key" << "" << "key-mismatch" << "leaf.pem";
        QTest::newRow("a key where the certificate should be")
            << "leaf.key" << "leaf.key" << "" << "no-certificate-in-file" << "leaf.key";
        QTest::newRow("a chain without certificates")
            << "leaf.pem" << "leaf.key" << "leaf.key" << "no-certificate-in-file" << "leaf.key";
        QTest::newRow("an encrypted key")
            << "leaf.pem" << "rsa-pem-aes.key" << "" << "passphrase-needed" << "rsa-pem-aes.key";
        QTest::newRow("a request where the certificate should be")
            << "request.pem" << "leaf.key" << "" << "no-certificate-in-file" << "request.pem";
        QTest::newRow("a request where certificate and key should be")
            << "request.pem" << "" << "" << "no-certificate-in-file" << "request.pem";
        QTest::newRow("a revocation list where the chain should be")
            << "leaf.pem" << "leaf.key" << "list.pem" << "no-certificate-in-file" << "list.pem";
        QTest::newRow("a missing chain") << "leaf.pem" << "leaf.key" << "missing" << "file-not-found" << "missing";
    }
    void refusesAnIdentity()
    {
        QFETCH(QString, certificate);
        QFETCH(QString, key);
        QFETCH(QString, chain);
        QFETCH(QString, subject);
        const auto path = [](const QString &name) { return name.isEmpty() ? QString() : fixture(name); };
        const auto identity = readIdentity(path(certificate), path(key), path(chain));
        QVERIFY(!identity);
        QTEST(errorName(identity.error().code), "error");
        QCOMPARE(identity.error().subject, fixture(subject));
    }

    void refusesAnIdentityWhoseKeyIsDamaged()
    {
        const QString apart = written(damagedEcKey(QStringLiteral("leaf.key")));
        const auto identity = readIdentity(fixture(QStringLiteral("leaf.pem")), apart, {});
        QVERIFY(!identity);
        QCOMPARE(identity.error().code, ErrorCode::MalformedKey);
        QCOMPARE(identity.error().subject, apart);
    }
};

QTEST_GUILESS_MAIN(TestCertificateFile)
#include "tst_certificate_file.moc"
