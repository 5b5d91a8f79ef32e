#include "model/certificates/password_encryption.h"

#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <openssl/asn1.h>
#include <openssl/objects.h>

#include <algorithm>
#include <limits>
#include <string>

namespace sealport {

namespace {

using CipherPtr = Handle<EVP_CIPHER, EVP_CIPHER_free>;
using DigestPtr = Handle<EVP_MD, EVP_MD_free>;
using Pbes2Ptr = Handle<PBE2PARAM, PBE2PARAM_free>;
using PbkdfPtr = Handle<PBKDF2PARAM, PBKDF2PARAM_free>;
using ScryptPtr = Handle<SCRYPT_PARAMS, SCRYPT_PARAMS_free>;
using PbePtr = Handle<PBEPARAM, PBEPARAM_free>;

/// What OpenSSL gives to scrypt (SCRYPT_MAX_MEM); with more it fails as for a wrong pass phrase.
constexpr std::uint64_t mostScryptMemory = 32U << 20U;

Error unsupported(const QString &algorithm)
{
    return Error{.code = ErrorCode::UnsupportedAlgorithm, .subject = {}, .values = {algorithm}, .causes = {}};
}

Error tooMuch(const char *what, const QString &algorithm, std::uint64_t asked, std::uint64_t most)
{
    Error error = unsupported(algorithm);
    error.values += {QString::fromLatin1(what), QString::number(asked), QString::number(most)};
    return error;
}

std::uint64_t number(const ASN1_INTEGER *integer)
{
    std::uint64_t value = 0;
    const bool isSmall = integer && ASN1_INTEGER_get_uint64(&value, integer) == 1;
    return isSmall ? value : std::numeric_limits<std::uint32_t>::max();
}

/// What an algorithm identifier asks for, taken apart.
struct Demand {
    QString algorithm; ///< the name to give when it cannot be met
    std::uint64_t rounds = 0;
    std::uint64_t memory = 0; ///< octets; scrypt's
    bool isKnown = false;     ///< to this OpenSSL, some provider set aside
    std::string cipher;       ///< empty: none
    std::string digest;       ///< empty: none
};

std::string shortName(int nid)
{
    const char *name = nid == NID_undef ? nullptr : OBJ_nid2sn(nid);
    return name ? name : std::string();
}

void readKeyDerivation(Demand &demand, const X509_ALGOR &derivation)
{
    const int nid = OBJ_obj2nid(derivation.algorithm);
    demand.isKnown = false;
    if (nid == NID_id_pbkdf2) {
        const PbkdfPtr parameters(
            static_cast<PBKDF2PARAM *>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBKDF2PARAM), derivation.parameter)));
        if (!parameters)
            return;
        demand.rounds = number(parameters->iter);
        int digest = NID_sha1; // the default of RFC 8018 appendix A.2
        demand.isKnown =
            !parameters->prf
            || EVP_PBE_find(EVP_PBE_TYPE_PRF, OBJ_obj2nid(parameters->prf->algorithm), nullptr, &digest, nullptr) == 1;
        if (parameters->prf)
            demand.algorithm = objectName(parameters->prf->algorithm);
        demand.digest = shortName(digest);
    } else if (nid == NID_id_scrypt) {
        const ScryptPtr parameters(static_cast<SCRYPT_PARAMS *>(
            ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(SCRYPT_PARAMS), derivation.parameter)));
        if (!parameters)
            return;
        // Each factor below 2^21, so that the product fits.
        constexpr std::uint64_t most = 1U << 21U;
        const std::uint64_t cost = std::min(number(parameters->costParameter), most);
        const std::uint64_t block = std::min(number(parameters->blockSize), most);
        const std::uint64_t lanes = std::min(number(parameters->parallelizationParameter), most);
        demand.rounds = cost * block * lanes;
        demand.algorithm = objectName(derivation.algorithm);
        demand.memory = 128 * (block * lanes + 32 * block / 128 + cost * block);
        demand.isKnown = true;
    } else {
        demand.algorithm = objectName(derivation.algorithm);
    }
}

