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

    void theEndOfDamagedDerSaysWhereItIs()
    {
        for (int i = 0; i <= static_cast<int>(Asn1Stop::Reason::TooLarge); ++i)
            QVERIFY(describe(Asn1Stop{.reason = static_cast<Asn1Stop::Reason>(i), .offset = 1234})
                        .contains(QStringLiteral("1234")));
    }
};

QTEST_GUILESS_MAIN(TestCertificateText)
#include "tst_certificate_text.moc"
