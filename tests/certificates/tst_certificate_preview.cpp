#include "model/certificates/certificate_preview.h"
#include "model/certificates/lint.h"
#include "tests/certificates/issued_certificates.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

CertificateSpec serverSpec()
{
    CertificateSpec spec = namedSpec(text("www.example.org"), CertificateTemplate::Server);
    spec.alternativeNames = {text("www.example.org")};
    spec.notBefore = issuedFrom;
    spec.notAfter = usualEnd(issuedFrom, false);
    return spec;
}

} // namespace

/// What a certificate would say, before it is made.
class TestCertificatePreview : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysWhetherClientsWouldTakeIt_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<SignedBy>("signedBy");
        QTest::addColumn<int>("days");
        QTest::addColumn<ServerUse::Answer>("answer");
        using enum ServerUse::Answer;
        QTest::newRow("an ordinary one") << text("ec:P-256") << SignedBy::Authority << 90 << Yes;
        QTest::newRow("RSA, whose key takes long") << text("rsa:4096") << SignedBy::Authority << 90 << Yes;
        QTest::newRow("ten years") << text("ec:P-256") << SignedBy::Authority << 3650 << YesBut;
        QTest::newRow("a key that browsers do not know") << text("ed448") << SignedBy::Authority << 90 << YesBut;
        QTest::newRow("signed by itself") << text("ec:P-256") << SignedBy::Itself << 90 << YesBut;
    }
    void saysWhetherClientsWouldTakeIt()
    {
        QFETCH(QString, key);
        QFETCH(SignedBy, signedBy);
        QFETCH(int, days);
        QFETCH(ServerUse::Answer, answer);
        CertificateSpec spec = serverSpec();
        spec.notAfter = endAfter(spec.notBefore, days);
        const auto preview = previewOf(spec, KeyKind::parse(key).value(), signedBy);
        QVERIFY(preview);
        QCOMPARE(usedAsServer(*preview, {.now = spec.notBefore, .issuers = {}}).answer, answer);
    }

    void whatWouldBeRefusedHasNone()
    {
        CertificateSpec spec = serverSpec();
        spec.alternativeNames = {text("no name")};
        const auto preview = previewOf(spec, KeyKind(), SignedBy::Itself);
        QVERIFY(!preview);
        QCOMPARE(preview.error().code, ErrorCode::InvalidAlternativeName);
    }
};

QTEST_GUILESS_MAIN(TestCertificatePreview)
#include "tst_certificate_preview.moc"
