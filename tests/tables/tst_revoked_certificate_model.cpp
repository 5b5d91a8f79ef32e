#include "model/tables/revoked_certificate_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace sealport;

/// The entries of a revocation list as a table.
class TestRevokedCertificateModel : public QObject {
    Q_OBJECT
private:
    static KnownRevocation entry(const char *serial, int day, const char *reason, const char *name)
    {
        return {.revoked = {.serial = QString::fromLatin1(serial),
                            .date = QDateTime(QDate(2026, 5, day), QTime(12, 0), Qt::UTC),
                            .reason = QString::fromLatin1(reason)},
                .name = QString::fromLatin1(name)};
    }
    [[nodiscard]] QStringList shown(RevokedCertificateModel::Column column) const
    {
        QStringList texts;
        for (int row = 0; row < m_model->rowCount(); ++row)
            texts.append(m_model->index(row, int(column)).data().toString());
        return texts;
    }
    [[nodiscard]] QString serials() const { return shown(RevokedCertificateModel::Column::Serial).join(u' '); }

private Q_SLOTS:
    void init()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
        m_model = std::make_unique<RevokedCertificateModel>();
        new QAbstractItemModelTester(m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest,
                                     m_model.get());
        m_model->setEntries({entry("0a1b", 9, "keyCompromise", "Web"), entry("ff", 10, "", ""),
                             entry("0100", 8, "superseded", "api"), entry("7f", 11, "99", "")});
    }

    void entriesComeInTheOrderOfTheList() { QCOMPARE(serials(), QStringLiteral("0a1b ff 0100 7f")); }

    void reasonsAreInWords()
    {
        const QStringList reasons = shown(RevokedCertificateModel::Column::Reason);
        QVERIFY2(reasons[0].endsWith(QStringLiteral("(keyCompromise)")) && reasons[0].size() > 20,
                 qPrintable(reasons[0]));
        QVERIFY(!reasons[1].isEmpty());
        QCOMPARE(reasons[3], QStringLiteral("99"));
    }

    void columnsAreSortedByTheirTrueValues_data()
    {
        using enum RevokedCertificateModel::Column;
        QTest::addColumn<RevokedCertificateModel::Column>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("serials");
        QTest::newRow("numbers by size") << Serial << Qt::AscendingOrder << "7f ff 0100 0a1b";
        QTest::newRow("numbers, largest first") << Serial << Qt::DescendingOrder << "0a1b 0100 ff 7f";
        QTest::newRow("dates by time") << Date << Qt::AscendingOrder << "0100 0a1b ff 7f";
        QTest::newRow("reasons by the words that are shown") << Reason << Qt::AscendingOrder << "7f 0100 ff 0a1b";
        QTest::newRow("names in any case of letters, equal ones as in the list")
            << Name << Qt::AscendingOrder << "ff 7f 0100 0a1b";
    }
    void columnsAreSortedByTheirTrueValues()
    {
        QFETCH(const RevokedCertificateModel::Column, column);
        QFETCH(const Qt::SortOrder, order);
        m_model->sort(int(column), order);
        QTEST(serials(), "serials");
        m_model->sort(-1);
        QCOMPARE(serials(), QStringLiteral("0a1b ff 0100 7f"));
    }

    void whatIsSelectedStaysSoInAnotherOrderAndUnderAFilter()
    {
        QSignalSpy resets(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex kept(m_model->index(2, int(RevokedCertificateModel::Column::Serial)));
        const QPersistentModelIndex other(m_model->index(1, int(RevokedCertificateModel::Column::Date)));
        m_model->sort(int(RevokedCertificateModel::Column::Date));
        QCOMPARE(kept.row(), 0);
        QCOMPARE(kept.data().toString(), QStringLiteral("0100"));
        QCOMPARE(other.row(), 2);
        m_model->setFilter(QStringLiteral("api"));
        QCOMPARE(kept.data().toString(), QStringLiteral("0100"));
        QVERIFY(!other.isValid()); // it is not shown any more
        m_model->setFilter({});
        QCOMPARE(kept.row(), 0);
        QCOMPARE(resets.size(), 0);
        m_model->setEntries({});
        QCOMPARE(resets.size(), 1);
        QVERIFY(!kept.isValid());
    }

    void wordsOfReasonsAreMadeForTheEntriesThatThereAre()
    {
        m_model->setFilter(QStringLiteral("superseded"));
        QCOMPARE(serials(), QStringLiteral("0100"));
        m_model->setEntries({entry("01", 1, "keyCompromise", ""), entry("02", 2, "superseded", "")});
        QCOMPARE(serials(), QStringLiteral("02"));                      // the same filter
        QVERIFY(!m_model->index(0, 0).data(Qt::ToolTipRole).isValid()); // the table shows what it cuts off
    }

    void theFilterLooksAtNumbersReasonsAndNames_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("serials");
        QTest::newRow("a part of a number") << "a1" << "0a1b";
        QTest::newRow("a number with colons") << "0A:1B" << "0a1b";
        QTest::newRow("a number in C's form") << " 0x0100 " << "0100";
        QTest::newRow("a name") << "WEB" << "0a1b";
        QTest::newRow("the name of a reason") << "superSeded" << "0100";
        QTest::newRow("nothing") << "nobody" << "";
        QTest::newRow("no text") << "  " << "0a1b ff 0100 7f";
    }
    void theFilterLooksAtNumbersReasonsAndNames()
    {
        QFETCH(const QString, text);
        m_model->setFilter(text);
        QTEST(serials(), "serials");
    }

private:
    std::unique_ptr<RevokedCertificateModel> m_model;
};

QTEST_GUILESS_MAIN(TestRevokedCertificateModel)
#include "tst_revoked_certificate_model.moc"
