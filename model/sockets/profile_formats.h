#pragma once

#include "model/sockets/server_profile.h"
#include "model/sockets/wlanguage_call.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <span>

namespace sealport {

/// A form in which a profile is given to other programs, or to Sealport elsewhere. Plain values; any thread.
struct ProfileFormat {
    const char *name; ///< of `sealport profiles export --as`
    /// UTF-8, without any PIN. The dialect is that of code and comments. Null: nobody writes this form so far.
    QByteArray (*write)(const ServerProfile &profile, WLanguageDialect dialect);
};

/// All that have a name, in the order in which they are offered.
[[nodiscard]] std::span<const ProfileFormat> profileFormats();
/// Null where none is called so.
[[nodiscard]] const ProfileFormat *profileFormatNamed(const QString &name);
/// Of those that can be written.
[[nodiscard]] QStringList profileFormatNames();

} // namespace sealport
