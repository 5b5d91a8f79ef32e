#include "app/certs_actions.h"
#include "model/certificates/renewal.h"
#include "model/sockets/certificate_orders.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

/// What one authority has to revoke.
struct Task {
    StoredCertificate authority;
    std::vector<Certificate> certificates;
    KeyPassphrases passphrases{};
};

Task &taskOf(const StoredCertificate &authority, std::vector<Task> &tasks)
{
    const auto known = std::ranges::find_if(
        tasks, [&authority](const Task &task) { return task.authority.certificate == authority.certificate; });
    return known == tasks.end() ? tasks.emplace_back(Task{.authority = authority, .certificates = {}}) : *known;
}

/// Nothing when something failed, which has been said.
std::optional<std::vector<Task>> tasksOf(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const std::vector<StoredCertificate> known = openStore(folder, output).certificates;
    const CertificateStore store(folder.certificates());
    std::vector<Task> tasks;
    const auto named = [&](const QString &id) {
        const auto found = findCertificate(known, IdentifyBy::Name, id);
        if (!found)
            output.fail(id, found.error());
        return found;
    };
    if (!options.issuer.isEmpty()) {
        const auto authority = named(options.issuer);
        if (!authority)
            return std::nullopt;
        taskOf(*authority, tasks); // its list is written also where nothing else is asked
    }
    for (const QString &item : options.items) {
        const auto certificate = named(item);
        if (!certificate)
            return std::nullopt;
        const auto authority = options.issuer.isEmpty() ? signerInStore(*certificate, store) : tasks.front().authority;
        if (!authority) {
            output.fail(item, authority.error());
            return std::nullopt;
        }
        taskOf(*authority, tasks).certificates.push_back(certificate->certificate);
    }
    return tasks;
}

} // namespace

void revokeInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    KeyPassphrases passphrases;
    if (!passphrases.read(options, output))
        return;
    auto tasks = tasksOf(options, folder, output);
    if (!tasks)
        return;
    const CertificateStore store(folder.certificates());
    for (Task &task : *tasks) {
        task.passphrases = passphrases;
        if (const auto opened = task.passphrases.openIssuer(store, task.authority, output); !opened)
            return output.fail(task.authority.file, opened.error()); // before the first list is written
    }
    for (const Task &task : *tasks) {
        const RevocationOrder order{.certificates = task.certificates,
                                    .reason = options.reason,
                                    .liftsHold = options.liftsHold,
                                    .thisUpdate = options.notBefore,
                                    .nextUpdate = options.notAfter};
        const auto revoked =
            revokeCertificates(order, task.authority, task.passphrases.ofIssuer().get(), store, folder.trash());
        if (!revoked && revoked.error().code == ErrorCode::InvalidValidity)
            return output.refuse({revoked.error()});
        if (!revoked) {
            output.fail(task.authority.file, revoked.error());
            continue;
        }
        output.revocationList(revoked->written.list,
                              {.hasKey = false, .source = storeSource(), .file = revoked->written.file});
    }
}

} // namespace sealport
