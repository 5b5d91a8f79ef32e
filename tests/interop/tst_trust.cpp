#include "model/certificates/issuer.h"
#include "model/certificates/trust_store.h"
#include "tests/interop/peers.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace sealport;
using namespace sealport::test;

namespace {

Certificate makeRoot()
{
    const auto key = PrivateKey::generate({});
    const QDateTime now = QDateTime::currentDateTimeUtc();
    return *issue(
        {.commonName = QStringLiteral("Trust me"), .notBefore = now, .notAfter = now.addDays(2), .isCa = true}, *key);
}

} // namespace

/// What NSS's own certutil sees of an authority that was added to a database of Firefox or Chromium.
class TestTrust : public QObject {
    Q_OBJECT

    QTemporaryDir m_home;

    [[nodiscard]] QString database() const { return m_home.filePath(QStringLiteral(".pki/nssdb")); }
    [[nodiscard]] QByteArray certutil(const QStringList &words) const
    {
        return runProgram(QStringLiteral("certutil"),
                          words + QStringList{QStringLiteral("-d"), QStringLiteral("sql:") + database()})
            .output;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (QStandardPaths::findExecutable(QStringLiteral("certutil")).isEmpty())
            QSKIP("certutil is not installed (libnss3-tools)");
        QVERIFY(QDir().mkpath(database()));
        QCOMPARE(certutil({QStringLiteral("-N"), QStringLiteral("--empty-password")}), QByteArray());
        qputenv("HOME", QFile::encodeName(m_home.path()));
    }

    void findsTheDatabaseAndChangesIt()
    {
        const std::vector<TrustStore> stores = trustStores();
        const auto nss = std::ranges::find(stores, TrustStore::Kind::NssDatabase, &TrustStore::kind);
        QVERIFY(nss != stores.end());
        QCOMPARE(nss->folder, database());
        const Certificate root = makeRoot();
        QVERIFY(!isTrustedIn(*nss, root));
        QVERIFY(trust(*nss, root));
        QVERIFY(isTrustedIn(*nss, root));
        const QByteArray listed = certutil({QStringLiteral("-L")});
        QVERIFY2(listed.contains("Trust-me") && listed.contains("C,,"), listed.constData());
        QVERIFY(distrust(*nss, root));
        QVERIFY(!isTrustedIn(*nss, root));
        QVERIFY(!certutil({QStringLiteral("-L")}).contains("Trust-me"));
    }

    void aDatabaseWithAPasswordIsAnErrorAndNotAQuestion()
    {
        QFile file(m_home.filePath(QStringLiteral("password")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("secret\n");
        file.close();
        const QString folder = m_home.filePath(QStringLiteral("locked"));
        QVERIFY(QDir().mkpath(folder));
        const ProgramRun made =
            runProgram(QStringLiteral("certutil"), {QStringLiteral("-N"), QStringLiteral("-f"), file.fileName(),
                                                    QStringLiteral("-d"), QStringLiteral("sql:") + folder});
        QCOMPARE(made.exitCode, 0);
        const auto trusted = trust({.kind = TrustStore::Kind::NssDatabase, .folder = folder}, makeRoot());
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().code, ErrorCode::TrustNotChanged);
        QVERIFY(trusted.error().causes.first().contains(QStringLiteral("PASSWORD")));
    }
};

QTEST_GUILESS_MAIN(TestTrust)
#include "tst_trust.moc"
