#include "model/sockets/application_certificates.h"
#include "model/sockets/certificate_use.h"
#include "tests/tls/test_identity.h"

#include <openssl/err.h>

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;
using namespace sealport::test;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

ApplicationDefinition named(const char *id)
{
    ApplicationDefinition application;
    application.id = text(id);
    return application;
}

AssignedCertificate numbered(int number)
{
    return {.sha256 = QByteArray(32, static_cast<char>(number)), .name = QString::number(number)};
}

std::vector<AssignedCertificate> numbered(std::initializer_list<int> numbers)
{
    std::vector<AssignedCertificate> certificates;
    for (const int number : numbers)
        certificates.push_back(numbered(number));
    return certificates;
}

QStringList namesOf(const ApplicationDefinition &application)
{
    QStringList names;
    for (const AssignedCertificate &certificate : application.certificates)
        names.append(certificate.name);
    return names;
}

} // namespace

/// What an application definition may be, and what a server presents for it.
class TestApplicationDefinition final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void idsFollowTheRulesOfIbm_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("values"); ///< of the refusal; empty: it is right
        const auto row = [](const char *name, const QString &id, const QStringList &values) {
            QTest::newRow(name) << id << values;
        };
        const auto character = [](const char *position, const QString &what) {
            return QStringList{text("character"), text(position), what};
        };
        row("company, application and role", text("ACME_ORDERS_SERVER"), {});
        row("a single letter", text("A"), {});
        row("digits, periods and underscores after the first letter", text("Z9._0"), {});
        row("a hundred characters", QString(100, u'A'), {});
        row("one more", QString(101, u'A'), {text("length"), text("101")});
        row("none", QString(), {text("length"), text("0")});
        row("a small letter in front", text("aCME"), character("1", text("a")));
        row("a digit in front", text("1ACME"), character("1", text("1")));
        row("an underscore in front", text("_ACME"), character("1", text("_")));
        row("a period in front", text(".ACME"), character("1", text(".")));
        row("a blank in front", text(" ACME"), character("1", text(" ")));
        row("a small letter inside", text("ACME_Web"), character("7", text("e")));
        row("a blank inside", text("ACME WEB"), character("5", text(" ")));
        row("a hyphen", text("ACME-WEB"), character("5", text("-")));
        row("an accent", QStringLiteral("ACMÉ"), character("4", QStringLiteral("É")));
        row("a digit of another script", QStringLiteral("ACME٣"), character("5", QStringLiteral("٣")));
        row("a character beyond the first plane, which counts once", QStringLiteral("AC😀E"),
            character("3", QStringLiteral("😀")));
        row("what comes after such a character", QStringLiteral("ACME_") + QChar(0x200B),
            character("6", QString(QChar(0x200B))));
        row("the prefix of IBM", text("QIBM_QTV_TELNET_SERVER"), {text("reserved")});
        row("that prefix alone", text("QIBM"), {text("reserved")});
        row("that prefix further on", text("ACME_QIBM"), {});
        row("almost that prefix", text("QIB_M"), {});
    }
    void idsFollowTheRulesOfIbm()
    {
        QFETCH(const QString, id);
        QFETCH(const QStringList, values);
        const auto checked = checkApplicationId(id);
        QCOMPARE(checked.has_value(), values.isEmpty());
        if (checked)
            return;
        QCOMPARE(checked.error().code, ErrorCode::InvalidApplicationId);
        QCOMPARE(checked.error().subject, id);
        QCOMPARE(checked.error().values, values);
    }

    void adviceIsNoRefusal_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<int>("advice");
        const auto row = [](const char *id, ApplicationIdAdvice advice) {
            QTest::newRow(id) << text(id) << static_cast<int>(advice);
        };
        row("ACME_WEB", ApplicationIdAdvice::None);
        row("ACME_ORDERS.V2_SERVER", ApplicationIdAdvice::None);
        row("WEBSERVER", ApplicationIdAdvice::NameCompany);
        row("ACME.WEB", ApplicationIdAdvice::NameCompany);
        row("ACME__WEB", ApplicationIdAdvice::EmptyPart);
        row("ACME_", ApplicationIdAdvice::EmptyPart);
    }
    void adviceIsNoRefusal()
    {
        QFETCH(const QString, id);
        QVERIFY(checkApplicationId(id).has_value());
        QFETCH(const int, advice);
        QCOMPARE(static_cast<int>(adviceOn(id)), advice);
    }

    void aDescriptionHasAnEnd()
    {
        ApplicationDefinition application = named("ACME_WEB");
        application.description = QString(1000, u'x');
        QVERIFY(validate(application).empty());
        application.description += u'x';
        application.id.clear();
        const auto refused = validate(application);
        QCOMPARE(refused.size(), std::size_t{2});
        QCOMPARE(refused.at(0).code, ErrorCode::InvalidApplicationId);
        QCOMPARE(refused.at(1).code, ErrorCode::InvalidApplication);
        QCOMPARE(refused.at(1).values, QStringList({text("description"), text("1001"), text("1000")}));
    }

    void fourCertificatesAreTheMost()
    {
        ApplicationDefinition application = named("ACME_WEB");
        QVERIFY(assign(application, numbered({1, 2, 1, 3, 2, 4})).has_value());
        QCOMPARE(namesOf(application), QStringList({text("1"), text("2"), text("3"), text("4")}));
        const auto more = assignFurther(application, numbered({2, 5}));
        QVERIFY(!more.has_value());
        QCOMPARE(more.error().code, ErrorCode::TooManyCertificates);
        QCOMPARE(more.error().subject, text("ACME_WEB"));
        QCOMPARE(more.error().values, QStringList({text("5"), text("4")}));
        QVERIFY2(application.certificates.size() == 4, "what is refused changes nothing");
        QVERIFY(assign(application, numbered({5})).has_value());
        QCOMPARE(namesOf(application), QStringList{text("5")});
        QVERIFY(assignFurther(application, numbered({5, 1})).has_value());
        QCOMPARE(namesOf(application), QStringList({text("5"), text("1")}));
    }

    void whatIsNotAssignedCannotBeTakenAway()
    {
        ApplicationDefinition application = named("ACME_WEB");
        QVERIFY(assign(application, numbered({1, 2})).has_value());
        QVERIFY(unassign(application, numbered(1)).has_value());
        QCOMPARE(namesOf(application), QStringList{text("2")});
        const auto again = unassign(application, numbered(1));
        QVERIFY(!again.has_value());
        QCOMPARE(again.error().code, ErrorCode::CertificateNotAssigned);
        QCOMPARE(again.error().values, QStringList{text("1")});
    }

    void aRenewedCertificateTakesThePlaceOfTheOldOne()
    {
        const Certificate old = makeIdentity().certificate;
        const Certificate fresh = makeIdentity().certificate;
        ApplicationDefinition application = named("ACME_WEB");
        QVERIFY(!reassign(application, old, fresh));
        application.certificates = {numbered(1), AssignedCertificate::of(old), numbered(2)};
        QVERIFY(reassign(application, old, fresh));
        QVERIFY(application.certificates.at(1) == AssignedCertificate::of(fresh));
        QCOMPARE(application.certificates.size(), std::size_t{3});
        QVERIFY(!isAssigned(application, old));
        application.certificates = {AssignedCertificate::of(old), AssignedCertificate::of(fresh)};
        QVERIFY(reassign(application, old, fresh));
        QVERIFY2(application.certificates.size() == 1, "it is not there twice");
    }

    void onlyAuthoritiesAreTrusted()
    {
        const Certificate authority = makeIdentity(text("ec:P-256"), nullptr, text("CA"), true).certificate;
        const Certificate leaf = makeIdentity().certificate;
        ApplicationDefinition application = named("ACME_WEB");
        const auto refused = setTrusted(application, std::vector{authority, leaf});
        QVERIFY(!refused.has_value());
        QCOMPARE(refused.error().code, ErrorCode::NotAnAuthority);
        QCOMPARE(refused.error().subject, leaf.name());
        QVERIFY2(!application.trusted, "what is refused changes nothing");
        QVERIFY(setTrusted(application, std::vector{authority, authority}).has_value());
        QCOMPARE(application.trusted->size(), std::size_t{1});
        QVERIFY(setTrusted(application, std::vector<Certificate>()).has_value());
        QVERIFY2(application.trusted && application.trusted->empty(),
                 "nobody is trusted, which is not the system's list");
        QVERIFY(setTrusted(application, std::nullopt).has_value());
        QVERIFY(!application.trusted);
    }

    void whatItsFileSaysComesBack()
    {
        ApplicationDefinition application = named("ACME_WEB");
        application.description = QStringLiteral("Commandes « été »");
        application.type = ApplicationType::Client;
        application.certificates = numbered({7, 200});
        application.trusted = {makeIdentity(text("ec:P-256"), nullptr, text("CA"), true).certificate};
        application.further = {{text("sni"), text("orders.acme.test")}};
        for (const auto &trusted : {application.trusted, std::optional(std::vector<Certificate>()),
                                    std::optional<std::vector<Certificate>>()}) {
            application.trusted = trusted;
            const auto again = applicationFromJson(toJson(application));
            QVERIFY(again.has_value());
            QVERIFY(*again == application);
        }
    }

    void whatCannotBeUsedIsNamed_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *name, const char *key, const QJsonValue &value) {
            QTest::newRow(name) << text(key) << value;
        };
        const QString hash(64, u'a');
        row("a type that there is not", "type", text("object-signing"));
        row("a type that is a number", "type", 1);
        row("no type", "type", QJsonValue());
        row("a description that is a list", "description", QJsonArray());
        row("certificates that are no list", "certificates", text("localhost"));
        row("a certificate without its hash", "certificates", QJsonArray{QJsonObject{{text("name"), text("a")}}});
        row("a hash that is too short", "certificates", QJsonArray{QJsonObject{{text("sha256"), hash.mid(2)}}});
        row("a hash with a letter too far", "certificates",
            QJsonArray{QJsonObject{{text("sha256"), QString(hash).replace(3, 1, u'g')}}});
        QJsonArray five;
        for (const char *start : {"1", "2", "3", "4", "5"})
            five.append(QJsonObject{{text("sha256"), QString(text(start) + hash.mid(1))}});
        row("five certificates", "certificates", five);
        row("authorities that are no list", "trusted", true);
        row("an authority that is none", "trusted", QJsonArray{QJsonObject{{text("der"), text("AAAA")}}});
        row("a leaf among the authorities", "trusted",
            QJsonArray{QJsonObject{{text("der"), QString::fromLatin1(makeIdentity().certificate.der().toBase64())}}});
    }
    void whatCannotBeUsedIsNamed()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QJsonObject object = toJson(named("ACME_WEB"));
        QVERIFY(applicationFromJson(object).has_value());
        object.insert(key, value);
        const auto read = applicationFromJson(object);
        QVERIFY(!read.has_value());
        QCOMPARE(read.error().code, ErrorCode::InvalidApplication);
        QCOMPARE(read.error().subject, text("ACME_WEB"));
        QCOMPARE(read.error().values, QStringList{key});
    }

    void aServerPresentsTheFirstOfEachKindOfKey()
    {
        const QTemporaryDir folder;
        const CertificateStore store(folder.path());
        const auto add = [&store](const char *kind, const char *name) {
            const Identity identity = makeIdentity(text(kind), nullptr, text(name));
            return store.add(identity.certificate, identity.key).value();
        };
        ApplicationDefinition application = named("ACME_WEB");
        const std::vector<StoredCertificate> added{add("ec:P-256", "first"), add("ec:P-384", "same kind"),
                                                   add("rsa:2048", "other kind"), add("ed25519", "third kind")};
        for (const StoredCertificate &stored : added)
            application.certificates.push_back(AssignedCertificate::of(stored.certificate));
        const auto identities = serverIdentitiesOf(application, store);
        QVERIFY(identities.has_value());
        QStringList names;
        for (const Identity &identity : *identities) {
            names.append(identity.certificate.name());
            QVERIFY(!identity.key.isNull());
        }
        QCOMPARE(names, QStringList({text("first"), text("other kind"), text("third kind")}));

        ServerProfile server;
        server.name = text("s");
        server.certificate.by = IdentifyBy::Application;
        server.certificate.id = text(" ACME_WEB ");
        const auto shown = certificateOf(server, added, {application});
        QVERIFY(shown.has_value());
        QCOMPARE(shown->certificate.name(), text("first"));
        QCOMPARE(certificateOf(server, added, {}).error().code, ErrorCode::ApplicationNotRegistered);
        QCOMPARE(certificateOf(server, {}, {application}).error().code, ErrorCode::CertificateNotFound);
        application.type = ApplicationType::Client;
        QCOMPARE(certificateOf(server, added, {application}).error().code, ErrorCode::ApplicationNotForServers);
        QVERIFY2(identitiesOf(application, store).has_value(), "a client may present them");
    }

    void whoUsesACertificateIsKnown()
    {
        const Identity one = makeIdentity();
        const Identity other = makeIdentity(text("ec:P-256"), nullptr, text("other"));
        ApplicationDefinition web = named("ACME_WEB");
        web.certificates = {numbered(1), AssignedCertificate::of(one.certificate)};
        ApplicationDefinition mail = named("ACME_MAIL");
        mail.certificates = {AssignedCertificate::of(other.certificate)};
        const std::vector applications{mail, web};
        const std::vector<StoredCertificate> known{{.certificate = one.certificate, .hasKey = true},
                                                   {.certificate = other.certificate, .hasKey = true}};
        const auto server = [](const char *name, IdentifyBy by, const char *id) {
            ServerProfile profile;
            profile.name = text(name);
            profile.certificate.by = by;
            profile.certificate.id = text(id);
            return profile;
        };
        std::vector servers{server("by web", IdentifyBy::Application, "ACME_WEB"),
                            server("by mail", IdentifyBy::Application, "ACME_MAIL"),
                            server("by thumbprint", IdentifyBy::Thumbprint, one.certificate.sha1().toHex().constData()),
                            server("a name like an id", IdentifyBy::Name, "ACME_WEB"),
                            server("from a file", IdentifyBy::Application, "ACME_WEB")};
        servers.back().certificate.file = text("a.pem");
        QCOMPARE(applicationsUsing({one.certificate}, applications), QStringList{text("ACME_WEB")});
        QCOMPARE(serversUsing({one.certificate}, servers, known, applications),
                 QStringList({text("by web"), text("by thumbprint")}));
        QCOMPARE(serversUsing({other.certificate}, servers, known, applications), QStringList{text("by mail")});
        QCOMPARE(serversOf(text("ACME_WEB"), servers), QStringList{text("by web")});
    }
};

QTEST_GUILESS_MAIN(TestApplicationDefinition)
#include "tst_application_definition.moc"
