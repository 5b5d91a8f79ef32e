// libp11 makes keys of OpenSSL 1.1's kind, and only these calls reach what is in them.
#define OPENSSL_SUPPRESS_DEPRECATED

#include "model/certificates/token_key.h"

#include "model/certificates/openssl_error.h"

#include <libp11.h>
#include <openssl/ec.h>
#include <openssl/rsa.h>

#include <array>

namespace sealport {

namespace {

using DigestContextPtr = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

void freeModule(void * /*key*/, void *module, CRYPTO_EX_DATA * /*data*/, int /*index*/, long /*argument*/,
                void * /*pointer*/)
{
    delete static_cast<std::shared_ptr<void> *>(module); // EVP_PKEY_free() has let go of the token's key before
}

int moduleIndex()
{
    static const int index =
        CRYPTO_get_ex_new_index(CRYPTO_EX_INDEX_EVP_PKEY, 0, nullptr, nullptr, nullptr, freeModule);
    return index;
}

/// Another EVP_PKEY around libp11's key: libp11 keeps its own one, with the key, as long as the module is loaded.
PkeyPtr apart(const EVP_PKEY &original)
{
    PkeyPtr key(EVP_PKEY_new());
    bool isSet = false;
    if (EVP_PKEY_get_base_id(&original) == EVP_PKEY_RSA)
        isSet = key && EVP_PKEY_set1_RSA(key.get(), const_cast<RSA *>(EVP_PKEY_get0_RSA(&original))) == 1;
    else if (EVP_PKEY_get_base_id(&original) == EVP_PKEY_EC)
        isSet = key && EVP_PKEY_set1_EC_KEY(key.get(), const_cast<EC_KEY *>(EVP_PKEY_get0_EC_KEY(&original))) == 1;
    return isSet ? std::move(key) : PkeyPtr();
}

bool canSign(EVP_PKEY &key, int rsaPadding)
{
    const DigestContextPtr context(EVP_MD_CTX_new());
    EVP_PKEY_CTX *settings = nullptr; // the digest context's
    if (!context || EVP_DigestSignInit(context.get(), &settings, EVP_sha256(), nullptr, &key) != 1)
        return false;
    const bool isRsa = EVP_PKEY_get_base_id(&key) == EVP_PKEY_RSA;
    if (isRsa && EVP_PKEY_CTX_set_rsa_padding(settings, rsaPadding) != 1)
        return false;
    if (rsaPadding == RSA_PKCS1_PSS_PADDING && EVP_PKEY_CTX_set_rsa_pss_saltlen(settings, RSA_PSS_SALTLEN_DIGEST) != 1)
        return false;
    constexpr std::array<unsigned char, 8> message{'s', 'e', 'a', 'l', 'p', 'o', 'r', 't'};
    std::size_t size = 0;
    if (EVP_DigestSign(context.get(), nullptr, &size, message.data(), message.size()) != 1)
        return false;
    std::vector<unsigned char> signature(size);
    return EVP_DigestSign(context.get(), signature.data(), &size, message.data(), message.size()) == 1;
}

bool canSignForTls(EVP_PKEY &key)
{
    if (EVP_PKEY_get_base_id(&key) != EVP_PKEY_RSA)
        return canSign(key, RSA_NO_PADDING);
    return canSign(key, RSA_PKCS1_PADDING) && canSign(key, RSA_PKCS1_PSS_PADDING);
}

} // namespace

Result<PrivateKey> tokenKey(PKCS11_KEY &key, std::shared_ptr<void> module, const QString &token)
{
    const PkeyPtr original(PKCS11_get_private_key(&key));
    PkeyPtr own = original ? apart(*original) : PkeyPtr();
    auto held = std::make_unique<std::shared_ptr<void>>(std::move(module));
    if (!own || EVP_PKEY_set_ex_data(own.get(), moduleIndex(), held.get()) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::TokenKeyUnusable, token));
    static_cast<void>(held.release()); // the key's, see freeModule()
    if (!canSignForTls(*own))
        return std::unexpected(takeOpenSslError(ErrorCode::TokenKeyUnusable, token));
    return PrivateKey(std::move(own));
}

bool isTokenKey(const EVP_PKEY &key)
{
    return EVP_PKEY_get_ex_data(&key, moduleIndex()) != nullptr;
}

} // namespace sealport
