#pragma once

#include "model/sockets/connection_record.h"

#include <QString>

namespace sealport {

/// Everything known of a connection as rich text: evidence, what was negotiated, times, what the client offered. Values
/// that come from the network are escaped. Pure.
[[nodiscard]] QString connectionReport(const ConnectionRecord &record);

} // namespace sealport
