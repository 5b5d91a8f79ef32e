#include "model/certificates/issuer.h"

#include "model/certificates/alternative_name.h"
#include "model/certificates/display_text.h"
#include "model/certificates/openssl_error.h"

#include <openssl/bn.h>
#include <openssl/objects.h>

#include <algorithm>
#include <array>
#include <ctime>
#include <memory>
#include <utility>

namespace sealport {

namespace {

using NumberPtr = Handle<BIGNUM, BN_free>;
using BitsPtr = Handle<ASN1_BIT_STRING, ASN1_BIT_STRING_free>;
using OctetsPtr = Handle<ASN1_OCTET_STRING, ASN1_OCTET_STRING_free>;
using ConstraintsPtr = Handle<BASIC_CONSTRAINTS, BASIC_CONSTRAINTS_free>;
using KeyPurposesPtr = Handle<EXTENDED_KEY_USAGE, EXTENDED_KEY_USAGE_free>;
using AuthorityKeyPtr = Handle<AUTHORITY_KEYID, AUTHORITY_KEYID_free>;
using GeneralNamePtr = Handle<GENERAL_NAME, GENERAL_NAME_free>;
using GeneralNamesPtr = Handle<GENERAL_NAMES, GENERAL_NAMES_free>;

constexpr int isCritical = 1;
constexpr int isNotCritical = 0;

Error refused(ErrorCode code, const QString &subject)
{
    return Error{.code = code, .subject = displayText(subject.left(300)), .values = {}, .causes = {}};
}

bool isValidCommonName(const QString &name)
{
    constexpr qsizetype longest = 64; // ub-common-name, in characters: RFC 5280 appendix A.1
    return !name.trimmed().isEmpty() && name.isValidUtf16() && name.toUcs4().size() <= longest
           && displayText(name) == name;
}

bool isValidDate(const QDateTime &time)
{
    // RFC 5280 section 4.1.2.5: UTCTime begins in 1950, GeneralizedTime has four digits for the year.
    return time.isValid() && time.toUTC().date().year() >= 1950 && time.toUTC().date().year() <= 9999;
}

bool addExtension(X509 &certificate, int nid, void *value, int critical)
{
    return value && X509_add1_ext_i2d(&certificate, nid, value, critical, X509V3_ADD_DEFAULT) == 1;
}

bool setSerial(X509 &certificate)
{
    constexpr int bits =
        127; // at most 20 octets and positive (RFC 5280 section 4.1.2.2), at least 64 random bits (BR 7.1)
    const NumberPtr number(BN_new());
    return number && BN_rand(number.get(), bits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY) == 1
           && (!BN_is_zero(number.get()) || BN_one(number.get()) == 1)
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(&certificate));
}

bool setValidity(X509 &certificate, const CertificateSpec &spec)
{
    // ASN1_TIME_set chooses UTCTime through 2049 and GeneralizedTime after that, as RFC 5280 section 4.1.2.5 wants.
    return ASN1_TIME_set(X509_getm_notBefore(&certificate), static_cast<std::time_t>(spec.notBefore.toSecsSinceEpoch()))
           && ASN1_TIME_set(X509_getm_notAfter(&certificate),
                            static_cast<std::time_t>(spec.notAfter.toSecsSinceEpoch()));
}

bool setNames(X509 &certificate, const CertificateSpec &spec, const Identity *issuer)
{
    const QByteArray name = spec.commonName.toUtf8();
    X509_NAME *subject = X509_get_subject_name(&certificate);
    if (X509_NAME_add_entry_by_NID(subject, NID_commonName, V_ASN1_UTF8STRING,
                                   reinterpret_cast<const unsigned char *>(name.constData()),
                                   static_cast<int>(name.size()), -1, 0)
        != 1)
        return false;
    return X509_set_issuer_name(&certificate, issuer ? X509_get_subject_name(issuer->certificate.handle()) : subject)
           == 1;
}

/// RFC 5280 section 4.2.1.2, method 1: SHA-1 of the subject public key's bit string.
OctetsPtr keyIdentifier(const X509 &certificate)
{
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    OctetsPtr identifier(ASN1_OCTET_STRING_new());
    const bool isMade = identifier && X509_pubkey_digest(&certificate, EVP_sha1(), digest.data(), &size) == 1
                        && ASN1_OCTET_STRING_set(identifier.get(), digest.data(), static_cast<int>(size)) == 1;
    return isMade ? std::move(identifier) : nullptr;
}

bool addKeyIdentifiers(X509 &certificate, const Identity *issuer)
{
    const OctetsPtr own = keyIdentifier(certificate);
    const AuthorityKeyPtr authority(AUTHORITY_KEYID_new());
    if (!own || !authority)
        return false;
    X509 &signer = issuer ? *issuer->certificate.handle() : certificate;
    // Section 4.2.1.1: what the issuer calls its key, where it says so.
    const ASN1_OCTET_STRING *named = issuer ? X509_get0_subject_key_id(&signer) : nullptr;
    authority->keyid = named ? ASN1_OCTET_STRING_dup(named) : keyIdentifier(signer).release();
    return authority->keyid && addExtension(certificate, NID_subject_key_identifier, own.get(), isNotCritical)
           && addExtension(certificate, NID_authority_key_identifier, authority.get(), isNotCritical);
}

bool addUsage(X509 &certificate, const CertificateSpec &spec, const EVP_PKEY &key)
{
    // Bit numbers of RFC 5280 section 4.2.1.3.
    constexpr int digitalSignature = 0;
    constexpr int keyEncipherment = 2;
    constexpr int keyCertSign = 5;
    constexpr int crlSign = 6;

    const ConstraintsPtr constraints(BASIC_CONSTRAINTS_new());
    const BitsPtr usage(ASN1_BIT_STRING_new());
    if (!constraints || !usage)
        return false;
    const bool isRsa = EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA; // the client of an RSA key exchange encrypts to it
    bool isSet = ASN1_BIT_STRING_set_bit(usage.get(), spec.isCa ? keyCertSign : digitalSignature, 1) == 1;
    if (spec.isCa)
        isSet = isSet && ASN1_BIT_STRING_set_bit(usage.get(), crlSign, 1) == 1;
    else if (isRsa)
        isSet = isSet && ASN1_BIT_STRING_set_bit(usage.get(), keyEncipherment, 1) == 1;
    constraints->ca = spec.isCa ? 0xFF : 0; // DER's TRUE
    return isSet && addExtension(certificate, NID_basic_constraints, constraints.get(), isCritical)
           && addExtension(certificate, NID_key_usage, usage.get(), isCritical);
}

bool addPurposes(X509 &certificate)
{
    const KeyPurposesPtr purposes(EXTENDED_KEY_USAGE_new());
    bool isMade = purposes != nullptr;
    for (const int nid : {NID_server_auth, NID_client_auth})
        isMade =
            isMade && sk_ASN1_OBJECT_push(purposes.get(), OBJ_nid2obj(nid)) > 0; // static objects: freeing is harmless
    return isMade && addExtension(certificate, NID_ext_key_usage, purposes.get(), isNotCritical);
}

int generalNameType(AlternativeName::Kind kind)
{
    switch (kind) {
    case AlternativeName::Kind::Dns:
        return GEN_DNS;
    case AlternativeName::Kind::Ip:
        return GEN_IPADD;
    case AlternativeName::Kind::Email:
        return GEN_EMAIL;
    case AlternativeName::Kind::Uri:
        return GEN_URI;
    }
    Q_UNREACHABLE();
}

GeneralNamePtr generalName(const AlternativeName &name)
{
    const bool isAddress = name.kind == AlternativeName::Kind::Ip;
    GeneralNamePtr result(GENERAL_NAME_new());
    ASN1_STRING *value = ASN1_STRING_type_new(isAddress ? V_ASN1_OCTET_STRING : V_ASN1_IA5STRING);
    if (!result || !value || ASN1_STRING_set(value, name.value.constData(), static_cast<int>(name.value.size())) != 1) {
        ASN1_STRING_free(value);
        return nullptr;
    }
    GENERAL_NAME_set0_value(result.get(), generalNameType(name.kind), value);
    return result;
}

bool addAlternativeNames(X509 &certificate, const QStringList &texts)
{
    if (texts.isEmpty())
        return true;
    std::vector<AlternativeName> added;
    const GeneralNamesPtr names(GENERAL_NAMES_new());
    for (const QString &text : texts) {
        const auto name = parseAlternativeName(text);
        if (!names || !name)
            return false;
        if (std::ranges::find(added, *name) != added.end())
            continue;
        added.push_back(*name);
        GeneralNamePtr entry = generalName(*name);
        if (!entry || sk_GENERAL_NAME_push(names.get(), entry.get()) <= 0)
            return false;
        [[maybe_unused]] const GENERAL_NAME *kept = entry.release(); // the stack's now
    }
    return addExtension(certificate, NID_subject_alt_name, names.get(), isNotCritical);
}

/// Null for the Edwards curves, which carry their own; else as strong as the key.
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

} // namespace

