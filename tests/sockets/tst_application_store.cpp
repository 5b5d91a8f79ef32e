#include "model/base/file_safety.h"
#include "model/sockets/application_store.h"
#include "tests/sockets/without_rights.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>
#include <vector>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
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

/// The file of the application definitions: nothing in it gets lost, and no change goes past the rules.
class TestApplicationStore final : public QObject {
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;

    [[nodiscard]] ApplicationStore store() const { return ApplicationStore(m_file); }
    void write(const QByteArray &content) const
    {
        QVERIFY(writeFileAtomically(m_file, content, FileAccess::OwnerOnly).has_value());
    }
    [[nodiscard]] QJsonObject written() const { return QJsonDocument::fromJson(contentOf(m_file)).object(); }
    [[nodiscard]] QStringList ids() const
    {
        QStringList ids;
        for (const ApplicationDefinition &application : store().list().applications)
            ids.append(application.id);
        return ids;
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(QStringLiteral("applications.json"));
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void nothingThereIsNoProblem()
    {
        QVERIFY(store().list() == ApplicationStore::Listing());
        const auto found = store().find(text("ACME_WEB"));
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::ApplicationNotRegistered);
        QCOMPARE(found.error().subject, text("ACME_WEB"));
        QVERIFY2(!QFileInfo::exists(m_file), "whoever looks writes nothing");
    }

    void withoutAFileNothingIsKnownOrKept()
    {
        QVERIFY(ApplicationStore().list().applications.empty());
        const auto defined = ApplicationStore().define({.id = text("ACME_WEB")});
        QVERIFY(!defined.has_value());
        QCOMPARE(defined.error().code, ErrorCode::FileNotWritable);
    }

    void definitionsAreListedById()
    {
        QVERIFY(store().define({.id = text("ACME_WEB"), .description = text("The shop")}).has_value());
        QVERIFY(store().define({.id = text("ACME_MAIL"), .type = ApplicationType::Client}).has_value());
        QCOMPARE(ids(), QStringList({text("ACME_MAIL"), text("ACME_WEB")}));
        const auto web = store().find(text("ACME_WEB"));
        QVERIFY(web.has_value());
        QCOMPARE(web->description, text("The shop"));
        QCOMPARE(written()[text("version")].toInt(), 1);
        QVERIFY((QFileInfo(m_file).permissions() & (QFile::ReadGroup | QFile::ReadOther)) == 0);
    }

