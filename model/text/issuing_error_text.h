#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

namespace sealport {

/// The sentences of describe() about making, answering, renewing, revoking and pass phrases of keys; `subject` and
/// `values` must be fit to be shown.
[[nodiscard]] QString issuingError(ErrorCode code, const QString &subject, const QStringList &values);

} // namespace sealport
