#include "model/certificates/certificate.h"

#include "tests/certificates/fixture_files.h"

#include <QTest>

#include <iterator>

using namespace sealport;
using namespace sealport::test;

namespace {

/// A self-signed certificate whose subject holds exactly these octets as its common name.
Certificate withCommonName(const QByteArray &octets, int type)
{
    const PkeyPtr key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"));
    X509Ptr certificate(X509_new());
    X509_set_version(certificate.get(), X509_VERSION_3);
    X509_gmtime_adj(X509_getm_notBefore(certificate.get()), 0);
    X509_gmtime_adj(X509_getm_notAfter(certificate.get()), 3600);
    X509_NAME_add_entry_by_NID(X509_get_subject_name(certificate.get()), NID_commonName, type,
                               reinterpret_cast<const unsigned char *>(octets.constData()),
                               static_cast<int>(octets.size()), -1, 0);
    X509_set_pubkey(certificate.get(), key.get());
    X509_sign(certificate.get(), key.get(), nullptr);
    return Certificate::fromX509(std::move(certificate));
}

} // namespace

class TestCertificate : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysWhatOpensslSays_data()
    {
        QTest::addColumn<QString>("file");
        for (const char *file : {"leaf.pem", "root.pem", "rsa.pem", "ed25519.pem"})
            QTest::newRow(file) << QString::fromLatin1(file);
    }
    void saysWhatOpensslSays()
    {
        QFETCH(QString, file);
        const Certificate certificate = certificateOf(file);
        const auto ask = [&](const QStringList &what) {
            const QStringList x509{QStringLiteral("x509"), QStringLiteral("-noout"), QStringLiteral("-in"),
                                   fixture(file)};
            const QString line = QString::fromUtf8(openssl(x509 + what));
            return line.mid(line.indexOf(u'=') + 1);
        };
        const QStringList format{QStringLiteral("-nameopt"), QStringLiteral("RFC2253,utf8,-esc_msb")};
        QCOMPARE(certificate.subject(), ask(QStringList{QStringLiteral("-subject")} + format));
        QCOMPARE(certificate.issuer(), ask(QStringList{QStringLiteral("-issuer")} + format));
        QCOMPARE(certificate.serial(), ask({QStringLiteral("-serial")}).toLower());
        for (const auto &[algorithm, option] :
             {std::pair{ThumbprintAlgorithm::Md5, "-md5"}, std::pair{ThumbprintAlgorithm::Sha1, "-sha1"},
              std::pair{ThumbprintAlgorithm::Sha256, "-sha256"}, std::pair{ThumbprintAlgorithm::Sha384, "-sha384"},
              std::pair{ThumbprintAlgorithm::Sha512, "-sha512"}}) {
            const QString shown = ask({QStringLiteral("-fingerprint"), QString::fromLatin1(option)});
            QCOMPARE(QString::fromLatin1(certificate.thumbprint(algorithm).toHex(':').toUpper()), shown);
        }
        QCOMPARE(certificate.notAfter().toString(QStringLiteral("yyyy-MM-dd HH:mm:ss'Z'")),
                 ask({QStringLiteral("-enddate"), QStringLiteral("-dateopt"), QStringLiteral("iso_8601")}));
        QCOMPARE(certificate.pem().trimmed(), openssl({QStringLiteral("x509"), QStringLiteral("-in"), fixture(file)}));
    }

    void readsAlternativeNamesOfEveryKind()
    {
        const QStringList expected{
            QStringLiteral("DNS:leaf.test"),         QStringLiteral("DNS:*.leaf.test"),
            QStringLiteral("IP:127.0.0.1"),          QStringLiteral("IP:::1"),
            QStringLiteral("email:me@leaf.test"),    QStringLiteral("URI:https://leaf.test/a?b=c"),
            QStringLiteral("Registered ID:1.2.3.4"), QStringLiteral("othername: UPN::user@leaf.test")};
        QCOMPARE(certificateOf(QStringLiteral("leaf.pem")).subjectAltNames(), expected);
    }

    void tellsKeysAndSignatures_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("keyType");
        QTest::addColumn<int>("keyBits");
        QTest::addColumn<QString>("signature");
        QTest::addColumn<bool>("isCa");
        QTest::newRow("an EC certificate authority") << "root.pem" << "EC" << 256 << "ecdsa-with-SHA256" << true;
        QTest::newRow("an EC leaf") << "leaf.pem" << "EC" << 256 << "ecdsa-with-SHA256" << false;
        QTest::newRow("an RSA certificate") << "rsa.pem" << "RSA" << 1024 << "sha256WithRSAEncryption" << true;
        QTest::newRow("an Ed25519 certificate") << "ed25519.pem" << "ED25519" << 256 << "ED25519" << true;
    }
    void tellsKeysAndSignatures()
    {
        QFETCH(QString, file);
        const Certificate certificate = certificateOf(file);
        QTEST(certificate.keyType(), "keyType");
        QTEST(certificate.keyBits(), "keyBits");
        QTEST(certificate.signatureAlgorithm(), "signature");
        QTEST(certificate.isCa(), "isCa");
    }

    void isCalledByItsLastCommonName()
    {
        QCOMPARE(certificateOf(QStringLiteral("leaf.pem")).name(), QStringLiteral("leaf.test"));
    }

    void hostileNamesStayVisible_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<int>("type");
        QTest::addColumn<QString>("name");
        QTest::newRow("a right-to-left override cannot turn the text around")
            << QByteArray("\xE2\x80\xAEtset.live") << int(V_ASN1_UTF8STRING) << "\\E2\\80\\AEtset.live";
        QTest::newRow("a line break cannot add a line") << QByteArray("a\nb") << int(V_ASN1_UTF8STRING) << "a\\0Ab";
        QTest::newRow("a NUL cannot cut the name")
            << QByteArray("good.test\0.evil.test", 20) << int(V_ASN1_UTF8STRING) << "good.test\\00.evil.test";
        QTest::newRow("an escape sequence cannot reach the terminal")
            << QByteArray("\x1B[31mred") << int(V_ASN1_UTF8STRING) << "\\1B[31mred";
        QTest::newRow("a zero-width space cannot make two names look alike")
            << QByteArray("local\xE2\x80\x8Bhost") << int(V_ASN1_UTF8STRING) << "local\\E2\\80\\8Bhost";
        QTest::newRow("letters of other scripts stay as they are")
            << QByteArray("b\xC3\xBC"
                          "cher \xD7\xA9\xD7\x9C \xE4\xB8\xAD")
            << int(V_ASN1_UTF8STRING)
            << QString::fromUtf8("b\xC3\xBC"
                                 "cher \xD7\xA9\xD7\x9C \xE4\xB8\xAD");
        QTest::newRow("octets beyond ASCII in an ASCII type are shown as Latin-1")
            << QByteArray("bad\xFFname") << int(V_ASN1_PRINTABLESTRING) << QString::fromLatin1("bad\xFFname");
    }
    void hostileNamesStayVisible()
    {
        QFETCH(QByteArray, octets);
        QFETCH(int, type);
        QFETCH(QString, name);
        const Certificate certificate = withCommonName(octets, type);
        QCOMPARE(certificate.name(), name);
        QVERIFY(certificate.subject().startsWith(QStringLiteral("CN=")));
        QVERIFY(certificate.subject().size() > 3);
        for (const QChar character : certificate.subject())
            QVERIFY(character.isPrint());
    }

    void refusesWhatIsNotExactlyOneCertificate_data()
    {
        QTest::addColumn<QByteArray>("der");
        const QByteArray whole = certificateOf(QStringLiteral("leaf.pem")).der();
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("cut short") << whole.left(whole.size() - 1);
        QTest::newRow("one octet too many") << whole + 'x';
        QTest::newRow("two certificates") << whole + whole;
        QTest::newRow("PEM instead of DER") << certificateOf(QStringLiteral("leaf.pem")).pem();
        QTest::newRow("a length of gigabytes") << QByteArray::fromHex("3084ffffffff00");
    }
    void refusesWhatIsNotExactlyOneCertificate()
    {
        QFETCH(QByteArray, der);
        const auto result =
            Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::MalformedCertificate);
    }

    void survivesEveryFlippedOctet()
    {
        const QByteArray whole = certificateOf(QStringLiteral("leaf.pem")).der();
        int accepted = 0;
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray der = whole;
            der[i] = static_cast<char>(der[i] ^ 0x55);
            const auto result =
                Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
            QVERIFY(isErrorQueueEmpty());
            accepted += result ? 1 : 0;
        }
        QVERIFY(accepted > 0);
    }

    void isEqualByContent()
    {
        QCOMPARE(certificateOf(QStringLiteral("leaf.pem")), certificateOf(QStringLiteral("leaf.der")));
        QVERIFY(!(certificateOf(QStringLiteral("leaf.pem")) == certificateOf(QStringLiteral("root.pem"))));
    }
};

QTEST_GUILESS_MAIN(TestCertificate)
#include "tst_certificate.moc"
