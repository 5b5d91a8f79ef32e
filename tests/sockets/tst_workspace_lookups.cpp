#include "tests/sockets/slow_resolver.h"
#include "tests/sockets/watched_workspace.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

/// Servers whose host name a slow name server holds up: nothing else waits for it.
class TestWorkspaceLookups final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_names = std::make_unique<SlowResolver>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void otherServersStartMeanwhile()
    {
        OPEN_WITH(watched, m_names->resolver());
        const ServerId slow = startSlowly(watched);
        const ServerId other = watched.workspace->addTemporaryServer(watched.profile(QStringLiteral("other")));
        LISTEN(watched, other);
        QVERIFY(TlsClient(watched.entry(other).endpoint.port).handshake());
        QCOMPARE(watched.state(slow), ServerState::Starting);
        m_names->release();
        QTRY_COMPARE(watched.state(slow), ServerState::Listening);
    }

    void changedServersAreSavedMeanwhile()
    {
        OPEN_WITH(watched, m_names->resolver());
        startSlowly(watched);
        watched.workspace->addServer(watched.profile(QStringLiteral("kept")));
        bool isSaved = false;
        watched.workspace->jobs().run([] { return true; }, this, [&isSaved](bool) { isSaved = true; }); // behind it
        QTRY_VERIFY(isSaved);
        OPEN(again);
        QVERIFY(again.workspace->serverNamed(QStringLiteral("kept")));
    }

    void stopIsAnsweredAtOnce()
    {
        OPEN_WITH(watched, m_names->resolver());
        const ServerId slow = startSlowly(watched);
        watched.workspace->stop(slow);
        QCOMPARE(watched.state(slow), ServerState::Stopped);
        QVERIFY(!watched.entry(slow).error);
        QCOMPARE(watched.allStopped.size(), 1);
    }

    void lateAnswerIsNotTakenForThatOfALaterStart()
    {
        OPEN_WITH(watched, m_names->resolver());
        const ServerId id = startSlowly(watched);
        watched.workspace->stop(id);
        ServerProfile profile = watched.entry(id).profile;
        profile.certificate.id = QStringLiteral("nobody");
        profile.certificate.by = IdentifyBy::Name;
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        watched.workspace->start(id);
        m_names->release();
        QTRY_COMPARE(watched.state(id), ServerState::Stopped);
        QVERIFY(watched.entry(id).error);
        QCOMPARE(watched.entry(id).error->code, ErrorCode::CertificateNotFound);
        QTRY_COMPARE(m_names->waiting(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(watched.state(id), ServerState::Stopped);
    }

    void restartGoesOnWithTheNewAddress()
    {
        OPEN_WITH(watched, m_names->resolver());
        const ServerId id = startSlowly(watched);
        ServerProfile profile = watched.entry(id).profile;
        profile.address = QStringLiteral("fast.test");
        QVERIFY(watched.workspace->updateServer(id, profile).has_value());
        watched.workspace->restart(id);
        QTRY_COMPARE(watched.state(id), ServerState::Listening);
        QCOMPARE(watched.allStopped.size(), 0);
    }

    void serverMayBeRemovedMeanwhile()
    {
        OPEN_WITH(watched, m_names->resolver());
        const ServerId slow = startSlowly(watched);
        watched.workspace->restart(slow);
        watched.workspace->removeServer(slow);
        m_names->release();
        QTRY_COMPARE(m_names->waiting(), 0);
        QCoreApplication::processEvents();
        QVERIFY(!watched.workspace->server(slow));
    }

    void newestCheckIsAnsweredMeanwhile()
    {
        OPEN_WITH(watched, m_names->resolver());
        QStringList answered;
        const auto check = [&](const char *address) {
            ServerProfile profile = watched.profile(QStringLiteral("a"));
            profile.address = QLatin1String(address);
            watched.workspace->check(profile, {}, this, [&answered](const Preflight &result) {
                answered.append(result.address.toString());
            });
        };
        check("slow.test");
        QTRY_COMPARE(m_names->waiting(), 1);
        check("127.0.0.1");
        QTRY_COMPARE(answered, QStringList{QStringLiteral("127.0.0.1")});
        m_names->release();
        QTRY_COMPARE(m_names->waiting(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(answered.size(), 1);
    }

    void endDoesNotWait()
    {
        QElapsedTimer time;
        {
            OPEN_WITH(watched, m_names->resolver());
            startSlowly(watched);
            ServerProfile profile = watched.profile(QStringLiteral("b"));
            profile.address = QStringLiteral("slow.test");
            watched.workspace->check(profile, {}, this, [](const Preflight &) {});
            QTRY_COMPARE(m_names->waiting(), 2);
            time.start();
        }
        QVERIFY2(time.elapsed() < 2000, qPrintable(QString::number(time.elapsed())));
        QCOMPARE(m_names->waiting(), 2);
    }

private:
    ServerId startSlowly(Watched &watched)
    {
        ServerProfile profile = watched.profile(QStringLiteral("slow"));
        profile.address = QStringLiteral("slow.test");
        const ServerId id = watched.workspace->addTemporaryServer(profile);
        watched.workspace->start(id);
        [&] { QTRY_COMPARE(m_names->waiting(), 1); }();
        return id;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<SlowResolver> m_names;
};

QTEST_GUILESS_MAIN(TestWorkspaceLookups)
#include "tst_workspace_lookups.moc"
