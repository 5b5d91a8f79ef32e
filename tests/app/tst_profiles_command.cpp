#include "app/profiles_command.h"
#include "model/sockets/profile_exchange.h"
#include "model/sockets/profile_store.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <functional>
#include <memory>
#include <utility>

using namespace sealport;

namespace {

struct Run {
    int exitCode = -1;
    QString out{};
    QString err{};

    [[nodiscard]] QList<QJsonObject> objects() const
    {
        QList<QJsonObject> result;
        for (const QString &line : out.split(u'\n', Qt::SkipEmptyParts))
            result.append(QJsonDocument::fromJson(line.toUtf8()).object());
        return result;
    }
    [[nodiscard]] QStringList texts(const char *key) const
    {
        QStringList all;
        for (const QJsonObject &object : objects())
            all.append(object[QLatin1String(key)].toString());
        return all;
    }
    [[nodiscard]] QString errorCode(qsizetype at = 0) const
    {
        return objects().value(at)[QStringLiteral("error")].toObject()[QStringLiteral("code")].toString();
    }
};

QString q(const char *text)
{
    return QString::fromUtf8(text);
}

const QString windevsHash = QStringLiteral("9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 45 de 24");

/// Does something as soon as certain words are written to it.
class Listener final : public QIODevice {
public:
    Listener(QByteArray words, std::function<void()> act)
        : m_words(std::move(words))
        , m_act(std::move(act))
    {
        open(QIODevice::WriteOnly | QIODevice::Unbuffered);
    }

private:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        if (QByteArray(data, size).contains(m_words))
            m_act();
        return size;
    }
    const QByteArray m_words;
    const std::function<void()> m_act;
};

} // namespace

