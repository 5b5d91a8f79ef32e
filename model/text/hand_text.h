#pragma once

#include "model/sockets/hex_octets.h"

#include <QString>

namespace sealport {

/// Why what the user typed is no octets, and how to write them.
[[nodiscard]] QString describe(const HexFault &fault);

} // namespace sealport
