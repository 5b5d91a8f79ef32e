#pragma once

#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/certificate_request.h"

#include <vector>

namespace sealport {

/// Everything that can be said about one request.
struct RequestReport {
    std::vector<Detail> details;
    Asn1View asn1;
    std::vector<Certificate> answers; ///< certificates for the same key, of all sources that were read
};

/// Takes a while: job thread.
[[nodiscard]] RequestReport reportOn(const CertificateRequest &request,
                                     const std::vector<CertificateCatalogue::Entry> &entries);

} // namespace sealport
