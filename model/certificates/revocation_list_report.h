#pragma once

#include "model/certificates/asn1_view.h"
#include "model/certificates/certificate_catalogue.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/revocation_list.h"

#include <QString>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace sealport {

/// An entry of a list, with what is known of its certificate.
struct KnownRevocation {
    RevokedCertificate revoked;
    QString name; ///< of the certificate, where a source that was read has it and who signed the list has issued it
    friend bool operator==(const KnownRevocation &, const KnownRevocation &) = default;
};

/// Everything that can be said about one revocation list.
struct RevocationListReport {
    /// Whether its issuer has made it.
    enum class Signature : std::uint8_t {
        Right,
        Wrong,         ///< certificates of that name are there, and no key of theirs has signed it
        IssuerUnknown, ///< no source has its certificate
    };

    std::vector<Detail> details;
    Asn1View asn1;
    Signature signature = Signature::IssuerUnknown;
    std::vector<KnownRevocation> entries; ///< in the list's order
};

/// Issuers and revoked certificates are looked for in all sources that were read, issuers also among the system's
/// roots, which are read where nobody has yet. Blocking: job thread only.
[[nodiscard]] RevocationListReport reportOn(const RevocationList &list,
                                            const std::vector<CertificateCatalogue::Entry> &entries,
                                            const std::stop_token &stop);

} // namespace sealport
