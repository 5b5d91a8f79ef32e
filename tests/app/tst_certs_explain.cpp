#include "model/certificates/thumbprint.h"
#include "tests/app/certs_run.h"
#include "tests/certificates/made_certificate.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// `sealport certs lint|verify|compare` and what `certs show` tells when it is asked for more.
class TestCertsExplain : public QObject {
    Q_OBJECT
private:
    [[nodiscard]] CertsRun run(const QStringList &words) const
    {
        return runCerts(words, DataFolder{m_folder.filePath(QStringLiteral("home"))});
    }
    [[nodiscard]] CertsRun verify(const QStringList &more) const
    {
        return run(QStringList{QStringLiteral("verify"), fixture(QStringLiteral("leaf.pem")), QStringLiteral("--root"),
                               fixture(QStringLiteral("root.pem"))}
                   + more);
    }

    QTemporaryDir m_folder;
    const QString m_json = QStringLiteral("--format=json");
    const QStringList m_chain{QStringLiteral("--chain"), fixture(QStringLiteral("intermediate.pem"))};

private Q_SLOTS:
    void lintTellsFindingsWithTheirReasons()
    {
        const CertsRun outcome = run({QStringLiteral("lint"), fixture(QStringLiteral("rsa.pem")), m_json});
        QCOMPARE(outcome.exitCode, 1);
        const QJsonObject object = outcome.object();
        QCOMPARE(object[QStringLiteral("subject")].toString(), QStringLiteral("CN=rsa.test"));
        const QJsonObject finding = object[QStringLiteral("findings")].toArray().at(0).toObject();
        QCOMPARE(finding[QStringLiteral("code")].toString(), QStringLiteral("short-rsa-key"));
        QCOMPARE(finding[QStringLiteral("severity")].toString(), QStringLiteral("error"));
        for (const char *key : {"sentence", "reason", "source", "clients"})
            QVERIFY(!finding[QLatin1String(key)].toString().isEmpty());
        QCOMPARE(object[QStringLiteral("serverUse")].toObject()[QStringLiteral("answer")].toString(),
                 QStringLiteral("no"));
    }

    void lintExits0WithoutErrors()
    {
        const CertsRun outcome = run({QStringLiteral("lint"), fixture(QStringLiteral("leaf.pem"))});
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY(outcome.out.contains(QStringLiteral("Used as a server certificate: yes, but")));
        QVERIFY(outcome.out.contains(QStringLiteral("CA/Browser Forum")));
    }

