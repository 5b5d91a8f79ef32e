#include "model/certificates/certificate_details.h"

#include "model/certificates/content_reader.h"
#include "model/certificates/detail_rows.h"
#include "tests/certificates/made_certificate.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

const Detail *find(const std::vector<Detail> &rows, DetailField field)
{
    const auto row = std::ranges::find(rows, field, &Detail::field);
    return row == rows.end() ? nullptr : &*row;
}

const Detail *extension(const std::vector<Detail> &rows, const QString &object)
{
    const auto row = std::ranges::find(rows, object, &Detail::object);
    return row == rows.end() ? nullptr : &*row;
}

/// The values of all rows under it, one a line: "Field value" is too long for a table, so the value alone.
QStringList valuesOf(const Detail &row)
{
    QStringList values;
    if (!row.value.isEmpty())
        values.append(row.value);
    for (const DetailTerm term : row.terms)
        values.append(QStringLiteral("term %1").arg(int(term)));
    for (const Detail &part : row.parts)
        values += valuesOf(part);
    return values;
}

QString term(DetailTerm word)
{
    return QStringLiteral("term %1").arg(int(word));
}

} // namespace

class TestCertificateDetails : public QObject {
    Q_OBJECT
private:
    CertificateMaker m_maker;

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void tellsTheFields()
    {
        const Certificate certificate = certificateOf(QStringLiteral("leaf.pem"));
        const std::vector<Detail> rows = detailsOf(certificate);
        QCOMPARE(find(rows, DetailField::Version)->value, QStringLiteral("3"));
        QCOMPARE(find(rows, DetailField::SerialNumber)->value, certificate.serial());
        QCOMPARE(find(rows, DetailField::SignatureAlgorithm)->value, QStringLiteral("ecdsa-with-SHA256"));
        QVERIFY(!find(rows, DetailField::OuterSignatureAlgorithm));
        const Detail *subject = find(rows, DetailField::Subject);
        QCOMPARE(subject->value, certificate.subject());
        QCOMPARE(subject->parts.size(), std::size_t{6});
        QCOMPARE(subject->parts[0].name, QStringLiteral("countryName"));
        QCOMPARE(subject->parts[0].value, QStringLiteral("FR"));
        const Detail *key = find(rows, DetailField::PublicKey);
        QCOMPARE(key->value, QStringLiteral("EC"));
        QCOMPARE(find(key->parts, DetailField::Curve)->value, QStringLiteral("P-256 (prime256v1)"));
        QVERIFY(find(key->parts, DetailField::Point)->value.startsWith(QStringLiteral("04 ")));
        QVERIFY(find(rows, DetailField::PublicKeyPin)->value.startsWith(QStringLiteral("sha256//")));
    }

    void tellsEveryThumbprint()
    {
        const Certificate certificate = certificateOf(QStringLiteral("leaf.pem"));
        const std::vector<Detail> rows = detailsOf(certificate);
        for (const auto &[field, option] :
             {std::pair{DetailField::Sha1Thumbprint, "-sha1"}, std::pair{DetailField::Sha256Thumbprint, "-sha256"},
              std::pair{DetailField::Sha384Thumbprint, "-sha384"}, std::pair{DetailField::Sha512Thumbprint, "-sha512"},
              std::pair{DetailField::Md5Thumbprint, "-md5"}}) {
            const QByteArray said = openssl({QStringLiteral("x509"), QStringLiteral("-noout"),
                                             QStringLiteral("-fingerprint"), QString::fromLatin1(option)},
                                            certificate.pem());
            QCOMPARE(find(rows, field)->value.toUpper().replace(u' ', u':'),
                     QString::fromLatin1(said.mid(said.indexOf('=') + 1)));
        }
    }

