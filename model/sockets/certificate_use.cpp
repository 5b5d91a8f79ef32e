#include "model/sockets/certificate_use.h"

#include <algorithm>

namespace sealport {

namespace {

bool usesApplication(const ServerProfile &server, const QString &id)
{
    return server.certificate.file.isEmpty() && server.certificate.by == IdentifyBy::Application
           && server.certificate.id.trimmed() == id;
}

bool usesOneOf(const ApplicationDefinition &application, const std::vector<Certificate> &which)
{
    return std::ranges::any_of(
        which, [&application](const Certificate &certificate) { return isAssigned(application, certificate); });
}

} // namespace

QStringList serversUsing(const std::vector<Certificate> &which, const std::vector<ServerProfile> &servers,
                         const std::vector<StoredCertificate> &known,
                         const std::vector<ApplicationDefinition> &applications)
{
    const auto usesOne = [&](const ServerProfile &server) {
        if (!server.certificate.file.isEmpty())
            return false;
        if (server.certificate.by == IdentifyBy::Application)
            return std::ranges::any_of(applications, [&](const ApplicationDefinition &application) {
                return usesApplication(server, application.id) && usesOneOf(application, which);
            });
        const auto used = findCertificate(known, server.certificate.by, server.certificate.id);
        return used && std::ranges::find(which, used->certificate) != which.end();
    };
    QStringList names;
    for (const ServerProfile &server : servers)
        if (usesOne(server))
            names.append(server.name);
    return names;
}

QStringList applicationsUsing(const std::vector<Certificate> &which,
                              const std::vector<ApplicationDefinition> &applications)
{
    QStringList ids;
    for (const ApplicationDefinition &application : applications)
        if (usesOneOf(application, which))
            ids.append(application.id);
    return ids;
}

QStringList serversOf(const QString &applicationId, const std::vector<ServerProfile> &servers)
{
    QStringList names;
    for (const ServerProfile &server : servers)
        if (usesApplication(server, applicationId))
            names.append(server.name);
    return names;
}

} // namespace sealport
