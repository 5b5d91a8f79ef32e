// Takes the pictures of the README: the real window, a real server, real clients that succeed and fail; and of every
// dialog, for whoever wants to judge them.
// Usage: sealport_screenshots FOLDER [LANGUAGE]   writes main, form, doctor, details, create and the dialogs there,
// each -light.png and -dark.png.
#include "model/certificates/key_protection.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/applications.h"
#include "model/tables/connection_model.h"
#include "model/text/verdict_text.h"
#include "tests/gui/conversation_pictures.h"
#include "tests/gui/window_fixture.h"
#include "ui/algorithm_picker.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_dialog.h"
#include "ui/certificate_panel.h"
#include "ui/certificate_window.h"
#include "ui/issuing_actions.h"
#include "ui/server_panel.h"

#include <QCursor>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPalette>
#include <QPlainTextEdit>
#include <QStyleFactory>
#include <QTabBar>
#include <QTcpSocket>
#include <QTextStream>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>
#include <array>
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
            table.selectionModel()->setCurrentIndex( // whatever keys the pictures before have left pressed
                model->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    }
    run.find<HintTable>("certificates")->selectRow(0);
    run.find<QToolButton>("why")->setChecked(true);
    table.setFocus();
    // Two ticks of the handshake curve, so that it has something to show.
    const QString before = run.find<QLabel>("summary")->text();
    std::ignore = QTest::qWaitFor([&] { return run.find<QLabel>("summary")->text() != before; }, 2'000);
    return run.window->grab().save(file);
}

/// Authorities and what they issue: good, expiring, expired, with different keys.
std::vector<StoredCertificate> fillStore(const CertificateStore &store)
{
    struct Wanted {
        const char *name;
        CertificateTemplate kind;
        int fromDays;
        int days;
        const char *key;
    };
    using enum CertificateTemplate;
    constexpr std::array all{Wanted{"Example test root", RootCa, -400, 3650, "ec:P-384"},
                             Wanted{"Example issuing CA", IntermediateCa, -300, 1800, "ec:P-256"},
                             Wanted{"shop.example.test", Server, -20, 180, "ec:P-256"},
                             Wanted{"mail.example.test", Server, -170, 180, "rsa:2048"},
                             Wanted{"old.example.test", Server, -300, 180, "rsa:2048"},
                             Wanted{"till 17", Client, -3, 90, "ed25519"}};
    const QDateTime now = QDateTime::currentDateTimeUtc();
    std::vector<StoredCertificate> made;
    for (const Wanted &wanted : all) {
        CertificateOrder order{
            .spec = specOf(wanted.kind), .key = *KeyKind::parse(QLatin1String(wanted.key)), .issuer = {}};
        order.spec.commonName = QLatin1String(wanted.name);
        if (wanted.kind == Server)
            order.spec.alternativeNames = {order.spec.commonName, QStringLiteral("www.") + order.spec.commonName};
        order.spec.notBefore = now.addDays(wanted.fromDays);
        order.spec.notAfter = endAfter(order.spec.notBefore, wanted.days);
        if (!made.empty())
            order.issuer = made.at(std::min<std::size_t>(made.size() - 1, 1));
        if (auto stored = makeCertificate(order, store))
            made.push_back(std::move(*stored));
    }
    return made;
}

/// As the Digital Certificate Manager of IBM i has them; the server that stands there names one of them.
bool defineApplications(Workspace &workspace, const std::vector<StoredCertificate> &made)
{
    ApplicationDefinition orders{.id = QStringLiteral("ACME_ORDERS_SERVER"),
                                 .description = QStringLiteral("Orders of the shop"),
                                 .certificates = {AssignedCertificate::of(made.at(2).certificate),
                                                  AssignedCertificate::of(made.at(4).certificate)},
                                 .trusted = std::vector{made.front().certificate}};
    ServerProfile profile = workspace.servers().front().profile;
    profile.certificate = {.by = IdentifyBy::Application, .id = orders.id};
    return workspace.updateServer(workspace.servers().front().id, profile)
           && workspace.applications().store().add({.id = QStringLiteral("ACME_CASH_DESKS")})
           && workspace.applications().store().add(orders) && soon([&] {
                  workspace.applications().reload();
                  return workspace.applications().list().size() == 2;
              });
}

