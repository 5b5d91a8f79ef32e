#include "app/apps_actions.h"

#include "app/certs_actions.h"
#include "model/certificates/thumbprint.h"
#include "model/sockets/certificate_use.h"
#include "model/text/application_text.h"
#include "model/text/error_text.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

void printOrFail(const AppsOptions &options, const Result<ApplicationDefinition> &changed, const DataFolder &folder,
                 CertsOutput &output, const QString &note)
{
    if (!changed)
        return failAbout(options.id, changed.error(), output);
    printApplication(*changed, surroundingsIn(folder), output, note);
}

/// One that the application has, by its name or by a thumbprint, also where the store does not have it any more.
Result<AssignedCertificate> assignedKnownAs(const QString &item, const ApplicationDefinition &application,
                                            const std::vector<StoredCertificate> &store)
{
    const auto stored = certificatesKnownAs(store, item).value_or(std::vector<StoredCertificate>());
    const auto thumbprint = parseThumbprint(item);
    std::vector<AssignedCertificate> found;
    for (const AssignedCertificate &assigned : application.certificates) {
        const auto isIt = [&assigned](const StoredCertificate &one) {
            return one.certificate.sha256() == assigned.sha256;
        };
        if ((thumbprint && thumbprint->octets == assigned.sha256)
            || assigned.name.compare(item, Qt::CaseInsensitive) == 0 || std::ranges::any_of(stored, isIt))
            found.push_back(assigned);
    }
    if (found.size() == 1)
        return found.front();
    if (found.empty())
        return std::unexpected(Error{
            .code = ErrorCode::CertificateNotAssigned, .subject = application.id, .values = {item}, .causes = {}});
    Error ambiguous{.code = ErrorCode::CertificateAmbiguous, .subject = item, .values = {}, .causes = {}};
    for (const AssignedCertificate &assigned : found)
        ambiguous.values.append(assigned.name % QStringLiteral(", SHA-256 ")
                                % formatThumbprint(assigned.sha256, ThumbprintFormat::Plain));
    return std::unexpected(std::move(ambiguous));
}

/// Those of the store that were asked for; what is not found has been said.
std::optional<std::vector<StoredCertificate>> wanted(const QStringList &items, const DataFolder &folder,
                                                     CertsOutput &output)
{
    const CertificateStore::Listing listing = openStore(folder, output);
    std::vector<StoredCertificate> found;
    for (const QString &item : items) {
        auto one = findCertificate(listing.certificates, IdentifyBy::Name, item);
        if (!one) {
            output.fail(item, one.error());
            return std::nullopt;
        }
        found.push_back(std::move(*one));
    }
    return found;
}

} // namespace

void defineApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const ApplicationStore store = folder.applications();
    const bool isKnown = store.find(options.id).has_value();
    const auto defined = store.define({.id = options.id, .type = options.type, .description = options.description});
    printOrFail(options, defined, folder, output, isKnown ? CommandLine::tr("Changed:") : CommandLine::tr("Defined:"));
    if (const QString advice = describe(adviceOn(options.id)); defined && !isKnown && !advice.isEmpty())
        output.warn(advice);
}

void assignCertificates(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const auto certificates = wanted(options.certificates, folder, output);
    if (!certificates)
        return;
    std::vector<AssignedCertificate> assigned;
    for (const StoredCertificate &stored : *certificates)
        assigned.push_back(AssignedCertificate::of(stored.certificate));
    const auto changed = folder.applications().change(options.id, [&](ApplicationDefinition &application) {
        return options.isFurther ? assignFurther(application, assigned) : assign(application, assigned);
    });
    printOrFail(options, changed, folder, output, CommandLine::tr("Assigned:"));
    for (const StoredCertificate &stored : *certificates)
        if (changed && changed->type == ApplicationType::Server && !stored.hasKey)
            output.warn(describe(Error{
                .code = ErrorCode::NoPrivateKey, .subject = stored.certificate.name(), .values = {}, .causes = {}}));
}

void unassignCertificates(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const std::vector<StoredCertificate> store = CertificateStore(folder.certificates()).list().certificates;
    const auto changed =
        folder.applications().change(options.id, [&](ApplicationDefinition &application) -> Result<void> {
            if (options.certificates.isEmpty())
                return assign(application, {});
            for (const QString &item : options.certificates) {
                const auto one = assignedKnownAs(item, application, store);
                if (!one)
                    return std::unexpected(one.error());
                if (const auto taken = unassign(application, *one); !taken)
                    return taken;
            }
            return {};
        });
    printOrFail(options, changed, folder, output, CommandLine::tr("Changed:"));
}

void chooseTrusted(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    std::optional<std::vector<Certificate>> authorities;
    if (options.trust != AppsOptions::Trust::System)
        authorities.emplace();
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    for (const QString &item : options.authorities)
        for (const AskedCertificate &asked : askedCertificates(item, passphrase, folder, output))
            authorities->push_back(asked.stored.certificate);
    if (output.hasFailed())
        return; // all or nothing
    const auto changed = folder.applications().change(
        options.id, [&](ApplicationDefinition &application) { return setTrusted(application, authorities); });
    printOrFail(options, changed, folder, output, CommandLine::tr("Changed:"));
}

void removeApplication(const AppsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const ApplicationSurroundings around = surroundingsIn(folder);
    const auto removed = folder.applications().remove(options.id);
    if (!removed)
        return failAbout(options.id, removed.error(), output);
    printApplication(*removed, around, output, CommandLine::tr("Removed:"));
    for (const QString &server : serversOf(options.id, around.servers))
        output.warn(CommandLine::tr("Warning: the server %1 uses it.").arg(server));
}

} // namespace sealport
