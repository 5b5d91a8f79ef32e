#pragma once

#include "app/json_line.h"
#include "model/base/error.h"
#include "model/certificates/certificate.h"

#include <QString>

namespace sealport {

/// Where a certificate was met, beside what it says itself.
struct CertificateOrigin {
    bool hasKey = false;
    QString source; ///< the group that shows it: "My certificates", "Opened files"; omitted when empty
    QString file;   ///< omitted when empty
};

/// A certificate as `certs --format json` prints it. Its keys are a contract: more may come, none
/// changes its meaning.
[[nodiscard]] JsonLine certificateJson(const Certificate &certificate, const CertificateOrigin &origin);

/// {"file":…,"error":{"code":…,"sentence":…}}
[[nodiscard]] JsonLine errorJson(const QString &file, const Error &error);

} // namespace sealport
