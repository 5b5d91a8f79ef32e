#pragma once

#include "app/serve_options.h"

#include "model/sockets/application_definition.h"

#include <QString>
#include <QStringList>

#include <expected>
#include <optional>

namespace sealport {

/// What `sealport apps` was asked to do.
struct AppsOptions {
    enum class Action { Help, List, Show, Define, Assign, Unassign, Trust, Remove };
    enum class Trust { System, Nobody, Authorities };
    Action action = Action::Help;
    std::optional<Action> subject{}; ///< help: with one of them; absent: with all
    OutputFormat format = OutputFormat::Text;

    QString id{};                                   ///< all but list
    ApplicationType type = ApplicationType::Server; ///< define
    std::optional<QString> description{};           ///< define: absent where none was given
    QStringList certificates{};                     ///< assign; unassign: none means all
    bool isFurther = false;                         ///< assign: beside those that it has
    Trust trust = Trust::System;                    ///< trust
    QStringList authorities{};                      ///< trust: files, or certificates of the store
    QString passphraseFile{};                       ///< trust: opens these files
};

/// `arguments` are those after "apps".
[[nodiscard]] std::expected<AppsOptions, UsageError> parseAppsOptions(const QStringList &arguments);
[[nodiscard]] QString appsHelp(const std::optional<AppsOptions::Action> &action);

} // namespace sealport
