#pragma once

#include "model/sockets/preflight.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace sealport {

class CheckList;

/// The part of a pre-flight that only TLS needs: certificate, key, chain, protocols, algorithms, clients, files. Where
/// something is wrong, it goes on with a profile without that fault, so that the next one is found as well. Returns
/// the name of the main certificate, empty where it was not found. `stored` is what is in the store.
QString lookAtTls(const ServerProfile &profile, const PreflightSources &sources,
                  const std::vector<StoredCertificate> &stored, const std::stop_token &stop, CheckList &list);

} // namespace sealport
