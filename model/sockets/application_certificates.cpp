#include "model/sockets/application_certificates.h"

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

Result<void> checkIsForServers(const ApplicationDefinition &application)
{
    if (application.type != ApplicationType::Server)
        return std::unexpected(
            Error{.code = ErrorCode::ApplicationNotForServers, .subject = application.id, .values = {}, .causes = {}});
    return {};
}

} // namespace

const StoredCertificate *findStored(const AssignedCertificate &assigned, const std::vector<StoredCertificate> &known)
{
    const StoredCertificate *found = nullptr;
    for (const StoredCertificate &stored : known)
        if (stored.certificate.sha256() == assigned.sha256 && (found == nullptr || (stored.hasKey && !found->hasKey)))
            found = &stored;
    return found;
}

Result<std::vector<StoredCertificate>> certificatesOf(const ApplicationDefinition &application,
                                                      const std::vector<StoredCertificate> &known)
{
    if (application.certificates.empty())
        return std::unexpected(Error{.code = ErrorCode::NoCertificate,
                                     .subject = application.id,
                                     .values = {QStringLiteral("application")},
                                     .causes = {}});
    std::vector<StoredCertificate> certificates;
    for (const AssignedCertificate &assigned : application.certificates) {
        const StoredCertificate *stored = findStored(assigned, known);
        if (stored == nullptr)
            return std::unexpected(Error{.code = ErrorCode::CertificateNotFound,
                                         .subject = assigned.name,
                                         .values = {application.id, QString::fromLatin1(assigned.sha256.toHex())},
                                         .causes = {}});
        const auto hasSameType = [stored](const StoredCertificate &other) {
            return other.certificate.keyType() == stored->certificate.keyType();
        };
        if (std::ranges::none_of(certificates, hasSameType))
            certificates.push_back(*stored);
    }
    return certificates;
}

Result<std::vector<Identity>> identitiesOf(const ApplicationDefinition &application, const CertificateStore &store,
                                           const SecretBytes *passphrase)
{
    const auto certificates = certificatesOf(application, store.list().certificates);
    if (!certificates)
        return std::unexpected(certificates.error());
    std::vector<Identity> identities;
    for (const StoredCertificate &stored : *certificates) {
        auto identity = store.identity(stored, passphrase);
        if (!identity)
            return std::unexpected(identity.error());
        identities.push_back(std::move(*identity));
    }
    return identities;
}

Result<std::vector<Identity>> serverIdentitiesOf(const ApplicationDefinition &application,
                                                 const CertificateStore &store, const SecretBytes *passphrase)
{
    if (const auto checked = checkIsForServers(application); !checked)
        return std::unexpected(checked.error());
    return identitiesOf(application, store, passphrase);
}

Result<StoredCertificate> certificateOf(const ServerProfile &server, const std::vector<StoredCertificate> &known,
                                        const std::vector<ApplicationDefinition> &applications)
{
    const QString id = server.certificate.id.trimmed();
    if (server.certificate.by != IdentifyBy::Application || id.isEmpty())
        return findCertificate(known, server.certificate.by, server.certificate.id);
    const auto application = std::ranges::find(applications, id, &ApplicationDefinition::id);
    if (application == applications.end())
        return std::unexpected(
            Error{.code = ErrorCode::ApplicationNotRegistered, .subject = id, .values = {}, .causes = {}});
    if (const auto checked = checkIsForServers(*application); !checked)
        return std::unexpected(checked.error());
    auto certificates = certificatesOf(*application, known);
    if (!certificates)
        return std::unexpected(certificates.error());
    return std::move(certificates->front());
}

} // namespace sealport
