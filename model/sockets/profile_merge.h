#pragma once

#include "model/sockets/server_profile.h"

#include <functional>
#include <vector>

namespace sealport {

/// The profiles that a file shall hold when somebody else has changed it meanwhile. `base` is what was in it when we
/// looked last, `ours` what we make of it, `theirs` what is in it now. Who changed something has it as they want, and
/// we where both did; a profile that both added under one name comes twice, theirs under another name. Theirs that we
/// do not know stand at the end.
[[nodiscard]] std::vector<ServerProfile> mergedProfiles(const std::vector<ServerProfile> &base,
                                                        const std::vector<ServerProfile> &ours,
                                                        const std::vector<ServerProfile> &theirs);

/// `wanted`, or that with the first number behind it which is not taken: "sSocketSSL 2".
[[nodiscard]] QString uniqueProfileName(const QString &wanted, const std::function<bool(const QString &)> &isTaken);

} // namespace sealport
