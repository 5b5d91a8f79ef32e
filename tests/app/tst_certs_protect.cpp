#include "app/certs_command.h"

#include "tests/certificates/fixture_files.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;
using namespace sealport::test;

namespace {

struct Outcome {
    int exitCode = -1;
    QString out;
    QString err;

    QJsonObject object() const { return QJsonDocument::fromJson(out.section(u'\n', 0, 0).toUtf8()).object(); }
    QString errorCode() const
    {
        return object()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString();
    }
    /// See test::saysWrongPassphrase().
    bool saysWrongPassphrase() const { return errorCode().startsWith(QStringLiteral("wrong-password")); }
    bool isLocked() const { return object()[QStringLiteral("keyLocked")].toBool(); }
};

} // namespace

/// Pass phrases of keys in the terminal.
class TestCertsProtect : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    DataFolder folder() const { return {m_folder->filePath(QStringLiteral("home"))}; }
    QString stored(const char *name) const { return folder().certificates() + u'/' + QString::fromLatin1(name); }
    /// A file for each pass phrase: @one stands for the one that holds "one".
    Outcome run(const QString &commandLine) const
    {
        Outcome outcome;
        QTextStream out(&outcome.out);
        QTextStream err(&outcome.err);
        QStringList words = commandLine.split(u' ', Qt::SkipEmptyParts);
        for (QString &word : words) {
            if (!word.startsWith(u'@'))
                continue;
            QFile file(m_folder->filePath(word.mid(1)));
            if (file.open(QIODevice::WriteOnly))
                file.write(word.mid(1).toUtf8() + '\n');
            word = file.fileName();
        }
        outcome.exitCode = runCertsCommand(words + QStringList{QStringLiteral("--format=json")}, folder(), out, err);
        return outcome;
    }
    Outcome ran(const char *commandLine) const
    {
        const Outcome outcome = run(QString::fromLatin1(commandLine));
        if (outcome.exitCode != 0)
            QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
        return outcome;
    }
    /// Whether the openssl program opens a key file of the store with it.
    bool opens(const char *name, const char *passphrase) const
    {
        const QStringList arguments{
            QStringLiteral("pkey"),    QStringLiteral("-noout"),
            QStringLiteral("-in"),     stored(name),
            QStringLiteral("-passin"), QStringLiteral("pass:") + QString::fromLatin1(passphrase)};
        return runProgram(QStringLiteral("openssl"), arguments).exitCode == 0;
    }
    bool isClear(const char *name) const
    {
        QFile file(stored(name));
        return file.open(QIODevice::ReadOnly) && file.readAll().startsWith("-----BEGIN PRIVATE KEY-----");
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void everyAnswerToARequestHasItsOwnCopyOfALockedKey()
    {
        ran("create Root --template root-ca");
        ran("create host.test --request --pass-file @one");
        const QString sign = QStringLiteral("sign ") + stored("host.test.csr") + QStringLiteral(" --issuer Root");
        QVERIFY(run(sign).isLocked());
        const Outcome second = run(sign);
        QVERIFY2(second.isLocked(), qPrintable(second.out));
        QVERIFY(opens("host.test-2.key", "one"));
    }

    void createsProtectedKeys()
    {
        QVERIFY(ran("create Root --ca --pass-file @one").isLocked());
        QVERIFY(opens("Root.key", "one") && !opens("Root.key", "two"));
        QVERIFY(ran("show Root").isLocked());
        QVERIFY(run(QStringLiteral("list")).err.isEmpty()); // a locked key is no problem
        ran("create host.test --request --pass-file @two");
        QVERIFY(opens("host.test.key", "two"));
    }

    void namesTheOptionWhoseFileIsTooLong_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("option");
        QTest::newRow("the own one") << "create host.test --pass-file %1" << "--pass-file";
        QTest::newRow("a new one") << "import %1 --new-pass-file %1" << "--new-pass-file";
        QTest::newRow("the issuer's") << "create host.test --issuer Root --issuer-pass-file %1"
                                      << "--issuer-pass-file";
    }
    void namesTheOptionWhoseFileIsTooLong()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, option);
        QFile file(m_folder->filePath(QStringLiteral("long")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(5000, 'x')) == 5000);
        file.close();
        const Outcome outcome = run(words.arg(file.fileName()));
        QCOMPARE(outcome.exitCode, 1);
        QVERIFY2(outcome.err.contains(option + u' '), qPrintable(outcome.err));
    }

    void givesChangesAndTakesAway()
    {
        QVERIFY(!ran("create host.test").isLocked());
        const Outcome given = ran("protect host.test --pass-file @one");
        QVERIFY(given.isLocked());
        QCOMPARE(given.object()[QStringLiteral("protect")].toObject()[QStringLiteral("files")].toArray(),
                 QJsonArray{stored("host.test.key")});
        QVERIFY(opens("host.test.key", "one"));
        QVERIFY(ran("protect host.test --pass-file @one --new-pass-file @two").isLocked());
        QVERIFY(opens("host.test.key", "two") && !opens("host.test.key", "one"));
        QVERIFY(!ran("protect host.test --pass-file @two --remove").isLocked());
        QVERIFY(isClear("host.test.key"));
        QVERIFY(!ran("show host.test").isLocked());
    }

    void saysWhyItDidNot_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said"); // the code of the error, or a part of the sentence
        QTest::newRow("a wrong pass phrase")
            << "host.test --pass-file @two --new-pass-file @three" << 1 << "wrong-password";
        QTest::newRow("a wrong one, to be taken away")
            << "host.test --pass-file @two --remove" << 1 << "wrong-password";
        QTest::newRow("the pass phrase is missing") << "host.test --new-pass-file @two" << 1 << "passphrase-needed";
        QTest::newRow("there is one already") << "host.test --pass-file @one" << 1 << "--new-pass-file";
        QTest::newRow("no such certificate") << "nobody --pass-file @one" << 1 << "certificate-not-found";
        QTest::newRow("no certificate at all") << "--pass-file @one" << 2 << "thumbprint or name";
        QTest::newRow("nothing to be done") << "host.test" << 2 << "--pass-file";
        QTest::newRow("two things at once")
            << "host.test --pass-file @one --new-pass-file @two --remove" << 2 << "exclude";
    }
    void saysWhyItDidNot()
    {
        QFETCH(const QString, words);
        QFETCH(const QString, said);
        ran("create host.test --pass-file @one");
        const Outcome outcome = run(QStringLiteral("protect ") + words);
        QTEST(outcome.exitCode, "exitCode");
        QVERIFY2(outcome.errorCode().startsWith(said) || outcome.err.contains(said),
                 qPrintable(outcome.out + outcome.err));
        QVERIFY(opens("host.test.key", "one"));
    }

    void aLockedAuthoritySignsWithItsPassPhrase()
    {
        ran("create Root --ca --pass-file @one");
        ran("create host.test --request");
        const QString sign = QStringLiteral("sign %1 --issuer Root").arg(stored("host.test.csr"));
        QCOMPARE(run(sign).errorCode(), QStringLiteral("passphrase-needed"));
        QVERIFY(run(sign + QStringLiteral(" --pass-file @two")).saysWrongPassphrase());
        QCOMPARE(run(sign + QStringLiteral(" --pass-file @one")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("revoke host.test")).errorCode(), QStringLiteral("passphrase-needed"));
        ran("revoke host.test --pass-file @one");
        ran("revoke --issuer Root --pass-file @one");
        QVERIFY(!ran("create clear.test --issuer Root --issuer-pass-file @one").isLocked());
        QVERIFY(ran("create both.test --issuer Root --pass-file @two --issuer-pass-file @one").isLocked());
        QVERIFY(opens("both.test.key", "two"));
    }

    void aRenewedCertificateIsAsWellProtected()
    {
        ran("create Root --ca");
        ran("create host.test --issuer Root --pass-file @one");
        QCOMPARE(run(QStringLiteral("renew host.test --new-key")).errorCode(), QStringLiteral("passphrase-needed"));
        QVERIFY(run(QStringLiteral("renew host.test --new-key --pass-file @two")).saysWrongPassphrase());
        const QString old = ran("show host.test").object()[QStringLiteral("sha256")].toString();
        QVERIFY(ran("renew host.test --days 5 --pass-file @one").isLocked());
        QVERIFY(opens("host.test-2.key", "one"));
        QVERIFY(run(QStringLiteral("renew --new-key --pass-file @one ") + old).isLocked());
        QVERIFY(opens("host.test-3.key", "one"));
        ran("create clear.test --issuer Root");
        QVERIFY(!ran("renew clear.test --days 5").isLocked());
    }
};

QTEST_GUILESS_MAIN(TestCertsProtect)
#include "tst_certs_protect.moc"
