#pragma once

#include "model/base/error.h"

#include <QString>
#include <QStringList>

namespace sealport {

// Where a server listens, and what is in its way. Names of programs and users are made fit to be shown here, all other
// arguments are.

/// The sentences of describe() about ports and addresses.
[[nodiscard]] QString listenError(ErrorCode code, const QString &subject, const QStringList &values);

/// WarningCode::PortShared, with its values.
[[nodiscard]] QString sharedPort(const QStringList &values);

/// All addresses that a host name leads to, and which of them is used: for the line below the field.
[[nodiscard]] QString resolvedAddresses(const QStringList &addresses, const QString &used);

} // namespace sealport
