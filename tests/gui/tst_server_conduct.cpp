#include "tests/gui/server_panel_test.h"
#include "ui/server_panel.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTabBar>
#include <QToolButton>
#include <QWheelEvent>

using namespace sealport;
using namespace sealport::test;

/// How the servers' panel treats the people in front of it: nothing moves or changes under the pointer and the
/// keyboard, each fault is said once and as long as it is one, and what was done can be undone.
class TestServerConduct : public ServerPanelTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_run.open(); }
    void cleanup() { m_run.close(); }

    void theKeyboardNeverEndsUpOnStop_data();
    void theKeyboardNeverEndsUpOnStop();
    void whatIsFoundMovesNothing();
    void pagesOfSettingsHaveOneHeight();
    void whatIsMendedIsNotComplainedAbout();
    void aRunningServerSaysThatChangesWait();
    void theRowWithoutACertificateIsNamed();
    void everyWayToNameACertificateKeepsItsText();
    void aPortThatIsTooHighStaysAndIsSaid();
    void removalsAndEditsAreUndoneStepByStep();
    void aClickBesideTheRowsTakesNoSelectionAway();
    void theWheelTurnsNoPageByTheWay();
};

void TestServerConduct::theKeyboardNeverEndsUpOnStop_data()
{
    QTest::addColumn<QString>("button");
    QTest::newRow("after Apply now") << QStringLiteral("Apply now");
    QTest::newRow("after Restart") << QStringLiteral("Restart");
    QTest::newRow("after Undo") << QStringLiteral("Undo");
}

void TestServerConduct::theKeyboardNeverEndsUpOnStop()
{
    QFETCH(const QString, button);
    start();
    QPushButton *pressed = nullptr;
    if (button == u"Undo") {
        m_run->workspace.addServer(m_run->server().profile);
        auto *table = m_run->find<HintTable>("servers");
        table->selectOnly(1);
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Delete);
        pressed = messageButton();
    } else {
        auto *field = m_run->find<QLineEdit>("serverName");
        field->setFocus();
        if (button == u"Restart")
            m_run->find<QComboBox>("address")->setCurrentText(QStringLiteral("localhost"));
        else
            m_run->find<QCheckBox>("tls1.3")->setChecked(true);
        QTRY_VERIFY(apply() && apply()->isEnabled());
        pressed = apply();
    }
    QVERIFY(pressed);
    QCOMPARE(pressed->text(), button);
    pressed->setFocus();
    QTest::keyClick(pressed, Qt::Key_Space);
    QTRY_VERIFY(button == u"Undo" || !pressed->isVisible()); // there is more to undo
    QTRY_VERIFY(m_run->listens());
    QVERIFY(QApplication::focusWidget() == m_run->find<HintTable>("servers"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Space);
    QVERIFY(m_run->listens());
}

void TestServerConduct::whatIsFoundMovesNothing()
{
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    const auto place = [this](const char *name) {
        auto *widget = m_run->find<QWidget>(name);
        return QRect(widget->mapTo(m_run->window.get(), QPoint()), widget->size());
    };
    const auto places = [&] { return QList<QRect>{place("servers"), place("reply"), place("start"), place("stop")}; };
    const QList<QRect> before = places();
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("nobody.test"));
    QTRY_VERIFY(line().contains(QStringLiteral("keep the server from starting")));
    QCOMPARE(places(), before);
    const int least = 3 * m_run->find<QWidget>("servers")->fontMetrics().height();
    QVERIFY(m_run->find<QWidget>("serverNotes")->height() >= least);
    m_run->find<QRadioButton>("byName")->setChecked(true);
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("localhost"));
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QCOMPARE(places(), before);
    m_run->find<QToolButton>("more")->click();
    QCoreApplication::processEvents();
    QCOMPARE(place("start"), before.at(2));
    m_run->workspace.addServer(m_run->server().profile);
    m_run->find<HintTable>("servers")->selectOnly(1);
    m_run->find<HintTable>("servers")->setFocus();
    QTest::keyClick(m_run->find<HintTable>("servers"), Qt::Key_Delete);
    QVERIFY(messageButton());
    QCoreApplication::processEvents();
    QCOMPARE(place("start"), before.at(2));
}

