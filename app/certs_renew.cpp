#include "app/certs_actions.h"
#include "model/certificates/renewal.h"

#include <QCoreApplication>

namespace sealport {

void renewInStore(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const CertificateStore store(folder.certificates());
    KeyPassphrases passphrases;
    if (!passphrases.read(options, output))
        return;
    const auto old = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, options.name);
    if (!old)
        return output.fail(options.name, old.error());
    const Certificate &before = old->certificate;

    std::optional<Identity> issuer;
    if (!isIssuedBy(before, before)) {
        auto found = issuerInStore(before, store, passphrases.ofIssuer());
        if (!found)
            return output.fail(old->file, found.error());
        issuer = std::move(*found);
    }
    PrivateKey key;
    if (options.hasNewKey ? old->isKeyLocked : old->hasKey) { // what protects a new key is what protects the old one
        const auto identity = store.identity(*old, passphrases.own());
        if (!identity)
            return output.fail(old->file, identity.error());
        key = identity->key;
    }
    if (options.hasNewKey) {
        const auto kind = keyKindOf(before);
        if (!kind)
            return output.fail(old->file, kind.error());
        const auto made = PrivateKey::generate(*kind);
        if (!made)
            return output.fail(before.name(), made.error());
        key = *made;
    }
    const QDateTime notAfter = options.notAfter.isValid() ? options.notAfter : renewedEnd(before, options.notBefore);
    const Identity *signer = issuer ? &*issuer : nullptr;
    const auto renewed = renew(before, key, options.notBefore, notAfter, signer);
    if (!renewed && renewed.error().code == ErrorCode::InvalidValidity)
        return output.refuse({renewed.error()});
    if (!renewed)
        return output.fail(old->file, renewed.error());
    const auto added =
        key.isNull() ? store.add(*renewed) : store.add(*renewed, key, old->isKeyLocked ? passphrases.own() : nullptr);
    if (!added)
        return output.fail(store.folder(), added.error());
    warnAbout(*renewed, signer, options, output);
    output.certificate(
        added->certificate,
        {.hasKey = added->hasKey, .source = storeSource(), .file = added->file, .isKeyLocked = added->isKeyLocked},
        CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Renewed:"));
    if (added->hasKey)
        output.field(QCoreApplication::translate("CommandLine", "private key"), CertificateStore::keyFile(added->file));
}

} // namespace sealport
