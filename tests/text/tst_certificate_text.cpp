#include "model/text/certificate_text.h"

#include <QSet>
#include <QTest>

using namespace sealport;

class TestCertificateText : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyTermHasAWordOfItsOwn()
    {
        QSet<QString> words;
        constexpr int count = static_cast<int>(DetailTerm::Unlimited) + 1;
        for (int i = 0; i < count; ++i)
            words.insert(termText(static_cast<DetailTerm>(i)));
        QCOMPARE(words.size(), count);
        QVERIFY(!words.contains(QString()));
    }

    void everyFieldHasALabel()
    {
        for (int i = 0; i <= static_cast<int>(DetailField::LeftOut); ++i) {
            const auto field = static_cast<DetailField>(i);
            const Detail row{.field = field, .object = QStringLiteral("1.2.3"), .terms = {}, .parts = {}};
            QCOMPARE(detailLabel(row).isEmpty(), field == DetailField::Present);
        }
    }

    void anExtensionIsCalledByWordsByItsNameOrByItsNumber()
    {
        Detail row{.field = DetailField::Extension,
                   .object = QStringLiteral("2.5.29.17"),
                   .name = QStringLiteral("X509v3 Subject Alternative Name"),
                   .terms = {},
                   .parts = {}};
        QCOMPARE(detailLabel(row), QStringLiteral("Subject alternative names"));
        row.object = QStringLiteral("1.2.3");
        QCOMPARE(detailLabel(row), QStringLiteral("X509v3 Subject Alternative Name"));
        row.name.clear();
        QCOMPARE(detailLabel(row), QStringLiteral("1.2.3"));
    }

    void objectsThatPeopleMeetAreCalledByWords_data()
    {
        QTest::addColumn<int>("field");
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("name"); // of the standard
        QTest::addColumn<QString>("label");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *what, DetailField field, const char *object, const char *name,
                            const char *label, const char *value) {
            QTest::newRow(what) << static_cast<int>(field) << QString::fromLatin1(object) << QString::fromLatin1(name)
                                << QString::fromLatin1(label) << QString::fromLatin1(value);
        };
        row("an attribute of a name", DetailField::NameEntry, "2.5.4.10", "organizationName", "Organisation (O)", "");
        row("a rare attribute", DetailField::NameEntry, "2.5.4.41", "name", "name", "");
        row("an unknown attribute", DetailField::NameEntry, "1.2.3", "", "1.2.3", "");
        row("an address", DetailField::AccessMethod, "1.3.6.1.5.5.7.48.2", "CA Issuers", "Issuer's certificate", "");
        row("a statement", DetailField::Statement, "0.4.0.1862.1.1", "QC compliance", "Qualified certificate (EU)", "");
        row("a policy", DetailField::Policy, "2.5.29.32.0", "X509v3 Any Policy", "Policy", "any policy (2.5.29.32.0)");
        row("a rare policy", DetailField::Policy, "0.4.0.2042.1.1", "ETSI NCP", "Policy", "ETSI NCP (0.4.0.2042.1.1)");
        row("an unknown policy", DetailField::Policy, "1.2.3", "", "Policy", "1.2.3");
        row("a purpose", DetailField::Purpose, "1.3.6.1.5.5.7.3.21", "SSH Client", "Purpose",
            "SSH client (1.3.6.1.5.5.7.3.21)");
    }
    void objectsThatPeopleMeetAreCalledByWords()
    {
        QFETCH(const int, field);
        QFETCH(const QString, object);
        QFETCH(const QString, name);
        const Detail row{
            .field = static_cast<DetailField>(field), .object = object, .name = name, .terms = {}, .parts = {}};
        QTEST(detailLabel(row), "label");
        QTEST(detailValue(row), "value");
    }

    void theEndOfDamagedDerSaysWhereItIs()
    {
        for (int i = 0; i <= static_cast<int>(Asn1Stop::Reason::TooLarge); ++i)
            QVERIFY(describe(Asn1Stop{.reason = static_cast<Asn1Stop::Reason>(i), .offset = 1234})
                        .contains(QStringLiteral("1234")));
    }
};

QTEST_GUILESS_MAIN(TestCertificateText)
#include "tst_certificate_text.moc"
