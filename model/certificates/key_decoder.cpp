#include "model/certificates/key_decoder.h"

#include "model/certificates/der_reader.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/password_decryption.h"
#include "model/certificates/x509_values.h"

#include <openssl/ec.h>

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace sealport {

namespace {

using Pkcs8Ptr = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
using EncryptedPkcs8Ptr = Handle<X509_SIG, X509_SIG_free>;
using CurvePtr = Handle<EC_GROUP, EC_GROUP_free>;
using KeyManagementPtr = Handle<EVP_KEYMGMT, EVP_KEYMGMT_free>;

const unsigned char *octets(std::span<const std::byte> bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.data());
}

/// "AES-256-CBC" and "0102…" of "DEK-Info: AES-256-CBC,0102…"
struct OldEncryption {
    std::string cipher;
    std::string vector;
};
OldEncryption oldEncryption(const std::string &header)
{
    constexpr std::string_view field = "DEK-Info: ";
    const std::size_t start = header.find(field);
    if (start == std::string::npos)
        return {};
    const std::size_t name = start + field.size();
    const std::string line = header.substr(name, header.find_first_of("\r\n", name) - name);
    const std::size_t comma = std::min(line.find(','), line.size());
    return {.cipher = line.substr(0, comma), .vector = line.substr(std::min(comma + 1, line.size()))};
}

Password passwordOf(const SecretBytes &passphrase)
{
    return {.text = passphraseText(passphrase), .size = static_cast<int>(passphrase.bytes().size())};
}

/// Of a key that could not be read: the algorithm or curve that this OpenSSL does not have; empty: it has them.
QString missingAlgorithm(const PKCS8_PRIV_KEY_INFO &key)
{
    const IgnoreOpenSslErrors ignore;
    const X509_ALGOR *identifier = nullptr;
    PKCS8_pkey_get0(nullptr, nullptr, nullptr, &identifier, &key);
    const ASN1_OBJECT *algorithm = nullptr;
    const void *parameter = nullptr;
    int parameterType = V_ASN1_UNDEF;
    X509_ALGOR_get0(&algorithm, &parameterType, &parameter, identifier);
    if (OBJ_obj2nid(algorithm) == NID_X9_62_id_ecPublicKey && parameterType == V_ASN1_OBJECT) {
        const auto *curve = static_cast<const ASN1_OBJECT *>(parameter);
        return CurvePtr(EC_GROUP_new_by_curve_name(OBJ_obj2nid(curve))) ? QString() : objectName(curve);
    }
    const QString name = objectName(algorithm);
    return KeyManagementPtr(EVP_KEYMGMT_fetch(nullptr, name.toLatin1().constData(), nullptr)) ? QString() : name;
}

QByteArrayView viewOf(std::span<const std::byte> bytes)
{
    return {reinterpret_cast<const char *>(bytes.data()), static_cast<qsizetype>(bytes.size())};
}

std::span<const std::byte> spanOf(QByteArrayView view)
{
    return std::as_bytes(std::span(view.data(), static_cast<std::size_t>(view.size())));
}

/// The header of a SEQUENCE with so many octets in it.
SecretBytes sequenceHeader(std::size_t length)
{
    QByteArray header(1, '\x30');
    if (length < 0x80) {
        header += static_cast<char>(length);
    } else {
        header += '\x82';
        header += static_cast<char>(length >> 8U);
        header += static_cast<char>(length & 0xFFU);
    }
    return SecretBytes(spanOf(header));
}

/// A key of version 2 (RFC 5958 section 2) as one of version 1, without the public key that it carries and OpenSSL 3.0
/// stumbles over. Empty: it is no such key.
SecretBytes asVersion1(std::span<const std::byte> der)
{
    constexpr qsizetype longest = 0xFFFF;
    const auto whole = readDerElement(viewOf(der));
    if (!whole || !whole->isUniversal(DerSequence) || whole->content.size() > longest)
        return {};
    QByteArrayView rest = whole->content;
    std::array<QByteArrayView, 3> parts; // version, algorithm, key
    for (std::size_t i = 0; i < parts.size(); ++i) {
        constexpr std::array tags{DerInteger, DerSequence, DerOctetString};
        const auto part = readDerElement(rest);
        if (!part || !part->isUniversal(tags.at(i)) || (i == 0 && part->content != QByteArrayView("\x01")))
            return {};
        parts.at(i) = rest.first(part->length());
        rest = rest.sliced(part->length());
    }
    constexpr QByteArrayView version1("\x02\x01\x00", 3);
    const SecretBytes header =
        sequenceHeader(static_cast<std::size_t>(version1.size() + parts[1].size() + parts[2].size()));
    return joined({header.bytes(), spanOf(version1), spanOf(parts[1]), spanOf(parts[2])});
}

EncryptedPkcs8Ptr encryptedPkcs8In(std::span<const std::byte> der)
{
    const unsigned char *in = octets(der);
    return EncryptedPkcs8Ptr(d2i_X509_SIG(nullptr, &in, static_cast<long>(der.size())));
}

Pkcs8Ptr pkcs8In(std::span<const std::byte> der)
{
    const unsigned char *in = octets(der);
    if (Pkcs8Ptr key(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(der.size()))); key)
        return key;
    const SecretBytes older = asVersion1(der);
    in = octets(older.bytes());
    return Pkcs8Ptr(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(older.bytes().size())));
}

