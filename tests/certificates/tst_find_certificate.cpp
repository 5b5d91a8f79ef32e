#include "model/certificates/certificate_store.h"
#include "model/certificates/issuer.h"

#include "tests/certificates/fixture_files.h"

#include <QCryptographicHash>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

Q_DECLARE_METATYPE(sealport::IdentifyBy)

class TestFindCertificate : public QObject {
    Q_OBJECT

    std::vector<StoredCertificate> m_certificates;

    StoredCertificate stored(const QString &name, bool hasKey) const
    {
        return {.certificate = certificateOf(name), .hasKey = hasKey, .file = name};
    }
    static StoredCertificate made(const QString &commonName, const QString &alternativeName, bool hasKey)
    {
        const CertificateSpec spec{.commonName = commonName,
                                   .alternativeNames = {alternativeName},
                                   .notBefore = QDateTime(QDate(2026, 1, 1), QTime(), Qt::UTC),
                                   .notAfter = QDateTime(QDate(2027, 1, 1), QTime(), Qt::UTC),
                                   .isCa = false};
        return {.certificate = *issue(spec, *PrivateKey::generate(*KeyKind::parse(QStringLiteral("ec")))),
                .hasKey = hasKey,
                .file = commonName};
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_certificates = {stored(QStringLiteral("leaf.pem"), true),
                          stored(QStringLiteral("root.pem"), false),
                          stored(QStringLiteral("rsa.pem"), true),
                          made(QStringLiteral("twice"), QStringLiteral("one.test"), true),
                          made(QStringLiteral("twice"), QStringLiteral("two.test"), true),
                          made(QStringLiteral("spare"), QStringLiteral("a.test"), false),
                          made(QStringLiteral("spare"),
                               QString::fromUtf8("b\xC3\xBC"
                                                 "cher.test"),
                               true)};
    }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void finds_data()
    {
        QTest::addColumn<IdentifyBy>("by");
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("index");
        const Certificate leaf = certificateOf(QStringLiteral("leaf.pem"));
        const auto written = [](const QByteArray &octets, ThumbprintFormat format) {
            return formatThumbprint(octets, format);
        };
        QTest::newRow("by SHA-1 as certmgr.msc copies it")
            << IdentifyBy::Thumbprint << QString(QChar(0x200E) + written(leaf.sha1(), ThumbprintFormat::Windows)) << 0;
        QTest::newRow("by SHA-256") << IdentifyBy::Thumbprint << written(leaf.sha256(), ThumbprintFormat::OpenSsl) << 0;
        for (const auto algorithm :
             {ThumbprintAlgorithm::Md5, ThumbprintAlgorithm::Sha384, ThumbprintAlgorithm::Sha512})
            QTest::addRow("by a hash of %d octets", int(leaf.thumbprint(algorithm).size()))
                << IdentifyBy::Thumbprint << written(leaf.thumbprint(algorithm), ThumbprintFormat::Plain) << 0;
        QTest::newRow("by thumbprint where a name was announced")
            << IdentifyBy::Name << written(leaf.sha1(), ThumbprintFormat::Windows) << 0;
        QTest::newRow("by the pin of its public key") << IdentifyBy::Thumbprint << [] {
            const QByteArray pem =
                openssl({QStringLiteral("pkey"), QStringLiteral("-pubin"), QStringLiteral("-in"),
                         fixture(QStringLiteral("public.pem")), QStringLiteral("-outform"), QStringLiteral("PEM")});
            const QByteArray der = QByteArray::fromBase64(pem.split('\n').mid(1).join().split('-').first());
            const QByteArray hash = QCryptographicHash::hash(der, QCryptographicHash::Sha256);
            return QString(QStringLiteral("sha256//") + QString::fromLatin1(hash.toBase64()));
        }() << 0;
        QTest::newRow("by common name") << IdentifyBy::Name << "leaf.test" << 0;
        QTest::newRow("by common name in another case") << IdentifyBy::Name << " Leaf.TEST " << 0;
        QTest::newRow("by an alternative name") << IdentifyBy::Name << "two.test" << 4;
        QTest::newRow("by an address") << IdentifyBy::Name << "127.0.0.1" << 0;
        QTest::newRow("of two with one name, the one that has a key") << IdentifyBy::Name << "spare" << 6;
        QTest::newRow("by an international name") << IdentifyBy::Name
                                                  << QString::fromUtf8("B\xC3\xBC"
                                                                       "cher.test")
                                                  << 6;
    }
    void finds()
    {
        QFETCH(IdentifyBy, by);
        QFETCH(QString, id);
        QFETCH(int, index);
        const auto found = findCertificate(m_certificates, by, id);
        QVERIFY(found);
        QCOMPARE(found->certificate, m_certificates[static_cast<std::size_t>(index)].certificate);
        QVERIFY(found->hasKey);
    }

    void refuses_data()
    {
        QTest::addColumn<IdentifyBy>("by");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing asked for") << IdentifyBy::Name << "" << "no-certificate";
        QTest::newRow("only spaces asked for") << IdentifyBy::Thumbprint << "  " << "no-certificate";
        QTest::newRow("an unknown name") << IdentifyBy::Name << "missing" << "certificate-not-found";
        QTest::newRow("a part of a name") << IdentifyBy::Name << "leaf" << "certificate-not-found";
        QTest::newRow("a wildcard is a name like any other")
            << IdentifyBy::Name << "x.leaf.test" << "certificate-not-found";
        QTest::newRow("an unknown thumbprint")
            << IdentifyBy::Thumbprint << QString(40, u'0') << "certificate-not-found";
        QTest::newRow("a name where a thumbprint was announced")
            << IdentifyBy::Thumbprint << "leaf.test" << "not-a-thumbprint";
        QTest::newRow("half a thumbprint") << IdentifyBy::Thumbprint << QString(20, u'0') << "thumbprint-length";
        QTest::newRow("a name that two have") << IdentifyBy::Name << "twice" << "certificate-ambiguous";
        QTest::newRow("an application id") << IdentifyBy::Application << "ACME_SERVER" << "application-not-registered";
    }
    void refuses()
    {
        QFETCH(IdentifyBy, by);
        QFETCH(QString, id);
        const auto found = findCertificate(m_certificates, by, id);
        QVERIFY(!found);
        QTEST(errorName(found.error().code), "error");
    }

    void listsTheCandidatesOfAnAmbiguousName()
    {
        const auto found = findCertificate(m_certificates, IdentifyBy::Name, QStringLiteral("TWICE"));
        QVERIFY(!found);
        QCOMPARE(found.error().values.size(), 2);
        QCOMPARE(found.error().values[0],
                 QStringLiteral("twice, ")
                     + formatThumbprint(m_certificates[3].certificate.sha1(), ThumbprintFormat::Windows)
                     + QStringLiteral(", 2027-01-01"));
    }

    void theSameCertificateInTwoFilesIsOneCandidate()
    {
        std::vector<StoredCertificate> twoFiles{stored(QStringLiteral("leaf.pem"), false),
                                                stored(QStringLiteral("leaf.pem"), true)};
        const auto found = findCertificate(twoFiles, IdentifyBy::Name, QStringLiteral("leaf.test"));
        QVERIFY(found);
        QVERIFY(found->hasKey);
    }

    void countsPositionsFromWhatWasTyped()
    {
        const auto found = findCertificate(m_certificates, IdentifyBy::Thumbprint, QStringLiteral("  9d of"));
        QCOMPARE(found.error().values, (QStringList{QStringLiteral("6"), QStringLiteral("o")}));
    }
};

QTEST_GUILESS_MAIN(TestFindCertificate)
#include "tst_find_certificate.moc"
