#include "model/certificates/issuer.h"

#include "model/certificates/alternative_name.h"

#include "tests/certificates/fixture_files.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

CertificateSpec goodSpec()
{
    return {.commonName = QStringLiteral("localhost"),
            .alternativeNames = {QStringLiteral("localhost"), QStringLiteral("127.0.0.1"), QStringLiteral("IP:::1")},
            .notBefore = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC),
            .notAfter = QDateTime(QDate(2126, 2, 3), QTime(4, 5, 6), Qt::UTC),
            .isCa = false};
}

PrivateKey newKey(const QString &kind = QStringLiteral("ec"))
{
    return *PrivateKey::generate(*KeyKind::parse(kind));
}

} // namespace

class TestIssuer : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    QString saved(const QString &name, const QByteArray &pem) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly | QIODevice::Truncate) || file.write(pem) != pem.size())
            QTest::qFail("cannot write", __FILE__, __LINE__);
        return file.fileName();
    }
    static QByteArray asText(const Certificate &certificate)
    {
        return openssl({QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-text")}, certificate.pem());
    }

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void opensslTrustsWhatAnAuthorityIssued_data()
    {
        QTest::addColumn<QString>("authorityKey");
        QTest::addColumn<QString>("leafKey");
        QTest::newRow("EC by EC") << "ec" << "ec";
        QTest::newRow("RSA by EC") << "ec:P-384" << "rsa:2048";
        QTest::newRow("Ed25519 by RSA") << "rsa:2048" << "ed25519";
        QTest::newRow("EC by Ed448") << "ed448" << "ec:P-521";
    }
    void opensslTrustsWhatAnAuthorityIssued()
    {
        QFETCH(QString, authorityKey);
        QFETCH(QString, leafKey);
        CertificateSpec authoritySpec = goodSpec();
        authoritySpec.commonName = QStringLiteral("Sealport test CA");
        authoritySpec.alternativeNames.clear();
        authoritySpec.isCa = true;
        const PrivateKey signer = newKey(authorityKey);
        const auto authority = issue(authoritySpec, signer);
        QVERIFY(authority);
        const Identity issuer{.certificate = *authority, .key = signer, .chain = {}};
        const PrivateKey key = newKey(leafKey);
        const auto leaf = issue(goodSpec(), key, &issuer);
        QVERIFY(leaf);
        QVERIFY(key.matches(*leaf));
        QCOMPARE(leaf->issuer(), authority->subject());

        const QString trusted = saved(QStringLiteral("ca.pem"), authority->pem());
        const QString file = saved(QStringLiteral("leaf.pem"), leaf->pem());
        const QString at = QString::number(QDateTime(QDate(2027, 1, 1), QTime(), Qt::UTC).toSecsSinceEpoch());
        for (const char *purpose : {"sslserver", "sslclient"}) {
            const QByteArray said =
                openssl({QStringLiteral("verify"), QStringLiteral("-x509_strict"), QStringLiteral("-attime"), at,
                         QStringLiteral("-purpose"), QString::fromLatin1(purpose), QStringLiteral("-verify_hostname"),
                         QStringLiteral("localhost"), QStringLiteral("-CAfile"), trusted, file});
            QVERIFY2(said.endsWith(": OK"), said.constData());
        }
        QVERIFY(openssl({QStringLiteral("verify"), QStringLiteral("-x509_strict"), QStringLiteral("-attime"), at,
                         QStringLiteral("-CAfile"), trusted, trusted})
                    .endsWith(": OK"));
    }

    void aLeafSaysWhatBrowsersWant()
    {
        const auto leaf = issue(goodSpec(), newKey(QStringLiteral("rsa:2048")));
        QVERIFY(leaf);
        const QByteArray text = asText(*leaf);
        for (const char *expected : {"Version: 3 (0x2)", "X509v3 Basic Constraints: critical\n                CA:FALSE",
                                     "X509v3 Key Usage: critical\n                Digital Signature, Key Encipherment",
                                     "X509v3 Extended Key Usage: \n                TLS Web Server Authentication, TLS "
                                     "Web Client Authentication",
                                     "X509v3 Subject Key Identifier", "X509v3 Authority Key Identifier",
                                     "X509v3 Subject Alternative Name: \n                DNS:localhost, IP "
                                     "Address:127.0.0.1, IP Address:0:0:0:0:0:0:0:1",
                                     "Not Before: Jan  2 03:04:05 2026 GMT", "Not After : Feb  3 04:05:06 2126 GMT"})
            QVERIFY2(text.contains(expected), expected);
    }

    void onlyRsaKeysMayEncipher()
    {
        const auto leaf = issue(goodSpec(), newKey());
        QVERIFY(asText(*leaf).contains("X509v3 Key Usage: critical\n                Digital Signature\n"));
    }

    void anAuthorityMaySignCertificatesAndNothingElse()
    {
        CertificateSpec spec = goodSpec();
        spec.isCa = true;
        const auto authority = issue(spec, newKey());
        QVERIFY(authority->isCa());
        const QByteArray text = asText(*authority);
        QVERIFY(text.contains("X509v3 Basic Constraints: critical\n                CA:TRUE"));
        QVERIFY(text.contains("X509v3 Key Usage: critical\n                Certificate Sign, CRL Sign\n"));
        QVERIFY(!text.contains("Extended Key Usage"));
    }

    void serialsArePositiveAndNeverRepeat()
    {
        const PrivateKey key = newKey();
        QStringList serials;
        for (int i = 0; i < 50; ++i)
            serials.append(issue(goodSpec(), key)->serial());
        QCOMPARE(serials.removeDuplicates(), 0);
        for (const QString &serial : serials) {
            QVERIFY(serial.size() <= 32);
            QVERIFY(!serial.startsWith(u'-'));
        }
    }

    void aNameStaysAName()
    {
        CertificateSpec spec = goodSpec();
        spec.commonName = QString::fromUtf8("b\xC3\xBC"
                                            "cher, O=evil/CN=x+\xE4\xB8\xAD");
        const auto certificate = issue(spec, newKey());
        QVERIFY(certificate);
        QCOMPARE(certificate->name(), spec.commonName);
        QCOMPARE(certificate->subject(), QString::fromUtf8("CN=b\xC3\xBC"
                                                           "cher\\, O=evil/CN=x\\+\xE4\xB8\xAD"));
    }

    void readsAlternativeNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("names");
        QTest::newRow("a host name") << "host.test" << QStringList{QStringLiteral("DNS:host.test")};
        QTest::newRow("with its prefix") << "dns: host.test" << QStringList{QStringLiteral("DNS:host.test")};
        QTest::newRow("a wildcard") << "*.host.test" << QStringList{QStringLiteral("DNS:*.host.test")};
        QTest::newRow("an underscore") << "_dmarc.host.test" << QStringList{QStringLiteral("DNS:_dmarc.host.test")};
        QTest::newRow("an international host name") << QString::fromUtf8("b\xC3\xBC"
                                                                         "cher.test")
                                                    << QStringList{QStringLiteral("DNS:xn--bcher-kva.test")};
        QTest::newRow("an international wildcard") << QString::fromUtf8("*.b\xC3\xBC"
                                                                        "cher.test")
                                                   << QStringList{QStringLiteral("DNS:*.xn--bcher-kva.test")};
        QTest::newRow("an address") << "192.0.2.1" << QStringList{QStringLiteral("IP:192.0.2.1")};
        QTest::newRow("an IPv6 address") << "2001:DB8::1" << QStringList{QStringLiteral("IP:2001:db8::1")};
        QTest::newRow("an IPv6 address with its prefix") << "IP:::1" << QStringList{QStringLiteral("IP:::1")};
        QTest::newRow("a mailbox") << "email:me+you@host.test" << QStringList{QStringLiteral("email:me+you@host.test")};
        QTest::newRow("a URI with a comma")
            << "URI:https://host.test/a,DNS:b" << QStringList{QStringLiteral("URI:https://host.test/a,DNS:b")};
    }
    void readsAlternativeNames()
    {
        QFETCH(QString, text);
        CertificateSpec spec = goodSpec();
        spec.alternativeNames = {text, text}; // twice is once
        const auto certificate = issue(spec, newKey());
        QVERIFY(certificate);
        QTEST(certificate->subjectAltNames(), "names");
    }

    void refusesAlternativeNames_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"",
                                 " ",
                                 "DNS:",
                                 "a,DNS:b",
                                 "a b",
                                 "a\nb",
                                 "-a.test",
                                 "a-.test",
                                 "a..test",
                                 ".test",
                                 "test.",
                                 "*",
                                 "a.*.test",
                                 "*a.test",
                                 "256.1.1.1",
                                 "1.2.3",
                                 "localhost:5043",
                                 "IP:localhost",
                                 "IP:1.2.3.4/24",
                                 "fe80::1%eth0",
                                 "::g",
                                 "email:",
                                 "email:nobody",
                                 "email:a@",
                                 "email:@b.test",
                                 "email:a b@c.test",
                                 "email:a,b@c.test",
                                 "URI:",
                                 "URI:relative/path",
                                 "URI:https://a b/",
                                 "dirName:section",
                                 "otherName:1.2.3;UTF8:x",
                                 "RID:1.2.3"})
            QTest::addRow("'%s'", text) << QString::fromLatin1(text);
        QTest::newRow("a NUL inside") << QString(QStringLiteral("good.test") + QChar(0) + QStringLiteral(".evil.test"));
        QTest::newRow("a label of 64 letters") << QString(QString(64, u'a') + QStringLiteral(".test"));
        QTest::newRow("a name of 254 letters") << QString(QStringLiteral("a.").repeated(125) + QStringLiteral("test"));
        QTest::newRow("a right-to-left override")
            << QString(QStringLiteral("host") + QChar(0x202E) + QStringLiteral(".test"));
    }
    void refusesAlternativeNames()
    {
        QFETCH(QString, text);
        QVERIFY(!parseAlternativeName(text));
        CertificateSpec spec = goodSpec();
        spec.alternativeNames.append(text);
        const auto errors = validate(spec);
        QCOMPARE(int(errors.size()), 1);
        QCOMPARE(errors[0].code, ErrorCode::InvalidAlternativeName);
        QVERIFY(!issue(spec, newKey()));
    }

    void refusesNames_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("64 characters are the most") << QString(64, u'a') << true;
        QTest::newRow("64 characters of three octets each") << QString(64, QChar(0x4E2D)) << true;
        QTest::newRow("64 characters outside the basic plane")
            << QString::fromUtf8("\xF0\x9F\x94\x91").repeated(64) << true;
        QTest::newRow("65 characters are too many") << QString(65, u'a') << false;
        QTest::newRow("none") << "" << false;
        QTest::newRow("only spaces") << "   " << false;
        QTest::newRow("a line break") << "a\nb" << false;
        QTest::newRow("half a surrogate pair") << QString(QChar(0xD83D)) << false;
        QTest::newRow("a right-to-left override") << QString(QStringLiteral("a") + QChar(0x202E)) << false;
    }
    void refusesNames()
    {
        QFETCH(QString, name);
        QFETCH(bool, isFine);
        CertificateSpec spec = goodSpec();
        spec.commonName = name;
        const auto certificate = issue(spec, newKey());
        QCOMPARE(certificate.has_value(), isFine);
        if (isFine)
            QCOMPARE(certificate->name(), name);
        else
            QCOMPARE(certificate.error().code, ErrorCode::InvalidName);
    }

    void refusesValidities_data()
    {
        QTest::addColumn<QDateTime>("notBefore");
        QTest::addColumn<QDateTime>("notAfter");
        const QDateTime now(QDate(2026, 1, 1), QTime(), Qt::UTC);
        QTest::newRow("ends before it begins") << now << now.addSecs(-1);
        QTest::newRow("ends when it begins") << now << now;
        QTest::newRow("has no beginning") << QDateTime() << now;
        QTest::newRow("has no end") << now << QDateTime();
        QTest::newRow("begins before 1950") << QDateTime(QDate(1949, 12, 31), QTime(), Qt::UTC) << now;
        QTest::newRow("ends after the year 9999") << now << QDateTime(QDate(10000, 1, 2), QTime(), Qt::UTC);
    }
    void refusesValidities()
    {
        CertificateSpec spec = goodSpec();
        QFETCH(QDateTime, notBefore);
        QFETCH(QDateTime, notAfter);
        spec.notBefore = notBefore;
        spec.notAfter = notAfter;
        QCOMPARE(issue(spec, newKey()).error().code, ErrorCode::InvalidValidity);
    }

    void writesDatesBeyond2049()
    {
        CertificateSpec spec = goodSpec();
        spec.notBefore = QDateTime(QDate(1950, 1, 1), QTime(), Qt::UTC);
        spec.notAfter = QDateTime(QDate(9999, 12, 31), QTime(23, 59, 59), Qt::UTC); // RFC 5280: no end known
        const auto certificate = issue(spec, newKey());
        QVERIFY(certificate);
        QCOMPARE(certificate->notBefore(), spec.notBefore);
        QCOMPARE(certificate->notAfter(), spec.notAfter);
    }

    void namesEveryFieldThatIsWrong()
    {
        CertificateSpec spec;
        spec.alternativeNames = {QStringLiteral("a b"), QStringLiteral("fine.test"), QStringLiteral("c d")};
        QCOMPARE(int(validate(spec).size()), 4);
    }

    void refusesAnIssuerWhoseKeyIsAnother()
    {
        const auto authority = issue(goodSpec(), newKey());
        const Identity issuer{.certificate = *authority, .key = newKey(), .chain = {}};
        QCOMPARE(issue(goodSpec(), newKey(), &issuer).error().code, ErrorCode::KeyMismatch);
        QCOMPARE(issue(goodSpec(), PrivateKey()).error().code, ErrorCode::NoPrivateKey);
    }
};

QTEST_GUILESS_MAIN(TestIssuer)
#include "tst_issuer.moc"
