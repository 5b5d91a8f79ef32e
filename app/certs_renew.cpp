#include "app/certs_actions.h"
#include "model/certificates/renewal.h"
#include "model/sockets/certificate_orders.h"
#include "model/sockets/certificate_use.h"

#include <QCoreApplication>

namespace sealport {

namespace {

/// The applications that have the old certificate.
struct Followers {
    QStringList follow{}; ///< they have the new one instead now
    QStringList stay{};
};

Followers followersOf(const Certificate &old, const Certificate &renewed, const CertsOptions &options,
                      const ApplicationStore &applications, CertsOutput &output)
{
    Followers followers{.follow = {}, .stay = applicationsUsing({old}, applications.list().applications)};
    if (!options.isReassigned)
        return followers;
    const auto reassigned = applications.reassign(old, renewed);
    if (!reassigned)
        output.fail(applications.file(), reassigned.error());
    else
        followers = {.follow = *reassigned, .stay = {}};
    return followers;
}

CertsOutput::Members membersFor(const Followers &followers)
{
    JsonLine line;
    line.texts("reassigned", followers.follow).texts("unchanged", followers.stay);
    return {{"applications", line}};
}

void say(const Followers &followers, CertsOutput &output)
{
    for (const QString &application : followers.follow)
        output.field(QCoreApplication::translate("CommandLine", "assigned to"), application);
    for (const QString &application : followers.stay)
        output.warn(QCoreApplication::translate("CommandLine",
                                                "The application %1 still has the old one. Assign it the "
                                                "new one (sealport apps assign); --reassign does that "
                                                "by itself.")
                        .arg(application));
}

} // namespace

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
    const Followers followers =
        followersOf(old->certificate, renewed->certificate, options, folder.applications(), output);
    output.certificate(renewed->certificate,
                       {.hasKey = renewed->hasKey,
                        .source = storeSource(),
                        .file = renewed->file,
                        .isKeyLocked = renewed->isKeyLocked},
                       CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Renewed:"),
                       membersFor(followers));
    if (renewed->hasKey)
        output.field(QCoreApplication::translate("CommandLine", "private key"),
                     CertificateStore::keyFile(renewed->file));
    say(followers, output);
}

} // namespace sealport