Demand demandOf(const X509_ALGOR &algorithm)
{
    Demand demand;
    demand.algorithm = objectName(algorithm.algorithm);
    const int nid = OBJ_obj2nid(algorithm.algorithm);
    if (nid == NID_pbes2) {
        const Pbes2Ptr parameters(
            static_cast<PBE2PARAM *>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBE2PARAM), algorithm.parameter)));
        if (!parameters)
            return demand;
        readKeyDerivation(demand, *parameters->keyfunc);
        demand.cipher = shortName(OBJ_obj2nid(parameters->encryption->algorithm));
        if (demand.isKnown)
            demand.algorithm = objectName(parameters->encryption->algorithm);
        demand.isKnown = demand.isKnown && !demand.cipher.empty();
        return demand;
    }
    int cipher = NID_undef;
    int digest = NID_undef;
    const PbePtr parameters(
        static_cast<PBEPARAM *>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM), algorithm.parameter)));
    if (!parameters || EVP_PBE_find(EVP_PBE_TYPE_OUTER, nid, &cipher, &digest, nullptr) != 1)
        return demand;
    demand.rounds = number(parameters->iter);
    demand.cipher = shortName(cipher);
    demand.digest = shortName(digest);
    demand.isKnown = !demand.cipher.empty();
    return demand;
}

Error unsupported(const Demand &demand)
{
    constexpr unsigned mebibyte = 20;
    if (demand.memory <= mostScryptMemory)
        return unsupported(demand.algorithm);
    return tooMuch("memory", QStringLiteral("scrypt"), (demand.memory >> mebibyte) + 1, mostScryptMemory >> mebibyte);
}

bool isOffered(const std::string &cipher, const std::string &digest, OSSL_LIB_CTX *context)
{
    const CipherPtr offeredCipher(EVP_CIPHER_fetch(context, cipher.c_str(), nullptr));
    const DigestPtr offeredDigest(digest.empty() ? nullptr : EVP_MD_fetch(context, digest.c_str(), nullptr));
    return offeredCipher && (offeredDigest || digest.empty());
}

} // namespace

Result<OSSL_LIB_CTX *> PasswordEncryption::contextFor(const X509_ALGOR &algorithm)
{
    const IgnoreOpenSslErrors ignore; // a cipher that cannot be fetched is an answer
    const Demand demand = demandOf(algorithm);
    if (!demand.isKnown || demand.memory > mostScryptMemory)
        return std::unexpected(unsupported(demand));
    if (const auto booked = spend(demand.rounds, demand.algorithm); !booked)
        return std::unexpected(booked.error());
    return contextWith(demand.cipher, demand.digest, demand.algorithm);
}

Result<OSSL_LIB_CTX *> PasswordEncryption::contextFor(const std::string &cipher)
{
    const IgnoreOpenSslErrors ignore;
    return contextWith(cipher, {}, QString::fromStdString(cipher));
}

Result<OSSL_LIB_CTX *> PasswordEncryption::contextWith(const std::string &cipher, const std::string &digest,
                                                       const QString &algorithm)
{
    if (isOffered(cipher, digest, nullptr))
        return nullptr;
    OSSL_LIB_CTX *legacy = legacyContext();
    if (legacy && isOffered(cipher, digest, legacy))
        return legacy;
    return std::unexpected(unsupported(algorithm));
}

Result<void> PasswordEncryption::check(const X509_ALGOR &algorithm)
{
    const IgnoreOpenSslErrors ignore;
    const Demand demand = demandOf(algorithm);
    if (!demand.isKnown || demand.memory > mostScryptMemory)
        return std::unexpected(unsupported(demand));
    if (const auto context = contextWith(demand.cipher, demand.digest, demand.algorithm); !context)
        return std::unexpected(context.error());
    if (demand.rounds > m_mostRounds)
        return std::unexpected(tooMuch("rounds", demand.algorithm, demand.rounds, m_mostRounds));
    return {};
}

Result<void> PasswordEncryption::spend(std::uint64_t rounds, const QString &algorithm)
{
    const std::uint64_t mostInAll = m_mostObjects * m_mostRounds;
    if (rounds > m_mostRounds)
        return std::unexpected(tooMuch("rounds", algorithm, rounds, m_mostRounds));
    if (m_spent + rounds > mostInAll)
        return std::unexpected(tooMuch("rounds", algorithm, m_spent + rounds, mostInAll));
    m_spent += rounds;
    m_lastSpent = rounds;
    return {};
}

bool PasswordEncryption::spendAgain()
{
    return spend(m_lastSpent, {}).has_value();
}

OSSL_LIB_CTX *PasswordEncryption::legacyContext()
{
    if (!m_legacy) {
        m_legacy.reset(OSSL_LIB_CTX_new());
        m_defaultProvider.reset(OSSL_PROVIDER_load(m_legacy.get(), "default"));
        m_legacyProvider.reset(OSSL_PROVIDER_load(m_legacy.get(), "legacy"));
    }
    return m_defaultProvider && m_legacyProvider ? m_legacy.get() : nullptr;
}

} // namespace sealport
