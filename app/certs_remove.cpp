#include "app/certs_actions.h"
#include "model/certificates/certificate_removal.h"
#include "model/certificates/certificate_source.h"
#include "model/sockets/certificate_use.h"
#include "model/sockets/profile_store.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

/// Moves the requests and revocation lists of the file that `item` names, by its path or its name in the store; whether
/// there is one.
bool takeFile(const QString &item, FoundCertificates &known, FoundCertificates &going)
{
    const auto take = [&item](auto &from, auto &to) {
        const auto isOther = [&item](const auto &one) {
            const QFileInfo file(one.file);
            return item != file.fileName() && QFileInfo(item).canonicalFilePath() != file.canonicalFilePath();
        };
        const auto taken = std::ranges::stable_partition(from, isOther);
        std::ranges::move(taken, std::back_inserter(to));
        const bool hasAny = !taken.empty();
        from.erase(taken.begin(), taken.end());
        return hasAny;
    };
    const bool hasRequests = take(known.requests, going.requests);
    return take(known.revocationLists, going.revocationLists) || hasRequests;
}

void print(const FoundCertificates &gone, const JsonLine &trash, CertsOutput &output)
{
    const QString note = QCoreApplication::translate("CommandLine", "Deleted:");
    for (const StoredCertificate &stored : gone.certificates)
        output.certificate(
            stored.certificate,
            {.hasKey = stored.hasKey, .source = storeSource(), .file = stored.file, .isKeyLocked = stored.isKeyLocked},
            CertsOutput::Detail::Short, note, {{"trash", trash}});
    for (const FoundRequest &one : gone.requests) {
        output.lines({note});
        output.request(one.request, {.hasKey = one.hasKey, .source = storeSource(), .file = one.file},
                       {{"trash", trash}});
    }
    for (const FoundRevocationList &one : gone.revocationLists) {
        output.lines({note});
        output.revocationList(one.list, {.hasKey = false, .source = storeSource(), .file = one.file},
                              {{"trash", trash}}, CertsOutput::Detail::Short);
    }
}

} // namespace

void removeFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const CertificateStore store(folder.certificates());
    FoundCertificates known = ownFiles(store.list(), store);
    FoundCertificates going;
    for (const QString &item : options.items) {
        auto found = findCertificate(known.certificates, IdentifyBy::Name, item);
        if (found)
            going.certificates.push_back(std::move(*found));
        else if (!takeFile(item, known, going))
            return output.fail(item, found.error()); // all or nothing
    }
    StoreRemoval removal{.certificates = {}, .requests = going.requests, .revocationLists = going.revocationLists};
    for (const StoredCertificate &stored : going.certificates)
        removal.certificates.push_back(stored.certificate);
    const std::vector<ApplicationDefinition> applications = folder.applications().list().applications;
    const QStringList users =
        serversUsing(removal.certificates, readProfiles(folder.profiles()).profiles, known.certificates, applications);
    const auto removed = takeFromStore(removal, store, folder.trash());
    if (!removed)
        return output.fail(store.folder(), removed.error());
    for (const QString &application : applicationsUsing(removal.certificates, applications))
        output.warn(QCoreApplication::translate("CommandLine", "Warning: it is assigned to the application %1.")
                        .arg(application));
    for (const QString &server : users)
        output.warn(QCoreApplication::translate("CommandLine", "Warning: the server %1 uses it.").arg(server));
    JsonLine trash;
    trash.text("id", trashItemId(*removed)).text("folder", removed->folder).texts("files", removed->origins);
    print(going, trash, output);
    output.field(QCoreApplication::translate("CommandLine", "trash"), removed->folder);
    output.lines(
        {QCoreApplication::translate("CommandLine", "The trash keeps the files for %1 days. To put them back: sealport "
                                                    "certs restore %2")
             .arg(Trash::days)
             .arg(trashItemId(*removed))});
}

} // namespace sealport
