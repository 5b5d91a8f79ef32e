#include "tests/gui/fresh_window.h"
#include "ui/field_note.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace sealport;
using namespace sealport::test;

/// Every reply in the form of a server.
class TestReplyFields : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_run.open(); }
    void cleanup() { m_run.close(); }

    void everyReplyIsStored_data();
    void everyReplyIsStored();
    void whatOtherRepliesHoldStaysUntilAnotherServerIsShown();
    void aDialogueIsCheckedWhileItIsWritten();
    void aDialogueInAFileMayBeLeftWithoutOne();

private:
    void choose(const char *reply) const
    {
        auto *kind = m_run->find<QComboBox>("reply");
        const int index = kind->findText(QString::fromLatin1(reply));
        QVERIFY2(index >= 0, reply);
        kind->setCurrentIndex(index);
    }

    FreshWindow m_run;
};

void TestReplyFields::everyReplyIsStored_data()
{
    QTest::addColumn<QByteArray>("kind");
    QTest::addColumn<QByteArray>("field"); ///< to be filled with the text
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("stored");
    const auto row = [](const char *kind, const char *field, const char *text, const char *stored) {
        QTest::newRow(kind) << QByteArray(kind) << QByteArray(field) << QString::fromUtf8(text)
                            << QString::fromUtf8(stored);
    };
    row("discard what arrives", "", "", "discard");
    row("a text", "replyText", "hello", "text:hello");
    row("HTTP page", "", "", "http");
    row("a file or folder over HTTP", "replyPath", "/srv/www", "file:/srv/www");
    row("a dialogue", "script", "send \"prêt\u00a0:\"\nclose", "dialogue-text:send \"prêt\u00a0:\"\nclose");
    row("a dialogue in a file", "replyPath", "/srv/smtp", "dialogue:/srv/smtp");
    row("by hand", "", "", "by-hand");
}

void TestReplyFields::everyReplyIsStored()
{
    QFETCH(const QByteArray, kind);
    QFETCH(const QByteArray, field);
    QFETCH(const QString, text);
    QFETCH(const QString, stored);
    choose(kind.constData());
    if (field == "script")
        m_run->find<QPlainTextEdit>("script")->setPlainText(text);
    else if (!field.isEmpty())
        QTest::keyClicks(m_run->find<QLineEdit>(field.constData()), text);
    QTRY_COMPARE(m_run->server().profile.reply.toOption(), stored);
    QCOMPARE(m_run->find<QPlainTextEdit>("script")->isVisible(), kind == "a dialogue");
    QCOMPARE(m_run->find<QLineEdit>("replyText")->isVisible(), kind == "a text");
    QCOMPARE(m_run->find<QPushButton>("replyFolder")->isVisible(), kind == "a file or folder over HTTP");
    QCOMPARE(m_run->find<QCheckBox>("asksFirst")->isVisible(), kind == "by hand");

    const ServerProfile before = m_run->server().profile;
    m_run.openAgain();
    QVERIFY(m_run->isOpen);
    QCOMPARE(m_run->server().profile.reply, before.reply);
    QCOMPARE(m_run->find<QComboBox>("reply")->currentText(), QString::fromLatin1(kind));
}

void TestReplyFields::whatOtherRepliesHoldStaysUntilAnotherServerIsShown()
{
    choose("a text");
    m_run->find<QLineEdit>("replyText")->setText(QStringLiteral("hello"));
    choose("discard what arrives");
    QTRY_COMPARE(m_run->server().profile.reply.toOption(), QStringLiteral("discard"));
    choose("a text");
    QTRY_COMPARE(m_run->server().profile.reply.toOption(), QStringLiteral("text:hello"));
    choose("echo what arrives");
    QTRY_COMPARE(m_run->server().profile.reply.toOption(), QStringLiteral("echo"));
    QTest::keyClick(m_run->window.get(), Qt::Key_N, Qt::ControlModifier);
    QTRY_COMPARE(m_run->workspace.servers().size(), 2U);
    choose("a text");
    QCOMPARE(m_run->find<QLineEdit>("replyText")->text(), QString());
}

void TestReplyFields::aDialogueIsCheckedWhileItIsWritten()
{
    choose("a dialogue");
    auto *script = m_run->find<QPlainTextEdit>("script");
    const auto *fault = m_run->find<FieldNote>("scriptFault");
    QVERIFY2(fault->text().contains(QStringLiteral("no step")), qPrintable(fault->text()));
    script->setPlainText(QStringLiteral("send \"a\"\n\n  sned \"b\""));
    QVERIFY2(fault->isVisible() && fault->text().startsWith(QStringLiteral("Line 3, column 3: 'sned'")),
             qPrintable(fault->text()));
    QCOMPARE(script->extraSelections().size(), 1);
    QCOMPARE(script->extraSelections().constFirst().cursor.blockNumber(), 2);
    script->setPlainText(QStringLiteral("send \"a\"\n\n  send \"b\""));
    QVERIFY(!fault->isVisible());
    QVERIFY(script->extraSelections().isEmpty());
    script->setPlainText(QStringLiteral("sned"));
    choose("echo what arrives");
    QVERIFY2(!fault->isVisible(), "it is a dialogue no more");
}

void TestReplyFields::aDialogueInAFileMayBeLeftWithoutOne()
{
    choose("a dialogue in a file");
    QTRY_COMPARE(m_run->server().profile.reply.mode, ReplyMode::Dialogue);
    QCOMPARE(m_run->find<QComboBox>("reply")->currentText(), QStringLiteral("a dialogue in a file"));
    QVERIFY(m_run->find<QLineEdit>("replyPath")->isVisible());
}

QTEST_MAIN(TestReplyFields)
#include "tst_reply_fields.moc"
