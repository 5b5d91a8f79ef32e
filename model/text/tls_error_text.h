#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// Part of describe() in error_text.h, about what a server is told of TLS: SameKeyType, NoClientAuthority,
/// BadCipherString, BadDhParameters. The arguments are fit to be shown.
[[nodiscard]] QString tlsSettingError(ErrorCode code, const QString &subject, const QStringList &values);

} // namespace sealport
