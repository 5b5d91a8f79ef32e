#include "model/certificates/certificate_spec.h"

#include "model/certificates/lint.h"
#include "tests/certificates/issued_certificates.h"

#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

class TestCertificateSpec : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aTemplateSaysWhatACertificateIsFor_data()
    {
        QTest::addColumn<CertificateTemplate>("kind");
        QTest::addColumn<QByteArray>("constraints");
        QTest::addColumn<QByteArray>("purposes");
        QTest::newRow("a root may stand above any authorities")
            << CertificateTemplate::RootCa << QByteArray("CA:TRUE\n") << QByteArray();
        QTest::newRow("an intermediate stands above leaves alone")
            << CertificateTemplate::IntermediateCa << QByteArray("CA:TRUE, pathlen:0\n") << QByteArray();
        QTest::newRow("a server is no client")
            << CertificateTemplate::Server << QByteArray("CA:FALSE\n") << QByteArray("TLS Web Server Authentication\n");
        QTest::newRow("a client is no server")
            << CertificateTemplate::Client << QByteArray("CA:FALSE\n") << QByteArray("TLS Web Client Authentication\n");
        QTest::newRow("both") << CertificateTemplate::ServerAndClient << QByteArray("CA:FALSE\n")
                              << QByteArray("TLS Web Server Authentication, TLS Web Client Authentication\n");
    }
    void aTemplateSaysWhatACertificateIsFor()
    {
        QFETCH(CertificateTemplate, kind);
        QFETCH(QByteArray, constraints);
        QFETCH(QByteArray, purposes);
        const auto certificate = issue(namedSpec(text("a.test"), kind), madeKey());
        QVERIFY(certificate);
        const QByteArray said = asText(*certificate);
        QVERIFY2(said.contains(QByteArray("Basic Constraints: critical\n                " + constraints)),
                 said.constData());
        QCOMPARE(said.contains("Extended Key Usage"), !purposes.isEmpty());
        QVERIFY2(said.contains(purposes), said.constData());
        QCOMPARE(certificateTemplateNamed(certificateTemplateName(kind)), std::optional(kind));
    }

    void saysTheSubjectAndWhereToAsk()
    {
        CertificateSpec spec = namedSpec(text("a.test"), CertificateTemplate::IntermediateCa);
        spec.pathLength = 3;
        spec.subjectFields = *parseSubjectFields(QString::fromUtf8("C=fr, O=Caf\u00e9\\, S.A.,OU=x\\=y,"
                                                                   "emailAddress=me@b\u00fccher.test"));
        spec.revocationListUrl = text("http://pki.test/ca.crl?a,b");
        spec.ocspUrl = text("http://ocsp.test/");
        spec.issuerUrl = text("ldap://pki.test/cn=ca");
        const auto certificate = issue(spec, madeKey());
        QVERIFY(certificate);
        QCOMPARE(certificate->subject(),
                 QString::fromUtf8("CN=a.test,emailAddress=me@xn--bcher-kva.test,OU=x=y,O=Caf\u00e9\\, S.A.,C=FR"));
        const QByteArray said = asText(*certificate);
        for (const char *expected : {"pathlen:3", "URI:http://pki.test/ca.crl?a,b", "OCSP - URI:http://ocsp.test/",
                                     "CA Issuers - URI:ldap://pki.test/cn=ca"})
            QVERIFY2(said.contains(expected), said.constData());
    }

    void refusesFields_data()
    {
        QTest::addColumn<QString>("fields");
        QTest::addColumn<bool>("isFine");
        QTest::newRow("none") << "" << true;
        QTest::newRow("case does not matter") << "o=a,EMAILADDRESS=a@b.test" << true;
        QTest::newRow("64 characters of an organization") << QString(text("O=") + QString(64, u'a')) << true;
        QTest::newRow("65 characters of an organization") << QString(text("O=") + QString(65, u'a')) << false;
        QTest::newRow("an unknown field") << "X=a" << false;
        QTest::newRow("a second common name") << "CN=a" << false;
        QTest::newRow("a field without a value") << "O=" << false;
        QTest::newRow("a value without a field") << "Example" << false;
        QTest::newRow("a country of one letter") << "C=F" << false;
        QTest::newRow("a country of digits") << "C=33" << false;
        QTest::newRow("a mailbox that is none") << "emailAddress=me" << false;
        QTest::newRow("a line break") << "O=a\nb" << false;
        QTest::newRow("a right-to-left override") << QString(text("O=a") + QChar(0x202E) + text("b")) << false;
    }
    void refusesFields()
    {
        QFETCH(QString, fields);
        QFETCH(bool, isFine);
        const auto parsed = parseSubjectFields(fields);
        QCOMPARE(parsed.has_value(), isFine);
        if (!isFine)
            QCOMPARE(parsed.error().code, ErrorCode::InvalidSubjectField);
    }

    void refusesUrls_data()
    {
        QTest::addColumn<QString>("url");
        for (const char *url : {"ca.crl", "/ca.crl", "http:///ca.crl", "ftp://pki.test/", "javascript:alert(1)",
                                "http://pki.test/a b", "http://pki.test/\n", "file:///etc/passwd"})
            QTest::addRow("'%s'", url) << text(url);
        QTest::newRow("an endless one") << QString(text("http://a.test/") + QString(2000, u'a'));
    }
    void refusesUrls()
    {
        QFETCH(QString, url);
        CertificateSpec spec = namedSpec(text("a.test"), CertificateTemplate::Server);
        spec.revocationListUrl = url;
        spec.ocspUrl = url;
        spec.issuerUrl = url;
        QStringList fields;
        for (const Error &error : validate(spec)) {
            QCOMPARE(error.code, ErrorCode::InvalidUrl);
            fields.append(error.values);
        }
        QCOMPARE(fields, (QStringList{text("crl"), text("ocsp"), text("ca-issuers")}));
    }

    void onlyAnAuthorityHasAPathLength()
    {
        CertificateSpec spec = namedSpec(text("a.test"), CertificateTemplate::RootCa);
        spec.pathLength = 255;
        QVERIFY(validate(spec).empty());
        for (const int length : {-1, 256}) {
            spec.pathLength = length;
            QCOMPARE(validate(spec).at(0).code, ErrorCode::InvalidPathLength);
        }
        spec.pathLength = 0;
        spec.isCa = false;
        QCOMPARE(validate(spec).at(0).code, ErrorCode::InvalidPathLength);
    }

    void livesAsLongAsOurOwnRulesAllow_data()
    {
        QTest::addColumn<QDate>("day");
        QTest::newRow("398 days") << QDate(2026, 3, 14);
        QTest::newRow("200 days") << QDate(2026, 3, 15);
        QTest::newRow("100 days") << QDate(2027, 3, 15);
        QTest::newRow("47 days") << QDate(2029, 3, 15);
    }
    void livesAsLongAsOurOwnRulesAllow()
    {
        QFETCH(QDate, day);
        CertificateSpec spec = namedSpec(text("a.test"), CertificateTemplate::Server);
        spec.notBefore = QDateTime(day, QTime(23, 0), Qt::UTC);
        const auto isTooLong = [&spec] {
            const auto findings = lint(*issue(spec, madeKey()), {});
            return std::ranges::find(findings, LintRule::ValidTooLong, &LintFinding::rule) != findings.end();
        };
        spec.notAfter = usualEnd(spec.notBefore, false);
        QVERIFY(!isTooLong());
        spec.notAfter = spec.notAfter.addSecs(1);
        QVERIFY(isTooLong());
    }
};

QTEST_GUILESS_MAIN(TestCertificateSpec)
#include "tst_certificate_spec.moc"
