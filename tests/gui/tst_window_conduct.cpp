#include "model/tables/connection_model.h"
#include "model/tables/server_model.h"
#include "tests/gui/window_fixture.h"
#include "ui/placeholder_color.h"

#include <QCheckBox>
#include <QClipboard>
#include <QHeaderView>
#include <QHelpEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTextBrowser>
#include <QTimer>
#include <QToolButton>
#include <QToolTip>

using namespace sealport;
using namespace sealport::test;

/// How the window treats the people in front of it: nothing is lost by a click, what matters is in sight, and the
/// keyboard reaches what the mouse reaches.
class TestWindowConduct : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    void cleanup() { m_run.reset(); }

    void clearedConnectionsComeBackWithUndo();
    void whereNothingHasEndedThereIsNothingToUndo();
    void theFixSaysWhenItIsDone();
    void whatMattersIsInSight_data();
    void whatMattersIsInSight();
    void textThatIsCutOffIsShownWhole();
    void iconsKeepTheirColoursInASelectedRow();
    void serversAreSortedAndStayThemselves();
    void rowsOfEveryTableAreCopied();
    void theMenuKeysOpenTheMenuOfTheRow();
    void theFirstArrowSelectsTheRowInFocus();
    void onlyAnEmptyTableIsCalledEmpty();
    void evidenceIsReadable();
    void hintsInEmptyFieldsAreReadableUnderEveryTheme();

