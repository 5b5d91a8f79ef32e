#pragma once

#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/server_profile.h"
#include "model/tls/server_identities.h"

namespace sealport {

/// The certificates and keys that a profile names, each with the chain as it is to be sent; those for the same server
/// names together. `passphrase` opens their files; null: none is known. Blocking file I/O: job thread only.
/// Errors: those of findCertificate() and readIdentity().
Result<ServerIdentities> identitiesOf(const ServerProfile &profile, const CertificateStore &store,
                                      const SecretBytes *passphrase);

/// The rest of what a profile says about TLS, with its files read. Blocking, as above. Errors: the file errors,
/// MalformedKey.
Result<TlsPolicy> policyOf(const ServerProfile &profile);

} // namespace sealport
