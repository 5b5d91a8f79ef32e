#include "model/sockets/profile_formats.h"
#include "model/tables/server_model.h"
#include "tests/gui/window_fixture.h"
#include "ui/server_panel.h"
#include "ui/server_transfer.h"

#include <QAbstractItemView>
#include <QClipboard>
#include <QDropEvent>
#include <QFile>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>

#include <openssl/err.h>

using namespace sealport;
using namespace sealport::test;

/// Servers as stored profiles: copies, their order, the clipboard, files, and the start with the window.
class TestServerProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        QTest::failOnWarning(realWarnings());
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(m_folder->isValid());
        start();
    }
    void cleanup()
    {
        m_run.reset();
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void aCopyStandsBelowWithANameAndAPortOfItsOwn();
    void theOrderIsKept();
    void aSortedTableIsNotReordered();
    void aRemovedServerComesBackToItsPlace();
    void aPastedCallBecomesAServer();
    void aPastedCallInTheTableDoesSoToo();
    void whatIsNoServerIsSaid();
    void aCopiedCallComesBackAndSaysWhatItLacks();
    void anExportedServerCanBeImported_data();
    void anExportedServerCanBeImported();
    void droppedFilesGoWhereTheyBelong();
    void aServerStartsWithTheWindow();

private:
    void start()
    {
        m_run.reset();
        m_run = std::make_unique<WindowFixture>(m_folder->path());
        QVERIFY(m_run->isOpen);
    }
    [[nodiscard]] HintTable &table() const { return *m_run->find<HintTable>("servers"); }
    [[nodiscard]] ServerTransfer &transfer() const { return m_run->window->findChild<ServerPanel *>()->transfer(); }
    [[nodiscard]] QStringList shownNames() const
    {
        QStringList names;
        for (int row = 0; row < table().model()->rowCount(); ++row)
            names.append(table().model()->index(row, ServerModel::NameColumn).data().toString());
        return names;
    }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers) const
    {
        table().setFocus();
        QTest::keyClick(&table(), key, modifiers);
    }
    [[nodiscard]] QString message() const
    {
        QStringList visible;
        for (const QLabel *label : m_run->window->findChildren<QLabel *>(QStringLiteral("messageText")))
            if (label->isVisible())
                visible.append(label->text());
        return visible.join(QLatin1Char('\n'));
    }
    void pressMessageButton() const
    {
        for (QPushButton *button : m_run->window->findChildren<QPushButton *>(QStringLiteral("messageAction")))
            if (button->isVisible())
                return button->click();
        QFAIL("no button");
    }
    /// Nothing where it has no entry that begins so, or that cannot be chosen.
    void choose(const QString &beginning) const
    {
        QMenu menu;
        m_run->window->findChild<ServerPanel *>()->fillProfileMenu(menu);
        for (QAction *action : menu.actions())
            if (action->isEnabled() && action->text().startsWith(beginning))
                return action->trigger();
        QFAIL(qPrintable(beginning));
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
};

void TestServerProfiles::aCopyStandsBelowWithANameAndAPortOfItsOwn()
{
    choose(QStringLiteral("Duplicate"));
    choose(QStringLiteral("Duplicate"));
    QCOMPARE(shownNames(), (QStringList{QStringLiteral("sSocketSSL"), QStringLiteral("sSocketSSL 2"),
                                        QStringLiteral("sSocketSSL 3")}));
    table().selectOnly(0);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(shownNames().at(1), QStringLiteral("sSocketSSL 4"));
    QVERIFY(m_run->find<QLineEdit>("serverName")->hasFocus());
    ServerProfile copy = m_run->server(1).profile;
    QCOMPARE(copy.port, quint16(5046));
    copy.name = m_run->server().profile.name;
    copy.port = m_run->server().profile.port;
    QVERIFY2(copy == m_run->server().profile, "everything else is the same");
}

void TestServerProfiles::theOrderIsKept()
{
    choose(QStringLiteral("Duplicate"));
    choose(QStringLiteral("Duplicate"));
    const QString first = QStringLiteral("sSocketSSL");
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Up, Qt::AltModifier);
    press(Qt::Key_Up, Qt::AltModifier);
    const QStringList moved{first + u" 3", first, first + u" 2"};
    QCOMPARE(shownNames(), moved);
    QCOMPARE(table().selectedRows(), QList{0});
    press(Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(shownNames(), (QStringList{first, first + u" 3", first + u" 2"}));

    QVERIFY(table().dragEnabled());
    const std::unique_ptr<QMimeData> dragged(table().model()->mimeData({table().model()->index(1, 0)}));
    QVERIFY(table().model()->dropMimeData(dragged.get(), Qt::MoveAction, 0, 0, {}));
    QCOMPARE(shownNames(), moved);
    start();
    QCOMPARE(shownNames(), moved);
}

