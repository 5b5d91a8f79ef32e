#include "model/certificates/private_key.h"

#include "model/certificates/certificate_request.h"
#include "model/certificates/display_text.h"
#include "model/certificates/key_decoder.h"
#include "model/certificates/openssl_error.h"
#include "model/certificates/pem_blocks.h"
#include "model/certificates/token_key.h"
#include "model/certificates/x509_values.h"

#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/rsa.h>

namespace sealport {

namespace {

constexpr int fewestRsaBits = 2048; // OpenSSL's security level 2 and every browser refuse less
constexpr int mostRsaBits = 8192;   // beyond it clients begin to refuse (OPENSSL_RSA_MAX_MODULUS_BITS, Schannel)
constexpr int usualRsaBits = 3072;  // 128 bits of strength, NIST SP 800-57 part 1 table 2

QString curveName(const QString &text)
{
    const QString name = text.toLower().remove(u'-');
    if (name == QStringLiteral("p256") || name == QStringLiteral("prime256v1") || name == QStringLiteral("secp256r1"))
        return QStringLiteral("P-256");
    if (name == QStringLiteral("p384") || name == QStringLiteral("secp384r1"))
        return QStringLiteral("P-384");
    if (name == QStringLiteral("p521") || name == QStringLiteral("secp521r1"))
        return QStringLiteral("P-521");
    return {};
}

bool isAllowedRsaSize(int bits)
{
    return bits >= fewestRsaBits && bits <= mostRsaBits && bits % 8 == 0;
}

Error invalidKind(const QString &text)
{
    return Error{.code = ErrorCode::InvalidKeyKind, .subject = displayText(text), .values = {}, .causes = {}};
}

EVP_PKEY *rsaKey(int bits, std::stop_token stop)
{
    const PkeyContextPtr context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    if (!context || EVP_PKEY_keygen_init(context.get()) != 1
        || EVP_PKEY_CTX_set_rsa_keygen_bits(context.get(), bits) != 1)
        return nullptr;
    EVP_PKEY_CTX_set_app_data(context.get(), &stop);
    EVP_PKEY_CTX_set_cb(context.get(), [](EVP_PKEY_CTX *running) { // asked at each candidate for a prime
        return static_cast<const std::stop_token *>(EVP_PKEY_CTX_get_app_data(running))->stop_requested() ? 0 : 1;
    });
    EVP_PKEY *key = nullptr;
    return EVP_PKEY_generate(context.get(), &key) == 1 ? key : nullptr;
}

EVP_PKEY *generated(const KeyKind &kind, const std::stop_token &stop)
{
    if (kind.type == QStringLiteral("RSA"))
        return rsaKey(kind.bits, stop);
    if (kind.type == QStringLiteral("EC"))
        return EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", kind.curve.toLatin1().constData());
    return EVP_PKEY_Q_keygen(nullptr, nullptr, kind.type.toLatin1().constData());
}

bool isSameKey(const EVP_PKEY *key, const EVP_PKEY *publicKey)
{
    return key && publicKey && EVP_PKEY_eq(publicKey, key) == 1;
}

} // namespace

Result<KeyKind> KeyKind::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype colon = trimmed.indexOf(u':');
    const QString type = (colon < 0 ? trimmed : trimmed.left(colon)).toUpper();
    const QString detail = colon < 0 ? QString() : trimmed.mid(colon + 1);

    if (type == QStringLiteral("RSA")) {
        bool isNumber = true;
        const int bits = colon < 0 ? usualRsaBits : detail.toInt(&isNumber);
        if (isNumber && isAllowedRsaSize(bits))
            return KeyKind{.type = type, .curve = {}, .bits = bits};
    } else if (type == QStringLiteral("EC")) {
        const QString curve = colon < 0 ? QStringLiteral("P-256") : curveName(detail);
        if (!curve.isEmpty())
            return KeyKind{.type = type, .curve = curve, .bits = 0};
    } else if ((type == QStringLiteral("ED25519") || type == QStringLiteral("ED448")) && colon < 0) {
        return KeyKind{.type = type, .curve = {}, .bits = 0};
    }
    return std::unexpected(invalidKind(text));
}

