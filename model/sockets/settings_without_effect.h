#pragma once

#include "model/sockets/preparation.h"
#include "model/sockets/server_profile.h"

#include <vector>

namespace sealport {

/// Settings of TLS that change nothing, or less than they say, for want of another one, as warnings WithoutEffect;
/// values: the name of the setting as toJson() has it, and what it lacks: "tls1.3", "tls1.2" (one of TLS 1.2 or older),
/// or the name of the other setting or limit. None of a plain server. Any thread; nothing is read.
[[nodiscard]] std::vector<Warning> settingsWithoutEffect(const ServerProfile &profile);

} // namespace sealport
