#pragma once

#include "model/certificates/certificate_store.h"
#include "model/sockets/server_profile.h"

#include <QByteArray>
#include <QStringList>

namespace sealport {

/// The files that a server is prepared from, and how they looked at one moment.
struct SourceFiles {
    QStringList paths; ///< files, and the folder of the store where a certificate comes from there
    QByteArray stamp;  ///< see stampOf()
    QStringList
        watched; ///< what tells that they change: they, and their folders for those that are replaced, links followed

    friend bool operator==(const SourceFiles &, const SourceFiles &) = default;
};

/// Those of a profile: the script of its dialogue, certificates, keys, chains, authorities of clients, DH parameters,
/// OCSP response, PSKs. Blocking.
[[nodiscard]] SourceFiles sourceFilesOf(const ServerProfile &profile, const CertificateStore &store);

/// Differs when one of them has been written, replaced, made or removed; of a folder, when that happened to a file in
/// it. Nothing is read of their contents. Blocking.
[[nodiscard]] QByteArray stampOf(const QStringList &paths);

} // namespace sealport
