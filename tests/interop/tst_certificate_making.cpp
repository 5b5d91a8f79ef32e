#include "model/certificates/issuer.h"
#include "model/certificates/renewal.h"
#include "model/certificates/request_signing.h"
#include "model/certificates/revocation.h"
#include "tests/support/child_process.h"

#include <QFile>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// What we make, as OpenSSL's command line sees it.
class TestCertificateMaking : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;

    void put(const char *name, const QByteArray &text) const
    {
        QFile file(m_folder.filePath(QString::fromLatin1(name)));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
            QTest::qFail("cannot write a file", __FILE__, __LINE__);
    }
    static CertificateSpec spec(const char *name, CertificateTemplate kind)
    {
        CertificateSpec spec = specOf(kind);
        spec.commonName = QString::fromLatin1(name);
        spec.notBefore = QDateTime::currentDateTimeUtc().addSecs(-60);
        spec.notAfter = spec.notBefore.addDays(20);
        return spec;
    }
    static PrivateKey key() { return *PrivateKey::generate({}); }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("openssl")).isEmpty())
            QSKIP("NOT TESTED: install openssl");
        const PrivateKey rootKey = key();
        const Identity root{
            .certificate = *issue(spec("Root", CertificateTemplate::RootCa), rootKey), .key = rootKey, .chain = {}};
        const PrivateKey middleKey = key();
        const auto middleRequest = makeRequest(spec("Middle", CertificateTemplate::IntermediateCa), middleKey);
        const Identity middle{.certificate =
                                  *signRequest(*middleRequest, spec("", CertificateTemplate::IntermediateCa), root),
                              .key = middleKey,
                              .chain = {}};
        CertificateSpec leafSpec = spec("leaf.test", CertificateTemplate::Server);
        leafSpec.alternativeNames = {QStringLiteral("leaf.test"), QStringLiteral("*.leaf.test")};
        leafSpec.subjectFields = {{.type = QStringLiteral("O"), .value = QStringLiteral("Example")}};
        leafSpec.revocationListUrl = QStringLiteral("http://pki.test/middle.crl");
        const PrivateKey leafKey = key();
        const auto request = makeRequest(leafSpec, leafKey);
        const auto leaf = signRequest(*request, leafSpec, middle);
        QVERIFY(leaf);
        const auto renewed = renew(*leaf, leafKey, leafSpec.notBefore, leafSpec.notAfter, &middle);
        QVERIFY(renewed);
        const RevocationOrder order{.certificates = {*leaf},
                                    .reason = RevocationReason::KeyCompromise,
                                    .thisUpdate = leafSpec.notBefore,
                                    .nextUpdate = leafSpec.notAfter};
        const auto list = makeRevocationList(order, middle);
        const auto rootList =
            makeRevocationList({.thisUpdate = order.thisUpdate, .nextUpdate = order.nextUpdate}, root);
        QVERIFY(list && rootList);
        put("root.pem", root.certificate.pem());
        put("middle.pem", middle.certificate.pem());
        put("leaf.pem", leaf->pem());
        put("renewed.pem", renewed->pem());
        put("leaf.csr", request->pem());
        put("middle.crl", list->pem());
        put("both.crl", list->pem() + rootList->pem());
    }

    void opensslAgrees_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<int>("exitCode");
        const auto row = [](const char *name, const char *line, const char *said, int exitCode = 0) {
            QTest::newRow(name) << QString::fromLatin1(line) << QByteArray(said) << exitCode;
        };
        row("the chain is valid",
            "verify -x509_strict -purpose sslserver -verify_hostname a.leaf.test -CAfile %d/root.pem -untrusted "
            "%d/middle.pem %d/leaf.pem",
            "leaf.pem: OK");
        row("a server is no client",
            "verify -x509_strict -purpose sslclient -CAfile %d/root.pem -untrusted %d/middle.pem %d/leaf.pem",
            "unsuitable certificate purpose", 2);
        row("the request is signed by its key", "req -verify -noout -in %d/leaf.csr", "verify OK");
        row("the request names what was asked for", "req -noout -text -in %d/leaf.csr", "DNS:*.leaf.test");
        row("the list is signed by its issuer", "crl -noout -CAfile %d/middle.pem -in %d/middle.crl", "verify OK");
        row("the list says why", "crl -noout -text -in %d/middle.crl", "Key Compromise");
        row("the list has a number", "crl -noout -crlnumber -in %d/middle.crl", "crlNumber=0x01");
        row("what is revoked is refused",
            "verify -x509_strict -crl_check_all -CRLfile %d/both.crl -CAfile %d/root.pem -untrusted %d/middle.pem "
            "%d/leaf.pem",
            "certificate revoked", 2);
        row("what was renewed is not revoked",
            "verify -x509_strict -crl_check_all -CRLfile %d/both.crl -CAfile %d/root.pem -untrusted %d/middle.pem "
            "%d/renewed.pem",
            "renewed.pem: OK");
    }
    void opensslAgrees()
    {
        QFETCH(QString, line);
        QFETCH(QByteArray, said);
        const QStringList words = line.replace(QStringLiteral("%d"), m_folder.path()).split(u' ');
        const ProgramRun run = runProgram(QStringLiteral("openssl"), words, {"LC_ALL=C.UTF-8"});
        QVERIFY2(run.output.contains(said), run.output.constData());
        QTEST(run.exitCode, "exitCode");
    }
};

QTEST_GUILESS_MAIN(TestCertificateMaking)
#include "tst_certificate_making.moc"
