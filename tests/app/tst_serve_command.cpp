#include "app/serve_command.h"
#include "tests/sockets/slow_resolver.h"
#include "tests/support/file_size_limit.h"
#include "tests/tls/tls_client.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <memory>

#include <unistd.h>

using namespace sealport;
using namespace sealport::test;

namespace {

using FilePtr = std::unique_ptr<std::FILE, decltype([](std::FILE *file) { std::fclose(file); })>;

QByteArray contentOf(std::FILE *file)
{
    QByteArray all;
    std::rewind(file);
    for (int c = std::fgetc(file); c != EOF; c = std::fgetc(file))
        all.append(static_cast<char>(c));
    return all;
}

/// `sealport serve` in this process.
class Run {
public:
    Run(const QString &folder, const QStringList &arguments, const Resolver &resolver, FilePtr out)
        : m_out(std::move(out))
        , m_workspace(folder, resolver)
        , m_view(OutputFormat::Json, m_out.get(), m_err.get())
        , m_command(parseServeOptions(arguments).value(), {}, m_workspace, m_view)
        , m_done(&m_command, &ServeCommand::done)
    {
        m_command.run();
    }
    Run(const QString &folder, const QStringList &arguments, const Resolver &resolver = resolveHost)
        : Run(folder, arguments, resolver, FilePtr(std::tmpfile()))
    {
    }

    [[nodiscard]] Workspace &workspace() { return m_workspace; }
    [[nodiscard]] bool hasState(ServerState state) const
    {
        return !m_workspace.servers().empty() && m_workspace.servers().back().state == state;
    }
    /// Of its only answer; -1 before it came.
    [[nodiscard]] int exitCode() const { return m_done.size() == 1 ? m_done.front().front().toInt() : -1; }
    [[nodiscard]] QByteArray errors() const { return contentOf(m_err.get()); }
    [[nodiscard]] QList<QJsonObject> events() const
    {
        QList<QJsonObject> all;
        for (const QByteArray &line : contentOf(m_out.get()).split('\n'))
            if (!line.isEmpty())
                all.append(QJsonDocument::fromJson(line).object());
        return all;
    }
    [[nodiscard]] QStringList eventNames() const
    {
        QStringList names;
        for (const QJsonObject &event : events())
            names.append(event[QStringLiteral("event")].toString());
        return names;
    }

private:
    FilePtr m_out;
    FilePtr m_err{std::tmpfile()};
    Workspace m_workspace;
    TerminalView m_view;
    ServeCommand m_command;
    QSignalSpy m_done;
};

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(u' ');
}

} // namespace

