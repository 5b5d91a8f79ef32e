#include "app/apps_command.h"
#include "model/base/file_safety.h"
#include "model/sockets/profile_store.h"
#include "tests/app/certs_run.h"
#include "tests/certificates/fixture_files.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

/// `sealport apps`, and what `sealport certs` says about applications.
class TestAppsCommand final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] DataFolder folder() const { return {m_folder->filePath(text("home"))}; }
    [[nodiscard]] CertsRun asText(const QStringList &words) const
    {
        CertsRun outcome;
        QBuffer buffer(&outcome.octets);
        buffer.open(QIODevice::WriteOnly);
        QTextStream out(&buffer);
        QTextStream err(&outcome.err);
        outcome.exitCode = runAppsCommand(words, folder(), out, err);
        out.flush();
        outcome.out = QString::fromUtf8(outcome.octets);
        return outcome;
    }
    [[nodiscard]] CertsRun run(const QStringList &words) const
    {
        return asText(words + QStringList{text("--format"), text("json")});
    }
    [[nodiscard]] CertsRun run(const QString &line) const { return run(line.split(u' ', Qt::SkipEmptyParts)); }
    [[nodiscard]] CertsRun ran(const QString &line) const
    {
        const CertsRun outcome = run(line);
        if (outcome.exitCode != 0)
            QTest::qFail(qPrintable(outcome.err), __FILE__, __LINE__);
        return outcome;
    }
    [[nodiscard]] CertsRun ran(const char *line) const { return ran(text(line)); }
    /// Makes a certificate of the store; its thumbprint.
    [[nodiscard]] QString made(const QString &line) const
    {
        return runCerts(text("create ") + line + text(" --format json"), folder()).text("sha1");
    }
    [[nodiscard]] static QStringList namesIn(const CertsRun &outcome)
    {
        QStringList names;
        const QJsonArray certificates = outcome.object()[text("certificates")].toArray();
        for (const auto &certificate : certificates)
            names.append(certificate[text("name")].toString());
        return names;
    }
    void store(const QString &server, const QString &application) const
    {
        ServerProfile profile;
        profile.name = server;
        profile.certificate.by = IdentifyBy::Application;
        profile.certificate.id = application;
        QVERIFY(writeProfiles(folder().profiles(), {profile}).has_value());
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void cleanup() { QVERIFY(isErrorQueueEmpty()); }

    void wrongCommandLines_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("said");
        const auto row = [](const char *line, const char *said) { QTest::newRow(line) << text(line) << text(said); };
        row("", "list, show, define, assign, unassign, trust, remove");
        row("delete ACME_WEB", "'delete'");
        row("list ACME_WEB", "'ACME_WEB'");
        row("show", "ID of an application");
        row("show ACME_A ACME_B", "'ACME_B'");
        row("define", "ID of an application");
        row("define ACME_WEB", "--type");
        row("define ACME_WEB --type signing", "'signing'");
        row("define ACME_WEB --type server more", "'more'");
        row("define acme_web --type server", "Did you mean ACME_WEB?");
        row("define QIBM_WEB --type server", "IBM's own");
        row("assign ACME_WEB", "thumbprint or name");
        row("trust ACME_WEB", "--ca, --system or --none");
        row("trust ACME_WEB --system --none", "--ca, --system or --none");
        row("trust ACME_WEB --none more", "'more'");
        row("trust ACME_WEB --ca=", "path of a file");
        row("remove ACME_WEB --force", "force");
        row("list --format xml", "'xml'");
    }
    void wrongCommandLines()
    {
        QFETCH(const QString, line);
        QFETCH(const QString, said);
        const CertsRun outcome = asText(line.split(u' ', Qt::SkipEmptyParts));
        QCOMPARE(outcome.exitCode, 2);
        QVERIFY2(outcome.err.contains(said), qPrintable(outcome.err));
        QVERIFY2(outcome.err.contains(text("See sealport apps --help.")), qPrintable(outcome.err));
        QCOMPARE(outcome.err.count(u'\n'), 1);
        QVERIFY(outcome.out.isEmpty());
        QVERIFY(!QFileInfo::exists(folder().applications().file()));
    }

    void helpTellsEveryWord()
    {
        const CertsRun all = asText({text("--help")});
        QCOMPARE(all.exitCode, 0);
        for (const char *word : {"list", "show", "define", "assign", "unassign", "trust", "remove", "--format"}) {
            QVERIFY2(all.out.contains(text(word)), word);
            const CertsRun one = asText({text(word), text("--help")});
            if (*word != '-')
                QVERIFY2(one.exitCode == 0 && one.out.contains(text("sealport apps ") + text(word)), word);
        }
    }

    void definesAndLists()
    {
        QVERIFY(ran("list").out.isEmpty());
        const CertsRun empty = asText({text("list")});
        QVERIFY2(empty.exitCode == 0 && empty.err.contains(text("apps define")), qPrintable(empty.err));
        const CertsRun defined = ran("define ACME_WEB --type server --description Shop");
        QCOMPARE(defined.text("id"), text("ACME_WEB"));
        QCOMPARE(defined.text("type"), text("server"));
        QCOMPARE(defined.text("description"), text("Shop"));
        QCOMPARE(defined.text("trust"), text("system"));
        QVERIFY2(defined.err.isEmpty(), qPrintable(defined.err));
        const CertsRun single = ran("define WEB --type client");
        QVERIFY2(single.err.contains(text("company")), "advice is no refusal");
        QVERIFY(ran("define WEB --type client --description Agent").err.isEmpty());

        const QList<QJsonObject> listed = ran("list").objects();
        QCOMPARE(listed.size(), 2);
        QCOMPARE(listed.at(0)[text("id")].toString(), text("ACME_WEB"));
        QCOMPARE(listed.at(1)[text("type")].toString(), text("client"));
        QCOMPARE(listed.at(1)[text("description")].toString(), text("Agent"));
        const QString shown = asText({text("list")}).out;
        QVERIFY2(shown.contains(text("ACME_WEB (server)")) && shown.contains(text("Shop")), qPrintable(shown));

        const CertsRun refused = run(text("define WEB --type server"));
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.errorCode(), text("application-type-fixed"));
        QCOMPARE(ran("define WEB --type client").text("description"), text("Agent"));
    }

    void anUnknownOneIsNamedWithItsGskNumber_data()
    {
        QTest::addColumn<QString>("line");
        for (const char *line : {"show ACME_NONE", "remove ACME_NONE", "assign ACME_NONE localhost",
                                 "unassign ACME_NONE", "trust ACME_NONE --none"})
            QTest::newRow(line) << text(line);
    }
    void anUnknownOneIsNamedWithItsGskNumber()
    {
        QFETCH(const QString, line);
        const CertsRun outcome = run(line);
        QCOMPARE(outcome.exitCode, 1);
        QCOMPARE(outcome.text("application"), text("ACME_NONE"));
        QCOMPARE(outcome.errorCode(), text("application-not-registered"));
        QCOMPARE(outcome.object()[text("error")][text("gsk")].toInt(), 6002);
        QVERIFY2(outcome.err.contains(text("GSK_OS400_ERROR_NOT_REGISTERED, 6002")), qPrintable(outcome.err));
    }

    void certificatesAreAssignedInTheirOrder()
    {
        const QString one = made(text("one.test"));
        const QString two = made(text("two.test --key rsa:2048"));
        static_cast<void>(ran("define ACME_WEB --type server"));
        QCOMPARE(namesIn(ran("assign ACME_WEB two.test one.test")), QStringList({text("two.test"), text("one.test")}));
        QCOMPARE(namesIn(ran(text("assign ACME_WEB ") + one)), QStringList{text("one.test")});
        QCOMPARE(namesIn(ran("assign ACME_WEB two.test --add")), QStringList({text("one.test"), text("two.test")}));
        const CertsRun shown = ran("show ACME_WEB");
        const QJsonObject first = shown.object()[text("certificates")][0].toObject();
        QVERIFY(first[text("inStore")].toBool() && first[text("hasKey")].toBool());
        QCOMPARE(first[text("sha256")].toString().size(), 64);

        QString pairs = one; // as Windows shows it, which nobody quotes
        for (qsizetype at = pairs.size() - 2; at > 0; at -= 2)
            pairs.insert(at, u' ');
        QCOMPARE(namesIn(ran(text("assign ACME_WEB ") + pairs)), QStringList{text("one.test")});

        const CertsRun unknown = run(text("assign ACME_WEB two.test nobody.test"));
        QCOMPARE(unknown.exitCode, 1);
        QCOMPARE(unknown.errorCode(), text("certificate-not-found"));
        QCOMPARE(namesIn(ran("show ACME_WEB")), QStringList{text("one.test")});
        for (const char *name : {"three.test", "four.test", "five.test"})
            static_cast<void>(made(text(name)));
        QCOMPARE(run(text("assign ACME_WEB one.test two.test three.test four.test five.test")).errorCode(),
                 text("too-many-certificates"));
    }

    void aCertificateWithoutItsKeyIsRemarked()
    {
        static_cast<void>(made(text("one.test")));
        QVERIFY(QFile::remove(folder().certificates() + text("/one.test.key")));
        static_cast<void>(ran("define ACME_WEB --type server"));
        const CertsRun assigned = ran("assign ACME_WEB one.test");
        QVERIFY2(assigned.err.contains(text("without its private key")), qPrintable(assigned.err));
    }

    void certificatesAreTakenAway()
    {
        const QString one = made(text("one.test"));
        const QString two = made(text("two.test --san other.test"));
        const QString twin = made(text("one.test --key rsa:2048"));
        static_cast<void>(ran("define ACME_WEB --type server"));
        static_cast<void>(ran(text("assign ACME_WEB %1 %2 %3").arg(one, two, twin)));
        const CertsRun ambiguous = run(text("unassign ACME_WEB one.test"));
        QCOMPARE(ambiguous.errorCode(), text("certificate-ambiguous"));
        QCOMPARE(namesIn(ran("unassign ACME_WEB other.test")).size(), 2);
        QCOMPARE(namesIn(ran(text("unassign ACME_WEB ") + one)), QStringList{text("one.test")});
        QCOMPARE(run(text("unassign ACME_WEB two.test")).errorCode(), text("certificate-not-assigned"));

        QCOMPARE(runCerts(text("remove ") + twin, folder()).exitCode, 0);
        const CertsRun gone = ran("show ACME_WEB");
        QVERIFY(!gone.object()[text("certificates")][0][text("inStore")].toBool());
        QVERIFY(asText({text("show"), text("ACME_WEB")}).out.contains(text("not in your store any more")));
        QVERIFY2(namesIn(ran("unassign ACME_WEB ONE.test")).isEmpty(), "by name, though the store has it no more");
        static_cast<void>(ran(text("assign ACME_WEB %1 %2").arg(one, two)));
        QVERIFY(namesIn(ran("unassign ACME_WEB")).isEmpty());
    }

    void trustIsTheSystemsAListOrNobody()
    {
        static_cast<void>(made(text("Root --ca")));
        static_cast<void>(made(text("leaf.test")));
        static_cast<void>(ran("define ACME_WEB --type server"));
        const QString file = fixture(text("root.pem"));
        const CertsRun listed = ran(text("trust ACME_WEB --ca %1 Root --ca %1").arg(file));
        QCOMPARE(listed.text("trust"), text("list"));
        const QJsonArray trusted = listed.object()[text("trusted")].toArray();
        QCOMPARE(trusted.size(), 2);
        QCOMPARE(trusted.at(1)[text("subject")].toString(), text("CN=Root"));
        const CertsRun leaf = run(text("trust ACME_WEB --ca leaf.test"));
        QCOMPARE(leaf.errorCode(), text("not-an-authority"));
        QCOMPARE(run(text("trust ACME_WEB --ca /nowhere.pem")).errorCode(), text("file-not-found"));
        QCOMPARE(ran("show ACME_WEB").text("trust"), text("list"));
        QCOMPARE(ran("trust ACME_WEB --none").text("trust"), text("none"));
        QVERIFY(asText({text("show"), text("ACME_WEB")}).out.contains(text("nobody")));
        QCOMPARE(ran("trust ACME_WEB --system").text("trust"), text("system"));
    }

    void whoIsConcernedIsSaid()
    {
        static_cast<void>(made(text("one.test")));
        static_cast<void>(ran("define ACME_WEB --type server"));
        static_cast<void>(ran("assign ACME_WEB one.test"));
        store(text("shop"), text("ACME_WEB"));
        QCOMPARE(ran("show ACME_WEB").object()[text("servers")].toArray(), QJsonArray{text("shop")});

        const CertsRun deleted = runCerts(text("remove one.test"), folder());
        QCOMPARE(deleted.exitCode, 0);
        QVERIFY2(deleted.err.contains(text("assigned to the application ACME_WEB")), qPrintable(deleted.err));
        QVERIFY2(deleted.err.contains(text("the server shop uses it")), qPrintable(deleted.err));

        const CertsRun removed = ran("remove ACME_WEB");
        QCOMPARE(removed.text("id"), text("ACME_WEB"));
        QVERIFY2(removed.err.contains(text("the server shop uses it")), qPrintable(removed.err));
        QVERIFY(ran("list").out.isEmpty());
    }

    void applicationsFollowARenewalWhereThatIsWished()
    {
        const QString old = made(text("one.test"));
        static_cast<void>(ran("define ACME_WEB --type server"));
        static_cast<void>(ran("assign ACME_WEB one.test"));
        const auto sha256 = [this] {
            return ran("show ACME_WEB").object()[text("certificates")][0][text("sha256")].toString();
        };
        const QString before = sha256();
        const CertsRun alone = runCerts(text("renew one.test --days 3 --format json"), folder());
        QCOMPARE(alone.exitCode, 0);
        QVERIFY2(alone.err.contains(text("ACME_WEB still has the old one")), qPrintable(alone.err));
        QCOMPARE(alone.object()[text("applications")][text("unchanged")].toArray(), QJsonArray{text("ACME_WEB")});
        QCOMPARE(sha256(), before);

        const CertsRun followed = runCerts(text("renew %1 --days 4 --reassign --format json").arg(old), folder());
        QVERIFY2(followed.exitCode == 0 && followed.err.isEmpty(), qPrintable(followed.err));
        QCOMPARE(followed.object()[text("applications")][text("reassigned")].toArray(), QJsonArray{text("ACME_WEB")});
        QCOMPARE(sha256(), followed.text("sha256"));
        QVERIFY(followed.text("sha256") != before);
    }

    void whatCannotBeReadIsSaid()
    {
        static_cast<void>(ran("define ACME_WEB --type server"));
        QVERIFY(writeFileAtomically(folder().applications().file(),
                                    QByteArray(R"({"version":1,"applications":[{"id":"ACME_WEB","type":"x"}]})"),
                                    FileAccess::OwnerOnly)
                    .has_value());
        const CertsRun listed = run(text("list"));
        QCOMPARE(listed.exitCode, 1);
        QCOMPARE(listed.text("application"), text("ACME_WEB"));
        QCOMPARE(listed.errorCode(), text("invalid-application"));
        QVERIFY(
            writeFileAtomically(folder().applications().file(), QByteArray("{"), FileAccess::OwnerOnly).has_value());
        const CertsRun damaged = run(text("list"));
        QCOMPARE(damaged.exitCode, 1);
        QCOMPARE(damaged.text("file"), folder().applications().file());
        QCOMPARE(damaged.errorCode(), text("damaged-store"));
    }
};

QTEST_GUILESS_MAIN(TestAppsCommand)
#include "tst_apps_command.moc"