bool takeDialogPictures(const QDir &folder, const QString &suffix)
{
    const QTemporaryDir home;
    const CertificateStore store(DataFolder{home.path()}.certificates());
    const std::vector<StoredCertificate> made = fillStore(store);
    const SecretBytes passphrase(std::as_bytes(std::span("secret", 6)));
    WindowFixture run(home.path());
    CertificateOrder order{.spec = specOf(CertificateTemplate::Server), .key = KeyKind(), .issuer = {}};
    order.spec.commonName = QStringLiteral("asks.example.test");
    const auto request = makeCertificateRequest(order, store);
    if (!run.isOpen || made.size() != 6 || !request || !protectKey(store, made.at(1), nullptr, &passphrase)
        || !protectKey(store, made.at(2), nullptr, &passphrase))
        return false;
    run.workspace.reloadCertificates();
    const auto stored = [&run](const Certificate &certificate) {
        const auto &all = run.workspace.certificates();
        return std::ranges::find(all, certificate, &StoredCertificate::certificate);
    };
    if (!soon([&] { return stored(made.at(2).certificate)->isKeyLocked; }))
        return false;
    const StoredCertificate shop = *stored(made.at(2).certificate);
    CertificateActions &actions = run.window->findChild<CertificatePanel *>()->actions();
    if (!defineApplications(run.workspace, made))
        return false;
    const std::vector<std::pair<const char *, std::function<void()>>> dialogs{
        {"renew", [&] { actions.issuing().renew(shop); }},
        {"revoke", [&] { actions.issuing().revoke(shop); }},
        {"sign", [&] { actions.issuing().sign(request->request); }},
        {"passphrase", [&] { actions.changePassphrase(shop); }},
        {"export", [&] { actions.exportCertificate(run.workspace.catalogue().myCertificates(), shop); }},
        {"trust", [&] { actions.showTrust(made.front().certificate); }},
        {"applications",
         [&] { run.window->findChild<ServerPanel *>()->showApplications(QStringLiteral("ACME_ORDERS_SERVER")); }},
        {"compare", [&] { actions.showComparison(shop.certificate, made.at(3).certificate); }},
    };
    for (const auto &[name, open] : dialogs) {
        const QWidgetList before = QApplication::topLevelWidgets();
        open();
        std::ignore = QTest::qWaitFor([] { return false; }, 700); // for what is found out beside the window
        for (QWidget *shown : QApplication::topLevelWidgets()) {
            if (!before.contains(shown) && shown->isVisible()
                && !shown->grab().save(folder.filePath(QLatin1String(name) + suffix)))
                return false;
        }
    }
    return true;
}

