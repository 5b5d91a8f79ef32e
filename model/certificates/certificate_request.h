#pragma once

#include "model/base/error.h"
#include "model/certificates/openssl_handle.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstddef>
#include <memory>
#include <span>

namespace sealport {

using RequestPtr = Handle<X509_REQ, X509_REQ_free>;

/// One certificate request (PKCS#10, RFC 2986): an immutable value, cheap to copy, safe in any thread.
class CertificateRequest {
public:
    /// Exactly one DER request, no trailing bytes. Errors: MalformedRequest.
    static Result<CertificateRequest> fromDer(std::span<const std::byte> der);

    [[nodiscard]] const QString &subject() const; ///< as Certificate::subject()
    /// The last CN of the subject; the first alternative name, then the subject, where there is none.
    [[nodiscard]] const QString &name() const;
    [[nodiscard]] const QString &keyType() const; ///< as Certificate::keyType()
    [[nodiscard]] int keyBits() const;
    [[nodiscard]] const QString &signatureAlgorithm() const;
    /// What the attribute extensionRequest asks for, written as Certificate::subjectAltNames().
    [[nodiscard]] const QStringList &subjectAltNames() const;
    /// Whether its own key has signed it: proof that who asks holds the private key.
    [[nodiscard]] bool isSignatureValid() const;

    [[nodiscard]] const QByteArray &der() const;
    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] const QByteArray &sha256() const; ///< of the DER; raw octets
    /// As Certificate::publicKeySha256(): equal to that of the certificate which answers the request.
    [[nodiscard]] const QByteArray &publicKeySha256() const;

    /// Borrowed; valid while a copy of this request lives. Never modify it.
    [[nodiscard]] X509_REQ *handle() const;

    /// Same DER.
    friend bool operator==(const CertificateRequest &a, const CertificateRequest &b)
    {
        return a.sha256() == b.sha256();
    }

private:
    struct Data;
    explicit CertificateRequest(std::shared_ptr<const Data> data)
        : d(std::move(data))
    {
    }
    std::shared_ptr<const Data> d;
};

} // namespace sealport
