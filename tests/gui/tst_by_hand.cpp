#include "model/sockets/hand_exchange.h"
#include "model/tables/connection_model.h"
#include "tests/gui/fresh_window.h"
#include "ui/admission_bar.h"
#include "ui/connection_details.h"
#include "ui/connection_menu.h"
#include "ui/field_note.h"
#include "ui/transcript_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSslSocket>
#include <QTimer>

#include <functional>

using namespace sealport;
using namespace sealport::test;

namespace {

constexpr int longEnough = 20'000;

enum class Unseen { PressedBefore, Clicked, Keys, KeysHeld, EnterHeld };

} // namespace

/// The conversations that the user leads by hand.
class TestByHand : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_run.open(); }
    void cleanup() { m_run.close(); }

    void theUserTalksWithAClient();
    void whatIsSentEndsAsChosen_data();
    void whatIsSentEndsAsChosen();
    void whatIsNoHexadecimalIsNotSent();
    void whatIsHalfTypedWaitsForItsClient();
    void whatIsNotSeenIsWrittenWhenItIs();
    void clientsAreLetInOrDenied();
    void noClientIsLetInUnseen_data();
    void noClientIsLetInUnseen();
    void theTimeThatAClientWaitsRunsDown();
    void theMenuOfTheRowLetsInAndDenies();
    void whatIsOverWithoutAWordOpensItsVerdict();
    void theMenuOffersWhatFitsTheConnection_data();
    void theMenuOffersWhatFitsTheConnection();
    void tlsBeginsBesideTheConversation();

private:
    void listenByHand(bool asksFirst) const
    {
        m_run->useAnyPort();
        m_run->find<QComboBox>("reply")->setCurrentText(QStringLiteral("by hand"));
        m_run->find<QCheckBox>("asksFirst")->setChecked(asksFirst);
        m_run->find<QCheckBox>("tls1.2")->setChecked(true);
        QTRY_COMPARE(m_run->server().profile.reply.asksFirst, asksFirst);
        QTest::keyClick(m_run->window.get(), Qt::Key_F5);
        QTRY_VERIFY_WITH_TIMEOUT(m_run->listens(), longEnough);
    }
    /// Shakes hands as soon as the server does.
    void connectClient(QSslSocket &client) const
    {
        client.setPeerVerifyMode(QSslSocket::VerifyNone);
        client.setProtocol(QSsl::TlsV1_2);
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), m_run->server().endpoint.port);
    }
    void select(int row) const
    {
        QTRY_VERIFY(m_run->connections().model()->rowCount() > row);
        m_run->connections().selectOnly(row);
    }
    /// Runs `act` with the entry of the row's menu that begins so, and closes the menu.
    void withEntry(const QString &text, const std::function<void(QAction &)> &act) const
    {
        bool isFound = false;
        const QObject here; // the timer does not outlive what it writes to
        QTimer::singleShot(0, &here, [&] {
            auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
            if (!menu)
                return;
            for (QAction *action : menu->actions()) {
                if (QString(action->text()).remove(u'&').startsWith(text)) {
                    isFound = true;
                    act(*action);
                }
            }
            menu->close();
        });
        m_run->connections().setFocus();
        QTest::keyClick(&m_run->connections(), Qt::Key_F10, Qt::ShiftModifier);
        QVERIFY2(isFound, qPrintable(text));
    }
    void chooseInMenu(const QString &text) const
    {
        withEntry(text, [](QAction &action) { action.trigger(); });
    }
    [[nodiscard]] bool isInMenu(const QString &text) const
    {
        bool isEnabled = false;
        withEntry(text, [&isEnabled](QAction &action) { isEnabled = action.isEnabled(); });
        return isEnabled;
    }
    [[nodiscard]] QString transcript() const { return m_run->find<TranscriptView>("transcript")->toPlainText(); }

    FreshWindow m_run;
};