void TestServerConduct::pagesOfSettingsHaveOneHeight()
{
    m_run->find<QToolButton>("more")->click();
    auto *tabs = m_run->find<QTabBar>("furtherSettings");
    const QWidget *settings = tabs->parentWidget();
    QCoreApplication::processEvents();
    const int height = settings->height();
    for (int page = 0; page < tabs->count(); ++page) {
        tabs->setCurrentIndex(page);
        QCoreApplication::processEvents();
        QCOMPARE(settings->height(), height);
    }
}

void TestServerConduct::whatIsMendedIsNotComplainedAbout()
{
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("nobody.test"));
    QTRY_VERIFY(!findings().filter(QStringLiteral("nobody.test")).isEmpty());
    m_run->find<QPushButton>("start")->click();
    QTRY_VERIFY(m_run->server().error);
    QTRY_COMPARE(findings().filter(QStringLiteral("nobody.test")).size(), 1);
    QVERIFY(message().isEmpty());
    m_run->find<QRadioButton>("byName")->setChecked(true);
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("localhost"));
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QVERIFY(findings().filter(QStringLiteral("nobody.test")).isEmpty());
}

void TestServerConduct::aRunningServerSaysThatChangesWait()
{
    start();
    m_run->find<QCheckBox>("tls1.3")->setChecked(true);
    QTRY_VERIFY(line().contains(QStringLiteral("wait to be applied")));
    QTRY_VERIFY(apply() && apply()->isEnabled());
    const QString good = m_run->find<QLineEdit>("certificateId")->text();
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("nobody.test"));
    QTRY_VERIFY(apply() && !apply()->isEnabled());
    QVERIFY2(apply()->toolTip().contains(QStringLiteral("errors below")), qPrintable(apply()->toolTip()));
    QCOMPARE(findings().filter(QStringLiteral("nobody.test")).size(), 1);
    m_run->find<QLineEdit>("certificateId")->setText(good);
    QTRY_VERIFY(apply() && apply()->isEnabled());
    apply()->click();
    QTRY_VERIFY(line().startsWith(QStringLiteral("Listening on")));
    QCOMPARE(m_run->server().generation, std::uint64_t{2});
}

void TestServerConduct::theRowWithoutACertificateIsNamed()
{
    m_run->find<QToolButton>("more")->click();
    m_run->find<QAction>("addForNames")->trigger();
    m_run->find<QLineEdit>("serverNames")->setText(QStringLiteral("www.test"));
    QTRY_VERIFY(!findings().filter(QStringLiteral("www.test is not chosen")).isEmpty());
    QVERIFY(findings().filter(QStringLiteral("The server '")).isEmpty());
    m_run->find<QTabBar>("furtherSettings")->setCurrentIndex(2);
    QVERIFY(mend(QStringLiteral("Choose")));
    mend(QStringLiteral("Choose"))->click();
    QCOMPARE(m_run->find<QTabBar>("furtherSettings")->currentIndex(), 0);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu);
    menu->actions().constFirst()->trigger();
    menu->close();
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QVERIFY(!m_run->server().profile.namedCertificates.front().certificate.isEmpty());
}

void TestServerConduct::everyWayToNameACertificateKeepsItsText()
{
    auto *field = m_run->find<QLineEdit>("certificateId");
    auto *byThumbprint = m_run->find<QRadioButton>("byThumbprint");
    auto *byName = m_run->find<QRadioButton>("byName");
    auto *byApplication = m_run->find<QRadioButton>("byApplication");
    byThumbprint->click();
    const Certificate &certificate = m_run->workspace.certificates().front().certificate;
    const QString thumbprint = formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows);
    field->setText(thumbprint);
    byApplication->click();
    QCOMPARE(field->text(), QString());
    field->setText(QStringLiteral("ACME_WEB"));
    byThumbprint->click();
    QCOMPARE(field->text(), thumbprint);
    byApplication->click();
    QCOMPARE(field->text(), QStringLiteral("ACME_WEB"));
    byThumbprint->click();
    byName->click();
    QCOMPARE(field->text(), certificate.name()); // the same one
    QTRY_COMPARE(m_run->server().profile.certificate.id, certificate.name());
    QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier);
    byApplication->click();
    QCOMPARE(field->text(), QString()); // that was the other server's
}

