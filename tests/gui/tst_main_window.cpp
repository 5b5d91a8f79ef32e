#include "model/tables/connection_model.h"
#include "model/text/verdict_text.h"
#include "tests/gui/window_fixture.h"

#include <QAccessible>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QTcpSocket>
#include <QToolButton>

#include <openssl/err.h>

using namespace sealport;
using namespace sealport::test;

/// The main job as a user does it: the whole window, a real server, real clients.
class TestMainWindow : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
    }
    void cleanup() { QCOMPARE(ERR_peek_error(), 0UL); }

    void twoClicksFromTheFirstStartToAListeningServer();
    void aFailedClientIsExplainedAndLetInWithOneButton();
    void plainHttpIsNamed();
    void theSecondStartFindsEverythingAsItWasLeft();
    void theMainJobNeedsNoMouse();
    void outsideProgramsFindEveryControlByName();
    void aPastedThumbprintSelectsItsCertificate();
    void aNewCertificateTakesTwoClicks();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

namespace {

int rowInState(const WindowFixture &run, ConnectionState state)
{
    const auto *model = run.connections().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (run.cell(row, ConnectionModel::StateColumn) == stateLabel(state))
            return row;
    }
    return -1;
}

/// Everything that assistive technology can reach below `object`.
void collect(QAccessibleInterface *object, QList<std::pair<QAccessible::Role, QString>> &found)
{
    if (!object || !object->isValid() || object->state().invisible)
        return;
    found.append({object->role(), object->text(QAccessible::Name)});
    if (object->role() == QAccessible::Table || object->role() == QAccessible::EditableText)
        return; // cells; Qt's own clear button
    for (int i = 0; i < object->childCount(); ++i)
        collect(object->child(i), found);
}

} // namespace

void TestMainWindow::twoClicksFromTheFirstStartToAListeningServer()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    auto *start = run.find<QPushButton>("start");
    QVERIFY(start->isEnabled());
    QVERIFY(start->hasFocus());
    run.useAnyPort();
    QTest::mouseClick(start, Qt::LeftButton);
    QTRY_VERIFY(run.listens());
    QVERIFY(run.server().endpoint.port > 0);
    QVERIFY(!start->isEnabled());
    QVERIFY(run.find<QPushButton>("stop")->isEnabled());
    QTRY_VERIFY(run.find<QLabel>("preflight")->text().contains(run.server().endpoint.toString()));

    OpenSslClient client(run.server().endpoint,
                         {QStringLiteral("-tls1_2"), QStringLiteral("-servername"), QStringLiteral("api.test")});
    QTRY_VERIFY(rowInState(run, ConnectionState::Secured) >= 0);
    const int row = rowInState(run, ConnectionState::Secured);
    QCOMPARE(run.cell(row, ConnectionModel::ProtocolColumn), QStringLiteral("TLS 1.2"));
    QCOMPARE(run.cell(row, ConnectionModel::NameColumn), QStringLiteral("api.test"));
    QCOMPARE(run.find<QToolButton>("live")->accessibleName(), QStringLiteral("Live 1"));
    QTRY_VERIFY(run.find<QLabel>("summary")->text().contains(QStringLiteral("1 server listening")));

    QVERIFY(client.process.write("over and out\n"));
    QTRY_VERIFY(client.process.output().contains("over and out")); // the default reply is an echo
    run.connections().selectRow(row);
    QVERIFY(run.find<QPushButton>("disconnect")->isVisible());
    QTest::mouseClick(run.find<QPushButton>("disconnect"), Qt::LeftButton);
    QTRY_COMPARE(rowInState(run, ConnectionState::Closed), row);

    QTest::mouseClick(run.find<QPushButton>("stop"), Qt::LeftButton);
    QTRY_COMPARE(run.server().state, ServerState::Stopped);
    QVERIFY(start->isEnabled());
}

void TestMainWindow::aFailedClientIsExplainedAndLetInWithOneButton()
{
    const QStringList oldClient{QStringLiteral("-tls1_1"), QStringLiteral("-cipher"),
                                QStringLiteral("DEFAULT:@SECLEVEL=0")};
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    run.useAnyPort();
    for (const auto *box : {"tls1", "tls1.1"})
        run.find<QCheckBox>(box)->setChecked(false);
    run.find<QCheckBox>("tls1.3")->setChecked(true);
    QTest::mouseClick(run.find<QPushButton>("start"), Qt::LeftButton);
    QTRY_VERIFY(run.listens());
    QCOMPARE(run.server().profile.protocols, modernProtocols);

    {
        OpenSslClient client(run.server().endpoint, oldClient);
        QTRY_VERIFY(rowInState(run, ConnectionState::Failed) >= 0);
    }
    run.connections().selectRow(rowInState(run, ConnectionState::Failed));
    QCOMPARE(run.find<QLabel>("verdictSentence")->text(),
             QStringLiteral("The client offers TLS 1.1 at most; this server allows TLS 1.2 and TLS 1.3."));
    auto *allow = run.find<QPushButton>("allow");
    QVERIFY(allow->isVisible());
    QCOMPARE(allow->text(), QStringLiteral("Allow TLS 1.1"));

    run.find<QToolButton>("why")->click();
    QVERIFY(run.find<QWidget>("report")->isVisible());

    QTest::mouseClick(allow, Qt::LeftButton);
    QTRY_VERIFY(run.listens() && run.server().certificate && run.server().profile.protocols.contains(Protocol::Tls1_1));
    QVERIFY(run.find<QCheckBox>("tls1.1")->isChecked());
    OpenSslClient client(run.server().endpoint, oldClient);
    QTRY_VERIFY(rowInState(run, ConnectionState::Secured) >= 0);
    QCOMPARE(run.cell(rowInState(run, ConnectionState::Secured), ConnectionModel::ProtocolColumn),
             QStringLiteral("TLS 1.1"));
}

