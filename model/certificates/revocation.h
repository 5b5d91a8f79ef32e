#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_search.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/identity.h"
#include "model/certificates/revocation_list.h"

#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace sealport {

/// Why a certificate is revoked, with the numbers of RFC 5280 section 5.3.1.
enum class RevocationReason : std::uint8_t {
    Unspecified = 0,
    KeyCompromise = 1,
    CaCompromise = 2,
    AffiliationChanged = 3,
    Superseded = 4,
    CessationOfOperation = 5,
    CertificateHold = 6,
    PrivilegeWithdrawn = 9,
    AaCompromise = 10,
};
/// As the RFC names those that a list says: "unspecified", "keyCompromise", …
[[nodiscard]] QStringList revocationReasonNames();
/// Case does not matter.
[[nodiscard]] std::optional<RevocationReason> revocationReasonNamed(const QString &name);

/// What an authority's next list adds to the one before.
struct RevocationOrder {
    std::vector<Certificate> certificates{}; ///< none: the list is only renewed
    RevocationReason reason = RevocationReason::Unspecified;
    bool liftsHold = false; ///< the certificates are on hold no more, and the reason does not matter
    QDateTime thisUpdate{}; ///< also the moment of the revocations
    QDateTime nextUpdate{};
};

/// The list that follows those `before` (none: it is the first one), of which the one to be believed comes first: its
/// entries, what the others revoked for good, and the order's; the highest number and one. What is revoked already gets
/// the order's reason, if that is one, and keeps its date (RFC 5280 section 5.2.4); from on hold it becomes final,
/// never the other way. Pure. Errors: InvalidValidity, NotAnAuthority, RevokesItself, NotIssuedBy, AlreadyRevoked,
/// NotOnHold, KeyMismatch, Internal.
Result<RevocationList> makeRevocationList(const RevocationOrder &order, const Identity &issuer,
                                          const std::vector<RevocationList> &before = {});
/// Whether the issuer's key has signed it under the issuer's name.
[[nodiscard]] bool isMadeBy(const RevocationList &list, const Certificate &issuer);
[[nodiscard]] bool isRevokedIn(const RevocationList &list, const Certificate &certificate);

/// The lists (`*.crl`) of the store's folder, and what could not be read. Blocking file I/O.
struct RevocationListListing {
    std::vector<FoundRevocationList> lists;
    std::vector<Error> problems;
};
[[nodiscard]] RevocationListListing revocationListsIn(const CertificateStore &store);

struct ImportedRevocationList {
    FoundRevocationList stored;
    bool wasThere = false; ///< nothing was written
};
struct RevocationListImport {
    std::vector<ImportedRevocationList> lists;
    std::vector<Error> problems;
};
/// Keeps lists of whatever authorities in the store, as ordinary PEM files with their issuers' names, beside the older
/// and newer ones of the same authority: none of them is overwritten. Blocking. Problems: FileNotWritable.
[[nodiscard]] RevocationListImport importRevocationLists(const std::vector<RevocationList> &lists,
                                                         const CertificateStore &store);

/// Makes the next list of an authority of the store and keeps it there as an ordinary PEM file, in place of the one
/// before, or, where that shares its file with others, beside the authority's certificate under its name. What any list
/// of this authority in the store revokes for good stays revoked, so nothing is written where one of the folder cannot
/// be read. Blocking. Errors: those of makeRevocationList(), of the file, FileNotWritable.
/// `beforeReplacing` is told which file is about to be overwritten, and nothing is when it fails.
Result<FoundRevocationList> revoke(const RevocationOrder &order, const Identity &issuer, const QString &certificateFile,
                                   const CertificateStore &store,
                                   const std::function<Result<void>(const QString &file)> &beforeReplacing = {});

} // namespace sealport
