#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// Part of describe() in error_text.h, about what a server is told of TLS: SameKeyType, NoClientAuthority,
/// BadCipherString, BadDhParameters. The arguments are fit to be shown.
[[nodiscard]] QString tlsSettingError(ErrorCode code, const QString &subject, const QStringList &values);

/// The same of KeyTooWeak.
[[nodiscard]] QString keyTooWeak(const QString &certificate, const QStringList &values);

/// The same of MalformedKey in a file of shared secrets, see SharedSecrets::read().
[[nodiscard]] QString sharedSecretError(const QString &file, const QStringList &values);

} // namespace sealport
