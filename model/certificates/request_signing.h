#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate.h"
#include "model/certificates/certificate_details.h"
#include "model/certificates/certificate_request.h"
#include "model/certificates/certificate_spec.h"
#include "model/certificates/identity.h"
#include "model/certificates/private_key.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace sealport {

/// A request for `key`, signed by it, that asks for the subject, the names and the usage of `spec` (PKCS#10, RFC 2986);
/// its dates and addresses are the issuer's business. Pure. Errors: those of validateRequest(), NoPrivateKey, Internal.
Result<CertificateRequest> makeRequest(const CertificateSpec &spec, const PrivateKey &key);

/// What a request wants to be used for.
struct RequestedUse {
    bool isAuthority = false;
    std::vector<Detail> rows;         ///< a Purpose each, in its order
    std::vector<KeyPurpose> purposes; ///< those of them that we write
};
/// What cannot be read is not asked for. Pure.
[[nodiscard]] RequestedUse requestedUse(const CertificateRequest &request);

/// The certificate that answers `request`: its subject, its key, and its alternative names where no others are given;
/// all else is what `terms` say, whose own names do not count. Pure. Errors: RequestNotSigned, InvalidName (it names
/// nothing), InvalidAlternativeName (one that we would not write), those of validateTerms(), NotAnAuthority,
/// KeyMismatch (issuer's), Internal.
Result<Certificate> signRequest(const CertificateRequest &request, const CertificateSpec &terms, const Identity &issuer,
                                const std::optional<QStringList> &alternativeNames = std::nullopt);

/// The extensions that the request asks for and `certificate` does not have just so, by their names; the order of
/// purposes says nothing.
[[nodiscard]] QStringList refusedExtensions(const CertificateRequest &request, const Certificate &certificate);

} // namespace sealport
