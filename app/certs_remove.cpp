#include "app/certs_actions.h"
#include "model/certificates/certificate_removal.h"
#include "model/sockets/certificate_use.h"
#include "model/sockets/profile_store.h"

#include <QCoreApplication>

namespace sealport {

void removeFromStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const CertificateStore store(folder.certificates());
    const std::vector<StoredCertificate> known = store.list().certificates;
    std::vector<StoredCertificate> going;
    for (const QString &item : options.items) {
        auto found = findCertificate(known, IdentifyBy::Name, item);
        if (!found)
            return output.fail(item, found.error()); // all or nothing
        going.push_back(std::move(*found));
    }
    std::vector<Certificate> certificates;
    for (const StoredCertificate &stored : going)
        certificates.push_back(stored.certificate);
    const QStringList users = serversUsing(certificates, readProfiles(folder.profiles()).profiles, known);
    const auto removed = takeFromStore({.certificates = certificates}, store, folder.trash());
    if (!removed)
        return output.fail(store.folder(), removed.error());
    for (const QString &server : users)
        output.warn(QCoreApplication::translate("CommandLine", "Warning: the server %1 uses it.").arg(server));
    JsonLine trash;
    trash.text("id", trashItemId(*removed)).text("folder", removed->folder).texts("files", removed->origins);
    for (const StoredCertificate &stored : going)
        output.certificate(
            stored.certificate,
            {.hasKey = stored.hasKey, .source = storeSource(), .file = stored.file, .isKeyLocked = stored.isKeyLocked},
            CertsOutput::Detail::Short, QCoreApplication::translate("CommandLine", "Deleted:"), {{"trash", trash}});
    output.field(QCoreApplication::translate("CommandLine", "trash"), removed->folder);
    output.lines(
        {QCoreApplication::translate("CommandLine", "The trash keeps the files for %1 days. To put them back: sealport "
                                                    "certs restore %2")
             .arg(Trash::days)
             .arg(trashItemId(*removed))});
}

} // namespace sealport
