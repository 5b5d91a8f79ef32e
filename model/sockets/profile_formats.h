#pragma once

#include "model/sockets/production_export.h"
#include "model/sockets/server_profile.h"
#include "model/sockets/wlanguage_call.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>
#include <span>

namespace sealport {

/// A form in which a profile is given to other programs, or to Sealport elsewhere. Plain values; any thread.
struct ProfileFormat {
    const char *name; ///< of `sealport profiles export --as`
    /// UTF-8, without any PIN. The dialect is that of code and comments. Null: `target` is set.
    QByteArray (*write)(const ServerProfile &profile, WLanguageDialect dialect) = nullptr;
    /// Another server: productionConfig() writes its configuration, from what exportSourceOf() has found.
    std::optional<ExportTarget> target{};
};

/// All that have a name, in the order in which they are offered.
[[nodiscard]] std::span<const ProfileFormat> profileFormats();
/// Null where none is called so.
[[nodiscard]] const ProfileFormat *profileFormatNamed(const QString &name);
[[nodiscard]] QStringList profileFormatNames();

} // namespace sealport
