#include "model/certificates/key_decoder.h"

#include "model/certificates/der_reader.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/x509_values.h"

#include <openssl/ec.h>
#include <openssl/pem.h>

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

int copyPassphrase(char *buffer, int size, int /*writing*/, void *given)
{
    const std::span<const std::byte> passphrase = static_cast<const SecretBytes *>(given)->bytes();
    if (passphrase.size() > static_cast<std::size_t>(size))
        return -1;
    std::ranges::transform(passphrase, buffer, [](std::byte b) { return static_cast<char>(b); });
    return static_cast<int>(passphrase.size());
}

/// "AES-256-CBC" of "DEK-Info: AES-256-CBC,0102…"
std::string encryptionName(const std::string &header)
{
    constexpr std::string_view field = "DEK-Info: ";
    const std::size_t start = header.find(field);
    if (start == std::string::npos)
        return {};
    const std::size_t name = start + field.size();
    return header.substr(name, header.find_first_of(",\r\n", name) - name);
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
        const unsigned char *in = octets(der);
        if (const EncryptedPkcs8Ptr encrypted(d2i_X509_SIG(nullptr, &in, static_cast<long>(der.size()))); encrypted)
            return fromEncryptedPkcs8(*encrypted);
        in = octets(der);
        if (const Pkcs8Ptr key(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(der.size()))); key)
            return fromPkcs8(*key);
        const SecretBytes older = asVersion1(der);
        in = octets(older.bytes());
        if (const Pkcs8Ptr key(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &in, static_cast<long>(older.bytes().size()))); key)
            return fromPkcs8(*key);
    }
    PkeyPtr key = plainKey(der);
    if (!key)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedKey));
    const IgnoreOpenSslErrors leftByTheDecoders;
    return PrivateKey(std::move(key));
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
    X509_SIG_get0(&encrypted, &algorithm, nullptr);
    if (!m_passphrase) {
        const auto checked = m_encryption.check(*algorithm);
        return std::unexpected(checked ? passphraseNeeded() : checked.error());
    }
    const auto context = m_encryption.contextFor(*algorithm);
    if (!context)
        return std::unexpected(context.error());
    const Pkcs8Ptr key(PKCS8_decrypt_ex(&encrypted, passphraseText(*m_passphrase),
                                        static_cast<int>(m_passphrase->bytes().size()), *context, nullptr));
    if (!key) // the envelope is whole and its algorithm is there, so what does not fit is the pass phrase
        return std::unexpected(takeOpenSslError(ErrorCode::WrongPassphrase));
    return fromPkcs8(*key);
}

Result<PrivateKey> KeyDecoder::fromEncryptedPem(const PemObject &object)
{
    const std::string cipher = encryptionName(object.header);
    if (!PasswordEncryption::isAvailable(cipher))
        return std::unexpected(Error{.code = ErrorCode::UnsupportedAlgorithm,
                                     .subject = {},
                                     .values = {QString::fromStdString(cipher)},
                                     .causes = {}});
    if (!m_passphrase)
        return std::unexpected(passphraseNeeded());

    std::string header = object.header; // OpenSSL takes it apart in place
    EVP_CIPHER_INFO info{};
    if (PEM_get_EVP_CIPHER_INFO(header.data(), &info) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::MalformedKey));
    SecretBytes der(object.der.bytes());
    long size = static_cast<long>(der.bytes().size());
    auto *data = reinterpret_cast<unsigned char *>(der.bytes().data());
    auto *given = const_cast<SecretBytes *>(m_passphrase); // NOLINT: the callback only reads it
    if (PEM_do_header(&info, data, &size, copyPassphrase, given) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::WrongPassphrase));
    PkeyPtr key = plainKey(der.bytes().first(static_cast<std::size_t>(size)));
    if (!key) // one wrong pass phrase in 256 happens to leave a valid padding
        return std::unexpected(takeOpenSslError(ErrorCode::WrongPassphrase));
    return PrivateKey(std::move(key));
}

} // namespace sealport
