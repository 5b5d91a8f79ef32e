#pragma once

#include "model/certificates/certificate_catalogue.h"

#include <QByteArray>
#include <QDateTime>
#include <QHash>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace sealport {

/// What the newest list of its issuer says about a certificate.
enum class RevocationState : std::uint8_t {
    NotRevoked, ///< as far as is known
    OnHold,     ///< until its issuer decides
    Revoked,
};

/// Those that are not NotRevoked, by their SHA-256.
using RevocationStates = QHash<QByteArray, RevocationState>;

[[nodiscard]] bool holdAnyRevocationList(const std::vector<CertificateCatalogue::Entry> &entries);

/// Which of the listed certificates are revoked by the listed revocation lists. As in validateChain(), a list counts
/// when a listed certificate of its issuer's name, and key identifier where both have one, verifies it and has issued
/// what it names, and of several of one scope the one that isPreferred(); but however old it is. Lists of changes
/// alone, for other issuers, or for some reasons do not count, nor does what is older than a list for everything. Of
/// the lists under one name no more than 2,000 signatures are checked. Pure, but slow where lists are long: job threads
/// only. A stop leaves the result incomplete.
[[nodiscard]] RevocationStates revokedAmong(const std::vector<CertificateCatalogue::Entry> &entries,
                                            const QDateTime &now, const std::stop_token &stop);

} // namespace sealport
