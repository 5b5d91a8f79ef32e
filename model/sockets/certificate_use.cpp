#include "model/sockets/certificate_use.h"

#include <algorithm>

namespace sealport {

QStringList serversUsing(const std::vector<Certificate> &which, const std::vector<ServerProfile> &servers,
                         const std::vector<StoredCertificate> &known)
{
    QStringList names;
    for (const ServerProfile &server : servers) {
        if (!server.certificate.file.isEmpty())
            continue;
        const auto used = findCertificate(known, server.certificate.by, server.certificate.id);
        if (used && std::ranges::find(which, used->certificate) != which.end())
            names.append(server.name);
    }
    return names;
}

} // namespace sealport
