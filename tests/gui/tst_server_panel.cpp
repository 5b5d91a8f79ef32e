#include "model/sockets/applications.h"
#include "model/sockets/machine_addresses.h"
#include "model/sockets/preflight.h"
#include "tests/gui/server_panel_test.h"
#include "ui/field_note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRadioButton>
#include <QTcpServer>
#include <QToolButton>

using namespace sealport;
using namespace sealport::test;

/// The form, its checks, and what Start says when it cannot.
class TestServerPanel : public ServerPanelTest {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_run.open(); }
    void cleanup() { m_run.close(); }

    void aPortThatIsTakenIsSaidBesideTheButton();
    void aTakenPortIsSaidBeforeStartAndAnotherOneOffered();
    void everyCheckIsShownWhenItIsAskedFor();
    void whatAHostNameLeadsToStandsBelowIt();
    void addressesOfThisMachineCanBeChosen();
    void whatIsTypedIsStoredAtOnce();
    void aRunningServerTakesChangesOverOrSaysThatItNeedsARestart();
    void whatWouldFailIsSaidBeforeStart();
    void aNameInUseIsRefusedWithoutLosingIt();
    void aServerFollowsTheApplicationThatItNames();
    void aRemovedServerComesBackWithUndo();
    void unavailableProtocolsSayWhy();
    void presetsTickTheirProtocols();
    void whatAPresetReplacesComesBackWithUndo();
    void aPastedThumbprintIsTidied();
};

void TestServerPanel::aPortThatIsTakenIsSaidBesideTheButton()
{
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    m_run->find<QCheckBox>("anyPort")->setChecked(true);
    m_run->find<QRadioButton>("uniqueAddress")->setChecked(true);
    m_run->find<QSpinBox>("port")->setValue(other.serverPort());
    QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton);
    const QString port = QString::number(other.serverPort());
    QTRY_COMPARE(m_run->server().state, ServerState::Stopped);
    QTRY_VERIFY2(findings().filter(port).size() == 1, "it is said, and once");
    QVERIFY2(findings().constFirst().contains(QStringLiteral("Sealport itself")), qPrintable(findings().constFirst()));
    QVERIFY2(message().isEmpty() && !line().contains(port), qPrintable(message() + line()));
    QVERIFY(!QApplication::activeModalWidget());
    QVERIFY(m_run->find<QPushButton>("start")->isEnabled());

    QVERIFY(mend(QStringLiteral("Use port")));
    const QString offer = mend(QStringLiteral("Use port"))->text();
    QTest::mouseClick(mend(QStringLiteral("Use port")), Qt::LeftButton);
    QTRY_VERIFY(m_run->listens());
    QTRY_VERIFY(findings().filter(port).isEmpty());
    QVERIFY2(offer.endsWith(u' ' + QString::number(m_run->server().endpoint.port)), qPrintable(offer));
    QCOMPARE(m_run->find<QSpinBox>("port")->value(), int(m_run->server().endpoint.port));
    QVERIFY(m_run->server().endpoint.port != other.serverPort());
}

void TestServerPanel::aTakenPortIsSaidBeforeStartAndAnotherOneOffered()
{
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QTcpServer other;
    QVERIFY(other.listen(QHostAddress::LocalHost, 0));
    m_run->find<QCheckBox>("anyPort")->setChecked(true);
    m_run->find<QRadioButton>("uniqueAddress")->setChecked(true);
    m_run->find<QSpinBox>("port")->setValue(other.serverPort());
    QTRY_VERIFY(!findings().filter(QString::number(other.serverPort())).isEmpty());
    const auto useOther = [this] { return mend(QStringLiteral("Use port")); };
    QTRY_VERIFY(useOther());
    const QString offer = useOther()->text();
    QTest::mouseClick(useOther(), Qt::LeftButton);
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    QVERIFY(!useOther());
    QVERIFY2(offer.endsWith(u' ' + QString::number(m_run->find<QSpinBox>("port")->value())), qPrintable(offer));
    QCOMPARE(int(m_run->server().profile.port), m_run->find<QSpinBox>("port")->value());
}

