#pragma once

#include "model/certificates/certificate_spec.h"

#include <QString>

namespace sealport {

/// "Root CA", "Server".
[[nodiscard]] QString templateText(CertificateTemplate kind);

} // namespace sealport
