#include "model/certificates/renewal.h"

#include "tests/certificates/issued_certificates.h"

#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

CertificateSpec oldSpec()
{
    CertificateSpec spec = namedSpec(text("old.test"), CertificateTemplate::Client);
    spec.subjectFields = *parseSubjectFields(text("O=Example"));
    spec.alternativeNames = {text("old.test")};
    spec.ocspUrl = text("http://ocsp.test/");
    return spec;
}

/// The extensions as OpenSSL prints them, but for the key identifiers.
QByteArray extensionsOfText(const Certificate &certificate)
{
    QByteArray kept;
    bool isLeft = false;
    const QByteArray said = asText(certificate);
    for (const QByteArray &line : said.mid(said.indexOf("X509v3 extensions")).split('\n')) {
        if (line.contains("Signature Algorithm"))
            break;
        if (line.startsWith("            X509v3"))
            isLeft = line.contains("Key Identifier");
        if (!isLeft)
            kept += line + '\n';
    }
    return kept;
}

} // namespace

class TestRenewal : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void saysTheSameForOtherDates_data()
    {
        QTest::addColumn<bool>("hasNewKey");
        QTest::newRow("with the same key") << false;
        QTest::newRow("with a new key") << true;
    }
    void saysTheSameForOtherDates()
    {
        QFETCH(bool, hasNewKey);
        const Identity issuer = madeAuthority();
        const PrivateKey key = madeKey();
        const auto old = issue(oldSpec(), key, &issuer);
        const PrivateKey next = hasNewKey ? madeKey() : key;
        const QDateTime from = issuedFrom.addDays(99);
        const auto renewed = renew(*old, next, from, from.addSecs(60), &issuer);
        QVERIFY(renewed);
        QCOMPARE(renewed->subject(), old->subject());
        QCOMPARE(renewed->notBefore(), from);
        QCOMPARE(renewed->notAfter(), from.addSecs(60));
        QVERIFY(renewed->serial() != old->serial());
        QCOMPARE(next.matches(*renewed), true);
        QCOMPARE(renewed->keyIdentifier() == old->keyIdentifier(), !hasNewKey);
        QCOMPARE(extensionsOfText(*renewed), extensionsOfText(*old));
        QVERIFY(isIssuedBy(*renewed, issuer.certificate));
    }

    void whatARootSignedStaysItsOwn()
    {
        const Identity root = madeAuthority();
        const auto leaf = issue(oldSpec(), madeKey(), &root);
        const auto renewed = renew(root.certificate, root.key, issuedFrom, issuedFrom.addYears(100));
        QVERIFY(renewed && renewed->isCa());
        QVERIFY(isIssuedBy(*renewed, *renewed));
        QVERIFY(isIssuedBy(*leaf, *renewed));
        const auto rekeyed = renew(root.certificate, madeKey(), issuedFrom, issuedFrom.addYears(100));
        QVERIFY(rekeyed && isIssuedBy(*rekeyed, *rekeyed));
        QVERIFY(!isIssuedBy(*leaf, *rekeyed));
    }

    void theKeyMayBeElsewhere()
    {
        const Identity issuer = madeAuthority();
        const PrivateKey key = madeKey();
        const auto old = issue(oldSpec(), key, &issuer);
        const auto renewed = renew(*old, {}, issuedFrom, issuedFrom.addDays(1), &issuer);
        QVERIFY(renewed);
        QVERIFY(key.matches(*renewed) && isIssuedBy(*renewed, issuer.certificate));
        QCOMPARE(extensionsOfText(*renewed), extensionsOfText(*old));
    }

    void theDigestStaysUnlessItIsWeak_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("digest");
        QTest::addColumn<QString>("signature");
        QTest::newRow("SHA-384") << "ec:P-256" << "SHA384" << "ecdsa-with-SHA384";
        QTest::newRow("SHA-512, by RSA") << "rsa:2048" << "SHA512" << "sha512WithRSAEncryption";
        QTest::newRow("SHA-256, by a longer key") << "ec:P-384" << "SHA256" << "ecdsa-with-SHA256";
        QTest::newRow("SHA-1") << "ec:P-256" << "SHA1" << "ecdsa-with-SHA256";
        QTest::newRow("none, by a key that has its own") << "ed25519" << "" << "ED25519";
    }
    void theDigestStaysUnlessItIsWeak()
    {
        QFETCH(QString, key);
        QFETCH(QString, digest);
        Identity root = madeAuthority();
        root.key = madeKey(key);
        root.certificate = *issue(namedSpec(text("root"), CertificateTemplate::RootCa), root.key);
        X509Ptr old(X509_dup(root.certificate.handle()));
        const EVP_MD *algorithm = digest.isEmpty() ? nullptr : EVP_get_digestbyname(qPrintable(digest));
        QVERIFY(X509_sign(old.get(), root.key.handle(), algorithm) > 0);
        const auto renewed = renew(Certificate::fromX509(std::move(old)), root.key, issuedFrom, issuedFrom.addDays(1));
        QVERIFY(renewed && isIssuedBy(*renewed, *renewed));
        QTEST(renewed->signatureAlgorithm(), "signature");
    }

    void refusesWhatCannotBe()
    {
        const Identity root = madeAuthority();
        const Certificate &old = root.certificate;
        QCOMPARE(renew(old, root.key, issuedFrom, issuedFrom).error().code, ErrorCode::InvalidValidity);
        QCOMPARE(renew(old, {}, issuedFrom, issuedFrom.addDays(1)).error().code, ErrorCode::NoPrivateKey);
        const Identity stranger{.certificate = old, .key = madeKey(), .chain = {}};
        QCOMPARE(renew(old, root.key, issuedFrom, issuedFrom.addDays(1), &stranger).error().code,
                 ErrorCode::KeyMismatch);
    }

    void livesAsLongAsTheOldOneButNotTooLong()
    {
        const QDateTime from(QDate(2027, 6, 1), QTime(), Qt::UTC);
        CertificateSpec spec = namedSpec(text("a.test"), CertificateTemplate::Server);
        spec.notAfter = spec.notBefore.addSecs(60);
        QCOMPARE(renewedEnd(*issue(spec, madeKey()), from), from.addSecs(60));
        spec.notAfter = spec.notBefore.addYears(9);
        QCOMPARE(renewedEnd(*issue(spec, madeKey()), from), endAfter(from, 100));
        spec.isCa = true;
        QCOMPARE(renewedEnd(*issue(spec, madeKey()), from), from.addSecs(spec.notBefore.secsTo(spec.notAfter)));
    }

    void aNewKeyIsOfTheSameKind_data()
    {
        QTest::addColumn<QString>("kind");
        for (const char *kind : {"ec:P-256", "ec:P-384", "ec:P-521", "rsa:2048", "rsa:3072", "ed25519", "ed448"})
            QTest::newRow(kind) << text(kind);
    }
    void aNewKeyIsOfTheSameKind()
    {
        QFETCH(QString, kind);
        const auto certificate = issue(oldSpec(), madeKey(kind));
        const auto same = keyKindOf(*certificate);
        QVERIFY(same && *same == *KeyKind::parse(kind));
    }

    void findsTheIssuerWhoseKeyItWas()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const Identity root = madeAuthority();
        const Identity namesake = madeAuthority();
        const auto leaf = issue(oldSpec(), madeKey(), &root);
        QVERIFY(store.add(namesake.certificate, namesake.key));
        QCOMPARE(issuerInStore(*leaf, store).error().code, ErrorCode::IssuerNotFound);
        QVERIFY(store.add(root.certificate));
        QCOMPARE(issuerInStore(*leaf, store).error().code, ErrorCode::IssuerNotFound); // its key is elsewhere
        QVERIFY(store.add(root.certificate, root.key));
        const auto found = issuerInStore(*leaf, store);
        QVERIFY(found && found->certificate == root.certificate);
    }
};

QTEST_GUILESS_MAIN(TestRenewal)
#include "tst_renewal.moc"
