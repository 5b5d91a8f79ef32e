#include "model/certificates/java_key_protection.h"

#include "model/certificates/der_size.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/password_decryption.h"
#include "model/certificates/x509_values.h"

#include <openssl/pkcs12.h>

#include <algorithm>
#include <array>
#include <initializer_list>
#include <limits>
#include <optional>
#include <string_view>

namespace sealport {

namespace {

using EncryptedKeyPtr = Handle<X509_SIG, X509_SIG_free>;
using ParametersPtr = Handle<PBEPARAM, PBEPARAM_free>;
using DigestContextPtr = Handle<EVP_MD_CTX, EVP_MD_CTX_free>;

constexpr std::size_t sha1Size = 20;
constexpr std::size_t md5Size = 16;

using Parts = std::initializer_list<std::span<const std::byte>>;

bool hash(const EVP_MD *algorithm, Parts parts, std::span<std::byte> digest)
{
    const DigestContextPtr context(EVP_MD_CTX_new());
    bool isDone = context && EVP_DigestInit_ex(context.get(), algorithm, nullptr) == 1;
    for (const std::span<const std::byte> part : parts)
        isDone = isDone && EVP_DigestUpdate(context.get(), part.data(), part.size()) == 1;
    return isDone && EVP_DigestFinal_ex(context.get(), reinterpret_cast<unsigned char *>(digest.data()), nullptr) == 1;
}

bool isSame(std::span<const std::byte> a, std::span<const std::byte> b)
{
    return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

/// The characters of UTF-8 text as Java's char[], high octet first. What is no UTF-8 counts as Latin-1.
SecretBytes utf16(const SecretBytes &passphrase)
{
    unsigned char *text = nullptr;
    int size = 0;
    const std::span<const std::byte> given = passphrase.bytes();
    const auto *octets = given.empty() ? "" : reinterpret_cast<const char *>(given.data());
    if (!OPENSSL_utf82uni(octets, static_cast<int>(given.size()), &text, &size))
        return {};
    constexpr int endMark = 2;
    SecretBytes characters(std::as_bytes(std::span(text, static_cast<std::size_t>(std::max(0, size - endMark)))));
    OPENSSL_clear_free(text, static_cast<std::size_t>(size));
    return characters;
}

Error failure(ErrorCode code, QStringList values = {})
{
    return Error{.code = code, .subject = {}, .values = std::move(values), .causes = {}};
}

/// Salt, encrypted key, and the digest of pass phrase and plain key.
Result<SecretBytes> withKeyStream(std::span<const std::byte> data, const SecretBytes &passphrase)
{
    if (data.size() <= 2 * sha1Size)
        return std::unexpected(failure(ErrorCode::MalformedKey));
    const SecretBytes password = utf16(passphrase);
    const std::span<const std::byte> encrypted = data.subspan(sha1Size, data.size() - 2 * sha1Size);
    SecretBytes stream(data.first(sha1Size));
    SecretBytes plain(encrypted.size());
    for (std::size_t at = 0; at < encrypted.size(); ++at) {
        if (at % sha1Size == 0 && !hash(EVP_sha1(), {password.bytes(), stream.bytes()}, stream.bytes()))
            return std::unexpected(takeOpenSslError(ErrorCode::UnsupportedAlgorithm));
        plain.bytes()[at] = encrypted[at] ^ stream.bytes()[at % sha1Size];
    }
    std::array<std::byte, sha1Size> digest{};
    if (!hash(EVP_sha1(), {password.bytes(), plain.bytes()}, digest))
        return std::unexpected(takeOpenSslError(ErrorCode::UnsupportedAlgorithm));
    if (!isSame(digest, data.last(sha1Size)))
        return std::unexpected(failure(Decryption(std::move(plain), 1).refusal(ErrorCode::MalformedKey)));
    return plain;
}

/// Key and initial vector: each half of the salt hashed with the pass phrase, again and again.
std::optional<SecretBytes> tripleDesMaterial(const ASN1_OCTET_STRING &saltText, std::uint64_t rounds,
                                             const SecretBytes &password)
{
    constexpr int saltSize = 8;
    if (ASN1_STRING_length(&saltText) != saltSize)
        return std::nullopt;
    const auto *const given = reinterpret_cast<const std::byte *>(ASN1_STRING_get0_data(&saltText));
    std::array<std::byte, saltSize> salt{};
    std::copy_n(given, salt.size(), salt.begin());
    if (std::equal(salt.begin(), salt.begin() + 4, salt.begin() + 4)) {
        // As PBES1Core does: meant to reverse the first half, it puts the last octet where both swaps read from.
        for (std::size_t i = 0; i < 2; ++i) {
            const std::byte kept = salt[i];
            salt[i] = salt[3 - i];
            salt[2] = kept;
        }
    }
    SecretBytes material(2 * md5Size);
    for (std::size_t half = 0; half < 2; ++half) {
        SecretBytes hashed(std::span<const std::byte>(salt).subspan(half * 4, 4));
        for (std::uint64_t i = 0; i < rounds; ++i) {
            SecretBytes next(md5Size);
            if (!hash(EVP_md5(), {hashed.bytes(), password.bytes()}, next.bytes()))
                return std::nullopt;
            hashed = std::move(next);
        }
        std::ranges::copy(hashed.bytes().first(std::min(md5Size, hashed.bytes().size())),
                          material.bytes().subspan(half * md5Size).begin());
    }
    return material;
}

Result<SecretBytes> withTripleDes(const X509_ALGOR &algorithm, std::span<const std::byte> data,
                                  const SecretBytes &passphrase, PasswordEncryption &encryption)
{
    const ParametersPtr parameters(
        static_cast<PBEPARAM *>(ASN1_TYPE_unpack_sequence(ASN1_ITEM_rptr(PBEPARAM), algorithm.parameter)));
    std::uint64_t rounds = 0;
    if (!parameters || ASN1_INTEGER_get_uint64(&rounds, parameters->iter) != 1 || rounds == 0)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedKey));
    const QString name = QStringLiteral("PBEWithMD5AndTripleDES");
    const std::uint64_t work = 2 * std::min(rounds, std::numeric_limits<std::uint64_t>::max() / 2);
    if (const auto booked = encryption.spend(work, name); !booked)
        return std::unexpected(booked.error());
    SecretBytes password(passphrase.bytes());
    for (std::byte &octet : password.bytes())
        octet &= std::byte{0x7F}; // Java takes ASCII alone here, and no more of each character
    const auto material = tripleDesMaterial(*parameters->salt, rounds, password);
    if (!material)
        return std::unexpected(failure(ErrorCode::UnsupportedAlgorithm, {name}));
    constexpr std::size_t keySize = 24;
    const auto *const key = reinterpret_cast<const unsigned char *>(material->bytes().data());
    const CipherContextPtr context(EVP_CIPHER_CTX_new());
    if (!context || EVP_DecryptInit_ex(context.get(), EVP_des_ede3_cbc(), nullptr, key, key + keySize) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::UnsupportedAlgorithm));
    const Decryption plain = decryptedBy(*context, data);
    if (derSize(plain.content()) != plain.content().size())
        return std::unexpected(takeOpenSslError(plain.refusal(ErrorCode::MalformedKey)));
    return SecretBytes(plain.content());
}

} // namespace

