#include "model/tables/connection_model.h"
#include "tests/tables/sample_records.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QtTest>

#include <ctime>

using namespace sealport;
using namespace sealport::test;

namespace {

std::vector<ConnectionRecord> batch(std::uint64_t first, std::uint64_t last, ConnectionState state)
{
    std::vector<ConnectionRecord> records;
    for (std::uint64_t id = first; id <= last; ++id)
        records.push_back(sampleRecord(id, state));
    return records;
}

QString cell(const ConnectionModel &model, int row, int column)
{
    return model.index(row, column).data().toString();
}

} // namespace

class ConnectionModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(QStringLiteral(".*"))); }

    void showsEveryColumnOfASecuredConnection()
    {
        ConnectionModel model;
        ConnectionRecord record = sampleRecord(7, ConnectionState::Closed);
        record.negotiated->alpn = "h2";
        record.bytesIn = 1536;
        record.durationMs = 12'300;
        record.generation = 2;
        model.apply({record});
        const QStringList expected{QStringLiteral("08:00:00"),
                                   QStringLiteral("sSocketSSL"),
                                   QStringLiteral("10.0.0.7:40007"),
                                   QStringLiteral("closed"),
                                   QStringLiteral("TLS 1.3"),
                                   QStringLiteral("OK"),
                                   QStringLiteral("host-7.test"),
                                   QStringLiteral("TLS_AES_256_GCM_SHA384"),
                                   QStringLiteral("X25519"),
                                   QStringLiteral("h2"),
                                   QStringLiteral("no"),
                                   QStringLiteral("1.9 ms"),
                                   QStringLiteral("1.5 KB"),
                                   QStringLiteral("0 B"),
                                   QStringLiteral("12.3 s"),
                                   QStringLiteral("2")};
        for (int column = 0; column < ConnectionModel::ColumnCount; ++column)
            QCOMPARE(cell(model, 0, column), expected.at(column));
        QVERIFY(model.index(0, ConnectionModel::TimeColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("2027-01-15 08:00:00.007")));
        QVERIFY(model.index(0, ConnectionModel::VerdictColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("closed properly")));
    }

    void aFailureTellsItsReasonInTheRow()
    {
        ConnectionModel model;
        ConnectionRecord record = sampleRecord(1, ConnectionState::Failed);
        Verdict verdict;
        verdict.code = VerdictCode::NoCommonProtocol;
        verdict.reason = VerdictReason::ClientVersionsTooOld;
        verdict.clientValues = {QStringLiteral("TLS 1.0")};
        verdict.serverValues = {QStringLiteral("TLS 1.2"), QStringLiteral("TLS 1.3")};
        record.verdict = std::make_shared<const Verdict>(verdict);
        model.apply({record});
        QCOMPARE(cell(model, 0, ConnectionModel::VerdictColumn),
                 QStringLiteral(
                     "No common protocol. The client offers only TLS 1.0; this server allows TLS 1.2 and TLS 1.3."));
        QVERIFY(model.searchText(0).contains("the client offers only tls 1.0")); // what is seen is found
    }

    void hostileNamesAreEscapedEverywhere()
    {
        ConnectionModel model;
        ConnectionRecord record = sampleRecord(1, ConnectionState::Failed);
        record.sni = "<img src=x>\x1b[31m\xe2\x80\xae"
                     "evil\n";
        Verdict verdict;
        verdict.code = VerdictCode::NotTls;
        verdict.detail = QStringLiteral("<b>bold</b>");
        record.verdict = std::make_shared<const Verdict>(verdict);
        model.apply({record});
        QCOMPARE(cell(model, 0, ConnectionModel::NameColumn),
                 QStringLiteral("<img src=x>\\x1b[31m\\xe2\\x80\\xaeevil\\x0a"));
        QVERIFY(model.index(0, ConnectionModel::VerdictColumn)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QLatin1String("&lt;b&gt;bold")));
        QCOMPARE(model.searchText(0).count('\n'), qsizetype(ConnectionModel::ColumnCount));
    }

    void aBatchIsOneInsertionAndOneChangeForEachSpan()
    {
        ConnectionModel model;
        model.apply(batch(1, 10, ConnectionState::Accepted));
        QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        std::vector<ConnectionRecord> records = batch(3, 5, ConnectionState::Secured);
        records.push_back(sampleRecord(9, ConnectionState::Failed));
        for (const ConnectionRecord &record : batch(11, 30, ConnectionState::Accepted))
            records.push_back(record);
        records.push_back(sampleRecord(12, ConnectionState::Failed)); // opened and closed within one tick
        model.apply(records);
        QCOMPARE(inserted.size(), 1);
        QCOMPARE(inserted.first().at(1).toInt(), 10);
        QCOMPARE(inserted.first().at(2).toInt(), 29);
        QCOMPARE(changed.size(), 2); // rows 2 to 4 and row 8
        QCOMPARE(changed.first().at(0).toModelIndex().row(), 2);
        QCOMPARE(changed.first().at(1).toModelIndex().row(), 4);
        QCOMPARE(removed.size(), 0);
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowCount(), 30);
        QCOMPARE(model.record(11).state, ConnectionState::Failed);
        QCOMPARE(model.counts(), (ConnectionModel::Counts{.all = 30, .live = 28, .failed = 2}));
    }

    void trafficTouchesLiveRowsAlone()
    {
        ConnectionModel model;
        model.apply({sampleRecord(1, ConnectionState::Secured), sampleRecord(2, ConnectionState::Closed)});
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.applyTraffic({{.id = ConnectionId(1), .bytesIn = 10, .bytesOut = 20},
                            {.id = ConnectionId(1), .bytesIn = 30, .bytesOut = 40},
                            {.id = ConnectionId(2), .bytesIn = 99, .bytesOut = 99},
                            {.id = ConnectionId(3), .bytesIn = 99, .bytesOut = 99}});
        QCOMPARE(changed.size(), 1);
        QCOMPARE(model.record(0).bytesIn, 30U);
        QCOMPARE(model.record(0).bytesOut, 40U);
        QCOMPARE(model.record(1).bytesIn, 0U);
        QVERIFY(model.searchText(0).contains("30 b"));
    }

    void hugeHellosShortenTheHistory()
    {
        const QByteArray huge(128 << 10, 'x');
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = 1; id <= 1200; ++id) {
            records.push_back(sampleRecord(id, ConnectionState::Failed));
            records.back().hello = huge;
        }
        ConnectionModel model;
        model.apply(records);
        QCOMPARE(qint64{model.rowCount()}, ConnectionModel::mostHelloBytes / huge.size());
        QCOMPARE(model.record(model.rowCount() - 1).id, ConnectionId(1200));
    }

    void theHistoryIsBoundedAndKeepsLiveRows()
    {
        ConnectionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHistoryLimit(10);
        model.apply(batch(1, 3, ConnectionState::Secured));
        model.apply(batch(4, 8, ConnectionState::Failed));
        model.apply(batch(9, 9, ConnectionState::Secured));
        QSignalSpy removed(&model, &QAbstractItemModel::rowsRemoved);
        model.apply(batch(10, 16, ConnectionState::Failed));
        QCOMPARE(model.rowCount(), 10);
        QCOMPARE(removed.size(), 2); // 4 to 8, and 10: 9 is live
        for (const std::uint64_t live : {1, 2, 3, 9})
            QVERIFY(model.rowOf(ConnectionId(live)) >= 0);
        QCOMPARE(model.rowOf(ConnectionId(10)), -1);
        QCOMPARE(model.counts(), (ConnectionModel::Counts{.all = 10, .live = 4, .failed = 6}));

        model.apply(batch(100, 120, ConnectionState::Secured));
        QCOMPARE(model.counts().live, 25U); // more than the limit, and not one is lost
        model.apply(batch(100, 120, ConnectionState::Closed));
        QCOMPARE(model.rowCount(), 10);
    }

    void clearKeepsTheLiveRows()
    {
        ConnectionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setHistoryLimit(5);
        model.apply(batch(1, 2, ConnectionState::Secured));
        model.apply(batch(3, 20, ConnectionState::Failed));
        model.clear();
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.counts(), (ConnectionModel::Counts{.all = 2, .live = 2, .failed = 0}));
        model.apply({sampleRecord(2, ConnectionState::Closed), sampleRecord(21, ConnectionState::Accepted)});
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.record(1).state, ConnectionState::Closed);
    }

    void whatWasClearedComesBackInItsOrder()
    {
        ConnectionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QVERIFY(!model.clear()); // nothing to take away, nothing to give back
        model.apply({sampleRecord(1, ConnectionState::Failed), sampleRecord(2, ConnectionState::Secured),
                     sampleRecord(3, ConnectionState::Closed), sampleRecord(4, ConnectionState::Accepted),
                     sampleRecord(5, ConnectionState::Failed)});
        const auto first = model.clear();
        QVERIFY(first);
        model.apply({sampleRecord(6, ConnectionState::Failed), sampleRecord(2, ConnectionState::Closed)});
        const auto second = model.clear();
        model.apply({sampleRecord(7, ConnectionState::Secured)});
        QCOMPARE(model.rowCount(), 2);
        model.restore(*second);
        model.restore(*first);
        QCOMPARE(model.counts(), (ConnectionModel::Counts{.all = 7, .live = 2, .failed = 3}));
        for (int row = 0; row < 7; ++row) {
            QCOMPARE(model.record(row).id, ConnectionId(static_cast<std::uint64_t>(row + 1)));
            QCOMPARE(model.rowOf(model.record(row).id), row);
        }
        model.restore(*first); // a second time: nothing is left in it
        QCOMPARE(model.rowCount(), 7);
        model.apply({sampleRecord(4, ConnectionState::Failed), sampleRecord(8, ConnectionState::Accepted)});
        QCOMPARE(model.record(3).state, ConnectionState::Failed);
        QCOMPARE(model.rowOf(ConnectionId(8)), 7);
    }

    void whatComesBackRespectsTheLimit()
    {
        ConnectionModel model;
        model.setHistoryLimit(5);
        model.apply(batch(1, 5, ConnectionState::Failed));
        const auto cleared = model.clear();
        model.apply(batch(6, 8, ConnectionState::Failed));
        model.restore(*cleared);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.record(0).id, ConnectionId(4)); // the oldest make room
    }

    void theSelectionSurvivesAFlood()
    {
        ConnectionModel model;
        model.setHistoryLimit(200);
        model.apply(batch(1, 100, ConnectionState::Failed));
        model.apply({sampleRecord(101, ConnectionState::Secured)});
        QItemSelectionModel selection(&model);
        const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
        selection.select(model.index(model.rowOf(ConnectionId(101)), 0), flags);
        selection.setCurrentIndex(model.index(model.rowOf(ConnectionId(101)), 0), QItemSelectionModel::NoUpdate);
        for (std::uint64_t first = 200; first < 20'000; first += 100)
            model.apply(batch(first, first + 99, ConnectionState::Failed));
        QCOMPARE(selection.selectedRows().size(), 1);
        QCOMPARE(model.record(selection.selectedRows().first().row()).id, ConnectionId(101));
        QCOMPARE(model.record(selection.currentIndex().row()).id, ConnectionId(101));
    }

    void randomHistoryMatchesReference()
    {
        ConnectionModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        constexpr int limit = 40;
        model.setHistoryLimit(limit);
        QRandomGenerator random(42);
        std::vector<ConnectionRecord> reference; // in order of arrival
        std::uint64_t last = 0;
        std::uint64_t dropped = 0;
        for (int tick = 0; tick < 150; ++tick) {
            std::vector<ConnectionRecord> records;
            const int size = random.bounded(25);
            for (int i = 0; i < size; ++i) {
                std::vector<std::size_t> live;
                for (std::size_t at = 0; at < reference.size(); ++at)
                    if (!hasEnded(reference[at].state))
                        live.push_back(at);
                if (live.empty() || random.bounded(3) == 0) {
                    records.push_back(sampleRecord(++last, ConnectionState::Accepted));
                    reference.push_back(records.back());
                    continue;
                }
                ConnectionRecord &known =
                    reference[live[static_cast<std::size_t>(random.bounded(static_cast<int>(live.size())))]];
                const auto next = static_cast<ConnectionState>(random.bounded(int(ConnectionState::Failed) + 1));
                known = sampleRecord(known.id.value(), next);
                known.bytesIn = random.bounded(1000U);
                records.push_back(known);
            }
            model.apply(records);
            for (std::size_t at = 0; at < reference.size() && reference.size() > limit;) {
                if (hasEnded(reference[at].state)) {
                    reference.erase(reference.begin() + static_cast<std::ptrdiff_t>(at));
                    ++dropped;
                } else {
                    ++at;
                }
            }
            ConnectionModel::Counts counts;
            QCOMPARE(model.rowCount(), static_cast<int>(reference.size()));
            for (int row = 0; row < model.rowCount(); ++row) {
                const ConnectionRecord &expected = reference[static_cast<std::size_t>(row)];
                QCOMPARE(model.record(row).id, expected.id);
                QCOMPARE(model.rowOf(expected.id), row);
                QCOMPARE(model.record(row).state, expected.state);
                QCOMPARE(model.record(row).bytesIn, expected.bytesIn);
                ++counts.all;
                counts.live += hasEnded(expected.state) ? 0 : 1;
                counts.failed += expected.state == ConnectionState::Failed ? 1 : 0;
            }
            QCOMPARE(model.counts(), counts);
        }
        QVERIFY(dropped > 100);
    }

    void aFloodAtFullHistoryStaysQuick()
    {
        ConnectionModel model;
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = 1; id <= ConnectionModel::defaultHistoryLimit; ++id)
            records.push_back(sampleRecord(id, id % 50 == 0 ? ConnectionState::Secured : ConnectionState::Failed));
        model.apply(records);
        QCOMPARE(model.rowCount(), ConnectionModel::defaultHistoryLimit);
        const std::clock_t start = std::clock(); // of this process alone
        std::uint64_t next = ConnectionModel::defaultHistoryLimit + 1;
        for (int tick = 0; tick < 100; ++tick, next += 25) // five seconds of 500 connections a second
            model.apply(batch(next, next + 24, ConnectionState::Failed));
        const double spent = 1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC;
        qInfo("%.1f ms for 100 batches", spent);
        QVERIFY2(spent < 1000, qPrintable(QString::number(spent))); // generous: sanitizers
        QCOMPARE(model.rowCount(), ConnectionModel::defaultHistoryLimit);
        QCOMPARE(model.counts().live, 2000U);
    }
};

QTEST_GUILESS_MAIN(ConnectionModelTest)
#include "tst_connection_model.moc"
