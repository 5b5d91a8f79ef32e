#pragma once

#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/thumbprint_doctor.h"

#include <QString>

#include <stop_token>
#include <vector>

namespace sealport {

/// What was found for a thumbprint, and the certificates that were searched: those of every source that has been read,
/// in their order.
struct ThumbprintSearch {
    ThumbprintDiagnosis diagnosis;
    std::vector<StoredCertificate> certificates;
    std::vector<SourceId> sources; ///< of each certificate
};

/// Asks the doctor about what was read of all sources. Slow where that is much: job thread only. Ends early once `stop`
/// is requested.
[[nodiscard]] ThumbprintSearch searchThumbprint(const QString &text,
                                                const std::vector<CertificateCatalogue::Entry> &entries,
                                                const std::stop_token &stop);

} // namespace sealport
