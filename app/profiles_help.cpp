#include "app/profiles_options.h"

#include "app/action_table.h"

#include <QCoreApplication>

#include <array>

namespace sealport {

namespace {

using Action = ProfilesOptions::Action;

using Row = ActionRow<Action>;
constexpr auto rows = std::to_array<Row>({
    Row{Action::List, "list",
        QT_TRANSLATE_NOOP("CommandLine", "sealport profiles list\n"
                                         "    The stored servers.\n")},
    Row{Action::Show, "show",
        QT_TRANSLATE_NOOP("CommandLine", "sealport profiles show NAME…\n"
                                         "    Everything about stored servers.\n")},
    Row{Action::Add, "add",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport profiles add NAME [options of sealport serve]\n"
                          "    Stores a server; the options describe it as for sealport serve, whose --help lists "
                          "them.\n"
                          "    Without --cert or --cert-file it has the certificate of the first stored server.\n"
                          "    --auto-start       the window starts it when it opens\n"
                          "    --replace          instead of a server of this name\n")},
    Row{Action::Remove, "remove",
        QT_TRANSLATE_NOOP("CommandLine", "sealport profiles remove NAME…\n"
                                         "    Removes stored servers; the trash keeps what was there for 30 "
                                         "days.\n")},
    Row{Action::Import, "import",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport profiles import FILE [NAME…]\n"
                          "    Stores the servers of a file, or only those that are named: JSON of profiles "
                          "export, a whole servers.json,\n"
                          "    or WLanguage code with calls of SocketCréeSSL (SocketCreateSSL). - is standard "
                          "input.\n"
                          "    --replace          instead of servers of the same names\n")},
    Row{Action::Export, "export",
        QT_TRANSLATE_NOOP("CommandLine",
                          "sealport profiles export NAME --as FORMAT\n"
                          "    A stored server for other programs; what the form has no words for stands in "
                          "comments.\n"
                          "    --as json|wlanguage           for Sealport elsewhere, for WinDev\n"
                          "    --as nginx|apache|haproxy|caddy|stunnel\n"
                          "                                  as their configuration, with the same TLS settings\n"
                          "    --as openssl|gnutls           as a script that runs openssl s_server, gnutls-serv\n"
                          "    --out FILE         default: standard output; an existing file is left alone\n"
                          "    --force            overwrite FILE\n"
                          "    --language fr|en   of WLanguage code (default: French where that is yours)\n")},
});

} // namespace

std::optional<ProfilesOptions::Action> profilesActionNamed(const QString &word)
{
    return actionNamed(rows, word);
}

QString profilesActionNames()
{
    return actionWords(rows);
}

QString profilesHelp(const std::optional<ProfilesOptions::Action> &action)
{
    return helpOf(rows, action,
                  QT_TRANSLATE_NOOP("CommandLine", "    --format text|json json: one object a line\n"
                                                   "    --help             this text\n"
                                                   "\n"
                                                   "Exit code: 0 done, 1 something failed (the reason is on "
                                                   "standard error), 2 the command line is wrong.\n"));
}

} // namespace sealport