void TestMainWindow::plainHttpIsNamed()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    run.useAnyPort();
    QTest::mouseClick(run.find<QPushButton>("start"), Qt::LeftButton);
    QTRY_VERIFY(run.listens());
    QTcpSocket visitor;
    visitor.connectToHost(run.server().endpoint.address, run.server().endpoint.port);
    visitor.write("GET / HTTP/1.0\r\n\r\n");
    QTRY_VERIFY(rowInState(run, ConnectionState::Failed) >= 0);
    run.connections().selectRow(rowInState(run, ConnectionState::Failed));
    QVERIFY(run.find<QLabel>("verdictSentence")->text().contains(QStringLiteral("HTTP")));
    QVERIFY(!run.find<QPushButton>("allow")->isVisible());
    QCOMPARE(run.find<QToolButton>("failed")->accessibleName(), QStringLiteral("Failed 1"));
}

void TestMainWindow::theSecondStartFindsEverythingAsItWasLeft()
{
    QByteArray thumbprint;
    {
        WindowFixture run(m_folder->path());
        QVERIFY(run.isOpen);
        QTest::keyClick(run.window.get(), Qt::Key_N, Qt::ControlModifier);
        QCOMPARE(run.workspace.servers().size(), std::size_t(2));
        auto *name = run.find<QLineEdit>("serverName");
        QVERIFY(name->hasFocus());
        QTest::keyClicks(name, QStringLiteral("legacy-test"));
        run.find<QSpinBox>("port")->setValue(5999);
        run.find<QCheckBox>("tls1.3")->setChecked(true);
        run.find<QComboBox>("address")->setEditText(QStringLiteral("localhost"));
        run.find<QComboBox>("reply")->setCurrentIndex(2);
        QTest::keyClicks(run.find<QLineEdit>("replyText"), QStringLiteral("hello"));
        thumbprint = run.server(1).certificate ? QByteArray() : run.workspace.certificates().front().certificate.sha1();
        run.window->resize(1111, 777);
    }
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    QCOMPARE(run.workspace.servers().size(), std::size_t(2));
    const ServerProfile &profile = run.server(1).profile;
    QCOMPARE(profile.name, QStringLiteral("legacy-test"));
    QCOMPARE(profile.port, quint16(5999));
    QVERIFY(profile.protocols.contains(Protocol::Tls1_3));
    QCOMPARE(profile.address, QStringLiteral("localhost"));
    QCOMPARE(profile.reply.toOption(), QStringLiteral("text:hello"));
    QCOMPARE(run.find<QLineEdit>("serverName")->text(), QStringLiteral("legacy-test")); // the one that was selected
    QCOMPARE(run.workspace.certificates().front().certificate.sha1(), thumbprint);
    QCOMPARE(run.server(1).state, ServerState::Stopped);
}

void TestMainWindow::theMainJobNeedsNoMouse()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    auto *window = run.window.get();
    QTest::keyClick(window, Qt::Key_P, Qt::AltModifier);
    auto *port = run.find<QSpinBox>("port");
    QVERIFY(port->hasFocus());
    QTest::keyClick(port, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(port, QStringLiteral("0"));
    QTest::keyClick(window, Qt::Key_3, Qt::AltModifier); // TLS 1.3
    QTRY_VERIFY(run.find<QCheckBox>("tls1.3")->isChecked());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(run.listens());
    QVERIFY(run.server().profile.protocols.contains(Protocol::Tls1_3));

    OpenSslClient client(run.server().endpoint, {});
    QTRY_VERIFY(rowInState(run, ConnectionState::Secured) >= 0);
    QTest::keyClick(window, Qt::Key_3, Qt::ControlModifier);
    QVERIFY(run.connections().hasFocus());
    QTest::keyClick(&run.connections(), Qt::Key_Down);
    QTRY_VERIFY2(run.find<QLabel>("verdictSentence")->text().contains(QStringLiteral("TLS 1.3")),
                 qPrintable(run.find<QLabel>("verdictSentence")->text()));
    QTest::keyClick(&run.connections(), Qt::Key_C, Qt::ControlModifier);
    QVERIFY(QApplication::clipboard()->text().contains(QStringLiteral("TLS 1.3")));

    QTest::keyClick(window, Qt::Key_F5, Qt::ShiftModifier);
    QTRY_COMPARE(run.server().state, ServerState::Stopped);
    QTest::keyClick(window, Qt::Key_F5);
    QTRY_VERIFY(run.listens());

    // Tab goes round the whole window and meets every field of the form on its way.
    QSet<QString> seen;
    run.find<QLineEdit>("find")->setFocus();
    for (int i = 0; i < 80; ++i) {
        seen.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(window, Qt::Key_Tab);
    }
    for (const char *name : {"find", "certificates", "servers", "serverName", "port", "address", "certificateId",
                             "tls1.2", "reply", "more", "stop", "connectionFilter", "connections", "why"})
        QVERIFY2(seen.contains(QString::fromLatin1(name)), name);
}

