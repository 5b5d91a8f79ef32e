#include "model/certificates/key_halves.h"

#include "model/certificates/openssl_error.h"

#include <openssl/bn.h>
#include <openssl/core_names.h>
#include <openssl/rsa.h>

#include <vector>

namespace sealport {

namespace {

using SecretNumberPtr = Handle<BIGNUM, BN_clear_free>;
using NumberContextPtr = Handle<BN_CTX, BN_CTX_free>;

SecretNumberPtr numberOf(const EVP_PKEY &key, const QByteArray &name)
{
    BIGNUM *value = nullptr;
    EVP_PKEY_get_bn_param(&key, name.constData(), &value);
    SecretNumberPtr number(value);
    const bool isUsable = number && BN_num_bits(number.get()) <= OPENSSL_RSA_MAX_MODULUS_BITS;
    return isUsable ? std::move(number) : nullptr; // else a stranger's file decides how long we compute
}

/// "rsa-factor1", "rsa-factor2" and so on, as many as the key has.
std::vector<SecretNumberPtr> numbersOf(const EVP_PKEY &key, const QByteArray &name)
{
    constexpr int most = 10; // OpenSSL's, of primes
    std::vector<SecretNumberPtr> numbers;
    for (int i = 1; i <= most; ++i) {
        SecretNumberPtr number = numberOf(key, name + QByteArray::number(i));
        if (!number)
            break;
        numbers.push_back(std::move(number));
    }
    return numbers;
}

/// Whether a · b leaves 1 when divided by `modulus`.
bool areInverse(const BIGNUM &a, const BIGNUM &b, const BIGNUM &modulus, BN_CTX &context)
{
    const SecretNumberPtr rest(BN_secure_new());
    return rest && !BN_is_one(&modulus) && BN_mod_mul(rest.get(), &a, &b, &modulus, &context) == 1
           && BN_is_one(rest.get());
}

/// The equations of RFC 8017 section 3.2. EVP_PKEY_pairwise_check() looks for them too, and whether the factors are
/// prime, which takes half a second for 4096 bits: damage breaks the equations.
bool isWholeRsaKey(const EVP_PKEY &key)
{
    const SecretNumberPtr modulus = numberOf(key, OSSL_PKEY_PARAM_RSA_N);
    const SecretNumberPtr publicExponent = numberOf(key, OSSL_PKEY_PARAM_RSA_E);
    const SecretNumberPtr privateExponent = numberOf(key, OSSL_PKEY_PARAM_RSA_D);
    const std::vector<SecretNumberPtr> factors = numbersOf(key, "rsa-factor");
    const std::vector<SecretNumberPtr> exponents = numbersOf(key, "rsa-exponent");
    const std::vector<SecretNumberPtr> coefficients = numbersOf(key, "rsa-coefficient");
    const NumberContextPtr context(BN_CTX_secure_new());
    const SecretNumberPtr product(BN_secure_new());
    const SecretNumberPtr order(BN_secure_new());
    if (!modulus || !publicExponent || !privateExponent || !context || !product || !order || factors.size() < 2
        || exponents.size() != factors.size() || coefficients.size() + 1 != factors.size())
        return false;
    bool isWhole = BN_one(product.get()) == 1;
    for (std::size_t i = 0; i < factors.size() && isWhole; ++i) {
        const BIGNUM &factor = *factors[i];
        isWhole = BN_cmp(&factor, BN_value_one()) > 0 && BN_sub(order.get(), &factor, BN_value_one()) == 1
                  && areInverse(*publicExponent, *privateExponent, *order, *context)
                  && areInverse(*publicExponent, *exponents[i], *order, *context);
        if (isWhole && i == 1) // of the second factor modulo the first; each further one is of all before it, modulo it
            isWhole = areInverse(*coefficients[0], factor, *factors[0], *context);
        else if (isWhole && i > 1)
            isWhole = areInverse(*coefficients[i - 1], *product, factor, *context);
        isWhole = isWhole && BN_mul(product.get(), product.get(), &factor, context.get()) == 1;
    }
    return isWhole && BN_cmp(product.get(), modulus.get()) == 0;
}

} // namespace

bool halvesBelongTogether(const PrivateKey &key)
{
    if (key.isNull() || key.isOnToken())
        return !key.isNull();
    const IgnoreOpenSslErrors ignore;
    const int kind = EVP_PKEY_get_base_id(key.handle());
    if (kind == EVP_PKEY_RSA || kind == EVP_PKEY_RSA_PSS)
        return isWholeRsaKey(*key.handle());
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_pkey(nullptr, key.handle(), nullptr));
    constexpr int unknown = -2;
    const int answer = context ? EVP_PKEY_pairwise_check(context.get()) : unknown;
    return answer == 1 || answer == unknown;
}

Error halvesDiffer(const QString &file)
{
    return Error{.code = ErrorCode::MalformedKey,
                 .subject = file,
                 .values = {},
                 .causes = {QStringLiteral("its private half does not belong to its public half")}};
}

} // namespace sealport
