#pragma once

#include <QString>

namespace sealport {

/// "GSK_ERROR_NO_CERTIFICATE, 403": the name that the IBM i documentation gives to a number of GSKit, and the number;
/// the number alone where the name is not known; empty for 0.
[[nodiscard]] QString gskText(int code);
/// With that in brackets behind it, where there is any.
[[nodiscard]] QString withGsk(const QString &sentence, int code);

} // namespace sealport
