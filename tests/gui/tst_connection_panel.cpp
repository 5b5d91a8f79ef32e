#include "model/tables/connection_model.h"
#include "model/text/verdict_text.h"
#include "tests/gui/fresh_window.h"

#include <QElapsedTimer>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTcpSocket>
#include <QToolButton>

using namespace sealport;
using namespace sealport::test;

namespace {

ConnectionRecord failedRecord(std::uint64_t id)
{
    ConnectionRecord record;
    record.id = ConnectionId(id);
    record.server = ServerId(1);
    record.serverName = QStringLiteral("sSocketSSL");
    record.peer = {.address = QHostAddress(QHostAddress::LocalHost), .port = quint16(1024 + id % 60'000)};
    record.acceptedAt = 1'700'000'000'000 + qint64(id);
    record.state = ConnectionState::Failed;
    record.sni = QByteArrayLiteral("host-") + QByteArray::number(qulonglong(id));
    Verdict verdict;
    verdict.code = VerdictCode::PlainHttp;
    verdict.detail = QStringLiteral("GET /");
    verdict.evidence = {QStringLiteral("first bytes: 47 45 54 20 | GET ")};
    record.verdict = std::make_shared<const Verdict>(verdict);
    return record;
}

ConnectionRecord liveRecord(std::uint64_t id)
{
    ConnectionRecord record = failedRecord(id);
    record.state = ConnectionState::Secured;
    record.verdict.reset();
    record.negotiated = Negotiated{.protocol = Protocol::Tls1_3,
                                   .cipherSuite = 0x1301,
                                   .group = 29,
                                   .signature = 0x0403,
                                   .resumed = false,
                                   .alpn = {},
                                   .certificate = {},
                                   .handshakeMs = 1.5};
    return record;
}

} // namespace

/// The table under load and under the reader's hands. Records are given to the window as the workspace would.
class TestConnectionPanel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_run.open(); }
    void cleanup() { m_run.close(); }

    void pauseHoldsRowsBackAndLosesNone();
    void aFloodKeepsSelectionAndPlace();
    void theNewestRowIsFollowedOnlyFromTheEnd();
    void chipsAndFilterNarrowTheTable();
    void clearKeepsTheLiveOnes();
    void theSelectedRowIsExplainedAsItChanges();
    void tlsBeginsWhenItIsAskedFor();
    void hostileNamesStayText();
    void cipherSuitesAreToldApartInANarrowColumn();
    void columnsAreHiddenAndRemembered();
    void anEmptyTableSaysWhatToDo();

private:
    void arrive(std::uint64_t first, std::uint64_t last, ConnectionRecord (*make)(std::uint64_t) = failedRecord) const
    {
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = first; id <= last; ++id)
            records.push_back(make(id));
        Q_EMIT m_run->workspace.connectionsArrived(records);
    }
    [[nodiscard]] int rows() const { return m_run->connections().model()->rowCount(); }

    FreshWindow m_run;
};

void TestConnectionPanel::pauseHoldsRowsBackAndLosesNone()
{
    auto *pause = m_run->find<QToolButton>("pause");
    arrive(1, 10, liveRecord);
    QTest::mouseClick(pause, Qt::LeftButton);
    arrive(11, 500);
    arrive(5, 8); // four of the live ones fail meanwhile
    Q_EMIT m_run->workspace.trafficArrived({TrafficUpdate{.id = ConnectionId(1), .bytesIn = 77, .bytesOut = 78}});
    QCOMPARE(rows(), 10);
    QVERIFY(pause->text().contains(QStringLiteral("494")));
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(rows(), 500);
    QCOMPARE(m_run->find<QToolButton>("live")->accessibleName(), QStringLiteral("Live 6"));
    QCOMPARE(m_run->find<QToolButton>("failed")->accessibleName(), QStringLiteral("Failed 494"));
    QVERIFY(m_run->cell(0, ConnectionModel::BytesInColumn).contains(QStringLiteral("77")));
    QCOMPARE(pause->text(), QStringLiteral("Pause"));
}