bool takeCertificatePictures(const QDir &folder, const QString &suffix)
{
    const QTemporaryDir home;
    const std::vector<StoredCertificate> made = fillStore(CertificateStore(DataFolder{home.path()}.certificates()));
    WindowFixture run(home.path());
    run.window->resize(1400, 900);
    if (!run.isOpen || made.size() != 6)
        return false;
    const auto save = [&](QWidget &widget, const char *name) {
        std::ignore = QTest::qWaitFor([] { return false; }, 300); // for what is found out beside the window
        return widget.grab().save(folder.filePath(QLatin1String(name) + suffix));
    };
    const Certificate &shop = made.at(2).certificate;

    QString typed = formatThumbprint(shop.sha1(), ThumbprintFormat::Windows);
    typed[4] = typed[4] == u'0' ? u'1' : u'0';
    run.find<QLineEdit>("find")->setText(QChar(0x200e) + typed);
    if (!save(*run.window, "doctor"))
        return false;

    auto *panel = run.window->findChild<CertificatePanel *>();
    panel->actions().showDetails(shop);
    auto *details = run.window->findChild<CertificateWindow *>();
    details->resize(860, 620);
    if (!save(*details, "details"))
        return false;
    details->close();
    run.window->activateWindow();
    if (!QTest::qWaitForWindowActive(run.window.get()))
        return false;

    QTest::keyClick(run.window.get(), Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    auto *create = run.window->findChild<CertificateDialog *>();
    run.find<QPlainTextEdit>("alternativeNames")
        ->setPlainText(QStringLiteral("shop.example.test, *.bücher.example, 10.0.0.7"));
    run.find<QToolButton>("moreFields")->click();
    return save(*create, "create");
}

/// A server whose settings differ from the usual ones on every page of its form.
ServerProfile variedProfile(const ServerProfile &usual)
{
    ServerProfile profile = usual;
    profile.protocols = modernProtocols;
    profile.furtherCertificates = {{.by = IdentifyBy::Name, .id = QStringLiteral("mail.example.test")}};
    profile.namedCertificates = {
        {.names = {QStringLiteral("shop.example.test"), QStringLiteral("*.shop.example.test")},
         .certificate = {.by = IdentifyBy::Name, .id = QStringLiteral("shop.example.test")}},
        {.names = {}, .certificate = {.by = IdentifyBy::Name, .id = QStringLiteral("old.example.test")}}};
    profile.tls.algorithms.ciphers = QStringLiteral("ECDHE+AESGCM:AES128-SAH");
    profile.tls.algorithms.groups = QStringLiteral("X25519:P-256:secp192r1");
    profile.tls.clientCertificates = ClientCertificateMode::Require;
    profile.tls.alpn = {QStringLiteral("h2"), QStringLiteral("http/1.1")};
    profile.tls.resumption = {.tickets = 0, .keepsSessions = false};
    profile.tls.renegotiation = Renegotiation::Unsafe;
    profile.limits.maxConnections = 100;
    return profile;
}

/// The pages of the form, once in a wide panel and once in a narrow one, and a picker.
bool takeFormPictures(const QDir &folder, const QString &suffix)
{
    const QTemporaryDir home;
    if (fillStore(CertificateStore(DataFolder{home.path()}.certificates())).size() != 6)
        return false;
    WindowFixture run(home.path());
    if (!run.isOpen)
        return false;
    const auto save = [&](QWidget &widget, const QString &name) {
        std::ignore = QTest::qWaitFor([] { return false; }, 600); // for what is found out beside the window
        return widget.grab().save(folder.filePath(name + suffix));
    };
    run.window->resize(run.window->minimumSize());
    if (!save(*run.window, QStringLiteral("smallest")))
        return false;
    auto *panel = run.window->findChild<ServerPanel *>();
    run.window->resize(1280, 900);
    if (!save(*panel, QStringLiteral("form"))
        || !run.workspace.updateServer(run.server().id, variedProfile(run.server().profile))
        || !save(*panel, QStringLiteral("form-closed")))
        return false;
    run.find<QToolButton>("more")->click();
    auto *tabs = run.find<QTabBar>("furtherSettings");
    for (const auto &[size, name] : {std::pair(QSize(1600, 1100), "wide"), std::pair(QSize(1100, 760), "narrow")}) {
        run.window->resize(size);
        for (int page = 0; page < tabs->count(); ++page) {
            tabs->setCurrentIndex(page);
            if (!save(*panel, QStringLiteral("form-%1-%2").arg(QLatin1String(name)).arg(page)))
                return false;
        }
    }
    tabs->setCurrentIndex(1);
    run.find<QToolButton>("ciphersPick")->click();
    auto *picker = run.window->findChild<AlgorithmPicker *>();
    return picker && save(*picker, QStringLiteral("picker"));
}

} // namespace

int main(int argc, char **argv)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication application(argc, argv);
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    QTranslator words;
    const QString language = argc > 2 ? QString::fromLocal8Bit(argv[2]) : QStringLiteral("en");
    if (words.load(QStringLiteral(":/i18n/sealport_%1.qm").arg(language)))
        QApplication::installTranslator(&words);
    if (argc < 2 || argc > 3) {
        QTextStream(stderr) << "usage: sealport_screenshots FOLDER [LANGUAGE]\n";
        return 2;
    }
    const QDir folder(QString::fromLocal8Bit(argv[1]));
    const QPalette light = QApplication::style()->standardPalette();
    for (const auto &[suffix, palette] :
         {std::pair(QStringLiteral("-light.png"), light), std::pair(QStringLiteral("-dark.png"), darkPalette())}) {
        QApplication::setPalette(palette);
        if (!folder.mkpath(QStringLiteral(".")) || !takePicture(folder.filePath(QStringLiteral("main") + suffix))
            || !takeConversationPictures(folder, suffix) || !takeFormPictures(folder, suffix)
            || !takeCertificatePictures(folder, suffix) || !takeDialogPictures(folder, suffix)) {
            QTextStream(stderr) << "could not take the pictures" << suffix << '\n';
            return 1;
        }
    }
    return 0;
}
