#pragma once

#include "model/base/error.h"
#include "model/certificates/openssl_handle.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <cstddef>
#include <memory>
#include <span>
#include <vector>

namespace sealport {

using RevocationListPtr = Handle<X509_CRL, X509_CRL_free>;

/// One certificate that is no longer to be trusted.
struct RevokedCertificate {
    QString serial; ///< as Certificate::serial()
    QDateTime date; ///< UTC; invalid: not a date
    QString reason; ///< as RFC 5280 section 5.3.1 names it ("keyCompromise"); a number it does not know; mostly empty
    friend bool operator==(const RevokedCertificate &, const RevokedCertificate &) = default;
};

/// One certificate revocation list (RFC 5280 section 5): an immutable value, cheap to copy, safe in any thread. Its
/// signature is not checked: the issuer's certificate is elsewhere.
class RevocationList {
public:
    /// Exactly one DER list, no trailing bytes. Errors: MalformedRevocationList.
    static Result<RevocationList> fromDer(std::span<const std::byte> der);
    /// `list` is not null.
    static RevocationList fromX509(RevocationListPtr list);

    [[nodiscard]] const QString &issuer() const;       ///< as Certificate::issuer()
    [[nodiscard]] const QString &name() const;         ///< the last CN of the issuer, or all of it
    [[nodiscard]] const QDateTime &thisUpdate() const; ///< UTC
    [[nodiscard]] const QDateTime &nextUpdate() const; ///< UTC; invalid: the list does not say
    [[nodiscard]] const QString &number() const;       ///< decimal (a very long one 0x…); empty: it has none
    [[nodiscard]] const QString &signatureAlgorithm() const;
    [[nodiscard]] std::size_t count() const;
    /// Made anew at each call, in the list's order: lists of large authorities have hundreds of thousands.
    [[nodiscard]] std::vector<RevokedCertificate> entries(std::size_t first, std::size_t most) const;

    [[nodiscard]] const QByteArray &der() const;
    [[nodiscard]] QByteArray pem() const;
    [[nodiscard]] const QByteArray &sha256() const; ///< of the DER; raw octets

    /// Borrowed; valid while a copy of this list lives. Never modify it, nor search it: OpenSSL sorts it then.
    [[nodiscard]] X509_CRL *handle() const;

    /// Same DER.
    friend bool operator==(const RevocationList &a, const RevocationList &b) { return a.sha256() == b.sha256(); }

private:
    struct Data;
    explicit RevocationList(std::shared_ptr<const Data> data)
        : d(std::move(data))
    {
    }
    std::shared_ptr<const Data> d;
};

} // namespace sealport
