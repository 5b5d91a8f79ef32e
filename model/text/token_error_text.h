#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// The sentences of describe() about tokens and NSS databases; `subject` and `values` must be fit to be shown.
[[nodiscard]] QString tokenError(ErrorCode code, const QString &subject, const QStringList &values);

} // namespace sealport
