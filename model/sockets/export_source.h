#pragma once

#include "model/base/error.h"
#include "model/certificates/certificate_store.h"
#include "model/sockets/application_store.h"
#include "model/sockets/production_export.h"

#include <QString>

namespace sealport {

/// What productionConfig() needs of a server of this machine.
struct ExportSource {
    ServerProfile profile{}; ///< every certificate by its file; those of an application in its place
    ExportFiles files{};
};

/// Finds the files of a profile. Keys are not copied: the configuration points to them where they are, and notes say
/// who may read them. A certificate alone, and a chain that no file holds as it is sent, are to be made in `folder`
/// from the files that hold them; nothing is written here. Keys that a pass phrase protects stay shut. Reads files: job
/// thread only. Errors: those of findCertificate(), ApplicationStore::find(), certificatesOf() and readIdentity();
/// NoPrivateKey, ApplicationNotForServers. A server without TLS needs no files.
Result<ExportSource> exportSourceOf(const ServerProfile &profile, const CertificateStore &store,
                                    const ApplicationStore &applications, const QString &folder);

} // namespace sealport
