#include "model/sockets/profile_exchange.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QStringEncoder>
#include <QTest>

#include <functional>

using namespace sealport;

Q_DECLARE_METATYPE(sealport::ServerProfile)

namespace {

ServerProfile named(const QString &name)
{
    ServerProfile profile;
    profile.name = name;
    profile.certificate.id = QStringLiteral("localhost");
    return profile;
}

QByteArray names(const ImportedProfiles &imported)
{
    QStringList all;
    for (const ServerProfile &profile : imported.profiles)
        all.append(profile.name);
    return all.join(u',').toUtf8();
}

QByteArray encodedAs(QStringConverter::Encoding encoding, const QString &text)
{
    QStringEncoder encoder(encoding, QStringConverter::Flag::WriteBom);
    return encoder(text);
}

const QString call = QStringLiteral("SocketCréeSSL(\"é\", 5043, \"localhost\", ProtocoleTLS1_2, \"127.0.0.1\")");

} // namespace

/// Profiles on their way from one machine to another.
class TestProfileExchange final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void oneProfileComesBack_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *name : {"sSocketSSL", "a \"b\" \\c", "Société", "a\nb\tc", "\u202eabc\u200b", "\U0001F512"})
            QTest::newRow(name) << QString::fromUtf8(name);
    }
    void oneProfileComesBack()
    {
        QFETCH(const QString, name);
        const QByteArray json = profileAsJson(named(name));
        for (const QChar character : QString::fromUtf8(json))
            QVERIFY2(character.isPrint() || character == u'\n', json.constData());
        const ImportedProfiles imported = importProfiles(json, QStringLiteral("file"));
        QVERIFY(imported.problems.empty() && imported.notes.empty());
        QCOMPARE(imported.profiles.size(), std::size_t{1});
        QVERIFY(imported.profiles.front() == named(name));

        const QByteArray line = asJsonLine(toJson(named(name)));
        QVERIFY2(!line.contains('\n') && std::ranges::all_of(line, [](char c) { return c >= ' ' && c <= '~'; }),
                 line.constData());
        QVERIFY(importProfiles(line, QStringLiteral("file")).profiles.front() == named(name));
    }

    void everySettingComesBack_data()
    {
        QTest::addColumn<ServerProfile>("profile");
        const auto row = [](const char *name, const std::function<void(ServerProfile &)> &change) {
            ServerProfile profile = named(QStringLiteral("a"));
            change(profile);
            QTest::newRow(name) << profile;
        };
        row("no TLS at all", [](ServerProfile &p) { p.opening = Opening::plain(); });
        row("TLS when the client asks for it",
            [](ServerProfile &p) { p.opening = Opening::startTls(PlainProtocol::Ldap); });
        row("an application",
            [](ServerProfile &p) { p.certificate = {.by = IdentifyBy::Application, .id = QStringLiteral("MY_APP")}; });
        row("several certificates, from files and from the store", [](ServerProfile &p) {
            p.certificate = {.file = QStringLiteral("/a.pem"), .keyFile = QStringLiteral("/a.key")};
            p.furtherCertificates = {{.by = IdentifyBy::Thumbprint, .id = QStringLiteral("ab").repeated(20)}};
            p.namedCertificates = {{.names = {QStringLiteral("*.example.org")},
                                    .certificate = {.by = IdentifyBy::Application, .id = QStringLiteral("B")}}};
            p.refusesOtherNames = true;
        });
        row("settings of TLS", [](ServerProfile &p) {
            p.protocols = modernProtocols;
            p.tls.algorithms.ciphers = QStringLiteral("ECDHE+AESGCM");
            p.tls.chain = ChainForm::Reversed;
            p.tls.alpn = {QStringLiteral("h2"), QStringLiteral("http/1.1")};
            p.tls.requiresAlpn = true;
            p.tls.clientCertificates = ClientCertificateMode::Ask;
            p.tls.clientAuthorities = QStringLiteral("/authorities.pem");
            p.tls.largestRecord = 1024;
            p.tls.keyLog = QStringLiteral("/keys.log");
        });
        row("a start with the window", [](ServerProfile &p) { p.autoStart = true; });
        row("files as a reply",
            [](ServerProfile &p) { p.reply = {.mode = ReplyMode::File, .path = QStringLiteral("/srv/\"é\"")}; });
        row("a script as a reply", [](ServerProfile &p) {
            p.reply = {.mode = ReplyMode::Dialogue, .text = QStringLiteral("send \"a\"\n// b\n")};
        });
        row("a reply by hand", [](ServerProfile &p) { p.reply = {.mode = ReplyMode::ByHand, .asksFirst = true}; });
        row("limits and a reply", [](ServerProfile &p) {
            p.limits.maxConnections = 3;
            p.limits.idleTimeout = std::chrono::milliseconds(250);
            p.reply = {.mode = ReplyMode::Text, .text = QStringLiteral("é\n")};
        });
    }
    void everySettingComesBack()
    {
        QFETCH(const ServerProfile, profile);
        QVERIFY(toJson(profile) != toJson(named(QStringLiteral("a"))));
        const QByteArray json = profileAsJson(profile);
        QVERIFY2(importProfiles(json, {}).profiles == std::vector{profile}, json.constData());
        for (const auto dialect : {WLanguageDialect::French, WLanguageDialect::English}) {
            const QString code = wLanguageCall(profile, dialect);
            ServerProfile back = importProfiles(code.toUtf8(), {}).profiles.at(0);
            back.certificate.id.remove(u' '); // a thumbprint comes back grouped
            QVERIFY2(back == profile, qPrintable(code));
        }
    }

    void noPinLeaves()
    {
        ServerProfile profile = named(QStringLiteral("a"));
        profile.certificate.file = QStringLiteral("pkcs11:token=a;object=b?pin-value=1234");
        QVERIFY(!profileAsJson(profile).contains("1234"));
    }

    void theContentTellsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<QByteArray>("profiles");
        const QByteArray a = asJsonLine(toJson(named(QStringLiteral("a"))));
        const QByteArray b = asJsonLine(toJson(named(QStringLiteral("b"))));
        QTest::newRow("one profile") << a << QByteArray("a");
        QTest::newRow("one profile behind blanks and a mark") << QByteArray("\xef\xbb\xbf \n" + a) << QByteArray("a");
        QTest::newRow("a list") << QByteArray("[" + a + "," + b + "]") << QByteArray("a,b");
        QTest::newRow("a profile file") << QByteArray(R"({"version":1,"servers":[)" + a + "," + b + "]}")
                                        << QByteArray("a,b");
        QTest::newRow("a profile file of a newer program")
            << QByteArray(R"({"version":2,"servers":[{"name":"a","certificate":"b","colour":"red"}]})")
            << QByteArray("a");
        QTest::newRow("little of one") << QByteArray(R"({"name":"a","port":5043})") << QByteArray("a");
        QTest::newRow("a call") << call.toUtf8() << QByteArray("é");
        QTest::newRow("a call as WinDev saves it") << call.toLatin1() << QByteArray("é");
        QTest::newRow("a call as Notepad saves it") << encodedAs(QStringConverter::Utf16LE, call) << QByteArray("é");
        QTest::newRow("a call of a word processor on Windows")
            << call.toLatin1().replace('"', "\x94").replace(", 5", ", \x85 5") << QByteArray("é");
        QTest::newRow("two calls") << QByteArray(call.toUtf8() + "\n" + call.toUtf8()) << QByteArray("é,é");
    }
    void theContentTellsWhatItIs()
    {
        QFETCH(const QByteArray, content);
        const ImportedProfiles imported = importProfiles(content, QStringLiteral("file"));
        QVERIFY(imported.problems.empty());
        QTEST(names(imported), "profiles");
        QCOMPARE(imported.profiles.front().port, 5043);
    }

    void whatIsNoneIsSaid_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<bool>("hasCause");
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("other text") << QByteArray("port = 5043") << false;
        QTest::newRow("octets") << QByteArray("\x00\xff\xfe\x01", 4) << false;
        QTest::newRow("JSON that is cut off") << QByteArray("{\"name\":") << true;
        QTest::newRow("other JSON") << QByteArray("{\"port\":5043}") << false;
        QTest::newRow("something else that has a name")
            << QByteArray(R"({"name":"left-pad","version":"1.0"})") << false;
        QTest::newRow("a list of other things") << QByteArray("[1,2]") << false;
        QTest::newRow("a profile file without profiles") << QByteArray("{\"version\":1,\"servers\":[]}") << false;
        QTest::newRow("deeper than anybody writes") << QByteArray(100'000, '[') << true;
    }
    void whatIsNoneIsSaid()
    {
        QFETCH(const QByteArray, content);
        QFETCH(const bool, hasCause);
        const ImportedProfiles imported = importProfiles(content, QStringLiteral("file"));
        QVERIFY(imported.profiles.empty());
        QCOMPARE(imported.problems.size(), std::size_t{1});
        QCOMPARE(imported.problems.front().code, ErrorCode::InvalidProfile);
        QCOMPARE(imported.problems.front().values, QStringList{QStringLiteral("file")});
        QCOMPARE(imported.problems.front().subject, QStringLiteral("file"));
        QCOMPARE(!imported.problems.front().causes.isEmpty(), hasCause);
    }

    void oneBadProfileSpoilsNoOther()
    {
        const ImportedProfiles imported = importProfiles(
            QByteArray(R"([{"name":"a","port":5043},{"name":"b","port":70000},{"port":1},{"name":"c"}])"),
            QStringLiteral("file"));
        QCOMPARE(names(imported), QByteArray("a,c"));
        QCOMPARE(imported.problems.size(), std::size_t{2});
        QCOMPARE(imported.problems.front().code, ErrorCode::InvalidProfile);
        QCOMPARE(imported.problems.front().subject, QStringLiteral("b"));
    }

    void problemsHaveAnEnd()
    {
        const ImportedProfiles imported = importProfiles(
            QByteArray(R"([{"name":"a","port":5043})") + QByteArray(",1").repeated(2000) + ']', QStringLiteral("file"));
        QCOMPARE(names(imported), QByteArray("a"));
        QCOMPARE(imported.problems.size(), std::size_t{1000});
    }

    void notesOfACallComeAlong()
    {
        const ImportedProfiles imported =
            importProfiles(QStringLiteral("SocketCréeSSL(\"a\", 443, \"b\")"), QStringLiteral("clipboard"));
        QCOMPARE(imported.notes.size(), std::size_t{2});
        QCOMPARE(imported.notes.front().code, WLanguageNote::Code::PortOutsideRange);
    }
};

QTEST_GUILESS_MAIN(TestProfileExchange)
#include "tst_profile_exchange.moc"
