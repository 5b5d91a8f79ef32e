#include "tests/app/certs_run.h"
#include "tests/certificates/fixture_files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;
using namespace sealport::test;

/// What `sealport certs create|sign|renew|revoke` do in one store.
class TestCertsMaking : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    DataFolder folder() const { return {m_folder->filePath(QStringLiteral("home"))}; }
    QString stored(const char *name) const { return folder().certificates() + u'/' + QString::fromLatin1(name); }
    CertsRun run(const QString &commandLine) const
    {
        return runCerts(commandLine + QStringLiteral(" --format=json"), folder());
    }
    CertsRun ran(const char *commandLine) const
    {
        const CertsRun outcome = run(QString::fromLatin1(commandLine));
        if (outcome.exitCode != 0)
            QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
        return outcome;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void createsFromATemplate()
    {
        ran("create Root --template root-ca");
        const CertsRun middle = ran("create Middle --template intermediate --issuer Root --subject O=Example,C=FR");
        QCOMPARE(middle.text("subject"), QStringLiteral("CN=Middle,C=FR,O=Example"));
        const CertsRun leaf =
            ran("create host.test --template server --issuer Middle --days 3 --crl http://pki.test/a.crl "
                "--ocsp http://ocsp.test/ --ca-issuers http://pki.test/a.cer");
        QVERIFY2(leaf.err.isEmpty(), qPrintable(leaf.err));
        QCOMPARE(ran("verify host.test --host host.test").exitCode, 0);
        QCOMPARE(run(QStringLiteral("verify host.test --purpose client")).exitCode, 1);
    }

    void aClientNeedsNoHostName()
    {
        const CertsRun person = ran("create Jane --template client");
        QVERIFY2(person.err.isEmpty(), qPrintable(person.err));
        QCOMPARE(person.object()[QStringLiteral("subjectAltNames")].toArray(), QJsonArray());
        const CertsRun mailbox = ran("create jane@example.org --template client");
        QCOMPARE(mailbox.object()[QStringLiteral("subjectAltNames")].toArray(),
                 QJsonArray{QStringLiteral("email:jane@example.org")});
    }

    void ourOwnRulesDoNotMindTheUsualLifetime()
    {
        QVERIFY(ran("create Root --ca").err.isEmpty());
        QVERIFY(ran("create host.test --issuer Root").err.isEmpty());
        QVERIFY(!ran("lint host.test").out.contains(QStringLiteral("valid-too-long")));
    }

    void answersARequest()
    {
        ran("create Root --ca");
        const CertsRun request = ran("create host.test --request --san host.test,10.0.0.1 --template client");
        QCOMPARE(request.text("type"), QStringLiteral("request"));
        QCOMPARE(request.text("file"), stored("host.test.csr"));
        QVERIFY(QFileInfo::exists(stored("host.test.key")));
        const CertsRun answer =
            run(QStringLiteral("sign %1 --issuer Root --template server").arg(stored("host.test.csr")));
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.err.contains(QStringLiteral("Extended Key Usage")), qPrintable(answer.err));
        QCOMPARE(answer.text("file"), stored("host.test.pem"));
        QCOMPARE(answer.object()[QStringLiteral("hasKey")], QJsonValue(true));
        QCOMPARE(ran("verify host.test --host 10.0.0.1").exitCode, 0);
    }

    void takesOtherNamesThanTheRequests_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QStringList>("names");
        QTest::addColumn<QString>("said");
        QTest::newRow("a request without names gets them")
            << " " << "host.test,10.0.0.1"
            << QStringList{QStringLiteral("DNS:host.test"), QStringLiteral("IP:10.0.0.1")} << "";
        QTest::newRow("other names, and it is said")
            << "old.test" << "host.test" << QStringList{QStringLiteral("DNS:host.test")} << "asks for: DNS:old.test.";
        QTest::newRow("the same names, and nothing is said")
            << "host.test" << "host.test" << QStringList{QStringLiteral("DNS:host.test")} << "";
    }
    void takesOtherNamesThanTheRequests()
    {
        QFETCH(QString, asked);
        QFETCH(QString, given);
        QFETCH(QString, said);
        ran("create Root --ca");
        QCOMPARE(runCerts({QStringLiteral("create"), QStringLiteral("host.test"), QStringLiteral("--request"),
                           QStringLiteral("--san"), asked.trimmed()},
                          folder())
                     .exitCode,
                 0);
        const CertsRun answer =
            run(QStringLiteral("sign %1 --issuer Root --san %2").arg(stored("host.test.csr"), given));
        QCOMPARE(answer.exitCode, 0);
        QTEST(answer.object()[QStringLiteral("subjectAltNames")].toVariant().toStringList(), "names");
        QVERIFY2(said.isEmpty() ? answer.err.isEmpty() : answer.err.contains(said), qPrintable(answer.err));
        QCOMPARE(run(QStringLiteral("sign %1 --issuer Root --san a,c:d").arg(stored("host.test.csr"))).exitCode, 2);
    }

    void warnsOfAnAuthorityThatMayNotBe_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<bool>("isWarned");
        QTest::newRow("below an authority that allows none") << "create Low --ca --issuer Last" << true;
        QTest::newRow("below one whose own issuer allows no second") << "create Low --ca --issuer Middle" << true;
        QTest::newRow("below one whose root allows no second") << "create Low --ca --issuer Between" << true;
        QTest::newRow("below a root that allows one") << "create Low --ca --issuer Short" << false;
        QTest::newRow("a leaf below both") << "create low.test --issuer Between" << false;
        QTest::newRow("below one that allows it") << "create Low --ca --issuer Upper" << false;
        QTest::newRow("a leaf below one that allows none") << "create low.test --issuer Last" << false;
    }
    void warnsOfAnAuthorityThatMayNotBe()
    {
        QFETCH(QString, commandLine);
        QFETCH(bool, isWarned);
        ran("create Root --ca");
        ran("create Last --ca --path-length 0 --issuer Root");
        ran("create Upper --ca --path-length 1 --issuer Root");
        ran("create Middle --ca --issuer Upper");
        ran("create Short --ca --path-length 1");
        ran("create Between --ca --issuer Short");
        const CertsRun outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.err.contains(QStringLiteral("allows no further authority")), isWarned);
        QCOMPARE(outcome.err.isEmpty(), !isWarned);
    }

    void saysWhyNothingWasSigned_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("code");
        QTest::newRow("a missing file") << "missing.csr" << "file-not-found";
        QTest::newRow("a certificate") << fixture(QStringLiteral("leaf.pem")) << "no-request-in-file";
    }
    void saysWhyNothingWasSigned()
    {
        QFETCH(QString, file);
        ran("create Root --ca");
        const CertsRun outcome = run(QStringLiteral("sign %1 --issuer Root").arg(file));
        QCOMPARE(outcome.exitCode, 1);
        QTEST(outcome.errorCode(), "code");
    }

    void renewsAndKeepsTheOldOne()
    {
        ran("create Root --ca");
        const CertsRun old = ran("create host.test --issuer Root --days 5");
        const CertsRun renewed = ran("renew host.test --from 2030-01-01 --to 2030-01-01T00:01:00Z");
        QCOMPARE(renewed.text("file"), stored("host.test-2.pem"));
        QCOMPARE(renewed.text("notAfter"), QStringLiteral("2030-01-01T00:01:00Z"));
        QVERIFY(renewed.text("serial") != old.text("serial"));
        QCOMPARE(run(QStringLiteral("show ") + old.text("sha256")).text("file"), stored("host.test.pem"));
        const CertsRun rekeyed = run(QStringLiteral("renew --new-key --days 2 ") + old.text("sha1"));
        QCOMPARE(rekeyed.text("file"), stored("host.test-3.pem"));
        QCOMPARE(run(QStringLiteral("verify ") + rekeyed.text("sha1")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("renew Root")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("renew nobody")).errorCode(), QStringLiteral("certificate-not-found"));
    }

    void renewingNamesNoOptionThatItLacks()
    {
        QCOMPARE(runCerts({QStringLiteral("create"), QStringLiteral("old.test"), QStringLiteral("--san"), QString()},
                          folder())
                     .exitCode,
                 0);
        const CertsRun renewed = ran("renew old.test --days 3");
        QVERIFY2(renewed.err.contains(QStringLiteral("no alternative name")), qPrintable(renewed.err));
        QVERIFY2(!renewed.err.contains(QStringLiteral("--san")), qPrintable(renewed.err));
    }

    void renewsWhatWasSignedForSomebodyElse()
    {
        ran("create Root --ca");
        const QString away = m_folder->filePath(QStringLiteral("away"));
        const QString request = run(QStringLiteral("create host.test --request --out ") + away).text("file");
        QCOMPARE(run(QStringLiteral("sign %1 --issuer Root").arg(request)).exitCode, 0);
        const CertsRun renewed = ran("renew host.test --days 3");
        QCOMPARE(renewed.object()[QStringLiteral("hasKey")], QJsonValue(false));
        QCOMPARE(run(QStringLiteral("verify ") + renewed.text("sha1")).exitCode, 0);
        QVERIFY(!QFileInfo::exists(stored("host.test-2.key")));

        QCOMPARE(run(QStringLiteral("import ") + fixture(QStringLiteral("root.pem"))).exitCode, 0);
        const CertsRun alone = runCerts({QStringLiteral("renew"), QStringLiteral("Test root")}, folder());
        QCOMPARE(alone.exitCode, 1);
        QVERIFY2(alone.err.contains(QStringLiteral("signed itself")), qPrintable(alone.err));
    }

    void doesNotRenewWhatAStrangerIssued()
    {
        ran("create Root --ca");
        ran("create host.test --issuer Root");
        ran("remove Root");
        QCOMPARE(run(QStringLiteral("renew host.test")).errorCode(), QStringLiteral("issuer-not-found"));
        QCOMPARE(run(QStringLiteral("revoke host.test")).errorCode(), QStringLiteral("issuer-not-found"));
    }

    void verifySeesWhatWasRevoked()
    {
        ran("create Root --ca");
        ran("create a.test --issuer Root");
        ran("create b.test --issuer Root");
        const CertsRun list = ran("revoke a.test --reason keyCompromise");
        QCOMPARE(list.text("type"), QStringLiteral("revocation-list"));
        QCOMPARE(list.text("file"), stored("Root.crl"));
        QCOMPARE(list.text("number"), QStringLiteral("1"));
        QVERIFY(list.out.contains(QStringLiteral("keyCompromise")));
        QVERIFY(run(QStringLiteral("verify a.test")).out.contains(QStringLiteral("\"revoked\"")));
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 1);
        QCOMPARE(ran("verify b.test").exitCode, 0);
        const CertsRun renewed = ran("revoke --issuer Root --days 7");
        QCOMPARE(renewed.text("number"), QStringLiteral("2"));
        QCOMPARE(renewed.object()[QStringLiteral("count")].toInt(), 1);
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 1);
    }

    void aHoldIsLifted()
    {
        ran("create Root --ca");
        ran("create a.test --issuer Root");
        QCOMPARE(run(QStringLiteral("revoke a.test --lift-hold")).errorCode(), QStringLiteral("not-on-hold"));
        QVERIFY(!QFileInfo::exists(stored("Root.crl")));
        ran("revoke a.test --reason certificateHold");
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 1);
        const CertsRun lifted = ran("revoke a.test --lift-hold");
        QCOMPARE(lifted.object()[QStringLiteral("count")].toInt(-1), 0);
        QCOMPARE(ran("verify a.test").exitCode, 0);
        ran("revoke a.test --reason superseded");
        QCOMPARE(run(QStringLiteral("revoke a.test --lift-hold")).errorCode(), QStringLiteral("already-revoked"));
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 1);
    }

    void verifyKnowsTheStoresAuthoritiesForAFileToo_data()
    {
        QTest::addColumn<QString>("more");
        QTest::addColumn<int>("exitCode");
        QTest::newRow("the way up and the root are the store's") << "" << 0;
        QTest::newRow("the way to a root that is given") << "--root %1" << 0;
        QTest::newRow("the store's root is not trusted beside a given one")
            << QString(QStringLiteral("--root ") + fixture(QStringLiteral("root.pem"))) << 1;
    }
    void verifyKnowsTheStoresAuthoritiesForAFileToo()
    {
        QFETCH(QString, more);
        ran("create Root --template root-ca");
        ran("create Middle --template intermediate --issuer Root");
        const QString leaf =
            run(QStringLiteral("create host.test --issuer Middle --out ") + m_folder->filePath(QStringLiteral("away")))
                .text("file");
        QVERIFY(!leaf.isEmpty());
        more.replace(QStringLiteral("%1"), stored("Root.pem"));
        const CertsRun outcome = run(QStringLiteral("verify %1 %2").arg(leaf, more));
        QVERIFY2(!outcome.out.contains(QStringLiteral("issuer-missing")), qPrintable(outcome.out));
        QTEST(outcome.exitCode, "exitCode");
    }

    void verifyDoesNotPassWhatADamagedListMayHaveRevoked()
    {
        ran("create Root --ca");
        ran("create a.test --issuer Root");
        ran("revoke a.test");
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 1);
        QFile list(stored("Root.crl"));
        QVERIFY(list.open(QIODevice::WriteOnly | QIODevice::Truncate));
        QVERIFY(list.write("-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n") > 0);
        list.close();
        const CertsRun outcome = run(QStringLiteral("verify a.test"));
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.objects().size(), 1);
        QCOMPARE(outcome.object()[QStringLiteral("unreadRevocationLists")].toArray().size(), 1);
        QVERIFY2(outcome.err.contains(stored("Root.crl")), qPrintable(outcome.err));
        const CertsRun text = runCerts(QStringLiteral("verify a.test"), folder());
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.out.contains(stored("Root.crl") + QStringLiteral(" cannot be read")), qPrintable(text.out));
    }

    // Not even where each authority has another one: an older copy may be what was imported, and the last one damaged.
    void aListThatCannotBeReadMayBeAnybodys()
    {
        ran("create Root --ca");
        ran("create a.test --issuer Root");
        ran("create b.test --issuer Root");
        ran("revoke --issuer Root");
        ran("verify a.test");
        QFile list(stored("stranger.crl"));
        QVERIFY(list.open(QIODevice::WriteOnly));
        QVERIFY(list.write("-----BEGIN X509 CRL-----\nMIIB\n-----END X509 CRL-----\n") > 0);
        list.close();
        const CertsRun outcome = run(QStringLiteral("verify a.test"));
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.object()[QStringLiteral("valid")].toBool(), true);
        QCOMPARE(outcome.object()[QStringLiteral("unreadRevocationLists")].toArray().size(), 1);
        QVERIFY2(outcome.err.contains(list.fileName()), qPrintable(outcome.err));
        const CertsRun refused = run(QStringLiteral("revoke b.test"));
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(list.fileName()), qPrintable(refused.err));
        QVERIFY(list.remove());
        QCOMPARE(run(QStringLiteral("verify a.test")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("revoke b.test")).exitCode, 0);
    }

    void revokesNothingWhenOneIsWrong()
    {
        ran("create Root --ca");
        ran("create Other --ca");
        ran("create a.test --issuer Root");
        QCOMPARE(run(QStringLiteral("revoke a.test nobody")).errorCode(), QStringLiteral("certificate-not-found"));
        QCOMPARE(run(QStringLiteral("revoke a.test --issuer Other")).errorCode(), QStringLiteral("not-issued-by"));
        QVERIFY(!QFileInfo::exists(stored("Root.crl")) && !QFileInfo::exists(stored("Other.crl")));
    }
};

QTEST_GUILESS_MAIN(TestCertsMaking)
#include "tst_certs_making.moc"
