#pragma once

#include "model/certificates/certificate.h"
#include "model/certificates/private_key.h"

#include <vector>

namespace sealport {

/// What a server presents: a certificate, its key, and the certificates sent after it.
struct Identity {
    Certificate certificate;
    PrivateKey key;
    std::vector<Certificate> chain;          ///< issuers, nearest first, without the certificate itself
    QByteArray ocspResponse{};               ///< DER; stapled for clients that ask; empty: none
    std::vector<Certificate> standingWith{}; ///< whatever else is in its files, in their order
};

} // namespace sealport