void TestConnectionPanel::aFloodKeepsSelectionAndPlace()
{
    arrive(1, 1'000);
    auto &table = m_run->connections();
    table.scrollTo(table.model()->index(500, 0), QAbstractItemView::PositionAtTop);
    table.selectRow(505);
    const QString name = m_run->cell(505, ConnectionModel::NameColumn);
    const int place = table.verticalScrollBar()->value();
    QElapsedTimer clock;
    qint64 longest = 0;
    for (std::uint64_t batch = 0; batch < 40; ++batch) {
        clock.start();
        arrive(2'000 + batch * 500, 2'000 + batch * 500 + 499);
        QApplication::processEvents();
        longest = std::max(longest, clock.elapsed());
    }
    QCOMPARE(rows(), 21'000);
    QCOMPARE(table.selectedRows(), QList<int>{505});
    QCOMPARE(m_run->cell(table.selectedRows().front(), ConnectionModel::NameColumn), name);
    QCOMPARE(table.verticalScrollBar()->value(), place);
    QVERIFY2(longest < 500, qPrintable(QString::number(longest))); // generous: sanitizers, two cores
}

void TestConnectionPanel::theNewestRowIsFollowedOnlyFromTheEnd()
{
    arrive(1, 200);
    auto *bar = m_run->connections().verticalScrollBar();
    QTRY_COMPARE(bar->value(), bar->maximum());
    arrive(201, 300);
    QTRY_COMPARE(bar->value(), bar->maximum());
    bar->setValue(bar->maximum() / 2);
    const int place = bar->value();
    arrive(301, 400);
    QApplication::processEvents();
    QCOMPARE(bar->value(), place);
}

void TestConnectionPanel::chipsAndFilterNarrowTheTable()
{
    arrive(1, 20, liveRecord);
    arrive(21, 50);
    QTest::mouseClick(m_run->find<QToolButton>("failed"), Qt::LeftButton);
    QCOMPARE(rows(), 30);
    QTest::mouseClick(m_run->find<QToolButton>("live"), Qt::LeftButton);
    QCOMPARE(rows(), 20);
    m_run->find<QLineEdit>("connectionFilter")->setText(QStringLiteral("HOST-7"));
    QCOMPARE(rows(), 1);
    QTest::keyClick(m_run->window.get(), Qt::Key_Escape);
    QCOMPARE(rows(), 50);
    QVERIFY(m_run->find<QToolButton>("all")->isChecked());
    m_run->find<QLineEdit>("find")->setText(QStringLiteral("host-33"));
    QCOMPARE(rows(), 1);
}

void TestConnectionPanel::clearKeepsTheLiveOnes()
{
    arrive(1, 5, liveRecord);
    arrive(6, 50);
    QTest::keyClick(m_run->window.get(), Qt::Key_L, Qt::ControlModifier);
    QCOMPARE(rows(), 5);
    arrive(1, 5); // they end after all, in their rows
    QCOMPARE(rows(), 5);
    QCOMPARE(m_run->find<QToolButton>("live")->accessibleName(), QStringLiteral("Live 0"));
}

void TestConnectionPanel::theSelectedRowIsExplainedAsItChanges()
{
    arrive(1, 3, liveRecord);
    m_run->connections().selectRow(1);
    const auto *sentence = m_run->find<QLabel>("verdictSentence");
    QVERIFY(sentence->text().contains(QStringLiteral("TLS 1.3")));
    arrive(2, 2);
    QVERIFY(sentence->text().contains(QStringLiteral("HTTP")));
    QCOMPARE(m_run->find<QLabel>("verdictTitle")->text(), verdictTitle(VerdictCode::PlainHttp));
    m_run->connections().selectAll();
    QVERIFY(m_run->find<QLabel>("verdictTitle")->text().contains(QLatin1Char('3')));
}

void TestConnectionPanel::tlsBeginsWhenItIsAskedFor()
{
    const auto *secure = m_run->find<QPushButton>("secure");
    ServerProfile profile = m_run->server().profile;
    profile.port = 0;
    for (const auto &[opening, isOffered] : {std::pair(Opening::onRequest(), true), std::pair(Opening::plain(), false),
                                             std::pair(Opening::startTls(PlainProtocol::Smtp), false)}) {
        profile.opening = opening;
        const ServerId id = m_run->workspace.addTemporaryServer(profile);
        m_run->workspace.start(id);
        QTRY_COMPARE(m_run->workspace.server(id)->state, ServerState::Listening);
        QTcpSocket client;
        client.connectToHost(m_run->workspace.server(id)->endpoint.address, m_run->workspace.server(id)->endpoint.port);
        const int before = rows();
        QTRY_COMPARE(rows(), before + 1);
        m_run->connections().selectOnly(before);
        QTRY_COMPARE(m_run->cell(before, ConnectionModel::StateColumn), QStringLiteral("plain"));
        QCOMPARE(secure->isVisible(), isOffered);
        if (isOffered) {
            m_run->find<QPushButton>("secure")->click();
            QTRY_VERIFY(m_run->cell(before, ConnectionModel::StateColumn) != QStringLiteral("plain"));
            QVERIFY2(!secure->isVisible(), "it has begun");
        }
        m_run->workspace.stop(id);
        QTRY_COMPARE(m_run->workspace.server(id)->state, ServerState::Stopped);
    }
}

void TestConnectionPanel::hostileNamesStayText()
{
    ConnectionRecord record = liveRecord(1);
    record.sni = QByteArrayLiteral("<b>bold</b>\x1b[31m\xe2\x80\xae"
                                   "evil");
    Q_EMIT m_run->workspace.connectionsArrived({record});
    const QString shown = m_run->cell(0, ConnectionModel::NameColumn);
    QVERIFY(!shown.contains(QChar(0x1b)));
    QVERIFY(!shown.contains(QChar(0x202e)));
    m_run->connections().selectRow(0);
    QTest::keyClick(m_run->window.get(), Qt::Key_W, Qt::AltModifier); // Why?
    QTRY_VERIFY(m_run->find<QWidget>("report")->isVisible());
    for (const QLabel *label : m_run->window->findChildren<QLabel *>())
        QVERIFY(label->textFormat() != Qt::RichText);
}

void TestConnectionPanel::cipherSuitesAreToldApartInANarrowColumn()
{
    std::vector<ConnectionRecord> records;
    for (std::uint64_t id = 1; id <= 5; ++id) {
        records.push_back(liveRecord(id));
        records.back().negotiated->cipherSuite = id == 5 ? 0xc02c : 0xc02b; // the same, but for AES_256_GCM_SHA384
    }
    Q_EMIT m_run->workspace.connectionsArrived(records);
    auto &table = m_run->connections();
    table.horizontalHeader()->resizeSection(ConnectionModel::CipherColumn, 90);
    const auto picture = [&table](int row) {
        const QModelIndex index = table.model()->index(row, ConnectionModel::CipherColumn);
        table.scrollTo(index);
        return table.viewport()->grab(table.visualRect(index)).toImage();
    };
    QCOMPARE(picture(2), picture(0)); // every other row has the same background
    QVERIFY(picture(4) != picture(0));
}

void TestConnectionPanel::columnsAreHiddenAndRemembered()
{
    auto *header = m_run->connections().horizontalHeader();
    const bool wasHidden = header->isSectionHidden(ConnectionModel::PeerColumn);
    QVERIFY(!wasHidden);
    header->setSectionHidden(ConnectionModel::PeerColumn, true);
    header->resizeSection(ConnectionModel::ServerColumn, 173);
    m_run.openAgain();
    header = m_run->connections().horizontalHeader();
    QVERIFY(header->isSectionHidden(ConnectionModel::PeerColumn));
    QCOMPARE(header->sectionSize(ConnectionModel::ServerColumn), 173);
}

void TestConnectionPanel::anEmptyTableSaysWhatToDo()
{
    QVERIFY(m_run->connections().accessibleDescription().contains(QStringLiteral("Start a server")));
    arrive(1, 3);
    m_run->find<QLineEdit>("connectionFilter")->setText(QStringLiteral("nothing is called so"));
    QCOMPARE(rows(), 0);
    QVERIFY(m_run->connections().accessibleDescription().contains(QStringLiteral("filter")));
}

QTEST_MAIN(TestConnectionPanel)
#include "tst_connection_panel.moc"
