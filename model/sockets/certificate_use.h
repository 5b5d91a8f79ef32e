#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/application_definition.h"
#include "model/sockets/server_profile.h"

#include <QStringList>

#include <vector>

namespace sealport {

/// The names of the servers that present one of `which`; `known` and `applications` are what their profiles choose
/// from.
[[nodiscard]] QStringList serversUsing(const std::vector<Certificate> &which, const std::vector<ServerProfile> &servers,
                                       const std::vector<StoredCertificate> &known,
                                       const std::vector<ApplicationDefinition> &applications);

/// The ids of the applications that have one of `which`.
[[nodiscard]] QStringList applicationsUsing(const std::vector<Certificate> &which,
                                            const std::vector<ApplicationDefinition> &applications);

/// The names of the servers that name the application, whether it is registered or not.
[[nodiscard]] QStringList serversOf(const QString &applicationId, const std::vector<ServerProfile> &servers);

} // namespace sealport
