#pragma once

#include "model/base/error.h"
#include "model/certificates/openssl_handle.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace sealport {

/// The hashes a certificate is known by. Windows and WinDev mean SHA-1.
enum class ThumbprintAlgorithm { Md5, Sha1, Sha256, Sha384, Sha512 };

/// One X.509 certificate: an immutable value, cheap to copy, safe in any thread.
/// Everything a list shows is read once, at construction.
class Certificate {
public:
    /// Exactly one DER certificate, no trailing bytes.
    /// Errors: MalformedCertificate.
    static Result<Certificate> fromDer(std::span<const std::byte> der);
    static Certificate fromX509(X509Ptr certificate);

    /// As `openssl x509 -nameopt RFC2253,utf8,-esc_msb` prints it.
    [[nodiscard]] const QString &subject() const;
    [[nodiscard]] const QString &issuer() const;
    /// The last CN of the subject; the first alternative name, then the subject, where there is none.
    [[nodiscard]] const QString &name() const;
    /// Lower-case hex without separators, at least one octet.
    [[nodiscard]] const QString &serial() const;
    [[nodiscard]] const QDateTime &notBefore() const; ///< UTC
    [[nodiscard]] const QDateTime &notAfter() const;  ///< UTC
    /// "RSA", "RSA-PSS", "EC", "ED25519", "ED448", "DSA", or OpenSSL's name.
    [[nodiscard]] const QString &keyType() const;
    [[nodiscard]] int keyBits() const;
    /// As OpenSSL names it: "ecdsa-with-SHA256".
    [[nodiscard]] const QString &signatureAlgorithm() const;
    /// "DNS:localhost", "IP:127.0.0.1", "email:…", "URI:…", others as OpenSSL prints them.
    [[nodiscard]] const QStringList &subjectAltNames() const;
    /// The XKU_ flags of the extended key usages that OpenSSL knows; UINT32_MAX: the certificate limits none.
    [[nodiscard]] std::uint32_t extendedKeyUsage() const;
    [[nodiscard]] bool isCa() const;
    [[nodiscard]] bool isSelfIssued() const; ///< subject equals issuer

    [[nodiscard]] QByteArray der() const;
    [[nodiscard]] QByteArray pem() const;
    /// Raw octets. SHA-1 and SHA-256 are computed once, the others at each call.
    [[nodiscard]] QByteArray thumbprint(ThumbprintAlgorithm algorithm) const;
    [[nodiscard]] const QByteArray &sha1() const;   ///< raw octets
    [[nodiscard]] const QByteArray &sha256() const; ///< raw octets
    /// SHA-256 of the SubjectPublicKeyInfo: what curl and HPKP pin (RFC 7469 section 2.4). Raw octets, computed anew.
    [[nodiscard]] QByteArray publicKeySha256() const;
    /// SHA-1 of the public key's bits, whether or not the certificate names it so (RFC 5280 section 4.2.1.2, method 1).
    [[nodiscard]] QByteArray keyIdentifier() const;

    /// Borrowed; valid while a copy of this certificate lives. Never modify it.
    [[nodiscard]] X509 *handle() const;

    /// Same DER.
    friend bool operator==(const Certificate &a, const Certificate &b) { return a.sha256() == b.sha256(); }

private:
    struct Data;
    explicit Certificate(std::shared_ptr<const Data> data)
        : d(std::move(data))
    {
    }
    std::shared_ptr<const Data> d;
};

} // namespace sealport