std::vector<Error> validate(const CertificateSpec &spec)
{
    std::vector<Error> errors;
    if (!isValidCommonName(spec.commonName))
        errors.push_back(refused(ErrorCode::InvalidName, spec.commonName));
    for (const QString &name : spec.alternativeNames) {
        if (!parseAlternativeName(name))
            errors.push_back(refused(ErrorCode::InvalidAlternativeName, name));
    }
    if (!isValidDate(spec.notBefore) || !isValidDate(spec.notAfter) || spec.notAfter <= spec.notBefore)
        errors.push_back(refused(ErrorCode::InvalidValidity, spec.commonName));
    return errors;
}

Result<Certificate> issue(const CertificateSpec &spec, const PrivateKey &key, const Identity *issuer)
{
    if (std::vector<Error> errors = validate(spec); !errors.empty())
        return std::unexpected(std::move(errors.front()));
    if (key.isNull())
        return std::unexpected(refused(ErrorCode::NoPrivateKey, spec.commonName));
    if (issuer && !issuer->key.matches(issuer->certificate))
        return std::unexpected(refused(ErrorCode::KeyMismatch, issuer->certificate.name()));

    EVP_PKEY &signer = issuer ? *issuer->key.handle() : *key.handle();
    X509Ptr certificate(X509_new());
    const bool isBuilt = certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1
                         && setSerial(*certificate) && setNames(*certificate, spec, issuer)
                         && setValidity(*certificate, spec) && X509_set_pubkey(certificate.get(), key.handle()) == 1
                         && addUsage(*certificate, spec, *key.handle()) && (spec.isCa || addPurposes(*certificate))
                         && addKeyIdentifiers(*certificate, issuer)
                         && addAlternativeNames(*certificate, spec.alternativeNames);
    if (!isBuilt)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("building the certificate")));
    if (X509_sign(certificate.get(), &signer, signatureDigest(signer)) == 0)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("signing the certificate")));
    return Certificate::fromX509(std::move(certificate));
}

} // namespace sealport
