#include "model/certificates/issuer.h"
#include "model/tables/certificate_model.h"

#include <openssl/err.h>

#include <QAbstractItemModelTester>
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
    /// The model as it shows one source that holds these.
    static void show(CertificateModel &model, std::vector<StoredCertificate> certificates,
                     std::vector<Error> problems = {})
    {
        auto listing = std::make_shared<const SourceListing>(
            listingOf({.certificates = std::move(certificates), .problems = std::move(problems)}, *systemRoots()));
        model.setSources({{.id = SourceId(1), .title = QStringLiteral("somewhere"), .listing = std::move(listing)}},
                         noon);
    }
    static QModelIndex cell(const QAbstractItemModel &model, int row, CertificateColumn column)
    {
        return model.index(row, static_cast<int>(column));
    }
    static QStringList names(const QAbstractItemModel &model)
    {
        QStringList shown;
        for (int row = 0; row < model.rowCount(); ++row)
            shown.append(cell(model, row, CertificateColumn::Name).data().toString());
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
        show(model, {make(QStringLiteral("one"), from, to)});
        const QModelIndex expires = cell(model, 0, CertificateColumn::Expires);
        QCOMPARE(expires.data().toString(), text);
        QCOMPARE(int(certificateStatus(*model.itemAt(0).certificate(), model.calendar())), status);
        QCOMPARE(expires.data(IconNameRole).toString(), icon);
        QVERIFY(
            expires.data(Qt::ToolTipRole).toString().contains(noon.addDays(to).toString(QStringLiteral("yyyy-MM-dd"))));
        QVERIFY(!expires.data(Qt::AccessibleTextRole).toString().isEmpty());
    }

    void tellsWhereNowIsInItsValidity_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("to");
        QTest::addColumn<ValiditySpan>("span");
        QTest::newRow("in the middle") << -100 << 100 << ValiditySpan{0.5, CertificateStatus::Valid};
        QTest::newRow("at its beginning") << 0 << 100 << ValiditySpan{0, CertificateStatus::Valid};
        QTest::newRow("near its end") << -90 << 10 << ValiditySpan{0.9, CertificateStatus::ExpiresSoon};
        QTest::newRow("at its end") << -100 << 0 << ValiditySpan{1, CertificateStatus::ExpiresSoon};
        QTest::newRow("after its end") << -200 << -100 << ValiditySpan{1, CertificateStatus::Expired};
        QTest::newRow("before its beginning") << 10 << 100 << ValiditySpan{0, CertificateStatus::NotYetValid};
        QTest::newRow("no time at all") << 0 << 0 << ValiditySpan{0, CertificateStatus::ExpiresSoon};
        QTest::newRow("an end before its beginning") << 10 << -10 << ValiditySpan{1, CertificateStatus::Expired};
    }
    void tellsWhereNowIsInItsValidity()
    {
        QFETCH(const int, from);
        QFETCH(const int, to);
        QFETCH(const ValiditySpan, span);
        const ValiditySpan told = validitySpan(noon.addDays(from), noon.addDays(to), {.now = noon});
        QCOMPARE(told.share, span.share);
        QCOMPARE(told.status, span.status);
    }

    void tellsWhatIsRevoked_data()
    {
        QTest::addColumn<RevocationState>("revocation");
        QTest::addColumn<int>("to");
        QTest::addColumn<CertificateStatus>("status");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("icon");
        const auto row = [](const char *name, RevocationState revocation, int to, CertificateStatus status,
                            const char *text, const char *icon) {
            QTest::newRow(name) << revocation << to << status << QString::fromLatin1(text) << QString::fromLatin1(icon);
        };
        row("not revoked", RevocationState::NotRevoked, 89, CertificateStatus::Valid, "in 89 days", "");
        row("revoked", RevocationState::Revoked, 89, CertificateStatus::Revoked, "revoked; in 89 days", "revoked");
        row("on hold", RevocationState::OnHold, 89, CertificateStatus::OnHold, "on hold; in 89 days", "revoked");
        row("revoked before it expires soon", RevocationState::Revoked, 5, CertificateStatus::Revoked,
            "revoked; in 5 days", "revoked");
        row("revoked before it expired", RevocationState::Revoked, -3, CertificateStatus::Revoked,
            "revoked; expired 2 days ago", "revoked");
    }
    void tellsWhatIsRevoked()
    {
        QFETCH(const RevocationState, revocation);
        QFETCH(const int, to);
        QFETCH(const CertificateStatus, status);
        QFETCH(const QString, text);
        QFETCH(const QString, icon);
        CertificateModel model;
        show(model, {make(QStringLiteral("one"), -10, to), make(QStringLiteral("other"))});
        const QModelIndex expires = cell(model, 0, CertificateColumn::Expires);
        const QString before = expires.data(Qt::ToolTipRole).toString();
        model.setRevoked({{model.itemAt(0).certificate()->sha256(), revocation}});
        QCOMPARE(model.revocationAt(0), revocation);
        QCOMPARE(certificateStatus(*model.itemAt(0).certificate(), model.calendar(), revocation), status);
        QCOMPARE(expires.data().toString(), text);
        QCOMPARE(expires.data(Qt::AccessibleTextRole).toString(), text);
        QCOMPARE(expires.data(IconNameRole).toString(), icon);
        const bool isTold = expires.data(Qt::ToolTipRole).toString() != before;
        QCOMPARE(isTold, revocation != RevocationState::NotRevoked);
        QCOMPARE(cell(model, 1, CertificateColumn::Expires).data().toString(), QStringLiteral("in 89 days"));
        QCOMPARE(cell(model, 0, CertificateColumn::Name).data().toString(), QStringLiteral("one"));
    }

    void whatIsRevokedIsFoundByItsWord_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QStringList>("found");
        QTest::newRow("revoked, those on hold too")
            << QStringLiteral("revoked") << QStringList{QStringLiteral("first"), QStringLiteral("held")};
        QTest::newRow("a part of it, in another case")
            << QStringLiteral("REVOK") << QStringList{QStringLiteral("first"), QStringLiteral("held")};
        QTest::newRow("on hold") << QStringLiteral("on hold") << QStringList{QStringLiteral("held")};
    }
    void whatIsRevokedIsFoundByItsWord()
    {
        QFETCH(const QString, text);
        QFETCH(const QStringList, found);
        CertificateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(model, {make(QStringLiteral("first")), make(QStringLiteral("good")), make(QStringLiteral("held"))});
        const RevocationStates revoked{{model.itemAt(0).certificate()->sha256(), RevocationState::Revoked},
                                       {model.itemAt(2).certificate()->sha256(), RevocationState::OnHold}};
        model.setFilter(text);
        QCOMPARE(names(model), QStringList());
        model.setRevoked(revoked); // found out while somebody looks for it
        QCOMPARE(names(model), found);
        model.setRevoked({});
        QCOMPARE(names(model), QStringList());
        model.setFilter({});
        model.setRevoked(revoked);
        model.setFilter(text);
        QCOMPARE(names(model), found);
    }

    void sortsWhatIsRevokedByItsDateToo()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("late"), -1, 90), make(QStringLiteral("revoked"), -1, 20),
                     make(QStringLiteral("early"), -1, 10)});
        model.setRevoked({{model.itemAt(1).certificate()->sha256(), RevocationState::Revoked}});
        model.sort(int(CertificateColumn::Expires));
        QCOMPARE(names(model),
                 (QStringList{QStringLiteral("early"), QStringLiteral("revoked"), QStringLiteral("late")}));
    }

    void thumbprintsLookAsWindowsShowsThem()
    {
        CertificateModel model;
        const StoredCertificate stored = make(QStringLiteral("one"));
        show(model, {stored});
        const QString shown = cell(model, 0, CertificateColumn::Sha1).data().toString();
        QCOMPARE(shown, QString::fromLatin1(stored.certificate.sha1().toHex(' ')));
        QCOMPARE(cell(model, 0, CertificateColumn::Key).data(Qt::AccessibleTextRole).toString(),
                 QStringLiteral("has a private key"));
        QCOMPARE(cell(model, 0, CertificateColumn::KeyType).data().toString(), QStringLiteral("EC 256"));
    }

    void marksWhatExpiresWithinAsManyDaysAsAsked()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("one"), -10, 40)});
        const QModelIndex expires = cell(model, 0, CertificateColumn::Expires);
        QCOMPARE(expires.data(IconNameRole).toString(), QString());
        model.setCalendar({.now = noon, .soonDays = 60});
        QCOMPARE(expires.data(IconNameRole).toString(), QStringLiteral("warning"));
    }

    void purposesAreShownAndFoundByTheirNames()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("one"))});
        QCOMPARE(cell(model, 0, CertificateColumn::Purposes).data().toString(),
                 QStringLiteral("TLS server, TLS client"));
        model.setFilter(QStringLiteral("clientauth"));
        QCOMPARE(model.rowCount(), 1);
        model.setFilter(QStringLiteral("codesigning"));
        QCOMPARE(model.rowCount(), 0);
    }

    void sortsByDateNotByItsText()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("nine-years"), -1, 3650), make(QStringLiteral("ten-days"), -1, 10),
                     make(QStringLiteral("Two-days"), -1, 2)});
        model.sort(int(CertificateColumn::Expires));
        QCOMPARE(names(model),
                 (QStringList{QStringLiteral("Two-days"), QStringLiteral("ten-days"), QStringLiteral("nine-years")}));
        model.sort(int(CertificateColumn::Name));
        QCOMPARE(names(model),
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
        const StoredCertificate wanted = make(QStringLiteral("wanted.test"));
        show(model, {make(QStringLiteral("first.test")), wanted, make(QStringLiteral("last.test"))});
        const QByteArray sha1 = wanted.certificate.sha1();
        if (text == u"windows")
            text = QChar(0x200e) + QString::fromLatin1(sha1.toHex(' '));
        else if (text == u"openssl")
            text = QString::fromLatin1(wanted.certificate.sha256().toHex(':').toUpper());
        else if (text == u"part")
            text = QString::fromLatin1(sha1.toHex().mid(10, 14));
        model.setFilter(text);
        QCOMPARE(names(model), QStringList{QStringLiteral("wanted.test")});
        model.setFilter({});
        QCOMPARE(model.rowCount(), 3);
        for (qsizetype length = 1; length <= text.size(); ++length)
            model.setFilter(text.left(length)); // typed
        QCOMPARE(names(model), QStringList{QStringLiteral("wanted.test")});
    }

    void findsByWhatTheCellsSayInWords_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("rows");
        QTest::newRow("a purpose") << "TLS server" << 2;
        QTest::newRow("a part of it, in another case") << "tls serv" << 2;
        QTest::newRow("a purpose of none of them") << "code sign" << 0;
        QTest::newRow("the source") << "Somewhere" << 2;
    }
    void findsByWhatTheCellsSayInWords()
    {
        QFETCH(const QString, text);
        QFETCH(const int, rows);
        CertificateModel model;
        model.setFilter(text.left(1));
        show(model, {make(QStringLiteral("first.test")), make(QStringLiteral("last.test"))});
        model.setFilter(text);
        QCOMPARE(model.rowCount(), rows);
    }

    // Each letter looks only at what the letters before have left.
    void showsTheSameTypedAsPasted_data()
    {
        QTest::addColumn<QStringList>("typed");
        const auto row = [](const char *name, const QStringList &typed) { QTest::newRow(name) << typed; };
        row("a separator before the digits",
            {QStringLiteral(":"), QStringLiteral(":f"), QStringLiteral(":fa"), QStringLiteral(":fac")});
        row("digits that turn out to be a word",
            {QStringLiteral("fa"), QStringLiteral("fac"), QStringLiteral("facing")});
        row("a letter taken back", {QStringLiteral("facing"), QStringLiteral("facin"), QStringLiteral("fac")});
        row("another word", {QStringLiteral("facing"), QStringLiteral("first")});
    }
    void showsTheSameTypedAsPasted()
    {
        QFETCH(QStringList, typed);
        CertificateModel model;
        CertificateModel fresh;
        const std::vector<StoredCertificate> certificates = {
            make(QStringLiteral("first.test")), make(QStringLiteral("facing.test")), make(QStringLiteral("last.test"))};
        show(model, certificates);
        for (const QString &text : typed)
            model.setFilter(text);
        fresh.setFilter(typed.last());
        show(fresh, certificates);
        QVERIFY(fresh.rowCount() > 0);
        QCOMPARE(names(model), names(fresh));
    }

    void marksWhatExpiresWithinTheDaysThatTheUserSet()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("one"), -1, 50)});
        const QModelIndex expires = cell(model, 0, CertificateColumn::Expires);
        QCOMPARE(expires.data(IconNameRole).toString(), QString());
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCalendar({.now = noon, .soonDays = 60});
        QCOMPARE(expires.data(IconNameRole).toString(), QStringLiteral("warning"));
        QCOMPARE(changed.size(), 1);
    }

    void whatCouldNotBeReadIsARowThatSaysWhy()
    {
        CertificateModel model;
        show(model, {make(QStringLiteral("zebra"))},
             {{.code = ErrorCode::PassphraseNeeded, .subject = QStringLiteral("/a/server.p12")},
              {.code = ErrorCode::MalformedPem,
               .subject = QStringLiteral("/a/broken.pem"),
               .values = {QStringLiteral("3")}}});
        model.sort(int(CertificateColumn::Name));
        QCOMPARE(names(model), (QStringList{QStringLiteral("zebra"), QStringLiteral("broken.pem"),
                                            QStringLiteral("server.p12")})); // certificates first
        QCOMPARE(cell(model, 1, CertificateColumn::Name).data(IconNameRole).toString(), QStringLiteral("warning"));
        QCOMPARE(cell(model, 2, CertificateColumn::Name).data(IconNameRole).toString(), QStringLiteral("locked"));
        QVERIFY(cell(model, 1, CertificateColumn::Sha1).data().toString().contains(QStringLiteral("line 3")));
        QVERIFY(cell(model, 2, CertificateColumn::Key).data(Qt::AccessibleTextRole).toString().isEmpty());
        model.sort(int(CertificateColumn::Name), Qt::DescendingOrder);
        QCOMPARE(names(model).first(), QStringLiteral("zebra")); // in this order too
        model.setFilter(QStringLiteral("SERVER.P"));
        QCOMPARE(names(model), QStringList{QStringLiteral("server.p12")});
    }

    void aLockedKeyIsToldFromOneThatIsOpenAndFromNone()
    {
        CertificateModel model;
        StoredCertificate locked = make(QStringLiteral("b"));
        locked.isKeyLocked = true;
        show(model, {make(QStringLiteral("c"), -10, 89, false), locked, make(QStringLiteral("a"))});
        model.sort(int(CertificateColumn::Key));
        QCOMPARE(names(model), (QStringList{QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
        const QModelIndex key = cell(model, 1, CertificateColumn::Key);
        QCOMPARE(key.data(IconNameRole).toString(), QStringLiteral("locked"));
        QVERIFY(key.data(Qt::AccessibleTextRole).toString().contains(QStringLiteral("locked")));
        QVERIFY(key.data(Qt::ToolTipRole).toString().contains(QStringLiteral("pass phrase")));
        QVERIFY(!cell(model, 0, CertificateColumn::Key)
                     .data(Qt::ToolTipRole)
                     .toString()
                     .contains(QStringLiteral("pass phrase")));
    }

    void theSelectedRowStaysSelected()
    {
        CertificateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        show(model, {make(QStringLiteral("b")), make(QStringLiteral("c")), make(QStringLiteral("a"))});
        const QPersistentModelIndex selected = cell(model, 0, CertificateColumn::Expires);
        const QPersistentModelIndex other = cell(model, 2, CertificateColumn::Name);
        model.sort(int(CertificateColumn::Name));
        QCOMPARE(selected.row(), 1);
        QCOMPARE(selected.column(), int(CertificateColumn::Expires));
        model.sort(int(CertificateColumn::Name), Qt::DescendingOrder);
        QCOMPARE(names(model), (QStringList{QStringLiteral("c"), QStringLiteral("b"), QStringLiteral("a")}));
        model.setFilter(QStringLiteral("alias-of-b"));
        QCOMPARE(selected.row(), 0);
        QVERIFY(!other.isValid()); // it is out of sight
    }

    void severalSourcesStandOneAfterTheOther()
    {
        CertificateModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        const auto listing = [](std::vector<StoredCertificate> certificates) {
            return std::make_shared<const SourceListing>(
                listingOf({.certificates = std::move(certificates), .problems = {}}, *systemRoots()));
        };
        const StoredCertificate same = make(QStringLiteral("both"));
        const std::vector<ShownSource> sources{
            {SourceId(1), QStringLiteral("Mine"), listing({make(QStringLiteral("a")), same})},
            {SourceId(2), QStringLiteral("Never read"), nullptr},
            {SourceId(3), QStringLiteral("Disk"), listing({same})}};
        model.setSources(sources, noon);
        QCOMPARE(names(model), (QStringList{QStringLiteral("a"), QStringLiteral("both"), QStringLiteral("both")}));
        QCOMPARE(cell(model, 2, CertificateColumn::Source).data().toString(), QStringLiteral("Disk"));
        QCOMPARE(model.sourceAt(2), SourceId(3));
        QCOMPARE(model.rowOf(same.certificate), 1);
        model.sort(int(CertificateColumn::Source));
        QCOMPARE(cell(model, 0, CertificateColumn::Source).data().toString(), QStringLiteral("Disk"));

        model.sort(-1);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        model.setSources(sources, noon);
        QCOMPARE(reset.size(), 0); // the same again: whoever looks at a row goes on looking at it
        const RowIdentity kept = model.identityAt(0);
        model.setSources({sources[2], sources[0]}, noon);
        QCOMPARE(reset.size(), 1);
        QCOMPARE(model.rowOf(kept), 1);
        model.setSources({}, noon);
        QCOMPARE(model.rowCount(), 0);
        QCOMPARE(model.rowOf(kept), -1);
    }
};

QTEST_GUILESS_MAIN(CertificateModelTest)
#include "tst_certificate_model.moc"
