#include "model/text/revocation_text.h"

#include "model/certificates/request_signing.h"
#include "model/certificates/x509_values.h"
#include "tests/certificates/issued_certificates.h"

#include <QTest>

#include <vector>

using namespace sealport;
using namespace sealport::test;

using Signature = RevocationListReport::Signature;

class TestRevocationText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyReasonHasItsWords()
    {
        QStringList sentences;
        for (const QString &name : revocationReasonNames())
            sentences.append(describe(revocationReasonNamed(name).value()));
        QVERIFY(!sentences.contains(QString()));
        QCOMPARE(sentences.removeDuplicates(), 0);
    }

    void saysWhySomethingIsRevoked_data()
    {
        QTest::addColumn<QString>("reason");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *reason, const char *text) {
            QTest::newRow(name) << QString::fromLatin1(reason) << QString::fromLatin1(text);
        };
        row("a list mostly gives none", "", "no reason given");
        row("none, said at length", "unspecified", "no reason given (unspecified)");
        row("one that RFC 5280 names", "keyCompromise", "somebody else may have the key (keyCompromise)");
        row("a hold", "certificateHold", "on hold for a while (certificateHold)");
        row("one that takes the entry back", "removeFromCRL", "revoked no more (removeFromCRL)");
        row("a number that nobody knows", "42", "42");
    }
    void saysWhySomethingIsRevoked()
    {
        QFETCH(const QString, reason);
        QTEST(reasonText({.serial = QStringLiteral("01"), .date = issuedFrom, .reason = reason}), "text");
    }

    void sumsUpAList_data()
    {
        QTest::addColumn<Signature>("signature");
        QTest::addColumn<int>("day"); // the list is of day 1, the next one due on day 31
        QTest::addColumn<QStringList>("said");
        QTest::addColumn<QStringList>("unsaid");
        const QString isSigned = QStringLiteral("Signed by its issuer.");
        const QString isWrong = QStringLiteral("do not trust it");
        const QString isUnknown = QStringLiteral("Nobody can tell who signed it");
        const QString isEarly = QStringLiteral("not valid yet");
        const QString isOld = QStringLiteral("too old");
        QTest::newRow("its issuer's, of today")
            << Signature::Right << 5 << QStringList{isSigned} << QStringList{isEarly, isOld};
        QTest::newRow("its issuer's, of yesterday")
            << Signature::Right << 40 << QStringList{isSigned, isOld} << QStringList{isEarly};
        QTest::newRow("its issuer's, of tomorrow")
            << Signature::Right << 0 << QStringList{isSigned, isEarly} << QStringList{isOld};
        QTest::newRow("somebody else's") << Signature::Wrong << 5 << QStringList{isWrong} << QStringList{isSigned};
        QTest::newRow("nobody knows whose, and old")
            << Signature::IssuerUnknown << 40 << QStringList{isUnknown, isOld} << QStringList{isSigned, isWrong};
    }
    void sumsUpAList()
    {
        QFETCH(const Signature, signature);
        QFETCH(const int, day);
        QFETCH(const QStringList, said);
        QFETCH(const QStringList, unsaid);
        const RevocationList list = made(makeRevocationList(
            {.thisUpdate = issuedFrom.addDays(1), .nextUpdate = issuedFrom.addDays(31)}, madeAuthority()));
        const RevocationListReport report{.details = {}, .asn1 = {}, .signature = signature, .entries = {}};
        const QString text = summary(list, report, issuedFrom.addDays(day));
        for (const QString &part : said)
            QVERIFY2(text.contains(part), qPrintable(text));
        for (const QString &part : unsaid)
            QVERIFY2(!text.contains(part), qPrintable(text));
    }

    void sumsUpARequest()
    {
        const PrivateKey key = madeKey();
        const CertificateSpec spec = namedSpec(QStringLiteral("a.test"), CertificateTemplate::Server);
        const CertificateRequest request = made(makeRequest(spec, key));
        const QString alone = summary(request, RequestReport{});
        QVERIFY2(alone.startsWith(QStringLiteral("Signed with its own key. No certificate")), qPrintable(alone));
        RequestReport answered;
        answered.answers.push_back(made(issue(spec, key)));
        const QString text = summary(request, answered);
        QVERIFY2(text.contains(QStringLiteral("There is a certificate for this key: a.test, until 2026")),
                 qPrintable(text));
    }

    void aRequestOfAnotherKeyIsNoGood()
    {
        const CertificateSpec spec = namedSpec(QStringLiteral("a.test"), CertificateTemplate::Server);
        const Handle<X509_REQ, X509_REQ_free> changed(X509_REQ_dup(made(makeRequest(spec, madeKey())).handle()));
        QVERIFY(changed && X509_REQ_sign(changed.get(), madeKey().handle(), EVP_sha256()) > 0);
        const QByteArray der = encodedDer(i2d_X509_REQ, changed.get());
        const CertificateRequest request = made(CertificateRequest::fromDer(
            std::as_bytes(std::span(der.constData(), static_cast<std::size_t>(der.size())))));
        QVERIFY(!request.isSignatureValid());
        const QString text = summary(request, RequestReport{});
        QVERIFY2(text.startsWith(QStringLiteral("It is not signed with its own key")), qPrintable(text));
    }
};

QTEST_GUILESS_MAIN(TestRevocationText)
#include "tst_revocation_text.moc"