void TestByHand::theUserTalksWithAClient()
{
    listenByHand(false);
    QSslSocket client;
    connectClient(client);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted(), longEnough);
    select(0);
    auto *details = m_run->window->findChild<ConnectionDetails *>();
    QCOMPARE(details->tabText(details->currentIndex()), QStringLiteral("By hand"));
    client.write("hello\r\n\x1b[2Jworld");
    QTRY_VERIFY(transcript().contains(QStringLiteral("hello\n")));
    QVERIFY2(transcript().contains(QStringLiteral("client, 16 B")), qPrintable(transcript()));
    QVERIFY2(!transcript().contains(QChar(0x1b)), "what moves the cursor of a terminal is shown, not done");

    auto *input = m_run->find<QLineEdit>("handInput");
    QTest::keyClicks(input, QStringLiteral("good day"));
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(client.bytesAvailable(), 10);
    QCOMPARE(client.readAll(), QByteArray("good day\r\n"));
    QCOMPARE(input->text(), QString());
    QTRY_VERIFY(transcript().contains(QStringLiteral("good day")));
    m_run->find<QComboBox>("transcriptForm")->setCurrentIndex(1);
    QVERIFY2(transcript().contains(QStringLiteral("68 65 6c 6c 6f 0d 0a 1b")), qPrintable(transcript()));

    QTest::mouseClick(m_run->find<QPushButton>("closeClient"), Qt::LeftButton);
    QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(!input->isEnabled());
    QVERIFY2(transcript().contains(QStringLiteral("68 65 6c")), "what is over can still be read");
    m_run->connections().clearSelection();
    QCOMPARE(details->count(), 1);
}

void TestByHand::whatIsSentEndsAsChosen_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<bool>("isHex");
    QTest::addColumn<QByteArray>("sent");
    const auto row = [](const char *end, bool isHex, const QByteArray &sent) {
        QTest::addRow("%s, %s", end, isHex ? "hexadecimal" : "text") << QString::fromUtf8(end) << isHex << sent;
    };
    row("then CR LF", false, "61\r\n");
    row("then LF", false, "61\n");
    row("then CR", false, "61\r");
    row("then a zero byte", false, QByteArray("61\0", 3));
    row("as it is", false, "61");
    row("then WinDev's end tag", false, "61\x1a");
    row("with WinDev's length in front", false, "2\r\n61");
    row("then LF", true, "a\n");
    row("as it is", true, "a");
    row("with WinDev's length in front", true, "1\r\na");
}

void TestByHand::whatIsSentEndsAsChosen()
{
    QFETCH(const QString, end);
    QFETCH(const bool, isHex);
    QFETCH(const QByteArray, sent);
    listenByHand(false);
    QSslSocket client;
    connectClient(client);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted(), longEnough);
    select(0);
    auto *input = m_run->find<QLineEdit>("handInput");
    QTRY_VERIFY(input->isEnabled());
    m_run->find<QComboBox>("inputForm")->setCurrentIndex(isHex ? 1 : 0);
    m_run->find<QComboBox>("inputEnd")->setCurrentText(end);
    auto *tag = m_run->find<QLineEdit>("endTag");
    QCOMPARE(tag->isVisible(), end == QStringLiteral("then WinDev's end tag"));
    tag->setText(QStringLiteral("1a"));
    input->setText(QStringLiteral("61"));
    QTest::mouseClick(m_run->find<QPushButton>("send"), Qt::LeftButton);
    QTRY_VERIFY(client.bytesAvailable() >= sent.size());
    QCOMPARE(client.readAll(), sent);
}

void TestByHand::whatIsNoHexadecimalIsNotSent()
{
    listenByHand(false);
    QSslSocket client;
    connectClient(client);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted(), longEnough);
    select(0);
    auto *input = m_run->find<QLineEdit>("handInput");
    QTRY_VERIFY(input->isEnabled());
    m_run->find<QComboBox>("inputForm")->setCurrentIndex(1);
    input->setText(QStringLiteral("61 6g"));
    QTest::keyClick(input, Qt::Key_Return);
    const auto *fault = m_run->find<FieldNote>("handFault");
    QVERIFY2(fault->isVisible() && fault->text().contains(u'g'), qPrintable(fault->text()));
    QCOMPARE(input->text(), QStringLiteral("61 6g"));
    QTest::keyClick(input, Qt::Key_Backspace);
    QVERIFY(!fault->isVisible());
    QTest::keyClicks(input, QStringLiteral("2"));
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(client.bytesAvailable(), 4);
    QCOMPARE(client.readAll(), QByteArray("ab\r\n"));
}

