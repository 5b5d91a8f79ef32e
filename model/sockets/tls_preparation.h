#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/server_profile.h"
#include "model/tls/server_identities.h"

#include <optional>

namespace sealport {

/// What a server will present, and the application that names it.
struct Presented {
    ServerIdentities identities;
    std::optional<ApplicationDefinition> application{};
    QByteArray madeStatuses{}; ///< of the OCSP responses that are made here: who says it, and what
};

/// The certificates and keys that a profile names, each with the chain as it is to be sent; those for the same server
/// names together. `passphrase` opens their files; null: none is known. Blocking file I/O: job thread only.
/// Errors: those of findCertificate(), readIdentity(), ApplicationStore::find() and serverIdentitiesOf().
Result<Presented> presentedBy(const ServerProfile &profile, const CertificateStore &store,
                              const ApplicationStore &applications, const SecretBytes *passphrase);

/// The rest of what a profile says about TLS, with its files read. Whom the application trusts is trusted where the
/// profile names nobody. Blocking, as above. Errors: the file errors, MalformedKey, BadCipherString (also a list that
/// OpenSSL would take, and do something else than it says).
Result<TlsPolicy> policyOf(const ServerProfile &profile, const std::optional<ApplicationDefinition> &application);

/// A digest of what both have read: the same as long as a client would find no difference. Of an OCSP response that is
/// made here what it says, not when.
QByteArray contentsOf(const Presented &presented, const TlsPolicy &policy, const TlsSettings &settings);

} // namespace sealport