void TestServerConduct::aPortThatIsTooHighStaysAndIsSaid()
{
    auto *port = m_run->find<QSpinBox>("port");
    port->setFocus();
    port->selectAll();
    QTest::keyClicks(port, QStringLiteral("99999"));
    QCOMPARE(port->text(), QStringLiteral("99999"));
    QTRY_COMPARE(findings().filter(QStringLiteral("99999")).size(), 1);
    QVERIFY(!m_run->find<QPushButton>("start")->isEnabled());
    QTest::keyClick(port, Qt::Key_Return);
    QCOMPARE(m_run->server().state, ServerState::Stopped);
    m_run->find<QCheckBox>("tls1.3")->setChecked(true); // what is right beside it is stored
    QTRY_VERIFY(m_run->server().profile.protocols.contains(Protocol::Tls1_3));
    QCOMPARE(port->text(), QStringLiteral("99999"));
    QVERIFY(m_run->window->findChild<ServerPanel *>()->undo()); // the port alone
    QCOMPARE(port->value(), int(m_run->server().profile.port));
    QVERIFY(m_run->server().profile.protocols.contains(Protocol::Tls1_3));
    port->setValue(5051);
    QTRY_COMPARE(m_run->server().profile.port, quint16(5051));
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QVERIFY(m_run->find<QPushButton>("start")->isEnabled());
}

void TestServerConduct::removalsAndEditsAreUndoneStepByStep()
{
    auto *table = m_run->find<HintTable>("servers");
    const ServerProfile first = m_run->server().profile;
    m_run->workspace.addServer(first);
    const auto press = [table](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        table->setFocus();
        QTest::keyClick(table, key, modifiers);
    };
    m_run->find<QCheckBox>("tls1.3")->setFocus();
    m_run->find<QCheckBox>("tls1.3")->setChecked(true);
    QTRY_VERIFY(m_run->server().profile.protocols.contains(Protocol::Tls1_3));
    const ServerProfile second = m_run->server(1).profile;
    press(Qt::Key_Delete, {});
    press(Qt::Key_Delete, {});
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(0));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(1));
    QCOMPARE(m_run->server().profile, second);
    const QWidget *panel = m_run->find<QWidget>("serverNotes");
    const auto texts = panel->findChildren<QLabel *>(QStringLiteral("messageText"));
    QVERIFY2(texts.constFirst()->isVisible() && texts.constFirst()->text().startsWith(QStringLiteral("Undone: ")),
             "said among the servers");
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(2));
    QVERIFY(m_run->server().profile.protocols.contains(Protocol::Tls1_3));
    press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(m_run->server().profile, first); // the edit was before the removal, and is the same server's
    QCOMPARE(m_run->server(1).profile, second);
}

void TestServerConduct::aClickBesideTheRowsTakesNoSelectionAway()
{
    auto *table = m_run->find<HintTable>("servers");
    QCOMPARE(table->selectedRows(), QList<int>{0});
    const QPoint beside(10, table->viewport()->height() - 3);
    QVERIFY(!table->indexAt(beside).isValid());
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, beside);
    QCOMPARE(table->selectedRows(), QList<int>{0});
    const QPoint onIt = table->visualRect(table->model()->index(0, 0)).center();
    QTest::mouseClick(table->viewport(), Qt::LeftButton, Qt::ControlModifier, onIt);
    QCOMPARE(table->selectedRows(), QList<int>{0});
}

void TestServerConduct::theWheelTurnsNoPageByTheWay()
{
    m_run->find<QToolButton>("more")->click();
    auto *tabs = m_run->find<QTabBar>("furtherSettings");
    const auto turn = [tabs] {
        const QPointF middle = tabs->rect().center();
        QWheelEvent event(middle, tabs->mapToGlobal(middle), {}, {0, -120}, Qt::NoButton, {}, Qt::NoScrollPhase, false);
        QApplication::sendEvent(tabs, &event);
    };
    turn();
    QCOMPARE(tabs->currentIndex(), 0);
    tabs->setFocus();
    turn();
    QCOMPARE(tabs->currentIndex(), 1);
}

QTEST_MAIN(TestServerConduct)
#include "tst_server_conduct.moc"