bool isKeystoreDigest(std::span<const std::byte> digest, std::span<const std::byte> store,
                      const SecretBytes &passphrase)
{
    constexpr std::string_view whitener = "Mighty Aphrodite";
    std::array<std::byte, sha1Size> own{};
    const SecretBytes password = utf16(passphrase);
    return hash(EVP_sha1(), {password.bytes(), std::as_bytes(std::span(whitener)), store}, own) && isSame(own, digest);
}

Result<SecretBytes> openJavaKey(std::span<const std::byte> encrypted, const SecretBytes &passphrase,
                                PasswordEncryption &encryption)
{
    const auto *in = reinterpret_cast<const unsigned char *>(encrypted.data());
    const EncryptedKeyPtr envelope(d2i_X509_SIG(nullptr, &in, static_cast<long>(encrypted.size())));
    if (!envelope)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedKey));
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *octets = nullptr;
    X509_SIG_get0(envelope.get(), &algorithm, &octets);
    const std::span<const std::byte> data = octetsOf(*octets);
    const QString name = objectName(algorithm->algorithm);
    if (name == QStringLiteral("1.3.6.1.4.1.42.2.17.1.1"))
        return withKeyStream(data, passphrase);
    if (name == QStringLiteral("1.3.6.1.4.1.42.2.19.1"))
        return withTripleDes(*algorithm, data, passphrase, encryption);
    return std::unexpected(failure(ErrorCode::UnsupportedAlgorithm, {name}));
}

} // namespace sealport