void TestByHand::whatIsHalfTypedWaitsForItsClient()
{
    listenByHand(false);
    QSslSocket first;
    QSslSocket second;
    connectClient(first);
    QTRY_VERIFY_WITH_TIMEOUT(first.isEncrypted(), longEnough);
    connectClient(second);
    QTRY_VERIFY_WITH_TIMEOUT(second.isEncrypted(), longEnough);
    select(0);
    auto *input = m_run->find<QLineEdit>("handInput");
    QTRY_VERIFY(input->isEnabled());
    QTest::keyClicks(input, QStringLiteral("half"));
    select(1);
    QTRY_COMPARE(input->text(), QString());
    select(0);
    QTRY_COMPARE(input->text(), QStringLiteral("half"));
    m_run->connections().setFocus();
    QTest::keyClick(m_run->window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(input->hasFocus());
    QTest::keyClicks(input, QStringLiteral(" a text"));
    QCOMPARE(input->text(), QStringLiteral("half a text"));
}

void TestByHand::whatIsNotSeenIsWrittenWhenItIs()
{
    listenByHand(false);
    QSslSocket client;
    connectClient(client);
    QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted(), longEnough);
    select(0);
    auto *details = m_run->window->findChild<ConnectionDetails *>();
    const int byHand = details->currentIndex();
    details->setCurrentIndex(1 - byHand);
    const HandExchange &exchange = *m_run->window->findChild<HandExchange *>();
    client.write("hello");
    QTRY_COMPARE(exchange.conversation(exchange.conversations().front())->transcript.size(), 5);
    QCOMPARE(transcript(), QString());
    details->setCurrentIndex(byHand);
    QVERIFY2(transcript().endsWith(QStringLiteral("hello\n")), qPrintable(transcript()));
}

