#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/server_profile.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// The names of the servers that present one of `which`; `known` is what their profiles choose from.
[[nodiscard]] QStringList serversUsing(const std::vector<Certificate> &which, const std::vector<ServerProfile> &servers,
                                       const std::vector<StoredCertificate> &known);

} // namespace sealport