    void tellsWhatARequestAsksFor()
    {
        const QString file = fixture(QStringLiteral("request-names.pem"));
        const CertificateRequest request = readCertificateFileLeniently(file).contents.requests.at(0);
        const std::vector<Detail> rows = detailsOf(request);
        QCOMPARE(find(rows, DetailField::Version)->value, QStringLiteral("1"));
        QCOMPARE(find(rows, DetailField::Subject)->value, request.subject());
        QCOMPARE(find(rows, DetailField::PublicKey)->value, QStringLiteral("EC"));
        QVERIFY(valuesOf(*extension(rows, QStringLiteral("2.5.29.17"))).contains(QStringLiteral("DNS:leaf.test")));
        QCOMPARE(find(rows, DetailField::SignatureAlgorithm)->value, QStringLiteral("ecdsa-with-SHA256"));
        QVERIFY(find(rows, DetailField::SignatureValue));
        QVERIFY(!find(rows, DetailField::Attribute)); // the extensions are told one by one
    }

    void tellsOtherAttributesOfARequest()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(QStringLiteral("a.csr"));
        openssl({QStringLiteral("req"), QStringLiteral("-new"), QStringLiteral("-key"),
                 fixture(QStringLiteral("leaf.key")), QStringLiteral("-out"), file, QStringLiteral("-config"),
                 QStringLiteral("/dev/stdin")},
                "[req]\nprompt=no\ndistinguished_name=dn\nattributes=at\n[dn]\nCN=a.test\n"
                "[at]\nchallengePassword=not secret\nunstructuredName=somebody\n");
        const auto requests = readCertificateFileLeniently(file).contents.requests;
        QCOMPARE(requests.size(), std::size_t{1});
        const std::vector<Detail> rows = detailsOf(requests[0]);
        QCOMPARE(extension(rows, QStringLiteral("1.2.840.113549.1.9.7"))->value, QStringLiteral("not secret"));
        QCOMPARE(extension(rows, QStringLiteral("1.2.840.113549.1.9.2"))->value, QStringLiteral("somebody"));
    }

    void tellsWhatARevocationListSaysOfItself()
    {
        const QString file = fixture(QStringLiteral("list.pem"));
        const RevocationList list = readCertificateFileLeniently(file).contents.revocationLists.at(0);
        const std::vector<Detail> rows = detailsOf(list);
        QCOMPARE(find(rows, DetailField::Version)->value, QStringLiteral("2"));
        QCOMPARE(find(rows, DetailField::Issuer)->value, list.issuer());
        QCOMPARE(find(rows, DetailField::ThisUpdate)->value, QStringLiteral("2026-04-01 00:00:00 UTC"));
        QCOMPARE(find(rows, DetailField::NextUpdate)->value, QStringLiteral("2026-05-01 00:00:00 UTC"));
        QCOMPARE(find(rows, DetailField::RevokedCount)->value, QStringLiteral("3"));
        QCOMPARE(valuesOf(*extension(rows, QStringLiteral("2.5.29.20"))), QStringList(QStringLiteral("4098")));
    }

    void tellsTheScopeOfARevocationList()
    {
        const QTemporaryDir folder;
        QFile index(folder.filePath(QStringLiteral("index")));
        QVERIFY(index.open(QIODevice::WriteOnly));
        index.close();
        const QByteArray config = "[ca]\ndefault_ca=c\n[c]\ndatabase=" + index.fileName().toLocal8Bit()
                                  + "\ndefault_md=sha256\ndefault_crl_days=1\ncrl_extensions=e\n[e]\n"
                                    "issuingDistributionPoint=critical,@p\n2.5.29.27=ASN1:INTEGER:7\n"
                                    "[p]\nfullname=URI:http://crl.test/a.crl\nonlyCA=TRUE\nindirectCRL=TRUE\n"
                                    "onlysomereasons=keyCompromise\n";
        const QByteArray pem =
            openssl({QStringLiteral("ca"), QStringLiteral("-gencrl"), QStringLiteral("-config"),
                     QStringLiteral("/dev/stdin"), QStringLiteral("-cert"), fixture(QStringLiteral("root.pem")),
                     QStringLiteral("-keyfile"), fixture(QStringLiteral("root.key"))},
                    config);
        const auto lists =
            readCertificateBytes(std::as_bytes(std::span(pem.constData(), static_cast<std::size_t>(pem.size()))))
                .contents.revocationLists;
        QCOMPARE(lists.size(), std::size_t{1});
        const std::vector<Detail> rows = detailsOf(lists[0]);
        const Detail *scope = extension(rows, QStringLiteral("2.5.29.28"));
        QVERIFY(scope && scope->isCritical);
        QCOMPARE(valuesOf(*scope),
                 (QStringList{QStringLiteral("URI:http://crl.test/a.crl"), term(DetailTerm::AuthorityCertificates),
                              term(DetailTerm::CertificatesOfOthers), term(DetailTerm::KeyCompromise)}));
        QCOMPARE(valuesOf(*extension(rows, QStringLiteral("2.5.29.27"))), QStringList(QStringLiteral("7")));
    }

    void tellsRsaKeysAndPssParameters()
    {
        const auto made = m_maker.make(
            QStringLiteral("pss"),
            {.key = {QStringLiteral("rsa:2048")},
             .words = {QStringLiteral("-sha384"), QStringLiteral("-sigopt"), QStringLiteral("rsa_padding_mode:pss"),
                       QStringLiteral("-sigopt"), QStringLiteral("rsa_pss_saltlen:48")}});
        QCOMPARE(made.size(), std::size_t{1});
        const std::vector<Detail> rows = detailsOf(made[0]);
        const Detail *signature = find(rows, DetailField::SignatureAlgorithm);
        QCOMPARE(signature->value, QStringLiteral("rsassaPss"));
        QVERIFY(find(signature->parts, DetailField::HashAlgorithm)->value.startsWith(QStringLiteral("sha384")));
        QVERIFY(find(signature->parts, DetailField::MaskGeneration)->value.contains(QStringLiteral("sha384")));
        QCOMPARE(find(signature->parts, DetailField::SaltLength)->value, QStringLiteral("48"));
        const Detail *key = find(rows, DetailField::PublicKey);
        QCOMPARE(find(key->parts, DetailField::KeySize)->value, QStringLiteral("2048"));
        QCOMPARE(find(key->parts, DetailField::Exponent)->value, QStringLiteral("65537"));
        QCOMPARE(find(key->parts, DetailField::Modulus)->value.size(), qsizetype{3 * 256 - 1});
    }

    void tellsExtensions_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<QString>("object");
        QTest::addColumn<bool>("isCritical");
        QTest::addColumn<QStringList>("values");
        const auto row = [](const char *name, const QByteArray &line, const char *object, const QStringList &values,
                            bool isCritical = false) {
            QTest::newRow(name) << line << QString::fromLatin1(object) << isCritical << values;
        };
        row("key usage", "keyUsage=critical,digitalSignature,decipherOnly", "2.5.29.15",
            {term(DetailTerm::DigitalSignature), term(DetailTerm::DecipherOnly)}, true);
        row("purposes", "extendedKeyUsage=serverAuth,1.2.3.4,anyExtendedKeyUsage", "2.5.29.37",
            {term(DetailTerm::TlsServer), term(DetailTerm::AnyPurpose)});
        row("an authority with a path length", "basicConstraints=critical,CA:TRUE,pathlen:2", "2.5.29.19",
            {term(DetailTerm::Yes), QStringLiteral("2")}, true);
        row("names", "subjectAltName=DNS:a.test,IP:10.0.0.1,email:a@b.test", "2.5.29.17",
            {QStringLiteral("DNS:a.test"), QStringLiteral("IP:10.0.0.1"), QStringLiteral("email:a@b.test")});
        row("a name in a directory", "subjectAltName=dirName:who\n[who]\nC=FR\nO=Books, old", "2.5.29.17",
            {QStringLiteral("DirName:O=Books\\, old,C=FR")});
        row("names of the issuer", "issuerAltName=URI:https://ca.test/", "2.5.29.18",
            {QStringLiteral("URI:https://ca.test/")});
        row("name constraints with a mask",
            "nameConstraints=critical,permitted;DNS:.test,permitted;IP:10.0.0.0/255.0.0.0,excluded;DNS:bad.test",
            "2.5.29.30",
            {QStringLiteral("DNS:.test"), QStringLiteral("IP:10.0.0.0/255.0.0.0"), QStringLiteral("DNS:bad.test")},
            true);
        row("policies with statement and notice",
            "certificatePolicies=2.23.140.1.2.1,@pol\n[pol]\npolicyIdentifier=1.3.5.8\nCPS.1=http://cps.test/\n"
            "userNotice.1=@notice\n[notice]\nexplicitText=UTF8:read this\norganization=Org\nnoticeNumbers=1,2",
            "2.5.29.32",
            {QStringLiteral("http://cps.test/"), QStringLiteral("read this"), QStringLiteral("Org: 1, 2")});
        row("policy mappings", "policyMappings=1.2.3:1.2.4", "2.5.29.33", {QStringLiteral("1.2.3 → 1.2.4")});
        row("policy constraints", "policyConstraints=requireExplicitPolicy:3,inhibitPolicyMapping:1", "2.5.29.36",
            {QStringLiteral("3"), QStringLiteral("1")});
        row("inhibited policies", "inhibitAnyPolicy=2", "2.5.29.54", {QStringLiteral("2")});
        row("revocation lists",
            "crlDistributionPoints=dp\n[dp]\nfullname=URI:http://crl.test/a.crl\nreasons=keyCompromise,CACompromise",
            "2.5.29.31",
            {QStringLiteral("URI:http://crl.test/a.crl"), term(DetailTerm::KeyCompromise),
             term(DetailTerm::AuthorityCompromise)});
        row("access to information", "authorityInfoAccess=OCSP;URI:http://ocsp.test/,caIssuers;URI:http://ca.test/",
            "1.3.6.1.5.5.7.1.1", {QStringLiteral("URI:http://ocsp.test/"), QStringLiteral("URI:http://ca.test/")});
        row("must-staple", "tlsfeature=status_request,77", "1.3.6.1.5.5.7.1.24",
            {term(DetailTerm::MustStaple), QStringLiteral("77")});
        row("a comment", "nsComment=\"made by hand\"", "2.16.840.1.113730.1.13", {QStringLiteral("made by hand")});
        row("Netscape's type", "nsCertType=server,objCA", "2.16.840.1.113730.1.1",
            {term(DetailTerm::SslServer), term(DetailTerm::ObjectSigningAuthority)});
        row("Microsoft's template by name", "1.3.6.1.4.1.311.20.2=ASN1:BMPSTRING:WebServer", "1.3.6.1.4.1.311.20.2",
            {QStringLiteral("WebServer")});
        row("Microsoft's template by number",
            "1.3.6.1.4.1.311.21.7=ASN1:SEQUENCE:t\n[t]\na=OID:1.2.3.4\nb=INTEGER:100\nc=INTEGER:3",
            "1.3.6.1.4.1.311.21.7", {QStringLiteral("1.2.3.4"), QStringLiteral("100"), QStringLiteral("3")});
        row("Microsoft's CA version", "1.3.6.1.4.1.311.21.1=ASN1:INTEGER:65537", "1.3.6.1.4.1.311.21.1",
            {QStringLiteral("65537")});
        row("statements of a qualified certificate",
            "1.3.6.1.5.5.7.1.3=ASN1:SEQUENCE:q\n[q]\na=SEQUENCE:q1\nb=SEQUENCE:q2\n[q1]\na=OID:0.4.0.1862.1.1\n[q2]\n"
            "a=OID:0.4.0.1862.1.3\nb=INTEGER:15",
            "1.3.6.1.5.5.7.1.3", {QStringLiteral("15")});
        row("an entry in a log",
            "1.3.6.1.4.1.11129.2.4.2=DER:0437"
            "0035"
            "0033"
            "00" + QByteArray("aa").repeated(32)
                + "0000018bcfe56800"
                  "0000"
                  "0403"
                  "0004"
                  "30020500",
            "1.3.6.1.4.1.11129.2.4.2",
            {QStringLiteral("1"), QString(QStringLiteral("aa ").repeated(32)).trimmed(),
             QStringLiteral("2023-11-14 22:13:20.000 UTC"), QStringLiteral("ecdsa-with-SHA256")});
        row("an unknown one, in hex", "1.2.3.4.5=DER:01:02:ff", "1.2.3.4.5", {QStringLiteral("01 02 ff")});
        row("content that is not what it should be", "2.5.29.15=DER:04:01:ff", "2.5.29.15",
            {QStringLiteral("04 01 ff")});
        row("content with something behind it", "2.5.29.14=DER:04:01:ff:00", "2.5.29.14",
            {QStringLiteral("04 01 ff 00")});
    }
    void tellsExtensions()
    {
        QFETCH(QByteArray, line);
        QFETCH(QString, object);
        const auto made = m_maker.make(QStringLiteral("extension"), {.extensions = line + '\n'});
        QCOMPARE(made.size(), std::size_t{1});
        const std::vector<Detail> rows = detailsOf(made[0]);
        const Detail *found = extension(rows, object);
        QVERIFY(found);
        QTEST(found->isCritical, "isCritical");
        QTEST(valuesOf(*found), "values");
    }

    void contentThatCannotBeDecodedSaysSo()
    {
        const auto made = m_maker.make(QStringLiteral("damaged"), {.extensions = "2.5.29.19=DER:ff\n1.2.3=DER:ff\n"});
        const std::vector<Detail> rows = detailsOf(made.at(0));
        QVERIFY(find(extension(rows, QStringLiteral("2.5.29.19"))->parts, DetailField::Undecodable));
        QVERIFY(find(extension(rows, QStringLiteral("1.2.3"))->parts, DetailField::RawContent));
    }

    void aThousandNamesAreCut()
    {
        QByteArray names("subjectAltName=@names\n[names]\n");
        for (int i = 0; i < mostDetailRows + 7; ++i)
            names += "DNS." + QByteArray::number(i) + "=host" + QByteArray::number(i) + ".test\n";
        const auto made = m_maker.make(QStringLiteral("many"), {.extensions = names});
        const std::vector<Detail> rows = detailsOf(made.at(0));
        const Detail *found = extension(rows, QStringLiteral("2.5.29.17"));
        QCOMPARE(int(found->parts.size()), mostDetailRows + 1);
        QCOMPARE(found->parts.back(), detail(DetailField::LeftOut, QStringLiteral("7")));
    }

    void purposesForAColumn_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::addColumn<QList<int>>("terms");
        using Term = DetailTerm;
        QTest::newRow("a server") << QByteArray("extendedKeyUsage=serverAuth") << QList<int>{int(Term::TlsServer)};
        QTest::newRow("a server and client") << QByteArray("extendedKeyUsage=clientAuth,serverAuth")
                                             << QList<int>{int(Term::TlsClient), int(Term::TlsServer)};
        QTest::newRow("no purpose named") << QByteArray() << QList<int>{int(Term::AnyPurpose)};
        QTest::newRow("an authority") << QByteArray("basicConstraints=critical,CA:TRUE")
                                      << QList<int>{int(Term::SignsCertificates)};
        QTest::newRow("a purpose without a word") << QByteArray("extendedKeyUsage=1.2.3") << QList<int>{};
    }
    void purposesForAColumn()
    {
        QFETCH(QByteArray, lines);
        const auto made = m_maker.make(QStringLiteral("purposes"), {.extensions = lines + '\n'});
        QList<int> terms;
        for (const DetailTerm one : purposesOf(made.at(0)))
            terms.append(int(one));
        QTEST(terms, "terms");
    }

    void survivesEveryFlippedOctet()
    {
        const QByteArray whole = certificateOf(QStringLiteral("leaf.pem")).der();
        for (qsizetype i = 0; i < whole.size(); ++i) {
            QByteArray der = whole;
            der[i] = static_cast<char>(der[i] ^ 0x55);
            const auto damaged =
                Certificate::fromDer(std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size()))));
            if (damaged)
                QVERIFY(detailsOf(*damaged).size() > 10);
            QVERIFY(isErrorQueueEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestCertificateDetails)
#include "tst_certificate_details.moc"
