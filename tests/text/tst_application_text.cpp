#include "model/text/application_text.h"
#include "model/text/error_text.h"
#include "model/text/gsk_text.h"

#include <QTest>

using namespace sealport;

namespace {

QString text(const char *latin)
{
    return QString::fromLatin1(latin);
}

} // namespace

/// What is said about application definitions, and the numbers that IBM i users look for.
class TestApplicationText final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aWrongIdIsExplained_data()
    {
        QTest::addColumn<QString>("id");
        QTest::addColumn<QStringList>("parts");
        QTest::newRow("missing") << QString() << QStringList{text("missing"), text("ACME_ORDERS_SERVER")};
        QTest::newRow("too long") << QString(101, u'A') << QStringList{text("101 characters"), text("100 is the most")};
        QTest::newRow("in small letters")
            << text("acme_web") << QStringList{text("first character is 'a'"), text("Did you mean ACME_WEB?")};
        QTest::newRow("with a hyphen") << text("ACME-WEB")
                                       << QStringList{text("character 5 is '-'"), text("Did you mean ACME_WEB?")};
        QTest::newRow("with a blank") << text("Acme Web")
                                      << QStringList{text("character 2 is 'c'"), text("Did you mean ACME_WEB?")};
        QTest::newRow("with a character that nobody sees")
            << QString(text("ACME") + QChar(0x200B))
            << QStringList{text("character 5 is '\\E2\\80\\8B'"), text("Correct it.")};
        QTest::newRow("that nothing makes right")
            << text("5") << QStringList{text("first character is '5'"), text("Correct it.")};
        QTest::newRow("of IBM") << text("QIBM_WEB") << QStringList{text("QIBM"), text("IBM's own"), text("company")};
    }
    void aWrongIdIsExplained()
    {
        QFETCH(const QString, id);
        QFETCH(const QStringList, parts);
        const auto checked = checkApplicationId(id);
        QVERIFY(!checked.has_value());
        const QString said = describe(checked.error());
        for (const QString &part : parts)
            QVERIFY2(said.contains(part), qPrintable(said));
    }

    void namesTheValuesThatMatter_data()
    {
        QTest::addColumn<Error>("error");
        QTest::addColumn<QStringList>("parts");
        const auto row = [](const char *name, ErrorCode code, const char *subject, const QStringList &values,
                            const QStringList &parts) {
            QTest::newRow(name) << Error{.code = code, .subject = text(subject), .values = values, .causes = {}}
                                << parts;
        };
        row("an application that there is not", ErrorCode::ApplicationNotRegistered, "ACME_WEB", {},
            {text("'ACME_WEB'"), text("(GSK_OS400_ERROR_NOT_REGISTERED, 6002)")});
        row("one without a certificate", ErrorCode::NoCertificate, "ACME_WEB", {text("application")},
            {text("application 'ACME_WEB'"), text("(GSK_ERROR_NO_CERTIFICATE, 403)")});
        row("one whose certificate is gone", ErrorCode::CertificateNotFound, "localhost",
            {text("ACME_WEB"), text("9da4")},
            {text("'localhost'"), text("application 'ACME_WEB'"), text("SHA-256 9da4"),
             text("(GSK_ERROR_BAD_KEYFILE_LABEL, 407)")});
        row("the type that a server has", ErrorCode::ApplicationTypeFixed, "ACME_WEB", {text("server")},
            {text("'ACME_WEB' is one for servers")});
        row("the type that a client has", ErrorCode::ApplicationTypeFixed, "ACME_WEB", {text("client")},
            {text("'ACME_WEB' is one for clients")});
        row("a fifth certificate", ErrorCode::TooManyCertificates, "ACME_WEB", {text("5"), text("4")},
            {text("'ACME_WEB'"), text("5 certificates"), text("4 is the most")});
        row("a certificate that it does not have", ErrorCode::CertificateNotAssigned, "ACME_WEB", {text("localhost")},
            {text("'ACME_WEB'"), text("'localhost'")});
        row("a field of its file", ErrorCode::InvalidApplication, "ACME_WEB", {text("type")},
            {text("'ACME_WEB'"), text("type"), text("copy")});
        row("the length of a description", ErrorCode::InvalidApplication, "ACME_WEB",
            {text("description"), text("1001"), text("1000")}, {text("1001 characters"), text("1000")});
        row("an id that stands twice", ErrorCode::InvalidApplication, "ACME_WEB", {text("id")},
            {text("'ACME_WEB' stands several times")});
    }
    void namesTheValuesThatMatter()
    {
        QFETCH(const Error, error);
        QFETCH(const QStringList, parts);
        const QString said = describe(error);
        for (const QString &part : parts)
            QVERIFY2(said.contains(part), qPrintable(said));
    }

    void adviceIsGivenWhereThereIsAny()
    {
        QVERIFY(describe(ApplicationIdAdvice::None).isEmpty());
        QVERIFY(describe(ApplicationIdAdvice::NameCompany).contains(text("company")));
        QVERIFY(describe(ApplicationIdAdvice::EmptyPart).contains(text("empty")));
    }

    void everyNumberOfAnErrorHasItsName()
    {
        QCOMPARE(gskText(0), QString());
        QCOMPARE(gskText(6005), text("GSK_OS400_ERROR_NO_CERTIFICATE_AUTHORITIES, 6005"));
        QCOMPARE(gskText(12345), text("12345"));
        QCOMPARE(withGsk(text("No."), 0), text("No."));
        QCOMPARE(withGsk(text("No."), 403), text("No. (GSK_ERROR_NO_CERTIFICATE, 403)"));
        for (int code = 0; code <= static_cast<int>(ErrorCode::Internal); ++code)
            if (const int gsk = gskCode(static_cast<ErrorCode>(code)); gsk != 0)
                QVERIFY2(gskText(gsk).startsWith(text("GSK_")), qPrintable(errorName(static_cast<ErrorCode>(code))));
        // Those of verdicts and of chains.
        for (const int gsk : {107, 402, 403, 405, 406, 410, 411, 414, 415, 417, 420, 428, 6000})
            QVERIFY2(gskText(gsk).startsWith(text("GSK_")), qPrintable(QString::number(gsk)));
    }
};

QTEST_GUILESS_MAIN(TestApplicationText)
#include "tst_application_text.moc"