void TestByHand::clientsAreLetInOrDenied()
{
    m_run->window->findChild<AdmissionBar *>()->setTimeToSee({});
    const auto *first = m_run->find<QLabel>("firstWaiting");
    QVERIFY(!first->isVisible());
    listenByHand(true);
    QTRY_VERIFY2(first->isVisible(), "there before anybody comes, so that the table does not move then");
    const auto *admit = m_run->find<QPushButton>("admitFirst");
    QVERIFY(!admit->isEnabled());
    QApplication::processEvents();
    const QRect table = m_run->connections().geometry();
    QSslSocket wanted;
    connectClient(wanted);
    QTRY_VERIFY(admit->isEnabled());
    QSslSocket unwanted;
    connectClient(unwanted);
    QTRY_VERIFY2(first->text().endsWith(QStringLiteral("1 more waits behind it."))
                     || first->text().endsWith(QStringLiteral("1 more wait behind it.")),
                 qPrintable(first->text()));
    QVERIFY(!wanted.isEncrypted());
    QCOMPARE(m_run->connections().geometry(), table);
    QTest::keyClick(m_run->window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(wanted.isEncrypted(), longEnough);
    select(1);
    QVERIFY(m_run->find<QPushButton>("deny")->isVisible());
    QTest::mouseClick(m_run->find<QPushButton>("deny"), Qt::LeftButton);
    QTRY_COMPARE(unwanted.state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(!admit->isEnabled());
    QTRY_VERIFY(!m_run->find<QPushButton>("deny")->isVisible());
    QCOMPARE(m_run->connections().geometry(), table);
    QTest::keyClick(m_run->window.get(), Qt::Key_F5, Qt::ShiftModifier);
    QTRY_VERIFY(!first->isVisible());
}

void TestByHand::noClientIsLetInUnseen_data()
{
    QTest::addColumn<Unseen>("unseen");
    QTest::newRow("the button was pressed for another one") << Unseen::PressedBefore;
    QTest::newRow("the button is clicked as soon as it comes first") << Unseen::Clicked;
    QTest::newRow("the keys are pressed as soon as it comes first") << Unseen::Keys;
    QTest::newRow("the keys are held") << Unseen::KeysHeld;
    QTest::newRow("the Enter key is held") << Unseen::EnterHeld;
}

void TestByHand::noClientIsLetInUnseen()
{
    QFETCH(const Unseen, unseen);
    auto *bar = m_run->window->findChild<AdmissionBar *>();
    bar->setTimeToSee({});
    listenByHand(true);
    QSslSocket before;
    connectClient(before);
    QTRY_COMPARE(m_run->connections().model()->rowCount(), 1);
    QSslSocket unwanted;
    connectClient(unwanted);
    select(1);
    auto *admit = m_run->find<QPushButton>("admitFirst");
    if (unseen == Unseen::PressedBefore)
        QTest::mousePress(admit, Qt::LeftButton);
    select(0);
    m_run->find<QPushButton>("deny")->click();
    QTRY_COMPARE(before.state(), QAbstractSocket::UnconnectedState);
    const auto *first = m_run->find<QLabel>("firstWaiting");
    const QString port = QString::number(unwanted.localPort());
    QTRY_VERIFY2(first->text().contains(u':' + port), qPrintable(first->text()));
    const bool isHeld = unseen == Unseen::KeysHeld || unseen == Unseen::EnterHeld;
    bar->setTimeToSee(isHeld ? std::chrono::hours(0) : std::chrono::hours(1));
    switch (unseen) {
    case Unseen::PressedBefore:
        QTest::mouseRelease(admit, Qt::LeftButton);
        break;
    case Unseen::Clicked:
        QTest::mouseClick(admit, Qt::LeftButton);
        break;
    case Unseen::Keys:
        QTest::keyClick(m_run->window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
        break;
    case Unseen::KeysHeld:
        QTest::simulateEvent(m_run->window.get(), true, Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier, QString(),
                             true);
        break;
    case Unseen::EnterHeld:
        QTest::simulateEvent(admit, true, Qt::Key_Return, {}, QStringLiteral("\r"), true);
        break;
    }
    bar->setTimeToSee({});
    QTest::keyClick(m_run->window.get(), Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(unwanted.state(), QAbstractSocket::UnconnectedState);
    const HandExchange &exchange = *m_run->window->findChild<HandExchange *>();
    const ConnectionRecord &record = exchange.conversation(exchange.conversations().back())->record;
    QTRY_VERIFY(record.verdict);
    QVERIFY2(record.verdict->reason == VerdictReason::DeniedByUser, "it was not let in");
}

void TestByHand::theTimeThatAClientWaitsRunsDown()
{
    listenByHand(true);
    QSslSocket client;
    connectClient(client);
    const auto *first = m_run->find<QLabel>("firstWaiting");
    const QRegularExpression form(
        QStringLiteral("^Port %1: 127\\.0\\.0\\.1:\\d+ waits, (\\d+) s left\\.$").arg(m_run->server().endpoint.port));
    const auto seconds = [&] {
        const auto match = form.match(first->text());
        return match.hasMatch() ? match.captured(1).toInt() : -1;
    };
    QTRY_VERIFY2(seconds() > 0, qPrintable(first->text()));
    const int before = seconds();
    QVERIFY(before <= 10);
    QTRY_VERIFY2(seconds() > 0 && seconds() < before, qPrintable(first->text()));
}

void TestByHand::theMenuOfTheRowLetsInAndDenies()
{
    listenByHand(true);
    QSslSocket wanted;
    connectClient(wanted);
    QTRY_COMPARE(m_run->connections().model()->rowCount(), 1);
    QSslSocket unwanted;
    connectClient(unwanted);
    select(1);
    chooseInMenu(QStringLiteral("Deny"));
    QTRY_COMPARE(unwanted.state(), QAbstractSocket::UnconnectedState);
    select(0);
    chooseInMenu(QStringLiteral("Let in"));
    QTRY_VERIFY_WITH_TIMEOUT(wanted.isEncrypted(), longEnough);
    QTRY_COMPARE(m_run->cell(0, ConnectionModel::StateColumn), QStringLiteral("secured"));
    QVERIFY2(!isInMenu(QStringLiteral("Let in")), "it is in");
    QVERIFY(!isInMenu(QStringLiteral("Begin TLS")));
    QVERIFY(isInMenu(QStringLiteral("Disconnect")));
}

void TestByHand::whatIsOverWithoutAWordOpensItsVerdict()
{
    listenByHand(true);
    auto *details = m_run->window->findChild<ConnectionDetails *>();
    const auto tab = [details] { return details->tabText(details->currentIndex()); };
    QSslSocket unwanted;
    connectClient(unwanted);
    select(0);
    QCOMPARE(tab(), QStringLiteral("By hand"));
    QTest::mouseClick(m_run->find<QPushButton>("deny"), Qt::LeftButton);
    QTRY_COMPARE(tab(), QStringLiteral("Verdict"));
    details->setCurrentIndex(1); // there is nothing to be seen, but who wants to may look
    QSslSocket next;
    connectClient(next);
    QTRY_COMPARE(m_run->connections().model()->rowCount(), 2);
    QCOMPARE(tab(), QStringLiteral("By hand"));
    select(1);
    QCOMPARE(tab(), QStringLiteral("By hand"));
    select(0);
    QCOMPARE(tab(), QStringLiteral("Verdict"));
    select(1);
    QCOMPARE(tab(), QStringLiteral("By hand"));
}

void TestByHand::theMenuOffersWhatFitsTheConnection_data()
{
    QTest::addColumn<ConnectionState>("state");
    QTest::addColumn<Opening>("opening");
    QTest::addColumn<QStringList>("enabled");
    const QString letIn = QStringLiteral("Let in (SocketAccept)");
    const QString deny = QStringLiteral("Deny (SocketDeny)");
    const QString secure = QStringLiteral("Begin TLS");
    const QString disconnect = QStringLiteral("Disconnect");
    using enum ConnectionState;
    QTest::newRow("it waits") << Waiting << Opening() << QStringList{letIn, deny, disconnect};
    QTest::newRow("plain until the user asks") << Plain << Opening::onRequest() << QStringList{secure, disconnect};
    QTest::newRow("plain for ever") << Plain << Opening::plain() << QStringList{disconnect};
    QTest::newRow("plain until the client asks")
        << Plain << Opening::startTls(PlainProtocol::Smtp) << QStringList{disconnect};
    QTest::newRow("secured") << Secured << Opening::onRequest() << QStringList{disconnect};
    QTest::newRow("over") << Failed << Opening::onRequest() << QStringList();
}

void TestByHand::theMenuOffersWhatFitsTheConnection()
{
    QFETCH(const ConnectionState, state);
    QFETCH(const Opening, opening);
    HandExchange exchange(m_run->workspace);
    ConnectionRecord record;
    record.state = state;
    record.opening = opening;
    const ConnectionMenu menu(m_run->workspace, exchange, {record});
    QStringList enabled;
    for (const QAction *action : menu.actions())
        if (action->isEnabled())
            enabled.append(action->text().remove(u'&'));
    QTEST(enabled, "enabled");
}

void TestByHand::tlsBeginsBesideTheConversation()
{
    ServerProfile profile = m_run->server().profile;
    profile.port = 0;
    profile.reply.mode = ReplyMode::ByHand;
    profile.opening = Opening::onRequest();
    const ServerId id = m_run->workspace.addTemporaryServer(profile);
    m_run->workspace.start(id);
    QTRY_COMPARE_WITH_TIMEOUT(m_run->workspace.server(id)->state, ServerState::Listening, longEnough);
    QSslSocket client;
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHost(QStringLiteral("127.0.0.1"), m_run->workspace.server(id)->endpoint.port);
    client.write("in the open\n");
    select(0);
    QTRY_VERIFY(transcript().contains(QStringLiteral("in the open")));
    const auto *secure = m_run->find<QPushButton>("secureByHand");
    QVERIFY(secure->isVisible());
    QTest::keyClick(m_run->window.get(), Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(!secure->isVisible());
    client.startClientEncryption();
    QTRY_VERIFY_WITH_TIMEOUT(client.isEncrypted(), longEnough);
    client.write("in secret\n");
    QTRY_VERIFY(transcript().contains(QStringLiteral("in secret")));
    const QString text = transcript();
    const qsizetype mark = text.indexOf(QStringLiteral("TLS begins here"));
    QVERIFY2(text.indexOf(QStringLiteral("in the open")) < mark, qPrintable(text));
    QVERIFY2(mark < text.indexOf(QStringLiteral("in secret")), qPrintable(text));
    QCOMPARE(text.count(QStringLiteral("TLS begins here")), 1);
}

QTEST_MAIN(TestByHand)
#include "tst_by_hand.moc"