void TestServerPanel::everyCheckIsShownWhenItIsAskedFor()
{
    const auto outcomes = [this] {
        QMap<int, int> count;
        for (const QLabel *label : m_run->window->findChildren<QLabel *>(QStringLiteral("check")))
            count[label->property("outcome").toInt()] += label->isVisible() ? 1 : 0;
        return count;
    };
    const int inOrder = static_cast<int>(CheckOutcome::Ok);
    const int noteworthy = static_cast<int>(CheckOutcome::Warning);
    QTRY_VERIFY(outcomes()[noteworthy] > 0); // TLS 1.0 and 1.1 are ticked
    QCOMPARE(outcomes()[inOrder], 0);
    auto *all = m_run->find<QToolButton>("allChecks");
    const int number = all->text().section(u' ', 0, 0).toInt();
    QVERIFY2(number > 8, qPrintable(all->text()));
    all->click();
    QTRY_COMPARE(outcomes()[inOrder], number);
    all->click();
    QTRY_COMPARE(outcomes()[inOrder], 0);

    m_run->useAnyPort();
    QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton);
    QTRY_VERIFY(m_run->listens());
    QTRY_VERIFY(line().startsWith(QStringLiteral("Listening on")));
    QVERIFY(outcomes()[noteworthy] > 0); // it runs, and is as outdated as before
}

void TestServerPanel::whatAHostNameLeadsToStandsBelowIt()
{
    auto *address = m_run->find<QComboBox>("address");
    const auto *note = m_run->find<FieldNote>("resolved");
    QTRY_VERIFY(m_run->find<QLabel>("preflight")->text().startsWith(QStringLiteral("Ready")));
    QVERIFY(!note->isVisible());
    address->setEditText(QStringLiteral("localhost"));
    QTRY_VERIFY(note->isVisible());
    QVERIFY2(note->text().contains(QStringLiteral("127.0.0.1")) || note->text().contains(QStringLiteral("::1")),
             qPrintable(note->text()));
    QVERIFY(!m_run->find<QLabel>("preflight")->text().contains(QStringLiteral("is used, not")));
    address->setEditText(QStringLiteral("localhos"));
    QVERIFY2(!note->isVisible(), "it is another name's");
    address->setEditText(QStringLiteral("127.0.0.1"));
    QTRY_COMPARE(m_run->server().profile.address, QStringLiteral("127.0.0.1"));
    QTRY_VERIFY(m_run->find<QLabel>("preflight")->text().startsWith(QStringLiteral("Ready")));
    QVERIFY(!note->isVisible());
}

void TestServerPanel::addressesOfThisMachineCanBeChosen()
{
    auto *address = m_run->find<QComboBox>("address");
    address->showPopup();
    const std::vector<MachineAddress> own = machineAddresses();
    for (const MachineAddress &entry : own) {
        const QString label = address->itemText(address->findData(entry.address.toString()));
        QVERIFY2(label.startsWith(entry.address.toString() + QStringLiteral(" – ")), qPrintable(label));
        QVERIFY2(label.contains(entry.interfaceName), qPrintable(label));
    }
    QCOMPARE(address->count(), int(own.size()) + 1); // and localhost
    QCOMPARE(address->currentText(), QStringLiteral("127.0.0.1"));
    address->setCurrentIndex(address->findData(QStringLiteral("0.0.0.0")));
    Q_EMIT address->activated(address->currentIndex());
    address->hidePopup();
    QTRY_COMPARE(m_run->server().profile.address, QStringLiteral("0.0.0.0"));
}

void TestServerPanel::whatIsTypedIsStoredAtOnce()
{
    m_run->find<QSpinBox>("port")->setValue(5050);
    QTRY_COMPARE(m_run->server().profile.port, quint16(5050));
    m_run->find<QCheckBox>("tls1.3")->setChecked(true);
    QTRY_VERIFY(m_run->server().profile.protocols.contains(Protocol::Tls1_3));
}