    void definedAgainItKeepsItsTypeAndWhatItHas()
    {
        const Certificate certificate = makeIdentity().certificate;
        QVERIFY(store().define({.id = text("ACME_WEB"), .description = text("old")}).has_value());
        QVERIFY(store().change(text("ACME_WEB"), assignment({certificate})).has_value());
        const auto again = store().define({.id = text("ACME_WEB"), .description = text("new")});
        QVERIFY(again.has_value());
        QCOMPARE(again->description, text("new"));
        QVERIFY(isAssigned(*again, certificate));
        QCOMPARE(store().define({.id = text("ACME_WEB")}).value().description, text("new"));

        const auto refused =
            store().define({.id = text("ACME_WEB"), .type = ApplicationType::Client, .description = text("worse")});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::ApplicationTypeFixed);
        QCOMPARE(refused.error().values, QStringList{text("server")});
        QVERIFY(store().find(text("ACME_WEB")).value() == *again);
        QCOMPARE(ids().size(), 1);
    }

    void noChangeGoesPastTheRules_data()
    {
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("how");
        QTest::newRow("another type") << ErrorCode::ApplicationTypeFixed << text("type");
        QTest::newRow("another id") << ErrorCode::ApplicationTypeFixed << text("id");
        QTest::newRow("a description without an end") << ErrorCode::InvalidApplication << text("description");
        QTest::newRow("what the change itself refuses") << ErrorCode::CertificateNotAssigned << text("refused");
    }
    void noChangeGoesPastTheRules()
    {
        QFETCH(const QString, how);
        QVERIFY(store().define({.id = text("ACME_WEB")}).has_value());
        const QByteArray before = contentOf(m_file);
        const auto changed =
            store().change(text("ACME_WEB"), [how](ApplicationDefinition &application) -> Result<void> {
                if (how == u"type")
                    application.type = ApplicationType::Client;
                if (how == u"id")
                    application.id = text("ACME_OTHER");
                if (how == u"description")
                    application.description = QString(5000, u'x');
                return how == u"refused" ? unassign(application, {}) : Result<void>();
            });
        QVERIFY(!changed.has_value());
        QTEST(changed.error().code, "code");
        QCOMPARE(contentOf(m_file), before);
        QCOMPARE(store().change(text("ACME_NONE"), assignment({})).error().code, ErrorCode::ApplicationNotRegistered);
        QCOMPARE(store().define({.id = text("web")}).error().code, ErrorCode::InvalidApplicationId);
    }

    void whatIsRemovedCanComeBack()
    {
        QVERIFY(store().define({.id = text("ACME_WEB"), .description = text("The shop")}).has_value());
        QVERIFY(store().change(text("ACME_WEB"), assignment({makeIdentity().certificate})).has_value());
        const auto removed = store().remove(text("ACME_WEB"));
        QVERIFY(removed.has_value());
        QVERIFY(ids().isEmpty());
        QCOMPARE(store().remove(text("ACME_WEB")).error().code, ErrorCode::ApplicationNotRegistered);
        QVERIFY(store().add(*removed).has_value());
        QVERIFY(store().find(text("ACME_WEB")).value() == *removed);
        QCOMPARE(store().add(*removed).error().code, ErrorCode::AlreadyExists);
    }

    void applicationsFollowARenewal()
    {
        const Certificate old = makeIdentity().certificate;
        const Certificate fresh = makeIdentity().certificate;
        const Certificate other = makeIdentity().certificate;
        QVERIFY(store().reassign(old, fresh).value().isEmpty());
        QVERIFY2(!QFileInfo::exists(m_file), "where nobody follows nothing is written");
        for (const char *id : {"ACME_A", "ACME_B", "ACME_C"})
            QVERIFY(store().define({.id = text(id)}).has_value());
        QVERIFY(store().change(text("ACME_A"), assignment({other, old})).has_value());
        QVERIFY(store().change(text("ACME_B"), assignment({other})).has_value());
        QVERIFY(store().change(text("ACME_C"), assignment({old})).has_value());
        QCOMPARE(store().reassign(old, fresh).value(), QStringList({text("ACME_A"), text("ACME_C")}));
        QVERIFY(store().find(text("ACME_A"))->certificates
                == std::vector({AssignedCertificate::of(other), AssignedCertificate::of(fresh)}));
        QVERIFY(isAssigned(store().find(text("ACME_C")).value(), fresh));
        QVERIFY(!isAssigned(store().find(text("ACME_B")).value(), fresh));
    }

    void whatALaterProgramWroteBesidesIsKept()
    {
        write(R"({"version":1,"theme":{"a":1},"applications":[)"
              R"({"id":"ACME_WEB","type":"server","alpn":["h2"]},{"id":"ACME_MAIL","type":"client","x":7}]})");
        QVERIFY(store().define({.id = text("ACME_WEB"), .description = text("new")}).has_value());
        QCOMPARE(written()[text("theme")].toObject()[text("a")].toInt(), 1);
        const QJsonArray entries = written()[text("applications")].toArray();
        QCOMPARE(entries.size(), 2);
        QCOMPARE(entries[0][text("alpn")].toArray(), QJsonArray{text("h2")});
        QCOMPARE(entries[0][text("description")].toString(), text("new"));
        QCOMPARE(entries[1][text("x")].toInt(), 7);
    }

    void damagedFileIsKeptAside_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("cut in the middle") << QByteArray(R"({"version":1,"applications":[{"id":"A")");
        QTest::newRow("nothing in it") << QByteArray("");
        QTest::newRow("the list of the servers") << QByteArray(R"({"version":1,"servers":[]})");
        QTest::newRow("no version") << QByteArray(R"({"applications":[]})");
    }
    void damagedFileIsKeptAside()
    {
        QFETCH(const QByteArray, content);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(content) == content.size());
        file.close();
        const auto found = store().find(text("ACME_WEB"));
        QVERIFY(!found.has_value());
        QCOMPARE(found.error().code, ErrorCode::DamagedStore);
        const QString aside = found.error().values.value(0);
        QVERIFY(store().define({.id = text("ACME_WEB")}).has_value());
        QCOMPARE(contentOf(aside), content);
        QCOMPARE(ids(), QStringList{text("ACME_WEB")});
    }

    void fileOfANewerProgramIsLeftAlone()
    {
        const QByteArray content = R"({"version":2,"applications":[{"id":"ACME_WEB","type":"server"}]})";
        write(content);
        QCOMPARE(store().list().problems.front().code, ErrorCode::NewerStore);
        QCOMPARE(store().find(text("ACME_WEB")).error().code, ErrorCode::NewerStore);
        for (const auto &result : {store().define({.id = text("ACME_MAIL")}), store().remove(text("ACME_WEB"))})
            QCOMPARE(result.error().code, ErrorCode::NewerStore);
        QCOMPARE(contentOf(m_file), content);
    }

    void whatCannotBeKeptAsideIsNotWrittenOver_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("damaged") << QByteArray("{");
        QTest::newRow("with an application that cannot be read")
            << QByteArray(R"({"version":1,"applications":[{"id":"ACME_WEB","type":7}]})");
    }
    void whatCannotBeKeptAsideIsNotWrittenOver()
    {
        QFETCH(const QByteArray, content);
        QVERIFY(writeFileAtomically(m_file, content, FileAccess::Readable).has_value());
        {
            const WithoutRights other(m_folder->path());
            const auto defined = store().define({.id = text("ACME_MAIL")});
            QVERIFY(!defined.has_value());
            QCOMPARE(defined.error().code, ErrorCode::DamagedStore);
        }
        QCOMPARE(contentOf(m_file), content);
    }

    void oneBadApplicationIsLeftOutAndSaidAndNotLost()
    {
        write(R"({"version":1,"applications":[{"id":"ACME_WEB","type":"server"},{"id":"ACME_OLD","type":"signing"},)"
              R"({"id":"acme","type":"server"},{"id":"ACME_WEB","type":"client"},7]})");
        const ApplicationStore::Listing listing = store().list();
        QCOMPARE(listing.applications.size(), std::size_t{1});
        QVERIFY2(listing.applications.front().type == ApplicationType::Server, "the first of two counts");
        QStringList problems;
        for (const Error &problem : listing.problems)
            problems.append(errorName(problem.code) + u' ' + problem.subject + u' ' + problem.values.value(0));
        QCOMPARE(problems,
                 QStringList({text("invalid-application ACME_OLD type"), text("invalid-application-id acme character"),
                              text("invalid-application-id  length"), text("invalid-application ACME_WEB id")}));
        QCOMPARE(store().find(text("ACME_OLD")).error().code, ErrorCode::InvalidApplication);
        QCOMPARE(store().find(text("ACME_NONE")).error().code, ErrorCode::ApplicationNotRegistered);

        QVERIFY(store().define({.id = text("ACME_MAIL")}).has_value());
        bool isKept = false;
        const QDir folder(m_folder->path());
        for (const QString &name : folder.entryList(QDir::Files))
            isKept |= contentOf(folder.filePath(name)).contains("signing");
        QVERIFY2(isKept, "the next change must not wipe out what could not be read");
    }

    void fileThatMayNotBeWrittenIsAnError()
    {
        const auto defined = ApplicationStore(text("/proc/no/applications.json")).define({.id = text("ACME_WEB")});
        QVERIFY(!defined.has_value());
        QCOMPARE(defined.error().code, ErrorCode::FileNotWritable);
    }

    void twoWhoChangeItAtOnceDoNotUndoEachOther()
    {
        constexpr int each = 20;
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread)
            threads.emplace_back([thread, store = store()] {
                for (int i = 0; i < each; ++i)
                    static_cast<void>(store.define({.id = text("ACME_%1_%2").arg(thread).arg(i)}));
            });
        threads.clear();
        QCOMPARE(ids().size(), 4 * each);
    }
};

QTEST_GUILESS_MAIN(TestApplicationStore)
#include "tst_application_store.moc"
