#include "model/certificates/revocation_list.h"

#include "tests/certificates/fixture_files.h"

#include <QFile>

using namespace sealport;
using namespace sealport::test;

namespace {

std::span<const std::byte> spanOf(const QByteArray &bytes)
{
    return std::as_bytes(std::span(bytes.constData(), static_cast<std::size_t>(bytes.size())));
}

QByteArray fixtureBytes(const QString &name)
{
    QFile file(fixture(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

RevocationList list()
{
    return RevocationList::fromDer(spanOf(fixtureBytes(QStringLiteral("list.der")))).value();
}

QDateTime moment(const char *text)
{
    return QDateTime::fromString(QLatin1String(text), Qt::ISODate);
}

} // namespace

class TestRevocationList : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysWhatItsRecipeSays()
    {
        const RevocationList read = list();
        QCOMPARE(read.issuer(), QStringLiteral("CN=Test root,O=Sealport tests,C=FR"));
        QCOMPARE(read.thisUpdate(), moment("2026-04-01T00:00:00Z"));
        QCOMPARE(read.nextUpdate(), moment("2026-05-01T00:00:00Z"));
        QCOMPARE(read.number(), QStringLiteral("4098")); // 0x1002
        QCOMPARE(read.signatureAlgorithm(), QStringLiteral("ecdsa-with-SHA256"));
        QCOMPARE(read.der(), fixtureBytes(QStringLiteral("list.der")));
        QCOMPARE(read.pem(), fixtureBytes(QStringLiteral("list.pem")));
    }

    void listsWhatIsRevokedAndWhy()
    {
        const RevocationList read = list();
        QCOMPARE(read.count(), std::size_t{3});
        const std::vector<RevokedCertificate> entries = read.entries(0, 10);
        QCOMPARE(entries.size(), std::size_t{3});
        QCOMPARE(entries[0].serial, QStringLiteral("7f"));
        QCOMPARE(entries[0].date, moment("2026-02-03T04:05:06Z"));
        QCOMPARE(entries[0].reason, QString());
        QCOMPARE(entries[1].serial, QStringLiteral("0a1b"));
        QCOMPARE(entries[1].reason, QStringLiteral("keyCompromise"));
        QCOMPARE(entries[2].serial, QStringLiteral("ffee"));
        QCOMPARE(entries[2].reason, QStringLiteral("superseded"));
    }

    void handsOutNoMoreThanIsAskedFor()
    {
        const RevocationList read = list();
        QCOMPARE(read.entries(0, 2).size(), std::size_t{2});
        QCOMPARE(read.entries(2, 2).size(), std::size_t{1});
        QCOMPARE(read.entries(2, 2)[0].serial, QStringLiteral("ffee"));
        QVERIFY(read.entries(3, 2).empty());
        QVERIFY(read.entries(std::size_t(-1), std::size_t(-1)).empty());
    }

    void takesAListThatSaysLittle()
    {
        RevocationListPtr bare(X509_CRL_new());
        const PrivateKey key = keyOf(QStringLiteral("root.key"));
        ASN1_TIME *now = ASN1_TIME_adj(nullptr, 0, 0, 0);
        QVERIFY(X509_CRL_set1_lastUpdate(bare.get(), now) == 1
                && X509_CRL_sign(bare.get(), key.handle(), EVP_sha256()));
        ASN1_TIME_free(now);
        const RevocationList read = RevocationList::fromX509(std::move(bare));
        QVERIFY(!read.nextUpdate().isValid());
        QVERIFY(read.number().isEmpty());
        QCOMPARE(read.count(), std::size_t{0});
        QCOMPARE(RevocationList::fromDer(spanOf(read.der())).value(), read);
    }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("der");
        const QByteArray whole = fixtureBytes(QStringLiteral("list.der"));
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("one that ends in the middle") << whole.left(100);
        QTest::newRow("octets behind it") << whole + '\0';
        QTest::newRow("a certificate") << fixtureBytes(QStringLiteral("leaf.der"));
    }
    void refuses()
    {
        QFETCH(QByteArray, der);
        const auto read = RevocationList::fromDer(spanOf(der));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::MalformedRevocationList);
    }
};

QTEST_GUILESS_MAIN(TestRevocationList)
#include "tst_revocation_list.moc"
