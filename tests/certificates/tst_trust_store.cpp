#include "model/certificates/issuer.h"
#include "model/certificates/trust_store.h"
#include "tests/certificates/fixture_files.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

#include <memory>

using namespace sealport;
using namespace sealport::test;

class TestTrustStore : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] TrustStore system(const QStringList &command) const
    {
        return {.folder = m_folder->path(), .suffix = QStringLiteral(".crt"), .command = command};
    }
    [[nodiscard]] QStringList files() const { return QDir(m_folder->path()).entryList(QDir::Files); }
    static Certificate make(const QString &name, bool isCa)
    {
        const auto key = PrivateKey::generate({});
        const QDateTime now = QDateTime::currentDateTimeUtc();
        const auto made = issue({.commonName = name, .notBefore = now, .notAfter = now.addDays(2), .isCa = isCa}, *key);
        if (!made)
            qFatal("issuing failed");
        return *made;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void addsAndTakesAwayAnAuthority()
    {
        const Certificate authority = make(QStringLiteral("Test root"), true);
        const TrustStore store = system({QStringLiteral("true")});
        QVERIFY(!isTrustedIn(store, authority));
        QVERIFY(distrust(store, authority));
        QVERIFY(trust(store, authority));
        QVERIFY(isTrustedIn(store, authority));
        QVERIFY(trust(store, authority));
        QCOMPARE(files().size(), 1);
        QFile file(m_folder->filePath(files().first()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), authority.pem());
        QVERIFY((file.permissions() & QFile::ReadOther) != 0);
        QVERIFY(!isTrustedIn(store, make(QStringLiteral("Test root"), true)));
        QVERIFY(distrust(store, authority));
        QVERIFY(files().isEmpty());
    }

    void trustsNoOrdinaryCertificate()
    {
        const auto trusted = trust(system({QStringLiteral("true")}), make(QStringLiteral("host.test"), false));
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().code, ErrorCode::NotAnAuthority);
        QVERIFY(files().isEmpty());
    }

    void saysWhatTheProgramSays()
    {
        const TrustStore store =
            system({QStringLiteral("sh"), QStringLiteral("-c"), QStringLiteral("echo no; exit 3")});
        const auto trusted = trust(store, make(QStringLiteral("Test root"), true));
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().code, ErrorCode::TrustNotChanged);
        QCOMPARE(trusted.error().causes, QStringList{QStringLiteral("no")});
        QVERIFY2(files().isEmpty(), "what failed does not come true at the next update of the system");
    }

    void whatTheSystemStillTrustsCanBeTakenAwayLater()
    {
        const Certificate authority = make(QStringLiteral("Test root"), true);
        QVERIFY(trust(system({QStringLiteral("true")}), authority));
        QVERIFY(!distrust(system({QStringLiteral("false")}), authority));
        QVERIFY(isTrustedIn(system({QStringLiteral("true")}), authority));
        QVERIFY(distrust(system({QStringLiteral("true")}), authority));
        QVERIFY(files().isEmpty());
    }

    void aNameIsNeverACommand()
    {
        const QString name = QStringLiteral("$(touch x)'; touch y; \"`touch z`");
        QVERIFY(trust(system({QStringLiteral("true")}), make(name, true)));
        QCOMPARE(files().size(), 1);
    }

    void endsWhenItIsStopped()
    {
        std::stop_source stop;
        stop.request_stop();
        const auto trusted = trust(system({QStringLiteral("sleep"), QStringLiteral("100")}),
                                   make(QStringLiteral("Test root"), true), stop.get_token());
        QVERIFY(!trusted);
        QCOMPARE(trusted.error().code, ErrorCode::TrustNotChanged);
    }
};

QTEST_GUILESS_MAIN(TestTrustStore)
#include "tst_trust_store.moc"
