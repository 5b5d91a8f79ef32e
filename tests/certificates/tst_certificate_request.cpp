#include "model/certificates/certificate_request.h"

#include "tests/certificates/fixture_files.h"

#include <QCryptographicHash>
#include <QFile>

using namespace sealport;
using namespace sealport::test;

namespace {

QByteArray derOf(const QString &name)
{
    return openssl({QStringLiteral("req"), QStringLiteral("-in"), fixture(name), QStringLiteral("-outform"),
                    QStringLiteral("DER")});
}

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray fixtureBytes(const QString &name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestCertificateRequest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysWhatOpensslSays()
    {
        const QString file = fixture(QStringLiteral("request-names.pem"));
        const QByteArray der = derOf(QStringLiteral("request-names.pem"));
        const auto request = CertificateRequest::fromDer(spanOf(der));
        QVERIFY(request);
        const auto ask = [&](const QString &what) {
            return QString::fromUtf8(
                openssl({QStringLiteral("req"), QStringLiteral("-noout"), QStringLiteral("-in"), file,
                         QStringLiteral("-nameopt"), QStringLiteral("RFC2253,utf8,-esc_msb"), what}));
        };
        QCOMPARE(request->subject(), ask(QStringLiteral("-subject")).section(u'=', 1));
        QCOMPARE(request->name(), QStringLiteral("Élan"));
        QCOMPARE(request->keyType(), QStringLiteral("EC"));
        QCOMPARE(request->keyBits(), 256);
        QCOMPARE(request->signatureAlgorithm(), QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(request->subjectAltNames(),
                 (QStringList{QStringLiteral("DNS:leaf.test"), QStringLiteral("IP:127.0.0.1"),
                              QStringLiteral("email:me@leaf.test")}));
        QVERIFY(request->isSignatureValid());
        QCOMPARE(request->der(), der);
        QCOMPARE(request->sha256(), QCryptographicHash::hash(der, QCryptographicHash::Sha256));
        QCOMPARE(openssl({QStringLiteral("req")}, request->pem()), request->pem().trimmed());
    }

    void knowsTheCertificateThatAnswersIt()
    {
        const auto request = CertificateRequest::fromDer(spanOf(fixtureBytes(QStringLiteral("request.der"))));
        QVERIFY(request);
        QCOMPARE(request->publicKeySha256(), certificateOf(QStringLiteral("leaf.pem")).publicKeySha256());
        QVERIFY(request->subjectAltNames().isEmpty());
    }

    void seesASignatureThatIsNotItsKeys()
    {
        QByteArray der = fixtureBytes(QStringLiteral("request.der"));
        der[der.size() - 1] = static_cast<char>(der.back() ^ 1);
        const auto request = CertificateRequest::fromDer(spanOf(der));
        QVERIFY(request);
        QVERIFY(!request->isSignatureValid());
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("der");
        const QByteArray whole = fixtureBytes(QStringLiteral("request.der"));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one that ends in the middle") << whole.left(100);
        QTest::newRow("octets behind it") << whole + '\0';
        QTest::newRow("a certificate") << fixtureBytes(QStringLiteral("leaf.der"));
    }
    void refuses()
    {
        QFETCH(QByteArray, der);
        const auto request = CertificateRequest::fromDer(spanOf(der));
        QVERIFY(!request);
        QCOMPARE(request.error().code, ErrorCode::MalformedRequest);
    }
};

QTEST_GUILESS_MAIN(TestCertificateRequest)
#include "tst_certificate_request.moc"