void TestServerPanel::aRunningServerTakesChangesOverOrSaysThatItNeedsARestart()
{
    m_run->useAnyPort();
    QTest::mouseClick(m_run->find<QPushButton>("start"), Qt::LeftButton);
    QTRY_VERIFY(m_run->listens());
    QVERIFY(!apply());
    m_run->find<QCheckBox>("tls1.3")->setChecked(true);
    QTRY_VERIFY(apply());
    QVERIFY(m_run->listens());
    QCOMPARE(apply()->text(), QStringLiteral("Apply now"));
    QTest::mouseClick(apply(), Qt::LeftButton);
    QTRY_COMPARE(m_run->server().generation, std::uint64_t{2});
    QVERIFY(m_run->listens());
    QTRY_VERIFY(!apply());

    m_run->find<QComboBox>("address")->setCurrentText(QStringLiteral("localhost"));
    QTRY_VERIFY(apply());
    QCOMPARE(apply()->text(), QStringLiteral("Restart"));
    QTest::mouseClick(apply(), Qt::LeftButton);
    QTRY_COMPARE(m_run->server().state, ServerState::Stopping);
    QTRY_VERIFY(m_run->listens());
    QTRY_VERIFY(!apply());

    m_run->find<QCheckBox>("tls1.3")->setChecked(false);
    QTRY_VERIFY(apply());
    m_run->find<QCheckBox>("tls1.3")->setChecked(true); // as it runs: nothing to apply any more
    QTRY_VERIFY(!apply());
}

void TestServerPanel::whatWouldFailIsSaidBeforeStart()
{
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
    m_run->find<QRadioButton>("byName")->setChecked(true);
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("nobody.test"));
    QTRY_COMPARE(findings().filter(QStringLiteral("nobody.test")).size(), 1);
    QVERIFY2(findings().constFirst().contains(QStringLiteral("nobody.test")), "errors come first");
    QCOMPARE(line(), QStringLiteral("1 errors keep the server from starting."));
    m_run->find<QLineEdit>("certificateId")->setText(QStringLiteral("localhost"));
    QTRY_VERIFY(line().startsWith(QStringLiteral("Ready")));
}

void TestServerPanel::aNameInUseIsRefusedWithoutLosingIt()
{
    const QString first = m_run->server().profile.name;
    QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier);
    auto *name = m_run->find<QLineEdit>("serverName");
    name->setText(first);
    QTRY_VERIFY(!findings().filter(first).isEmpty());
    QCOMPARE(name->text(), first);
    QVERIFY(m_run->server(1).profile.name != first);
    QTest::keyClick(name, Qt::Key_Return);
    QCOMPARE(m_run->server(1).state, ServerState::Stopped);
    name->setText(QStringLiteral("another"));
    QTRY_COMPARE(m_run->server(1).profile.name, QStringLiteral("another"));
    QVERIFY(m_run->find<QPushButton>("start")->isEnabled());
}

void TestServerPanel::aServerFollowsTheApplicationThatItNames()
{
    Applications &applications = m_run->workspace.applications();
    applications.define({.id = QStringLiteral("ACME_WEB"), .description = QStringLiteral("The shop")}, nullptr, {});
    QTRY_COMPARE(applications.list().size(), std::size_t{1});
    m_run->find<QRadioButton>("byApplication")->click();
    auto *choose = m_run->find<QPushButton>("chooseCertificate");
    Q_EMIT choose->menu()->aboutToShow();
    QCOMPARE(choose->menu()->actions().constFirst()->text(), QStringLiteral("ACME_WEB – The shop"));
    choose->menu()->actions().constFirst()->trigger();
    QTRY_COMPARE(m_run->server().profile.certificate.id, QStringLiteral("ACME_WEB"));
    QVERIFY(m_run->server().profile.certificate.by == IdentifyBy::Application);

    m_run->find<QPushButton>("start")->click();
    QTRY_VERIFY(!findings().filter(QStringLiteral("GSK_ERROR_NO_CERTIFICATE, 403")).isEmpty());
    const auto assigned = AssignedCertificate::of(m_run->workspace.certificates().front().certificate);
    applications.change(QStringLiteral("ACME_WEB"),
                        [assigned](ApplicationDefinition &application) { return assign(application, {assigned}); },
                        nullptr, {});
    QTRY_VERIFY(!applications.list().front().certificates.empty());
    m_run->find<QPushButton>("start")->click();
    QTRY_VERIFY(m_run->listens());
    QCOMPARE(m_run->server().certificate->sha256(), assigned.sha256);
}

