#include "model/certificates/certificate_preview.h"

#include "model/certificates/issuer.h"

namespace sealport {

namespace {

Result<Identity> passingAuthority(const CertificateSpec &leaf)
{
    const auto key = PrivateKey::generate(KeyKind());
    if (!key)
        return std::unexpected(key.error());
    CertificateSpec spec = specOf(CertificateTemplate::RootCa);
    spec.commonName = QStringLiteral("issuer");
    spec.notBefore = leaf.notBefore;
    spec.notAfter = leaf.notAfter;
    const auto certificate = issue(spec, *key);
    if (!certificate)
        return std::unexpected(certificate.error());
    return Identity{.certificate = *certificate, .key = *key, .chain = {}};
}

} // namespace

Result<Certificate> previewOf(const CertificateSpec &spec, const KeyKind &kind, SignedBy signedBy)
{
    if (std::vector<Error> errors = validate(spec); !errors.empty())
        return std::unexpected(std::move(errors.front()));
    const auto key = PrivateKey::generate(kind.type == u"RSA" ? KeyKind() : kind);
    if (!key)
        return std::unexpected(key.error());
    if (signedBy == SignedBy::Itself)
        return issue(spec, *key);
    const auto authority = passingAuthority(spec);
    if (!authority)
        return std::unexpected(authority.error());
    return issue(spec, *key, &*authority);
}

} // namespace sealport
