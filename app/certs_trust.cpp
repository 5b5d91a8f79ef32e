#include "app/certs_actions.h"
#include "model/certificates/thumbprint.h"
#include "model/certificates/trust_store.h"

#include <QCoreApplication>

#include <algorithm>

namespace sealport {

namespace {

struct CommandLine {
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString kindName(TrustStore::Kind kind)
{
    return kind == TrustStore::Kind::System ? QStringLiteral("system") : QStringLiteral("nss");
}

QString title(const TrustStore &store)
{
    if (store.kind == TrustStore::Kind::System)
        return CommandLine::tr("the system's list (%1)").arg(store.folder);
    return CommandLine::tr("the NSS database %1").arg(store.folder);
}

bool isChosen(const TrustStore &store, const CertsOptions &options)
{
    return store.kind == TrustStore::Kind::System ? options.hasSystem : options.hasNss;
}

void print(const TrustStore &store, const Certificate &authority, CertsOutput &output)
{
    const bool isTrusted = isTrustedIn(store, authority);
    output.lines({isTrusted ? CommandLine::tr("%1 is trusted in %2.").arg(authority.name(), title(store))
                            : CommandLine::tr("%1 is not among those that Sealport added to %2.")
                                  .arg(authority.name(), title(store))});
    JsonLine line;
    output.object(line.text("subject", authority.subject())
                      .text("sha256", formatThumbprint(authority.sha256(), ThumbprintFormat::Plain))
                      .text("trustStore", kindName(store.kind))
                      .text("folder", store.folder)
                      .boolean("trusted", isTrusted));
}

} // namespace

void trustAuthorities(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    PassphrasePtr passphrase;
    if (!readGivenPassphrase(options.passphraseFile, output, passphrase))
        return;
    const std::vector<TrustStore> stores = trustStores();
    for (const auto &[isWanted, kind] : {std::pair{options.hasSystem, TrustStore::Kind::System},
                                         std::pair{options.hasNss, TrustStore::Kind::NssDatabase}})
        if (isWanted && std::ranges::find(stores, kind, &TrustStore::kind) == stores.end())
            output.fail(kindName(kind),
                        {.code = ErrorCode::NoTrustStore, .subject = kindName(kind), .values = {}, .causes = {}});
    for (const QString &item : options.items) {
        for (const AskedCertificate &one : askedCertificates(item, passphrase, folder, output)) {
            const Certificate &authority = one.stored.certificate;
            for (const TrustStore &store : stores) {
                if (isChosen(store, options)) {
                    const auto changed = options.isRemoval ? distrust(store, authority) : trust(store, authority);
                    if (!changed)
                        output.fail(store.folder, changed.error());
                }
                if (isChosen(store, options) || !(options.hasSystem || options.hasNss))
                    print(store, authority, output);
            }
        }
    }
}

} // namespace sealport
