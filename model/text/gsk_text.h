#pragma once

#include "model/base/error.h"

#include <QString>

namespace sealport {

/// "GSK_ERROR_NO_CERTIFICATE, 403": the name that the IBM i documentation gives to a number of GSKit, and the number;
/// the number alone where the name is not known; empty for 0.
[[nodiscard]] QString gskText(int code);
/// With that in brackets behind it, where there is any.
[[nodiscard]] QString withGsk(const QString &sentence, int code);

/// As gskCode() of its code, but 0 of a file that is missing or empty and would hold neither certificates nor keys: to
/// GSKit they are a key store (GSK_KEYRING_OPEN_ERROR), a script or a page is not.
[[nodiscard]] int gskCode(const Error &error);

} // namespace sealport
