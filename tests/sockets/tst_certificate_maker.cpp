#include "model/sockets/certificate_maker.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// Certificates made off the GUI thread.
class TestCertificateMaker final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void certificateIsMadeAndStored_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("an EC key") << QStringLiteral("ec:P-256");
        QTest::newRow("an RSA key") << QStringLiteral("rsa:2048");
    }
    void certificateIsMadeAndStored()
    {
        QFETCH(const QString, kind);
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        CertificateMaker maker(store);
        std::optional<Result<StoredCertificate>> made;
        maker.make({.spec = specOf(QStringLiteral("a.test")), .key = KeyKind::parse(kind).value(), .issuer = {}}, this,
                   [&made](const Result<StoredCertificate> &result) { made = result; });
        QVERIFY(!made);
        QTRY_VERIFY_WITH_TIMEOUT(made, 60'000);
        QVERIFY(made->has_value());
        QVERIFY(made.value()->hasKey);
        QCOMPARE(store.list().certificates.size(), std::size_t{1});
    }

    // A key of 8192 bits takes seconds to minutes.
    void endDoesNotWaitForAKey()
    {
        const QTemporaryDir folder;
        QElapsedTimer time;
        {
            CertificateMaker maker{CertificateStore(folder.path())};
            for (int i = 0; i < 3; ++i)
                maker.make({.spec = specOf(QStringLiteral("a.test")),
                            .key = KeyKind::parse(QStringLiteral("rsa:8192")).value(),
                            .issuer = {}},
                           this, [](const Result<StoredCertificate> &) {});
            time.start();
        }
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(CertificateStore(folder.path()).list().certificates.empty());
    }
};

QTEST_GUILESS_MAIN(TestCertificateMaker)
#include "tst_certificate_maker.moc"