void TestServerPanel::aRemovedServerComesBackWithUndo()
{
    const ServerProfile profile = m_run->server().profile;
    auto *table = m_run->find<HintTable>("servers");
    table->setFocus();
    QTest::keyClick(table, Qt::Key_Delete);
    QVERIFY(m_run->workspace.servers().empty());
    QVERIFY(messageButton());
    QTest::mouseClick(messageButton(), Qt::LeftButton);
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(1));
    QCOMPARE(m_run->server().profile, profile);
    QCOMPARE(m_run->find<QLineEdit>("serverName")->text(), profile.name);
}

void TestServerPanel::unavailableProtocolsSayWhy()
{
    const ProtocolSet available = availableProtocols();
    for (const Protocol protocol : allProtocols) {
        const auto *box = m_run->window->findChild<QCheckBox *>(protocolOption(protocol));
        QVERIFY(box);
        QCOMPARE(box->isEnabled(), available.contains(protocol));
        QCOMPARE(box->toolTip().isEmpty(), available.contains(protocol));
        QCOMPARE(box->accessibleDescription(), box->toolTip());
    }
    QVERIFY(!m_run->find<QCheckBox>("ssl2")->isEnabled());
}

void TestServerPanel::presetsTickTheirProtocols()
{
    const auto actions = m_run->find<QToolButton>("presets")->menu()->actions();
    QVERIFY(actions.at(2)->text().startsWith(QStringLiteral("Intermediate")));
    actions.at(2)->trigger();
    QTRY_COMPARE(m_run->server().profile.protocols, modernProtocols);
    QVERIFY(!m_run->server().profile.tls.algorithms.ciphers.isEmpty());
    QTRY_VERIFY(m_run->find<QLabel>("preflight")->text().startsWith(QStringLiteral("Ready")));
    actions.at(0)->trigger();
    QTRY_COMPARE(m_run->server().profile.protocols, socketCreeSslProtocols);
    QCOMPARE(m_run->server().profile.tls, TlsSettings());
    QVERIFY(!messageButton()); // nothing of the user's own was lost
}

void TestServerPanel::whatAPresetReplacesComesBackWithUndo()
{
    m_run->find<QLineEdit>("groups")->setText(QStringLiteral("X25519"));
    QTRY_COMPARE(m_run->server().profile.tls.algorithms.groups, QStringLiteral("X25519"));
    const ServerProfile before = m_run->server().profile;
    m_run->find<QToolButton>("presets")->menu()->actions().at(2)->trigger();
    QTRY_VERIFY(m_run->server().profile != before);
    QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier); // another server is selected meanwhile
    const ServerProfile other = m_run->server(1).profile;
    QVERIFY(messageButton());
    QTest::mouseClick(messageButton(), Qt::LeftButton);
    QTRY_COMPARE(m_run->server().profile, before);
    QCOMPARE(m_run->server(1).profile, other);
}

void TestServerPanel::aPastedThumbprintIsTidied()
{
    const Certificate &certificate = m_run->workspace.certificates().front().certificate;
    m_run->find<QRadioButton>("byThumbprint")->setChecked(true);
    auto *field = m_run->find<QLineEdit>("certificateId");
    field->setFocus();
    field->setText(QChar(0x200e) % formatThumbprint(certificate.sha1(), ThumbprintFormat::OpenSsl));
    QTest::keyClick(field, Qt::Key_Tab);
    QCOMPARE(field->text(), formatThumbprint(certificate.sha1(), ThumbprintFormat::Windows));
}

QTEST_MAIN(TestServerPanel)
#include "tst_server_panel.moc"
