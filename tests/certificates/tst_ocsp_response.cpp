#include "model/certificates/ocsp_response.h"
#include "tests/certificates/fixture_files.h"
#include "tests/tls/test_identity.h"

#include <QTest>

using namespace sealport;
using namespace sealport::test;
using namespace Qt::StringLiterals;

namespace {

std::span<const std::byte> octets(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

} // namespace

/// What an authority says of its certificates, to be stapled.
class TestOcspResponse : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysWhatItWasMadeToSay_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<int>("status");
        for (const char *kind : {"ec:P-256", "rsa:2048", "ed25519"})
            QTest::addRow("an issuer with %s", kind) << QString::fromLatin1(kind) << int(OcspStatus::Good);
        QTest::newRow("revoked") << u"ec:P-256"_s << int(OcspStatus::Revoked);
        QTest::newRow("unknown") << u"ec:P-256"_s << int(OcspStatus::Unknown);
    }
    void saysWhatItWasMadeToSay()
    {
        QFETCH(const QString, kind);
        QFETCH(const int, status);
        const Identity issuer = makeIdentity(kind, nullptr, u"Root"_s, true);
        const Identity leaf = makeIdentity(u"ec:P-256"_s, &issuer);
        const OcspAnswer answer{.status = OcspStatus(status),
                                .thisUpdate = QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), Qt::UTC),
                                .nextUpdate = QDateTime(QDate(2026, 1, 9), QTime(3, 4, 5), Qt::UTC)};
        const auto der = makeOcspResponse(leaf.certificate, issuer, answer);
        QVERIFY(der);
        const auto read = readOcspResponse(octets(*der), leaf.certificate, issuer.certificate);
        QVERIFY(read);
        QVERIFY(*read == answer);
    }

    void isAboutOneCertificateAlone()
    {
        const Identity issuer = makeIdentity(u"ec:P-256"_s, nullptr, u"Root"_s, true);
        const Identity leaf = makeIdentity(u"ec:P-256"_s, &issuer);
        const Identity other = makeIdentity(u"ec:P-256"_s, &issuer, u"other.test"_s);
        const OcspAnswer answer{.thisUpdate = QDateTime::currentDateTimeUtc()};
        const auto der = makeOcspResponse(leaf.certificate, issuer, answer);
        QVERIFY(der);
        const auto read = readOcspResponse(octets(*der), other.certificate, issuer.certificate);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::NotIssuedBy);
        QCOMPARE(read.error().subject, u"other.test"_s);
        const auto stranger = makeOcspResponse(issuer.certificate, other, answer);
        QVERIFY(!stranger);
        QCOMPARE(stranger.error().code, ErrorCode::NotIssuedBy);
    }

    void whatIsNoneIsSaid()
    {
        const Identity issuer = makeIdentity(u"ec:P-256"_s, nullptr, u"Root"_s, true);
        const Identity leaf = makeIdentity(u"ec:P-256"_s, &issuer);
        const auto read = readOcspResponse(octets("nonsense"), leaf.certificate, issuer.certificate);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::MalformedContainer);
    }
};

QTEST_GUILESS_MAIN(TestOcspResponse)
#include "tst_ocsp_response.moc"
