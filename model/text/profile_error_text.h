#pragma once

#include <QString>
#include <QStringList>

namespace sealport {

// Parts of describe() in error_text.h; all arguments are fit to be shown.

/// ProfileNotFound.
[[nodiscard]] QString noSuchProfile(const QString &name);
/// ReplyNeedsWindow.
[[nodiscard]] QString replyNeedsWindow(const QString &name);
/// InvalidProfile, with its values; "file": there is no profile in it.
[[nodiscard]] QString invalidProfile(const QString &name, const QStringList &values);
/// RestartNeeded, with its values.
[[nodiscard]] QString restartNeeded(const QString &name, const QStringList &fields);

} // namespace sealport