PrivateKey::PrivateKey(PkeyPtr key)
    : m_key(std::move(key))
{
}

Result<PrivateKey> PrivateKey::generate(const KeyKind &kind, const std::stop_token &stop)
{
    const bool isKnown = (kind.type == QStringLiteral("RSA") && isAllowedRsaSize(kind.bits))
                         || (kind.type == QStringLiteral("EC") && !curveName(kind.curve).isEmpty())
                         || kind.type == QStringLiteral("ED25519") || kind.type == QStringLiteral("ED448");
    if (!isKnown)
        return std::unexpected(invalidKind(kind.type));
    PkeyPtr key(generated(kind, stop));
    if (!key)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("making a key")));
    return PrivateKey(std::move(key));
}

bool PrivateKey::isOnToken() const
{
    return m_key && isTokenKey(*m_key);
}

bool PrivateKey::matches(const Certificate &certificate) const
{
    const IgnoreOpenSslErrors ignore; // also of a public key that cannot be read
    return isSameKey(m_key.get(), X509_get0_pubkey(certificate.handle()));
}

bool PrivateKey::matches(const CertificateRequest &request) const
{
    const IgnoreOpenSslErrors ignore;
    return isSameKey(m_key.get(), X509_REQ_get0_pubkey(request.handle()));
}

Result<SecretBytes> PrivateKey::pkcs8Pem(const SecretBytes *passphrase) const
{
    if (isOnToken())
        return std::unexpected(Error{.code = ErrorCode::KeyStaysOnToken, .subject = {}, .values = {}, .causes = {}});
    if (passphrase)
        return encryptedPem(*passphrase);
    const BioPtr memory(BIO_new(BIO_s_secmem())); // cleansed when it grows and when it is freed
    if (!m_key || !memory
        || PEM_write_bio_PKCS8PrivateKey(memory.get(), m_key.get(), nullptr, nullptr, 0, nullptr, nullptr) != 1)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("writing a private key")));
    char *start = nullptr;
    const long size = BIO_ctrl(memory.get(), BIO_CTRL_INFO, 0, static_cast<void *>(&start));
    return SecretBytes(std::as_bytes(std::span(start, static_cast<std::size_t>(size))));
}

Result<SecretBytes> PrivateKey::encryptedPem(const SecretBytes &passphrase) const
{
    using Pkcs8Ptr = Handle<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>;
    using EncryptedPkcs8Ptr = Handle<X509_SIG, X509_SIG_free>;
    using AlgorithmPtr = Handle<X509_ALGOR, X509_ALGOR_free>;
    const Pkcs8Ptr plain(m_key ? EVP_PKEY2PKCS8(m_key.get()) : nullptr);
    AlgorithmPtr algorithm(
        PKCS5_pbe2_set_iv(EVP_aes_256_cbc(), encryptionRounds, nullptr, 0, nullptr, NID_hmacWithSHA256));
    EncryptedPkcs8Ptr encrypted;
    if (plain && algorithm)
        encrypted.reset(PKCS8_set0_pbe(passphraseText(passphrase), static_cast<int>(passphrase.bytes().size()),
                                       plain.get(), algorithm.get()));
    if (!encrypted)
        return std::unexpected(takeOpenSslError(ErrorCode::Internal, QStringLiteral("encrypting a private key")));
    static_cast<void>(algorithm.release()); // the envelope owns it now
    const QByteArray pem = pemBlock("ENCRYPTED PRIVATE KEY", encodedDer(i2d_X509_SIG, encrypted.get()));
    return SecretBytes(std::as_bytes(std::span(pem.constData(), static_cast<std::size_t>(pem.size()))));
}

} // namespace sealport
