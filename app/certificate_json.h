#pragma once

#include "app/json_line.h"
#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/revocation_list.h"

#include <QString>

#include <cstddef>

namespace sealport {

/// Where a certificate was met, beside what it says itself.
struct CertificateOrigin {
    bool hasKey = false;
    QString source; ///< the group that shows it: "My certificates", "Opened files"; omitted when empty
    QString file;   ///< omitted when empty
    bool isKeyLocked = false;
};

/// A certificate as `certs --format json` prints it. Its keys are a contract: more may come, none
/// changes its meaning.
[[nodiscard]] JsonLine certificateJson(const Certificate &certificate, const CertificateOrigin &origin);

/// The same of a certificate request: "type":"request", and "publicKeySha256" by which its certificate is known.
[[nodiscard]] JsonLine requestJson(const CertificateRequest &request, const CertificateOrigin &origin);

/// The same of a revocation list: "type":"revocation-list", "count" and the first `mostEntries` of its "entries".
[[nodiscard]] JsonLine revocationListJson(const RevocationList &list, const CertificateOrigin &origin,
                                          std::size_t mostEntries);

/// {"file":…,"error":{…}}, see errorObject()
[[nodiscard]] JsonLine errorJson(const QString &file, const Error &error);

} // namespace sealport
