#include "app/apps_command.h"

#include "app/apps_actions.h"

#include <QCoreApplication>

namespace sealport {

int runAppsCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out, QTextStream &err)
{
    const auto options = parseAppsOptions(arguments);
    if (!options) {
        constexpr int wrongUsage = 2;
        err << "sealport: " << options.error().text << ' '
            << QCoreApplication::translate("CommandLine", "See sealport apps --help.") << Qt::endl;
        return wrongUsage;
    }
    CertsOutput output(options->format, out, err);
    switch (options->action) {
    case AppsOptions::Action::Help:
        out << appsHelp(options->subject);
        break;
    case AppsOptions::Action::List:
        listApplications(folder, output);
        break;
    case AppsOptions::Action::Show:
        showApplication(*options, folder, output);
        break;
    case AppsOptions::Action::Define:
        defineApplication(*options, folder, output);
        break;
    case AppsOptions::Action::Assign:
        assignCertificates(*options, folder, output);
        break;
    case AppsOptions::Action::Unassign:
        unassignCertificates(*options, folder, output);
        break;
    case AppsOptions::Action::Trust:
        chooseTrusted(*options, folder, output);
        break;
    case AppsOptions::Action::Remove:
        removeApplication(*options, folder, output);
        break;
    }
    out.flush();
    return output.exitCode();
}

} // namespace sealport
