#include "model/sockets/reply_preparation.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace sealport;

/// What is wrong with a reply is said at Start, not to the first client.
class TestReplyPreparation final : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void repliesThatNeedNothingAreReady()
    {
        for (const ReplyMode mode :
             {ReplyMode::Echo, ReplyMode::Discard, ReplyMode::Text, ReplyMode::Http, ReplyMode::ByHand}) {
            const auto prepared = prepareReply({.mode = mode});
            QVERIFY(prepared.has_value());
            QVERIFY(*prepared == nullptr);
        }
    }

    void folderIsLookedAt()
    {
        QVERIFY(prepareReply({.mode = ReplyMode::File, .path = m_folder.path()}).has_value());
        const auto missing = prepareReply({.mode = ReplyMode::File, .path = pathOf("nothing")});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
    }

    void dialogueOfTheFormIsRead()
    {
        const auto prepared = prepareReply({.mode = ReplyMode::Dialogue, .text = QStringLiteral("send \"a\"\nclose")});
        QVERIFY(prepared.has_value());
        QCOMPARE((*prepared)->steps.size(), 2U);
    }

    void dialogueOfAFileIsRead()
    {
        write("good", "\xef\xbb\xbfsend \"\xc3\xa9\"\r\nclose\r\n"); // as a Windows editor stores it
        const auto prepared = prepareReply({.mode = ReplyMode::Dialogue, .path = pathOf("good")});
        QVERIFY(prepared.has_value());
        QCOMPARE(std::get<SendOctets>((*prepared)->steps.front()).octets, QByteArray("é"));
    }

    void fileGoesBeforeTheForm()
    {
        write("good", "close");
        const auto prepared =
            prepareReply({.mode = ReplyMode::Dialogue, .text = QStringLiteral("nonsense"), .path = pathOf("good")});
        QVERIFY(prepared.has_value());
    }

    void faultsAreToldWithTheirPlace_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("line");
        using Kind = ScriptFault::Kind;
        const auto row = [](const char *name, const QByteArray &content, Kind kind, int line) {
            QTest::newRow(name) << content << static_cast<int>(kind) << line;
        };
        row("a word that is no step", "close\nfoo", Kind::UnknownStep, 2);
        row("an empty file", "", Kind::Empty, 1);
        row("a large file", QByteArray(65537, '#'), Kind::TooLarge, 1);
        row("a file of octets", QByteArray("\xff\xfe\x00\x01", 4), Kind::UnknownStep, 1);
    }
    void faultsAreToldWithTheirPlace()
    {
        QFETCH(const QByteArray, content);
        write("bad", content);
        const auto prepared = prepareReply({.mode = ReplyMode::Dialogue, .path = pathOf("bad")});
        QVERIFY(!prepared.has_value());
        QCOMPARE(prepared.error().subject, pathOf("bad"));
        const auto fault = scriptFaultIn(prepared.error().values);
        QVERIFY(fault.has_value());
        QTEST(static_cast<int>(fault->kind), "kind");
        QTEST(fault->line, "line");
    }

    void scriptThatIsNotThereIsSaidSo()
    {
        const auto missing = prepareReply({.mode = ReplyMode::Dialogue, .path = pathOf("nothing")});
        QVERIFY(!missing.has_value());
        QCOMPARE(missing.error().code, ErrorCode::FileNotFound);
        const auto folder = prepareReply({.mode = ReplyMode::Dialogue, .path = m_folder.path()});
        QVERIFY(!folder.has_value());
        QCOMPARE(folder.error().code, ErrorCode::FileNotReadable);
    }

private:
    [[nodiscard]] QString pathOf(const char *name) const { return m_folder.filePath(QLatin1String(name)); }
    void write(const char *name, const QByteArray &content) const
    {
        QFile file(pathOf(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    const QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(TestReplyPreparation)
#include "tst_reply_preparation.moc"
