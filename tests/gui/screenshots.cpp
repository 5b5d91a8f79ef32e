// Takes the pictures of the README: the real window, a real server, real clients that succeed and fail.
// Usage: sealport_screenshots FOLDER   writes main-light.png and main-dark.png there.
#include "model/tables/connection_model.h"
#include "model/text/verdict_text.h"
#include "tests/gui/window_fixture.h"

#include <QCursor>
#include <QDir>
#include <QLabel>
#include <QLocale>
#include <QPalette>
#include <QStyleFactory>
#include <QTcpSocket>
#include <QTextStream>
#include <QToolButton>

#include <functional>
#include <tuple>

using namespace sealport;
using namespace sealport::test;

namespace {

QPalette darkPalette()
{
    QPalette palette;
    const QColor window(0x2b, 0x2d, 0x30);
    const QColor base(0x1e, 0x1f, 0x22);
    const QColor text(0xe4, 0xe6, 0xea);
    const QColor faint(0x8c, 0x90, 0x97);
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::AlternateBase, QColor(0x25, 0x27, 0x2a));
    palette.setColor(QPalette::ToolTipBase, window);
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, faint);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, QColor(0x36, 0x39, 0x3d));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::Link, QColor(0x6c, 0xb2, 0xff));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x65, 0xca));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
    return palette;
}

bool soon(const std::function<bool()> &condition)
{
    return QTest::qWaitFor(condition, 20'000);
}

/// The rows that have come to an end or are secured, so that the next client begins only after the last one's fate.
int settled(const WindowFixture &run)
{
    int count = 0;
    const auto *model = run.connections().model();
    for (int row = 0; row < model->rowCount(); ++row) {
        const QString state = run.cell(row, ConnectionModel::StateColumn);
        count += state == stateLabel(ConnectionState::Secured) || state == stateLabel(ConnectionState::Closed)
                         || state == stateLabel(ConnectionState::Failed)
                     ? 1
                     : 0;
    }
    return count;
}

void visit(const WindowFixture &run, const QByteArray &bytes, std::vector<std::unique_ptr<QTcpSocket>> &sockets)
{
    const int before = settled(run);
    auto socket = std::make_unique<QTcpSocket>();
    socket->connectToHost(run.server().endpoint.address, run.server().endpoint.port);
    socket->write(bytes);
    soon([&] { return settled(run) > before; });
    sockets.push_back(std::move(socket));
}

bool takePicture(const QString &file)
{
    QCursor::setPos(700, 880); // where it lights up no button
    const QTemporaryDir folder;
    WindowFixture run(folder.path());
    run.window->resize(1400, 900);
    if (!run.isOpen)
        return false;
    run.find<QPushButton>("start")->click();
    if (!soon([&] { return run.server().state != ServerState::Starting; }) || !run.listens()) {
        run.useAnyPort(); // the usual one is taken
        run.find<QPushButton>("start")->click();
        if (!soon([&] { return run.listens(); }))
            return false;
    }

    std::vector<std::unique_ptr<OpenSslClient>> clients;
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    const auto connectWith = [&](const QString &options) {
        const int before = settled(run);
        clients.push_back(std::make_unique<OpenSslClient>(run.server().endpoint, options.split(QLatin1Char(' '))));
        soon([&] { return settled(run) > before; });
    };
    connectWith(QStringLiteral("-tls1_2 -servername localhost"));
    connectWith(QStringLiteral("-tls1_2 -servername www.example.test -alpn h2,http/1.1"));
    connectWith(QStringLiteral("-tls1_1 -cipher DEFAULT:@SECLEVEL=0 -servername cash-desk.test"));
    visit(run, "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n", sockets);
    connectWith(QStringLiteral("-tls1_2 -cipher ECDHE-RSA-AES128-GCM-SHA256 -servername localhost"));
    connectWith(QStringLiteral("-verify_return_error -servername shop.test"));
    visit(run, "SSH-2.0-OpenSSH_9.2\r\n", sockets);
    clients.front().reset();
    connectWith(QStringLiteral("-servername localhost"));
    connectWith(QStringLiteral("-tls1_3 -servername api.test"));
    connectWith(QStringLiteral("-tls1_2 -servername localhost"));

    auto &table = run.connections();
    const auto *model = table.model();
    for (int row = 0; row < model->rowCount(); ++row) {
        if (run.cell(row, ConnectionModel::NameColumn) == QStringLiteral("api.test"))
            table.selectRow(row);
    }
    run.find<HintTable>("certificates")->selectRow(0);
    run.find<QToolButton>("why")->setChecked(true);
    table.setFocus();
    // Two ticks of the handshake curve, so that it has something to show.
    const QString before = run.find<QLabel>("summary")->text();
    std::ignore = QTest::qWaitFor([&] { return run.find<QLabel>("summary")->text() != before; }, 2'000);
    return run.window->grab().save(file);
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    if (argc != 2) {
        QTextStream(stderr) << "usage: sealport_screenshots FOLDER\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QPalette light = QApplication::style()->standardPalette();
    for (const auto &[name, palette] : {std::pair(QStringLiteral("main-light.png"), light),
                                        std::pair(QStringLiteral("main-dark.png"), darkPalette())}) {
        QApplication::setPalette(palette);
        if (!folder.mkpath(QStringLiteral(".")) || !takePicture(folder.filePath(name))) {
            QTextStream(stderr) << "could not take " << name << '\n';
            return 1;
        }
    }
    return 0;
}
