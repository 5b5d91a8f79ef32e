#pragma once

#include <QString>

namespace sealport {

/// What an object identifier is called: the words for attributes of names, policies, purposes, statements and addresses
/// that people meet; the others by `name`, which standards give them, or by the number where they have none.
[[nodiscard]] QString objectWords(const QString &number, const QString &name);

} // namespace sealport
