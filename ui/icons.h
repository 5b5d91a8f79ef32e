#pragma once

#include <QIcon>
#include <QString>

namespace sealport {

/// The icon theme's own drawing of an action where the desktop has one, else ours from ":/icons/<name>.svg".
/// GUI thread.
[[nodiscard]] QIcon themedIcon(const QString &name);

} // namespace sealport
