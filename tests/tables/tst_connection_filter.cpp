#include "model/tables/connection_filter.h"
#include "model/tables/connection_model.h"
#include "tests/tables/sample_records.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QtTest>

#include <algorithm>
#include <ctime>

using namespace sealport;
using namespace sealport::test;

namespace {

struct Tables {
    Tables() { filter.setSourceModel(&model); }
    [[nodiscard]] std::vector<std::uint64_t> ids() const
    {
        std::vector<std::uint64_t> shown;
        for (int row = 0; row < filter.rowCount(); ++row)
            shown.push_back(model.record(filter.mapToSource(filter.index(row, 0)).row()).id.value());
        return shown;
    }
    ConnectionModel model;
    ConnectionFilter filter;
};

using Ids = std::vector<std::uint64_t>;

} // namespace

class ConnectionFilterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void chipsFollowTheState()
    {
        Tables tables;
        QAbstractItemModelTester tester(&tables.filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tables.model.apply({sampleRecord(1, ConnectionState::Failed), sampleRecord(2, ConnectionState::Secured),
                            sampleRecord(3, ConnectionState::Closed), sampleRecord(4, ConnectionState::Accepted)});
        QCOMPARE(tables.ids(), (Ids{1, 2, 3, 4}));
        tables.filter.setShow(ConnectionFilter::Show::Live);
        QCOMPARE(tables.ids(), (Ids{2, 4}));
        tables.model.apply({sampleRecord(4, ConnectionState::Failed)});
        QCOMPARE(tables.ids(), (Ids{2}));
        tables.filter.setShow(ConnectionFilter::Show::Failed);
        QCOMPARE(tables.ids(), (Ids{1, 4}));
        tables.filter.setShow(ConnectionFilter::Show::All);
        QCOMPARE(tables.ids(), (Ids{1, 2, 3, 4}));
    }

    void textIsFoundInEveryColumn_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("found");
        QTest::newRow("server, other case") << QStringLiteral("SSOCKETssl") << true;
        QTest::newRow("address") << QStringLiteral("10.0.0.7:400") << true;
        QTest::newRow("state") << QStringLiteral("closed") << true;
        QTest::newRow("protocol") << QStringLiteral("tls 1.3") << true;
        QTest::newRow("cipher suite") << QStringLiteral("aes_256") << true;
        QTest::newRow("group") << QStringLiteral("x25519") << true;
        QTest::newRow("name asked for") << QStringLiteral("Host-7.T") << true;
        QTest::newRow("handshake time") << QStringLiteral("1.9 ms") << true;
        QTest::newRow("verdict") << QStringLiteral("ok") << true;
        QTest::newRow("spaces around it do not count") << QStringLiteral("  x25519 ") << true;
        QTest::newRow("never across two cells") << QStringLiteral("x25519host") << false;
        QTest::newRow("a regular expression is plain text") << QStringLiteral("h.st") << false;
        QTest::newRow("nothing of the kind") << QStringLiteral("kerberos") << false;
    }
    void textIsFoundInEveryColumn()
    {
        QFETCH(QString, text);
        QFETCH(bool, found);
        Tables tables;
        tables.model.apply({sampleRecord(7, ConnectionState::Closed)});
        tables.filter.setText(text);
        QCOMPARE(tables.filter.rowCount(), found ? 1 : 0);
        tables.filter.setText({});
        QCOMPARE(tables.filter.rowCount(), 1);
    }

    void rowsComeAndGoWithTheirText()
    {
        Tables tables;
        QAbstractItemModelTester tester(&tables.filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tables.filter.setText(QStringLiteral("tls 1.3"));
        tables.model.apply({sampleRecord(1, ConnectionState::Accepted)});
        QCOMPARE(tables.filter.rowCount(), 0);
        tables.model.apply({sampleRecord(1, ConnectionState::Secured)});
        QCOMPARE(tables.filter.rowCount(), 1);
        tables.model.apply({sampleRecord(1, ConnectionState::Failed)});
        QCOMPARE(tables.filter.rowCount(), 0);
    }

    void theSelectionStaysOnItsRowWhileTheFilterChanges()
    {
        Tables tables;
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = 1; id <= 100; ++id)
            records.push_back(sampleRecord(id, id % 2 == 0 ? ConnectionState::Failed : ConnectionState::Closed));
        tables.model.apply(records);
        QItemSelectionModel selection(&tables.filter);
        selection.select(tables.filter.index(41, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows); // id 42
        tables.filter.setShow(ConnectionFilter::Show::Failed);
        tables.filter.setText(QStringLiteral("host-4"));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(tables.model.record(tables.filter.mapToSource(selection.selectedRows().first()).row()).id,
                 ConnectionId(42));
        tables.filter.setText({});
        QCOMPARE(selection.selectedRows().size(), 1);
    }

    void sortsByTrueValue_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Ids>("ascending");
        QTest::newRow("time") << int(ConnectionModel::TimeColumn) << Ids{1, 2, 3};
        QTest::newRow("bytes, not their text") << int(ConnectionModel::BytesInColumn) << Ids{2, 3, 1};
        QTest::newRow("duration, not its text") << int(ConnectionModel::DurationColumn) << Ids{3, 1, 2};
        QTest::newRow("handshake; none comes first") << int(ConnectionModel::HandshakeColumn) << Ids{2, 1, 3};
        QTest::newRow("addresses as numbers") << int(ConnectionModel::PeerColumn) << Ids{3, 2, 1};
        QTest::newRow("equal values keep their order") << int(ConnectionModel::ServerColumn) << Ids{1, 2, 3};
        QTest::newRow("verdicts by title") << int(ConnectionModel::VerdictColumn) << Ids{1, 3, 2};
    }
    void sortsByTrueValue()
    {
        QFETCH(int, column);
        QFETCH(Ids, ascending);
        Tables tables;
        ConnectionRecord a = sampleRecord(1, ConnectionState::Closed);
        ConnectionRecord b = sampleRecord(2, ConnectionState::Failed);
        ConnectionRecord c = sampleRecord(3, ConnectionState::Closed);
        a.bytesIn = 2'000'000; // "1.9 MB"
        b.bytesIn = 900;       // "900 B"
        c.bytesIn = 10'000;    // "9.8 KB"
        a.durationMs = 61'000;
        b.durationMs = 3'700'000;
        c.durationMs = 900;
        a.negotiated->handshakeMs = 2.5;
        c.negotiated->handshakeMs = 10.25;
        a.peer.address = QHostAddress(QStringLiteral("192.168.1.10"));
        b.peer.address = QHostAddress(QStringLiteral("192.168.1.9"));
        c.peer.address = QHostAddress(QStringLiteral("9.9.9.9"));
        tables.model.apply({a, b, c});
        tables.filter.sort(column, Qt::AscendingOrder);
        QCOMPARE(tables.ids(), ascending);
        tables.filter.sort(-1);
        QCOMPARE(tables.ids(), (Ids{1, 2, 3}));
    }

    void newRowsAreSortedIn()
    {
        Tables tables;
        QAbstractItemModelTester tester(&tables.filter, QAbstractItemModelTester::FailureReportingMode::QtTest);
        tables.filter.sort(ConnectionModel::TimeColumn, Qt::DescendingOrder);
        tables.model.apply({sampleRecord(1, ConnectionState::Accepted), sampleRecord(2, ConnectionState::Accepted)});
        tables.model.apply({sampleRecord(3, ConnectionState::Accepted)});
        QCOMPARE(tables.ids(), (Ids{3, 2, 1}));
    }

    void aLetterInAFullHistoryIsQuick()
    {
        Tables tables;
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = 1; id <= 100'000; ++id)
            records.push_back(sampleRecord(id, id % 3 == 0 ? ConnectionState::Failed : ConnectionState::Closed));
        tables.model.apply(records);
        QCOMPARE(tables.filter.rowCount(), 100'000);
        double longest = 0; // milliseconds of this process's own time: other load must not count
        QString typed;
        for (const QChar letter : QStringLiteral("host-77")) {
            typed += letter;
            const std::clock_t start = std::clock();
            tables.filter.setText(typed);
            const int rows = tables.filter.rowCount();
            longest = std::max(longest, 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
            QVERIFY(rows > 0);
        }
        qInfo("longest keystroke: %.1f ms", longest);
        QVERIFY2(longest < 250, qPrintable(QString::number(longest))); // 50 without sanitizers
        tables.filter.setText({});
        tables.filter.setShow(ConnectionFilter::Show::Failed); // every third row: gaps everywhere
        QCOMPARE(tables.filter.rowCount(), 33'333);
    }
};

QTEST_GUILESS_MAIN(ConnectionFilterTest)
#include "tst_connection_filter.moc"
