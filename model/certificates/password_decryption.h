#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/openssl_handle.h"

#include <openssl/crypto.h>

#include <cstddef>
#include <span>
#include <string>

namespace sealport {

using CipherContextPtr = Handle<EVP_CIPHER_CTX, EVP_CIPHER_CTX_free>;

/// A pass phrase as OpenSSL takes it.
struct Password {
    const char *text = nullptr; ///< null: absent, which derives another key than the empty one
    int size = 0;
};

/// What a pass phrase made of an encrypted object of DER, padding included. A wrong pass phrase makes noise of all of
/// it, damage of one or two blocks: where the content is not what it should be, the rest tells the one from the other.
class Decryption {
public:
    Decryption() = default; ///< nothing was decrypted: what says how, or the length, is damaged
    Decryption(SecretBytes octets, std::size_t blockSize)
        : m_octets(std::move(octets))
        , m_blockSize(blockSize)
    {
    }

    /// Without the padding; empty where that is wrong.
    [[nodiscard]] std::span<const std::byte> content() const;
    /// Whether it begins as an object of just its length does: the pass phrase is right, whatever else is wrong.
    [[nodiscard]] bool isPassphraseRight() const;
    /// Of content that is not what it should be: `damaged` where the pass phrase is right, WrongPassphraseOrDamaged
    /// where that may be, otherwise WrongPassphrase.
    [[nodiscard]] ErrorCode refusal(ErrorCode damaged) const;

private:
    [[nodiscard]] std::size_t padding() const; ///< 0: there is none, or it is wrong

    SecretBytes m_octets;
    std::size_t m_blockSize = 1;
};

[[nodiscard]] inline std::span<const std::byte> octetsOf(const ASN1_OCTET_STRING &string)
{
    return std::as_bytes(
        std::span(ASN1_STRING_get0_data(&string), static_cast<std::size_t>(ASN1_STRING_length(&string))));
}

/// By a PKCS#5 or PKCS#12 scheme; `library` from PasswordEncryption::contextFor().
[[nodiscard]] Decryption decryptedByScheme(const X509_ALGOR &algorithm, Password passphrase,
                                           std::span<const std::byte> data, OSSL_LIB_CTX *library);

/// As OpenSSL's old PEM keys are: the key derived by MD5 from the pass phrase and the initial vector (hexadecimal, of
/// "DEK-Info").
[[nodiscard]] Decryption decryptedAsOldPem(const std::string &cipher, const std::string &vector, Password passphrase,
                                           std::span<const std::byte> data, OSSL_LIB_CTX *library);

/// By a cipher that has its key already.
[[nodiscard]] Decryption decryptedBy(EVP_CIPHER_CTX &cipher, std::span<const std::byte> data);

} // namespace sealport
