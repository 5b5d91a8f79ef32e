#pragma once

#include "model/base/error.h"
#include "model/base/secret_bytes.h"
#include "model/certificates/certificate.h"
#include "model/certificates/openssl_handle.h"

#include <QString>

#include <memory>
#include <stop_token>

namespace sealport {

class CertificateRequest;

/// What kind of key to make: "rsa:2048" … "rsa:8192", "ec:P-256", "ec:P-384", "ec:P-521", "ed25519", "ed448".
struct KeyKind {
    QString type = QStringLiteral("EC"); ///< "RSA", "EC", "ED25519", "ED448"
    QString curve = QStringLiteral("P-256");
    int bits = 0; ///< RSA only

    /// Case does not matter; "rsa" alone means 3072 bits, "ec" P-256.
    /// Errors: InvalidKeyKind.
    static Result<KeyKind> parse(const QString &text);
    friend bool operator==(const KeyKind &, const KeyKind &) = default;
};

/// A private key, always as EVP_PKEY (never as text), reference-counted, immutable, safe in any thread.
/// A default-constructed one is null.
class PrivateKey {
public:
    PrivateKey() = default;
    explicit PrivateKey(PkeyPtr key);

    /// Slow (RSA, up to minutes; it ends early when `stop` is requested): job thread only.
    /// Errors: InvalidKeyKind, Internal (also when stopped).
    static Result<PrivateKey> generate(const KeyKind &kind, const std::stop_token &stop = {});

    [[nodiscard]] bool isNull() const { return !m_key; }
    [[nodiscard]] bool matches(const Certificate &certificate) const;
    [[nodiscard]] bool matches(const CertificateRequest &request) const;
    /// Whether nothing of it is here but the way to it: it signs, and is never written.
    [[nodiscard]] bool isOnToken() const;
    /// As a PKCS#8 PEM block, for files that only their owner may read. Encrypted when there is a pass phrase:
    /// AES-256-CBC, PBKDF2 with HMAC-SHA-256 and encryptionRounds, which takes a fraction of a second: job thread then.
    /// Errors: KeyStaysOnToken, Internal (also when null).
    [[nodiscard]] Result<SecretBytes> pkcs8Pem(const SecretBytes *passphrase = nullptr) const;
    /// OWASP's number for PBKDF2 with HMAC-SHA-256 (Password Storage Cheat Sheet, 2023). Not scrypt: GnuTLS, Java and
    /// NSS open this one as well.
    static constexpr int encryptionRounds = 600'000;
    /// Borrowed; null when isNull(). Never modify it.
    [[nodiscard]] EVP_PKEY *handle() const { return m_key.get(); }

private:
    [[nodiscard]] Result<SecretBytes> encryptedPem(const SecretBytes &passphrase) const;

    std::shared_ptr<EVP_PKEY> m_key;
};

} // namespace sealport
