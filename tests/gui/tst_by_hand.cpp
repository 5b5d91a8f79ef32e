#include "tests/gui/window_fixture.h"
#include "ui/connection_details.h"
#include "ui/field_note.h"
#include "ui/transcript_view.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QSslSocket>

#include <openssl/err.h>

using namespace sealport;
using namespace sealport::test;

namespace {

constexpr int longEnough = 20'000;

} // namespace

/// The conversations that the user leads by hand.
class TestByHand : public QObject {
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
    void cleanup()
    {
        m_run.reset();
        QCOMPARE(ERR_peek_error(), 0UL);
    }

    void theUserTalksWithAClient();
    void whatIsSentEndsAsChosen_data();
    void whatIsSentEndsAsChosen();
    void whatIsNoHexadecimalIsNotSent();
    void clientsAreLetInOrDenied();
    void aTranscriptThatGrowsIsWrittenOnce();

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
    [[nodiscard]] QString transcript() const { return m_run->find<TranscriptView>("transcript")->toPlainText(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<WindowFixture> m_run;
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

void TestByHand::clientsAreLetInOrDenied()
{
    listenByHand(true);
    auto *first = m_run->find<QLabel>("firstWaiting");
    QVERIFY(!first->isVisible());
    QSslSocket wanted;
    connectClient(wanted);
    QTRY_VERIFY(first->isVisible());
    QSslSocket unwanted;
    connectClient(unwanted);
    QTRY_VERIFY2(first->text().endsWith(QStringLiteral("1 more waits behind it."))
                     || first->text().endsWith(QStringLiteral("1 more wait behind it.")),
                 qPrintable(first->text()));
    QVERIFY(!wanted.isEncrypted());
    QTest::keyClick(m_run->window.get(), Qt::Key_A, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY_WITH_TIMEOUT(wanted.isEncrypted(), longEnough);
    select(1);
    QVERIFY(m_run->find<QPushButton>("deny")->isVisible());
    QTest::mouseClick(m_run->find<QPushButton>("deny"), Qt::LeftButton);
    QTRY_COMPARE(unwanted.state(), QAbstractSocket::UnconnectedState);
    QTRY_VERIFY(!first->isVisible());
    QTRY_VERIFY(!m_run->find<QPushButton>("deny")->isVisible());
}

void TestByHand::aTranscriptThatGrowsIsWrittenOnce()
{
    TranscriptView view;
    HandTranscript transcript;
    const auto add = [&](DataExchanged::From from, const QByteArray &octets, qint64 at, std::uint64_t cut = 0) {
        transcript.add({.id = ConnectionId(1), .from = from, .octets = octets, .cut = cut, .at = at});
        view.showTranscript(ConnectionId(1), transcript);
    };
    add(DataExchanged::From::Client, "one", 1000);
    add(DataExchanged::From::Client, "two", 1001); // the same piece
    add(DataExchanged::From::User, "three", 5000);
    add(DataExchanged::From::Client, "four", 9000, 2048);
    const QString text = view.toPlainText();
    QCOMPARE(text.count(QStringLiteral("onetwo")), 1);
    QCOMPARE(text.count(QStringLiteral("one")), 1);
    QCOMPARE(text.count(QStringLiteral("client, 6 B")), 1);
    QCOMPARE(text.count(QStringLiteral("you, 5 B")), 1);
    QCOMPARE(text.count(QStringLiteral("2.0 KB of the client were not kept")), 1);
    TranscriptView fresh;
    fresh.showTranscript(ConnectionId(1), transcript);
    QCOMPARE(fresh.toPlainText(), text);
    view.showTranscript(ConnectionId(2), {});
    QCOMPARE(view.toPlainText(), QString());
}

QTEST_MAIN(TestByHand)
#include "tst_by_hand.moc"
