#include "ui/main_window.h"

#include "model/text/error_text.h"
#include "ui/certificate_actions.h"
#include "ui/certificate_dialog.h"
#include "ui/certificate_panel.h"
#include "ui/connection_details.h"
#include "ui/connection_panel.h"
#include "ui/hint_table.h"
#include "ui/icons.h"
#include "ui/issuing_actions.h"
#include "ui/message_bar.h"
#include "ui/server_panel.h"
#include "ui/server_transfer.h"
#include "ui/source_tree.h"
#include "ui/status_summary.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QCloseEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QMimeData>
#include <QScreen>
#include <QSplitter>
#include <QStatusBar>
#include <QStringBuilder>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

namespace sealport {

namespace {

QStringList localFiles(const QMimeData *data)
{
    QStringList paths;
    if (!data)
        return paths;
    for (const QUrl &url : data->urls()) {
        if (url.isLocalFile())
            paths.append(url.toLocalFile());
    }
    return paths;
}

} // namespace

MainWindow::MainWindow(Workspace &workspace, QWidget *parent)
    : QMainWindow(parent)
    , m_workspace(workspace)
    , m_settings(workspace.dataFolder().path % QStringLiteral("/window.ini"), QSettings::IniFormat)
    , m_editor(workspace.store(), workspace.dataFolder().trash())
    , m_toolBar(new QToolBar(tr("Tools"), this))
    , m_find(new QLineEdit(this))
    , m_message(new MessageBar(this))
    , m_certificates(new CertificatePanel(workspace, m_editor, m_settings, this))
    , m_servers(new ServerPanel(workspace, m_settings, this))
    , m_connections(new ConnectionPanel(workspace, m_settings, this))
{
    setWindowTitle(QStringLiteral("Sealport"));
    setWindowIcon(themedIcon(QStringLiteral("sealport")));
    setContextMenuPolicy(Qt::NoContextMenu); // the tool bar could be hidden, and nothing would bring it back
    buildToolBar();
    buildCentre();
    buildActions();
    auto *status = new StatusSummary(workspace, this);
    statusBar()->addWidget(status, 1);
    statusBar()->setSizeGripEnabled(true);

    connect(m_certificates, &CertificatePanel::useRequested, m_servers, &ServerPanel::useCertificate);
    connect(m_certificates, &CertificatePanel::newRequested, this, &MainWindow::newCertificate);
    connect(m_certificates, &CertificatePanel::openRequested, this, &MainWindow::chooseFiles);
    connect(m_connections, &ConnectionPanel::allowRequested, m_servers, &ServerPanel::allowProtocols);
    connect(&m_workspace, &Workspace::opened, this, &MainWindow::onOpened);
    connect(&m_workspace, &Workspace::storingFailed, this,
            [this](const Error &error) { m_message->showMessage(MessageBar::Level::Error, describe(error)); });
    setAcceptDrops(true);
    qApp->installEventFilter(this);
    restore();
    if (m_workspace.isOpen())
        onOpened();
}

void MainWindow::setKeyring(Keyring *keyring)
{
    m_certificates->actions().setKeyring(keyring);
    m_servers->setKeyring(keyring);
}

void MainWindow::buildToolBar()
{
    m_toolBar->setObjectName(QStringLiteral("tools"));
    m_toolBar->setMovable(false);
    m_toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->setIconSize({16, 16});
    addToolBar(m_toolBar);

    m_find->setObjectName(QStringLiteral("find"));
    m_find->setAccessibleName(tr("Find"));
    m_find->setPlaceholderText(tr("Find anything, or paste a thumbprint (Ctrl+F)"));
    m_find->setClearButtonEnabled(true);
    m_find->addAction(themedIcon(QStringLiteral("filter")), QLineEdit::LeadingPosition);
    m_find->setMaxLength(4096);
    m_find->setMinimumWidth(fontMetrics().averageCharWidth() * 40);
    m_find->setMaximumWidth(fontMetrics().averageCharWidth() * 70);
    connect(m_find, &QLineEdit::textChanged, this, &MainWindow::find);
    connect(m_certificates, &CertificatePanel::searchInTheWay, m_find, &QLineEdit::clear);
    connect(m_find, &QLineEdit::returnPressed, this,
            [this] { m_certificates->table().setFocus(Qt::OtherFocusReason); });
}

QAction *MainWindow::addCommand(const QString &icon, const QString &text, const QKeySequence &shortcut,
                                std::function<void()> run)
{
    auto *action = new QAction(icon.isEmpty() ? QIcon() : themedIcon(icon), text, this);
    action->setShortcut(shortcut);
    action->setToolTip(QString(text).remove(QLatin1Char('&')) % QStringLiteral(" (")
                       % shortcut.toString(QKeySequence::NativeText) % QLatin1Char(')'));
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

void MainWindow::buildActions()
{
    auto *menu = new QMenu(this);
    const auto focus = [](QWidget &widget) { return [&widget] { widget.setFocus(Qt::ShortcutFocusReason); }; };

    auto *newServer = addCommand(QStringLiteral("new-server"), tr("New server"), QKeySequence::New,
                                 [this] { m_servers->addServer(); });
    auto *newOne = addCommand(QStringLiteral("certificate"), tr("New certificate"), Qt::CTRL | Qt::SHIFT | Qt::Key_N,
                              [this] { newCertificate(); });
    m_toolBar->addAction(newServer);
    auto *open = addCommand(QStringLiteral("open"), tr("Open…"), QKeySequence::Open, [this] { chooseFiles(); });
    m_toolBar->addAction(newOne);
    m_toolBar->addAction(open);
    auto *room = new QWidget(m_toolBar);
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(room);
    m_toolBar->addWidget(m_find);

    menu->addActions({newServer, newOne, open});
    menu->addAction(addCommand({}, tr("Open folder…"), Qt::CTRL | Qt::SHIFT | Qt::Key_O, [this] { chooseFolder(); }));
    menu->addAction(tr("Open token module…"), this, [this] { chooseTokenModule(); });
    menu->addAction(addCommand({}, tr("Paste certificates or servers"), QKeySequence::Paste, [this] { paste(); }));
    menu->addAction(addCommand({}, tr("Undo the last change"), QKeySequence::Undo, [this] { undo(); }));
    menu->addAction(tr("Deleted and overwritten files…"), this, [this] { m_certificates->actions().showTrash(); });
    menu->addSeparator();
    menu->addAction(
        addCommand(QStringLiteral("start"), tr("Start the server"), Qt::Key_F5, [this] { m_servers->startCurrent(); }));
    menu->addAction(addCommand(QStringLiteral("stop"), tr("Stop the server"), Qt::SHIFT | Qt::Key_F5,
                               [this] { m_servers->stopCurrent(); }));
    menu->addAction(
        addCommand({}, tr("Restart the server"), Qt::CTRL | Qt::Key_R, [this] { m_servers->restartCurrent(); }));
    menu->addAction(tr("Applications…"), this, [this] { m_servers->showApplications(); });
    auto *stored = menu->addMenu(tr("Stored server"));
    connect(stored, &QMenu::aboutToShow, this, [this, stored] {
        stored->clear();
        m_servers->fillProfileMenu(*stored);
    });
    menu->addSeparator();
    menu->addAction(addCommand({}, tr("Go to the sources"), Qt::CTRL | Qt::Key_0, focus(m_certificates->sources())));
    menu->addAction(addCommand({}, tr("Go to the certificates"), Qt::CTRL | Qt::Key_1, focus(m_certificates->table())));
    menu->addAction(addCommand({}, tr("Go to the servers"), Qt::CTRL | Qt::Key_2, focus(m_servers->table())));
    menu->addAction(addCommand({}, tr("Go to the connections"), Qt::CTRL | Qt::Key_3, focus(m_connections->table())));
    menu->addAction(addCommand({}, tr("Go to the conversation by hand"), Qt::CTRL | Qt::Key_4,
                               [this] { m_connections->details().goToConversation(); }));
    menu->addAction(addCommand({}, tr("Find"), QKeySequence::Find, [this] {
        m_find->setFocus(Qt::ShortcutFocusReason);
        m_find->selectAll();
    }));
    menu->addAction(addCommand({}, tr("Filter the connections"), Qt::CTRL | Qt::SHIFT | Qt::Key_F,
                               focus(m_connections->filterField())));
    menu->addAction(addCommand({}, tr("Clear all filters"), Qt::Key_Escape, [this] { clearFilters(); }));
    menu->addAction(addCommand(QStringLiteral("clear"), tr("Clear ended connections"), Qt::CTRL | Qt::Key_L,
                               [this] { m_connections->clearEnded(); }));
    menu->addSeparator();
    menu->addAction(addCommand({}, tr("Read the certificates again"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R),
                               [this] { m_workspace.reloadCertificates(); }));
    menu->addSeparator();
    menu->addAction(addCommand({}, tr("Quit"), Qt::CTRL | Qt::Key_Q, [this] { close(); }));

    // Delete means the server only where the servers are; in a field it means a character.
    auto *remove = new QAction(tr("Remove server"), this);
    remove->setShortcut(QKeySequence::Delete);
    remove->setShortcutContext(Qt::WidgetShortcut);
    m_servers->table().addAction(remove);
    connect(remove, &QAction::triggered, m_servers, &ServerPanel::removeCurrent);

    auto *button = new QToolButton(m_toolBar);
    button->setText(tr("Menu"));
    button->setAccessibleName(tr("Menu"));
    button->setToolTip(tr("All commands and their keys (F10)"));
    button->setShortcut(Qt::Key_F10);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setMenu(menu);
    button->setFocusPolicy(Qt::TabFocus);
    m_toolBar->addWidget(button);

    QWidget *before = nullptr; // these were made last, so that Tab comes from the last panel to the tool bar
    for (QAction *action : {newServer, newOne, open}) {
        QWidget *next = m_toolBar->widgetForAction(action);
        next->setFocusPolicy(Qt::TabFocus);
        if (before)
            setTabOrder(before, next);
        before = next;
    }
    setTabOrder(before, m_find);
    setTabOrder(m_find, button);
}

void MainWindow::buildCentre()
{
    m_upper = new QSplitter(Qt::Horizontal, this);
    m_upper->addWidget(m_certificates);
    m_upper->addWidget(m_servers);
    m_upper->setChildrenCollapsible(false);
    m_upper->setStretchFactor(0, 2);
    m_upper->setStretchFactor(1, 3);
    m_whole = new QSplitter(Qt::Vertical, this);
    m_whole->addWidget(m_upper);
    m_whole->addWidget(m_connections);
    m_whole->setChildrenCollapsible(false);
    m_whole->setStretchFactor(0, 1);
    m_whole->setStretchFactor(1, 1);

    auto *centre = new QWidget(this);
    auto *column = new QVBoxLayout(centre);
    column->setContentsMargins(8, 4, 8, 2);
    column->addWidget(m_message);
    column->addWidget(m_whole, 1);
    setCentralWidget(centre);
    setMinimumSize(1000, 600); // below it the form, in French, leaves the certificates no room
}

void MainWindow::restore()
{
    if (!restoreGeometry(m_settings.value(QStringLiteral("window/geometry")).toByteArray()))
        resize(QSize(1280, 820).boundedTo(screen()->availableSize() - QSize(0, 40))); // room for the title bar
    if (!m_upper->restoreState(m_settings.value(QStringLiteral("splitters/upper")).toByteArray()))
        m_upper->setSizes({440, 700});
    if (!m_whole->restoreState(m_settings.value(QStringLiteral("splitters/whole")).toByteArray()))
        m_whole->setSizes({510, 250});
    m_connections->restore();
}

void MainWindow::save()
{
    m_settings.setValue(QStringLiteral("window/geometry"), saveGeometry());
    m_settings.setValue(QStringLiteral("splitters/upper"), m_upper->saveState());
    m_settings.setValue(QStringLiteral("splitters/whole"), m_whole->saveState());
    m_certificates->save();
    m_servers->save();
    m_connections->save();
    m_settings.sync();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (m_workspace.isOpen())
        save();
    QMainWindow::closeEvent(event);
}

void MainWindow::onOpened()
{
    m_certificates->restore();
    m_servers->restore();
    m_workspace.startAutomatically();
    if (const auto &problems = m_workspace.problems(); !problems.empty()) {
        QStringList lines;
        constexpr std::size_t shown = 3;
        for (std::size_t i = 0; i < std::min(shown, problems.size()); ++i)
            lines.append(describe(problems.at(i)));
        if (problems.size() > shown)
            lines.append(tr("Others that could not be read: %1.").arg(problems.size() - shown));
        m_message->showMessage(MessageBar::Level::Warning, lines.join(QLatin1Char('\n')));
    }
}

/// Of the servers where the keyboard is among them, else of files.
void MainWindow::undo()
{
    if (!m_servers->isAncestorOf(QApplication::focusWidget()) || !m_servers->undo())
        m_certificates->actions().undo();
}

void MainWindow::newCertificate()
{
    if (!m_dialog) {
        m_dialog = new CertificateDialog(m_editor, this);
        m_dialog->setAttribute(Qt::WA_DeleteOnClose);
        m_dialog->setCertificates(m_workspace.certificates());
        connect(m_dialog, &CertificateDialog::created, this,
                [this](const StoredCertificate &made) { m_certificates->actions().issuing().announce(made); });
        connect(m_dialog, &CertificateDialog::requested, this,
                [this](const StoredRequest &made) { m_certificates->actions().issuing().announce(made); });
        connect(&m_workspace, &Workspace::certificatesChanged, m_dialog,
                [this] { m_dialog->setCertificates(m_workspace.certificates()); });
    }
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

void MainWindow::openPaths(const QStringList &paths)
{
    const QStringList others = m_servers->transfer().importServersAmong(paths);
    if (others.isEmpty())
        return;
    m_find->clear();
    m_certificates->open(others);
}

void MainWindow::paste()
{
    const QMimeData *pasted = QGuiApplication::clipboard()->mimeData();
    if (const QStringList paths = localFiles(pasted); !paths.isEmpty())
        return openPaths(paths);
    const QString text = pasted && pasted->hasText() ? pasted->text() : QString();
    if (!text.isEmpty() && m_servers->table().hasFocus() && !text.contains(QLatin1String("-----BEGIN ")))
        return m_servers->transfer().paste();
    m_find->clear();
    if (!text.isEmpty() && m_certificates->paste(text))
        return;
    if (ServerTransfer::looksLikeServer(text))
        return m_servers->transfer().paste();
    m_message->showMessage(MessageBar::Level::Information,
                           tr("The clipboard holds neither a certificate nor a server: copy a certificate with its "
                              "BEGIN and END lines, and a whole call of SocketCréeSSL or SocketCreateSSL."));
}

void MainWindow::chooseFiles()
{
    auto *dialog = new QFileDialog(this, tr("Open certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openPaths);
    dialog->open();
}

void MainWindow::chooseTokenModule()
{
    auto *dialog = new QFileDialog(this, tr("Open a token module"), {}, tr("PKCS#11 modules (*.so)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setLabelText(QFileDialog::Accept, tr("Load it")); // its code runs in this program
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { m_certificates->open(tokenModule(path)); });
    dialog->open();
}

void MainWindow::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Open a folder of certificates"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::filesSelected, this, &MainWindow::openPaths);
    dialog->open();
}

bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    const bool isDrop = event->type() == QEvent::Drop;
    if (!isDrop && event->type() != QEvent::DragEnter && event->type() != QEvent::DragMove)
        return QMainWindow::eventFilter(watched, event);
    const auto *widget = qobject_cast<QWidget *>(watched);
    auto *drag = static_cast<QDropEvent *>(event);
    if (!widget || widget->window() != this)
        return QMainWindow::eventFilter(watched, event);
    const QStringList paths = localFiles(drag->mimeData());
    if (paths.isEmpty())
        return QMainWindow::eventFilter(watched, event);
    drag->setDropAction(Qt::CopyAction); // whoever offers to move the files would remove them
    drag->accept();
    if (isDrop)
        openPaths(paths);
    return true;
}

void MainWindow::find(const QString &text)
{
    const bool thumbprint = m_certificates->find(text);
    m_connections->setFilterText(thumbprint ? QString() : text);
}

void MainWindow::clearFilters()
{
    m_find->clear();
    m_connections->clearFilters();
}

} // namespace sealport
