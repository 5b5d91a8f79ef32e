#include "app/certs_actions.h"
#include "model/certificates/chain.h"
#include "model/certificates/issuer.h"
#include "model/certificates/lint.h"
#include "model/certificates/request_files.h"
#include "model/certificates/request_signing.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace sealport {

namespace {

void createRequest(const CertificateSpec &spec, const PrivateKey &key, const SecretBytes *passphrase,
                   const CertificateStore &target, CertsOutput &output)
{
    const auto request = makeRequest(spec, key);
    if (!request)
        return output.fail(spec.commonName, request.error());
    const auto file = addRequest(target, *request, key, passphrase);
    if (!file)
        return output.fail(target.folder(), file.error());
    output.request(*request, {.hasKey = true, .source = fileSource(), .file = *file});
    output.field(QCoreApplication::translate("CommandLine", "private key"), CertificateStore::keyFile(*file));
}

} // namespace

std::optional<Identity> signerNamed(const QString &id, KeyPassphrases &passphrases, const DataFolder &folder,
                                    CertsOutput &output)
{
    const auto found = findCertificate(openStore(folder, output).certificates, IdentifyBy::Name, id);
    if (!found) {
        output.fail(id, found.error());
        return std::nullopt;
    }
    auto identity = passphrases.openIssuer(CertificateStore(folder.certificates()), *found, output);
    if (!identity) {
        output.fail(found->file, identity.error());
        return std::nullopt;
    }
    return std::move(*identity);
}

void warnAbout(const Certificate &certificate, const Certificate *issuer, const CertificateStore &store,
               const CertsOptions &options, CertsOutput &output)
{
    for (const LintFinding &finding : lint(certificate, {})) {
        if (finding.rule == LintRule::ValidTooLong)
            output.warn(QCoreApplication::translate(
                            "CommandLine", "Warning: it is valid for more than %1 days; Apple's systems and browsers "
                                           "refuse such a certificate from a public authority.")
                            .arg(longestValidity(certificate.notBefore().date()).days));
        if (finding.rule == LintRule::NoAlternativeName)
            output.warn(
                options.action == CertsOptions::Action::Renew
                    ? QCoreApplication::translate("CommandLine",
                                                  "Warning: it has no alternative name, as the old one had none, and "
                                                  "clients of today compare no other.")
                    : QCoreApplication::translate("CommandLine", "Warning: it has no alternative name, and clients of "
                                                                 "today compare no other. Give them with --san."));
    }
    if (issuer && !issuer->isCa())
        output.warn(QCoreApplication::translate(
                        "CommandLine", "Warning: %1 is no certificate authority; clients will refuse what it signed.")
                        .arg(issuer->name()));
    std::vector<Certificate> path;
    if (issuer && certificate.isCa()) {
        std::vector<Certificate> pool;
        for (StoredCertificate &stored : store.list().certificates)
            pool.push_back(std::move(stored.certificate));
        path = authoritiesAbove(*issuer, pool);
        path.insert(path.begin(), *issuer);
    }
    if (!leavesRoomForAuthority(path))
        output.warn(QCoreApplication::translate(
                        "CommandLine", "Warning: the path length of %1 or of one of its issuers allows no further "
                                       "authority below it; clients will refuse what this one signs.")
                        .arg(issuer->name()));
    if (issuer && certificate.notAfter() > issuer->notAfter())
        output.warn(QCoreApplication::translate("CommandLine", "Warning: %1, which signs it, expires earlier.")
                        .arg(issuer->name()));
}

void endWithIssuer(CertificateSpec &spec, const CertsOptions &options, const Certificate &issuer)
{
    if (!options.notAfter.isValid())
        spec.notAfter = std::min(spec.notAfter, std::max(issuer.notAfter(), spec.notBefore.addSecs(1)));
}

void createCertificate(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    CertificateSpec spec = options.spec;
    spec.commonName = options.name;
    spec.alternativeNames = options.alternatives.value_or(usualAlternativeNames(spec));
    spec.notBefore = options.notBefore;
    spec.notAfter = options.notAfter.isValid() ? options.notAfter : usualEnd(options.notBefore, spec.isCa);
    const std::vector<Error> refused = validate(spec);
    if (!refused.empty())
        return output.refuse(refused);

    KeyPassphrases passphrases;
    if (!passphrases.read(options, output))
        return;
    if (passphrases.own() && passphrases.own()->isEmpty())
        return output.fail(options.passphraseFile, {.code = ErrorCode::EmptyPassphrase, .subject = spec.commonName});

    std::optional<Identity> signer;
    if (!options.issuer.isEmpty()) {
        signer = signerNamed(options.issuer, passphrases, folder, output);
        if (!signer)
            return;
        endWithIssuer(spec, options, signer->certificate);
    }
    const auto key = PrivateKey::generate(options.key);
    if (!key)
        return output.fail(spec.commonName, key.error());
    const CertificateStore target(options.folder.isEmpty() ? folder.certificates() : options.folder);
    if (options.isRequest)
        return createRequest(spec, *key, passphrases.own().get(), target, output);

    const Identity *issuer = signer ? &*signer : nullptr;
    const auto certificate = issue(spec, *key, issuer);
    if (!certificate)
        return output.fail(spec.commonName, certificate.error());
    const auto added = target.add(*certificate, *key, passphrases.own().get());
    if (!added)
        return output.fail(target.folder(), added.error());
    warnAbout(*certificate, issuer ? &issuer->certificate : nullptr, CertificateStore(folder.certificates()), options,
              output);
    output.certificate(added->certificate,
                       {.hasKey = true,
                        .source = options.folder.isEmpty() ? storeSource() : fileSource(),
                        .file = added->file,
                        .isKeyLocked = added->isKeyLocked},
                       CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Created:"));
    output.field(QCoreApplication::translate("CommandLine", "private key"), CertificateStore::keyFile(added->file));
}

} // namespace sealport
