#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/preflight_mend.h"
#include "model/sockets/tls_preparation.h"

#include <optional>
#include <vector>

namespace sealport {

class CheckList;

/// The part of a pre-flight about what clients are shown: whether it is for the address, and whether every chain leads
/// to a root that is known here. `stored` is what is in the store. Reads the system's roots: job thread only.
void lookAtPresented(const ServerProfile &profile, const Presented &presented,
                     const std::vector<StoredCertificate> &stored, CheckList &list);

/// Another certificate for this server than the one whose SHA-256 is given; nothing for one that is named by its
/// application, where that is mended. `mustFit`: it has to be for the address.
[[nodiscard]] std::optional<Mend> otherCertificateFor(const ServerProfile &profile,
                                                      const std::vector<StoredCertificate> &stored,
                                                      const QByteArray &sha256, bool mustFit = false);

} // namespace sealport
