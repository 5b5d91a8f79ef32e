#include "model/certificates/password_decryption.h"

#include "model/certificates/der_size.h"

#include <openssl/evp.h>

#include <QByteArray>

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace sealport {

namespace {

using CipherPtr = Handle<EVP_CIPHER, EVP_CIPHER_free>;

const unsigned char *charactersOf(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

} // namespace

std::size_t Decryption::padding() const
{
    const auto octets = m_octets.bytes();
    if (m_blockSize == 1 || octets.empty())
        return 0;
    const auto size = std::to_integer<std::size_t>(octets.back());
    if (size == 0 || size > m_blockSize || size > octets.size())
        return 0;
    const bool isAlike =
        std::ranges::all_of(octets.last(size), [last = octets.back()](std::byte octet) { return octet == last; });
    return isAlike ? size : 0;
}

std::span<const std::byte> Decryption::content() const
{
    const auto octets = m_octets.bytes();
    if (m_blockSize == 1)
        return octets;
    return padding() == 0 ? std::span<const std::byte>() : octets.first(octets.size() - padding());
}

bool Decryption::isPassphraseRight() const
{
    const std::size_t size = m_octets.bytes().size();
    const auto announced = derSize(m_octets.bytes());
    const auto inside = derContents(m_octets.bytes());
    constexpr std::byte integer{0x02}; // the version of a key
    constexpr std::byte sequence{0x30};
    if (!announced || *announced > size || inside.empty() || (inside[0] != integer && inside[0] != sequence))
        return false;
    const std::size_t behind = size - static_cast<std::size_t>(*announced);
    return m_blockSize == 1 ? behind == 0 : behind >= 1 && behind <= m_blockSize;
}

ErrorCode Decryption::refusal(ErrorCode damaged) const
{
    if (m_octets.isEmpty() || isPassphraseRight())
        return damaged;
    // One wrong pass phrase in 256 happens to leave a padding.
    return padding() > 0 ? ErrorCode::WrongPassphraseOrDamaged : ErrorCode::WrongPassphrase;
}

Decryption decryptedBy(EVP_CIPHER_CTX &cipher, std::span<const std::byte> data)
{
    const int blockSize = EVP_CIPHER_CTX_get_block_size(&cipher);
    if (data.empty() || data.size() > static_cast<std::size_t>(std::numeric_limits<int>::max() - blockSize)
        || EVP_CIPHER_CTX_set_padding(&cipher, 0) != 1)
        return {};
    SecretBytes octets(data.size() + static_cast<std::size_t>(blockSize));
    auto *out = reinterpret_cast<unsigned char *>(octets.bytes().data());
    int size = 0;
    int last = 0;
    if (EVP_DecryptUpdate(&cipher, out, &size, charactersOf(data), static_cast<int>(data.size())) != 1
        || EVP_DecryptFinal_ex(&cipher, out + size, &last) != 1)
        return {}; // no whole number of blocks
    return {SecretBytes(
                std::as_const(octets).bytes().first(static_cast<std::size_t>(size) + static_cast<std::size_t>(last))),
            static_cast<std::size_t>(blockSize)};
}

Decryption decryptedByScheme(const X509_ALGOR &algorithm, Password passphrase, std::span<const std::byte> data,
                             OSSL_LIB_CTX *library)
{
    const CipherContextPtr cipher(EVP_CIPHER_CTX_new());
    const bool isReady = cipher
                         && EVP_PBE_CipherInit_ex(algorithm.algorithm, passphrase.text, passphrase.size,
                                                  algorithm.parameter, cipher.get(), 0, library, nullptr)
                                == 1;
    return isReady ? decryptedBy(*cipher, data) : Decryption();
}

Decryption decryptedAsOldPem(const std::string &cipher, const std::string &vector, Password passphrase,
                             std::span<const std::byte> data, OSSL_LIB_CTX *library)
{
    const CipherPtr algorithm(EVP_CIPHER_fetch(library, cipher.c_str(), nullptr));
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    const QByteArray initial = QByteArray::fromHex(QByteArray::fromStdString(vector));
    const auto *start = reinterpret_cast<const unsigned char *>(initial.constData());
    if (!algorithm || !context || initial.size() != EVP_CIPHER_get_iv_length(algorithm.get())
        || initial.size() < PKCS5_SALT_LEN)
        return {};
    SecretBytes key(std::size_t{EVP_MAX_KEY_LENGTH});
    auto *octets = reinterpret_cast<unsigned char *>(key.bytes().data());
    const bool isReady =
        EVP_BytesToKey(algorithm.get(), EVP_md5(), start, reinterpret_cast<const unsigned char *>(passphrase.text),
                       passphrase.size, 1, octets, nullptr)
            > 0
        && EVP_DecryptInit_ex(context.get(), algorithm.get(), nullptr, octets, start) == 1;
    return isReady ? decryptedBy(*context, data) : Decryption();
}

} // namespace sealport
