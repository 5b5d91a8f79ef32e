#pragma once

#include "model/certificates/certificate.h"
#include "model/tls/ending.h"

#include <optional>

namespace sealport {

/// A client's certificate and what the server thinks of it.
struct ShownCertificate {
    Certificate certificate;
    bool isVerified = false;
    QString problem{}; ///< OpenSSL's untranslated words; empty when verified
};

/// None where it cannot be read.
[[nodiscard]] std::optional<ShownCertificate> shownCertificate(const ClientCertificate &shown);

} // namespace sealport
