#pragma once

#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/thumbprint_doctor.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace sealport {

/// What was found for a thumbprint, and the certificates that were searched: those of every source, in their order.
struct ThumbprintSearch {
    ThumbprintDiagnosis diagnosis;
    std::vector<StoredCertificate> certificates;
    std::vector<SourceId> sources; ///< of each certificate
};

/// Asks the doctor about all sources and reads those that were not read yet. Blocking: job thread only. Ends early once
/// `stop` is requested.
[[nodiscard]] ThumbprintSearch searchThumbprint(const QString &text,
                                                const std::vector<CertificateCatalogue::Entry> &entries,
                                                const std::stop_token &stop);

} // namespace sealport
