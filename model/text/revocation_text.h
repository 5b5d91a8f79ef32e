#pragma once

#include "model/certificates/request_report.h"
#include "model/certificates/revocation.h"
#include "model/certificates/revocation_list_report.h"

#include <QDateTime>
#include <QString>

namespace sealport {

/// "somebody else may have the key".
[[nodiscard]] QString describe(RevocationReason reason);
/// Of an entry: the same with its name in RFC 5280, or what stands there.
[[nodiscard]] QString reasonText(const RevokedCertificate &revoked);

/// Whether the list is its issuer's, and of today, in one or two sentences.
[[nodiscard]] QString summary(const RevocationList &list, const RevocationListReport &report, const QDateTime &now);

/// Whether an authority can sign it, and has, in one or two sentences.
[[nodiscard]] QString summary(const CertificateRequest &request, const RequestReport &report);

} // namespace sealport
