#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate_store.h"
#include "model/certificates/identity.h"
#include "model/sockets/application_definition.h"
#include "model/sockets/server_profile.h"

#include <vector>

namespace sealport {

// From an application to what a server presents for it.

/// The copy of an assigned certificate that has its key, if there is one; null: it is gone.
[[nodiscard]] const StoredCertificate *findStored(const AssignedCertificate &assigned,
                                                  const std::vector<StoredCertificate> &known);

/// Those of `known` that the application has, in its order; of several with a key of the same type only the first,
/// since TLS chooses by that alone. Errors: NoCertificate (it has none), CertificateNotFound (one is not there).
Result<std::vector<StoredCertificate>> certificatesOf(const ApplicationDefinition &application,
                                                      const std::vector<StoredCertificate> &known);

/// The same with their keys and chains. `passphrase` opens the keys; null: none is known. Reads files: job thread only.
/// Errors: as above, those of CertificateStore::identity().
Result<std::vector<Identity>> identitiesOf(const ApplicationDefinition &application, const CertificateStore &store,
                                           const SecretBytes *passphrase = nullptr);

/// The same for a server. Errors: as above, ApplicationNotForServers.
Result<std::vector<Identity>> serverIdentitiesOf(const ApplicationDefinition &application,
                                                 const CertificateStore &store,
                                                 const SecretBytes *passphrase = nullptr);

/// Which of `known` a server presents first. Errors: those of findCertificate() and, of a server that names an
/// application, ApplicationNotRegistered, ApplicationNotForServers and those of certificatesOf().
Result<StoredCertificate> certificateOf(const ServerProfile &server, const std::vector<StoredCertificate> &known,
                                        const std::vector<ApplicationDefinition> &applications);

} // namespace sealport