private:
    [[nodiscard]] ConnectionRecord record(std::uint64_t id, ConnectionState state) const
    {
        ConnectionRecord made;
        made.id = ConnectionId(id);
        made.server = m_run->server().id;
        made.serverName = m_run->server().profile.name;
        made.peer = {.address = QHostAddress(QHostAddress::LocalHost), .port = quint16(50'000 + id)};
        made.acceptedAt = 1'700'000'000'000 + qint64(id);
        made.state = state;
        if (state == ConnectionState::Failed) {
            Verdict verdict;
            verdict.code = VerdictCode::NoCommonProtocol;
            verdict.reason = VerdictReason::ClientVersionsTooNew;
            verdict.clientValues = {QStringLiteral("TLS 1.3")};
            verdict.serverValues = {QStringLiteral("TLS 1.0"), QStringLiteral("TLS 1.1"), QStringLiteral("TLS 1.2")};
            verdict.fix = Fix::AllowProtocols;
            verdict.fixProtocols.insert(Protocol::Tls1_3);
            verdict.evidence = {QStringLiteral("client: TLSv1.3"), QStringLiteral("alert sent: protocol_version (70)")};
            made.verdict = std::make_shared<const Verdict>(verdict);
        }
        return made;
    }
    void arrive(std::uint64_t first, std::uint64_t last, ConnectionState state) const
    {
        std::vector<ConnectionRecord> records;
        for (std::uint64_t id = first; id <= last; ++id)
            records.push_back(record(id, state));
        Q_EMIT m_run->workspace.connectionsArrived(records);
    }
    [[nodiscard]] QStringList peers() const
    {
        QStringList ports;
        for (int row = 0; row < m_run->connections().model()->rowCount(); ++row)
            ports.append(m_run->cell(row, ConnectionModel::PeerColumn).section(QLatin1Char(':'), 1));
        return ports;
    }
    [[nodiscard]] QPushButton *messageButton() const
    {
        const auto buttons = m_run->window->findChildren<QPushButton *>(QStringLiteral("messageAction"));
        for (QPushButton *button : buttons) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

void TestWindowConduct::clearedConnectionsComeBackWithUndo()
{
    arrive(1, 3, ConnectionState::Failed);
    arrive(4, 5, ConnectionState::Secured);
    arrive(6, 7, ConnectionState::Failed);
    m_run->connections().selectRow(3);
    QTest::mouseClick(m_run->find<QToolButton>("clear"), Qt::LeftButton);
    QCOMPARE(peers(), (QStringList{QStringLiteral("50004"), QStringLiteral("50005")}));
    QCOMPARE(m_run->connections().selectedRows(), QList<int>{0}); // the same connection
    QVERIFY(messageButton());
    QCOMPARE(messageButton()->text(), QStringLiteral("Undo"));

    arrive(8, 8, ConnectionState::Failed);
    arrive(5, 5, ConnectionState::Failed);
    QTest::mouseClick(messageButton(), Qt::LeftButton);
    QStringList all;
    for (int port = 50'001; port <= 50'008; ++port)
        all.append(QString::number(port));
    QCOMPARE(peers(), all);
    QCOMPARE(m_run->connections().selectedRows(), QList<int>{3});
    QCOMPARE(m_run->find<QToolButton>("all")->accessibleName(), QStringLiteral("All 8"));
    QCOMPARE(m_run->find<QToolButton>("live")->accessibleName(), QStringLiteral("Live 1"));
    QVERIFY(!messageButton());
}

void TestWindowConduct::whereNothingHasEndedThereIsNothingToUndo()
{
    arrive(1, 2, ConnectionState::Secured);
    QTest::mouseClick(m_run->find<QToolButton>("clear"), Qt::LeftButton);
    QCOMPARE(peers().size(), 2);
    QVERIFY(!messageButton());
}

void TestWindowConduct::theFixSaysWhenItIsDone()
{
    m_run->useAnyPort();
    QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton);
    QTRY_VERIFY(m_run->listens());
    arrive(1, 1, ConnectionState::Failed);
    m_run->connections().selectRow(0);
    auto *allow = m_run->find<QPushButton>("allow");
    const auto *advice = m_run->find<QLabel>("verdictAdvice");
    QVERIFY(allow->isVisible());
    QVERIFY(allow->isEnabled());
    QCOMPARE(allow->text(), QStringLiteral("Allow TLS 1.3"));

    QTest::mouseClick(allow, Qt::LeftButton);
    QTRY_COMPARE(allow->text(), QStringLiteral("Allowed"));
    QVERIFY(!allow->isEnabled());
    QVERIFY(m_run->listens());
    QCOMPARE(advice->text(), QStringLiteral("The server allows TLS 1.3 now."));

    // Unticked again, the server goes on as it was started until it is restarted.
    m_run->find<QCheckBox>("tls1.3")->setChecked(false);
    auto *apply = m_run->find<QPushButton>("apply");
    QTRY_VERIFY(apply->isVisible() && apply->isEnabled());
    QCOMPARE(allow->text(), QStringLiteral("Allowed"));
    QTest::mouseClick(apply, Qt::LeftButton);
    QTRY_COMPARE(allow->text(), QStringLiteral("Allow TLS 1.3"));
    QTRY_VERIFY(allow->isEnabled());

    QTest::mouseClick(m_run->find<QPushButton>("stop"), Qt::LeftButton);
    QTRY_COMPARE(m_run->server().state, ServerState::Stopped);
    QVERIFY(allow->isEnabled());
    m_run->find<HintTable>("servers")->setFocus();
    QTest::keyClick(m_run->find<HintTable>("servers"), Qt::Key_Delete);
    QVERIFY(m_run->workspace.servers().empty());
    QVERIFY(!allow->isVisible()); // there is no server left to change
}

void TestWindowConduct::whatMattersIsInSight_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("lastInSight");
    QTest::newRow("window of 1280x800") << QSize(1280, 800) << int(ConnectionModel::CipherColumn);
    QTest::newRow("window of 1100x700") << QSize(1100, 700) << int(ConnectionModel::VerdictColumn);
}

void TestWindowConduct::whatMattersIsInSight()
{
    QFETCH(const QSize, size);
    QFETCH(const int, lastInSight);
    m_run->window->resize(size);
    arrive(1, 200, ConnectionState::Failed);
    QApplication::processEvents();
    const auto &table = m_run->connections();
    const auto *header = table.horizontalHeader();
    for (int column = ConnectionModel::TimeColumn; column <= lastInSight; ++column) {
        const int right = header->sectionViewportPosition(column) + header->sectionSize(column);
        QVERIFY2(right <= table.viewport()->width(), qPrintable(QString::number(column)));
    }
    QVERIFY(header->sectionSize(ConnectionModel::VerdictColumn) > 40 * table.fontMetrics().averageCharWidth());
    QVERIFY(m_run->cell(0, ConnectionModel::VerdictColumn).contains(QStringLiteral("The client offers only TLS 1.3")));
}

void TestWindowConduct::textThatIsCutOffIsShownWhole()
{
    const QString name = QStringLiteral("A server with a name that is longer than any column of this table is wide");
    ConnectionRecord wide = record(1, ConnectionState::Secured);
    wide.serverName = name;
    Q_EMIT m_run->workspace.connectionsArrived({wide, record(2, ConnectionState::Secured)});
    auto &table = m_run->connections();
    const auto pointAt = [&table](int row) {
        const QPoint place = table.visualRect(table.model()->index(row, ConnectionModel::ServerColumn)).center();
        QHelpEvent help(QEvent::ToolTip, place, table.viewport()->mapToGlobal(place));
        QApplication::sendEvent(table.viewport(), &help);
    };
    pointAt(0);
    QTRY_VERIFY(QToolTip::text().contains(name));
    pointAt(1);
    QTRY_VERIFY(!QToolTip::isVisible());
}

void TestWindowConduct::iconsKeepTheirColoursInASelectedRow()
{
    arrive(1, 1, ConnectionState::Failed);
    auto &table = m_run->connections();
    const auto redDots = [&table] {
        const QRect cell = table.visualRect(table.model()->index(0, ConnectionModel::StateColumn));
        const QImage image = table.viewport()->grab(cell).toImage();
        int count = 0;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                const QColor colour = image.pixelColor(x, y);
                count += colour.red() > 180 && colour.green() < 100 && colour.blue() < 100 ? 1 : 0;
            }
        }
        return count;
    };
    const int before = redDots();
    QVERIFY(before > 5);
    table.selectRow(0);
    QVERIFY2(redDots() * 2 > before, qPrintable(QStringLiteral("%1 of %2").arg(redDots()).arg(before)));
    // Around it the colour of the table, not that of the selection.
    const QRect cell = table.visualRect(table.model()->index(0, ConnectionModel::StateColumn));
    const QImage image = table.viewport()->grab(cell).toImage();
    const int iconWidth = table.style()->pixelMetric(QStyle::PM_SmallIconSize, nullptr, &table);
    int plate = 0;
    for (int x = 0; x < iconWidth; ++x)
        plate += image.pixelColor(x, image.height() / 2 - iconWidth / 4) == table.palette().color(QPalette::Base);
    QVERIFY2(plate > iconWidth / 3, qPrintable(QString::number(plate)));
}

