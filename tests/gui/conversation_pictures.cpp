#include "tests/gui/conversation_pictures.h"

#include "tests/gui/window_fixture.h"
#include "ui/handover_window.h"
#include "ui/transcript_view.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSslSocket>

#include <functional>

namespace sealport::test {
namespace {

bool soon(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

ServerId start(WindowFixture &run, const QString &name, const std::function<void(ServerProfile &)> &change)
{
    ServerProfile profile = run.server().profile;
    profile.name = name;
    profile.port = 0;
    profile.reply.mode = ReplyMode::ByHand;
    change(profile);
    const ServerId id = run.workspace.addTemporaryServer(profile);
    run.workspace.start(id);
    return soon([&] { return run.workspace.server(id)->state == ServerState::Listening; }) ? id : ServerId();
}

void connectTo(const WindowFixture &run, ServerId server, QSslSocket &client)
{
    client.setPeerVerifyMode(QSslSocket::VerifyNone);
    client.connectToHost(QStringLiteral("127.0.0.1"), run.workspace.server(server)->endpoint.port);
}

bool takeWaiting(WindowFixture &run, const QString &file)
{
    const ServerId id = start(run, QStringLiteral("asks"), [](ServerProfile &p) { p.reply.asksFirst = true; });
    QSslSocket first;
    QSslSocket second;
    connectTo(run, id, first);
    connectTo(run, id, second);
    if (!soon([&] { return run.connections().model()->rowCount() == 2; }))
        return false;
    run.connections().selectOnly(0);
    const bool isSaved = run.window->grab().save(file);
    run.workspace.stop(id);
    return isSaved && soon([&] { return run.workspace.server(id)->state == ServerState::Stopped; });
}

bool takeSecuredOnTheWay(WindowFixture &run, const QString &file)
{
    const ServerId id = start(run, QStringLiteral("mail"), [](ServerProfile &p) { p.opening = Opening::onRequest(); });
    QSslSocket client;
    connectTo(run, id, client);
    client.write("EHLO till17.example.test\r\nSTARTTLS\r\n");
    const auto *transcript = run.find<TranscriptView>("transcript");
    if (!soon([&] { return run.connections().model()->rowCount() == 3; }))
        return false;
    run.connections().selectOnly(2);
    if (!soon([&] { return transcript->toPlainText().contains(QStringLiteral("STARTTLS")); }))
        return false;
    auto *input = run.find<QLineEdit>("handInput");
    QTest::keyClicks(input, QStringLiteral("220 Go ahead"));
    QTest::keyClick(input, Qt::Key_Return);
    if (!soon([&] { return transcript->toPlainText().contains(QStringLiteral("Go ahead")); })
        || !run.window->grab().save(QString(file).replace(QStringLiteral("secured"), QStringLiteral("plain"))))
        return false;
    client.readAll();
    run.find<QPushButton>("secureByHand")->click();
    client.startClientEncryption();
    if (!soon([&] { return client.isEncrypted(); }))
        return false;
    client.write("EHLO till17.example.test\r\n");
    return soon([&] { return transcript->toPlainText().count(QStringLiteral("EHLO")) == 2; })
           && run.window->grab().save(file);
}

bool takeMessages(WindowFixture &run, const QString &file)
{
    const ServerId id = start(run, QStringLiteral("windev"), [](ServerProfile &) {});
    QSslSocket client;
    connectTo(run, id, client);
    if (!soon([&] { return client.state() == QAbstractSocket::ConnectedState; }))
        return false;
    client.startClientEncryption();
    if (!soon([&] { return client.isEncrypted() && run.connections().model()->rowCount() == 4; }))
        return false;
    client.write("11\r\nHello World9\r\nGood day.12\r\nThe ");
    run.connections().selectOnly(3);
    run.find<QComboBox>("inputEnd")->setCurrentIndex(run.find<QComboBox>("inputEnd")->count() - 1);
    return soon([&] { return run.find<TranscriptView>("transcript")->toPlainText().contains(QStringLiteral("The ")); })
           && run.window->grab().save(file);
}

bool takeHandover(WindowFixture &run, const QString &file)
{
    HandoverWindow window(run.workspace, run.server().profile);
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    const auto *text = window.findChild<QPlainTextEdit *>(QStringLiteral("handoverText"));
    return soon([&] { return !text->toPlainText().isEmpty(); }) && window.grab().save(file);
}

} // namespace

bool takeConversationPictures(const QDir &folder, const QString &suffix)
{
    const QTemporaryDir home;
    WindowFixture run(home.path());
    run.window->resize(1280, 900);
    return run.isOpen && takeWaiting(run, folder.filePath(QStringLiteral("waiting") + suffix))
           && takeSecuredOnTheWay(run, folder.filePath(QStringLiteral("secured") + suffix))
           && takeMessages(run, folder.filePath(QStringLiteral("messages") + suffix))
           && takeHandover(run, folder.filePath(QStringLiteral("handover") + suffix));
}

} // namespace sealport::test
