#pragma once

#include <QString>

namespace sealport {

/// What a member of toJson(ServerProfile) is called in the form; a name that is not known here stays as it is. Any
/// thread.
[[nodiscard]] QString profileSettingName(const QString &member);

} // namespace sealport
