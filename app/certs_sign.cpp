#include "app/certs_actions.h"
#include "model/certificates/request_files.h"
#include "model/certificates/request_signing.h"
#include "model/text/formatting.h"

#include <QCoreApplication>

namespace sealport {

void signCertificateRequest(const CertsOptions &options, const DataFolder &folder, CertsOutput &output)
{
    CertificateSpec terms = options.spec;
    terms.notBefore = options.notBefore;
    terms.notAfter = options.notAfter.isValid() ? options.notAfter : usualEnd(options.notBefore, terms.isCa);
    if (const std::vector<Error> refused = validateTerms(terms); !refused.empty())
        return output.refuse(refused);
    const auto request = readRequest(options.name);
    if (!request)
        return output.fail(options.name, request.error());
    KeyPassphrases passphrases;
    if (!passphrases.read(options, output))
        return;
    const auto issuer = signerNamed(options.issuer, passphrases, folder, output);
    if (!issuer)
        return;
    endWithIssuer(terms, options, issuer->certificate);
    const auto certificate = signRequest(*request, terms, *issuer, options.alternatives);
    if (!certificate && options.alternatives && certificate.error().code == ErrorCode::InvalidAlternativeName)
        return output.refuse({certificate.error()});
    if (!certificate)
        return output.fail(options.name, certificate.error());
    const CertificateStore target(options.folder.isEmpty() ? folder.certificates() : options.folder);
    const auto added = addAnswer(target, *certificate);
    if (!added)
        return output.fail(target.folder(), added.error());

    warnAbout(*certificate, &issuer->certificate, CertificateStore(folder.certificates()), options, output);
    const QStringList left = refusedExtensions(*request, *certificate);
    if (!left.isEmpty())
        output.warn(QCoreApplication::translate("CommandLine",
                                                "Not taken over from the request, or otherwise than it asks: %1.")
                        .arg(left.join(QStringLiteral(", "))));
    const QStringList asked = request->subjectAltNames();
    if (options.alternatives && !asked.isEmpty() && asked != certificate->subjectAltNames())
        output.warn(QCoreApplication::translate("CommandLine",
                                                "The names of --san stand in it instead of those that the request "
                                                "asks for: %1.")
                        .arg(nameList(asked)));
    output.certificate(added->certificate,
                       {.hasKey = added->hasKey,
                        .source = options.folder.isEmpty() ? storeSource() : fileSource(),
                        .file = added->file,
                        .isKeyLocked = added->isKeyLocked},
                       CertsOutput::Detail::Full, QCoreApplication::translate("CommandLine", "Signed:"));
}

} // namespace sealport