void TestServerProfiles::aSortedTableIsNotReordered()
{
    choose(QStringLiteral("Duplicate"));
    const QStringList before = shownNames();
    table().sortByColumn(ServerModel::NameColumn, Qt::AscendingOrder);
    QVERIFY(!table().dragEnabled());
    press(Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(shownNames(), before);
    table().sortByColumn(-1, Qt::AscendingOrder);
    QVERIFY(table().dragEnabled());
    QCOMPARE(shownNames(), before);
}

void TestServerProfiles::aRemovedServerComesBackToItsPlace()
{
    choose(QStringLiteral("Duplicate"));
    const QStringList before = shownNames();
    table().selectOnly(0);
    press(Qt::Key_Delete, Qt::NoModifier);
    QCOMPARE(shownNames(), before.mid(1));
    pressMessageButton();
    QCOMPARE(shownNames(), before);
}

void TestServerProfiles::aPastedCallBecomesAServer()
{
    QGuiApplication::clipboard()->setText(
        QStringLiteral("SI PAS SocketCréeSSL(\"sSocketSSL\", 443, \"9d a4 84 fc f6 62 92 90 9a 62 d4 ca 65 fb 08 7e 06 "
                       "45 de 24\", HashCertificat + ProtocoleTLS1_2 + ProtocoleInconnu, \"127.0.0.1\") ALORS"));
    m_run->find<HintTable>("connections")->setFocus(); // it need not be the table of the servers
    QTest::keyClick(m_run->window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_run->workspace.servers().size(), std::size_t(2));
    const ServerProfile &pasted = m_run->server(1).profile;
    QCOMPARE(pasted.name, QStringLiteral("sSocketSSL 2"));
    QCOMPARE(pasted.port, quint16(443));
    QVERIFY(pasted.certificate.by == IdentifyBy::Thumbprint);
    QVERIFY(pasted.protocols == ProtocolSet{Protocol::Tls1_2});
    QCOMPARE(m_run->find<QLineEdit>("serverName")->text(), pasted.name);
    for (const char *part : {"There is a server sSocketSSL already", "443", "ProtocoleInconnu"})
        QVERIFY2(message().contains(QLatin1String(part)), qPrintable(message()));
    pressMessageButton();
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(1));
}

void TestServerProfiles::aPastedCallInTheTableDoesSoToo()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("{\"name\":\"json\",\"port\":5050,\"autoStart\":true}"));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(m_run->workspace.servers().size(), std::size_t(2));
    QCOMPARE(m_run->server(1).profile.name, QStringLiteral("json"));
    QVERIFY2(!m_run->server(1).profile.autoStart, "a stranger's text must not open a port at the next start");
    QVERIFY2(message().contains(QStringLiteral("was to start with Sealport")), qPrintable(message()));
}

void TestServerProfiles::whatIsNoServerIsSaid()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("good morning"));
    press(Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY2(message().contains(QStringLiteral("SocketCréeSSL")), qPrintable(message()));
    m_run->find<HintTable>("connections")->setFocus();
    QTest::keyClick(m_run->window.get(), Qt::Key_V, Qt::ControlModifier);
    QTRY_VERIFY2(message().contains(QStringLiteral("neither a certificate nor a server")), qPrintable(message()));
    transfer().importFile(m_folder->filePath(QStringLiteral("nowhere.json")));
    QTRY_VERIFY2(message().contains(QStringLiteral("nowhere.json")), qPrintable(message()));
    QCOMPARE(m_run->workspace.servers().size(), std::size_t(1));
}

