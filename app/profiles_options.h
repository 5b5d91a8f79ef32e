#pragma once

#include "app/serve_options.h"

#include "model/sockets/profile_formats.h"
#include "model/sockets/wlanguage_call.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace sealport {

/// What `sealport profiles` was asked to do.
struct ProfilesOptions {
    enum class Action { Help, List, Show, Add, Remove, Import, Export };
    Action action = Action::Help;
    std::optional<Action> subject{}; ///< help: with one of them; absent: with all
    OutputFormat format = OutputFormat::Text;

    QStringList names{};                 ///< show, remove, export: servers; import: those to be taken, empty: all
    ServeOptions described{};            ///< add
    bool autoStart = false;              ///< add: with the window
    bool mayReplace = false;             ///< add, import: a server of the same name
    QString file{};                      ///< import; export: empty or "-" is standard output
    bool mayOverwrite = false;           ///< export: the file
    const ProfileFormat *exportFormat{}; ///< export
    WLanguageDialect dialect = WLanguageDialect::English; ///< export
};

/// `arguments` are those after "profiles"; code is written in French where `isFrench` and nothing else is asked for.
[[nodiscard]] std::expected<ProfilesOptions, UsageError> parseProfilesOptions(const QStringList &arguments,
                                                                              bool isFrench);
[[nodiscard]] std::optional<ProfilesOptions::Action> profilesActionNamed(const QString &word);
/// "list, show, …"
[[nodiscard]] QString profilesActionNames();
[[nodiscard]] QString profilesHelp(const std::optional<ProfilesOptions::Action> &action);

} // namespace sealport
