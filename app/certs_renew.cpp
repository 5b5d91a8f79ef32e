#include "app/certs_actions.h"
#include "model/certificates/renewal.h"

#include <QCoreApplication>

namespace sealport {

void renewInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const CertificateStore store(folder.certificates());
    const auto old = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, options.name);
    if (!old)
        return output.fail(options.name, old.error());
    const Certificate &before = old->certificate;

    std::optional<Identity> issuer;
    if (!isIssuedBy(before, before)) {
        auto found = issuerInStore(before, store);
        if (!found)
            return output.fail(old->file, found.error());
        issuer = std::move(*found);
    }
    PrivateKey key;
    if (options.hasNewKey) {
        const auto kind = keyKindOf(before);
        if (!kind)
            return output.fail(old->file, kind.error());
        const auto made = PrivateKey::generate(*kind);
        if (!made)
            return output.fail(before.name(), made.error());
        key = *made;
    } else {
        const auto identity = store.identity(*old);
        if (!identity)
            return output.fail(old->file, identity.error());
        key = identity->key;
    }
    const QDateTime notAfter = options.notAfter.isValid() ? options.notAfter : renewedEnd(before, options.notBefore);
    const Identity *signer = issuer ? &*issuer : nullptr;
    const auto renewed = renew(before, key, options.notBefore, notAfter, signer);
    if (!renewed && renewed.error().code == ErrorCode::InvalidValidity)
        return output.refuse({renewed.error()});
    if (!renewed)
        return output.fail(old->file, renewed.error());
    const auto added = store.add(*renewed, key);
    if (!added)
        return output.fail(store.folder(), added.error());
    warnAbout(*renewed, signer, output);
    output.certificate(added->certificate, {.hasKey = true, .source = storeSource(), .file = added->file},
                       CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Renewed:"));
    output.field(QCoreApplication::translate("CommandLine", "private key"), CertificateStore::keyFile(added->file));
}

} // namespace sealport