void TestServerProfiles::aCopiedCallComesBackAndSaysWhatItLacks()
{
    choose(QStringLiteral("Copy as SocketCréeSSL"));
    QVERIFY2(!message().contains(QStringLiteral("no parameters")), qPrintable(message()));
    ServerProfile profile = m_run->server().profile;
    profile.opening = Opening::startTls(PlainProtocol::Smtp);
    profile.reply.mode = ReplyMode::Http;
    QVERIFY(m_run->workspace.updateServer(m_run->server().id, profile));
    choose(QStringLiteral("Copy as SocketCréeSSL"));
    for (const char *part : {"no parameters", "STARTTLS", "reply"})
        QVERIFY2(message().contains(QLatin1String(part)), qPrintable(message()));
    const QString call = QGuiApplication::clipboard()->text();
    QVERIFY2(call.contains(QStringLiteral("SocketCréeSSL(\"sSocketSSL\", 5043, ")), qPrintable(call));
    choose(QStringLiteral("Copy as SocketCreateSSL"));
    QVERIFY(QGuiApplication::clipboard()->text().contains(QStringLiteral("SocketCreateSSL(")));
    choose(QStringLiteral("Paste"));
    QTRY_COMPARE(m_run->workspace.servers().size(), std::size_t(2));
    profile.name += QStringLiteral(" 2");
    QVERIFY(m_run->server(1).profile == profile);
}

void TestServerProfiles::anExportedServerCanBeImported_data()
{
    QTest::addColumn<QString>("format");
    for (const QString &name : profileFormatNames())
        if (name == u"json" || name == u"wlanguage") // the others are for other programs
            QTest::newRow(qPrintable(name)) << name;
}

void TestServerProfiles::anExportedServerCanBeImported()
{
    QFETCH(const QString, format);
    const QString file = m_folder->filePath(QStringLiteral("server"));
    QFile before(file);
    QVERIFY(before.open(QIODevice::WriteOnly) && before.write("mine") == 4);
    before.close();
    const ServerProfile profile = m_run->server().profile;
    transfer().exportTo(file, profile, *profileFormatNamed(format));
    QTRY_VERIFY2(message().contains(QStringLiteral("The trash keeps")), qPrintable(message()));
    QCOMPARE(m_run->workspace.dataFolder().trash().items().size(), std::size_t(1));
    m_run->workspace.removeServer(m_run->server().id);
    transfer().importFile(file);
    QTRY_COMPARE(m_run->workspace.servers().size(), std::size_t(1));
    QVERIFY(m_run->server().profile == profile);

    transfer().exportTo(m_folder->filePath(QStringLiteral("no/folder")), profile, *profileFormatNamed(format));
    QTRY_VERIFY2(message().contains(QStringLiteral("no/folder")), qPrintable(message()));
}

void TestServerProfiles::droppedFilesGoWhereTheyBelong()
{
    const QString file = m_folder->filePath(QStringLiteral("servers.JSON"));
    transfer().exportTo(file, m_run->server().profile, *profileFormatNamed(QStringLiteral("json")));
    QTRY_VERIFY(QFile::exists(file));
    QTRY_VERIFY(!message().isEmpty());
    auto *sources = m_run->find<QAbstractItemView>("sources");
    const int before = sources->model()->rowCount();
    QMimeData data;
    data.setUrls({QUrl::fromLocalFile(file), QUrl::fromLocalFile(QStringLiteral(SEALPORT_CERTIFICATES "/other.pem"))});
    QDragEnterEvent enter(QPoint(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_run->find<QWidget>("connections"), &enter);
    QDropEvent event(QPointF(5, 5), Qt::CopyAction, &data, Qt::LeftButton, {});
    QApplication::sendEvent(m_run->find<QWidget>("connections"), &event);
    QTRY_COMPARE(m_run->workspace.servers().size(), std::size_t(2));
    QTRY_COMPARE(sources->currentIndex().data().toString(), QStringLiteral("other.pem (1)"));
    QCOMPARE(sources->model()->rowCount(), before);
}

void TestServerProfiles::aServerStartsWithTheWindow()
{
    m_run->useAnyPort();
    choose(QStringLiteral("Duplicate"));
    QTRY_COMPARE(m_run->server(1).profile.port, quint16(0));
    choose(QStringLiteral("Start this server with Sealport"));
    QVERIFY(m_run->server(1).profile.autoStart && !m_run->server(0).profile.autoStart);
    QCOMPARE(m_run->server(1).state, ServerState::Stopped);
    start();
    QTRY_COMPARE(m_run->server(1).state, ServerState::Listening);
    QCOMPARE(m_run->server(0).state, ServerState::Stopped);
    table().selectOnly(1);
    choose(QStringLiteral("Start this server with Sealport"));
    QVERIFY(!m_run->server(1).profile.autoStart);
    start();
    QCOMPARE(m_run->server(1).state, ServerState::Stopped);
}

QTEST_MAIN(TestServerProfiles)
#include "tst_server_profiles.moc"