void TestMainWindow::outsideProgramsFindEveryControlByName()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    QList<std::pair<QAccessible::Role, QString>> found;
    collect(QAccessible::queryAccessibleInterface(run.window.get()), found);
    const auto count = [&found](QAccessible::Role role, const char *name) {
        return found.count({role, QString::fromLatin1(name)});
    };
    for (const char *name : {"SSL 2.0", "SSL 3.0", "TLS 1.0", "TLS 1.1", "TLS 1.2", "TLS 1.3"})
        QCOMPARE(count(QAccessible::CheckBox, name), 1);
    for (const char *name : {"Start", "Stop"})
        QCOMPARE(count(QAccessible::Button, name), 1);
    for (const char *name : {"Certificates", "Servers", "Connections"})
        QCOMPARE(count(QAccessible::Table, name), 1);
    QCOMPARE(count(QAccessible::EditableText, "Name"), 1);
    QCOMPARE(count(QAccessible::SpinBox, "Port"), 1);
    QCOMPARE(count(QAccessible::EditableText, "Address"), 1);

    const QList<QAccessible::Role> controls{QAccessible::CheckBox,   QAccessible::RadioButton, QAccessible::Button,
                                            QAccessible::ButtonMenu, QAccessible::SpinBox,     QAccessible::ComboBox,
                                            QAccessible::Table};
    for (const auto &[role, name] : found)
        QVERIFY2(!controls.contains(role) || !name.isEmpty(),
                 qPrintable(QStringLiteral("a control without a name, role %1").arg(role)));
}

void TestMainWindow::aPastedThumbprintSelectsItsCertificate()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    auto *table = run.find<HintTable>("certificates");
    QCOMPARE(table->model()->rowCount(), 2); // the test CA and localhost
    for (const StoredCertificate &stored : run.workspace.certificates()) {
        // As Windows copies it: an invisible mark in front.
        run.find<QLineEdit>("find")->setText(QChar(0x200e)
                                             % formatThumbprint(stored.certificate.sha1(), ThumbprintFormat::Windows));
        QCOMPARE(table->model()->rowCount(), 2);
        QTRY_COMPARE(run.find<QLabel>("detailsName")->text(), stored.certificate.name());
    }
    // A digit wrong, and a letter that is none: found all the same, and said.
    const StoredCertificate &first = run.workspace.certificates().front();
    QString typed = formatThumbprint(first.certificate.sha1(), ThumbprintFormat::Plain);
    typed[7] = u'o';
    run.find<QLineEdit>("find")->setText(typed);
    QTRY_COMPARE(run.find<QLabel>("detailsName")->text(), first.certificate.name());
    const auto says = [&run](const QString &part) {
        return std::ranges::any_of(run.window->findChildren<QLabel *>(), [&part](const QLabel *label) {
            return label->isVisible() && label->text().contains(part);
        });
    };
    QTRY_VERIFY(says(QStringLiteral("Character 8 is “o”")));
    run.find<QLineEdit>("find")->setText(QString(40, u'7'));
    QTRY_VERIFY(says(QStringLiteral("nor nearly so")));
    run.find<QLineEdit>("find")->setText(QStringLiteral("nothing is called so"));
    QCOMPARE(table->model()->rowCount(), 0);
    QTest::keyClick(run.window.get(), Qt::Key_Escape);
    QCOMPARE(table->model()->rowCount(), 2);
}

void TestMainWindow::aNewCertificateTakesTwoClicks()
{
    WindowFixture run(m_folder->path());
    QVERIFY(run.isOpen);
    QTest::keyClick(run.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *create = run.find<QPushButton>("createCertificate");
    QVERIFY(create && create->isVisible());
    run.find<QLineEdit>("certificateName")->setText(QStringLiteral("printer.test"));
    QTest::mouseClick(create, Qt::LeftButton);
    auto *table = run.find<HintTable>("certificates");
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QTRY_COMPARE(run.find<QLabel>("detailsName")->text(), QStringLiteral("printer.test")); // and it is the selected one
    QTest::keyClick(table, Qt::Key_Return);                                                // "Use for this server"
    QTRY_COMPARE(run.server().profile.certificate.by, IdentifyBy::Thumbprint);
    QTRY_VERIFY(run.find<QLabel>("preflight")->text().contains(QStringLiteral("printer.test")));
}

QTEST_MAIN(TestMainWindow)
#include "tst_main_window.moc"