void TestWindowConduct::serversAreSortedAndStayThemselves()
{
    auto *table = m_run->find<HintTable>("servers");
    ServerProfile profile;
    for (const auto &[name, port] : {std::pair("b", 5'100), std::pair("a", 50'000), std::pair("c", 6'000)}) {
        profile.name = QString::fromLatin1(name);
        profile.port = quint16(port);
        m_run->workspace.addServer(profile);
    }
    table->sortByColumn(ServerModel::EndpointColumn, Qt::DescendingOrder);
    const auto names = [&table] {
        QString text;
        for (int row = 0; row < table->model()->rowCount(); ++row)
            text += table->model()->index(row, ServerModel::NameColumn).data().toString() % QLatin1Char(' ');
        return text;
    };
    QCOMPARE(names(), QStringLiteral("a c b sSocketSSL "));
    table->selectRow(1);
    QCOMPARE(m_run->find<QLineEdit>("serverName")->text(), QStringLiteral("c"));
    m_run->find<QLineEdit>("serverName")->setText(QStringLiteral("d"));
    QTRY_COMPARE(names(), QStringLiteral("a d b sSocketSSL "));
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QCOMPARE(names(), QStringLiteral("a b sSocketSSL "));
    QTest::mouseClick(messageButton(), Qt::LeftButton);
    QCOMPARE(names(), QStringLiteral("a d b sSocketSSL "));
    QCOMPARE(table->selectedRows(), QList<int>{1});

    m_run.reset();
    m_run = std::make_unique<WindowFixture>(m_folder->path());
    table = m_run->find<HintTable>("servers");
    QCOMPARE(names(), QStringLiteral("a d b sSocketSSL "));
    QCOMPARE(m_run->find<QLineEdit>("serverName")->text(), QStringLiteral("d"));
}

void TestWindowConduct::rowsOfEveryTableAreCopied()
{
    arrive(1, 1, ConnectionState::Failed);
    const QList<std::pair<const char *, QStringList>> expected{
        {"certificates", {QStringLiteral("localhost\thas a private key\t"), QStringLiteral("in 6 months")}},
        {"servers", {QStringLiteral("sSocketSSL\t127.0.0.1:5043\tstopped\t0\n")}},
        {"connections", {QStringLiteral("\tfailed\t–\tNo common protocol. The client offers only TLS 1.3;")}}};
    for (const auto &[name, parts] : expected) {
        auto *table = m_run->find<HintTable>(name);
        table->setFocus();
        table->selectRow(0);
        QApplication::clipboard()->clear();
        QTest::keyClick(table, Qt::Key_C, Qt::ControlModifier);
        for (const QString &part : parts)
            QVERIFY2(QApplication::clipboard()->text().contains(part), qPrintable(QApplication::clipboard()->text()));
    }
}

void TestWindowConduct::theMenuKeysOpenTheMenuOfTheRow()
{
    arrive(1, 1, ConnectionState::Failed);
    for (const char *name : {"certificates", "servers", "connections"}) {
        auto *table = m_run->find<HintTable>(name);
        table->setFocus();
        QStringList entries;
        QTimer::singleShot(0, this, [&entries] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (const QAction *action : menu->actions())
                entries.append(action->text());
            menu->close();
        });
        QTest::keyClick(table, Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY2(entries.filter(QStringLiteral("Copy row")).size() == 1, name);
        QVERIFY2(entries.contains(QStringLiteral("Columns")), name);
    }
}

void TestWindowConduct::theFirstArrowSelectsTheRowInFocus()
{
    arrive(1, 5, ConnectionState::Failed);
    QTest::keyClick(m_run->window.get(), Qt::Key_3, Qt::ControlModifier);
    QVERIFY(m_run->connections().hasFocus());
    const int current = m_run->connections().currentIndex().row();
    QTest::keyClick(&m_run->connections(), Qt::Key_Down);
    QCOMPARE(m_run->connections().selectedRows(), QList<int>{current});
    QTest::keyClick(&m_run->connections(), Qt::Key_Down);
    QCOMPARE(m_run->connections().selectedRows(), QList<int>{current + 1});
}

void TestWindowConduct::onlyAnEmptyTableIsCalledEmpty()
{
    const auto &table = m_run->connections();
    QVERIFY(!table.accessibleDescription().isEmpty());
    QVERIFY(m_run->find<HintTable>("servers")->accessibleDescription().isEmpty());
    arrive(1, 1, ConnectionState::Failed);
    QVERIFY(table.accessibleDescription().isEmpty());
    m_run->find<QLineEdit>("connectionFilter")->setText(QStringLiteral("nothing is called so"));
    QVERIFY(table.accessibleDescription().contains(QStringLiteral("filter")));
    m_run->find<QLineEdit>("connectionFilter")->clear();
    QVERIFY(table.accessibleDescription().isEmpty());
    QTest::mouseClick(m_run->find<QToolButton>("live"), Qt::LeftButton);
    QVERIFY(table.accessibleDescription().contains(QStringLiteral("filter")));
}

void TestWindowConduct::evidenceIsReadable()
{
    arrive(1, 1, ConnectionState::Failed);
    m_run->connections().selectRow(0);
    m_run->find<QToolButton>("why")->setChecked(true);
    const QString text = m_run->find<QTextBrowser>("report")->toPlainText();
    QVERIFY2(text.contains(QStringLiteral("Alert sent\nprotocol_version (70)")), qPrintable(text));
}

/// KDE's dark colours reach Qt 6.4 with black hints on black fields.
void TestWindowConduct::hintsInEmptyFieldsAreReadableUnderEveryTheme()
{
    const PlaceholderColor readable(*qApp);
    const auto forget = qScopeGuard([] { QApplication::setPalette(QPalette()); });
    for (const QColor &text : {QColor(Qt::white), QColor(Qt::black)}) {
        QPalette theme;
        theme.setColor(QPalette::Text, text);
        theme.setColor(QPalette::PlaceholderText, Qt::black);
        QApplication::setPalette(theme);
        QEvent change(QEvent::ApplicationPaletteChange); // which Qt sends by itself while exec() runs
        QCoreApplication::sendEvent(qApp, &change);
        const QColor hint = QLineEdit().palette().color(QPalette::PlaceholderText);
        QCOMPARE(hint.rgb(), text.rgb());
        QCOMPARE(hint.alpha(), 128);
    }
}

QTEST_MAIN(TestWindowConduct)
#include "tst_window_conduct.moc"
