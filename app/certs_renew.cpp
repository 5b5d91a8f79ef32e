#include "app/certs_actions.h"
#include "model/certificates/renewal.h"
#include "model/sockets/certificate_orders.h"

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
    const auto signer = signerInStore(*old, store);
    const bool hasIssuer = signer && signer->certificate != old->certificate;
    if (hasIssuer)
        if (const auto opened = passphrases.openIssuer(store, *signer, output); !opened)
            return output.fail(old->file, opened.error());
    if (options.hasNewKey ? old->isKeyLocked : old->hasKey)
        if (const auto opened = passphrases.openOwn(store, *old, output); !opened)
            return output.fail(old->file, opened.error());
    const auto renewed = renewCertificate(
        {.old = *old,
         .notBefore = options.notBefore,
         .notAfter = options.notAfter.isValid() ? options.notAfter : renewedEnd(old->certificate, options.notBefore),
         .hasNewKey = options.hasNewKey,
         .passphrase = passphrases.own(),
         .issuerPassphrase = passphrases.ofIssuer()},
        store);
    if (!renewed && renewed.error().code == ErrorCode::InvalidValidity)
        return output.refuse({renewed.error()});
    if (!renewed)
        return output.fail(old->file, renewed.error());
    warnAbout(renewed->certificate, hasIssuer ? &signer->certificate : nullptr, store, options, output);
    output.certificate(renewed->certificate,
                       {.hasKey = renewed->hasKey,
                        .source = storeSource(),
                        .file = renewed->file,
                        .isKeyLocked = renewed->isKeyLocked},
                       CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Renewed:"));
    if (renewed->hasKey)
        output.field(QCoreApplication::translate("CommandLine", "private key"),
                     CertificateStore::keyFile(renewed->file));
}

} // namespace sealport
