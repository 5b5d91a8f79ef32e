#include "model/certificates/issuer.h"
#include "model/tables/certificate_model.h"

#include <openssl/err.h>

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QtTest>

using namespace sealport;

namespace {

const QDateTime noon(QDate(2026, 6, 1), QTime(12, 0), Qt::UTC);

} // namespace

class CertificateModelTest : public QObject {
    Q_OBJECT
private:
    PrivateKey m_key;

    StoredCertificate make(const QString &name, int fromDays = -10, int toDays = 89, bool hasKey = true) const
    {
        const CertificateSpec spec{.commonName = name,
                                   .alternativeNames = {QStringLiteral("alias-of-") + name},
                                   .notBefore = noon.addDays(fromDays),
                                   .notAfter = noon.addDays(toDays).addSecs(60),
                                   .isCa = false};
        const auto certificate = issue(spec, m_key);
        if (!certificate)
            qFatal("issuing failed");
        return {.certificate = *certificate, .hasKey = hasKey, .file = name + QStringLiteral(".pem")};
    }
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown.append(model.index(row, CertificateModel::NameColumn).data().toString());
        return shown;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto key = PrivateKey::generate({});
        QVERIFY(key);
        m_key = *key;
    }
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void tellsHowLongACertificateIsGood_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("icon");
        QTest::newRow("good") << -10 << 89 << int(CertificateStatus::Valid) << QStringLiteral("in 89 days")
                              << QString();
        QTest::newRow("good for years") << -10 << 3650 << int(CertificateStatus::Valid) << QStringLiteral("in 9 years")
                                        << QString();
        QTest::newRow("good for a month less a day") << -10 << 29 << int(CertificateStatus::ExpiresSoon)
                                                     << QStringLiteral("in 29 days") << QStringLiteral("warning");
        QTest::newRow("expired") << -4000 << -2000 << int(CertificateStatus::Expired)
                                 << QStringLiteral("expired 5 years ago") << QStringLiteral("error");
        QTest::newRow("not yet valid") << 3 << 90 << int(CertificateStatus::NotYetValid)
                                       << QStringLiteral("valid in 3 days") << QStringLiteral("error");
    }
    void tellsHowLongACertificateIsGood()
    {
        QFETCH(int, from);
        QFETCH(int, to);
        QFETCH(int, status);
        QFETCH(QString, text);
        QFETCH(QString, icon);
        CertificateModel model;
        model.setCertificates({make(QStringLiteral("one"), from, to)}, noon);
        const QModelIndex cell = model.index(0, CertificateModel::ExpiresColumn);
        QCOMPARE(cell.data().toString(), text);
        QCOMPARE(int(certificateStatus(model.certificateAt(0).certificate, noon)), status);
        QCOMPARE(cell.data(IconNameRole).toString(), icon);
        QVERIFY(
            cell.data(Qt::ToolTipRole).toString().contains(noon.addDays(to).toString(QStringLiteral("yyyy-MM-dd"))));
        QVERIFY(!cell.data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void thumbprintsLookAsWindowsShowsThem()
    {
        CertificateModel model;
        const StoredCertificate stored = make(QStringLiteral("one"));
        model.setCertificates({stored}, noon);
        const QString shown = model.index(0, CertificateModel::Sha1Column).data().toString();
        QCOMPARE(shown, QString::fromLatin1(stored.certificate.sha1().toHex(' ')));
        QCOMPARE(model.index(0, CertificateModel::KeyColumn).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("has a private key"));
        QCOMPARE(model.index(0, CertificateModel::KeyTypeColumn).data().toString(), QStringLiteral("EC 256"));
    }

    void sortsByDateNotByItsText()
    {
        CertificateModel model;
        CertificateFilter filter;
        filter.setSourceModel(&model);
        model.setCertificates({make(QStringLiteral("nine-years"), -1, 3650), make(QStringLiteral("ten-days"), -1, 10),
                               make(QStringLiteral("Two-days"), -1, 2)},
                              noon);
        filter.sort(CertificateModel::ExpiresColumn);
        QCOMPARE(names(filter),
                 (QStringList{QStringLiteral("Two-days"), QStringLiteral("ten-days"), QStringLiteral("nine-years")}));
        filter.sort(CertificateModel::NameColumn);
        QCOMPARE(names(filter),
                 (QStringList{QStringLiteral("nine-years"), QStringLiteral("ten-days"), QStringLiteral("Two-days")}));
    }

    void findsByAnythingAPersonKnows_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("name, other case") << QStringLiteral("WAN");
        QTest::newRow("alternative name") << QStringLiteral("alias-of-wan");
        QTest::newRow("thumbprint as Windows shows it") << QStringLiteral("windows");
        QTest::newRow("thumbprint as OpenSSL shows it") << QStringLiteral("openssl");
        QTest::newRow("a part of the thumbprint") << QStringLiteral("part");
    }
    void findsByAnythingAPersonKnows()
    {
        QFETCH(QString, text);
        CertificateModel model;
        CertificateFilter filter;
        filter.setSourceModel(&model);
        const StoredCertificate wanted = make(QStringLiteral("wanted.test"));
        model.setCertificates({make(QStringLiteral("first.test")), wanted, make(QStringLiteral("last.test"))}, noon);
        const QByteArray sha1 = wanted.certificate.sha1();
        if (text == u"windows")
            text = QChar(0x200e) + QString::fromLatin1(sha1.toHex(' '));
        else if (text == u"openssl")
            text = QString::fromLatin1(wanted.certificate.sha256().toHex(':').toUpper());
        else if (text == u"part")
            text = QString::fromLatin1(sha1.toHex().mid(10, 14));
        filter.setText(text);
        QCOMPARE(names(filter), QStringList{QStringLiteral("wanted.test")});
        filter.setText({});
        QCOMPARE(filter.rowCount(), 3);
    }

    void aNewListingKeepsTheSelection()
    {
        CertificateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        const auto a = make(QStringLiteral("a"));
        const auto b = make(QStringLiteral("b"));
        const auto c = make(QStringLiteral("c"));
        const auto d = make(QStringLiteral("d"));
        model.setCertificates({b, c, d}, noon);
        QItemSelectionModel selection(&model);
        selection.select(model.index(1, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        model.setCertificates({a, d, c}, noon);
        QCOMPARE(names(model), (QStringList{QStringLiteral("a"), QStringLiteral("d"), QStringLiteral("c")}));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(selection.selectedRows().first().row(), 2);
        QCOMPARE(reset.size(), 0);
    }

    void anyListingAfterAnyOther()
    {
        std::vector<StoredCertificate> all;
        all.reserve(12);
        for (int i = 0; i < 12; ++i)
            all.push_back(make(QString::number(i)));
        CertificateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QRandomGenerator random(7);
        for (int turn = 0; turn < 200; ++turn) {
            std::vector<StoredCertificate> wanted;
            QStringList expected;
            std::shuffle(all.begin(), all.end(), random);
            for (int i = random.bounded(13); i > 0; --i) {
                wanted.push_back(all[static_cast<std::size_t>(i - 1)]);
                expected.append(wanted.back().certificate.name());
            }
            model.setCertificates(wanted, noon);
            QCOMPARE(names(model), expected);
        }
    }
};

QTEST_GUILESS_MAIN(CertificateModelTest)
#include "tst_certificate_model.moc"
