#include "model/base/file_safety.h"
#include "model/sockets/applications.h"
#include "model/sockets/profile_store.h"
#include "tests/sockets/watched_workspace.h"
#include "tests/tls/test_identity.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <semaphore>

using namespace sealport;
using namespace sealport::test;

namespace {

using Outcome = std::optional<Result<ApplicationDefinition>>;

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

Applications::Done keepIn(Outcome &outcome)
{
    return [&outcome](const Result<ApplicationDefinition> &result) { outcome = result; };
}

ApplicationStore::Change assignment(const std::vector<Certificate> &certificates)
{
    return [certificates](ApplicationDefinition &application) {
        std::vector<AssignedCertificate> assigned;
        for (const Certificate &certificate : certificates)
            assigned.push_back(AssignedCertificate::of(certificate));
        return assign(application, assigned);
    };
}

} // namespace

/// Applications of a workspace, and the servers that name them.
class TestApplications final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] DataFolder folder() const { return {m_folder->path()}; }
    [[nodiscard]] ApplicationStore store() const { return folder().applications(); }
    [[nodiscard]] Certificate add(const char *name, const char *kind = "ec:P-256") const
    {
        const Identity identity = makeIdentity(text(kind), nullptr, text(name));
        return CertificateStore(folder().certificates()).add(identity.certificate, identity.key).value().certificate;
    }
    void define(const char *id, const std::vector<Certificate> &certificates) const
    {
        QVERIFY(store().define({.id = text(id)}).has_value());
        QVERIFY(store().change(text(id), assignment(certificates)).has_value());
    }
    [[nodiscard]] static ServerProfile profile(const char *id)
    {
        ServerProfile profile;
        profile.name = text("by application");
        profile.port = 0;
        profile.protocols = modernProtocols;
        profile.certificate.by = IdentifyBy::Application;
        profile.certificate.id = text(id);
        return profile;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QTest::failOnWarning(QRegularExpression(QStringLiteral(".*")));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void everyFaultIsSaidAtStart_data()
    {
        QTest::addColumn<QString>("what");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<int>("gsk");
        QTest::addColumn<QString>("subject");
        const QString id = text("ACME_WEB");
        QTest::newRow("no such application") << text("unknown") << ErrorCode::ApplicationNotRegistered << 6002 << id;
        QTest::newRow("no certificate assigned") << text("empty") << ErrorCode::NoCertificate << 403 << id;
        QTest::newRow("one for clients") << text("client") << ErrorCode::ApplicationNotForServers << 0 << id;
        QTest::newRow("its certificate is gone")
            << text("gone") << ErrorCode::CertificateNotFound << 407 << text("gone.test");
        QTest::newRow("one of two is gone")
            << text("one gone") << ErrorCode::CertificateNotFound << 407 << text("gone.test");
        QTest::newRow("its key is gone") << text("keyless") << ErrorCode::NoPrivateKey << 428 << text("keyless.test");
        QTest::newRow("a damaged file of applications")
            << text("damaged") << ErrorCode::ApplicationNotRegistered << 6002 << id;
        QTest::newRow("no application named")
            << text("blank") << ErrorCode::NoCertificate << 403 << text("by application");
    }
    void everyFaultIsSaidAtStart()
    {
        QFETCH(const QString, what);
        OPEN(watched);
        const Certificate gone = makeIdentity(text("ec:P-256"), nullptr, text("gone.test")).certificate;
        if (what == u"empty")
            define("ACME_WEB", {});
        else if (what == u"gone")
            define("ACME_WEB", {gone});
        else if (what == u"one gone")
            define("ACME_WEB", {add("here.test"), gone});
        else if (what == u"client")
            QVERIFY(store().define({.id = text("ACME_WEB"), .type = ApplicationType::Client}).has_value());
        else if (what == u"keyless") {
            const Certificate keyless = add("keyless.test");
            QVERIFY(QFile::remove(folder().certificates() + text("/keyless.test.key")));
            define("ACME_WEB", {keyless});
        } else if (what == u"damaged") {
            QVERIFY(writeFileAtomically(store().file(), QByteArray("{"), FileAccess::OwnerOnly).has_value());
            QTRY_VERIFY(!QFile::exists(store().file())); // the workspace has looked at it
        }
        const ServerId id = watched.workspace->addTemporaryServer(profile(what == u"blank" ? " " : "ACME_WEB"));
        watched.workspace->start(id);
        QTRY_VERIFY(watched.entry(id).error);
        QCOMPARE(watched.state(id), ServerState::Stopped);
        QTEST(watched.entry(id).error->code, "code");
        QTEST(gskCode(watched.entry(id).error->code), "gsk");
        QTEST(watched.entry(id).error->subject, "subject");
    }

    void theFirstCertificateOfAnApplicationIsPresented()
    {
        const Certificate web = add("web.test", "rsa:2048");
        define("ACME_WEB", {web, add("other.test")});
        OPEN(watched);
        QCOMPARE(watched.workspace->applications().list().size(), std::size_t{1});
        const ServerId id = watched.workspace->addTemporaryServer(profile("ACME_WEB"));
        LISTEN(watched, id);
        QVERIFY(watched.entry(id).certificate == web);
        QCOMPARE(watched.entry(id).application->id, text("ACME_WEB"));
        QVERIFY(TlsClient(watched.entry(id).endpoint.port).handshake());
    }

    void serversAreToldWhenTheirApplicationGetsOtherCertificates_data()
    {
        QTest::addColumn<bool>("isInWindow");
        QTest::newRow("in the window") << true;
        QTest::newRow("by another process") << false;
    }
    void serversAreToldWhenTheirApplicationGetsOtherCertificates()
    {
        QFETCH(const bool, isInWindow);
        const Certificate old = add("old.test");
        const Certificate fresh = add("new.test");
        define("ACME_WEB", {old});
        define("ACME_MAIL", {old});
        OPEN(watched);
        Applications &applications = watched.workspace->applications();
        const ServerId web = watched.workspace->addTemporaryServer(profile("ACME_WEB"));
        const ServerId mail = watched.workspace->addTemporaryServer(profile("ACME_MAIL"));
        LISTEN(watched, web);
        LISTEN(watched, mail);
        QVERIFY(!needsRestart(watched.entry(web)));
        QSignalSpy changed(watched.workspace.get(), &Workspace::serverChanged);
        const auto change = [&](const ApplicationStore::Change &what) {
            Outcome done;
            if (isInWindow)
                applications.change(text("ACME_WEB"), what, this, keepIn(done));
            else
                done = store().change(text("ACME_WEB"), what);
            QTRY_VERIFY(done);
            QVERIFY(done->has_value());
        };
        change([](ApplicationDefinition &application) -> Result<void> {
            application.description = text("The shop");
            return {};
        });
        QTRY_COMPARE(applications.find(text("ACME_WEB"))->description, text("The shop"));
        QVERIFY2(!needsRestart(watched.entry(web)), "a description changes nothing for clients");
        QCOMPARE(watched.entry(web).generation, std::uint64_t{1});
        change(assignment({fresh}));
        QTRY_VERIFY(watched.entry(web).certificate == fresh);
        QCOMPARE(watched.state(web), ServerState::Listening);
        QVERIFY(!needsRestart(watched.entry(web)) && !needsRestart(watched.entry(mail)));
        QVERIFY(!changed.isEmpty());
        QVERIFY(watched.entry(mail).certificate == old);
        change(assignment({old}));
        QTRY_VERIFY(watched.entry(web).certificate == old);
        QCOMPARE(watched.entry(web).generation, std::uint64_t{3});

        Outcome removed;
        applications.remove(text("ACME_WEB"), this, keepIn(removed));
        QTRY_VERIFY(removed);
        QVERIFY2(needsRestart(watched.entry(web)), "a restart would fail now, and that is to be known");
        QTRY_VERIFY_WITH_TIMEOUT(watched.entry(web).changeError, 15'000);
        QCOMPARE(watched.entry(web).changeError->code, ErrorCode::ApplicationNotRegistered);
        QCOMPARE(watched.state(web), ServerState::Listening);
    }

    void whatTheListsOfAuthoritiesSayCountsToo()
    {
        define("ACME_WEB", {add("web.test")});
        OPEN(watched);
        const ServerId id = watched.workspace->addTemporaryServer(profile("ACME_WEB"));
        LISTEN(watched, id);
        Outcome done;
        watched.workspace->applications().change(
            text("ACME_WEB"),
            [](ApplicationDefinition &application) { return setTrusted(application, std::vector<Certificate>()); },
            this, keepIn(done));
        QTRY_VERIFY(done);
        const auto trust = [&] { return watched.entry(id).application->trusted; };
        QTRY_COMPARE(trust(), std::optional(std::vector<Certificate>()));
        QVERIFY(!needsRestart(watched.entry(id)));
    }

    void everyChangeIsToldAndAnswered()
    {
        OPEN(watched);
        Applications &applications = watched.workspace->applications();
        QSignalSpy changed(&applications, &Applications::changed);
        Outcome done;
        applications.define({.id = text("ACME_WEB")}, this, keepIn(done));
        QTRY_VERIFY(done);
        QVERIFY(done->has_value());
        QCOMPARE(changed.size(), 1);
        QVERIFY(applications.find(text("ACME_WEB")));
        done.reset();
        applications.define({.id = text("acme")}, this, keepIn(done));
        QTRY_VERIFY(done);
        QCOMPARE(done->error().code, ErrorCode::InvalidApplicationId);
        QCOMPARE(changed.size(), 1);

        const Certificate old = makeIdentity().certificate;
        const Certificate fresh = makeIdentity().certificate;
        applications.change(text("ACME_WEB"), assignment({old}), this, [](const auto &) {});
        std::optional<Result<QStringList>> followed;
        applications.reassign(old, fresh, this, [&](const Result<QStringList> &ids) { followed = ids; });
        QTRY_VERIFY(followed);
        QCOMPARE(followed->value(), QStringList{text("ACME_WEB")});
        QVERIFY(isAssigned(*applications.find(text("ACME_WEB")), fresh));

        Outcome removed;
        applications.remove(text("ACME_WEB"), this, keepIn(removed));
        QTRY_VERIFY(removed);
        QVERIFY(applications.list().empty());
        done.reset();
        applications.add(**removed, this, keepIn(done));
        QTRY_VERIFY(done);
        QVERIFY(*applications.find(text("ACME_WEB")) == **removed);
    }

    void whoeverIsGoneIsNotAnsweredButHeard()
    {
        OPEN(watched);
        bool isAnswered = false;
        {
            const QObject context;
            watched.workspace->applications().define({.id = text("ACME_WEB")}, const_cast<QObject *>(&context),
                                                     [&](const auto &) { isAnswered = true; });
        }
        QTRY_VERIFY(watched.workspace->applications().find(text("ACME_WEB")));
        QVERIFY(!isAnswered);
    }

    void whatIsChangedAtTheLastMomentIsKept()
    {
        std::binary_semaphore mayEnd(0);
        JobRunner jobs;
        jobs.run(
            [&mayEnd] {
                mayEnd.acquire();
                return 0;
            },
            this, [](int) {}); // the others wait behind it
        const auto shared = std::make_shared<int>(0);
        {
            Applications applications(store(), jobs);
            applications.define({.id = text("ACME_WEB")}, this, [](const auto &) {});
            applications.change(
                text("ACME_WEB"),
                [shared](ApplicationDefinition &application) -> Result<void> {
                    application.description = QString::number(++*shared);
                    return {};
                },
                this, [](const auto &) {});
        }
        const auto kept = store().find(text("ACME_WEB"));
        mayEnd.release();
        QVERIFY(kept.has_value());
        QCOMPARE(kept->description, text("1"));
        bool isOver = false;
        jobs.run([] { return 0; }, this, [&isOver](int) { isOver = true; });
        QTRY_VERIFY(isOver);
        QVERIFY2(*shared == 1, "each change is made once");
    }

    void whatCannotBeReadIsAProblemThatIsSaid()
    {
        QVERIFY(writeFileAtomically(store().file(), QByteArray("{"), FileAccess::OwnerOnly).has_value());
        OPEN(watched);
        QCOMPARE(watched.workspace->problems().size(), std::size_t{1});
        QCOMPARE(watched.workspace->problems().front().code, ErrorCode::DamagedStore);
        QCOMPARE(watched.workspace->problems().front().subject, store().file());
        QVERIFY2(watched.workspace->serverNamed(text("sSocketSSL")), "the servers have a file of their own");

        QSignalSpy said(watched.workspace.get(), &Workspace::storingFailed);
        QVERIFY(writeFileAtomically(store().file(), QByteArray("[]"), FileAccess::OwnerOnly).has_value());
        QTRY_COMPARE(said.size(), 1);
        QCOMPARE(said.front().front().value<Error>().code, ErrorCode::DamagedStore);
    }
};

QTEST_GUILESS_MAIN(TestApplications)
#include "tst_applications.moc"
