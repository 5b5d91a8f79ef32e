#include "model/certificates/issuer.h"

#include "model/certificates/certificate_signing.h"
#include "model/certificates/display_text.h"
#include "model/certificates/openssl_error.h"

#include <utility>

namespace sealport {

Result<Certificate> issue(const CertificateSpec &spec, const PrivateKey &key, const Identity *issuer)
{
    if (std::vector<Error> errors = validate(spec); !errors.empty())
        return std::unexpected(std::move(errors.front()));
    if (key.isNull())
        return std::unexpected(Error{
            .code = ErrorCode::NoPrivateKey, .subject = displayText(spec.commonName), .values = {}, .causes = {}});
    if (const auto checked = checkIssuer(issuer); !checked)
        return std::unexpected(checked.error());

    const Handle<X509_NAME, X509_NAME_free> subject(X509_NAME_new());
    if (!subject || !writeSubject(*subject, spec))
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("building the certificate")));
    return signCertificate(spec, *subject, *key.handle(), issuer, issuer ? *issuer->key.handle() : *key.handle());
}

} // namespace sealport
