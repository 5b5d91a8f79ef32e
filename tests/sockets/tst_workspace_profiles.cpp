#include "model/base/file_safety.h"
#include "model/sockets/profile_store.h"
#include "tests/sockets/watched_workspace.h"
#include "tests/sockets/without_rights.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// What a workspace keeps from one start to the next, its checks, and how it ends.
class TestWorkspaceProfiles final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void firstStartIsReadyToListen()
    {
        OPEN(watched);
        QVERIFY(watched.workspace->isOpen());
        QVERIFY(watched.workspace->problems().empty());
        QCOMPARE(watched.workspace->certificates().size(), std::size_t{2});
        QCOMPARE(watched.workspace->servers().size(), std::size_t{1});
        const ServerEntry *entry = watched.workspace->serverNamed(QStringLiteral("sSocketSSL"));
        QVERIFY(entry);
        QCOMPARE(entry->state, ServerState::Stopped);
        QVERIFY(entry->isStored);
        QVERIFY(!watched.workspace->serverNamed(QStringLiteral("ssocketssl")));
        QSignalSpy answered(watched.workspace.get(), &Workspace::serverChanged);
        bool isReady = false;
        watched.workspace->check(entry->profile, {}, this,
                                 [&](const Preflight &result) { isReady = !result.hasErrors(); });
        QTRY_VERIFY(isReady);
        QVERIFY2(answered.isEmpty(), "a check changes no server");
    }

    void changedProfileCountsFromTheNextStart()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("a"));
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        LISTEN(watched, id);
        profile.protocols = {Protocol::Tls1_2};
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QCOMPARE(watched.state(id), ServerState::Listening);
        QVERIFY2(TlsClient(watched.entry(id).endpoint.port, {.oldest = TLS1_3_VERSION}).handshake(),
                 "it goes on as it was started");
        QSignalSpy changed(watched.workspace.get(), &Workspace::serverChanged);
        watched.workspace->restart(id);
        QTRY_COMPARE(changed.size(), 4); // stopping, stopped, starting, listening
        QVERIFY(!TlsClient(watched.entry(id).endpoint.port, {.oldest = TLS1_3_VERSION}).handshake());
        QVERIFY(TlsClient(watched.entry(id).endpoint.port).handshake());
    }

    void namesStayUnique()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("sSocketSSL"));
        const ServerId id = watched.workspace->addServer(profile);
        QCOMPARE(watched.entry(id).profile.name, QStringLiteral("sSocketSSL 2"));
        QCOMPARE(watched.workspace->updateServer(id, profile).error().code, ErrorCode::AlreadyExists);
        profile.name = QStringLiteral(" ");
        QCOMPARE(watched.workspace->updateServer(id, profile).error().code, ErrorCode::InvalidName);
        profile.name = QStringLiteral("other");
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        QCOMPARE(watched.workspace->updateServer(ServerId(99), profile).error().code, ErrorCode::ProfileNotFound);
    }

    void serversAreThereAtTheNextStartButForTemporaryOnes()
    {
        {
            OPEN(watched);
            watched.workspace->addServer(watched.profile(QStringLiteral("kept")));
            watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("passing")));
        } // no event loop between the change and the end
        OPEN(again);
        QVERIFY(again.workspace->serverNamed(QStringLiteral("kept")));
        QVERIFY(!again.workspace->serverNamed(QStringLiteral("passing")));
        again.workspace->removeServer(again.workspace->serverNamed(QStringLiteral("kept"))->id);
        again.workspace.reset();
        OPEN(third);
        QCOMPARE(third.workspace->servers().size(), std::size_t{1});
    }

    void theirOrderIsThereAtTheNextStart()
    {
        const auto names = [](const Watched &watched) {
            QString all;
            for (const ServerEntry &entry : watched.workspace->servers())
                all += entry.profile.name.right(1);
            return all;
        };
        {
            OPEN(watched);
            Workspace &workspace = *watched.workspace;
            workspace.removeServer(workspace.servers().front().id);
            std::vector<ServerProfile> profiles(4);
            for (std::size_t i = 0; i < profiles.size(); ++i)
                profiles[i].name = QString(QChar(u'a' + char16_t(i)));
            const std::vector<ServerId> ids = workspace.addServers(profiles);
            QCOMPARE(names(watched), QStringLiteral("abcd"));
            QSignalSpy reordered(&workspace, &Workspace::serversReordered);
            workspace.moveServer(ids[0], 0);
            workspace.moveServer(ids[0], 1); // in front of itself, behind itself
            workspace.moveServer(ServerId(99), 0);
            QCOMPARE(reordered.size(), 0);
            workspace.moveServer(ids[3], 0);
            QCOMPARE(names(watched), QStringLiteral("dabc"));
            workspace.moveServer(ids[0], 3);
            QCOMPARE(names(watched), QStringLiteral("dbac"));
            workspace.moveServer(ids[1], 77);
            QCOMPARE(names(watched), QStringLiteral("dacb"));
            QCOMPARE(reordered.size(), 3);
        }
        OPEN(again);
        QCOMPARE(names(again), QStringLiteral("dacb"));
    }

    void severalAddedAtOnceGetNamesOfTheirOwn()
    {
        OPEN(watched);
        const ServerProfile profile = watched.profile(QStringLiteral("sSocketSSL"));
        const std::vector<ServerId> ids = watched.workspace->addServers({profile, profile});
        QCOMPARE(ids.size(), std::size_t{2});
        QCOMPARE(watched.entry(ids[0]).profile.name, QStringLiteral("sSocketSSL 2"));
        QCOMPARE(watched.entry(ids[1]).profile.name, QStringLiteral("sSocketSSL 3"));
    }

    void onlyThoseThatShallStartByThemselves()
    {
        OPEN(watched);
        ServerProfile profile = watched.profile(QStringLiteral("by itself"));
        profile.autoStart = true;
        const ServerId wanted = watched.workspace->addServer(profile);
        const ServerId other = watched.workspace->addServer(watched.profile(QStringLiteral("not")));
        QCOMPARE(watched.state(wanted), ServerState::Stopped);
        watched.workspace->startAutomatically();
        QTRY_COMPARE(watched.state(wanted), ServerState::Listening);
        QCOMPARE(watched.state(other), ServerState::Stopped);

        profile.autoStart = false;
        QVERIFY(watched.workspace->updateServer(wanted, profile).has_value());
        QVERIFY2(!needsRestart(watched.entry(wanted)), "nothing that clients could see has changed");
        profile.protocols = {Protocol::Tls1_2};
        QVERIFY(watched.workspace->updateServer(wanted, profile).has_value());
        QVERIFY(needsRestart(watched.entry(wanted)));
    }

    void onlyTheNewestCheckIsAnswered()
    {
        OPEN(watched);
        QStringList answered;
        for (const char *name : {"a", "b", "c"})
            watched.workspace->check(watched.profile(QLatin1String(name)), {}, this,
                                     [&answered, name](const Preflight &) { answered.append(QLatin1String(name)); });
        const auto other = std::make_unique<QObject>();
        bool hasOther = false;
        watched.workspace->check(watched.profile(QStringLiteral("d")), {}, other.get(),
                                 [&](const Preflight &) { hasOther = true; });
        auto gone = std::make_unique<QObject>();
        watched.workspace->check(watched.profile(QStringLiteral("e")), {}, gone.get(),
                                 [&](const Preflight &) { answered.append(QStringLiteral("gone")); });
        gone.reset();
        QTRY_VERIFY(hasOther);
        QTRY_COMPARE(answered, QStringList{QStringLiteral("c")});
    }

    void damagedProfilesAreAProblemThatIsSaid()
    {
        QVERIFY(writeFileAtomically(m_folder->filePath(QStringLiteral("servers.json")), QByteArray("{"),
                                    FileAccess::OwnerOnly)
                    .has_value());
        OPEN(watched);
        QCOMPARE(watched.workspace->problems().size(), std::size_t{1});
        QCOMPARE(watched.workspace->problems().front().code, ErrorCode::DamagedStore);
        QSignalSpy reloaded(watched.workspace.get(), &Workspace::certificatesChanged);
        watched.workspace->reloadCertificates();
        QTRY_COMPARE(reloaded.size(), 1);
        QVERIFY2(!watched.workspace->problems().empty(),
                 "looking at the certificates again does not repair the servers");
    }

    void profilesThatCannotBeKeptAsideAreNotWrittenOver()
    {
        const QString file = m_folder->filePath(QStringLiteral("servers.json"));
        QVERIFY(QDir(m_folder->path()).mkdir(QStringLiteral("certificates")));
        QVERIFY(writeFileAtomically(file, QByteArray("{"), FileAccess::Readable).has_value());
        {
            const WithoutRights other(m_folder->path());
            OPEN(watched);
            QCOMPARE(watched.workspace->problems().size(), std::size_t{1});
            QSignalSpy refused(watched.workspace.get(), &Workspace::storingFailed);
            ServerProfile profile;
            profile.name = QStringLiteral("new");
            watched.workspace->addServer(profile);
            QCOMPARE(refused.size(), 1);
            QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::DamagedStore);
            QCOMPARE(refused.front().front().value<Error>().subject, file);
        }
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), QByteArray("{"));
    }

    void profilesOfANewerProgramAreNotWrittenOver()
    {
        const QString file = m_folder->filePath(QStringLiteral("servers.json"));
        const QByteArray content = R"({"version":2,"servers":[]})";
        QVERIFY(writeFileAtomically(file, content, FileAccess::OwnerOnly).has_value());
        {
            OPEN(watched);
            QSignalSpy refused(watched.workspace.get(), &Workspace::storingFailed);
            ServerProfile profile;
            profile.name = QStringLiteral("new");
            watched.workspace->addServer(profile);
            QCOMPARE(refused.size(), 1);
            QCOMPARE(refused.front().front().value<Error>().code, ErrorCode::NewerStore);
        }
        QFile kept(file);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), content);
    }

    void serverOfAnImpatientUserCostsNoStoredOne()
    {
        {
            OPEN(watched);
            watched.workspace->addServer(watched.profile(QStringLiteral("stored")));
        }
        {
            Workspace workspace(m_folder->path());
            QSignalSpy opened(&workspace, &Workspace::opened);
            workspace.open();
            ServerProfile profile;
            profile.name = QStringLiteral("new");
            workspace.addServer(profile); // before the file has been read
            QTRY_COMPARE(opened.size(), 1);
        }
        OPEN(again);
        for (const char *name : {"sSocketSSL", "stored", "new"})
            QVERIFY2(again.workspace->serverNamed(QLatin1String(name)), name);
    }

    void whatAnotherProgramChangesMeanwhileStays()
    {
        const QString file = m_folder->filePath(QStringLiteral("servers.json"));
        {
            OPEN(watched);
            watched.workspace->addServer(watched.profile(QStringLiteral("mine")));
            QTRY_COMPARE(readProfiles(file).profiles.size(), std::size_t{2});
            const ServerProfile added = watched.profile(QStringLiteral("theirs"));
            const auto change = [&added](std::vector<ServerProfile> &profiles) -> Result<void> {
                std::erase_if(profiles, [](const auto &profile) { return profile.name == u"mine"; });
                profiles.push_back(added);
                return {};
            };
            QVERIFY(changeProfiles(file, change));
            watched.workspace->addServer(watched.profile(QStringLiteral("last")));
        }
        OPEN(again);
        QStringList names;
        for (const ServerEntry &entry : again.workspace->servers())
            names.append(entry.profile.name);
        QCOMPARE(names, (QStringList{QStringLiteral("sSocketSSL"), QStringLiteral("last"), QStringLiteral("theirs")}));
    }

    void endWithLiveConnectionsIsQuickAndClean()
    {
        std::vector<std::unique_ptr<TlsClient>> clients;
        QElapsedTimer time;
        {
            OPEN(watched);
            const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
            LISTEN(watched, id);
            for (int i = 0; i < 20; ++i) {
                clients.push_back(std::make_unique<TlsClient>(watched.entry(id).endpoint.port));
                QVERIFY(clients.back()->handshake() && exchange(*clients.back()));
            }
            time.start();
        }
        QVERIFY2(time.elapsed() < 5000, "peers that do not answer close_notify are not waited for");
        for (const auto &client : clients)
            QVERIFY(client->readToEnd().isEmpty() && client->hasCloseNotify());
    }

    void endRightAfterTheBeginningIsClean()
    {
        Workspace workspace(m_folder->path());
        workspace.open();
    }

    void endWhileStartingIsClean()
    {
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("a")));
        watched.workspace->start(id);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestWorkspaceProfiles)
#include "tst_workspace_profiles.moc"