/// How `sealport serve` begins and ends: exit codes, and exactly one last line.
class TestServeCommand final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup()
    {
        ::alarm(0); // a signal gives the program ten seconds to end
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void signalIsAnsweredByOneLastLineWheneverItComes_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QStringList>("events");
        const QString stopped = QStringLiteral("stopped");
        QTest::newRow("before its folder has been read") << QStringLiteral("opening") << QStringList{stopped};
        QTest::newRow("while it waits for a name server") << QStringLiteral("starting") << QStringList{stopped};
        QTest::newRow("when it listens") << QStringLiteral("listening")
                                         << QStringList{QStringLiteral("listening"), stopped};
    }
    void signalIsAnsweredByOneLastLineWheneverItComes()
    {
        QFETCH(const QString, moment);
        for (const int signal : {SIGTERM, SIGINT}) {
            const SlowResolver names;
            Run run(m_folder->path(), words(moment == u"starting" ? "--port 0 --address slow.test" : "--port 0"),
                    names.resolver());
            if (moment == u"starting")
                QTRY_COMPARE(names.waiting(), 1);
            else if (moment == u"listening")
                QTRY_VERIFY(run.hasState(ServerState::Listening));
            ::raise(signal);
            QTRY_COMPARE(run.exitCode(), 0);
            QCoreApplication::processEvents();
            QTEST(run.eventNames(), "events");
            QCOMPARE(run.events().back()[QStringLiteral("server")].toString(), QStringLiteral("sSocketSSL"));
            QCOMPARE(run.events().back()[QStringLiteral("accepted")].toInt(), 0);
            QVERIFY2(run.errors().isEmpty(), run.errors().constData());
        }
    }

    void signalDuringAnyTurnOfTheStartIsAnsweredByOneLastLine()
    {
        for (int turns = 0; turns < 30; ++turns) {
            Run run(m_folder->path(), words("--port 0"));
            for (int i = 0; i < turns; ++i)
                QCoreApplication::processEvents(QEventLoop::AllEvents, 1);
            ::raise(SIGTERM);
            QTRY_COMPARE(run.exitCode(), 0);
            QCOMPARE(run.eventNames().count(QStringLiteral("stopped")), 1);
            QCOMPARE(run.eventNames().back(), QStringLiteral("stopped"));
            QCOMPARE(run.events().back()[QStringLiteral("server")].toString(), QStringLiteral("sSocketSSL"));
        }
    }

    void storedServerAndOptionsAreJudgedTogether_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<int>("exitCode");
        QTest::addColumn<QString>("said");
        QTest::newRow("a low port of a server that may have any")
            << QStringLiteral("open --port 443 --address nowhere.invalid") << 1 << QStringLiteral("nowhere.invalid");
        QTest::newRow("a low port of another one")
            << QStringLiteral("usual --port 443") << 2 << QStringLiteral("443 is outside");
        QTest::newRow("a low port of a new one")
            << QStringLiteral("new --port 443 --cert localhost") << 2 << QStringLiteral("443 is outside");
        QTest::newRow("a reply that nobody can give in a terminal")
            << QStringLiteral("usual --reply by-hand") << 2 << QStringLiteral("needs the window");
        QTest::newRow("a stored reply that nobody can give in a terminal")
            << QStringLiteral("hand") << 1 << QStringLiteral("needs the window");
        QTest::newRow("the same with other options")
            << QStringLiteral("hand --port 6000") << 1 << QStringLiteral("needs the window");
        QTest::newRow("a reply with a file that is not there")
            << QStringLiteral("usual --port 0 --reply file:/nothing/at/all") << 1
            << QStringLiteral("/nothing/at/all does not exist");
        QTest::newRow("a dialogue that cannot be understood")
            << QStringLiteral("usual --port 0 --reply dialogue-text:sned") << 1
            << QStringLiteral("line 1, column 1: 'sned' is no step");
        QTest::newRow("a name that nobody stored")
            << QStringLiteral("unknown --port 6000") << 1 << QStringLiteral("'unknown'");
    }
    void storedServerAndOptionsAreJudgedTogether()
    {
        {
            Workspace workspace(m_folder->path());
            QSignalSpy opened(&workspace, &Workspace::opened);
            workspace.open();
            QTRY_COMPARE(opened.size(), 1);
            ServerProfile profile = workspace.servers().front().profile;
            profile.name = QStringLiteral("usual");
            workspace.addServer(profile);
            ServerProfile hand = profile;
            hand.name = QStringLiteral("hand");
            hand.reply = {.mode = ReplyMode::ByHand};
            workspace.addServer(hand);
            profile.name = QStringLiteral("open");
            profile.anyPort = true;
            workspace.addServer(profile);
        }
        QFETCH(const QString, line);
        QFETCH(const QString, said);
        Run run(m_folder->path(), line.split(u' '));
        QTRY_VERIFY(run.exitCode() >= 0);
        QTEST(run.exitCode(), "exitCode");
        QVERIFY2(QString::fromUtf8(run.errors()).contains(said), run.errors().constData());
        QCOMPARE(run.errors().contains("See sealport serve --help."), run.exitCode() == 2);
        QCOMPARE(run.errors().count('\n'), 1);
        QCOMPARE(run.eventNames(), run.exitCode() == 2 ? QStringList() : QStringList{QStringLiteral("failed")});
    }

    void whyAServerCannotStartIsTold_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QJsonValue>("gsk");
        QTest::newRow("an application without a certificate") << QStringLiteral("--port 0 --by app --cert ACME_EMPTY")
                                                              << QStringLiteral("no-certificate") << QJsonValue(403);
        QTest::newRow("an application that there is not")
            << QStringLiteral("--port 0 --by app --cert ACME_NONE") << QStringLiteral("application-not-registered")
            << QJsonValue(6002);
        QTest::newRow("what IBM has no number for") << QStringLiteral("--port 0 --address nowhere.invalid")
                                                    << QStringLiteral("address-not-found") << QJsonValue();
    }
    void whyAServerCannotStartIsTold()
    {
        QVERIFY(DataFolder{m_folder->path()}.applications().define({.id = QStringLiteral("ACME_EMPTY")}).has_value());
        QFETCH(const QString, line);
        Run run(m_folder->path(), line.split(u' '));
        QTRY_COMPARE(run.exitCode(), 1);
        QCOMPARE(run.eventNames(), QStringList{QStringLiteral("failed")});
        QCOMPARE(run.events().front()[QStringLiteral("server")].toString(), QStringLiteral("sSocketSSL"));
        const QJsonObject error = run.events().front()[QStringLiteral("error")].toObject();
        QTEST(error[QStringLiteral("code")].toString(), "code");
        QTEST(error[QStringLiteral("gsk")], "gsk");
        QCOMPARE(QString::fromUtf8(run.errors()),
                 QStringLiteral("sealport: ") + error[QStringLiteral("sentence")].toString() + u'\n');
    }

    void serverOfAnApplicationPresentsItsCertificateAndIsToldWhenItHasNone()
    {
        const DataFolder folder{m_folder->path()};
        const CertificateStore::Listing listing = openDataFolder(folder).listing;
        const auto leaf = findCertificate(listing.certificates, IdentifyBy::Name, QStringLiteral("localhost"));
        QVERIFY(leaf.has_value());
        const ApplicationStore applications = folder.applications();
        const QString id = QStringLiteral("ACME_WEB");
        QVERIFY(applications.define({.id = id}).has_value());
        const auto give = [&](const std::vector<AssignedCertificate> &certificates) {
            return applications.change(
                id, [&](ApplicationDefinition &application) { return assign(application, certificates); });
        };
        QVERIFY(give({AssignedCertificate::of(leaf->certificate)}).has_value());
        Run run(m_folder->path(), words("--port 0 --protocols modern --by app --cert ACME_WEB"));
        QTRY_VERIFY(run.hasState(ServerState::Listening));
        QTRY_COMPARE(run.eventNames(), QStringList{QStringLiteral("listening")});
        QCOMPARE(run.events().front()[QStringLiteral("certificate")][QStringLiteral("sha1")].toString(),
                 QString::fromLatin1(leaf->certificate.sha1().toHex()));
        QVERIFY(TlsClient(run.workspace().servers().back().endpoint.port).handshake());
        QVERIFY(give({}).has_value());
        QTRY_COMPARE(run.eventNames().count(QStringLiteral("unchanged")), 1);
        const qsizetype unchanged = run.eventNames().indexOf(QStringLiteral("unchanged"));
        QCOMPARE(run.events().at(unchanged)[QStringLiteral("error")][QStringLiteral("gsk")].toInt(), 403);
        QVERIFY2(TlsClient(run.workspace().servers().back().endpoint.port).handshake(), "with what it had");
        ::raise(SIGTERM);
        QTRY_COMPARE(run.exitCode(), 0);
    }

    void certificateOfTheFirstStoredServerIsTakenWhenNoneIsNamed()
    {
        Run run(m_folder->path(), words("--port 0 --protocols modern"));
        QTRY_VERIFY(run.hasState(ServerState::Listening));
        QVERIFY(TlsClient(run.workspace().servers().back().endpoint.port).handshake());
        ::raise(SIGTERM);
        QTRY_COMPARE(run.exitCode(), 0);
    }

    void plainServerThatNobodyStoredNeedsNoCertificate()
    {
        Run run(m_folder->path(), words("brandnew --plain --port 0"));
        QTRY_VERIFY(run.hasState(ServerState::Listening));
        {
            const RawClient client(run.workspace().servers().back().endpoint.port);
            QVERIFY(client.write("x") && client.read(1) == "x");
        }
        QTRY_COMPARE(run.events().size(), qsizetype{2});
        const QJsonObject connection = run.events().at(1);
        QCOMPARE(connection[QStringLiteral("state")].toString(), QStringLiteral("closed"));
        QCOMPARE(connection[QStringLiteral("opening")].toString(), QStringLiteral("plain"));
        QVERIFY(connection[QStringLiteral("protocol")].isNull());
        QCOMPARE(connection[QStringLiteral("verdict")][QStringLiteral("code")].toString(), QStringLiteral("ok"));
        ::raise(SIGTERM);
        QTRY_COMPARE(run.exitCode(), 0);
        QCOMPARE(run.events().last()[QStringLiteral("accepted")], 1);
        QCOMPARE(run.events().last()[QStringLiteral("secured")], 0);
        QCOMPARE(run.events().last()[QStringLiteral("failed")], 0);
    }

    void whatItsFilesLackIsSaidEvenWhileItStops()
    {
        const QTemporaryDir files;
        const QString capture = files.filePath(QStringLiteral("a.pcapng"));
        Run run(m_folder->path(), words("brandnew --plain --port 0 --capture") << capture);
        QTRY_VERIFY(run.hasState(ServerState::Listening));
        {
            const FileSizeLimit limit(65'536); // what is told on the way is shorter
            const RawClient client(run.workspace().servers().back().endpoint.port);
            const QByteArray much(50'000, 'x');
            QVERIFY(client.write(much) && client.read(much.size()) == much);
            ::raise(SIGTERM);
            QTRY_COMPARE(run.exitCode(), 0);
        }
        const QString errors = QString::fromUtf8(run.errors());
        QCOMPARE(errors.count(u'\n'), 1);
        QVERIFY2(errors.startsWith(QStringLiteral("sealport: ")) && errors.contains(capture)
                     && errors.contains(qt_error_string(EFBIG)),
                 qPrintable(errors));
        const QJsonValue told = run.events().last()[QStringLiteral("capture")];
        QVERIFY(told[QStringLiteral("dropped")].toInt() > 0);
        QCOMPARE(told[QStringLiteral("error")][QStringLiteral("code")].toString(), QStringLiteral("file-not-writable"));
        QVERIFY(told[QStringLiteral("error")][QStringLiteral("sentence")].toString().contains(qt_error_string(EFBIG)));
    }

    void lostOutputIsAFailure_data()
    {
        QTest::addColumn<QString>("out");
        QTest::newRow("a full disk") << QStringLiteral("/dev/full");
        QTest::newRow("a reader that is gone") << QStringLiteral("pipe");
    }
    void lostOutputIsAFailure()
    {
        QFETCH(const QString, out);
        std::signal(SIGPIPE, SIG_IGN);
        FilePtr file;
        if (out == u"pipe") {
            std::array<int, 2> ends{};
            QCOMPARE(::pipe(ends.data()), 0);
            ::close(ends[0]);
            file.reset(::fdopen(ends[1], "w"));
        } else {
            file.reset(std::fopen(qPrintable(out), "w"));
        }
        Run run(m_folder->path(), words("--port 0"), resolveHost, std::move(file));
        QTRY_COMPARE(run.exitCode(), 1);
        QVERIFY2(run.errors().contains("could not be written"), run.errors().constData());
        QVERIFY(run.hasState(ServerState::Stopped));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestServeCommand)
#include "tst_serve_command.moc"
