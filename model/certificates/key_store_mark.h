#pragma once

#include <QString>

namespace sealport {

/// Last of the values of an error about a file that was read for certificates or keys and is not there, for example:
/// only these are a key store to GSKit (GSK_KEYRING_OPEN_ERROR).
inline constexpr QLatin1StringView keyStore("key store");

} // namespace sealport