PkeyPtr plainKey(std::span<const std::byte> der)
{
    const unsigned char *in = octets(der);
    return PkeyPtr(d2i_AutoPrivateKey(nullptr, &in, static_cast<long>(der.size())));
}

} // namespace

const char *passphraseText(const SecretBytes &passphrase)
{
    return passphrase.isEmpty() ? "" : reinterpret_cast<const char *>(passphrase.bytes().data());
}

Error passphraseNeeded()
{
    return Error{.code = ErrorCode::PassphraseNeeded, .subject = {}, .values = {}, .causes = {}};
}

Result<PrivateKey> KeyDecoder::fromPem(const PemObject &object)
{
    return object.header.find("ENCRYPTED") != std::string::npos ? fromEncryptedPem(object)
                                                                : fromDer(object.der.bytes());
}

Result<PrivateKey> KeyDecoder::fromDer(std::span<const std::byte> der)
{
    {
        const IgnoreOpenSslErrors ignore;
        if (const EncryptedPkcs8Ptr encrypted = encryptedPkcs8In(der))
            return fromEncryptedPkcs8(*encrypted);
        if (const Pkcs8Ptr key = pkcs8In(der))
            return fromPkcs8(*key);
    }
    PkeyPtr key = plainKey(der);
    if (!key)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedKey));
    const IgnoreOpenSslErrors leftByTheDecoders;
    return PrivateKey(std::move(key));
}

bool KeyDecoder::isEncrypted(std::span<const std::byte> der)
{
    const IgnoreOpenSslErrors ignore;
    return encryptedPkcs8In(der) != nullptr;
}

Result<PrivateKey> KeyDecoder::fromPkcs8(const PKCS8_PRIV_KEY_INFO &key)
{
    PkeyPtr decoded(EVP_PKCS82PKEY(&key));
    if (decoded)
        return PrivateKey(std::move(decoded));
    Error error = takeOpenSslError(ErrorCode::MalformedKey);
    const QString missing = missingAlgorithm(key);
    if (!missing.isEmpty()) {
        error.code = ErrorCode::UnsupportedAlgorithm;
        error.values = {missing, QStringLiteral("key")};
    }
    return std::unexpected(std::move(error));
}

Result<PrivateKey> KeyDecoder::fromEncryptedPkcs8(const X509_SIG &encrypted)
{
    const X509_ALGOR *algorithm = nullptr;
    const ASN1_OCTET_STRING *data = nullptr;
    X509_SIG_get0(&encrypted, &algorithm, &data);
    if (!m_passphrase) {
        const auto checked = m_encryption.check(*algorithm);
        return std::unexpected(checked ? passphraseNeeded() : checked.error());
    }
    const auto context = m_encryption.contextFor(*algorithm);
    if (!context)
        return std::unexpected(context.error());
    const Decryption plain = decryptedByScheme(*algorithm, passwordOf(*m_passphrase), octetsOf(*data), *context);
    const Pkcs8Ptr key = pkcs8In(plain.content());
    if (!key)
        return std::unexpected(takeOpenSslError(plain.refusal(ErrorCode::MalformedKey)));
    return fromPkcs8(*key);
}

Result<PrivateKey> KeyDecoder::fromEncryptedPem(const PemObject &object)
{
    const IgnoreOpenSslErrors leftByTheDecoders;
    const OldEncryption encryption = oldEncryption(object.header);
    const auto context = m_encryption.contextFor(encryption.cipher);
    if (!context)
        return std::unexpected(context.error());
    if (!m_passphrase)
        return std::unexpected(passphraseNeeded());
    const Decryption plain = decryptedAsOldPem(encryption.cipher, encryption.vector, passwordOf(*m_passphrase),
                                               object.der.bytes(), *context);
    PkeyPtr key = plainKey(plain.content());
    if (!key)
        return std::unexpected(takeOpenSslError(plain.refusal(ErrorCode::MalformedKey)));
    return PrivateKey(std::move(key));
}

} // namespace sealport
