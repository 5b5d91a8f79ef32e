#pragma once

#include "model/base/error.h"

#include <QByteArray>
#include <QString>

namespace sealport {

/// Names a token, or an object on one (RFC 7512): "pkcs11:token=My%20card;object=server". An empty attribute fits
/// everything.
struct Pkcs11Uri {
    QString model{};
    QString manufacturer{};
    QString serial{};
    QString token{};
    QString object{};
    QByteArray id{}; ///< CKA_ID
    QString type{};  ///< "cert", "private", or "public"
    QString modulePath{};
    QString nssDatabase{}; ///< x-nss-database, an attribute of our own: the folder of cert9.db

    /// Errors: InvalidTokenUri (also for attributes that are not supported here), PinInTokenUri.
    static Result<Pkcs11Uri> parse(const QString &text);
    /// Attributes in the order in which p11tool writes them.
    [[nodiscard]] QString toString() const;
    [[nodiscard]] bool namesObject() const { return !object.isEmpty() || !id.isEmpty(); }
    friend bool operator==(const Pkcs11Uri &, const Pkcs11Uri &) = default;
};

/// Whether somebody means one, right or wrong, and no file.
[[nodiscard]] bool isPkcs11Uri(const QString &text);

} // namespace sealport
