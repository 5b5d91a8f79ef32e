#include "model/sockets/store_editor.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// Certificates made off the GUI thread.
class TestStoreEditor final : public QObject {
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
        StoreEditor editor(store, Trash(folder.filePath(QStringLiteral("trash"))));
        std::optional<Result<StoredCertificate>> made;
        editor.make({.spec = specOf(QStringLiteral("a.test")), .key = KeyKind::parse(kind).value(), .issuer = {}}, this,
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
            StoreEditor editor(CertificateStore(folder.path()), Trash(folder.filePath(QStringLiteral("trash"))));
            for (int i = 0; i < 3; ++i)
                editor.make({.spec = specOf(QStringLiteral("a.test")),
                             .key = KeyKind::parse(QStringLiteral("rsa:8192")).value(),
                             .issuer = {}},
                            this, [](const Result<StoredCertificate> &) {});
            time.start();
        }
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        QVERIFY(CertificateStore(folder.path()).list().certificates.empty());
    }
};

QTEST_GUILESS_MAIN(TestStoreEditor)
#include "tst_store_editor.moc"
