#include "model/certificates/certificate_signing.h"

#include "model/certificates/certificate_extensions.h"
#include "model/certificates/display_text.h"
#include "model/certificates/openssl_error.h"

#include <openssl/bn.h>
#include <openssl/objects.h>

#include <ctime>
#include <utility>

namespace sealport {

namespace {

using NumberPtr = Handle<BIGNUM, BN_free>;

bool addAll(X509 &certificate, const STACK_OF(X509_EXTENSION) * extensions)
{
    bool isAdded = extensions != nullptr;
    for (int i = 0; isAdded && i < sk_X509_EXTENSION_num(extensions); ++i)
        isAdded = X509_add_ext(&certificate, sk_X509_EXTENSION_value(extensions, i), -1) == 1;
    return isAdded;
}

} // namespace

bool writeSubject(X509_NAME &name, const CertificateSpec &spec)
{
    for (const SubjectField &field : spec.subjectFields)
        if (!addSubjectField(name, field))
            return false;
    const QByteArray commonName = spec.commonName.toUtf8();
    return X509_NAME_add_entry_by_NID(&name, NID_commonName, V_ASN1_UTF8STRING,
                                      reinterpret_cast<const unsigned char *>(commonName.constData()),
                                      static_cast<int>(commonName.size()), -1, 0)
           == 1;
}

bool setRandomSerial(X509 &certificate)
{
    constexpr int bits =
        127; // at most 20 octets and positive (RFC 5280 section 4.1.2.2), at least 64 random bits (BR 7.1)
    const NumberPtr number(BN_new());
    return number && BN_rand(number.get(), bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
           && (!BN_is_zero(number.get()) || BN_one(number.get()) == 1)
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate));
}

bool setValidity(X509 &certificate, const QDateTime &notBefore, const QDateTime &notAfter)
{
    // ASN1_TIME_set chooses UTCTime through 2049 and GeneralizedTime after that, as RFC 5280 section 4.1.2.5 wants.
    return ASN1_TIME_set(X509_getm_notBefore(&certificate), static_cast<std::time_t>(notBefore.toSecsSinceEpoch()))
           && ASN1_TIME_set(X509_getm_notAfter(&certificate), static_cast<std::time_t>(notAfter.toSecsSinceEpoch()));
}

const EVP_MD *signatureDigest(const EVP_PKEY &key)
{
    switch (EVP_PKEY_get_base_id(&key)) {
    case EVP_PKEY_ED25519:
    case EVP_PKEY_ED448:
        return nullptr;
    case EVP_PKEY_EC: // RFC 5480 section 4
        if (EVP_PKEY_get_bits(&key) > 384)
            return EVP_sha512();
        return EVP_PKEY_get_bits(&key) > 256 ? EVP_sha384() : EVP_sha256();
    default:
        return EVP_sha256();
    }
}

Result<void> checkValidity(const QDateTime &notBefore, const QDateTime &notAfter, const QString &name)
{
    CertificateSpec spec;
    spec.notBefore = notBefore;
    spec.notAfter = notAfter;
    if (std::vector<Error> errors = validateTerms(spec); !errors.empty()) {
        errors.front().subject = displayText(name);
        return std::unexpected(std::move(errors.front()));
    }
    return {};
}

Result<void> checkIssuer(const Identity *issuer)
{
    if (issuer && !issuer->key.matches(issuer->certificate))
        return std::unexpected(Error{.code = ErrorCode::KeyMismatch,
                                     .subject = displayText(issuer->certificate.name()),
                                     .values = {},
                                     .causes = {}});
    return {};
}

Result<Certificate> signCertificate(const CertificateSpec &spec, const X509_NAME &subject, EVP_PKEY &publicKey,
                                    const Identity *issuer, EVP_PKEY &signer)
{
    X509Ptr certificate(X509_new());
    const X509_NAME *issuerName = issuer ? X509_get_subject_name(issuer->certificate.handle()) : &subject;
    const SubjectIs subjectIs = X509_NAME_entry_count(&subject) == 0 ? SubjectIs::Empty : SubjectIs::Given;
    const bool isBuilt = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
                         && setRandomSerial(*certificate) && X509_set_subject_name(certificate.get(), &subject) == 1
                         && X509_set_issuer_name(certificate.get(), issuerName) == 1
                         && setValidity(*certificate, spec.notBefore, spec.notAfter)
                         && X509_set_pubkey(certificate.get(), &publicKey) == 1
                         && addAll(*certificate, extensionsOf(spec, publicKey, subjectIs).get())
                         && addKeyIdentifiers(*certificate, issuer ? *issuer->certificate.handle() : *certificate);
    if (!isBuilt)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("building the certificate")));
    if (X509_sign(certificate.get(), &signer, signatureDigest(signer)) == 0)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("signing the certificate")));
    return Certificate::fromX509(std::move(certificate));
}

} // namespace sealport
