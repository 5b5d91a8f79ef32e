#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_definition.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace sealport {

/// The sentences of describe() about application definitions; `subject` and `values` must be fit to be shown.
[[nodiscard]] QString applicationError(ErrorCode code, const QString &subject, const QStringList &values);

/// What could be better about an id that is right; empty where nothing is.
[[nodiscard]] QString describe(ApplicationIdAdvice advice);

/// What comes of it that `application` is given `further`, of those in the store.
[[nodiscard]] QString describeAssignment(const ApplicationDefinition &application, const AssignedCertificate &further,
                                         const std::vector<StoredCertificate> &known);

/// "server", "client".
[[nodiscard]] QString applicationTypeLabel(ApplicationType type);

} // namespace sealport
