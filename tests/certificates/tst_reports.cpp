#include "model/certificates/request_report.h"
#include "model/certificates/request_signing.h"
#include "model/certificates/revocation.h"
#include "model/certificates/revocation_list_report.h"
#include "tests/certificates/issued_certificates.h"

#include <QTest>

#include <stop_token>
#include <utility>

using namespace sealport;
using namespace sealport::test;

namespace {

/// A source that was read and has these.
CertificateCatalogue::Entry sourceOf(const std::vector<Certificate> &certificates)
{
    FoundCertificates found;
    for (const Certificate &certificate : certificates)
        found.certificates.push_back({.certificate = certificate});
    const auto source = openedPath(QStringLiteral("/somewhere"));
    return {.id = SourceId(1),
            .source = source,
            .listing = std::make_shared<const SourceListing>(listingOf(std::move(found), *source))};
}

RevocationList listOf(const Identity &issuer, const std::vector<Certificate> &revoked)
{
    return made(makeRevocationList({.certificates = revoked,
                                    .reason = RevocationReason::Superseded,
                                    .thisUpdate = issuedFrom.addDays(1),
                                    .nextUpdate = issuedFrom.addDays(31)},
                                   issuer));
}

Certificate leafOf(const Identity &issuer, const char *name)
{
    return made(issue(namedSpec(QString::fromLatin1(name), CertificateTemplate::Server), madeKey(), &issuer));
}

/// Of the same serial number under the same issuer's name.
Certificate forgedLike(const Certificate &certificate, const char *name, const Identity &namesake)
{
    X509Ptr forged(X509_dup(certificate.handle()));
    X509_NAME *subject = forged ? X509_get_subject_name(forged.get()) : nullptr;
    if (!subject
        || X509_NAME_add_entry_by_txt(subject, "CN", MBSTRING_ASC, reinterpret_cast<const unsigned char *>(name), -1,
                                      -1, 0)
               != 1
        || X509_sign(forged.get(), namesake.key.handle(), EVP_sha256()) <= 0)
        qFatal("nothing forged");
    return Certificate::fromX509(std::move(forged));
}

} // namespace

/// What is said of requests and revocation lists beside their own words.
class TestReports : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void aListIsComparedWithTheCertificateOfItsIssuer_data()
    {
        QTest::addColumn<int>("known"); // 0: nothing, 1: its issuer, 2: another one of that name, 3: both
        QTest::addColumn<RevocationListReport::Signature>("signature");
        using enum RevocationListReport::Signature;
        QTest::newRow("its issuer is here") << 1 << Right;
        QTest::newRow("another authority of that name is here") << 2 << Wrong;
        QTest::newRow("both are here") << 3 << Right;
        QTest::newRow("none of that name is here") << 0 << IssuerUnknown;
    }
    void aListIsComparedWithTheCertificateOfItsIssuer()
    {
        QFETCH(const int, known);
        const Identity issuer = madeAuthority();
        const Identity namesake = madeAuthority();
        std::vector<Certificate> certificates{madeAuthority(QStringLiteral("Somebody else")).certificate};
        if ((known & 1) != 0)
            certificates.push_back(issuer.certificate);
        if ((known & 2) != 0)
            certificates.push_back(namesake.certificate);
        const RevocationListReport report = reportOn(listOf(issuer, {}), {sourceOf(certificates)}, {});
        QTEST(report.signature, "signature");
        QVERIFY(!report.details.empty() && !report.asn1.nodes.empty());
    }

    void theRevokedAreCalledByTheirNames_data()
    {
        QTest::addColumn<bool>("isIssuerKnown");
        QTest::addColumn<bool>("isKnown");
        QTest::addColumn<bool>("isForged"); // somebody else's has the same issuer's name and serial number
        QTest::newRow("where its certificate is there") << true << true << false;
        QTest::newRow("but by no forged one") << true << false << true;
        QTest::newRow("whatever forged one is beside it") << true << true << true;
        QTest::newRow("but not where nobody knows who signed the list") << false << true << false;
    }
    void theRevokedAreCalledByTheirNames()
    {
        QFETCH(const bool, isIssuerKnown);
        QFETCH(const bool, isKnown);
        QFETCH(const bool, isForged);
        const Identity issuer = madeAuthority();
        const Identity namesake = madeAuthority();
        const Identity other = madeAuthority(QStringLiteral("Somebody else"));
        const Certificate known = leafOf(issuer, "known.test");
        const Certificate unknown = leafOf(issuer, "unknown.test");
        std::vector<Certificate> certificates{namesake.certificate, leafOf(other, "other.test")};
        if (isIssuerKnown)
            certificates.push_back(issuer.certificate);
        if (isForged)
            certificates.push_back(forgedLike(known, "victim.bank", namesake));
        if (isKnown)
            certificates.push_back(known);
        if (isForged)
            certificates.push_back(forgedLike(known, "victim.bank", namesake)); // in whatever order
        const RevocationListReport report = reportOn(listOf(issuer, {known, unknown}), {sourceOf(certificates)}, {});
        QCOMPARE(report.entries.size(), std::size_t{2});
        const bool hasName = isIssuerKnown && isKnown;
        for (const KnownRevocation &entry : report.entries) {
            QCOMPARE(entry.name,
                     hasName && entry.revoked.serial == known.serial() ? QStringLiteral("known.test") : QString());
            QCOMPARE(entry.revoked.reason, QStringLiteral("superseded"));
        }
    }

    void aRequestKnowsItsAnswers()
    {
        const PrivateKey key = madeKey();
        const CertificateRequest request = made(makeRequest(namedSpec(QStringLiteral("a.test"), {}), key));
        const Certificate answer = made(issue(namedSpec(QStringLiteral("a.test"), CertificateTemplate::Server), key));
        const Certificate other =
            made(issue(namedSpec(QStringLiteral("a.test"), CertificateTemplate::Server), madeKey()));
        const RequestReport report = reportOn(request, {sourceOf({other, answer}), sourceOf({answer})});
        QCOMPARE(report.answers.size(), std::size_t{1});
        QCOMPARE(report.answers[0], answer);
        QVERIFY(reportOn(request, {sourceOf({other})}).answers.empty());
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "tst_reports.moc"
