#include "app/certs_actions.h"
#include "model/certificates/alternative_name.h"
#include "model/certificates/issuer.h"

#include <QCoreApplication>

namespace sealport {

namespace {

std::optional<Identity> issuerFor(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    const auto found = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, options.issuer);
    if (!found) {
        output.fail(options.issuer, found.error());
        return std::nullopt;
    }
    auto identity = CertificateStore(folder.certificates()).identity(*found);
    if (!identity) {
        output.fail(found->file, identity.error());
        return std::nullopt;
    }
    return std::move(*identity);
}

void warnAbout(const CertificateSpec &spec, const Identity *issuer, CertsOutput &output)
{
    constexpr qint64 longestLeaf = 398; // CA/Browser Forum baseline 6.3.2, enforced by browsers
    constexpr qint64 secondsADay = 86'400;
    if (!spec.isCa && spec.notBefore.secsTo(spec.notAfter) > longestLeaf * secondsADay)
        output.warn(QCoreApplication::translate(
            "CommandLine", "Warning: it is valid for more than 398 days; Apple's systems and browsers "
                           "refuse such a certificate from a public authority."));
    if (!spec.isCa && spec.alternativeNames.isEmpty())
        output.warn(QCoreApplication::translate(
            "CommandLine", "Warning: it has no alternative name, and clients of today compare no other. "
                           "Give them with --san."));
    if (issuer && !issuer->certificate.isCa())
        output.warn(QCoreApplication::translate(
                        "CommandLine", "Warning: %1 is no certificate authority; clients will refuse what it signed.")
                        .arg(issuer->certificate.name()));
    if (issuer && spec.notAfter > issuer->certificate.notAfter())
        output.warn(QCoreApplication::translate("CommandLine", "Warning: %1, which signs it, expires earlier.")
                        .arg(issuer->certificate.name()));
}

} // namespace

void createCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    CertificateSpec spec{.commonName = options.name,
                         .alternativeNames = options.alternatives.value_or(QStringList()),
                         .notBefore = options.notBefore,
                         .notAfter = options.notAfter,
                         .isCa = options.isCa};
    if (!options.alternatives && !spec.isCa && parseAlternativeName(spec.commonName))
        spec.alternativeNames = {spec.commonName};
    const std::vector<Error> refused = validate(spec);
    if (!refused.empty())
        return output.refuse(refused);

    std::optional<Identity> signer;
    if (!options.issuer.isEmpty()) {
        signer = issuerFor(options, folder, output);
        if (!signer)
            return;
    }
    const auto key = PrivateKey::generate(options.key);
    if (!key) {
        output.fail(spec.commonName, key.error());
        return;
    }
    const auto certificate = issue(spec, *key, signer ? &*signer : nullptr);
    if (!certificate) {
        output.fail(spec.commonName, certificate.error());
        return;
    }
    const CertificateStore target(options.folder.isEmpty() ? folder.certificates() : options.folder);
    const auto added = target.add(*certificate, *key);
    if (!added) {
        output.fail(target.folder(), added.error());
        return;
    }
    warnAbout(spec, signer ? &*signer : nullptr, output);
    output.certificate(
        added->certificate,
        {.hasKey = true, .source = options.folder.isEmpty() ? storeSource() : fileSource(), .file = added->file},
        CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Created:"));
    output.field(QCoreApplication::translate("CommandLine", "private key"), CertificateStore::keyFile(added->file));
}

} // namespace sealport
