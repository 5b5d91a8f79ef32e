#include "app/profiles_command.h"

#include "app/profiles_actions.h"

#include <QLocale>

namespace sealport {

int runProfilesCommand(const QStringList &arguments, const DataFolder &folder, QTextStream &out, QTextStream &err)
{
    const auto options = parseProfilesOptions(arguments, QLocale().language() == QLocale::French);
    ProfilesOutput output(options ? options->format : OutputFormat::Text, out, err);
    if (!options) {
        output.refuse(options.error().text);
        return output.exitCode();
    }
    switch (options->action) {
    case ProfilesOptions::Action::Help:
        out << profilesHelp(options->subject);
        break;
    case ProfilesOptions::Action::List:
        listProfiles(folder, output);
        break;
    case ProfilesOptions::Action::Show:
        showProfiles(*options, folder, output);
        break;
    case ProfilesOptions::Action::Add:
        addProfile(*options, folder, output);
        break;
    case ProfilesOptions::Action::Remove:
        removeProfiles(*options, folder, output);
        break;
    case ProfilesOptions::Action::Import:
        importProfiles(*options, folder, output);
        break;
    case ProfilesOptions::Action::Export:
        exportProfile(*options, folder, output);
        break;
    }
    out.flush();
    return output.exitCode();
}

} // namespace sealport
