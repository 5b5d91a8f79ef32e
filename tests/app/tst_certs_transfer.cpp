#include "tests/app/certs_run.h"
#include "tests/certificates/fixture_files.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>

#include <memory>

using namespace sealport;
using namespace sealport::test;

/// `sealport certs import`, `export`, `remove` and `restore`.
class TestCertsTransfer : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    QString path(const char *name) const { return m_folder->filePath(QString::fromLatin1(name)); }
    CertsRun run(const QString &commandLine, const QStringList &more = {}) const
    {
        return runCerts(commandLine.split(u' ', Qt::SkipEmptyParts) + more, DataFolder{path("home")});
    }
    QString passphraseFile() const
    {
        QFile file(path("passphrase"));
        if (!file.open(QIODevice::WriteOnly) || file.write("secret\n") < 0)
            QTest::qFail("cannot write the pass phrase", __FILE__, __LINE__);
        return file.fileName();
    }
    void importLeaf() const
    {
        QCOMPARE(run(QStringLiteral("import"), {fixture(QStringLiteral("combined.pem"))}).exitCode, 0);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void importsWithPassphraseAndSaysWhatItDid()
    {
        const QStringList arguments{fixture(QStringLiteral("modern.p12")), QStringLiteral("--pass-file"),
                                    passphraseFile()};
        const CertsRun first = run(QStringLiteral("import --format json"), arguments);
        QCOMPARE(first.exitCode, 0);
        QVERIFY2(first.err.isEmpty(), qPrintable(first.err));
        QCOMPARE(first.objects().size(), 2);
        const QJsonObject leaf = first.objects().first();
        QCOMPARE(leaf[QStringLiteral("hasKey")], QJsonValue(true));
        QCOMPARE(leaf[QStringLiteral("source")].toString(), QStringLiteral("My certificates"));
        QCOMPARE(leaf[QStringLiteral("file")].toString(), path("home/certificates/leaf.test.pem"));
        QCOMPARE(leaf[QStringLiteral("import")].toObject()[QStringLiteral("outcome")].toString(),
                 QStringLiteral("added"));
        const CertsRun again = run(QStringLiteral("import"), arguments);
        QCOMPARE(again.exitCode, 0);
        QVERIFY2(again.octets.startsWith("Was in the store already:\nleaf.test\n"), again.octets.constData());
    }

    void importsWhatItCanAndFailsForTheRest()
    {
        const CertsRun outcome = run(QStringLiteral("import --format json"),
                                     {fixture(QStringLiteral("modern.p12")), fixture(QStringLiteral("other.pem"))});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.objects().size(), 2);
        QCOMPARE(outcome.objects().first()[QStringLiteral("subject")].toString(), QStringLiteral("CN=other.test"));
        QCOMPARE(outcome.objects().last()[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(),
                 QStringLiteral("passphrase-needed"));
    }

    void exportsEveryFormat_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<bool>("hasPassphrase");
        QTest::addColumn<bool>("hasKey");
        QTest::newRow("pem") << "pem" << false << false;
        QTest::newRow("chain") << "chain" << false << false;
        QTest::newRow("pem-key, open") << "pem-key" << false << true;
        QTest::newRow("pem-key, encrypted") << "pem-key" << true << true;
        QTest::newRow("der") << "der" << false << false;
        QTest::newRow("p7b") << "p7b" << false << false;
        QTest::newRow("p12") << "p12" << true << true;
        QTest::newRow("p12-legacy") << "p12-legacy" << true << true;
        QTest::newRow("pubkey") << "pubkey" << false << false;
        QTest::newRow("ssh") << "ssh" << false << false;
    }
    void exportsEveryFormat()
    {
        QFETCH(QString, format);
        QFETCH(bool, hasPassphrase);
        QFETCH(bool, hasKey);
        importLeaf();
        QStringList arguments{QStringLiteral("--as"), format, QStringLiteral("--out"), path("out")};
        if (hasPassphrase)
            arguments += {QStringLiteral("--pass-file"), passphraseFile()};
        const CertsRun outcome = run(QStringLiteral("export leaf.test --format json"), arguments);
        QVERIFY2(outcome.exitCode == 0 && outcome.err.isEmpty(), qPrintable(outcome.err));
        const QJsonObject done = outcome.objects().value(0)[QStringLiteral("export")].toObject();
        QCOMPARE(done[QStringLiteral("format")].toString(), format);
        QCOMPARE(done[QStringLiteral("file")].toString(), path("out"));
        QCOMPARE(QFileInfo(path("out")).permissions().testFlag(QFile::ReadOther), !hasKey);
        if (format == u"pubkey" || format == u"ssh")
            return;
        const SecretBytes passphrase = secret("secret");
        const auto contents = readCertificateFile(path("out"), hasPassphrase ? &passphrase : nullptr);
        QVERIFY(contents);
        QCOMPARE(contents->certificates[0].name(), QStringLiteral("leaf.test"));
        const bool isAlone = format == u"pem" || format == u"der";
        QCOMPARE(contents->certificates.size(), std::size_t(isAlone ? 1 : 2)); // the root stays at home
        QCOMPARE(contents->keys.size(), std::size_t(hasKey ? 1 : 0));
    }

    void saysThatThereIsNothingToProtect()
    {
        importLeaf();
        const CertsRun exported =
            run(QStringLiteral("export leaf.test --as der"),
                {QStringLiteral("--out"), path("leaf.der"), QStringLiteral("--pass-file"), passphraseFile()});
        QCOMPARE(exported.exitCode, 0);
        QVERIFY2(exported.err.contains(QStringLiteral("holds no private key")), qPrintable(exported.err));
    }

    void saysHowManyCertificatesWereWritten_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("said"); // empty: nothing
        QTest::newRow("a chain") << "leaf.test" << "chain" << " 2, and no root";
        QTest::newRow("a container") << "leaf.test" << "p7b" << " 2, and no root";
        QTest::newRow("an authority right below its root") << "Test intermediate" << "chain" << " 1, and no root";
        QTest::newRow("a format of one") << "leaf.test" << "pem" << "";
    }
    void saysHowManyCertificatesWereWritten()
    {
        QFETCH(QString, name);
        QFETCH(QString, format);
        QFETCH(QString, said);
        importLeaf();
        const CertsRun outcome = runCerts(
            {QStringLiteral("export"), name, QStringLiteral("--as"), format, QStringLiteral("--out"), path("out")},
            DataFolder{path("home")});
        QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
        QVERIFY2(said.isEmpty() ? !outcome.out.contains(QStringLiteral("and no root")) : outcome.out.contains(said),
                 qPrintable(outcome.out));
    }

    void standardOutputGetsTheOctetsAlone()
    {
        importLeaf();
        QFile der(fixture(QStringLiteral("leaf.der")));
        QVERIFY(der.open(QIODevice::ReadOnly));
        QCOMPARE(run(QStringLiteral("export leaf.test --as der --out -")).octets, der.readAll());
        QVERIFY(run(QStringLiteral("export leaf.test --as pem-key --out -")).octets.contains("BEGIN PRIVATE KEY"));
    }

    void overwritesOnlyWhenTold()
    {
        importLeaf();
        const QStringList out{QStringLiteral("--out"), path("out")};
        QCOMPARE(run(QStringLiteral("export leaf.test --as pem"), out).exitCode, 0);
        const CertsRun refused = run(QStringLiteral("export leaf.test --as der"), out);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains(QStringLiteral("exists already")), qPrintable(refused.err));
        QVERIFY(QFile(path("out")).size() == certificateOf(QStringLiteral("leaf.pem")).pem().size());
        QCOMPARE(run(QStringLiteral("export leaf.test --as der --force"), out).exitCode, 0);
        QCOMPARE(QFile(path("out")).size(), certificateOf(QStringLiteral("leaf.pem")).der().size());
        const auto kept = DataFolder{path("home")}.trash().items(); // what was there is not lost
        QCOMPARE(kept.size(), 1U);
        QCOMPARE(kept.front().origins, QStringList{path("out")});
    }

    void whatIsRemovedIsInTheTrash()
    {
        importLeaf();
        const CertsRun unknown = run(QStringLiteral("remove leaf.test nobody --format json"));
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.objects().value(0)[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(),
                 QStringLiteral("certificate-not-found"));
        QCOMPARE(run(QStringLiteral("show leaf.test")).exitCode, 0); // all or nothing
        const CertsRun removed = run(QStringLiteral("remove leaf.test --format json"));
        QCOMPARE(removed.exitCode, 0);
        QCOMPARE(run(QStringLiteral("show leaf.test")).exitCode, 1);
        const QJsonObject trash = removed.objects().value(0)[QStringLiteral("trash")].toObject();
        QCOMPARE(trash[QStringLiteral("files")].toArray().size(), 2); // its key too
        const auto items = DataFolder{path("home")}.trash().items();
        QCOMPARE(items.size(), 1U);
        QCOMPARE(trash[QStringLiteral("folder")].toString(), items.front().folder);
        QVERIFY(DataFolder{path("home")}.trash().restore(items.front()));
        QCOMPARE(run(QStringLiteral("show leaf.test")).exitCode, 0);
    }

    void importsRevocationLists()
    {
        const QStringList list{fixture(QStringLiteral("list.pem"))};
        const QString line = QStringLiteral("import --format json");
        for (const auto &outcome : {QStringLiteral("added"), QStringLiteral("already-there")}) {
            const CertsRun imported = run(line, list);
            QCOMPARE(imported.exitCode, 0);
            QCOMPARE(imported.text("type"), QStringLiteral("revocation-list"));
            QCOMPARE(imported.text("file"), path("home/certificates/Test-root.crl"));
            QCOMPARE(imported.object()[QStringLiteral("import")].toObject()[QStringLiteral("outcome")].toString(),
                     outcome);
        }
        const CertsRun text = run(QStringLiteral("import"), list);
        QVERIFY2(text.out.startsWith(QStringLiteral("Was in the store already:\nCertificate revocation list of ")),
                 qPrintable(text.out));
    }

    void requestsAndRevocationListsAreListed()
    {
        QCOMPARE(run(QStringLiteral("create asked.test --request")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("import"), {fixture(QStringLiteral("list.pem"))}).exitCode, 0);
        const QList<QJsonObject> files = run(QStringLiteral("list --source files --format json")).objects();
        QCOMPARE(files.size(), 2);
        QCOMPARE(files.first()[QStringLiteral("type")].toString(), QStringLiteral("request"));
        QCOMPARE(files.first()[QStringLiteral("source")].toString(), QStringLiteral("My certificates"));
        QCOMPARE(files.last()[QStringLiteral("type")].toString(), QStringLiteral("revocation-list"));
        QCOMPARE(files.last()[QStringLiteral("file")].toString(), path("home/certificates/Test-root.crl"));
        for (const QJsonObject &object : run(QStringLiteral("list --format json")).objects())
            QVERIFY(object.contains(QStringLiteral("sha1"))); // a certificate each, as ever
        const QString text = run(QStringLiteral("list")).out;
        QVERIFY2(text.startsWith(QStringLiteral("localhost\n")), qPrintable(text));
        QVERIFY2(text.contains(path("home/certificates/asked.test.csr")), qPrintable(text));
        QVERIFY2(text.contains(path("home/certificates/Test-root.crl")), qPrintable(text));
    }

    void aDamagedRequestFailsForWhoAsksForIt()
    {
        QCOMPARE(run(QStringLiteral("create host.test")).exitCode, 0);
        QFile file(path("home/certificates/bad.csr"));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("nothing\n") > 0);
        file.close();
        const CertsRun listed = run(QStringLiteral("list"));
        QCOMPARE(listed.exitCode, 0);
        QVERIFY2(listed.err.contains(file.fileName()), qPrintable(listed.err));
        QCOMPARE(run(QStringLiteral("list --source files")).exitCode, 1);
    }

    void requestsAndRevocationListsAreRemoved_data()
    {
        QTest::addColumn<bool>("isByPath");
        QTest::newRow("by the names of their files") << false;
        QTest::newRow("by their paths") << true;
    }
    void requestsAndRevocationListsAreRemoved()
    {
        QFETCH(const bool, isByPath);
        QCOMPARE(run(QStringLiteral("create asked.test --request")).exitCode, 0);
        QCOMPARE(run(QStringLiteral("import"), {fixture(QStringLiteral("list.pem"))}).exitCode, 0);
        const QString store = path("home/certificates/");
        const QString folder = isByPath ? store : QString();
        const QStringList both{folder + QStringLiteral("asked.test.csr"), folder + QStringLiteral("Test-root.crl")};
        const CertsRun refused = run(QStringLiteral("remove --format json nobody.csr"), both);
        QCOMPARE(refused.errorCode(), QStringLiteral("certificate-not-found"));
        QVERIFY(QFile::exists(store + QStringLiteral("asked.test.csr"))); // all or nothing
        const CertsRun removed = run(QStringLiteral("remove --format json"), both);
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.err));
        QCOMPARE(removed.objects().size(), 2);
        QCOMPARE(removed.text("type"), QStringLiteral("request"));
        const QJsonObject trash = removed.object()[QStringLiteral("trash")].toObject();
        QCOMPARE(trash[QStringLiteral("files")].toArray().size(), 3); // the key of the request too
        QVERIFY(!QFile::exists(store + QStringLiteral("asked.test.csr")));
        QVERIFY(!QFile::exists(store + QStringLiteral("asked.test.key")));
        QVERIFY(!QFile::exists(store + QStringLiteral("Test-root.crl")));
        QCOMPARE(run(QStringLiteral("restore"), {trash[QStringLiteral("id")].toString()}).exitCode, 0);
        QCOMPARE(run(QStringLiteral("list --source files --format json")).objects().size(), 2);
    }

    void aFileOutsideTheStoreIsNotRemoved()
    {
        const QString file = path("asked.csr");
        QVERIFY(QFile::copy(fixture(QStringLiteral("request.pem")), file));
        const CertsRun refused = run(QStringLiteral("remove --format json"), {file});
        QCOMPARE(refused.errorCode(), QStringLiteral("certificate-not-found"));
        QVERIFY(QFile::exists(file));
    }

    void keepsWhatCannotBePutBackIntoAFolderThatIsGone()
    {
        QVERIFY(QDir().mkpath(path("out")));
        importLeaf();
        const QStringList file{path("out/leaf.pem")};
        QCOMPARE(run(QStringLiteral("export leaf.test --as pem --out"), file).exitCode, 0);
        QCOMPARE(run(QStringLiteral("export leaf.test --as der --force --out"), file).exitCode, 0);
        QVERIFY(QDir(path("out")).removeRecursively());
        const CertsRun refused = run(QStringLiteral("restore 1 --format json"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), QStringLiteral("file-not-writable"));
        QVERIFY(QDir().mkpath(path("out")));
        const CertsRun restored = run(QStringLiteral("restore 1 --format json"));
        QVERIFY2(restored.exitCode == 0, qPrintable(restored.err));
        QCOMPARE(QFile(file.first()).size(), certificateOf(QStringLiteral("leaf.pem")).pem().size());
    }

    void putsBackWhatWasRemoved_data()
    {
        QTest::addColumn<bool>("isByNumber");
        QTest::newRow("by its number") << true;
        QTest::newRow("by the name that remove says") << false;
    }
    void putsBackWhatWasRemoved()
    {
        QFETCH(const bool, isByNumber);
        const CertsRun nothing = run(QStringLiteral("restore"));
        QCOMPARE(nothing.exitCode, 0);
        QVERIFY2(nothing.out.isEmpty() && nothing.err.contains(QStringLiteral("empty")), qPrintable(nothing.err));
        importLeaf();
        const CertsRun removed = run(QStringLiteral("remove leaf.test"));
        const QString id = removed.out.trimmed().section(u' ', -1);
        const QJsonObject listed = run(QStringLiteral("restore --format json")).object();
        QCOMPARE(listed[QStringLiteral("id")].toString(), id);
        QCOMPARE(listed[QStringLiteral("files")].toArray().size(), 2);
        QCOMPARE(listed[QStringLiteral("restored")].toBool(true), false);
        const CertsRun text = run(QStringLiteral("restore"));
        QVERIFY2(text.out.startsWith(QStringLiteral("1   ") + id), qPrintable(text.out));
        QVERIFY2(text.out.contains(path("home/certificates/leaf.test.key")), qPrintable(text.out));

        const CertsRun restored =
            run(QStringLiteral("restore"), {isByNumber ? QStringLiteral("1") : id, QStringLiteral("--format=json")});
        QCOMPARE(restored.exitCode, 0);
        QCOMPARE(restored.object()[QStringLiteral("restored")].toBool(), true);
        const QJsonObject shown = run(QStringLiteral("show leaf.test --format json")).object();
        QCOMPARE(shown[QStringLiteral("hasKey")].toBool(), true);
        QVERIFY(run(QStringLiteral("restore")).out.isEmpty());
    }

    void putsNothingBackOverAnotherFile()
    {
        importLeaf();
        QCOMPARE(run(QStringLiteral("export leaf.test --as pem --out"), {path("out")}).exitCode, 0);
        QCOMPARE(run(QStringLiteral("export leaf.test --as der --force --out"), {path("out")}).exitCode, 0);
        const QByteArray pem = certificateOf(QStringLiteral("leaf.pem")).pem();
        const QByteArray der = certificateOf(QStringLiteral("leaf.pem")).der();
        const CertsRun refused = run(QStringLiteral("restore 1 --format json"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), QStringLiteral("already-exists"));
        QVERIFY(run(QStringLiteral("restore 1")).err.contains(QStringLiteral("--force")));
        QCOMPARE(QFile(path("out")).size(), der.size());
        QCOMPARE(run(QStringLiteral("restore 1 --force")).exitCode, 0);
        QCOMPARE(QFile(path("out")).size(), pem.size());
        QCOMPARE(run(QStringLiteral("restore 1 --force")).exitCode, 0); // what was in the way is there for this
        QCOMPARE(QFile(path("out")).size(), der.size());
    }

    void putsBackNothingThatIsNotThere_data()
    {
        QTest::addColumn<QString>("item");
        for (const char *item : {"0", "2", "-1", "1x", "..", "leaf.test"})
            QTest::newRow(item) << QString::fromLatin1(item);
    }
    void putsBackNothingThatIsNotThere()
    {
        QFETCH(const QString, item);
        importLeaf();
        QCOMPARE(run(QStringLiteral("remove leaf.test")).exitCode, 0);
        const CertsRun outcome = run(QStringLiteral("restore --format json --"), {item});
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.errorCode(), QStringLiteral("file-not-found"));
        QCOMPARE(DataFolder{path("home")}.trash().items().size(), 1U);
    }

    void saysWhyNothingWasExported_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("error");
        QTest::newRow("nobody of that name") << "export nobody --as pem" << "certificate-not-found";
        QTest::newRow("a certificate without its key") << "export other.test --as p12" << "no-private-key";
        QTest::newRow("PKCS#12 without a pass phrase") << "export leaf.test --as p12" << "export-needs-password";
    }
    void saysWhyNothingWasExported()
    {
        QFETCH(QString, commandLine);
        importLeaf();
        QCOMPARE(run(QStringLiteral("import"), {fixture(QStringLiteral("other.pem"))}).exitCode, 0);
        const CertsRun outcome = run(commandLine + QStringLiteral(" --format json --out"), {path("out")});
        QCOMPARE(outcome.exitCode, 1);
        QTEST(outcome.objects().value(0)[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString(),
              "error");
        QVERIFY(!QFileInfo::exists(path("out")));
    }

    void namesTheOptionThatHelps_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("option");
        const QString locked = fixture(QStringLiteral("modern.p12"));
        QTest::newRow("show of a locked container")
            << QStringList{QStringLiteral("show"), locked} << "--pass-file FILE";
        QTest::newRow("import of it") << QStringList{QStringLiteral("import"), locked} << "--pass-file FILE";
        QTest::newRow("PKCS#12 without a pass phrase")
            << QStringList{QStringLiteral("export"), QStringLiteral("leaf.test"), QStringLiteral("--as=p12"),
                           QStringLiteral("--out"), QStringLiteral("%1/out.p12")}
            << "--pass-file FILE";
        QTest::newRow("a file that exists") << QStringList{QStringLiteral("export"), QStringLiteral("leaf.test"),
                                                           QStringLiteral("--out"), QStringLiteral("%1/there")}
                                            << "--force";
    }
    void namesTheOptionThatHelps()
    {
        QFETCH(QStringList, words);
        QFETCH(QString, option);
        importLeaf();
        QFile there(path("there"));
        QVERIFY(there.open(QIODevice::WriteOnly));
        words.replaceInStrings(QStringLiteral("%1"), m_folder->path());
        const CertsRun text = run({}, words);
        QCOMPARE(text.exitCode, 1);
        QVERIFY2(text.err.contains(option), qPrintable(text.err));
        const CertsRun json = run({}, words + QStringList{QStringLiteral("--format=json")});
        QVERIFY2(!json.err.contains(option), qPrintable(json.err)); // the sentence of the object, and no other
    }

    void refusesWrongCommandLines_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing to import") << "import" << "needs a file";
        QTest::newRow("nothing to remove") << "remove" << "thumbprint or name";
        QTest::newRow("two to put back") << "restore 1 2" << "'2'";
        QTest::newRow("nothing to export") << "export --out a" << "thumbprint or name";
        QTest::newRow("nowhere to export to") << "export a" << "--out";
        QTest::newRow("an empty place") << "export a --out=" << "--out";
        QTest::newRow("an unknown format") << "export a --as pfx --out b" << "p12-legacy";
    }
    void refusesWrongCommandLines()
    {
        QFETCH(QString, commandLine);
        QFETCH(QString, said);
        const CertsRun outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(!QFileInfo::exists(path("home")));
    }
};

QTEST_GUILESS_MAIN(TestCertsTransfer)
#include "tst_certs_transfer.moc"
