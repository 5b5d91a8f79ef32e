#include "app/certs_actions.h"
#include "model/certificates/renewal.h"
#include "model/certificates/revocation.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

/// What one authority has to revoke.
struct Task {
    Identity issuer;
    QString file; ///< the authority's certificate
    std::vector<Certificate> certificates;
};

QString fileOf(const Certificate &certificate, const std::vector<StoredCertificate> &known)
{
    const auto found = std::ranges::find(known, certificate, &StoredCertificate::certificate);
    return found == known.end() ? QString() : found->file;
}

/// Nothing when something failed, which has been said.
std::optional<std::vector<Task>> tasksOf(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const std::vector<StoredCertificate> known = openStore(folder, output).certificates;
    const CertificateStore store(folder.certificates());
    KeyPassphrases passphrases;
    if (!passphrases.read(options, output))
        return std::nullopt;
    std::vector<Task> tasks;
    if (!options.issuer.isEmpty()) {
        auto issuer = signerNamed(options.issuer, passphrases.ofIssuer(), folder, output);
        if (!issuer)
            return std::nullopt;
        const QString file = fileOf(issuer->certificate, known);
        tasks.push_back({.issuer = std::move(*issuer), .file = file, .certificates = {}});
    }
    for (const QString &item : options.items) {
        const auto found = findCertificate(known, IdentifyBy::Name, item);
        if (!found) {
            output.fail(item, found.error());
            return std::nullopt;
        }
        if (!options.issuer.isEmpty()) {
            tasks.front().certificates.push_back(found->certificate);
            continue;
        }
        auto issuer = issuerInStore(found->certificate, store, passphrases.ofIssuer());
        if (!issuer) {
            output.fail(item, issuer.error());
            return std::nullopt;
        }
        auto task = std::ranges::find_if(
            tasks, [&issuer](const Task &other) { return other.issuer.certificate == issuer->certificate; });
        if (task == tasks.end()) {
            const QString file = fileOf(issuer->certificate, known);
            task = tasks.insert(tasks.end(), {.issuer = std::move(*issuer), .file = file, .certificates = {}});
        }
        task->certificates.push_back(found->certificate);
    }
    return tasks;
}

} // namespace

void revokeInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const auto tasks = tasksOf(options, folder, output);
    if (!tasks)
        return;
    for (const Task &task : *tasks) {
        const RevocationOrder order{.certificates = task.certificates,
                                    .reason = options.reason,
                                    .thisUpdate = options.notBefore,
                                    .nextUpdate = options.notAfter};
        const auto stored = revoke(order, task.issuer, task.file, CertificateStore(folder.certificates()));
        if (!stored && stored.error().code == ErrorCode::InvalidValidity)
            return output.refuse({stored.error()});
        if (!stored) {
            output.fail(task.file, stored.error());
            continue;
        }
        output.revocationList(stored->list, {.hasKey = false, .source = storeSource(), .file = stored->file});
    }
}

} // namespace sealport
