#include "app/apps_command.h"
#include "app/certs_command.h"
#include "app/display.h"
#include "app/exit_deadline.h"
#include "app/passphrase_file.h"
#include "app/profiles_command.h"
#include "app/serve_command.h"
#include "app/serve_options.h"
#include "app/terminal_view.h"
#include "model/sockets/data_folder.h"
#include "model/sockets/workspace.h"
#include "model/text/error_text.h"
#include "model/tls/protocol.h"
#include "ui/desktop_keyring.h"
#include "ui/main_window.h"
#include "ui/placeholder_color.h"

#include <QApplication>
#include <QFileInfo>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTextStream>
#include <QTranslator>

#include <csignal>
#include <cstdio>
#include <memory>
#include <stop_token>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/resource.h>
#include <unistd.h>

namespace {

using namespace sealport;

/// The context of this file's translatable texts.
struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

/// The command line up to the command; what follows belongs to the command.
struct GlobalOptions {
    QString dataFolder = qEnvironmentVariable("SEALPORT_HOME");
    QString command;
    QStringList rest;
    QStringList paths; ///< files and folders that the window is to show
    bool isHelpWanted = false;
    bool isVersionWanted = false;
    QString problem;
};

GlobalOptions parseGlobalOptions(QStringList arguments)
{
    GlobalOptions options;
    arguments.removeFirst();
    bool hasFolder = false;
    // --data-dir may stand anywhere: it is the same for every command.
    for (qsizetype i = 0; i < arguments.size();) {
        const QString argument = arguments.at(i);
        if (argument == u"--data-dir" && i + 1 < arguments.size()) {
            options.dataFolder = arguments.at(i + 1);
            hasFolder = true;
            arguments.remove(i, 2);
        } else if (argument.startsWith(u"--data-dir=")) {
            options.dataFolder = argument.mid(argument.indexOf(u'=') + 1);
            hasFolder = true;
            arguments.removeAt(i);
        } else if (argument == u"--data-dir") {
            options.problem = CommandLine::tr("--data-dir needs a folder.");
            return options;
        } else {
            ++i;
        }
    }
    if (hasFolder && options.dataFolder.isEmpty())
        options.problem = CommandLine::tr("--data-dir needs a folder.");
    if (arguments.isEmpty() || !options.problem.isEmpty())
        return options;
    const QString first = arguments.takeFirst();
    options.rest = arguments;
    if (first == u"--help" || first == u"-h" || first == u"help")
        options.isHelpWanted = true;
    else if (first == u"--version" || first == u"-v")
        options.isVersionWanted = true;
    else if (first.startsWith(u'-'))
        options.problem = CommandLine::tr("Unknown option '%1'.").arg(first);
    else if (first.isEmpty())
        options.problem = CommandLine::tr("Unknown command '%1'.").arg(first);
    else if (first != u"serve" && first != u"certs" && first != u"apps" && first != u"profiles"
             && (first.contains(u'.') || first.contains(u'/') || QFileInfo::exists(first)))
        options.paths = QStringList(first) + options.rest;
    else
        options.command = first;
    return options;
}

QString helpText()
{
    return CommandLine::tr(
        "Sealport: browse certificates, listen with TLS (SSL), and see why a client fails.\n\n"
        "  sealport [FILE|FOLDER…]       the window; it shows the certificates of these, too\n"
        "  sealport serve [NAME] …       run a server in the terminal until Ctrl+C; see sealport serve --help\n"
        "  sealport certs list|show|find|create|import|export …   certificates; see sealport certs --help\n"
        "  sealport apps list|define|assign|remove …   application definitions (IBM i); see sealport apps --help\n"
        "  sealport profiles list|show|add|remove|import|export …   stored servers; see sealport profiles --help\n\n"
        "  --data-dir DIR   where certificates and servers live (default: the user's data folder; also SEALPORT_HOME)\n"
        "  --version        versions of Sealport, Qt and OpenSSL\n"
        "  --help           this text\n");
}

constexpr std::chrono::seconds patienceAtTheEnd{10}; // sessions take two seconds to say goodbye

/// Whoever closed them: what is opened later must not take their numbers and get our output. To write fails there.
void occupyStandardStreams()
{
    int descriptor = -1;
    do {
        descriptor = ::open("/dev/null", O_RDONLY);
    } while (descriptor >= 0 && descriptor <= STDERR_FILENO);
    if (descriptor >= 0)
        ::close(descriptor);
}

/// As many connections as the system allows this user; the soft limit is often 1024.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

void installTranslations(QCoreApplication &application)
{
    const QLocale locale;
    auto *ours = new QTranslator(&application);
    // English knows its plurals from a file too, whatever language is asked for and not there.
    if (ours->load(locale, QStringLiteral("sealport"), QStringLiteral("_"), QStringLiteral(":/i18n"))
        || ours->load(QStringLiteral(":/i18n/sealport_en.qm")))
        application.installTranslator(ours);
    auto *qt = new QTranslator(&application);
    if (qt->load(locale, QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        application.installTranslator(qt);
}

/// `exitCode`, unless what was written to standard output never got there.
int whenWritten(int exitCode)
{
    if (std::fflush(stdout) == 0 && std::ferror(stdout) == 0)
        return exitCode;
    QTextStream(stderr) << "sealport: " << CommandLine::tr("The output could not be written.") << '\n';
    return 1;
}

int print(const QString &text)
{
    std::fputs(text.toLocal8Bit().constData(), stdout);
    return whenWritten(0);
}

int runServe(QCoreApplication &application, const QString &dataFolder, const QStringList &arguments,
             const QString &note = {})
{
    const auto options = parseServeOptions(arguments);
    TerminalView view(options ? options->format : OutputFormat::Text, stdout, stderr);
    if (!note.isEmpty())
        view.note(note);
    if (!options) {
        view.error(options.error().text + u' ' + CommandLine::tr("See sealport serve --help."));
        return 2;
    }
    if (options->isHelpWanted)
        return print(serveHelp());
    std::shared_ptr<const SecretBytes> passphrase;
    if (!options->passphraseFile.isEmpty()) { // before anything else: whoever types it can still end the program
        Result<SecretBytes> read = readPassphrase(options->passphraseFile);
        if (!read) {
            view.error(describe(read.error()));
            return 1;
        }
        passphrase = std::make_shared<const SecretBytes>(std::move(*read));
    }
    Workspace workspace(dataFolder);
    ServeCommand command(*options, std::move(passphrase), workspace, view);
    QObject::connect(
        &command, &ServeCommand::done, &application, [](int code) { QCoreApplication::exit(code); },
        Qt::QueuedConnection);
    command.run();
    const int exitCode = QCoreApplication::exec();
    endWithin(patienceAtTheEnd, exitCode);
    return exitCode;
}

using Command = int (*)(const QStringList &arguments, const DataFolder &folder, QTextStream &out, QTextStream &err);

/// One that does its work and ends.
int runAtOnce(Command command, const QString &dataFolder, const QStringList &arguments)
{
    QTextStream out(stdout);
    QTextStream err(stderr);
    const int code = command(arguments, DataFolder{dataFolder}, out, err);
    out.flush();
    return whenWritten(code);
}

int runWindow(const QString &dataFolder, const QStringList &paths)
{
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/sealport.svg")));
    QApplication::setDesktopFileName(QStringLiteral("sealport"));
    new PlaceholderColor(*qApp);
    Workspace workspace(dataFolder);
    using Sources = std::vector<std::shared_ptr<const CertificateSource>>;
    workspace.jobs().runApart([](const std::stop_token & /*stop*/) { return installedTokenSources(); }, &workspace,
                              [&workspace](Sources sources) {
                                  for (auto &source : sources)
                                      workspace.catalogue().offer(std::move(source));
                              });
    DesktopKeyring keyring;
    MainWindow window(workspace);
    window.setKeyring(&keyring);
    window.show();
    workspace.open();
    window.openPaths(paths);
    const int exitCode = QApplication::exec();
    window.hide(); // at once, whatever the cleaning up waits for
    endWithin(patienceAtTheEnd, exitCode);
    return exitCode;
}

} // namespace

int main(int argc, char *argv[])
{
    occupyStandardStreams();
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);       // a capture that gets too large for `ulimit -f` is said instead
    qputenv("QT_NO_THREADED_GLIB", "1"); // network threads with Qt's own event loop: a tenth less CPU per handshake
    raiseDescriptorLimit();
    QStringList words;
    for (int i = 0; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    GlobalOptions options = parseGlobalOptions(words);
    const bool isWindow =
        options.command.isEmpty() && !options.isHelpWanted && !options.isVersionWanted && options.problem.isEmpty();
    const bool hasWindow = isWindow && isDisplayReachable();

    QCoreApplication::setApplicationName(QStringLiteral("sealport"));
    QCoreApplication::setApplicationVersion(QStringLiteral(SEALPORT_VERSION));
    QCoreApplication::setOrganizationName(QString());
    const std::unique_ptr<QCoreApplication> application =
        hasWindow ? std::make_unique<QApplication>(argc, argv) : std::make_unique<QCoreApplication>(argc, argv);
    installTranslations(*application);
    options = parseGlobalOptions(QCoreApplication::arguments()); // again, now that its words can be translated

    if (!options.problem.isEmpty()) {
        QTextStream(stderr) << "sealport: " << options.problem << ' ' << CommandLine::tr("See sealport --help.")
                            << '\n';
        return 2;
    }
    if (options.isHelpWanted)
        return print(helpText());
    if (options.isVersionWanted)
        return print(QStringLiteral("sealport " SEALPORT_VERSION ", Qt %1, %2\n")
                         .arg(QLatin1String(qVersion()), openSslVersion()));
    if (options.dataFolder.isEmpty())
        options.dataFolder = userDataFolder();
    if (options.dataFolder.isEmpty()) {
        QTextStream(stderr) << "sealport: "
                            << CommandLine::tr("You have no home folder. Say with --data-dir where certificates and "
                                               "servers are to live.")
                            << '\n';
        return 2;
    }
    if (options.command == u"serve")
        return runServe(*application, options.dataFolder, options.rest);
    if (options.command == u"certs")
        return runAtOnce(runCertsCommand, options.dataFolder, options.rest);
    if (options.command == u"apps")
        return runAtOnce(runAppsCommand, options.dataFolder, options.rest);
    if (options.command == u"profiles")
        return runAtOnce(runProfilesCommand, options.dataFolder, options.rest);
    if (!options.command.isEmpty()) {
        QTextStream(stderr) << "sealport: " << CommandLine::tr("Unknown command '%1'.").arg(options.command) << ' '
                            << CommandLine::tr("See sealport --help.") << '\n';
        return 2;
    }
    if (!hasWindow && !options.paths.isEmpty()) {
        QTextStream(stderr) << "sealport: "
                            << CommandLine::tr("No display for the window. In the terminal: sealport certs show %1")
                                   .arg(options.paths.join(u' '))
                            << '\n';
        return 1;
    }
    if (!hasWindow)
        return runServe(*application, options.dataFolder, {},
                        CommandLine::tr("No display: the stored server runs in this terminal instead of the window."));
    return runWindow(options.dataFolder, options.paths);
}
