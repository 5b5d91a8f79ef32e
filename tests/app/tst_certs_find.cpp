#include "tests/app/certs_run.h"
#include "tests/certificates/fixture_files.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// `sealport certs find`: a thumbprint pasted from anywhere.
class TestCertsFind : public QObject {
    Q_OBJECT
private:
    CertsRun find(const QStringList &words) const
    {
        return runCerts(QStringList{QStringLiteral("find")} + words,
                        DataFolder{m_folder.filePath(QStringLiteral("home"))});
    }

    QTemporaryDir m_folder;
    QByteArray m_sha1; ///< of leaf.pem

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(fixture(QStringLiteral("leaf.der")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sha1 = QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha1);
    }

    void findsInAFolder_data()
    {
        QTest::addColumn<QString>("form");
        QTest::newRow("as Windows shows it") << QString::fromLatin1(m_sha1.toHex(' '));
        QTest::newRow("with an invisible character") << QString(QChar(0x200e) + QString::fromLatin1(m_sha1.toHex()));
        QTest::newRow("as OpenSSL prints it")
            << QString(QStringLiteral("SHA1 Fingerprint=") + QString::fromLatin1(m_sha1.toHex(':').toUpper()));
        QTest::newRow("in Base64") << QString::fromLatin1(m_sha1.toBase64());
    }
    void findsInAFolder()
    {
        QFETCH(QString, form);
        const CertsRun found =
            find({form, QStringLiteral("--in"), fixture(QStringLiteral("leaf.der")), QStringLiteral("--format=json")});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.object()[QStringLiteral("sha1")].toString(), QString::fromLatin1(m_sha1.toHex()));
        const QJsonObject match = found.object()[QStringLiteral("match")].toObject();
        QCOMPARE(match[QStringLiteral("kind")].toString(), QStringLiteral("exact"));
        QCOMPARE(match[QStringLiteral("object")].toString(), QStringLiteral("certificate"));
        QCOMPARE(match[QStringLiteral("algorithm")].toString(), QStringLiteral("SHA-1"));
    }

    void whatCannotBeReadBesideItIsSaidAndNoFailure()
    {
        QTemporaryDir folder;
        QVERIFY(QFile::copy(fixture(QStringLiteral("leaf.pem")), folder.filePath(QStringLiteral("leaf.pem"))));
        QVERIFY(QFile::copy(fixture(QStringLiteral("modern.p12")), folder.filePath(QStringLiteral("locked.p12"))));
        const QString sha1 = QString::fromLatin1(m_sha1.toHex());
        const CertsRun found = find({sha1, QStringLiteral("--in"), folder.path()});
        QCOMPARE(found.exitCode, 0);
        QVERIFY(found.err.contains(QStringLiteral("locked.p12")));
        QCOMPARE(find({QString(40, u'7'), QStringLiteral("--in"), folder.path()}).exitCode, 1);
    }

    void aPlaceWithoutCertificatesIsSaid()
    {
        const CertsRun outcome =
            find({QString::fromLatin1(m_sha1.toHex()), QStringLiteral("--in"), fixture(QStringLiteral("request.pem"))});
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(QStringLiteral("certificate request, not a certificate")),
                 qPrintable(outcome.err));
    }

    void jsonExplainsToo_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("message");
        QTest::addColumn<int>("exitCode");
        const QString sha1 = QString::fromLatin1(m_sha1.toHex());
        QTest::newRow("the whole thumbprint") << sha1 << QStringLiteral("has this SHA-1 thumbprint") << 0;
        QTest::newRow("one digit is missing") << sha1.chopped(1) << QStringLiteral("Digit 40 is missing") << 1;
        QTest::newRow("nobody's") << QString(40, u'7') << QStringLiteral("nor nearly so") << 1;
        QTest::newRow("zeros") << QString(40, u'0') << QStringLiteral("nor nearly so") << 1;
        QTest::newRow("no thumbprint at all") << QStringLiteral("localhost") << QStringLiteral("no thumbprint") << 1;
    }
    void jsonExplainsToo()
    {
        QFETCH(QString, typed);
        QFETCH(QString, message);
        const CertsRun found = find({QStringLiteral("sha1:") + typed, QStringLiteral("--in"),
                                     fixture(QStringLiteral("leaf.pem")), QStringLiteral("--format=json")});
        QTEST(found.exitCode, "exitCode");
        QCOMPARE(found.objects().size(), 1); // a certificate, or an error
        QVERIFY(found.object().contains(QStringLiteral("match")) != found.object().contains(QStringLiteral("error")));
        const QJsonObject diagnosis = found.object()[QStringLiteral("diagnosis")].toObject();
        const QString said = diagnosis[QStringLiteral("message")].toString();
        QVERIFY2(said.contains(message), qPrintable(said));
        QCOMPARE(diagnosis[QStringLiteral("notes")].toArray().first().toString(),
                 QStringLiteral("“sha1:” was left out."));
    }

    void wordsApartAreOneThumbprint()
    {
        const QStringList words = QString::fromLatin1(m_sha1.toHex(' ')).split(u' ');
        QCOMPARE(find(words + QStringList{QStringLiteral("--in"), fixture(QStringLiteral("leaf.pem"))}).exitCode, 0);
    }

    void searchesTheStoreAndTheSystemWhenNoPlaceIsNamed()
    {
        QString listed;
        QString errors;
        QTextStream out(&listed);
        QTextStream err(&errors);
        QCOMPARE(runCertsCommand({QStringLiteral("list"), QStringLiteral("--format=json")},
                                 DataFolder{m_folder.filePath(QStringLiteral("home"))}, out, err),
                 0);
        const QJsonObject first = QJsonDocument::fromJson(listed.section(u'\n', 0, 0).toUtf8()).object();
        const CertsRun found = find({first[QStringLiteral("sha256")].toString(), QStringLiteral("--format=json")});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.object()[QStringLiteral("source")].toString(), QStringLiteral("My certificates"));

        qputenv("SSL_CERT_FILE", QFile::encodeName(fixture(QStringLiteral("root.pem"))));
        const CertsRun root = find({QStringLiteral("--format=json"), rootSha1()});
        qunsetenv("SSL_CERT_FILE");
        QCOMPARE(root.exitCode, 0);
        QCOMPARE(root.object()[QStringLiteral("source")].toString(), QStringLiteral("System roots"));
    }

    void aSystemRootIsKnownByItsThumbprintEverywhere_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString out = m_folder.filePath(QStringLiteral("root.out"));
        QTest::newRow("show") << QStringList{QStringLiteral("show"), rootSha1()};
        QTest::newRow("show, in another form") << QStringList{QStringLiteral("show"), spaced(rootSha1())};
        QTest::newRow("lint") << QStringList{QStringLiteral("lint"), rootSha1()};
        QTest::newRow("verify") << QStringList{QStringLiteral("verify"), QStringLiteral("--purpose=any"), rootSha1()};
        QTest::newRow("compare") << QStringList{QStringLiteral("compare"), rootSha1(),
                                                fixture(QStringLiteral("root.pem"))};
        QTest::newRow("export") << QStringList{QStringLiteral("export"), rootSha1(), QStringLiteral("--out"), out};
        QTest::newRow("list") << QStringList{QStringLiteral("list"), QStringLiteral("--source=system")};
        QTest::newRow("list of all") << QStringList{QStringLiteral("list"), QStringLiteral("--source=all")};
    }
    void aSystemRootIsKnownByItsThumbprintEverywhere()
    {
        QFETCH(QStringList, words);
        qputenv("SSL_CERT_FILE", QFile::encodeName(fixture(QStringLiteral("root.pem"))));
        const CertsRun outcome = runCerts(words, DataFolder{m_folder.filePath(QStringLiteral("home"))});
        qunsetenv("SSL_CERT_FILE");
        QVERIFY2(outcome.exitCode == 0, qPrintable(QString(outcome.out + outcome.err)));
        QVERIFY2(words.first() == u"compare" || outcome.out.contains(QStringLiteral("Test root")),
                 qPrintable(outcome.out));
    }

    void namesAreTheStores()
    {
        qputenv("SSL_CERT_FILE", QFile::encodeName(fixture(QStringLiteral("root.pem"))));
        const CertsRun outcome = runCerts({QStringLiteral("show"), QStringLiteral("Test root")},
                                          DataFolder{m_folder.filePath(QStringLiteral("home"))});
        qunsetenv("SSL_CERT_FILE");
        QCOMPARE(outcome.exitCode, 1);
    }

    void saysWhatIsWrongAndExits1_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QStringList>("said");
        const QString sha1 = QString::fromLatin1(m_sha1.toHex());
        QTest::newRow("one digit is wrong")
            << QString(QString(sha1).replace(12, 1, sha1.at(12) == u'0' ? u'1' : u'0'))
            << QStringList{QStringLiteral("but for 1 digit"), QStringLiteral("leaf.test")};
        QTest::newRow("a letter that is no digit")
            << QString(QString(sha1).replace(12, 1, u'o'))
            << QStringList{QStringLiteral("Character 13 is “o”"), QStringLiteral("but for 1 digit")};
        QTest::newRow("a digit is missing")
            << sha1.mid(1) << QStringList{QStringLiteral("It has 39 digits, and SHA-1 has 40")};
        QTest::newRow("only the beginning") << sha1.left(10) << QStringList{QStringLiteral("begins like this")};
        QTest::newRow("only four digits")
            << sha1.left(4) << QStringList{QStringLiteral("begins like this"), QStringLiteral("It has 4 digits")};
        QTest::newRow("nobody's") << QString(40, u'7') << QStringList{QStringLiteral("nor nearly so")};
        QTest::newRow("no thumbprint at all")
            << QStringLiteral("localhost") << QStringList{QStringLiteral("This is no thumbprint")};
    }
    void saysWhatIsWrongAndExits1()
    {
        QFETCH(QString, typed);
        QFETCH(QStringList, said);
        const CertsRun outcome = find({typed, QStringLiteral("--in"), fixture(QStringLiteral("leaf.pem"))});
        QCOMPARE(outcome.exitCode, 1);
        for (const QString &part : said)
            QVERIFY2(QString(outcome.err + outcome.out).contains(part), qPrintable(QString(outcome.err + outcome.out)));
    }

private:
    static QString spaced(const QString &hex)
    {
        return QString::fromLatin1(QByteArray::fromHex(hex.toLatin1()).toHex(' ').toUpper());
    }
    static QString rootSha1()
    {
        QFile file(fixture(QStringLiteral("root.pem")));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QByteArray pem = file.readAll();
        pem = pem.mid(pem.indexOf('\n') + 1);
        pem.truncate(pem.indexOf("-----END"));
        return QString::fromLatin1(
            QCryptographicHash::hash(QByteArray::fromBase64(pem), QCryptographicHash::Sha1).toHex());
    }
};

QTEST_GUILESS_MAIN(TestCertsFind)
#include "tst_certs_find.moc"