    void lintTakesNamesOfTheStore()
    {
        const CertsRun outcome = run({QStringLiteral("lint"), QStringLiteral("localhost"), m_json});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out));
        QCOMPARE(outcome.object()[QStringLiteral("subject")].toString(), QStringLiteral("CN=localhost"));
    }

    void lintKnowsTheIssuerOfTheStore()
    {
        CertificateMaker maker;
        maker.make(QStringLiteral("root"),
                   {.extensions = "basicConstraints=critical,CA:TRUE\nkeyUsage=critical,keyCertSign\n"
                                  "nameConstraints=critical,permitted;DNS:allowed.test\n",
                    .subject = QStringLiteral("/CN=Narrow root")});
        maker.make(QStringLiteral("leaf"), {.extensions = "subjectAltName=DNS:other.example\n",
                                            .subject = QStringLiteral("/CN=other.example"),
                                            .issuer = QStringLiteral("root")});
        const QStringList words{QStringLiteral("lint"), maker.path(QStringLiteral("leaf"), "pem"), m_json};
        QVERIFY(!run(words).out.contains(QStringLiteral("name-constraint-violated")));
        QCOMPARE(run({QStringLiteral("import"), maker.path(QStringLiteral("root"), "pem")}).exitCode, 0);
        const CertsRun outcome = run(words);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.out.contains(QStringLiteral("name-constraint-violated")), qPrintable(outcome.out));
    }

    void verifyAnswers_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        QTest::newRow("a whole chain") << m_chain << 0 << "Valid: “Test root”";
        QTest::newRow("the intermediate is missing") << QStringList() << 1 << "The issuer of “leaf.test” is not here";
        QTest::newRow("the same in the words of IBM")
            << QStringList() << 1 << "(GSK_OS400_ERROR_NOT_TRUSTED_ROOT, 6000)";
        QTest::newRow("for its host") << m_chain + QStringList{QStringLiteral("--host"), QStringLiteral("leaf.test")}
                                      << 0 << "Valid";
        QTest::newRow("for another host")
            << m_chain + QStringList{QStringLiteral("--host"), QStringLiteral("other.test")} << 1
            << "is not for other.test";
        QTest::newRow("long ago") << m_chain + QStringList{QStringLiteral("--time"), QStringLiteral("2001-01-01")} << 1
                                  << "becomes valid on";
        QTest::newRow("for clients") << m_chain + QStringList{QStringLiteral("--purpose"), QStringLiteral("client")}
                                     << 0 << "Valid";
    }
    void verifyAnswers()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, said);
        const CertsRun outcome = verify(words);
        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2(outcome.out.contains(said), qPrintable(outcome.out));
    }

    void verifyNamesThePurposeAndTheWayToAnother_data()
    {
        QTest::addColumn<QString>("purpose");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        QTest::newRow("for servers") << "server" << 1 << "is not made for TLS servers";
        QTest::newRow("for clients") << "client" << 1 << "is not made for TLS clients";
        QTest::newRow("another purpose is a word away") << "server" << 1 << "--purpose";
        QTest::newRow("as an authority") << "authority" << 0 << "Valid";
        QTest::newRow("as anything") << "any" << 0 << "Valid";
    }
    void verifyNamesThePurposeAndTheWayToAnother()
    {
        QFETCH(QString, purpose);
        QFETCH(QString, said);
        CertificateMaker maker;
        maker.make(QStringLiteral("ca"), {.extensions = "basicConstraints=critical,CA:TRUE\n"
                                                        "keyUsage=critical,keyCertSign\n"
                                                        "extendedKeyUsage=codeSigning\n"});
        const QString file = maker.path(QStringLiteral("ca"), "pem");
        const CertsRun outcome =
            run({QStringLiteral("verify"), file, QStringLiteral("--root"), file, QStringLiteral("--purpose"), purpose});
        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2(outcome.out.contains(said), qPrintable(outcome.out));
    }

    void verifyTellsThePathFromTheRootDown()
    {
        const QJsonObject object = verify(m_chain + QStringList{m_json}).object();
        QCOMPARE(object[QStringLiteral("valid")].toBool(), true);
        const QJsonArray path = object[QStringLiteral("path")].toArray();
        QCOMPARE(path.size(), 3);
        QVERIFY(path.at(0).toObject()[QStringLiteral("subject")].toString().startsWith(QStringLiteral("CN=Test root")));
        QCOMPARE(path.at(0).toObject()[QStringLiteral("trusted")].toBool(), true);
    }

    void verifyAnswersNoOtherQuestion_data()
    {
        QTest::addColumn<QString>("option");
        QTest::newRow("roots that are not there") << "--root";
        QTest::newRow("a chain that is not there") << "--chain";
    }
    void verifyAnswersNoOtherQuestion()
    {
        QFETCH(QString, option);
        const CertsRun run = verify(m_chain + QStringList{option, m_folder.filePath(QStringLiteral("nowhere.pem"))});
        QCOMPARE(run.exitCode, 1);
        QVERIFY2(run.out.isEmpty(), qPrintable(run.out));
        QVERIFY(run.err.contains(QStringLiteral("nowhere.pem")));
    }

    void verifyFindsTheLeafAndItsChainInOneFile()
    {
        const CertsRun outcome = run({QStringLiteral("verify"), fixture(QStringLiteral("crlf-reversed.pem")),
                                      QStringLiteral("--root"), fixture(QStringLiteral("root.pem")), m_json});
        QCOMPARE(outcome.exitCode, 0);
        QCOMPARE(outcome.object()[QStringLiteral("path")].toArray().size(), 3);
    }

    void verifyTrustsTheStoresOwnAuthorityAndSaysSo()
    {
        const CertsRun outcome =
            run({QStringLiteral("verify"), QStringLiteral("localhost"), QStringLiteral("--host=localhost")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(QString(outcome.out + outcome.err)));
        QVERIFY(outcome.out.contains(QStringLiteral("the authorities of your store")));
    }

    void compareMarksWhatDiffers()
    {
        const QString leaf = fixture(QStringLiteral("leaf.pem"));
        QCOMPARE(run({QStringLiteral("compare"), leaf, fixture(QStringLiteral("leaf.der"))}).exitCode, 0);
        const CertsRun outcome = run({QStringLiteral("compare"), leaf, fixture(QStringLiteral("rsa.pem")), m_json});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.object()[QStringLiteral("kinship")].toString(), QStringLiteral("different"));
        const QJsonObject version = outcome.object()[QStringLiteral("rows")].toArray().at(0).toObject();
        QCOMPARE(version[QStringLiteral("field")].toString(), QStringLiteral("Version"));
        QCOMPARE(version[QStringLiteral("same")].toBool(), true);
    }

    void compareCutsNothing()
    {
        const QString left = fixture(QStringLiteral("leaf.pem"));
        const QString right = fixture(QStringLiteral("rsa.pem"));
        const QString out = run({QStringLiteral("compare"), left, right}).out;
        for (const char *file : {"leaf.pem", "rsa.pem"}) {
            const QString sha256 =
                formatThumbprint(certificateOf(QString::fromLatin1(file)).sha256(), ThumbprintFormat::OpenSsl);
            QVERIFY2(out.contains(u' ' + sha256 + u'\n'), qPrintable(out));
        }
        const qsizetype at = out.indexOf(QStringLiteral("\n! Subject"));
        QVERIFY2(at >= 0, qPrintable(out));
        QVERIFY2(!out.contains(QStringLiteral(" \n")), "blanks at the end of a line");
    }

    void compareDoesNotSayMoreThanItKnows()
    {
        CertificateMaker maker;
        const QByteArray authority = "basicConstraints=critical,CA:TRUE\n";
        maker.make(QStringLiteral("first"), {.extensions = authority});
        maker.make(QStringLiteral("second"),
                   {.extensions = authority,
                    .key = {},
                    .words = {QStringLiteral("-key"), maker.path(QStringLiteral("first"), "key")}});
        const CertsRun outcome = run({QStringLiteral("compare"), maker.path(QStringLiteral("first"), "pem"),
                                      maker.path(QStringLiteral("second"), "pem"), m_json});
        QCOMPARE(outcome.text("kinship"), QStringLiteral("renewed"));
        QCOMPARE(outcome.text("sentence"), QStringLiteral("Same subject, key and issuer, as after a renewal."));
    }

    void showTellsDetailsAndAsn1()
    {
        const QString leaf = fixture(QStringLiteral("leaf.pem"));
        const CertsRun text =
            run({QStringLiteral("show"), QStringLiteral("--details"), QStringLiteral("--asn1"), leaf});
        QCOMPARE(text.exitCode, 0);
        QVERIFY(text.out.contains(QStringLiteral("Basic constraints (critical)")));
        QVERIFY(text.out.contains(QStringLiteral("OBJECT IDENTIFIER: ecdsa-with-SHA256 (1.2.840.10045.4.3.2)")));
        const QJsonObject json =
            run({QStringLiteral("show"), QStringLiteral("--details"), QStringLiteral("--asn1"), leaf, m_json}).object();
        QVERIFY(json[QStringLiteral("details")].toObject()[QStringLiteral("rows")].toArray().size() > 10);
        QCOMPARE(json[QStringLiteral("asn1")].toObject()[QStringLiteral("nodes")].toArray().size(), 1);
    }

    void showTellsAllOfOtherThings_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("row"); // of the details
        QTest::newRow("a request") << fixture(QStringLiteral("request.pem")) << QStringLiteral("Size in bits");
        QTest::newRow("a revocation list") << fixture(QStringLiteral("list.pem")) << QStringLiteral("Issued on");
    }
    void showTellsAllOfOtherThings()
    {
        QFETCH(const QString, file);
        QFETCH(const QString, row);
        const QStringList words{QStringLiteral("show"), QStringLiteral("--asn1"), QStringLiteral("--details"), file};
        const CertsRun text = run(words);
        QCOMPARE(text.exitCode, 0);
        QVERIFY2(text.out.contains(QStringLiteral("OBJECT IDENTIFIER: ")), qPrintable(text.out));
        QVERIFY2(text.out.contains(row), qPrintable(text.out));
        QVERIFY2(text.err.isEmpty(), qPrintable(text.err));
        const QJsonObject json = run(words + QStringList{m_json}).object();
        QVERIFY(json[QStringLiteral("details")].toObject()[QStringLiteral("rows")].toArray().size() > 5);
        QCOMPARE(json[QStringLiteral("asn1")].toObject()[QStringLiteral("nodes")].toArray().size(), 1);
    }

    void wrongUsageIsRefused_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString leaf = fixture(QStringLiteral("leaf.pem"));
        QTest::newRow("lint of nothing") << QStringList{QStringLiteral("lint")};
        QTest::newRow("verify of two") << QStringList{QStringLiteral("verify"), leaf, leaf};
        QTest::newRow("an unknown purpose")
            << QStringList{QStringLiteral("verify"), leaf, QStringLiteral("--purpose=x")};
        QTest::newRow("a time that is none") << QStringList{QStringLiteral("verify"), leaf, QStringLiteral("--time=x")};
        QTest::newRow("an empty host") << QStringList{QStringLiteral("verify"), leaf, QStringLiteral("--host=")};
        QTest::newRow("compare with nothing") << QStringList{QStringLiteral("compare"), leaf};
        QTest::newRow("details of a list") << QStringList{QStringLiteral("list"), QStringLiteral("--details")};
    }
    void wrongUsageIsRefused()
    {
        QFETCH(QStringList, words);
        const CertsRun outcome = run(words);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
    }

    void whatCannotBeFoundFails_data()
    {
        QTest::addColumn<QString>("action");
        QTest::newRow("lint") << "lint";
        QTest::newRow("verify") << "verify";
        QTest::newRow("compare") << "compare";
    }
    void whatCannotBeFoundFails()
    {
        QFETCH(QString, action);
        QStringList words{action, m_folder.filePath(QStringLiteral("nothing.pem"))};
        if (action == u"compare")
            words.append(fixture(QStringLiteral("leaf.pem")));
        const CertsRun outcome = run(words);
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY(outcome.err.contains(QStringLiteral("nothing.pem")));
    }
};

QTEST_GUILESS_MAIN(TestCertsExplain)
#include "tst_certs_explain.moc"