/// `sealport profiles`.
class TestProfilesCommand final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] DataFolder folder() const { return {path("home")}; }
    [[nodiscard]] QString path(const char *name) const { return m_folder->filePath(q(name)); }
    [[nodiscard]] Run run(const QString &commandLine, const QStringList &more = {}) const
    {
        Run result;
        QTextStream out(&result.out);
        QTextStream err(&result.err);
        result.exitCode = runProfilesCommand(commandLine.split(u' ', Qt::SkipEmptyParts) + more, folder(), out, err);
        out.flush();
        return result;
    }
    [[nodiscard]] QStringList storedNames() const { return run(q("list --format json")).texts("name"); }
    QString fileWith(const char *name, const QByteArray &content) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("no file");
        return file.fileName();
    }
    /// Profiles without the keys and certificates of a first start, which take their time.
    void store(const QStringList &names) const
    {
        std::vector<ServerProfile> profiles;
        for (const QString &name : names) {
            ServerProfile profile;
            profile.name = name;
            profile.certificate.id = windevsHash;
            profile.certificate.by = IdentifyBy::Thumbprint;
            profiles.push_back(profile);
        }
        QVERIFY(QDir().mkpath(folder().path));
        QVERIFY(writeProfiles(folder().profiles(), profiles));
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void refusesWrongCommandLines_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("said");
        QTest::newRow("nothing to do") << "" << "list, show, add, remove, import, export.";
        QTest::newRow("something unknown to do") << "frobnicate" << "'frobnicate'";
        QTest::newRow("an unknown option") << "list --colour" << "colour";
        QTest::newRow("an option of another action") << "list --replace" << "replace";
        QTest::newRow("an unknown format") << "list --format xml" << "'xml'";
        QTest::newRow("an argument too many") << "list a" << "'a'";
        QTest::newRow("nothing to show") << "show" << "name";
        QTest::newRow("nothing to add") << "add" << "name";
        QTest::newRow("two to add") << "add a b" << "'b'";
        QTest::newRow("a port that is none") << "add a --port x" << "'x'";
        QTest::newRow("a port that is not allowed") << "add a --cert b --port 80" << "80";
        QTest::newRow("an option of serve that only runs") << "add a --for 3" << "--for";
        QTest::newRow("a pass phrase") << "add a --pass-file b" << "--pass-file";
        QTest::newRow("nothing to remove") << "remove" << "name";
        QTest::newRow("nothing to import") << "import" << "file";
        QTest::newRow("nothing to export") << "export --as json" << "name";
        QTest::newRow("two to export") << "export a b --as json" << "'b'";
        QTest::newRow("no form to export to") << "export a" << "json, wlanguage";
        QTest::newRow("an unknown form") << "export a --as yaml" << "'yaml'";
        QTest::newRow("an unknown language") << "export a --as wlanguage --language de" << "'de'";
        QTest::newRow("an empty place") << "export a --as json --out=" << "--out";
    }
    void refusesWrongCommandLines()
    {
        QFETCH(const QString, commandLine);
        QFETCH(const QString, said);
        if (commandLine.contains(q("--port 80")))
            store({q("first")}); // what a profile may not have is only known once it is put together
        const Run outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY(outcome.err.endsWith(q("See sealport profiles --help.\n")));
        QCOMPARE(outcome.err.count(u'\n'), 1);
    }

    void helps_data()
    {
        QTest::addColumn<QString>("commandLine");
        QTest::addColumn<QString>("first");
        for (const char *line : {"--help", "-h", "help"})
            QTest::newRow(line) << q(line) << q("sealport profiles list");
        for (const char *word : {"list", "show", "add", "remove", "import", "export"})
            QTest::newRow(word) << q(word) + q(" --help") << q("sealport profiles ") + q(word);
    }
    void helps()
    {
        QFETCH(const QString, commandLine);
        QFETCH(const QString, first);
        const Run outcome = run(commandLine);
        QCOMPARE(outcome.exitCode, 0);
        QVERIFY2(outcome.out.startsWith(first), qPrintable(outcome.out));
        QVERIFY(outcome.out.contains(q("--format text|json")));
        QVERIFY(outcome.err.isEmpty());
        QVERIFY(!QFileInfo::exists(folder().path));
    }

    void theFirstTimeTheDefaultServerIsMade()
    {
        const Run listed = run(q("list --format json"));
        QCOMPARE(listed.exitCode, 0);
        QCOMPARE(listed.texts("name"), QStringList{q("sSocketSSL")});
        QCOMPARE(listed.objects().first()[q("port")].toInt(), 5043);
        QCOMPARE(listed.objects().first()[q("identifyBy")].toString(), q("hash"));
        const Run shown = run(q("show sSocketSSL"));
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.out.contains(q("127.0.0.1:5043")) && shown.out.contains(q("TLS 1.0, TLS 1.1 and TLS 1.2")),
                 qPrintable(shown.out));
        QVERIFY2(!shown.out.contains(q("problem")), qPrintable(shown.out));
    }

    void saysThatThereAreNone()
    {
        store({});
        const Run listed = run(q("list"));
        QCOMPARE(listed.exitCode, 0);
        QVERIFY(listed.out.isEmpty());
        QVERIFY(!listed.err.isEmpty());
        QVERIFY(run(q("list --format json")).err.isEmpty());
    }

    void addsWhatTheOptionsOfServeSay()
    {
        store({q("first")});
        const Run added = run(q("add second --port 5050 --protocols modern --unique-address --reply"),
                              {q("text:Bonjour ça va"), q("--address"), q("::1"), q("--idle-timeout"), q("2.5")});
        QVERIFY2(added.exitCode == 0, qPrintable(added.err));
        QVERIFY2(added.out.startsWith(q("Stored:\nsecond\n")), qPrintable(added.out));
        QVERIFY2(added.out.contains(q("[::1]:5050")) && added.out.contains(q("text:Bonjour ça va")),
                 qPrintable(added.out));
        QCOMPARE(storedNames(), (QStringList{q("first"), q("second")}));
        const ServerProfile stored = readProfiles(folder().profiles()).profiles.at(1);
        QCOMPARE(stored.port, 5050);
        QVERIFY(stored.protocols == modernProtocols);
        QCOMPARE(stored.addressUse, AddressUse::Unique);
        QCOMPARE(stored.reply.text, q("Bonjour ça va"));
        QCOMPARE(stored.limits.idleTimeout, std::chrono::milliseconds(2500));
        QCOMPARE(stored.certificate.id, windevsHash); // of the first one
        QCOMPARE(stored.certificate.by, IdentifyBy::Thumbprint);
    }

    void aServerStartsWithTheWindowWhereThatIsAskedFor()
    {
        store({q("a")});
        QCOMPARE(run(q("add b --auto-start")).exitCode, 0);
        QCOMPARE(run(q("add c")).exitCode, 0);
        const std::vector<ServerProfile> stored = readProfiles(folder().profiles()).profiles;
        QVERIFY(stored.at(1).autoStart && !stored.at(2).autoStart);
        QVERIFY(run(q("show b")).out.contains(q("autoStart")));
    }

    void addsNoSecondServerOfAName()
    {
        store({q("a"), q("b")});
        const Run refused = run(q("add a --port 5050 --format json"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("already-exists"));
        QCOMPARE(refused.objects().first()[q("name")].toString(), q("a"));
        QVERIFY(run(q("add a --port 5050")).err.contains(q("--replace")));
        QCOMPARE(readProfiles(folder().profiles()).profiles.at(0).port, 5043);
        QVERIFY(folder().trash().items().empty());

        const Run replaced = run(q("add a --port 5050 --replace"));
        QCOMPARE(replaced.exitCode, 0);
        const QString kept = Trash::keptFile(folder().trash().items().at(0), 0);
        QVERIFY2(replaced.out.contains(q("sealport profiles import --replace ") + kept + q(" a\n")),
                 qPrintable(replaced.out));
        QCOMPARE(run(q("import --replace"), {kept, q("a")}).exitCode, 0);
        QCOMPARE(readProfiles(folder().profiles()).profiles.at(0).port, 5043);
        QCOMPARE(run(q("add a --port 5050 --replace")).exitCode, 0);
        QCOMPARE(readProfiles(folder().profiles()).profiles.at(0).port, 5050);
        QCOMPARE(storedNames(), (QStringList{q("a"), q("b")}));
        QCOMPARE(folder().trash().items().size(), std::size_t{3});
    }

    void addsNothingThatCannotRun_data()
    {
        QTest::addColumn<QStringList>("words");
        QTest::addColumn<QString>("error");
        QTest::newRow("without a certificate") << QStringList{q("a")} << "no-certificate";
        QTest::newRow("with a name too long") << QStringList{QString(101, u'a'), q("--cert"), q("b")} << "invalid-name";
    }
    void addsNothingThatCannotRun()
    {
        QFETCH(const QStringList, words);
        store({});
        const Run refused = run(q("add --format json"), words);
        QCOMPARE(refused.exitCode, 1);
        QTEST(refused.errorCode(), "error");
        QVERIFY(storedNames().isEmpty());
    }

    void showsSeveralAndSaysWhichAreMissing()
    {
        store({q("a"), q("b")});
        const Run shown = run(q("show a A b --format json"));
        QCOMPARE(shown.exitCode, 1);
        QCOMPARE(shown.texts("name"), (QStringList{q("a"), q("A"), q("b")}));
        QCOMPARE(shown.errorCode(1), q("profile-not-found"));
    }

    void showsWhatIsWrong()
    {
        store({q("a")});
        auto profiles = readProfiles(folder().profiles()).profiles;
        profiles.front().protocols = {};
        QVERIFY(writeProfiles(folder().profiles(), profiles));
        const Run shown = run(q("show a"));
        QCOMPARE(shown.exitCode, 0);
        QVERIFY2(shown.out.contains(q("problem")), qPrintable(shown.out));
    }

    void aHostileNameMovesNoCursor()
    {
        store({q("a\u202eb\x1b[2J")});
        for (const QString &line : {q("list"), q("list --format json")}) {
            const Run listed = run(line);
            QVERIFY2(!listed.out.contains(QChar(0x202E)) && !listed.out.contains(QChar(0x1B)), qPrintable(line));
        }
    }

    void whatIsRemovedComesBack()
    {
        store({q("a"), q("b b"), q("c")});
        const Run removed = run(q("remove c --format json"), {q("b b")});
        QVERIFY2(removed.exitCode == 0, qPrintable(removed.err));
        QCOMPARE(removed.texts("name"), (QStringList{q("c"), q("b b")}));
        QCOMPARE(storedNames(), QStringList{q("a")});
        const QJsonObject trash = removed.objects().first()[q("trash")].toObject();
        QCOMPARE(trash[q("files")].toArray(), (QJsonArray{folder().profiles()}));

        const QString kept = trash[q("folder")].toString() + q("/1-servers.json");
        const Run back = run(q("import --format json"), {kept, q("b b")});
        QVERIFY2(back.exitCode == 0, qPrintable(back.err));
        QCOMPARE(storedNames(), (QStringList{q("a"), q("b b")}));
        QCOMPARE(run(q("import"), {kept}).exitCode, 0); // what is there as it was is nothing to refuse
        QCOMPARE(storedNames(), (QStringList{q("a"), q("b b"), q("c")}));
    }

    void saysWhereWhatIsRemovedWent()
    {
        store({q("a"), q("b's c")});
        const Run removed = run(q("remove a"), {q("b's c")});
        QCOMPARE(removed.exitCode, 0);
        const QString kept = Trash::keptFile(folder().trash().items().at(0), 0);
        QVERIFY2(removed.out.contains(q("sealport profiles import ") + kept + q(" a 'b'\\''s c'\n")),
                 qPrintable(removed.out));
        QVERIFY2(storedNames().isEmpty(), "the last one does not come back as a first start");
    }

    void removesAllOrNothing()
    {
        store({q("a"), q("b")});
        const Run removed = run(q("remove a x --format json"));
        QCOMPARE(removed.exitCode, 1);
        QCOMPARE(removed.errorCode(), q("profile-not-found"));
        QCOMPARE(storedNames(), (QStringList{q("a"), q("b")}));
        QVERIFY(folder().trash().items().empty());
    }

    void importsCallsOfSocketCreeSsl()
    {
        store({});
        const Run imported = run(q("import --format json " SEALPORT_WLANGUAGE "/page-sample.wl"));
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        const QJsonObject notes = imported.objects().at(0);
        QCOMPARE(notes[q("notes")].toArray().size(), 2); // no protocol, no address
        QVERIFY2(imported.err.contains(q("sealport: Line 7: ")), qPrintable(imported.err));
        const QJsonObject profile = imported.objects().at(1);
        QCOMPARE(profile[q("name")].toString(), q("sSocketSSL"));
        QCOMPARE(profile[q("certificate")].toString(), windevsHash);
        QCOMPARE(profile[q("import")].toObject()[q("outcome")].toString(), q("added"));
        QCOMPARE(storedNames(), QStringList{q("sSocketSSL")});
    }

    void importsOnlyWhatIsNamed()
    {
        store({q("a")});
        const QString file = fileWith("calls.wl", "SocketCreateSSL(\"b\", 5044, \"x\")\n"
                                                  "SocketCreateSSL(\"c\", 5045, \"x\")\n");
        const Run imported = run(q("import --format json"), {file, q("c"), q("d")});
        QCOMPARE(imported.exitCode, 1); // there is no d
        QCOMPARE(storedNames(), (QStringList{q("a"), q("c")}));
    }

    void importsNoSecondServerOfAName()
    {
        store({q("a"), q("b")});
        const QString file = fileWith("file.json", R"([{"name":"a","port":5050,"certificate":"x"},)"
                                                   R"({"name":"c","certificate":"x"}])");
        const Run refused = run(q("import --format json"), {file});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("already-exists"));
        QVERIFY(run(q("import"), {file}).err.contains(q("--replace")));
        QCOMPARE(storedNames(), (QStringList{q("a"), q("b"), q("c")})); // one does not keep the other out
        QCOMPARE(readProfiles(folder().profiles()).profiles.at(0).port, 5043);
        QVERIFY(folder().trash().items().empty());

        const Run replaced = run(q("import --replace --format json"), {file});
        QCOMPARE(replaced.exitCode, 0);
        QCOMPARE(replaced.objects().at(0)[q("import")].toObject()[q("outcome")].toString(), q("replaced"));
        QCOMPARE(replaced.objects().at(1)[q("import")].toObject()[q("outcome")].toString(), q("already-there"));
        QCOMPARE(readProfiles(folder().profiles()).profiles.at(0).port, 5050);
        QCOMPARE(folder().trash().items().size(), std::size_t{1});
    }

    void importsWhatIsIncompleteAndSaysSo()
    {
        store({});
        const QString file = fileWith("call.wl", "SocketCreateSSL(sName, 5044, sCertificate)");
        const Run imported = run(q("import"), {file});
        QCOMPARE(imported.exitCode, 0);
        QVERIFY2(imported.err.contains(q("sCertificate")) && imported.err.contains(q("sName: ")),
                 qPrintable(imported.err));
        QCOMPARE(storedNames(), QStringList{q("sName")});
    }

    void aNameThatWasNotUnderstoodReplacesNobody_data()
    {
        QTest::addColumn<QByteArray>("code");
        QTest::newRow("nothing in the call is understood") << QByteArray("SocketCreateSSL(@@@, %%%)");
        QTest::newRow("the call ends at once") << QByteArray("SocketCreateSSL(");
        QTest::newRow("the name is empty") << QByteArray("SocketCreateSSL(\"\", 5044, \"x\")");
    }
    void aNameThatWasNotUnderstoodReplacesNobody()
    {
        QFETCH(const QByteArray, code);
        store({q("sSocketSSL")});
        const std::vector<ServerProfile> before = readProfiles(folder().profiles()).profiles;
        const Run imported = run(q("import --replace"), {fileWith("call.wl", code)});
        QCOMPARE(storedNames(), (QStringList{q("sSocketSSL"), q("sSocketSSL 2")}));
        QVERIFY2(imported.out.contains(q("Imported:\nsSocketSSL 2\n")), qPrintable(imported.out));
        QVERIFY(readProfiles(folder().profiles()).profiles.front() == before.front());
        QVERIFY(folder().trash().items().empty());
    }

    void aNameThatIsTakenMeanwhileIsLeftToWhoTookIt()
    {
        store({q("sSocketSSL")});
        const QString file = fileWith("call.wl", "SocketCreateSSL(@@@, %%%)");
        int taken = 0;
        Listener listener("sSocketSSL 2: ", [&] { // between the first look at the stored servers and the change
            store({q("sSocketSSL"), q("sSocketSSL 2")});
            ++taken;
        });
        QString out;
        QTextStream outStream(&out);
        QTextStream err(&listener);
        QCOMPARE(runProfilesCommand({q("import"), q("--replace"), file}, folder(), outStream, err), 0);
        QVERIFY(taken > 0);
        const std::vector<ServerProfile> stored = readProfiles(folder().profiles()).profiles;
        QCOMPARE(stored.size(), std::size_t{3});
        QCOMPARE(stored[1].name, q("sSocketSSL 2"));
        QCOMPARE(stored[1].certificate.id, windevsHash);
        QVERIFY(stored[2].certificate.id != windevsHash);
        QVERIFY(folder().trash().items().empty());
    }

    void aNameThatWasUnderstoodReplacesItsServer()
    {
        store({q("sSocketSSL")});
        const QString file = fileWith("call.wl", "SocketCreateSSL(\"sSocketSSL\", 5044, \"x\")");
        QCOMPARE(run(q("import --replace"), {file}).exitCode, 0);
        QCOMPARE(storedNames(), QStringList{q("sSocketSSL")});
        QCOMPARE(readProfiles(folder().profiles()).profiles.front().port, 5044);
    }

    void saysWhatImportedServersWillDo_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("a profile") << QByteArray(R"({"name":"a","certificate":"x","reply":"file:/srv/secrets",)"
                                                 R"("tls":{"keyLog":"/tmp/keys"}})");
        QTest::newRow("a call with comments above it")
            << QByteArray("// sealport: reply = \"file:/srv/secrets\"\n// sealport: tls = {\"keyLog\":\"/tmp/keys\"}\n"
                          "SocketCreateSSL(\"a\", 5044, \"x\")");
    }
    void saysWhatImportedServersWillDo()
    {
        QFETCH(const QByteArray, content);
        store({});
        const Run imported = run(q("import"), {fileWith("file", content)});
        QCOMPARE(storedNames(), QStringList{q("a")});
        QVERIFY2(imported.out.contains(q("    reply        file:/srv/secrets\n")), qPrintable(imported.out));
        QVERIFY2(imported.out.contains(q("/tmp/keys")), qPrintable(imported.out));
    }

    void saysOnceThatThereIsNoServerInAFile()
    {
        store({});
        for (const char *content : {"null", "Bonjour", "[]"}) {
            const Run refused = run(q("import"), {fileWith("file", content)});
            QCOMPARE(refused.exitCode, 1);
            QVERIFY2(refused.err.count(u'\n') == 1, qPrintable(refused.err));
        }
    }

    void aHostileImportMovesNoCursor()
    {
        store({});
        const QString file =
            fileWith("file.json", "[{\"name\":\"a\\u001b[2J\\u202eb\",\"protocols\":[],\"certificate\":\"x\"}]");
        const Run imported = run(q("import"), {file});
        QVERIFY2(imported.err.contains(q("[2J")), qPrintable(imported.err));
        for (const QString &said : {imported.err, imported.out})
            QVERIFY(!said.contains(QChar(0x1B)) && !said.contains(QChar(0x202E)));
    }

    void saysWhichImportedServerStartsWithTheWindow()
    {
        store({});
        const QString file = fileWith("file.json", "[{\"name\":\"a\",\"certificate\":\"x\",\"autoStart\":true},"
                                                   "{\"name\":\"b\",\"certificate\":\"x\"}]");
        const Run imported = run(q("import"), {file});
        QVERIFY2(imported.err.contains(q("The server a starts with the window")), qPrintable(imported.err));
        QVERIFY2(!imported.err.contains(q("The server b")), qPrintable(imported.err));
        QVERIFY(readProfiles(folder().profiles()).profiles.at(0).autoStart); // what the trash keeps comes back whole
        QVERIFY(!run(q("import"), {file}).err.contains(q("The server a")));  // it was there already
    }

    void saysWhyNothingWasImported_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing in it") << QByteArray() << "empty-file";
        QTest::newRow("other text") << QByteArray("Bonjour") << "invalid-profile";
        QTest::newRow("JSON that is cut off") << QByteArray("{\"na") << "invalid-profile";
        QTest::newRow("a value that cannot be") << QByteArray(R"({"name":"a","port":-1})") << "invalid-profile";
        QTest::newRow("a name that cannot be") << QByteArray(R"({"name":" ","certificate":"a"})") << "invalid-name";
    }
    void saysWhyNothingWasImported()
    {
        QFETCH(const QByteArray, content);
        store({q("a")});
        const Run refused = run(q("import --format json"), {fileWith("file", content)});
        QCOMPARE(refused.exitCode, 1);
        QTEST(refused.errorCode(), "error");
        QVERIFY2(!refused.err.contains(q("%1")) && refused.err.count(u'\n') >= 1, qPrintable(refused.err));
        QCOMPARE(storedNames(), QStringList{q("a")});
        QCOMPARE(run(q("import /nonexistent --format json")).errorCode(), q("file-not-found"));
    }

    void exportsToStandardOutput()
    {
        store({q("é")});
        const Run json = run(q("export é --as json"));
        QCOMPARE(json.exitCode, 0);
        QVERIFY(importProfiles(json.out, {}).profiles == readProfiles(folder().profiles()).profiles);
        const Run french = run(q("export é --as wlanguage --language fr --out -"));
        QVERIFY2(french.out.startsWith(q("SocketCréeSSL(\"é\", 5043, \"9d a4 ")), qPrintable(french.out));
        const Run english = run(q("export é --as wlanguage --language en"));
        QVERIFY2(english.out.startsWith(q("SocketCreateSSL(\"é\"")), qPrintable(english.out));
        QVERIFY(importProfiles(english.out, {}).profiles == readProfiles(folder().profiles()).profiles);
    }

    void whatIsExportedCanBeImported_data()
    {
        QTest::addColumn<QString>("format");
        for (const char *format : {"json", "wlanguage"})
            QTest::newRow(format) << q(format);
    }
    void whatIsExportedCanBeImported()
    {
        QFETCH(const QString, format);
        store({q("a")});
        const QStringList options = q("--cert APP --by app --starttls smtp --protocols modern --alpn h2,http/1.1 "
                                      "--unique-address --reply http --max-connections 7")
                                        .split(u' ');
        QCOMPARE(run(q("add b"), options).err, QString());
        const std::vector<ServerProfile> before = readProfiles(folder().profiles()).profiles;
        QCOMPARE(before.back().opening.toWord(), q("starttls-smtp"));
        QCOMPARE(run(q("export b --as ") + format, {q("--out"), path("b")}).exitCode, 0);
        QCOMPARE(run(q("remove b")).exitCode, 0);
        const Run imported = run(q("import"), {path("b")});
        QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
        QVERIFY(readProfiles(folder().profiles()).profiles == before);
    }

    void exportsToAFileAndOverNone()
    {
        store({q("a")});
        const QStringList place{q("--out"), path("out.wl")};
        const Run written = run(q("export a --as wlanguage --format json"), place);
        QVERIFY2(written.exitCode == 0, qPrintable(written.err));
        QCOMPARE(written.objects().first()[q("file")].toString(), path("out.wl"));
        QCOMPARE(importProfiles(fileContent("out.wl"), {}).profiles.size(), std::size_t{1});

        fileWith("out.wl", "mine");
        const Run refused = run(q("export a --as json --format json"), place);
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("already-exists"));
        QVERIFY(run(q("export a --as json"), place).err.contains(q("--force")));
        QCOMPARE(fileContent("out.wl"), QByteArray("mine"));

        QCOMPARE(run(q("export a --as json --force"), place).exitCode, 0);
        QVERIFY(fileContent("out.wl").startsWith("{"));
        QFile kept(Trash::keptFile(folder().trash().items().at(0), 0));
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("mine"));
    }

    /// A server from files of the fixtures.
    void storeWithFiles() const
    {
        const QStringList files{q("--cert-file"),  q(SEALPORT_CERTIFICATES "/leaf.pem"),
                                q("--key-file"),   q(SEALPORT_CERTIFICATES "/leaf.key"),
                                q("--chain-file"), q(SEALPORT_CERTIFICATES "/intermediate.pem")};
        QCOMPARE(run(q("add shop --protocols modern"), files).err, QString());
    }

    void handsOver_data()
    {
        QTest::addColumn<QString>("format");
        QTest::addColumn<QString>("said");
        QTest::newRow("nginx") << q("nginx") << q("ssl_protocols TLSv1.2 TLSv1.3;");
        QTest::newRow("Apache") << q("apache") << q("SSLProtocol -all +TLSv1.2 +TLSv1.3");
        QTest::newRow("HAProxy") << q("haproxy") << q("ssl-min-ver TLSv1.2 ssl-max-ver TLSv1.3");
        QTest::newRow("Caddy") << q("caddy") << q("protocols tls1.2 tls1.3");
        QTest::newRow("stunnel") << q("stunnel") << q("sslVersionMin = TLSv1.2");
        QTest::newRow("openssl s_server") << q("openssl") << q("exec openssl s_server");
        QTest::newRow("gnutls-serv") << q("gnutls") << q("exec gnutls-serv");
    }
    void handsOver()
    {
        QFETCH(const QString, format);
        QFETCH(const QString, said);
        storeWithFiles();
        const Run shown = run(q("export shop --as ") + format);
        QVERIFY2(shown.exitCode == 0, qPrintable(shown.err));
        QVERIFY2(shown.out.contains(said), qPrintable(shown.out));
        QVERIFY(shown.out.contains(q("The key stays where it is: " SEALPORT_CERTIFICATES "/leaf.key")) // broken lines
                || shown.out.simplified().remove(q("# ")).contains(q("The key stays where it is:")));
        QVERIFY(!shown.out.contains(q("PRIVATE KEY")));

        const Run written = run(q("export shop --as ") + format + q(" --format json --out"), {path("made/conf")});
        QCOMPARE(written.exitCode, 1); // the folder is not there
        QVERIFY(QDir().mkpath(path("made")));
        const Run saved = run(q("export shop --as ") + format + q(" --format json --out"), {path("made/conf")});
        QVERIFY2(saved.exitCode == 0, qPrintable(saved.err));
        const QJsonArray notes = saved.objects().first()[q("notExpressed")].toArray();
        QStringList codes;
        for (const QJsonValue &note : notes) {
            codes.append(note.toObject()[q("code")].toString());
            QVERIFY(!note.toObject()[q("sentence")].toString().isEmpty());
        }
        QVERIFY2(codes.contains(q("key-needs")), qPrintable(codes.join(u' ')));
        for (const QJsonValue &file : saved.objects().first()[q("filesToMake")].toArray())
            QVERIFY(file.toObject()[q("file")].toString().startsWith(path("made/shop-")));
        QVERIFY(fileContent("made/conf").contains(said.toUtf8()));
    }

    void saysForPeopleWhatIsNotHandedOver()
    {
        storeWithFiles();
        const Run saved = run(q("export shop --as nginx --out"), {path("conf")});
        QVERIFY2(saved.exitCode == 0, qPrintable(saved.err));
        QVERIFY2(saved.out.contains(q("- nginx is not made to send back what it receives")), qPrintable(saved.out));
        QVERIFY2(saved.out.contains(q("awk 1 ")), qPrintable(saved.out));
    }

    void aServerWithoutTlsIsNotHandedOver()
    {
        QCOMPARE(run(q("add shop --plain")).err, QString());
        const Run refused = run(q("export shop --as nginx --format json --out"), {path("conf")});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("plain-server"));
        QVERIFY2(refused.err.contains(q("without TLS")), qPrintable(refused.err));
        QVERIFY(!QFileInfo::exists(path("conf")));
    }

    void aCertificateThatIsGoneIsAnError()
    {
        store({q("a")});
        const Run refused = run(q("export a --as nginx --format json"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("certificate-not-found"));
    }

    void exportsNoneThatIsNotThere()
    {
        store({q("a")});
        const Run refused = run(q("export A --as json --format json --out"), {path("out")});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), q("profile-not-found"));
        QVERIFY(!QFileInfo::exists(path("out")));
    }

    void aDamagedFileIsSaidAndKept()
    {
        store({q("a")});
        QFile file(folder().profiles());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("{");
        file.close();
        const Run listed = run(q("list --format json"));
        QCOMPARE(listed.exitCode, 1);
        QCOMPARE(listed.errorCode(), q("damaged-store"));
        QCOMPARE(QDir(folder().path).entryList({q("servers.json.damaged-*")}).size(), 1);
    }

    void aFileOfANewerProgramIsLeftAlone_data()
    {
        QTest::addColumn<QString>("commandLine");
        for (const char *line : {"add a --cert b", "remove a", "import " SEALPORT_WLANGUAGE "/page-sample.wl"})
            QTest::newRow(line) << q(line);
    }
    void aFileOfANewerProgramIsLeftAlone()
    {
        QFETCH(const QString, commandLine);
        QVERIFY(QDir().mkpath(folder().path));
        const QByteArray content = R"({"version":2,"servers":[{"name":"a"}]})";
        QFile file(folder().profiles());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(content);
        file.close();
        const Run refused = run(commandLine);
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.count(q("newer Sealport")) == 1, qPrintable(refused.err));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), content);
    }

private:
    [[nodiscard]] QByteArray fileContent(const char *name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
};

QTEST_GUILESS_MAIN(TestProfilesCommand)
#include "tst_profiles_command.moc"
