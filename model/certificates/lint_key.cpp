#include "model/certificates/lint_rules.h"

#include "model/certificates/x509_values.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/ec.h>

#include <array>

namespace sealport {

namespace {

using BigNumberPtr = Handle<BIGNUM, BN_free>;

void lintRsa(LintSubject &subject, const EVP_PKEY &key)
{
    constexpr int shortest = 2048; // baseline 6.1.5
    constexpr BN_ULONG usual = 65'537;
    const int bits = EVP_PKEY_get_bits(&key);
    if (bits < shortest)
        subject.error(LintRule::ShortRsaKey, {QString::number(bits)});
    if (bits % 8 != 0)
        subject.warning(LintRule::UnevenRsaKey, {QString::number(bits)});
    BIGNUM *raw = nullptr;
    if (EVP_PKEY_get_bn_param(&key, OSSL_PKEY_PARAM_RSA_E, &raw) != 1)
        return;
    const BigNumberPtr exponent(raw);
    const bool isSmall = BN_num_bits(raw) <= 17 && BN_get_word(raw) < usual;
    const QStringList values{isSmall ? QString::number(BN_get_word(raw)) : QString()};
    if (BN_is_odd(raw) == 0 || BN_is_one(raw) != 0)
        subject.error(LintRule::BadRsaExponent, values);
    else if (isSmall)
        subject.warning(LintRule::SmallRsaExponent, values);
}

void lintCurve(LintSubject &subject, const EVP_PKEY &key)
{
    constexpr int weakBelow = 224;
    int isExplicit = 0;
    EVP_PKEY_get_int_param(&key, OSSL_PKEY_PARAM_EC_DECODED_FROM_EXPLICIT_PARAMS, &isExplicit);
    if (isExplicit != 0)
        subject.error(LintRule::ExplicitCurve);
    std::array<char, 80> name{};
    std::size_t size = 0;
    EVP_PKEY_get_utf8_string_param(&key, OSSL_PKEY_PARAM_GROUP_NAME, name.data(), name.size(), &size);
    const QString curve = name[0] != 0 ? QString::fromLatin1(name.data()) : QStringLiteral("?");
    switch (OBJ_txt2nid(name.data())) {
    case NID_X9_62_prime256v1:
    case NID_secp384r1:
    case NID_secp521r1: // baseline 6.1.5
        return;
    default:
        break;
    }
    if (EVP_PKEY_get_bits(&key) < weakBelow)
        subject.error(LintRule::WeakCurve, {curve});
    else if (subject.isAuthority)
        subject.warning(LintRule::UnusualCurve, {curve});
    else
        subject.error(LintRule::UnusualCurve, {curve});
}

void lintSignature(LintSubject &subject)
{
    if (subject.isAuthority && subject.isSelfSigned)
        return; // nobody checks the signature of a root
    int hash = NID_undef;
    if (X509_get_signature_info(subject.x509, &hash, nullptr, nullptr, nullptr) != 1)
        return;
    switch (hash) {
    case NID_md2:
    case NID_md4:
    case NID_md5:
    case NID_md5_sha1:
    case NID_sha1:
        subject.error(LintRule::WeakSignature, {subject.certificate.signatureAlgorithm()});
        break;
    default:
        break;
    }
}

} // namespace

void lintKey(LintSubject &subject)
{
    lintSignature(subject);
    const EVP_PKEY *key = X509_get0_pubkey(subject.x509);
    if (!key)
        return subject.error(LintRule::KeyUnreadable);
    switch (EVP_PKEY_get_base_id(key)) {
    case EVP_PKEY_RSA_PSS:
        subject.warning(LintRule::RsaPssKey);
        [[fallthrough]];
    case EVP_PKEY_RSA:
        return lintRsa(subject, *key);
    case EVP_PKEY_EC:
        return lintCurve(subject, *key);
    case EVP_PKEY_DSA:
        return subject.error(LintRule::DsaKey);
    case EVP_PKEY_ED25519:
    case EVP_PKEY_ED448:
        return subject.warning(LintRule::EdwardsKey, {subject.certificate.keyType()});
    default:
        break;
    }
    if (EVP_PKEY_is_a(key, "SM2") == 1) // OpenSSL has no number for a key that its providers alone know
        lintCurve(subject, *key);
}

} // namespace sealport
